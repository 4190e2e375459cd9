// A change shown where it happened, for a moment.

const MOMENT = 2400;

/** Lights a node up and lets it fade; how, is the style sheet's business (and the reader's). */
export function flash(node) {
  node.classList.remove("changed");
  requestAnimationFrame(() => node.classList.add("changed"));
  setTimeout(() => node.classList.remove("changed"), MOMENT);
}
