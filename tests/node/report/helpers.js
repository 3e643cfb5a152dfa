// A study of two services, unpacked from columns the way the page does it.
import { unpack } from "../../../analyzer/renderers/html_page/js/load.js";

export const TEXTS = ["shop/a.py", "shop.a", "shop/b.py", "shop.b", "shop/c.py", "shop.c", "owned", "shared", "", "Thing", "call:x", "call"];

export function columns(overrides = {}) {
  return {
    texts: TEXTS,
    services: [{ key: "alpha", name: "Alpha", stability: 1, words: [], evidence: [], x: 0, y: 0, r: 20 }, { key: "beta", name: "Beta", stability: 1, words: [], evidence: [], x: 9, y: 9, r: 20 }],
    units: {
      key: [0, 2, 4], kind: [0, 0, 0], name: [1, 3, 5], module: [1, 3, 5], file: [0, 2, 4], line: [1, 1, 1], lines: [10, 20, 30], service: [0, 1, -1], modules: [1, 1, 1], inside: [-1, -1, -1],
      verdict: [6, 6, 7], stability: [1, 0.5, null], reason: [8, 8, 8], nearest: [-1, 0, -1], pull: [0.1, 0.9, null], pinned: [0, 0, 0],
    },
    elements: { unit: [1], kind: [1], name: [9], line: [4], left_out: 0 },
    links: { kinds: ["call", "import"], source: [0, 0, 1], target: [1, 1, 0], kind: [0, 1, 0], count: [5, 1, 2] },
    breaks: { key: [10], kind: [11], source: [0], target: [2], source_unit: [0], target_unit: [1], source_service: [0], target_service: [1], remedy: [0], remedies: [{ kind: "rest", title: "Call it", automation: "automatic", steps: [] }], detail: [8], facts: [[]], confidence: [1], places: [[[0, 7, 3, 8]]], total: [1], left_out: 0 },
    excerpts: { file: [0], line: [7], first: [6], text: ["x\n"], left_out: 0 },
    alternatives: [], roadmap: { waves: [] }, graph: { tables: [], joins: [] }, verdict: { scores: [] },
    ...overrides,
  };
}

export function study(overrides) {
  return unpack(columns(overrides));
}
