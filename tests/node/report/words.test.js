import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, portion } from "../../../analyzer/renderers/html_page/js/words.js";

test("a share is neither none nor all as long as there is one of the other kind", () => {
  assert.deepEqual([portion(0, 9000), portion(2, 9000), portion(90, 9000)], ["0 %", "under 1 %", "1 %"]);
  assert.deepEqual([portion(8910, 9000), portion(8998, 9000), portion(9000, 9000)], ["99 %", "over 99 %", "100 %"]);
});

test("means of counts are told to a tenth, indices to a thousandth", () => {
  assert.deepEqual([figure({ value: 3.7692, unit: "count" }), figure({ value: 0.1064, unit: "" }), figure({ value: null })], ["3.8", "0.106", "no answer"]);
});
