// One element: where it belongs and why, what it holds, what it touches.
import { chip, h, section } from "../dom.js";
import { breakRow, elementLink, meter, serviceLink, verdictChip } from "../parts.js";
import { to } from "../route.js";
import { count, number, place, pullText } from "../words.js";

export function elementPage(app, { parts, query }) {
  const id = app.unitIdOf(parts[0]);
  if (id === undefined) return [h("h1", {}, "No such element"), h("p", { class: "mono" }, parts[0]), h("p", { class: "muted" }, "It may be listed in elements.csv.")];
  const unit = app.study.units[id];
  const inside = parts[0] === unit.key ? query.at : parts[0].split("::")[1];
  const home = app.plan.home[id];
  const own = new Set([id, ...app.insideOf(id)]);
  const breaks = app.breaks().filter(({ item }) => own.has(item.sourceUnit) || own.has(item.targetUnit));
  return [
    h("p", { class: "crumbs" }, home >= 0 ? h("a", { href: to("service", [app.plan.services[home].key]) }, app.plan.services[home].name) : "Shared code", unit.inside >= 0 ? [" › ", h("a", { href: to("element", [app.study.units[unit.inside].key]) }, app.study.units[unit.inside].name)] : null, ` › ${unit.kind}`),
    h("h1", { class: "mono-title" }, unit.name),
    inside ? h("p", {}, `This page is about the ${unit.kind} that holds `, h("code", {}, inside), ".") : null,
    h("p", {}, h("code", {}, place(unit.file, unit.kind === "module" ? 0 : unit.line)), unit.lines ? `, ${count(unit.lines, "line")}` : ""),
    h("dl", {}, h("dt", {}, "Belongs to"), h("dd", {}, serviceLink(app, home), " ", verdictChip(unit), app.plan.pinned.has(id) ? [" ", chip("pinned", "accent")] : null),
      h("dt", {}, "Why"), h("dd", {}, unit.reason || "–"), h("dt", {}, "Stability"), h("dd", {}, meter(unit.stability)),
      h("dt", {}, "Nearest other"), h("dd", {}, unit.nearest >= 0 ? [serviceLink(app, unit.nearest), h("span", { class: "muted" }, ` ${pullText(unit.pull)}`)] : "none")),
    h("p", {}, h("a", { href: to("whatif", [], { unit: unit.key }) }, "Move it in a what-if")),
    holds(app, id, inside),
    h("div", { class: "two" }, touches(app, own, "source", "target", "Uses"), touches(app, own, "target", "source", "Is used by")),
    breaks.length ? section("Breaks it takes part in", h("ul", { class: "plain findings" }, breaks.slice(0, 60).map(({ item }) => breakRow(app, item)))) : null,
  ];
}

function holds(app, id, inside) {
  const items = [...app.insideOf(id).map((one) => app.study.units[one]), ...app.study.inner.filter((item) => item.unit === id && item.kind !== "variable")];
  if (!items.length) return null;
  return section("Holds", h("ul", { class: "plain columns small" }, items.map((item) => h("li", { class: item.name === inside ? "chosen" : null }, item.key ? elementLink(app, item.key, item.name) : h("code", {}, item.name), h("span", { class: "muted" }, ` ${item.kind}, line ${number(item.line)}`), item.key && app.plan.home[item.id] !== app.plan.home[id] ? [" ", serviceLink(app, app.plan.home[item.id])] : null))));
}

function touches(app, own, mine, other, title) {
  const home = app.plan.home[[...own][0]];
  const { links, units } = app.study;
  const found = new Map();
  for (let i = 0; i < links.source.length; i++) {
    if (!own.has(links[mine][i]) || own.has(links[other][i])) continue;
    const kinds = found.get(links[other][i]) ?? new Map();
    kinds.set(links.kinds[links.kind[i]], (kinds.get(links.kinds[links.kind[i]]) ?? 0) + links.count[i]);
    found.set(links[other][i], kinds);
  }
  const sorted = [...found.entries()].sort((a, b) => sum(b[1]) - sum(a[1]) || a[0] - b[0]);
  return section(title, sorted.length ? h("ul", { class: "plain" }, sorted.slice(0, 40).map(([key, kinds]) => h("li", { class: "small" }, elementLink(app, units[key].key, units[key].kind === "module" ? units[key].module : undefined), " ", app.plan.home[key] !== home ? serviceLink(app, app.plan.home[key]) : null, h("span", { class: "muted" }, ` ${[...kinds.entries()].map(([kind, amount]) => `${amount} ${kind.replace("_", " ")}`).join(", ")}`))),
    sorted.length > 40 ? h("li", { class: "muted" }, `and ${sorted.length - 40} more`) : null) : h("p", { class: "muted" }, "Nothing."));
}

function sum(kinds) {
  let total = 0;
  for (const amount of kinds.values()) total += amount;
  return total;
}
