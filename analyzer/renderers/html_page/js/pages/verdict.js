// Page 1: split or not, into what, how sure, and why.
import { chip, h, section } from "../dom.js";
import { automationChip, meter, scoreCard, serviceLink, statCard } from "../parts.js";
import { firstPlan, processes } from "../plan.js";
import { to } from "../route.js";
import { edgesBetween, linesOf, modulesOf } from "../rollup.js";
import { ADVICE, breakName, count, figure, kindCounts, number, percent, place, range, shortKey } from "../words.js";
import { serviceMap } from "./map.js";

const CARDS = 12; // the largest; a first page is read, not scrolled

export function verdictPage(app) {
  const { verdict } = app.study;
  return [
    h("p", { class: "crumbs" }, `The verdict on ${app.study.name}`),
    h("h1", {}, verdict.headline),
    h("p", { class: "advice" }, chip(ADVICE[verdict.advice] ?? verdict.advice, { split: "good", leave_whole: "bad" }[verdict.advice] ?? "warn"), " ",
      h("span", { class: "sure", title: "How clearly the figures point one way, lowered where few references were resolved" }, "Confidence ", meter(verdict.confidence))),
    overview(app),
    h("div", { class: "two" },
      section("Strongest reasons", list(verdict.reasons, "No reason stood out.")),
      section("Biggest obstacles", list(verdict.obstacles, "No obstacle stood out."), worst(app))),
    section("The services", serviceMap(app, { small: true }), serviceList(app)),
    rivals(app),
    unseen(app),
  ];
}

function list(sentences, empty) {
  return sentences.length ? h("ol", { class: "reasons" }, sentences.map((text) => h("li", { "data-finding": true, tabindex: "-1" }, text))) : h("p", { class: "muted" }, empty);
}

function overview(app) {
  const { study } = app;
  const decisions = study.breaks.filter((item) => item.remedy.automation === "decision").length;
  const modules = modulesOf(study.units);
  const shared = modulesOf(study.units.filter((unit) => unit.verdict !== "owned"));
  return h("div", { class: "grid stats" },
    statCard("Proposed services", number(app.running().length), `${kindCounts(app.services())}, from ${count(modules, "module")} and ${count(linesOf(study.units), "line")}; ${count(shared, "module")} owned by nobody`),
    statCard("Breaks", number(study.breaks.length + study.breaksLeftOut), study.breaks.length ? h("span", {}, `things this cut severs; `, h("a", { href: to("breaks", [], { automation: "decision" }) }, `${number(decisions)} need a decision`)) : "this cut severs nothing that was seen"),
    statCard("Effort", study.roadmap.waves.length ? range(study.roadmap.effort) : "–", study.roadmap.waves.length ? h("span", {}, "person-days over ", h("a", { href: to("roadmap") }, count(study.roadmap.waves.length, "wave"))) : "no roadmap for this cut"),
    statCard("References resolved", percent(study.verdict.resolved_share), h("span", {}, "of the names in the code were followed to what they mean; ", h("a", { href: to("evidence") }, "the rest by reason"))));
}

function worst(app) {
  const all = app.study.breaks.filter((item) => item.remedy.automation === "decision").sort((a, b) => b.total - a.total || a.id - b.id);
  const hard = all.filter((item, i) => !all.slice(0, i).some((one) => one.target === item.target)).slice(0, 3); // each thing once, whoever else depends on it
  if (!hard.length) return null;
  return h("div", {}, h("h3", {}, "The largest decisions"), h("ul", { class: "plain" }, hard.map((item) => h("li", { "data-finding": true },
    h("a", { href: to("break", [item.key]) }, `${breakName(item.kind)}: ${shortKey(item.source)} → ${shortKey(item.target)}`), " ", automationChip(item),
    item.places[0] ? h("div", { class: "small muted" }, h("code", {}, place(item.places[0].file, item.places[0].line))) : null))));
}

function serviceList(app) {
  const edges = edgesBetween(app.study.links, app.plan.home);
  const size = new Map(app.running().map((service) => [service.id, linesOf(app.unitsOf(service.id))]));
  const largest = app.running().sort((a, b) => size.get(b.id) - size.get(a.id) || a.id - b.id).slice(0, CARDS);
  const rest = app.running().length - largest.length;
  const beside = app.beside();
  return [h("div", { class: "grid" }, largest.map((service) => serviceCard(app, service, edges))),
    rest ? h("p", {}, h("a", { href: to("services") }, count(rest, "smaller service")), rest === 1 ? " is in the list." : " are in the list.") : null,
    beside.length ? h("p", { class: "muted" }, `Beside them ${kindCounts(beside)}: `, beside.slice(0, CARDS).map((service, i) => [i ? ", " : "", serviceLink(app, service.id)]), beside.length > CARDS ? [" and ", h("a", { href: to("services") }, `${beside.length - CARDS} more`)] : null, ".") : null];
}

function serviceCard(app, service, edges) {
  const units = app.unitsOf(service.id);
  const needs = edges.filter((edge) => edge.from === service.id).slice(0, 3);
  const source = app.study.services[service.id];
  return h("div", { class: "card", "data-finding": true }, h("h3", { class: "tight" }, serviceLink(app, service.id)),
    h("p", { class: "small" }, source?.description || (source?.words ?? []).slice(0, 5).join(", ")),
    h("p", { class: "small muted" }, count(modulesOf(units), "module"), source ? `, stable in ${percent(source.stability)} of runs` : "",
      needs.length ? [". Needs ", needs.map((edge, i) => [i ? ", " : "", serviceLink(app, edge.to)]), "."] : ". Needs no other service."));
}

function rivals(app) {
  const { baselines, scores } = app.study.verdict;
  const whole = scores.filter((score) => !score.service);
  if (!baselines.length) return section("What was measured", h("div", { class: "grid" }, whole.map(scoreCard)));
  const columns = [{ name: "this cut", services: new Set([...processes(firstPlan(app.study))].filter((id) => id >= 0)).size, scores: whole }, ...baselines];
  const names = [...new Set(columns.flatMap((column) => column.scores.map((score) => score.metric)))];
  return section("Compared with leaving it as it is", h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Metrics of this cut and its rivals" }, h("table", {},
    h("caption", {}, "The same formulas on this cut and on its rivals; bold is the best of its row. In brackets the number of processes: a part counts with the service that hosts it, or with what stays behind."),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Metric"), columns.map((column) => h("th", { scope: "col", class: "num" }, `${column.name} (${column.services})`)))),
    h("tbody", {}, names.map((name) => rivalRow(name, columns, whole))))));
}

function rivalRow(name, columns, whole) {
  const cells = columns.map((column) => column.scores.find((score) => score.metric === name));
  const [own] = cells;
  const sample = cells.find(Boolean);
  const values = cells.map((score) => score?.value ?? null).filter((value) => value !== null);
  const best = sample.better === "neither" || values.length < 2 ? null : sample.better === "higher" ? Math.max(...values) : Math.min(...values);
  const meaning = whole.find((score) => score.metric === name)?.meaning ?? sample.meaning;
  return h("tr", {}, h("th", { scope: "row", title: meaning }, name, h("div", { class: "small muted normal" }, meaning, own && own.value === null ? ` No answer: ${own.reason}` : "")),
    cells.map((score) => h("td", { class: "num", title: score?.reason ?? "" }, score ? (score.value !== null && score.value === best ? h("strong", {}, figure(score)) : figure(score)) : "–")));
}

function unseen(app) {
  const lost = app.study.evidence.problems.filter((problem) => problem.severity === "loss").length;
  return section("What the analysis could not see", list(app.study.verdict.unseen, "Nothing was reported as unseen."),
    h("p", {}, lost ? h("strong", {}, `${count(lost, "file")} could not be read. `) : null, h("a", { href: to("evidence") }, "Evidence and method")));
}
