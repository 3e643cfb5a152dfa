import assert from "node:assert/strict";
import { test } from "node:test";
import { firstPlan } from "../../../analyzer/renderers/html_page/js/plan.js";
import { cohesionOf, cycles, edgesBetween, mainGroup, packagesOf } from "../../../analyzer/renderers/html_page/js/rollup.js";
import { ordered } from "../../../analyzer/renderers/html_page/js/pages/matrix.js";
import { study } from "./helpers.js";

test("links between services add up by group, heaviest first", () => {
  const { links } = study();
  const edges = edgesBetween(links, firstPlan(study()).home);
  assert.deepEqual(edges, [
    { from: 0, to: 1, weight: 6, groups: { calls: 5, data: 0, events: 0, code: 1 } },
    { from: 1, to: 0, weight: 2, groups: { calls: 2, data: 0, events: 0, code: 0 } },
  ]);
  assert.deepEqual(edgesBetween(links, firstPlan(study()).home, new Set(["data"])), []);
  assert.equal(mainGroup(edges[0]), "calls");
});

test("cohesion is the share of links that stay inside, null without links", () => {
  const { links } = study();
  assert.deepEqual(cohesionOf(links, Int32Array.from([0, 0, -1]), 2), [1, null]);
  assert.deepEqual(cohesionOf(links, Int32Array.from([0, 1, -1]), 2), [0, 0]);
});

test("cycles are the strongly connected parts of more than one node", () => {
  const edge = (from, to) => ({ from, to });
  assert.deepEqual(cycles(6, [edge(0, 1), edge(1, 2), edge(2, 0), edge(2, 3), edge(4, 5)]), [[0, 1, 2]]);
  assert.deepEqual(cycles(3, [edge(0, 1), edge(1, 2)]), []);
  const chain = Array.from({ length: 20000 }, (_, i) => edge(i, (i + 1) % 20000));
  assert.equal(cycles(20000, chain)[0].length, 20000);
});

test("packages are the level that splits best, and the smallest go together", () => {
  const unit = (module, lines = 1) => ({ module, lines, kind: "module" });
  const some = [unit("shop.a.x"), unit("shop.a.y"), unit("shop.b.x", 9)];
  assert.deepEqual(packagesOf(some, 2).map((pack) => [pack.label, pack.members.length]), [["shop.b", 1], ["shop.a", 2]]);
  assert.deepEqual(packagesOf([], 5), []);
  const many = Array.from({ length: 30 }, (_, i) => unit(`shop.p${i}.m`, 30 - i));
  const packs = packagesOf(many, 5);
  assert.deepEqual([packs.length, packs.at(-1).label, packs.at(-1).members.length], [5, "26 smaller ones", 26]);
});

test("the matrix puts what is depended on first", () => {
  assert.deepEqual(ordered([0, 1, 2], [{ from: 0, to: 1, weight: 5 }, { from: 1, to: 2, weight: 5 }]), [2, 1, 0]);
});
