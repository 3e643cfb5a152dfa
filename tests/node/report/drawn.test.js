import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnAway } from "../../../analyzer/renderers/html_page/js/drawn.js";
import { firstPlan, move } from "../../../analyzer/renderers/html_page/js/plan.js";
import { columns } from "./helpers.js";
import { unpack } from "../../../analyzer/renderers/html_page/js/load.js";

// Modules a, b and c of alpha; a and b are close, c is tied to neither by more than two links.
function three() {
  const raw = columns();
  raw.units.service = [0, 0, 0];
  raw.units.verdict = [6, 6, 6];
  raw.links = { kinds: ["call"], source: [0, 0, 1], target: [1, 2, 0], kind: [0, 0, 0], count: [4, 2, 1] };
  return unpack(raw);
}

test("what was close to a moved module could go along", () => {
  const study = three();
  assert.deepEqual(drawnAway(study, firstPlan(study)), []);
  assert.deepEqual(drawnAway(study, move(firstPlan(study), [0], 1)), [{ unit: 1, to: 1, there: 5, here: 0 }]);
});

test("moved together they want nothing more, and few links are an accident", () => {
  const study = three();
  assert.deepEqual(drawnAway(study, move(firstPlan(study), [0, 1], 1)), []);
});
