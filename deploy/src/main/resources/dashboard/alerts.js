// Alerts, newest first: what changed the meaning of an estimate.

import * as api from "./api.js";
import { element, tidy } from "./element.js";
import { field, select } from "./form.js";
import { counted, moment } from "./format.js";
import { flash } from "./highlight.js";
import { alertNews, KINDS } from "./news.js";
import { notice } from "./notice.js";
import * as route from "./route.js";
import { named } from "./words.js";

const SHORT = 80;

/** How to be told without looking here. */
function ways() {
  const subscriptions = element("a", { href: route.flat("subscriptions") }, "Subscriptions");
  return [subscriptions, " · ", element("a", { href: api.address("alerts.atom").href }, "Atom feed")];
}

export class AlertsPage {
  title = "Alerts";
  #list = element("ol", { class: "feed" });
  #state = element("div", { class: "state", role: "status" });
  #older = element("button", { type: "button", click: () => this.#read() }, "Show older alerts");
  #fresh = element("button", { type: "button", hidden: true, click: () => this.#release() });
  #kind = select("kind", [["", "All kinds"], ...KINDS.map((code) => [code, named(code)])]);
  #company = element("select", { name: "company" }, element("option", { value: "" }, "All companies"));
  #leaving = new AbortController();
  #seen = new Set();
  #waiting = [];
  #next;
  #turn = 0;

  constructor(ledger, { kind = "", company = "" }) {
    this.ledger = ledger;
    this.#kind.value = KINDS.includes(kind) ? kind : "";
    this.#companies(company);
    const fields = [field("Kind", this.#kind), field("Company", this.#company)];
    this.node = element(
      "section",
      { class: "sheet", "aria-labelledby": "alerts-title" },
      element("h1", { id: "alerts-title", tabindex: -1 }, "Alerts"),
      element("p", { class: "lead" }, "What changed the meaning of an estimate, told once. ", ...ways()),
      element("form", { class: "filter", "aria-label": "Alerts", submit: (e) => e.preventDefault() }, ...fields),
      element("div", { class: "above", role: "status" }, this.#fresh),
      ...[this.#list, this.#state, this.#older],
    );
    this.node.addEventListener("change", () => this.#narrowed());
    const { signal } = this.#leaving;
    ledger.addEventListener("alerts", ({ detail }) => this.#arrived(detail), { signal });
    ledger.addEventListener("loaded", () => this.#companies(this.#company.value), { signal });
    this.#read();
  }

  leave() {
    this.#leaving.abort();
  }

  /** Those that have estimates; the one chosen stays, known or not. */
  #companies(chosen) {
    const names = [...this.ledger.estimates.values()].map(({ companyId, company }) => [companyId, company]);
    const known = names.some(([id]) => id === chosen) || !chosen ? names : [...names, [chosen, chosen]];
    known.sort(([, a], [, b]) => String(a).localeCompare(String(b)));
    const options = known.map(([value, name]) => element("option", { value }, tidy(name, SHORT)));
    this.#company.replaceChildren(this.#company.options[0], ...options);
    this.#company.value = chosen;
  }

  #narrowed() {
    const [kind, company] = [this.#kind.value, this.#company.value];
    route.amend(route.flat("alerts", { kind, company }));
    this.#list.replaceChildren();
    this.#seen.clear();
    this.#waiting = [];
    this.#next = undefined;
    this.#read();
  }

  async #read() {
    const turn = ++this.#turn;
    this.#tell("Loading alerts …");
    try {
      const [kind, company] = [this.#kind.value, this.#company.value];
      const page = await api.alerts({ kind, company, after: this.#next });
      if (turn === this.#turn) {
        this.#next = page.next;
        page.items.forEach((alert) => this.#put(alert, false));
        this.#tell();
      }
    } catch ({ message }) {
      this.#state.replaceChildren(notice("The alerts could not be read", message, ["Try again", () => this.#read()]));
    }
  }

  #arrived(alerts) {
    const [kind, company] = [this.#kind.value, this.#company.value];
    const wanted = alerts.filter((one) => (!kind || one.kind === kind) && (!company || one.companyId === company));
    this.#waiting.push(...wanted);
    if (scrollY > 80 || this.#list.contains(document.activeElement)) {
      this.#fresh.hidden = this.#waiting.length === 0;
      this.#fresh.textContent = `Show ${counted(this.#waiting.length, "new alert")}`;
    } else {
      this.#release();
    }
  }

  #release() {
    this.#waiting.splice(0).forEach((alert) => this.#put(alert, true));
    this.#fresh.hidden = true;
    this.#tell();
  }

  #put(alert, first) {
    if (!this.#seen.has(alert.id)) {
      this.#seen.add(alert.id);
      const node = alertNews(alert, moment(alert.at));
      first ? this.#list.prepend(node) : this.#list.append(node);
      if (first) {
        flash(node);
      }
    }
  }

  #tell(loading = null) {
    const empty = this.#list.children.length === 0;
    const words = loading ?? (empty ? "No alerts" : null);
    this.#state.replaceChildren(...(words && empty ? [notice(words)] : []));
    this.#older.hidden = Boolean(loading) || !this.#next;
  }
}
