// Positions for a handful of nodes inside a service: inner ones in the middle, outer ones on a ring. Deterministic.

export function placeInside(inner, outer, edges) {
  const ring = 110 + 34 * Math.max(inner.length, outer.length * 0.8);
  const points = new Map();
  inner.forEach((node, i) => points.set(node.id, spiral(i, inner.length, ring * 0.55)));
  const order = outer.map((node) => ({ node, angle: pullOf(node, edges, points) })).sort((a, b) => a.angle - b.angle || (a.node.id < b.node.id ? -1 : 1));
  order.forEach(({ node }, i) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * i) / order.length;
    points.set(node.id, { x: Math.cos(angle) * ring * 1.45, y: Math.sin(angle) * ring });
  });
  settle(inner, edges, points, ring);
  return [...inner, ...outer].map((node) => ({ ...node, ...points.get(node.id) }));
}

function spiral(i, total, reach) {
  if (total === 1) return { x: 0, y: 0 };
  const angle = i * 2.399963; // the golden angle spreads points evenly
  const distance = reach * Math.sqrt((i + 0.5) / total);
  return { x: Math.cos(angle) * distance * 1.3, y: Math.sin(angle) * distance };
}

function pullOf(node, edges, points) {
  let x = 0.001;
  let y = 0;
  for (const edge of edges) {
    const other = edge.from === node.id ? edge.to : edge.to === node.id ? edge.from : null;
    const point = other === null ? null : points.get(other);
    if (point) { x += point.x * edge.weight; y += point.y * edge.weight; }
  }
  return Math.atan2(y, x);
}

// Pushes circles apart until their labels have room; keeps inner nodes inside the ring.
function settle(nodes, edges, points, ring) {
  for (let round = 0; round < 160; round++) {
    for (const edge of edges) {
      const a = points.get(edge.from);
      const b = points.get(edge.to);
      if (!a || !b) continue;
      const inner = (id) => nodes.some((node) => node.id === id);
      const pull = 0.004 * Math.min(3, Math.log1p(edge.weight));
      const dx = (b.x - a.x) * pull;
      const dy = (b.y - a.y) * pull;
      if (inner(edge.from)) { a.x += dx; a.y += dy; }
      if (inner(edge.to)) { b.x -= dx; b.y -= dy; }
    }
    for (let i = 0; i < nodes.length; i++) for (let j = i + 1; j < nodes.length; j++) pushApart(nodes[i], nodes[j], points);
    for (const node of nodes) {
      const point = points.get(node.id);
      const far = Math.hypot(point.x / 1.35, point.y) / (ring * 0.72);
      if (far > 1) { point.x /= far; point.y /= far; }
    }
  }
}

function pushApart(one, two, points) {
  const a = points.get(one.id);
  const b = points.get(two.id);
  const dx = b.x - a.x || 0.01;
  const dy = (b.y - a.y || 0.01) * 1.25;
  const distance = Math.hypot(dx, dy);
  const overlap = one.r + two.r + 48 - distance;
  if (overlap <= 0) return;
  const shift = (overlap / distance) * 0.3;
  a.x -= dx * shift; a.y -= dy * shift;
  b.x += dx * shift; b.y += dy * shift;
}
