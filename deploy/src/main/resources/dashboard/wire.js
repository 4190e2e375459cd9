// The newest claims and alerts, as they come in.

import { element } from "./element.js";
import { time } from "./format.js";
import { flash } from "./highlight.js";
import { alertNews, claimNews, published } from "./news.js";
import * as route from "./route.js";

const LENGTH = 30;

export class Wire {
  #list = element("ol", { class: "wire-items", tabindex: 0, "aria-label": "Latest claims" });
  #empty = element("p", { class: "quiet" }, "New claims appear here as articles are read.");
  #items = new Map();

  constructor(ledger) {
    const summary = element("summary", {}, element("h2", {}, "Latest claims"));
    const all = element("p", { class: "wire-all" }, element("a", { href: route.flat("live") }, "All of it, live"));
    this.node = element("details", { class: "wire" }, summary, this.#empty, this.#list, all);
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
      const item = claimNews(claim, published(claim));
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
        this.#first(claim.id, claimNews(claim, time(new Date())));
      }
    }
  }

  #alert(alert) {
    this.#first(`alert ${alert.id}`, alertNews(alert, time(new Date())));
  }

  /** What comes in on top moves nothing of what is being read below. */
  #first(key, item) {
    const { scrollTop, scrollHeight } = this.#list;
    this.#items.set(key, item);
    this.#list.prepend(item);
    if (scrollTop > 0) {
      this.#list.scrollTop = scrollTop + this.#list.scrollHeight - scrollHeight;
    }
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
