// What changed since an earlier study: pieces that moved, breaks that came and went, figures side by side.
import { h, section } from "../dom.js";
import { breakRow, elementLink, statCard } from "../parts.js";
import { table } from "../table.js";
import { breakName, count, figure, kindCounts, number, shortKey } from "../words.js";

export function comparePage(app) {
  const { before } = app.study;
  const now = new Set(app.study.breaks.map((item) => item.key));
  const then = new Set(before.breaks.map(([key]) => key));
  const came = app.study.breaks.filter((item) => !then.has(item.key));
  const went = before.breaks.filter(([key]) => !now.has(key));
  const names = new Map([...before.services.map((item) => [item.key, item.name]), ...app.study.services.map((item) => [item.key, item.name])]);
  return [
    h("h1", {}, "What changed"),
    h("p", { class: "lede" }, `${before.name} (${before.version}) compared with ${app.study.name} (${app.study.version}).`),
    h("div", { class: "grid stats" }, statCard("Services", `${number(before.services.filter(runs).length)} → ${number(app.study.services.filter(runs).length)}`, `${kindCounts(app.study.services)} now`), statCard("Modules moved", number(before.moved.length), `${number(before.added.length)} new, ${number(before.removed.length)} gone`), statCard("Breaks", `${number(before.breaks.length)} → ${number(app.study.breaks.length)}`, `${number(came.length)} came, ${number(went.length)} went`)),
    section("Services", services(app, before)),
    section("Figures side by side", figures(app, before)),
    section("Moved", before.moved.length ? table([
      { title: "Module", value: (row) => row[0], cell: (row) => elementLink(app, row[0], row[0]) },
      { title: "Before", value: (row) => row[1], cell: (row) => names.get(row[1]) ?? row[2] },
      { title: "After", value: (row) => row[3], cell: (row) => names.get(row[3]) ?? row[4] },
    ], before.moved, { caption: count(before.moved.length, "module"), row: () => ({ "data-finding": true }) }).element : h("p", { class: "muted" }, "No module changed its service.")),
    section("Breaks that came", came.length ? h("ul", { class: "plain findings" }, came.slice(0, 200).map((item) => breakRow(app, item))) : h("p", { class: "muted" }, "None.")),
    section("Breaks that went", went.length ? h("ul", { class: "plain" }, went.slice(0, 200).map(([, kind, source, target]) => h("li", { "data-finding": true }, `${breakName(kind)}: ${shortKey(source)} → ${shortKey(target)}`))) : h("p", { class: "muted" }, "None.")),
    section("New and gone modules", h("div", { class: "two" }, h("div", {}, h("h3", {}, "New"), keys(before.added)), h("div", {}, h("h3", {}, "Gone"), keys(before.removed)))),
  ];
}

function runs(service) {
  return service.kind === "service";
}

function keys(list) {
  return list.length ? h("ul", { class: "plain small" }, list.slice(0, 200).map((key) => h("li", {}, h("code", {}, key)))) : h("p", { class: "muted" }, "None.");
}

function services(app, before) {
  const now = new Set(app.study.services.filter(runs).map((item) => item.key));
  const then = new Set(before.services.filter(runs).map((item) => item.key));
  const fresh = app.study.services.filter((item) => runs(item) && !then.has(item.key)).map((item) => item.name);
  const gone = before.services.filter((item) => runs(item) && !now.has(item.key)).map((item) => item.name);
  return h("p", {}, fresh.length ? `New: ${fresh.join(", ")}. ` : "No new service. ", gone.length ? `Gone: ${gone.join(", ")}.` : "None is gone.");
}

function figures(app, before) {
  const all = [...new Set([...before.verdict.scores, ...app.study.verdict.scores].filter((score) => !score.service).map((score) => score.metric))];
  const at = (scores, name) => scores.find((score) => score.metric === name && !score.service);
  const cell = (score) => h("td", { class: "num" }, score ? figure(score) : "–");
  return h("table", {}, h("caption", {}, "Metrics of the whole cut"), h("thead", {}, h("tr", {}, ["Metric", "Before", "After"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
    h("tbody", {}, all.map((name) => h("tr", {}, h("th", { scope: "row" }, name), cell(at(before.verdict.scores, name)), cell(at(app.study.verdict.scores, name))))));
}
