// The read side of Costwire's HTTP API.

const PAGE = 100;

/** What went wrong with a request, in a sentence for the reader. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** All estimates, and the position from which the stream goes on without a gap. */
export async function estimates() {
  const response = await get("api/estimates");
  const position = response.headers.get("Costwire-Position");
  return { items: items(await response.json()), position };
}

/** One page of claims, newest first: {items, next}; the cursor next is null on the last one. */
export async function claims({ company, measure, after, limit = PAGE } = {}) {
  const response = await get("api/claims", { company, measure, after, limit });
  const page = await response.json();
  return { items: items(page), next: page?.next ?? null, totals: page?.totals ?? null };
}

/** One claim, or null if it is gone. */
export async function claim(id) {
  try {
    const response = await get(`api/claims/${encodeURIComponent(id)}`);
    const answer = await response.json();
    return answer?.claim ?? answer;
  } catch (refusal) {
    if (refusal.status === 404) {
      return null;
    }
    throw refusal;
  }
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

async function get(path, query) {
  const url = address(path, query);
  const response = await reach(url);
  if (!response.ok) {
    throw new Refusal(await reason(response), response.status);
  }
  return response;
}

async function reach(url) {
  try {
    return await fetch(url, { headers: { accept: "application/json" } });
  } catch {
    throw new Refusal("Costwire cannot be reached.", 0);
  }
}

/** Problem details (RFC 9457) where the server sends them. */
async function reason(response) {
  const problem = await response.json().catch(() => null);
  const said = [problem?.title, problem?.detail].filter((part) => typeof part === "string");
  return said.length ? said.join(": ") : `Costwire answered ${response.status}.`;
}

function items(answer) {
  const list = Array.isArray(answer) ? answer : answer?.items;
  return Array.isArray(list) ? list.filter((item) => item && typeof item === "object") : [];
}
