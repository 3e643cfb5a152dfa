// Page 8: move, split, merge, rename and pin, by mouse, keyboard or menu; figures, breaks and map follow at once.
import { button, chip, h, replace, say, section, select } from "../dom.js";
import { readBoundaries, writeBoundaries } from "../boundaries.js";
import { drawnAway } from "../drawn.js";
import { colorOf, elementLink, kindChip, serviceLink } from "../parts.js";
import { changes, firstPlan, follows, merge, move, pin, rename, split, stand } from "../plan.js";
import { edgesBetween, packagesOf } from "../rollup.js";
import { to } from "../route.js";
import { count, KIND_WORDS, kindCounts, number } from "../words.js";
import { differenceTable } from "./difference.js";
import { serviceMap } from "./map.js";

const SHARED = -1;
const FEW = 6; // groups beside the services that are shown at once

export function whatifPage(app, { parts, query }) {
  const start = query.unit ? app.unitIdOf(query.unit) : undefined;
  const open = parts[0] ?? (start === undefined ? null : app.plan.services[app.plan.home[start]]?.key);
  const selected = app.remember.get("selected") ?? new Set();
  app.remember.set("selected", selected);
  if (start !== undefined && !app.remember.get(`asked ${query.unit}`)) { selected.clear(); selected.add(start); app.remember.set(`asked ${query.unit}`, true); }
  const opened = app.remember.get("opened") ?? new Set();
  app.remember.set("opened", opened);
  if (open) opened.add(open);
  const status = h("p", { class: "small muted", role: "status" });
  const refresh = () => { status.textContent = selected.size ? `${count(selected.size, "piece")} chosen` : "Nothing chosen yet"; };
  refresh();
  return [
    h("h1", {}, "What if"),
    h("p", { class: "lede" }, "Choose modules, whole packages, or the classes and functions of a module, then move them: drag them onto a service, or use the menu. Nothing is saved until you export the boundary file; the command line reads it and gives the same cut."),
    toolbar(app),
    h("div", { class: "workbench" },
      h("div", {}, h("div", { class: "card chooser" }, status, actions(app, selected, refresh)), shelves(app, selected, refresh, opened)),
      h("div", { class: "outcome" }, differenceTable(app), moved(app), followers(app), log(app))),
    section("The map as it is now", serviceMap(app, { small: true })),
  ];
}

function toolbar(app) {
  const file = h("input", { type: "file", accept: ".toml,text/plain", class: "sr", id: "boundary-file", "aria-label": "Boundary file to read", on: { change: () => importFile(app, file) } });
  return h("div", { class: "bar", role: "group", "aria-label": "Your what-if" },
    button("Undo", app.undo, { disabled: !app.history.past.length }), button("Redo", app.redo, { disabled: !app.history.future.length }),
    button("Back to the proposal", app.reset, { disabled: !app.touched() }),
    h("span", { class: "push" }), button("Export boundaries.toml", () => exportFile(app), { class: "primary" }), h("label", { class: "button", for: "boundary-file" }, "Import boundaries.toml"), file);
}

function exportFile(app) {
  const link = h("a", { href: URL.createObjectURL(new Blob([writeBoundaries(app.study, app.plan)], { type: "text/plain" })), download: "boundaries.toml" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say("boundaries.toml was handed to the browser's downloads");
}

async function importFile(app, input) {
  const [file] = input.files;
  if (!file) return;
  const { plan, warnings } = readBoundaries(app.study, app.plan, await file.text());
  if (plan) app.change({ ...plan, log: [...app.plan.log, `Read ${file.name}`] });
  app.remember.set("warnings", warnings);
  const holder = document.querySelector(".chooser");
  if (warnings.length && holder) holder.append(h("ul", { class: "note" }, warnings.slice(0, 12).map((text) => h("li", {}, text))));
  say(warnings.length ? warnings[0] : `${file.name} was read`);
}

function actions(app, selected, refresh) {
  const homes = [...[...app.running(), ...beside(app)].map((service) => [service.id, service.kind === "service" ? service.name : `${service.name} (${KIND_WORDS[service.kind][0]})`]), [SHARED, "shared code"]];
  const target = select("Move to", homes, homes[0][0], () => {});
  const name = h("input", { type: "text", "aria-label": "Name of the new service", placeholder: "Name of a new service", size: 18 });
  const ready = () => { if (!selected.size) say("Choose something first"); return selected.size > 0; };
  const units = () => [...selected];
  return [
    h("div", { class: "bar" }, target, button("Move", () => ready() && done(app, selected, move(app.plan, units(), Number(target.value))), { class: "primary" })),
    h("div", { class: "bar" }, name, button("Split off", () => ready() && name.value.trim() && done(app, selected, split(app.plan, Math.max(0, app.plan.home[units()[0]]), units(), name.value.trim())))),
    h("div", { class: "bar" }, button("Pin", () => ready() && done(app, selected, pin(app.plan, units(), true))), button("Unpin", () => ready() && done(app, selected, pin(app.plan, units(), false))),
      button("Choose nothing", () => { selected.clear(); refresh(); for (const box of document.querySelectorAll(".shelf input")) box.checked = false; })),
  ];
}

function done(app, selected, plan) {
  selected.clear();
  if (plan === app.plan) { say("Only whole modules can be shared"); return; }
  app.change(plan);
}

// Groups that would not run alone, empty ones included only where somebody emptied them here.
function beside(app) {
  const first = firstPlan(app.study).home;
  return app.services().filter((service) => service.kind !== "service" && (app.unitsOf(service.id).length > 0 || first.includes(service.id)));
}

function shelves(app, selected, refresh, opened) {
  const draw = (list) => list.map((home) => shelf(app, home, selected, refresh, opened));
  const others = beside(app);
  return [
    draw(app.running()), beyond(app, others, draw, opened),
    h("h3", {}, "Owned by nobody"), draw([{ id: SHARED, key: "", name: "Shared, platform and unplaced code" }]),
  ];
}

// Beside the services; where they are many, behind one line until somebody looks for one of them.
function beyond(app, others, draw, opened) {
  const title = "Not proposed to run alone";
  if (others.length <= FEW) return [others.length ? h("h3", {}, title) : null, draw(others)];
  const open = app.remember.get("beyond") ?? others.some((service) => opened.has(service.key));
  const box = h("details", { open, on: { toggle: () => app.remember.set("beyond", box.open) } }, h("summary", {}, h("strong", {}, title), h("span", { class: "muted small" }, ` ${kindCounts(others)}`)), draw(others));
  return box;
}

function shelf(app, home, selected, refresh, opened) {
  const units = app.unitsOf(home.id);
  const body = h("div", { class: "shelf-body" });
  let filled = false;
  const fill = () => { if (!filled) { filled = true; replace(body, tools(app, home), packagesOf(units, 40).map((pack) => packageRow(app, pack, selected, refresh))); } };
  const box = h("details", { class: "shelf card", "data-home": home.id, open: opened.has(home.key), on: { toggle: () => { if (box.open) { opened.add(home.key); fill(); } else opened.delete(home.key); } } },
    h("summary", {}, h("span", { class: "dot", style: { background: colorOf(home.id) } }), " ", h("strong", {}, home.name), " ", home.id === SHARED ? null : [kindChip(home), " "], h("span", { class: "muted small" }, count(units.length, "piece"))), body);
  if (box.open) fill();
  if (units.length === 0) replace(body, tools(app, home), h("p", { class: "muted small" }, "Empty: drop something here."));
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const dropped = event.dataTransfer.getData("text/plain").split(" ").map(Number).filter((id) => Number.isInteger(id) && id >= 0 && id < app.study.units.length);
    if (dropped.length) done(app, selected, move(app.plan, dropped, home.id));
  });
  return box;
}

function tools(app, home) {
  if (home.id === SHARED) return null;
  const name = h("input", { type: "text", "aria-label": `New name of ${home.name}`, value: home.name, size: 16 });
  const others = app.services().filter((service) => service.id !== home.id).map((service) => [service.id, service.name]);
  const into = select(`Merge ${home.name} into`, others, others[0]?.[0], () => {});
  return h("div", { class: "bar" }, name, button("Rename", () => name.value.trim() && name.value !== home.name && app.change(rename(app.plan, home.id, name.value.trim()))),
    others.length ? [into, button("Merge into", () => app.change(merge(app.plan, home.id, Number(into.value))))] : null,
    home.kind === "service" ? shipping(app, home) : home.kind === "part" ? button("Let it run alone", () => app.change(stand(app.plan, home.id, "service"))) : null);
}

// A service that shall not run alone ships with one of those that do, the one it has most links with first, or stays behind.
function shipping(app, home) {
  const edges = edgesBetween(app.study.links, app.plan.home).filter((edge) => edge.from === home.id || edge.to === home.id);
  const weight = (id) => edges.filter((edge) => edge.from === id || edge.to === id).reduce((total, edge) => total + edge.weight, 0);
  const hosts = app.running().filter((service) => service.id !== home.id).sort((a, b) => weight(b.id) - weight(a.id) || a.id - b.id);
  const choices = [...hosts.map((service) => [service.id, `with ${service.name}`]), [SHARED, "with what stays behind"]];
  const host = select(`Ship ${home.name}`, choices, choices[0][0], () => {});
  return [host, button("Ship it", () => app.change(stand(app.plan, home.id, "part", Number(host.value))), { title: "Make it a part, which does not run alone" })];
}

function packageRow(app, pack, selected, refresh) {
  if (pack.members.length === 1) return unitRow(app, pack.members[0], selected, refresh);
  const ids = pack.members.map((unit) => unit.id);
  const list = h("div", { class: "inner-rows" });
  const box = h("input", { type: "checkbox", "aria-label": `Choose all of ${pack.label}`, checked: ids.every((id) => selected.has(id)), on: { change: () => {
    for (const id of ids) if (box.checked) selected.add(id); else selected.delete(id);
    for (const inner of list.querySelectorAll("input")) inner.checked = box.checked;
    refresh();
  } } });
  const holder = h("details", { on: { toggle: () => holder.open && !list.firstChild && replace(list, pack.members.map((unit) => unitRow(app, unit, selected, refresh))) } }, h("summary", {}, h("span", { class: "mono" }, pack.label), h("span", { class: "muted small" }, ` ${number(pack.members.length)}`)), list);
  return h("div", { class: "piece", draggable: "true", on: { dragstart: (event) => event.dataTransfer.setData("text/plain", ids.join(" ")) } }, box, holder);
}

function unitRow(app, unit, selected, refresh) {
  const box = h("input", { type: "checkbox", "aria-label": `Choose ${unit.name}`, checked: selected.has(unit.id), on: { change: () => { if (box.checked) selected.add(unit.id); else selected.delete(unit.id); refresh(); } } });
  const start = (event) => { event.stopPropagation(); const ids = selected.has(unit.id) ? [...selected] : [unit.id]; event.dataTransfer.setData("text/plain", ids.join(" ")); };
  return h("div", { class: "piece", draggable: "true", on: { dragstart: start } }, box, h("div", {}, elementLink(app, unit.key, unit.name), " ", splittable(app, unit, selected, refresh), unit.kind === "module" ? null : chip(unit.kind), app.plan.pinned.has(unit.id) ? chip("pinned", "accent") : null,
    unit.nearest >= 0 && unit.nearest !== app.plan.home[unit.id] && unit.pull > 0.6 ? h("span", { class: "small muted" }, " pulled to ", serviceLink(app, unit.nearest)) : null));
}

// The classes and functions of a module that are still with it, each of which can be split off.
function splittable(app, unit, selected, refresh) {
  const ids = app.insideOf(unit.id).filter((id) => follows(app.plan, id));
  if (ids.length < 2 && !ids.some((id) => app.study.units[id].kind === "class")) return null;
  const list = h("div", { class: "inner-rows" });
  const holder = h("details", { class: "split", on: { toggle: () => holder.open && !list.firstChild && replace(list, ids.map((id) => unitRow(app, app.study.units[id], selected, refresh))) } }, h("summary", { class: "small" }, `${count(ids.length, "definition")} that can be split off`), list);
  return holder;
}

function moved(app) {
  const list = changes(app.study, app.plan);
  if (!list.length) return null;
  return section("What you moved", h("ul", { class: "plain small" }, list.slice(0, 60).map(({ unit, before, after }) => h("li", {}, elementLink(app, app.study.units[unit].key, app.study.units[unit].name), ": ", serviceLink(app, before), " → ", serviceLink(app, after)))), list.length > 60 ? h("p", { class: "muted" }, `and ${list.length - 60} more`) : null);
}

function followers(app) {
  if (!app.edited() || app.study.elements.left_out) return null;
  const list = drawnAway(app.study, app.plan);
  if (!list.length) return null;
  return section("What could go along", h("p", { class: "small muted" }, "Since your changes these modules have more links with another service than with their own."),
    h("ul", { class: "plain small" }, list.slice(0, 8).map(({ unit, to: target, there, here }) => h("li", {}, elementLink(app, app.study.units[unit].key, app.study.units[unit].name), " → ", serviceLink(app, target), h("span", { class: "muted" }, ` ${there} links there, ${here} at home `),
      button("Move too", () => app.change(move(app.plan, [unit], target)), { "aria-label": `Move ${app.study.units[unit].name} too` })))), list.length > 8 ? h("p", { class: "small muted" }, `and ${list.length - 8} more`) : null);
}

function log(app) {
  return app.plan.log.length ? h("details", {}, h("summary", {}, `Steps (${app.plan.log.length})`), h("ol", { class: "small" }, app.plan.log.map((text) => h("li", {}, text)))) : h("p", { class: "small" }, h("a", { href: to("services") }, "See the members of each service"));
}
