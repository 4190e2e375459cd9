// What stands where there is nothing to show: why, and what can be done.

import { element, plain } from "./element.js";

/** A heading, a sentence and, as [label, action], a way out. */
export function notice(heading, sentence = "", [label, action] = []) {
  return element(
    "div",
    { class: "notice" },
    element("p", { class: "notice-heading" }, heading),
    sentence ? element("p", {}, plain(sentence)) : null,
    label ? element("button", { type: "button", click: action }, label) : null,
  );
}
