// One company in the overview, with a row for each line of its estimate.

import { badge } from "./badge.js";
import { element, isolate, spoken } from "./element.js";
import { counted, day, dollars, figure } from "./format.js";
import { flash } from "./highlight.js";
import * as plot from "./plot.js";
import * as route from "./route.js";
import { trend } from "./trend.js";
import { ends80, interval, scope } from "./words.js";

/** What tells the lines of one estimate apart. */
export function lineKey(line) {
  return JSON.stringify([line.model ?? null, line.scope]);
}

export class CompanyRow {
  #name = element("a", { class: "company-name" });
  #when = element("span", { class: "quiet" });
  #list = element("ul", { class: "lines" });
  #lines = new Map();

  constructor(id) {
    this.id = id;
    this.#name.href = route.company(id);
    const heading = element("h2", {}, this.#name);
    this.node = element(
      "li",
      { class: "company" },
      element("div", { class: "company-head" }, heading, this.#when),
      this.#list,
    );
  }

  /** Shows the estimate in place; what changed is lit up if asked for. */
  show(estimate, scale, admits, lit) {
    this.#name.replaceChildren(isolate(estimate.company ?? this.id));
    const when = day(estimate.updatedAt);
    this.#when.replaceChildren(...(when ? [spoken("newest evidence of "), when] : []));
    const shown = estimate.lines.filter(admits);
    const keys = new Set(shown.map(lineKey));
    for (const [key, row] of this.#lines) {
      if (!keys.has(key)) {
        row.node.remove();
        this.#lines.delete(key);
      }
    }
    shown.forEach((line, place) => this.#place(line, place, scale, lit));
    this.node.hidden = shown.length === 0;
  }

  #place(line, place, scale, lit) {
    const key = lineKey(line);
    const row = this.#lines.get(key) ?? new LineRow(this.id, line);
    this.#lines.set(key, row);
    row.show(line, scale, lit);
    if (this.#list.children[place] !== row.node) {
      this.#list.insertBefore(row.node, this.#list.children[place] ?? null);
    }
  }
}

class LineRow {
  #name = element("a", { class: "line-name" });
  #figure = element("div", { class: "line-figure" });
  #chart = element("div", { class: "line-chart" });
  #state = element("div", { class: "line-state" });
  #trend = element("div", { class: "line-trend" });
  #seen = null;

  constructor(id, { model, scope: code }) {
    this.#name.href = route.company(id, { model, scope: code });
    const what = element("span", { class: model ? "scope" : "scope alone" }, scope(code));
    this.#name.append(...(model ? [isolate(model, { class: "model" }), " "] : []), what);
    const cells = [this.#name, this.#figure, this.#chart, this.#trend, this.#state];
    this.node = element("li", { class: "line" }, ...cells);
  }

  show(line, scale, lit) {
    const seen = JSON.stringify([line, scale]);
    if (seen === this.#seen) {
      return;
    }
    if (lit) {
      flash(this.node);
    }
    this.#seen = seen;
    this.#figure.replaceChildren(...median(line.usd));
    this.#chart.replaceChildren(chart(scale, line), spoken(besides(line)));
    this.#trend.replaceChildren(...trend(line.history));
    this.#state.replaceChildren(badge(line.agreement), voices(line.stated));
  }
}

/** The bars of one line: its estimate, and where chips and hours speak too, both of its sources. */
export function chart(scale, { usd, stated, implied }) {
  const sources = implied
    ? [plot.thin(scale, stated, "stated", 25), plot.thin(scale, implied, "implied", 30)]
    : [];
  return plot.plot(scale, plot.estimate(scale, usd), ...sources);
}

/** Who stands behind a line, in figures. */
export function voices(stated) {
  const voice = figure(stated?.claimants) ?? 0;
  const mentions = figure(stated?.mentions) ?? 0;
  const text = stated
    ? `${counted(voice, "voice")} · ${counted(mentions, "mention")}`
    : "no cost stated";
  return element("span", { class: "quiet" }, text);
}

function median(usd) {
  const best = figure(usd?.best);
  const ends = ends80(usd);
  const range = best !== null && ends === dollars(best) ? null : ends;
  if (best === null && !range) {
    return [element("span", { class: "quiet" }, "No figure in dollars")];
  }
  return [
    spoken("Median "),
    element("strong", {}, best === null ? "–" : dollars(best)),
    " ",
    range ? element("span", { class: "quiet" }, range) : "",
  ];
}

function besides({ stated, implied }) {
  return implied ? `Stated: ${interval(stated)} Implied: ${interval(implied)}` : "";
}
