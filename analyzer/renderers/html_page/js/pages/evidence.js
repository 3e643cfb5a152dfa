// Page 9: what was read and what was not, settings, metric definitions, how to reproduce it all.
import { chip, h, section } from "../dom.js";
import { elementLink, meter } from "../parts.js";
import { table } from "../table.js";
import { count, figure, number, place, plain, portion } from "../words.js";

const OUTCOMES = {
  resolved: "led to a definition of this codebase", third_party: "led to an installed library", builtin: "led to Python itself",
  dynamic: "made at run time: getattr, a name in a string", unknown_receiver: "called on an object whose class is not known", undefined: "no definition was found",
};

const ELEMENT_NAMES = { class: "classes", function: "functions and methods", module: "modules", table: "tables", variable: "variables" };

export function evidencePage(app) {
  const { evidence, verdict } = app.study;
  const all = Object.values(evidence.outcomes).reduce((sum, amount) => sum + amount, 0);
  return [
    h("h1", {}, "Evidence and method"),
    h("p", { class: "lede" }, `${app.study.name} was read by monolith-analyzer ${app.study.version} without importing or running any of it.`),
    h("div", { class: "two" },
      section("Read", h("dl", { class: "figures" }, Object.entries(evidence.roles).map(([role, amount]) => [h("dt", {}, plain(role)), h("dd", {}, count(amount, "file"))]), Object.entries(evidence.elements).map(([kind, amount]) => [h("dt", {}, plain(ELEMENT_NAMES[kind] ?? kind)), h("dd", {}, number(amount))])), h("p", { class: "small muted" }, "Only code takes part in the cut; tests and migrations are counted and named in elements.csv.")),
      section("Links found", h("dl", { class: "figures" }, Object.entries(evidence.links).map(([kind, amount]) => [h("dt", {}, plain(kind)), h("dd", {}, number(amount))])))),
    section("References, by where they led", all ? outcomeTable(evidence, all) : h("p", { class: "muted" }, "No references were counted.")),
    evidence.outcomes_by_service.length ? section("References of each service, by where they led", outcomesByService(app, evidence.outcomes_by_service)) : null,
    evidence.blind_spots.length ? section("Where the analysis sees least", h("ul", { class: "plain" }, evidence.blind_spots.map(([key, missing, total]) => h("li", { "data-finding": true }, elementLink(app, key), h("span", { class: "small muted" }, ` ${number(missing)} of ${number(total)} references lead nowhere`))))) : null,
    section("Problems", problems(evidence)),
    section("Metrics", h("dl", { class: "metrics" }, verdict.scores.filter((score) => !score.service).map((score) => [h("dt", {}, score.metric), h("dd", {}, figure(score), h("div", { class: "small muted" }, score.meaning, score.source ? ` Source: ${score.source}.` : "", score.reason ? ` ${score.reason}` : ""))]))),
    section("Settings", evidence.settings.length ? h("details", {}, h("summary", {}, count(evidence.settings.length, "setting")), h("dl", {}, evidence.settings.map(([name, value]) => [h("dt", {}, h("code", {}, name)), h("dd", {}, h("code", {}, value))]))) : h("p", { class: "muted" }, "All defaults.")),
    section("To reproduce it", h("pre", { tabindex: "0" }, h("code", {}, "analyzer analyze PATH")), h("p", {}, "The same input and settings give the same bytes on any machine. The figures on these pages are computed from study.json beside this file.")),
    limits(app),
  ];
}

function outcomeTable(evidence, all) {
  const rows = Object.entries(evidence.outcomes).sort((a, b) => b[1] - a[1]);
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "References" }, h("table", {}, h("caption", {}, count(all, "reference")), h("thead", {}, h("tr", {}, ["Outcome", "What it means", "References", "Share"].map((title, i) => h("th", { scope: "col", class: i > 1 ? "num" : null }, title)))),
    h("tbody", {}, rows.map(([name, amount]) => h("tr", {}, h("th", { scope: "row" }, plain(name)), h("td", {}, OUTCOMES[name] ?? ""), h("td", { class: "num" }, number(amount)), h("td", { class: "num" }, meter(amount / all, portion(amount, all))))))));
}

function outcomesByService(app, rows) {
  const names = new Map(app.study.services.map((service) => [service.key, service.name]));
  const sum = (row) => Object.keys(OUTCOMES).reduce((all, name) => all + row[name], 0);
  const columns = [
    { title: "Service", value: (row) => names.get(row.service) ?? row.service, cell: (row) => names.get(row.service) ?? row.service },
    { title: "References", numeric: true, value: sum, cell: (row) => number(sum(row)) },
    ...Object.keys(OUTCOMES).map((name) => ({ title: plain(name), numeric: true, value: (row) => row[name] / sum(row), cell: (row) => portion(row[name], sum(row)) })),
  ];
  return table(columns, rows, { caption: count(rows.length, "group"), row: () => ({ "data-finding": true }) }).element;
}

function problems(evidence) {
  if (!evidence.problem_count) return h("p", { class: "muted" }, "None: every file was read.");
  const columns = [
    { title: "Where", value: (row) => row.file, cell: (row) => h("code", {}, place(row.file, row.line)) },
    { title: "What", value: (row) => row.what, cell: (row) => row.what },
    { title: "How it was handled", cell: (row) => row.handled },
    { title: "Weight", value: (row) => row.severity, cell: (row) => chip(row.severity, { loss: "bad", warning: "warn", note: "" }[row.severity]) },
  ];
  return [evidence.problem_count > evidence.problems.length ? h("p", { class: "muted" }, `The first ${evidence.problems.length} of ${number(evidence.problem_count)}; study.json has them all.`) : null, table(columns, evidence.problems, { caption: count(evidence.problem_count, "problem"), row: () => ({ "data-finding": true }) }).element];
}

function limits(app) {
  const left = app.study.elements.left_out;
  const excerpts = app.study.excerpts.left_out ?? 0;
  const packed = app.study.units.some((unit) => unit.modules > 1);
  const breaks = app.study.breaksLeftOut;
  if (!left && !excerpts && !packed && !breaks) return null;
  return section("Left out of this page", h("ul", {}, breaks ? h("li", {}, `${number(breaks)} breaks of the easier kinds; breaks.csv has them all.`) : null, packed ? h("li", {}, "The modules of a package stand together as one piece, to keep the page quick; elements.csv has each of them.") : null, left ? h("li", {}, `${number(left)} classes and functions are not listed by name, to keep the page small; elements.csv has them all.`) : null, excerpts ? h("li", {}, `${number(excerpts)} excerpts of source; the places are named all the same.`) : null));
}
