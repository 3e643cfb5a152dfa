// Paper: before printing, every page of the review pack is drawn one after the other.
import { h, replace } from "./dom.js";
import { PAGES } from "./pages.js";

const PACK = ["compare", "verdict", "map", "services", "breaks", "matrix", "granularity", "roadmap", "evidence"];

const ROWS = 30;
const ITEMS = 12;

export function preparePaper(app, holder) {
  const fill = () => {
    const nothing = { parts: [], query: {} };
    const main = PACK.filter((key) => !PAGES[key].when || PAGES[key].when(app)).map((key) => sheet(PAGES[key].draw(app, nothing)));
    const services = app.running().map((service) => sheet(PAGES.service.draw(app, { parts: [service.key], query: {} })));
    const data = sheet(PAGES.breaks.draw(app, { parts: ["data"], query: {} }));
    replace(holder, h("p", { class: "pack-title" }, `${app.study.name}: review pack`), main, data, services);
  };
  addEventListener("beforeprint", fill);
  addEventListener("afterprint", () => replace(holder));
}

// A sheet shows the head of long lists and says where the rest is: a pack of hundreds of pages is not read.
function sheet(content) {
  const article = h("article", { class: "sheet" }, content);
  for (const rows of article.querySelectorAll("tbody")) shorten(rows, ROWS, (left) => h("tr", {}, h("td", { colspan: rows.rows[0].cells.length, class: "muted" }, left)));
  for (const list of article.querySelectorAll("ul.findings")) shorten(list, ITEMS, (left) => h("li", { class: "muted" }, left));
  return article;
}

function shorten(list, most, say) {
  const left = list.children.length - most;
  if (left < 3 || list.closest(".matrix")) return;
  while (list.children.length > most) list.lastElementChild.remove();
  list.append(say(`and at least ${left} more, on screen and in the CSV files`));
}
