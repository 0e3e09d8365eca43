// A picture as a file: SVG and PNG with title, source and day; a page that stands alone with exactly what is on screen.
const FILE_STYLE = "text{font:12.5px 'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif;fill:#1b232d}.head{font-size:18px;font-weight:700}.source,.faint{fill:#47515e}.faint{font-size:11px}.strong{font-weight:700}.light{fill:#fff}.tie{fill:none;stroke:#1b232d;stroke-width:2.2}.tie.assists{stroke:#868c95;stroke-width:1.2}.tie.oversees{stroke-width:1.2;stroke-dasharray:1 3}.official{fill:#2b3440}.department{fill:#3b6a97}.street{fill:#47743f}.group{fill:#75509a}.item,.task{fill:#8a6914}";
const ABOVE = 56;
const BELOW = 40;
const MATRIX_FILLS = ["none", "#eef2f7", "#d5e0ec", "#adc4dc", "#3f6c9a", "#173d65"];

const inscribed = (attributes, said) => svg("text", attributes, document.createTextNode(said));
const today = () => new Date().toISOString().slice(0, 10);

// The frame of every file: white ground, title, source and day above what is drawn.
const framed = (save, width, height, ...inner) => {
  const made = svg("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` },
    svg("style", {}, document.createTextNode(FILE_STYLE)), svg("rect", { width, height, fill: "#fff" }),
    inscribed({ x: 16, y: 26, class: "head" }, save.title),
    inscribed({ x: 16, y: 46, class: "source" }, [save.source, today()].filter(Boolean).join(" · ")), ...inner);
  return { text: new XMLSerializer().serializeToString(made), width, height };
};

const fileOf = (picture, save, height) => {
  const copy = picture.cloneNode(true);
  for (const anchor of copy.querySelectorAll("a")) anchor.removeAttribute("href");
  const inner = svg("g", { transform: `translate(0 ${ABOVE})` }, ...copy.childNodes);
  const whole = height + ABOVE + BELOW;
  const legend = save.legend.map((entry, index) => svg("g", { transform: `translate(${16 + 120 * index} ${whole - 16})` },
    svg("path", { class: `tie ${entry.role}`, d: "M0 0H28", "marker-end": TIPS[entry.role] }), inscribed({ x: 38, y: 4 }, entry.word)));
  return framed(save, WIDTH, whole, inner, ...legend);
};

const saidBy = (pieces) => (pieces ?? []).map((piece) => (typeof piece === "string" ? piece : piece.t)).join("");
const cutTo = (said, most) => (said.length > most ? `${said.slice(0, most - 1)}…` : said);

const LANE = { x: 400, width: 730, row: 40, group: 26 };
const laneMark = (each, y) => {
  const x = LANE.x + (LANE.width * each.x) / 100;
  const wide = (LANE.width * Math.max(0, each.w ?? 0)) / 100;
  const shapes = {
    certain: () => svg("rect", { x, y: y - 6, width: Math.max(1, wide), height: 12, fill: "#3b6a97" }),
    possible: () => svg("rect", { x, y: y - 6, width: Math.max(1, wide), height: 12, fill: "url(#hatch)", stroke: "#3b6a97" }),
    before: () => svg("rect", { x: x - 46, y: y - 6, width: 46, height: 12, fill: "url(#fade)" }),
    open: () => svg("path", { d: `M${x} ${y}h${wide}`, stroke: "#1b232d", "stroke-width": 2, "stroke-dasharray": "2 4" }),
    starts: () => svg("path", { d: `M${x - 2} ${y - 8}l10 8-10 8z`, fill: "#1f5fa8" }),
    ends: () => svg("rect", { x: x - 3, y: y - 8, width: 6, height: 16, fill: "#fff", stroke: "#a3470c", "stroke-width": 2 }),
    seen: () => svg("path", { d: `M${x} ${y - 6}l6 6-6 6-6-6z`, fill: "#fff", stroke: "#1b232d", "stroke-width": 1.6 }),
  };
  return shapes[each.shape]?.() ?? svg("g", {});
};

const laneSign = (entry, x, y) => {
  const along = ["certain", "possible", "open"].includes(entry.shape);
  const there = entry.shape === "before" ? x + 46 : along ? x : x + 14;
  return laneMark({ shape: entry.shape, x: (100 * (there - LANE.x)) / LANE.width, w: (100 * 28) / LANE.width }, y);
};

const timelineFile = (block) => {
  const parts = [svg("defs", {},
    svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("rect", { width: 6, height: 6, fill: "#fff" }), svg("rect", { width: 2, height: 6, fill: "#3b6a97" })),
    svg("linearGradient", { id: "fade" }, svg("stop", { offset: 0, "stop-color": "#3b6a97", "stop-opacity": 0 }), svg("stop", { offset: 1, "stop-color": "#3b6a97", "stop-opacity": 0.6 })))];
  let y = ABOVE + 24;
  const rows = [];
  for (const row of block.rows) {
    if (row.group) {
      rows.push(inscribed({ x: 16, y: y + 18, class: "strong" }, row.group));
      y += LANE.group;
      continue;
    }
    rows.push(inscribed({ x: 16, y: y + 16 }, cutTo(saidBy(row.name), 30)), inscribed({ x: 16, y: y + 32, class: "faint" }, cutTo(saidBy(row.said), 36)),
      svg("path", { d: `M16 ${y + LANE.row}H${LANE.x + LANE.width}`, stroke: "#dfdbd1" }), ...row.marks.map((each) => laneMark(each, y + LANE.row / 2)));
    y += LANE.row;
  }
  for (const year of block.years) {
    const x = LANE.x + (LANE.width * year.x) / 100;
    parts.push(svg("path", { d: `M${x} ${ABOVE + 8}V${y}`, stroke: "#dfdbd1" }), inscribed({ x: x + 3, y: ABOVE + 18, class: "faint" }, year.label));
  }
  if (block.on) {
    const x = LANE.x + (LANE.width * block.on.x) / 100;
    rows.push(svg("path", { d: `M${x} ${ABOVE + 8}V${y}`, stroke: "#1b232d", "stroke-width": 1.5 }), inscribed({ x: x + 4, y: y + 12, class: "faint" }, block.on.label));
  }
  const legend = (block.legend ?? []).map((entry, index) => svg("g", {}, laneSign(entry, 16 + 150 * index, y + 34), inscribed({ x: 64 + 150 * index, y: y + 38, class: "faint" }, entry.word)));
  return framed(block.save, LANE.x + LANE.width + 16, y + 56, ...parts, ...rows, ...legend);
};

const CELL = { x: 150, width: 44, height: 28, head: 130 };
const matrixFile = (block) => {
  const count = block.names.length;
  const top = ABOVE + CELL.head;
  const parts = [];
  block.names.forEach((name, place) => {
    const signs = Array.from(name.short).slice(0, 9);
    const upright = signs.map((sign, index) => svg("tspan", { x: CELL.x + CELL.width * place + 16, dy: index ? 13 : 0 }, document.createTextNode(sign)));
    parts.push(svg("text", { y: ABOVE + 12 }, ...upright), inscribed({ x: CELL.x - 8, y: top + CELL.height * place + 19, "text-anchor": "end" }, cutTo(name.short, 10)));
    block.cells[place].forEach((value, column) => {
      if (place === column) return;
      const level = classOf(value.n);
      const x = CELL.x + CELL.width * column;
      const y = top + CELL.height * place;
      parts.push(svg("rect", { x, y, width: CELL.width - 2, height: CELL.height - 2, fill: MATRIX_FILLS[level], stroke: place > column ? "#868c95" : "none" }),
        inscribed({ x: x + CELL.width / 2 - 1, y: y + 18, "text-anchor": "middle", class: level > 3 ? "light" : "" }, value.n ? String(value.n) : "·"));
    });
  });
  const low = top + CELL.height * count + 24;
  parts.push(inscribed({ x: 16, y: low, class: "faint" }, saidBy(block.legend)));
  block.scale.forEach((word, index) => parts.push(svg("rect", { x: 16 + 70 * index, y: low + 10, width: 62, height: 20, fill: MATRIX_FILLS[index + 1] }),
    inscribed({ x: 47 + 70 * index, y: low + 24, "text-anchor": "middle", class: index > 2 ? "light" : "" }, word)));
  return framed(block.save, Math.max(760, CELL.x + CELL.width * count + 16), low + 48, ...parts);
};

// What is on screen as a page of its own: the same elements and styles, links made whole, nothing that runs.
const pageOf = (save, host) => {
  const copy = host.cloneNode(true);
  for (const anchor of copy.querySelectorAll("a[href]")) anchor.setAttribute("href", new URL(anchor.getAttribute("href"), location.href).href);
  for (const tool of copy.querySelectorAll(".tools, button, .slider")) tool.remove();
  const root = host.getRootNode();
  const styles = [...root.querySelectorAll("style")].map((style) => style.textContent)
    .concat([...(root.adoptedStyleSheets ?? [])].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n")));
  const made = document.implementation.createHTMLDocument(save.title);
  made.documentElement.lang = host.closest("[lang]")?.lang ?? "";
  made.documentElement.className = "zhize";
  const charset = made.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const policy = made.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const style = made.createElement("style");
  style.textContent = `${styles.join("\n")}\nbody{margin:24px;background:#fff}`;
  made.head.prepend(charset, policy);
  made.head.append(style);
  made.body.className = "page";
  const title = made.createElement("h1");
  title.textContent = save.title;
  const source = made.createElement("p");
  source.className = "small";
  source.textContent = [save.source, today()].filter(Boolean).join(" · ");
  made.body.append(title, source, made.importNode(copy, true));
  return `<!doctype html>\n${made.documentElement.outerHTML}`;
};

const give = (blob, name) => {
  const anchor = el("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
};

const asPng = ({ text, width, height }, name) => {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => give(blob, `${name}.png`));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
};

const saving = (save, file, host) => {
  const make = (label, act) => {
    const made = el("button", "button", label);
    made.type = "button";
    made.onclick = act;
    return made;
  };
  const found = [make(save.svg, () => give(new Blob([file().text], { type: "image/svg+xml" }), `${save.name}.svg`)), make(save.png, () => asPng(file(), save.name))];
  if (save.html) found.push(make(save.html, () => give(new Blob([pageOf(save, host())], { type: "text/html" }), `${save.name}.html`)));
  return found;
};
