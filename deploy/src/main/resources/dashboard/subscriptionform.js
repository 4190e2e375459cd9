// A subscription made or changed, with what it would have sent in the last days.

import * as desk from "./desk.js";
import { element, plain } from "./element.js";
import { field, folded, select } from "./form.js";
import { counted } from "./format.js";
import { KINDS } from "./news.js";
import { refused } from "./refused.js";
import * as route from "./route.js";
import { named, scope, scopes } from "./words.js";

const DAYS = 30;
const PAUSE = 500;
const WAYS = [["webhook", "Webhook"], ["email", "Mail"], ["feed", "Atom feed"]];
const FORMATS = [["standard", "Standard Webhooks"], ["slack", "Slack"], ["discord", "Discord"], ["ntfy", "ntfy"]];
const DIGESTS = [["", "Each message by itself"], ["hourly", "One mail an hour"], ["daily", "One mail a day"]];

export class SubscriptionForm {
  title;
  #told = element("div", { class: "state", role: "status" });
  #preview = element("p", { class: "preview", role: "status" });
  #form;
  #parts;
  #timer;
  #turn = 0;

  /** @param id of the one that is changed; new: none */
  constructor(ledger, id) {
    this.ledger = ledger;
    this.id = id === "new" ? null : id;
    this.title = this.id ? "Change subscription" : "New subscription";
    this.node = element(
      "section",
      { class: "sheet", "aria-labelledby": "form-title" },
      element("h1", { id: "form-title", tabindex: -1 }, this.title),
      element("p", { class: "above" }, element("a", { href: route.flat("subscriptions") }, "All subscriptions")),
      this.#told,
    );
    this.id ? this.#read() : this.#open({});
  }

  leave() {
    clearTimeout(this.#timer);
    this.#turn = -1;
  }

  async #read() {
    try {
      this.#open(await desk.subscription(this.id));
      this.#told.replaceChildren();
    } catch (refusal) {
      this.#told.replaceChildren(refused(refusal, () => this.#read()));
    }
  }

  #open(subscription) {
    this.#form?.remove();
    const submit = (event) => {
      event.preventDefault();
      this.#save();
    };
    const label = this.id ? (subscription.disabledAt ? "Save and enable" : "Save") : "Subscribe";
    this.#form = element(
      "form",
      { class: "subscription", "aria-labelledby": "form-title", submit },
      ...this.#fields(subscription),
      this.#preview,
      element("button", {}, label),
    );
    this.#form.addEventListener("input", () => this.#changed());
    this.node.insertBefore(this.#form, this.#told);
    this.#way();
    this.#look();
  }

  #fields({ name, companies = [], kinds = [], scopes: chosen = [], byPercent, aboveUsd, belowUsd, pace, deliver }) {
    const { webhook, email, feed } = deliver ?? {};
    const quiet = pace?.quiet;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...this.ledger.estimates.values()].map(({ company }) => plain(company)).slice(0, 3).join(", ");
    this.#parts = {
      webhook: group("Webhook", [
        field("Address", input("url", { type: "url", value: webhook?.url, placeholder: "https://" })),
        field("Body", select("format", FORMATS, webhook?.format ?? "standard")),
        field(this.id && webhook ? "New secret; empty: as it is" : "Secret; empty: a new one is made", input("secret", { autocomplete: "off", spellcheck: "false" })),
        this.id && webhook ? check("both", "", "Sign with the secret before it, too", Boolean(webhook.previousSecret)) : null,
      ]),
      email: group("Mail", [
        field("Address", input("to", { type: "email", value: email?.to })),
        field("Digest", select("digest", DIGESTS, email?.digest ?? "")),
      ]),
    };
    return [
      field("Name", input("name", { value: name, maxlength: 200 })),
      field("Companies, separated by commas; empty: all", input("companies", { value: companies.join(", "), placeholder: known })),
      group("Told of; none chosen: all", KINDS.map((code) => check("kinds", code, named(code), kinds.includes(code)))),
      group("Scopes; none chosen: all", scopes.map((code) => check("scopes", code, scope(code), chosen.includes(code)))),
      group("Only changes of some size", [
        field("Moved by at least, %", input("byPercent", { type: "number", min: 1, value: byPercent })),
        field("Lines of at least, $", input("aboveUsd", { type: "number", min: 0.01, step: "any", value: aboveUsd })),
        field("Lines of at most, $", input("belowUsd", { type: "number", min: 0.01, step: "any", value: belowUsd })),
      ]),
      group("When", [
        field("One message for alerts within, seconds", input("groupSeconds", { type: "number", min: 0, max: 3600, value: pace?.groupSeconds ?? 60 })),
        field("Between two messages at least, minutes", input("leastMinutes", { type: "number", min: 0, max: 10080, value: pace?.leastMinutes ?? 0 })),
        field("Quiet from", input("from", { type: "time", value: quiet?.from })),
        field("Quiet until", input("until", { type: "time", value: quiet?.until })),
        field("Time zone", input("zone", { value: quiet?.zone ?? own })),
      ]),
      field("How", select("way", WAYS, webhook ? "webhook" : email ? "email" : feed ? "feed" : "webhook")),
      ...[this.#parts.webhook, this.#parts.email],
    ];
  }

  #way() {
    const way = this.#form.elements.way.value;
    for (const [name, part] of Object.entries(this.#parts)) {
      part.hidden = name !== way;
      part.disabled = part.hidden;
    }
  }

  #changed() {
    this.#way();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  /** What it would have sent; how it is delivered does not matter to that. */
  async #look() {
    const turn = ++this.#turn;
    const draft = this.#draft();
    const digest = draft.deliver.email?.digest;
    const deliver = digest ? { email: { to: "preview@example.org", digest } } : { feed: {} };
    const since = new Date(Date.now() - DAYS * 86400e3).toISOString();
    let words;
    try {
      const { messages, alerts } = await desk.preview({ ...draft, deliver }, since);
      const parts = messages ? `, with ${counted(alerts, "alert")} in them` : "";
      words = `In the last ${DAYS} days this would have sent ${counted(messages, "message")}${parts}.`;
    } catch ({ message, status }) {
      words = status === 401 ? "With the token, what it would have sent is told here." : message;
    }
    if (turn === this.#turn) {
      this.#preview.textContent = plain(words);
    }
  }

  #draft() {
    const { elements } = this.#form;
    const text = (name) => elements[name].value.trim();
    const number = (name) => (text(name) === "" ? null : Number(text(name)));
    const chosen = (name) => [...elements[name]].filter((box) => box.checked).map(({ value }) => value);
    const quiet = text("from") || text("until") ? { from: text("from"), until: text("until"), zone: text("zone") } : null;
    return {
      name: text("name") || null,
      companies: this.#companies(text("companies")),
      kinds: chosen("kinds"),
      scopes: chosen("scopes"),
      byPercent: number("byPercent"),
      aboveUsd: number("aboveUsd"),
      belowUsd: number("belowUsd"),
      pace: { groupSeconds: number("groupSeconds"), leastMinutes: number("leastMinutes"), quiet },
      deliver: this.#deliver(text),
    };
  }

  /** Names of companies that are known become their ids; whatever else is typed is one. */
  #companies(typed) {
    const ids = new Map([...this.ledger.estimates.values()].map(({ companyId, company }) => [folded(company), companyId]));
    const words = typed.split(",").map((word) => word.trim());
    return words.filter(Boolean).map((word) => ids.get(folded(word)) ?? word);
  }

  #deliver(text) {
    const way = text("way");
    if (way === "feed") {
      return { feed: {} };
    }
    if (way === "email") {
      return { email: { to: text("to"), ...(text("digest") ? { digest: text("digest") } : {}) } };
    }
    const both = this.#form.elements.both?.checked;
    const webhook = { url: text("url"), format: text("format"), secret: text("secret") || null };
    return { webhook: { ...webhook, previousSecret: both ? "(kept)" : null } };
  }

  async #save() {
    try {
      const draft = this.#draft();
      const saved = await (this.id ? desk.change(this.id, draft) : desk.subscribe(draft));
      this.#saved(saved);
    } catch (refusal) {
      this.#told.replaceChildren(refused(refusal, () => this.#save()));
    }
  }

  /** A secret that was made is shown, this once; else there is nothing more to say here. */
  #saved({ id, deliver }) {
    const log = route.flat("subscriptions", { id });
    const secret = deliver.webhook?.secret;
    if (!secret || secret === "(kept)") {
      location.hash = log;
      return;
    }
    this.#form.remove();
    const code = element("code", { tabindex: 0 }, secret);
    const copied = element("span", { role: "status" });
    const copy = async () => {
      await navigator.clipboard?.writeText(secret).catch(() => getSelection().selectAllChildren(code));
      copied.textContent = " Copied.";
    };
    const heading = element("h2", { tabindex: -1 }, "Its secret, shown this once");
    this.#told.replaceChildren(
      heading,
      element("p", {}, "The receiver checks the signature of each message with it. Costwire does not show it again."),
      element("p", { class: "secret" }, code, " ", element("button", { type: "button", click: copy }, "Copy"), copied),
      element("p", {}, element("a", { href: log }, "To the subscription")),
    );
    heading.focus();
  }
}

function input(name, attributes) {
  return element("input", { name, ...attributes });
}

function check(name, value, label, checked) {
  return element("label", { class: "check" }, element("input", { type: "checkbox", name, value, checked }), ` ${label}`);
}

function group(legend, fields) {
  return element("fieldset", {}, element("legend", {}, legend), ...fields);
}
