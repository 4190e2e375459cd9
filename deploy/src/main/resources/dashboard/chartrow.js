// Rows of a chart that is a table to those who hear it: a name, a place on the axis, a figure.

import { element } from "./element.js";

export function chartRow(name, drawing, value, kind = "") {
  return element(
    "div",
    { class: `chart-row ${kind}`, role: "row" },
    element("div", { class: "chart-name", role: "rowheader" }, name),
    element("div", { class: "chart-axis", role: "cell" }, drawing),
    element("div", { class: "chart-value", role: "cell" }, value),
  );
}

/** What the rows below it have in common. */
export function subhead(text) {
  return element(
    "div",
    { class: "chart-subhead", role: "row" },
    element("div", { role: "rowheader", "aria-colspan": 3 }, text),
  );
}
