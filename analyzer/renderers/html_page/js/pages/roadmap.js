// Page 7: waves of steps, what each needs first, effort as a range, risk with its reasons.
import { button, chip, h, section } from "../dom.js";
import { breakRow, serviceLink, statCard } from "../parts.js";
import { to } from "../route.js";
import { count, number, plain, range } from "../words.js";

const FEW = 4; // waves that are seen at once without a list of them

const TONES = { low: "good", medium: "warn", high: "bad" };

export function roadmapPage(app) {
  const { roadmap } = app.study;
  if (!roadmap.waves.length) return [h("h1", {}, "Roadmap"), h("p", { class: "muted" }, "There is nothing to migrate.")];
  const steps = roadmap.waves.flatMap((wave) => wave.steps);
  return [
    h("h1", {}, "The way there"),
    h("p", { class: "lede" }, "Waves follow each other; the steps of one wave can run side by side. Every step can be shipped and taken back by itself."),
    h("div", { class: "grid stats" }, statCard("Effort", range(roadmap.effort), "person-days, lowest to highest"), statCard("Steps", number(steps.length), `in ${count(roadmap.waves.length, "wave")}`), statCard("High risk", number(steps.filter((step) => step.risk === "high").length), "steps with a high risk")),
    app.edited() ? h("p", { class: "note" }, "The roadmap is for the proposal. Analyse again with your boundary file for one that fits your changes.") : null,
    roadmap.waves.length > FEW ? overview(roadmap.waves) : null,
    roadmap.waves.map((wave) => h("section", { class: "wave", "data-wave": wave.number }, h("h2", {}, `${wave.number}. ${wave.title}`), h("p", {}, wave.goal), h("div", { class: "grid wide" }, wave.steps.map((step) => stepCard(app, step))))),
    roadmap.kept_together.length ? section("Kept together on purpose", h("ul", {}, roadmap.kept_together.map((text) => h("li", {}, text)))) : null,
    roadmap.sensitivity.length ? section("What the order and the sums hang on", h("ul", {}, roadmap.sensitivity.map((text) => h("li", {}, text)))) : null,
  ];
}

// Every wave in a line with the days of its steps, on one screen; each leads to its steps.
function overview(waves) {
  const show = (wave) => document.querySelector(`#content [data-wave="${wave.number}"]`)?.scrollIntoView();
  const days = (wave, end) => wave.steps.reduce((sum, step) => sum + step.effort[end], 0);
  return h("ul", { class: "plain columns small waves" }, waves.map((wave) => h("li", {}, button(`${wave.number}. ${wave.title}`, () => show(wave)),
    h("span", { class: "muted" }, ` ${count(wave.steps.length, "step")}, ${range({ low: days(wave, "low"), high: days(wave, "high") })}`))));
}

function stepCard(app, step) {
  const service = app.study.serviceByKey.get(step.service);
  return h("div", { class: "card step", "data-finding": true }, h("h3", { class: "tight" }, h("a", { href: to("step", [step.key]) }, step.title)),
    h("p", { class: "small" }, chip(plain(step.kind)), " ", chip(`${step.risk} risk`, TONES[step.risk]), " ", chip(range(step.effort)), service === undefined ? null : [" ", serviceLink(app, service)]),
    h("p", { class: "small muted" }, step.reason));
}

export function stepPage(app, { parts }) {
  const waves = app.study.roadmap.waves;
  const wave = waves.find((item) => item.steps.some((step) => step.key === parts[0]));
  if (!wave) return [h("h1", {}, "No such step"), h("p", {}, h("a", { href: to("roadmap") }, "Roadmap"))];
  const step = wave.steps.find((item) => item.key === parts[0]);
  const titles = new Map(waves.flatMap((item) => item.steps.map((one) => [one.key, one.title])));
  const after = waves.flatMap((item) => item.steps).filter((item) => item.needs.includes(step.key));
  const links = (keys) => h("ul", {}, keys.map((key) => h("li", {}, h("a", { href: to("step", [key]) }, titles.get(key) ?? key))));
  const breaks = step.breaks.map((key) => app.study.breakByKey.get(key)).filter(Boolean);
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("roadmap") }, "Roadmap"), ` › wave ${wave.number}, ${wave.title}`),
    h("h1", {}, step.title),
    h("p", { class: "lede" }, step.reason),
    h("p", {}, chip(plain(step.kind)), " ", chip(`${step.risk} risk`, TONES[step.risk]), " ", chip(range(step.effort))),
    h("div", { class: "two" },
      section("Needs first", step.needs.length ? links(step.needs) : h("p", { class: "muted" }, "Nothing.")),
      section("Opens the way for", after.length ? links(after.map((item) => item.key)) : h("p", { class: "muted" }, "Nothing."))),
    h("div", { class: "two" },
      section("Risk", step.risk_reasons.length ? h("ul", {}, step.risk_reasons.map((text) => h("li", {}, text))) : h("p", { class: "muted" }, "No particular reason."), step.undo ? h("p", {}, h("strong", {}, "To take it back: "), step.undo) : null),
      section("Effort", step.effort.items.length ? h("table", {}, h("caption", {}, "In person-days"), h("thead", {}, h("tr", {}, ["Work", "How many", "Days each"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))), h("tbody", {}, step.effort.items.map(([name, amount, low, high]) => h("tr", {}, h("th", { scope: "row" }, plain(name)), h("td", { class: "num" }, number(amount)), h("td", { class: "num" }, `${number(low, 2)}–${number(high, 2)}`))))) : h("p", {}, range(step.effort)))),
    breaks.length ? section(`Heals ${count(breaks.length, "break")}`, h("ul", { class: "plain findings" }, breaks.slice(0, 100).map((item) => breakRow(app, item)))) : null,
    step.files.length ? section("Touches", h("ul", { class: "plain columns small" }, step.files.map((file) => h("li", {}, h("code", {}, file))))) : null,
    step.tests.length ? section("Tests that cover it", h("ul", { class: "plain columns small" }, step.tests.map((file) => h("li", {}, h("code", {}, file))))) : null,
  ];
}
