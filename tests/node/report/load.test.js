import assert from "node:assert/strict";
import { test } from "node:test";
import { sums } from "../../../analyzer/renderers/html_page/js/load.js";
import { study } from "./helpers.js";

test("differences add up to the numbers they came from", () => {
  assert.deepEqual([...sums([3, 0, 2, -4])], [3, 3, 5, 1]);
});

test("units get their texts back", () => {
  const [unit] = study().units;
  assert.deepEqual(unit, {
    id: 0, key: "shop/a.py", kind: "module", name: "shop.a", module: "shop.a", file: "shop/a.py", line: 1, lines: 10, modules: 1, inside: -1, service: 0, verdict: "owned",
    stability: 1, reason: "", nearest: -1, pull: 0.1, pinned: false,
  });
});

test("a link to an element inside a unit knows both", () => {
  const { links } = study();
  assert.deepEqual([[...links.source], [...links.target]], [[0, 0, 1], [1, 1, 0]]);
});

test("places carry their flags", () => {
  assert.deepEqual(study().breaks[0].places, [{ file: "shop/a.py", line: 7, inLoop: true, inRequest: true, detail: "" }]);
});
