// The blocks of a page but for tables, pictures and the reader: each a function of its data.
const BLOCKS = {};

const draw = (blocks, page) => (blocks ?? []).map((block) => BLOCKS[block.is](block, page));

const button = (action, page) => {
  if (action.go) {
    const made = link(action.go, page, action.label);
    made.classList.add("button");
    if (action.primary) made.classList.add("primary");
    return made;
  }
  const made = el("button", "button", action.label);
  made.type = "button";
  made.onclick = async () => {
    if (action.copy) {
      try {
        await navigator.clipboard.writeText(action.copy);
      } catch {
        const area = el("textarea", "off-screen");
        area.value = action.copy;
        made.after(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      made.textContent = action.done ?? action.label;
    } else if (action.print) window.print();
    else page.act(action.act);
  };
  return made;
};

BLOCKS.crumb = (block, page) => el("p", "crumb", spans(block.text, page));

BLOCKS.head = (block, page) => {
  const title = el("h1", null, block.kind ? mark(block.kind) : null, spans(block.title, page));
  const bare = !block.title?.length && !block.sub;
  if (bare) return el("div", "actions", (block.actions ?? []).map((action) => button(action, page)));
  const words = el("div", "words", title, block.sub ? el("p", "sub", spans(block.sub, page)) : null);
  const actions = el("div", "actions", (block.actions ?? []).map((action) => button(action, page)));
  return el("div", "head", words, block.actions?.length ? actions : null);
};

BLOCKS.answer = (block, page) =>
  el("div", block.big ? "answer big" : "answer", el("h1", "said", spans(block.text, page)), block.sub ? el("p", "sub", spans(block.sub, page)) : null);

BLOCKS.warn = (block, page) =>
  el("div", "warn", el("span", null, spans(block.text, page)), block.action ? link(block.action.go, page, block.action.label) : null);

BLOCKS.jump = (block) =>
  el("nav", "jump", block.rows.map((row) => {
    const made = el("a", null, el("b", null, row.label), row.count === undefined ? null : ` ${row.count}`);
    made.href = `#${row.to}`;
    made.onclick = (event) => {
      event.preventDefault();
      made.getRootNode().getElementById(row.to)?.scrollIntoView({ behavior: "smooth" });
    };
    return made;
  }));

// Where one side has nothing, the other takes the whole width.
BLOCKS.columns = (block, page) => !block.left.length || !block.right.length
  ? el("div", "columns single", el("div", "stack", draw([...block.left, ...block.right], page)))
  : el("div", `columns ${block.shape ?? "aside"}`, el("div", "stack", draw(block.left, page)), el("div", "stack", draw(block.right, page)));

BLOCKS.card = (block, page) => {
  const top = block.title || block.caption
    ? el("div", "top-of-card", block.title ? el("h2", null, block.title) : null, block.caption ? el("span", "caption", spans(block.caption, page)) : null)
    : null;
  const made = el("section", `card${block.flush ? " flush" : ""}${block.picked ? " picked" : ""}`, top, draw(block.blocks, page));
  if (block.id) made.id = block.id;
  return made;
};

BLOCKS.text = (block, page) => el("p", block.small ? "small" : "text", spans(block.text, page));
BLOCKS.heading = (block, page) => el("div", "top-of-card heading", el("h2", null, block.text), block.more ? el("span", "caption", spans(block.more, page)) : null);

BLOCKS.list = (block, page) =>
  el("ul", "list", block.rows.map((row) => el("li", null, spans(row, page))));

BLOCKS.definitions = (block, page) =>
  el("dl", "definitions", block.rows.flatMap(([term, words]) => [el("dt", null, term), el("dd", null, spans(words, page))]));

BLOCKS.stats = (block) =>
  el("div", "stats", block.rows.map((row) => el("div", null, el("b", null, String(row.n)), row.label)));

BLOCKS.chips = (block, page) =>
  el("div", "chips", block.lead ? el("span", "dim", block.lead) : null, block.rows.map((row) => {
    const made = row.go ? link(row.go, page, row.label) : el("span", null, row.label);
    made.classList.add("chip");
    if (row.on) {
      made.classList.add("on");
      made.setAttribute("aria-current", "true");
    }
    return made;
  }), block.foot ? el("span", "foot", spans(block.foot, page)) : null);

// On a phone the facets fold into one line that says how many are off, until a reader opens them; elsewhere they stand open at the left.
const unfolded = new Map();
BLOCKS.facets = (block, page) => {
  const groups = block.groups.map((group) =>
    el("section", null, el("h2", null, group.label), el("ul", null, group.rows.map((row) => {
      const made = link(row.go, page, el("i", row.on ? "box on" : "box", row.on ? "✓" : ""), el("span", "facet-name", spans(row.label, page)), el("span", "count", String(row.count)));
      made.setAttribute("role", "checkbox");
      made.setAttribute("aria-checked", String(Boolean(row.on)));
      made.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        page.go(row.go);
      });
      return el("li", null, made);
    }))));
  const off = block.groups.reduce((count, group) => count + group.rows.filter((row) => !row.on).length, 0);
  const summary = el("summary", off ? "chip on" : "chip", `${block.label ?? "…"}${off ? ` · ${off}` : ""}`);
  const host = el("details", block.wide ? "facets wide" : "facets", summary, groups);
  const name = block.groups.map((group) => group.label).join();
  const narrow = matchMedia("(max-width: 640px)").matches;
  host.open = unfolded.get(name) ?? (!narrow && (!block.wide || off > 0));
  summary.addEventListener("click", () => unfolded.set(name, !host.open));
  return host;
};

BLOCKS.entries = (block, page) =>
  el("div", "entries", block.cards.map((card) =>
    el("section", "card", el("h2", null, card.title), el("p", "caption", card.sub), el("ul", null, card.links.map((each) => el("li", null, link(each.go, page, each.label)))))));

// Where a page ended within the words quoted, no blank line is shown.
const unbroken = (words) => words.replace(/\n{2,}/gu, "\n");
const quotation = (parts) => el("p", "quote", (parts ?? []).map((part) => (part.mark ? el("mark", "hit", unbroken(part.t)) : unbroken(part.t))));

BLOCKS.quote = (block, page) =>
  el("figure", "says", block.over ? el("figcaption", "source", spans(block.over, page)) : null, quotation(block.parts),
    el("figcaption", "source", spans(block.source, page), (block.actions ?? []).map((action) => button(action, page))));

BLOCKS.chain = (block, page) =>
  el("div", "chain", block.rows.map((row) =>
    el("div", "step", el("div", null, spans(row.before, page), row.before_note ? el("small", null, row.before_note) : null), el("span", "arrow", "→"),
      el("div", "me", el("b", null, spans(row.me, page)), row.note ? el("small", null, row.note) : null), el("span", "arrow", row.sure ? "→" : "⇢"),
      el("div", null, spans(row.after, page), row.after_note ? el("small", null, row.after_note) : null))));

BLOCKS.coverage = (block) =>
  el("div", "coverage-host", el("table", "coverage",
    el("thead", null, el("tr", null, el("th"), block.years.map((year) => el("th", null, String(year))))),
    el("tbody", null, block.rows.map((row) =>
      el("tr", null, el("th", null, row.name), row.years.map((quarters) =>
        el("td", null, quarters.map((cell) => {
          const made = el("i", `quarter q-${cell.state}`);
          if (cell.title) made.title = cell.title;
          return made;
        }))))))), block.legend ? el("p", "small", block.legend) : null);

// On a phone the list folds into one line; elsewhere it stands open at the left.
BLOCKS.toc = (block, page) => {
  const list = contents(block, page);
  const host = el("details", "toc-fold", el("summary", "chip", block.fold || block.title || block.over || "…"), list);
  host.open = !matchMedia("(max-width: 640px)").matches;
  return host;
};

const contents = (block, page) =>
  el("nav", "toc", el("p", "caption", block.over), el("h2", null, block.title), el("ol", null, block.entries.map((entry) => {
    const made = link(entry.go, page, el("span", null, entry.label), entry.page ? el("span", "count", String(entry.page)) : null);
    if (entry.on) made.setAttribute("aria-current", "page");
    return el("li", entry.on ? "on" : null, made);
  })), block.foot ? el("p", "small", spans(block.foot, page)) : null);

BLOCKS.empty = (block, page) =>
  el("div", "empty", el("h2", null, block.title), el("p", null, spans(block.text, page)), block.rows ? BLOCKS.list({ rows: block.rows }, page) : null);
