// Pieces that several pages share: links to services and elements, excerpts, places, bars, figures.
import { chip, h, s } from "./dom.js";
import { REST } from "./plan.js";
import { to } from "./route.js";
import { AUTOMATION, breakName, count, figure, KIND_MEANINGS, KIND_WORDS, percent, place, plain, shortKey, VERDICT_NAMES } from "./words.js";

export function colorOf(id) {
  return id < 0 ? "var(--code)" : `var(--s${id % 12})`;
}

export function serviceLink(app, id) {
  if (id < 0) return h("span", { class: "muted" }, id === REST ? "the rest of the monolith" : "shared code");
  const service = app.plan.services[id];
  return h("a", { class: "svc", href: to("service", [service.key]) }, h("span", { class: "dot", style: { background: colorOf(id) } }), service.name);
}

export function elementLink(app, key, text = shortKey(key)) {
  if (!key) return h("span", { class: "muted" }, "–");
  return h("a", { href: to("element", [key]), class: "mono", title: key }, text);
}

// What a group is when it is no service: a chip that explains itself; nothing for a service.
export function kindChip(service) {
  return service.kind === "service" ? null : chip(KIND_WORDS[service.kind][0], "accent", plain(KIND_MEANINGS[service.kind]));
}

export function verdictChip(unit) {
  const tone = { owned: "", shared: "accent", duplicated: "warn", platform: "accent" }[unit.verdict] ?? "";
  return chip(VERDICT_NAMES[unit.verdict] ?? unit.verdict, tone);
}

export function automationChip(item) {
  const [text, tone, title] = AUTOMATION[item.remedy.automation] ?? [item.remedy.automation, "", ""];
  return chip(text, tone, title);
}

export function meter(share, text = percent(share)) {
  if (share === null || share === undefined) return h("span", { class: "muted" }, "no answer");
  return h("span", { class: "meter" }, h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: "fill", style: { width: `${Math.max(0, Math.min(100, share * 100))}%` } })), text);
}

export function excerpt(app, file, line) {
  const found = app.study.excerpts.get(`${file}:${line}`);
  if (!found) return h("p", { class: "muted small" }, "No excerpt is kept for this place.");
  const lines = found.text.replace(/\n$/, "").split("\n");
  return h("pre", { tabindex: "0", role: "region", "aria-label": `Source of ${file} around line ${line}` }, lines.map((text, i) =>
    h("span", { class: found.first + i === line ? "here" : "code-line" }, h("span", { class: "no" }, String(found.first + i)), `${text}\n`)));
}

// What a place's detail says, by kind of break; the rest says it in words already.
const DETAIL = {
  call: (detail) => passed(detail.split(",")), instance_passed: (detail) => (detail === "result" ? "comes back as the result" : `as ${detail}`),
  data_access: (detail) => `by ${detail}`, transaction: (detail) => `by ${detail}`, join: (detail) => `by ${detail.replaceAll("_", " ")}`, authentication: (detail) => `by ${detail}`,
};

function passed([amount, ...names]) {
  const told = [Number(amount) ? count(Number(amount), "argument") : null, names.length ? names.join(", ") : null].filter(Boolean);
  return told.length ? `with ${told.join(" and ")}` : "";
}

export function places(item) {
  return h("ul", { class: "places" }, item.places.map((spot) => h("li", {}, h("code", {}, place(spot.file, spot.line)),
    spot.inLoop ? [" ", chip("in a loop", "warn")] : null, spot.inRequest ? [" ", chip("in a request")] : null,
    spot.detail ? h("span", { class: "muted small" }, ` ${DETAIL[item.kind]?.(spot.detail) ?? spot.detail}`) : null)),
  item.total > item.places.length ? h("li", { class: "muted" }, `and ${count(item.total - item.places.length, "more place")}, listed in breaks.csv`) : null);
}

// A place whose path may only break after a slash.
export function filePlace(file, line) {
  return h("code", { class: "path" }, place(file, line).split(/(?<=\/)/).flatMap((part, i) => (i ? [h("wbr"), part] : [part])));
}

export function breakRow(app, item, ...more) {
  return h("li", { class: "finding", "data-finding": true },
    h("div", {}, h("a", { href: to("break", [item.key]) }, `${breakName(item.kind)}: ${shortKey(item.source)} → ${shortKey(item.target)}`), " ", automationChip(item)),
    h("div", { class: "small muted" }, item.places[0] ? filePlace(item.places[0].file, item.places[0].line) : null, " · ", item.remedy.title), more);
}

export function statCard(label, value, sentence) {
  return h("div", { class: "card stat" }, h("div", { class: "label" }, label), h("div", { class: "value" }, value), sentence ? h("div", { class: "small muted" }, sentence) : null);
}

export function scoreCard(score) {
  const none = score.value === null;
  const direction = { higher: "higher is better", lower: "lower is better", neither: "" }[score.better];
  return h("div", { class: "card stat" }, h("div", { class: "label" }, score.metric), h("div", { class: `value${none ? " none" : ""}` }, figure(score)),
    h("div", { class: "small muted" }, none ? score.reason : score.meaning, direction && !none ? ` (${direction})` : ""));
}

export function legend(items) {
  return h("ul", { class: "legend" }, items.map(([kind, text]) => h("li", {},
    s("svg", { width: 30, height: 10, "aria-hidden": "true" }, s("path", { d: "M1 5 H29", class: `edge ${kind}`, "stroke-width": 2.4 })), text)));
}
