// The live connection. The browser resumes it by Last-Event-ID; what it gives up, this takes up.

import { stream as address } from "./api.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const SILENCE = 45000;

/**
 * Emits "estimate", "claim" and "alert" with the value as detail, "lost" whenever the browser gave
 * the connection up, and "state" when live changes.
 */
export class Stream extends EventTarget {
  live = false;
  lastSeen = null;
  #source = null;
  #after = null;
  #wait = FIRST_WAIT;
  #beats = false;

  /** Follows what comes after a position; once it follows, it goes on from what it saw last. */
  follow(position) {
    if (!this.#source) {
      this.#after = position;
      this.#open();
      setInterval(() => this.#listen(), SILENCE / 9);
      document.addEventListener("visibilitychange", () => (document.hidden ? this.#rest() : this.#open()));
      addEventListener("pagehide", () => this.#rest());
      addEventListener("pageshow", ({ persisted }) => persisted && this.#open());
    }
  }

  /** Data from elsewhere came in just now. */
  fresh() {
    this.lastSeen = Date.now();
  }

  /**
   * A browser holds six connections to one host: a page that nobody sees gives its own up, and goes
   * on from where it was when it is looked at again.
   */
  #rest() {
    this.#source.close();
    this.#become(false);
  }

  #open() {
    this.#source?.close();
    this.#source = new EventSource(address(this.#after));
    this.#source.addEventListener("open", () => {
      this.#wait = FIRST_WAIT;
      this.#heard(false);
    });
    this.#source.addEventListener("error", () => this.#failed());
    this.#source.addEventListener("heartbeat", () => this.#heard(true));
    for (const type of ["estimate", "claim", "alert"]) {
      this.#source.addEventListener(type, (event) => this.#received(type, event));
    }
  }

  #received(type, { data, lastEventId }) {
    this.#heard(false);
    this.#after = lastEventId || this.#after;
    let value;
    try {
      value = JSON.parse(data);
    } catch {
      return;
    }
    if (value && typeof value === "object") {
      this.dispatchEvent(new CustomEvent(type, { detail: value }));
    }
  }

  #heard(beat) {
    this.#beats ||= beat;
    this.fresh();
    this.#become(true);
  }

  #failed() {
    this.#become(false);
    if (this.#source.readyState === EventSource.CLOSED) {
      this.#again();
    }
  }

  /** A server that sends heartbeats and falls silent is gone, though nothing said so. */
  #listen() {
    if (this.live && this.#beats && Date.now() - this.lastSeen > SILENCE) {
      this.#source.close();
      this.#become(false);
      this.#again();
    }
  }

  #again() {
    this.dispatchEvent(new CustomEvent("lost"));
    setTimeout(() => document.hidden || this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #become(live) {
    if (live !== this.live) {
      this.live = live;
      this.dispatchEvent(new CustomEvent("state"));
    }
  }
}
