// Figures of the proposal beside those of the edited cut, computed here by the command line's formulas.
import { h } from "../dom.js";
import { countCrossings, CROSSINGS, NOT_COUNTED, scoresOf } from "../measure.js";
import { firstPlan } from "../plan.js";
import { amount, figure, number } from "../words.js";

export function differenceTable(app) {
  if (app.study.elements.left_out || app.study.units.some((unit) => unit.modules > 1)) {
    return h("p", { class: "note" }, "This codebase is too large to be measured in a page. Export the boundary file and analyse again: the command line gives the figures.");
  }
  const first = firstPlan(app.study);
  const before = scoresOf(app.study, first);
  const after = app.touched() ? scoresOf(app.study, app.plan) : before;
  const cut = countCrossings(app.study, first);
  const now = app.touched() ? countCrossings(app.study, app.plan) : cut;
  const meanings = new Map(app.study.verdict.scores.filter((score) => !score.service).map((score) => [score.metric, score]));
  return [h("div", { class: "scroll difference", tabindex: "0", role: "region", "aria-label": "What changed" }, h("table", {}, h("caption", {}, "What changed, by the same formulas as the command line"),
    h("thead", {}, h("tr", {}, ["Figure", "Proposal", "Now", "Change"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
    h("tbody", {}, before.map((score, i) => scoreRow(score, after[i], meanings.get(score.metric))),
      Object.keys(CROSSINGS).map((name) => crossingRow(name, cut[name], now[name]))))),
    h("details", { class: "small" }, h("summary", {}, "What is counted and what is not"), h("p", { class: "muted" }, `The counts follow one rule each, before any break is explained or merged with another, so they are not the number of breaks. Not counted here: ${NOT_COUNTED.join("; ")}. Remedies, contracts and roadmap of your cut come from a new analysis.`))];
}

function scoreRow(before, after, known) {
  const shown = (score) => figure({ ...score, unit: known?.unit ?? score.unit });
  const better = known?.better ?? before.better;
  const change = before.value === null || after.value === null ? null : after.value - before.value;
  const tone = change === null || Math.abs(change) < 5e-7 || better === "neither" ? "" : (change > 0) === (better === "higher") ? "good" : "bad";
  return h("tr", { "data-metric": before.metric, "data-value": after.value ?? "" }, h("th", { scope: "row", title: known?.meaning ?? "" }, before.metric), h("td", { class: "num" }, shown(before)), h("td", { class: "num" }, shown(after)),
    h("td", { class: `num change ${tone}` }, change === null || Math.abs(change) < 5e-7 ? "same" : `${change > 0 ? "+" : "−"}${amount(Math.abs(change), known?.unit ?? before.unit)}${tone ? (tone === "good" ? " better" : " worse") : ""}`));
}

function crossingRow(name, before, after) {
  const change = after - before;
  return h("tr", { "data-crossing": name, "data-value": after }, h("th", { scope: "row" }, CROSSINGS[name]), h("td", { class: "num" }, number(before)), h("td", { class: "num" }, number(after)),
    h("td", { class: `num change ${change === 0 ? "" : change < 0 ? "good" : "bad"}` }, change === 0 ? "same" : `${change > 0 ? "+" : "−"}${number(Math.abs(change))}${change < 0 ? " better" : " worse"}`));
}
