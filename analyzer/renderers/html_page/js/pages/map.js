// Page 2: services and what runs between them; then inside a service, package by package.
import { button, h, section } from "../dom.js";
import { drawGraph } from "../graph.js";
import { endsAt } from "../healed.js";
import { colorOf, breakRow, elementLink, legend, serviceLink } from "../parts.js";
import { placeInside, spread } from "../place.js";
import { runsIn } from "../plan.js";
import { cohesionOf, edgesBetween, linesOf, mainGroup, modulesOf, packagesOf } from "../rollup.js";
import { to } from "../route.js";
import { table } from "../table.js";
import { amounts, count, GROUP_NAMES, GROUPS, kindCounts, number, percent } from "../words.js";

const NODES = 18; // beyond this many people stop seeing structure
const EDGES = 26; // more lines than this cross each other out of sight

export function mapPage(app, { parts, query }) {
  const groups = chosen(query);
  if (parts[0] === "in") return insidePage(app, parts.slice(1), groups);
  const around = parts[0] === "around" ? app.serviceByKey(parts[1]) : null;
  const edges = edgesBetween(app.study.links, app.plan.home, groups);
  return [
    h("p", { class: "crumbs" }, around ? [h("a", { href: to("map") }, "All services"), " › around ", around.name] : "Service map"),
    h("h1", {}, around ? `Around ${around.name}` : "How the services lean on each other"),
    h("p", { class: "lede" }, "Size is lines of code. The ring is cohesion: the share of a service's links that stay inside. A dashed outline marks a doubtful service. Choose a link for the breaks behind it, a service for its inside."),
    filters(app, groups, parts),
    serviceMap(app, { groups, around: around?.id }),
    linkTable(app, edges),
  ];
}

function chosen(query) {
  return new Set(query.show ? query.show.split(" ").filter((group) => GROUPS.includes(group)) : GROUPS);
}

function filters(app, groups, parts) {
  const toggle = (group) => {
    const next = new Set(groups);
    if (next.has(group)) next.delete(group); else next.add(group);
    app.go(to("map", parts, { show: next.size === GROUPS.length ? "" : [...next].join(" ") || "none" }));
  };
  return h("div", { class: "bar", role: "group", "aria-label": "Kinds of links shown" },
    GROUPS.map((group) => button(GROUP_NAMES[group], () => toggle(group), { "aria-pressed": String(groups.has(group)) })),
    h("a", { class: "button push", href: to("everything") }, "Every module at once"));
}

export function serviceMap(app, { groups = new Set(GROUPS), around, small = false } = {}) {
  const edges = edgesBetween(app.study.links, app.plan.home, groups);
  const { shown, rest } = visible(app, edges, around);
  const beside = app.beside();
  const ids = new Set(shown.map((service) => service.id));
  const kept = edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const cohesion = cohesionOf(app.study.links, app.plan.home, app.plan.services.length);
  const nodes = shown.map((service) => serviceNode(app, service, cohesion[service.id]));
  const placed = around === undefined ? looseBelow(spread(nodes), kept) : placeInside([nodes.find((node) => node.id === String(around))], nodes.filter((node) => node.id !== String(around)), named(kept));
  const lines = drawn(kept).map((edge) => ({ from: String(edge.from), to: String(edge.to), weight: edge.weight, group: mainGroup(edge), title: sentence(app, edge), href: to("between", [app.plan.services[edge.from].key, app.plan.services[edge.to].key]) }));
  return h("div", {}, drawGraph({ nodes: placed, edges: lines, label: `Map of ${count(nodes.length, "service")} and ${count(lines.length, "link")} between them` }),
    legend(GROUPS.filter((group) => lines.some((line) => line.group === group)).map((group) => [group, GROUP_NAMES[group]])),
    h("p", { class: "small muted" },
      kept.length > lines.length ? `${lines.length} of ${kept.length} links are drawn, the strongest of each service and then the strongest of all; the ` : "", kept.length > lines.length ? h("a", { href: to("matrix") }, "matrix") : null, kept.length > lines.length ? " shows all. " : "",
      rest ? [`${count(rest, "smaller service")} left out so that the drawing stays readable; `, h("a", { href: to("services") }, "the list"), " has all, and each can be put in the middle from its page. "] : null,
      beside.length && around === undefined && app.running().length > 1 ? [`Not drawn: ${kindCounts(beside)}. `] : null,
      small ? h("a", { href: to("map") }, "Open the map") : null));
}

// Services without a link among those shown stand in rows below the others.
function looseBelow(nodes, edges) {
  const held = new Set(edges.flatMap((edge) => [String(edge.from), String(edge.to)]));
  const tied = nodes.filter((node) => held.has(node.id));
  const loose = nodes.filter((node) => !held.has(node.id));
  const middle = tied.length ? (Math.min(...tied.map((node) => node.x)) + Math.max(...tied.map((node) => node.x))) / 2 : 0;
  const below = tied.length ? Math.max(...tied.map((node) => node.y + node.r)) + 100 : 0;
  const columns = Math.min(6, loose.length);
  return [...tied, ...loose.map((node, i) => ({ ...node, x: middle + ((i % 6) - (columns - 1) / 2) * 130, y: below + Math.floor(i / 6) * 105 }))];
}

// The strongest link of every service, so that none looks alone that is not, and then the strongest of all.
export function drawn(edges) {
  const seen = new Set();
  const first = edges.filter((edge) => { const fresh = !seen.has(edge.from) || !seen.has(edge.to); seen.add(edge.from).add(edge.to); return fresh; });
  return [...new Set([...first, ...edges])].slice(0, Math.max(EDGES, first.length));
}

function named(edges) {
  return edges.map((edge) => ({ ...edge, from: String(edge.from), to: String(edge.to) }));
}

function visible(app, edges, around) {
  const all = app.running().length > 1 ? app.running() : app.services();
  if (around !== undefined) {
    const near = edges.filter((edge) => edge.from === around || edge.to === around).map((edge) => (edge.from === around ? edge.to : edge.from));
    const ids = new Set([around, ...[...new Set(near)].slice(0, 14)]);
    return { shown: all.filter((service) => ids.has(service.id)), rest: 0 };
  }
  if (all.length <= NODES) return { shown: all, rest: 0 };
  const size = new Map(all.map((service) => [service.id, linesOf(app.unitsOf(service.id))]));
  const largest = new Set([...all].sort((a, b) => size.get(b.id) - size.get(a.id) || a.id - b.id).slice(0, NODES).map((service) => service.id));
  return { shown: all.filter((service) => largest.has(service.id)), rest: all.length - NODES };
}

function serviceNode(app, service, cohesion) {
  const own = app.study.services[service.id] ?? { ...app.study.services[service.origin], stability: 1 };
  const apart = app.study.services[service.id] ? 0 : 70 + 9 * (service.id % 5);
  const modules = app.unitsOf(service.id).filter((unit) => unit.kind === "module");
  const r = app.edited() ? 18 + Math.min(34, Math.sqrt(linesOf(modules)) / 4.5) : own.r;
  return {
    id: String(service.id), label: service.name, sub: count(modulesOf(modules), "module"), x: own.x + apart, y: own.y + apart, r, color: colorOf(service.id),
    cohesion, doubtful: own.stability < 0.7, part: service.kind !== "service", href: to("map", ["in", service.key]),
    title: `${service.name}: ${count(modulesOf(modules), "module")}, ${cohesion === null ? "no links" : `${percent(cohesion)} of its links stay inside`}, stable in ${percent(own.stability)} of runs`,
  };
}

function sentence(app, edge) {
  return `${app.plan.services[edge.from].name} → ${app.plan.services[edge.to].name}: ${amounts(edge.groups)}`;
}

function linkTable(app, edges) {
  if (!edges.length) return section("All links as a list", h("p", { class: "muted" }, "No links of these kinds run between services."));
  const columns = [
    { title: "From", value: (edge) => app.plan.services[edge.from].name, cell: (edge) => serviceLink(app, edge.from) },
    { title: "To", value: (edge) => app.plan.services[edge.to].name, cell: (edge) => serviceLink(app, edge.to) },
    ...GROUPS.map((group) => ({ title: GROUP_NAMES[group], numeric: true, value: (edge) => edge.groups[group], cell: (edge) => number(edge.groups[group]) })),
    { title: "Breaks", cell: (edge) => h("a", { href: to("between", [app.plan.services[edge.from].key, app.plan.services[edge.to].key]) }, "show") },
  ];
  return section("All links as a list", table(columns, edges, { caption: "Places in the code where one service reaches into another, by kind, heaviest first", piece: 20 }).element);
}

export function betweenPage(app, { parts }) {
  const [from, target] = parts.map((key) => app.serviceByKey(key));
  if (!from || !target) return [h("h1", {}, "No such pair of services")];
  const edge = edgesBetween(app.study.links, app.plan.home).find((item) => item.from === from.id && item.to === target.id);
  const breaks = app.breaks().filter((row) => endsAt(app.plan, row, "from", from.id) && endsAt(app.plan, row, "to", target.id));
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("map") }, "Service map"), " › link"),
    h("h1", {}, `${from.name} → ${target.name}`),
    h("p", { class: "lede" }, edge ? `${sentence(app, edge)}. ${runsIn(app.plan, from.id) === runsIn(app.plan, target.id) ? "Both run in one process, so none of this breaks." : `${count(breaks.length, "break")} to heal.`}` : "Nothing runs this way."),
    h("p", {}, h("a", { href: to("between", [target.key, from.key]) }, "The other way round"), " · ", h("a", { href: to("matrix", [from.key, target.key]) }, "As a matrix of modules"), " · ", h("a", { href: to("breaks", [], { from: from.key, to: target.key }) }, "In the table of breaks")),
    h("ul", { class: "plain findings" }, breaks.slice(0, 60).map(({ item }) => breakRow(app, item))),
    breaks.length > 60 ? h("p", { class: "muted" }, `${breaks.length - 60} more in the table of breaks.`) : null,
  ];
}

function insidePage(app, [key, ...path], groups) {
  const service = app.serviceByKey(key);
  if (!service) return [h("h1", {}, "No such service")];
  const prefix = path.at(-1);
  const units = app.unitsOf(service.id).filter((unit) => unit.kind === "module" && (!prefix || unit.module === prefix || unit.module.startsWith(`${prefix}.`)));
  const crumbs = [h("a", { href: to("map") }, "All services"), " › ", h("a", { href: to("map", ["in", key]) }, service.name), path.map((label, i) => [" › ", h("a", { href: to("map", ["in", key, ...path.slice(0, i + 1)]) }, label)])];
  return [
    h("p", { class: "crumbs" }, crumbs),
    h("h1", {}, prefix ?? `Inside ${service.name}`),
    h("p", { class: "lede" }, `${count(modulesOf(units), "module")}, ${count(linesOf(units), "line")}. Outlined circles are the other services that this part touches most.`),
    h("p", {}, h("a", { href: to("service", [key]) }, `The page of ${service.name}`), " · ", h("a", { href: to("map", ["around", key]) }, "Put it in the middle of the map")),
    filters(app, groups, ["in", key, ...path]),
    units.length ? insideDrawing(app, service, units, path, groups) : h("p", { class: "muted" }, "This service has no modules."),
  ];
}

function insideDrawing(app, service, units, path, groups) {
  const packs = units.length <= 14 ? units.map((unit) => ({ label: unit.module, members: [unit], unit })) : packagesOf(units, 14);
  const parts = new Int32Array(app.study.units.length).fill(-1);
  app.plan.home.forEach((home, unit) => { if (home >= 0 && home !== service.id) parts[unit] = packs.length + home; });
  packs.forEach((pack, i) => { for (const unit of pack.members) for (const id of [unit.id, ...app.insideOf(unit.id)]) if (app.plan.home[id] === service.id) parts[id] = i; });
  const edges = edgesBetween(app.study.links, parts, groups).filter((edge) => edge.from < packs.length || edge.to < packs.length);
  const near = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]).filter((id) => id >= packs.length))].slice(0, 6);
  const inner = packs.map((pack, i) => packNode(service, pack, String(i), path));
  const outer = near.map((id) => ({ id: String(id), label: app.plan.services[id - packs.length].name, r: 13, outer: true, color: colorOf(id - packs.length), href: to("map", ["in", app.plan.services[id - packs.length].key]), title: `Service ${app.plan.services[id - packs.length].name}` }));
  const ids = new Set([...inner, ...outer].map((node) => node.id));
  const kept = named(edges).filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const lines = kept.slice(0, EDGES).map((edge) => ({ ...edge, group: mainGroup(edge), title: amounts(edge.groups) }));
  return [
    drawGraph({ nodes: placeInside(inner, outer, kept), edges: lines, label: `Inside ${service.name}: ${count(inner.length, "part")}` }),
    legend(GROUPS.filter((group) => lines.some((line) => line.group === group)).map((group) => [group, GROUP_NAMES[group]])),
    kept.length > lines.length ? h("p", { class: "small muted" }, `The ${lines.length} strongest of ${kept.length} links are drawn.`) : null,
    section("The parts as a list", h("ul", { class: "plain columns" }, packs.map((pack) => h("li", {}, pack.unit ? elementLink(app, pack.unit.key, pack.label) : `${pack.label}: ${count(modulesOf(pack.members), "module")}, ${count(linesOf(pack.members), "line")}`)))),
  ];
}

function packNode(service, pack, id, path) {
  const leaf = pack.unit ?? (pack.members.length === 1 ? pack.members[0] : null);
  const tail = pack.label.split(".").slice(-2).join(".");
  return {
    id, label: tail, sub: leaf ? null : count(modulesOf(pack.members), "module"), r: 12 + Math.min(26, Math.sqrt(linesOf(pack.members)) / 3.4), color: colorOf(service.id),
    href: leaf ? to("element", [leaf.key]) : pack.rest ? to("service", [service.key]) : to("map", ["in", service.key, ...path, pack.label]), title: `${pack.label}: ${count(modulesOf(pack.members), "module")}, ${count(linesOf(pack.members), "line")}`,
  };
}
