// The list of pages and the navigation to them.
import { h, replace } from "./dom.js";
import { breakPage, breaksPage } from "./pages/breaks.js";
import { comparePage } from "./pages/compare.js";
import { elementPage } from "./pages/element.js";
import { evidencePage } from "./pages/evidence.js";
import { granularityPage } from "./pages/granularity.js";
import { betweenPage, mapPage } from "./pages/map.js";
import { matrixPage } from "./pages/matrix.js";
import { overviewPage } from "./pages/overview.js";
import { roadmapPage, stepPage } from "./pages/roadmap.js";
import { servicePage, servicesPage } from "./pages/services.js";
import { verdictPage } from "./pages/verdict.js";
import { whatifPage } from "./pages/whatif.js";
import { colorOf } from "./parts.js";
import { to } from "./route.js";
import { number } from "./words.js";

export const PAGES = {
  compare: { title: "What changed", draw: comparePage, when: (app) => app.study.before },
  verdict: { title: "Verdict", draw: verdictPage },
  map: { title: "Service map", draw: mapPage },
  services: { title: "Services", draw: servicesPage, count: (app) => app.running().length },
  breaks: { title: "Breaks", draw: breaksPage, count: (app) => app.breaks().length },
  matrix: { title: "Matrix", draw: matrixPage },
  granularity: { title: "Granularity", draw: granularityPage },
  roadmap: { title: "Roadmap", draw: roadmapPage },
  whatif: { title: "What if", draw: whatifPage },
  evidence: { title: "Evidence", draw: evidencePage },
  service: { parent: "services", draw: servicePage },
  break: { parent: "breaks", draw: breakPage },
  between: { parent: "map", draw: betweenPage },
  everything: { parent: "map", draw: overviewPage },
  step: { parent: "roadmap", draw: stepPage },
  element: { parent: "services", draw: elementPage },
};

export function navigation(app, current, holder) {
  const here = PAGES[current]?.parent ?? (PAGES[current] ? current : "verdict");
  const listed = Object.entries(PAGES).filter(([, page]) => page.title && (!page.when || page.when(app)));
  replace(holder, h("ul", {}, listed.map(([key, page]) => h("li", {},
    h("a", { href: to(key), "aria-current": key === here ? "page" : null }, page.title, page.count ? h("span", { class: "count" }, number(page.count(app))) : null),
    key === "services" && here === "services" ? serviceLinks(app) : null))));
}

function serviceLinks(app) {
  return h("ul", { class: "sub" }, app.running().slice(0, 40).map((service) => h("li", {}, h("a", { href: to("service", [service.key]) }, h("span", {}, h("span", { class: "dot", style: { background: colorOf(service.id) } }), " ", service.name)))));
}
