// How a median moved, no larger than a word.

import { element, spoken, svg } from "./element.js";
import { day, figure } from "./format.js";

const [WIDTH, HEIGHT, EDGE] = [56, 20, 3];
const percent = { style: "percent", maximumFractionDigits: 0 };
const part = new Intl.NumberFormat(undefined, percent);
const signed = new Intl.NumberFormat(undefined, { ...percent, signDisplay: "exceptZero" });

/** The nodes of a sparkline with its words; none for fewer than two moments. */
export function trend(history) {
  const moments = (history ?? [])
    .map(({ at, best }) => ({ at: Date.parse(at), best: figure(best) }))
    .filter(({ at, best }) => Number.isFinite(at) && best > 0)
    .sort((a, b) => a.at - b.at);
  if (moments.length < 2) {
    return [];
  }
  const frame = { class: "trend", width: WIDTH, height: HEIGHT, "aria-hidden": "true" };
  const points = places(moments);
  const [x, y] = points.at(-1);
  const path = svg("path", { d: steps(points) });
  const line = svg("svg", frame, path, svg("circle", { cx: x, cy: y, r: 2 }));
  const change = moments.at(-1).best / moments[0].best - 1;
  const shown = Math.abs(change) < 0.005 ? "" : signed.format(change);
  const moved = element("span", { class: "quiet", "aria-hidden": "true" }, shown);
  return [line, moved, spoken(words(change, moments[0].at))];
}

function places(moments) {
  const [times, logs] = [moments.map(({ at }) => at), moments.map(({ best }) => Math.log10(best))];
  const across = stretch(times, WIDTH - 2 * EDGE);
  const up = stretch(logs, HEIGHT - 2 * EDGE);
  return moments.map((_, i) => [EDGE + across(times[i]), HEIGHT - EDGE - up(logs[i])]);
}

/** Maps the values' extent on 0 to length; a single value stands in the middle. */
function stretch(values, length) {
  const low = Math.min(...values);
  const extent = Math.max(...values) - low;
  return (value) => (extent ? ((value - low) / extent) * length : length / 2);
}

/** An estimate holds until the next one. */
function steps(points) {
  const [[x, y], ...rest] = points.map((point) => point.map((value) => value.toFixed(1)));
  return `M${x} ${y}${rest.map(([x2, y2]) => `H${x2}V${y2}`).join("")}`;
}

function words(change, since) {
  const way = change < 0 ? "down" : "up";
  return `Median ${way} ${part.format(Math.abs(change))} since ${day(since)}.`;
}
