// What an edit leaves behind: modules that since then have more links with another service than with their own.
import { firstPlan } from "./plan.js";

const LEAST = 3; // links; fewer are an accident

// Returns [{unit, to, there, here}], the strongest first; only modules that nobody moved and that
// were not drawn there before.
export function drawnAway(study, plan) {
  const first = firstPlan(study);
  const before = new Map(awayIn(study, first).map((one) => [one.unit, one.to]));
  return awayIn(study, plan).filter((one) => plan.home[one.unit] === first.home[one.unit] && before.get(one.unit) !== one.to).sort((a, b) => (b.there - b.here) - (a.there - a.here) || a.unit - b.unit);
}

function awayIn({ units, links }, { home }) {
  const ties = new Map();
  const root = units.map((unit) => (unit.inside >= 0 ? unit.inside : unit.id));
  const add = (module, other, amount) => {
    if (units[module].kind !== "module" || home[module] < 0 || home[other] < 0) return;
    const own = ties.get(module) ?? new Map();
    ties.set(module, own.set(home[other], (own.get(home[other]) ?? 0) + amount));
  };
  for (let i = 0; i < links.source.length; i++) {
    if (links.within[i]) continue;
    add(root[links.source[i]], links.target[i], links.count[i]);
    add(root[links.target[i]], links.source[i], links.count[i]);
  }
  const found = [];
  for (const [unit, homes] of ties) {
    const here = homes.get(home[unit]) ?? 0;
    const [to, there] = [...homes].filter(([id]) => id !== home[unit]).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0];
    if (there > here && there >= LEAST) found.push({ unit, to, there, here });
  }
  return found;
}
