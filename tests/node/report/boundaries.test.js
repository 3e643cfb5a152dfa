import assert from "node:assert/strict";
import { test } from "node:test";
import { readBoundaries, writeBoundaries } from "../../../analyzer/renderers/html_page/js/boundaries.js";
import { firstPlan, merge, move, pin, rename, split } from "../../../analyzer/renderers/html_page/js/plan.js";
import { parseToml } from "../../../analyzer/renderers/html_page/js/toml.js";
import { study } from "./helpers.js";

const base = () => ({ ...study(), name: "shop" });

test("an edited cut comes back from its file", () => {
  const one = base();
  const plan = pin(rename(split(move(firstPlan(one), [2], 1), 0, [0], 'A "new" one'), 1, "Bé"), [1], true);
  const { plan: read, warnings } = readBoundaries(one, firstPlan(one), writeBoundaries(one, plan));
  assert.deepEqual([[...read.home], [...read.pinned], warnings], [[...plan.home], [1], []]);
  assert.deepEqual(read.services.map((service) => [service.key, service.name, service.gone]), plan.services.map((service) => [service.key, service.name, service.gone]));
});

test("a merged service is gone after reading", () => {
  const one = base();
  const { plan } = readBoundaries(one, firstPlan(one), writeBoundaries(one, merge(firstPlan(one), 0, 1)));
  assert.deepEqual([[...plan.home], plan.services[0].gone], [[1, 1, -1], true]);
});

test("patterns match as in the command line, and those that match nothing are named", () => {
  const one = base();
  const text = '[services.alpha]\npackages = ["shop"]\n[services.beta]\nmodules = ["shop.[b]", "no*where"]\n';
  const { plan, warnings } = readBoundaries(one, firstPlan(one), text);
  assert.deepEqual([[...plan.home], warnings], [[0, 1, 0], ["Nothing matches no*where."]]);
});

test("what is no boundary file is refused with its line", () => {
  assert.deepEqual(parseToml("version = 1\n{oops}").error, "Line 2 is not understood.");
  assert.deepEqual(parseToml("a = [\n'x', # why\n\"y\"\n]\n[b.c]\nd = 3").value, { a: ["x", "y"], b: { c: { d: 3 } } });
  assert.equal(parseToml('["__proto__"]\nx = "1"').value.x, undefined);
  assert.equal({}.x, undefined);
});
