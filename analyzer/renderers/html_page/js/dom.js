// Builds elements. Text from the analysed code only ever becomes text nodes and attribute values, never markup.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === "style") for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function chip(text, tone = "", title = null) {
  return h("span", { class: `chip ${tone}`, title }, text);
}

export function button(text, run, attributes = {}) {
  return h("button", { type: "button", ...attributes, on: { click: run } }, text);
}

export function say(text) {
  document.getElementById("say").textContent = text;
}

export function select(label, options, value, change) {
  const box = h("select", { "aria-label": label, on: { change: () => change(box.value) } },
    options.map(([key, text]) => h("option", { value: key, selected: String(key) === String(value) }, text)));
  return box;
}

export function section(title, ...children) {
  return h("section", {}, h("h2", {}, title), ...children);
}
