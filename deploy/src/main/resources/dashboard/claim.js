// One claim: what it says, in whose words, and where.

import { element, host, isolate, outbound, spoken } from "./element.js";
import { day, languageName } from "./format.js";
import { quoted } from "./quote.js";
import { amount, amountInDollars, measure, named, scope } from "./words.js";

/** A list item. */
export function claimEntry(claim) {
  const node = element(
    "li",
    { class: claim.retracted ? "claim retracted" : "claim", tabindex: -1 },
    element("div", { class: "claim-head" }, figures(claim), tags(claim)),
    quoted(claim),
    source(claim),
  );
  return node;
}

function figures(claim) {
  const inDollars = amountInDollars(claim);
  return element(
    "p",
    { class: "claim-amount" },
    element("strong", {}, amount(claim)),
    inDollars ? element("span", { class: "quiet" }, ` ≈ ${inDollars}`) : null,
  );
}

function tags(claim) {
  const words = [
    claim.measure === "cost" ? null : measure(claim.measure),
    scope(claim.scope),
    claim.stance && claim.stance !== "asserted" ? named(claim.stance) : null,
    claim.retracted ? "Withdrawn" : null,
  ];
  const items = words.filter(Boolean).map((word) => element("li", {}, word));
  const model = claim.model ? [element("li", { class: "model" }, isolate(claim.model))] : [];
  return element("ul", { class: "tags" }, ...model, ...items);
}

function source(claim) {
  const date = day(claim.publishedAt);
  const site = claim.publisher ?? host(claim.url);
  const parts = [
    claim.claimant ? ["According to ", isolate(claim.claimant)] : null,
    site ? [isolate(site)] : null,
    date ? [element("time", { datetime: claim.publishedAt }, date)] : ["undated"],
    claim.language ? [isolate(languageName(claim.language))] : null,
    host(claim.url)
      ? [outbound(claim.url, "Read the article", spoken(` at ${host(claim.url)}, in a new tab`))]
      : null,
  ];
  const shown = parts.filter(Boolean).map((part) => element("span", {}, ...part));
  return element("p", { class: "claim-source quiet" }, ...shown);
}
