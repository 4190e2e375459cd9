// One company: each line of its estimate in full, and every claim about it.

import { address } from "./api.js";
import { ClaimBook } from "./claimbook.js";
import { ClaimList } from "./claimlist.js";
import { element, isolate } from "./element.js";
import { Detail } from "./detail.js";
import { counted, day } from "./format.js";
import { voiceLegend } from "./legend.js";
import { LineSection } from "./line.js";
import { notice } from "./notice.js";
import * as route from "./route.js";
import { byWeight, lineKey } from "./words.js";

/** Names of other companies as links, with a word before them; nothing if there are none. */
function tie(word, members) {
  const links = members.flatMap(({ company, companyId, since }, i) => [
    i === 0 ? `${word} ` : ", ",
    element("a", { href: route.company(companyId) }, isolate(company)),
    since ? ` (since ${since})` : "",
  ]);
  return links.length === 0 ? [] : [...links, " · "];
}

export class CompanyPage {
  #heading = element("h1", { tabindex: -1 });
  #facts = element("p", { class: "quiet" });
  #sections = element("div", { class: "details" });
  #lines = new Map();
  #leaving = new AbortController();
  #wanted;
  #detail;
  #seeking = false;

  /** Claims come from the ledger, estimates from the source: the ledger too, or a snapshot. */
  constructor(ledger, source, id, options, back) {
    this.id = id;
    this.source = source;
    this.#wanted = options;
    this.#detail = new Detail(id, source.asOf);
    this.book = new ClaimBook(id, options, source.asOf);
    const list = new ClaimList(this.book, (choice) => this.#choose(choice));
    this.node = element(
      "article",
      { class: "company-page" },
      element("p", { class: "back" }, element("a", { href: back }, "All companies")),
      element("header", {}, this.#heading, this.#facts, ...this.#dated(), voiceLegend()),
      this.#sections,
      list.node,
    );
    this.#listen(ledger);
    this.#show();
    this.book.read();
    this.#detail.read();
  }

  #listen(ledger) {
    const { signal } = this.#leaving;
    for (const type of ["estimates", "loaded", "failed"]) {
      this.source.addEventListener(type, ({ detail }) => this.#changed(detail), { signal });
    }
    ledger.addEventListener("claims", ({ detail }) => this.book.add(detail), { signal });
    ledger.addEventListener("loaded", () => this.book.refresh(), { signal });
    this.book.addEventListener("change", () => this.#show());
    this.#detail.addEventListener("change", () => this.#show());
  }

  #changed(ids) {
    if (ids?.has?.(this.id)) {
      this.#detail.read();
    }
    this.#show();
  }

  /** Of a day of the past: which one, and the way to today. */
  #dated() {
    const { asOf } = this.source;
    if (!asOf) {
      return [];
    }
    const now = route.company(this.id, { ...this.#wanted, asOf: null });
    const words = `As it stood at the end of ${day(asOf)}. `;
    return [element("p", { class: "dated" }, words, element("a", { href: now }, "Show today"))];
  }

  /** Brings the line that the address asks for into view, and holds it until all is read. */
  seek() {
    const { scope } = this.#wanted;
    this.#seeking = Boolean(scope);
    const signal = this.#leaving.signal;
    for (const type of ["wheel", "keydown", "pointerdown", "touchstart"]) {
      addEventListener(type, () => (this.#seeking = false), { signal, passive: true });
    }
    this.#hold();
  }

  get title() {
    return this.source.estimates.get(this.id)?.company ?? this.#nameFromClaims() ?? this.id;
  }

  leave() {
    this.#leaving.abort();
  }

  #choose(choice) {
    location.hash = route.company(this.id, { ...this.#wanted, ...choice });
  }

  #show() {
    const estimate = this.source.estimates.get(this.id);
    this.#name(this.title);
    const lines = this.#ordered(estimate?.lines ?? []);
    this.#facts.replaceChildren(...this.#words(estimate));
    const keys = lines.map(lineKey);
    for (const [key, section] of this.#lines) {
      if (!keys.includes(key)) {
        section.node.remove();
        this.#lines.delete(key);
      }
    }
    lines.forEach((line, place) => this.#place(line, keys[place], place));
    this.#complete(lines);
    this.#hold();
    if (!estimate) {
      this.#sections.replaceChildren(...this.#absence());
    }
  }

  /** Nothing moves while it is read: known lines stay where they are. */
  #ordered(lines) {
    const place = new Map([...this.#lines.keys()].map((key, i) => [key, i]));
    const of = (line) => place.get(lineKey(line)) ?? place.size;
    return byWeight(lines).sort((a, b) => of(a) - of(b));
  }

  #hold() {
    const { model = null, scope } = this.#wanted;
    const heading = this.#seeking && this.#lines.get(lineKey({ model, scope }))?.heading;
    if (heading && this.node.isConnected) {
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
      this.#seeking = this.book.loading;
    }
  }

  #place(line, key, place) {
    const section = this.#lines.get(key) ?? new LineSection(line);
    this.#lines.set(key, section);
    section.show(line, this.book.claims, this.#detail);
    if (this.#sections.children[place] !== section.node) {
      this.#sections.querySelector(":scope > .notice")?.remove();
      this.#sections.insertBefore(section.node, this.#sections.children[place] ?? null);
    }
  }

  /** The independent evidence may be older than the page of claims read first. */
  #complete(lines) {
    if (!this.book.loading) {
      const evidence = lines.flatMap((line) => line.evidence ?? []);
      this.book.want(evidence.filter(({ weight }) => weight > 0).map(({ claim }) => claim));
    }
  }

  #name(name) {
    if (this.#heading.textContent !== name) {
      this.#heading.replaceChildren(isolate(name));
    }
  }

  #nameFromClaims() {
    const [first] = this.book.newestFirst;
    return this.id === "unattributed" ? "Nobody in particular" : first?.company;
  }

  #words(estimate) {
    if (!estimate) {
      return [];
    }
    const changed = day(estimate.updatedAt);
    const parts = [
      counted(estimate.lines.length, "line"),
      changed ? `newest evidence of ${changed}` : null,
    ];
    const { asOf } = this.source;
    const json = address(`api/estimates/${encodeURIComponent(this.id)}`, { asOf });
    const [csv, lines] = ["csv", "jsonl"].map((form) => address(`export/claims.${form}`, { company: this.id }));
    return [
      `${parts.filter(Boolean).join(" · ")} · `,
      ...tie("belongs to", estimate.group?.parent ? [estimate.group.parent] : []),
      ...tie("owns", estimate.group?.subsidiaries ?? []),
      element("a", { href: route.flat("compare", { ids: this.id, asOf }) }, "compare"),
      " · ",
      element("a", { href: json.href }, "estimate, JSON"),
      " · ",
      element("a", { href: csv.href, download: true }, "claims, CSV"),
      " · ",
      element("a", { href: lines.href, download: true }, "claims, JSON Lines"),
    ];
  }

  #absence() {
    if (this.source.failure) {
      const again = ["Try again", () => this.source.load()];
      return [notice("The estimate could not be read", this.source.failure, again)];
    }
    if (!this.source.loaded) {
      return [notice("Loading the estimate …")];
    }
    const why =
      this.id === "unattributed"
        ? "Claims that name nobody in particular move no estimate."
        : "What is said about it does not add up to a figure yet.";
    return [notice("No estimate", why)];
  }
}
