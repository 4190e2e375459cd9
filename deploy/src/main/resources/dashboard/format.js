// Figures and dates in the reader's own locale.

const money = new Map();
const counts = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(undefined, {
  notation: "compact",
  maximumSignificantDigits: 3,
});
const ABSURD = 1e15;
const absurd = new Intl.NumberFormat(undefined, { notation: "scientific" });
const ticks = new Intl.NumberFormat(undefined, {
  style: "currency",
  currency: "USD",
  currencyDisplay: "narrowSymbol",
  notation: "compact",
  maximumSignificantDigits: 3,
});
const ratios = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 });
const digits = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4 });
const parts = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const lengths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const languages = new Intl.DisplayNames("en", { type: "language" });

/** A finite number, or null. */
export function figure(value) {
  const number = value === null || value === undefined || value === "" ? NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** US dollars in short, as $5.58M. */
export function dollars(value) {
  return sum(value, "USD");
}

/** The same for a tick of an axis, as short as the locale allows. */
export function tick(value) {
  return isolated(ticks.format(value));
}

/** A sum in any currency in short; a code that is none of ISO's stands behind the figure. */
export function sum(value, currency) {
  if (value >= ABSURD) {
    return `${absurd.format(value)} ${currency}`;
  }
  const format = moneyFormat(currency, value < 100 && !Number.isInteger(value));
  return isolated(format ? format.format(value) : `${compact.format(value)} ${currency}`);
}

/** Two ends of a sum. */
export function sums(low, high, currency) {
  return between(moneyFormat(currency), low, high, (value) => sum(value, currency));
}

export function short(value) {
  return (value >= ABSURD ? absurd : compact).format(value);
}

export function shorts(low, high) {
  return between(compact, low, high, short);
}

export function count(value) {
  return counts.format(value);
}

/** A figure of any size to three digits. */
export function number(value) {
  const known = figure(value);
  return known === null ? "–" : known < 1e6 ? digits.format(known) : short(known);
}

/** A part of one, as 0.2. */
export function share(value) {
  return parts.format(value);
}

export function ratio(value) {
  return `${value < 100 ? ratios.format(value) : compact.format(value)}×`;
}

/** A figure with its noun, in the singular where it is one. */
export function counted(value, noun, plural = `${noun}s`) {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** A length of time in hours, in the unit that reads best. */
export function hours(value, as = value) {
  const [unit, size] = as < 96 ? ["hour", 1] : as < 8760 ? ["day", 24] : ["month", 730];
  const length = value / size;
  return `${lengths.format(length)} ${length === 1 ? unit : `${unit}s`}`;
}

/** A day in UTC, as publishers date their articles; null if it is no date. */
export function day(instant) {
  const date = instant ? new Date(instant) : null;
  return date && !Number.isNaN(date.getTime()) ? days.format(date) : null;
}

/** A day and a time of it, where the reader is; null if it is no date. */
export function moment(instant) {
  const date = instant ? new Date(instant) : null;
  return date && !Number.isNaN(date.getTime()) ? moments.format(date) : null;
}

export function time(date) {
  return clock.format(date);
}

/** How long ago, in seconds up to two minutes, then in minutes or hours. */
export function age(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) {
    return `${seconds} s`;
  }
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** The English name of a language tag, or the tag where it has none. */
export function languageName(tag) {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A figure in the letters of an Arabic locale would trade places with its neighbour. */
function isolated(text) {
  return /[\u0590-\u08FF\u200F]/.test(text) ? `\u2068${text}\u2069` : text;
}

function between(format, low, high, one) {
  return format?.formatRange ? format.formatRange(low, high) : `${one(low)}–${one(high)}`;
}

/** Sums in short; small change, as of a price by the hour, in full. */
function moneyFormat(currency, change = false) {
  if (!/^[A-Z]{3}$/.test(currency) || currency === "XXX") {
    return null;
  }
  const key = `${currency} ${change}`;
  if (!money.has(key)) {
    const digits = change ? {} : { notation: "compact", maximumSignificantDigits: 3 };
    money.set(key, new Intl.NumberFormat(undefined, { style: "currency", currency, ...digits }));
  }
  return money.get(key);
}
