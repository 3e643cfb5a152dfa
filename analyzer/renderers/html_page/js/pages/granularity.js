// Page 6: the same codebase cut coarser and finer, the figures along the way, and where the answer is stable.
import { h, s, section } from "../dom.js";
import { meter } from "../parts.js";
import { to } from "../route.js";
import { count, number, percent, plain } from "../words.js";

export function granularityPage(app, { parts }) {
  const list = app.study.alternatives;
  if (!list.length) return [h("h1", {}, "Granularity"), h("p", { class: "muted" }, "Only one granularity was computed.")];
  const addresses = addressesOf(list);
  const chosen = list[addresses.indexOf(parts[0])];
  return [
    h("h1", {}, "Coarser, finer"),
    h("p", { class: "lede" }, "A higher resolution asks for smaller groups. Where the lines stay high over a wide stretch, the number of groups is a property of the code and not of the setting. Groups that would not run alone are counted too; modularity is that of the weighted evidence the cut was made from, not of the links alone."),
    chart(list),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Granularities" }, h("table", {}, h("caption", {}, "Every granularity that was tried"), h("thead", {}, h("tr", {}, ["Cut", "Resolution", "Groups", "Stability", "Modularity"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
      h("tbody", {}, list.map((item, i) => h("tr", { "data-finding": true, class: item.recommended ? "chosen" : null }, h("th", { scope: "row" }, item.unit.length ? h("a", { href: to("granularity", [addresses[i]]) }, plain(item.label)) : plain(item.label), item.recommended ? [" ", h("span", { class: "chip good" }, "recommended")] : null),
        h("td", { class: "num" }, number(item.resolution, 3)), h("td", { class: "num" }, number(item.services)), h("td", { class: "num" }, meter(item.stability)), h("td", { class: "num" }, number(item.modularity, 3))))))),
    chosen ? members(app, chosen) : null,
  ];
}

// The label, and a number after it where several cuts share one.
function addressesOf(list) {
  return list.map((item, i) => { const before = list.slice(0, i).filter((other) => other.label === item.label).length; return before ? `${item.label}-${before + 1}` : item.label; });
}

function chart(list) {
  const [width, height, left, top, right] = [760, 250, 46, 20, 96];
  const x = (i) => left + (list.length === 1 ? (width - left - right) / 2 : (i * (width - left - right - 24)) / (list.length - 1)) + 12;
  const y = (share) => top + (1 - Math.max(0, Math.min(1, share))) * (height - top - 44);
  const line = (name) => list.map((item, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(item[name]).toFixed(1)}`).join(" ");
  const text = `Stability and modularity by number of groups: ${list.map((item) => `${item.services} groups ${percent(item.stability)} and ${number(item.modularity, 2)}`).join("; ")}`;
  return h("figure", { class: "chart scroll", tabindex: "0", role: "region", "aria-label": "Chart of the granularities" }, s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": text },
    [0, 0.5, 1].map((share) => [s("line", { x1: left, x2: width - right, y1: y(share), y2: y(share), class: "rule" }), s("text", { x: left - 8, y: y(share) + 4, class: "tick end" }, number(share, 1))]),
    list.map((item, i) => (item.recommended ? s("rect", { x: x(i) - 15, y: top - 8, width: 30, height: height - top - 32, class: "pick" }) : null)),
    s("path", { d: line("stability"), class: "series stability" }), s("path", { d: line("modularity"), class: "series modularity" }),
    list.map((item, i) => [s("circle", { cx: x(i), cy: y(item.stability), r: 3.5, class: "point stability" }), s("rect", { x: x(i) - 3.2, y: y(item.modularity) - 3.2, width: 6.4, height: 6.4, class: "point modularity" }), s("text", { x: x(i), y: height - 22, class: "tick" }, number(item.services))]),
    s("text", { x: (left + width - right) / 2, y: height - 3, class: "tick" }, "groups in the cut"),
    s("text", { x: width - right + 8, y: y(list.at(-1).stability) + 4, class: "tick start" }, "stability"), s("text", { x: width - right + 8, y: y(list.at(-1).modularity) + 4, class: "tick start" }, "modularity")));
}

function members(app, item) {
  const groups = new Map();
  item.unit.forEach((unit, i) => {
    if (unit < 0) return;
    const label = item.part[i];
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(unit);
  });
  const sorted = [...groups.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return section(`${plain(item.label)}: ${count(item.services, "group")}`, h("div", { class: "grid" }, sorted.map(([label, units]) => h("details", { class: "card" }, h("summary", {}, `${label || "shared"} (${units.length})`), h("p", { class: "small muted" }, `From today's proposal: ${origin(app, units)}`), h("ul", { class: "plain small" }, units.slice(0, 80).map((unit) => h("li", {}, app.study.units[unit].module || app.study.units[unit].name)))))));
}

function origin(app, units) {
  const from = new Map();
  for (const unit of units) {
    const home = app.study.units[unit].service;
    const name = home < 0 ? "shared code" : app.study.services[home].name;
    from.set(name, (from.get(name) ?? 0) + 1);
  }
  return [...from.entries()].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([name, amount]) => `${name} ${amount}`).join(", ");
}
