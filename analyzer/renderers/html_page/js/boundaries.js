export function writeBoundaries() { return ""; }
export function readBoundaries(study, plan) { return { plan, warnings: [] }; }
