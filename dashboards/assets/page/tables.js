// Tables: a row is picked by a click anywhere in it or by Enter; on a phone each row becomes a card with the column's name before each cell.
const WHOLE = 10; // characters of a name or a day that stays on one line
const LONG = 30; // characters of a text that needs room
const cell = (content, column, page) => {
  const made = el("td", column.right ? "right" : column.tight ? "tight" : "");
  if (column.label && !column.quiet) made.dataset.label = column.label;
  const length = (content ?? []).reduce((sum, piece) => sum + String(piece.t ?? piece).length, 0);
  if (length <= WHOLE) made.classList.add("tight");
  else if (length > LONG && !column.lines) made.classList.add("long");
  if (column.keep) made.classList.add("keep");
  if (!column.label) made.classList.add("number");
  if (column.tag) made.dataset.tag = column.tag;
  if (!content?.length) made.classList.add("none");
  const pieces = spans(content?.length ? content : [{ t: "—", dim: true }], page);
  if (column.clamp) {
    const inner = el("span", "clamp", pieces);
    made.append(inner);
  } else if (column.lines && content?.length) made.append(...content.map((piece) => el("span", String(piece.t ?? piece).length <= WHOLE ? "line whole" : "line", span(piece, page))));
  else made.append(...pieces);
  return made;
};

const headOf = (column, page) => {
  const made = el("th", column.right ? "right" : column.tight ? "tight" : null);
  made.scope = "col";
  const words = column.tag ? el("span", `tag ${column.tag}`, column.label) : column.label;
  if (column.sort) {
    const sorted = link(column.sort, page, words, column.sorted ? (column.sorted === "down" ? " ↓" : " ↑") : "");
    if (column.sorted) made.setAttribute("aria-sort", column.sorted === "down" ? "descending" : "ascending");
    made.append(sorted);
  } else made.append(words);
  if (column.width) made.style.width = column.width;
  return made;
};

BLOCKS.table = (block, page) => {
  const body = el("tbody");
  for (const row of block.rows) {
    if (row.group) {
      const wide = el("th", null, el("b", null, row.group), row.count ? el("span", "dim", `　${row.count}`) : null);
      wide.colSpan = block.columns.length;
      wide.scope = "rowgroup";
      body.append(el("tr", "group", wide));
      continue;
    }
    const made = el("tr", row.selected ? "selected" : null, row.cells.map((content, index) => cell(content, block.columns[index], page)));
    if (row.key) {
      made.tabIndex = 0;
      made.setAttribute("aria-selected", String(Boolean(row.selected)));
      const pick = () => page.pick(row.key);
      made.addEventListener("click", (event) => {
        if (!event.target.closest("a") && !String(getSelection())) pick();
      });
      made.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && event.target === made) pick();
        const beside = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : null;
        if (beside && made[beside]) {
          event.preventDefault();
          made[beside].focus();
        }
      });
    }
    body.append(made);
  }
  const bare = block.columns.every((column) => !column.label);
  const table = el("table", `table${block.cards === false || block.columns.length < 4 ? "" : " to-cards"}${block.bare ? " bare" : ""}`, bare ? null : el("thead", null, el("tr", null, block.columns.map((column) => headOf(column, page)))), body);
  if (block.label) table.setAttribute("aria-label", block.label);
  return el("div", "table-host", table, block.foot ? el("p", "foot table-foot", spans(block.foot, page)) : null);
};
