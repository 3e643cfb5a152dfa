// A table that sorts by its headers and shows long lists in pieces, so that ten thousand rows open at once.
import { button, h, replace, say } from "./dom.js";

const PIECE = 100;

// columns: {title, cell(row) -> node or text, value(row) -> sortable, numeric}; row(row) may return attributes.
export function table(columns, rows, { caption, row = () => ({}), sort = null, descending = false, piece = PIECE } = {}) {
  const state = { sort, descending, shown: piece, rows };
  const body = h("tbody");
  const more = h("div", { class: "bar" });
  const heads = columns.map((column, i) => h("th", { scope: "col", class: column.numeric ? "num" : null },
    column.value ? button(column.title, () => order(i), { title: `Sort by ${column.title}` }) : column.title));
  function order(i) {
    state.descending = state.sort === i ? !state.descending : Boolean(columns[i].numeric);
    state.sort = i;
    say(`Sorted by ${columns[i].title}, ${state.descending ? "descending" : "ascending"}`);
    draw();
  }
  function draw() {
    heads.forEach((head, i) => (state.sort === i ? head.setAttribute("aria-sort", state.descending ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    const sorted = state.sort === null ? state.rows : sortRows(state.rows, columns[state.sort].value, state.descending);
    replace(body, sorted.slice(0, state.shown).map((item) => h("tr", row(item), columns.map((column, i) => h(i ? "td" : "th",
      { class: column.numeric ? "num" : null, scope: i ? null : "row" }, column.cell(item))))));
    const left = sorted.length - state.shown;
    replace(more, left > 0 ? [button(`Show ${Math.min(left, 200)} more`, () => { state.shown += 200; draw(); }), h("span", { class: "muted small" }, `${left.toLocaleString("en-GB")} not shown yet`)] : null);
  }
  draw();
  const element = h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption ?? "Table" },
    h("table", {}, caption ? h("caption", {}, caption) : null, h("thead", {}, h("tr", {}, heads)), body)), more);
  return { element, show(next) { state.rows = next; state.shown = piece; draw(); } };
}

export function sortRows(rows, value, descending) {
  const sign = descending ? -1 : 1;
  return rows.map((row, i) => [value(row), i, row]).sort(([a, i], [b, j]) => {
    if (a === b) return i - j;
    if (a === null || a === undefined) return 1;
    if (b === null || b === undefined) return -1;
    return (a < b ? -1 : 1) * sign;
  }).map(([, , row]) => row);
}
