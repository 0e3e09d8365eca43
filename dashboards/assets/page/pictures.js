// Pictures that answer: timeline, matrix, dot matrix, bars, units by day. Every number and mark has words for those who do not see it.
const at = (made, left, width) => {
  made.style.left = `${left}%`;
  if (width !== undefined) made.style.width = `${Math.max(width, 0)}%`;
  return made;
};

BLOCKS.timeline = (block, page) => {
  const axis = el("div", "axis", block.years.map((year) => at(el("i", null, year.label), year.x)), block.on ? at(el("i", "on-day", block.on.label), block.on.x) : null);
  const host = el("div", "timeline", el("span", "corner"), axis);
  host.setAttribute("role", "list");
  for (const row of block.rows) {
    if (row.group) {
      host.append(el("div", "group", row.group));
      continue;
    }
    const name = el("div", "name", el("div", null, spans(row.name, page)), el("small", null, spans(row.said, page)));
    name.setAttribute("role", "listitem");
    name.dataset.from = row.from ?? "";
    name.dataset.until = row.until ?? "";
    if (row.aged) name.classList.add(`aged-${row.aged}`);
    const lane = el("div", "lane", row.marks.map((each) => at(el("span", `bar ${each.shape}`), each.x, each.w)), block.on ? at(el("span", "on-line"), block.on.x) : null);
    for (const year of block.years) lane.prepend(at(el("span", "grid-line"), year.x));
    lane.setAttribute("aria-hidden", "true");
    if (row.aged) lane.classList.add(`aged-${row.aged}`);
    if (row.key) {
      lane.classList.add("pickable");
      lane.onclick = () => page.pick(row.key);
    }
    host.append(name, lane);
  }
  const legend = (block.legend ?? []).map((entry) => el("span", null, el("i", `bar ${entry.shape}`), entry.word));
  const tools = block.save ? el("div", "actions tools", saving(block.save, () => timelineFile(block), () => whole)) : null;
  const whole = el("div", "timeline-host", block.slider ? slider(block, host, page) : null, host, block.fold ? el("p", "small", spans(block.fold, page)) : null, el("div", "legend", legend, tools));
  return whole;
};

// A day is chosen by a slider: while it moves, the line and the rows follow; where it stops, the link is made.
const DAYS = 86_400_000;
const slider = (block, host, page) => {
  const first = Date.parse(block.slider.first);
  const count = Math.round((Date.parse(block.slider.last) - first) / DAYS);
  const field = el("input");
  Object.assign(field, { type: "range", min: "0", max: String(count), value: String(Math.round((Date.parse(block.slider.on ?? block.slider.last) - first) / DAYS)) });
  field.setAttribute("aria-label", block.slider.label);
  const said = el("output", "small", block.slider.on ?? block.slider.none);
  const dayOf = () => new Date(first + DAYS * Number(field.value)).toISOString().slice(0, 10);
  const redraw = (day) => {
    let held = 0;
    for (const name of host.querySelectorAll(".name")) {
      const within = (!name.dataset.from || name.dataset.from <= day) && (!name.dataset.until || day < name.dataset.until);
      held += within;
      name.classList.toggle("past", !within);
      name.nextElementSibling.classList.toggle("past", !within);
    }
    said.textContent = block.slider.said.replace("{day}", day).replace("{count}", String(held));
    field.setAttribute("aria-valuetext", said.textContent);
    const place = (100 * (Date.parse(day) - Date.parse(block.slider.from))) / (Date.parse(block.slider.to) - Date.parse(block.slider.from));
    for (const lane of host.querySelectorAll(".lane")) at(lane.querySelector(".on-line") ?? lane.appendChild(el("span", "on-line")), Math.min(100, Math.max(0, place)));
    host.querySelector(".on-day")?.remove();
  };
  field.oninput = () => redraw(dayOf());
  field.onchange = () => page.go(block.slider.go.replace("DAY", dayOf()));
  if (block.slider.on) redraw(block.slider.on);
  return el("label", "slider", el("span", "small", block.slider.label), field, said);
};

const CLASSES = [1, 5, 15, 25, 45];
const classOf = (n) => (n ? CLASSES.filter((least) => n >= least).length : 0);

BLOCKS.matrix = (block, page) => {
  const head = el("tr", null, el("th"), block.names.map((name, column) => {
    const made = el("th", block.selected?.includes(column) ? "on" : null, el("span", "upright", name.short));
    made.scope = "col";
    made.title = name.t;
    return made;
  }));
  const rows = block.names.map((name, row) => {
    const label = el("th", block.selected?.includes(row) ? "on" : null, name.go ? link(name.go, page, name.short) : name.short);
    label.scope = "row";
    return el("tr", null, label, block.cells[row].map((value, column) => {
      if (row === column) return el("td", "same");
      const below = row > column;
      const both = block.selected && block.selected.includes(row) && block.selected.includes(column);
      const made = el("td", `c${classOf(value.n)}${below ? " below" : ""}${both ? " chosen" : ""}`);
      const words = `${name.t} × ${block.names[column].t}: ${value.n}`;
      if (value.n && value.go) {
        const inner = link(value.go, page, String(value.n));
        inner.setAttribute("aria-label", words);
        made.append(inner);
      } else made.append(value.n ? String(value.n) : "·");
      made.title = words;
      return made;
    }));
  });
  const scale = block.scale.map((word, index) => el("span", `c${index + 1}`, word));
  const tools = block.save ? el("div", "actions tools", saving(block.save, () => matrixFile(block), () => whole)) : null;
  const whole = el("div", null, el("div", "matrix-host", el("table", "matrix", el("thead", null, head), el("tbody", null, rows))), el("div", "legend", spans(block.legend, page), el("span", "scale", scale), tools));
  return whole;
};

BLOCKS.dots = (block, page) => {
  const head = el("tr", null, el("th"), block.columns.map((column) => el("th", column.on ? "on" : null, column.go ? link(column.go, page, column.label) : column.label)));
  const rows = block.rows.map((row) => el("tr", null, el("th", null, spans(row.name, page)), row.cells.map((role, index) => {
    const made = el("td", block.columns[index].on ? "on" : null, role ? el("i", `dot ${role}`) : null);
    if (role) made.title = block.words[role];
    if (role) made.setAttribute("aria-label", block.words[role]);
    return made;
  })));
  const legend = Object.entries(block.words).map(([role, word]) => el("span", null, el("i", `dot ${role}`), word));
  return el("div", null, el("div", "matrix-host", el("table", "dots", el("thead", null, head), el("tbody", null, rows))), el("div", "legend", legend));
};

BLOCKS.bars = (block, page) => {
  const most = Math.max(1, ...block.rows.map((row) => row.parts.reduce((sum, part) => sum + part.n, 0)));
  const rows = block.rows.flatMap((row) => {
    const total = row.parts.reduce((sum, part) => sum + part.n, 0);
    const bar = el("span", "bar-host", row.parts.filter((part) => part.n).map((part) => {
      const made = el("i", `part ${part.style}`);
      made.style.width = `${(100 * part.n) / most}%`;
      made.title = `${part.word ?? ""} ${part.n}`;
      return made;
    }));
    return [el("span", "bar-name", spans(row.name, page)), bar, el("span", "count", row.said ?? (row.go ? link(row.go, page, String(total)) : String(total)))];
  });
  return el("div", null, el("div", "bars", rows), block.legend ? el("div", "legend", block.legend.map((entry) => el("span", null, el("i", `part ${entry.style}`), entry.word))) : null);
};

BLOCKS.split = (block) => {
  const total = Math.max(1, block.parts.reduce((sum, part) => sum + part.n, 0));
  return el("div", "split", block.parts.filter((part) => part.n).map((part) => {
    const made = el("span", part.style, `${part.word} ${part.n}`);
    made.style.flexGrow = String(part.n / total);
    return made;
  }));
};

BLOCKS.quad = (block, page) => {
  const [left, right] = block.rows;
  const square = (n, go) => el("td", n && go ? null : "none", n && go ? link(go, page, String(n)) : String(n));
  return el("table", "quad", el("tr", null, el("th"), block.columns.map((name) => el("th", null, name))),
    [left, right].map((row) => el("tr", null, el("th", null, row.name), row.cells.map((value) => square(value.n, value.go)))));
};

// One square is one appointment, above the line, or one dismissal, below it.
BLOCKS.units = (block, page) => {
  const host = el("div", "units");
  const roomFor = (marks, pixels) => Math.max(0, ...marks.slice(1).map((mark, index) => (100 * pixels) / Math.max(1, mark.x - marks[index].x)));
  const labelled = block.days.filter((day) => day.label);
  host.style.setProperty("--least", `${Math.max(280, roomFor(labelled, 32), roomFor(block.months, 62))}px`); // few days need no scrolling on a phone
  const tall = Math.max(1, ...block.days.map((day) => Math.ceil(day.up / 3)));
  const deep = Math.max(1, ...block.days.map((day) => Math.ceil(day.down / 3)));
  host.style.setProperty("--tall", String(tall));
  host.style.setProperty("--deep", String(deep));
  for (const month of block.months) host.append(at(el("i", month.x > 90 ? "month last" : "month", month.label), month.x));
  for (const day of block.days) {
    const squares = (count, name) => el("span", name, Array.from({ length: count }, () => el("i")));
    const made = day.go ? link(day.go, page, squares(day.up, "ups"), squares(day.down, "downs"), el("small", null, day.label)) : el("span", null, squares(day.up, "ups"), squares(day.down, "downs"));
    made.classList.add("day");
    made.setAttribute("aria-label", day.said);
    host.append(at(made, day.x));
  }
  return el("div", null, el("div", "units-host", host), el("div", "legend", block.legend.map((entry) => el("span", null, el("i", entry.style), entry.word)), block.hint ? el("span", null, block.hint) : null));
};
