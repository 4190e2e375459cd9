// One company in the overview: a group of table rows, one for each line of its estimate.

import { badge } from "./badge.js";
import { element, isolate, spoken } from "./element.js";
import { count, day, dollars, figure } from "./format.js";
import { flash } from "./highlight.js";
import * as plot from "./plot.js";
import * as route from "./route.js";
import { trend } from "./trend.js";
import { byWeight, ends80, interval, lineKey, scope } from "./words.js";

export class CompanyRow {
  #name = element("a", { class: "company-name" });
  #title = element("h2", {}, this.#name);
  #when = element("span", { class: "quiet" });
  #lines = new Map();
  #rest = row("rest");

  constructor(id, asOf) {
    this.id = id;
    this.asOf = asOf;
    this.#name.href = route.company(id, { asOf });
    this.node = element("div", { class: "company", role: "rowgroup" });
  }

  /** Shows the estimate in place; a live one lights up what changed, and leaves lines in order. */
  show(estimate, scale, admits, live) {
    const name = estimate.company ?? this.id;
    this.#say(name, day(estimate.updatedAt));
    const shown = estimate.lines.filter(admits);
    const priced = byWeight(shown.filter(({ usd }) => usd));
    const rows = this.#rows(priced, live).map((line) => this.#line(line, scale, live));
    const unpriced = shown.filter(({ usd }) => !usd);
    if (unpriced.length) {
      this.#rest.lastElementChild.replaceChildren(...this.#others(unpriced, rows.length > 0));
      rows.push(this.#rest);
    }
    this.#place(rows, name);
    this.node.hidden = rows.length === 0;
  }

  #say(name, when) {
    if (this.#name.textContent !== name) {
      this.#name.replaceChildren(isolate(name));
    }
    this.#when.replaceChildren(...(when ? [spoken("newest evidence of "), when] : []));
  }

  /** Nothing moves under a reader's eyes: known lines first, as they stand. */
  #rows(lines, live) {
    const keys = new Map(lines.map((line) => [lineKey(line), line]));
    for (const key of this.#lines.keys()) {
      if (!keys.has(key)) {
        this.#lines.delete(key);
      }
    }
    const known = live ? [...this.#lines.keys()].map((key) => keys.get(key)) : [];
    if (!live) {
      const rows = new Map(this.#lines);
      this.#lines.clear();
      keys.forEach((_, key) => rows.has(key) && this.#lines.set(key, rows.get(key)));
    }
    return [...known, ...lines.filter((line) => !known.includes(line))];
  }

  #line(line, scale, live) {
    const key = lineKey(line);
    const known = this.#lines.get(key) ?? new LineRow(this.id, line, this.asOf);
    this.#lines.set(key, known);
    known.show(line, scale, live);
    return known.node;
  }

  /** The company heads its first row for the eye, and every one for the ear. */
  #place(rows, name) {
    [...this.node.children].filter((node) => !rows.includes(node)).forEach((node) => node.remove());
    rows.forEach((node, place) => {
      if (this.node.children[place] !== node) {
        this.node.insertBefore(node, this.node.children[place] ?? null);
      }
      const head = node.firstElementChild;
      head.className = place ? "spoken" : "company-head";
      if (place) {
        head.replaceChildren(isolate(name));
      } else if (head.firstElementChild !== this.#title) {
        head.replaceChildren(this.#title, this.#when);
      }
    });
  }

  /** Lines that nobody has put in dollars, in one row. */
  #others(lines, besides) {
    const links = lines.map(({ model, scope: code }, place) => {
      const href = route.company(this.id, { model, scope: code, asOf: this.asOf });
      const what = model ? [isolate(model), ", ", scope(code).toLowerCase()] : scope(code);
      return [place ? " · " : null, element("a", { class: "line-name", href }, what)];
    });
    return [besides ? "Also, without dollars: " : "Nothing in dollars yet: ", ...links.flat()].filter(Boolean);
  }
}

class LineRow {
  #name = element("a", { class: "line-name" });
  #figure = cell("line-figure");
  #chart = cell("line-chart");
  #trend = cell("line-trend");
  #state = cell("line-state");
  #voices = cell("line-voices");
  #mentions = cell("line-mentions");
  #seen = null;

  constructor(id, { model, scope: code }, asOf) {
    this.#name.href = route.company(id, { model, scope: code, asOf });
    const what = element("span", { class: model ? "scope" : "scope alone" }, scope(code));
    this.#name.append(...(model ? [isolate(model, { class: "model" }), " "] : []), what);
    this.node = row("", element("div", { role: "cell", class: "line-what" }, this.#name));
    const { node } = this;
    node.append(this.#figure, this.#chart, this.#trend, this.#state, this.#voices, this.#mentions);
  }

  show(line, scale, lit) {
    const seen = JSON.stringify([line, scale]);
    if (seen === this.#seen) {
      return;
    }
    if (lit && this.#seen) {
      flash(this.node);
    }
    this.#seen = seen;
    this.#figure.replaceChildren(...median(line.usd));
    this.#chart.replaceChildren(chart(scale, line), spoken(besides(line)));
    this.#trend.replaceChildren(...trend(line.history));
    this.#state.replaceChildren(badge(line.agreement));
    this.#voices.replaceChildren(...number(line.stated?.claimants, "voice"));
    this.#mentions.replaceChildren(...number(line.stated?.mentions, "mention"));
  }
}

/** The bars of one line: its estimate, and where chips and hours speak too, both of its sources. */
export function chart(scale, { usd, stated, implied }) {
  const sources = implied
    ? [plot.thin(scale, stated, "stated", 25), plot.thin(scale, implied, "implied", 30)]
    : [];
  return plot.plot(scale, plot.estimate(scale, usd), ...sources);
}

/** A row with its header, which is filled as the row finds its place. */
function row(kind, content = element("div", { role: "cell", "aria-colspan": 7, class: "others quiet" })) {
  const header = element("div", { role: "rowheader" });
  return element("div", { class: `line ${kind}`, role: "row" }, header, content);
}

function cell(name) {
  return element("div", { role: "cell", class: name });
}

/** A figure of the table; its unit stands beside it where there is no column head. */
function number(value, noun) {
  const many = figure(value) ?? 0;
  const unit = many === 1 ? noun : `${noun}s`;
  return [count(many), element("span", { class: "unit" }, ` ${unit}`)];
}

function median(usd) {
  const best = figure(usd?.best);
  const ends = ends80(usd);
  const range = best !== null && ends === dollars(best) ? null : ends;
  return [
    element("strong", {}, best === null ? "–" : dollars(best)),
    " ",
    range ? element("span", { class: "quiet" }, range) : null,
  ].filter(Boolean);
}

function besides({ stated, implied }) {
  return implied ? `Stated: ${interval(stated)} Implied: ${interval(implied)}` : "";
}
