// Draws nodes and links as SVG with pan and zoom; every node is a real link, every edge says what it is.
import { button, h, s } from "./dom.js";
import { GROUPS } from "./words.js";

let drawings = 0;

export function drawGraph({ nodes, edges, label, describe }) {
  const id = `drawing-${++drawings}`;
  const at = new Map(nodes.map((node) => [node.id, node]));
  const box = bounds(nodes);
  const heaviest = Math.max(1, ...edges.map((edge) => edge.weight));
  const layer = s("g", {}, s("g", {}, edges.map((edge) => drawEdge(edge, at, id, heaviest))), s("g", {}, nodes.map(drawNode)));
  const svg = s("svg", { viewBox: box.join(" "), role: "group", "aria-label": label, class: "graph" }, markers(id), layer);
  const zoom = d3.zoom().scaleExtent([0.4, 5]).filter(allowed).on("zoom", (event) => layer.setAttribute("transform", event.transform));
  const picked = d3.select(svg).call(zoom).on("dblclick.zoom", null);
  const tools = h("div", { class: "tools" },
    button("+", () => zoom.scaleBy(picked, 1.4), { "aria-label": "Larger" }),
    button("−", () => zoom.scaleBy(picked, 1 / 1.4), { "aria-label": "Smaller" }),
    button("Fit", () => zoom.transform(picked, d3.zoomIdentity), { "aria-label": "Fit the whole drawing" }));
  svg.addEventListener("pointerover", (event) => highlight(svg, event.target.closest("[data-node]")?.dataset.node));
  svg.addEventListener("focusin", (event) => highlight(svg, event.target.closest("[data-node]")?.dataset.node));
  svg.addEventListener("pointerleave", () => highlight(svg, undefined));
  return h("figure", { class: "drawing" }, h("div", { class: "canvas" }, svg), tools, describe ? h("figcaption", {}, describe) : null);
}

function allowed(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  if (event.type === "touchstart") return event.touches.length > 1;
  return !event.button;
}

function bounds(nodes) {
  const left = Math.min(...nodes.map((node) => node.x - Math.max(node.r, node.label.length * 3.6))) - 24;
  const right = Math.max(...nodes.map((node) => node.x + Math.max(node.r, node.label.length * 3.6))) + 24;
  const top = Math.min(...nodes.map((node) => node.y - node.r)) - 26;
  const bottom = Math.max(...nodes.map((node) => node.y + node.r)) + 48;
  const width = Math.max(right - left, 760);
  const height = Math.max(bottom - top, 200);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height].map((value) => Math.round(value));
}

function markers(id) {
  return s("defs", {}, GROUPS.map((group) => s("marker", {
    id: `${id}-${group}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto", markerUnits: "userSpaceOnUse",
  }, s("path", { d: "M0 0.8 L8 4 L0 7.2 z", class: `tip ${group}` }))));
}

function drawEdge(edge, at, id, heaviest) {
  const a = at.get(edge.from);
  const b = at.get(edge.to);
  const path = curve(a, b);
  const width = 1 + 4.5 * Math.sqrt(edge.weight / heaviest);
  const line = s("path", { d: path, class: `edge ${edge.group}`, "stroke-width": width.toFixed(1), "marker-end": `url(#${id}-${edge.group})` });
  const hit = s("path", { d: path, class: "hit-path" }, s("title", {}, edge.title));
  const attributes = { class: "link", "data-from": edge.from, "data-to": edge.to };
  if (!edge.href) return s("g", attributes, line, hit);
  return s("a", { ...attributes, href: edge.href, tabindex: "-1", "aria-hidden": "true" }, line, hit);
}

function curve(a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const middle = { x: a.x + dx / 2 - dy * 0.13, y: a.y + dy / 2 + dx * 0.13 };
  const start = edgeOf(a, middle, a.r + 5);
  const end = edgeOf(b, middle, b.r + 8);
  return `M${start.x} ${start.y} Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x} ${end.y}`;
}

function edgeOf(node, towards, distance) {
  const dx = towards.x - node.x;
  const dy = towards.y - node.y;
  const length = Math.hypot(dx, dy) || 1;
  return { x: (node.x + (dx / length) * distance).toFixed(1), y: (node.y + (dy / length) * distance).toFixed(1) };
}

function drawNode(node) {
  const ring = 2 * Math.PI * (node.r + 4);
  const shape = [
    s("circle", { r: node.r, class: `body${node.doubtful || node.part ? " doubtful" : ""}${node.outer ? " outer" : ""}` }),
    node.cohesion === undefined || node.cohesion === null ? null
      : s("circle", { r: node.r + 4, class: "cohesion", "stroke-dasharray": `${(ring * node.cohesion).toFixed(1)} ${ring.toFixed(1)}`, transform: "rotate(-90)" }),
    s("text", { y: node.r + 19, class: "name"}, node.label),
    node.sub ? s("text", { y: node.r + 33, class: "sub"}, node.sub) : null,
    s("title", {}, node.title ?? node.label),
  ];
  const attributes = { class: "node", "data-node": node.id, transform: `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`, style: { "--c": node.color ?? "var(--code)" } };
  return node.href ? s("a", { ...attributes, href: node.href }, shape) : s("g", attributes, shape);
}

function highlight(svg, id) {
  svg.classList.toggle("dim", id !== undefined);
  const near = new Set([id]);
  for (const link of svg.querySelectorAll(".link")) {
    const on = id !== undefined && (link.dataset.from === id || link.dataset.to === id);
    link.classList.toggle("on", on);
    if (on) near.add(link.dataset.from).add(link.dataset.to);
  }
  for (const node of svg.querySelectorAll("[data-node]")) node.classList.toggle("on", near.has(node.dataset.node));
}
