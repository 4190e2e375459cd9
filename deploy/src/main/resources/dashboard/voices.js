// The evidence of a line by claimant, each voice on a row of the line's own axis.

import { element, isolate, spoken } from "./element.js";
import { counted, figure } from "./format.js";
import { mark, plot } from "./plot.js";
import { amount, amountInDollars } from "./words.js";

const ROWS = 12;

/** The rows for a line's evidence, out of the claims known. */
export function voiceRows(line, claims, scale) {
  const voices = gather(line.evidence, claims);
  const rows = voices.map((voice) => row(voice, scale));
  if (rows.length <= ROWS) {
    return rows;
  }
  const rest = rows.slice(ROWS);
  const summary = element("summary", {}, `${counted(rest.length, "more voice")}`);
  return [...rows.slice(0, ROWS), element("details", { class: "voices-rest" }, summary, ...rest)];
}

/** The figures that must find room on the axis. */
export function voiceFigures(line, claims) {
  const drawn = gather(line.evidence, claims).flatMap((voice) => voice.drawn);
  return drawn.flatMap(({ usd }) => [usd.low, usd.best, usd.high]);
}

/** Claims under whoever says so: independent ones to draw, all of them to count. */
function gather(evidence, claims) {
  const voices = new Map();
  for (const { claim: id, weight } of evidence ?? []) {
    const claim = claims.get(id);
    if (claim && !claim.retracted) {
      const name = claim.claimant ?? claim.publisher ?? "Source not named";
      const voice = voices.get(name) ?? { name, claims: [], drawn: [], mentions: 0, own: !claim.claimant };
      voice.mentions += 1;
      if (figure(weight) > 0 || voice.claims.length === 0) {
        voice.claims.push(claim);
        voice.drawn.push(...(claim.usd && !claim.per ? [claim] : []));
      }
      voices.set(name, voice);
    }
  }
  return [...voices.values()].sort((a, b) => position(a) - position(b));
}

function position({ drawn: [first] }) {
  return first ? (figure(first.usd.best) ?? figure(first.usd.low) ?? figure(first.usd.high)) : Infinity;
}

function row({ name, claims, drawn, mentions, own }, scale) {
  const marks = drawn.map(({ usd, bound, stance }) => mark(scale, usd, bound, stance));
  const note = [own ? "own report" : null, mentions > 1 ? counted(mentions, "mention") : null];
  return element(
    "div",
    { class: "chart-row" },
    element(
      "div",
      { class: "chart-name" },
      isolate(name),
      element("span", { class: "quiet" }, note.filter(Boolean).join(" · ")),
    ),
    plot(scale, marks),
    element("div", { class: "chart-value" }, spoken("says "), ...says(claims)),
  );
}

/** What a voice says, each amount once; a stance that takes it back stands beside it. */
function says(claims) {
  const amounts = claims.map((claim) => {
    const stance = claim.stance === "asserted" ? "" : ` (${claim.stance})`;
    return (amountInDollars(claim) ?? amount(claim)) + stance;
  });
  const distinct = [...new Set(amounts)];
  return distinct.map((text) => element("span", {}, text));
}
