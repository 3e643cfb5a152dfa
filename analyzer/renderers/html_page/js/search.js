// Finds services, modules, classes, tables, breaks and steps by what people type.
import { to } from "./route.js";
import { breakName, shortKey } from "./words.js";

const TYPE_OF = { module: "Module", table: "Table", function: "Function" };

export function buildIndex(study, plan) {
  const index = [];
  const add = (type, title, where, href) => index.push({ type, title, where, href, text: `${title} ${where}`.toLowerCase() });
  for (const service of plan.services) if (!service.gone) add("Service", service.name, study.services[service.id]?.description ?? "", to("service", [service.key]));
  for (const unit of study.units) add(TYPE_OF[unit.kind] ?? "Class", unit.name, unit.kind === "table" ? "" : unit.key, to("element", [unit.key]));
  for (const item of study.inner) if (item.kind !== "variable") add(item.kind === "class" ? "Class" : "Function", item.name, study.units[item.unit].file, to("element", [study.units[item.unit].key], { at: item.name }));
  for (const item of study.breaks) add("Break", `${breakName(item.kind)}: ${shortKey(item.source)} → ${shortKey(item.target)}`, item.remedy.title, to("break", [item.key]));
  for (const wave of study.roadmap.waves) for (const step of wave.steps) add("Step", step.title, `Wave ${wave.number}`, to("step", [step.key]));
  return index;
}

// All words must occur; whole titles and beginnings first, shorter titles before longer ones.
export function find(index, query, limit = 40) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const hits = [];
  for (const item of index) {
    if (!words.every((word) => item.text.includes(word))) continue;
    hits.push([rank(item, words[0]), item.title.length, hits.length, item]);
  }
  hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return hits.slice(0, limit).map((hit) => hit[3]);
}

const TYPES = ["Service", "Table", "Module", "Class", "Step", "Function", "Break"];

function rank(item, word) {
  const title = item.title.toLowerCase();
  const where = title === word ? 0 : title.startsWith(word) ? 1 : new RegExp(`[._/ ]${word.replaceAll(/[^a-z0-9]/g, ".")}`).test(title) ? 2 : title.includes(word) ? 3 : 4;
  return where * 10 + TYPES.indexOf(item.type);
}
