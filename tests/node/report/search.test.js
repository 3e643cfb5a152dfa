import assert from "node:assert/strict";
import { test } from "node:test";
import { firstPlan } from "../../../analyzer/renderers/html_page/js/plan.js";
import { buildIndex, find } from "../../../analyzer/renderers/html_page/js/search.js";
import { sortRows } from "../../../analyzer/renderers/html_page/js/table.js";
import { study } from "./helpers.js";

const index = () => buildIndex(study(), firstPlan(study()));

test("services, modules, classes and breaks are found", () => {
  assert.deepEqual(find(index(), "alp").map((hit) => [hit.type, hit.href]), [["Service", "#/service/alpha"]]);
  assert.deepEqual(find(index(), "thing")[0].href, "#/element/shop%2Fb.py?at=Thing");
  assert.equal(find(index(), "call").at(-1).type, "Break");
});

test("all words must occur, and characters are taken literally", () => {
  assert.deepEqual(find(index(), "alpha nowhere"), []);
  assert.deepEqual(find(index(), "(.*"), []);
  assert.deepEqual(find(index(), "   "), []);
});

test("rows sort by value, empty ones last, equal ones in their order", () => {
  const rows = [{ v: 2 }, { v: null }, { v: 1 }, { v: 2, second: true }];
  assert.deepEqual(sortRows(rows, (row) => row.v, false).map((row) => row.v), [1, 2, 2, null]);
  assert.deepEqual(sortRows(rows, (row) => row.v, true).at(1).second, true);
});
