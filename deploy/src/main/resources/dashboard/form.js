// Fields of forms, and how what is typed into them is compared.

import { element } from "./element.js";

export function field(label, control) {
  return element("label", { class: "field" }, element("span", {}, label), control);
}

/** A choice among [value, label] pairs. */
export function select(name, options, value = "") {
  const choices = options.map(([code, label]) => element("option", { value: code }, label));
  const control = element("select", { name }, ...choices);
  control.value = options.some(([code]) => code === value) ? value : options[0][0];
  return control;
}

/** For comparing without regard to case and accents. */
export function folded(text) {
  return String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
