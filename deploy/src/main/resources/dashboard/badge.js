// How far the independent figures agree: a shape and a word, and colour only besides.

import { element, svg } from "./element.js";
import { agreements, meaning, named } from "./words.js";

const SHAPES = {
  consistent: "M2 6.5L5 9.5L10 3",
  disputed: "M2 4.5H10M2 8H10M8 1.5L4 11",
  contradicted: "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5",
  "single-source": "M6 4.5A1.5 1.5 0 1 0 6 7.5A1.5 1.5 0 1 0 6 4.5",
};

export function badge(agreement) {
  const known = agreements.includes(agreement);
  const kind = known ? agreement : "unknown";
  return element(
    "span",
    { class: `badge ${kind}`, title: meaning(agreement) || null },
    known ? icon(SHAPES[agreement]) : null,
    known ? named(agreement) : "Not judged",
  );
}

function icon(d) {
  const frame = { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" };
  return svg("svg", frame, svg("path", { d }));
}
