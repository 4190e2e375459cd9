// A claim or an alert in a line or two, as the wire and the live view show them.

import { element, english, isolate } from "./element.js";
import { day, dollars, figure } from "./format.js";
import { quoted } from "./quote.js";
import * as route from "./route.js";
import { amount, named, scope } from "./words.js";

/** A claim; when is the time that stands beside its publisher. */
export function claimNews(claim, when, longest = 90) {
  const { model, publisher } = claim;
  const what = element("p", { class: "news-what quiet" }, model ? [isolate(model), " · "] : null, scope(claim.scope));
  const source = [publisher ? isolate(publisher) : null, when].filter(Boolean);
  return element(
    "li",
    { class: "news", tabindex: -1 },
    element("p", { class: "news-head" }, company(claim), " ", element("strong", {}, amount(claim))),
    what,
    element("div", { class: "news-text" }, quoted(claim, longest)),
    element("p", { class: "news-what quiet" }, ...source.map((part, i) => [i ? " · " : null, part])),
  );
}

/** An alert; how its line stood before and stands after it. */
export function alertNews(alert, when) {
  const { line, before, after } = alert;
  const what = line ? [line.model ? [isolate(line.model), " · "] : null, scope(line.scope)] : [];
  const moved = [before, after].map((state) => state?.usd && figure(state.usd.best)).map(sum);
  const change = moved[0] === moved[1] ? null : element("p", { class: "news-what" }, moved.join(" → "));
  return element(
    "li",
    { class: `news alert ${KINDS.includes(alert.kind) ? alert.kind : ""}`, tabindex: -1 },
    element("p", { class: "news-head" }, element("strong", {}, named(alert.kind)), " ", company(alert, line)),
    element("p", { class: "news-what quiet" }, ...what),
    element("p", { class: "news-text reason" }, english(alert.reason)),
    change,
    when ? element("p", { class: "news-what quiet" }, element("time", { datetime: alert.at }, when)) : null,
  );
}

export const KINDS = [
  "new-claim",
  "claim-retracted",
  "estimate-moved",
  "threshold-crossed",
  "dispute-opened",
  "dispute-settled",
  "subscription-disabled",
];

function company({ companyId, company: name }, line) {
  const href = route.company(companyId ?? "unattributed", line ? { model: line.model, scope: line.scope } : {});
  return element("a", { href }, isolate(name ?? "Nobody in particular"));
}

function sum(usd) {
  return usd > 0 ? dollars(usd) : "no figure";
}

/** When an article was published, for what is older than the page. */
export function published({ publishedAt }) {
  return day(publishedAt);
}
