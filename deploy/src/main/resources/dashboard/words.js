// The English names of what the records say in codes.

import * as format from "./format.js";

const SCOPES = {
  "training-run": "Training run",
  development: "Programme",
  hardware: "Hardware",
  infrastructure: "Infrastructure",
  operation: "Operation",
  unspecified: "Scope not stated",
};
const AGREEMENTS = {
  consistent: "The independent figures agree",
  disputed: "The independent figures differ",
  contradicted: "The independent figures rule each other out",
  "single-source": "One independent voice so far",
};
const MEASURES = { cost: "Cost", chips: "Chips", duration: "Duration", "chip-hours": "Chip-hours" };
const BOUNDS = { about: "about ", "at-least": "at least ", "at-most": "at most " };
const MAKERS = { nvidia: "NVIDIA", amd: "AMD" };
const CAPITALS = /^(?:[a-z]{1,3}\d+[a-z]*|[a-z]{1,2}|\d+[a-z]+|rtx|tpu|mi\d+x?)$/;

/** What tells the lines of one estimate apart. */
export function lineKey({ model, scope: code }) {
  return JSON.stringify([model ?? null, code]);
}

/** Lines as a reader wants them: those in dollars first, those told most often before the rest. */
export function byWeight(lines) {
  const told = ({ usd, stated }) => (usd ? 1e9 : 0) + (format.figure(stated?.mentions) ?? 0);
  return [...lines].sort((a, b) => told(b) - told(a));
}

export const scopes = Object.keys(SCOPES);
export const agreements = Object.keys(AGREEMENTS);
export const measures = Object.keys(MEASURES);

export function scope(code) {
  return SCOPES[code] ?? named(code);
}

export function measure(code) {
  return MEASURES[code] ?? named(code);
}

/** What an agreement means, in a sentence. */
export function meaning(agreement) {
  return AGREEMENTS[agreement] ?? "";
}

export function named(code) {
  const text = String(code ?? "").replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name that a chip's id stands for: nvidia-h800 is NVIDIA H800. */
export function chip(id) {
  const [maker, ...rest] = String(id).split("-");
  return [MAKERS[maker] ?? named(maker), ...rest.map(chipWord)].join(" ");
}

/** What a claim says, in human form: about $294K, 512 NVIDIA H800, 80 hours. */
export function amount(claim) {
  const [low, best, high] = [claim.low, claim.best, claim.high].map(format.figure);
  const figures =
    best !== null
      ? one(best, claim)
      : low !== null && high !== null
        ? ends(low, high, claim)
        : one(low ?? high ?? 0, claim);
  const limit = low !== null && high !== null ? "" : (BOUNDS[claim.bound] ?? "");
  const per = claim.per ? ` per ${claim.per}` : "";
  return limit + figures + thing(claim) + per;
}

/** The same in dollars; null where the claim is in dollars already or has no rate. */
export function amountInDollars(claim) {
  if (!claim.usd || claim.unit === "USD") {
    return null;
  }
  return amount({ ...claim.usd, bound: claim.bound, per: claim.per, unit: "USD" });
}

/** An interval's two ends: $270K to $4.2M, or the one that there is. */
export function ends80(usd) {
  const [low, high] = [format.figure(usd?.low), format.figure(usd?.high)];
  if (low !== null && high !== null) {
    const [from, to] = [format.dollars(low), format.dollars(high)];
    return from === to ? from : `${from} – ${to}`;
  }
  if (low === null && high === null) {
    return null;
  }
  return low !== null ? `at least ${format.dollars(low)}` : `at most ${format.dollars(high)}`;
}

/** An interval as a sentence for those who do not see its bar. */
export function interval(usd) {
  const best = format.figure(usd?.best);
  const range = ends80(usd)?.replace(" – ", " to ");
  if (best === null && !range) {
    return "No figure in dollars.";
  }
  const median = best === null ? "" : `Median ${format.dollars(best)}. `;
  return median + (range ? `Four chances in five: ${range}.` : "");
}

function one(value, { unit }) {
  if (unit === "hours") {
    return format.hours(value);
  }
  return /^[A-Z]{3}$/.test(unit) ? format.sum(value, unit) : quantity(value);
}

function ends(low, high, { unit }) {
  if (low === high) {
    return one(low, { unit });
  }
  if (unit === "hours") {
    return `${format.hours(low, high)} to ${format.hours(high)}`;
  }
  return /^[A-Z]{3}$/.test(unit) ? format.sums(low, high, unit) : format.shorts(low, high);
}

/** A number of things: in full up to a million, in short above. */
function quantity(value) {
  return value < 1e6 ? format.count(value) : format.short(value);
}

function thing({ unit, chip: id }) {
  if (unit === "chips") {
    return ` ${id ? chip(id) : "chips"}`;
  }
  return unit === "chip-hours" ? ` ${id ? chip(id) : "chip"}-hours` : "";
}

function chipWord(word) {
  if (/^v\d/.test(word)) {
    return word;
  }
  return CAPITALS.test(word) ? word.toUpperCase() : named(word);
}
