// As much TOML as a boundary file needs: tables, strings, numbers, lists of strings, comments.

export function quoted(text) {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}

// Returns {value} or {error}, a sentence with the line.
export function parseToml(text) {
  const tokens = tokenize(text);
  if (tokens.error) return tokens;
  const root = {};
  let table = root;
  let at = 0;
  const peek = () => tokens[at] ?? { kind: "end", line: 0 };
  const fail = (token) => ({ error: `Line ${token.line || "last"} is not understood.` });
  while (at < tokens.length) {
    const token = tokens[at++];
    if (token.kind === "[") {
      const path = [];
      while (peek().kind !== "]" && at < tokens.length) { const part = tokens[at++]; if (part.kind === "text" || part.kind === "bare") path.push(...(part.kind === "bare" ? part.value.split(".").filter(Boolean) : [part.value])); }
      at++;
      table = root;
      for (const part of path) table = own(table, part);
    } else if ((token.kind === "bare" || token.kind === "text") && peek().kind === "=") {
      at++;
      const [value, next] = readValue(tokens, at);
      if (next < 0) return fail(token);
      define(table, token.value, value);
      at = next;
    } else return fail(token);
  }
  return { value: root };
}

function define(table, key, value) {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}

function own(table, key) {
  if (!Object.hasOwn(table, key)) define(table, key, {});
  return table[key];
}

function readValue(tokens, at) {
  const token = tokens[at];
  if (!token) return [null, -1];
  if (token.kind === "text") return [token.value, at + 1];
  if (token.kind === "bare") return [/^\d+$/.test(token.value) ? Number(token.value) : token.value, at + 1];
  if (token.kind !== "[") return [null, -1];
  const items = [];
  for (let next = at + 1; next < tokens.length; ) {
    if (tokens[next].kind === "]") return [items, next + 1];
    if (tokens[next].kind === ",") { next++; continue; }
    const [item, after] = readValue(tokens, next);
    if (after < 0) break;
    items.push(item);
    next = after;
  }
  return [null, -1];
}

const TOKEN = /(\s+|#[^\n]*)|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')|([A-Za-z0-9_.-]+)|([[\]=,])/y;

function tokenize(text) {
  const tokens = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return { error: `Line ${line} is not understood.` };
    if (found[2]) {
      try {
        tokens.push({ kind: "text", value: found[2][0] === "'" ? found[2].slice(1, -1) : JSON.parse(found[2]), line });
      } catch {
        return { error: `The text in line ${line} is not understood.` };
      }
    } else if (found[3]) tokens.push({ kind: "bare", value: found[3], line });
    else if (found[4]) tokens.push({ kind: found[4], line });
    line += found[0].split("\n").length - 1;
  }
  return tokens;
}
