// What stands where there is nothing to show: why, and what can be done.

import { element, plain } from "./element.js";

/** A heading, a sentence and, as [label, action], a way out. */
export function notice(heading, sentence = "", [label, action] = [], name = "p") {
  return element(
    "div",
    { class: "notice" },
    element(name, { class: "notice-heading", tabindex: name === "h1" ? -1 : null }, heading),
    sentence ? element("p", {}, plain(sentence)) : null,
    label ? element("button", { type: "button", click: action }, label) : null,
  );
}
