// Single keys for those who want them: never while typing, never with a modifier, and they can be
// turned off for good (WCAG 2.1.4), as they get in the way of speech input.

import { element } from "./element.js";
import * as route from "./route.js";

const SETTING = "costwire.keys";
const KEYS = [
  ["/", "Search companies"],
  ["j", "Next company, line or claim"],
  ["k", "The one before"],
  ["p", "Pause or resume live updates"],
  ["?", "This list"],
];
const STOPS = ".company .line-name, .detail h2, .claim, .news, .feeds th a";

export function listen(ledger) {
  const dialog = help();
  document.body.append(dialog);
  document.querySelector("[data-keys]").addEventListener("click", () => dialog.showModal());
  const actions = {
    "/": search,
    j: () => step(1),
    k: () => step(-1),
    p: () => ledger.pause(!ledger.paused),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const action = wanted(event) && Object.hasOwn(actions, event.key) && actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

function wanted({ target, ctrlKey, altKey, metaKey, isComposing, defaultPrevented }) {
  const typing = target.closest?.("input, select, textarea, dialog, [contenteditable]");
  return !(typing || ctrlKey || altKey || metaKey || isComposing || defaultPrevented) && enabled();
}

function enabled() {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true; // No storage, no choice to remember.
  }
}

function enable(on) {
  try {
    localStorage.setItem(SETTING, on ? "on" : "off");
  } catch {
    // It holds until the page is closed by way of the checkbox alone.
  }
}

function search() {
  const field = document.querySelector("main input[type=search]");
  if (field) {
    field.focus();
  } else {
    addEventListener("hashchange", () => setTimeout(search), { once: true });
    location.hash = route.overview();
  }
}

/** Moves the focus along what the page lists. */
function step(by) {
  const stops = [...document.querySelectorAll(STOPS)].filter((node) => node.checkVisibility());
  const at = stops.findIndex((node) => node.contains(document.activeElement));
  const first = by > 0 ? stops.findIndex((node) => node.getBoundingClientRect().top >= 0) : -1;
  const next = stops[at < 0 ? first : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

function help() {
  const box = element("input", { type: "checkbox", checked: enabled() });
  box.addEventListener("change", () => enable(box.checked));
  const rows = KEYS.flatMap(([key, does]) => [
    element("dt", {}, element("kbd", {}, key)),
    element("dd", {}, does),
  ]);
  return element(
    "dialog",
    { class: "keys", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, "Keyboard shortcuts"),
    element("dl", {}, ...rows),
    element("label", { class: "check" }, box, " Use single-key shortcuts"),
    element("form", { method: "dialog" }, element("button", {}, "Close")),
  );
}
