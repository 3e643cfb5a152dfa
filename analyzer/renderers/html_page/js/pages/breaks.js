// Page 4: everything the cut severs; who owns which table; transactions and joins that span services.
import { button, chip, h, replace, section, select } from "../dom.js";
import { endsAt, touches } from "../healed.js";
import { automationChip, breakRow, elementLink, excerpt, filePlace, meter, places, serviceLink } from "../parts.js";
import { to } from "../route.js";
import { table } from "../table.js";
import { AUTOMATION, breakName, count, number, percent, plain, shortKey } from "../words.js";

const COLUMNS = 8; // services side by side before names get cut off
const TABS = [["", "All breaks"], ["data", "Data ownership"], ["transactions", "Transactions"], ["joins", "Joins"]];

export function breaksPage(app, { parts, query }) {
  const tab = parts[0] ?? "";
  const body = { "": listTab, data: dataTab, transactions: transactionTab, joins: joinTab }[tab] ?? listTab;
  return [
    h("h1", {}, "What this cut breaks"),
    h("p", { class: "lede" }, "Each break is one thing that works inside one process and will not work across two. The remedy says what to do instead."),
    h("nav", { class: "tabs", "aria-label": "Views of the breaks" }, TABS.map(([key, title]) => h("a", { href: to("breaks", key ? [key] : []), "aria-current": key === tab ? "page" : null }, title))),
    body(app, query),
  ];
}

function listTab(app, query) {
  const all = app.breaks();
  const filters = { text: query.text ?? "", kind: query.kind ?? "", remedy: query.remedy ?? "", service: query.service ?? "", from: query.from ?? "", to: query.to ?? "", automation: query.automation ?? "" };
  const heading = h("p", { class: "muted", role: "status" });
  const list = table(columns(app), [], { row: () => ({ "data-finding": true }), caption: "Breaks, each with its first place", piece: 50 });
  const text = h("input", { type: "search", "aria-label": "Filter breaks by text", placeholder: "Filter by text", value: filters.text, on: { input: () => { filters.text = text.value; show(); } } });
  function show() {
    const rows = all.filter((row) => matches(app, row, filters));
    heading.textContent = rows.length === all.length ? count(rows.length, "break") : `${number(rows.length)} of ${count(all.length, "break")}`;
    list.show(rows);
  }
  const choose = (name) => (value) => app.go(to("breaks", [], { ...filters, [name]: value }));
  const services = app.services().map((service) => [service.key, service.name]);
  show();
  return [
    app.edited() ? h("p", { class: "note" }, app.study.seams ? `The breaks of your cut, counted by the rules of the command line: ${number(all.filter(({ item }) => item.added).length)} are new, and have their places and remedies after a new analysis with your boundary file.` : "These are the proposal's breaks that are still cut. Analyse again with your boundary file for new ones.") : null,
    app.study.breaksLeftOut ? h("p", { class: "note" }, `The ${number(all.length)} hardest breaks are listed; ${number(app.study.breaksLeftOut)} more are in breaks.csv.`) : null,
    remedies(app, all, filters),
    h("div", { class: "bar" }, text,
      select("Kind", [["", "Every kind"], ...tally(all, ({ item }) => item.kind).map(([kind, amount]) => [kind, `${breakName(kind)} (${amount})`])], filters.kind, choose("kind")),
      select("Service", [["", "Every service"], ...services], filters.service, choose("service")),
      select("How", [["", "Any remedy"], ...Object.entries(AUTOMATION).map(([key, [title]]) => [key, plain(title)])], filters.automation, choose("automation")),
      Object.values(filters).some(Boolean) ? button("Clear", () => app.go(to("breaks"))) : null),
    filters.from ? h("p", {}, "Only from ", serviceLink(app, app.serviceByKey(filters.from)?.id ?? -1), " to ", serviceLink(app, app.serviceByKey(filters.to)?.id ?? -1)) : null,
    heading, list.element,
  ];
}

function matches(app, row, filters) {
  const { item } = row;
  const idOf = (key) => app.plan.services.find((service) => service.key === key)?.id;
  if (filters.kind && item.kind !== filters.kind) return false;
  if (filters.remedy && item.remedy.kind !== filters.remedy) return false;
  if (filters.automation && item.remedy.automation !== filters.automation) return false;
  if (filters.service && !touches(app.plan, row, idOf(filters.service))) return false;
  if (filters.from && !endsAt(app.plan, row, "from", idOf(filters.from))) return false;
  if (filters.to && !endsAt(app.plan, row, "to", idOf(filters.to))) return false;
  if (!filters.text) return true;
  const hay = `${breakName(item.kind)} ${item.source} ${item.target} ${item.detail} ${item.remedy.title} ${item.places[0]?.file ?? ""}`.toLowerCase();
  return filters.text.toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

function tally(rows, key) {
  const found = new Map();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + 1);
  return [...found.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function remedies(app, all, filters) {
  const groups = tally(all, ({ item }) => item.remedy.kind);
  if (!groups.length) return null;
  const largest = groups[0][1];
  return h("section", { class: "remedies", "aria-label": "Breaks by remedy" }, groups.map(([kind, amount]) => {
    const sample = all.find(({ item }) => item.remedy.kind === kind).item;
    const on = filters.remedy === kind;
    return h("a", { class: `remedy${on ? " on" : ""}`, href: to("breaks", [], { ...filters, remedy: on ? "" : kind }), "aria-current": on ? "true" : null },
      h("span", { class: "title" }, plain(kind)), automationChip(sample), h("span", { class: "num" }, number(amount)), h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: "fill", style: { width: `${(100 * amount) / largest}%` } })));
  }));
}

function columns(app) {
  const ends = (row) => [serviceLink(app, row.from), " → ", serviceLink(app, row.to)];
  return [
    { title: "Break", value: ({ item }) => `${item.kind} ${item.source}`, cell: ({ item }) => [item.added ? [breakName(item.kind), " ", chip("new", "accent", "Not among the breaks of the proposal")] : h("a", { href: to("break", [item.key]) }, breakName(item.kind)), h("div", { class: "small mono ends" }, shortKey(item.source), " → ", shortKey(item.target))] },
    { title: "Between", value: (row) => `${row.from} ${row.to}`, cell: ends },
    { title: "Place", value: ({ item }) => item.places[0]?.file ?? "", cell: ({ item }) => (item.places[0] ? [filePlace(item.places[0].file, item.places[0].line), item.places.some((spot) => spot.inLoop) ? [" ", chip("in a loop", "warn")] : null] : "–") },
    { title: "Places", numeric: true, value: ({ item }) => item.total, cell: ({ item }) => (item.added ? "–" : number(item.total)) },
    { title: "Remedy", value: ({ item }) => item.remedy.kind, cell: ({ item }) => [item.remedy.title, " ", automationChip(item)] },
  ];
}

export function breakPage(app, { parts }) {
  const item = app.study.breakByKey.get(parts[0]);
  if (!item) return [h("h1", {}, "No such break"), h("p", {}, h("a", { href: to("breaks") }, "All breaks"))];
  const first = item.places[0];
  const steps = app.study.roadmap.waves.flatMap((wave) => wave.steps.filter((step) => step.breaks.includes(item.key)).map((step) => [wave, step]));
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("breaks") }, "Breaks"), " › ", h("a", { href: to("breaks", [], { kind: item.kind }) }, breakName(item.kind))),
    h("h1", {}, `${breakName(item.kind)}: ${shortKey(item.source)} → ${shortKey(item.target)}`),
    h("p", { class: "lede" }, serviceLink(app, item.sourceService), " depends on ", serviceLink(app, item.targetService), ". ", item.detail),
    h("dl", {}, h("dt", {}, "From"), h("dd", {}, elementLink(app, item.source, item.source)), h("dt", {}, "To"), h("dd", {}, elementLink(app, item.target, item.target)),
      h("dt", {}, "Certainty"), h("dd", {}, meter(item.confidence)), factRows(item.facts)),
    section("Where", places(item), first ? excerpt(app, first.file, first.line) : null, item.places.slice(1, 4).filter((spot) => app.study.excerpts.has(`${spot.file}:${spot.line}`)).map((spot) => excerpt(app, spot.file, spot.line))),
    section("Remedy", h("div", { class: "card" }, h("h3", { class: "tight" }, item.remedy.title, " ", automationChip(item)), h("p", {}, item.remedy.reason), item.remedy.loss ? h("p", {}, h("strong", {}, "What is lost: "), item.remedy.loss) : null,
      item.remedy.steps.length ? h("ol", {}, item.remedy.steps.map((text) => h("li", {}, text))) : null)),
    steps.length ? section("On the roadmap", h("ul", {}, steps.map(([wave, step]) => h("li", {}, `Wave ${wave.number}: `, h("a", { href: to("step", [step.key]) }, step.title))))) : null,
  ];
}

// Facts of one name together; steps keep their numbers, because their order is the point.
function factRows(facts) {
  const names = [...new Set(facts.map(([name]) => name))];
  return names.map((name) => {
    const values = facts.filter(([other]) => other === name).map(([, value]) => value);
    if (name === "step") return [h("dt", {}, "Steps"), h("dd", {}, h("ol", { class: "steps" }, values.map((value) => h("li", {}, value))))];
    return [h("dt", {}, plain(name)), h("dd", {}, values.map((value, i) => [i ? ", " : "", h("code", {}, value)]))];
  });
}

function dataTab(app) {
  const { owners } = app.study;
  if (!owners.length) return h("p", { class: "muted" }, "No tables were found.");
  const rows = [...owners].sort((a, b) => urgency(a) - urgency(b) || order(a.service, b.service) || order(a.table, b.table));
  const columns = [
    { title: "Table", value: (owner) => owner.table, cell: (owner) => elementLink(app, owner.table, app.study.units[app.study.unitByKey.get(owner.table)]?.name) },
    { title: "Owner", value: (owner) => owner.service, cell: (owner) => ownerCell(app, owner) },
    ...claimants(app, owners),
  ];
  return [
    h("p", {}, "Writers outrank readers. w counts the places that write a table, r those that read it; the percentage is the owner's share of the deciding ones. A contested table has no service with a clear claim: somebody must decide."),
    h("div", { class: "ownership" }, table(columns, rows, { caption: `${count(owners.length, "table")}, ${number(owners.filter((owner) => owner.contested).length)} contested`, row: () => ({ "data-finding": true }) }).element),
  ];
}

// Contested tables first, for they need somebody; tables that nobody uses last.
function urgency(owner) {
  return owner.contested ? 0 : owner.service ? 1 : 2;
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ownerCell(app, owner) {
  if (!owner.service) return h("span", { class: "muted", title: owner.reason }, "nobody");
  return h("span", { title: owner.reason }, serviceLink(app, app.study.serviceByKey.get(owner.service) ?? -1), " ", owner.contested ? chip("contested", "warn", owner.reason) : h("span", { class: "small muted nowrap" }, owner.share ? percent(owner.share) : "maps it"));
}

// A column for each service that uses tables; where they are too many to fit, two columns that name them.
function claimants(app, owners) {
  const services = app.study.services.filter((service) => owners.some((owner) => owner.claims.some(([key]) => key === service.key)));
  if (services.length <= COLUMNS) return services.map((service) => ({ title: service.name, numeric: true, value: (owner) => strength(owner, service), cell: (owner) => claim(owner, service) }));
  const others = (owner, writing) => services.filter((service) => service.key !== owner.service && owner.claims.some(([key, , writes]) => key === service.key && (writes > 0) === writing));
  const list = (owner, found) => (found.length ? found.map((service, i) => [i ? ", " : "", h("span", { class: "nowrap" }, serviceLink(app, app.study.serviceByKey.get(service.key)), " ", claim(owner, service))]) : h("span", { class: "muted" }, "–"));
  const own = (owner) => services.find((service) => service.key === owner.service);
  return [
    { title: "Its own uses", numeric: true, value: (owner) => (own(owner) ? strength(owner, own(owner)) : 0), cell: (owner) => (own(owner) ? claim(owner, own(owner)) : "–") },
    { title: "Others that write it", value: (owner) => -others(owner, true).length, cell: (owner) => list(owner, others(owner, true)) },
    { title: "Others that only read it", value: (owner) => -others(owner, false).length, cell: (owner) => list(owner, others(owner, false)) },
  ];
}

function strength(owner, service) {
  const found = owner.claims.find(([key]) => key === service.key);
  return found ? 3 * found[2] + found[1] : 0;
}

function claim(owner, service) {
  const found = owner.claims.find(([key]) => key === service.key);
  if (!found || !(found[1] || found[2])) return h("span", { class: "muted" }, "·");
  const text = [found[2] ? `${found[2]} w` : null, found[1] ? `${found[1]} r` : null].filter(Boolean).join(" ");
  return h("span", { class: owner.service === service.key ? "owner" : found[2] ? "writer" : "" }, text);
}

function transactionTab(app) {
  const rows = app.breaks().filter(({ item }) => item.kind === "transaction");
  const inside = app.study.graph.transactions.length;
  return [
    h("p", {}, `${count(inside, "transaction")} in the code; ${number(rows.length)} of them span services and can no longer roll back as one.`),
    h("ul", { class: "plain findings" }, rows.map(({ item }) => breakRow(app, item, h("dl", { class: "small facts" }, factRows(item.facts))))),
  ];
}

function joinTab(app) {
  const rows = app.breaks().filter(({ item }) => item.kind === "join");
  return [
    h("p", {}, `${count(app.study.graph.joins.length, "query", "queries")} read several tables at once; ${number(rows.length)} of them reach into a table of another service.`),
    h("ul", { class: "plain findings" }, rows.slice(0, 300).map(({ item }) => breakRow(app, item))),
    rows.length > 300 ? h("p", { class: "muted" }, `${rows.length - 300} more in the table of breaks.`) : null,
  ];
}
