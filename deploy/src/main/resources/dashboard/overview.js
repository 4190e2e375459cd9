// All companies on one axis.

import { CompanyRow } from "./companyrow.js";
import { element } from "./element.js";
import { Filter } from "./filter.js";
import { count, counted } from "./format.js";
import { flash } from "./highlight.js";
import { legend } from "./legend.js";
import { notice } from "./notice.js";
import { axis } from "./plot.js";
import * as route from "./route.js";
import { Scale } from "./scale.js";

const FIRST = 40;
const MORE = 60;
const LONG = 100;

export class Overview {
  #filter = new Filter();
  #rows = new Map();
  #scale = Scale.holding([]);
  #list = element("ol", { class: "companies" });
  #axis = element("div", { class: "line-chart" });
  #found = element("p", { class: "found", role: "status" });
  #again = element("button", { type: "button", hidden: true, click: () => this.#arrange() });
  #state = element("div", { class: "state" });
  #columns;
  #building = 0;
  #built = true;

  constructor(ledger) {
    this.ledger = ledger;
    this.#again.textContent = "Order has changed – sort again";
    this.#axis.append(axis(this.#scale));
    this.#columns = columns(this.#axis);
    this.node = element(
      "section",
      { class: "overview", "aria-label": "Companies" },
      this.#filter.node,
      element("div", { class: "above" }, this.#found, this.#again, legend()),
      this.#columns,
      this.#list,
      this.#state,
    );
    this.#filter.addEventListener("change", () => this.#filtered());
    ledger.addEventListener("estimates", ({ detail }) => this.#changed(detail));
    ledger.addEventListener("loaded", () => this.#tell());
    ledger.addEventListener("failed", () => this.#tell());
    this.#tell();
  }

  get address() {
    return route.overview(this.#filter.options);
  }

  /** Shows what an address asks for. */
  open(options) {
    const before = this.address;
    this.#filter.options = options;
    if (this.address !== before) {
      this.#arrange();
    }
  }

  #filtered() {
    route.amend(this.address);
    this.#arrange();
  }

  #changed(ids) {
    const estimates = [...this.ledger.estimates.values()];
    this.#filter.suggest(estimates);
    if (this.#widened(estimates) || this.#rows.size === 0) {
      this.#arrange();
      return;
    }
    const gone = [...ids].filter((id) => !this.ledger.estimates.has(id));
    gone.forEach((id) => this.#remove(id));
    const sorted = this.#filter.sorted(estimates);
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
    const row = known ?? new CompanyRow(id);
    row.show(estimate, this.#scale, this.#filter.admits(estimate), Boolean(known));
    if (!known) {
      this.#rows.set(id, row);
      this.#list.insertBefore(row.node, this.#rows.get(String(next?.companyId))?.node ?? null);
      flash(row.node);
    }
  }

  #remove(id) {
    this.#rows.get(id)?.node.remove();
    this.#rows.delete(id);
  }

  /** Puts all rows in order: the first screens at once, the rest as the browser finds time. */
  #arrange() {
    const sorted = this.#filter.sorted([...this.ledger.estimates.values()]);
    const turn = ++this.#building;
    for (const id of this.#rows.keys()) {
      if (!this.ledger.estimates.has(id)) {
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
    this.#list.classList.toggle("long", sorted.length > LONG);
    build(0, FIRST);
    this.#again.hidden = true;
    this.#tell();
  }

  #put({ companyId }, place) {
    const id = String(companyId);
    const estimate = this.ledger.estimates.get(id);
    if (!estimate) {
      return;
    }
    const row = this.#rows.get(id) ?? new CompanyRow(id);
    this.#rows.set(id, row);
    row.show(estimate, this.#scale, this.#filter.admits(estimate), false);
    const there = this.#list.children[place] ?? null;
    if (there !== row.node) {
      this.#list.insertBefore(row.node, there);
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
    const shown = [...this.#list.children];
    const moved = sorted.some((one, i) => this.#rows.get(String(one.companyId))?.node !== shown[i]);
    const reading =
      scrollY > 0 || this.#list.matches(":hover") || this.#list.contains(document.activeElement);
    if (moved && !reading && this.#built) {
      this.#arrange();
    } else {
      this.#again.hidden = !moved || !this.#built;
    }
  }

  #tell() {
    const all = [...this.ledger.estimates.values()];
    const { admits } = this.#filter;
    const wanted = all.filter((one) => one.lines.some(admits(one))).length;
    const few = `${count(wanted)} of ${counted(all.length, "company", "companies")}`;
    this.#found.textContent =
      wanted === all.length ? counted(all.length, "company", "companies") : few;
    this.#found.parentNode.hidden = all.length === 0;
    this.#columns.hidden = all.length === 0;
    this.#state.replaceChildren(...this.#words(all.length, wanted));
  }

  #words(all, wanted) {
    if (all > 0 && wanted > 0) {
      return [];
    }
    if (all > 0) {
      const clear = ["Show all companies", () => this.#filter.clear()];
      return [notice("No company matches", "Nothing here fits this search.", clear)];
    }
    if (this.ledger.failure) {
      const retry = ["Try again", () => this.ledger.load()];
      return [notice("No estimates to show", this.ledger.failure, retry)];
    }
    if (!this.ledger.loaded) {
      return [notice("Loading estimates …")];
    }
    const wait = "They appear here as soon as the first articles have been read.";
    return [notice("No estimates yet", wait)];
  }
}

function columns(axisCell) {
  return element(
    "div",
    { class: "columns", "aria-hidden": "true" },
    element("span", {}, "Company"),
    element(
      "div",
      { class: "line" },
      element("span", { class: "line-name" }, "Model and scope"),
      element("span", { class: "line-figure" }, "Median, 10–90 %"),
      axisCell,
      element("span", { class: "line-trend" }, "Trend"),
      element("span", { class: "line-state" }, "Agreement"),
    ),
  );
}
