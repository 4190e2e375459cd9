// Every view has an address: #/?scope=hardware&sort=name, #/company/deepseek?measure=cost

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
  return { view: path === "" || path === "/" ? "overview" : "nowhere", id: null, options };
}

export function overview(options = {}) {
  return `#/${query(options)}`;
}

export function company(id, options = {}) {
  return `#/company/${encodeURIComponent(id)}${query(options)}`;
}

/** Says where the reader is without a step in the history, as while typing into a filter. */
export function amend(hash) {
  if (hash !== location.hash) {
    history.replaceState(history.state, "", hash);
  }
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
