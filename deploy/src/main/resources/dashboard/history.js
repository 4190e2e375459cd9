// An estimate over time: its interval as a band, its median as a line.

import { element, svg } from "./element.js";
import { day, dollars, figure } from "./format.js";

const LABELS = 4;

/** The nodes of the chart; none for fewer than two moments. */
export function historyChart(history) {
  const moments = (history ?? []).map(moment).filter(Boolean).sort((a, b) => a.at - b.at);
  if (moments.length < 2) {
    return [];
  }
  if (!moved(moments)) {
    const still = `The estimate has hardly moved since ${day(moments[0].at)}.`;
    return [element("p", { class: "quiet" }, still)];
  }
  const caption = element("figcaption", {}, "How the estimate moved as voices were first heard");
  return [element("figure", { class: "history-figure" }, caption, frame(moments), table(moments))];
}

/** Whether there is anything to see: a change of a twentieth of any figure. */
function moved(moments) {
  return ["low", "best", "high"].some((end) => {
    const values = moments.map((one) => one[end]);
    return Math.max(...values) > 1.05 * Math.min(...values);
  });
}

function frame(moments) {
  const [across, up, labels] = axes(moments);
  const top = steps(moments.map(({ at, high }) => [across(at), up(high)]));
  const bottom = steps(moments.map(({ at, low }) => [across(at), up(low)]));
  const middle = steps(moments.map(({ at, best }) => [across(at), up(best)]));
  const drawing = svg(
    "svg",
    { class: "history", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...labels.map((usd) => svg("line", { class: "grid", x1: 0, x2: 100, y1: up(usd), y2: up(usd) })),
    svg("path", { class: "band", d: `${path(top)}L${path([...bottom].reverse()).slice(1)}Z` }),
    svg("path", { class: "middle", d: path(middle) }),
  );
  const scale = element("div", { class: "history-scale", "aria-hidden": "true" }, ...labels.map((usd) => label(usd, up)));
  const dates = [moments[0], moments.at(-1)].map(({ at }) => element("span", {}, day(at)));
  const days = element("p", { class: "history-days quiet", "aria-hidden": "true" }, ...dates);
  return element("div", { class: "history-frame" }, scale, drawing, days);
}

function label(usd, up) {
  const node = element("span", {}, dollars(usd));
  node.style.top = `${up(usd)}%`;
  return node;
}

/** The same in figures, for those who do not see the chart or want it exactly. */
function table(moments) {
  const row = ({ at, low, best, high }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, day(at)),
      ...[low, best, high].map((usd) => element("td", { class: "number" }, dollars(usd))),
    );
  const heads = ["Day", "10th percentile", "Median", "90th percentile"];
  return element(
    "details",
    { class: "history-table" },
    element("summary", {}, "In figures"),
    element(
      "table",
      { class: "figures" },
      element("thead", {}, element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...moments.map(row)),
    ),
  );
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
  return [across, up, rounds(least, most)];
}

/** Round sums between two powers of ten: as many as a small chart bears. */
function rounds(least, most) {
  const decades = Array.from({ length: 16 }, (_, power) => 10 ** power);
  const inside = (sums) => sums.filter((usd) => usd >= 10 ** least && usd <= 10 ** most);
  const fine = inside(decades.flatMap((power) => [power, 2 * power, 5 * power]));
  const coarse = inside(decades);
  if (fine.length === 0) {
    return [10 ** ((least + most) / 2)];
  }
  return fine.length <= LABELS ? fine : coarse.length > 1 ? coarse.slice(-LABELS) : fine.slice(-LABELS);
}

/** Each value holds until the next. */
function steps(points) {
  const held = points.flatMap(([x, y], i) => (i ? [[x, points[i - 1][1]], [x, y]] : [[x, y]]));
  return [...held, [100, points.at(-1)[1]]];
}

function path(points) {
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}`;
}
