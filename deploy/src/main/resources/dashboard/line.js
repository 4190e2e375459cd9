// One line of a company's estimate in full: the figure, and all that it rests on, on one axis.

import { badge } from "./badge.js";
import { chartRow } from "./chartrow.js";
import { curve, reach } from "./curve.js";
import { element, english, isolate, spoken, tidy } from "./element.js";
import { counted, dollars, figure, ratio } from "./format.js";
import { flash } from "./highlight.js";
import { historyChart } from "./history.js";
import * as plot from "./plot.js";
import { Scale } from "./scale.js";
import { voiceFigures, voiceRows } from "./voices.js";
import { wayRows, wayTerms } from "./ways.js";
import { ends80, interval, scope } from "./words.js";

export class LineSection {
  #head = element("div", { class: "line-facts" });
  #chart = element("div", { class: "chart", role: "table" });
  #notes = element("div");
  #after = element("div", { class: "line-after" });
  #seen = null;
  #open = false;
  #last = null;

  constructor({ model, scope: code }) {
    const name = model ? [isolate(model, { class: "model" }), " "] : [];
    const what = element("span", { class: "scope" }, scope(code));
    this.heading = element("h2", { tabindex: -1 }, ...name, what);
    this.#chart.setAttribute("aria-label", `Estimate and evidence: ${tidy(model)} ${scope(code)}`);
    this.#chart.addEventListener("click", ({ target }) => target.matches("button.more") && this.#all());
    const parts = [this.heading, this.#head, this.#notes, this.#chart, this.#after];
    this.node = element("section", { class: "detail" }, ...parts);
  }

  /** Shows the line with those of its claims, and what of its detail, are known by now. */
  show(line, claims, detail) {
    const known = (line.evidence ?? []).map(({ claim }) => claims.get(claim) ?? null);
    const ways = detail.ways(line) ?? line.ways;
    const posterior = detail.curve(line);
    const seen = JSON.stringify([line, known, ways, posterior, this.#open]);
    if (seen === this.#seen) {
      return;
    }
    if (this.#last && this.#last[0].usd?.best !== line.usd?.best) {
      flash(this.node);
    }
    this.#seen = seen;
    this.#last = [line, claims, detail];
    this.#head.replaceChildren(...facts(line));
    this.#notes.replaceChildren(...findings(line), ...camps(line));
    this.#chart.replaceChildren(...rows({ ...line, ways }, claims, posterior, this.#open));
    const open = this.#after.querySelector("details")?.open ?? false;
    this.#after.replaceChildren(...historyChart(line.history), ...wayTerms(ways));
    this.#after.querySelectorAll("details.terms").forEach((terms) => (terms.open = open));
  }

  #all() {
    this.#open = true;
    this.show(...this.#last);
    this.heading.focus({ preventScroll: true });
  }
}

function facts(line) {
  const best = figure(line.usd?.best);
  const spread = figure(line.spread);
  const apart = `highest figure ${spread ? ratio(spread) : ""} the lowest`;
  return [
    element("p", { class: "headline" }, best === null ? "No figure in dollars" : dollars(best)),
    best === null ? "" : element("p", { class: "ends" }, ends80(line.usd) ?? "open", element("span", { class: "quiet" }, " four chances in five")),
    badge(line.agreement),
    element("span", { class: "quiet" }, voices(line.stated)),
    spread > 1.05 ? element("span", { class: "quiet" }, apart) : "",
  ];
}

/** Who stands behind a line, in figures. */
function voices(stated) {
  const [voice, mentions] = [figure(stated?.claimants) ?? 0, figure(stated?.mentions) ?? 0];
  return stated ? `${counted(voice, "voice")} · ${counted(mentions, "mention")}` : "no cost stated";
}

function rows(line, claims, posterior, open) {
  const scale = scaleOf(line, claims, posterior);
  const { usd, stated } = line;
  const drawing = curve(scale, posterior?.points, usd);
  const box = plot.plot(scale, plot.estimate(scale, usd));
  return [
    head(scale),
    usd && drawing ? chartRow("Posterior", framed(scale, drawing), figures(usd), "tall") : "",
    usd && !drawing ? chartRow("Estimate", box, figures(usd)) : "",
    stated ? chartRow("As stated", plot.plot(scale, plot.thin(scale, stated, "stated", 14)), figures(stated)) : "",
    ...wayRows(line.ways, line.implied, scale),
    ...voiceRows(line, claims, scale, open),
  ];
}

/** The axis, and for those who hear the table the heads of its columns. */
function head(scale) {
  return element(
    "div",
    { class: "chart-row chart-head", role: "row" },
    element("div", { role: "columnheader" }, spoken("Who")),
    element("div", { role: "columnheader", class: "chart-axis" }, spoken("Place on the axis"), plot.axis(scale)),
    element("div", { role: "columnheader" }, spoken("Figure")),
  );
}

function framed(scale, drawing) {
  const box = plot.plot(scale);
  box.replaceChildren(drawing);
  return box;
}

function figures(usd) {
  return [element("span", { "aria-hidden": "true" }, ends80(usd) ?? "–"), spoken(interval(usd))];
}

/** What does not add up, in the reconciler's words. */
function findings({ findings: found }) {
  const sentences = (found ?? []).map(({ sentence }) => element("li", {}, english(`${sentence}.`)));
  return sentences.length ? [element("ul", { class: "findings", "aria-label": "What does not add up" }, ...sentences)] : [];
}

/** A median between two camps is nobody's figure: what the camps say. */
function camps({ modes }) {
  if (!(modes?.length > 1)) {
    return [];
  }
  const peaks = modes.map((usd) => dollars(figure(usd) ?? 0)).join(" and ");
  return [element("p", { class: "quiet" }, `The evidence falls into camps, about ${peaks}: the median lies between them.`)];
}

/** Wide enough for every figure, and never so narrow that small differences look large. */
function scaleOf(line, claims, posterior) {
  const parts = [line.usd, line.stated, line.implied, ...(line.ways ?? [])].filter(Boolean);
  const told = parts.flatMap(({ low, best, high }) => [low, best, high]);
  const logs = [...told, ...voiceFigures(line, claims), ...reach(posterior?.points)]
    .map(figure)
    .filter((usd) => usd > 1 && usd < 1e13)
    .map(Math.log10);
  if (!logs.length) {
    return Scale.holding([]);
  }
  const from = Math.floor(logs.reduce((least, log) => Math.min(least, log)));
  const most = Math.ceil(logs.reduce((highest, log) => Math.max(highest, log)));
  return new Scale(from, Math.max(from + 2, most));
}
