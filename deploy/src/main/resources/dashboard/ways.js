// What chips, hours and prices come to, by each way that the evidence allows, with all its terms.

import { chartRow, subhead } from "./chartrow.js";
import { element, spoken } from "./element.js";
import { dollars, figure, number } from "./format.js";
import * as plot from "./plot.js";
import { chip, ends80, interval, named } from "./words.js";

/** A row for each way on the line's axis. */
export function wayRows(ways, implied, scale) {
  const shown = ways?.length ? ways : implied ? [{ ...implied, way: "implied" }] : [];
  if (!shown.length) {
    return [];
  }
  const rows = shown.map((way) => {
    const value = [element("span", { "aria-hidden": "true" }, ends80(way)), spoken(interval(way))];
    return chartRow(named(way.way), plot.plot(scale, plot.thin(scale, way, "implied", 14)), value);
  });
  return [subhead("Reckoned from chips, hours and prices"), ...rows];
}

/** The terms of each way; nothing where none is known. */
export function wayTerms(ways) {
  const known = (ways ?? []).filter(({ terms }) => terms?.length);
  if (!known.length) {
    return [];
  }
  const tables = known.flatMap((way) => [element("h3", {}, heading(way)), table(way)]);
  const summary = element("summary", {}, "How the reckoned figures come about");
  return [element("details", { class: "terms" }, summary, ...tables)];
}

function heading({ way, best, terms }) {
  const hours = terms.find(({ name }) => name === "chip-hours");
  const rate = terms.find(({ name }) => name === "rental" || name === "ownership");
  const product = hours && rate ? ` = ${number(hours.best)} chip-hours × ${dollars(rate.best)}` : "";
  return `${named(way)}: ${dollars(figure(best) ?? 0)}${product}`;
}

function table({ terms }) {
  const head = ["Term", "Low", "Best", "High", "Unit", "Known from"];
  return element(
    "div",
    { class: "scroller", tabindex: 0, role: "region", "aria-label": "Terms" },
    element(
      "table",
      { class: "figures" },
      element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...terms.map(term)),
    ),
  );
}

function term({ name, chip: id, low, best, high, unit, source }) {
  const what = `${named(name)}${id ? `, ${chip(id)}` : ""}`;
  const figures = [low, best, high].map((value) => element("td", { class: "number" }, number(value)));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, what),
    ...figures,
    element("td", {}, unit),
    element("td", { class: "quiet" }, source ?? "the evidence, or the terms below"),
  );
}
