// How to read the bars.

import { element, svg } from "./element.js";

export function legend() {
  return element(
    "ul",
    { class: "legend", "aria-label": "How to read the bars" },
    entry("10th to 90th percentile", line("bar estimate")),
    entry("median", line("upright median", 12, 12, 3, 17)),
    entry("as stated", line("bar stated")),
    entry("implied by chips × hours × price", line("bar implied")),
  );
}

/** The same for the single voices of a company's page. */
export function voiceLegend() {
  const arrow = svg("path", { class: "whisker", d: "M3 4V16M3 10H21M17 6L21 10L17 14" });
  return element(
    "ul",
    { class: "legend", "aria-label": "How to read the voices" },
    entry("exact figure", svg("circle", { class: "dot", cx: 12, cy: 10, r: 4.5 })),
    entry("about", svg("circle", { class: "dot about", cx: 12, cy: 10, r: 4.5 })),
    entry("at least, at most", arrow),
    entry("range", line("bar range")),
    entry("weighs nothing", [
      svg("circle", { class: "dot struck", cx: 12, cy: 10, r: 3 }),
      svg("path", { class: "strike", d: "M6 16L18 4" }),
    ]),
    entry("reckoned", line("bar implied")),
  );
}

function entry(label, glyph) {
  const frame = { class: "key", width: 24, height: 20, "aria-hidden": "true" };
  return element("li", {}, svg("svg", frame, glyph), label);
}

function line(kind, x1 = 2, x2 = 22, y1 = 10, y2 = 10) {
  return svg("line", { class: kind, x1, x2, y1, y2 });
}
