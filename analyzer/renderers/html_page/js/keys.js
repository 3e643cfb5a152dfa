// Keys: "/" searches, j and k walk through the findings of a page, Enter opens, digits choose a page, "?" explains.
import { h } from "./dom.js";
import { PAGES } from "./pages.js";
import { to } from "./route.js";

const HELP = [["/", "search"], ["j, k", "next or previous finding"], ["Enter", "open the finding"], ["1 to 9", "pages, in the order of the list"], ["u, r", "undo, redo a what-if"], ["?", "this list"]];

export function keys(app) {
  const dialog = helpDialog();
  document.body.append(dialog);
  document.getElementById("help").addEventListener("click", () => dialog.showModal());
  menu(document.getElementById("menu"), document.getElementById("pages"));
  document.querySelector("[data-skip]").addEventListener("click", (event) => { event.preventDefault(); document.getElementById("content").focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const run = action(app, event.key, dialog);
    if (run) { event.preventDefault(); run(); }
  });
}

function action(app, key, dialog) {
  if (key === "/") return () => document.getElementById("search").focus();
  if (key === "?") return () => dialog.showModal();
  if (key === "j" || key === "k") return () => step(key === "j" ? 1 : -1);
  if (key === "Enter" && document.activeElement?.classList.contains("cursor")) return () => document.activeElement.querySelector("a")?.click();
  if (key === "u" && app.history.past.length) return app.undo;
  if (key === "r" && app.history.future.length) return app.redo;
  const pages = Object.entries(PAGES).filter(([, page]) => page.title && (!page.when || page.when(app)));
  const page = /^[1-9]$/.test(key) ? pages[Number(key) - 1] : null;
  return page ? () => app.go(to(page[0])) : null;
}

function step(by) {
  const findings = [...document.querySelectorAll("#content [data-finding]")].filter((item) => item.offsetParent !== null);
  if (!findings.length) return;
  const at = findings.findIndex((item) => item.classList.contains("cursor"));
  const next = findings[at < 0 ? (by > 0 ? 0 : findings.length - 1) : Math.max(0, Math.min(findings.length - 1, at + by))];
  for (const item of findings) item.classList.toggle("cursor", item === next);
  next.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function helpDialog() {
  const dialog = h("dialog", { "aria-labelledby": "help-title" }, h("h2", { id: "help-title", class: "tight" }, "Keys"), h("dl", {}, HELP.map(([key, text]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, text)])),
    h("form", { method: "dialog" }, h("button", { class: "primary" }, "Close")));
  return dialog;
}

function menu(button, pages) {
  const set = (open) => { pages.classList.toggle("open", open); button.setAttribute("aria-expanded", String(open)); };
  button.addEventListener("click", () => set(!pages.classList.contains("open")));
  pages.addEventListener("click", (event) => { if (event.target.closest("a")) set(false); });
}
