// Starts the page: reads the study, answers to the address, keys, search and theme.
import { h, replace, say } from "./dom.js";
import { keys } from "./keys.js";
import { readStudy } from "./load.js";
import { breaksOf } from "./healed.js";
import { PAGES, navigation } from "./pages.js";
import { changes, commit, firstPlan, follows, redo, startHistory, undo } from "./plan.js";
import { preparePaper } from "./print.js";
import { recount } from "./recount.js";
import { parse, to } from "./route.js";
import { searchBox } from "./searchbox.js";
import { startTheme } from "./theme.js";
import { count } from "./words.js";

function makeApp(study) {
  const first = firstPlan(study);
  const app = {
    study, first, history: startHistory(first), remember: new Map(),
    get plan() { return app.history.present; },
    edited: () => app.plan !== first && (changes(study, app.plan).length > 0 || app.plan.services.some((service, id) => service.gone || service.kind !== first.services[id]?.kind || service.host !== first.services[id]?.host)),
    touched: () => app.plan !== first,
    services: () => app.plan.services.filter((service) => !service.gone),
    running: () => app.services().filter((service) => service.kind === "service"),
    beside: () => app.services().filter((service) => service.kind !== "service" && app.unitsOf(service.id).length > 0),
    serviceByKey: (key) => app.plan.services.find((service) => service.key === key && !service.gone),
    unitsOf: (id) => study.units.filter((unit) => app.plan.home[unit.id] === id && !follows(app.plan, unit.id)),
    insideOf: (id) => (study.insideOf.get(id) ?? []),
    unitIdOf: (key) => unitIdOf(study, key),
    homeOf: (key) => app.plan.home[unitIdOf(study, key)] ?? -1,
    recounted: (plan = app.plan) => cached(plan, "recounted", () => recount(study, plan)),
    breaks: () => cached(app.plan, "breaks", () => breaksOf(study, app.plan, app.edited(), app.edited() ? app.recounted() : null)),
    go: (hash) => { location.hash = hash; },
    onTheme: (run) => document.addEventListener("themechange", run),
    change: (plan) => { app.history = commit(app.history, plan); say(plan.log.at(-1)); show(app); },
    undo: () => { app.history = undo(app.history); say("Undone"); show(app); },
    redo: () => { app.history = redo(app.history); say("Done again"); show(app); },
    reset: () => { app.history = commit(app.history, { ...first, log: [...app.plan.log, "Went back to the proposal"] }); show(app); },
  };
  return app;
}

function unitIdOf(study, key) {
  for (let part = key; part; ) {
    const id = study.unitByKey.get(part);
    if (id !== undefined) return id;
    const [file, inner] = part.split("::");
    if (inner === undefined) return undefined;
    part = inner.includes(".") ? `${file}::${inner.slice(0, inner.lastIndexOf("."))}` : file;
  }
  return undefined;
}

const CACHE = new WeakMap();

function cached(plan, name, make) {
  const held = CACHE.get(plan) ?? new Map();
  CACHE.set(plan, held);
  if (!held.has(name)) held.set(name, make());
  return held.get(name);
}

function show(app) {
  const address = parse(location.hash);
  const first = app.study.before && !location.hash ? "compare" : address.page;
  const page = PAGES[first] ?? PAGES.verdict;
  const main = document.getElementById("content");
  replace(main, page.draw(app, address));
  navigation(app, first, document.getElementById("pages"));
  banner(app);
  const title = main.querySelector("h1")?.textContent ?? page.title;
  document.title = `${title} · ${app.study.name}`;
}

function banner(app) {
  const bar = document.getElementById("banner");
  const moved = changes(app.study, app.plan).length;
  bar.hidden = !app.touched();
  replace(bar, h("span", {}, moved ? `Your what-if: ${count(moved, "piece")} moved` : "Your what-if"), h("a", { href: to("whatif") }, "What changed"),
    h("button", { type: "button", disabled: !app.history.past.length, on: { click: app.undo } }, "Undo"), h("button", { type: "button", disabled: !app.history.future.length, on: { click: app.redo } }, "Redo"));
}

async function start() {
  const study = await readStudy(document.getElementById("study"));
  const app = makeApp(study);
  startTheme(document.getElementById("theme"));
  searchBox(app, document.getElementById("search"), document.getElementById("search-results"));
  keys(app);
  preparePaper(app, document.getElementById("paper"));
  addEventListener("hashchange", () => {
    show(app);
    scrollTo(0, 0);
    document.getElementById("content").focus({ preventScroll: true });
  });
  show(app);
  document.documentElement.dataset.ready = String(Math.round(performance.now())); // for measurements
}

start();
