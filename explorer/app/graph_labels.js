/* The labels of the graph; goes before graph.js into one module. */

const LABEL_FONT = 12.5;
const ROOM_PER_LABEL = 4800; // square pixels: more labels than that are a carpet
const MOST_AROUND = 14; // labels of others while something is selected

/* Drawn by us, at one size whatever the zoom, the most important first, and none over another. */
function drawLabels(state, context) {
  const ratio = globalThis.devicePixelRatio || 1;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  const taken = [];
  const drawn = state.ranked.filter((node) => state.network.body.nodes[node.id]); // not so while filters change
  const first = state.lit ? drawn.filter((node) => state.lit.nodes.has(node.id)) : [];
  const rest = state.lit ? drawn.filter((node) => !state.lit.nodes.has(node.id)) : drawn;
  const most = state.lit ? MOST_AROUND : (state.canvas.clientWidth * state.canvas.clientHeight) / ROOM_PER_LABEL;
  for (const node of first) drawLabel(state, context, node, taken, 1);
  if (state.lit) taken.push(...first.map((node) => placeOf(state, node))); // others' labels keep off these nodes
  for (const node of rest) {
    if (taken.length >= 2 * first.length + most) break;
    drawLabel(state, context, node, taken, state.lit ? 0.4 : 1);
  }
  drawEdgeLabels(state, context, taken);
  context.restore();
}

function drawLabel(state, context, node, taken, opacity) {
  const { x, y } = spot(state, node.id);
  const { clientWidth, clientHeight } = state.canvas;
  if (x < -60 || y < -30 || x > clientWidth + 60 || y > clientHeight + 20) return;
  const isSelected = node.id === state.selected;
  context.font = `${isSelected ? 700 : 500} ${LABEL_FONT}px ${state.theme.font}`;
  const lines = wrap(node.label);
  const width = Math.max(...lines.map((line) => measure(state, context, line)));
  const radius = node.size * state.boost * state.network.getScale();
  const places = placesAround(x, y, radius, width, lines.length * (LABEL_FONT + 2));
  const isInside = (place) => place.left >= 0 && place.right <= clientWidth;
  const free = places.filter((each) => !taken.some((other) => overlaps(each, other)));
  const place = free.find(isInside) ?? free[0] ?? (isSelected && places[0]);
  if (!place) return;
  taken.push(place);
  const middle = (place.left + place.right) / 2;
  lines.forEach((line, index) => drawText(state, context, line, middle, place.top + index * (LABEL_FONT + 2), opacity));
}

function placeOf(state, node) {
  const { x, y } = spot(state, node.id);
  const radius = node.size * state.boost * state.network.getScale();
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/* Under the node, else over it, else beside it. */
function placesAround(x, y, radius, width, height) {
  const at = (left, top) => ({ left: left - 3, right: left + width + 3, top, bottom: top + height });
  return [
    at(x - width / 2, y + radius + 4), at(x - width / 2, y - radius - height - 3),
    at(x + radius + 6, y - height / 2), at(x - radius - width - 6, y - height / 2),
    at(x - 8, y + radius + 4), at(x - width + 8, y + radius + 4),
  ];
}

function drawEdgeLabels(state, context, taken) {
  if (!state.lit && state.given.edges.size > 45) return;
  context.font = `500 ${LABEL_FONT - 2}px ${state.theme.font}`;
  context.textBaseline = "middle";
  for (const edge of state.given.edges.values()) {
    if (state.lit && !state.lit.edges.has(edge.id)) continue;
    const drawn = state.network.body.edges[edge.id];
    if (!drawn?.connected || edge.from === edge.to) continue;
    const { x, y } = state.network.canvasToDOM(drawn.edgeType.getPoint(0.5));
    const width = measure(state, context, edge.label);
    const place = { left: x - width / 2 - 2, right: x + width / 2 + 2, top: y - 7, bottom: y + 7 };
    if (taken.some((other) => overlaps(place, other)) || length(state, edge) < width + 30) continue;
    taken.push(place);
    drawText(state, context, edge.label, x, y, 0.8);
  }
}

function length(state, edge) {
  const [a, b] = [spot(state, edge.from), spot(state, edge.to)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function drawText(state, context, text, x, y, opacity) {
  context.globalAlpha = opacity;
  context.lineWidth = 3.5;
  context.strokeStyle = state.theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = state.theme.text;
  context.fillText(text, x, y);
  context.globalAlpha = 1;
}

function measure(state, context, text) {
  const key = context.font + text;
  if (!state.widths.has(key)) state.widths.set(key, context.measureText(text).width);
  return state.widths.get(key);
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function wrap(label) {
  const lines = [""];
  for (const word of label.split(" ")) {
    const line = lines[lines.length - 1];
    if (line && line.length + word.length > 22) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  const short = lines.slice(0, 2).map((line) => (line.length > 26 ? `${line.slice(0, 25)}…` : line));
  if (lines.length > 2) short[1] = `${short[1].replace(/…$/, "")}…`;
  return short;
}
