// Metrics and counts of breaks of any cut, by the formulas of the command line; a test compares the two.

// Returns [{metric, value, better, unit}] in the order of the report; value null for "no answer".
export function scoresOf(study, plan) {
  const home = plan.home;
  return [callsAcross(study.links, home), modularityOf(study, home)];
}

function callsAcross(links, home) {
  const call = links.kinds.indexOf("call");
  let all = 0;
  let across = 0;
  for (let i = 0; i < links.source.length; i++) {
    if (links.kind[i] !== call) continue;
    const from = home[links.source[i]];
    const to = home[links.target[i]];
    if (from < 0 || to < 0) continue;
    all += links.count[i];
    if (from !== to) across += links.count[i];
  }
  return { metric: "ICP", value: all && new Set(home).size > 1 ? across / all : null, better: "lower", unit: "share" };
}

function modularityOf(study, home) {
  const { links, units } = study;
  const degree = new Map();
  let all = 0;
  let inside = 0;
  for (let i = 0; i < links.source.length; i++) {
    const from = home[links.source[i]];
    const to = home[links.target[i]];
    if (from < 0 || to < 0 || units[links.source[i]].file === units[links.target[i]].file) continue;
    if (units[links.source[i]].kind === "table" || units[links.target[i]].kind === "table") continue;
    all += links.count[i];
    if (from === to) inside += links.count[i];
    degree.set(from, (degree.get(from) ?? 0) + links.count[i]);
    degree.set(to, (degree.get(to) ?? 0) + links.count[i]);
  }
  if (!all) return { metric: "modularity", value: null, better: "higher", unit: "index" };
  let expected = 0;
  for (const amount of degree.values()) expected += (amount / (2 * all)) ** 2;
  return { metric: "modularity", value: inside / all - expected, better: "higher", unit: "index" };
}

const USES = ["call", "reference", "decorate", "import"];
export const CROSSINGS = {
  uses: "Elements used across services", inheritance: "Base classes of other services", reads: "Tables read across services",
  writes: "Tables written across services", tasks: "Tasks sent across services", relations: "Relations between tables of two services",
};

// What a cut cuts through, by the rules of analyzer/model/crossings.py: name to count.
export function countCrossings(study, plan) {
  const { links } = study;
  const { home } = plan;
  const nodes = study.units.length + study.inner.length;
  const seen = { uses: new Set(), reads: new Set(), writes: new Set(), tasks: new Set() };
  const rule = links.kinds.map((kind) => (USES.includes(kind) ? "uses" : { inherit: "inheritance", read: "reads", write: "writes", task: "tasks" }[kind]));
  let inheritance = 0;
  for (let i = 0; i < links.source.length; i++) {
    const name = rule[links.kind[i]];
    const from = home[links.source[i]];
    const to = home[links.target[i]];
    if (!name || from < 0 || to < 0 || from === to) continue;
    if (name === "inheritance") inheritance += links.sources[i];
    else seen[name].add(from * nodes + links.node[i]);
  }
  const relations = study.graph.relations.filter(([a, b]) => a >= 0 && b >= 0 && home[a] >= 0 && home[b] >= 0 && home[a] !== home[b]).length;
  return { uses: seen.uses.size, inheritance, reads: seen.reads.size, writes: seen.writes.size, tasks: seen.tasks.size, relations };
}
