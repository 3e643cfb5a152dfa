// The breaks of any cut, counted by the rules of the command line (analyzer/sever); a test compares the two.
import { feedbackArcs } from "./feedback.js";
import { processes, REST } from "./plan.js";

const LEAST = 0.5 - 1e-12; // what the candidates of one place that lie in one service must add up to
const DEPENDING = new Set(["call", "reference", "instance_passed", "inheritance", "data_access", "join", "foreign_key", "one_to_one"]);
const BEHIND = "the-monolith";

// Returns [{kind, key, from, to, source, target}]: processes by position in the plan, REST for what stays behind, -1 for a
// test; elements by number. `key` is that of the command line, but for tests. Null when the page does not hold what it takes.
export function recount(study, plan) {
  if (!study.seams) return null;
  const cut = layOver(study, plan);
  const found = [...pairs(cut), ...joins(cut), ...transactions(cut), ...listeners(cut), ...states(cut), ...checks(cut), ...settings(cut), ...copies(cut), ...tests(cut)];
  const place = (id) => (id === cut.behind ? REST : id);
  return [...found, ...circles(cut, found)].map((one) => ({ ...one, from: place(one.from), to: place(one.to) }));
}

// Number of breaks by kind.
export function byKind(found) {
  const counts = new Map();
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function layOver(study, plan) {
  const { units, inner, seams } = study;
  const side = Int32Array.from(processes(plan));
  const unit = (node) => (node < units.length ? node : inner[node - units.length].unit);
  const keyOf = (id) => plan.services[id]?.key ?? BEHIND;
  ownTables(seams, side, keyOf);
  const kind = (node) => (node < units.length ? units[node].kind : inner[node - units.length].kind);
  const cut = { study, seams, side, unit, kind, keyOf, name: study.nameOf, behind: plan.services.length, at: (node) => (node < 0 ? -1 : side[unit(node)]) };
  cut.carriers = carriers(cut);
  return cut;
}

// A table is where the cut puts it, else with the class that maps it, else with who writes, then reads it most.
function ownTables({ tables, claims }, side, keyOf) {
  const placed = side.slice();
  for (const [table, mapper] of tables) {
    if (placed[table] >= 0) continue;
    if (mapper >= 0 && placed[mapper] >= 0) { side[table] = placed[mapper]; continue; }
    const counts = new Map();
    for (const [one, user, reads, writes] of claims) {
      if (one !== table || placed[user] < 0) continue;
      const own = counts.get(placed[user]) ?? [0, 0];
      counts.set(placed[user], [own[0] + reads, own[1] + writes]);
    }
    const ranked = [...counts].sort(([a, [r, w]], [b, [s, x]]) => x - w || s - r || (keyOf(a) < keyOf(b) ? -1 : 1));
    if (ranked.length) side[table] = ranked[0][0];
  }
}

// Which services run a copy of code that nobody owns: those that lead there. Without any, what stays behind runs it.
function carriers({ seams, at, behind }) {
  const follow = new Map();
  const running = new Map();
  const waiting = [];
  for (let i = 0; i < seams.leading.source.length; i++) {
    const [source, target] = [seams.leading.source[i], seams.leading.target[i]];
    if (at(target) >= 0) continue;
    if (at(source) >= 0) waiting.push([target, at(source)]);
    else if (follow.has(source)) follow.get(source).push(target);
    else follow.set(source, [target]);
  }
  while (waiting.length) {
    const [node, service] = waiting.pop();
    if (!running.has(node)) running.set(node, new Set());
    if (running.get(node).has(service)) continue;
    running.get(node).add(service);
    for (const next of follow.get(node) ?? []) waiting.push([next, service]);
  }
  return (node) => running.get(node) ?? new Set([behind]);
}

// The services on whose side the link starts, when it is severed.
function severed(cut, source, target, copied, place) {
  const to = cut.at(target);
  if (to < 0 || (place >= 0 && !believed(cut, place, to))) return [];
  const from = cut.at(source);
  if (from >= 0) return from === to ? [] : [from];
  return copied && cut.kind(source) !== "module" ? [...cut.carriers(source)].filter((one) => one !== to) : [];
}

function believed({ seams, side }, place, to) {
  return seams.doubts.get(place).reduce((sum, [unit, certainty]) => (side[unit] === to ? sum + certainty : sum), 0) >= LEAST;
}

function pairs(cut) {
  const { seams } = cut;
  const found = new Map();
  for (let i = 0; i < seams.source.length; i++) {
    const services = severed(cut, seams.source[i], seams.target[i], seams.copied[i], seams.place[i]);
    if (!services.length || explained(cut, i)) continue;
    const kind = seams.kinds[seams.kind[i]];
    const family = kind === "call" ? "reference" : kind;
    for (const from of services) {
      const id = `${family} ${from} ${seams.counted[i] < 0 ? seams.target[i] : `:${seams.counted[i]}`}`;
      const known = found.get(id);
      if (known) { if (kind === "call") known.kind = "call"; } else found.set(id, { kind, from, to: cut.at(seams.target[i]), pair: i });
    }
  }
  return [...found.values()].map(({ pair, ...one }) => named(cut, one, pair));
}

function named(cut, { kind, from, to }, pair) {
  const { seams } = cut;
  const counted = seams.counted[pair] < 0 ? cut.name(seams.target[pair]) : seams.others[seams.counted[pair]];
  if (kind === "read" || kind === "write") return { kind: "data_access", key: `data_access:${cut.keyOf(from)}->${counted}:${kind}`, from, to, source: seams.source[pair], target: seams.target[pair] };
  const key = seams.counted[pair] < 0 ? `${kind}:${cut.keyOf(from)}->${counted}` : `${kind}:${counted.replace(" ", "->")}`;
  return { kind, key, from, to, source: seams.source[pair], target: seams.target[pair] };
}

function explained(cut, pair) {
  const { seams } = cut;
  if (seams.joined.get(pair)?.some((query) => around(cut, seams.queries[query][2]).size > 1)) return true;
  return seams.unless.get(pair)?.some(([source, target, copied, place]) => severed(cut, source, target, copied, place).length > 0) ?? false;
}

function around({ side }, units) {
  const found = new Set();
  for (const unit of units) if (side[unit] >= 0) found.add(side[unit]);
  return found;
}

function joins(cut) {
  const found = new Map();
  for (const [element, home, tables] of cut.seams.queries) {
    const services = around(cut, tables);
    if (!element || services.size < 2) continue;
    const own = home >= 0 ? cut.side[home] : -1;
    const from = own >= 0 ? own : [...services].sort((a, b) => (cut.keyOf(a) < cut.keyOf(b) ? -1 : 1))[0];
    for (const table of tables) {
      const key = `join:${element}->${cut.study.units[table].key}`;
      if (cut.side[table] >= 0 && cut.side[table] !== from && !found.has(key)) found.set(key, { kind: "join", key, from, to: cut.side[table], source: home, target: table });
    }
  }
  return [...found.values()];
}

function transactions(cut) {
  return cut.seams.transactions.flatMap(([element, home, tables]) => {
    const services = [...around(cut, tables)];
    if (services.length < 2) return [];
    const from = home >= 0 && cut.side[home] >= 0 ? cut.side[home] : services[0];
    return [{ kind: "transaction", key: `transaction:${element}`, from, to: services.find((one) => one !== from), source: home, target: -1 }];
  });
}

function listeners(cut) {
  return cut.seams.listeners.flatMap(([said, handler, publishers, sent]) => {
    const home = handler < 0 ? -1 : cut.side[handler];
    return home < 0 ? [] : [...around(cut, publishers)].filter((one) => one !== home).map((one) => ({ kind: "signal", key: `signal:${said}${sent ? "" : cut.keyOf(one)}`, from: home, to: one, source: handler, target: -1 }));
  });
}

function states(cut) {
  const users = usersOf(cut);
  return cut.seams.states.flatMap(([name, holder, writers, readers]) => {
    const writing = users(writers, false);
    if (!writing.size) return [];
    const all = new Set([...writing, ...users(readers, false)]);
    const home = holder >= 0 && cut.side[holder] >= 0 ? cut.side[holder] : [...writing][0];
    all.delete(home);
    return [...all].map((one) => ({ kind: "shared_state", key: `shared_state:${cut.keyOf(one)}->${name}`, from: one, to: home, source: -1, target: holder }));
  });
}

function checks(cut) {
  const users = usersOf(cut);
  const found = new Map();
  for (const [element, table] of cut.seams.checks) {
    const owner = cut.side[table];
    if (owner < 0) continue;
    for (const from of users([element], true)) {
      const key = `authentication:${cut.keyOf(from)}->${cut.study.units[table].key}`;
      if (from !== owner) found.set(key, { kind: "authentication", key, from, to: owner, source: element, target: table });
    }
  }
  return [...found.values()];
}

function settings(cut) {
  const users = usersOf(cut);
  return cut.seams.settings.flatMap(([name, holders, readers]) => {
    const [to, from] = users(readers, true);
    return from === undefined || around(cut, holders).size ? [] : [{ kind: "shared_constant", key: `shared_constant:${name}`, from, to, source: -1, target: -1 }];
  });
}

// Constants that several services write down: what nobody owns comes first, then what is used most.
function copies(cut) {
  return cut.seams.copies.flatMap((places) => {
    const all = places.map(([key, element, file, users]) => {
      const counts = new Map();
      for (const [unit, count] of users) if (cut.side[unit] >= 0) counts.set(cut.side[unit], (counts.get(cut.side[unit]) ?? 0) + count);
      const homes = [element, file].map((unit) => (unit < 0 ? -1 : cut.side[unit])).filter((one) => one >= 0);
      const [most = [cut.behind]] = [...counts].sort(([a, m], [b, n]) => n - m || (cut.keyOf(a) < cut.keyOf(b) ? -1 : 1));
      return { key, unit: element, service: homes[0] ?? most[0], shared: !homes.length, uses: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    });
    const first = all.reduce((best, one) => (one.shared > best.shared || (one.shared === best.shared && one.uses > best.uses) ? one : best));
    return all.filter((one) => one.service !== first.service).map((one) => ({ kind: "shared_constant", key: `shared_constant:${cut.keyOf(one.service)}->${first.key}=${one.key}`, from: one.service, to: first.service, source: one.unit, target: first.unit }));
  });
}

function tests(cut) {
  return cut.seams.tests.flatMap(([file, units]) => [...around(cut, units)].slice(1).map((one) => ({ kind: "test", key: "", file, from: -1, to: one, source: -1, target: -1 })));
}

// The services behind places in code: their own, or of shared code those of its callers, through other shared code.
function usersOf(cut) {
  return (places, nearest) => {
    const found = new Set();
    for (const place of places) {
      const own = cut.at(place);
      if (own >= 0) { found.add(own); continue; }
      const seen = new Set();
      const waiting = [place];
      while (waiting.length) {
        const node = waiting.pop();
        if (seen.has(node)) continue;
        seen.add(node);
        for (const caller of cut.seams.users(node)) if (cut.at(caller) >= 0) found.add(cut.at(caller)); else if (!nearest) waiting.push(caller);
      }
    }
    return found;
  };
}

function circles(cut, found) {
  const arcs = new Map();
  for (const { kind, from, to } of found) {
    if (!DEPENDING.has(kind) || from === to) continue;
    if (!arcs.has(from)) arcs.set(from, new Map());
    arcs.get(from).set(to, (arcs.get(from).get(to) ?? 0) + 1);
  }
  return feedbackArcs(arcs, (a, b) => (cut.keyOf(a) < cut.keyOf(b) ? -1 : 1))
    .map(([from, to]) => ({ kind: "circular_dependency", key: `circular_dependency:${cut.keyOf(from)}->${cut.keyOf(to)}`, from, to, source: -1, target: -1 }));
}
