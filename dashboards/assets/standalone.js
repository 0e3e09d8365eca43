// The network of a page that stands alone: drawn from the data in the page, every text set as text.
const data = JSON.parse(document.getElementById("data").textContent);
const canvas = document.querySelector(".canvas");
const network = new vis.Network(
  canvas,
  { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
  { ...data.options, interaction: { ...data.options.interaction, zoomView: true } },
);
const quotation = document.querySelector(".quotation");
network.on("click", (event) => {
  const edge = event.nodes.length ? null : data.edges.find((each) => each.id === event.edges[0]);
  quotation.textContent = edge ? data.quotations[edge.id] || edge.title : data.hint;
});
quotation.textContent = data.hint;
document.querySelector(".legend").replaceChildren(
  ...data.legend.map((entry) => {
    const item = document.createElement("span");
    const sign = document.createElement("i");
    sign.textContent = entry.sign;
    sign.style.color = entry.colour;
    item.append(sign, document.createTextNode(entry.word));
    return item;
  }),
);
document.body.dataset.drawn = String(data.nodes.length);
