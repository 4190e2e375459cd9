// All companies on one axis.

import { CompanyRow } from "./companyrow.js";
import { element } from "./element.js";
import { Filter } from "./filter.js";
import { count, counted, day } from "./format.js";
import { flash } from "./highlight.js";
import { legend } from "./legend.js";
import { notice } from "./notice.js";
import { axis } from "./plot.js";
import * as route from "./route.js";
import { Scale } from "./scale.js";
import { Tongues } from "./tongues.js";

const FIRST = 40;
const MORE = 60;
const LONG = 100;
const COLUMNS = [
  ["company-head", "Company", "name"],
  ["line-what", "Model and scope"],
  ["line-figure", "Median, 10–90 %", "estimate"],
  ["line-chart", "Interval", null],
  ["line-trend", "Trend", "trend"],
  ["line-state", "Agreement", "spread"],
  ["line-voices", "Voices", "voices"],
  ["line-mentions", "Mentions", "mentions"],
];

export class Overview {
  #filter = new Filter();
  #tongues;
  #rows = new Map();
  #scale = Scale.holding([]);
  #axis = element("div", { class: "axis-slot", "aria-hidden": "true" });
  #heads = new Map();
  #table = element("div", { class: "companies", role: "table", "aria-label": "Estimates by company" });
  #found = element("p", { class: "found", role: "status" });
  #again = element("button", { type: "button", hidden: true, click: () => this.#arrange() });
  #state = element("div", { class: "state" });
  #above;
  #building = 0;
  #built = true;

  /** Source is the ledger, or a snapshot of a day. */
  constructor(source) {
    this.source = source;
    this.#tongues = new Tongues(source);
    this.#again.textContent = "Order has changed – sort again";
    this.#axis.append(axis(this.#scale));
    this.#table.append(this.#columns());
    this.#above = element("div", { class: "above" }, this.#found, this.#again, legend());
    this.node = element(
      "section",
      { class: "overview", "aria-label": "Companies" },
      this.#filter.node,
      ...[this.#above, this.#table, this.#state],
    );
    this.#filter.addEventListener("change", () => this.#filtered());
    this.#filter.addEventListener("day", () => (location.hash = this.address));
    this.#tongues.addEventListener("change", () => this.#arrange());
    source.addEventListener("estimates", ({ detail }) => this.#changed(detail));
    source.addEventListener("loaded", () => this.#tell());
    source.addEventListener("failed", () => this.#tell());
    this.#changed(new Set());
    this.#tell();
  }

  get address() {
    return route.overview(this.#filter.options);
  }

  /** Shows what an address asks for. */
  open(options) {
    const before = this.address;
    this.#filter.options = options;
    this.#tongues.want(this.#filter.language);
    if (this.address !== before) {
      this.#arrange();
    }
  }

  /** Takes the focus where the reader had it, in the field of the day. */
  focus() {
    return this.source.asOf ? (this.#filter.focusDay(), true) : null;
  }

  #filtered() {
    route.amend(this.address);
    this.#tongues.want(this.#filter.language);
    this.#arrange();
  }

  get #admits() {
    return this.#filter.admits(this.#tongues);
  }

  #changed(ids) {
    const estimates = [...this.source.estimates.values()];
    this.#filter.suggest(estimates);
    if (this.#widened(estimates) || this.#rows.size === 0) {
      this.#arrange();
      return;
    }
    const gone = [...ids].filter((id) => !this.source.estimates.has(id));
    gone.forEach((id) => this.#remove(id));
    const sorted = this.#filter.sorted(estimates, this.#admits);
    sorted.forEach((estimate, place) => {
      if (ids.has(String(estimate.companyId))) {
        this.#show(estimate, sorted[place + 1]);
      }
    });
    this.#tell();
    this.#offerOrder(sorted);
  }

  /** A new company comes where it belongs; a known one changes where it stands. */
  #show(estimate, next) {
    const id = String(estimate.companyId);
    const known = this.#rows.get(id);
    const row = known ?? new CompanyRow(id, this.source.asOf);
    row.show(estimate, this.#scale, this.#admits(estimate), Boolean(known));
    if (!known) {
      this.#rows.set(id, row);
      this.#table.insertBefore(row.node, this.#rows.get(String(next?.companyId))?.node ?? null);
      flash(row.node);
    }
  }

  #remove(id) {
    this.#rows.get(id)?.node.remove();
    this.#rows.delete(id);
  }

  /** Puts all rows in order: the first screens at once, the rest as the browser finds time. */
  #arrange() {
    const sorted = this.#filter.sorted([...this.source.estimates.values()], this.#admits);
    const turn = ++this.#building;
    for (const id of this.#rows.keys()) {
      if (!this.source.estimates.has(id)) {
        this.#remove(id);
      }
    }
    const build = (from, size) => {
      if (turn !== this.#building) {
        return;
      }
      sorted.slice(from, from + size).forEach((one, step) => this.#put(one, from + step));
      this.#built = from + size >= sorted.length;
      if (!this.#built) {
        setTimeout(() => build(from + size, MORE));
      }
    };
    this.#table.classList.toggle("long", sorted.length > LONG);
    build(0, FIRST);
    this.#again.hidden = true;
    this.#tell();
  }

  #put({ companyId }, place) {
    const id = String(companyId);
    const estimate = this.source.estimates.get(id);
    if (!estimate) {
      return;
    }
    const row = this.#rows.get(id) ?? new CompanyRow(id, this.source.asOf);
    this.#rows.set(id, row);
    row.show(estimate, this.#scale, this.#admits(estimate), false);
    const there = this.#table.children[place + 1] ?? null;
    if (there !== row.node) {
      this.#table.insertBefore(row.node, there);
    }
  }

  #widened(estimates) {
    const medians = estimates.flatMap(({ lines }) => lines.map(({ usd }) => usd?.best));
    const scale = Scale.holding(medians, this.#scale.from, this.#scale.to);
    if (scale.equals(this.#scale)) {
      return false;
    }
    this.#scale = scale;
    this.#axis.replaceChildren(axis(scale));
    return true;
  }

  /** Sorts anew by itself only where nobody is reading. */
  #offerOrder(sorted) {
    const shown = [...this.#table.children].slice(1);
    const moved = sorted.some((one, i) => this.#rows.get(String(one.companyId))?.node !== shown[i]);
    const reading =
      scrollY > 0 || this.#table.matches(":hover") || this.#table.contains(document.activeElement);
    if (moved && !reading && this.#built) {
      this.#arrange();
    } else {
      this.#again.hidden = !moved || !this.#built;
    }
  }

  #tell() {
    const all = [...this.source.estimates.values()];
    const admits = this.#admits;
    const wanted = all.filter((one) => one.lines.some(admits(one))).length;
    const few = `${count(wanted)} of ${counted(all.length, "company", "companies")}`;
    this.#found.textContent =
      wanted === all.length ? counted(all.length, "company", "companies") : few;
    this.#above.hidden = all.length === 0;
    this.#table.hidden = wanted === 0;
    this.#sayOrder();
    this.#state.replaceChildren(...this.#words(all.length, wanted));
  }

  #words(all, wanted) {
    if (all > 0 && wanted > 0) {
      return [];
    }
    if (!this.#tongues.known) {
      const { failure } = this.#tongues;
      return [failure ? notice("The language could not be asked for", failure) : notice("Loading …")];
    }
    if (all > 0) {
      const clear = ["Show all companies", () => this.#filter.clear()];
      return [notice("No company matches", "Nothing here fits this search.", clear)];
    }
    if (this.source.failure) {
      const retry = ["Try again", () => this.source.load()];
      return [notice("No estimates to show", this.source.failure, retry)];
    }
    if (!this.source.loaded) {
      return [notice("Loading estimates …")];
    }
    if (this.source.asOf) {
      return [notice("No estimates", `Nothing had been published by ${day(this.source.asOf)}.`)];
    }
    const wait = "They appear here as soon as the first articles have been read.";
    return [notice("No estimates yet", wait)];
  }

  /** The heads of the columns; most of them sort. */
  #columns() {
    const heads = COLUMNS.map(([name, label, order]) => {
      const click = () => this.#filter.orderBy(order);
      const text = order ? element("button", { type: "button", class: "plain", click }, label) : label;
      const node = element("div", { role: "columnheader", class: name }, order === null ? element("span", { class: "spoken" }, text) : text);
      if (order) {
        this.#heads.set(order, node);
      } else if (order === null) {
        node.append(this.#axis);
      }
      return node;
    });
    const row = element("div", { role: "row", class: "line" }, ...heads);
    return element("div", { role: "rowgroup", class: "columns" }, row);
  }

  #sayOrder() {
    const [order, reversed] = this.#filter.order;
    const rising = reversed !== (order === "name");
    for (const [code, node] of this.#heads) {
      const way = rising ? "ascending" : "descending";
      code === order ? node.setAttribute("aria-sort", way) : node.removeAttribute("aria-sort");
    }
  }
}
