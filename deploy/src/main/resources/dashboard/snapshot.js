// The estimates as of a day, which no news changes: what a view reads in the ledger's stead.

import * as api from "./api.js";

/** Emits what a ledger does: "estimates", "loaded" and "failed". */
export class Snapshot extends EventTarget {
  estimates = new Map();
  loaded = false;
  failure = null;

  constructor(asOf) {
    super();
    this.asOf = asOf;
  }

  async load() {
    try {
      const { items } = await api.estimates({ asOf: this.asOf });
      this.estimates = new Map(items.map((estimate) => [String(estimate.companyId), estimate]));
      this.loaded = true;
      this.failure = null;
      const all = new Set(this.estimates.keys());
      this.dispatchEvent(new CustomEvent("estimates", { detail: all }));
      this.dispatchEvent(new CustomEvent("loaded"));
    } catch ({ message }) {
      this.failure = message;
      this.dispatchEvent(new CustomEvent("failed"));
    }
  }
}
