// The dashboard: one ledger of what is known, and the view that the address asks for.

import { CompanyPage } from "./company.js";
import { element } from "./element.js";
import { Ledger } from "./ledger.js";
import { notice } from "./notice.js";
import { Overview } from "./overview.js";
import * as route from "./route.js";
import { Status } from "./status.js";
import { Stream } from "./stream.js";
import { Totals, sample } from "./totals.js";
import { Wire } from "./wire.js";

const NAME = document.title;
const SOON = 10000;

const stream = new Stream();
const ledger = new Ledger(stream);
const status = new Status(stream, ledger);
const totals = new Totals(ledger);
const wire = new Wire(ledger);
const overview = new Overview(ledger);
const main = document.querySelector("main");
const front = element(
  "div",
  { class: "front" },
  element("div", { class: "front-head" }, element("h1", { tabindex: -1 }, NAME), totals.node),
  wire.node,
  overview.node,
);
const places = new Map();
let page = null;
let here = null;
let followed = false;
let caughtUp = 0;

function show() {
  const { view, id, options } = route.current();
  const first = here === null;
  leave();
  if (view === "company") {
    page = new CompanyPage(ledger, id, options, overview.address);
    main.replaceChildren(front, page.node);
  } else if (view === "overview") {
    overview.open(options);
    main.replaceChildren(front);
  } else {
    const way = element("a", { href: route.overview() }, "All companies");
    main.replaceChildren(front, notice("There is no such page", "", [], "h1"), way);
  }
  front.hidden = view !== "overview";
  here = address();
  document.title = page ? `${page.title.slice(0, 80)} – Costwire` : NAME;
  arrive(first);
}

/** A followed link begins at the top, a step back where the reader was. */
function arrive(first) {
  const place = followed ? undefined : places.get(here);
  scrollTo(0, place ?? 0);
  if (!first) {
    main.querySelector(":scope > :not([hidden]) h1")?.focus({ preventScroll: true });
  }
  if (place === undefined) {
    page?.seek();
  }
  followed = false;
}

/** Reads the newest claims, at the start and after the stream was away. */
async function catchUp() {
  if (Date.now() - caughtUp < SOON) {
    return;
  }
  caughtUp = Date.now();
  try {
    const claims = await sample();
    totals.start(claims);
    wire.start(claims.items);
  } catch {
    caughtUp = 0; // The ledger shows the same failure, and comes here again when it is over.
  }
}

/** The address as a place to come back to. */
function address() {
  return location.hash || route.overview();
}

function leave() {
  page?.leave();
  page = null;
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (link?.classList.contains("skip")) {
    event.preventDefault();
    main.focus();
  } else if (link) {
    followed = true;
  }
}

history.scrollRestoration = "manual";
document.addEventListener("click", follow);
addEventListener("scroll", () => places.set(address(), scrollY), { passive: true });
addEventListener("hashchange", show);
document.querySelector(".masthead").append(status.node);
show();
ledger.load();
catchUp();
ledger.addEventListener("loaded", catchUp);
