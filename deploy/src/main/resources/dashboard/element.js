// Builds the page without markup strings: whatever the API says stays text.

const SVG = "http://www.w3.org/2000/svg";
const LONGEST_NAME = 160;

/** What embeds and isolates: sentences may need it, a name never does. */
const STEERING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Words in letters that are written from right to left. */
const WORD = String.raw`[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+`;
const LEFTWARD = new RegExp(String.raw`(${WORD}(?:[\s\u200C'’"-]+${WORD})*)`);

/** An HTML element; a function among the attributes is a listener, null and false leave one out. */
export function element(name, attributes, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg(name, attributes, ...children) {
  return furnish(document.createElementNS(SVG, name), attributes, children);
}

/** Text for screen readers alone. */
export function spoken(text) {
  return element("span", { class: "spoken" }, text);
}

/** A name from outside, kept from reordering what stands beside it and from filling the page. */
export function isolate(text, attributes) {
  return element("bdi", { dir: "auto", ...attributes }, tidy(text));
}

/** The same where no element can stand: in an option, a label, the title. */
export function tidy(text, longest = LONGEST_NAME) {
  const name = plain(text).replace(STEERING, "");
  return name.length > longest ? `${name.slice(0, longest)} …` : name;
}

/** A sentence of ours, in English, in which names from outside do not trade places with figures. */
export function english(text) {
  const parts = plain(text).split(LEFTWARD);
  return parts.map((part, i) => (i % 2 ? element("bdi", { dir: "rtl" }, part) : part));
}

/** A link to somebody else's page; only text where the address is not http or https. */
export function outbound(address, ...children) {
  const url = webAddress(address);
  if (!url) {
    return element("span", {}, ...children);
  }
  const rel = "noopener noreferrer nofollow";
  return element("a", { href: url.href, rel, target: "_blank" }, ...children);
}

/** The host that an address leads to, or null if it is none of the web. */
export function host(address) {
  return webAddress(address)?.hostname ?? null;
}

/** Text without overrides of direction and control characters, which exist only to deceive here. */
export function plain(text) {
  return String(text ?? "").replace(/[\u202D\u202E\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "");
}

function webAddress(address) {
  try {
    const url = new URL(String(address));
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat(Infinity).filter((child) => (child ?? false) !== false));
  return node;
}
