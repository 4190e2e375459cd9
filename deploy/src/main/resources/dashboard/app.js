// The dashboard: one ledger of what is known, and the view that the address asks for.

import { AlertsPage } from "./alerts.js";
import { CompanyPage } from "./company.js";
import { Compare } from "./compare.js";
import { tidy } from "./element.js";
import { FeedsPage } from "./feeds.js";
import { Front } from "./front.js";
import { Ledger } from "./ledger.js";
import { Live } from "./live.js";
import { NotFound } from "./notfound.js";
import * as route from "./route.js";
import { listen as listenForKeys } from "./shortcuts.js";
import { Snapshot } from "./snapshot.js";
import { Status } from "./status.js";
import { Stream } from "./stream.js";
import { SubscriptionPage } from "./subscription.js";
import { SubscriptionForm } from "./subscriptionform.js";
import { SubscriptionsPage } from "./subscriptions.js";
import { sample } from "./totals.js";

const SOON = 10000;
const NAME = document.title;

const stream = new Stream();
const ledger = new Ledger(stream);
const status = new Status(stream, ledger);
const front = new Front(ledger);
const main = document.querySelector("main");
const places = new Map();
const views = {
  overview: ({ options }) => front.open(source(options), options),
  company: ({ id, options }) => new CompanyPage(ledger, source(options), id, options, front.address),
  compare: ({ options }) => new Compare(source(options), options),
  live: ({ options }) => new Live(ledger, options),
  alerts: ({ options }) => new AlertsPage(ledger, options),
  subscriptions: ({ options }) => subscriptions(options),
  feeds: () => new FeedsPage(stream),
  nowhere: () => new NotFound(),
};
let page = null;
let here = null;
let followed = false;
let caughtUp = 0;
let snapshot = null;

function show() {
  const asked = route.current();
  const first = here === null;
  page?.leave?.();
  page = views[asked.view](asked);
  main.replaceChildren(page.node);
  here = address();
  point(asked);
  arrive(first);
}

/** All of them, one with its log, or one in the making. */
function subscriptions({ id, edit }) {
  if (edit) {
    return new SubscriptionForm(ledger, edit);
  }
  return id ? new SubscriptionPage(id) : new SubscriptionsPage();
}

/** Where estimates come from: the ledger, or what was known on a day of the past. */
function source({ asOf }) {
  const day = route.date(asOf);
  if (!day) {
    return ledger;
  }
  if (snapshot?.asOf !== day) {
    snapshot = new Snapshot(day);
    snapshot.load();
  }
  return snapshot;
}

/** Says in the title and in the navigation where the reader is. */
function point({ view }) {
  const title = page.title ? tidy(page.title, 80) : null;
  document.title = title ? `${title} – Costwire` : NAME;
  for (const link of document.querySelectorAll(".views a")) {
    const current = link.dataset.view.split(" ").includes(view);
    current ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
}

/** A followed link begins at the top, a step back where the reader was. */
function arrive(first) {
  const place = followed ? undefined : places.get(here);
  scrollTo(0, place ?? 0);
  if (!first) {
    page.focus?.() ?? main.querySelector("h1")?.focus({ preventScroll: true });
  }
  if (place === undefined) {
    page.seek?.();
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
    front.start(await sample());
  } catch {
    caughtUp = 0; // The ledger shows the same failure, and comes here again when it is over.
  }
}

/** The address as a place to come back to. */
function address() {
  return location.hash || route.overview();
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (link?.classList.contains("skip")) {
    event.preventDefault();
    main.focus();
  } else if (link) {
    followed = true;
  }
  closeMenus(event.target);
}

/** An open menu goes with a click beside it, or on one of its links. */
function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target) || target.closest?.("a")) {
      menu.open = false;
    }
  }
}

function escape({ key }) {
  const menu = key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

history.scrollRestoration = "manual";
document.addEventListener("click", follow);
document.addEventListener("keydown", escape);
addEventListener("scroll", () => places.set(address(), scrollY), { passive: true });
addEventListener("hashchange", show);
document.querySelector(".masthead").append(status.node);
listenForKeys(ledger);
show();
ledger.load();
catchUp();
ledger.addEventListener("loaded", catchUp);
