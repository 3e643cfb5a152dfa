// Page 5: who depends on whom, as a matrix ordered so that dependencies run one way; cycles stand out.
import { h, section } from "../dom.js";
import { colorOf, serviceLink } from "../parts.js";
import { cycles, edgesBetween, packagesOf } from "../rollup.js";
import { to } from "../route.js";
import { count, kindCounts, number } from "../words.js";

const CELLS = 34; // columns of 24 pixels, as small as can be hit, beside their names at 1280; above, packages stand for modules
const ROOMY = 22; // columns that fit there at their full width

export function matrixPage(app, { parts }) {
  if (parts.length) return zoomPage(app, parts);
  const services = [...app.running(), ...app.beside()];
  const edges = edgesBetween(app.study.links, app.plan.home);
  const loops = cycles(app.plan.services.length, edges);
  const order = ordered(busiest(services, edges), edges);
  const quiet = services.length - order.length;
  return [
    h("h1", {}, "Who depends on whom"),
    h("p", { class: "lede" }, "A row depends on a column; the figure counts the places. Ordered so that as much as possible lies below the diagonal. An outlined figure above it points backwards and closes a cycle: turn these around, and the services can be released one after the other."),
    drawMatrix({
      rows: order.map((id) => ({ id, label: app.plan.services[id].name, color: colorOf(id), href: to("service", [app.plan.services[id].key]) })),
      edges, loops, caption: `Dependencies between ${kindCounts(order.map((id) => app.plan.services[id]))}`,
      cell: (from, target) => to("matrix", [app.plan.services[from].key, app.plan.services[target].key]),
    }),
    quiet ? h("p", { class: "small muted" }, `${number(quiet)} with few or no links ${quiet === 1 ? "is" : "are"} left out; the `, h("a", { href: to("services") }, "list of services"), " has all.") : null,
    cycleList(app, loops),
  ];
}

// Up to as many services as still fit, those with the most links; without any link nobody needs a row.
function busiest(services, edges) {
  const weight = new Map(services.map((service) => [service.id, 0]));
  for (const edge of edges) for (const end of [edge.from, edge.to]) weight.set(end, weight.get(end) + edge.weight);
  const linked = services.filter((service) => weight.get(service.id) > 0);
  return linked.sort((a, b) => weight.get(b.id) - weight.get(a.id) || a.id - b.id).slice(0, CELLS).map((service) => service.id).sort((a, b) => a - b);
}

// Repeatedly takes the node with the best surplus of incoming over outgoing weight: few dependencies point backwards
// (the greedy feedback arc set of Eades, Lin and Smyth 1993).
export function ordered(ids, edges) {
  const left = new Set(ids);
  const order = [];
  while (left.size) {
    let best = null;
    let most = -Infinity;
    for (const id of left) {
      let surplus = 0;
      for (const edge of edges) {
        if (edge.to === id && left.has(edge.from)) surplus += edge.weight;
        if (edge.from === id && left.has(edge.to)) surplus -= edge.weight;
      }
      if (surplus > most) { most = surplus; best = id; }
    }
    left.delete(best);
    order.push(best);
  }
  return order;
}

function drawMatrix({ rows, columns = rows, edges, loops, caption, cell }) {
  const at = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  const loopOf = new Map(loops.flatMap((members, i) => members.map((id) => [id, i])));
  const heaviest = Math.max(1, ...edges.map((edge) => edge.weight));
  const dense = columns.length > ROOMY;
  const cellWidth = `${Math.max(1.5, Math.min(2.3, 52 / columns.length)).toFixed(2)}rem`;
  return h("div", { class: `scroll matrix${dense ? " dense" : ""}`, style: { "--cell": cellWidth }, tabindex: "0", role: "region", "aria-label": caption }, h("table", {}, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, h("td", {}), columns.map((column) => h("th", { scope: "col" }, h("span", { title: column.label }, column.label))))),
    h("tbody", {}, rows.map((row, i) => h("tr", {}, h("th", { scope: "row", title: row.label }, h("span", { class: "dot", style: { background: row.color } }), " ", row.href ? h("a", { href: row.href }, row.label) : row.label),
      columns.map((column, j) => matrixCell({ row, column, edge: at.get(`${row.id} ${column.id}`), looped: j > i && rows === columns && loopOf.has(row.id) && loopOf.get(row.id) === loopOf.get(column.id), heaviest, dense, cell })))))));
}

function matrixCell({ row, column, edge, looped, heaviest, dense, cell }) {
  if (row.id === column.id) return h("td", { class: "same" }, "");
  if (!edge) return h("td", { class: "none" }, "");
  const heat = 12 + 58 * (Math.log1p(edge.weight) / Math.log1p(heaviest));
  const href = cell(row.id, column.id);
  const title = `${row.label} depends on ${column.label} in ${count(edge.weight, "place")}${looped ? ", backwards in a cycle" : ""}`;
  const attributes = { title, "aria-label": title };
  const text = dense && edge.weight >= 1000 ? `${number(edge.weight / 1000)}k` : number(edge.weight);
  return h("td", { class: `some${looped ? " looped" : ""}`, style: { "--heat": `${heat.toFixed(0)}%` } }, href ? h("a", { ...attributes, href }, text) : h("span", { title }, text));
}

function cycleList(app, loops) {
  return section("Cycles", loops.length ? h("ul", {}, loops.map((members) => h("li", { "data-finding": true }, members.map((id, i) => [i ? " ⇄ " : "", serviceLink(app, id)]), h("span", { class: "muted" }, `: ${number(members.length)} that cannot be released one without the other as long as these calls are synchronous`))))
    : h("p", { class: "muted" }, "No service depends on itself by way of others."));
}

function zoomPage(app, keys) {
  const [a, b] = keys.map((key) => app.serviceByKey(key));
  if (!a) return [h("h1", {}, "No such service")];
  const other = b ?? a;
  const packs = [a, other].map((service) => bundles(app.unitsOf(service.id)));
  const parts = new Int32Array(app.study.units.length).fill(-1);
  const same = a.id === other.id;
  const lay = (pack, part, home) => { for (const unit of pack.members) for (const id of [unit.id, ...app.insideOf(unit.id)]) if (app.plan.home[id] === home) parts[id] = part; };
  packs[0].forEach((pack, i) => lay(pack, i, a.id));
  if (!same) packs[1].forEach((pack, i) => lay(pack, packs[0].length + i, other.id));
  const edges = edgesBetween(app.study.links, parts).filter((edge) => same || (edge.from < packs[0].length && edge.to >= packs[0].length));
  const rows = packs[0].map((pack, i) => row(pack, i, a));
  const columns = same ? rows : packs[1].map((pack, i) => row(pack, packs[0].length + i, other));
  const touched = (list, side) => (same ? list : list.filter((item) => edges.some((edge) => edge[side] === item.id)));
  const ids = same ? ordered(rows.map((item) => item.id), edges) : null;
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("matrix") }, "Matrix"), ` › ${a.name}${same ? "" : ` → ${other.name}`}`),
    h("h1", {}, same ? `Inside ${a.name}` : `${a.name} → ${other.name}, module by module`),
    same ? null : h("p", {}, h("a", { href: to("between", [a.key, other.key]) }, "The breaks between them"), " · ", h("a", { href: to("matrix", [other.key, a.key]) }, "The other way round"), " · ", h("a", { href: to("matrix", [a.key]) }, `Inside ${a.name}`)),
    edges.length ? drawMatrix({ ...(ids ? { rows: ids.map((id) => rows[id]) } : { rows: touched(rows, "from"), columns: touched(columns, "to") }), edges, loops: cycles(packs[0].length + packs[1].length, edges), caption: `${count(edges.length, "dependency", "dependencies")} between ${packs[0].some((pack) => pack.members.length > 1) ? "packages and modules" : "modules"}`, cell: () => null }) : h("p", { class: "muted" }, "Nothing runs this way."),
  ];
}

function bundles(units) {
  if (units.length <= CELLS) return units.map((unit) => ({ label: unit.kind === "table" ? unit.name : unit.module, members: [unit], unit }));
  return packagesOf(units, CELLS);
}

function row(pack, id, service) {
  return { id, label: pack.label.split(".").slice(-3).join("."), color: colorOf(service.id), href: pack.unit ? to("element", [pack.unit.key]) : null };
}
