import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  closest,
  distance
} from "./chunk-BVCG4FXE.js";

// packages/conventions/src/rule.ts
var profileNames = ["mz", "opta", "dwp", "sysdesign2", "bank", "strict"];
function eachResource(types2, judgeOne) {
  return (world, parameters) => types2.flatMap((type) => world.ofType(type).map((resource) => ({ resource, address: resource.address, facts: judgeOne(resource, world, parameters) })));
}
function worst(facts) {
  if (facts.some(({ verdict }) => verdict === "fail")) return "fail";
  return facts.some(({ verdict }) => verdict === "unknown") ? "unknown" : "pass";
}
var fine = { verdict: "pass", message: "", evidence: "" };

// packages/terraform/src/plan/projection.ts
var nothing = Object.freeze({});
function projectValues(value, wanted2) {
  if (!isMap(value)) return null;
  return wanted2 === "all" ? value : pick(value, wanted2);
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function pick(source, wanted2) {
  let result;
  for (const name of wanted2) {
    const value = Object.hasOwn(source, name) ? source[name] : void 0;
    if (value === void 0) continue;
    result ??= {};
    result[name] = value;
  }
  return result ?? nothing;
}

// packages/terraform/src/plan/walk.ts
var comma = 44;
var colon = 58;
var openList = 91;
var closeList = 93;
var openMap = 123;
var closeMap = 125;
function eachMember(cursor, visit) {
  if (cursor.takeNull()) return;
  cursor.expect(openMap, "a map");
  if (cursor.take(closeMap)) return;
  do {
    const key2 = cursor.string("a key");
    cursor.expect(colon, "a colon");
    visit(key2);
  } while (cursor.take(comma));
  cursor.expect(closeMap, "a comma or the end of a map");
}
function eachElement(cursor, visit) {
  if (cursor.takeNull()) return;
  cursor.expect(openList, "a list");
  if (cursor.take(closeList)) return;
  let index = 0;
  do {
    visit(index);
    index += 1;
  } while (cursor.take(comma));
  cursor.expect(closeList, "a comma or the end of a list");
}

// packages/terraform/src/plan/prior-state.ts
var moduleDepthLimit = 200;
var dataWord = Buffer.from('"data"');
function readPriorState(cursor, selection) {
  const found = [];
  eachMember(cursor, (key2) => {
    if (key2 !== "values") return cursor.skip();
    eachMember(cursor, (part2) => part2 === "root_module" ? readModule(cursor, selection, found, 0) : cursor.skip());
  });
  return found;
}
function readModule(cursor, selection, found, depth) {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  eachMember(cursor, (key2) => {
    if (key2 === "resources") eachElement(cursor, () => readResource(cursor, selection, found));
    else if (key2 === "child_modules") eachElement(cursor, () => readModule(cursor, selection, found, depth + 1));
    else cursor.skip();
  });
}
function readResource(cursor, selection, found) {
  const [bytes2] = cursor.raw();
  if (!bytes2.includes(dataWord)) return;
  const resource = JSON.parse(bytes2.toString("utf8"));
  if (!isMap(resource) || resource["mode"] !== "data") return;
  const { type, address, name } = resource;
  if (typeof type !== "string" || typeof address !== "string") return;
  const wanted2 = selection.attributes(type);
  if (!wanted2) return;
  found.push({ address, type, name: typeof name === "string" ? name : "", values: projectValues(resource["values"], wanted2) ?? nothing });
}

// packages/terraform/src/plan/configuration.ts
var emptyModule = { path: "", resources: /* @__PURE__ */ new Map(), calls: /* @__PURE__ */ new Map(), outputs: /* @__PURE__ */ new Map(), variables: /* @__PURE__ */ new Map() };
function readConfiguration(cursor, selection) {
  let module = emptyModule;
  const providers = /* @__PURE__ */ new Map();
  eachMember(cursor, (key2) => {
    if (key2 === "root_module") module = readModule2(cursor, selection, "", 0);
    else if (key2 === "provider_config") eachMember(cursor, (name) => void providers.set(name, toProvider(name, cursor.value())));
    else cursor.skip();
  });
  return { module, providers };
}
function readModule2(cursor, selection, path, depth) {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  const resources = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const outputs = /* @__PURE__ */ new Map();
  const variables = /* @__PURE__ */ new Map();
  eachMember(cursor, (key2) => {
    if (key2 === "resources") eachElement(cursor, () => addResource(cursor, selection, resources));
    else if (key2 === "module_calls") eachMember(cursor, (name) => void calls.set(name, readCall(cursor, selection, name, path, depth)));
    else if (key2 === "outputs") eachMember(cursor, (name) => void outputs.set(name, outputExpression(cursor.value())));
    else if (key2 === "variables") eachMember(cursor, (name) => void variables.set(name, cursor.value()));
    else cursor.skip();
  });
  return { path, resources, calls, outputs, variables };
}
function readCall(cursor, selection, name, parent, depth) {
  const other = {};
  let module = emptyModule;
  const path = parent === "" ? `module.${name}` : `${parent}.module.${name}`;
  eachMember(cursor, (key2) => {
    if (key2 === "module") module = readModule2(cursor, selection, path, depth + 1);
    else other[key2] = cursor.value();
  });
  return {
    name,
    source: typeof other["source"] === "string" ? other["source"] : "",
    versionConstraint: typeof other["version_constraint"] === "string" ? other["version_constraint"] : void 0,
    expressions: isMap(other["expressions"]) ? other["expressions"] : nothing,
    forEach: other["for_each_expression"],
    count: other["count_expression"],
    module
  };
}
function addResource(cursor, selection, resources) {
  const block6 = cursor.value();
  if (!isMap(block6)) throw cursor.fail("a resource of the configuration that is no map");
  const { type, name } = block6;
  if (typeof type !== "string" || typeof name !== "string") throw cursor.fail("a resource of the configuration without type and name");
  const wanted2 = selection.attributes(type);
  if (!wanted2) return;
  const mode = block6["mode"] === "data" ? "data" : "managed";
  resources.set(mode === "data" ? `data.${type}.${name}` : `${type}.${name}`, {
    mode,
    type,
    name,
    providerKey: typeof block6["provider_config_key"] === "string" ? block6["provider_config_key"] : "",
    expressions: projectValues(block6["expressions"], wanted2) ?? nothing,
    forEach: block6["for_each_expression"],
    count: block6["count_expression"]
  });
}
function outputExpression(output) {
  return isMap(output) ? output["expression"] : void 0;
}
function toProvider(key2, value) {
  const block6 = isMap(value) ? value : nothing;
  return {
    key: key2,
    name: typeof block6["name"] === "string" ? block6["name"] : key2,
    alias: typeof block6["alias"] === "string" ? block6["alias"] : void 0,
    expressions: isMap(block6["expressions"]) ? block6["expressions"] : nothing
  };
}

// packages/terraform/src/plan/plan-error.ts
var PlanError = class extends Error {
  code;
  /** What to do, with the command. */
  hint;
  /** The byte in the file at which reading stopped, where there is one. */
  offset;
  constructor(parts) {
    super(parts.message, { cause: parts.cause });
    this.name = "PlanError";
    this.code = parts.code ?? "plan-format";
    this.hint = parts.hint ?? writeAgain;
    this.offset = parts.offset;
  }
};
var writeAgain = "Write the file again: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json";

// packages/terraform/src/plan/json-machine.ts
var bytes = 256;
var valueState = 1;
var valueOrClose = 2;
var key = 3;
var keyOrClose = 4;
var colon2 = 5;
var after = 6;
var minus = 7;
var zero = 8;
var digits = 9;
var point = 10;
var fraction = 11;
var exponent = 12;
var exponentSign = 13;
var exponentDigits = 14;
var valueString = 15;
var keyString = 21;
var literals = 27;
var stateCount = 27 + 9;
var states = { afterOpenMap: keyOrClose, afterOpenList: valueOrClose, afterCommaInMap: key, afterCommaInList: valueState, after };
var actions = { openMap: 64, openList: 65, closeMap: 66, closeList: 67, comma: 68, refuse: 69 };
var transitions = buildTable();
function wanted(state) {
  if (state === key || state === keyOrClose) return "a key";
  if (state === colon2) return "a colon";
  if (state === after) return "a comma or the end of a list or map";
  if (state >= valueString && state < literals) return "the rest of a string";
  if (state >= literals) return "true, false or null";
  return state >= minus ? "the rest of a number" : "a value";
}
function buildTable() {
  const table = new Uint8Array(stateCount * bytes).fill(actions.refuse);
  const edge = (from, characters, to) => {
    for (const character of characters) table[from * bytes + character.charCodeAt(0)] = to;
  };
  for (const state of [valueState, valueOrClose, key, keyOrClose, colon2, after]) edge(state, " 	\r\n", state);
  for (const state of [valueState, valueOrClose]) addValues(edge, state);
  edge(valueOrClose, "]", actions.closeList);
  edge(keyOrClose, "}", actions.closeMap);
  for (const state of [key, keyOrClose]) edge(state, '"', keyString);
  edge(colon2, ":", valueState);
  for (const state of [after, zero, digits, fraction, exponentDigits]) addEnds(edge, state);
  addNumbers(edge);
  addString(table, edge, keyString, colon2);
  addString(table, edge, valueString, after);
  addLiterals(edge);
  return table;
}
function addValues(edge, state) {
  edge(state, '"', valueString);
  edge(state, "{", actions.openMap);
  edge(state, "[", actions.openList);
  edge(state, "-", minus);
  edge(state, "0", zero);
  edge(state, "123456789", digits);
  edge(state, "t", literals);
  edge(state, "f", literals + 2);
  edge(state, "n", literals + 6);
}
function addEnds(edge, state) {
  edge(state, " 	\r\n", after);
  edge(state, ",", actions.comma);
  edge(state, "}", actions.closeMap);
  edge(state, "]", actions.closeList);
}
function addNumbers(edge) {
  edge(minus, "0", zero);
  edge(minus, "123456789", digits);
  edge(digits, "0123456789", digits);
  for (const state of [zero, digits]) edge(state, ".", point);
  for (const state of [point, fraction]) edge(state, "0123456789", fraction);
  for (const state of [zero, digits, fraction]) edge(state, "eE", exponent);
  edge(exponent, "+-", exponentSign);
  for (const state of [exponent, exponentSign, exponentDigits]) edge(state, "0123456789", exponentDigits);
}
function addString(table, edge, text, end) {
  table.fill(text, text * bytes + 32, (text + 1) * bytes);
  edge(text, '"', end);
  edge(text, "\\", text + 1);
  edge(text + 1, '"\\/bfnrt', text);
  edge(text + 1, "u", text + 2);
  for (let digit = 2; digit <= 5; digit += 1) edge(text + digit, "0123456789abcdefABCDEF", digit === 5 ? text : text + digit + 1);
}
function addLiterals(edge) {
  edge(literals, "r", literals + 1);
  edge(literals + 1, "u", literals + 5);
  edge(literals + 2, "a", literals + 3);
  edge(literals + 3, "l", literals + 4);
  edge(literals + 4, "s", literals + 5);
  edge(literals + 5, "e", after);
  edge(literals + 6, "u", literals + 7);
  edge(literals + 7, "l", literals + 8);
  edge(literals + 8, "l", after);
}

// packages/terraform/src/plan/text-bytes.ts
var windowBytes = 1024 * 1024;
var TextBytes = class {
  #source;
  #encoding;
  #offset;
  #produced = 0;
  /** For UTF-16: where each chunk began, in the text and in the file. */
  #marks = [];
  constructor(source) {
    this.#source = source;
    this.#encoding = detectEncoding(source.read(0, 4));
    this.#offset = this.#encoding.mark;
  }
  /** The next chunk, valid until the next call; `undefined` at the end. */
  next() {
    if (this.#offset >= this.#source.size) return void 0;
    const start = this.#offset;
    const bytes2 = this.#source.read(start, windowBytes);
    if (bytes2.length === 0) return void 0;
    if (this.#encoding.name === "utf-8") {
      this.#offset += bytes2.length;
      return bytes2;
    }
    const whole = wholeUnits(bytes2, this.#encoding.name, start + bytes2.length >= this.#source.size);
    this.#offset += whole.length;
    this.#marks.push({ text: this.#produced, file: start });
    const chunk = Buffer.from(decodeUtf16(whole, this.#encoding.name), "utf8");
    this.#produced += chunk.length;
    return chunk;
  }
  /** The byte in the file of a place in the text. */
  fileOffset(textOffset) {
    if (this.#encoding.name === "utf-8") return this.#encoding.mark + textOffset;
    const mark = this.#marks.findLast(({ text: text2 }) => text2 <= textOffset);
    if (!mark) return this.#encoding.mark;
    const bytes2 = this.#source.read(mark.file, windowBytes);
    const text = Buffer.from(decodeUtf16(bytes2, this.#encoding.name), "utf8").subarray(0, textOffset - mark.text);
    return Math.min(this.#source.size, mark.file + text.toString("utf8").length * 2);
  }
};
function detectEncoding(head) {
  const [a, b, c] = head;
  if (a === 255 && b === 254) return { name: "utf-16le", mark: 2 };
  if (a === 254 && b === 255) return { name: "utf-16be", mark: 2 };
  if (a === 239 && b === 187 && c === 191) return { name: "utf-8", mark: 3 };
  if (a !== 0 && b === 0) return { name: "utf-16le", mark: 0 };
  if (a === 0 && b !== 0 && b !== void 0) return { name: "utf-16be", mark: 0 };
  return { name: "utf-8", mark: 0 };
}
function wholeUnits(bytes2, encoding, last) {
  if (last) return bytes2;
  const even = bytes2.length - bytes2.length % 2;
  const high = bytes2[even - (encoding === "utf-16le" ? 1 : 2)] ?? 0;
  const isLead = high >= 216 && high <= 219;
  return bytes2.subarray(0, isLead && even > 2 ? even - 2 : even);
}
function decodeUtf16(bytes2, encoding) {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes2);
}

// packages/terraform/src/plan/cursor.ts
var quote = 34;
var backslash = 92;
var openList2 = 91;
var openMap2 = 123;
var firstAction = actions.openMap;
var inKey = keyString;
var inString = valueString;
var scalarPattern = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
var JsonCursor = class {
  #text;
  #bytes;
  #position = 0;
  #end = 0;
  /** Offset in the text of the window's first byte. */
  #base = 0;
  /** Start of the value that must stay in the window; -1 for none. */
  #pin = -1;
  /** What is being read, for errors: `resource_changes`. */
  section = "";
  constructor(source) {
    this.#text = new TextBytes(source);
    this.#bytes = Buffer.allocUnsafe(Math.min(windowBytes * 2, source.size));
  }
  /** The next byte that is no space, without consuming it; `undefined` at the end. */
  peek() {
    for (; ; ) {
      while (this.#position < this.#end) {
        const byte = this.#bytes[this.#position];
        if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return byte;
        this.#position += 1;
      }
      if (!this.#fill()) return void 0;
    }
  }
  /** Consumes `byte` if it comes next. */
  take(byte) {
    if (this.peek() !== byte) return false;
    this.#position += 1;
    return true;
  }
  /** Consumes `null` if it comes next. */
  takeNull() {
    if (this.peek() !== 110) return false;
    this.skip();
    return true;
  }
  /** Consumes `byte` or refuses the text. @param want the byte in words */
  expect(byte, want) {
    if (!this.take(byte)) throw this.#unexpected(want);
  }
  /** Consumes a string and gives its value. */
  string(want) {
    if (this.peek() !== quote) throw this.#unexpected(want);
    return this.value();
  }
  /** Consumes a value and parses it. */
  value() {
    const [bytes2, start] = this.raw();
    try {
      return JSON.parse(bytes2.toString("utf8"));
    } catch (error) {
      throw this.fail(`what begins here is no JSON value: ${error instanceof Error ? error.message.slice(0, 200) : ""}`, start, error);
    }
  }
  /** Consumes a value and gives its bytes, valid until the next call, and its place in the text. */
  raw() {
    this.peek();
    this.#pin = this.#position;
    this.skip();
    const start = this.#pin;
    this.#pin = -1;
    return [this.#bytes.subarray(start, this.#position), this.#base + start];
  }
  /** Consumes a value of any size and depth, without holding it. */
  skip() {
    const byte = this.peek();
    if (byte === openMap2 || byte === openList2) this.#container();
    else if (byte === quote) this.#string();
    else this.#scalar();
  }
  /** An error at a place in the text, told as a byte of the file. */
  fail(message, at = this.#base + this.#position, cause) {
    const offset = this.#text.fileOffset(at);
    const where = this.section ? ` in ${this.section}` : "";
    return new PlanError({ message: `byte ${offset}${where}: ${message}`, offset, cause });
  }
  /** Walks the table from a map's or list's first byte to its last. */
  #container() {
    const open = [];
    const table = transitions;
    let state = valueState;
    for (; ; ) {
      const bytes2 = this.#bytes;
      const end = this.#end;
      let at = this.#position;
      while (at < end) {
        const next = table[state * 256 + bytes2[at]];
        at += 1;
        if (next < firstAction) {
          state = next;
          if (next === inKey || next === inString) at = endOfText(bytes2, at, end);
        } else {
          state = this.#act(next, state, at - 1, open);
          if (open.length > 0) continue;
          this.#position = at;
          return;
        }
      }
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected(wanted(state));
    }
  }
  /** Opens, closes or goes on; gives the next state. */
  #act(action, state, at, open) {
    if (action === actions.comma) return open.at(-1) === actions.openMap ? states.afterCommaInMap : states.afterCommaInList;
    if (action <= actions.openList) {
      open.push(action);
      return action === actions.openMap ? states.afterOpenMap : states.afterOpenList;
    }
    if (action !== actions.refuse && open.pop() === action - 2) return states.after;
    this.#position = at;
    throw this.#unexpected(wanted(state));
  }
  #string() {
    this.#position += 1;
    for (; ; ) {
      const end = this.#end;
      let at = this.#position;
      while (at < end) {
        const byte = this.#bytes[at];
        if (byte === quote) {
          this.#position = at + 1;
          return;
        }
        if (byte < 32) throw this.fail("a control character inside a string", this.#base + at);
        at += byte === backslash ? 2 : 1;
      }
      const over = at - end;
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected("the end of a string");
      this.#position += over;
    }
  }
  #scalar() {
    let word2 = "";
    for (; ; ) {
      while (this.#position < this.#end) {
        const character = String.fromCharCode(this.#bytes[this.#position]);
        if (!/[\w.+-]/.test(character) || word2.length > 1e3) {
          if (scalarPattern.test(word2)) return;
          throw this.#unexpected("a value");
        }
        word2 += character;
        this.#position += 1;
      }
      if (this.#fill()) continue;
      if (scalarPattern.test(word2)) return;
      throw this.#unexpected("a value");
    }
  }
  #unexpected(want) {
    const byte = this.peek();
    if (byte === void 0) return this.fail(`the file ends here, in the middle of the plan; want ${want}`);
    const shown = byte > 32 && byte < 127 ? JSON.stringify(String.fromCharCode(byte)) : `byte 0x${byte.toString(16)}`;
    return this.fail(`got ${shown}; want ${want}`);
  }
  /** Brings in the next chunk, keeping what is pinned or not read yet. */
  #fill() {
    const chunk = this.#text.next();
    if (!chunk) return false;
    const from = this.#pin >= 0 ? this.#pin : this.#position;
    const rest = this.#end - from;
    const size = rest + chunk.length;
    const target = size > this.#bytes.length ? Buffer.allocUnsafe(Math.max(size, this.#bytes.length * 2)) : this.#bytes;
    this.#bytes.copy(target, 0, from, this.#end);
    target.set(chunk, rest);
    this.#bytes = target;
    this.#base += from;
    this.#position -= from;
    if (this.#pin >= 0) this.#pin = 0;
    this.#end = size;
    return true;
  }
};
function endOfText(bytes2, at, end) {
  let next = at;
  while (next < end) {
    const byte = bytes2[next];
    if (byte === quote || byte === backslash || byte < 32) break;
    next += 1;
  }
  return next;
}

// packages/terraform/src/plan/recognise.ts
var zip = [80, 75, 3, 4];
var headBytes = 64 * 1024;
function refuseOtherFiles(source) {
  if (source.size === 0) throw new PlanError({ message: "byte 0: the file is empty", offset: 0 });
  const head = source.read(0, 4);
  if (zip.every((byte, index) => head[index] === byte)) {
    throw new PlanError({
      message: "byte 0: this is the binary plan of `terraform plan -out`, not its JSON",
      hint: "Turn it into JSON first: terraform show -json plan.bin > plan.json",
      offset: 0
    });
  }
  const text = Buffer.from(new TextBytes(source).next() ?? new Uint8Array()).subarray(0, headBytes).toString("utf8");
  const first = text.trimStart();
  if (first.startsWith("{")) {
    refuseLog(first);
    return;
  }
  if (first === "") throw new PlanError({ message: `byte ${source.size}: the file holds only blanks`, offset: source.size });
  const offset = Buffer.byteLength(text.slice(0, text.length - first.length));
  throw new PlanError(
    looksLikeText(first) ? {
      message: `byte ${offset}: this is what \`terraform plan\` or \`terraform show\` prints for people, not JSON`,
      hint: "Take the JSON of the saved plan: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
      offset
    } : { message: `byte ${offset}: got ${JSON.stringify(first.slice(0, 1))}; want the map of a plan in JSON`, offset }
  );
}
function refuseLog(first) {
  if (!/^\{\s*"@(level|message|module|timestamp)"/.test(first)) return;
  throw new PlanError({
    message: "byte 0: this is the log of `terraform plan -json` (a message a line), not the plan",
    hint: "Save the plan, then show it: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
    offset: 0
  });
}
function looksLikeText(first) {
  return /Terraform (used|will|has|planned)|OpenTofu (used|will|has)|No changes\.|^\s*# [\w.[\]"-]+ (will|must|has)|Plan: \d+ to add|Error: |\u001b\[/m.test(
    first
  );
}
function refuseOtherJson(keys) {
  if (keys.has("lineage") || keys.has("serial") && keys.has("version")) {
    throw new PlanError({ message: "this is a Terraform state file, not a plan" });
  }
  if (!keys.has("format_version")) throw new PlanError({ message: "this is JSON, but not a plan: it has no format_version" });
  if (keys.has("values") && !keys.has("planned_values") && !keys.has("resource_changes")) {
    throw new PlanError({ message: "this is the JSON of a state (`terraform show -json` without a plan), not of a plan" });
  }
  if (!keys.has("resource_changes") && !keys.has("planned_values")) {
    throw new PlanError({ message: "this is JSON with a format_version, but not a plan: it has neither resource_changes nor planned_values" });
  }
}

// packages/terraform/src/plan/valid-json.ts
var quote2 = 34;
var backslash2 = 92;
var openMap3 = 123;
function eachValidMember(bytes2, at, visit) {
  if (bytes2[at] !== openMap3) return;
  let next = skipSpace(bytes2, at + 1);
  while (bytes2[next] === quote2) {
    const keyEnd = endOfString(bytes2, next) - 1;
    const valueStart = skipSpace(bytes2, skipSpace(bytes2, keyEnd + 1) + 1);
    const valueEnd = endOfValue(bytes2, valueStart);
    visit(next + 1, keyEnd, valueStart, valueEnd);
    next = skipSpace(bytes2, skipSpace(bytes2, valueEnd) + 1);
  }
}
function endOfValue(bytes2, at) {
  const first = bytes2[at];
  if (first === quote2) return endOfString(bytes2, at);
  return first === openMap3 || first === 91 ? endOfContainer(bytes2, at) : endOfScalar(bytes2, at);
}
function wantNames(names) {
  return { names: [...names].map((name) => ({ name, bytes: Buffer.from(name) })) };
}
function pickMembers(bytes2, at, { names }) {
  let result;
  eachValidMember(bytes2, at, (keyStart, keyEnd, valueStart, valueEnd) => {
    const wanted2 = names.find((one) => sameBytes(bytes2, keyStart, keyEnd, one.bytes));
    if (!wanted2) return;
    result ??= {};
    result[wanted2.name] = JSON.parse(bytes2.toString("utf8", valueStart, valueEnd));
  });
  return result;
}
function sameBytes(bytes2, start, end, other) {
  if (end - start !== other.length) return false;
  for (let index = 0; index < other.length; index += 1) if (bytes2[start + index] !== other[index]) return false;
  return true;
}
function skipSpace(bytes2, at) {
  let next = at;
  while (bytes2[next] <= 32) next += 1;
  return next;
}
function endOfString(bytes2, at) {
  let next = at + 1;
  while (next < bytes2.length) {
    const byte = bytes2[next];
    if (byte === quote2) return next + 1;
    next += byte === backslash2 ? 2 : 1;
  }
  return next;
}
function endOfContainer(bytes2, at) {
  let depth = 0;
  let next = at;
  while (next < bytes2.length) {
    const byte = bytes2[next];
    if (byte === quote2) next = endOfString(bytes2, next);
    else {
      next += 1;
      if (byte === openMap3 || byte === 91) depth += 1;
      else if (byte === 125 || byte === 93) depth -= 1;
      if (depth === 0) return next;
    }
  }
  return next;
}
function endOfScalar(bytes2, at) {
  let next = at;
  while (next < bytes2.length) {
    const byte = bytes2[next];
    if (byte <= 32 || byte === 44 || byte === 125 || byte === 93) return next;
    next += 1;
  }
  return next;
}

// packages/terraform/src/plan/resource-changes.ts
var knownActions = /* @__PURE__ */ new Set(["no-op", "create", "read", "update", "delete", "forget"]);
function createIntern() {
  const words = /* @__PURE__ */ new Map();
  return (text) => {
    const known = words.get(text);
    if (known !== void 0) return known;
    words.set(text, text);
    return text;
  };
}
function readChanges(cursor, selection, intern) {
  const changes = [];
  let count2 = 0;
  let length = 0;
  const section = cursor.section;
  eachElement(cursor, (index) => {
    length = index + 1;
    cursor.section = `${section}[${index}]`;
    const [bytes2, start] = cursor.raw();
    const brief = readBrief(bytes2, selection);
    if (brief) {
      if (brief.remains) count2 += 1;
      return;
    }
    const parts = readParts(cursor, bytes2, start, selection);
    if (parts.mode === "managed" && parts.deposed === void 0 && parts.remains) count2 += 1;
    if (parts.wanted) changes.push(toChange(parts, parts.wanted, intern));
  });
  cursor.section = section;
  return { changes, count: count2, length };
}
var changeKey = Buffer.from('"change":{"actions":[');
var listStart = '"change":{"actions":'.length;
function readBrief(bytes2, selection) {
  const at = bytes2.indexOf(changeKey);
  if (at < 0) return void 0;
  const head = parseMap(`${bytes2.toString("utf8", 0, at)}"":0}`);
  if (!head || typeof head["type"] !== "string" || typeof head["address"] !== "string" || selection.attributes(head["type"])) return void 0;
  const end = bytes2.indexOf(93, at + listStart);
  const actions2 = parseMap(`{"a":${bytes2.toString("utf8", at + listStart, end + 1)}}`)?.["a"];
  if (!isActions(actions2)) return void 0;
  return { remains: head["mode"] === "managed" && head["deposed"] === void 0 && !isEnd(actions2) };
}
function parseMap(text) {
  try {
    const value = JSON.parse(text);
    return isMap(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isEnd(actions2) {
  return actions2.every((action) => action === "delete" || action === "forget");
}
function readParts(cursor, bytes2, start, selection) {
  const head = /* @__PURE__ */ new Map();
  const values = /* @__PURE__ */ new Map();
  eachValidMember(bytes2, 0, (keyStart, keyEnd, valueStart, valueEnd) => {
    const key2 = bytes2.toString("utf8", keyStart, keyEnd);
    if (key2 !== "change") head.set(key2, parseAt(bytes2, valueStart, valueEnd));
    else eachValidMember(bytes2, valueStart, (from, to, begin, end) => void values.set(bytes2.toString("utf8", from, to), [begin, end]));
  });
  const address = head.get("address");
  const type = head.get("type");
  if (typeof address !== "string" || typeof type !== "string") throw cursor.fail("a resource change without address and type", start);
  const actions2 = parseRange(bytes2, values.get("actions"));
  if (!isActions(actions2)) throw cursor.fail(`${address} has no change with known actions`, start);
  const mode = head.get("mode");
  const deposed = head.get("deposed");
  return {
    address,
    type,
    mode: typeof mode === "string" ? mode : "managed",
    deposed: typeof deposed === "string" ? deposed : void 0,
    actions: actions2,
    remains: !isEnd(actions2) && bytes2[values.get("after")?.[0] ?? -1] === openMap4,
    wanted: selection.attributes(type),
    bytes: bytes2,
    head,
    values
  };
}
var openMap4 = 123;
function toChange(parts, wanted2, intern) {
  const { head, bytes: bytes2, values } = parts;
  const index = head.get("index");
  const previous = head.get("previous_address");
  const importing = values.get("importing");
  const after2 = valuesAt(bytes2, values.get("after"), wanted2);
  const marks = (name) => marksAt(bytes2, values.get(name), wanted2);
  return {
    address: parts.address,
    moduleAddress: word(head.get("module_address"), intern),
    mode: intern(parts.mode),
    type: intern(parts.type),
    name: word(head.get("name"), intern),
    index: typeof index === "string" || typeof index === "number" ? index : void 0,
    deposed: parts.deposed,
    previousAddress: typeof previous === "string" ? previous : void 0,
    providerName: word(head.get("provider_name"), intern),
    actions: parts.actions,
    importing: importing !== void 0 && bytes2[importing[0]] === openMap4,
    before: isNoOp(parts.actions) ? after2 : valuesAt(bytes2, values.get("before"), wanted2),
    after: after2,
    afterUnknown: marks("after_unknown"),
    beforeSensitive: marks("before_sensitive"),
    afterSensitive: marks("after_sensitive")
  };
}
function valuesAt(bytes2, range, wanted2) {
  if (range === void 0 || bytes2[range[0]] !== openMap4) return null;
  if (wanted2 === "all") return parseRange(bytes2, range);
  return pickMembers(bytes2, range[0], prepared(wanted2)) ?? nothing;
}
function marksAt(bytes2, range, wanted2) {
  if (range === void 0) return nothing;
  return bytes2[range[0]] === openMap4 ? valuesAt(bytes2, range, wanted2) ?? nothing : parseRange(bytes2, range) === true || nothing;
}
var preparations = /* @__PURE__ */ new WeakMap();
function prepared(wanted2) {
  const known = preparations.get(wanted2);
  if (known) return known;
  const names = wantNames(wanted2);
  preparations.set(wanted2, names);
  return names;
}
function parseRange(bytes2, range) {
  return range === void 0 ? void 0 : parseAt(bytes2, range[0], range[1]);
}
function parseAt(bytes2, start, end) {
  return JSON.parse(bytes2.toString("utf8", start, end));
}
function word(value, intern) {
  return typeof value === "string" ? intern(value) : "";
}
function isActions(value) {
  return Array.isArray(value) && value.length > 0 && value.every((action) => knownActions.has(action));
}
function isNoOp(actions2) {
  return actions2.length === 1 && actions2[0] === "no-op";
}

// packages/terraform/src/plan/read-plan.ts
var knownMajor = "1";
function readPlan(source, selection) {
  refuseOtherFiles(source);
  const keys = /* @__PURE__ */ new Set();
  const parts = readParts2(source, selection, keys);
  refuseOtherJson(keys);
  refuseOtherVersions(parts.scalars.get("format_version"));
  refuseErrored(parts.scalars.get("errored"));
  refuseIncomplete(parts);
  return {
    formatVersion: String(parts.scalars.get("format_version")),
    terraformVersion: String(parts.scalars.get("terraform_version") ?? ""),
    complete: parts.scalars.get("complete") !== false,
    changes: parts.changes.changes,
    drift: parts.drift.changes,
    resourceCount: parts.changes.count,
    data: parts.data,
    configuration: parts.configuration.module,
    providers: parts.configuration.providers,
    variables: parts.variables
  };
}
function readParts2(source, selection, keys) {
  const cursor = new JsonCursor(source);
  const intern = createIntern();
  const none = { changes: [], count: 0, length: 0 };
  const parts = {
    scalars: /* @__PURE__ */ new Map(),
    changes: none,
    planned: false,
    drift: none,
    data: [],
    configuration: { module: emptyModule, providers: /* @__PURE__ */ new Map() },
    variables: /* @__PURE__ */ new Map()
  };
  eachMember(cursor, (key2) => {
    if (keys.has(key2)) throw cursor.fail(`${key2} stands twice`);
    keys.add(key2);
    cursor.section = key2;
    if (key2 === "resource_changes") parts.changes = readChanges(cursor, selection, intern);
    else if (key2 === "resource_drift") parts.drift = readChanges(cursor, selection, intern);
    else if (key2 === "prior_state") parts.data = readPriorState(cursor, selection);
    else if (key2 === "configuration") parts.configuration = readConfiguration(cursor, selection);
    else if (key2 === "variables") readVariables(cursor, parts.variables);
    else if (key2 === "planned_values") parts.planned = holdsResources(cursor);
    else if (scalarKeys.has(key2)) parts.scalars.set(key2, cursor.value());
    else cursor.skip();
    if (key2 === "format_version") refuseOtherVersions(parts.scalars.get(key2));
    cursor.section = "";
  });
  if (cursor.peek() !== void 0) throw cursor.fail("something follows the end of the plan");
  return parts;
}
var scalarKeys = /* @__PURE__ */ new Set(["format_version", "terraform_version", "errored", "complete"]);
function readVariables(cursor, variables) {
  eachMember(cursor, (name) => {
    const entry = cursor.value();
    variables.set(name, isMap(entry) ? entry["value"] : void 0);
  });
}
function holdsResources(cursor) {
  let found = false;
  eachMember(cursor, (part2) => {
    if (part2 !== "root_module") return cursor.skip();
    eachMember(cursor, (key2) => {
      if (key2 !== "resources" && key2 !== "child_modules") return cursor.skip();
      eachElement(cursor, () => {
        found = true;
        cursor.skip();
      });
    });
  });
  return found;
}
function refuseIncomplete({ planned, changes }) {
  if (!planned || changes.length > 0) return;
  throw new PlanError({ message: "planned_values has resources, but resource_changes has none: a part of the plan was taken away" });
}
function refuseOtherVersions(version) {
  if (typeof version === "string" && /^1(\.\d+)*$/.test(version)) return;
  throw new PlanError({
    message: `format_version is ${JSON.stringify(version)?.slice(0, 50)}; this action knows ${knownMajor}.x`,
    hint: "Write the plan with Terraform 1.x or OpenTofu 1.x: terraform show -json plan.bin > plan.json"
  });
}
function refuseErrored(errored) {
  if (errored === void 0 || errored === false || errored === null) return;
  throw new PlanError({
    code: "plan-errored",
    message: "the plan says `errored: true`: planning failed, so it does not show all that would happen",
    hint: "Correct what `terraform plan` reports, and plan again; check only a plan that succeeded."
  });
}

// packages/conventions/src/plan-facts/module-address.ts
var step = /module\.([^.[\]]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?/y;
function parseModuleAddress(address) {
  const steps = [];
  let at = 0;
  while (at < address.length) {
    step.lastIndex = at;
    const match = step.exec(address);
    if (!match) break;
    steps.push({ name: match[1] ?? "", key: match[3] !== void 0 ? Number(match[3]) : match[2] === void 0 ? void 0 : unescapeKey(match[2]) });
    at = step.lastIndex + 1;
  }
  return steps;
}
function moduleAddress(parent, name, key2) {
  const own = `module.${name}${keyText(key2)}`;
  return parent === "" ? own : `${parent}.${own}`;
}
function keyText(key2) {
  if (key2 === void 0) return "";
  return typeof key2 === "number" ? `[${key2}]` : `[${JSON.stringify(key2)}]`;
}
function unescapeKey(quoted) {
  try {
    return JSON.parse(`"${quoted}"`);
  } catch {
    return quoted;
  }
}

// packages/conventions/src/plan-facts/world.ts
var noMarks = Object.freeze({});
var World = class {
  plan;
  #byType = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #modules = /* @__PURE__ */ new Map();
  /** @param phase `after`: what will be, never what is only deleted or forgotten; `before`: what was */
  constructor(plan, phase) {
    this.plan = plan;
    for (const change of plan.changes) {
      if (change.mode !== "managed" || change.deposed !== void 0) continue;
      const resource = phase === "after" ? resourceAfter(change) : resourceBefore(change);
      if (!resource) continue;
      const list2 = this.#byType.get(change.type);
      if (list2) list2.push(resource);
      else this.#byType.set(change.type, [resource]);
    }
  }
  /** All instances of a type, in the plan's order. */
  ofType(type) {
    return this.#byType.get(type) ?? [];
  }
  /** All instances of one resource block in one module instance. */
  instances(moduleAddress2, type, name) {
    return this.#names(type).get(`${moduleAddress2}|${name}`) ?? [];
  }
  /** The block that a resource comes from; none when its configuration is gone. */
  configured(resource) {
    const { moduleAddress: moduleAddress2, type, name } = resource.change;
    return this.module(moduleAddress2).configured.resources.get(`${type}.${name}`);
  }
  /** A module instance by its address. */
  module(address) {
    const known = this.#modules.get(address);
    if (known) return known;
    const steps = parseModuleAddress(address);
    let configured = this.plan.configuration;
    for (const { name } of steps) configured = configured.calls.get(name)?.module ?? emptyModule;
    const instance = { address, configured, steps };
    this.#modules.set(address, instance);
    return instance;
  }
  #names(type) {
    const known = this.#byName.get(type);
    if (known) return known;
    const names = /* @__PURE__ */ new Map();
    for (const resource of this.ofType(type)) {
      const key2 = `${resource.change.moduleAddress}|${resource.change.name}`;
      const list2 = names.get(key2);
      if (list2) list2.push(resource);
      else names.set(key2, [resource]);
    }
    this.#byName.set(type, names);
    return names;
  }
};
function resourceAfter(change) {
  if (change.after === null || change.actions.every((action) => action === "delete" || action === "forget")) return void 0;
  return { address: change.address, type: change.type, change, values: change.after, unknown: change.afterUnknown, sensitive: change.afterSensitive };
}
function resourceBefore(change) {
  if (change.before === null) return void 0;
  return { address: change.address, type: change.type, change, values: change.before, unknown: noMarks, sensitive: change.beforeSensitive };
}
function marked(marks, path) {
  let node = marks;
  for (const part2 of path) {
    if (node === true) return true;
    node = child(node, part2);
  }
  return node === true;
}
function child(node, part2) {
  if (Array.isArray(node)) return typeof part2 === "number" ? node[part2] : void 0;
  return isMap(node) && Object.hasOwn(node, part2) ? node[part2] : void 0;
}

// packages/conventions/src/plan-facts/attributes.ts
var absent = { state: "absent" };
var unknown = { state: "unknown" };
function read(resource, path) {
  if (marked(resource.unknown, path)) return unknown;
  let value = resource.values;
  for (const part2 of path) value = child(value, part2);
  return value === void 0 || value === null || value === "" ? absent : { state: "known", value };
}
function readText(resource, path) {
  const reading = read(resource, path);
  return reading.state === "known" && typeof reading.value !== "object" ? { ...reading, text: String(reading.value) } : reading;
}
function readFlag(resource, path) {
  const reading = read(resource, path);
  if (reading.state !== "known") return reading.state;
  return String(reading.value) === "true" ? "true" : "false";
}
function readBlocks(resource, path) {
  const reading = read(resource, path);
  if (reading.state === "unknown") return "unknown";
  if (reading.state === "absent") return [];
  if (Array.isArray(reading.value)) return reading.value.map((_, index) => [...path, index]);
  return typeof reading.value === "object" ? [path] : [];
}
function pathText(path) {
  return path.map((part2, index) => typeof part2 === "number" ? `[${part2}]` : index === 0 ? part2 : `.${part2}`).join("");
}
function showValue(resource, path) {
  const name = pathText(path);
  const reading = read(resource, path);
  if (reading.state === "unknown") return `${name} = (known after apply)`;
  if (reading.state === "absent") return `${name} is not set`;
  if (isSensitive(resource, path)) return `${name} = (sensitive)`;
  return `${name} = ${JSON.stringify(reading.value)?.slice(0, 300)}`;
}
function isSensitive(resource, path) {
  return marked(resource.sensitive, path);
}

// packages/conventions/src/plan-facts/expressions.ts
function expressionAt(block6, path) {
  let node = block6?.expressions;
  for (const part2 of path) {
    if (typeof part2 === "number") node = Array.isArray(node) ? node[part2] : part2 === 0 ? node : void 0;
    else node = isMap(node) && Object.hasOwn(node, part2) ? node[part2] : void 0;
  }
  return node;
}
function isWritten(expression) {
  if (expression === void 0 || expression === null) return false;
  return !(isMap(expression) && "constant_value" in expression && expression["constant_value"] === null);
}
function longestReferences(expression) {
  const list2 = isMap(expression) ? expression["references"] : void 0;
  if (!Array.isArray(list2)) return [];
  const all = [...new Set(list2.filter((entry) => typeof entry === "string"))];
  return all.filter((one) => !all.some((other) => other.length > one.length && other.startsWith(one) && /[.[]/.test(other[one.length] ?? "")));
}
var part = /\.?([^.[\]"]+)|\[(?:"((?:[^"\\]|\\.)*)"|(\d+)|([^\]]*))\]/y;
function splitReference(reference) {
  const parts = [];
  let at = 0;
  while (at < reference.length) {
    part.lastIndex = at;
    const match = part.exec(reference);
    if (!match) break;
    if (match[1] !== void 0) parts.push({ name: match[1] });
    else if (match[2] !== void 0) parts.push({ key: unescapeKey(match[2]) });
    else if (match[3] !== void 0) parts.push({ key: Number(match[3]) });
    at = part.lastIndex;
  }
  return parts;
}

// packages/conventions/src/plan-facts/references.ts
var hopLimit = 250;
function leavesOf(world, resource, path) {
  const block6 = world.configured(resource);
  const expression = expressionAt(block6, path);
  const walk = { world, leaves: [], seen: /* @__PURE__ */ new Set() };
  const { moduleAddress: module, index } = resource.change;
  follow(walk, expression, { moduleAddress: module, key: index, forEach: block6?.forEach }, []);
  return walk.leaves;
}
function follow(walk, expression, scope, chain) {
  if (chain.length > hopLimit) return;
  const references = longestReferences(expression);
  const ownKey = references.some((text) => /^(each\.(key|value)|count\.index)\b/.test(text));
  for (const text of references) {
    const visit = `${scope.moduleAddress}|${String(scope.key)}|${text}|${ownKey}`;
    if (walk.seen.has(visit)) continue;
    walk.seen.add(visit);
    followOne(walk, text, ownKey, scope, [...chain, text]);
  }
}
function followOne(walk, text, ownKey, scope, chain) {
  const parts = splitReference(text);
  const [head, second] = [nameOf(parts[0]), nameOf(parts[1])];
  if (head === "path" || head === "terraform" || head === "count" || head === "self") return;
  if (head === "each") {
    if (second === "value") follow(walk, withOwnKey(scope.forEach), { ...scope, forEach: void 0 }, chain);
  } else if (head === "var") followVariable(walk, second, scope, chain);
  else if (head === "module") followOutput(walk, parts, scope, chain);
  else if (head === "local" || head === "data" || head === "" || second === "") walk.leaves.push({ instances: [], chain: chain.join(" \u2192 ") });
  else walk.leaves.push(resourceLeaf(walk.world, parts, ownKey, scope, chain));
}
function withOwnKey(forEach) {
  return { references: [...longestReferences(forEach), "each.key"] };
}
function followVariable(walk, name, scope, chain) {
  const { steps } = walk.world.module(scope.moduleAddress);
  const own = steps.at(-1);
  if (!own) return;
  const parent = steps.slice(0, -1).reduce((address, { name: part2, key: key2 }) => moduleAddress(address, part2, key2), "");
  const call = walk.world.module(parent).configured.calls.get(own.name);
  if (call) follow(walk, call.expressions[name], { moduleAddress: parent, key: own.key, forEach: call.forEach }, chain);
}
function followOutput(walk, parts, scope, chain) {
  const name = nameOf(parts[1]);
  const keyed = parts[2] !== void 0 && "key" in parts[2] ? parts[2].key : void 0;
  const output = nameOf(parts[keyed === void 0 ? 2 : 3]);
  const call = walk.world.module(scope.moduleAddress).configured.calls.get(name);
  if (!call?.module.outputs.has(output)) {
    walk.leaves.push({ instances: [], chain: chain.join(" \u2192 ") });
    return;
  }
  const inside = moduleAddress(scope.moduleAddress, name, keyed);
  follow(walk, call.module.outputs.get(output), { moduleAddress: inside, key: void 0, forEach: void 0 }, chain);
}
function resourceLeaf(world, parts, ownKey, scope, chain) {
  const [type, name] = [nameOf(parts[0]), nameOf(parts[1])];
  const third = parts[2];
  const key2 = third !== void 0 && "key" in third ? third.key : void 0;
  const attribute = nameOf(parts[key2 === void 0 ? 2 : 3]);
  const all = world.instances(scope.moduleAddress, type, name);
  const own = ownKey && key2 === void 0 ? all.filter(({ change }) => change.index === scope.key) : [];
  const instances = key2 !== void 0 ? all.filter(({ change }) => change.index === key2) : own.length > 0 ? own : all;
  const prefix = scope.moduleAddress === "" ? "" : `${scope.moduleAddress}.`;
  const last = `${prefix}${chain.at(-1) ?? ""}`;
  return { type, ...attribute === "" ? {} : { attribute }, instances, chain: [...chain.slice(0, -1), last].join(" \u2192 ") };
}
function nameOf(part2) {
  return part2 !== void 0 && "name" in part2 ? part2.name : "";
}

// packages/conventions/src/plan-facts/keys.ts
var keyTypes = /* @__PURE__ */ new Set(["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"]);
var keyAttributes = /* @__PURE__ */ new Set(["arn", "id", "key_id"]);
var aliasAttributes = /* @__PURE__ */ new Set(["arn", "id", "name", "target_key_arn", "target_key_id"]);
var keyReads = {
  // key_manager and origin belong to the data source of the same type.
  aws_kms_key: ["arn", "id", "key_id", "key_manager", "origin"],
  aws_kms_external_key: ["arn", "id", "key_id"],
  aws_kms_replica_key: ["arn", "id", "key_id"],
  aws_kms_replica_external_key: ["arn", "id", "key_id"],
  aws_kms_alias: ["arn", "id", "name", "target_key_arn", "target_key_id"]
};
function judgeCustomerKey(world, resource, path) {
  const reading = readText(resource, path);
  const name = pathText(path);
  if (reading.state === "absent") return { verdict: "fail", message: `${name} is not set: the service's own key is used`, evidence: showValue(resource, path) };
  if (reading.text === void 0) return judgeUnknownKey(world, resource, path);
  if (isManagedAlias(reading.text) || isManagedByData(world, reading.text)) {
    const shown = isSensitive(resource, path) ? "a key" : reading.text;
    return { verdict: "fail", message: `${name} is ${shown}, which AWS manages`, evidence: showValue(resource, path) };
  }
  if (isWritten(expressionAt(world.configured(resource), path)) || findKey(world, reading.text)) return fine;
  return {
    verdict: "unknown",
    message: `${name} is a key that the configuration does not choose: it may be the service's own`,
    evidence: `${showValue(resource, path)}, without an expression`
  };
}
function judgeUnknownKey(world, resource, path) {
  const leaves = leavesOf(world, resource, path);
  if (leaves.length > 0 && leaves.every(isCustomerKey)) return fine;
  return unproven(world, resource, path, leaves);
}
function unproven(world, resource, path, leaves) {
  const name = pathText(path);
  const written = isWritten(expressionAt(world.configured(resource), path));
  const chains = leaves.map(({ chain }) => `${name} \u2192 ${chain}`).join("; ");
  if (chains !== "") return { verdict: "unknown", message: `${name} is known after apply, and nothing proves what it will be`, evidence: chains };
  return {
    verdict: "unknown",
    message: `${name} is known after apply`,
    evidence: written ? `${name} = (known after apply)` : `${name} = (known after apply), without an expression`
  };
}
function isCustomerKey(leaf) {
  return isKeyLeaf(leaf, keyTypes) || isAliasLeaf(leaf);
}
function isKeyLeaf(leaf, types2) {
  return types2.has(leaf.type ?? "") && leaf.instances.length > 0 && (leaf.attribute === void 0 || keyAttributes.has(leaf.attribute));
}
function isAliasLeaf(leaf) {
  return leaf.type === "aws_kms_alias" && leaf.instances.length > 0 && (leaf.attribute === void 0 || aliasAttributes.has(leaf.attribute));
}
function isManagedAlias(key2) {
  return /(^|:)alias\/aws\//.test(key2);
}
function isManagedByData(world, key2) {
  return world.plan.data.some(({ type, values }) => {
    if (type === "aws_kms_key") return values["key_manager"] === "AWS" && sameKey(values, key2, ["arn", "id", "key_id"]);
    return type === "aws_kms_alias" && isManagedAlias(String(values["name"] ?? "")) && sameKey(values, key2, ["target_key_arn", "target_key_id"]);
  });
}
function sameKey(values, key2, names) {
  return names.some((name) => values[name] === key2);
}
function findKey(world, key2) {
  return keyIndex(world).get(key2);
}
var indexes = /* @__PURE__ */ new WeakMap();
function keyIndex(world) {
  const known = indexes.get(world);
  if (known) return known;
  const index = /* @__PURE__ */ new Map();
  for (const type of keyTypes) for (const resource of world.ofType(type)) addNames(index, resource, ["arn", "id", "key_id"], resource);
  for (const alias of world.ofType("aws_kms_alias")) addNames(index, alias, ["arn", "id", "name"], aliasTarget(world, alias, index) ?? alias);
  indexes.set(world, index);
  return index;
}
function addNames(index, resource, names, target) {
  for (const name of names) {
    const { text } = readText(resource, [name]);
    if (text !== void 0) index.set(text, target);
  }
}
function aliasTarget(world, alias, index = keyIndex(world)) {
  const { text } = readText(alias, ["target_key_id"]);
  if (text !== void 0) return index.get(text);
  const leaves = leavesOf(world, alias, ["target_key_id"]);
  const [leaf] = leaves;
  return leaves.length === 1 && leaf && isKeyLeaf(leaf, keyTypes) && leaf.instances.length === 1 ? leaf.instances[0] : void 0;
}

// packages/conventions/src/rules/encryption/sources.ts
var optaDatabases = {
  document: "opta-aws-architecture",
  sentence: "All databases (redis, documentdb, sql) are encrypted at rest with a KMS key provisioned by the environment."
};
var bankKeys = {
  document: "banklitex-deployment-guideline",
  sentence: "Customer-managed CMK with KMS generated key material will be used as general approach for CMK keys with auto-rotation enabled."
};
var mediationStores = {
  document: "mediationzone-on-aws",
  sentence: "When running in AWS, stores data persistently in RDS, EFS and optionally MemoryDB. All these services support encryption at rest."
};
var optaQueues = {
  document: "opta-aws-architecture",
  sentence: "All SQS queues are encrypted at rest, each with a personal KMS key."
};
var optaTopics = {
  document: "opta-aws-architecture",
  sentence: "All SNS topics are encrypted at rest, each with a personal KMS key."
};
var dataworksVolumes = {
  document: "dataworks-data-egress",
  sentence: "It is required that our EBS volumes are encrypted with an external CMK generated by the Security Operations team."
};
function bankKeyRow(name, purpose) {
  return { document: "banklitex-deployment-guideline", sentence: `CMK KMS keys \u2026 ${name} \u2026 ${purpose}` };
}

// packages/conventions/src/rules/encryption/codeartifact-kms.ts
var codeartifactKms = {
  id: "codeartifact-kms",
  what: "CodeArtifact domains are encrypted with a customer-managed key",
  why: [bankKeyRow("shared-services-ci-codeartifact", "CodeArficat")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "encryption_key = aws_kms_key.<yours>.arn",
  reads: { aws_codeartifact_domain: ["encryption_key"], ...keyReads },
  judge: eachResource(["aws_codeartifact_domain"], (resource, world) => [judgeCustomerKey(world, resource, ["encryption_key"])])
};

// packages/conventions/src/plan-facts/flags.ts
function judgeOn(resource, path) {
  const flag = readFlag(resource, path);
  if (flag === "true") return fine;
  const evidence = showValue(resource, path);
  if (flag === "unknown") return { verdict: "unknown", message: `${pathText(path)} is known after apply`, evidence };
  return { verdict: "fail", message: `${pathText(path)} is ${flag === "absent" ? "not set" : "false"}`, evidence };
}
function failing(message, evidence) {
  return { verdict: "fail", message, evidence };
}
function uncertain(message, evidence) {
  return { verdict: "unknown", message, evidence };
}

// packages/conventions/src/rules/encryption/docdb-encrypted.ts
var docdbEncrypted = {
  id: "docdb-encrypted",
  what: "DocumentDB clusters are encrypted with a customer-managed key",
  why: [optaDatabases],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "storage_encrypted = true\nkms_key_id        = aws_kms_key.<yours>.arn",
  reads: { aws_docdb_cluster: ["storage_encrypted", "kms_key_id"], ...keyReads },
  judge: eachResource(["aws_docdb_cluster"], (resource, world) => {
    const encrypted = judgeOn(resource, ["storage_encrypted"]);
    return encrypted.verdict === "fail" ? [encrypted] : [encrypted, judgeCustomerKey(world, resource, ["kms_key_id"])];
  })
};

// packages/conventions/src/rules/encryption/dynamodb-encrypted.ts
var block = "server_side_encryption";
var dynamodbEncrypted = {
  id: "dynamodb-encrypted",
  what: "DynamoDB tables are encrypted with a customer-managed key",
  why: [bankKeys, bankKeyRow("shared-service-tf-state-dynamodb", "DynamoDB state for spacelift / terraform")],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "server_side_encryption {\n  enabled     = true\n  kms_key_arn = aws_kms_key.<yours>.arn\n}",
  reads: { aws_dynamodb_table: [block], ...keyReads },
  judge: eachResource(["aws_dynamodb_table"], (resource, world) => {
    const blocks2 = readBlocks(resource, [block]);
    if (blocks2 === "unknown") return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    const [path] = blocks2;
    if (!path) return [failing(`there is no ${block}: AWS uses a key that it owns`, showValue(resource, [block]))];
    const enabled = judgeOn(resource, [...path, "enabled"]);
    return enabled.verdict === "fail" ? [enabled] : [enabled, judgeCustomerKey(world, resource, [...path, "kms_key_arn"])];
  })
};

// packages/conventions/src/rules/encryption/ebs-default.ts
var defaultType = "aws_ebs_encryption_by_default";
var keyType = "aws_ebs_default_kms_key";
var ebsDefault = {
  id: "ebs-default",
  what: "EBS encryption by default is on, with a customer-managed default key",
  why: [bankKeyRow("shared-service-default-ebs", "EBS default")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}\nresource "aws_ebs_default_kms_key" "this" {\n  key_arn = aws_kms_key.<yours>.arn\n}',
  parameters: { required: { kind: "flag", title: "whether the plan has to hold the account default", fallback: false } },
  reads: { [defaultType]: ["enabled"], [keyType]: ["key_arn"], ...keyReads },
  judge: (world, parameters) => [...judgeDefaults(world), ...judgeKeys(world), ...judgeAbsence(world, parameters["required"] === true)]
};
function judgeDefaults(world) {
  const hasKey = world.ofType(keyType).length > 0;
  return world.ofType(defaultType).map((resource) => {
    const on = judgeOn(resource, ["enabled"]);
    const key2 = uncertain("which key is the default is not in this plan", `no ${keyType} in the plan`);
    return { resource, address: resource.address, facts: on.verdict === "pass" && !hasKey ? [on, key2] : [on] };
  });
}
function judgeKeys(world) {
  return world.ofType(keyType).map((resource) => ({ resource, address: resource.address, facts: [judgeCustomerKey(world, resource, ["key_arn"])] }));
}
function judgeAbsence(world, required) {
  if (!required || world.ofType(defaultType).length > 0) return [];
  const message = `the plan has no ${defaultType}, and the conventions file requires it`;
  return [{ address: "plan", facts: [{ verdict: "fail", message, evidence: `no ${defaultType} in the plan` }] }];
}

// packages/conventions/src/rules/encryption/volumes.ts
var volumeReads = {
  aws_ebs_volume: ["encrypted", "kms_key_id"],
  aws_instance: ["root_block_device", "ebs_block_device"],
  aws_launch_template: ["block_device_mappings"],
  aws_launch_configuration: ["root_block_device", "ebs_block_device"]
};
var volumeTypes = Object.keys(volumeReads);
function volumesOf(resource) {
  switch (resource.type) {
    case "aws_ebs_volume":
      return [{ state: "described", path: [] }];
    case "aws_launch_template":
      return templateVolumes(resource);
    default:
      return [...deviceVolumes(resource, "root_block_device", true), ...deviceVolumes(resource, "ebs_block_device", false)];
  }
}
function deviceVolumes(resource, name, always) {
  const evidence = showValue(resource, [name]);
  const blocks2 = readBlocks(resource, [name]);
  if (blocks2 === "unknown") return [{ state: "unknown", path: [name], evidence }];
  if (blocks2.length === 0) return always ? [{ state: "silent", path: [name], evidence }] : [];
  return blocks2.filter((path) => !isSet(resource, [...path, "no_device"])).map((path) => ({ state: "described", path }));
}
function templateVolumes(resource) {
  const name = "block_device_mappings";
  const evidence = showValue(resource, [name]);
  const mappings = readBlocks(resource, [name]);
  if (mappings === "unknown") return [{ state: "unknown", path: [name], evidence }];
  const volumes = mappings.filter((path) => !isSuppressed(resource, path)).flatMap((path) => mappedVolume(resource, path));
  return volumes.length > 0 ? volumes : [{ state: "silent", path: [name], evidence }];
}
function mappedVolume(resource, mapping) {
  const path = [...mapping, "ebs"];
  const blocks2 = readBlocks(resource, path);
  if (blocks2 === "unknown") return [{ state: "unknown", path, evidence: showValue(resource, path) }];
  return [blocks2[0] ? { state: "described", path: blocks2[0] } : { state: "silent", path, evidence: showValue(resource, path) }];
}
function isSuppressed(resource, mapping) {
  return isSet(resource, [...mapping, "no_device"]) || (readText(resource, [...mapping, "virtual_name"]).text ?? "").startsWith("ephemeral");
}
function isSet(resource, path) {
  const reading = read(resource, path);
  return reading.state === "known" && String(reading.value) !== "false";
}

// packages/conventions/src/rules/encryption/ebs-encrypted.ts
var defaultType2 = "aws_ebs_encryption_by_default";
var ebsEncrypted = {
  id: "ebs-encrypted",
  what: "every EBS volume is encrypted, also those of instances and launch templates",
  why: [dataworksVolumes, bankKeyRow("sandbox-default-ebs", "sandbox apps default ebs")],
  severity: "error",
  profiles: ["dwp", "bank", "strict"],
  remedy: "encrypted = true",
  reads: { ...volumeReads, [defaultType2]: ["enabled"] },
  judge: eachResource(volumeTypes, (resource, world) => volumesOf(resource).map((volume) => judgeVolume(world, resource, volume)))
};
function judgeVolume(world, resource, volume) {
  if (volume.state !== "described") return isDefault(world) ? fine : uncertain("whether the volume is encrypted is the account\u2019s default", volume.evidence);
  const path = [...volume.path, "encrypted"];
  const flag = readFlag(resource, path);
  if (flag === "true") return fine;
  if (flag === "false") return failing(`${pathText(path)} is false`, showValue(resource, path));
  return isDefault(world) ? fine : uncertain(`${pathText(path)} is left to the account\u2019s default`, showValue(resource, path));
}
function isDefault(world) {
  return world.ofType(defaultType2).some((resource) => readFlag(resource, ["enabled"]) === "true");
}

// packages/conventions/src/rules/encryption/ebs-external-cmk.ts
var defaultKeyType = "aws_ebs_default_kms_key";
var externalTypes = /* @__PURE__ */ new Set(["aws_kms_external_key", "aws_kms_replica_external_key"]);
var ownTypes = /* @__PURE__ */ new Set(["aws_kms_key", "aws_kms_replica_key"]);
var ebsExternalCmk = {
  id: "ebs-external-cmk",
  what: "EBS volumes use a KMS key with imported (external) key material",
  why: [
    dataworksVolumes,
    { document: "dataworks-data-egress", sentence: "Now that the key is uploaded, we can use this external KMS key to encrypt the EBS volumes." }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: "kms_key_id = aws_kms_external_key.<yours>.arn",
  reads: { ...volumeReads, ...keyReads, [defaultKeyType]: ["key_arn"] },
  judge: eachResource(volumeTypes, (resource, world) => volumesOf(resource).map((volume) => judgeVolume2(world, resource, volume)))
};
function judgeVolume2(world, resource, volume) {
  if (volume.state === "silent") return judgeDefaultKey(world, volume.evidence);
  if (volume.state === "unknown") return uncertain("the volume is known after apply", volume.evidence);
  if (readFlag(resource, [...volume.path, "encrypted"]) === "false") return fine;
  const path = [...volume.path, "kms_key_id"];
  if (readText(resource, path).state === "absent") return judgeDefaultKey(world, showValue(resource, path));
  return judgeExternal(world, resource, path);
}
function judgeDefaultKey(world, evidence) {
  const [key2] = world.ofType(defaultKeyType);
  return key2 ? judgeExternal(world, key2, ["key_arn"]) : uncertain("the volume takes the account\u2019s default key, which is not in this plan", evidence);
}
function judgeExternal(world, resource, path) {
  const { text } = readText(resource, path);
  if (text !== void 0) return judgeKnown(world, resource, path, text);
  const leaves = leavesOf(world, resource, path).map((leaf) => throughAlias(world, leaf));
  if (leaves.length > 0 && leaves.every((leaf) => isKeyLeaf(leaf, externalTypes))) return fine;
  const evidence = leaves.map(({ chain }) => `${pathText(path)} \u2192 ${chain}`).join("; ");
  if (leaves.length > 0 && leaves.every((leaf) => isKeyLeaf(leaf, ownTypes))) return failing("the key\u2019s material is generated by KMS", evidence);
  return unproven(world, resource, path, leaves);
}
function judgeKnown(world, resource, path, key2) {
  const evidence = showValue(resource, path);
  if (isManagedAlias(key2)) return failing("the key is managed by AWS", evidence);
  const own = findKey(world, key2);
  if (own && externalTypes.has(own.type)) return fine;
  if (own && ownTypes.has(own.type)) return failing(`the key\u2019s material is generated by KMS (${own.address})`, evidence);
  const data = world.plan.data.find(({ type, values }) => type === "aws_kms_key" && sameKey(values, key2, ["arn", "id", "key_id"]));
  const origin = data?.values["origin"];
  if (origin === "EXTERNAL") return fine;
  if (typeof origin === "string" && origin !== "") return failing(`the key\u2019s origin is ${origin} (${data?.address})`, evidence);
  return uncertain("whether the key\u2019s material is external is not in this plan", evidence);
}
function throughAlias(world, leaf) {
  if (!isAliasLeaf(leaf)) return leaf;
  const targets = leaf.instances.map((alias) => aliasTarget(world, alias));
  const found = targets.filter((target) => target !== void 0);
  const [first] = found;
  if (!first || found.length < targets.length || found.some(({ type }) => type !== first.type)) return { instances: [], chain: leaf.chain };
  return { type: first.type, instances: found, chain: `${leaf.chain} \u2192 ${first.address}` };
}

// packages/conventions/src/rules/encryption/ecr-kms.ts
var block2 = "encryption_configuration";
var ecrKms = {
  id: "ecr-kms",
  what: "ECR repositories are encrypted with a customer-managed key",
  why: [bankKeyRow("shared-service-spacelift-ecr", "ECR")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'encryption_configuration {\n  encryption_type = "KMS"\n  kms_key         = aws_kms_key.<yours>.arn\n}',
  reads: { aws_ecr_repository: [block2], ...keyReads },
  judge: eachResource(["aws_ecr_repository"], (resource, world) => {
    const blocks2 = readBlocks(resource, [block2]);
    if (blocks2 === "unknown") return [uncertain(`${block2} is known after apply`, showValue(resource, [block2]))];
    const [path] = blocks2;
    if (!path) return [failing(`there is no ${block2}: AES256 is used`, showValue(resource, [block2]))];
    const type = readText(resource, [...path, "encryption_type"]);
    if (type.state === "unknown") return [uncertain("encryption_type is known after apply", showValue(resource, [...path, "encryption_type"]))];
    if (!type.text?.startsWith("KMS")) return [failing(`encryption_type is ${type.text ?? "not set"}`, showValue(resource, [...path, "encryption_type"]))];
    return [judgeCustomerKey(world, resource, [...path, "kms_key"])];
  })
};

// packages/conventions/src/rules/encryption/efs-encrypted.ts
var efsEncrypted = {
  id: "efs-encrypted",
  what: "EFS file systems are encrypted, better with a customer-managed key",
  why: [
    {
      document: "mediationzone-on-aws",
      sentence: "it is recommended to use encryption at rest for EFS and MemoryDB as soon as there is some data with personal integrity being processed in the workflows"
    }
  ],
  severity: "error",
  profiles: ["mz", "strict"],
  remedy: "encrypted  = true\nkms_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_efs_file_system: ["encrypted", "kms_key_id"], ...keyReads },
  judge: eachResource(["aws_efs_file_system"], (resource, world) => {
    const encrypted = judgeOn(resource, ["encrypted"]);
    if (encrypted.verdict !== "pass") return [encrypted];
    return [{ ...judgeCustomerKey(world, resource, ["kms_key_id"]), severity: "warn" }];
  })
};

// packages/conventions/src/rules/encryption/eks-secrets-kms.ts
var block3 = "encryption_config";
var eksSecretsKms = {
  id: "eks-secrets-kms",
  what: "EKS encrypts Kubernetes secrets with a KMS key",
  why: [
    { document: "opta-aws-architecture", sentence: "The EKS storage (e.g. K8s secrets) is encrypted at rest via KMS" },
    bankKeyRow("sandbox-apps-eks", "sandbox eks apps")
  ],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: 'encryption_config {\n  resources = ["secrets"]\n  provider {\n    key_arn = aws_kms_key.<yours>.arn\n  }\n}',
  reads: { aws_eks_cluster: [block3], ...keyReads },
  judge: eachResource(["aws_eks_cluster"], (resource, world) => {
    const blocks2 = readBlocks(resource, [block3]);
    if (blocks2 === "unknown") return [uncertain(`${block3} is known after apply`, showValue(resource, [block3]))];
    const [path] = blocks2;
    if (!path) return [failing(`there is no ${block3}`, showValue(resource, [block3]))];
    const providers = readBlocks(resource, [...path, "provider"]);
    const key2 = providers === "unknown" ? [...path, "provider"] : [...providers[0] ?? [...path, "provider", 0], "key_arn"];
    return [judgeResources(resource, [...path, "resources"]), judgeCustomerKey(world, resource, key2)];
  })
};
function judgeResources(resource, path) {
  const reading = read(resource, path);
  if (reading.state === "unknown") return uncertain("which resources are encrypted is known after apply", showValue(resource, path));
  if (reading.state === "known" && Array.isArray(reading.value) && reading.value.includes("secrets")) return fine;
  return failing("secrets are not among the encrypted resources", showValue(resource, path));
}

// packages/conventions/src/plan-facts/companions.ts
function joinCompanions(world, spec) {
  const joined = /* @__PURE__ */ new Map();
  const loose = [];
  const owners = identityIndex(world, spec);
  for (const companion of world.ofType(spec.companion)) {
    const target = targetOf(world, companion, spec, owners);
    if (target === "elsewhere") continue;
    const [only, second] = target;
    if (only && !second) addTo(joined, only, companion);
    else loose.push({ companion, candidates: target.length === 0 ? void 0 : new Set(target) });
  }
  return {
    of: (owner) => joined.get(owner) ?? [],
    maybeOf: (owner) => loose.find(({ candidates }) => !candidates || candidates.has(owner))?.companion
  };
}
function addTo(joined, owner, companion) {
  const list2 = joined.get(owner);
  if (list2) list2.push(companion);
  else joined.set(owner, [companion]);
}
function targetOf(world, companion, spec, owners) {
  const reading = readText(companion, [spec.attribute]);
  if (reading.state === "absent") return "elsewhere";
  const named = reading.text === void 0 ? void 0 : owners.get(reading.text);
  if (named) return [named];
  const leaves = leavesOf(world, companion, [spec.attribute]);
  const own = leaves.filter(({ type }) => spec.owners.includes(type ?? "")).flatMap(({ instances }) => instances);
  if (reading.state === "known") {
    const unnamed = own.filter((owner) => spec.identity.every((name) => readText(owner, [name]).state !== "known"));
    return unnamed.length === 1 ? unnamed : "elsewhere";
  }
  return leaves.every(({ type, instances }) => spec.owners.includes(type ?? "") && instances.length > 0) ? own : [];
}
function identityIndex(world, spec) {
  const index = /* @__PURE__ */ new Map();
  for (const owner of spec.owners.flatMap((type) => world.ofType(type))) {
    for (const name of spec.identity) {
      const { text } = readText(owner, [name]);
      if (text !== void 0) index.set(text, owner);
    }
  }
  return index;
}

// packages/conventions/src/rules/encryption/s3-encrypted.ts
var companionType = "aws_s3_bucket_server_side_encryption_configuration";
var inlineBlock = "server_side_encryption_configuration";
var satisfying = {
  AES256: /* @__PURE__ */ new Set(["AES256", "aws:kms", "aws:kms:dsse"]),
  "aws:kms": /* @__PURE__ */ new Set(["aws:kms", "aws:kms:dsse"])
};
var s3Encrypted = {
  id: "s3-encrypted",
  what: "every bucket has default encryption",
  why: [
    { document: "opta-aws-architecture", sentence: "All S3 buckets are encrypted with AES 256." },
    {
      document: "system-design-2",
      sentence: "Server-Side-Encryption can be enabled to encrypt data within the S3 buckets using either AWS KMS or self-provided keys, providing encryption-at-rest."
    },
    {
      document: "banklitex-deployment-guideline",
      sentence: "As best tradeoff between cost of build / maintain key per account-service (i.e. dev-apps-s3-kms) will be used."
    }
  ],
  severity: "error",
  profiles: ["opta", "sysdesign2", "bank", "strict"],
  remedy: 'resource "aws_s3_bucket_server_side_encryption_configuration" "<bucket>" {\n  bucket = aws_s3_bucket.<bucket>.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.<yours>.arn\n    }\n  }\n}',
  parameters: {
    minimum: {
      kind: "choice",
      title: "the weakest algorithm that passes",
      words: ["AES256", "aws:kms"],
      byProfile: { opta: "AES256", sysdesign2: "aws:kms", bank: "aws:kms", strict: "aws:kms" }
    }
  },
  reads: { aws_s3_bucket: ["bucket", "id", "arn", inlineBlock], [companionType]: ["bucket", "rule"] },
  judge: (world, parameters) => [...judgeCompanions(world, parameters), ...judgeBuckets(world, parameters)]
};
function judgeCompanions(world, parameters) {
  return world.ofType(companionType).map((companion) => ({
    resource: companion,
    address: companion.address,
    facts: judgeRules(companion, ["rule"], parameters)
  }));
}
function judgeBucket(world, bucket, minimum) {
  const own = judgeBuckets(world, { minimum }).find(({ resource }) => resource === bucket);
  const companions = joinEncryption(world).of(bucket).flatMap((companion) => judgeRules(companion, ["rule"], { minimum }));
  return worst([...own?.facts ?? [], ...companions]);
}
function joinEncryption(world) {
  return joinCompanions(world, { companion: companionType, attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] });
}
function judgeBuckets(world, parameters) {
  const join = joinEncryption(world);
  return world.ofType("aws_s3_bucket").map((bucket) => {
    const inline = readBlocks(bucket, [inlineBlock]);
    const facts = inline === "unknown" ? [] : inline.flatMap((path) => judgeRules(bucket, [...path, "rule"], parameters));
    const byCompanions = facts.length === 0;
    if (byCompanions && join.of(bucket).length === 0) facts.push(withoutCompanion(join.maybeOf(bucket)));
    return { resource: bucket, address: bucket.address, facts, byCompanions };
  });
}
function withoutCompanion(maybe) {
  if (!maybe) return failing(`the bucket has no ${companionType}`, `no ${companionType} of this plan names the bucket`);
  return uncertain(
    "whether the bucket has a default encryption is known after apply",
    `${maybe.address} may be this bucket's: ${showValue(maybe, ["bucket"])}`
  );
}
function judgeRules(resource, path, parameters) {
  const rules2 = readBlocks(resource, path);
  if (rules2 === "unknown") return [uncertain("the encryption rules are known after apply", showValue(resource, path))];
  if (rules2.length === 0) return [failing("there is no encryption rule", showValue(resource, path))];
  return rules2.map((rule) => judgeAlgorithm(resource, [...rule, "apply_server_side_encryption_by_default"], String(parameters["minimum"])));
}
function judgeAlgorithm(resource, path, minimum) {
  const blocks2 = readBlocks(resource, path);
  if (blocks2 === "unknown") return uncertain("the encryption rule is known after apply", showValue(resource, path));
  const algorithm = [...blocks2[0] ?? [...path, 0], "sse_algorithm"];
  const reading = readText(resource, algorithm);
  if (reading.state === "unknown") return uncertain("the algorithm is known after apply", showValue(resource, algorithm));
  if (reading.text !== void 0 && satisfying[minimum]?.has(reading.text)) return fine;
  return failing(`the algorithm is ${reading.text ?? "not set"}; want ${minimum} at least`, showValue(resource, algorithm));
}

// packages/conventions/src/rules/encryption/flow-logs.ts
var logType = "aws_flow_log";
var flowLogs = {
  id: "flow-logs",
  what: "each VPC has a flow log to an encrypted bucket",
  why: [bankKeyRow("shared-service-flowlog-s3", "Flow logs S3")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_flow_log" "<vpc>" {\n  vpc_id               = aws_vpc.<vpc>.id\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.<logs>.arn\n}',
  reads: { ...s3Encrypted.reads, aws_vpc: ["id"], [logType]: ["vpc_id", "log_destination_type", "log_destination"] },
  judge: (world) => {
    const join = joinCompanions(world, { companion: logType, attribute: "vpc_id", owners: ["aws_vpc"], identity: ["id"] });
    return world.ofType("aws_vpc").flatMap((vpc) => judgeVpc(world, vpc, join));
  }
};
function judgeVpc(world, vpc, join) {
  const logs = join.of(vpc);
  if (logs.length === 0) return [{ resource: vpc, address: vpc.address, facts: [withoutLog(join.maybeOf(vpc))], byCompanions: true }];
  return logs.map((log) => ({ resource: log, address: log.address, facts: [judgeDestination(world, log)], byCompanions: true }));
}
function withoutLog(maybe) {
  if (!maybe) return failing("the VPC has no flow log", `no ${logType} of this plan names the VPC`);
  return uncertain("whether the VPC has a flow log is known after apply", `${maybe.address} may be this VPC's: ${showValue(maybe, ["vpc_id"])}`);
}
function judgeDestination(world, log) {
  const type = readText(log, ["log_destination_type"]);
  if (type.state === "unknown") return uncertain("log_destination_type is known after apply", showValue(log, ["log_destination_type"]));
  if (type.text !== "s3") return failing(`the flow log goes to ${type.text ?? "cloud-watch-logs"}, not to a bucket`, showValue(log, ["log_destination_type"]));
  const evidence = showValue(log, ["log_destination"]);
  const bucket = findBucket(world, log);
  if (!bucket) return uncertain("the bucket of the flow log is not in this plan", evidence);
  const verdict = judgeBucket(world, bucket, "aws:kms");
  if (verdict === "pass") return fine;
  return { verdict, message: `${bucket.address} is ${verdict === "fail" ? "not encrypted by s3-encrypted" : "not proven to be encrypted"}`, evidence };
}
function findBucket(world, log) {
  const { text } = readText(log, ["log_destination"]);
  if (text !== void 0) {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(text)?.[1];
    return world.ofType("aws_s3_bucket").find((bucket) => name !== void 0 && readText(bucket, ["bucket"]).text === name);
  }
  const buckets = leavesOf(world, log, ["log_destination"]).flatMap(({ type, instances }) => type === "aws_s3_bucket" ? instances : []);
  return buckets.length === 1 ? buckets[0] : void 0;
}

// packages/conventions/src/rules/encryption/logs-kms.ts
var logsKms = {
  id: "logs-kms",
  what: "CloudWatch log groups are encrypted with a customer-managed key",
  why: [
    bankKeyRow("sandbox-apps-cloudwatch", "Cloudwatch"),
    {
      document: "banklitex-deployment-guideline",
      sentence: "the following places might be (but do not have to be) a place where customer-sensitive data might be stored \u2026 CloudWatch application logs"
    }
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "kms_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_cloudwatch_log_group: ["kms_key_id"], ...keyReads },
  judge: eachResource(["aws_cloudwatch_log_group"], (resource, world) => [judgeCustomerKey(world, resource, ["kms_key_id"])])
};

// packages/conventions/src/rules/encryption/memorydb-cmk.ts
var memorydbCmk = {
  id: "memorydb-cmk",
  what: "MemoryDB clusters use a customer-managed key",
  why: [
    mediationStores,
    {
      document: "mediationzone-on-aws",
      sentence: "MemoryDB is configured by the customer. It is recommended to configure it with encryption at rest if sensitive information will be stored in it."
    }
  ],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: "kms_key_arn = aws_kms_key.<yours>.arn",
  reads: { aws_memorydb_cluster: ["kms_key_arn"], ...keyReads },
  judge: eachResource(["aws_memorydb_cluster"], (resource, world) => [judgeCustomerKey(world, resource, ["kms_key_arn"])])
};

// packages/conventions/src/rules/encryption/msk-encrypted.ts
var block4 = "encryption_info";
var mskEncrypted = {
  id: "msk-encrypted",
  what: "MSK clusters are encrypted at rest with a customer-managed key",
  why: [
    bankKeys,
    {
      document: "banklitex-deployment-guideline",
      sentence: "the following places might be (but do not have to be) a place where customer-sensitive data might be stored \u2026 MSK kafka storage"
    }
  ],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "encryption_info {\n  encryption_at_rest_kms_key_arn = aws_kms_key.<yours>.arn\n}",
  reads: { aws_msk_cluster: [block4], ...keyReads },
  judge: eachResource(["aws_msk_cluster"], (resource, world) => {
    const blocks2 = readBlocks(resource, [block4]);
    if (blocks2 === "unknown") return [uncertain(`${block4} is known after apply`, showValue(resource, [block4]))];
    const [path] = blocks2;
    if (!path) return [failing(`there is no ${block4}: the key that AWS manages is used`, showValue(resource, [block4]))];
    return [judgeCustomerKey(world, resource, [...path, "encryption_at_rest_kms_key_arn"])];
  })
};

// packages/conventions/src/rules/encryption/pipeline-kms.ts
var store = "artifact_store";
var pipelineKms = {
  id: "pipeline-kms",
  what: "CodePipeline and CodeBuild keep artifacts under a customer-managed key",
  why: [
    { document: "system-design-2", sentence: "CI/CD and deployment can be performed using CodeBuild and CodePipeline." },
    {
      document: "system-design-2",
      sentence: "Server-Side-Encryption can be enabled to encrypt data within the S3 buckets using either AWS KMS or self-provided keys, providing encryption-at-rest."
    }
  ],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: 'encryption_key {\n  id   = aws_kms_key.<yours>.arn\n  type = "KMS"\n}',
  reads: { aws_codepipeline: [store], aws_codebuild_project: ["encryption_key"], ...keyReads },
  judge: eachResource(["aws_codepipeline", "aws_codebuild_project"], (resource, world) => {
    if (resource.type === "aws_codebuild_project") return [judgeCustomerKey(world, resource, ["encryption_key"])];
    const stores = readBlocks(resource, [store]);
    if (stores === "unknown") return [uncertain(`${store} is known after apply`, showValue(resource, [store]))];
    return stores.map((path) => judgeStore(world, resource, path));
  })
};
function judgeStore(world, resource, path) {
  const block6 = [...path, "encryption_key"];
  const keys = readBlocks(resource, block6);
  if (keys === "unknown") return uncertain("encryption_key is known after apply", showValue(resource, block6));
  if (!keys[0]) return failing("the artifact store has no encryption_key", showValue(resource, block6));
  return judgeCustomerKey(world, resource, [...keys[0], "id"]);
}

// packages/conventions/src/rules/encryption/rds-cmk.ts
var attributes = [
  "storage_encrypted",
  "kms_key_id",
  "performance_insights_enabled",
  "performance_insights_kms_key_id",
  "manage_master_user_password",
  "master_user_secret_kms_key_id"
];
var rdsCmk = {
  id: "rds-cmk",
  what: "RDS is encrypted with a customer-managed key, performance insights and the managed password too",
  why: [optaDatabases, bankKeys],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: "kms_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_db_instance: attributes, aws_rds_cluster: attributes, ...keyReads },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster"], (resource, world) => {
    const encrypted = readFlag(resource, ["storage_encrypted"]);
    return [
      encrypted === "true" || encrypted === "unknown" ? judgeCustomerKey(world, resource, ["kms_key_id"]) : fine,
      judgeWhere(world, resource, "performance_insights_enabled", "performance_insights_kms_key_id"),
      judgeWhere(world, resource, "manage_master_user_password", "master_user_secret_kms_key_id")
    ];
  })
};
function judgeWhere(world, resource, flagName, keyName) {
  const flag = readFlag(resource, [flagName]);
  if (flag !== "true" && flag !== "unknown") return fine;
  const fact = judgeCustomerKey(world, resource, [keyName]);
  return flag === "unknown" && fact.verdict === "fail" ? { ...fact, verdict: "unknown" } : fact;
}

// packages/conventions/src/rules/encryption/rds-encrypted.ts
var types = ["aws_db_instance", "aws_rds_cluster"];
var rdsEncrypted = {
  id: "rds-encrypted",
  what: "the storage of RDS instances and clusters is encrypted",
  why: [
    mediationStores,
    optaDatabases,
    {
      document: "banklitex-deployment-guideline",
      sentence: "the following places might be (but do not have to be) a place where customer-sensitive data might be stored \u2026 Aurora Database"
    }
  ],
  severity: "error",
  profiles: ["mz", "opta", "bank", "strict"],
  remedy: "storage_encrypted = true",
  reads: { aws_db_instance: ["storage_encrypted"], aws_rds_cluster: ["storage_encrypted"] },
  judge: eachResource(types, (resource) => [judgeOn(resource, ["storage_encrypted"])])
};

// packages/conventions/src/rules/encryption/redis-encrypted.ts
var redisEncrypted = {
  id: "redis-encrypted",
  what: "ElastiCache is encrypted at rest with a customer-managed key",
  why: [optaDatabases],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "at_rest_encryption_enabled = true\nkms_key_id                 = aws_kms_key.<yours>.arn",
  reads: {
    aws_elasticache_replication_group: ["at_rest_encryption_enabled", "kms_key_id"],
    aws_elasticache_serverless_cache: ["kms_key_id"],
    ...keyReads
  },
  judge: eachResource(["aws_elasticache_replication_group", "aws_elasticache_serverless_cache"], (resource, world) => {
    const key2 = () => judgeCustomerKey(world, resource, ["kms_key_id"]);
    if (resource.type === "aws_elasticache_serverless_cache") return [key2()];
    const encrypted = judgeOn(resource, ["at_rest_encryption_enabled"]);
    return encrypted.verdict === "fail" ? [encrypted] : [encrypted, key2()];
  })
};

// packages/conventions/src/rules/encryption/redshift-encrypted.ts
var redshiftEncrypted = {
  id: "redshift-encrypted",
  what: "Redshift clusters are encrypted",
  why: [
    { document: "system-design-2", sentence: "RedShift is the recommended OLAP/columnar database for AWS." },
    { document: "system-design-2", sentence: "Security group to control which applications/services can access RedShift Serverless." }
  ],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: "encrypted = true",
  reads: { aws_redshift_cluster: ["encrypted"] },
  judge: eachResource(["aws_redshift_cluster"], (resource) => [judgeOn(resource, ["encrypted"])])
};

// packages/conventions/src/rules/encryption/secret-cmk.ts
var secretCmk = {
  id: "secret-cmk",
  what: "secrets of Secrets Manager are encrypted with a customer-managed key",
  why: [bankKeyRow("sandbox-apps-secrets-manager", "sandbox apps secrets manager")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "kms_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_secretsmanager_secret: ["kms_key_id"], ...keyReads },
  judge: eachResource(["aws_secretsmanager_secret"], (resource, world) => [judgeCustomerKey(world, resource, ["kms_key_id"])])
};

// packages/conventions/src/rules/encryption/sns-kms.ts
var snsKms = {
  id: "sns-kms",
  what: "SNS topics are encrypted with a KMS key that AWS does not manage",
  why: [optaTopics],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_sns_topic: ["kms_master_key_id"], ...keyReads },
  judge: eachResource(["aws_sns_topic"], (resource, world) => [judgeCustomerKey(world, resource, ["kms_master_key_id"])])
};

// packages/conventions/src/plan-facts/shared-keys.ts
function judgeSharedKeys(world, type, path) {
  const users = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  for (const resource of world.ofType(type)) {
    const key2 = identifyKey(world, resource, path);
    if (key2 === void 0) continue;
    keys.set(resource, key2);
    const sharers = users.get(key2);
    if (sharers) sharers.push(resource);
    else users.set(key2, [resource]);
  }
  return world.ofType(type).map((resource) => {
    const key2 = keys.get(resource);
    const others = (key2 === void 0 ? [] : users.get(key2) ?? []).filter((other) => other !== resource);
    return { resource, address: resource.address, facts: [others.length === 0 ? fine : shared(key2 ?? "", path, others)] };
  });
}
function shared(key2, path, others) {
  const names = others.map(({ address }) => address).sort().slice(0, 5);
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : "";
  return { verdict: "fail", message: `the key is also used by ${names.join(", ")}${more}`, evidence: `${pathText(path)} \u2192 ${key2}` };
}
function identifyKey(world, resource, path) {
  const reading = readText(resource, path);
  if (reading.state === "absent") return void 0;
  if (reading.text !== void 0) return isManagedAlias(reading.text) ? void 0 : knownKey(world, resource, reading.text);
  const leaves = leavesOf(world, resource, path);
  const [leaf] = leaves;
  if (leaves.length !== 1 || !leaf || !isCustomerKey(leaf) || leaf.instances.length !== 1) return void 0;
  const instance = leaf.instances[0];
  if (!instance) return void 0;
  return isAliasLeaf(leaf) ? aliasTarget(world, instance)?.address ?? instance.address : instance.address;
}
function knownKey(world, resource, key2) {
  const own = findKey(world, key2);
  if (own) return own.address;
  const match = /^arn:[^:]+:kms:[^:]*:[^:]*:(?:key\/(.+)|(alias\/.+))$/.exec(key2);
  if (match?.[1]) return match[1];
  return key2.startsWith("alias/") ? `${key2} (${world.configured(resource)?.providerKey || resource.change.providerName})` : key2;
}

// packages/conventions/src/rules/encryption/sns-own-key.ts
var snsOwnKey = {
  id: "sns-own-key",
  what: "each SNS topic has a key of its own",
  why: [optaTopics],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<this topic>.arn",
  reads: { aws_sns_topic: ["kms_master_key_id"], ...keyReads },
  judge: (world) => judgeSharedKeys(world, "aws_sns_topic", ["kms_master_key_id"])
};

// packages/conventions/src/rules/encryption/sqs-kms.ts
var sqsKms = {
  id: "sqs-kms",
  what: "SQS queues are encrypted with a KMS key that AWS does not manage",
  why: [optaQueues],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<yours>.arn",
  reads: { aws_sqs_queue: ["kms_master_key_id"], ...keyReads },
  judge: eachResource(["aws_sqs_queue"], (resource, world) => [judgeCustomerKey(world, resource, ["kms_master_key_id"])])
};

// packages/conventions/src/rules/encryption/sqs-own-key.ts
var sqsOwnKey = {
  id: "sqs-own-key",
  what: "each SQS queue has a key of its own",
  why: [optaQueues],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<this queue>.arn",
  reads: { aws_sqs_queue: ["kms_master_key_id"], ...keyReads },
  judge: (world) => judgeSharedKeys(world, "aws_sqs_queue", ["kms_master_key_id"])
};

// packages/conventions/src/plan-facts/secret-looking.ts
var secretPattern = "^(?!.*_(name|arn|id|path|url)$)(?!.*token_ttl)(.*_)?(password|passwords|passwd|pwd|secret|secrets|token|tokens|api_?key|private_?key|credentials?|auth)(_.*)?$";
function lastWords(name) {
  const last = name.split("/").findLast((part2) => part2 !== "") ?? "";
  return last.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
}
function looksSecret(name, pattern) {
  if (pattern === secretPattern) return new RegExp(pattern).test(lastWords(name));
  return new RegExp(pattern).test(name);
}

// packages/conventions/src/rules/encryption/ssm-secure.ts
var ssmSecure = {
  id: "ssm-secure",
  what: "SSM parameters that look like secrets are SecureString with a customer-managed key",
  why: [
    { document: "mediationzone-on-aws", sentence: "Login credentials are stored in a secure way and cannot be reverse engineered." },
    bankKeyRow("sandbox-apps-ssm", "sandbox ssm apps")
  ],
  severity: "error",
  profiles: ["mz", "bank", "strict"],
  remedy: 'type   = "SecureString"\nkey_id = aws_kms_key.<yours>.arn',
  parameters: { pattern: { kind: "pattern", title: "which parameter names look like secrets", fallback: secretPattern } },
  reads: { aws_ssm_parameter: ["name", "type", "key_id"], ...keyReads },
  judge: eachResource(["aws_ssm_parameter"], (resource, world, parameters) => {
    const name = readText(resource, ["name"]);
    if (name.state === "known" && !looksSecret(name.text ?? "", String(parameters["pattern"]))) return [];
    const type = judgeType(resource);
    const facts = type.verdict === "fail" ? [type] : [type, judgeCustomerKey(world, resource, ["key_id"])];
    return name.state === "unknown" ? facts.map(perhaps) : facts;
  })
};
function judgeType(resource) {
  const { state, text } = readText(resource, ["type"]);
  const evidence = showValue(resource, ["type"]);
  if (state === "unknown") return uncertain("type is known after apply", evidence);
  return text === "SecureString" ? { verdict: "pass", message: "", evidence } : failing(`the parameter looks like a secret, and its type is ${text ?? "not set"}`, evidence);
}
function perhaps(fact) {
  return fact.verdict === "fail" ? { ...fact, verdict: "unknown", message: `${fact.message}; its name is known after apply` } : fact;
}

// packages/conventions/src/rules/encryption/state-encrypted.ts
var block5 = "server_side_encryption";
var stateEncrypted = {
  id: "state-encrypted",
  what: "the lock table of the Terraform state is encrypted",
  why: [bankKeyRow("shared-service-tf-state-dynamodb", "DynamoDB state for spacelift / terraform")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "server_side_encryption {\n  enabled = true\n}",
  reads: { aws_dynamodb_table: ["hash_key", block5] },
  judge: eachResource(["aws_dynamodb_table"], (resource) => {
    if (readText(resource, ["hash_key"]).text !== "LockID") return [];
    const blocks2 = readBlocks(resource, [block5]);
    if (blocks2 === "unknown") return [uncertain(`${block5} is known after apply`, showValue(resource, [block5]))];
    return [blocks2[0] ? judgeOn(resource, [...blocks2[0], "enabled"]) : failing(`there is no ${block5}`, showValue(resource, [block5]))];
  })
};

// packages/conventions/src/rules/keys/kms-alias.ts
var keyTypes2 = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"];
var kmsAlias = {
  id: "kms-alias",
  what: "each KMS key has an alias",
  why: [
    { document: "mediationzone-on-aws", sentence: "The default configuration of these templates setup the following resources \u2026 KMS Key \u2026 KMS Alias" },
    bankKeys
  ],
  severity: "warn",
  profiles: ["mz", "bank", "strict"],
  remedy: 'resource "aws_kms_alias" "<key>" {\n  name          = "alias/<env>-<service>"\n  target_key_id = aws_kms_key.<key>.key_id\n}',
  reads: keyReads,
  judge: (world) => {
    const join = joinCompanions(world, { companion: "aws_kms_alias", attribute: "target_key_id", owners: keyTypes2, identity: ["key_id", "arn", "id"] });
    return keyTypes2.flatMap((type) => world.ofType(type)).map((key2) => ({ resource: key2, address: key2.address, facts: [join.of(key2).length > 0 ? fine : withoutAlias(join.maybeOf(key2))], byCompanions: true }));
  }
};
function withoutAlias(maybe) {
  if (!maybe) return failing("the key has no alias", "no aws_kms_alias of this plan names the key");
  return uncertain("whether the key has an alias is known after apply", `${maybe.address} may be this key's: ${showValue(maybe, ["target_key_id"])}`);
}

// packages/conventions/src/rules/keys/kms-rotation.ts
var kmsRotation = {
  id: "kms-rotation",
  what: "symmetric KMS keys rotate every year",
  why: [bankKeys],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "enable_key_rotation = true",
  reads: { aws_kms_key: ["enable_key_rotation", "customer_master_key_spec", "key_usage"] },
  judge: eachResource(["aws_kms_key"], (resource) => {
    const spec = rotates(resource, "customer_master_key_spec", "SYMMETRIC_DEFAULT");
    const usage = rotates(resource, "key_usage", "ENCRYPT_DECRYPT");
    if (spec === "no" || usage === "no") return [];
    const rotation = judgeOn(resource, ["enable_key_rotation"]);
    if (rotation.verdict !== "fail" || spec === "yes" && usage === "yes") return [rotation];
    return [uncertain("the kind of the key is known after apply", showValue(resource, [spec === "unknown" ? "customer_master_key_spec" : "key_usage"]))];
  })
};
function rotates(resource, name, standard) {
  const { state, text } = readText(resource, [name]);
  if (state === "unknown") return "unknown";
  return text === void 0 || text === standard ? "yes" : "no";
}

// packages/conventions/src/rules/catalogue.ts
var rules = [
  rdsEncrypted,
  rdsCmk,
  docdbEncrypted,
  redisEncrypted,
  memorydbCmk,
  efsEncrypted,
  s3Encrypted,
  sqsKms,
  snsKms,
  sqsOwnKey,
  snsOwnKey,
  dynamodbEncrypted,
  mskEncrypted,
  logsKms,
  eksSecretsKms,
  ebsEncrypted,
  ebsDefault,
  ebsExternalCmk,
  secretCmk,
  ssmSecure,
  ecrKms,
  codeartifactKms,
  redshiftEncrypted,
  pipelineKms,
  stateEncrypted,
  flowLogs,
  kmsRotation,
  kmsAlias
];
function findRule(id) {
  return rules.find((rule) => rule.id === id);
}

// packages/conventions/src/nearest.ts
function nearestWord(word2, known) {
  if (known.length === 0 || word2 === "" || word2.length > 100) return void 0;
  const near = closest(word2, [...known]);
  return distance(word2, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : void 0;
}

// packages/conventions/src/rules/planned.ts
var plannedRuleIds = [
  "kms-origin",
  "kms-per-service",
  "name-kms-alias",
  "db-tls",
  "s3-tls-only",
  "lb-https",
  "msk-tls",
  "mesh-mtls",
  "acm-dns",
  "dns-zone",
  "no-default-vpc",
  "vpc-az-spread",
  "subnet-tiers",
  "subnet-cidr-plan",
  "private-no-public-ip",
  "private-egress-nat",
  "public-subnet-lb-only",
  "rds-public",
  "db-private-subnets",
  "ec2-private",
  "eks-private-subnets",
  "eks-private-endpoint",
  "redshift-private",
  "sg-world-open",
  "sg-db-ports",
  "sg-all-ports",
  "bastion-ip",
  "bastion-only",
  "lb-waf",
  "public-only-alb",
  "ddos",
  "efs-mounts",
  "rds-sg",
  "transfer-sftp",
  "s3-private",
  "s3-lifecycle-7d",
  "s3-bucket-per-service",
  "s3-policy-role-only",
  "name-irsa-role",
  "name-eks-roles",
  "name-iam-role",
  "name-iam-policy",
  "irsa-trust",
  "irsa-one-sa",
  "oidc-provider",
  "no-long-lived",
  "node-role-minimal",
  "iam-no-wildcard",
  "iam-no-admin",
  "no-root-trust",
  "no-plaintext-password",
  "secret-rotation",
  "name-secret",
  "db-params-ssm",
  "pod-secret-refs",
  "rds-backup-days",
  "docdb-backup-days",
  "backup-param",
  "efs-backup",
  "memorydb-snapshot",
  "stateful-guard",
  "stateful-destroy",
  "db-multi-az",
  "msk-ha",
  "ec2-stateless",
  "eks-logs",
  "eks-min-nodes",
  "eks-node-size",
  "eks-nodegroup-span",
  "eks-version",
  "eks-node-ami",
  "imds-v2",
  "imds-default",
  "name-rds",
  "name-efs",
  "db-engine",
  "app-logs",
  "cloudtrail",
  "security-services",
  "inspector",
  "alarms",
  "ecr-private",
  "ecr-scan",
  "codebuild-spec",
  "redshift-serverless",
  "egress-table-keys",
  "egress-item-shape",
  "egress-item-dest",
  "egress-item-both",
  "egress-item-iam",
  "egress-stub",
  "egress-trigger",
  "egress-sidecar",
  "egress-https",
  "sft-keystore",
  "pv-mount",
  "workspace-env",
  "region-allowed",
  "tags-required",
  "module-pinned",
  "services-allowed",
  "iac-drift",
  "helm-platform"
];

// packages/conventions/src/rules/known-ids.ts
var allRuleIds = [...rules.map(({ id }) => id), ...plannedRuleIds];
function refuseRuleId(id) {
  if (findRule(id)) return void 0;
  if (plannedRuleIds.includes(id)) return { code: "not-yet", message: `the rule ${id} is not available yet` };
  const near = nearestWord(id, allRuleIds);
  return { code: "unknown-rule", message: `there is no rule ${JSON.stringify(id.slice(0, 100))}${near ? `; did you mean ${near}?` : ""}` };
}

// packages/conventions/src/config/read-conventions.ts
var noConventions = { rules: /* @__PURE__ */ new Map() };
function readConventions(value, locate) {
  const mistakes = [];
  const rules2 = /* @__PURE__ */ new Map();
  const written = isMap(value) && isMap(value["rules"]) ? value["rules"] : {};
  for (const [id, setting] of Object.entries(written)) {
    const refused = refuseRuleId(id);
    if (refused?.code === "not-yet") mistakes.push({ ...locate(["rules", id], "key"), ...refused });
    if (!refused) rules2.set(id, readSetting(id, setting, locate, mistakes));
  }
  return { conventions: { rules: rules2 }, mistakes };
}
function readSetting(id, setting, locate, mistakes) {
  if (!isMap(setting)) return { severity: setting, parameters: {} };
  const { severity, ...parameters } = setting;
  for (const [name, spec] of Object.entries(findRule(id)?.parameters ?? {})) {
    const fault = spec.kind === "pattern" ? patternFault(parameters[name]) : void 0;
    if (fault) mistakes.push({ ...locate(["rules", id, name]), code: "wrong-value", message: `${name} is no regular expression: ${fault}` });
  }
  return { ...severity === void 0 ? {} : { severity }, parameters };
}
function patternFault(pattern) {
  if (typeof pattern !== "string") return void 0;
  try {
    new RegExp(pattern);
    return void 0;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// packages/conventions/src/inventory/inventory.ts
var kinds = {
  aws_db_instance: { kind: "rds", encrypted: ["storage_encrypted"], backup: { days: "backup_retention_period" }, protection: "deletion_protection" },
  aws_rds_cluster: { kind: "rds-cluster", encrypted: ["storage_encrypted"], backup: { days: "backup_retention_period" }, protection: "deletion_protection" },
  aws_docdb_cluster: { kind: "docdb", encrypted: ["storage_encrypted"], backup: { days: "backup_retention_period" }, protection: "deletion_protection" },
  aws_efs_file_system: { kind: "efs", encrypted: ["encrypted"], backup: "companion" },
  aws_memorydb_cluster: { kind: "memorydb", encrypted: "always", backup: { days: "snapshot_retention_limit" } },
  aws_elasticache_replication_group: { kind: "elasticache", encrypted: ["at_rest_encryption_enabled"], backup: { days: "snapshot_retention_limit" } },
  aws_dynamodb_table: {
    kind: "dynamodb",
    encrypted: "always",
    backup: { path: ["point_in_time_recovery", 0, "enabled"], word: "point in time" },
    protection: "deletion_protection_enabled"
  },
  aws_s3_bucket: { kind: "s3", encrypted: "always", backup: "companion" },
  aws_redshift_cluster: { kind: "redshift", encrypted: ["encrypted"], backup: { days: "automated_snapshot_retention_period" } },
  aws_msk_cluster: { kind: "msk", encrypted: "always", backup: "none" },
  aws_ebs_volume: { kind: "ebs", encrypted: ["encrypted"], backup: "none" }
};
var inventoryReads = {
  ...Object.fromEntries(Object.entries(kinds).map(([type, kind]) => [type, attributesOf(kind)])),
  aws_efs_file_system: ["encrypted", "id"],
  aws_efs_backup_policy: ["file_system_id", "backup_policy"],
  aws_s3_bucket: ["bucket", "id"],
  aws_s3_bucket_versioning: ["bucket", "versioning_configuration"]
};
function attributesOf({ encrypted, backup, protection }) {
  const kept = typeof backup === "string" ? [] : "days" in backup ? [backup.days] : [String(backup.path[0])];
  return [...encrypted === "always" ? [] : [String(encrypted[0])], ...kept, ...protection ? [protection] : []];
}
function takeInventory(plan) {
  const world = new World(plan, "after");
  const companions = {
    aws_efs_file_system: joinCompanions(world, {
      companion: "aws_efs_backup_policy",
      attribute: "file_system_id",
      owners: ["aws_efs_file_system"],
      identity: ["id"]
    }),
    aws_s3_bucket: joinCompanions(world, { companion: "aws_s3_bucket_versioning", attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] })
  };
  const assets = Object.entries(kinds).flatMap(
    ([type, kind]) => world.ofType(type).map((resource) => toAsset(resource, kind, companions[type]))
  );
  return assets.sort((a, b) => a.address < b.address ? -1 : 1);
}
function toAsset(resource, kind, companions) {
  return {
    address: resource.address,
    kind: kind.kind,
    encrypted: kind.encrypted === "always" ? "yes" : answer(resource, kind.encrypted),
    backup: backupOf(resource, kind, companions),
    deletionProtection: kind.protection ? answer(resource, [kind.protection]) : "none"
  };
}
function answer(resource, path) {
  const flag = readFlag(resource, path);
  if (flag === "unknown") return "unknown";
  return flag === "true" ? "yes" : "no";
}
function backupOf(resource, { backup }, companions) {
  if (backup === "none") return "no";
  if (backup === "companion") return companionBackup(resource, companions);
  if ("days" in backup) {
    const reading = read(resource, [backup.days]);
    if (reading.state === "unknown") return "unknown";
    const days = reading.state === "known" ? Number(reading.value) : 0;
    return days > 0 ? `${days} days` : "no";
  }
  const flag = answer(resource, backup.path);
  return flag === "yes" ? backup.word : flag;
}
function companionBackup(resource, companions) {
  const own = companions?.of(resource) ?? [];
  if (own.length === 0) return companions?.maybeOf(resource) ? "unknown" : "no";
  const words = own.map((companion) => {
    const [name, on, word2] = companion.type === "aws_s3_bucket_versioning" ? ["versioning_configuration", "Enabled", "versions"] : ["backup_policy", "ENABLED", "AWS Backup"];
    const blocks2 = readBlocks(companion, [String(name)]);
    if (blocks2 === "unknown" || !blocks2[0]) return "unknown";
    const status = read(companion, [...blocks2[0], "status"]);
    if (status.state === "unknown") return "unknown";
    return status.state === "known" && status.value === on ? String(word2) : "no";
  });
  return words[0] ?? "no";
}

// packages/conventions/src/profiles.ts
function isProfile(name) {
  return profileNames.includes(name);
}
function rulesOf(profiles) {
  return rules.filter((rule) => rule.profiles.some((profile) => profiles.includes(profile)));
}
function parametersFor(rule, profiles, file) {
  const inside = rule.profiles.filter((profile) => profiles.includes(profile));
  const entries = Object.entries(rule.parameters ?? {}).map(([name, spec]) => [name, file[name] ?? tightest(spec, inside.length > 0 ? inside : ["strict"])]);
  return Object.fromEntries(entries);
}
function tightest(spec, profiles) {
  if (spec.kind !== "choice") return spec.fallback;
  const words = profiles.map((profile) => spec.byProfile[profile]).filter((word2) => word2 !== void 0);
  return spec.words.findLast((word2) => words.includes(word2)) ?? spec.words.at(-1) ?? "";
}

// packages/conventions/src/judge/choose-rules.ts
function chooseRules({ profiles, only, settings }) {
  const wanted2 = new Set(only.length > 0 ? only.map(findRule) : [...rulesOf(profiles), ...enabledByFile(settings)]);
  return rules.filter((rule) => wanted2.has(rule)).flatMap((rule) => {
    const setting = settings.get(rule.id);
    if (setting?.severity === "off") return [];
    const severity = setting?.severity ?? rule.severity;
    return [{ rule, severity, fixedSeverity: setting?.severity !== void 0, parameters: parametersFor(rule, profiles, setting?.parameters ?? {}) }];
  });
}
function enabledByFile(settings) {
  return [...settings].filter(([, { severity }]) => severity !== void 0 && severity !== "off").map(([id]) => findRule(id));
}

// packages/conventions/src/glob.ts
function globMatcher(glob) {
  const parts = glob.split("*");
  if (parts.length === 1) return (text) => text.length === glob.length && matchesAt(text, glob, 0);
  return (text) => matchParts(text, parts);
}
function matchParts(text, parts) {
  const [first = "", ...others] = parts;
  const last = others.pop() ?? "";
  if (first.length + last.length > text.length || !matchesAt(text, first, 0)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part2 of others) {
    while (at + part2.length <= end && !matchesAt(text, part2, at)) at += 1;
    if (at + part2.length > end) return false;
    at += part2.length;
  }
  return at <= end && matchesAt(text, last, end);
}
function matchesAt(text, part2, at) {
  if (at + part2.length > text.length) return false;
  for (let index = 0; index < part2.length; index += 1) {
    if (part2[index] !== "?" && part2[index] !== text[at + index]) return false;
  }
  return true;
}

// packages/conventions/src/judge/decide.ts
function decide(found, waivers, policy) {
  const expired = waivers.filter(({ until }) => until < policy.today);
  const valid = waivers.filter(({ until }) => until >= policy.today).map((waiver) => ({ waiver, matches: globMatcher(waiver.address) }));
  const used = /* @__PURE__ */ new Set();
  const all = found.map((finding) => {
    const covering = valid.filter(({ waiver, matches }) => waiver.rule === finding.rule && matches(finding.address));
    for (const { waiver } of covering) used.add(waiver);
    const [first] = covering;
    if (!first) return finding;
    const { owner, reason, until } = first.waiver;
    return { ...finding, waiver: { owner, reason, until } };
  });
  const blocking = all.filter((finding) => blocks(finding, policy));
  return {
    verdict: blocking.length > 0 ? "blocked" : "pass",
    findings: policy.unknown === "ignore" ? all.filter(({ verdict }) => verdict !== "unknown") : all,
    blocking,
    expired,
    unused: valid.map(({ waiver }) => waiver).filter((waiver) => policy.judged.has(waiver.rule) && !used.has(waiver)),
    counts: count(all)
  };
}
function blocks(finding, policy) {
  if (finding.severity !== "error" || finding.waiver) return false;
  if (finding.verdict === "unknown" && policy.unknown !== "fail") return false;
  return policy.blockOn === "all" || finding.introduced;
}
function count(all) {
  const open = all.filter(({ waiver }) => !waiver);
  return {
    fail: open.filter(({ verdict }) => verdict === "fail").length,
    unknown: open.filter(({ verdict }) => verdict === "unknown").length,
    waived: all.length - open.length,
    existing: open.filter(({ introduced }) => !introduced).length
  };
}

// packages/conventions/src/judge/findings.ts
function sortFindings(findings) {
  const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  return findings.toSorted((a, b) => order(a.address, b.address) || order(a.rule, b.rule) || order(a.plan ?? "", b.plan ?? ""));
}

// packages/conventions/src/judge/introduced.ts
var Past = class {
  #worldBefore;
  #chosen;
  #verdicts;
  constructor(chosen, worldBefore) {
    this.#chosen = chosen;
    this.#worldBefore = worldBefore;
  }
  /**
   * A new object: introduced. One that failed before: not. One that the plan leaves as it is: only when a companion that
   * was added or taken away made the verdict worse. A change or a replacement of one that did not fail: introduced.
   */
  introduced(judgement, verdict) {
    const change = judgement.resource?.change;
    if (change && change.before === null) return true;
    const stays = change?.actions.every((action) => action === "no-op") ?? false;
    if (stays && !judgement.byCompanions) return false;
    const before = this.#before().get(change ?? judgement.address);
    if (before === "fail") return false;
    return stays ? verdict !== (before ?? "pass") : true;
  }
  #before() {
    if (this.#verdicts) return this.#verdicts;
    this.#verdicts = /* @__PURE__ */ new Map();
    for (const judgement of this.#chosen.rule.judge(this.#worldBefore(), this.#chosen.parameters)) {
      const verdict = worst(judgement.facts);
      const key2 = judgement.resource?.change ?? judgement.address;
      if (this.#verdicts.get(key2) !== "fail") this.#verdicts.set(key2, verdict);
    }
    return this.#verdicts;
  }
};
function lazyWorld(build) {
  let world;
  return () => {
    world ??= build();
    return world;
  };
}

// packages/conventions/src/judge/judge-plan.ts
var weight = { error: 0, warn: 1, info: 2 };
function selectionFor(chosen) {
  const wanted2 = /* @__PURE__ */ new Map();
  for (const reads of [inventoryReads, ...chosen.map(({ rule }) => rule.reads)]) {
    for (const [type, names] of Object.entries(reads)) {
      const set = wanted2.get(type) ?? /* @__PURE__ */ new Set();
      for (const name of names) set.add(name);
      wanted2.set(type, set);
    }
  }
  return { attributes: (type) => wanted2.get(type) };
}
function judgePlan(plan, chosen) {
  const after2 = new World(plan, "after");
  const before = lazyWorld(() => new World(plan, "before"));
  return sortFindings(chosen.flatMap((one) => judgeRule(one, after2, new Past(one, before))));
}
function judgeRule(chosen, world, past) {
  const findings = [];
  for (const judgement of chosen.rule.judge(world, chosen.parameters)) {
    const finding = toFinding(chosen, judgement, past);
    if (finding) findings.push(finding);
  }
  return findings;
}
function toFinding(chosen, judgement, past) {
  const verdict = worst(judgement.facts);
  if (verdict === "pass") return void 0;
  const decisive = judgement.facts.filter((fact) => fact.verdict === verdict);
  const others = judgement.facts.filter((fact) => fact.verdict !== verdict && fact.verdict !== "pass");
  return {
    rule: chosen.rule.id,
    severity: severityOf(chosen, decisive),
    address: judgement.address,
    verdict,
    introduced: past.introduced(judgement, verdict),
    message: [...new Set(decisive.map(({ message }) => message))].join("; "),
    evidence: [...new Set([...decisive, ...others].map(({ evidence }) => evidence))]
  };
}
function severityOf(chosen, facts) {
  if (chosen.fixedSeverity) return chosen.severity;
  const severities2 = facts.map((fact) => fact.severity ?? chosen.severity);
  return severities2.reduce((most, one) => weight[one] < weight[most] ? one : most, severities2[0] ?? chosen.severity);
}

// packages/conventions/src/config/conventions-schema.ts
var severities = ["off", "error", "warn", "info"];
function parameterSchema(spec) {
  if (spec.kind === "choice") return { title: spec.title, enum: [...spec.words] };
  return { title: spec.title, type: spec.kind === "flag" ? "boolean" : "string" };
}
function ruleSchema(rule) {
  const parameters = Object.entries(rule.parameters ?? {}).map(([name, spec]) => [name, parameterSchema(spec)]);
  return {
    title: rule.what,
    if: { type: "object" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      additionalProperties: false,
      properties: { severity: { title: "how a finding weighs; off leaves the rule out", enum: severities }, ...Object.fromEntries(parameters) }
    },
    else: { enum: severities }
  };
}
function list(title) {
  return { title, type: "array", items: { type: "string", minLength: 1 } };
}
var conventionsSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Slipway conventions",
  description: "The platform\u2019s own names and settings for check-conventions.",
  type: "object",
  additionalProperties: false,
  required: ["version"],
  properties: {
    version: { title: "format version", const: 1 },
    environments: list("the names that <env> may be, exactly"),
    environment: { title: "the environment of this plan", type: "string", minLength: 1 },
    cluster: { title: "the name of the EKS cluster", type: "string", minLength: 1 },
    organisation: { title: "the first part of secret names", type: "string", minLength: 1 },
    rules: {
      title: "rules by id",
      description: "off, error, warn, info, or a map of severity and the rule\u2019s parameters",
      type: "object",
      additionalProperties: false,
      properties: {
        ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        ...Object.fromEntries(plannedRuleIds.map((id) => [id, { title: "not available yet" }]))
      }
    },
    "stateful-destroy": list("globs of addresses that may be destroyed")
  }
};

// packages/conventions/src/config/read-waivers.ts
function readWaivers(value, locate) {
  const mistakes = [];
  const list2 = isMap(value) && Array.isArray(value["waivers"]) ? value["waivers"] : [];
  const waivers = list2.flatMap((entry, index) => {
    if (!isMap(entry)) return [];
    const path = ["waivers", index];
    const { rule, until } = entry;
    const refused = typeof rule === "string" ? refuseRuleId(rule) : void 0;
    if (refused?.code === "unknown-rule") mistakes.push({ ...locate([...path, "rule"]), ...refused });
    if (typeof until === "string" && until !== "" && !isDate(until)) {
      mistakes.push({
        ...locate([...path, "until"]),
        code: "wrong-value",
        message: `until is ${JSON.stringify(until.slice(0, 50))}; want a day as YYYY-MM-DD`
      });
    }
    return [{ ...entry, place: locate(path) }];
  });
  return { waivers, mistakes };
}
function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// packages/conventions/src/config/waivers-schema.ts
var waiversSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Slipway waivers",
  description: "Findings of check-conventions that someone answers for, until a day.",
  type: "object",
  additionalProperties: false,
  required: ["version", "waivers"],
  properties: {
    version: { title: "format version", const: 1 },
    waivers: {
      title: "the waivers",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["rule", "address", "owner", "reason", "until"],
        properties: {
          rule: { title: "the rule\u2019s id", type: "string", minLength: 1 },
          address: { title: "a glob over addresses: * any run of characters, ? one, all else literal", type: "string", minLength: 1 },
          owner: { title: "who answers for it", type: "string", minLength: 1 },
          reason: { title: "why it is right for now", type: "string", minLength: 1 },
          until: { title: "the last day that counts (UTC), YYYY-MM-DD", type: "string", minLength: 1 }
        }
      }
    }
  }
};

// packages/conventions/src/formats/junit.ts
function renderJunit(findings, chosen) {
  const found = new Set(findings.map(({ rule }) => rule));
  const clean = chosen.filter(({ rule }) => !found.has(rule.id));
  const cases = [...findings.map(renderCase), ...clean.map(({ rule }) => `    <testcase classname="${escapeXml(rule.id)}" name="${escapeXml(rule.what)}"/>`)];
  const failures = findings.filter(isFailure).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${findings.length - failures}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="check-conventions" ${counts}>`,
    `  <testsuite name="check-conventions" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    ""
  ].join("\n");
}
function isFailure({ verdict, waiver }) {
  return verdict === "fail" && !waiver;
}
function renderCase(finding) {
  const name = finding.plan ? `${finding.plan}: ${finding.address}` : finding.address;
  const head = `    <testcase classname="${escapeXml(finding.rule)}" name="${escapeXml(name)}">`;
  const text = escapeXml(finding.evidence.join("\n"));
  if (isFailure(finding)) return `${head}<failure type="${finding.severity}" message="${escapeXml(finding.message)}">${text}</failure></testcase>`;
  const why = finding.waiver ? `waived by ${finding.waiver.owner} until ${finding.waiver.until}: ${finding.waiver.reason}` : `unknown: ${finding.message}`;
  return `${head}<skipped message="${escapeXml(why)}"/></testcase>`;
}
function escapeXml(text) {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}

// packages/conventions/src/formats/sarif.ts
var levels = { error: "error", warn: "warning", info: "note" };
function renderSarif({ findings, chosen, plan, version }) {
  const index = new Map(chosen.map(({ rule }, at) => [rule.id, at]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "slipway check-conventions", semanticVersion: version, rules: chosen.map(describeRule) } },
        results: findings.map((finding) => toResult(finding, index.get(finding.rule) ?? -1, plan)),
        columnKind: "utf16CodeUnits"
      }
    ]
  };
}
function describeRule({ rule, severity }) {
  const why = rule.why.map(({ document, sentence }) => `${document}: \u201C${sentence}\u201D`).join("\n");
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: why },
    help: { text: rule.remedy, markdown: `\`\`\`hcl
${rule.remedy}
\`\`\`` },
    defaultConfiguration: { level: levels[severity] }
  };
}
function toResult(finding, ruleIndex, plan) {
  const unknown2 = finding.verdict === "unknown";
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: unknown2 ? "open" : "fail",
    level: unknown2 ? "none" : levels[finding.severity],
    message: { text: `${finding.address}: ${finding.message}
${finding.evidence.join("\n")}` },
    locations: [
      {
        // A plan has no lines of its own: code scanning wants a place, and the first line is as good as any.
        physicalLocation: { artifactLocation: { uri: encodeURI(finding.plan ?? plan) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: finding.address, kind: "resource" }]
      }
    ],
    partialFingerprints: { "ruleAndAddress/v1": `${finding.rule} ${finding.address}` },
    baselineState: finding.introduced ? "new" : "unchanged",
    ...finding.waiver ? { suppressions: [{ kind: "external", justification: `${finding.waiver.owner}, until ${finding.waiver.until}: ${finding.waiver.reason}` }] } : {}
  };
}

// packages/conventions/src/names.ts
var repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
var repositoryLimit = 256;
var environmentPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var servicePattern = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
function imageRepositoryName({ environment, service }) {
  if (!environmentPattern.test(environment)) return { ok: false, fault: `the environment ${quote3(environment)} is no lower-case name with single hyphens` };
  if (!servicePattern.test(service)) return { ok: false, fault: `the service ${quote3(service)} is no lower-case name with single separators` };
  const name = `${environment}/${service}`;
  if (name.length > repositoryLimit || !repositoryPattern.test(name))
    return { ok: false, fault: `${quote3(name)} is longer than the ${repositoryLimit} characters of ECR` };
  return { ok: true, name };
}
function quote3(text) {
  return JSON.stringify(text.slice(0, 100));
}

export {
  profileNames,
  PlanError,
  readPlan,
  findRule,
  plannedRuleIds,
  conventionsSchema,
  refuseRuleId,
  noConventions,
  readConventions,
  readWaivers,
  waiversSchema,
  renderJunit,
  renderSarif,
  takeInventory,
  isProfile,
  chooseRules,
  decide,
  sortFindings,
  selectionFor,
  judgePlan,
  imageRepositoryName
};
