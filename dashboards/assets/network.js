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

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const canvas = parentElement.querySelector(".canvas");
  let state = held.get(parentElement);
  if (!state) {
    const nodes = new vis.DataSet(data.nodes);
    const edges = new vis.DataSet(data.edges);
    const network = new vis.Network(canvas, { nodes, edges }, data.options);
    state = { nodes, edges, network, view: data.view, count: data.nodes.length, width: canvas.clientWidth };
    held.set(parentElement, state);
    const buttons = parentElement.querySelectorAll("button");
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
  parentElement.querySelectorAll("button").forEach((button, index) => {
    button.setAttribute("aria-label", data.buttons[index]);
    button.title = data.buttons[index];
  });
  legend(parentElement.querySelector(".legend"), data.legend);
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
