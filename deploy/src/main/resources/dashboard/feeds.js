// The feeds that are followed, and how the system does.

import * as api from "./api.js";
import { element, host, isolate, outbound, plain } from "./element.js";
import { age, count, counted, languageName } from "./format.js";
import { field, folded, select } from "./form.js";
import { notice } from "./notice.js";
import { named } from "./words.js";

const EVERY = 10000;
const STATES = ["failing", "resting", "ended", "new", "healthy"];
const HEADS = [
  ["Feed"],
  ["State"],
  ["Last read", "number"],
  ["Next poll", "number"],
  ["Failures", "number"],
  ["Told by hub"],
  ["Language"],
];

export class FeedsPage {
  title = "Feeds and health";
  #health = element("dl", { class: "health" });
  #body = element("tbody");
  #state = element("div", { class: "state", role: "status" });
  #table;
  #search = element("input", { type: "search", name: "q", autocomplete: "off" });
  #kind = select("state", [["", "All states"], ...STATES.map((code) => [code, named(code)])]);
  #timer;
  #leaving = new AbortController();
  #feeds = null;
  #unready;

  constructor(stream) {
    this.stream = stream;
    const heads = HEADS.map(([text, kind]) => element("th", { scope: "col", class: kind }, text));
    const table = element("table", { class: "figures feeds" }, element("thead", {}, element("tr", {}, ...heads)), this.#body);
    this.#table = element("div", { class: "scroller", role: "region", tabindex: 0, "aria-label": "Feeds" }, table);
    const opml = element("a", { href: api.address("api/feeds.opml").href, download: true }, "Feeds as OPML");
    this.node = element(
      "section",
      { class: "sheet wide", "aria-labelledby": "feeds-title" },
      element("h1", { id: "feeds-title", tabindex: -1 }, "Feeds and health"),
      this.#health,
      element("form", { class: "filter", role: "search", "aria-label": "Feeds", submit: (e) => e.preventDefault() }, field("Search", this.#search), field("State", this.#kind)),
      element("p", { class: "above" }, opml),
      ...[this.#table, this.#state],
    );
    this.node.addEventListener("input", () => this.#show());
    stream.addEventListener("state", () => this.#show(), { signal: this.#leaving.signal });
    this.#read();
    this.#timer = setInterval(() => this.#read(), EVERY);
  }

  leave() {
    clearInterval(this.#timer);
    this.#leaving.abort();
  }

  async #read() {
    const [feeds, unready] = await Promise.all([
      api.feeds().catch(({ message }) => message),
      api.unready().catch(({ message }) => message),
    ]);
    this.#unready = unready;
    const failed = typeof feeds === "string";
    this.#feeds = failed ? this.#feeds : feeds;
    this.#show(failed ? feeds : null);
  }

  #show(failure = null) {
    const all = this.#feeds ?? [];
    const q = folded(this.#search.value.trim());
    const wanted = all
      .filter(({ state }) => !this.#kind.value || state === this.#kind.value)
      .filter(({ url, title }) => !q || folded(`${url} ${title ?? ""}`).includes(q))
      .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.url < b.url ? -1 : 1));
    this.#health.replaceChildren(...this.#facts(all));
    if (!this.#body.contains(document.activeElement)) {
      this.#body.replaceChildren(...wanted.map(row));
    }
    this.#table.hidden = wanted.length === 0;
    this.#state.replaceChildren(...words(failure, this.#feeds, wanted.length));
  }

  #facts(all) {
    const of = (...states) => all.filter(({ state }) => states.includes(state)).length;
    const newest = Math.max(0, ...all.map(({ lastSuccessAt }) => Date.parse(lastSuccessAt) || 0));
    const { live, lastSeen } = this.stream;
    const facts = [
      ["System", this.#unready === undefined ? "…" : (this.#unready ?? "Ready")],
      ["Live connection", live ? "Open" : "Closed"],
      ["Page's data", lastSeen ? `${age(Date.now() - lastSeen)} old` : "none yet"],
      ["Newest feed read", newest ? `${age(Date.now() - newest)} ago` : "none yet"],
      ["Feeds", count(all.length)],
      ["Healthy", count(of("healthy"))],
      ["Failing or resting", count(of("failing", "resting"))],
    ];
    return facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, plain(value))));
  }
}

function row({ url, title, state, lastSuccessAt, nextPollAt, failures, lastError, hub, hubError, pushedAt, pushUntil, language }) {
  const name = title ? isolate(title) : isolate(String(url).replace(/^https?:\/\//, ""));
  const kind = STATES.includes(state) ? state : "unknown";
  const error = lastError ? element("span", { class: "quiet error" }, plain(lastError).slice(0, 300)) : null;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, outbound(url, name), title ? element("span", { class: "quiet" }, ` ${host(url) ?? ""}`) : null),
    element("td", {}, element("span", { class: `health-state ${kind}` }, named(state)), error),
    element("td", { class: "number" }, ago(lastSuccessAt)),
    element("td", { class: "number" }, ahead(nextPollAt)),
    element("td", { class: "number" }, count(failures ?? 0)),
    element("td", {}, told(hub, hubError, pushedAt, pushUntil)),
    element("td", {}, language ? languageName(language) : "–"),
  );
}

function told(hub, error, at, until) {
  if (!hub) {
    return "–";
  }
  return error ? plain(error).slice(0, 200) : until ? (at ? `yes, ${ago(at)}` : "yes") : "asked";
}

function ago(instant) {
  const at = Date.parse(instant);
  return Number.isFinite(at) ? `${age(Date.now() - at)} ago` : "never";
}

function ahead(instant) {
  const at = Date.parse(instant);
  return !Number.isFinite(at) ? "–" : at > Date.now() ? `in ${age(at - Date.now())}` : "now";
}

function words(failure, feeds, shown) {
  if (failure) {
    return [notice("The feeds could not be read", failure)];
  }
  if (feeds === null) {
    return [notice("Loading feeds …")];
  }
  return shown ? [] : [notice("No feeds", feeds.length ? `None of ${counted(feeds.length, "feed")} fits.` : "None is followed yet.")];
}
