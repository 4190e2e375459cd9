// The front page: title, totals, the wire, and all companies on one axis.

import { element } from "./element.js";
import { Overview } from "./overview.js";
import { Totals } from "./totals.js";
import { Wire } from "./wire.js";

export class Front {
  #totals;
  #wire;
  #live;
  #shown;

  constructor(ledger) {
    this.#totals = new Totals(ledger);
    this.#wire = new Wire(ledger);
    this.#live = new Overview(ledger);
    this.#shown = this.#live;
    const title = element("h1", { tabindex: -1 }, "What AI compute costs");
    this.node = element(
      "div",
      { class: "front" },
      element("div", { class: "front-head" }, title, this.#totals.node),
      this.#wire.node,
      this.#live.node,
    );
  }

  /** Shows what an address asks for, of the estimates of today or of a snapshot. */
  open(source, options) {
    if (source !== this.#shown.source) {
      const next = source === this.#live.source ? this.#live : new Overview(source);
      this.#shown.node.replaceWith(next.node);
      this.#shown = next;
    }
    this.#shown.open(options);
    return this;
  }

  /** After a change of the day the reader goes on in its field; else at the title. */
  focus() {
    return this.#shown.focus();
  }

  get address() {
    return this.#shown.address;
  }

  /** Takes the newest claims as the page read them. */
  start(claims) {
    this.#totals.start(claims);
    this.#wire.start(claims.items);
  }
}
