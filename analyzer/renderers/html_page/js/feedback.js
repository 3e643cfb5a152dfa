// Which arcs between services to take out so that no circle is left: analyzer/sever/feedback.py, step by step the same.
import { cycles } from "./rollup.js";

const EXACT_UP_TO = 18;

// `arcs`: source to (target to weight); `order` sorts nodes. Returns [[source, target]].
export function feedbackArcs(arcs, order) {
  const nodes = [...new Set([...arcs.keys(), ...[...arcs.values()].flatMap((targets) => [...targets.keys()])])].sort(order);
  const edges = [...arcs].flatMap(([from, targets]) => [...targets.keys()].map((to) => ({ from: nodes.indexOf(from), to: nodes.indexOf(to) })));
  return cycles(nodes.length, edges).flatMap((members) => {
    const circle = members.map((index) => nodes[index]);
    const weight = (a, b) => arcs.get(a)?.get(b) ?? 0;
    const sorted = circle.length <= EXACT_UP_TO ? bestOrder(circle, weight) : greedyOrder(circle, weight);
    const rank = new Map(sorted.map((node, index) => [node, index]));
    return circle.flatMap((from) => circle.filter((to) => weight(from, to) && rank.get(from) > rank.get(to)).map((to) => [from, to]));
  });
}

// Cost of a set placed first: each node added last pays its arcs that point back into the set.
function bestOrder(circle, weight) {
  const all = 2 ** circle.length;
  const backward = circle.map((source) => {
    const weights = new Float64Array(all);
    circle.forEach((target, bit) => { for (let set = 0; set < 2 ** bit; set++) weights[2 ** bit + set] = weights[set] + weight(source, target); });
    return weights;
  });
  const best = new Float64Array(all).fill(Infinity);
  const last = new Int8Array(all);
  best[0] = 0;
  for (let set = 1; set < all; set++) { // every smaller set has a smaller number
    for (let node = 0; node < circle.length; node++) {
      if (!((set >> node) & 1)) continue;
      const before = set ^ (1 << node);
      const cost = best[before] + backward[node][before];
      if (cost < best[set]) { best[set] = cost; last[set] = node; }
    }
  }
  const order = [];
  for (let left = all - 1; left; left &= ~(1 << last[left])) order.push(circle[last[left]]);
  return order.reverse();
}

// Always the node next whose arcs out of what is left outweigh those into it most.
function greedyOrder(circle, weight) {
  const left = new Set(circle);
  const surplus = new Map(circle.map((node) => [node, circle.reduce((sum, other) => sum + weight(node, other) - weight(other, node), 0)]));
  const order = [];
  while (left.size) {
    const chosen = circle.reduce((best, node) => (left.has(node) && (best === undefined || surplus.get(node) > surplus.get(best)) ? node : best), undefined);
    order.push(chosen);
    left.delete(chosen);
    for (const other of left) surplus.set(other, surplus.get(other) + weight(other, chosen) * -1 + weight(chosen, other));
  }
  return order;
}
