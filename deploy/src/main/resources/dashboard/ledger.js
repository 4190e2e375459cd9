// All that the page knows: the latest estimate of each company, and the claims as they arrive.

import * as api from "./api.js";

const BATCH = 150;
const RETRY = 5000;

/**
 * Emits "estimates" with the set of company ids that changed, "claims" with new claims, "alerts"
 * with new alerts, "held" when changes wait for the reader, "loaded" and "failed".
 */
export class Ledger extends EventTarget {
  estimates = new Map();
  loaded = false;
  failure = null;
  #pending = new Map();
  #claims = [];
  #alerts = [];
  #timer = null;
  #retry = null;
  #paused = false;
  #arrivals = 0;
  #turn = 0;
  #latest = 0;
  #touched = new Map();

  constructor(stream) {
    super();
    this.stream = stream;
    stream.addEventListener("lost", () => this.load());
    stream.addEventListener("estimate", ({ detail }) => this.#queue(detail));
    stream.addEventListener("claim", ({ detail }) => this.#wait(this.#claims, detail));
    stream.addEventListener("alert", ({ detail }) => this.#wait(this.#alerts, detail));
  }

  /**
   * Reads everything anew: at the start, and while the stream is away. What the stream said
   * meanwhile is newer and stays.
   */
  async load() {
    const turn = ++this.#turn;
    const since = this.#arrivals;
    try {
      const { items, position } = await api.estimates();
      if (turn > this.#latest) {
        this.#latest = turn;
        this.#merge(items, since);
        this.#succeeded();
        this.stream.follow(position);
      }
    } catch (refusal) {
      this.#refused(refusal);
    }
  }

  #merge(all, since) {
    const older = (id) => (this.#touched.get(id) ?? 0) <= since;
    const read = new Map(all.map((estimate) => [String(estimate.companyId), estimate]));
    const gone = [...this.estimates.keys()].filter((id) => !read.has(id));
    gone.forEach((id) => read.set(id, { companyId: id, lines: [] }));
    for (const [id, estimate] of read) {
      if (older(id)) {
        this.#pending.set(id, estimate);
      }
    }
  }

  get paused() {
    return this.#paused;
  }

  /** How many changes wait while paused. */
  get held() {
    return this.#paused ? this.#pending.size + this.#claims.length + this.#alerts.length : 0;
  }

  pause(paused) {
    this.#paused = paused;
    this.#flush();
    this.dispatchEvent(new CustomEvent("held"));
  }

  #succeeded() {
    this.failure = null;
    this.stream.fresh();
    const first = !this.loaded;
    this.loaded = true;
    this.#flush(first);
    this.dispatchEvent(new CustomEvent("loaded"));
  }

  #refused({ message }) {
    this.failure = message;
    this.dispatchEvent(new CustomEvent("failed"));
    if (!this.loaded) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.load(), RETRY);
    }
  }

  #queue(estimate) {
    const id = String(estimate.companyId ?? "");
    this.#touched.set(id, ++this.#arrivals);
    this.#pending.set(id, estimate);
    this.#schedule();
  }

  #wait(queue, value) {
    queue.push(value);
    this.#schedule();
  }

  #schedule() {
    this.#timer ??= setTimeout(() => this.#flush(), BATCH);
  }

  #flush(first = false) {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#paused && !first) {
      this.dispatchEvent(new CustomEvent("held"));
      return;
    }
    const changed = this.#apply();
    if (changed.size) {
      this.dispatchEvent(new CustomEvent("estimates", { detail: changed }));
    }
    this.#announce("claims", this.#claims);
    this.#announce("alerts", this.#alerts);
  }

  #apply() {
    const changed = new Set();
    for (const [id, estimate] of this.#pending) {
      if (!Array.isArray(estimate.lines) || estimate.lines.length === 0) {
        if (this.estimates.delete(id)) {
          changed.add(id);
        }
      } else if (JSON.stringify(this.estimates.get(id)) !== JSON.stringify(estimate)) {
        this.estimates.set(id, estimate);
        changed.add(id);
      }
    }
    this.#pending.clear();
    return changed;
  }

  #announce(type, queue) {
    if (queue.length) {
      this.dispatchEvent(new CustomEvent(type, { detail: queue.splice(0) }));
    }
  }
}
