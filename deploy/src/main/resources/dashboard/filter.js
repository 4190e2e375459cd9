// What the reader wants to see of the overview, and in which order.

import * as api from "./api.js";
import { element, tidy } from "./element.js";
import { count, figure, languageName } from "./format.js";
import * as route from "./route.js";
import { field, folded, select } from "./form.js";
import { agreements, named, scope, scopes } from "./words.js";

const names = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
const ORDERS = {
  mentions: ["Mentions", falling((lines) => total(lines, "mentions"))],
  estimate: ["Largest estimate", falling((lines) => most(lines, (line) => line.usd?.best))],
  voices: ["Voices", falling((lines) => total(lines, "claimants"))],
  spread: ["Disagreement", falling((lines) => most(lines, (line) => line.spread))],
  trend: ["Trend", falling((lines) => most(lines, moved))],
  updated: ["Newest evidence", falling((_, estimate) => Date.parse(estimate.updatedAt) || 0)],
  name: ["Name", () => 0],
};
const [USUAL] = Object.keys(ORDERS);

/** Emits "change" when the reader wants something else, and "day" when another day. */
export class Filter extends EventTarget {
  #search = element("input", { type: "search", name: "q", autocomplete: "off" });
  #models = element("datalist", { id: "models" });
  #model = element("input", { type: "text", name: "model", list: "models", autocomplete: "off" });
  #scope = select("scope", [["", "All scopes"], ...scopes.map((code) => [code, scope(code)])]);
  #language = select("language", [["", "All languages"]]);
  #agreement = select("agreement", [["", "Any"], ...agreements.map((code) => [code, named(code)])]);
  #asOf = element("input", { type: "date", name: "asOf", max: "9999-12-31" });
  #sort = select("sort", Object.entries(ORDERS).map(([code, [label]]) => [code, label]));
  #more = element("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "More filters");
  #reversed = false;
  #known = "";

  constructor() {
    super();
    this.node = element(
      "form",
      { class: "filter", role: "search", "aria-label": "Companies", submit: (e) => e.preventDefault() },
      field("Search", this.#search),
      this.#more,
      field("Scope", this.#scope),
      field("Model", this.#model),
      field("Language", this.#language),
      field("Agreement", this.#agreement),
      field("As of", this.#asOf),
      field("Sort by", this.#sort),
      this.#models,
    );
    this.#search.placeholder = "Company or model";
    this.#model.placeholder = "All models";
    this.node.addEventListener("input", ({ target }) => this.#typed(target));
    this.#asOf.addEventListener("change", () => this.dispatchEvent(new Event("day")));
    this.#more.addEventListener("click", () => this.#unfold(!this.node.classList.contains("unfolded")));
    this.#tongues();
  }

  /** Where there is little room, the fields beyond the search fold away. */
  #unfold(open) {
    this.node.classList.toggle("unfolded", open);
    this.#more.setAttribute("aria-expanded", open);
  }

  #typed(target) {
    if (target === this.#sort) {
      this.#reversed = false;
    }
    if (target !== this.#asOf) {
      this.dispatchEvent(new Event("change"));
    }
  }

  /** The choices that differ from the usual, for the address. */
  get options() {
    const sort = this.#sort.value === USUAL ? "" : this.#sort.value;
    return {
      q: this.#search.value.trim(),
      scope: this.#scope.value,
      model: this.#model.value.trim(),
      language: this.#language.value,
      agreement: this.#agreement.value,
      asOf: this.#asOf.value,
      sort,
      order: this.#reversed ? "reversed" : "",
    };
  }

  set options({ q = "", scope: code = "", model = "", language = "", agreement = "", asOf, sort = "", order }) {
    this.#search.value = q;
    this.#scope.value = scopes.includes(code) ? code : "";
    this.#model.value = model;
    this.#speak(language);
    this.#agreement.value = agreements.includes(agreement) ? agreement : "";
    this.#asOf.value = route.date(asOf) ?? "";
    this.#sort.value = Object.hasOwn(ORDERS, sort) ? sort : USUAL;
    this.#reversed = order === "reversed";
  }

  get language() {
    return this.#language.value;
  }

  /** The order in force: [its code, whether it is turned round]. */
  get order() {
    return [this.#sort.value, this.#reversed];
  }

  /** Takes an order; the same once more turns it round. */
  orderBy(code) {
    this.#reversed = this.#sort.value === code && !this.#reversed;
    this.#sort.value = code;
    this.dispatchEvent(new Event("change"));
  }

  clear() {
    const { sort, order, asOf } = this.options;
    this.options = { sort, order, asOf };
    this.dispatchEvent(new Event("change"));
  }

  /** Back to where the reader chose a day. */
  focusDay() {
    this.#asOf.focus({ preventScroll: true });
  }

  /** What is wanted now: for an estimate, a test of its lines. */
  admits(tongues) {
    const { scope: code, agreement, ...typed } = this.options;
    const [q, model] = [folded(typed.q), folded(typed.model)];
    return (estimate) => {
      const byName = !q || folded(estimate.company).includes(q);
      return (line) =>
        (!code || line.scope === code) &&
        (!agreement || line.agreement === agreement) &&
        (!model || folded(line.model).includes(model)) &&
        (byName || folded(line.model).includes(q)) &&
        tongues.speakOf(estimate, line);
    };
  }

  /** Estimates in the order wanted, by the lines that are wanted. */
  sorted(estimates, admits) {
    const [, order] = ORDERS[this.#sort.value];
    const turn = this.#reversed ? -1 : 1;
    const wanted = estimates.map((estimate) => {
      const lines = estimate.lines.filter(admits(estimate));
      return { estimate, rank: order(lines, estimate) };
    });
    wanted.sort((a, b) => turn * (a.rank - b.rank || byName(a.estimate, b.estimate)));
    return wanted.map(({ estimate }) => estimate);
  }

  /** Suggests the models that there are. */
  suggest(estimates) {
    const models = new Set(estimates.flatMap(({ lines }) => lines.map(({ model }) => model)));
    const sorted = [...models].filter(Boolean).map((model) => tidy(model)).sort(names.compare).slice(0, 500);
    if (sorted.join("\n") !== this.#known) {
      this.#known = sorted.join("\n");
      this.#models.replaceChildren(...sorted.map((value) => element("option", { value })));
    }
  }

  async #tongues() {
    const all = await api.languages().catch(() => []);
    const chosen = this.#language.value;
    const options = all.map(({ language, claims }) => [
      languageName(language),
      element("option", { value: language }, `${languageName(language)} (${count(claims)})`),
    ]);
    options.sort(([a], [b]) => names.compare(a, b));
    this.#language.replaceChildren(this.#language.options[0], ...options.map(([, node]) => node));
    this.#speak(chosen);
  }

  /** A language of the address may come before the list that has it. */
  #speak(language) {
    const known = [...this.#language.options].some(({ value }) => value === language);
    if (!known && /^[A-Za-z-]{2,12}$/.test(language)) {
      this.#language.append(element("option", { value: language }, languageName(language)));
    }
    this.#language.value = language;
    if (this.#language.selectedIndex < 0) {
      this.#language.value = "";
    }
  }
}

function byName(a, b) {
  return names.compare(a.company ?? "", b.company ?? "") || names.compare(a.companyId, b.companyId);
}

function falling(rank) {
  return (lines, estimate) => -rank(lines, estimate);
}

function most(lines, value) {
  return lines.reduce((highest, line) => Math.max(highest, figure(value(line)) ?? 0), 0);
}

function total(lines, part) {
  return lines.reduce((sum, { stated }) => sum + (figure(stated?.[part]) ?? 0), 0);
}

/** By how many decades the median has moved since it was first known. */
function moved({ history }) {
  const [first, last] = [history?.[0], history?.at(-1)].map((moment) => figure(moment?.best));
  return first > 0 && last > 0 ? Math.abs(Math.log10(last / first)) : 0;
}
