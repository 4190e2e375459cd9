// The evidence of a line by claimant, each on a row of the line's own axis.

import { element, isolate, spoken } from "./element.js";
import { chartRow, subhead } from "./chartrow.js";
import { counted, figure, share } from "./format.js";
import { mark, plot } from "./plot.js";
import { amount, amountInDollars } from "./words.js";

const ROWS = 12;
const FOUND = {
  "power-of-ten": "a slip of a power of ten",
  "odd-count": "alone against other counts",
  "model-mix-up": "told of another model",
  "scope-mix-up": "told of more than this",
};

/** The rows for a line's evidence, out of the claims known; open shows all of them. */
export function voiceRows(line, claims, scale, open) {
  const all = gather(line, claims);
  const drawn = all.filter(({ voices }) => voices.some(inDollars));
  const rest = all.filter(({ voices }) => voices.some((voice) => !inDollars(voice)));
  return [
    ...group("Figures in dollars, by claimant", drawn, inDollars, scale, open),
    ...group("Chips, hours and rates", rest, (voice) => !inDollars(voice), scale, open),
  ];
}

/** The figures that must find room on the axis. */
export function voiceFigures(line, claims) {
  const voices = gather(line, claims).flatMap(({ voices }) => voices);
  const usd = voices.filter(inDollars).map(({ claim }) => claim.usd);
  return usd.flatMap(({ low, best, high }) => [low, best, high]);
}

function group(title, claimants, wanted, scale, open) {
  if (!claimants.length) {
    return [];
  }
  const rows = claimants.map((claimant) => row(claimant, wanted, scale));
  const few = open ? rows : rows.slice(0, ROWS);
  const more = rows.length - few.length;
  const button = element("button", { type: "button", class: "more" }, `${counted(more, "more claimant")}`);
  return [subhead(title), ...few, more ? chartRow("", button, "") : null].filter(Boolean);
}

function inDollars({ claim }) {
  return Boolean(claim.usd) && !claim.per;
}

/** Voices under whoever says so: [{name, own, voices: [{claim, weight, mentions, why}]}]. */
function gather(line, claims) {
  const voices = new Map();
  for (const { claim: id, weight, voice } of line.evidence ?? []) {
    const claim = claims.get(id);
    if (claim && !claim.retracted) {
      const key = voice ?? `${claim.claimant ?? claim.publisher} ${amount(claim)}`;
      const known = voices.get(key) ?? { claim, weight: figure(weight) ?? 0, mentions: 0 };
      voices.set(key, { ...known, mentions: known.mentions + 1, why: why(line, known) });
    }
  }
  const claimants = new Map();
  for (const voice of voices.values()) {
    const { claimant, publisher } = voice.claim;
    const name = claimant ?? publisher ?? "Source not named";
    const known = claimants.get(name) ?? { name, own: !claimant, voices: [] };
    known.voices.push(voice);
    claimants.set(name, known);
  }
  return [...claimants.values()].sort((a, b) => position(a) - position(b));
}

/** Why a voice does not count, or counts for less; empty where it counts as it should. */
function why({ findings }, { claim, weight }) {
  const found = (findings ?? []).find(({ kind, claims }) => FOUND[kind] && claims?.includes(claim.id));
  if (found) {
    return FOUND[found.kind];
  }
  if (claim.stance === "planned" || claim.stance === "denied" || claim.stance === "disputed") {
    return claim.stance;
  }
  return weight > 0 ? "" : claim.per ? "a rate" : "replaced, or not comparable";
}

function position({ voices }) {
  const first = voices.find(inDollars)?.claim.usd;
  return figure(first?.best) ?? figure(first?.low) ?? figure(first?.high) ?? Infinity;
}

function row({ name, voices, own }, wanted, scale) {
  const shown = voices.filter(wanted);
  const marks = shown.filter(inDollars).map(({ claim, weight }) => mark(scale, claim.usd, claim.bound, weight));
  const mentions = shown.reduce((sum, voice) => sum + voice.mentions, 0);
  const note = [own ? "own report" : null, mentions > 1 ? counted(mentions, "mention") : null];
  const who = [isolate(name), element("span", { class: "quiet" }, note.filter(Boolean).join(" · "))];
  return chartRow(who, plot(scale, marks), shown.map(says));
}

/** What a voice says, and what it weighs where it does not count in full. */
function says({ claim, weight, why: reason }) {
  const text = amountInDollars(claim) ?? amount(claim);
  const told = weight > 0 ? text : element("s", {}, text);
  const weighs = weight === 0 ? "weighs nothing" : weight < 1 ? `weight ${share(weight)}` : null;
  const note = [weighs, reason || null].filter(Boolean).join(": ");
  return element("span", {}, told, note ? element("span", { class: "quiet" }, ` ${note}`) : null, spoken("; "));
}
