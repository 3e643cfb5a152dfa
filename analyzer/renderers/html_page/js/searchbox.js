// The search field: a combobox that opens with "/" and lists hits of every kind.
import { h, replace } from "./dom.js";
import { buildIndex, find } from "./search.js";
import { number } from "./words.js";

export function searchBox(app, input, list) {
  const state = { index: null, plan: null, hits: [], at: 0 };
  const index = () => {
    if (state.plan !== app.plan) { state.index = buildIndex(app.study, app.plan); state.plan = app.plan; }
    return state.index;
  };
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const draw = () => {
    const open = input.value.trim() !== "";
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    replace(list, state.hits.length ? state.hits.map((hit, i) => h("a", { class: "hit", role: "option", id: `hit-${i}`, href: hit.href, tabindex: "-1", "aria-selected": String(i === state.at) },
      h("span", { class: "what" }, hit.type), h("span", {}, hit.title, h("span", { class: "where" }, hit.where ? ` ${hit.where}` : "")))) : h("div", { class: "hit", role: "option", "aria-selected": "false" }, h("span", {}), `Nothing among ${number(index().length)} names`));
    if (state.hits.length) input.setAttribute("aria-activedescendant", `hit-${state.at}`);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  };
  const go = (hit) => { if (!hit) return; close(); input.value = ""; input.blur(); app.go(hit.href); };
  input.addEventListener("focus", () => setTimeout(index));
  input.addEventListener("input", () => { state.hits = find(index(), input.value); state.at = 0; draw(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      state.at = Math.max(0, Math.min(state.hits.length - 1, state.at + (event.key === "ArrowDown" ? 1 : -1)));
      draw();
    } else if (event.key === "Enter") go(state.hits[state.at]);
    else if (event.key === "Escape") { input.value = ""; close(); input.blur(); }
  });
  list.addEventListener("click", () => { close(); input.value = ""; });
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".search")) close(); });
}
