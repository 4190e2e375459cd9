// Subscriptions and what is sent to them: read and written with the token, where one is set.

import { address, reach, reason, Refusal } from "./api.js";

const KEY = "costwire.token";
let held = null;

/** Keeps the token until the tab is closed; an empty one is forgotten. */
export function keep(token) {
  held = token || null;
  try {
    held ? sessionStorage.setItem(KEY, held) : sessionStorage.removeItem(KEY);
  } catch {
    // Without storage it is kept until the page is loaded again.
  }
}

export async function subscriptions() {
  return (await json("GET", "api/subscriptions")).items;
}

export function subscription(id) {
  return json("GET", one(id));
}

/** Makes one; its secret is in the answer, this once. */
export function subscribe(draft) {
  return json("POST", "api/subscriptions", draft);
}

/** Changes one; if the change made a secret, that is in the answer. */
export function change(id, draft) {
  return json("PUT", one(id), draft);
}

export function end(id) {
  return call("DELETE", one(id));
}

/** Has a message without alerts sent, once. */
export function test(id) {
  return call("POST", `${one(id)}/test`);
}

/** What would have been sent since an instant: {messages, alerts, items}. */
export function preview(draft, since) {
  return json("POST", "api/subscriptions/preview", draft, { since });
}

/** A page of messages, newest first: {items, next}. */
export function deliveries(id, { state, after } = {}) {
  return json("GET", `${one(id)}/deliveries`, undefined, { state, after });
}

export function resend(message) {
  return call("POST", `api/deliveries/${encodeURIComponent(message)}/resend`);
}

function one(id) {
  return `api/subscriptions/${encodeURIComponent(id)}`;
}

async function json(...asked) {
  return (await call(...asked)).json();
}

async function call(method, path, body, query) {
  const headers = { accept: "application/json" };
  const bearer = token();
  if (bearer) {
    headers.authorization = `Bearer ${bearer}`;
  }
  if (body) {
    headers["content-type"] = "application/json";
  }
  const response = await reach(address(path, query), { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) {
    throw new Refusal(await reason(response), response.status);
  }
  return response;
}

function token() {
  try {
    return held ?? sessionStorage.getItem(KEY);
  } catch {
    return held;
  }
}
