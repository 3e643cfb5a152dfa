import assert from "node:assert/strict";
import { test } from "node:test";
import { feedbackArcs } from "../../../analyzer/renderers/html_page/js/feedback.js";

const arcs = (...rows) => rows.reduce((found, [from, to, weight]) => found.set(from, new Map([...(found.get(from) ?? []), [to, weight]])), new Map());

test("the lightest arc of a circle is taken out", () => {
  assert.deepEqual(feedbackArcs(arcs([0, 1, 5], [1, 2, 1], [2, 0, 4]), (a, b) => a - b), [[1, 2]]);
});

test("without a circle nothing is taken out", () => {
  assert.deepEqual(feedbackArcs(arcs([0, 1, 5], [1, 2, 1]), (a, b) => a - b), []);
});

test("beyond eighteen services the order is a good one, not the best", () => {
  const ring = Array.from({ length: 20 }, (_, i) => [i, (i + 1) % 20, i === 7 ? 1 : 9]);
  assert.deepEqual(feedbackArcs(arcs(...ring), (a, b) => a - b), [[7, 8]]);
});
