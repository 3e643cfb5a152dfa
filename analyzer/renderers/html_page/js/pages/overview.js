// Every module at once: circles packed inside their service, drawn on a canvas because there can be thousands.
import { h } from "../dom.js";
import { elementLink, serviceLink } from "../parts.js";
import { modulesOf } from "../rollup.js";
import { to } from "../route.js";
import { count } from "../words.js";

export function overviewPage(app) {
  const canvas = h("canvas", { class: "packed", role: "img", "aria-label": "All modules packed inside their services; the list below says the same" });
  const tip = h("p", { class: "small muted", role: "status" }, "Point at a circle to name it; choose it to open its page.");
  const homes = [...app.running(), ...app.beside()].map((service) => service.id).concat(-1);
  const root = pack(app, homes);
  const nodes = root.descendants();
  const draw = () => paint(app, canvas, nodes);
  new ResizeObserver(draw).observe(canvas);
  app.onTheme(draw);
  canvas.addEventListener("pointermove", (event) => { const leaf = under(canvas, nodes, event); tip.textContent = leaf ? `${leaf.data.unit.module}, ${count(leaf.data.unit.lines, "line")}, in ${leaf.data.home < 0 ? "shared code" : app.plan.services[leaf.data.home].name}` : "Point at a circle to name it; choose it to open its page."; });
  canvas.addEventListener("click", (event) => { const leaf = under(canvas, nodes, event); if (leaf) app.go(to("element", [leaf.data.unit.key])); });
  return [
    h("p", { class: "crumbs" }, h("a", { href: to("map") }, "Service map"), " › every module"),
    h("h1", {}, "Every module at once"),
    h("p", { class: "lede" }, "Each small circle is a module, its area the lines of code; faint ones could as well be elsewhere. The circle around them is their service."),
    canvas, tip,
    h("ul", { class: "plain columns" }, homes.map((home) => h("li", {}, serviceLink(app, home), h("span", { class: "muted" }, `, ${count(modulesOf(modulesIn(app, home)), "module")}`)))),
  ];
}

function modulesIn(app, home) {
  return app.study.units.filter((unit) => unit.kind === "module" && app.plan.home[unit.id] === home);
}

function pack(app, homes) {
  const children = homes.map((home) => ({ home, children: modulesIn(app, home).map((unit) => ({ unit, home, value: Math.max(20, unit.lines) })) })).filter((item) => item.children.length);
  return d3.pack().size([1000, 640]).padding((node) => (node.depth ? 1.2 : 8))(d3.hierarchy({ children }).sum((item) => item.value ?? 0).sort((a, b) => b.value - a.value));
}

function paint(app, canvas, nodes) {
  const width = canvas.clientWidth;
  const scale = window.devicePixelRatio || 1;
  if (!width) return;
  canvas.width = width * scale;
  canvas.height = width * 0.64 * scale;
  const pen = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  pen.scale((width / 1000) * scale, (width / 1000) * scale);
  for (const node of nodes) {
    if (node.depth === 0) continue;
    pen.beginPath();
    pen.arc(node.x, node.y, Math.max(0.6, node.r), 0, 2 * Math.PI);
    const color = node.data.home < 0 ? "--code" : `--s${node.data.home % 12}`;
    pen.fillStyle = style.getPropertyValue(color);
    pen.globalAlpha = node.depth === 1 ? 0.12 : 0.25 + 0.65 * (node.data.unit.stability ?? 1);
    pen.fill();
  }
  names(app, pen, nodes.filter((node) => node.depth === 1), style);
}

// The names of circles that are wide enough for them; the list below has the others.
function names(app, pen, circles, style) {
  pen.globalAlpha = 1;
  pen.font = `600 15px ${style.getPropertyValue("--sans")}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = style.getPropertyValue("--surface");
  pen.fillStyle = style.getPropertyValue("--ink");
  for (const { x, y, r, data } of circles) {
    const name = data.home < 0 ? "Owned by nobody" : app.plan.services[data.home].name;
    if (pen.measureText(name).width > 2 * r + 14) continue;
    pen.strokeText(name, x, y);
    pen.fillText(name, x, y);
  }
}

function under(canvas, nodes, event) {
  const box = canvas.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * 1000;
  const y = ((event.clientY - box.top) / box.width) * 1000;
  return nodes.find((node) => node.depth === 2 && Math.hypot(node.x - x, node.y - y) <= node.r);
}
