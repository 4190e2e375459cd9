// One line of a company's estimate in full: the figure, and all that it rests on, on one axis.

import { badge } from "./badge.js";
import { voices } from "./companyrow.js";
import { element, isolate } from "./element.js";
import { dollars, figure, ratio } from "./format.js";
import { flash } from "./highlight.js";
import { historyChart } from "./history.js";
import * as plot from "./plot.js";
import { Scale } from "./scale.js";
import { voiceFigures, voiceRows } from "./voices.js";
import { chip, ends80, interval, quantity, scope } from "./words.js";

export class LineSection {
  #head = element("div", { class: "line-facts" });
  #chart = element("div", { class: "chart" });
  #seen = null;

  constructor({ model, scope: code }) {
    const name = model ? [isolate(model, { class: "model" }), " "] : [];
    const what = element("span", { class: "scope" }, scope(code));
    this.heading = element("h2", { tabindex: -1 }, ...name, what);
    this.node = element("section", { class: "detail" }, this.heading, this.#head, this.#chart);
  }

  /** Shows the line with those of its claims that are known by now. */
  show(line, claims) {
    const known = (line.evidence ?? []).map(({ claim }) => claims.get(claim) ?? null);
    const seen = JSON.stringify([line, known]);
    if (seen === this.#seen) {
      return;
    }
    if (this.#seen && JSON.parse(this.#seen)[0].usd?.best !== line.usd?.best) {
      flash(this.node);
    }
    this.#seen = seen;
    this.#head.replaceChildren(...facts(line));
    const open = this.#chart.querySelector("details")?.open ?? false;
    this.#chart.replaceChildren(...rows(line, claims));
    this.#chart.querySelectorAll("details").forEach((rest) => (rest.open = open));
  }
}

function facts(line) {
  const best = figure(line.usd?.best);
  const spread = figure(line.spread);
  const apart = `highest figure ${spread ? ratio(spread) : ""} the lowest`;
  return [
    element("p", { class: "headline" }, best === null ? "No figure in dollars" : dollars(best)),
    element("p", { class: "quiet" }, best === null ? "" : `median; 10–90 %: ${ends80(line.usd) ?? "open"}`),
    badge(line.agreement),
    voices(line.stated),
    spread > 1.05 ? element("span", { class: "quiet" }, apart) : "",
  ];
}

function rows(line, claims) {
  const scale = scaleOf(line, claims);
  const { usd, stated, implied } = line;
  return [
    element("div", { class: "chart-row" }, element("div"), plot.axis(scale), element("div")),
    bar("Estimate", plot.plot(scale, plot.estimate(scale, usd)), usd),
    stated ? bar("As stated", plot.plot(scale, plot.thin(scale, stated, "stated", 14)), stated) : "",
    implied ? bar("As implied", plot.plot(scale, plot.thin(scale, implied, "implied", 14)), implied) : "",
    implied ? element("p", { class: "sentence quiet" }, sentence(implied)) : "",
    ...(line.findings ?? []).map((found) => element("p", { class: "sentence" }, `${found.sentence}.`)),
    ...voiceRows(line, claims, scale),
    ...historyChart(line.history),
  ];
}

function bar(name, drawing, usd) {
  const words = element("span", { class: "spoken" }, interval(usd));
  const shown = element("span", { "aria-hidden": "true" }, ends80(usd) ?? "–");
  return element(
    "div",
    { class: "chart-row" },
    element("div", { class: "chart-name" }, name),
    drawing,
    element("div", { class: "chart-value" }, shown, words),
  );
}

/** Wide enough for every figure, and never so narrow that small differences look large. */
function scaleOf(line, claims) {
  const parts = [line.usd, line.stated, line.implied].filter(Boolean);
  const figures = parts.flatMap(({ low, best, high }) => [low, best, high]);
  const logs = [...figures, ...voiceFigures(line, claims)]
    .map(figure)
    .filter((usd) => usd > 1e3 && usd < 1e13)
    .map(Math.log10);
  if (!logs.length) {
    return Scale.holding([]);
  }
  const from = Math.floor(Math.min(...logs));
  return Scale.holding([], from, Math.max(from + 2, Math.ceil(Math.max(...logs))));
}

/** How chips and hours come to dollars. */
function sentence(implied) {
  const { chips, hours, chipHours, ratePerHour } = implied;
  const many = figure(chips);
  const name = implied.chip ? chip(implied.chip) : "chips";
  const long = figure(hours);
  const work = figure(chipHours);
  const rate = figure(ratePerHour?.best);
  const parts = [
    many === null ? null : `${quantity(many)} × ${name}`,
    long === null ? null : `for ${quantity(long)} hours`,
    work === null ? null : `= ${quantity(work)} chip-hours`,
    rate === null ? null : `at ${dollars(rate)} an hour (${ends80(ratePerHour)})`,
  ];
  const said = parts.filter(Boolean).join(" ");
  return `${said || "Chips, hours and prices"} come to ${dollars(figure(implied.best) ?? 0)}.`;
}
