// Intervals and single figures drawn on a logarithmic axis. All places are per cent of the width,
// so that nothing is drawn again when the window changes.

import { element, svg } from "./element.js";
import { figure, tick } from "./format.js";

const MIDDLE = 14;
const WIDE = 6;

/** The axis itself: a label at each power of ten. */
export function axis(scale) {
  const labels = scale.ticks().map(tick);
  // Some locales write "100.000 $" where others write "$100K".
  const sparse = scale.decades > 3 && labels.some((label) => label.length > WIDE);
  const node = element("div", { class: sparse ? "axis sparse" : "axis", "aria-hidden": "true" });
  scale.ticks().forEach((usd, step) => {
    const label = element("span", { class: step % 2 ? "tick odd" : "tick" }, labels[step]);
    label.style.left = `${scale.at(usd)}%`;
    node.append(label);
  });
  return node;
}

/** A box with the axis' grid behind it, for glyphs of the functions below. */
export function plot(scale, ...glyphs) {
  const drawing = svg("svg", { class: "plot", "aria-hidden": "true", focusable: "false" });
  drawing.append(...glyphs.flat(Infinity).filter(Boolean));
  const box = element("div", { class: "plotbox" }, drawing);
  box.style.setProperty("--decades", scale.decades);
  return box;
}

/** The estimate: the bar from its 10th to its 90th percentile, the median marked. */
export function estimate(scale, usd) {
  const [low, best, high] = ends(usd);
  return [
    low !== null && high !== null && bar(scale, low, high, MIDDLE, "estimate"),
    low !== null && high === null && whisker(scale, low, 1),
    high !== null && low === null && whisker(scale, high, -1),
    ...[low, high].filter((end) => end !== null).map((end) => overflow(scale, end)),
    best !== null && upright(scale.at(best), MIDDLE, 10, "median"),
  ];
}

/** A thin bar below the estimate: what is stated, or what chips and hours come to. */
export function thin(scale, usd, kind, y) {
  const [low, best, high] = ends(usd);
  const from = low ?? best ?? high;
  const to = high ?? best ?? low;
  if (from === null || to === null) {
    return [];
  }
  const middle = best !== null && upright(scale.at(best), y, 3, kind);
  return [bar(scale, from, to, y, kind), middle, overflow(scale, from, y), overflow(scale, to, y)];
}

/** What one claim says: a dot, a box for a range, a whisker for a bound; struck if it weighs 0. */
export function mark(scale, usd, bound, weight = 1) {
  const [low, best, high] = ends(usd);
  const struck = weight > 0 ? "" : " struck";
  if (best !== null) {
    const kind = bound === "about" ? "dot about" : "dot";
    const strike = struck && at(scale.at(best), svg("path", { class: "strike", d: "M-6 6L6-6" }));
    return [dot(scale.at(best), `${kind}${struck}`, radius(weight)), strike, overflow(scale, best)];
  }
  if (low !== null && high !== null) {
    return [bar(scale, low, high, MIDDLE, `range${struck}`)];
  }
  const end = low ?? high;
  return end === null ? [] : [whisker(scale, end, low !== null ? 1 : -1, struck)];
}

function ends(usd) {
  return [figure(usd?.low), figure(usd?.best), figure(usd?.high)];
}

function bar(scale, low, high, y, kind) {
  const [x1, x2] = [scale.at(low), scale.at(high)].map((place) => `${place}%`);
  const line = svg("line", { class: `bar ${kind}`, x1, x2, y1: y, y2: y });
  if (x1 !== x2) {
    return line;
  }
  return svg("g", {}, line, upright(scale.at(low), y, 3, kind));
}

/** The dot's area grows with the weight, above what the eye needs to find it. */
function radius(weight) {
  return Math.sqrt(6 + 16 * Math.min(1, Math.max(0, weight)));
}

function upright(place, y, half, kind) {
  const x = `${place}%`;
  return svg("line", { class: `upright ${kind}`, x1: x, x2: x, y1: y - half, y2: y + half });
}

function dot(place, kind, r) {
  return svg("circle", { class: kind, cx: `${place}%`, cy: MIDDLE, r });
}

/** A bound: a post at the figure and an arrow towards where the truth is said to lie. */
function whisker(scale, end, towards, kind = "") {
  const d = towards > 0 ? "M0-6V6M0 0H26M21-4L26 0L21 4" : "M0-6V6M0 0H-26M-21-4L-26 0L-21 4";
  return at(scale.at(end), svg("path", { class: `whisker${kind}`, d }));
}

/** An arrowhead at the axis' end for what lies beyond it. */
function overflow(scale, usd, y = MIDDLE) {
  const side = scale.beyond(usd);
  const d = side > 0 ? "M3-4L9 0L3 4" : "M-3-4L-9 0L-3 4";
  return side ? at(side > 0 ? 100 : 0, svg("path", { class: "overflow", d }), y) : null;
}

function at(place, glyph, y = MIDDLE) {
  return svg("svg", { class: "glyph", x: `${place}%`, y }, glyph);
}
