// A network of three columns: who stands left, the items in the middle, who stands right. Direction and role are drawn, not only coloured.
const LINE = 29; // pixels between two nodes, so that labels never touch
const HALF = 6;
const WIDTH = 1160;
const COLUMNS = [230, 400, 880];
const TIPS = { leads: "url(#arrow)", assists: "url(#ring)", oversees: "url(#stop)" };

const tieOf = (edge, from, to, picked, page) => {
  const start = from.x + (to.x > from.x ? HALF : -HALF);
  const end = to.x + (to.x > from.x ? -HALF - 3 : to.label + 3);
  const bend = to.x > from.x ? (start + end) / 2 : (from.x + end) / 2;
  const path = svg("path", { class: `tie ${edge.role}${picked ? " picked" : ""}`, d: `M${start} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${end} ${to.y}`, "marker-end": TIPS[edge.role] ?? TIPS.leads });
  path.append(svg("title", {}, document.createTextNode(edge.title)));
  path.onclick = () => page.pick(edge.to);
  return path;
};

const nodeOf = (node, { x, y, side }, picked, page) => {
  const [tag, attributes] = SHAPES[node.kind] ?? SHAPES.topic;
  const shape = svg("g", { class: `kind ${node.kind}`, transform: `translate(${x - HALF} ${y - HALF})` }, svg(tag, attributes));
  const words = svg("text", { x: side === "end" ? x - 12 : x + 12, y: y + 4, "text-anchor": side }, document.createTextNode(node.label));
  const anchor = svg("a", { href: node.go ? page.href(node.go) : "#", class: picked ? "node picked" : "node" }, shape, words, svg("title", {}, document.createTextNode(node.title ?? node.label)));
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    if (node.go) page.go(node.go);
    else if (node.pick) page.pick(node.pick);
  });
  return anchor;
};

const markers = () => svg("defs", {},
  svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M0 0 8 4 0 8z", fill: "#1b232d" })),
  svg("marker", { id: "ring", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse" }, svg("circle", { cx: 4, cy: 4, r: 2.8, fill: "#fff", stroke: "#626c79", "stroke-width": 1.2 })),
  svg("marker", { id: "stop", viewBox: "0 0 8 8", refX: 5, refY: 4, markerWidth: 11, markerHeight: 11, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M4 0h2v8H4z", fill: "#1b232d" })));

BLOCKS.network = (block, page) => {
  const tallest = Math.max(...block.columns.map((column) => column.length));
  const height = tallest * LINE + 16;
  const place = new Map();
  const picture = svg("svg", { class: "network", viewBox: `0 0 ${WIDTH} ${height}`, role: "group", "aria-label": block.label });
  const room = 24 + 13 * Math.max(0, ...block.columns[1].map((node) => node.label.length)); // lines from the right end where no label stands
  block.columns.forEach((column, index) => {
    const gap = (height - 16) / Math.max(1, column.length);
    column.forEach((node, row) => place.set(node.id, { x: COLUMNS[index], y: 8 + gap * (row + 0.5), side: index === 0 ? "end" : "start", label: index === 1 ? room : HALF }));
  });
  picture.append(markers());
  for (const edge of block.edges) {
    const from = place.get(edge.from);
    const to = place.get(edge.to);
    if (from && to) picture.append(tieOf(edge, from, to, edge.to === block.picked, page));
  }
  for (const column of block.columns) for (const node of column) picture.append(nodeOf(node, place.get(node.id), node.id === block.picked, page));
  const legend = (block.legend ?? []).map((entry) => el("span", null, el("i", `tie-sign ${entry.role}`), entry.word));
  const tools = block.save ? el("div", "actions tools", saving(picture, block.save, height)) : null;
  return el("div", null, el("div", "network-host", picture), block.limit ? el("p", "small", spans(block.limit, page)) : null, el("div", "legend", legend, tools));
};

// A picture as a file: the same marks with their styles written in, and title, source and day above it.
const FILE_STYLE = "text{font:12.5px 'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif;fill:#1b232d}.head{font-size:18px;font-weight:700}.source{fill:#47515e}.tie{fill:none;stroke:#1b232d;stroke-width:2.2}.tie.assists{stroke:#868c95;stroke-width:1.2}.tie.oversees{stroke-width:1.2;stroke-dasharray:1 3}.official{fill:#2b3440}.department{fill:#3b6a97}.street{fill:#47743f}.group{fill:#75509a}.item,.task{fill:#8a6914}";
const ABOVE = 56;
const BELOW = 40;

const fileOf = (picture, save, height) => {
  const copy = picture.cloneNode(true);
  for (const anchor of copy.querySelectorAll("a")) anchor.removeAttribute("href");
  const inner = svg("g", { transform: `translate(0 ${ABOVE})` }, ...copy.childNodes);
  const day = new Date().toISOString().slice(0, 10);
  const whole = height + ABOVE + BELOW;
  const legend = save.legend.map((entry, index) => svg("g", { transform: `translate(${16 + 120 * index} ${whole - 16})` },
    svg("path", { class: `tie ${entry.role}`, d: "M0 0H28", "marker-end": TIPS[entry.role] }), svg("text", { x: 38, y: 4 }, document.createTextNode(entry.word))));
  const made = svg("svg", { xmlns: SVG, width: WIDTH, height: whole, viewBox: `0 0 ${WIDTH} ${whole}` },
    svg("style", {}, document.createTextNode(FILE_STYLE)), svg("rect", { width: WIDTH, height: whole, fill: "#fff" }),
    svg("text", { x: 16, y: 26, class: "head" }, document.createTextNode(save.title)),
    svg("text", { x: 16, y: 46, class: "source" }, document.createTextNode([save.source, day].filter(Boolean).join(" · "))), inner, ...legend);
  return new XMLSerializer().serializeToString(made);
};

const give = (blob, name) => {
  const anchor = el("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
};

const saving = (picture, save, height) => {
  const make = (label, act) => {
    const made = el("button", "button", label);
    made.type = "button";
    made.onclick = act;
    return made;
  };
  const text = () => fileOf(picture, save, height);
  const png = () => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * WIDTH;
      canvas.height = 2 * (height + ABOVE + BELOW);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => give(blob, `${save.name}.png`));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text())}`;
  };
  return [make(save.svg, () => give(new Blob([text()], { type: "image/svg+xml" }), `${save.name}.svg`)), make(save.png, png)];
};
