/* Shows the nodes and edges it is given, and tells which of them was clicked.

   The library (vis-network) comes from another component, so that it travels to the browser once. What is selected
   arrives by an event (see pointer.js), not with the data: a click then costs a few hundred bytes, not the whole graph. */

const MANY_NODES = 400; // from here on, edges are hidden while the view is dragged
const FADED = 0.1;
const UNHURRIED = 300; // milliseconds: the rest fades once the answer is there, as painting would hold it up
const states = new WeakMap();

const library = async () => {
  while (!globalThis.explorerVis) await new Promise((resolve) => setTimeout(resolve, 15));
  return globalThis.explorerVis;
};

export default function ({ parentElement, data, setStateValue }) {
  const box = parentElement.querySelector(".graph");
  const state = states.get(box) ?? open(parentElement, box);
  state.report = (action) => setStateValue("asked", { ...action, at: Date.now() });
  readTheme(state);
  if (state.revision !== data.revision) {
    state.revision = data.revision;
    library().then((vis) => !state.closed && state.revision === data.revision && show(vis, state, data));
  } else {
    recolour(state);
  }
  return () => close(state);
}

function open(root, box) {
  const state = { root, box, canvas: box.querySelector(".canvas"), card: box.querySelector(".card"), moved: new Map() };
  state.onSelect = (event) => select(state, event.detail.selected, true);
  document.addEventListener("explorer:select", state.onSelect);
  box.onmouseleave = () => hideCard(state);
  box.querySelector(".fit").onclick = () => fit(state, true);
  box.querySelector(".closer").onclick = () => zoom(state, 1.35);
  box.querySelector(".farther").onclick = () => zoom(state, 1 / 1.35);
  state.resized = new ResizeObserver(() => onResize(state));
  state.resized.observe(state.canvas);
  box.explorer = state; // for tests and for whoever opens the browser's console
  states.set(box, state);
  return state;
}

function close(state) {
  state.closed = true;
  state.resized.disconnect();
  document.removeEventListener("explorer:select", state.onSelect);
  state.network?.destroy();
  states.delete(state.box);
}

/* -- theme ------------------------------------------------------------------------------------------------------- */

function readTheme(state) {
  const style = getComputedStyle(state.box);
  state.theme = {
    text: style.getPropertyValue("--st-text-color").trim() || style.color,
    background: style.getPropertyValue("--st-background-color").trim() || "#ffffff",
    accent: style.getPropertyValue("--st-primary-color").trim() || style.color,
    font: style.fontFamily || "sans-serif",
  };
  state.dark = brightness(state.theme.background) < 0.5;
}

function brightness(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  const hex = probe.fillStyle;
  const part = (at) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return hex.startsWith("#") ? 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5) : 1;
}

function recolour(state) {
  if (!state.network || state.drawnDark === state.dark) return;
  paint(state);
  state.network.redraw();
}

/* -- data -------------------------------------------------------------------------------------------------------- */

function show(vis, state, data) {
  const first = !state.network;
  state.given = {
    nodes: new Map(data.nodes.map((node) => [node.id, node])),
    edges: new Map(data.edges.map((edge) => [edge.id, edge])),
  };
  state.boost ??= boostAt(fitting(state, data.nodes).scale, data.nodes.length);
  state.ranked = [...data.nodes].sort((a, b) => b.rank - a.rank);
  state.widths = new Map();
  hideCard(state);
  if (first) {
    state.nodes = new vis.DataSet(data.nodes.map((node) => drawnNode(state, node)));
    state.edges = new vis.DataSet(data.edges.map((edge) => drawnEdge(state, edge)));
    state.network = new vis.Network(state.canvas, { nodes: state.nodes, edges: state.edges }, options(state, data));
    listen(state);
    state.drawnDark = state.dark;
    fit(state, false);
  } else {
    // New nodes first and old ones last: each change draws at once, and no edge or label may lack its node.
    state.nodes.update(data.nodes.map((node) => drawnNode(state, node)));
    dropOthers(state.edges, data.edges);
    state.edges.update(data.edges.map((edge) => drawnEdge(state, edge)));
    dropOthers(state.nodes, data.nodes);
    state.network.setOptions(options(state, data));
    if (isWellPlaced(state)) follow(state);
    else fit(state, true);
  }
  state.selected = null;
  if (globalThis.explorerSelection) select(state, globalThis.explorerSelection, first);
  state.box.dataset.drawn = data.revision;
}

/* What stays is updated, not made anew, so that nothing flickers or jumps. */
function dropOthers(set, items) {
  const kept = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
}

/* Nodes and lines grow less than the view when it is zoomed in, and shrink less when it is zoomed out. */
function boostAt(scale, count) {
  return Math.min(3, Math.max(0.8, (count < 60 ? 0.65 : count < 150 ? 0.5 : 0.4) / scale));
}

function follow(state) {
  const boost = boostAt(state.network.getScale(), state.given.nodes.size);
  if (Math.abs(boost / state.boost - 1) < 0.12) return;
  state.boost = boost;
  paint(state);
  state.network.setOptions({ edges: { arrows: { to: { scaleFactor: 0.55 * boost } } } });
}

function drawnNode(state, { label, card, rank, ...node }, faded = false) {
  const [x, y] = state.moved.get(node.id) ?? [node.x, node.y];
  const border = state.dark ? "rgba(255,255,255,.6)" : "rgba(0,0,0,.45)";
  const colour = { background: node.color, border: faded ? "rgba(128,128,128,.15)" : border };
  if (faded) colour.background = `${node.color}26`; // the same colour, mostly transparent
  const highlight = { background: node.color, border: state.theme.accent };
  return {
    ...node, x, y,
    size: node.size * state.boost,
    borderWidth: 1, borderWidthSelected: 3,
    color: { ...colour, hover: colour, highlight },
  };
}

function drawnEdge(state, { label, kind, about, record, ...edge }, faded = false) {
  const colour = edge.color;
  return {
    ...edge,
    width: edge.width * state.boost,
    color: { color: colour, hover: colour, highlight: colour, opacity: faded ? FADED : strength(state) },
  };
}

/* Hundreds of edges together are a dark patch unless each is faint. */
const strength = (state) => (state.lit || state.given.edges.size < 150 ? 0.9 : state.given.edges.size < 500 ? 0.6 : 0.45);

function options(state, data) {
  const large = data.nodes.length > MANY_NODES;
  return {
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: {
      hover: true, hideEdgesOnDrag: large, hideEdgesOnZoom: large, multiselect: false, selectConnectedEdges: false,
      hoverConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false, autoFocus: false }, zoomSpeed: 0.6,
    },
    edges: {
      arrowStrikethrough: false, selectionWidth: 2.5, hoverWidth: 1.2,
      arrows: { to: { scaleFactor: 0.55 * state.boost, type: "arrow" } },
      selfReference: { size: 16, renderBehindTheNode: false },
    },
  };
}

/* -- camera ------------------------------------------------------------------------------------------------------ */

/* Like the library's own fit, but with room for the labels, which are as large whatever the zoom. */
function fit(state, animate) {
  if (!state.network || !state.canvas.clientWidth || !state.given.nodes.size) return;
  const positions = Object.values(state.network.getPositions([...state.given.nodes.keys()]));
  state.network.moveTo({ ...fitting(state, positions), animation: animate && { duration: 350 } });
  setTimeout(() => !state.closed && follow(state), animate ? 380 : 0);
}

function fitting(state, spots) {
  const { clientWidth: width, clientHeight: height } = state.canvas;
  const [left, right] = [Math.min(...spots.map((s) => s.x)), Math.max(...spots.map((s) => s.x))];
  const [top, bottom] = [Math.min(...spots.map((s) => s.y)), Math.max(...spots.map((s) => s.y))];
  const scale = Math.max(0.02, Math.min((width - 120) / (right - left + 1), (height - 80) / (bottom - top + 1), 1.4));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale };
}

function zoom(state, factor) {
  if (!state.network) return;
  const scale = Math.min(6, Math.max(0.03, state.network.getScale() * factor));
  state.touched = true;
  state.network.moveTo({ scale, animation: { duration: 180 } });
  setTimeout(() => !state.closed && follow(state), 200);
}

/* The view stays as it is while most of what is left is in it and not tiny. */
function isWellPlaced(state) {
  const spots = [...state.given.nodes.keys()].map((id) => spot(state, id));
  if (!spots.length) return true;
  const { clientWidth: width, clientHeight: height } = state.canvas;
  const inside = spots.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height).length;
  const span = (values) => Math.max(...values) - Math.min(...values);
  const spread = Math.max(span(spots.map((s) => s.x)) / width, span(spots.map((s) => s.y)) / height);
  return inside / spots.length > 0.95 && spread > 0.4;
}

function onResize(state) {
  if (!state.network) return;
  state.network.setSize("100%", "100%");
  state.network.redraw();
  if (!state.touched) fit(state, false);
}

const spot = (state, id) => state.network.canvasToDOM(state.network.getPosition(id));

/* -- people's actions -------------------------------------------------------------------------------------------- */

function listen(state) {
  const { network } = state;
  network.on("click", ({ nodes, edges }) => {
    const id = nodes[0] ?? state.given.edges.get(edges[0])?.record ?? null;
    globalThis.explorerSelection = id;
    state.report({ select: id }); // first, so that the answer is on its way while we paint
    setTimeout(() => !state.closed && select(state, id, false, UNHURRIED));
  });
  network.on("hoverNode", ({ node, event }) => showCard(state, state.given.nodes.get(node)?.card, event));
  network.on("hoverEdge", ({ edge, event }) => showCard(state, edgeCard(state, state.given.edges.get(edge)), event));
  network.on("blurNode", () => hideCard(state));
  network.on("blurEdge", () => hideCard(state));
  network.on("dragStart", () => { state.touched = true; hideCard(state); });
  network.on("zoom", () => {
    state.touched = true;
    hideCard(state);
    clearTimeout(state.following);
    state.following = setTimeout(() => !state.closed && follow(state), 140);
  });
  network.on("dragEnd", ({ nodes }) => nodes.forEach((id) => {
    const { x, y } = network.getPosition(id);
    state.moved.set(id, [x, y]);
  }));
  network.on("afterDrawing", (context) => drawLabels(state, context));
}

/* -- selection --------------------------------------------------------------------------------------------------- */

/* `id` is a node's, or that of the record behind an edge: a meeting of three is one record and three edges. */
function select(state, id, focus, delay = 0) {
  if (!state.network || state.selected === id) return;
  state.selected = id;
  const nodes = state.given.nodes.has(id) ? [id] : [];
  const edges = nodes.length ? [] : [...state.given.edges.values()].filter((edge) => edge.record === id);
  state.network.setSelection({ nodes, edges: edges.map((edge) => edge.id) }, { highlightEdges: false });
  state.lit = nodes.length || edges.length ? around(state, nodes[0], edges) : null;
  clearTimeout(state.painting);
  if (delay) state.painting = setTimeout(() => !state.closed && paint(state), delay);
  else paint(state);
  if (focus && state.lit) bringIntoView(state, nodes[0] ?? edges[0].from);
}

function around(state, node, edges) {
  const lit = node ? [...state.given.edges.values()].filter((edge) => edge.from === node || edge.to === node) : edges;
  const ends = lit.flatMap((edge) => [edge.from, edge.to]);
  return { nodes: new Set(node ? [node, ...ends] : ends), edges: new Set(lit.map((edge) => edge.id)) };
}

function paint(state) {
  const { lit, given } = state;
  state.nodes.update([...given.nodes.values()].map((node) => drawnNode(state, node, lit && !lit.nodes.has(node.id))));
  state.edges.update([...given.edges.values()].map((edge) => drawnEdge(state, edge, lit && !lit.edges.has(edge.id))));
  state.drawnDark = state.dark;
}

function bringIntoView(state, id) {
  const { x, y } = spot(state, id);
  const { clientWidth: width, clientHeight: height } = state.canvas;
  const isVisible = x > 40 && y > 40 && x < width - 40 && y < height - 40;
  if (!isVisible) state.network.focus(id, { scale: Math.max(0.8, state.network.getScale()), animation: { duration: 350 } });
}

/* -- hover card -------------------------------------------------------------------------------------------------- */

function edgeCard(state, edge) {
  if (!edge) return null;
  const [from, to] = [edge.from, edge.to].map((id) => state.given.nodes.get(id).label);
  return [edge.kind, `${from} ${edge.arrows ? "→" : "–"} ${to}`, edge.about];
}

function showCard(state, lines, event) {
  if (!lines) return;
  state.canvas.style.cursor = "pointer";
  state.card.replaceChildren(...lines.map((line, index) => {
    const element = document.createElement(index ? "div" : "strong");
    element.textContent = line; // never innerHTML: names come out of articles
    return element;
  }));
  const frame = state.box.getBoundingClientRect();
  const x = (event.clientX ?? frame.left) - frame.left;
  const y = (event.clientY ?? frame.top) - frame.top;
  state.card.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = state.card;
  state.card.style.left = `${Math.max(4, Math.min(x + 14, frame.width - width - 6))}px`;
  state.card.style.top = `${y + 18 + height > frame.height ? Math.max(4, y - height - 12) : y + 18}px`;
}

function hideCard(state) {
  state.card.hidden = true;
  state.canvas.style.cursor = "default";
}
