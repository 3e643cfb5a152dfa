import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, to } from "../../../analyzer/renderers/html_page/js/route.js";

test("an address leads back to what it was made from", () => {
  const key = "shop/a b.py::Thing.do#?&=/";
  assert.deepEqual(parse(to("break", [key], { from: "x&y", none: "" })), { page: "break", parts: [key], query: { from: "x&y" } });
});

test("no address is the verdict, a broken one is not an error", () => {
  assert.deepEqual(parse(""), { page: "verdict", parts: [], query: {} });
  assert.deepEqual(parse("#/service/%E0%A4%A").parts, ["%E0%A4%A"]);
});
