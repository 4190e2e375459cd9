// What the list of estimates leaves out of a company: the terms of each way, and the posteriors.

import * as api from "./api.js";
import { lineKey } from "./words.js";

/** Emits "change" when it has read anew. */
export class Detail extends EventTarget {
  #ways = new Map();
  #curves = new Map();
  #reading = false;
  #stale = false;

  /** With its ways, or with its posteriors alone. */
  constructor(id, asOf, ways = true) {
    super();
    this.id = id;
    this.asOf = asOf;
    this.withWays = ways;
  }

  /** Reads; asked again meanwhile, once more afterwards. */
  async read() {
    this.#stale = this.#reading;
    if (this.#reading) {
      return;
    }
    this.#reading = true;
    const { id, asOf } = this;
    const [estimate, curves] = await Promise.all([
      this.withWays ? api.estimate(id, asOf).catch(() => undefined) : undefined,
      api.curves(id, asOf).catch(() => undefined),
    ]);
    this.#take(estimate, curves);
    this.#reading = false;
    if (this.#stale) {
      this.read();
    }
  }

  /** The ways of a line with their terms; null where they are not known. */
  ways(line) {
    return this.#ways.get(lineKey(line)) ?? null;
  }

  /** The posterior of a line; null where it is not known. */
  curve(line) {
    return this.#curves.get(lineKey(line)) ?? null;
  }

  /** What could not be read stays as it was: the estimate itself is shown anyway. */
  #take(estimate, curves) {
    if (estimate) {
      this.#ways = new Map((estimate.lines ?? []).map((line) => [lineKey(line), line.ways]));
    }
    if (curves) {
      this.#curves = new Map(curves.map((curve) => [lineKey(curve), curve]));
    }
    this.dispatchEvent(new Event("change"));
  }
}
