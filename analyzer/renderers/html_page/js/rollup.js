// Adds up links between whatever the caller groups units into: services, packages, modules.
import { GROUPS } from "./words.js";

// parts: group of each unit (any integer; negative is left out). Returns edges sorted by weight, heaviest first.
export function edgesBetween(links, parts, groups = new Set(GROUPS)) {
  const wanted = links.groups.map((group) => groups.has(group));
  const found = new Map();
  for (let i = 0; i < links.source.length; i++) {
    const from = parts[links.source[i]];
    const to = parts[links.target[i]];
    if (from === to || from < 0 || to < 0 || !wanted[links.kind[i]]) continue;
    const key = from * 1048576 + to;
    let edge = found.get(key);
    if (!edge) found.set(key, (edge = { from, to, weight: 0, groups: { calls: 0, data: 0, events: 0, code: 0 } }));
    edge.weight += links.count[i];
    edge.groups[links.groups[links.kind[i]]] += links.count[i];
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to);
}

export function mainGroup(edge) {
  let best = "code";
  for (const group of ["calls", "data", "events"]) if (edge.groups[group] > (best === "code" ? 0 : edge.groups[best])) best = group;
  return best;
}

// Share of a service's links that stay inside it, null when it has none.
export function cohesionOf(links, home, services) {
  const inside = new Float64Array(services);
  const all = new Float64Array(services);
  for (let i = 0; i < links.source.length; i++) {
    const from = home[links.source[i]];
    const to = home[links.target[i]];
    if (from < 0 || to < 0 || links.within[i]) continue;
    all[from] += links.count[i];
    if (from === to) inside[from] += links.count[i];
    else all[to] += links.count[i];
  }
  return [...all].map((total, id) => (total ? inside[id] / total : null));
}

// Strongly connected components of more than one node (Tarjan 1972), without recursion.
export function cycles(size, edges) {
  const next = Array.from({ length: size }, () => []);
  for (const { from, to } of edges) next[from].push(to);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const on = new Uint8Array(size);
  const stack = [];
  const out = [];
  let counter = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] >= 0) continue;
    const work = [[root, 0]];
    while (work.length) {
      const frame = work.at(-1);
      const [node] = frame;
      if (frame[1] === 0) { index[node] = low[node] = counter++; stack.push(node); on[node] = 1; }
      const child = next[node][frame[1]++];
      if (child !== undefined) {
        if (index[child] < 0) work.push([child, 0]);
        else if (on[child]) low[node] = Math.min(low[node], index[child]);
        continue;
      }
      work.pop();
      if (work.length) low[work.at(-1)[0]] = Math.min(low[work.at(-1)[0]], low[node]);
      if (low[node] !== index[node]) continue;
      const members = [];
      let member;
      do { member = stack.pop(); on[member] = 0; members.push(member); } while (member !== node);
      if (members.length > 1) out.push(members.sort((a, b) => a - b));
    }
  }
  return out.sort((a, b) => a[0] - b[0]);
}

// The smallest useful package level: the prefix that splits the units into between 2 and `limit` groups, rest together.
export function packagesOf(units, limit) {
  if (!units.length) return [];
  const names = units.map((unit) => (unit.kind === "table" ? "tables" : unit.module).split("."));
  let depth = 0;
  while (names.every((parts) => parts.length > depth + 1 && parts[depth] === names[0][depth])) depth++;
  let best = null;
  for (let level = depth + 1; level <= depth + 4; level++) {
    const groups = new Map();
    names.forEach((parts, i) => {
      const label = parts.slice(0, Math.min(level, parts.length)).join(".");
      if (!groups.has(label)) groups.set(label, []);
      groups.get(label).push(units[i]);
    });
    if (best && groups.size > limit) break;
    best = groups;
    if (groups.size > 1 && groups.size * 2 > limit) break;
  }
  const sorted = [...best.entries()].map(([label, members]) => ({ label, members }))
    .sort((a, b) => linesOf(b.members) - linesOf(a.members) || (a.label < b.label ? -1 : 1));
  if (sorted.length <= limit) return sorted;
  const rest = sorted.slice(limit - 1);
  return [...sorted.slice(0, limit - 1), { label: `${rest.length} smaller ones`, members: rest.flatMap((group) => group.members), rest: true }];
}

export function modulesOf(units) {
  return units.reduce((total, unit) => total + unit.modules, 0);
}

// Of modules: the lines of a class that was placed apart are among those of its module.
export function linesOf(units) {
  return units.reduce((total, unit) => total + (unit.kind === "module" ? unit.lines : 0), 0);
}
