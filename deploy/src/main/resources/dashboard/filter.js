// What the reader wants to see of the overview, and in which order.

import { element } from "./element.js";
import { figure } from "./format.js";
import { agreements, named, scope, scopes } from "./words.js";

const names = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
const ORDERS = {
  estimate: ["Largest estimate", falling((lines) => most(lines, (line) => line.usd?.best))],
  mentions: ["Most mentions", falling((lines) => total(lines, "mentions"))],
  voices: ["Most voices", falling((lines) => total(lines, "claimants"))],
  spread: ["Widest disagreement", falling((lines) => most(lines, (line) => line.spread))],
  updated: ["Latest change", falling((_, estimate) => Date.parse(estimate.updatedAt) || 0)],
  name: ["Name", () => 0],
};
const [USUAL] = Object.keys(ORDERS);

/** Emits "change" when the reader wants something else. */
export class Filter extends EventTarget {
  #search = element("input", { type: "search", name: "q", autocomplete: "off" });
  #models = element("datalist", { id: "models" });
  #model = element("input", { type: "text", name: "model", list: "models", autocomplete: "off" });
  #scope = select("scope", [["", "All scopes"], ...scopes.map((code) => [code, scope(code)])]);
  #agreement = select("agreement", [["", "Any"], ...agreements.map((code) => [code, named(code)])]);
  #sort = select("sort", Object.entries(ORDERS).map(([code, [label]]) => [code, label]));
  #known = "";

  constructor() {
    super();
    this.node = element(
      "form",
      { class: "filter", role: "search", "aria-label": "Companies", submit: (e) => e.preventDefault() },
      field("Search", this.#search),
      field("Scope", this.#scope),
      field("Model", this.#model),
      field("Agreement", this.#agreement),
      field("Sort by", this.#sort),
      this.#models,
    );
    this.#search.placeholder = "Company or model";
    this.#model.placeholder = "All models";
    this.node.addEventListener("input", () => this.dispatchEvent(new Event("change")));
  }

  /** The choices that differ from the usual, for the address. */
  get options() {
    const sort = this.#sort.value === USUAL ? "" : this.#sort.value;
    return {
      q: this.#search.value.trim(),
      scope: this.#scope.value,
      model: this.#model.value.trim(),
      agreement: this.#agreement.value,
      sort,
    };
  }

  set options({ q = "", scope: code = "", model = "", agreement = "", sort = "" }) {
    this.#search.value = q;
    this.#scope.value = scopes.includes(code) ? code : "";
    this.#model.value = model;
    this.#agreement.value = agreements.includes(agreement) ? agreement : "";
    this.#sort.value = Object.hasOwn(ORDERS, sort) ? sort : USUAL;
  }

  clear() {
    this.options = { sort: this.#sort.value };
    this.dispatchEvent(new Event("change"));
  }

  /** What is wanted now: for an estimate, a test of its lines. */
  get admits() {
    const { scope: code, agreement, ...typed } = this.options;
    const [q, model] = [folded(typed.q), folded(typed.model)];
    return (estimate) => {
      const byName = !q || folded(estimate.company).includes(q);
      return (line) =>
        (!code || line.scope === code) &&
        (!agreement || line.agreement === agreement) &&
        (!model || folded(line.model).includes(model)) &&
        (byName || folded(line.model).includes(q));
    };
  }

  /** Estimates in the order wanted, by the lines that are wanted. */
  sorted(estimates) {
    const [, order] = ORDERS[this.#sort.value];
    const { admits } = this;
    const wanted = estimates.map((estimate) => {
      const lines = estimate.lines.filter(admits(estimate));
      return { estimate, rank: order(lines, estimate) };
    });
    wanted.sort((a, b) => a.rank - b.rank || byName(a.estimate, b.estimate));
    return wanted.map(({ estimate }) => estimate);
  }

  /** Suggests the models that there are. */
  suggest(estimates) {
    const models = new Set(estimates.flatMap(({ lines }) => lines.map(({ model }) => model)));
    const sorted = [...models].filter(Boolean).sort(names.compare).slice(0, 500);
    if (sorted.join("\n") !== this.#known) {
      this.#known = sorted.join("\n");
      this.#models.replaceChildren(...sorted.map((value) => element("option", { value })));
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

/** For comparing without regard to case and accents. */
function folded(text) {
  return String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function field(label, control) {
  return element("label", { class: "field" }, element("span", {}, label), control);
}

function select(name, options) {
  const choices = options.map(([value, label]) => element("option", { value }, label));
  return element("select", { name }, ...choices);
}
