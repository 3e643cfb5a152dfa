import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, commit, firstPlan, merge, move, pin, processes, redo, rename, slug, split, stand, startHistory, undo } from "../../../analyzer/renderers/html_page/js/plan.js";
import { study } from "./helpers.js";

const homes = (plan) => [...plan.home];

test("a proposal places owned units and no others", () => {
  assert.deepEqual(homes(firstPlan(study())), [0, 1, -1]);
});

test("moving changes one unit and leaves the plan before as it was", () => {
  const before = firstPlan(study());
  const after = move(before, [2], 1);
  assert.deepEqual([homes(before), homes(after), after.log], [[0, 1, -1], [0, 1, 1], ["Moved one piece to Beta"]]);
  assert.deepEqual(changes(study(), after), [{ unit: 2, before: -1, after: 1 }]);
});

test("merging empties one service and keeps its place in the list", () => {
  const after = merge(firstPlan(study()), 0, 1);
  assert.deepEqual([homes(after), after.services.map((service) => service.gone)], [[1, 1, -1], [true, false]]);
  assert.equal(merge(after, 1, 1), after);
});

test("splitting makes a service with a free key", () => {
  const after = split(firstPlan(study()), 0, [0], "Beta");
  assert.deepEqual([homes(after), after.services[2].key, after.services[2].origin], [[2, 1, -1], "beta_2", 0]);
});

test("renaming keeps the key, pinning keeps the homes", () => {
  const first = firstPlan(study());
  const renamed = rename(first, 0, "Gamma");
  assert.deepEqual([renamed.services[0].name, renamed.services[0].key], ["Gamma", "alpha"]);
  assert.deepEqual([...pin(pin(first, [0, 1], true), [0], false).pinned], [1]);
});

test("undo and redo walk the same plans", () => {
  const first = startHistory(firstPlan(study()));
  const one = commit(first, move(first.present, [0], 1));
  const back = undo(one);
  assert.equal(back.present, first.present);
  assert.equal(redo(back).present, one.present);
  assert.equal(undo(first), first);
  assert.equal(redo(one), one);
  assert.deepEqual(commit(back, move(back.present, [1], 0)).future, []);
});

test("names become keys that are labels", () => {
  assert.deepEqual(["Order & Cart", "Übersicht", "9 lives", "---"].map(slug), ["order_cart", "ubersicht", "service_9_lives", "service_"]);
});

test("a class goes with its module until it is split off", () => {
  const one = study();
  one.units[1].inside = 0;
  one.units[1].service = 0;
  const first = firstPlan(one);
  const moved = move(first, [0], 1);
  assert.deepEqual([homes(moved), changes(one, moved)], [[1, 1, -1], [{ unit: 0, before: 0, after: 1 }]]);
  const apart = move(first, [1], 1);
  assert.deepEqual([homes(apart), changes(one, apart)], [[0, 1, -1], [{ unit: 1, before: 0, after: 1 }]]);
  assert.deepEqual(homes(move(apart, [0], -1)), [-1, 1, -1]);
  assert.deepEqual(homes(split(first, 0, [0], "New")), [2, 2, -1]);
});

test("a class cannot be shared without its module", () => {
  const one = study();
  one.units[1].inside = 0;
  const first = firstPlan(one);
  assert.equal(move(first, [1], -1), first);
});

test("a part runs with its host, and what it hosted follows it there", () => {
  const first = firstPlan(study());
  const shipped = stand(first, 1, "part", 0);
  assert.deepEqual([[...processes(first)], [...processes(shipped)]], [[0, 1, -1], [0, 0, -1]]);
  assert.deepEqual([...processes(stand(first, 1, "part"))], [0, 2, -1]);
  assert.deepEqual([...processes(stand(shipped, 1, "service"))], [0, 1, -1]);
  assert.equal(stand(shipped, 0, "part", -1).services[1].host, -1);
});
