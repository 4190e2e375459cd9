// The read side of Costwire's HTTP API.

const PAGE = 100;

/** What went wrong with a request, in a sentence for the reader. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** All estimates. */
export async function estimates() {
  return items(await get("api/estimates"));
}

/** One page of claims, newest first: {items, next}; the cursor next is null on the last one. */
export async function claims({ company, measure, after, limit = PAGE } = {}) {
  const page = await get("api/claims", { company, measure, after, limit });
  return { items: items(page), next: page?.next ?? null, totals: page?.totals ?? null };
}

/** One claim, or null if it is gone. */
export async function claim(id) {
  try {
    const answer = await get(`api/claims/${encodeURIComponent(id)}`);
    return answer?.claim ?? answer;
  } catch (refusal) {
    if (refusal.status === 404) {
      return null;
    }
    throw refusal;
  }
}

/** The address of the live stream. */
export function stream() {
  return new URL("api/stream", document.baseURI);
}

async function get(path, query = {}) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  const response = await reach(url);
  if (!response.ok) {
    throw new Refusal(await reason(response), response.status);
  }
  return response.json();
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
