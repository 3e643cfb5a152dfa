// Reads the study out of the page: inert JSON, deflated when it is large, column by column.
import { groupOf } from "./words.js";

const KINDS = ["module", "class", "function", "variable", "table"];

export async function readStudy(holder) {
  if (holder.dataset.encoding === "json") return unpack(JSON.parse(holder.textContent));
  const bytes = decodeBase64(holder.textContent);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return unpack(await new Response(stream).json());
}

function decodeBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

export function unpack(raw) {
  const study = { ...raw };
  study.units = unpackUnits(raw);
  study.unitByKey = new Map(study.units.map((unit) => [unit.key, unit.id]));
  study.insideOf = groupInside(study.units);
  study.inner = unpackElements(raw);
  study.nameOf = (node) => (node < study.units.length ? study.units[node].key : `${study.units[study.inner[node - study.units.length].unit].key.split("::")[0]}::${study.inner[node - study.units.length].name}`);
  study.links = unpackLinks(raw.links, study);
  study.breaks = unpackBreaks(raw);
  study.breaksLeftOut = raw.breaks.left_out;
  study.breakByKey = new Map(study.breaks.map((item) => [item.key, item]));
  study.excerpts = new Map(raw.excerpts.text.map((text, i) =>
    [`${raw.texts[raw.excerpts.file[i]]}:${raw.excerpts.line[i]}`, { first: raw.excerpts.first[i], text }]));
  study.alternatives = raw.alternatives.map((item) => ({ ...item, part: item.part.map((code) => raw.texts[code]) }));
  let seams = null; // unpacked when a page first asks: the others need not wait for it
  Object.defineProperty(study, "seams", { get: () => (seams ??= raw.seams ? unpackSeams(raw.seams, study) : null) });
  study.serviceByKey = new Map(raw.services.map((service, i) => [service.key, i]));
  return study;
}

function unpackUnits({ units, texts }) {
  return units.key.map((code, id) => ({
    id, key: texts[code], kind: KINDS[units.kind[id]], name: texts[units.name[id]], module: texts[units.module[id]],
    file: texts[units.file[id]], line: units.line[id], lines: units.lines[id], modules: units.modules[id], inside: units.inside[id], service: units.service[id],
    verdict: texts[units.verdict[id]], stability: units.stability[id], reason: texts[units.reason[id]],
    nearest: units.nearest[id], pull: units.pull[id], pinned: units.pinned[id] === 1,
  }));
}

// Module to the classes and functions of it that are units of their own.
function groupInside(units) {
  const found = new Map();
  for (const unit of units) if (unit.inside >= 0) found.set(unit.inside, [...(found.get(unit.inside) ?? []), unit.id]);
  return found;
}

export function sums(differences) {
  const out = new Int32Array(differences.length);
  let total = 0;
  for (let i = 0; i < differences.length; i++) out[i] = total += differences[i];
  return out;
}

// `within` marks links that stay inside one module.
function unpackLinks(links, { units }) {
  const source = sums(links.source);
  const target = Int32Array.from(links.target);
  const root = units.map((unit) => (unit.inside >= 0 ? unit.inside : unit.id));
  return {
    kinds: links.kinds, groups: links.kinds.map(groupOf), source, target,
    within: Uint8Array.from(source, (id, i) => (root[id] === root[target[i]] ? 1 : 0)),
    kind: Uint8Array.from(links.kind), count: Int32Array.from(links.count),
  };
}

function unpackBreaks({ breaks, texts }) {
  return breaks.key.map((code, id) => ({
    id, key: texts[code], kind: texts[breaks.kind[id]], source: texts[breaks.source[id]], target: texts[breaks.target[id]],
    sourceUnit: breaks.source_unit[id], targetUnit: breaks.target_unit[id], sourceService: breaks.source_service[id],
    targetService: breaks.target_service[id], remedy: breaks.remedies[breaks.remedy[id]], detail: texts[breaks.detail[id]],
    facts: breaks.facts[id].map(([name, value]) => [texts[name], texts[value]]), confidence: breaks.confidence[id], total: breaks.total[id],
    places: breaks.places[id].map(([file, line, flags, detail]) => (
      { file: texts[file], line, inLoop: (flags & 1) === 1, inRequest: (flags & 2) === 2, detail: texts[detail] })),
  }));
}

function unpackSeams(seams, { units, inner }) {
  const leading = { ...seams.leading, source: sums(seams.leading.source) };
  const kindOf = (node) => (node < units.length ? units[node].kind : inner[node - units.length].kind);
  return {
    ...seams, source: sums(seams.source), leading, doubts: grouped(seams.doubts), users: usersBy(leading, kindOf),
    joined: new Map([...grouped(seams.joined)].map(([pair, queries]) => [pair, queries.flat()])), unless: grouped(seams.unless),
  };
}

// Rows by their first number, which is left out.
function grouped(rows) {
  const found = new Map();
  for (const [first, ...rest] of rows) if (found.has(first)) found.get(first).push(rest); else found.set(first, [rest]);
  return found;
}

// Who calls a function or puts it on; of one inside a function, also who does that with the outer one. A method that
// nobody calls is called by a framework, for each class that inherits it.
function usersBy({ ways, way, source, target }, kindOf) {
  const sources = Object.fromEntries(ways.map((name) => [name, new Map()]));
  for (let i = 0; i < source.length; i++) {
    const found = sources[ways[way[i]]];
    if (found.has(target[i])) found.get(target[i]).push(source[i]); else found.set(target[i], [source[i]]);
  }
  const of = (name, node) => sources[name]?.get(node) ?? [];
  return (node) => {
    const callers = of("call", node);
    const [around] = of("inside", node);
    if (around === undefined) return callers;
    if (kindOf(around) === "function") return [...callers, ...of("call", around)];
    return callers.length ? callers : of("inherit", around);
  };
}

function unpackElements({ elements, texts }) {
  const unit = sums(elements.unit);
  return elements.name.map((code, i) => ({ unit: unit[i], kind: KINDS[elements.kind[i]], name: texts[code], line: elements.line[i] }));
}
