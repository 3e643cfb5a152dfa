// The boundary file that `analyzer --boundaries` reads: written from an edited cut, and read back.
import { follows } from "./plan.js";
import { parseToml, quoted } from "./toml.js";

export function writeBoundaries(study, plan) {
  const lines = ["# Boundaries of " + study.name.replaceAll(/[\u0000-\u001f\u007f]/g, " ") + ", edited in the report", "version = 1"];
  const loose = (verdict) => study.units.filter((unit) => unit.kind === "module" && plan.home[unit.id] < 0 && verdictOf(unit) === verdict).map((unit) => unit.module).sort();
  for (const verdict of ["shared", "platform"]) lines.push(`${verdict} = ${list(loose(verdict).map(literal))}`);
  for (const service of plan.services) {
    if (service.gone) continue;
    const own = study.services[service.id];
    const units = study.units.filter((unit) => plan.home[unit.id] === service.id && !follows(plan, unit.id));
    if (!units.length && (service.kind === "library" || service.kind === "platform")) continue; // owned by nobody: its modules are listed above
    const of = (kind) => units.filter(kind);
    lines.push("", `[services.${bare(service.key)}]`, `name = ${quoted(service.name)}`, `owner = ${quoted(own?.owner ?? "")}`, `description = ${quoted(own?.description ?? "")}`, ...(service.kind === "part" ? ['kind = "part"', `host = ${quoted(hostKey(plan, service))}`] : []),
      `modules = ${list(of((unit) => unit.kind === "module" && unit.modules === 1).map((unit) => literal(unit.module)).sort())}`,
      `classes = ${list(of((unit) => unit.kind === "class" || unit.kind === "function").map((unit) => literal(`${unit.module}:${unit.name}`)).sort())}`,
      `tables = ${list(of((unit) => unit.kind === "table").map((unit) => literal(unit.name)).sort())}`);
  }
  const pins = [...plan.pinned].filter((id) => plan.home[id] >= 0 && study.units[id].kind !== "table").sort((a, b) => a - b);
  if (pins.length) lines.push("", "[pins]", ...pins.map((id) => `${quoted(literal(pinName(study.units[id])))} = ${quoted(plan.services[plan.home[id]].key)}`));
  return `${lines.join("\n")}\n`;
}

// Moved into no service by hand, or copied into each: a shared library. What was platform or left open stays so.
function verdictOf(unit) {
  return unit.verdict === "owned" || unit.verdict === "duplicated" ? "shared" : unit.verdict;
}

function hostKey(plan, service) {
  const host = plan.services[service.host];
  return host && !host.gone && host.kind === "service" ? host.key : "";
}

function pinName(unit) {
  return unit.kind === "module" ? unit.module : `${unit.module}:${unit.name}`;
}

function list(texts) {
  return texts.length < 4 ? `[${texts.map(quoted).join(", ")}]` : `[\n${texts.map((text) => `    ${quoted(text)},\n`).join("")}]`;
}

function literal(name) {
  return name.replaceAll(/[[*?]/g, (sign) => `[${sign}]`);
}

function bare(key) {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key);
}

// Returns {plan, warnings}; plan is null when the text is no boundary file.
export function readBoundaries(study, plan, text) {
  const { value, error } = parseToml(text);
  if (error) return { plan: null, warnings: [error] };
  const warnings = [];
  const services = plan.services.map((service) => ({ ...service, gone: value.services !== undefined && !(service.key in value.services) && service.kind !== "library" && service.kind !== "platform" }));
  for (const [key, rule] of Object.entries(value.services ?? {})) {
    const known = services.find((service) => service.key === key);
    if (known) Object.assign(known, { gone: false, name: rule.name || known.name, kind: rule.kind ?? "service" });
    else services.push({ id: services.length, key, name: rule.name || key, kind: rule.kind ?? "service", host: -1, gone: false, origin: 0 });
  }
  const idOf = new Map(services.map((service) => [service.key, service.id]));
  for (const service of services) service.host = idOf.get(value.services?.[service.key]?.host) ?? (value.services?.[service.key]?.host === undefined ? service.host : -1);
  const rules = rulesOf(value, idOf);
  const home = plan.home.map((id, unit) => (id >= 0 && services[id].gone ? -1 : plan.home[unit]));
  const ruled = new Set();
  for (const unit of study.units) {
    const rule = rules.find((one) => one.test(unit));
    if (rule) { home[unit.id] = rule.home; rule.used = true; ruled.add(unit.id); }
  }
  for (const unit of study.units) if (!ruled.has(unit.id) && follows(plan, unit.id)) home[unit.id] = home[unit.inside];
  for (const rule of rules) if (!rule.used && !rules.some((one) => one.used && one.pattern === rule.pattern)) warnings.push(`Nothing matches ${rule.pattern}.`);
  const pinned = new Set(study.units.filter((unit) => rules.some((rule) => rule.pin && rule.test(unit))).map((unit) => unit.id));
  return { plan: { ...plan, services, home, pinned }, warnings };
}

function rulesOf(value, idOf) {
  const rules = [];
  const add = (pattern, kind, home, pin = false) => rules.push({ pattern, home, pin, used: false, test: (unit) => fits(unit, kind, pattern) });
  for (const [pattern, key] of Object.entries(value.pins ?? {})) add(pattern, pattern.includes(":") ? "classes" : "modules", idOf.get(key) ?? -1, true);
  for (const kind of ["classes", "tables", "modules"]) for (const [key, rule] of Object.entries(value.services ?? {})) for (const pattern of rule[kind] ?? []) add(pattern, kind, idOf.get(key));
  for (const verdict of ["shared", "platform"]) for (const pattern of value[verdict] ?? []) add(pattern, "packages", -1);
  for (const [key, rule] of Object.entries(value.services ?? {})) for (const pattern of rule.packages ?? []) add(pattern, "packages", idOf.get(key));
  return rules;
}

function fits(unit, kind, pattern) {
  if (kind === "tables") return unit.kind === "table" && glob(pattern).test(unit.name);
  if (kind === "classes") return (unit.kind === "class" || unit.kind === "function") && glob(pattern).test(`${unit.module}:${unit.name}`);
  if (unit.kind !== "module") return false;
  return glob(pattern).test(unit.module) || (kind === "packages" && glob(`${pattern}.*`).test(unit.module));
}

const GLOBS = new Map();

function glob(pattern) {
  if (!GLOBS.has(pattern)) {
    const text = pattern.replaceAll(/\[([^\]]+)\]|[.+^${}()|\\\]]|[*?]|\[/g, (sign, group) => (group ? `[${group.replaceAll("\\", "\\\\").replace(/^!/, "^").replaceAll("[", "\\[")}]` : sign === "*" ? ".*" : sign === "?" ? "." : `\\${sign}`));
    GLOBS.set(pattern, new RegExp(`^${text}$`, "s"));
  }
  return GLOBS.get(pattern);
}
