// The read side of Costwire's HTTP API.

const PAGE = 100;

/** What went wrong with a request, in a sentence for the reader. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * All estimates, or those of the lines that are asked for, and the position from which the stream
 * goes on without a gap.
 */
export async function estimates({ asOf, language } = {}) {
  const response = await get("api/estimates", { asOf, language });
  const position = response.headers.get("Costwire-Position");
  return { items: items(await response.json()), position };
}

/** One page of claims, newest first: {items, next}; the cursor next is null on the last one. */
export async function claims({ company, measure, language, after, limit = PAGE } = {}) {
  const response = await get("api/claims", { company, measure, language, after, limit });
  const page = await response.json();
  return { items: items(page), next: page?.next ?? null, totals: page?.totals ?? null };
}

/** One claim, or null if it is gone. */
export async function claim(id) {
  const answer = await found(`api/claims/${encodeURIComponent(id)}`);
  return answer?.claim ?? answer;
}

/** One company's estimate with all its terms, or null if there is none. */
export function estimate(id, asOf) {
  return found(`api/estimates/${encodeURIComponent(id)}`, { asOf });
}

/** The posterior of each line of a company. */
export async function curves(id, asOf) {
  const answer = await found(`api/estimates/${encodeURIComponent(id)}/curves`, { asOf });
  return answer ? items(answer) : [];
}

/** One page of alerts, newest first: {items, next}. */
export async function alerts({ kind, company, after, limit = PAGE } = {}) {
  const page = await (await get("api/alerts", { kind, company, after, limit })).json();
  return { items: items(page), next: page?.next ?? null };
}

/** The languages that claims were read in, with how many: [{language, claims}]. */
export async function languages() {
  return items(await (await get("api/languages")).json());
}

/** The feeds that are followed. */
export async function feeds() {
  return items(await (await get("api/feeds")).json());
}

/** Null where the server is ready, else why it is not. */
export async function unready() {
  const response = await reach(address("health/ready"));
  return response.ok ? null : reason(response);
}

/** The address of the live stream after a position, or from now on. */
export function stream(after) {
  return address("api/stream", { after });
}

/** The address of a route, under whatever the page itself was served from. */
export function address(path, query = {}) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url;
}

async function found(path, query) {
  try {
    return await (await get(path, query)).json();
  } catch (refusal) {
    if (refusal.status === 404) {
      return null;
    }
    throw refusal;
  }
}

async function get(path, query) {
  const url = address(path, query);
  const response = await reach(url);
  if (!response.ok) {
    throw new Refusal(await reason(response), response.status);
  }
  return response;
}

/** Asks the server; a refusal if it does not answer at all. */
export async function reach(url, request = { headers: { accept: "application/json" } }) {
  try {
    return await fetch(url, request);
  } catch {
    throw new Refusal("Costwire cannot be reached.", 0);
  }
}

/** Problem details (RFC 9457) where the server sends them. */
export async function reason(response) {
  const problem = await response.json().catch(() => null);
  const said = [problem?.title, problem?.detail].filter((part) => typeof part === "string");
  return said.length ? said.join(": ") : `Costwire answered ${response.status}.`;
}

function items(answer) {
  const list = Array.isArray(answer) ? answer : answer?.items;
  return Array.isArray(list) ? list.filter((item) => item && typeof item === "object") : [];
}
