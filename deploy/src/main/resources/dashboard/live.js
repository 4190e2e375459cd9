// The feed of new claims and alerts in full. What arrives while somebody reads waits on top.

import * as api from "./api.js";
import { element } from "./element.js";
import { field, folded, select } from "./form.js";
import { counted, time } from "./format.js";
import { flash } from "./highlight.js";
import { alertNews, claimNews, published } from "./news.js";
import { notice } from "./notice.js";
import * as route from "./route.js";
import { scope, scopes } from "./words.js";

const MOST = 1000;

export class Live {
  title = "Live";
  #list = element("ol", { class: "feed" });
  #state = element("div", { class: "state", role: "status" });
  #fresh = element("button", { type: "button", class: "fresh", hidden: true, click: () => this.#release() });
  #older = element("button", { type: "button", hidden: true, click: () => this.#read() }, "Show older claims");
  #kind = select("kind", [["", "Claims and alerts"], ["claim", "Claims"], ["alert", "Alerts"]]);
  #scope = select("scope", [["", "All scopes"], ...scopes.map((code) => [code, scope(code)])]);
  #search = element("input", { type: "search", name: "q", autocomplete: "off" });
  #leaving = new AbortController();
  #items = [];
  #waiting = [];
  #next;
  #reading = false;

  constructor(ledger, { q = "", kind = "", scope: code = "" }) {
    this.#search.value = q;
    this.#kind.value = ["claim", "alert"].includes(kind) ? kind : "";
    this.#scope.value = scopes.includes(code) ? code : "";
    const fields = [field("Search", this.#search), field("Show", this.#kind), field("Scope", this.#scope)];
    this.node = element(
      "section",
      { class: "sheet", "aria-labelledby": "live-title" },
      element("h1", { id: "live-title", tabindex: -1 }, "Live"),
      element("p", { class: "lead" }, "Claims as they are read in articles, and what they change."),
      element("form", { class: "filter", role: "search", "aria-label": "News", submit: (e) => e.preventDefault() }, ...fields),
      element("div", { class: "above", role: "status" }, this.#fresh),
      ...[this.#list, this.#state, this.#older],
    );
    this.node.addEventListener("input", () => this.#narrowed());
    const { signal } = this.#leaving;
    ledger.addEventListener("claims", ({ detail }) => this.#arrived(detail.map(news)), { signal });
    ledger.addEventListener("alerts", ({ detail }) => this.#arrived(detail.map(warning)), { signal });
    this.#read();
  }

  leave() {
    this.#leaving.abort();
  }

  #narrowed() {
    const [q, kind, code] = [this.#search.value.trim(), this.#kind.value, this.#scope.value];
    route.amend(route.flat("live", { q, kind, scope: code }));
    this.#items.forEach((item) => (item.node.hidden = !this.#wants(item)));
    this.#tell();
  }

  #wants({ kind, scope: code, text }) {
    const q = folded(this.#search.value.trim());
    const [wanted, only] = [this.#kind.value, this.#scope.value];
    return (!wanted || wanted === kind) && (!only || only === code) && (!q || text.includes(q));
  }

  /** The newest claims, then older ones page by page. */
  async #read() {
    this.#reading = true;
    this.#tell();
    try {
      const page = await api.claims({ after: this.#next });
      this.#next = page.next;
      const items = page.items.filter(({ retracted }) => !retracted).map((claim) => news(claim, published(claim)));
      items.forEach((item) => this.#put(item, false));
      this.#tell();
    } catch ({ message }) {
      this.#state.replaceChildren(notice("The claims could not be read", message, ["Try again", () => this.#read()]));
    }
    this.#reading = false;
    this.#tell();
  }

  /** Straight in at the top of the page; kept back where the reader is further down. */
  #arrived(items) {
    this.#waiting.push(...items);
    const reading = scrollY > 80 || this.#list.contains(document.activeElement);
    if (reading) {
      this.#tell();
    } else {
      this.#release();
    }
  }

  #release() {
    for (const item of this.#waiting.splice(0)) {
      this.#put(item, true);
    }
    this.#tell();
  }

  #put(item, first) {
    const known = this.#items.findIndex(({ key }) => key === item.key);
    if (known >= 0) {
      this.#items.splice(known, 1)[0].node.remove();
    }
    if (item.gone) {
      return;
    }
    item.node.hidden = !this.#wants(item);
    first ? this.#items.unshift(item) : this.#items.push(item);
    first ? this.#list.prepend(item.node) : this.#list.append(item.node);
    if (first) {
      flash(item.node);
    }
    if (first && this.#items.length > MOST) {
      this.#items.pop().node.remove();
    }
  }

  #tell() {
    const waiting = this.#waiting.filter((item) => this.#wants(item)).length;
    this.#fresh.hidden = waiting === 0;
    this.#fresh.textContent = `Show ${counted(waiting, "new item")}`;
    this.#older.hidden = this.#reading || !this.#next || this.#items.length >= MOST;
    const shown = this.#items.some(({ node }) => !node.hidden);
    if (this.#reading && !shown) {
      this.#state.replaceChildren(notice("Loading …"));
    } else if (shown || !this.#state.querySelector("button")) {
      const why = this.#items.length ? "Nothing here fits this search." : "New claims appear here as articles are read.";
      this.#state.replaceChildren(...(shown ? [] : [notice("No news", why)]));
    }
  }
}

function news(claim, when) {
  const { id, scope: code, retracted } = claim;
  const said = [claim.company, claim.model, claim.claimant, claim.publisher, claim.sentence];
  const text = folded(said.filter(Boolean).join(" "));
  const shown = typeof when === "string" ? when : time(new Date());
  return { key: `claim ${id}`, kind: "claim", scope: code, text, gone: retracted, node: claimNews(claim, shown, 280) };
}

function warning(alert) {
  const { id, company, line, reason } = alert;
  const text = folded([company, line?.model, reason].filter(Boolean).join(" "));
  const node = alertNews(alert, time(new Date()));
  return { key: `alert ${id}`, kind: "alert", scope: line?.scope, text, gone: false, node };
}
