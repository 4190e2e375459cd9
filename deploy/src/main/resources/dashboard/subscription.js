// One subscription: how it stands, and the log of what was sent to it.

import * as api from "./api.js";
import * as desk from "./desk.js";
import { element, english, isolate, plain, tidy } from "./element.js";
import { count, counted, moment } from "./format.js";
import { notice } from "./notice.js";
import { refused } from "./refused.js";
import * as route from "./route.js";
import { receiver, state, wishes } from "./subscriptions.js";
import { named } from "./words.js";

const EVERY = 5000;
const HEADS = ["Made", "Alerts", "State", "Tries", "Again"];

export class SubscriptionPage {
  title = "Subscription";
  #name = element("h1", { id: "subscription-title", tabindex: -1 }, "Subscription");
  #facts = element("dl", { class: "health" });
  #actions = element("p", { class: "above" });
  #told = element("div", { class: "state", role: "status" });
  #body = element("tbody");
  #log;
  #older = element("button", { type: "button", hidden: true, click: () => this.#olderOnes() }, "Show older messages");
  #timer;
  #rows = new Map();
  #next = null;
  #paged = false;

  constructor(id) {
    this.id = id;
    const heads = HEADS.map((text) => element("th", { scope: "col" }, text));
    const table = element("table", { class: "figures" }, element("thead", {}, element("tr", {}, ...heads)), this.#body);
    this.#log = element("div", { class: "scroller", role: "region", tabindex: 0, "aria-label": "Messages", hidden: true }, table);
    this.node = element(
      "section",
      { class: "sheet wide", "aria-labelledby": "subscription-title" },
      ...[this.#name, this.#facts, this.#actions, this.#told],
      element("h2", {}, "Messages"),
      ...[this.#log, this.#older],
    );
    this.#read();
    this.#timer = setInterval(() => this.#read(), EVERY);
  }

  leave() {
    clearInterval(this.#timer);
  }

  async #read() {
    try {
      const [subscription, page] = await Promise.all([desk.subscription(this.id), desk.deliveries(this.id)]);
      this.#show(subscription);
      page.items.forEach((delivery) => this.#put(delivery));
      if (!this.#paged) {
        this.#page(page.next);
      }
      this.#log.hidden = this.#rows.size === 0;
    } catch (refusal) {
      clearInterval(this.#timer);
      this.#say(refused(refusal, () => this.#read()));
    }
  }

  async #olderOnes() {
    await this.#attempt(null, async () => {
      const page = await desk.deliveries(this.id, { after: this.#next });
      this.#paged = true;
      page.items.forEach((delivery) => this.#put(delivery));
      this.#page(page.next);
    });
  }

  #page(next) {
    this.#next = next;
    this.#older.hidden = !next;
  }

  #show(subscription) {
    const { name, deliver, createdAt, pace } = subscription;
    this.#name.replaceChildren(isolate(name));
    const quiet = pace.quiet ? `${pace.quiet.from} to ${pace.quiet.until}, ${pace.quiet.zone}` : "none";
    const facts = [
      ["State", state(subscription)],
      ["Told of", plain(wishes(subscription))],
      ["Sent to", isolate(receiver(deliver))],
      ["Quiet hours", plain(quiet)],
      ["Since", moment(createdAt)],
    ];
    this.#facts.replaceChildren(...facts.map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))));
    if (!this.#actions.children.length) {
      this.#actions.append(...this.#ways(subscription).flatMap((way, i) => (i ? [" ", way] : [way])));
    }
  }

  #ways({ id, deliver, disabledAt }) {
    const all = element("a", { href: route.flat("subscriptions") }, "All subscriptions");
    const change = element("a", { href: route.flat("subscriptions", { edit: id }) }, disabledAt ? "Change, and enable" : "Change");
    const feed = element("a", { href: api.address("alerts.atom", { subscription: id }).href }, "Atom feed");
    const end = element("button", { type: "button", click: () => this.#end() }, "End subscription");
    const test = element("button", { type: "button", click: () => this.#test() }, "Send a test");
    return [all, change, feed, deliver.feed || disabledAt ? null : test, end].filter(Boolean);
  }

  #test() {
    this.#attempt("A test is on its way. What came of it will stand below.", () => desk.test(this.id));
  }

  #end() {
    if (confirm("End this subscription? What is on its way is sent no more.")) {
      this.#attempt(null, async () => {
        await desk.end(this.id);
        location.hash = route.flat("subscriptions");
      });
    }
  }

  /** Does something; says so, or why it was refused. */
  async #attempt(done, work) {
    try {
      await work();
      this.#say(...(done ? [notice(done)] : []));
    } catch (refusal) {
      this.#say(refused(refusal, () => this.#attempt(done, work)));
    }
  }

  #say(...nodes) {
    this.#told.replaceChildren(...nodes);
  }

  /** Newest first; a row stays as it is while nothing changes, so that what is open stays open. */
  #put(delivery) {
    const before = this.#rows.get(delivery.id);
    const version = JSON.stringify(delivery);
    if (before?.version === version) {
      return;
    }
    const again = () => this.#attempt("It is on its way again.", () => desk.resend(delivery.id));
    const node = row(delivery, again);
    this.#rows.set(delivery.id, { version, node });
    before?.node.remove();
    const older = [...this.#body.rows].find(({ dataset }) => dataset.at < delivery.createdAt);
    this.#body.insertBefore(node, older ?? null);
  }
}

function row(delivery, again) {
  const { createdAt, state: word, nextAt } = delivery;
  const kind = { delivered: "healthy", pending: "new", dead: "ended", cancelled: "ended" }[word] ?? "unknown";
  const next = word === "pending" && nextAt ? element("span", { class: "quiet error" }, `next try ${moment(nextAt)}`) : null;
  const button = element("button", { type: "button", click: again, "aria-label": `Send the message of ${moment(createdAt)} again` }, "Send again");
  return element(
    "tr",
    { "data-at": createdAt },
    element("th", { scope: "row" }, element("time", { datetime: createdAt }, moment(createdAt))),
    element("td", {}, alerts(delivery)),
    element("td", {}, element("span", { class: `health-state ${kind}` }, named(word)), next),
    element("td", {}, tries(delivery)),
    element("td", {}, word === "dead" ? button : "–"),
  );
}

function alerts({ alerts: parts, more, company }) {
  if (parts.length === 0) {
    return "Test";
  }
  const summary = element("summary", {}, company ? [isolate(company), ": "] : null, counted(parts.length + more, "alert"));
  return element("details", {}, summary, element("ul", {}, ...parts.map(({ reason }) => element("li", {}, english(reason)))));
}

function tries({ tries: made, attempts }) {
  if (attempts.length === 0) {
    return count(made);
  }
  const items = attempts.map(({ at, status, error }) =>
    element("li", {}, `${moment(at)}: `, error ? tidy(error, 300) : status ? `taken (${status})` : "taken"),
  );
  return element("details", {}, element("summary", {}, counted(made, "try", "tries")), element("ol", {}, ...items));
}
