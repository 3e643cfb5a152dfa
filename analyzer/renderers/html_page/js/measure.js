// Metrics of any cut and counts of what it severs, by the formulas of the command line; a test compares the two.
import { processes } from "./plan.js";
import { cycles } from "./rollup.js";

// Returns [{metric, value, better, unit}] in the order of the report; value null for "no answer".
// Not for codebases whose packages stand for their modules: links between modules of one package are not in the page.
export function scoresOf(study, plan) {
  const home = processes(plan);
  const services = [...new Set(home)].filter((id) => id >= 0);
  const all = flows(study, home, (kind) => kind !== "import");
  const calls = flows(study, home, (kind) => kind === "call");
  const several = services.length > 1;
  const score = (metric, value, better = "higher", unit = "share") => ({ metric, value, better, unit });
  return [
    score("modularity", all.total ? modularity(all) : null),
    score("TurboMQ", several && all.total ? turboMQ(all, services) : null),
    score("SM", several ? structuralModularity(study, home, services) : null, "higher", ""),
    score("conductance", several && all.total ? conductance(all) : null, "lower"),
    score("ICP", several && calls.total ? calls.crossing / calls.total : null, "lower"),
    score("instability", instability(all), "neither"),
    score("cycles", several && all.crossing ? onCycles(all, plan.services.length + 1) / services.length : null, "lower"),
  ];
}

// Links between modules, by the services of their ends: analyzer/model/flows.py.
function flows({ links, units }, home, wanted) {
  const files = units.map((unit) => unit.key.split("::")[0]);
  const kinds = links.kinds.map(wanted);
  const edges = new Map();
  const inside = new Map();
  const degree = new Map();
  const leaving = new Map();
  let total = 0;
  let crossing = 0;
  const add = (map, key, amount) => map.set(key, (map.get(key) ?? 0) + amount);
  for (let i = 0; i < links.source.length; i++) {
    const from = home[links.source[i]];
    const to = home[links.target[i]];
    if (!kinds[links.kind[i]] || from < 0 || to < 0 || files[links.source[i]] === files[links.target[i]]) continue;
    const amount = links.count[i];
    total += amount;
    add(degree, from, amount);
    add(degree, to, amount);
    if (from === to) { add(inside, from, amount); continue; }
    crossing += amount;
    add(leaving, from, amount);
    add(leaving, to, amount);
    edges.set(from * 1048576 + to, { from, to });
  }
  return { edges: [...edges.values()], inside, degree, leaving, total, crossing };
}

function modularity({ inside, degree, total }) {
  let value = 0;
  for (const amount of inside.values()) value += amount / total;
  for (const amount of degree.values()) value -= (amount / (2 * total)) ** 2;
  return value;
}

function turboMQ({ inside, leaving }, services) {
  const factors = services.map((id) => { const own = 2 * (inside.get(id) ?? 0); return own ? own / (own + (leaving.get(id) ?? 0)) : 0; });
  return mean(factors);
}

function conductance({ degree, leaving, total }) {
  return mean([...degree].map(([id, amount]) => { const smaller = Math.min(amount, 2 * total - amount); return smaller ? (leaving.get(id) ?? 0) / smaller : 1; }));
}

function instability({ edges }) {
  const uses = new Map();
  for (const { from, to } of edges) {
    for (const id of [from, to]) if (!uses.has(id)) uses.set(id, [0, 0]);
    uses.get(from)[0] += 1;
    uses.get(to)[1] += 1;
  }
  return uses.size ? mean([...uses.values()].map(([out, back]) => out / (out + back))) : null;
}

function onCycles({ edges }, size) {
  return cycles(size, edges).reduce((total, members) => total + members.length, 0);
}

function structuralModularity({ links, units }, home, services) {
  const moduleOf = new Map(units.filter((unit) => unit.kind === "module").map((unit) => [unit.key, unit.id]));
  const place = units.map((unit) => moduleOf.get(unit.key.split("::")[0]) ?? -1);
  const size = new Map(services.map((id) => [id, 0]));
  for (const unit of moduleOf.values()) if (home[unit] >= 0) size.set(home[unit], size.get(home[unit]) + 1);
  const linked = new Set();
  for (let i = 0; i < links.source.length; i++) {
    const [a, b] = [place[links.source[i]], place[links.target[i]]];
    if (a >= 0 && b >= 0 && a !== b && home[a] >= 0 && home[b] >= 0) linked.add(a * 1048576 + b);
  }
  if (!linked.size) return null;
  let within = 0;
  let between = 0;
  for (const pair of linked) {
    const [a, b] = [home[Math.floor(pair / 1048576)], home[pair % 1048576]];
    const [m, n] = [Math.max(1, size.get(a)), Math.max(1, size.get(b))];
    if (a === b) within += 1 / m ** 2; else between += 1 / (2 * m * n);
  }
  return within / services.length - between / ((services.length * (services.length - 1)) / 2);
}

function mean(values) {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
