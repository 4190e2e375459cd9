// Every view has an address: #/?scope=hardware&sort=name, #/company/deepseek?measure=cost,
// #/compare?ids=deepseek,openai, #/live, #/alerts?kind=dispute-opened, #/feeds,
// #/subscriptions?id=sub_1 or ?edit=sub_1 or ?edit=new

const FLAT = ["compare", "live", "alerts", "subscriptions", "feeds"];

/** What the address bar asks for: {view, id, options}. */
export function current() {
  return parse(location.hash);
}

export function parse(hash) {
  const [path, query] = hash.replace(/^#/, "").split("?", 2);
  const options = Object.fromEntries(new URLSearchParams(query ?? ""));
  const company = /^\/company\/([^/]+)\/?$/.exec(path);
  const id = company ? decoded(company[1]) : null;
  if (id) {
    return { view: "company", id, options };
  }
  const name = path.replace(/^\/|\/$/g, "");
  const view = name === "" ? "overview" : FLAT.includes(name) ? name : "nowhere";
  return { view, id: null, options };
}

export function overview(options = {}) {
  return `#/${query(options)}`;
}

export function company(id, options = {}) {
  return `#/company/${encodeURIComponent(id)}${query(options)}`;
}

/** One of the views that are about no single company. */
export function flat(view, options = {}) {
  return `#/${view}${query(options)}`;
}

/** Says where the reader is without a step in the history, as while typing into a filter. */
export function amend(hash) {
  if (hash !== location.hash) {
    history.replaceState(history.state, "", hash);
  }
}

/** A day of the calendar as the address has it; null for anything else. */
export function date(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(Date.parse(text)) ? text : null;
}

function query(options) {
  const set = Object.entries(options).filter(([, value]) => value);
  return set.length ? `?${new URLSearchParams(set)}` : "";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
