// Page 6: the same codebase cut coarser and finer, the figures along the way, and where the answer is stable.
import { h, s, section } from "../dom.js";
import { meter } from "../parts.js";
import { to } from "../route.js";
import { count, number, percent } from "../words.js";

export function granularityPage(app, { parts }) {
  const list = app.study.alternatives;
  if (!list.length) return [h("h1", {}, "Granularity"), h("p", { class: "muted" }, "Only one granularity was computed.")];
  const chosen = list.find((item) => item.label === parts[0]);
  return [
    h("h1", {}, "Coarser, finer"),
    h("p", { class: "lede" }, "A higher resolution asks for smaller services. Where the lines stay high over a wide stretch, the number of services is a property of the code and not of the setting."),
    chart(list),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Granularities" }, h("table", {}, h("caption", {}, "Every granularity that was tried"), h("thead", {}, h("tr", {}, ["Cut", "Resolution", "Services", "Stability", "Modularity"].map((title, i) => h("th", { scope: "col", class: i ? "num" : null }, title)))),
      h("tbody", {}, list.map((item) => h("tr", { "data-finding": true, class: item.recommended ? "chosen" : null }, h("th", { scope: "row" }, item.unit.length ? h("a", { href: to("granularity", [item.label]) }, item.label) : item.label, item.recommended ? h("span", { class: "chip good" }, "recommended") : null),
        h("td", { class: "num" }, number(item.resolution, 3)), h("td", { class: "num" }, number(item.services)), h("td", { class: "num" }, meter(item.stability)), h("td", { class: "num" }, number(item.modularity, 3))))))),
    chosen ? members(app, chosen) : null,
  ];
}

function chart(list) {
  const [width, height, left, top] = [720, 240, 46, 16];
  const x = (i) => left + (list.length === 1 ? (width - left) / 2 : (i * (width - left - 30)) / (list.length - 1)) + 8;
  const y = (share) => top + (1 - Math.max(0, Math.min(1, share))) * (height - top - 44);
  const line = (name) => list.map((item, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(item[name]).toFixed(1)}`).join(" ");
  const text = `Stability and modularity by number of services: ${list.map((item) => `${item.services} services ${percent(item.stability)} and ${number(item.modularity, 2)}`).join("; ")}`;
  return h("figure", { class: "chart scroll", tabindex: "0", role: "region", "aria-label": "Chart of the granularities" }, s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": text },
    [0, 0.5, 1].map((share) => [s("line", { x1: left, x2: width, y1: y(share), y2: y(share), class: "rule" }), s("text", { x: left - 8, y: y(share) + 4, class: "tick end" }, number(share, 1))]),
    list.map((item, i) => (item.recommended ? s("rect", { x: x(i) - 15, y: top - 8, width: 30, height: height - top - 22, class: "pick" }) : null)),
    s("path", { d: line("stability"), class: "series stability" }), s("path", { d: line("modularity"), class: "series modularity" }),
    list.map((item, i) => [s("circle", { cx: x(i), cy: y(item.stability), r: 3.5, class: "point stability" }), s("rect", { x: x(i) - 3.2, y: y(item.modularity) - 3.2, width: 6.4, height: 6.4, class: "point modularity" }), s("text", { x: x(i), y: height - 22, class: "tick" }, number(item.services))]),
    s("text", { x: left + 8, y: height - 4, class: "tick start" }, "services"),
    s("text", { x: width - 4, y: y(list.at(-1).stability) - 9, class: "tick end" }, "stability"), s("text", { x: width - 4, y: y(list.at(-1).modularity) - 9, class: "tick end" }, "modularity")));
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
  return section(`${item.label}: ${count(item.services, "service")}`, h("div", { class: "grid" }, sorted.map(([label, units]) => h("details", { class: "card" }, h("summary", {}, `${label || "shared"} (${units.length})`), h("p", { class: "small muted" }, `From today's proposal: ${origin(app, units)}`), h("ul", { class: "plain small" }, units.slice(0, 80).map((unit) => h("li", {}, app.study.units[unit].module || app.study.units[unit].name)))))));
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
