// Who is told what, in a table: whether each is, and if not why.

import * as desk from "./desk.js";
import { element, isolate, plain } from "./element.js";
import { notice } from "./notice.js";
import { refused } from "./refused.js";
import * as route from "./route.js";
import { scope, named } from "./words.js";

const HEADS = ["Subscription", "Told of", "Sent to", "State", "Change"];

export class SubscriptionsPage {
  title = "Subscriptions";
  #body = element("tbody");
  #table;
  #state = element("div", { class: "state", role: "status" });

  constructor() {
    const heads = HEADS.map((text) => element("th", { scope: "col" }, text));
    const table = element("table", { class: "figures" }, element("thead", {}, element("tr", {}, ...heads)), this.#body);
    this.#table = element("div", { class: "scroller", role: "region", tabindex: 0, "aria-label": "Subscriptions", hidden: true }, table);
    this.node = element(
      "section",
      { class: "sheet wide", "aria-labelledby": "subscriptions-title" },
      element("h1", { id: "subscriptions-title", tabindex: -1 }, "Subscriptions"),
      element("p", { class: "lead" }, "Who is told of alerts: a program, a mailbox or a feed reader."),
      element("p", { class: "above" }, element("a", { href: route.flat("subscriptions", { edit: "new" }) }, "New subscription")),
      ...[this.#table, this.#state],
    );
    this.#read();
  }

  async #read() {
    this.#state.replaceChildren(notice("Loading subscriptions …"));
    try {
      const all = await desk.subscriptions();
      this.#body.replaceChildren(...all.map(row));
      this.#table.hidden = all.length === 0;
      this.#state.replaceChildren(...(all.length ? [] : [notice("No subscriptions", "Nobody is told of alerts yet.")]));
    } catch (refusal) {
      this.#state.replaceChildren(refused(refusal, () => this.#read()));
    }
  }
}

function row(subscription) {
  const { id, name } = subscription;
  const log = route.flat("subscriptions", { id });
  const edit = element("a", { href: route.flat("subscriptions", { edit: id }), "aria-label": `Change ${plain(name)}` }, "Change");
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("a", { href: log }, isolate(name))),
    element("td", {}, plain(wishes(subscription))),
    element("td", {}, isolate(receiver(subscription.deliver))),
    element("td", {}, state(subscription)),
    element("td", {}, edit),
  );
}

/** Whether it is told, and if not why. */
export function state({ disabledAt, disabledWhy }) {
  const kind = disabledAt ? "ended" : "healthy";
  const why = disabledAt ? element("span", { class: "quiet error" }, plain(disabledWhy).slice(0, 300)) : null;
  return [element("span", { class: `health-state ${kind}` }, disabledAt ? "Disabled" : "Active"), why];
}

/** What it is told of, in words. */
export function wishes({ companies, kinds, scopes, byPercent, aboveUsd, belowUsd }) {
  const wanted = [
    companies.length ? companies.slice(0, 5).join(", ") + (companies.length > 5 ? " …" : "") : "all companies",
    kinds.map(named).join(", "),
    scopes.map(scope).join(", "),
    byPercent && `moved by ${byPercent}% or more`,
    aboveUsd && `at least $${aboveUsd}`,
    belowUsd && `at most $${belowUsd}`,
  ];
  return wanted.filter(Boolean).join("; ");
}

export function receiver({ webhook, email }) {
  return webhook ? webhook.url : email ? email.to : "Atom feed";
}
