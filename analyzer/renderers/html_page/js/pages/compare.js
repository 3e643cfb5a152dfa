// What changed since an earlier study: pieces that moved, breaks that came and went, figures side by side.
import { h, section } from "../dom.js";
import { breakRow, elementLink, statCard } from "../parts.js";
import { table } from "../table.js";
import { amount, breakName, count, figure, kindCounts, number, shortKey } from "../words.js";

const LISTED = 60; // of each list; nobody reads more here

export function comparePage(app) {
  const { before } = app.study;
  const now = new Set(app.study.breaks.flatMap((item) => [item.key, tie(item.kind, item.source, item.target)]));
  const then = new Set(before.breaks.flatMap(([key, ...ends]) => [key, tie(...ends)]));
  const came = app.study.breaks.filter((item) => !then.has(item.key) && !then.has(tie(item.kind, item.source, item.target)));
  const went = before.breaks.filter(([key, ...ends]) => !now.has(key) && !now.has(tie(...ends)));
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
    section("Breaks by kind", byKind(app, before, came, went)),
    section("Breaks that came", came.length ? h("ul", { class: "plain findings" }, came.slice(0, LISTED).map((item) => breakRow(app, item))) : h("p", { class: "muted" }, "None."), rest(came)),
    section("Breaks that went", went.length ? h("ul", { class: "plain columns small" }, went.slice(0, LISTED).map(([, kind, source, target]) => h("li", { "data-finding": true }, `${breakName(kind)}: `, h("span", { class: "mono ends" }, `${shortKey(source)} → ${shortKey(target)}`)))) : h("p", { class: "muted" }, "None."), rest(went)),
    section("New and gone modules", h("div", { class: "two" }, h("div", {}, h("h3", {}, "New"), keys(before.added)), h("div", {}, h("h3", {}, "Gone"), keys(before.removed)))),
  ];
}

// A break is the same one when it ties the same two ends, whatever their services are called now.
function tie(kind, source, target) {
  return `${kind} ${source} ${target}`;
}

function rest(list) {
  return list.length > LISTED ? h("p", { class: "muted" }, `and ${number(list.length - LISTED)} more; breaks.csv of both reports has them all`) : null;
}

function byKind(app, before, came, went) {
  const tally = (list, kind) => list.filter((item) => kind(item)).length;
  const kinds = [...new Set([...before.breaks.map(([, kind]) => kind), ...app.study.breaks.map((item) => item.kind)])].sort();
  const rows = kinds.map((kind) => [breakName(kind), tally(before.breaks, ([, other]) => other === kind), tally(came, (item) => item.kind === kind), tally(went, ([, other]) => other === kind), tally(app.study.breaks, (item) => item.kind === kind)]);
  return h("table", {}, h("caption", {}, "How many there were, came, went and are"), h("thead", {}, h("tr", {}, ["Kind", "Before", "Came", "Went", "Now"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
    h("tbody", {}, rows.map(([name, ...counts]) => h("tr", {}, h("th", { scope: "row" }, name), counts.map((amount) => h("td", { class: "num" }, number(amount)))))));
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
  const change = (name) => {
    const [one, two] = [at(before.verdict.scores, name), at(app.study.verdict.scores, name)];
    if (!one || !two || one.value === null || two.value === null) return h("td", {});
    const by = two.value - one.value;
    const tone = Math.abs(by) < 5e-7 || two.better === "neither" ? "" : (by > 0) === (two.better === "higher") ? "good" : "bad";
    return h("td", { class: `num change ${tone}` }, Math.abs(by) < 5e-7 ? "same" : `${by > 0 ? "+" : "−"}${amount(Math.abs(by), two.unit)}${tone ? (tone === "good" ? " better" : " worse") : ""}`);
  };
  return h("table", {}, h("caption", {}, "Metrics of the whole cut"), h("thead", {}, h("tr", {}, ["Metric", "Before", "After", "Change"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
    h("tbody", {}, all.map((name) => h("tr", {}, h("th", { scope: "row" }, name), cell(at(before.verdict.scores, name)), cell(at(app.study.verdict.scores, name)), change(name)))));
}
