// The words and figures that people read: names of kinds, numbers with units, plain sentences.

export const GROUPS = ["calls", "data", "events", "code"];
export const GROUP_NAMES = { calls: "Calls", data: "Data", events: "Events", code: "Imports and references" };
const GROUP_OF = {
  call: "calls", read: "data", write: "data", relation: "data", data: "data", state_read: "data", state_write: "data",
  publish: "events", subscribe: "events", task: "events",
};

const NOUNS = { calls: ["call"], data: ["use of data", "uses of data"], events: ["event"], code: ["import or reference", "imports and references"] };

// "12 calls, 1 event": what an edge carries, in words.
export function amounts(groups) {
  return GROUPS.filter((group) => groups[group]).map((group) => count(groups[group], ...NOUNS[group])).join(", ");
}

export function groupOf(kind) {
  return GROUP_OF[kind] ?? "code";
}

export const BREAK_NAMES = {
  call: "Call", instance_passed: "Object handed over", inheritance: "Inheritance", reference: "Reference", foreign_key: "Foreign key",
  one_to_one: "One-to-one", many_to_many: "Many-to-many", join: "Join", transaction: "Transaction", signal: "Signal", task: "Background task",
  shared_state: "Shared state", shared_constant: "Shared constant", circular_dependency: "Cycle", authentication: "Who is asking",
  data_access: "Direct data access", test: "Test",
};
export const VERDICT_NAMES = { owned: "owned", shared: "shared library", duplicated: "copied", platform: "platform", unplaced: "not placed" };
export const AUTOMATION = {
  automatic: ["automatic", "good", "Can become REST without anybody deciding anything"],
  with_loss: ["with a loss", "warn", "Can become REST, at a stated cost"],
  open: ["not known yet", "accent", "Comes with a new analysis"],
  decision: ["needs a decision", "bad", "Only a person can decide this"],
};
export const ADVICE = { split: "Split it", modular_monolith_first: "Make it modular first", leave_whole: "Leave it whole" };

export const KIND_WORDS = { service: ["service", "services"], part: ["part", "parts"], library: ["shared library", "shared libraries"], platform: ["platform group", "platform groups"] };
export const KIND_MEANINGS = {
  part: "moves as one and is not proposed to run alone", library: "used by many, owned by nobody, published as a package", platform: "settings, start-up and glue that every process needs",
};

// "18 services, 10 parts and 1 shared library": the same words as the command line's.
export function kindCounts(services) {
  const told = Object.entries(KIND_WORDS).map(([kind, words]) => [services.filter((service) => service.kind === kind).length, words]).filter(([amount]) => amount).map(([amount, words]) => count(amount, ...words));
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told.at(-1)}` : (told[0] ?? "no services");
}

export const TOPICS = {
  deployable: "Released by itself", starting: "Needed to start", chain: "Longest chain of requests", failure: "What stops with it", articulation: "Single point of failure", table_failure: "Table used by others",
  fan_in: "Who waits for it", hot: "Asked in loops", scaling: "Running copies of it", events: "What could be an event", extension: "Size of its interface", calm: "How calm its interface is", function: "One job", team: "Who owns it",
};

// How strongly another service pulls, beside the pull of the own one.
export function pullText(share) {
  if (share === null || share === undefined) return "";
  return share < 2 ? `with ${percent(share)} of the pull of its own` : `${number(share, share < 10 ? 1 : 0)} times as strongly as its own`;
}

export function pullShort(share) {
  return share < 2 ? percent(share) : `${number(share, share < 10 ? 1 : 0)} ×`;
}

export function breakName(kind) {
  return BREAK_NAMES[kind] ?? kind.replaceAll("_", " ");
}

export function plain(slug) {
  const text = slug.replaceAll("_", " ").replaceAll(/\b(api|rest|url|sql)\b/g, (word) => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function number(value, digits = 0) {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}

export function percent(value) {
  return value === null || value === undefined ? "–" : `${Math.round(100 * value)} %`;
}

// A share of things that were counted: neither none nor all, as long as there is one.
export function portion(amount, all) {
  const value = amount / all;
  if (amount > 0 && value < 0.005) return "under 1 %";
  return amount < all && value >= 0.995 ? "over 99 %" : percent(value);
}

export function count(amount, one, many = `${one}s`) {
  return `${number(amount)} ${amount === 1 ? one : many}`;
}

export function figure(score) {
  if (score.value === null || score.value === undefined) return "no answer";
  if (score.unit === "share") return `${(100 * score.value).toFixed(1)} %`;
  if (score.unit === "count") return number(score.value, 1);
  return number(score.value, Math.abs(score.value) < 10 ? 3 : 1) + (score.unit && !["index", ""].includes(score.unit) ? ` ${score.unit}` : "");
}

// By how much a metric changed; shares in points, as percentages are read.
export function amount(change, unit) {
  if (unit === "share") return `${(100 * change).toFixed(change < 0.0005 ? 3 : 1)} points`;
  return number(change, change < 0.001 ? 5 : 3);
}

export function shortKey(key) {
  const [file, inner] = key.split("::");
  if (file === "table") return inner;
  return inner ?? file;
}

export function place(file, line) {
  return line ? `${file}:${line}` : file;
}

export function range(effort) {
  const digits = effort.high < 10 ? 1 : 0;
  return effort.low === effort.high ? `${number(effort.low, digits)} days` : `${number(effort.low, digits)}–${number(effort.high, digits)} days`;
}
