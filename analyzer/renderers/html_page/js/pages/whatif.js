import { h } from "../dom.js";
export function whatifPage() { return [h("h1", {}, "What if")]; }
