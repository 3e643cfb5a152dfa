// The breaks of a cut: the study's own for the proposal; for an edited cut those that are still cut.

// Returns [{item, from, to}] with services by position in the plan.
export function breaksOf(study, plan, edited) {
  const rows = [];
  for (const item of study.breaks) {
    const from = edited && item.sourceUnit >= 0 ? plan.home[item.sourceUnit] : item.sourceService;
    const to = edited && item.targetUnit >= 0 ? plan.home[item.targetUnit] : item.targetService;
    if (!edited || (from >= 0 && to >= 0 && from !== to)) rows.push({ item, from, to });
  }
  return rows;
}
