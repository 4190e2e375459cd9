// Whether the page is live, how old its data is otherwise, and a way to hold it still.

import { element } from "./element.js";
import { age, counted } from "./format.js";

const WORDS = {
  live: "Live",
  paused: "Paused",
  offline: "Offline",
  connecting: "Connecting …",
  reconnecting: "Reconnecting …",
};

export class Status {
  #word = element("span", { role: "status" });
  #age = element("span", { class: "age" });
  #pause = element("button", { type: "button", click: () => this.ledger.pause(!this.ledger.paused) });

  constructor(stream, ledger) {
    this.stream = stream;
    this.ledger = ledger;
    this.node = element("p", { class: "status" }, this.#word, this.#age, this.#pause);
    stream.addEventListener("state", () => this.#show());
    for (const type of ["held", "loaded", "failed"]) {
      ledger.addEventListener(type, () => this.#show());
    }
    setInterval(() => this.#show(), 1000);
    this.#show();
  }

  #show() {
    const state = this.#state();
    this.node.dataset.state = state;
    this.#say(this.#word, WORDS[state]);
    this.#say(this.#age, this.#detail(state));
    this.#say(this.#pause, this.ledger.paused ? "Resume" : "Pause");
  }

  #state() {
    if (this.ledger.paused) {
      return "paused";
    }
    if (this.stream.live) {
      return "live";
    }
    if (!navigator.onLine) {
      return "offline";
    }
    return this.stream.lastSeen ? "reconnecting" : "connecting";
  }

  #detail(state) {
    if (state === "paused") {
      const { held } = this.ledger;
      return held ? `${counted(held, "change")} waiting` : "";
    }
    const { lastSeen } = this.stream;
    return state !== "live" && lastSeen ? `data is ${age(Date.now() - lastSeen)} old` : "";
  }

  /** Touches the page only where words change, so that nothing is read out twice. */
  #say(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }
}
