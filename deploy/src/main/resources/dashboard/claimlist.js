// Claims, newest first, a page at a time.

import * as api from "./api.js";
import { claimEntry } from "./claim.js";
import { element } from "./element.js";
import { field, select } from "./form.js";
import { counted, languageName } from "./format.js";
import { flash } from "./highlight.js";
import { notice } from "./notice.js";
import { measure, measures } from "./words.js";

export class ClaimList {
  #list = element("ol", { class: "claims" });
  #state = element("div", { class: "state", role: "status" });
  #more = element("button", { type: "button", click: () => this.#older() }, "Show older claims");
  #count = element("span", { class: "quiet" });
  #entries = new Map();
  #choices = new Map();

  /** The reader's choice of a measure or a language goes to choose. */
  constructor(book, choose) {
    this.book = book;
    const fields = [
      field("Measure", this.#choice("measure", measures.map((code) => [code, measure(code)]), choose)),
      field("Language", this.#choice("language", [], choose)),
    ];
    this.#tongues();
    const heading = element("h2", { id: "claims" }, "Claims ");
    this.node = element(
      "section",
      { class: "claim-list", "aria-labelledby": "claims" },
      element("div", { class: "claims-head" }, heading, this.#count, ...fields),
      this.#list,
      this.#state,
      this.#more,
    );
    book.addEventListener("change", ({ detail }) => this.#show(detail));
    this.#show(null);
  }

  /** A choice that is part of the address. */
  #choice(name, options, choose) {
    const value = this.book[name];
    const known = !value || options.some(([code]) => code === value) ? [] : [[value, languageName(value)]];
    const control = select(name, [["", "All"], ...options, ...known], value);
    control.addEventListener("change", () => choose({ [name]: control.value }));
    this.#choices.set(name, control);
    return control;
  }

  async #tongues() {
    const all = await api.languages().catch(() => []);
    const control = this.#choices.get("language");
    const names = all
      .map(({ language }) => [language, languageName(language)])
      .filter(([code]) => code !== this.book.language)
      .sort(([, a], [, b]) => a.localeCompare(b));
    control.append(...names.map(([value, name]) => element("option", { value }, name)));
  }

  async #older() {
    const last = this.#list.lastElementChild;
    await this.book.read();
    last?.nextElementSibling?.focus({ preventScroll: true });
  }

  #show(arrived) {
    const claims = this.book.newestFirst;
    const keep = new Set(claims.map(({ id }) => id));
    for (const [id, { node }] of this.#entries) {
      if (!keep.has(id)) {
        node.remove();
        this.#entries.delete(id);
      }
    }
    claims.forEach((claim, place) => this.#place(claim, place, arrived?.has(claim.id)));
    this.#more.hidden = !this.book.more || this.book.loading || Boolean(this.book.failure);
    this.#count.textContent = claims.length
      ? `${counted(claims.length, "claim")}${this.book.more ? " so far" : ""}`
      : "";
    this.#state.replaceChildren(...this.#words(claims.length));
  }

  #place(claim, place, lit) {
    const known = this.#entries.get(claim.id);
    if (known?.claim !== claim) {
      const node = claimEntry(claim);
      known?.node.replaceWith(node);
      this.#entries.set(claim.id, { claim, node });
      if (lit) {
        flash(node);
      }
    }
    const { node } = this.#entries.get(claim.id);
    if (this.#list.children[place] !== node) {
      this.#list.insertBefore(node, this.#list.children[place] ?? null);
    }
  }

  #words(count) {
    if (this.book.failure) {
      const again = ["Try again", () => this.book.read()];
      return [notice("Claims could not be read", this.book.failure, again)];
    }
    if (this.book.loading) {
      return [notice("Loading claims …")];
    }
    return count ? [] : [notice("No claims", "Nothing has been read about this yet.")];
  }
}
