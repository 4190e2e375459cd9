// The claims about one company, read page by page and kept up to date.

import * as api from "./api.js";

const SINGLES = 40;
const DAY = 24 * 60 * 60 * 1000;

/** Emits "change" with the ids of claims that came live, or null after a page was read. */
export class ClaimBook extends EventTarget {
  claims = new Map();
  loading = false;
  failure = null;
  #next = undefined;
  #missing = new Set();
  #end;

  /** Of one company, as the reader narrows it; asOf: a day after which nothing counts. */
  constructor(company, { measure = "", language = "" }, asOf) {
    super();
    this.company = company;
    this.measure = measure;
    this.language = language;
    this.#end = asOf ? Date.parse(asOf) + DAY : Infinity;
  }

  /** Whether there are older ones to read. */
  get more() {
    return this.#next !== null;
  }

  /** All that were read, newest first; undated ones last. */
  get newestFirst() {
    const when = ({ publishedAt }) => Date.parse(publishedAt) || 0;
    const wanted = [...this.claims.values()].filter((claim) => this.#wanted(claim) && !claim.aside);
    return wanted.sort((a, b) => when(b) - when(a) || (a.id < b.id ? -1 : 1));
  }

  async read() {
    if (this.loading || !this.more) {
      return;
    }
    this.loading = true;
    this.#tell(null);
    try {
      const { company, measure, language } = this;
      const page = await api.claims({ company, measure, language, after: this.#next });
      page.items.forEach((claim) => this.claims.set(claim.id, claim));
      this.#next = page.next;
      this.failure = null;
    } catch (refusal) {
      this.failure = refusal.message;
    }
    this.loading = false;
    this.#tell(null);
  }

  /** Reads the newest page again, after the stream was away. */
  async refresh() {
    if (this.#next === undefined || this.loading) {
      return;
    }
    const { company, measure, language } = this;
    const page = await api.claims({ company, measure, language }).catch(() => null);
    const missed = page?.items.filter(({ id }) => !this.claims.has(id)) ?? [];
    this.add(missed);
  }

  /** Takes what the stream brings. */
  add(claims) {
    const ours = claims.filter((claim) => claim.companyId === this.company);
    ours.forEach((claim) => this.claims.set(claim.id, claim));
    if (ours.length) {
      this.#tell(new Set(ours.map(({ id }) => id)));
    }
  }

  /** Fetches single claims that an estimate rests on and no page has brought yet. */
  async want(ids) {
    const missing = ids.filter((id) => !this.claims.has(id) && !this.#missing.has(id));
    const asked = missing.slice(0, SINGLES);
    asked.forEach((id) => this.#missing.add(id));
    const found = await Promise.all(asked.map((id) => api.claim(id).catch(() => null)));
    const new_ = found.filter((claim) => claim && !this.claims.has(claim.id));
    // They stay out of the list, whose pages must not have holes.
    new_.forEach((claim) => this.claims.set(claim.id, { ...claim, aside: true }));
    if (new_.length) {
      this.#tell(null);
    }
  }

  #wanted(claim) {
    const fits = (wanted, value) => !wanted || value === wanted;
    const early = !claim.publishedAt || Date.parse(claim.publishedAt) < this.#end;
    return early && fits(this.measure, claim.measure) && fits(this.language, claim.language);
  }

  #tell(arrived) {
    this.dispatchEvent(new CustomEvent("change", { detail: arrived }));
  }
}
