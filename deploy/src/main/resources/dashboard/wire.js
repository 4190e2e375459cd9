// The newest claims and alerts, as they come in.

import { element, isolate, plain } from "./element.js";
import { day, time } from "./format.js";
import { flash } from "./highlight.js";
import { quoted } from "./quote.js";
import * as route from "./route.js";
import { amount, scope } from "./words.js";

const LENGTH = 30;

export class Wire {
  #list = element("ol", { class: "wire-items" });
  #empty = element("p", { class: "quiet" }, "New claims appear here as articles are read.");
  #items = new Map();

  constructor(ledger) {
    const summary = element("summary", {}, element("h2", {}, "Latest claims"));
    this.node = element("details", { class: "wire" }, summary, this.#empty, this.#list);
    this.node.open = matchMedia("(min-width: 75rem)").matches;
    ledger.addEventListener("claims", ({ detail }) => this.#arrived(detail));
    ledger.addEventListener("alerts", ({ detail }) => detail.forEach((one) => this.#alert(one)));
  }

  /** The newest claims, newest first: those before the first one known came while we were away. */
  start(claims) {
    const valid = claims.filter((claim) => !claim.retracted);
    const known = valid.findIndex(({ id }) => this.#items.has(id));
    const missed = valid.slice(0, known < 0 ? LENGTH : known).reverse();
    for (const claim of missed) {
      const item = news(claim, day(claim.publishedAt));
      this.#items.set(claim.id, item);
      this.#list.prepend(item);
    }
    this.#trim();
  }

  #arrived(claims) {
    for (const claim of claims.slice(-LENGTH)) {
      this.#items.get(claim.id)?.remove();
      this.#items.delete(claim.id);
      if (!claim.retracted) {
        this.#first(claim.id, news(claim, time(new Date())));
      }
    }
  }

  #alert({ id, companyId, company, reason }) {
    const name = company
      ? element("a", { href: route.company(companyId) }, isolate(company))
      : null;
    const head = element("p", { class: "wire-head" }, "Alert ", name);
    const item = element("li", { class: "alert" }, head, element("p", {}, plain(reason)));
    this.#first(`alert ${id}`, item);
  }

  #first(key, item) {
    this.#items.set(key, item);
    this.#list.prepend(item);
    flash(item);
    this.#trim();
  }

  #trim() {
    while (this.#list.children.length > LENGTH) {
      this.#list.lastElementChild.remove();
    }
    for (const [key, item] of this.#items) {
      if (!item.isConnected && item.parentNode === null) {
        this.#items.delete(key);
      }
    }
    this.#empty.hidden = this.#list.children.length > 0;
  }
}

function news(claim, when) {
  const whose = element(
    "a",
    { href: route.company(claim.companyId ?? "unattributed") },
    isolate(claim.company ?? "Nobody in particular"),
  );
  const model = claim.model ? [isolate(claim.model), " · "] : [];
  const what = element("p", { class: "quiet" }, ...model, scope(claim.scope));
  const from = [claim.publisher ? isolate(claim.publisher) : null, when].filter(Boolean);
  const source = from.flatMap((part, i) => (i ? [" · ", part] : [part]));
  return element(
    "li",
    {},
    element("p", { class: "wire-head" }, whose, " ", element("strong", {}, amount(claim))),
    what,
    quoted(claim, 90),
    element("p", { class: "quiet" }, ...source),
  );
}
