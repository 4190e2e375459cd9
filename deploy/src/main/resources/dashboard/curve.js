// A posterior on the axis: what lies between the 10th and the 90th percentile is filled deeper.

import { svg } from "./element.js";
import { figure } from "./format.js";

const TOP = 4;

/** A drawing, for those who see it; null where there are no points to draw. */
export function curve(scale, points, usd) {
  const known = (points ?? [])
    .map(({ amount, density }) => ({ log: Math.log10(figure(amount) ?? 0), density: figure(density) }))
    .filter(({ log, density }) => Number.isFinite(log) && density >= 0);
  const peak = Math.max(0, ...known.map(({ density }) => density));
  if (known.length < 2 || peak === 0) {
    return null;
  }
  const place = ({ log, density }) => [across(scale, log), 100 - ((100 - TOP) * density) / peak];
  const [low, best, high] = [usd?.low, usd?.best, usd?.high].map(figure);
  const inner = between(known, low, high);
  const outline = svg("path", { class: "outline", d: path(known.map(place)) });
  const frame = { class: "curve", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg(
    "svg",
    frame,
    svg("path", { class: "tails", d: area(known.map(place)) }),
    inner.length > 1 ? svg("path", { class: "body", d: area(inner.map(place)) }) : null,
    outline,
    best > 0 ? middle(across(scale, Math.log10(best))) : null,
  );
}

/** The decades that a curve needs: [from, to] in log10 dollars, where it has any height to see. */
export function reach(points) {
  const peak = Math.max(0, ...(points ?? []).map(({ density }) => figure(density) ?? 0));
  return (points ?? []).filter(({ density }) => density > peak / 50).map(({ amount }) => amount);
}

function across(scale, log) {
  return (100 * (log - scale.from)) / scale.decades;
}

function middle(x) {
  return svg("line", { class: "centre", x1: x, x2: x, y1: 0, y2: 100 });
}

/** The points from low to high, with the curve's height at both ends. */
function between(points, low, high) {
  const [from, to] = [low > 0 ? Math.log10(low) : -Infinity, high > 0 ? Math.log10(high) : Infinity];
  const inside = points.filter(({ log }) => log > from && log < to);
  return [at(points, from), ...inside, at(points, to)].filter(Boolean);
}

/** The curve at a place, between the points beside it. */
function at(points, log) {
  const next = points.findIndex((point) => point.log >= log);
  const [a, b] = [points[next - 1], points[next]];
  if (!a || !b || !Number.isFinite(log)) {
    return null;
  }
  const share = (log - a.log) / (b.log - a.log);
  return { log, density: a.density + share * (b.density - a.density) };
}

function area(places) {
  const [first, last] = [places[0], places.at(-1)];
  return `M${first[0].toFixed(2)} 100L${path(places).slice(1)}L${last[0].toFixed(2)} 100Z`;
}

function path(places) {
  return `M${places.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(1)}`).join("L")}`;
}
