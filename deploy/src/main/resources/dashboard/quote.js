// An amount in its sentence, in the sentence's own language and direction.

import { element, plain } from "./element.js";

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g;
const LTR = /[A-Za-z\u00C0-\u024F\u0370-\u058F]/g;
const DIGIT = /[\d\u0660-\u0669\u06F0-\u06F9]/;

/**
 * Figures that the bidirectional algorithm would tear apart among right-to-left letters: a currency
 * sign and its figure, and a count and its chip.
 */
const FIGURE =
  /((?:US)?[$€£¥₹]\s?\d[\d.,]*(?:[KMBT]|bn|mn)?\b|\d[\d.,]*\s?[$€£¥₹]|\d[\d.,]*\s[A-Z]{1,4}\d{2,4}[A-Z]?\b)/;

/** The sentence with its quote marked; long ones are cut around the quote to this many characters. */
export function quoted(claim, longest = 700) {
  const sentence = plain(claim.sentence);
  const quote = plain(claim.quote);
  const from = place(sentence, quote);
  const parts =
    from < 0
      ? [clip(sentence, longest)]
      : [
          ...figures(before(sentence.slice(0, from), longest)),
          element("mark", {}, element("bdi", { dir: direction(quote) }, ...figures(clip(quote, longest)))),
          ...figures(clip(sentence.slice(from + quote.length), longest)),
        ];
  return element("blockquote", { lang: language(claim), dir: direction(sentence) }, ...parts);
}

/**
 * The direction of most letters. dir="auto" asks the first letter alone, and would set a Hebrew
 * sentence that begins with a company's Latin name from left to right.
 */
function direction(text) {
  const rtl = text.match(RTL)?.length ?? 0;
  const ltr = text.match(LTR)?.length ?? 0;
  if (rtl === 0) {
    return "auto";
  }
  return rtl >= ltr / 2 ? "rtl" : "ltr";
}

/** Where the quote stands as a whole figure: "5 million" is not in "1.5 million". */
function place(sentence, quote) {
  if (!quote) {
    return -1;
  }
  let at = sentence.indexOf(quote);
  for (; at >= 0; at = sentence.indexOf(quote, at + 1)) {
    const inside = DIGIT.test(quote[0]) && /[\d.,]/.test(sentence[at - 1] ?? "");
    if (!inside) {
      return at;
    }
  }
  return sentence.indexOf(quote);
}

function figures(text) {
  const isolated = (part) => element("bdi", { dir: "ltr" }, part);
  return text.split(FIGURE).map((part, i) => (i % 2 ? isolated(part) : part));
}

function clip(text, longest) {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function before(text, longest) {
  return text.length > longest ? `… ${text.slice(-longest)}` : text;
}

function language({ language: tag }) {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag ?? "") ? tag : "und";
}
