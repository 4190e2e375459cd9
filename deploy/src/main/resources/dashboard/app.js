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
    main.replaceChildren(front, notice("There is no such page"), element("p", {}, way));
  }
  front.hidden = view !== "overview";
  here = address();
  document.title = page ? `${page.title.slice(0, 80)} – Costwire` : NAME;
  if (!first) {
    arrive();
  }
}

/** A followed link begins at the top, a step back where the reader was. */
function arrive() {
  const place = followed ? undefined : places.get(here);
  const start = page?.start ?? front.querySelector("h1");
  if (place !== undefined) {
    scrollTo(0, place);
  } else if (page && start.tagName === "H2") {
    start.scrollIntoView();
  } else {
    scrollTo(0, 0);
  }
  start.focus({ preventScroll: true });
  followed = false;
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
stream.open();
ledger.load();
sample().then(
  (claims) => {
    totals.start(claims);
    wire.start(claims.items);
  },
  () => {}, // The ledger's own failure is shown; the stream brings claims once it stands.
);
