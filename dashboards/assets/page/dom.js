// Elements from plain data. Every text is set as text, never as mark-up; addresses lead only to pages of this app or to web pages.
const el = (tag, name, ...children) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== "") made.append(child);
  return made;
};

const SVG = "http://www.w3.org/2000/svg";

const svg = (tag, attributes, ...children) => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

// SHAPES stands before this: shapes.json, the marks of kinds, shared with the static site.

// The mark of a kind: shape first, colour last; hidden from screen readers, for the words beside it say the same.
const mark = (kind) => {
  const [tag, attributes] = SHAPES[kind] ?? SHAPES.topic;
  return svg("svg", { class: `kind ${kind}`, viewBox: "0 0 12 12", "aria-hidden": "true" }, svg(tag, attributes));
};

const SAFE = /^(\?|#|\/|https?:\/\/|[a-z_]+(\?|$))/;

// The address line of a page: body?key=x → ?p=body&key=x. One path serves all pages, so that going back goes back one step.
const addressOf = (to) => {
  if (/^https?:/.test(to)) return to;
  const cut = to.indexOf("?");
  const [name, query] = cut < 0 ? [to, ""] : [to.slice(0, cut), to.slice(cut + 1)];
  const parts = [...(name === "start" || !name ? [] : [`p=${name}`]), ...(query ? [query] : [])];
  return parts.length ? `./?${parts.join("&")}` : "./";
};

// A link to a page of the app: opened in place by a plain click, a true address for every other way of opening it.
const link = (to, page, ...children) => {
  const made = el("a", null, ...children);
  if (!SAFE.test(to)) return el("span", null, ...children);
  made.href = page.href(to);
  if (/^https?:/.test(to)) {
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    return made;
  }
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    page.go(to);
  });
  return made;
};

const DAY = /(\d{4}-\d\d-\d\d)/; // a day is never broken

// A piece of a sentence: words, a link, the word searched, a tag, bold or faint.
const span = (piece, page) => {
  if (typeof piece === "string") {
    const parts = piece.split(DAY);
    return parts.length > 1 ? el("span", null, parts.map((part, index) => (index % 2 ? el("span", "whole", part) : part))) : document.createTextNode(piece);
  }
  const words = piece.hit ? el("mark", "hit", piece.t) : piece.strong ? el("b", null, piece.t) : piece.t;
  if (piece.tag) {
    const tag = el("span", `tag ${piece.tag}`, piece.t);
    if (piece.title) tag.title = piece.title;
    return tag;
  }
  const body = piece.go ? link(piece.go, page, words) : el("span", piece.dim ? "dim" : null, words);
  if (piece.label) body.setAttribute("aria-label", piece.label);
  return piece.kind ? el("span", "named", mark(piece.kind), body) : body;
};

const spans = (pieces, page) => (pieces ?? []).map((piece) => span(piece, page));
