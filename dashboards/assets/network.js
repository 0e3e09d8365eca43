// Draws a network with the vis-network that stands above this text. Data comes as data and is only ever set as text.
const held = new WeakMap();


function legend(host, entries) {
  host.replaceChildren(
    ...entries.map((entry) => {
      const item = document.createElement("span");
      const sign = document.createElement("i");
      sign.textContent = entry.sign;
      sign.style.color = entry.colour;
      item.append(sign, document.createTextNode(entry.word));
      return item;
    }),
  );
}

function renew(set, rows) {
  const keep = new Set(rows.map((row) => row.id));
  set.remove(set.getIds().filter((id) => !keep.has(id)));
  set.update(rows);
}

const READABLE = 0.55; // below this scale labels cannot be read on a phone
const NARROW = 480;

// The node with the most ties: where to look when the whole does not fit, for the middle may be empty.
function hub(state) {
  const ties = new Map(state.nodes.getIds().map((id) => [id, 0]));
  for (const edge of state.edges.get()) {
    for (const end of [edge.from, edge.to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  }
  return [...ties].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function fit(state, whole) {
  state.network.fit({ animation: false, maxZoomLevel: 1 });
  if (!whole && state.nodes.length && state.width < NARROW && state.network.getScale() < READABLE) {
    state.network.moveTo({ position: state.network.getPosition(hub(state)), scale: READABLE, animation: false });
  }
}

// The picture as files, with title, source and day: as PNG what the canvas shows, as SVG the same nodes and lines where they stand now.
const SVG = "http://www.w3.org/2000/svg";
const shape = (tag, attributes, words) => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (words) made.textContent = words;
  return made;
};
const FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
const ABOVE = 64;

function give(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

const sourceOf = (save) => [save.source, new Date().toISOString().slice(0, 10)].filter(Boolean).join(" · ");

function svgOf(state, save) {
  const places = state.network.getPositions();
  const xs = Object.values(places).map((place) => place.x);
  const ys = Object.values(places).map((place) => place.y);
  const [left, top] = [Math.min(...xs) - 90, Math.min(...ys) - 40];
  const [width, height] = [Math.max(560, Math.max(...xs) - left + 90), Math.max(...ys) - top + 60 + ABOVE];
  const made = shape("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT });
  made.append(shape("rect", { width, height, fill: "#fff" }), shape("text", { x: 16, y: 26, "font-size": 18, "font-weight": 700 }, save.title), shape("text", { x: 16, y: 48, "font-size": 12, fill: "#47515e" }, sourceOf(save)));
  const inner = shape("g", { transform: `translate(${-left} ${ABOVE - top})` });
  const defs = shape("defs", {});
  const arrow = shape("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 16, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" });
  arrow.append(shape("path", { d: "M0 0 8 4 0 8z", fill: "#626c79" }));
  defs.append(arrow);
  for (const edge of state.edges.get()) {
    const [from, to] = [places[edge.from], places[edge.to]];
    if (!from || !to) continue;
    inner.append(shape("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: typeof edge.color === "string" ? edge.color : "#868c95", "stroke-width": edge.width ?? 1, ...(edge.arrows ? { "marker-end": "url(#arrow)" } : {}) }));
    if (edge.label) inner.append(shape("text", { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 4, "font-size": 11, "text-anchor": "middle", fill: "#47515e", stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" }, edge.label));
  }
  for (const node of state.nodes.get()) {
    const { x, y } = places[node.id];
    const size = node.size ?? 10;
    const fill = typeof node.color === "string" ? node.color : (node.color?.background ?? "#3D4451");
    inner.append(node.shape === "square" ? shape("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, fill }) : shape("circle", { cx: x, cy: y, r: size, fill }),
      shape("text", { x, y: y + size + 15, "font-size": 13, "text-anchor": "middle", fill: "#1b232d", stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" }, node.label));
  }
  made.append(defs, inner);
  return new XMLSerializer().serializeToString(made);
}

function pngOf(canvas, save) {
  const shown = canvas.querySelector("canvas");
  const made = document.createElement("canvas");
  made.width = shown.width;
  made.height = shown.height + ABOVE;
  const pen = made.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, made.width, made.height);
  pen.drawImage(shown, 0, ABOVE);
  pen.fillStyle = "#1b232d";
  pen.font = `700 18px ${FONT}`;
  pen.fillText(save.title, 16, 28);
  pen.font = `12px ${FONT}`;
  pen.fillText(sourceOf(save), 16, 50);
  made.toBlob((blob) => give(blob, `${save.name}.png`));
}

function picturesOf(state, canvas, host, save) {
  const make = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "save";
    made.textContent = label;
    made.onclick = act;
    return made;
  };
  host.append(
    make(save.svg, () => give(new Blob([svgOf(state, save)], { type: "image/svg+xml" }), `${save.name}.svg`)),
    make(save.png, () => pngOf(canvas, save)),
  );
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const canvas = parentElement.querySelector(".canvas");
  let state = held.get(parentElement);
  if (!state) {
    const nodes = new vis.DataSet(data.nodes);
    const edges = new vis.DataSet(data.edges);
    const network = new vis.Network(canvas, { nodes, edges }, data.options);
    state = { nodes, edges, network, view: data.view, count: data.nodes.length, width: canvas.clientWidth };
    held.set(parentElement, state);
    const buttons = parentElement.querySelectorAll(".buttons button");
    const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 150 } });
    buttons[0].onclick = () => zoom(1.3);
    buttons[1].onclick = () => zoom(1 / 1.3);
    buttons[2].onclick = () => fit(state, true);
    canvas.addEventListener(
      "wheel",
      (event) => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
        }
      },
      { passive: false },
    );
    state.observer = new ResizeObserver(() => {
      state.width = canvas.clientWidth;
      fit(state);
    });
    state.observer.observe(canvas);
    fit(state);
  } else {
    renew(state.nodes, data.nodes);
    renew(state.edges, data.edges);
    if (state.view !== data.view || state.count !== data.nodes.length) {
      state.view = data.view;
      state.count = data.nodes.length;
      fit(state);
    }
  }
  // the newest setter: an older one would speak for a component that is gone
  state.network.off("click");
  state.network.on("click", (event) => {
    if (event.nodes.length) setTriggerValue("node", event.nodes[0]);
    else if (event.edges.length) setTriggerValue("edge", event.edges[0]);
  });
  if (data.selected_edge && state.edges.get(data.selected_edge)) {
    state.network.setSelection({ nodes: [], edges: [data.selected_edge] });
  } else if (data.selected_node && state.nodes.get(data.selected_node)) {
    state.network.setSelection({ nodes: [data.selected_node], edges: [] }, { highlightEdges: false });
  } else {
    state.network.unselectAll();
  }
  canvas.setAttribute("aria-label", data.label);
  parentElement.querySelectorAll(".buttons button").forEach((button, index) => {
    button.setAttribute("aria-label", data.buttons[index]);
    button.title = data.buttons[index];
  });
  legend(parentElement.querySelector(".legend"), data.legend);
  if (data.save) picturesOf(state, canvas, parentElement.querySelector(".legend"), data.save);
  // for tests and for assistive scripts: where things stand on the canvas
  canvas.places = () => ({
    nodes: Object.fromEntries(state.nodes.getIds().map((id) => [id, state.network.canvasToDOM(state.network.getPosition(id))])),
    edges: state.edges.get().map((edge) => ({ id: edge.id, from: edge.from, to: edge.to })),
  });
  return () => {
    state.observer.disconnect();
    state.network.destroy();
    held.delete(parentElement);
  };
}
