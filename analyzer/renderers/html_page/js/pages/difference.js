// Figures of the proposal beside those of the edited cut, computed here by the command line's formulas.
import { h } from "../dom.js";
import { scoresOf } from "../measure.js";
import { byKind } from "../recount.js";
import { to } from "../route.js";
import { amount, breakName, figure, number } from "../words.js";

export function differenceTable(app) {
  if (app.study.elements.left_out || app.study.units.some((unit) => unit.modules > 1)) {
    return h("p", { class: "note" }, "This codebase is too large to be measured in a page. Export the boundary file and analyse again: the command line gives the figures.");
  }
  const before = scoresOf(app.study, app.first);
  const after = app.touched() ? scoresOf(app.study, app.plan) : before;
  const meanings = new Map(app.study.verdict.scores.filter((score) => !score.service).map((score) => [score.metric, score]));
  return [h("div", { class: "scroll difference", tabindex: "0", role: "region", "aria-label": "What changed" }, h("table", {}, h("caption", {}, "What changed, by the same formulas as the command line"),
    h("thead", {}, h("tr", {}, ["Figure", "Proposal", "Now", "Change"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
    h("tbody", {}, before.map((score, i) => scoreRow(score, after[i], meanings.get(score.metric))),
      breakRows(app)))),
    h("p", { class: "small muted" }, app.study.seams ? "Both are counted here by the rules of the command line, and so are the " : "The breaks of an edited cut are counted by the command line. Here are the ", h("a", { href: to("breaks") }, "breaks of your cut"), ". Remedies of new ones, contracts and the roadmap come with a new analysis.")];
}

function scoreRow(before, after, known) {
  const shown = (score) => figure({ ...score, unit: known?.unit ?? score.unit });
  const better = known?.better ?? before.better;
  const change = before.value === null || after.value === null ? null : after.value - before.value;
  const tone = change === null || Math.abs(change) < 5e-7 || better === "neither" ? "" : (change > 0) === (better === "higher") ? "good" : "bad";
  return h("tr", { "data-metric": before.metric, "data-value": after.value ?? "" }, h("th", { scope: "row", title: known?.meaning ?? "" }, before.metric), h("td", { class: "num" }, shown(before)), h("td", { class: "num" }, shown(after)),
    h("td", { class: `num change ${tone}` }, change === null || Math.abs(change) < 5e-7 ? "same" : `${change > 0 ? "+" : "−"}${amount(Math.abs(change), known?.unit ?? before.unit)}${tone ? (tone === "good" ? " better" : " worse") : ""}`));
}

function breakRows(app) {
  if (!app.study.seams) return null;
  const [before, after] = [app.first, app.plan].map((plan) => byKind(app.recounted(plan)));
  const total = (counts) => [...counts.values()].reduce((sum, amount) => sum + amount, 0);
  return [countRow("all", "Breaks", total(before), total(after)), [...new Set([...before.keys(), ...after.keys()])].sort().map((kind) => countRow(kind, breakName(kind), before.get(kind) ?? 0, after.get(kind) ?? 0, "kind"))];
}

function countRow(name, title, before, after, style = "whole") {
  const change = after - before;
  return h("tr", { "data-break": name, "data-value": after, class: style }, h("th", { scope: "row" }, title), h("td", { class: "num" }, number(before)), h("td", { class: "num" }, number(after)),
    h("td", { class: `num change ${change === 0 ? "" : change < 0 ? "good" : "bad"}` }, change === 0 ? "same" : `${change > 0 ? "+" : "−"}${number(Math.abs(change))}${change < 0 ? " better" : " worse"}`));
}
