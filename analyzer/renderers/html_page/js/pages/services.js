// The list of services, and page 3: one page per service.
import { chip, h, section } from "../dom.js";
import { touches } from "../healed.js";
import { breakRow, colorOf, elementLink, kindChip, meter, scoreCard, serviceLink, statCard, verdictChip } from "../parts.js";
import { cohesionOf, edgesBetween, linesOf, modulesOf } from "../rollup.js";
import { follows } from "../plan.js";
import { to } from "../route.js";
import { table } from "../table.js";
import { amounts, count, KIND_MEANINGS, KIND_WORDS, kindCounts, number, percent, place, plain, pullShort, pullText, TOPICS } from "../words.js";

export function servicesPage(app) {
  const cohesion = cohesionOf(app.study.links, app.plan.home, app.plan.services.length);
  const breaks = app.breaks();
  const rowOf = (service) => {
    const units = app.unitsOf(service.id);
    return { service, modules: modulesOf(units), lines: linesOf(units), tables: units.filter((unit) => unit.kind === "table").length, cohesion: cohesion[service.id], breaks: breaks.filter((row) => touches(app.plan, row, service.id)).length, stability: app.study.services[service.id]?.stability ?? null };
  };
  const columns = [
    { title: "Service", value: (row) => row.service.name, cell: (row) => [serviceLink(app, row.service.id), " ", kindChip(row.service)] },
    { title: "Modules", numeric: true, value: (row) => row.modules, cell: (row) => number(row.modules) },
    { title: "Lines", numeric: true, value: (row) => row.lines, cell: (row) => number(row.lines) },
    { title: "Tables", numeric: true, value: (row) => row.tables, cell: (row) => number(row.tables) },
    { title: "Links inside", numeric: true, value: (row) => row.cohesion, cell: (row) => meter(row.cohesion) },
    { title: "Stability", numeric: true, value: (row) => row.stability, cell: (row) => meter(row.stability) },
    { title: "Breaks", numeric: true, value: (row) => row.breaks, cell: (row) => h("a", { href: to("breaks", [], { service: row.service.key }) }, number(row.breaks)) },
  ];
  const beside = app.beside();
  const left = app.unitsOf(-1);
  const unplaced = left.filter((unit) => unit.verdict === "unplaced");
  return [
    h("h1", {}, "Services"),
    h("p", { class: "lede" }, "Links inside is the share of a service's links that never leave it. Stability is the share of the ensemble's runs in which its members stayed together."),
    table(columns, app.running().map(rowOf), { caption: count(app.running().length, "service"), row: () => ({ "data-finding": true }) }).element,
    beside.length ? section("Beside the services", h("p", {}, [...new Set(beside.map((service) => service.kind))].map((kind) => `A ${KIND_WORDS[kind][0]} ${KIND_MEANINGS[kind]}. `)), table(columns, beside.map(rowOf), { caption: kindCounts(beside), row: () => ({ "data-finding": true }) }).element) : null,
    section("Code that no service owns", h("p", {}, "Shared, copied and platform code is used by many and owned by nobody."), memberTable(app, left.filter((unit) => unit.verdict !== "unplaced"), "Shared, copied and platform code")),
    unplaced.length ? section("Not placed", h("details", {}, h("summary", {}, `${count(unplaced.length, "piece")} that nothing in the code leads to`), h("ul", { class: "plain columns small" }, unplaced.map((unit) => h("li", {}, elementLink(app, unit.key, unit.name), h("span", { class: "muted" }, ` ${unit.kind}`)))))) : null,
  ];
}

export function servicePage(app, { parts }) {
  const service = app.serviceByKey(parts[0]);
  if (!service) return [h("h1", {}, "No such service"), h("p", {}, h("a", { href: to("services") }, "All services"))];
  const own = app.study.services[service.id];
  const units = app.unitsOf(service.id);
  const breaks = app.breaks().filter((row) => touches(app.plan, row, service.id));
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("services") }, "Services"), " › ", service.key),
    h("h1", {}, h("span", { class: "dot big", style: { background: colorOf(service.id) } }), service.name, " ", kindChip(service)),
    h("p", { class: "lede" }, own ? own.description || (own.words.length ? `About ${own.words.slice(0, 5).join(", ")}.` : "No word of its own stood out.") : "Made in this session; the study knows nothing about it yet."),
    service.kind === "service" ? null : h("p", {}, `A ${KIND_WORDS[service.kind][0]}: ${KIND_MEANINGS[service.kind]}.`, service.host >= 0 ? [" It ships with ", serviceLink(app, service.host), ", to which it is linked most."] : service.kind === "part" ? " It stays in the monolith." : null),
    own?.words.length ? h("p", {}, h("span", { class: "muted" }, "Its own words: "), own.words.slice(0, 12).map((word) => [chip(word), " "])) : null,
    h("p", {}, h("a", { href: to("map", ["in", service.key]) }, "Look inside"), " · ", h("a", { href: to("map", ["around", service.key]) }, "Neighbours"), " · ", h("a", { href: to("breaks", [], { service: service.key }) }, "Breaks"), " · ", h("a", { href: to("whatif", [service.key]) }, "Change it")),
    facts(app, service, own, units, breaks),
    h("div", { class: "two" }, together(app, service, own), apart(app, service, units)),
    neighbours(app, service),
    data(app, service, units),
    published(app, service),
    outside(app, service),
    promises(app, service),
    section("The hardest breaks", breaks.length ? h("ul", { class: "plain findings" }, [...breaks].sort((a, b) => rank(a.item) - rank(b.item) || b.item.total - a.item.total).slice(0, 8).map(({ item }) => breakRow(app, item))) : h("p", { class: "muted" }, "None.")),
    section("Members", memberTable(app, units.filter((unit) => unit.kind !== "table"), `What ${service.name} owns`)),
  ];
}

function rank(item) {
  return ["decision", "with_loss", "automatic"].indexOf(item.remedy.automation);
}

function facts(app, service, own, units, breaks) {
  const cohesion = cohesionOf(app.study.links, app.plan.home, app.plan.services.length)[service.id];
  const scores = app.edited() ? [] : app.study.verdict.scores.filter((score) => score.service === service.key);
  return h("div", { class: "grid stats" },
    statCard("Size", count(modulesOf(units), "module"), `${count(linesOf(units), "line")} of code, ${count(units.filter((unit) => unit.kind === "table").length, "table")}`),
    statCard("Links inside", percent(cohesion), "of the links it takes part in never leave it"),
    statCard("Stability", percent(own?.stability ?? null), "of the ensemble's runs kept its members together"),
    statCard("Breaks", number(breaks.length), `${number(breaks.filter((item) => item.from === service.id).length)} leaving, ${number(breaks.filter((item) => item.to === service.id).length)} arriving`),
    own?.owner ? statCard("Team", own.owner, "from the code owners or the history") : null,
    scores.map(scoreCard));
}

function together(app, service, own) {
  const inside = new Map();
  const { links, units } = app.study;
  for (let i = 0; i < links.source.length; i++) {
    if (links.within[i]) continue;
    const [a, b] = [moduleOf(app, links.source[i]), moduleOf(app, links.target[i])];
    if (a === b || app.plan.home[a] !== service.id || app.plan.home[b] !== service.id) continue;
    const key = a * 1048576 + b;
    inside.set(key, (inside.get(key) ?? 0) + links.count[i]);
  }
  const strongest = [...inside.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 6);
  return section("Why it is together", own?.evidence.length ? h("dl", {}, own.evidence.map(([view, share]) => [h("dt", {}, plain(view)), h("dd", {}, meter(share))])) : null,
    strongest.length ? h("ul", { class: "plain" }, strongest.map(([key, weight]) => h("li", { class: "small" }, elementLink(app, units[Math.floor(key / 1048576)].key), " → ", elementLink(app, units[key % 1048576].key), h("span", { class: "muted" }, ` ${count(weight, "link")}`)))) : h("p", { class: "muted" }, "No links inside were seen."));
}

// The module of a class or function that is with it; anything else is itself.
function moduleOf(app, unit) {
  return follows(app.plan, unit) ? app.plan.inside[unit] : unit;
}

function apart(app, service, units) {
  const doubtful = units.filter((unit) => unit.nearest >= 0 && unit.nearest !== service.id).sort((a, b) => b.pull - a.pull || a.stability - b.stability).slice(0, 8);
  return section("What pulls it apart", doubtful.length ? h("ul", { class: "plain" }, doubtful.map((unit) => h("li", { "data-finding": true }, elementLink(app, unit.key), h("span", { class: "small muted" }, ` pulled to `), serviceLink(app, unit.nearest), h("span", { class: "small muted" }, ` ${pullText(unit.pull)}`)))) : h("p", { class: "muted" }, "No member has a rival home."));
}

function neighbours(app, service) {
  const edges = edgesBetween(app.study.links, app.plan.home).filter((edge) => edge.from === service.id || edge.to === service.id);
  const rows = [["Needs", edges.filter((edge) => edge.from === service.id), "to"], ["Is needed by", edges.filter((edge) => edge.to === service.id), "from"]];
  return h("div", { class: "two" }, rows.map(([title, list, side]) => section(title, list.length ? h("ul", { class: "plain" }, list.map((edge) => h("li", {}, serviceLink(app, edge[side]), " ",
    h("a", { class: "small", href: to("between", [app.plan.services[edge.from].key, app.plan.services[edge.to].key]) }, amounts(edge.groups))))) : h("p", { class: "muted" }, "No other service."))));
}

function data(app, service, units) {
  const owned = units.filter((unit) => unit.kind === "table");
  const used = new Map();
  const { links } = app.study;
  for (let i = 0; i < links.source.length; i++) {
    const target = app.study.units[links.target[i]];
    if (target.kind !== "table" || app.plan.home[links.source[i]] !== service.id || app.plan.home[target.id] === service.id) continue;
    const kinds = used.get(target.id) ?? new Set();
    used.set(target.id, kinds.add(links.kinds[links.kind[i]]));
  }
  return section("Data", h("div", { class: "two" }, h("div", {}, h("h3", { class: "tight" }, "Owns"), owned.length ? h("ul", { class: "plain columns" }, owned.map((unit) => h("li", {}, elementLink(app, unit.key), contested(app, unit.key)))) : h("p", { class: "muted" }, "No tables.")),
    h("div", {}, h("h3", { class: "tight" }, "Uses of others"), used.size ? h("ul", { class: "plain" }, [...used.entries()].map(([id, kinds]) => h("li", {}, elementLink(app, app.study.units[id].key), h("span", { class: "small muted" }, ` ${[...kinds].sort().map((kind) => kind.replace("_", " ")).join(", ")}; `), serviceLink(app, app.plan.home[id])))) : h("p", { class: "muted" }, "None."))));
}

function contested(app, key) {
  const owner = app.study.owners.find((item) => item.table === key);
  return owner?.contested ? [" ", h("a", { href: to("breaks", ["data"]) }, chip("contested", "warn", owner.reason))] : null;
}

function published(app, service) {
  const contract = app.study.contracts.find((item) => item.service === service.key);
  if (!contract || app.edited()) return section("Publishes", h("p", { class: "muted" }, app.edited() ? "Contracts are derived by the command line; analyse again with your boundary file." : "Nothing yet."));
  const rows = contract.operations.map((item) => h("tr", {}, h("th", { scope: "row" }, h("code", {}, `${item.method} ${item.path}`)), h("td", {}, firstSentence(item.summary) || elementLink(app, item.element)), h("td", { class: "small" }, item.consumers.map((key) => [serviceLink(app, app.study.serviceByKey.get(key) ?? -1), " "]))));
  return section("Publishes", rows.length ? [h("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": "Published operations" }, h("table", {}, h("thead", {}, h("tr", {}, ["Operation", "What it does", "For"].map((title) => h("th", { scope: "col" }, title)))), h("tbody", {}, rows)))] : h("p", { class: "muted" }, "No operations."),
    contract.messages.length ? [h("h3", {}, "Events"), h("ul", { class: "plain" }, contract.messages.map((item) => h("li", {}, h("code", {}, item.name), h("span", { class: "muted small" }, ` ${item.role}`))))] : null,
    contract.debts.length ? h("details", {}, h("summary", {}, count(contract.debts.length, "open question")), h("ul", {}, contract.debts.slice(0, 60).map((text) => h("li", { class: "small" }, text)))) : null);
}

// Of a docstring that goes on, often with a schema in it, the first sentence.
function firstSentence(text) {
  return text.split(/\s*---\s|(?<=[.!?])\s/)[0];
}

function outside(app, service) {
  const mine = (key) => app.homeOf(key) === service.id;
  const routes = app.study.graph.routes.filter((item) => mine(item.element));
  const tasks = app.study.graph.tasks.filter((item) => mine(item.element));
  const events = app.study.graph.events.filter((item) => mine(item.element));
  if (!routes.length && !tasks.length && !events.length) return null;
  const list = (title, items, text) => (items.length ? h("details", { open: items.length <= 12 }, h("summary", {}, `${title} (${items.length})`), h("ul", { class: "plain" }, items.slice(0, 200).map((item) => h("li", { class: "small" }, text(item), h("span", { class: "muted" }, ` ${place(item.file, item.line)}`))))) : null);
  return section("Ways in", list("Routes", routes, (item) => h("code", {}, `${item.methods.join(" ")} ${item.path}`)), list("Background work", tasks, (item) => [h("code", {}, item.name), item.schedule ? ` ${item.schedule}` : ""]), list("In-process events", events, (item) => [h("code", {}, item.event), ` ${item.role === "publish" ? "published" : "listened to"}`]));
}

function promises(app, service) {
  const list = app.study.consequences.filter((item) => item.service === service.key);
  if (!list.length || app.edited()) return null;
  const order = Object.keys(TOPICS);
  list.sort((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic));
  return section("What being a service would bring", h("dl", { class: "promises" }, list.map((item, i) => [h("dt", {}, item.topic === list[i - 1]?.topic ? h("span", { class: "sr" }, TOPICS[item.topic]) : TOPICS[item.topic] ?? plain(item.topic)), h("dd", { "data-finding": true }, item.statement,
    item.evidence.length ? h("details", {}, h("summary", { class: "small" }, "Evidence"), h("ul", { class: "plain small" }, item.evidence.slice(0, 8).map(([key, file, line]) => h("li", {}, elementLink(app, key), " ", h("code", {}, place(file, line)))))) : null)])));
}

export function memberTable(app, units, caption) {
  if (!units.length) return h("p", { class: "muted" }, "None.");
  const columns = [
    { title: "Name", value: (unit) => unit.name, cell: (unit) => elementLink(app, unit.key, unit.name) },
    { title: "Verdict", value: (unit) => unit.verdict, cell: (unit) => [verdictChip(unit), app.plan.pinned.has(unit.id) ? [" ", chip("pinned", "accent")] : null] },
    { title: "Lines", numeric: true, value: (unit) => unit.lines, cell: (unit) => number(unit.lines) },
    { title: "Stability", numeric: true, value: (unit) => unit.stability, cell: (unit) => (unit.verdict === "unplaced" ? "–" : meter(unit.stability)) },
    { title: "Nearest other", value: (unit) => unit.pull, cell: (unit) => (unit.nearest >= 0 ? [serviceLink(app, unit.nearest), h("span", { class: "small muted nowrap" }, ` ${pullShort(unit.pull)}`)] : h("span", { class: "muted" }, "–")) },
    { title: "Why", cell: (unit) => h("span", { class: "small why" }, unit.reason) },
  ];
  return table(columns, units, { caption, row: () => ({ "data-finding": true }) }).element;
}
