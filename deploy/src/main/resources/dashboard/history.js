// An estimate over time: its interval as a band, its median as a line.

import { element, svg } from "./element.js";
import { day, dollars, figure } from "./format.js";

/** The nodes of the chart; none for fewer than two moments. */
export function historyChart(history) {
  const moments = (history ?? []).map(moment).filter(Boolean).sort((a, b) => a.at - b.at);
  if (moments.length < 2) {
    return [];
  }
  const frame = { class: "history", viewBox: "0 0 100 100", preserveAspectRatio: "none" };
  const [across, up] = axes(moments);
  const top = steps(moments.map(({ at, high }) => [across(at), up(high)]));
  const bottom = steps(moments.map(({ at, low }) => [across(at), up(low)]));
  const middle = steps(moments.map(({ at, best }) => [across(at), up(best)]));
  const drawing = svg(
    "svg",
    { ...frame, "aria-hidden": "true" },
    svg("path", { class: "band", d: `${path(top)}L${path([...bottom].reverse()).slice(1)}Z` }),
    svg("path", { class: "middle", d: path(middle) }),
  );
  return [
    element(
      "figure",
      { class: "history-figure" },
      element("figcaption", {}, "How the estimate moved"),
      drawing,
      element("p", { class: "quiet" }, ...captions(moments)),
    ),
  ];
}

function moment({ at, low, best, high }) {
  const [time, ...ends] = [Date.parse(at), figure(low), figure(best), figure(high)];
  return Number.isFinite(time) && ends.every((end) => end > 0)
    ? { at: time, low: ends[0], best: ends[1], high: ends[2] }
    : null;
}

function axes(moments) {
  const [start, end] = [moments[0].at, moments.at(-1).at];
  // The last moment still holds: a twentieth of the width shows it.
  const across = (at) => (end > start ? ((at - start) / (end - start)) * 95 : 50);
  const least = Math.log10(Math.min(...moments.map(({ low }) => low)));
  const most = Math.log10(Math.max(...moments.map(({ high }) => high)));
  const up = (usd) => 95 - (90 * (Math.log10(usd) - least)) / (most - least || 1);
  return [across, up];
}

/** Each value holds until the next. */
function steps(points) {
  const held = points.flatMap(([x, y], i) => (i ? [[x, points[i - 1][1]], [x, y]] : [[x, y]]));
  return [...held, [100, points.at(-1)[1]]];
}

function path(points) {
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}`;
}

function captions(moments) {
  const said = ({ at, best }) => `${day(at)}: ${dollars(best)}`;
  return [moments[0], moments.at(-1)].map((one) => element("span", {}, said(one)));
}
