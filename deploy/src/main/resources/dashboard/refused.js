// What stands where the server refused something: why, and a field for the token if it wants one.

import * as desk from "./desk.js";
import { element, plain } from "./element.js";
import { field } from "./form.js";

/** Says it; with a token, does again what was refused. */
export function refused({ message, status }, again) {
  const sentence = element("p", { class: "refusal" }, plain(message));
  return status === 401 ? element("div", {}, sentence, tokenForm(again)) : sentence;
}

/** The token is kept for this tab alone. */
function tokenForm(again) {
  const input = element("input", { type: "password", name: "token", autocomplete: "off", required: true });
  const submit = (event) => {
    event.preventDefault();
    desk.keep(input.value.trim());
    again();
  };
  return element(
    "form",
    { class: "filter", "aria-label": "Token", submit },
    field("Token, kept until this tab is closed", input),
    element("button", {}, "Use it"),
  );
}
