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

// On a phone the same network stands as a list: each item with all who answer for it, by role.
const listOf = (block, page) => {
  const actors = new Map([...block.columns[0], ...block.columns[2]].map((node) => [node.id, node]));
  return el("ol", "as-list", block.columns[1].map((item) => {
    const picks = el("a", "item", item.title ?? item.label);
    picks.href = "#";
    picks.onclick = (event) => {
      event.preventDefault();
      page.pick(item.pick);
    };
    const roles = (block.legend ?? []).map((entry) => {
      const of = block.edges.filter((edge) => edge.to === item.id && edge.role === entry.role).map((edge) => actors.get(edge.from)).filter(Boolean);
      const style = { leads: "lead", assists: "assist" }[entry.role] ?? "plain";
      return of.length ? el("p", "who", el("span", `tag ${style}`, entry.word), " ", of.map((node) => span({ t: node.title ?? node.label, go: node.go, kind: node.kind }, page))) : null;
    });
    return el("li", item.id === block.picked ? "picked" : null, picks, roles);
  }));
};

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
  const tools = block.save ? el("div", "actions tools", saving(block.save, () => fileOf(picture, block.save, height), () => whole)) : null;
  const whole = el("div", null, el("div", "network-host listed", picture), listOf(block, page), block.limit ? el("p", "small", spans(block.limit, page)) : null, el("div", "legend", legend, tools));
  return whole;
};
