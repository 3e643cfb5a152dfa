// Positions for a handful of nodes inside a service: inner ones in the middle, outer ones on a ring. Deterministic.

export function placeInside(inner, outer, edges) {
  const ring = 120 + 26 * Math.max(Math.sqrt(inner.length) * 3.2, outer.length * 0.8);
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

// Pulls what is linked together, pushes boxes apart until labels have room; keeps inner nodes inside the ring.
function settle(nodes, edges, points, ring) {
  const inside = new Set(nodes.map((node) => node.id));
  for (let round = 0; round < 160; round++) {
    for (const edge of edges) {
      const a = points.get(edge.from);
      const b = points.get(edge.to);
      if (!a || !b) continue;
      const pull = 0.004 * Math.min(3, Math.log1p(edge.weight));
      const dx = (b.x - a.x) * pull;
      const dy = (b.y - a.y) * pull;
      if (inside.has(edge.from)) { a.x += dx; a.y += dy; }
      if (inside.has(edge.to)) { b.x -= dx; b.y -= dy; }
    }
    pushApart(nodes, points);
    for (const node of nodes) {
      const point = points.get(node.id);
      const far = Math.hypot(point.x / 1.45, point.y) / (ring * 0.8);
      if (far > 1) { point.x /= far; point.y /= far; }
    }
  }
  for (let round = 0; round < 60 && pushApart(nodes, points); round++);
}

// The nodes with room for every label; those that had it stay where they were.
export function spread(nodes) {
  const points = new Map(nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
  for (let round = 0; round < 200 && pushApart(nodes, points); round++);
  return nodes.map((node) => ({ ...node, ...points.get(node.id) }));
}

// A node with its label is a box: its circle, and two lines of text below. Overlapping boxes move along the shorter way.
function pushApart(nodes, points) {
  let moved = false;
  for (let i = 0; i < nodes.length; i++) {
    for (let j = i + 1; j < nodes.length; j++) {
      const [one, two] = [nodes[i], nodes[j]];
      const [a, b] = [points.get(one.id), points.get(two.id)];
      const across = halfWidth(one) + halfWidth(two) + 14 - Math.abs(a.x - b.x);
      const upper = a.y <= b.y ? one : two;
      const down = one.r + two.r + (upper.sub ? 46 : 32) - Math.abs(a.y - b.y);
      if (across <= 0 || down <= 0) continue;
      moved = true;
      const axis = across < down ? "x" : "y";
      const by = (Math.min(across, down) / 2 + 0.5) * (a[axis] <= b[axis] ? 1 : -1);
      a[axis] -= by;
      b[axis] += by;
    }
  }
  return moved;
}

function halfWidth(node) {
  return Math.max(node.r + 6, (node.label.length * 7.4) / 2); // 13 px semibold: about 7.4 px a letter
}
