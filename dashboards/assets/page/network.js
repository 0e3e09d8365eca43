// A network of three columns: who stands left, the items in the middle, who stands right. Direction and role are drawn, not only coloured.
const LINE = 29; // pixels between two nodes, so that labels never touch
const HALF = 6;

BLOCKS.network = (block, page) => {
  const tallest = Math.max(...block.columns.map((column) => column.length));
  const height = tallest * LINE + 16;
  const xs = block.columns.length === 3 ? [250, 430, 850] : [250, 620];
  const width = 1160;
  const place = new Map();
  const picture = svg("svg", { class: "network", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": block.label });
  block.columns.forEach((column, index) => {
    const gap = (height - 16) / column.length;
    column.forEach((node, row) => place.set(node.id, { x: xs[index], y: 8 + gap * (row + 0.5), side: index === 0 ? "end" : "start" }));
  });
  const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0 0 8 4 0 8z" }));
  const ring = svg("marker", { id: "ring", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6 }, svg("circle", { cx: 4, cy: 4, r: 2.6 }));
  picture.append(svg("defs", {}, arrow, ring));
  for (const edge of block.edges) {
    const from = place.get(edge.from);
    const to = place.get(edge.to);
    if (!from || !to) continue;
    const start = from.x + (to.x > from.x ? HALF : -HALF);
    const end = to.x + (to.x > from.x ? -HALF - 3 : HALF + 3);
    const bend = (start + end) / 2;
    const path = svg("path", { class: `tie ${edge.role}${edge.id === block.picked ? " picked" : ""}`, d: `M${start} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${end} ${to.y}`, "marker-end": edge.role === "assists" ? "url(#ring)" : "url(#arrow)" });
    path.append(svg("title", {}, document.createTextNode(edge.title)));
    if (edge.id) path.onclick = () => page.pick(edge.id);
    picture.append(path);
  }
  for (const column of block.columns) {
    for (const node of column) {
      const { x, y, side } = place.get(node.id);
      const [tag, attributes] = SHAPES[node.kind] ?? SHAPES.topic;
      const shape = svg("g", { class: `kind ${node.kind}`, transform: `translate(${x - HALF} ${y - HALF})` }, svg(tag, attributes));
      const words = svg("text", { x: side === "end" ? x - 12 : x + 12, y: y + 4, "text-anchor": side }, document.createTextNode(node.label));
      const anchor = svg("a", { href: page.href(node.go ?? "#"), class: "node" }, shape, words, svg("title", {}, document.createTextNode(node.title ?? node.label)));
      anchor.addEventListener("click", (event) => {
        event.preventDefault();
        if (node.go) page.go(node.go);
      });
      picture.append(anchor);
    }
  }
  const legend = (block.legend ?? []).map((entry) => el("span", null, entry.kind ? mark(entry.kind) : el("i", `tie-sign ${entry.role}`), entry.word));
  return el("div", null, el("div", "network-host", picture), block.limit ? el("p", "small", spans(block.limit, page)) : null, el("div", "legend", legend));
};
