"use strict";
// Everything that stems from an article goes into the page through textContent or a canvas, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const details = document.getElementById("details");
const ink = getComputedStyle(document.body).getPropertyValue("--ink");
const paper = getComputedStyle(document.body).getPropertyValue("--paper");
const names = new Map(data.nodes.map(node => [node.id, (data.details[node.id] || {}).label || node.label]));
const SKIPPED = new Set(["label", "kind", "record", "sentence", "start", "end", "mutual", "amount_value", "currency"]);

const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const network = new vis.Network(document.getElementById("graph"), { nodes, edges }, {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 150, hideEdgesOnDrag: data.edges.length > 800, keyboard: { enabled: true, bindToWindow: false } },
  nodes: { font: { color: ink, size: 13, strokeWidth: 3, strokeColor: paper }, borderWidth: 1.5 },
  edges: { arrows: { to: { scaleFactor: 0.55 } }, selectionWidth: 2, hoverWidth: 1 },
});

function add(parent, tag, text) {
  const element = parent.appendChild(document.createElement(tag));
  if (text !== undefined) element.textContent = text;
  return element;
}

function clear() {
  details.replaceChildren();
}

function facts(values) {
  const list = add(details, "dl");
  for (const [name, value] of Object.entries(values)) {
    if (SKIPPED.has(name)) continue;
    add(list, "dt", name.replaceAll("_", " "));
    add(list, "dd", Array.isArray(value) ? value.join(", ") : String(value));
  }
}

function headline(edge) {
  const between = edge.arrows ? " → " : " – ";
  return names.get(edge.from) + between + names.get(edge.to);
}

function showEdge(id) {
  const edge = edges.get(id), values = data.details[id] || {};
  clear();
  add(details, "h2", headline(edge));
  add(details, "p", values.label);
  if (values.sentence) add(details, "blockquote", values.sentence);
  facts(values);
  add(details, "h3", "Between");
  for (const end of [edge.from, edge.to]) link(names.get(end), () => select({ nodes: [end], edges: [] }));
}

function showNode(id) {
  const values = data.details[id] || {};
  clear();
  add(details, "h2", names.get(id));
  if (values.sentence) add(details, "blockquote", values.sentence);
  facts(values);
  const own = network.getConnectedEdges(id).map(edge => edges.get(edge));
  add(details, "h3", own.length === 1 ? "1 relation" : own.length + " relations");
  for (const edge of own) link(edge.title, () => select({ nodes: [], edges: [edge.id] }));
}

function link(text, action) {
  add(details, "button", text).addEventListener("click", action);
}

function select(chosen) {
  network.setSelection(chosen, { highlightEdges: false });
  show(chosen);
}

function show({ nodes: chosenNodes, edges: chosenEdges }) {
  if (chosenNodes.length) showNode(chosenNodes[0]);
  else if (chosenEdges.length) showEdge(chosenEdges[0]);
  else showIntroduction();
}

function showIntroduction() {
  clear();
  add(details, "h2", data.nodes.length + " nodes, " + data.edges.length + " relations");
  add(details, "p", "Click a line to read the sentence it came from, or a node to see who it is and all its relations.");
}

const SVG = "http://www.w3.org/2000/svg";
const MARKS = {
  disc: "M15 2a5 5 0 1 0 .01 0z", square: "M10.500 2.500h9v9h-9z", triangle: "M15 1.500l5.500 10h-11z",
  diamond: "M15 1l6 6-6 6-6-6z", star: "M15 1l1.600 4 4.400.300-3.400 2.700 1.100 4.200-3.700-2.300-3.700 2.300 1.100-4.200-3.400-2.700 4.400-.300z",
};
const DASHES = { dashed: "6 4", dotted: "2 3" };

function drawLegend() {
  for (const entry of data.legend) {
    const row = add(document.getElementById("legend"), "div");
    const image = row.appendChild(document.createElementNS(SVG, "svg"));
    image.setAttribute("width", 30);
    image.setAttribute("height", 14);
    const mark = image.appendChild(document.createElementNS(SVG, "path"));
    mark.setAttribute("d", entry.shape ? MARKS[entry.shape] : "M1 7h28");
    mark.setAttribute(entry.shape ? "fill" : "stroke", entry.color);
    if (entry.line) mark.setAttribute("stroke-width", 3);
    if (DASHES[entry.line]) mark.setAttribute("stroke-dasharray", DASHES[entry.line]);
    add(row, "span", entry.label);
  }
}

function fillNames() {
  const list = document.getElementById("names"), found = new Map();
  for (const [id, name] of names) {
    if (!found.has(name)) add(list, "option").value = name;
    found.set(name, id);
  }
  document.getElementById("find").addEventListener("change", event => {
    const id = found.get(event.target.value);
    if (id === undefined) return;
    select({ nodes: [id], edges: [] });
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: true });
  });
}

network.on("click", ({ nodes: chosenNodes, edges: chosenEdges }) => show({ nodes: chosenNodes, edges: chosenEdges }));
network.once("afterDrawing", () => {
  network.fit();
  document.body.dataset.ready = "true";
});
window.addEventListener("resize", () => network.fit());
globalThis.graphView = { network, select };
drawLegend();
fillNames();
showIntroduction();
