// The breaks of a cut: the study's own for the proposal; for an edited cut those that are counted anew, with what the
// study knows of them.

const UNKNOWN = { kind: "new_analysis", title: "Comes with a new analysis", reason: "The study has no break like this one.", automation: "open", loss: "", steps: [] };

// Returns [{item, from, to}] with services by position in the plan; `found` is what recount found, null when it cannot.
export function breaksOf(study, plan, edited, found) {
  if (!edited) return study.breaks.map((item) => ({ item, from: item.sourceService, to: item.targetService }));
  if (!found) return stillCut(study, plan);
  const alike = new Map(study.breaks.map((item) => [`${item.kind} ${item.target}`, item]));
  const tests = new Map();
  for (const item of study.breaks) if (item.kind === "test") tests.set(item.source, [...(tests.get(item.source) ?? []), item]);
  return found.map((one) => {
    const known = one.kind === "test" ? tests.get(one.file)?.shift() : study.breakByKey.get(one.key);
    return { item: known ?? added(study, one, alike), from: known && one.kind === "test" ? known.sourceService : one.from, to: one.to };
  });
}

// Whether a break starts ("from") or ends ("to") in a service; in a part, when the element there is the part's, which
// runs with its host or stays behind.
export function endsAt(plan, row, end, id) {
  const unit = end === "from" ? row.item.sourceUnit : row.item.targetUnit;
  return row[end] === id || (unit >= 0 && plan.home[unit] === id);
}

export function touches(plan, row, id) {
  return endsAt(plan, row, "from", id) || endsAt(plan, row, "to", id);
}

function added({ nameOf, units, inner }, { kind, key, file, source, target }, alike) {
  const ends = [source, target].map((node) => (node < 0 ? "" : nameOf(node)));
  const unit = (node) => (node < units.length ? node : inner[node - units.length].unit);
  return {
    key: key || `${kind}:${file}`, kind, source: file ?? ends[0], target: ends[1], sourceUnit: source < 0 ? -1 : unit(source), targetUnit: target < 0 ? -1 : unit(target), sourceService: -1, targetService: -1,
    remedy: alike.get(`${kind} ${ends[1]}`)?.remedy ?? UNKNOWN, detail: "New in your cut.", facts: [], confidence: null, total: 0, places: [], added: true,
  };
}

// Without the seams: the proposal's breaks whose ends still are in two services.
function stillCut(study, plan) {
  const rows = study.breaks.map((item) => ({ item, from: item.sourceUnit >= 0 ? plan.home[item.sourceUnit] : item.sourceService, to: item.targetUnit >= 0 ? plan.home[item.targetUnit] : item.targetService }));
  return rows.filter(({ from, to }) => from >= 0 && to >= 0 && from !== to);
}
