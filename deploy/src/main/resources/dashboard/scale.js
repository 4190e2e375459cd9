// A logarithmic axis of US dollars, in whole decades.

import { figure } from "./format.js";

const LEAST = 3;
const MOST = 13;

export class Scale {
  /** From 10^from to 10^to dollars. */
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }

  /** The decades that hold all of these figures, and at least these; absurd figures move none. */
  static holding(figures, from = 5, to = 11) {
    const logs = figures
      .map(figure)
      .filter((value) => value > 0)
      .map(Math.log10)
      .filter((log) => log >= LEAST && log <= MOST);
    const low = logs.reduce((least, log) => Math.min(least, Math.floor(log)), from);
    const high = logs.reduce((most, log) => Math.max(most, Math.ceil(log)), to);
    return new Scale(low, high);
  }

  get decades() {
    return this.to - this.from;
  }

  /** Where a figure stands, 0 to 100 per cent of the axis; beyond its ends, at the end. */
  at(usd) {
    const place = usd > 0 ? (Math.log10(usd) - this.from) / this.decades : 0;
    return 100 * Math.min(1, Math.max(0, place));
  }

  /** -1 below the axis, 1 above it, 0 on it. */
  beyond(usd) {
    return usd < 10 ** this.from ? -1 : usd > 10 ** this.to ? 1 : 0;
  }

  ticks() {
    return Array.from({ length: this.decades + 1 }, (_, step) => 10 ** (this.from + step));
  }

  equals(other) {
    return this.from === other.from && this.to === other.to;
  }
}
