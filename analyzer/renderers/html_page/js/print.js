// Paper: before printing, every page of the review pack is drawn one after the other.
import { h, replace } from "./dom.js";
import { PAGES } from "./pages.js";

const PACK = ["compare", "verdict", "map", "services", "breaks", "matrix", "granularity", "roadmap", "evidence"];

export function preparePaper(app, holder) {
  const fill = () => {
    const nothing = { parts: [], query: {} };
    const main = PACK.filter((key) => !PAGES[key].when || PAGES[key].when(app)).map((key) => sheet(PAGES[key].draw(app, nothing)));
    const services = app.services().map((service) => sheet(PAGES.service.draw(app, { parts: [service.key], query: {} })));
    const data = sheet(PAGES.breaks.draw(app, { parts: ["data"], query: {} }));
    replace(holder, h("p", { class: "pack-title" }, `${app.study.name}: review pack`), main, data, services);
  };
  addEventListener("beforeprint", fill);
  addEventListener("afterprint", () => replace(holder));
}

function sheet(content) {
  return h("article", { class: "sheet" }, content);
}
