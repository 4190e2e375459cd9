// Which lines articles in one language speak of; asked of the server, as estimates do not say.

import * as api from "./api.js";
import { lineKey } from "./words.js";

const REST = 3000;

/** Emits "change" when it knows more. */
export class Tongues extends EventTarget {
  failure = null;
  #language = "";
  #lines = null;
  #timer = null;

  constructor(source) {
    super();
    this.source = source;
    source.addEventListener("estimates", () => this.#later());
  }

  /** Whether the lines of a language are known; those of all languages are. */
  get known() {
    return !this.#language || this.#lines !== null;
  }

  want(language) {
    if (language !== this.#language) {
      this.#language = language;
      this.#lines = null;
      this.failure = null;
      this.#read();
    }
  }

  speakOf({ companyId }, line) {
    return !this.#language || (this.#lines?.get(companyId)?.has(lineKey(line)) ?? false);
  }

  #later() {
    if (this.#language) {
      this.#timer ??= setTimeout(() => this.#read(), REST);
    }
  }

  async #read() {
    this.#timer = null;
    const language = this.#language;
    if (!language) {
      return;
    }
    try {
      const { items } = await api.estimates({ language, asOf: this.source.asOf });
      const lines = items.map(({ companyId, lines }) => [companyId, new Set(lines.map(lineKey))]);
      this.#take(language, new Map(lines), null);
    } catch ({ message }) {
      this.#take(language, this.#lines, message);
    }
  }

  #take(language, lines, failure) {
    if (language === this.#language) {
      this.#lines = lines;
      this.failure = failure;
      this.dispatchEvent(new Event("change"));
    }
  }
}
