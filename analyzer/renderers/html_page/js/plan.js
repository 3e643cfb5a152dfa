// A cut being edited: frozen values, so undo is keeping the one before. Unit to service by position, -1 for none.

export const REST = -2; // what stays behind, where a service is asked for; -1 is no service

export function firstPlan(study) {
  return {
    services: study.services.map((service, id) => ({ id, key: service.key, name: service.name, kind: service.kind ?? "service", host: study.serviceByKey.get(service.host) ?? -1, gone: false, origin: id })),
    home: Int32Array.from(study.units, (unit) => (unit.verdict === "owned" ? unit.service : -1)),
    inside: Int32Array.from(study.units, (unit) => unit.inside),
    pinned: new Set(study.units.filter((unit) => unit.pinned).map((unit) => unit.id)),
    log: [],
  };
}

// A class or function that is with its module goes where the module goes.
export function follows(plan, unit) {
  return plan.inside[unit] >= 0 && plan.home[plan.inside[unit]] === plan.home[unit];
}

function settle(plan, units, to) {
  const home = plan.home.slice();
  const moving = new Set(units);
  for (let unit = 0; unit < home.length; unit++) if (moving.has(unit) || (follows(plan, unit) && moving.has(plan.inside[unit]))) home[unit] = to;
  return home;
}

// Only whole modules can be shared: the boundary file has no word for a shared class.
export function move(plan, wanted, to) {
  const units = wanted.filter((unit) => to >= 0 || plan.inside[unit] < 0);
  if (!units.length) return plan;
  const home = settle(plan, units, to);
  const target = to < 0 ? "shared code" : plan.services[to].name;
  return { ...plan, home, log: [...plan.log, `Moved ${units.length === 1 ? "one piece" : `${units.length} pieces`} to ${target}`] };
}

export function merge(plan, from, into) {
  if (from === into) return plan;
  const home = plan.home.map((service) => (service === from ? into : service));
  const services = plan.services.map((service) => (service.id === from ? { ...service, gone: true } : service.host === from ? { ...service, host: into } : service));
  return { ...plan, home, services, log: [...plan.log, `Merged ${plan.services[from].name} into ${plan.services[into].name}`] };
}

export function split(plan, from, units, name) {
  const key = freeKey(plan, name);
  const services = [...plan.services, { id: plan.services.length, key, name, kind: "service", host: -1, gone: false, origin: from }];
  const home = settle(plan, units, services.length - 1);
  return { ...plan, home, services, log: [...plan.log, `Split ${name} from ${plan.services[from].name}`] };
}

export function rename(plan, id, name) {
  const before = plan.services[id].name;
  const services = plan.services.map((service) => (service.id === id ? { ...service, name } : service));
  return { ...plan, services, log: [...plan.log, `Renamed ${before} to ${name}`] };
}

// Whether a group runs alone, or ships with a host (-1: stays behind).
export function stand(plan, id, kind, host = -1) {
  const services = plan.services.map((service) => (service.id === id ? { ...service, kind, host } : service.host === id && kind !== "service" ? { ...service, host } : service));
  const said = kind === "service" ? "runs alone" : host < 0 ? "stays behind" : `ships with ${plan.services[host].name}`;
  return { ...plan, services, log: [...plan.log, `${plan.services[id].name} ${said}`] };
}

export function pin(plan, units, on) {
  const pinned = new Set(plan.pinned);
  for (const unit of units) if (on) pinned.add(unit); else pinned.delete(unit);
  return { ...plan, pinned, log: [...plan.log, `${on ? "Pinned" : "Unpinned"} ${units.length === 1 ? "one piece" : `${units.length} pieces`}`] };
}

export function slug(name) {
  const text = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
  return /^[a-z]/.test(text) ? text.slice(0, 40) : `service_${text}`.slice(0, 40);
}

function freeKey(plan, name) {
  const taken = new Set(plan.services.map((service) => service.key));
  const key = slug(name);
  let free = key;
  for (let turn = 2; taken.has(free); turn++) free = `${key}_${turn}`;
  return free;
}

// The process each piece would run in: its service, for a part the service that hosts it, else what stays behind.
export function processes(plan) {
  const process = plan.services.map(({ id }) => runsIn(plan, id));
  return plan.home.map((id) => (id < 0 ? id : process[id]));
}

// The process of one group; the number of groups for what stays behind.
export function runsIn(plan, id) {
  const { kind, host } = plan.services[id];
  const alone = host >= 0 && !plan.services[host].gone && plan.services[host].kind === "service";
  return kind !== "part" ? id : alone ? host : plan.services.length;
}

export function alive(plan) {
  return plan.services.filter((service) => !service.gone);
}

export function changes(study, plan) {
  const start = firstPlan(study);
  const moved = [];
  for (let unit = 0; unit < start.home.length; unit++) {
    const before = start.home[unit];
    const after = plan.home[unit];
    if (before !== after && !(follows(start, unit) && follows(plan, unit))) moved.push({ unit, before, after });
  }
  return moved;
}

export function startHistory(plan) {
  return { past: [], present: plan, future: [] };
}

export function commit(history, plan) {
  return { past: [...history.past, history.present], present: plan, future: [] };
}

export function undo(history) {
  if (!history.past.length) return history;
  return { past: history.past.slice(0, -1), present: history.past.at(-1), future: [history.present, ...history.future] };
}

export function redo(history) {
  if (!history.future.length) return history;
  return { past: [...history.past, history.present], present: history.future[0], future: history.future.slice(1) };
}
