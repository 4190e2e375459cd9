// Companies side by side on one axis, scope by scope, with their posteriors.

import { badge } from "./badge.js";
import { chartRow, subhead } from "./chartrow.js";
import { curve, reach } from "./curve.js";
import { Detail } from "./detail.js";
import { element, isolate, spoken, tidy } from "./element.js";
import { field, select } from "./form.js";
import { dollars, figure } from "./format.js";
import { notice } from "./notice.js";
import * as plot from "./plot.js";
import * as route from "./route.js";
import { Scale } from "./scale.js";
import { ends80, interval, scope, scopes } from "./words.js";

const MOST = 8;
const SHORT = 80;

export class Compare {
  title = "Compare";
  #ids;
  #scope;
  #picker = element("select", { name: "company" });
  #chosen = element("ul", { class: "chosen", "aria-label": "Companies compared" });
  #chart = element("div", { class: "chart", role: "table", "aria-label": "Estimates side by side" });
  #state = element("div", { class: "state", role: "status" });
  #details = new Map();
  #leaving = new AbortController();
  #seen = null;

  constructor(source, { ids = "", scope: code = "" }) {
    this.source = source;
    this.#ids = [...new Set(ids.split(",").filter(Boolean))].slice(0, MOST);
    this.#scope = select("scope", [["", "All scopes"], ...scopes.map((one) => [one, scope(one)])], code);
    this.#picker.addEventListener("change", () => this.#add(this.#picker.value));
    this.#scope.addEventListener("change", () => this.#go());
    const fields = [field("Add a company", this.#picker), field("Scope", this.#scope)];
    this.node = element(
      "section",
      { class: "sheet wide", "aria-labelledby": "compare-title" },
      element("h1", { id: "compare-title", tabindex: -1 }, "Compare"),
      element("p", { class: "lead" }, "Lines overlap (a run is part of a programme), so they are never added up."),
      element("form", { class: "filter", "aria-label": "Comparison", submit: (e) => e.preventDefault() }, ...fields),
      ...[this.#chosen, this.#chart, this.#state],
    );
    const { signal } = this.#leaving;
    for (const type of ["estimates", "loaded", "failed"]) {
      source.addEventListener(type, ({ detail }) => this.#changed(detail), { signal });
    }
    this.#ids.forEach((id) => this.#follow(id));
    this.#show();
  }

  leave() {
    this.#leaving.abort();
  }

  #follow(id) {
    const detail = new Detail(id, this.source.asOf, false);
    detail.addEventListener("change", () => this.#show());
    this.#details.set(id, detail);
    detail.read();
  }

  #changed(ids) {
    this.#ids.filter((id) => ids?.has?.(id)).forEach((id) => this.#details.get(id).read());
    this.#show();
  }

  #add(id) {
    if (id && !this.#ids.includes(id) && this.#ids.length < MOST) {
      this.#ids.push(id);
      this.#follow(id);
      this.#go();
    }
  }

  #drop(id) {
    this.#ids = this.#ids.filter((one) => one !== id);
    this.#details.delete(id);
    this.#go();
    this.#picker.focus();
  }

  #go() {
    const { asOf } = this.source;
    route.amend(route.flat("compare", { ids: this.#ids.join(","), scope: this.#scope.value, asOf }));
    this.#show();
  }

  #show() {
    this.#pick();
    const lines = this.#lines();
    const seen = JSON.stringify([this.#ids, lines.map(({ line, points }) => [line, points])]);
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#chosen.replaceChildren(...this.#ids.map((id) => this.#chip(id)));
      this.#chart.replaceChildren(...table(lines, this.source.asOf));
    }
    this.#chart.hidden = lines.length === 0;
    this.#state.replaceChildren(...this.#words(lines.length));
  }

  /** All lines in dollars of the companies chosen: [{id, company, line, points}]. */
  #lines() {
    const only = this.#scope.value;
    return this.#ids.flatMap((id) => {
      const estimate = this.source.estimates.get(id);
      const lines = (estimate?.lines ?? []).filter(({ usd, scope: code }) => usd && (!only || only === code));
      return lines.map((line) => {
        const points = this.#details.get(id)?.curve(line)?.points ?? null;
        return { id, company: estimate.company ?? id, line, points };
      });
    });
  }

  #pick() {
    const names = [...this.source.estimates.values()].filter(({ companyId }) => !this.#ids.includes(companyId));
    names.sort((a, b) => String(a.company).localeCompare(String(b.company)));
    const known = names.map(({ companyId }) => companyId).join();
    if (this.#picker.dataset.known !== known) {
      this.#picker.dataset.known = known;
      const label = this.#ids.length < MOST ? "Choose …" : `At most ${MOST}`;
      const options = names.map(({ companyId, company }) => element("option", { value: companyId }, tidy(company, SHORT)));
      this.#picker.replaceChildren(element("option", { value: "" }, label), ...options);
    }
    this.#picker.disabled = this.#ids.length >= MOST;
  }

  #chip(id) {
    const name = this.source.estimates.get(id)?.company ?? id;
    const label = `Remove ${tidy(name, SHORT)}`;
    const button = element("button", { type: "button", "aria-label": label, click: () => this.#drop(id) }, "×");
    const link = element("a", { href: route.company(id, { asOf: this.source.asOf }) }, isolate(name));
    return element("li", {}, link, button);
  }

  #words(shown) {
    if (this.source.failure && !this.source.loaded) {
      return [notice("No estimates to show", this.source.failure, ["Try again", () => this.source.load()])];
    }
    if (!this.source.loaded) {
      return [notice("Loading estimates …")];
    }
    if (this.#ids.length === 0) {
      return [notice("Nothing to compare yet", "Choose companies above; the address then leads back to them.")];
    }
    return shown ? [] : [notice("No figures", "These companies have no line in dollars of this scope.")];
  }
}

function table(lines, asOf) {
  const scale = scaleOf(lines);
  const head = element(
    "div",
    { class: "chart-row chart-head", role: "row" },
    element("div", { role: "columnheader" }, spoken("Company and model")),
    element("div", { role: "columnheader", class: "chart-axis" }, spoken("Posterior"), plot.axis(scale)),
    element("div", { role: "columnheader" }, spoken("Figure")),
  );
  const groups = scopes.flatMap((code) => {
    const of = lines.filter(({ line }) => line.scope === code).sort((a, b) => best(b) - best(a));
    return of.length ? [subhead(scope(code)), ...of.map((one) => row(one, scale, asOf))] : [];
  });
  return [head, ...groups];
}

function row({ id, company, line, points }, scale, asOf) {
  const { model, scope: code, usd, agreement } = line;
  const href = route.company(id, { model, scope: code, asOf });
  const name = [element("a", { href }, isolate(company)), model ? isolate(model, { class: "quiet model" }) : null];
  const drawing = curve(scale, points, usd);
  const box = plot.plot(scale, drawing ? [] : plot.estimate(scale, usd));
  if (drawing) {
    box.replaceChildren(drawing);
  }
  const figures = [
    element("strong", { "aria-hidden": "true" }, dollars(best({ line }))),
    element("span", { class: "quiet", "aria-hidden": "true" }, ends80(usd)),
    spoken(interval(usd)),
    badge(agreement),
  ];
  return chartRow(name, box, figures, "ridge");
}

function best({ line }) {
  return figure(line.usd?.best) ?? 0;
}

function scaleOf(lines) {
  const ends = lines.flatMap(({ line: { usd }, points }) => [usd.low, usd.best, usd.high, ...reach(points)]);
  const logs = ends.map(figure).filter((usd) => usd > 1 && usd < 1e13).map(Math.log10);
  const from = logs.reduce((least, log) => Math.min(least, Math.floor(log)), 13);
  const to = logs.reduce((most, log) => Math.max(most, Math.ceil(log)), 0);
  return logs.length ? new Scale(from, Math.max(from + 2, to)) : Scale.holding([]);
}
