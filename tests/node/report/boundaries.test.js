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

test("a class that was split off comes back, one that was not is left to its module", () => {
  const one = base();
  Object.assign(one.units[1], { inside: 0, service: 0, kind: "class", module: "shop.a", name: "Thing" });
  const first = firstPlan(one);
  assert.equal(writeBoundaries(one, first).includes("shop.a:Thing"), false);
  const text = writeBoundaries(one, move(first, [1], 1));
  assert.equal(text.includes('classes = ["shop.a:Thing"]'), true);
  assert.deepEqual([...readBoundaries(one, first, text).plan.home], [0, 1, -1]);
  const module = '[services.alpha]\n[services.beta]\nmodules = ["shop.a"]\n';
  assert.deepEqual([...readBoundaries(one, first, module).plan.home], [1, 1, -1]);
});

test("a part stays a part", () => {
  const one = base();
  one.services[0].kind = "part";
  const text = writeBoundaries(one, firstPlan(one));
  assert.equal(text.includes('kind = "part"'), true);
  assert.equal(readBoundaries(one, firstPlan(one), text).plan.services[0].kind, "part");
});
