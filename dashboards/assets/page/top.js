// The head of every page: name, menu, search with suggestions, language; on a phone the menu is a bar at the bottom.
const ICONS = {
  find: "M9 14.5a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11zM13 13l4 4",
  changes: "M3 7h12M12 4l3 3-3 3M17 13H5M8 10l-3 3 3 3",
  overlap: "M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",
  documents: "M5 2.5h7l3.5 3.5v11.5H5zM8 9h5M8 12h5",
  review: "M3 10.5l4 4 10-10",
  questions: "M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.1-1.5 2.3M10 15.5v1",
};
const icon = (name) => svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, svg("path", { d: ICONS[name] ?? ICONS.find }));
const SILENCE = 180; // milliseconds after the last key before suggestions are asked for

const held = new WeakMap();

const suggestion = (row, index, chosen, page, words, owner) => {
  const made = link(row.go, page, el("span", "what", words[row.kind] ?? ""), mark(row.kind), el("span", "who", spans(row.name, page)), el("span", "note", row.note ?? ""));
  made.id = `${owner}-${index}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", String(index === chosen));
  made.tabIndex = -1;
  return made;
};

const search = (data, page, state, setStateValue) => {
  const input = el("input");
  input.type = "search";
  input.placeholder = matchMedia("(max-width: 640px)").matches ? data.words.shortly : data.words.placeholder;
  input.setAttribute("aria-label", data.words.placeholder);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  const owner = data.big ? "suggestions-of-page" : "suggestions-of-head";
  input.setAttribute("aria-controls", owner);
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("autocomplete", "off");
  input.value = state.typed ?? data.query ?? "";
  const options = el("div");
  options.id = owner;
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", data.words.placeholder);
  const list = el("div", "suggestions", options);
  const show = () => {
    const open = state.open && data.suggested === state.typed && input.value;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(Boolean(open)));
    if (!open) return;
    const rows = data.suggestions.map((row, index) => suggestion(row, index, state.chosen, page, data.words, owner));
    options.replaceChildren(...rows);
    const none = rows.length ? null : el("p", "none", data.words.nothing);
    if (none) none.setAttribute("role", "status");
    list.replaceChildren(options, ...(none ? [none] : []), el("p", "keys", data.words.keys));
    if (state.chosen >= 0) input.setAttribute("aria-activedescendant", `${owner}-${state.chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  input.addEventListener("input", () => {
    state.open = true;
    state.chosen = -1;
    clearTimeout(state.timer);
    state.typed = input.value;
    show();
    state.timer = setTimeout(() => setStateValue("typed", input.value), SILENCE);
  });
  input.addEventListener("focus", () => {
    state.open = true;
    show();
  });
  input.addEventListener("blur", () => setTimeout(() => {
    state.open = false;
    show();
  }, 150));
  input.addEventListener("keydown", (event) => {
    const count = data.suggested === state.typed ? data.suggestions.length : 0;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      state.chosen = count ? (state.chosen + (event.key === "ArrowDown" ? 1 : -1) + count + (state.chosen < 0 && event.key === "ArrowUp" ? 1 : 0)) % count : -1;
      show();
    } else if (event.key === "Escape") {
      state.open = false;
      show();
    } else if (event.key === "Enter" && input.value.trim()) {
      state.open = false;
      clearTimeout(state.timer);
      page.go(count && state.chosen >= 0 ? data.suggestions[state.chosen].go : `find?words=${encodeURIComponent(input.value.trim())}`);
    }
  });
  state.input = input;
  state.show = show;
  const key = data.big ? null : el("kbd", null, "/");
  const host = el("div", data.big ? "search big" : "search", svg("svg", { viewBox: "0 0 20 20", class: "glass", "aria-hidden": "true" }, svg("path", { d: ICONS.find })), input, key, list);
  show();
  return host;
};

export default function ({ data: [data], parentElement, setTriggerValue, setStateValue }) {
  const host = parentElement.querySelector(".page");
  const page = { href: addressOf, go: (to) => setTriggerValue("go", to), pick: () => {}, act: () => {} };
  let state = held.get(parentElement);
  host.lang = data.language === "en" ? "en" : "zh-CN";
  speak(data.language);
  if (state && state.drawn === data.drawn && state.input) {
    state.data = Object.assign(state.data, data); // only suggestions are new: the field keeps its caret
    state.show();
    return;
  }
  state = { open: Boolean(state?.open), chosen: -1, drawn: data.drawn, data, typed: data.query ?? "" };
  held.set(parentElement, state);
  if (data.big) {
    host.replaceChildren(search(data, page, state, setStateValue));
    return;
  }
  const entries = (named) => data.menu.map((entry) => {
    const made = link(entry.go, page, named ? icon(entry.name) : null, entry.label, entry.badge && !named ? el("span", "badge", String(entry.badge)) : null);
    if (entry.on) made.setAttribute("aria-current", "page");
    return made;
  });
  const skip = el("span", "seal", data.words.seal);
  const logo = link("start", page, skip, el("b", null, data.words.name));
  logo.className = "logo";
  logo.setAttribute("aria-label", data.words.name);
  const language = el("span", "language", data.languages.map((each) => {
    const made = link(each.go, page, each.label);
    made.lang = each.lang;
    if (each.on) made.setAttribute("aria-current", "true");
    return made;
  }));
  const bar = el("nav", "menu", entries(false));
  bar.setAttribute("aria-label", data.words.menu);
  const below = el("nav", "bottom-bar", entries(true));
  below.setAttribute("aria-label", data.words.menu);
  host.replaceChildren(el("header", "top", el("div", "inner", logo, bar, data.searchless ? el("span", "spring") : search(data, page, state, setStateValue), language)), below);
  const slash = (event) => {
    const target = event.composedPath()[0];
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.isContentEditable) {
      event.preventDefault();
      state.input?.focus();
    }
  };
  document.addEventListener("keydown", slash);
  return () => document.removeEventListener("keydown", slash);
}
