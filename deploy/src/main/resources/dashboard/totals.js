// How much has been read: companies, claims, languages, articles.

import * as api from "./api.js";
import { element } from "./element.js";
import { count, figure } from "./format.js";

const SAMPLE = 200;
const REST = 3000;

/** The server's totals where it sends them; else what this page has seen, "or more" if cut short. */
export class Totals {
  #claims = new Map();
  #sent = null;
  #cut = false;
  #started = false;
  #asked = 0;
  #timer = null;

  constructor(ledger) {
    this.ledger = ledger;
    this.node = element("dl", { class: "totals", "aria-label": "Totals" });
    ledger.addEventListener("estimates", () => this.#show());
    ledger.addEventListener("loaded", () => this.#show());
    ledger.addEventListener("claims", ({ detail }) => {
      this.#add(detail);
      this.#show();
      this.#askLater();
    });
    this.#show();
  }

  /** Takes the newest claims as the page read them. */
  start({ items, next, totals }) {
    this.#sent = totals;
    this.#cut = next !== null;
    this.#started = true;
    this.#add(items);
    this.#show();
  }

  #add(claims) {
    for (const { id, articleId, language, retracted } of claims) {
      if (retracted) {
        this.#claims.delete(id);
      } else {
        this.#claims.set(id, { articleId, language });
      }
    }
  }

  #askLater() {
    if (this.#sent && !this.#timer) {
      const wait = Math.max(0, this.#asked + REST - Date.now());
      this.#timer = setTimeout(() => this.#ask(), wait);
    }
  }

  async #ask() {
    this.#asked = Date.now();
    this.#timer = null;
    const page = await api.claims({ limit: 1 }).catch(() => null);
    this.#sent = page?.totals ?? this.#sent;
    this.#show();
  }

  #show() {
    const seen = [...this.#claims.values()];
    const distinct = (part) => new Set(seen.map(part).filter(Boolean)).size;
    const { loaded, estimates } = this.ledger;
    const figures = [
      ["companies", loaded ? count(estimates.size) : "–"],
      ["claims", this.#of("claims", seen.length)],
      ["languages", this.#of("languages", distinct(({ language }) => language))],
      ["articles", this.#of("articles", distinct(({ articleId }) => articleId))],
    ];
    const entries = figures.map(([label, value]) =>
      element("div", {}, element("dt", {}, label), element("dd", {}, value)),
    );
    this.node.replaceChildren(...entries);
  }

  #of(part, seen) {
    const sent = figure(this.#sent?.[part]);
    if (sent !== null) {
      return count(sent);
    }
    return this.#started ? count(seen) + (this.#cut ? "+" : "") : "–";
  }
}

/** As much of the newest claims as the page reads when it starts. */
export function sample() {
  return api.claims({ limit: SAMPLE });
}
