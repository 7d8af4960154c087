const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  closest,
  distance
} from "./chunk-RAUTGCC4.js";

// packages/conventions/src/own-rules/schema.ts
var text = (title) => ({ title, type: "string", minLength: 1 });
var texts = (title) => ({
  title,
  anyOf: [
    { type: "string", minLength: 1 },
    { type: "array", minItems: 1, items: { type: "string", minLength: 1 } }
  ]
});
var scalar = { type: ["string", "number", "boolean"] };
var conditions = {
  equal: { title: "the value", ...scalar },
  match: text("a regular expression, not anchored"),
  in: { title: "one of these values", type: "array", minItems: 1, items: scalar },
  "at-least": { title: "a number that is not smaller", type: "number" },
  "at-most": { title: "a number that is not larger", type: "number" },
  set: { title: "whether there is a value at all", type: "boolean" }
};
var words = Object.keys(conditions);
var condition = {
  title: "what is asked of the value",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: conditions
};
var attributes = {
  title: "attribute path \u2192 what is asked of it; all have to hold",
  type: "object",
  minProperties: 1,
  additionalProperties: condition
};
var must = {
  title: "a demand: of an attribute, or of a companion",
  type: "object",
  if: { required: ["companion"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    additionalProperties: false,
    required: ["companion", "by"],
    properties: {
      companion: texts("the type, or types, of the companion"),
      by: text("the attribute of the companion that names the resource"),
      identity: texts("the attributes of the resource that it may be named by; id, arn and name unless given"),
      attributes
    }
  },
  else: {
    additionalProperties: false,
    required: ["attribute"],
    minProperties: 2,
    maxProperties: 2,
    properties: {
      attribute: text("the path: names with dots; of blocks, each one is asked"),
      ...conditions,
      reference: texts("types of this plan that the value has to come from")
    }
  }
};
var ownRulesSchema = {
  title: "own rules by id",
  description: `what the platform's table does not have: where \u2026 must \u2026; of a value one of ${words.join(", ")}, reference`,
  type: "object",
  propertyNames: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
  additionalProperties: {
    title: "a rule",
    type: "object",
    additionalProperties: false,
    required: ["what", "where", "must"],
    properties: {
      what: text("what is asked, in one line"),
      why: text("where it comes from, in words"),
      severity: { title: "how a finding weighs; error unless given", enum: ["error", "warn", "info", "off"] },
      remedy: text("what to write instead"),
      where: {
        title: "which resources are judged",
        type: "object",
        additionalProperties: false,
        required: ["type"],
        properties: { type: texts("a resource type, or several"), attributes }
      },
      must: { title: "what has to hold; all of it", type: "array", minItems: 1, items: must }
    }
  }
};

// packages/terraform/src/plan/projection.ts
var nothing = Object.freeze({});
function projectValues(value, wanted4) {
  if (!isMap(value)) return null;
  return wanted4 === "all" ? value : pick(value, wanted4);
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function pick(source, wanted4) {
  let result;
  for (const name in source) {
    if (!wanted4.has(name)) continue;
    result ??= {};
    result[name] = source[name];
  }
  return result ?? nothing;
}
function projectMarks(marks, wanted4) {
  if (marks === true) return true;
  if (!isMap(marks)) return nothing;
  let result;
  for (const name in marks) {
    if (wanted4 !== "all" && !wanted4.has(name) || !holdsMark(marks[name])) continue;
    result ??= {};
    result[name] = marks[name];
  }
  return result ?? nothing;
}
function holdsMark(marks) {
  if (typeof marks !== "object" || marks === null) return marks === true;
  for (const name in marks) if (holdsMark(marks[name])) return true;
  return false;
}

// packages/terraform/src/plan/walk.ts
var comma = 44;
var colon = 58;
var openList = 91;
var closeList = 93;
var openMap = 123;
var closeMap = 125;
function* members(cursor) {
  if (cursor.takeNull()) return;
  cursor.expect(openMap, "a map");
  if (cursor.take(closeMap)) return;
  do {
    const key2 = cursor.string("a key");
    cursor.expect(colon, "a colon");
    yield key2;
  } while (cursor.take(comma));
  cursor.expect(closeMap, "a comma or the end of a map");
}
function* elements(cursor) {
  if (cursor.takeNull()) return;
  cursor.expect(openList, "a list");
  if (cursor.take(closeList)) return;
  let index = 0;
  do {
    yield index;
    index += 1;
  } while (cursor.take(comma));
  cursor.expect(closeList, "a comma or the end of a list");
}
function eachMember(cursor, visit) {
  for (const key2 of members(cursor)) visit(key2);
}
function eachElement(cursor, visit) {
  for (const index of elements(cursor)) visit(index);
}

// packages/terraform/src/plan/prior-state.ts
var moduleDepthLimit = 200;
var dataWord = Buffer.from('"data"');
function readPriorState(cursor, selection) {
  const found2 = [];
  eachMember(cursor, (key2) => {
    if (key2 !== "values") return cursor.skip();
    eachMember(cursor, (part3) => part3 === "root_module" ? readModule(cursor, selection, found2, 0) : cursor.skip());
  });
  return found2;
}
function readModule(cursor, selection, found2, depth) {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  eachMember(cursor, (key2) => {
    if (key2 === "resources") eachElement(cursor, () => readResource(cursor, selection, found2));
    else if (key2 === "child_modules") eachElement(cursor, () => readModule(cursor, selection, found2, depth + 1));
    else cursor.skip();
  });
}
function readResource(cursor, selection, found2) {
  const [bytes2] = cursor.raw();
  if (!bytes2.includes(dataWord)) return;
  const resource = JSON.parse(bytes2.toString("utf8"));
  if (!isMap(resource) || resource["mode"] !== "data") return;
  const { type: type6, address, name } = resource;
  if (typeof type6 !== "string" || typeof address !== "string") return;
  const wanted4 = selection.attributes(type6);
  if (!wanted4) return;
  found2.push({ address, type: type6, name: typeof name === "string" ? name : "", values: projectValues(resource["values"], wanted4) ?? nothing });
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
function readModule2(cursor, selection, path8, depth) {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  const resources = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const outputs = /* @__PURE__ */ new Map();
  const variables = /* @__PURE__ */ new Map();
  eachMember(cursor, (key2) => {
    if (key2 === "resources") eachElement(cursor, () => addResource(cursor, selection, resources));
    else if (key2 === "module_calls") eachMember(cursor, (name) => void calls.set(name, readCall(cursor, selection, name, path8, depth)));
    else if (key2 === "outputs") eachMember(cursor, (name) => void outputs.set(name, outputExpression(cursor.value())));
    else if (key2 === "variables") eachMember(cursor, (name) => void variables.set(name, cursor.value()));
    else cursor.skip();
  });
  return { path: path8, resources, calls, outputs, variables };
}
function readCall(cursor, selection, name, parent, depth) {
  const other = {};
  let module = emptyModule;
  const path8 = parent === "" ? `module.${name}` : `${parent}.module.${name}`;
  eachMember(cursor, (key2) => {
    if (key2 === "module") module = readModule2(cursor, selection, path8, depth + 1);
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
  const block10 = cursor.value();
  if (!isMap(block10)) throw cursor.fail("a resource of the configuration that is no map");
  const { type: type6, name } = block10;
  if (typeof type6 !== "string" || typeof name !== "string") throw cursor.fail("a resource of the configuration without type and name");
  const wanted4 = selection.attributes(type6);
  if (!wanted4) return;
  const mode = block10["mode"] === "data" ? "data" : "managed";
  resources.set(mode === "data" ? `data.${type6}.${name}` : `${type6}.${name}`, {
    mode,
    type: type6,
    name,
    providerKey: typeof block10["provider_config_key"] === "string" ? block10["provider_config_key"] : "",
    expressions: projectValues(block10["expressions"], wanted4) ?? nothing,
    forEach: block10["for_each_expression"],
    count: block10["count_expression"]
  });
}
function outputExpression(output) {
  return isMap(output) ? output["expression"] : void 0;
}
function toProvider(key2, value) {
  const block10 = isMap(value) ? value : nothing;
  return {
    key: key2,
    name: typeof block10["name"] === "string" ? block10["name"] : key2,
    alias: typeof block10["alias"] === "string" ? block10["alias"] : void 0,
    expressions: isMap(block10["expressions"]) ? block10["expressions"] : nothing
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

// packages/terraform/src/plan/change-words.ts
var knownActions = /* @__PURE__ */ new Set(["no-op", "create", "read", "update", "delete", "forget"]);
function createIntern() {
  const words5 = /* @__PURE__ */ new Map();
  return (text2) => {
    const known = words5.get(text2);
    if (known !== void 0) return known;
    words5.set(text2, text2);
    return text2;
  };
}
function isActions(value) {
  return Array.isArray(value) && value.length > 0 && value.every((action) => knownActions.has(action));
}
function isEnd(actions2) {
  return actions2.every((action) => action === "delete" || action === "forget");
}
function isNoOp(actions2) {
  return actions2.length === 1 && actions2[0] === "no-op";
}
function word(value, intern) {
  return typeof value === "string" ? intern(value) : "";
}

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
function addString(table, edge, text2, end) {
  table.fill(text2, text2 * bytes + 32, (text2 + 1) * bytes);
  edge(text2, '"', end);
  edge(text2, "\\", text2 + 1);
  edge(text2 + 1, '"\\/bfnrt', text2);
  edge(text2 + 1, "u", text2 + 2);
  for (let digit = 2; digit <= 5; digit += 1) edge(text2 + digit, "0123456789abcdefABCDEF", digit === 5 ? text2 : text2 + digit + 1);
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
    const start2 = this.#offset;
    const bytes2 = this.#source.read(start2, windowBytes);
    if (bytes2.length === 0) return void 0;
    if (this.#encoding.name === "utf-8") {
      this.#offset += bytes2.length;
      return bytes2;
    }
    const whole = wholeUnits(bytes2, this.#encoding.name, start2 + bytes2.length >= this.#source.size);
    this.#offset += whole.length;
    this.#marks.push({ text: this.#produced, file: start2 });
    const chunk = Buffer.from(decodeUtf16(whole, this.#encoding.name), "utf8");
    this.#produced += chunk.length;
    return chunk;
  }
  /** The byte in the file of a place in the text. */
  fileOffset(textOffset) {
    if (this.#encoding.name === "utf-8") return this.#encoding.mark + textOffset;
    const mark = this.#marks.findLast(({ text: text3 }) => text3 <= textOffset);
    if (!mark) return this.#encoding.mark;
    const bytes2 = this.#source.read(mark.file, windowBytes);
    const text2 = Buffer.from(decodeUtf16(bytes2, this.#encoding.name), "utf8").subarray(0, textOffset - mark.text);
    return Math.min(this.#source.size, mark.file + text2.toString("utf8").length * 2);
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
var [openList2, openMap2] = [91, 123];
var firstAction = actions.openMap;
var inKey = keyString;
var inString = valueString;
var quickAttempts = 3;
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
    const [bytes2, start2] = this.raw();
    try {
      return JSON.parse(bytes2.toString("utf8"));
    } catch (error) {
      throw this.fail(`what begins here is no JSON value: ${error instanceof Error ? error.message.slice(0, 200) : ""}`, start2, error);
    }
  }
  /** Consumes a value and gives its bytes, valid until the next call, and its place in the text. */
  raw() {
    this.peek();
    this.#pin = this.#position;
    this.skip();
    const start2 = this.#pin;
    this.#pin = -1;
    return [this.#bytes.subarray(start2, this.#position), this.#base + start2];
  }
  /**
   * Consumes and parses a map that lies whole in the window before another one; else nothing, and gives `undefined`. JSON.parse
   * takes one whole value only, so a `boundary` (the end of a map, a comma, the beginning of the next) deeper inside is passed over.
   */
  quickMap(boundary2) {
    if (this.peek() !== openMap2) return void 0;
    for (let attempt = 0, from = this.#position; attempt < quickAttempts; attempt += 1) {
      const at2 = this.#bytes.indexOf(boundary2, from);
      if (at2 < 0 || at2 + boundary2.length > this.#end) return void 0;
      try {
        const value = JSON.parse(this.#bytes.toString("utf8", this.#position, at2 + 1));
        this.#position = at2 + 1;
        return value;
      } catch {
        from = at2 + 1;
      }
    }
    return void 0;
  }
  /** Consumes a value of any size and depth, without holding it. */
  skip() {
    const byte = this.peek();
    if (byte === openMap2 || byte === openList2) this.#container();
    else if (byte === quote) this.#string();
    else this.#scalar();
  }
  /** An error at a place in the text, told as a byte of the file. */
  fail(message, at2 = this.#base + this.#position, cause) {
    const offset = this.#text.fileOffset(at2);
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
      let at2 = this.#position;
      while (at2 < end) {
        const next = table[state * 256 + bytes2[at2]];
        at2 += 1;
        if (next < firstAction) {
          state = next;
          if (next === inKey || next === inString) at2 = endOfText(bytes2, at2, end);
        } else {
          state = this.#act(next, state, at2 - 1, open);
          if (open.length > 0) continue;
          this.#position = at2;
          return;
        }
      }
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected(wanted(state));
    }
  }
  /** Opens, closes or goes on; gives the next state. */
  #act(action, state, at2, open) {
    if (action === actions.comma) return open.at(-1) === actions.openMap ? states.afterCommaInMap : states.afterCommaInList;
    if (action <= actions.openList) {
      open.push(action);
      return action === actions.openMap ? states.afterOpenMap : states.afterOpenList;
    }
    if (action !== actions.refuse && open.pop() === action - 2) return states.after;
    this.#position = at2;
    throw this.#unexpected(wanted(state));
  }
  #string() {
    this.#position += 1;
    for (; ; ) {
      const end = this.#end;
      let at2 = this.#position;
      while (at2 < end) {
        const byte = this.#bytes[at2];
        if (byte === quote) {
          this.#position = at2 + 1;
          return;
        }
        if (byte < 32) throw this.fail("a control character inside a string", this.#base + at2);
        at2 += byte === backslash ? 2 : 1;
      }
      const over = at2 - end;
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected("the end of a string");
      this.#position += over;
    }
  }
  #scalar() {
    let word4 = "";
    for (; ; ) {
      while (this.#position < this.#end) {
        const character = String.fromCharCode(this.#bytes[this.#position]);
        if (!/[\w.+-]/.test(character) || word4.length > 1e3) {
          if (scalarPattern.test(word4)) return;
          throw this.#unexpected("a value");
        }
        word4 += character;
        this.#position += 1;
      }
      if (this.#fill()) continue;
      if (scalarPattern.test(word4)) return;
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
function endOfText(bytes2, at2, end) {
  let next = at2;
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
  const text2 = Buffer.from(new TextBytes(source).next() ?? new Uint8Array()).subarray(0, headBytes).toString("utf8");
  const first = text2.trimStart();
  if (first.startsWith("{")) {
    refuseLog(first);
    return;
  }
  if (first === "") throw new PlanError({ message: `byte ${source.size}: the file holds only blanks`, offset: source.size });
  const offset = Buffer.byteLength(text2.slice(0, text2.length - first.length));
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

// packages/terraform/src/plan/quick-change.ts
var boundary = Buffer.from('},{"address":"');
function quickChange(element, selection, intern) {
  if (!isMap(element)) return void 0;
  const { address, type: type6, mode, deposed, change } = element;
  if (typeof address !== "string" || typeof type6 !== "string" || !isMap(change) || !isActions(change["actions"])) return void 0;
  const actions2 = change["actions"];
  const managed2 = mode === void 0 || typeof mode !== "string" ? "managed" : mode;
  const remains = managed2 === "managed" && typeof deposed !== "string" && !isEnd(actions2) && isMap(change["after"]);
  const wanted4 = selection.attributes(type6);
  return { remains, change: wanted4 && wholeChange(element, change, wanted4, intern) };
}
function wholeChange(element, change, wanted4, intern) {
  const { index, deposed, previous_address: previous, mode } = element;
  const actions2 = change["actions"];
  const after2 = projectValues(change["after"], wanted4);
  return {
    address: element["address"],
    moduleAddress: word(element["module_address"], intern),
    mode: typeof mode === "string" ? intern(mode) : "managed",
    type: intern(element["type"]),
    name: word(element["name"], intern),
    index: typeof index === "string" || typeof index === "number" ? index : void 0,
    deposed: typeof deposed === "string" ? deposed : void 0,
    previousAddress: typeof previous === "string" ? previous : void 0,
    providerName: word(element["provider_name"], intern),
    actions: isNoOp(actions2) ? noOp : actions2,
    importing: isMap(change["importing"]),
    before: isNoOp(actions2) ? after2 : projectValues(change["before"], wanted4),
    after: after2,
    afterUnknown: projectMarks(change["after_unknown"], wanted4),
    beforeSensitive: projectMarks(change["before_sensitive"], wanted4),
    afterSensitive: projectMarks(change["after_sensitive"], wanted4)
  };
}
var noOp = Object.freeze(["no-op"]);

// packages/terraform/src/plan/valid-json.ts
var quote2 = 34;
var backslash2 = 92;
var openMap3 = 123;
function eachValidMember(bytes2, at2, visit) {
  if (bytes2[at2] !== openMap3) return;
  let next = skipSpace(bytes2, at2 + 1);
  while (bytes2[next] === quote2) {
    const keyEnd = endOfString(bytes2, next) - 1;
    const valueStart = skipSpace(bytes2, skipSpace(bytes2, keyEnd + 1) + 1);
    const valueEnd = endOfValue(bytes2, valueStart);
    visit(next + 1, keyEnd, valueStart, valueEnd);
    next = skipSpace(bytes2, skipSpace(bytes2, valueEnd) + 1);
  }
}
function endOfValue(bytes2, at2) {
  const first = bytes2[at2];
  if (first === quote2) return endOfString(bytes2, at2);
  return first === openMap3 || first === 91 ? endOfContainer(bytes2, at2) : endOfScalar(bytes2, at2);
}
function wantNames(names5) {
  return { names: [...names5].map((name) => ({ name, bytes: Buffer.from(name) })) };
}
function pickMembers(bytes2, at2, { names: names5 }) {
  let result;
  eachValidMember(bytes2, at2, (keyStart, keyEnd, valueStart, valueEnd) => {
    const wanted4 = names5.find((one) => sameBytes(bytes2, keyStart, keyEnd, one.bytes));
    if (!wanted4) return;
    result ??= {};
    result[wanted4.name] = JSON.parse(bytes2.toString("utf8", valueStart, valueEnd));
  });
  return result;
}
function sameBytes(bytes2, start2, end, other) {
  if (end - start2 !== other.length) return false;
  for (let index = 0; index < other.length; index += 1) if (bytes2[start2 + index] !== other[index]) return false;
  return true;
}
function skipSpace(bytes2, at2) {
  let next = at2;
  while (bytes2[next] <= 32) next += 1;
  return next;
}
function endOfString(bytes2, at2) {
  let next = at2 + 1;
  while (next < bytes2.length) {
    const byte = bytes2[next];
    if (byte === quote2) return next + 1;
    next += byte === backslash2 ? 2 : 1;
  }
  return next;
}
function endOfContainer(bytes2, at2) {
  let depth = 0;
  let next = at2;
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
function endOfScalar(bytes2, at2) {
  let next = at2;
  while (next < bytes2.length) {
    const byte = bytes2[next];
    if (byte <= 32 || byte === 44 || byte === 125 || byte === 93) return next;
    next += 1;
  }
  return next;
}

// packages/terraform/src/plan/resource-changes.ts
var changesAStep = 500;
function* changeSteps(cursor, selection, intern) {
  const changes2 = [];
  let count2 = 0;
  let length = 0;
  const section = cursor.section;
  for (const index of elements(cursor)) {
    const quick = quickChange(cursor.quickMap(boundary), selection, intern);
    if (!quick) cursor.section = `${section}[${index}]`;
    const { remains, change } = quick ?? readByParts(cursor, selection, intern);
    if (remains) count2 += 1;
    if (change) changes2.push(change);
    length = index + 1;
    if (length % changesAStep === 0) yield;
  }
  cursor.section = section;
  return { changes: changes2, count: count2, length };
}
function readByParts(cursor, selection, intern) {
  const [bytes2, start2] = cursor.raw();
  const brief = readBrief(bytes2, selection);
  if (brief) return { ...brief, change: void 0 };
  const parts = readParts(cursor, bytes2, start2, selection);
  const remains = parts.mode === "managed" && parts.deposed === void 0 && parts.remains;
  return { remains, change: parts.wanted && toChange(parts, parts.wanted, intern) };
}
var changeKey = Buffer.from('"change":{"actions":[');
var listStart = '"change":{"actions":'.length;
function readBrief(bytes2, selection) {
  const at2 = bytes2.indexOf(changeKey);
  if (at2 < 0) return void 0;
  const head = parseMap(`${bytes2.toString("utf8", 0, at2)}"":0}`);
  if (!head || typeof head["type"] !== "string" || typeof head["address"] !== "string" || selection.attributes(head["type"])) return void 0;
  const end = bytes2.indexOf(93, at2 + listStart);
  const actions2 = parseMap(`{"a":${bytes2.toString("utf8", at2 + listStart, end + 1)}}`)?.["a"];
  if (!isActions(actions2)) return void 0;
  return { remains: head["mode"] === "managed" && head["deposed"] === void 0 && !isEnd(actions2) };
}
function parseMap(text2) {
  try {
    const value = JSON.parse(text2);
    return isMap(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function readParts(cursor, bytes2, start2, selection) {
  const head = /* @__PURE__ */ new Map();
  const values = /* @__PURE__ */ new Map();
  eachValidMember(bytes2, 0, (keyStart, keyEnd, valueStart, valueEnd) => {
    const key2 = bytes2.toString("utf8", keyStart, keyEnd);
    if (key2 !== "change") head.set(key2, parseAt(bytes2, valueStart, valueEnd));
    else eachValidMember(bytes2, valueStart, (from, to, begin, end) => void values.set(bytes2.toString("utf8", from, to), [begin, end]));
  });
  const address = head.get("address");
  const type6 = head.get("type");
  if (typeof address !== "string" || typeof type6 !== "string") throw cursor.fail("a resource change without address and type", start2);
  const actions2 = parseRange(bytes2, values.get("actions"));
  if (!isActions(actions2)) throw cursor.fail(`${address} has no change with known actions`, start2);
  const mode = head.get("mode");
  const deposed = head.get("deposed");
  return {
    address,
    type: type6,
    mode: typeof mode === "string" ? mode : "managed",
    deposed: typeof deposed === "string" ? deposed : void 0,
    actions: actions2,
    remains: !isEnd(actions2) && bytes2[values.get("after")?.[0] ?? -1] === openMap4,
    wanted: selection.attributes(type6),
    bytes: bytes2,
    head,
    values
  };
}
var openMap4 = 123;
function toChange(parts, wanted4, intern) {
  const { head, bytes: bytes2, values } = parts;
  const index = head.get("index");
  const previous = head.get("previous_address");
  const importing = values.get("importing");
  const after2 = valuesAt(bytes2, values.get("after"), wanted4);
  const marks = (name) => marksAt(bytes2, values.get(name), wanted4);
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
    before: isNoOp(parts.actions) ? after2 : valuesAt(bytes2, values.get("before"), wanted4),
    after: after2,
    afterUnknown: marks("after_unknown"),
    beforeSensitive: marks("before_sensitive"),
    afterSensitive: marks("after_sensitive")
  };
}
function valuesAt(bytes2, range, wanted4) {
  if (range === void 0 || bytes2[range[0]] !== openMap4) return null;
  if (wanted4 === "all") return parseRange(bytes2, range);
  return pickMembers(bytes2, range[0], prepared(wanted4)) ?? nothing;
}
function marksAt(bytes2, range, wanted4) {
  if (range === void 0) return nothing;
  return projectMarks(bytes2[range[0]] === openMap4 ? valuesAt(bytes2, range, wanted4) : parseRange(bytes2, range), wanted4);
}
var preparations = /* @__PURE__ */ new WeakMap();
function prepared(wanted4) {
  const known = preparations.get(wanted4);
  if (known) return known;
  const names5 = wantNames(wanted4);
  preparations.set(wanted4, names5);
  return names5;
}
function parseRange(bytes2, range) {
  return range === void 0 ? void 0 : parseAt(bytes2, range[0], range[1]);
}
function parseAt(bytes2, start2, end) {
  return JSON.parse(bytes2.toString("utf8", start2, end));
}

// packages/terraform/src/plan/types.ts
var everything = { attributes: () => "all" };

// packages/terraform/src/plan/read-plan.ts
var knownVersions = /^(0\.[12]|1(\.\d+)*)$/;
function* readPlanSteps(source, selection) {
  refuseOtherFiles(source);
  const keys = /* @__PURE__ */ new Set();
  const parts = yield* readParts2(source, selection, keys);
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
    variables: parts.variables,
    relevantAttributes: parts.relevant
  };
}
function* readParts2(source, selection, keys) {
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
    variables: /* @__PURE__ */ new Map(),
    relevant: void 0
  };
  for (const key2 of members(cursor)) {
    if (keys.has(key2)) throw cursor.fail(`${key2} stands twice`);
    keys.add(key2);
    cursor.section = key2;
    yield* readMember(key2, parts, { cursor, selection, intern });
    if (key2 === "format_version") refuseOtherVersions(parts.scalars.get(key2));
    cursor.section = "";
  }
  if (cursor.peek() !== void 0) throw cursor.fail("something follows the end of the plan");
  return parts;
}
function* readMember(key2, parts, { cursor, selection, intern }) {
  if (key2 === "resource_changes") parts.changes = yield* changeSteps(cursor, selection, intern);
  else if (key2 === "resource_drift") parts.drift = yield* changeSteps(cursor, selection.drift ? everything : selection, intern);
  else if (key2 === "prior_state") parts.data = readPriorState(cursor, selection);
  else if (key2 === "configuration") parts.configuration = readConfiguration(cursor, selection);
  else if (key2 === "variables") readVariables(cursor, parts.variables);
  else if (key2 === "relevant_attributes") parts.relevant = readRelevant(cursor.value());
  else if (key2 === "planned_values") parts.planned = holdsResources(cursor);
  else if (scalarKeys.has(key2)) parts.scalars.set(key2, cursor.value());
  else cursor.skip();
}
function readRelevant(value) {
  if (!Array.isArray(value)) return void 0;
  return value.flatMap((entry) => {
    if (!isMap(entry) || typeof entry["resource"] !== "string") return [];
    const path8 = Array.isArray(entry["attribute"]) ? entry["attribute"] : [];
    return [{ resource: entry["resource"], attribute: path8.filter((part3) => typeof part3 === "string" || typeof part3 === "number") }];
  });
}
var scalarKeys = /* @__PURE__ */ new Set(["format_version", "terraform_version", "errored", "complete"]);
function readVariables(cursor, variables) {
  eachMember(cursor, (name) => {
    const entry = cursor.value();
    variables.set(name, isMap(entry) ? entry["value"] : void 0);
  });
}
function holdsResources(cursor) {
  let found2 = false;
  eachMember(cursor, (part3) => {
    if (part3 !== "root_module") return cursor.skip();
    eachMember(cursor, (key2) => {
      if (key2 !== "resources" && key2 !== "child_modules") return cursor.skip();
      eachElement(cursor, () => {
        found2 = true;
        cursor.skip();
      });
    });
  });
  return found2;
}
function refuseIncomplete({ planned, changes: changes2 }) {
  if (!planned || changes2.length > 0) return;
  throw new PlanError({ message: "planned_values has resources, but resource_changes has none: a part of the plan was taken away" });
}
function refuseOtherVersions(version) {
  if (typeof version === "string" && knownVersions.test(version)) return;
  throw new PlanError({
    message: `format_version is ${JSON.stringify(version)?.slice(0, 50)}; this action knows 1.x, and 0.1 and 0.2 of older Terraform`,
    hint: "Write the plan with Terraform 1.1 or later, or OpenTofu: terraform show -json plan.bin > plan.json"
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
  let at2 = 0;
  while (at2 < address.length) {
    step.lastIndex = at2;
    const match = step.exec(address);
    if (!match) break;
    steps.push({ name: match[1] ?? "", key: match[3] !== void 0 ? Number(match[3]) : match[2] === void 0 ? void 0 : unescapeKey(match[2]) });
    at2 = step.lastIndex + 1;
  }
  return steps;
}
function moduleAddress(parent, name, key2) {
  const own2 = `module.${name}${keyText(key2)}`;
  return parent === "" ? own2 : `${parent}.${own2}`;
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
var agentKind = "AgentConfig";
var noFacts = {
  environments: [],
  environment: void 0,
  cluster: void 0,
  organisation: void 0,
  statefulDestroy: [],
  workspace: void 0,
  backend: void 0,
  manifests: []
};
var World = class {
  plan;
  facts;
  phase;
  #byType = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #modules = /* @__PURE__ */ new Map();
  #blocks = /* @__PURE__ */ new Map();
  /** @param phase `after`: what will be, never what is only deleted or forgotten; `before`: what was */
  constructor(plan, phase, facts = noFacts) {
    this.plan = plan;
    this.phase = phase;
    this.facts = facts;
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
  ofType(type6) {
    return this.#byType.get(type6) ?? [];
  }
  /** The types that have instances. */
  types() {
    return [...this.#byType.keys()];
  }
  /** All instances of one resource block in one module instance. */
  instances(moduleAddress2, type6, name) {
    return this.#names(type6).get(`${moduleAddress2}|${name}`) ?? [];
  }
  /** The block that a resource comes from; none when its configuration is gone. */
  configured(resource) {
    const known = this.#blocks.get(resource);
    if (known !== void 0) return known ?? void 0;
    const { moduleAddress: moduleAddress2, type: type6, name } = resource.change;
    const block10 = this.module(moduleAddress2).configured.resources.get(`${type6}.${name}`);
    this.#blocks.set(resource, block10 ?? null);
    return block10;
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
  #names(type6) {
    const known = this.#byName.get(type6);
    if (known) return known;
    const names5 = /* @__PURE__ */ new Map();
    for (const resource of this.ofType(type6)) {
      const key2 = `${resource.change.moduleAddress}|${resource.change.name}`;
      const list2 = names5.get(key2);
      if (list2) list2.push(resource);
      else names5.set(key2, [resource]);
    }
    this.#byName.set(type6, names5);
    return names5;
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
function marked(marks, path8) {
  let node = marks;
  for (const part3 of path8) {
    if (node === true) return true;
    node = child(node, part3);
  }
  return node === true;
}
function child(node, part3) {
  if (Array.isArray(node)) return typeof part3 === "number" ? node[part3] : void 0;
  return isMap(node) && Object.hasOwn(node, part3) ? node[part3] : void 0;
}

// packages/conventions/src/plan-facts/attributes.ts
var absent = { state: "absent" };
var unknown = { state: "unknown" };
function read(resource, path8) {
  if (marked(resource.unknown, path8)) return unknown;
  let value = resource.values;
  for (const part3 of path8) value = child(value, part3);
  return value === void 0 || value === null || value === "" ? absent : { state: "known", value };
}
function readText(resource, path8) {
  const reading = read(resource, path8);
  return reading.state === "known" && typeof reading.value !== "object" ? { ...reading, text: String(reading.value) } : reading;
}
function readFlag(resource, path8) {
  const reading = read(resource, path8);
  if (reading.state !== "known") return reading.state;
  return String(reading.value) === "true" ? "true" : "false";
}
function readBlocks(resource, path8) {
  const reading = read(resource, path8);
  if (reading.state === "unknown") return "unknown";
  if (reading.state === "absent") return [];
  if (Array.isArray(reading.value)) return reading.value.map((_, index) => [...path8, index]);
  return typeof reading.value === "object" ? [path8] : [];
}
function pathText(path8) {
  return path8.map((part3, index) => typeof part3 === "number" ? `[${part3}]` : index === 0 ? part3 : `.${part3}`).join("");
}
function showValue(resource, path8) {
  const name = pathText(path8);
  const reading = read(resource, path8);
  if (reading.state === "unknown") return `${name} = (known after apply)`;
  if (reading.state === "absent") return `${name} is not set`;
  if (isSensitive(resource, path8)) return `${name} = (sensitive)`;
  return `${name} = ${JSON.stringify(withoutSecrets(reading.value, marksAt2(resource.sensitive, path8)))?.slice(0, 300)}`;
}
function tell(resource, path8) {
  const { text: text2 } = readText(resource, path8);
  if (text2 === void 0) return "not set";
  return isSensitive(resource, path8) ? "(sensitive)" : text2;
}
function marksAt2(marks, path8) {
  let node = marks;
  for (const part3 of path8) node = child(node, part3);
  return node;
}
function withoutSecrets(value, marks) {
  if (marks === true) return "(sensitive)";
  if (Array.isArray(value)) return value.map((one, index) => withoutSecrets(one, child(marks, index)));
  if (!isMap(value) || !isMap(marks)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSecrets(one, child(marks, name))]));
}
function isSensitive(resource, path8) {
  return marked(resource.sensitive, path8);
}

// packages/conventions/src/rule.ts
var profileNames = ["mz", "opta", "dwp", "sysdesign2", "bank", "strict"];
function judgementOf(resource, ...facts) {
  return { resource, address: resource.address, facts };
}
function judgementByCompanions(resource, ...facts) {
  return { ...judgementOf(resource, ...facts), byCompanions: true };
}
function eachResource(types10, judgeOne4) {
  return (world2, parameters) => types10.flatMap((type6) => world2.ofType(type6).map((resource) => ({ resource, address: resource.address, facts: judgeOne4(resource, world2, parameters) })));
}
function worst(facts) {
  if (facts.some(({ verdict }) => verdict === "fail")) return "fail";
  return facts.some(({ verdict }) => verdict === "unknown") ? "unknown" : "pass";
}
var fine = { verdict: "pass", message: "", evidence: "" };

// packages/conventions/src/plan-facts/flags.ts
function judgeOn(resource, path8) {
  const flag2 = readFlag(resource, path8);
  if (flag2 === "true") return fine;
  const evidence = showValue(resource, path8);
  if (flag2 === "unknown") return { verdict: "unknown", message: `${pathText(path8)} is known after apply`, evidence };
  return { verdict: "fail", message: `${pathText(path8)} is ${flag2 === "absent" ? "not set" : "false"}`, evidence };
}
function failing(message, evidence) {
  return { verdict: "fail", message, evidence };
}
function uncertain(message, evidence) {
  return { verdict: "unknown", message, evidence };
}

// packages/conventions/src/rules/documents.ts
function mediationItem(name) {
  return { document: "mediationzone-on-aws", sentence: `The default configuration of these templates setup the following resources \u2026 ${name}` };
}

// packages/conventions/src/rules/compute/eks-logs.ts
var attribute = "enabled_cluster_log_types";
var eksLogs = {
  id: "eks-logs",
  what: "EKS clusters write the logs of their control plane",
  why: [mediationItem("CloudWatch cluster logging"), { document: "system-design-2", sentence: "All application logs emitted are captured by CloudWatch." }],
  severity: "error",
  profiles: ["mz", "sysdesign2", "strict"],
  remedy: 'enabled_cluster_log_types = ["api", "audit", "authenticator"]',
  fails: "enabled_cluster_log_types = []",
  parameters: {
    types: {
      kind: "list",
      title: "types of logs that have to be on; without them, any type",
      byProfile: { strict: ["api", "audit", "authenticator"] },
      fallback: []
    }
  },
  reads: { aws_eks_cluster: [attribute] },
  judge: eachResource(["aws_eks_cluster"], (resource, _world, { types: types10 }) => {
    const evidence = showValue(resource, [attribute]);
    const elements2 = readBlocks(resource, [attribute]);
    if (elements2 === "unknown") return [uncertain(`${attribute} is known after apply`, evidence)];
    const readings = elements2.map((path8) => readText(resource, path8)).filter(({ state }) => state !== "absent");
    if (readings.length === 0) return [failing("the control plane writes no logs", evidence)];
    const missing6 = (Array.isArray(types10) ? types10.map(String) : []).filter((type6) => !readings.some(({ text: text2 }) => text2 === type6));
    if (missing6.length === 0) return [fine];
    const message = `${missing6.join(", ")} ${missing6.length === 1 ? "is" : "are"} not among the logs of the control plane`;
    const open = readings.filter(({ state }) => state === "unknown").length >= missing6.length;
    return [open ? uncertain(`${message} that the plan can tell`, evidence) : failing(message, evidence)];
  })
};

// packages/conventions/src/rules/compute/sources.ts
var mediationNodes = mediationItem("Node Group \u2026 Minimum three nodes m5.Large");
var optaVersion = {
  document: "opta-aws-architecture",
  sentence: "The current EKS cluster version is 1.18, but this can be manually overridden if needed (and we get security patches as needed automatically via EKS)."
};
var bankMetadata = {
  document: "banklitex-deployment-guideline",
  sentence: "Status of Instance Metadata Service \u2026 Jumphost \u2026 IMDSv2 required \u2026 EKS worker nodes \u2026 IMDSv2 required \u2026 EKS system nodes \u2026 IMDSv2 required \u2026 GitHub self-hosted runners \u2026 IMDSv2 required"
};

// packages/conventions/src/rules/compute/eks-min-nodes.ts
var block = "scaling_config";
var eksMinNodes = {
  id: "eks-min-nodes",
  what: "EKS node groups have enough nodes",
  why: [mediationNodes],
  severity: "error",
  profiles: ["mz", "strict"],
  remedy: "scaling_config {\n  min_size     = 3\n  desired_size = 3\n  max_size     = 6\n}",
  fails: "scaling_config {\n  min_size     = 1\n  desired_size = 3\n  max_size     = 6\n}",
  parameters: { nodes: { kind: "number", title: "nodes at least", byProfile: { mz: 3, strict: 3 }, fallback: 3 } },
  reads: { aws_eks_node_group: [block] },
  judge: eachResource(["aws_eks_node_group"], (resource, _world, { nodes }) => {
    const blocks2 = readBlocks(resource, [block]);
    const evidence = showValue(resource, [block]);
    if (blocks2 === "unknown") return [uncertain(`${block} is known after apply`, evidence)];
    const [path8] = blocks2;
    if (!path8) return [failing(`there is no ${block}`, evidence)];
    return ["min_size", "desired_size"].map((name) => judgeNumber(resource, [...path8, name], Number(nodes)));
  })
};
function judgeNumber(resource, path8, least3) {
  const reading = readText(resource, path8);
  const evidence = showValue(resource, path8);
  const name = String(path8.at(-1));
  if (reading.state === "unknown") return uncertain(`${name} is known after apply`, evidence);
  if (reading.text !== void 0 && Number(reading.text) >= least3) return fine;
  return failing(`${name} is ${reading.text ?? "not set"}; want ${least3} at least`, evidence);
}

// packages/conventions/src/plan-facts/expressions.ts
function expressionAt(block10, path8) {
  let node = block10?.expressions;
  for (const part3 of path8) {
    if (typeof part3 === "number") node = Array.isArray(node) ? node[part3] : part3 === 0 ? node : void 0;
    else node = isMap(node) && Object.hasOwn(node, part3) ? node[part3] : void 0;
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
  let at2 = 0;
  while (at2 < reference.length) {
    part.lastIndex = at2;
    const match = part.exec(reference);
    if (!match) break;
    if (match[1] !== void 0) parts.push({ name: match[1] });
    else if (match[2] !== void 0) parts.push({ key: unescapeKey(match[2]) });
    else if (match[3] !== void 0) parts.push({ key: Number(match[3]) });
    at2 = part.lastIndex;
  }
  return parts;
}

// packages/conventions/src/plan-facts/literals.ts
function isLiteral(world2, resource, path8) {
  return isLiteralIn(world2, resource.change.moduleAddress, expressionAt(world2.configured(resource), path8));
}
function isLiteralIn(world2, address, expression) {
  if (!isMap(expression)) return false;
  const value = expression["constant_value"];
  if (value !== void 0) return value !== null && value !== "";
  const references = longestReferences(expression);
  const names5 = references.map((reference) => /^var\.(\w+)$/.exec(reference)?.[1]);
  return references.length > 0 && names5.every((name) => name !== void 0 && isLiteralArgument(world2, address, name));
}
function isLiteralArgument(world2, address, name) {
  const { steps } = world2.module(address);
  const own2 = steps.at(-1);
  if (!own2) return false;
  const parent = steps.slice(0, -1).reduce((path8, step2) => moduleAddress(path8, step2.name, step2.key), "");
  return isLiteralIn(world2, parent, world2.module(parent).configured.calls.get(own2.name)?.expressions[name]);
}

// packages/conventions/src/plan-facts/references.ts
var hopLimit = 250;
function leavesOf(world2, resource, path8) {
  const block10 = world2.configured(resource);
  const expression = expressionAt(block10, path8);
  const walk2 = { world: world2, leaves: [], seen: /* @__PURE__ */ new Set() };
  const { moduleAddress: module, index } = resource.change;
  follow(walk2, expression, { moduleAddress: module, key: index, forEach: block10?.forEach }, []);
  return walk2.leaves;
}
function leavesOfExpression(world2, expression, place2) {
  const walk2 = { world: world2, leaves: [], seen: /* @__PURE__ */ new Set() };
  follow(walk2, expression, place2, []);
  return walk2.leaves;
}
function follow(walk2, expression, scope, chain) {
  if (chain.length > hopLimit) return;
  const references = longestReferences(expression);
  const ownKey = references.some((text2) => /^(each\.(key|value)|count\.index)\b/.test(text2));
  for (const text2 of references) {
    const visit = `${scope.moduleAddress}|${String(scope.key)}|${text2}|${ownKey}`;
    if (walk2.seen.has(visit)) continue;
    walk2.seen.add(visit);
    followOne(walk2, text2, ownKey, scope, [...chain, text2]);
  }
}
function followOne(walk2, text2, ownKey, scope, chain) {
  const parts = splitReference(text2);
  const [head, second] = [nameOf(parts[0]), nameOf(parts[1])];
  if (head === "path" || head === "terraform" || head === "count" || head === "self") return;
  if (head === "each") {
    if (second === "value") follow(walk2, withOwnKey(scope.forEach), { ...scope, forEach: void 0 }, chain);
  } else if (head === "var") followVariable(walk2, second, scope, chain);
  else if (head === "module") followOutput(walk2, parts, scope, chain);
  else if (head === "data") walk2.leaves.push({ instances: [], data: dataPlace(parts, ownKey, scope), chain: chain.join(" \u2192 ") });
  else if (head === "local" || head === "" || second === "") walk2.leaves.push({ instances: [], chain: chain.join(" \u2192 ") });
  else walk2.leaves.push(resourceLeaf(walk2.world, parts, ownKey, scope, chain));
}
function withOwnKey(forEach) {
  return { references: [...longestReferences(forEach), "each.key"] };
}
function followVariable(walk2, name, scope, chain) {
  const { steps } = walk2.world.module(scope.moduleAddress);
  const own2 = steps.at(-1);
  if (!own2) return;
  const parent = steps.slice(0, -1).reduce((address, { name: part3, key: key2 }) => moduleAddress(address, part3, key2), "");
  const call = walk2.world.module(parent).configured.calls.get(own2.name);
  if (call) follow(walk2, call.expressions[name], { moduleAddress: parent, key: own2.key, forEach: call.forEach }, chain);
}
function followOutput(walk2, parts, scope, chain) {
  const name = nameOf(parts[1]);
  const keyed = parts[2] !== void 0 && "key" in parts[2] ? parts[2].key : void 0;
  const output = nameOf(parts[keyed === void 0 ? 2 : 3]);
  const call = walk2.world.module(scope.moduleAddress).configured.calls.get(name);
  if (!call?.module.outputs.has(output)) {
    walk2.leaves.push({ instances: [], chain: chain.join(" \u2192 ") });
    return;
  }
  const inside2 = moduleAddress(scope.moduleAddress, name, keyed);
  follow(walk2, call.module.outputs.get(output), { moduleAddress: inside2, key: void 0, forEach: void 0 }, chain);
}
function resourceLeaf(world2, parts, ownKey, scope, chain) {
  const [type6, name] = [nameOf(parts[0]), nameOf(parts[1])];
  const third = parts[2];
  const key2 = third !== void 0 && "key" in third ? third.key : void 0;
  const attribute4 = nameOf(parts[key2 === void 0 ? 2 : 3]);
  const all = world2.instances(scope.moduleAddress, type6, name);
  const own2 = ownKey && key2 === void 0 ? all.filter(({ change }) => change.index === scope.key) : [];
  const instances2 = key2 !== void 0 ? all.filter(({ change }) => change.index === key2) : own2.length > 0 ? own2 : all;
  const prefix = scope.moduleAddress === "" ? "" : `${scope.moduleAddress}.`;
  const last = `${prefix}${chain.at(-1) ?? ""}`;
  return { type: type6, ...attribute4 === "" ? {} : { attribute: attribute4 }, instances: instances2, chain: [...chain.slice(0, -1), last].join(" \u2192 ") };
}
function dataPlace(parts, ownKey, { moduleAddress: module, key: key2 }) {
  const fourth = parts[3];
  const written2 = fourth !== void 0 && "key" in fourth ? fourth.key : void 0;
  return { moduleAddress: module, type: nameOf(parts[1]), name: nameOf(parts[2]), key: written2 ?? (ownKey ? key2 : void 0) };
}
function nameOf(part3) {
  return part3 !== void 0 && "name" in part3 ? part3.name : "";
}

// packages/conventions/src/plan-facts/node-roles.ts
var nodeRoleReads = {
  aws_iam_role: ["name", "arn", "id", "managed_policy_arns", "inline_policy"],
  aws_eks_node_group: ["node_role_arn", "launch_template"],
  aws_launch_template: ["id", "name", "arn", "iam_instance_profile"],
  aws_iam_instance_profile: ["name", "arn", "id", "role"],
  aws_iam_role_policy_attachment: ["role", "policy_arn"],
  aws_iam_role_policy: ["role", "policy", "name"],
  aws_iam_policy: ["arn", "id"]
};
var commonWorker = /-eks-common-worker-role$/;
function joinNodeRoles(world2) {
  const all = world2.ofType("aws_iam_role");
  const names5 = /* @__PURE__ */ new Set();
  const roles = new Set(all.filter((role) => commonWorker.test(readText(role, ["name"]).text ?? "")));
  const add = (resource, path8) => {
    const { text: text2 } = readText(resource, path8);
    if (text2 !== void 0) names5.add(text2.split("/").at(-1) ?? text2);
    else for (const leaf of leavesOf(world2, resource, path8)) for (const role of rolesOf(leaf)) roles.add(role);
  };
  for (const group of world2.ofType("aws_eks_node_group")) add(group, ["node_role_arn"]);
  for (const profile of nodeProfiles(world2)) add(profile, ["role"]);
  for (const role of all) if (names5.has(readText(role, ["name"]).text ?? "")) roles.add(role);
  for (const role of roles) names5.add(readText(role, ["name"]).text ?? role.address);
  const isNode = (resource) => {
    const { text: text2 } = readText(resource, ["role"]);
    if (text2 !== void 0) return names5.has(text2) || commonWorker.test(text2);
    return roles.size > 0 && leavesOf(world2, resource, ["role"]).some((leaf) => rolesOf(leaf).some((role) => roles.has(role)));
  };
  return {
    roles: [...roles],
    attachments: world2.ofType("aws_iam_role_policy_attachment").filter(isNode),
    inlinePolicies: world2.ofType("aws_iam_role_policy").filter(isNode)
  };
}
function rolesOf({ type: type6, instances: instances2 }) {
  return type6 === "aws_iam_role" ? instances2 : [];
}
function nodeProfiles(world2) {
  const templates2 = new Set(world2.ofType("aws_eks_node_group").flatMap((group) => templatesOf(world2, group)));
  return [...templates2].flatMap(
    (template2) => ["name", "arn"].flatMap((name) => namedAt(world2, template2, { path: ["iam_instance_profile", 0, name], type: "aws_iam_instance_profile", by: name }))
  );
}
function templatesOf(world2, group) {
  return ["id", "name"].flatMap((name) => namedAt(world2, group, { path: ["launch_template", 0, name], type: "aws_launch_template", by: name }));
}
function namedAt(world2, resource, { path: path8, type: type6, by }) {
  const { text: text2 } = readText(resource, path8);
  if (text2 !== void 0) return valuesOf(world2, type6, by).get(text2) ?? [];
  return leavesOf(world2, resource, path8).flatMap((leaf) => leaf.type === type6 ? leaf.instances : []);
}
var indexes = /* @__PURE__ */ new WeakMap();
function valuesOf(world2, type6, attribute4) {
  const ofWorld = indexes.get(world2) ?? /* @__PURE__ */ new Map();
  indexes.set(world2, ofWorld);
  const known = ofWorld.get(`${type6}.${attribute4}`);
  if (known) return known;
  const index = Map.groupBy(world2.ofType(type6), (one) => readText(one, [attribute4]).text ?? "");
  ofWorld.set(`${type6}.${attribute4}`, index);
  return index;
}

// packages/conventions/src/rules/compute/eks-node-ami.ts
var eksNodeAmi = {
  id: "eks-node-ami",
  what: "EKS node groups run managed images that are kept current",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "Software patches and upgrades \u2026 EKS nodes AMI patches \u2026 HOWTO upgrade AMI latest version for EKS managed node group"
    }
  ],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: 'ami_type = "AL2023_x86_64_STANDARD"',
  fails: 'ami_type        = "AL2023_x86_64_STANDARD"\nrelease_version = "1.33.0-20250601"',
  reads: {
    aws_eks_node_group: ["ami_type", "release_version", "launch_template"],
    aws_launch_template: ["id", "name", "image_id", "update_default_version"]
  },
  judge: (world2) => {
    const groups3 = world2.ofType("aws_eks_node_group");
    const templates2 = new Set(groups3.flatMap((group) => templatesOf(world2, group)));
    return [
      ...groups3.map((group) => ({ resource: group, address: group.address, facts: judgeGroup(world2, group), byCompanions: true })),
      ...[...templates2].map((template2) => judgementOf(template2, judgeDefault(template2)))
    ];
  }
};
function judgeGroup(world2, group) {
  const type6 = readText(group, ["ami_type"]);
  const facts = [judgeType(group, type6), judgeRelease(world2, group)];
  for (const template2 of templatesOf(world2, group)) {
    const evidence = `${template2.address}: ${showValue(template2, ["image_id"])}`;
    if (isLiteral(world2, template2, ["image_id"])) facts.push(failing(`${template2.address} names one image, which nobody keeps current`, evidence));
  }
  return facts;
}
function judgeType(group, { state, text: text2 }) {
  const evidence = showValue(group, ["ami_type"]);
  if (state === "unknown") return uncertain("ami_type is known after apply", evidence);
  return text2?.toUpperCase() === "CUSTOM" ? failing("ami_type is CUSTOM: AWS does not manage the image", evidence) : fine;
}
function judgeRelease(world2, group) {
  if (!isLiteral(world2, group, ["release_version"])) return fine;
  return failing("release_version is written out, so that the image is not kept current", showValue(group, ["release_version"]));
}
function judgeDefault(template2) {
  const path8 = ["update_default_version"];
  const flag2 = readFlag(template2, path8);
  if (flag2 === "unknown") return uncertain("update_default_version is known after apply", showValue(template2, path8));
  return flag2 === "false" ? failing("new versions of the template do not become its default", showValue(template2, path8)) : fine;
}

// packages/conventions/src/plan-facts/instance-sizes.ts
var gibOfFamily = { a: 2, c: 2, im: 4, is: 6, m: 4, t: 4, r: 8, z: 8, i: 8, x: 16 };
var leastGib = 2;
var metalVcpus = 16;
var small = { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2 };
var vcpusOfLarge = 2;
function instanceSize(type6) {
  const match = /^([a-z]+)-?(\d*)[a-z0-9-]*\.([a-z0-9-]+)$/.exec(type6.trim().toLowerCase());
  const [, family = "", generation = "", word4 = ""] = match ?? [];
  const ratio = gibOfFamily[family];
  const gib = ratio ?? leastGib;
  const exactGib = ratio !== void 0;
  const part3 = small[word4];
  if (part3 !== void 0) return { vcpus: smallVcpus(family, Number(generation), word4), gib: gib * vcpusOfLarge * part3, exactVcpus: true, exactGib };
  const vcpus = wholeVcpus(word4);
  if (vcpus !== void 0) return { vcpus, gib: gib * vcpus, exactVcpus: true, exactGib };
  return word4 === "metal" ? { vcpus: metalVcpus, gib: gib * metalVcpus, exactVcpus: false, exactGib: false } : void 0;
}
function smallVcpus(family, generation, word4) {
  return family === "t" && (generation > 2 || word4 === "medium") ? 2 : 1;
}
function wholeVcpus(word4) {
  if (word4 === "large") return vcpusOfLarge;
  const times = /^(?:metal-)?(\d*)xl(?:arge)?$/.exec(word4);
  return times ? 4 * Number(times[1] || 1) : void 0;
}

// packages/conventions/src/rules/compute/eks-node-size.ts
var eksNodeSize = {
  id: "eks-node-size",
  what: "EKS nodes are as large as m5.large at least",
  why: [mediationNodes],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: 'instance_types = ["m5.large"]',
  fails: 'instance_types = ["t3.medium"]',
  parameters: {
    vcpus: { kind: "number", title: "vCPUs at least; by the size word: large 2, xlarge 4, 2xlarge 8 and so on", byProfile: { mz: 2, strict: 2 }, fallback: 2 },
    "memory-gib": {
      kind: "number",
      title: "GiB of memory at least; by the family: c and a have 2 a vCPU, m and t 4, r, z and i 8, x 16",
      byProfile: { mz: 8, strict: 8 },
      fallback: 8
    }
  },
  reads: { aws_eks_node_group: ["instance_types", "launch_template"], aws_launch_template: ["id", "name", "instance_type"] },
  judge: (world2, parameters) => world2.ofType("aws_eks_node_group").map((group) => ({ resource: group, address: group.address, facts: judgeGroup2(world2, group, wantedOf(parameters)), byCompanions: true }))
};
function wantedOf(parameters) {
  return { vcpus: Number(parameters["vcpus"]), gib: Number(parameters["memory-gib"]) };
}
function judgeGroup2(world2, group, wanted4) {
  const path8 = ["instance_types"];
  const types10 = readBlocks(group, path8);
  if (types10 === "unknown" && isWritten(expressionAt(world2.configured(group), path8))) return [notTold(group, path8)];
  if (types10 !== "unknown" && types10.length > 0) return types10.map((one) => judgeType2(group, one, wanted4));
  const templates2 = templatesOf(world2, group);
  if (templates2.length === 0) return [uncertain("nothing in this plan tells the type of the nodes", showValue(group, path8))];
  return templates2.map((template2) => judgeType2(template2, ["instance_type"], wanted4));
}
function notTold(resource, path8) {
  return uncertain("the type of the nodes is known after apply", `${resource.address}: ${showValue(resource, path8)}`);
}
function judgeType2(resource, path8, { vcpus, gib }) {
  const { text: text2 } = readText(resource, path8);
  if (text2 === void 0) {
    const absent2 = read(resource, path8).state === "absent";
    return absent2 ? uncertain("nothing in this plan tells the type of the nodes", `${resource.address}: ${showValue(resource, path8)}`) : notTold(resource, path8);
  }
  const size = instanceSize(text2);
  const evidence = `${resource.address}: ${showValue(resource, path8)}`;
  if (!size) return uncertain(`nothing tells the size of ${text2}`, evidence);
  if (size.vcpus >= vcpus && size.gib >= gib) return fine;
  const message = `${text2} has ${size.vcpus} vCPUs and ${size.gib} GiB by its name; want ${vcpus} and ${gib} at least`;
  const less = size.exactVcpus && size.vcpus < vcpus || size.exactGib && size.gib < gib;
  return less ? failing(message, evidence) : uncertain(message, evidence);
}

// packages/conventions/src/plan-facts/cluster-of.ts
var clusterOfReads = { aws_eks_cluster: ["name", "id", "arn"], aws_eks_node_group: ["cluster_name"] };
function clusterOf(world2, group) {
  const { text: text2 } = readText(group, ["cluster_name"]);
  const named2 = text2 === void 0 ? void 0 : clustersByName(world2).get(text2);
  if (named2) return named2;
  const leaves = leavesOf(world2, group, ["cluster_name"]);
  const clusters = new Set(leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_eks_cluster" ? instances2 : []));
  const [only, second] = clusters;
  if (!only || second) return void 0;
  return text2 === void 0 || readText(only, ["name"]).text === void 0 ? only : void 0;
}
var names = /* @__PURE__ */ new WeakMap();
function clustersByName(world2) {
  const known = names.get(world2);
  if (known) return known;
  const made8 = new Map(
    world2.ofType("aws_eks_cluster").flatMap((cluster) => {
      const { text: text2 } = readText(cluster, ["name"]);
      return text2 === void 0 ? [] : [[text2, cluster]];
    })
  );
  names.set(world2, made8);
  return made8;
}

// packages/conventions/src/plan-facts/find-by.ts
var indexes2 = /* @__PURE__ */ new WeakMap();
var dataIndexes = /* @__PURE__ */ new WeakMap();
function findBy(world2, type6, name, value) {
  return indexOf(indexes2, world2, `${type6}.${name}`, () => firstBy(world2.ofType(type6), name)).get(value);
}
function findData(world2, type6, name, value) {
  const read2 = () => firstBy(
    world2.plan.data.filter((one) => one.type === type6),
    name
  );
  return indexOf(dataIndexes, world2.plan, `${type6}.${name}`, read2).get(value);
}
function indexOf(all, owner, key2, build) {
  const own2 = all.get(owner) ?? /* @__PURE__ */ new Map();
  all.set(owner, own2);
  const index = own2.get(key2) ?? build();
  own2.set(key2, index);
  return index;
}
function firstBy(list2, name) {
  const index = /* @__PURE__ */ new Map();
  for (const one of list2) {
    const value = one.values[name];
    if (typeof value === "string" && !index.has(value)) index.set(value, one);
  }
  return index;
}

// packages/conventions/src/plan-facts/companions.ts
var joins = /* @__PURE__ */ new WeakMap();
function joinCompanions(world2, spec) {
  const known = joins.get(world2) ?? /* @__PURE__ */ new Map();
  joins.set(world2, known);
  const key2 = JSON.stringify([spec.companion, spec.attribute, spec.owners, spec.identity]);
  const join = known.get(key2) ?? makeJoin(world2, spec);
  known.set(key2, join);
  return join;
}
function makeJoin(world2, spec) {
  const joined = /* @__PURE__ */ new Map();
  const loose = [];
  const owners = identityIndex(world2, spec);
  for (const companion of world2.ofType(spec.companion)) {
    const target = targetOf(world2, companion, spec, owners);
    if (target === "elsewhere") continue;
    const [only, second] = target.owners;
    if (target.proven && only && !second) addTo(joined, only, companion);
    else loose.push({ companion, candidates: only ? new Set(target.owners) : void 0 });
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
function targetOf(world2, companion, spec, owners) {
  const reading = readText(companion, [spec.attribute]);
  if (reading.state === "absent") return "elsewhere";
  const named2 = reading.text === void 0 ? void 0 : owners.get(reading.text);
  if (named2) return { owners: [named2], proven: true };
  const leaves = leavesOf(world2, companion, [spec.attribute]);
  const own2 = leaves.filter(({ type: type6 }) => spec.owners.includes(type6 ?? "")).flatMap(({ instances: instances2 }) => instances2);
  if (reading.state === "known") {
    const unnamed = own2.filter((owner) => spec.identity.every((name) => readText(owner, [name]).state !== "known"));
    return unnamed.length === 1 ? { owners: unnamed, proven: true } : "elsewhere";
  }
  const proven = leaves.every(({ type: type6, instances: instances2 }) => spec.owners.includes(type6 ?? "") && instances2.length > 0);
  return { owners: own2, proven };
}
function identityIndex(world2, spec) {
  const index = /* @__PURE__ */ new Map();
  for (const owner of spec.owners.flatMap((type6) => world2.ofType(type6))) {
    for (const name of spec.identity) {
      const { text: text2 } = readText(owner, [name]);
      if (text2 !== void 0) index.set(text2, owner);
    }
  }
  return index;
}

// packages/conventions/src/plan-facts/routes.ts
var tableTypes = ["aws_route_table", "aws_default_route_table"];
var defaults = /* @__PURE__ */ new Set(["0.0.0.0/0", "::/0"]);
var insideTargets = [
  "nat_gateway_id",
  "transit_gateway_id",
  "network_interface_id",
  "vpc_peering_connection_id",
  "vpc_endpoint_id",
  "egress_only_gateway_id",
  "local_gateway_id",
  "core_network_arn"
];
function associationsOf(world2) {
  return joinCompanions(world2, { companion: "aws_route_table_association", attribute: "subnet_id", owners: ["aws_subnet"], identity: ["id"] });
}
function routesApart(world2) {
  return joinCompanions(world2, { companion: "aws_route", attribute: "route_table_id", owners: tableTypes, identity: ["id"] });
}
function defaultRouteOf(world2, subnet) {
  const [association2] = associationsOf(world2).of(subnet);
  const table = association2 && tableOf(world2, association2);
  return table ? defaultRouteOfTable(world2, table) : void 0;
}
function tableOf(world2, association2) {
  const { text: text2 } = readText(association2, ["route_table_id"]);
  if (text2 !== void 0) return tableTypes.map((type6) => findBy(world2, type6, "id", text2)).find((table) => table !== void 0);
  const named2 = leavesOf(world2, association2, ["route_table_id"]).flatMap(({ type: type6, instances: instances2 }) => tableTypes.includes(type6 ?? "") ? instances2 : []);
  return named2.length === 1 ? named2[0] : void 0;
}
function defaultRouteOfTable(world2, table) {
  const routes = defaultRoutesOf(world2, table);
  if (routes === "unknown") return void 0;
  const ways = routes.map(({ resource, path: path8 }) => targetOf2(world2, resource, path8));
  if (ways.includes("internet")) return "internet";
  if (ways.includes(void 0)) return void 0;
  return ways.length === 0 && routesApart(world2).maybeOf(table) ? void 0 : "inside";
}
function defaultRoutesOf(world2, table) {
  const inline2 = readBlocks(table, ["route"]);
  const blocks2 = inline2 === "unknown" ? [] : inline2;
  const own2 = blocks2.filter((path8) => isDefault(table, [...path8, "cidr_block"]) || isDefault(table, [...path8, "ipv6_cidr_block"]));
  const apart = routesApart(world2).of(table).filter((route) => isDefault(route, ["destination_cidr_block"]) || isDefault(route, ["destination_ipv6_cidr_block"]));
  return [...own2.map((path8) => ({ resource: table, path: path8 })), ...apart.map((resource) => ({ resource, path: [] }))];
}
function isDefault(resource, path8) {
  return defaults.has(readText(resource, path8).text ?? "");
}
function targetOf2(world2, resource, path8) {
  const gateway = [...path8, "gateway_id"];
  const reading = readText(resource, gateway);
  if (reading.text !== void 0) return isInternetGateway(world2, reading.text) ? "internet" : "inside";
  if (read(resource, [...path8, "carrier_gateway_id"]).state === "known") return "internet";
  const leaves = leavesOf(world2, resource, gateway);
  if (leaves.some(({ type: type6 }) => type6 === "aws_internet_gateway")) return "internet";
  if (leaves.length > 0) return leaves.every(({ type: type6 }) => type6 !== void 0) ? "inside" : void 0;
  const others = insideTargets.filter((name) => read(resource, [...path8, name]).state === "known" || leavesOf(world2, resource, [...path8, name]).length > 0);
  return others.length > 0 ? "inside" : void 0;
}
function isInternetGateway(world2, id) {
  return id.startsWith("igw-") || findBy(world2, "aws_internet_gateway", "id", id) !== void 0;
}
function routesToAnywhere(world2) {
  return tableTypes.flatMap((type6) => world2.ofType(type6)).flatMap((table) => {
    const routes = defaultRoutesOf(world2, table);
    return routes === "unknown" ? [] : routes.map((route) => ({ table, route }));
  });
}
var served = /* @__PURE__ */ new WeakMap();
function subnetsServedBy(world2, table) {
  const known = served.get(world2) ?? subnetsByTable(world2);
  served.set(world2, known);
  return known.get(table) ?? [];
}
function subnetsByTable(world2) {
  const associations = associationsOf(world2);
  const byTable = /* @__PURE__ */ new Map();
  for (const subnet of world2.ofType("aws_subnet")) {
    const tables = new Set(associations.of(subnet).flatMap((association2) => tableOf(world2, association2) ?? []));
    for (const table of tables) byTable.set(table, [...byTable.get(table) ?? [], subnet]);
  }
  return byTable;
}

// packages/conventions/src/plan-facts/words.ts
function splitWords(text2) {
  return text2.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

// packages/conventions/src/plan-facts/subnets.ts
var subnetReads = {
  aws_subnet: ["id", "arn", "vpc_id", "cidr_block", "availability_zone", "availability_zone_id", "map_public_ip_on_launch", "tags", "tags_all"],
  aws_route_table: ["id", "route", "vpc_id", "tags"],
  aws_default_route_table: ["id", "route", "vpc_id", "default_route_table_id", "tags"],
  aws_route_table_association: ["subnet_id", "route_table_id"],
  aws_route: ["route_table_id", "destination_cidr_block", "destination_ipv6_cidr_block", "gateway_id", "carrier_gateway_id", ...insideTargets],
  aws_internet_gateway: ["id"],
  aws_nat_gateway: ["id"]
};
var words2 = /(?:^|[^a-z])(public|private|protected|tgw|database|intra)(?![a-z])/;
var tierTags = ["Tier", "tier", "Type", "type"];
var found = /* @__PURE__ */ new WeakMap();
function tierOf(world2, subnet, options = {}) {
  const byOptions = found.get(world2) ?? /* @__PURE__ */ new Map();
  found.set(world2, byOptions);
  const key2 = `${options.wordsFirst ?? false} ${options.withoutRoutes ?? false}`;
  const tiers = byOptions.get(key2) ?? /* @__PURE__ */ new Map();
  byOptions.set(key2, tiers);
  if (!tiers.has(subnet)) tiers.set(subnet, findTier(world2, subnet, options));
  return tiers.get(subnet);
}
function findTier(world2, subnet, options) {
  const told = tierOfTags(subnet.values);
  if (told) return told;
  if (tierTags.some((name) => read(subnet, ["tags", name]).state === "unknown")) return void 0;
  const route = options.withoutRoutes ? void 0 : defaultRouteOf(world2, subnet);
  if (route) return route === "internet" ? "public" : "private";
  const open = readFlag(subnet, ["map_public_ip_on_launch"]) === "true" ? "public" : void 0;
  return options.wordsFirst ? tierOfWords(world2, subnet) ?? open : open ?? tierOfWords(world2, subnet);
}
function tierOfTags(values) {
  for (const tags of [values["tags"], values["tags_all"]]) {
    for (const name of tierTags) {
      const tier = wordIn(child(tags, name));
      if (tier) return tier;
    }
  }
  for (const tags of [values["tags"], values["tags_all"]]) {
    if (isSet(child(tags, "kubernetes.io/role/elb"))) return "public";
    if (isSet(child(tags, "kubernetes.io/role/internal-elb"))) return "private";
  }
  return void 0;
}
function isSet(value) {
  return value !== void 0 && value !== null && value !== "0" && value !== "false";
}
function tierOfWords(world2, subnet) {
  const { name, index, moduleAddress: moduleAddress2 } = subnet.change;
  const modules = world2.module(moduleAddress2).steps.map((step2) => step2.name);
  const variables = variablesOf(world2, subnet);
  const places2 = [child(subnet.values["tags"], "Name"), child(subnet.values["tags_all"], "Name"), index, name, ...variables, ...modules.reverse()];
  for (const place2 of places2) {
    const tier = wordIn(place2);
    if (tier) return tier;
  }
  return void 0;
}
function tierOfTable(table) {
  return tierOfTags(table.values) ?? wordIn(child(table.values["tags"], "Name")) ?? wordIn(table.change.index) ?? wordIn(table.change.name);
}
function variablesOf(world2, subnet) {
  const block10 = world2.configured(subnet);
  const texts3 = JSON.stringify([block10?.expressions["cidr_block"], block10?.forEach, block10?.count]);
  return [...texts3.matchAll(/"var\.(\w+)"/g)].map(([, name = ""]) => name);
}
function wordIn(text2) {
  if (typeof text2 !== "string") return void 0;
  const match = words2.exec(splitWords(text2));
  return match?.[1];
}
function subnetsAt(world2, resource, path8) {
  const paths = readBlocksOrSelf(resource, path8);
  const known = [];
  let open = paths === "unknown";
  for (const one of paths === "unknown" ? [] : paths) {
    const reading = readText(resource, one);
    if (reading.text !== void 0) known.push(subnetById(world2, reading.text));
    else if (reading.state === "unknown") open = true;
  }
  const evidence = isSensitive(resource, path8) ? "(sensitive)" : known.map(({ name, tier }) => `${name} (${tier ?? "unknown tier"})`).join(", ");
  if (!open) return { subnets: known, complete: true, evidence };
  const leaves = leavesOf(world2, resource, path8);
  const named2 = leaves.flatMap(({ instances: instances2 }) => instances2).filter(({ type: type6 }) => type6 === "aws_subnet");
  const all = [.../* @__PURE__ */ new Set([...known.flatMap((one) => one.resource ?? []), ...named2])];
  const subnets2 = [...known.filter((one) => !one.resource), ...all.map((subnet) => ({ name: subnet.address, tier: tierOf(world2, subnet), resource: subnet }))];
  const complete = leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_subnet" && instances2.length > 0);
  return { subnets: subnets2, complete, evidence: leaves.map(({ chain }) => chain).join("; ") || evidence || "known after apply" };
}
function readBlocksOrSelf(resource, path8) {
  const blocks2 = readBlocks(resource, path8);
  if (blocks2 === "unknown") return "unknown";
  return blocks2.length === 0 && readText(resource, path8).text !== void 0 ? [path8] : blocks2;
}
function subnetById(world2, id) {
  const own2 = findBy(world2, "aws_subnet", "id", id) ?? findBy(world2, "aws_subnet", "arn", id);
  if (own2) return { name: own2.address, tier: tierOf(world2, own2), resource: own2 };
  const data = findData(world2, "aws_subnet", "id", id) ?? findData(world2, "aws_subnet", "arn", id);
  if (!data) return { name: id, tier: void 0 };
  const open = data.values["map_public_ip_on_launch"] === true ? "public" : void 0;
  return { name: data.address, tier: tierOfTags(data.values) ?? open ?? wordIn(child(data.values["tags"], "Name")) ?? wordIn(data.name) };
}

// packages/conventions/src/plan-facts/vpcs.ts
function joinSubnets(world2) {
  return joinCompanions(world2, { companion: "aws_subnet", attribute: "vpc_id", owners: ["aws_vpc"], identity: ["id"] });
}
function placedVpcs(world2) {
  const join = joinSubnets(world2);
  return world2.ofType("aws_vpc").map((vpc) => ({
    vpc,
    subnets: join.of(vpc).map((subnet) => ({ subnet, tier: tierOf(world2, subnet), zone: zoneOf(subnet) })),
    maybe: join.maybeOf(vpc)
  }));
}
function zoneOf(subnet) {
  return readText(subnet, ["availability_zone"]).text ?? readText(subnet, ["availability_zone_id"]).text;
}

// packages/conventions/src/plan-facts/vpc-of.ts
var vpcOfReads = { aws_vpc: ["id"] };
function vpcsOfSubnets(world2) {
  const join = joinSubnets(world2);
  const found2 = /* @__PURE__ */ new Map();
  for (const vpc of world2.ofType("aws_vpc")) for (const subnet of join.of(vpc)) found2.set(subnet, vpc.address);
  for (const subnet of world2.ofType("aws_subnet")) {
    const { text: text2 } = readText(subnet, ["vpc_id"]);
    if (text2 !== void 0 && !found2.has(subnet)) found2.set(subnet, text2);
  }
  return found2;
}

// packages/conventions/src/rules/compute/eks-nodegroup-span.ts
var eksNodegroupSpan = {
  id: "eks-nodegroup-span",
  what: "each EKS node group spans all private subnets",
  why: [{ document: "opta-aws-architecture", sentence: "We deploy the EKS cluster with one nodegroup spanning all the private subnets created." }],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "subnet_ids = values(aws_subnet.private)[*].id",
  fails: 'subnet_ids = [aws_subnet.private["a"].id]',
  reads: {
    ...subnetReads,
    ...vpcOfReads,
    aws_eks_cluster: [...clusterOfReads.aws_eks_cluster, "vpc_config"],
    aws_eks_node_group: [...clusterOfReads.aws_eks_node_group, "subnet_ids"]
  },
  judge: (world2) => {
    const groups3 = world2.ofType("aws_eks_node_group");
    if (groups3.length === 0) return [];
    const network = networkOf(world2);
    return groups3.map((group) => judgementByCompanions(group, judgeGroup3(world2, group, network)));
  }
};
function networkOf(world2) {
  const vpcs = vpcsOfSubnets(world2);
  const all = world2.ofType("aws_subnet").map((subnet) => ({ subnet, tier: tierOf(world2, subnet) }));
  const wanted4 = all.filter(({ tier }) => tier === "private" || tier === void 0);
  const candidates = Map.groupBy(wanted4, ({ subnet }) => vpcs.get(subnet));
  return { vpcs, candidates, single: new Set(vpcs.values()).size <= 1 };
}
function judgeGroup3(world2, group, network) {
  const own2 = subnetsAt(world2, group, ["subnet_ids"]);
  const home = homeOf(world2, group, own2, network.vpcs);
  const places2 = home.size === 0 ? [...network.candidates.keys()] : [...home, void 0];
  const wanted4 = places2.flatMap((vpc) => network.candidates.get(vpc) ?? []);
  if (!wanted4.some(({ tier }) => tier === "private")) return fine;
  const named2 = new Set(own2.subnets.map(({ resource }) => resource));
  const missing6 = wanted4.filter(({ subnet }) => !named2.has(subnet));
  if (missing6.length === 0) return fine;
  const certain = missing6.filter(({ subnet, tier }) => tier === "private" && standsHere(subnet, home, network) && !mayBeNamed(subnet, own2));
  const list2 = (some) => some.map(({ subnet }) => subnet.address).join(", ");
  if (certain.length > 0) return failing(`the node group leaves out ${list2(certain)}`, own2.evidence);
  return uncertain(`whether the node group spans ${list2(missing6)} is known after apply`, own2.evidence);
}
function homeOf(world2, group, own2, vpcs) {
  const cluster = clusterOf(world2, group);
  const named2 = cluster ? subnetsAt(world2, cluster, ["vpc_config", 0, "subnet_ids"]).subnets : [];
  const home = placesOf(named2, vpcs);
  return home.size > 0 ? home : placesOf(own2.subnets, vpcs);
}
function placesOf(subnets2, vpcs) {
  return new Set(subnets2.flatMap(({ resource }) => resource ? vpcs.get(resource) ?? [] : []));
}
function standsHere(subnet, home, { vpcs, single }) {
  return single || home.size > 0 && vpcs.has(subnet);
}
function mayBeNamed(subnet, { complete, subnets: subnets2 }) {
  return !complete || readText(subnet, ["id"]).text === void 0 && subnets2.some(({ resource }) => !resource);
}

// packages/conventions/src/plan-facts/versions.ts
function parseVersion(text2) {
  return /^\d+(\.\d+)*$/.test(text2) ? text2.split(".").map(Number) : void 0;
}
function compareVersions(a, b) {
  for (let at2 = 0; at2 < Math.max(a.length, b.length); at2 += 1) {
    const difference = (a[at2] ?? 0) - (b[at2] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

// packages/conventions/src/rules/compute/eks-version.ts
var eksVersion = {
  id: "eks-version",
  what: "EKS versions are pinned, new enough, never lowered, and nodes are not ahead of their cluster",
  why: [optaVersion],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: 'version = "1.33"',
  fails: 'version = "1.17"',
  parameters: { floor: { kind: "version", title: "the lowest version that passes", fallback: "1.18" } },
  reads: { aws_eks_cluster: ["version", ...clusterOfReads.aws_eks_cluster], aws_eks_node_group: ["version", ...clusterOfReads.aws_eks_node_group] },
  judge: (world2, { floor }) => ["aws_eks_cluster", "aws_eks_node_group"].flatMap(
    (type6) => world2.ofType(type6).map((resource) => {
      const version = versionOf(world2, resource);
      const facts = version === void 0 ? [withoutVersion(resource)] : judgeVersion(world2, resource, version, String(floor));
      return { resource, address: resource.address, facts, byCompanions: type6 === "aws_eks_node_group" };
    })
  )
};
function versionOf(world2, resource) {
  const reading = readText(resource, ["version"]);
  if (reading.state !== "unknown") return reading.text;
  const leaves = leavesOf(world2, resource, ["version"]);
  const [only, second] = leaves.flatMap(({ type: type6, attribute: attribute4, instances: instances2 }) => type6 === "aws_eks_cluster" && attribute4 === "version" ? instances2 : []);
  return only && !second && leaves.length === 1 ? readText(only, ["version"]).text : void 0;
}
function withoutVersion(resource) {
  const evidence = showValue(resource, ["version"]);
  if (readText(resource, ["version"]).state === "unknown") return uncertain("version is known after apply", evidence);
  return failing("version is not set: AWS takes the newest of the day", evidence);
}
function judgeVersion(world2, resource, text2, floor) {
  const evidence = `version = ${JSON.stringify(text2)}`;
  const version = parseVersion(text2);
  if (!version) return [failing("version is no version of Kubernetes", evidence)];
  const facts = [];
  if (compareVersions(version, parseVersion(floor) ?? []) < 0) facts.push(failing(`version is ${text2}; want ${floor} at least`, evidence));
  const before = world2.phase === "after" ? resource.change.before?.["version"] : void 0;
  const old = parseVersion(String(before ?? ""));
  if (old && compareVersions(version, old) < 0) facts.push(failing(`version goes back from ${String(before)} to ${text2}`, evidence));
  const ahead = resource.type === "aws_eks_node_group" ? judgeAhead(world2, resource, version) : void 0;
  return ahead ? [...facts, ahead] : [...facts, fine];
}
function judgeAhead(world2, group, version) {
  const cluster = clusterOf(world2, group);
  const text2 = cluster ? versionOf(world2, cluster) : void 0;
  const own2 = parseVersion(text2 ?? "");
  if (!cluster || !own2 || compareVersions(version, own2) <= 0) return void 0;
  return failing(`the nodes are ahead of ${cluster.address}, which has ${text2}`, showValue(group, ["version"]));
}

// packages/conventions/src/plan-facts/required.ts
var requiredParameter = {
  required: { kind: "flag", title: "whether this plan has to hold it, because no other stack does", fallback: false }
};
function judgeAbsence(world2, parameters, types10) {
  const missing6 = types10.filter((type6) => world2.ofType(type6).length === 0);
  if (String(parameters["required"]) !== "true" || missing6.length === 0) return [];
  const facts = missing6.map((type6) => ({
    verdict: "fail",
    message: `the plan has no ${type6}, and the conventions file requires it`,
    evidence: `no ${type6} in the plan`
  }));
  return [{ address: "plan", facts }];
}

// packages/conventions/src/rules/compute/imds-default.ts
var type = "aws_ec2_instance_metadata_defaults";
var path = ["http_tokens"];
var judgeEach = eachResource([type], (resource) => [judgeTokens(resource)]);
var imdsDefault = {
  id: "imds-default",
  what: "the account asks for metadata tokens by default",
  why: [bankMetadata],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_ec2_instance_metadata_defaults" "this" {\n  http_tokens = "required"\n}',
  fails: 'resource "aws_ec2_instance_metadata_defaults" "this" {\n  http_tokens = "no-preference"\n}',
  parameters: requiredParameter,
  reads: { [type]: path },
  judge: (world2, parameters) => [...judgeEach(world2, parameters), ...judgeAbsence(world2, parameters, [type])]
};
function judgeTokens(resource) {
  const reading = readText(resource, path);
  const evidence = showValue(resource, path);
  if (reading.text === "required") return fine;
  if (reading.state === "unknown") return uncertain("http_tokens is known after apply", evidence);
  return failing(`http_tokens is ${reading.text ?? "not set"}; want required`, evidence);
}

// packages/conventions/src/rules/compute/imds-v2.ts
var block2 = "metadata_options";
var defaultType = "aws_ec2_instance_metadata_defaults";
var machineTypes = ["aws_launch_template", "aws_instance", "aws_launch_configuration"];
var template = "launch_template";
var imdsV2 = {
  id: "imds-v2",
  what: "instance metadata asks for tokens (IMDSv2), also on EKS nodes",
  why: [bankMetadata],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: 'metadata_options {\n  http_endpoint = "enabled"\n  http_tokens   = "required"\n}',
  fails: 'metadata_options {\n  http_tokens = "optional"\n}',
  reads: {
    aws_launch_template: ["id", "name", block2],
    aws_instance: [block2, template],
    aws_launch_configuration: [block2],
    aws_eks_node_group: [template],
    [defaultType]: ["http_tokens"]
  },
  judge: (world2) => [
    ...machineTypes.flatMap((type6) => world2.ofType(type6).map((machine) => judgementByCompanions(machine, judgeMachine(world2, machine)))),
    ...world2.ofType("aws_eks_node_group").map((group) => judgementByCompanions(group, judgeGroup4(world2, group)))
  ]
};
function judgeMachine(world2, machine) {
  const blocks2 = readBlocks(machine, [block2]);
  const evidence = showValue(machine, [block2]);
  if (blocks2 === "unknown" && isWritten(expressionAt(world2.configured(machine), [block2]))) return uncertain(`${block2} is known after apply`, evidence);
  const path8 = blocks2 === "unknown" ? void 0 : blocks2[0];
  return path8 ? judgeBlock(world2, machine, path8) : inherited(world2, machine) ?? byDefault(world2, failing(`there is no ${block2}: tokens are not required`, evidence));
}
function inherited(world2, machine) {
  const blocks2 = readBlocks(machine, [template]);
  if (machine.type !== "aws_instance" || blocks2 !== "unknown" && blocks2.length === 0) return void 0;
  if (blocks2 === "unknown" && !isWritten(expressionAt(world2.configured(machine), [template]))) return void 0;
  return templatesOf(world2, machine).length > 0 ? fine : uncertain("the launch template is not in this plan", showValue(machine, [template]));
}
function judgeBlock(world2, machine, path8) {
  if (readText(machine, [...path8, "http_endpoint"]).text === "disabled") return fine;
  const tokens = [...path8, "http_tokens"];
  const reading = readText(machine, tokens);
  const evidence = showValue(machine, tokens);
  if (reading.text === "required") return fine;
  const endpoint = [...path8, "http_endpoint"];
  const openEndpoint = read(machine, endpoint).state === "unknown" && isWritten(expressionAt(world2.configured(machine), endpoint));
  if (reading.state === "unknown") {
    const fact = uncertain("http_tokens is known after apply", evidence);
    return isWritten(expressionAt(world2.configured(machine), tokens)) ? fact : byDefault(world2, fact);
  }
  if (openEndpoint) return uncertain("whether the metadata can be reached is known after apply", showValue(machine, endpoint));
  const fault = failing(`http_tokens is ${reading.text ?? "not set"}; want required`, evidence);
  return reading.state === "absent" ? byDefault(world2, fault) : fault;
}
function byDefault(world2, otherwise) {
  const defaults2 = world2.ofType(defaultType);
  const states2 = defaults2.map((one) => readText(one, ["http_tokens"]));
  if (states2.some(({ text: text2 }) => text2 === "required")) return fine;
  const open = defaults2.find((_, index) => states2[index]?.state === "unknown");
  return open ? uncertain("what the account asks for is known after apply", `${open.address}: ${showValue(open, ["http_tokens"])}`) : otherwise;
}
function judgeGroup4(world2, group) {
  const blocks2 = readBlocks(group, [template]);
  const evidence = showValue(group, [template]);
  if (blocks2 === "unknown") return uncertain(`${template} is known after apply`, evidence);
  if (blocks2.length === 0) return failing("the node group names no launch template that asks for tokens", evidence);
  return templatesOf(world2, group).length > 0 ? fine : uncertain("the launch template is not in this plan", evidence);
}

// packages/conventions/src/rules/compute/index.ts
var computeRules = [eksLogs, eksMinNodes, eksNodeSize, eksNodegroupSpan, eksVersion, eksNodeAmi, imdsV2, imdsDefault];

// packages/conventions/src/rules/databases/sources.ts
var optaBackups = { document: "opta-aws-architecture", sentence: "5 day backup retentions for the postgres/documentdb databases." };
var bankBackups = {
  document: "banklitex-deployment-guideline",
  sentence: "Solution by default apply Point In Time recovery with retention defined on deployment by parameter backup_retention_period"
};
var mediationData = {
  document: "mediationzone-on-aws",
  sentence: "Stateful Data Assets - To Include in Backups \u2026 When running in AWS, stores data persistently in RDS, EFS and optionally MemoryDB."
};

// packages/conventions/src/rules/databases/backup-param.ts
var attribute2 = "backup_retention_period";
var backupParam = {
  id: "backup-param",
  what: "backup_retention_period comes from a variable of that name",
  why: [bankBackups],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: "backup_retention_period = var.backup_retention_period",
  fails: "backup_retention_period = 7",
  reads: { aws_db_instance: [attribute2], aws_rds_cluster: [attribute2] },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster"], (resource, world2) => [judgeSource(resource, world2)])
};
function judgeSource(resource, world2) {
  const block10 = world2.configured(resource);
  if (!block10) return uncertain("the configuration of the resource is not in the plan", attribute2);
  const expression = expressionAt(block10, [attribute2]);
  if (!isWritten(expression)) return failing(`${attribute2} is not set`, `${attribute2} has no expression`);
  const { steps } = world2.module(resource.change.moduleAddress);
  const names5 = variablesBehind(
    world2,
    expression,
    steps.map(({ name }) => name)
  );
  if (names5.some((name) => name.includes(attribute2))) return fine;
  const hidden = longestReferences(expression).find((text2) => text2.startsWith("local.") || text2.startsWith("data."));
  if (hidden) return uncertain(`where ${hidden} comes from is not told by the plan`, hidden);
  return failing(`${attribute2} does not come from var.${attribute2}`, names5.length > 0 ? names5.join(" \u2192 ") : `${attribute2} is a literal`);
}
function variablesBehind(world2, expression, path8) {
  return longestReferences(expression).flatMap((text2) => {
    const [, name] = /^var\.([\w-]+)/.exec(text2) ?? [];
    if (name === void 0) return [];
    const call = path8.at(-1);
    if (call === void 0) return [text2];
    let parent = world2.plan.configuration;
    for (const step2 of path8.slice(0, -1)) parent = parent.calls.get(step2)?.module ?? parent;
    return [text2, ...variablesBehind(world2, parent.calls.get(call)?.expressions[name], path8.slice(0, -1))];
  });
}

// packages/conventions/src/rules/databases/db-engine.ts
var engines = {
  aws_db_instance: void 0,
  aws_rds_cluster: void 0,
  aws_docdb_cluster: "docdb",
  aws_elasticache_cluster: void 0,
  aws_elasticache_replication_group: "redis",
  aws_elasticache_serverless_cache: void 0
};
var dbEngine = {
  id: "db-engine",
  what: "databases run an engine that the documents name",
  why: [
    {
      document: "mediationzone-on-aws",
      sentence: "The provided Terraform installation templates sets up a PostgreSQL database in RDS to be used as the system database."
    },
    {
      document: "opta-aws-architecture",
      sentence: "For databases, we currently have modules for postgres (AWS Aurora), redis (AWS Elasticache), and the mongodb compatible documentdb (AWS Documentdb)."
    },
    { document: "banklitex-deployment-guideline", sentence: "Aurora (Postgresql)" }
  ],
  severity: "warn",
  profiles: ["mz", "opta", "bank", "strict"],
  remedy: 'engine = "aurora-postgresql"',
  fails: 'engine = "mysql"',
  parameters: {
    engines: {
      kind: "list",
      title: "engines that may be used",
      byProfile: { mz: ["postgres"], opta: ["postgres", "aurora-postgresql", "redis", "docdb"], bank: ["postgres", "aurora-postgresql"] },
      fallback: ["postgres", "aurora-postgresql", "redis", "valkey", "docdb"]
    }
  },
  reads: Object.fromEntries(Object.keys(engines).map((type6) => [type6, ["engine", "replicate_source_db"]])),
  judge: eachResource(Object.keys(engines), (resource, _world, parameters) => [judgeEngine(resource, parameters["engines"])])
};
function judgeEngine(resource, allowed2) {
  const reading = readText(resource, ["engine"]);
  const evidence = showValue(resource, ["engine"]);
  const names5 = Array.isArray(allowed2) ? allowed2.map(String) : [];
  if (reading.state === "unknown") {
    if (readText(resource, ["replicate_source_db"]).state !== "absent") return fine;
    return uncertain("engine is known after apply", evidence);
  }
  const engine = reading.text ?? engines[resource.type];
  if (engine === void 0 || names5.includes(engine.toLowerCase())) return fine;
  return failing(`the engine is ${reading.text === void 0 ? engine : tell(resource, ["engine"])}; want one of ${names5.join(", ")}`, evidence);
}

// packages/conventions/src/rules/databases/db-multi-az.ts
var members2 = { aws_rds_cluster: "aws_rds_cluster_instance", aws_docdb_cluster: "aws_docdb_cluster_instance" };
var least = 2;
var dbMultiAz = {
  id: "db-multi-az",
  what: "databases have replicas in another zone",
  why: [{ document: "opta-aws-architecture", sentence: "We now offer a multi_az option so that read replicas can be created in other az." }],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "multi_az = true",
  fails: "multi_az = false",
  reads: {
    aws_db_instance: ["multi_az", "replicate_source_db"],
    aws_rds_cluster: ["id", "cluster_identifier", "db_cluster_instance_class", "engine_mode"],
    aws_docdb_cluster: ["id", "cluster_identifier"],
    aws_rds_cluster_instance: ["cluster_identifier"],
    aws_docdb_cluster_instance: ["cluster_identifier"]
  },
  judge: (world2) => [
    ...world2.ofType("aws_db_instance").filter((instance) => read(instance, ["replicate_source_db"]).state === "absent").map((instance) => judgementOf(instance, judgeInstance(instance))),
    ...Object.entries(members2).flatMap(([cluster, member]) => judgeClusters(world2, cluster, member))
  ]
};
function judgeInstance(instance) {
  const flag2 = readFlag(instance, ["multi_az"]);
  const evidence = showValue(instance, ["multi_az"]);
  if (flag2 === "true") return fine;
  return flag2 === "unknown" ? uncertain("multi_az is known after apply", evidence) : failing("the database has no replica in another zone", evidence);
}
function judgeClusters(world2, type6, member) {
  const join = joinCompanions(world2, { companion: member, attribute: "cluster_identifier", owners: [type6], identity: ["id", "cluster_identifier"] });
  return world2.ofType(type6).filter((cluster) => read(cluster, ["db_cluster_instance_class"]).state !== "known" && readText(cluster, ["engine_mode"]).text !== "serverless").map((cluster) => {
    const own2 = join.of(cluster);
    const maybe = join.maybeOf(cluster);
    const evidence = own2.map(({ address }) => address).join(", ") || `no ${member} of this plan`;
    if (own2.length >= least) return judgementByCompanions(cluster, fine);
    const fact = maybe ? uncertain(`the cluster has ${own2.length} known instances; ${maybe.address} may be another`, evidence) : failing(`the cluster has ${own2.length} ${own2.length === 1 ? "instance" : "instances"}; want ${least} at least`, evidence);
    return judgementByCompanions(cluster, fact);
  });
}

// packages/conventions/src/rules/databases/db-params-ssm.ts
var types = ["aws_db_instance", "aws_rds_cluster"];
var addresses = /* @__PURE__ */ new Set(["address", "endpoint", "reader_endpoint", "id", "identifier", "cluster_identifier", "port", "db_name", "arn"]);
var dbParamsSsm = {
  id: "db-params-ssm",
  what: "the connection of each database is published as an SSM parameter",
  why: [mediationItem("SSM RDS Parameters")],
  severity: "info",
  profiles: ["mz", "strict"],
  remedy: 'resource "aws_ssm_parameter" "database" {\n  name  = "/mz/database/endpoint"\n  type  = "String"\n  value = aws_db_instance.this.endpoint\n}',
  fails: 'resource "aws_db_instance" "this" {\n  identifier = "mz-db"\n}',
  reads: {
    aws_db_instance: ["identifier", "address", "endpoint"],
    aws_rds_cluster: ["cluster_identifier", "endpoint"],
    aws_ssm_parameter: ["name", "value", "insecure_value"]
  },
  judge: (world2) => {
    const published = publishedDatabases(world2);
    const names5 = world2.ofType("aws_ssm_parameter").flatMap((parameter2) => readText(parameter2, ["name"]).text ?? []).join("\n");
    return types.flatMap((type6) => world2.ofType(type6)).map((database) => {
      const identifier = readText(database, ["identifier"]).text ?? readText(database, ["cluster_identifier"]).text;
      const named2 = identifier !== void 0 && names5.includes(identifier);
      const facts = [published.has(database) || named2 ? fine : failing("no parameter tells how to reach the database", "no aws_ssm_parameter leads to it")];
      return { resource: database, address: database.address, facts, byCompanions: true };
    });
  }
};
function publishedDatabases(world2) {
  const values = connectionValues(world2);
  return new Set(
    world2.ofType("aws_ssm_parameter").flatMap(
      (parameter2) => ["value", "insecure_value"].flatMap((name) => {
        const known = values.get(readText(parameter2, [name]).text ?? "");
        const led = leavesOf(world2, parameter2, [name]).flatMap((leaf) => isConnection(leaf) ? leaf.instances : []);
        return known ? [known, ...led] : led;
      })
    )
  );
}
function isConnection({ type: type6, attribute: attribute4 }) {
  return types.includes(type6 ?? "") && (attribute4 === void 0 || addresses.has(attribute4));
}
function connectionValues(world2) {
  const databases = types.flatMap((type6) => world2.ofType(type6));
  return new Map(
    databases.flatMap(
      (database) => ["address", "endpoint"].flatMap((name) => typeof database.values[name] === "string" ? [[database.values[name], database]] : [])
    )
  );
}

// packages/conventions/src/rules/databases/backup-days.ts
function judgeDays(resource, attribute4, least3, fallback) {
  const path8 = [attribute4];
  const reading = readText(resource, path8);
  const evidence = showValue(resource, path8);
  if (reading.state === "unknown") return uncertain(`${attribute4} is known after apply`, evidence);
  const days = reading.text === void 0 ? fallback : Number(reading.text);
  if (days !== void 0 && days >= least3) return fine;
  return failing(`${attribute4} is ${tell(resource, path8)}; want ${least3} at least`, evidence);
}

// packages/conventions/src/rules/databases/docdb-backup-days.ts
var defaultDays = 1;
var docdbBackupDays = {
  id: "docdb-backup-days",
  what: "DocumentDB keeps backups long enough",
  why: [optaBackups],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "backup_retention_period = 5",
  fails: "backup_retention_period = 1",
  parameters: { days: { kind: "number", title: "days at least", byProfile: { opta: 5, strict: 5 }, fallback: 5 } },
  reads: { aws_docdb_cluster: ["backup_retention_period"] },
  judge: eachResource(["aws_docdb_cluster"], (cluster, _world, { days }) => [judgeDays(cluster, "backup_retention_period", Number(days), defaultDays)])
};

// packages/conventions/src/rules/databases/ec2-stateless.ts
var path2 = ["ebs_block_device"];
var ec2Stateless = {
  id: "ec2-stateless",
  what: "instances have no volumes of data",
  why: [{ document: "banklitex-deployment-guideline", sentence: "No stateful instances, and no provided in-solution backup option" }],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_efs_file_system" "data" {\n  encrypted = true\n}',
  fails: 'resource "aws_volume_attachment" "data" {\n  device_name = "/dev/sdh"\n  volume_id   = aws_ebs_volume.data.id\n  instance_id = aws_instance.worker.id\n}',
  reads: { aws_instance: path2, aws_volume_attachment: ["instance_id", "device_name"] },
  judge: (world2) => [
    ...world2.ofType("aws_instance").map((instance) => judgementOf(instance, judgeInstance2(instance))),
    ...world2.ofType("aws_volume_attachment").map((one) => judgementOf(one, failing("a volume of data is attached to an instance", showValue(one, ["device_name"]))))
  ]
};
function judgeInstance2(instance) {
  const blocks2 = readBlocks(instance, path2);
  if (blocks2 === "unknown") return uncertain("whether the instance has volumes of data is known after apply", showValue(instance, path2));
  return blocks2.length === 0 ? fine : failing(`the instance has ${blocks2.length} ${blocks2.length === 1 ? "volume" : "volumes"} of data`, showValue(instance, path2));
}

// packages/conventions/src/plan-facts/backup-selections.ts
var selectionType = "aws_backup_selection";
var selectionReads = {
  [selectionType]: ["resources", "selection_tag", "not_resources", "condition"]
};
function selectedForBackup(world2, resource, kind) {
  const answers = world2.ofType(selectionType).map((selection) => selects(world2, selection, resource, kind));
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}
function selects(world2, selection, resource, kind) {
  const byTag = readBlocks(selection, ["selection_tag"]);
  const tagged = byTag !== "unknown" && byTag.some((path8) => hasTag(resource, readText(selection, [...path8, "key"]).text, readText(selection, [...path8, "value"]).text));
  if (tagged || leavesOf(world2, selection, ["resources"]).some(({ instances: instances2 }) => instances2.includes(resource))) return "yes";
  const lists3 = readBlocks(selection, ["resources"]);
  const readings = lists3 === "unknown" ? [] : lists3.map((path8) => readText(selection, path8));
  const arn = readText(resource, ["arn"]).text;
  if (readings.some(({ text: text2 }) => text2 !== void 0 && (text2 === arn || takesAll(text2, kind)))) return "yes";
  return lists3 === "unknown" || byTag === "unknown" || readings.some(({ state }) => state === "unknown") ? "unknown" : "no";
}
function takesAll(pattern, kind) {
  const [service, part3] = kind.split(":");
  const [, , named2, , , ...rest] = pattern.split(":");
  return pattern === "*" || named2 === service && ["*", `${part3}/*`, `${part3}:*`].includes(rest.join(":"));
}
function hasTag(resource, key2, value) {
  return key2 !== void 0 && ["tags", "tags_all"].some((map) => child(resource.values[map], key2) === value);
}

// packages/conventions/src/rules/databases/efs-backup.ts
var policyType = "aws_efs_backup_policy";
var efsBackup = {
  id: "efs-backup",
  what: "each file system is backed up",
  why: [mediationData],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: 'resource "aws_efs_backup_policy" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  backup_policy {\n    status = "ENABLED"\n  }\n}',
  fails: 'resource "aws_efs_backup_policy" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  backup_policy {\n    status = "DISABLED"\n  }\n}',
  reads: {
    aws_efs_file_system: ["id", "arn", "tags", "tags_all"],
    [policyType]: ["file_system_id", "backup_policy"],
    ...selectionReads
  },
  judge: (world2) => {
    const join = joinCompanions(world2, { companion: policyType, attribute: "file_system_id", owners: ["aws_efs_file_system"], identity: ["id", "arn"] });
    return world2.ofType("aws_efs_file_system").flatMap((system) => judgeSystem(world2, system, join));
  }
};
function judgeSystem(world2, system, join) {
  const selected = selectedForBackup(world2, system, "elasticfilesystem:file-system");
  if (selected === "yes") return [];
  const policies = join.of(system);
  if (policies.length > 0) return policies.map((policy) => judgementOf(policy, judgePolicy(policy, selected)));
  const maybe = join.maybeOf(system);
  const evidence = maybe ? `${maybe.address} may be its own` : `no ${policyType} or aws_backup_selection of this plan names it`;
  const open = maybe !== void 0 || selected === "unknown";
  const fact = open ? uncertain("whether the file system is backed up is known after apply", evidence) : failing("the file system is not backed up", evidence);
  return [judgementByCompanions(system, fact)];
}
function judgePolicy(policy, selected) {
  const path8 = ["backup_policy", 0, "status"];
  const reading = readText(policy, path8);
  const evidence = showValue(policy, path8);
  if (reading.text === "ENABLED") return fine;
  if (reading.state === "unknown" || selected === "unknown") return uncertain("whether the file system is backed up is known after apply", evidence);
  return failing(`backups are ${tell(policy, path8)}`, evidence);
}

// packages/conventions/src/rules/databases/memorydb-snapshot.ts
var memorydbSnapshot = {
  id: "memorydb-snapshot",
  what: "MemoryDB keeps snapshots",
  why: [mediationData],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: "snapshot_retention_limit = 7",
  fails: "snapshot_retention_limit = 0",
  reads: { aws_memorydb_cluster: ["snapshot_retention_limit"] },
  judge: eachResource(["aws_memorydb_cluster"], (cluster) => [judgeDays(cluster, "snapshot_retention_limit", 1)])
};

// packages/conventions/src/rules/databases/msk-ha.ts
var brokers = ["number_of_broker_nodes"];
var subnets = ["broker_node_group_info", 0, "client_subnets"];
var least2 = 3;
var mskHa = {
  id: "msk-ha",
  what: "MSK has at least three brokers over three zones",
  why: [{ document: "banklitex-deployment-guideline", sentence: "MSK is provided in HA mode." }],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "number_of_broker_nodes = 3\n\nbroker_node_group_info {\n  client_subnets = values(aws_subnet.private)[*].id\n}",
  fails: "number_of_broker_nodes = 2",
  reads: { ...subnetReads, aws_msk_cluster: ["number_of_broker_nodes", "broker_node_group_info"] },
  judge: eachResource(["aws_msk_cluster"], (cluster, world2) => [judgeBrokers(cluster), judgeZones(cluster, world2)])
};
function judgeBrokers(cluster) {
  const reading = readText(cluster, brokers);
  const evidence = showValue(cluster, brokers);
  if (reading.state === "unknown") return uncertain("the number of brokers is known after apply", evidence);
  return Number(reading.text ?? 0) >= least2 ? fine : failing(`there are ${tell(cluster, brokers)} brokers; want ${least2} at least`, evidence);
}
function judgeZones(cluster, world2) {
  const { subnets: named2, complete, evidence } = subnetsAt(world2, cluster, subnets);
  const count2 = new Set(named2.map(({ name }) => name)).size;
  if (count2 >= least2) return fine;
  if (!complete || named2.some(({ name }) => name.includes(".") && readText(cluster, [...subnets, 0]).text === void 0))
    return uncertain("the subnets of the brokers are known after apply", evidence);
  return failing(`the brokers stand in ${count2} zones; want ${least2} at least`, evidence);
}

// packages/conventions/src/rules/databases/rds-backup-days.ts
var attribute3 = "backup_retention_period";
var auroraDays = 1;
var rdsBackupDays = {
  id: "rds-backup-days",
  what: "RDS keeps backups long enough",
  why: [optaBackups, bankBackups],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: "backup_retention_period = 5",
  fails: "backup_retention_period = 0",
  parameters: { days: { kind: "number", title: "days at least", byProfile: { opta: 5, bank: 1, strict: 5 }, fallback: 5 } },
  reads: { aws_db_instance: [attribute3, "replicate_source_db", "engine"], aws_rds_cluster: [attribute3] },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster"], (resource, _world, { days }) => {
    if (isDependent(resource)) return [fine];
    return [judgeDays(resource, attribute3, Number(days), resource.type === "aws_rds_cluster" ? auroraDays : void 0)];
  })
};
function isDependent(resource) {
  if (resource.type !== "aws_db_instance") return false;
  return read(resource, ["replicate_source_db"]).state !== "absent" || (readText(resource, ["engine"]).text ?? "").startsWith("aurora");
}

// packages/conventions/src/rules/databases/redshift-serverless.ts
var redshiftServerless = {
  id: "redshift-serverless",
  what: "Redshift is used serverless, not as a cluster",
  why: [
    {
      document: "system-design-2",
      sentence: "RedShift Serverless is selected where AWS manages and scales the database up and down in compute resources depending on the load the database is currently under."
    }
  ],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: 'resource "aws_redshiftserverless_workgroup" "this" {\n  namespace_name = aws_redshiftserverless_namespace.this.namespace_name\n  workgroup_name = "bi"\n}',
  fails: 'resource "aws_redshift_cluster" "this" {\n  cluster_identifier = "bi"\n}',
  reads: { aws_redshift_cluster: ["cluster_identifier"] },
  judge: eachResource(["aws_redshift_cluster"], () => [failing("it is a cluster; want Redshift Serverless", "aws_redshift_cluster")])
};

// packages/conventions/src/glob.ts
function globMatcher(glob) {
  const parts = glob.split("*");
  if (parts.length === 1) return (text2) => text2.length === glob.length && matchesAt(text2, glob, 0);
  return (text2) => matchParts(text2, parts);
}
function matchParts(text2, parts) {
  const [first = "", ...others] = parts;
  const last = others.pop() ?? "";
  if (first.length + last.length > text2.length || !matchesAt(text2, first, 0)) return false;
  let at2 = first.length;
  const end = text2.length - last.length;
  for (const part3 of others) {
    while (at2 + part3.length <= end && !matchesAt(text2, part3, at2)) at2 += 1;
    if (at2 + part3.length > end) return false;
    at2 += part3.length;
  }
  return at2 <= end && matchesAt(text2, last, end);
}
function matchesAt(text2, part3, at2) {
  if (at2 + part3.length > text2.length) return false;
  for (let index = 0; index < part3.length; index += 1) {
    if (part3[index] !== "?" && part3[index] !== text2[at2 + index]) return false;
  }
  return true;
}

// packages/conventions/src/rules/databases/stateful-destroy.ts
var types2 = ["aws_db_instance", "aws_rds_cluster", "aws_efs_file_system", "aws_memorydb_cluster", "aws_s3_bucket", "aws_dynamodb_table", "aws_kms_key"];
var stateful = new Set(types2);
var statefulDestroy = {
  id: "stateful-destroy",
  what: "no store of data and no key is deleted or replaced without approval in stateful-destroy",
  why: [mediationData],
  severity: "error",
  profiles: ["mz", "strict"],
  remedy: "# .slipway/conventions.yaml\nstateful-destroy:\n  - aws_s3_bucket.scratch",
  language: "yaml",
  fails: "# the plan deletes aws_s3_bucket.scratch, and nothing in stateful-destroy matches its address",
  reads: Object.fromEntries(types2.map((type6) => [type6, ["id"]])),
  judge: (world2) => {
    const approved = world2.facts.statefulDestroy.map(globMatcher);
    return world2.plan.changes.filter(({ mode, deposed, type: type6, actions: actions2 }) => mode === "managed" && deposed === void 0 && stateful.has(type6) && actions2.includes("delete")).filter(({ address }) => !approved.some((matches2) => matches2(address))).map(({ address, actions: actions2 }) => {
      const what = actions2.length > 1 ? "replaced, which destroys what it holds" : "destroyed";
      return { address, facts: [failing(`it is ${what}, and nothing in stateful-destroy approves it`, `actions: ${actions2.join(", ")}`)], introduced: true };
    });
  }
};

// packages/conventions/src/rules/databases/stateful-guard.ts
var statefulGuard = {
  id: "stateful-guard",
  what: "databases have deletion protection and leave a final snapshot",
  why: [mediationData],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: "deletion_protection = true\nskip_final_snapshot = false",
  fails: "deletion_protection = false\nskip_final_snapshot = true",
  reads: {
    aws_db_instance: ["deletion_protection", "skip_final_snapshot", "replicate_source_db"],
    aws_rds_cluster: ["deletion_protection", "skip_final_snapshot"],
    aws_dynamodb_table: ["deletion_protection_enabled"]
  },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster", "aws_dynamodb_table"], (resource) => {
    if (resource.type === "aws_dynamodb_table") return [judgeOn(resource, ["deletion_protection_enabled"])];
    return [judgeOn(resource, ["deletion_protection"]), judgeSnapshot(resource)];
  })
};
function judgeSnapshot(resource) {
  const path8 = ["skip_final_snapshot"];
  if (resource.type === "aws_db_instance" && read(resource, ["replicate_source_db"]).state !== "absent") return fine;
  const flag2 = readFlag(resource, path8);
  if (flag2 === "unknown") return uncertain("skip_final_snapshot is known after apply", showValue(resource, path8));
  return flag2 === "true" ? failing("skip_final_snapshot is true", showValue(resource, path8)) : fine;
}

// packages/conventions/src/rules/databases/index.ts
var databaseRules = [
  rdsBackupDays,
  docdbBackupDays,
  backupParam,
  efsBackup,
  memorydbSnapshot,
  statefulGuard,
  statefulDestroy,
  dbMultiAz,
  dbEngine,
  dbParamsSsm,
  redshiftServerless,
  mskHa,
  ec2Stateless
];

// packages/conventions/src/plan-facts/manifests.ts
var templates = {
  Pod: [],
  PodTemplate: ["template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"]
};
function workloadsOf(world2) {
  return world2.facts.manifests.flatMap((manifest) => {
    const path8 = Object.hasOwn(templates, manifest.kind) ? templates[manifest.kind] : void 0;
    const pod = path8 && at(manifest.value, path8);
    const spec = child(pod, "spec");
    return isMap(spec) ? [{ manifest, spec, annotations: mapAt(pod, ["metadata", "annotations"]) }] : [];
  });
}
function addressOf({ kind, namespace, name }) {
  return [kind, ...namespace === void 0 ? [] : [namespace], name].join("/");
}
function placeOf({ file, document: document2 }) {
  return `${file}, document ${document2}`;
}
function judgeManifests(judged) {
  const byAddress = /* @__PURE__ */ new Map();
  for (const { manifest, facts } of judged) {
    const address = addressOf(manifest);
    byAddress.set(address, [...byAddress.get(address) ?? [], ...facts]);
  }
  return [...byAddress].map(([address, facts]) => ({ address, facts, introduced: true }));
}
function at(value, path8) {
  return path8.reduce((node, part3) => child(node, part3), value);
}
function mapAt(value, path8) {
  const found2 = at(value, path8);
  return isMap(found2) ? found2 : {};
}
function mapsAt(value, path8) {
  const found2 = at(value, path8);
  return Array.isArray(found2) ? found2.filter(isMap) : [];
}
function textAt(value, path8) {
  const found2 = at(value, path8);
  return typeof found2 === "string" && found2 !== "" ? found2 : void 0;
}

// packages/conventions/src/plan-facts/agent-config.ts
function agentConfigs(world2) {
  const { manifests } = world2.facts;
  const bare2 = manifests.filter(({ kind }) => kind === agentKind);
  return manifests.flatMap((manifest) => {
    const destinations = partsOf(manifest).flatMap(([name, value]) => destinationsIn(value, name));
    if (destinations.length === 0 || !isAgent(manifest)) return [];
    const beside = manifest.kind === agentKind ? bare2.filter((one) => folderOf(one) === folderOf(manifest)) : [manifest];
    const certificate = beside.flatMap(partsOf).flatMap(([name, value]) => certificatesIn(value, name))[0];
    return [{ manifest, destinations, certificate }];
  });
}
function isAgent(manifest) {
  if (manifest.kind === agentKind) return true;
  if (manifest.kind !== "ConfigMap") return false;
  const parts = partsOf(manifest);
  return [manifest.name, ...parts.map(([name]) => name)].some((name) => /sft(?!p)/i.test(name)) || parts.some(([, value]) => looksLikeAgent(value));
}
function looksLikeAgent(value) {
  return Array.isArray(at(value, ["sender", "routes"])) || isMap(value) && Array.isArray(value["routes"]) && destinationsIn(value, "").length > 0;
}
function partsOf({ kind, value, embedded }) {
  if (kind === agentKind) return [["", value]];
  if (kind !== "ConfigMap") return [];
  return [...Object.entries(embedded ?? {}), ["data", mapAt(value, ["data"])]];
}
function folderOf({ file }) {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
function walk(value, path8, visit, parents = []) {
  const entries = Array.isArray(value) ? value.map((one, index) => [`[${index}]`, one]) : isMap(value) ? Object.entries(value) : [];
  const action = isMap(value) ? ["name", "type", "action"].map((name) => value[name]).find((word4) => word4 === "writeFile" || word4 === "httpRequest") : void 0;
  const inside2 = typeof action === "string" ? [...parents, action] : parents;
  for (const [key2, one] of entries) {
    const next = key2.startsWith("[") ? `${path8}${key2}` : path8 === "" ? key2 : `${path8}${path8.endsWith(": ") ? "" : "."}${key2}`;
    visit(key2, one, next, inside2);
    walk(one, next, visit, [...inside2, key2]);
  }
}
function destinationsIn(value, part3) {
  const found2 = [];
  walk(value, part3 === "" ? "" : `${part3}: `, (key2, one, path8, parents) => {
    const near = [...parents].reverse().find((name) => !name.startsWith("[")) ?? "";
    const names5 = /^destinations?$/i.test(key2) || key2.startsWith("[") && /^destinations?$/i.test(near);
    const inUrl = /^(url|uri|endpoint)$/i.test(key2) && parents.some((name) => /^destinations?$|^httpRequest$/i.test(name));
    if (typeof one !== "string" || one === "" || !(names5 || inUrl) || parents.includes("writeFile")) return;
    if (one.startsWith("/") && !parents.includes("httpRequest")) return;
    found2.push({ path: path8, text: one });
  });
  return found2;
}
function certificatesIn(value, part3) {
  const found2 = [];
  walk(value, part3 === "" ? "" : `${part3}: `, (key2, one, path8, parents) => {
    if (typeof one !== "string" || one.trim() === "") return;
    const words5 = [parents.findLast((name) => !name.startsWith("[")) ?? "", key2].map(wordsOf);
    const [whole, own2] = [words5.join("_"), words5[1] ?? ""];
    const named2 = [own2, .../^(path|file|location)$/.test(own2) ? [whole] : []].some((name) => certificateKey.test(name));
    if (named2 && !/(^|_)(ca|trust|trusted|truststore|root|authority)(_|$)/.test(whole)) found2.push(path8);
  });
  return found2;
}
var certificateKey = /(^|_)(key_?store|client_cert|client_certificate|certificate|cert)(_(path|file|location|pem))?$/;
function wordsOf(key2) {
  return key2.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
}

// packages/conventions/src/rules/egress/egress-https.ts
var stubPort = "8091";
var egressHttps = {
  id: "egress-https",
  what: "each destination of the SFT agent is https with a client certificate; port 8091 is only the stub\u2019s",
  why: [
    {
      document: "dataworks-data-egress",
      sentence: "The SFT Agent reads files written to disk by the data egress service and sends these to configured destinations via HTTPS."
    },
    {
      document: "dataworks-data-egress",
      sentence: "In non production environments files are send to stub nifi \u2026 This listens for files sent on port 8091 on path /DA."
    },
    { document: "dataworks-data-egress", sentence: "Authentication is established by TLS" }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  language: "yaml",
  remedy: `sender:
  routes:
    - name: daily
      source: /data-egress/daily
      actions:
        - httpRequest: { destination: https://warehouse.bank.example/DA }
client:
  tls: { keyStorePath: /opt/sft/keystore.jks }`,
  fails: `sender:
  routes:
    - name: daily
      source: /data-egress/daily
      actions:
        - httpRequest: { destination: http://warehouse.bank.example:8091/DA }`,
  reads: {},
  judge: (world2) => judgeManifests(agentConfigs(world2).map((config) => ({ manifest: config.manifest, facts: judgeConfig(config) })))
};
function judgeConfig({ manifest, destinations, certificate }) {
  const place2 = placeOf(manifest);
  const noCertificate = failing("no client certificate is named for the destinations", `${place2}: no path of a keystore or certificate`);
  return [...destinations.map((one) => judgeDestination(one, place2)), certificate === void 0 ? noCertificate : fine];
}
function judgeDestination({ path: path8, text: text2 }, place2) {
  const [, scheme = "", host = "", port = ""] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/:?#]*)(?::([^/?#]*))?/i.exec(text2) ?? [];
  const evidence = `${place2}: ${path8} = ${scheme === "" ? "(no URL)" : `${scheme}://${host}${port === "" ? "" : `:${port}`}`}`;
  if (scheme === "" && isTemplate(text2)) return uncertain("a destination is filled in when the agent starts", evidence);
  if (scheme.toLowerCase() !== "https") return failing("a destination is not https", evidence);
  if (port !== stubPort || /stub/i.test(host))
    return isTemplate(port) && !/stub/i.test(host) ? uncertain("a port is filled in when the agent starts", evidence) : fine;
  if (isTemplate(host)) return uncertain(`whose port ${stubPort} is, is filled in when the agent starts`, evidence);
  return failing(`port ${stubPort} is the stub's, and the host is none`, evidence);
}
function isTemplate(text2) {
  return /[$%{]/.test(text2);
}

// packages/conventions/src/plan-facts/egress.ts
var egressReads = {
  aws_dynamodb_table: ["name", "id", "arn", "hash_key", "range_key"],
  aws_dynamodb_table_item: ["table_name", "hash_key", "range_key", "item"]
};
var egressKeys = { hash_key: "source_prefix", range_key: "pipeline_name" };
function saysEgress(name) {
  if (name === void 0) return false;
  return /(?:^|[^a-z])egress(?:[^a-z]|$)/.test(name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase());
}
function holdsEgress(name) {
  return name !== void 0 && /(?<!r)egress/i.test(name);
}
function isEgressTable(table) {
  return saysEgress(readText(table, ["name"]).text) || hasEgressKeys(table);
}
function hasEgressKeys(resource) {
  return readText(resource, ["hash_key"]).text === egressKeys.hash_key && readText(resource, ["range_key"]).text === egressKeys.range_key;
}
var itemsByWorld = /* @__PURE__ */ new WeakMap();
function egressItems(world2) {
  const known = itemsByWorld.get(world2);
  if (known) return known;
  const tables = new Map(world2.ofType("aws_dynamodb_table").map((table) => [readText(table, ["name"]).text ?? "", table]));
  const items = world2.ofType("aws_dynamodb_table_item").flatMap((resource) => {
    const table = tableOf2(world2, resource, tables);
    return table === void 0 ? [] : [{ resource, table, ...fieldsOf(resource) }];
  });
  itemsByWorld.set(world2, items);
  return items;
}
function tableOf2(world2, item, tables) {
  const { text: text2 } = readText(item, ["table_name"]);
  const leaves = text2 === void 0 ? leavesOf(world2, item, ["table_name"]) : [];
  const named2 = leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_dynamodb_table" ? instances2 : []);
  const table = text2 === void 0 ? named2.length === 1 ? named2[0] : void 0 : tables.get(text2);
  const isEgress2 = table && isEgressTable(table) || saysEgress(text2) || hasEgressKeys(item);
  return isEgress2 ? table?.address ?? text2 ?? leaves.map(({ chain }) => chain).join("; ") : void 0;
}
function fieldsOf(resource) {
  const reading = readText(resource, ["item"]);
  if (reading.state === "unknown") return { fields: void 0, without: "unknown" };
  const value = reading.text === void 0 ? void 0 : parseMap2(reading.text);
  if (!value) return { fields: void 0, without: "broken" };
  return { fields: new Map(Object.entries(value).map(([name, one]) => [name, fieldOf(one)])), without: void 0 };
}
function parseMap2(text2) {
  try {
    const value = JSON.parse(text2);
    return isMap(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function fieldOf(value) {
  const entries = isMap(value) ? Object.entries(value) : [];
  const [entry] = entries;
  return entry && entries.length === 1 ? { type: entry[0].toUpperCase(), value: entry[1] } : { type: "", value };
}
function itemText({ fields }, name) {
  const field = fields?.get(name);
  return field?.type === "S" && typeof field.value === "string" && field.value.trim() !== "" ? field.value : void 0;
}
function transferOf(item) {
  return itemText(item, "transfer_type")?.toUpperCase();
}
function showField({ resource, fields }, name) {
  const field = fields?.get(name);
  if (!field) return `${name} is not in the item`;
  if (isSensitive(resource, ["item"])) return `${name} = (sensitive)`;
  return `${name} = ${JSON.stringify(field.type === "" ? field.value : { [field.type]: field.value }).slice(0, 300)}`;
}
function withoutFields({ resource }) {
  return read(resource, ["item"]).state === "absent" ? "item is not set" : "item is no JSON map";
}

// packages/conventions/src/rules/egress/judge-items.ts
function eachItem(world2, judgeOne4, byCompanions = false) {
  return egressItems(world2).filter(({ without }) => without !== "broken").map((item) => {
    const { resource, without } = item;
    const facts = without === "unknown" ? [unknownItem] : judgeOne4(item);
    return { resource, address: resource.address, facts, byCompanions };
  });
}
var unknownItem = uncertain("the item is known after apply", "item = (known after apply)");

// packages/conventions/src/rules/egress/egress-item-both.ts
var suffix = "#sft";
var egressItemBoth = {
  id: "egress-item-both",
  what: "where a prefix is sent by S3 and by SFT, the pipeline_name of the SFT item ends in #sft",
  why: [
    {
      document: "dataworks-data-egress",
      sentence: "If source data is required to be sent via S3 and SFT, append the transfer type to pipeline_name \u2026 pipeline_name#sft"
    }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'source_prefix = { S = "exports/daily/*" }\npipeline_name = { S = "daily-exports#sft" }\ntransfer_type = { S = "SFT" }',
  fails: 'source_prefix = { S = "exports/daily/*" } # an S3 item has it too\npipeline_name = { S = "daily-exports-2" }\ntransfer_type = { S = "SFT" }',
  reads: egressReads,
  judge: (world2) => {
    const byS3 = new Map(egressItems(world2).flatMap((item) => transferOf(item) === "S3" ? [[pairKey(item), item]] : []));
    return eachItem(
      world2,
      (item) => {
        const twin = byS3.get(pairKey(item));
        if (transferOf(item) !== "SFT" || !twin || itemText(item, "source_prefix") === void 0) return [fine];
        if (itemText(item, "pipeline_name")?.endsWith(suffix)) return [fine];
        const evidence = `${showField(item, "pipeline_name")}; the same source_prefix as ${twin.resource.address}`;
        return [failing(`the prefix is sent by S3 too, and pipeline_name does not end in ${suffix}`, evidence)];
      },
      true
    );
  }
};
function pairKey(item) {
  return JSON.stringify([item.table, itemText(item, "source_prefix")]);
}

// packages/conventions/src/rules/egress/egress-item-dest.ts
var egressItemDest = {
  id: "egress-item-dest",
  what: "an item of transfer_type S3 names its destination_bucket; one of SFT leaves it blank",
  why: [{ document: "dataworks-data-egress", sentence: "destination_bucket The S3 bucket to send files to. Blank for SFT" }],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'transfer_type      = { S = "S3" }\ndestination_bucket = { S = "warehouse" }',
  fails: 'transfer_type      = { S = "SFT" }\ndestination_bucket = { S = "warehouse" }',
  reads: egressReads,
  judge: (world2) => eachItem(world2, (item) => {
    const filled = item.fields?.has("destination_bucket") === true && !isBlank(item.fields.get("destination_bucket"));
    const evidence = showField(item, "destination_bucket");
    const transfer = transferOf(item);
    if (transfer === "S3" && itemText(item, "destination_bucket") === void 0)
      return [failing("the item is sent by S3, and names no destination_bucket", evidence)];
    if (transfer === "SFT" && filled) return [failing("the item is sent by SFT, and names a destination_bucket; want it blank", evidence)];
    return [fine];
  })
};
function isBlank(field) {
  return field === void 0 || field.type === "NULL" || String(field.value ?? "").trim() === "";
}

// packages/conventions/src/plan-facts/policies.ts
var policyReads = { aws_iam_policy_document: ["statement", "json", "source_policy_documents", "override_policy_documents"] };
function policyAt(world2, resource, path8) {
  const reading = readText(resource, path8);
  if (reading.state === "absent") return { state: "absent" };
  if (reading.text !== void 0) {
    const parsed = parsePolicy(reading.text);
    return parsed.state === "known" && isSensitive(resource, path8) ? { ...parsed, hidden: true } : parsed;
  }
  const leaves = leavesOf(world2, resource, path8);
  const [leaf] = leaves;
  const document2 = leaves.length === 1 && leaf?.data ? dataChange(world2, leaf.data) : void 0;
  const evidence = leaves.map(({ chain }) => chain).join("; ") || "known after apply";
  return document2 ? documentOf(document2, evidence) : { state: "unknown", evidence };
}
function parsePolicy(text2) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    return { state: "unknown", evidence: "the policy is no JSON" };
  }
  const list2 = isMap(value) ? value["Statement"] : void 0;
  const statements = Array.isArray(list2) ? list2 : list2 === void 0 ? [] : [list2];
  return { state: "known", statements: statements.filter(isMap).map(statementOf) };
}
function statementOf(value) {
  const principal = value["Principal"] ?? value["NotPrincipal"];
  return {
    allow: value["Effect"] === "Allow",
    actions: wordsOf2(value["Action"]),
    notActions: value["NotAction"] === void 0 ? void 0 : wordsOf2(value["NotAction"]),
    resources: wordsOf2(value["Resource"]),
    notResources: value["NotResource"] === void 0 ? void 0 : wordsOf2(value["NotResource"]),
    principals: isMap(principal) ? Object.entries(principal).map(([kind, words5]) => ({ kind, ...wordsOf2(words5) })) : principal === void 0 ? [] : [{ kind: "AWS", ...wordsOf2(principal) }],
    notPrincipals: value["NotPrincipal"] !== void 0,
    conditions: conditionsOf(value["Condition"])
  };
}
function conditionsOf(value) {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(
    ([operator, keys]) => isMap(keys) ? Object.entries(keys).map(([key2, words5]) => ({ operator, key: key2, ...wordsOf2(words5) })) : []
  );
}
function wordsOf2(value) {
  const list2 = Array.isArray(value) ? value : value === void 0 || value === null ? [] : [value];
  return { values: list2.map(String), open: false };
}
function dataChange(world2, { moduleAddress: moduleAddress2, type: type6, name, key: key2 }) {
  return type6 === documentType ? documents(world2.plan).get(placeKey(moduleAddress2, name, key2)) : void 0;
}
var documentType = "aws_iam_policy_document";
var indexes3 = /* @__PURE__ */ new WeakMap();
function documents(plan) {
  const known = indexes3.get(plan);
  if (known) return known;
  const all = plan.changes.filter(({ mode, type: type6 }) => mode === "data" && type6 === documentType);
  const index = new Map(all.map((change) => [placeKey(change.moduleAddress, change.name, change.index), change]));
  indexes3.set(plan, index);
  return index;
}
function placeKey(moduleAddress2, name, key2) {
  return JSON.stringify([moduleAddress2, name, key2 ?? null]);
}
function documentOf(change, evidence) {
  const { after: after2, afterUnknown } = change;
  const merged = ["source_policy_documents", "override_policy_documents"].some((name) => marked(afterUnknown, [name]) || isFilled(after2?.[name]));
  const list2 = after2?.["statement"];
  if (merged || !Array.isArray(list2) || marked(afterUnknown, ["statement"])) return { state: "unknown", evidence };
  return {
    state: "known",
    statements: list2.map((block10, index) => blockStatement(isMap(block10) ? block10 : {}, { marks: afterUnknown, path: ["statement", index] }))
  };
}
function isFilled(value) {
  return Array.isArray(value) && value.length > 0;
}
function blockStatement(block10, place2) {
  const words5 = (name) => blockWords(block10[name], { ...place2, path: [...place2.path, name] });
  const some = (name) => isFilled(block10[name]) || words5(name).open ? words5(name) : void 0;
  const principals = blocksAt(block10, "principals", place2);
  const others = blocksAt(block10, "not_principals", place2);
  return {
    allow: block10["effect"] !== "Deny",
    actions: words5("actions"),
    notActions: some("not_actions"),
    resources: words5("resources"),
    notResources: some("not_resources"),
    principals: [...principals, ...others].map((one) => ({
      kind: one.block["type"] === "*" ? "AWS" : String(one.block["type"] ?? ""),
      ...blockWords(one.block["identifiers"], { marks: place2.marks, path: [...one.path, "identifiers"] })
    })),
    notPrincipals: others.length > 0,
    conditions: blocksAt(block10, "condition", place2).map((one) => ({
      operator: String(one.block["test"] ?? ""),
      key: String(one.block["variable"] ?? ""),
      ...blockWords(one.block["values"], { marks: place2.marks, path: [...one.path, "values"] })
    }))
  };
}
function blocksAt(block10, name, { path: path8 }) {
  const list2 = block10[name];
  return Array.isArray(list2) ? list2.map((one, index) => ({ block: isMap(one) ? one : {}, path: [...path8, name, index] })) : [];
}
function blockWords(value, { marks, path: path8 }) {
  const list2 = Array.isArray(value) ? value : [];
  const open = marked(marks, path8) || list2.some((word4, index) => word4 === null || marked(marks, [...path8, index]));
  return { values: list2.filter((word4) => typeof word4 === "string"), open };
}
function discreet(reading, message, facts) {
  if (reading.state !== "known" || !reading.hidden) return [...facts];
  return facts.map((fact) => fact.verdict === "pass" ? fact : { ...fact, message, evidence: "the policy is sensitive" });
}
function coversAction(pattern, action) {
  if (!/[*?]/.test(pattern)) return pattern.toLowerCase() === action.toLowerCase();
  return globMatcher(pattern.toLowerCase())(action.toLowerCase());
}

// packages/conventions/src/plan-facts/role-policies.ts
var rolePolicyReads = {
  aws_iam_role: ["name", "name_prefix", "arn", "id", "inline_policy"],
  aws_iam_role_policy: ["role", "policy", "name"],
  aws_iam_policy: ["arn", "id", "name", "policy"],
  aws_iam_role_policy_attachment: ["role", "policy_arn"],
  aws_iam_policy_attachment: ["roles", "policy_arn"]
};
function policiesOfRoles(world2) {
  const own2 = world2.ofType("aws_iam_role_policy").map((policy) => ({ role: roleAt(world2, policy, "role"), resource: policy, reading: policyAt(world2, policy, ["policy"]) }));
  const inline2 = world2.ofType("aws_iam_role").flatMap((role) => {
    const blocks2 = readBlocks(role, ["inline_policy"]);
    return blocks2 === "unknown" ? [] : blocks2.map((path8) => ({ role: nameOfRole(role), resource: role, reading: policyAt(world2, role, [...path8, "policy"]) }));
  });
  return [...own2, ...inline2, ...attached(world2)].flatMap(({ role, ...rest }) => role === void 0 ? [] : [{ role, ...rest }]);
}
function attached(world2) {
  const byArn2 = new Map(world2.ofType("aws_iam_policy").map((policy) => [readText(policy, ["arn"]).text ?? "", policy]));
  return ["aws_iam_role_policy_attachment", "aws_iam_policy_attachment"].flatMap(
    (type6) => world2.ofType(type6).flatMap((attachment) => {
      const policy = policyOf(world2, attachment, byArn2);
      if (!policy) return [];
      const reading = policyAt(world2, policy, ["policy"]);
      return rolesAt(world2, attachment).map((role) => ({ role, resource: policy, reading }));
    })
  );
}
function policyOf(world2, attachment, byArn2) {
  const { text: text2 } = readText(attachment, ["policy_arn"]);
  if (text2 !== void 0) return byArn2.get(text2);
  const named2 = leavesOf(world2, attachment, ["policy_arn"]).flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_iam_policy" ? instances2 : []);
  return named2.length === 1 ? named2[0] : void 0;
}
function rolesAt(world2, attachment) {
  if (attachment.type === "aws_iam_role_policy_attachment") return [roleAt(world2, attachment, "role")];
  const reading = read(attachment, ["roles"]);
  if (reading.state === "known") return Array.isArray(reading.value) ? reading.value.filter((role) => typeof role === "string") : [];
  return leavesOf(world2, attachment, ["roles"]).flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_iam_role" ? instances2.map(nameOfRole) : []);
}
function roleAt(world2, resource, attribute4) {
  const { text: text2 } = readText(resource, [attribute4]);
  if (text2 !== void 0) return text2;
  const named2 = leavesOf(world2, resource, [attribute4]).flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_iam_role" ? instances2 : []);
  return named2.length === 1 && named2[0] ? nameOfRole(named2[0]) : void 0;
}
function nameOfRole(role) {
  return readText(role, ["name"]).text ?? role.address;
}

// packages/conventions/src/plan-facts/egress-policies.ts
var egressPolicyReads = {
  ...policyReads,
  ...rolePolicyReads,
  aws_iam_role: [...rolePolicyReads.aws_iam_role, "managed_policy_arns"],
  aws_iam_role_policy: [...rolePolicyReads.aws_iam_role_policy, "name_prefix"],
  aws_iam_policy: [...rolePolicyReads.aws_iam_policy, "name_prefix"]
};
function egressPolicies(world2) {
  const roles = world2.ofType("aws_iam_role").filter(isEgress);
  const names5 = new Set(roles.map(nameOfRole));
  const policies = ["aws_iam_policy", "aws_iam_role_policy"].flatMap((type6) => world2.ofType(type6)).filter(isEgress);
  const ofRoles = policiesOfRoles(world2).filter(({ role }) => names5.has(role) || holdsEgress(roleName(role)));
  const named2 = policies.map((resource) => policyAt(world2, resource, ["policy"]));
  const from = [...roles, ...policies, ...ofRoles.map(({ resource }) => resource)].map(({ address }) => address);
  return { from: [...new Set(from)].sort(), readings: [...named2, ...ofRoles.map(({ reading }) => reading), ...attachedByArn(world2, roles, names5)] };
}
function isEgress(resource) {
  return [readText(resource, ["name"]).text, readText(resource, ["name_prefix"]).text, resource.change.name].some(holdsEgress);
}
function roleName(role) {
  return role.split("/").at(-1) ?? role;
}
function attachedByArn(world2, roles, names5) {
  const isRole = (text2) => names5.has(text2) || holdsEgress(text2);
  const attachments2 = [["aws_iam_role_policy_attachment", "role"], ["aws_iam_policy_attachment", "roles"]].flatMap(
    ([type6, attribute4]) => world2.ofType(type6).filter((attachment) => {
      const blocks2 = attribute4 === "role" ? [[attribute4]] : readBlocks(attachment, [attribute4]);
      const texts3 = blocks2 === "unknown" ? [] : blocks2.map((path8) => readText(attachment, path8).text);
      if (texts3.some((text2) => text2 !== void 0 && isRole(text2))) return true;
      return leavesOf(world2, attachment, [attribute4]).some(({ instances: instances2 }) => instances2.some((role) => roles.includes(role)));
    })
  );
  const lists3 = roles.flatMap((role) => {
    const blocks2 = readBlocks(role, ["managed_policy_arns"]);
    if (blocks2 !== "unknown") return blocks2.map((path8) => ({ resource: role, path: path8 }));
    return isWritten(expressionAt(world2.configured(role), ["managed_policy_arns"])) ? [{ resource: role, path: ["managed_policy_arns"] }] : [];
  });
  const uses = [...attachments2.map((resource) => ({ resource, path: ["policy_arn"] })), ...lists3];
  return uses.flatMap(({ resource, path: path8 }) => readNamed(world2, resource, path8));
}
function readNamed(world2, resource, path8) {
  const { text: text2 } = readText(resource, path8);
  const leaves = text2 === void 0 ? leavesOf(world2, resource, path8) : [];
  const policies = text2 === void 0 ? leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_iam_policy" ? instances2 : []) : world2.ofType("aws_iam_policy").filter((policy) => readText(policy, ["arn"]).text === text2);
  const proven = text2 === void 0 ? leaves.length > 0 && leaves.every(({ type: type6 }) => type6 === "aws_iam_policy") : policies.length > 0;
  const readings = policies.map((policy) => policyAt(world2, policy, ["policy"]));
  return proven ? readings : [...readings, { state: "unknown", evidence: `${resource.address} names a policy that this plan does not hold` }];
}
function mayRead({ readings }, bucket, prefix) {
  const statements = readings.flatMap((reading) => reading.state === "known" ? reading.statements : []);
  const denied = statements.some((one) => !one.allow && one.conditions.length === 0 && answer(one, bucket, prefix) === "yes");
  if (denied) return "no";
  const answers = statements.filter(({ allow }) => allow).map((one) => answer(one, bucket, prefix));
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") || readings.some(({ state }) => state === "unknown") ? "maybe" : "no";
}
function answer(statement, bucket, prefix) {
  const { actions: actions2, notActions, resources, notResources } = statement;
  const action = both(actions2, notActions, (pattern) => coversAction(pattern, "s3:GetObject"));
  const resource = both(resources, notResources, (pattern) => coversObjects(pattern, bucket, prefix));
  if (action === "no" || resource === "no") return "no";
  return action === "yes" && resource === "yes" ? "yes" : "maybe";
}
function both(words5, notWords, covers) {
  if (notWords) return notWords.values.some(covers) ? "no" : notWords.open ? "maybe" : "yes";
  return words5.values.some(covers) ? "yes" : words5.open ? "maybe" : "no";
}
var anyKey = "";
function coversObjects(pattern, bucket, prefix) {
  if (pattern === "*") return true;
  const [, written2 = ""] = /^arn:[^:]*:s3:::(.+)$/.exec(pattern) ?? [];
  const slash = written2.indexOf("/");
  const wanted4 = `${bucket ?? anyKey}/${prefix}${anyKey}`;
  const text2 = bucket === void 0 && slash >= 0 ? `*${written2.slice(slash)}` : written2;
  return matches(text2, wanted4) || !prefix.endsWith("/") && prefix !== "" && matches(text2, `${bucket ?? anyKey}/${prefix}/${anyKey}`);
}
function matches(pattern, text2) {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text2);
}

// packages/conventions/src/rules/egress/egress-item-iam.ts
var egressItemIam = {
  id: "egress-item-iam",
  what: "the egress role's policy allows s3:GetObject on the source_prefix of each item",
  why: [{ document: "dataworks-data-egress", sentence: "Ensure the soure prefix is in data-egress_iam.tf" }],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'resource "aws_iam_role_policy" "data_egress" {\n  role = aws_iam_role.data_egress.name\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::published/exports/daily/*" }]\n  })\n}',
  fails: '# no statement of the policy covers it\nsource_bucket = { S = "published" }\nsource_prefix = { S = "exports/weekly/*" }',
  reads: { ...egressReads, ...egressPolicyReads },
  judge: (world2) => {
    const policies = policiesOnce(world2);
    return eachItem(
      world2,
      (item) => {
        const prefix = itemText(item, "source_prefix");
        if (prefix === void 0) return [fine];
        const evidence = `${showField(item, "source_bucket")}; ${showField(item, "source_prefix")}`;
        return [judgePrefix(policies(), { bucket: itemText(item, "source_bucket"), prefix, evidence })];
      },
      true
    );
  }
};
function policiesOnce(world2) {
  let policies;
  return () => {
    policies ??= egressPolicies(world2);
    return policies;
  };
}
function judgePrefix(policies, { bucket, prefix, evidence }) {
  if (policies.from.length === 0) return uncertain("no role or policy of this plan has egress in its name", evidence);
  const answer3 = mayRead(policies, bucket, prefix.replace(/[$*].*$/s, ""));
  if (answer3 === "yes") return fine;
  const where = `${evidence}; ${policies.from.join(", ")}`;
  if (answer3 === "maybe") return uncertain("whether the egress role may read the prefix is known after apply", where);
  return failing("no policy of the egress role allows s3:GetObject on the prefix", where);
}

// packages/conventions/src/rules/egress/egress-item-shape.ts
var texts2 = ["source_prefix", "pipeline_name", "destination_bucket", "destination_prefix", "recipient_name", "source_bucket", "transfer_type"];
var egressItemShape = {
  id: "egress-item-shape",
  what: "each item of the egress table has all eight attributes, a decrypt of true or false, and a transfer_type of S3 or SFT",
  why: [
    { document: "dataworks-data-egress", sentence: "decrypt Whether the files need to be decrypted" },
    { document: "dataworks-data-egress", sentence: "transfer_type How to send the files, S3 or SFT" }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: `item = jsonencode({
  source_prefix      = { S = "exports/daily/*" }
  pipeline_name      = { S = "daily-exports" }
  source_bucket      = { S = "published" }
  destination_bucket = { S = "warehouse" }
  destination_prefix = { S = "in/daily/" }
  transfer_type      = { S = "S3" }
  recipient_name     = { S = "warehouse-team" }
  decrypt            = { BOOL = true }
})`,
  fails: 'item = jsonencode({ source_prefix = { S = "exports/daily/*" }, pipeline_name = { S = "daily-exports" }, decrypt = { B = "true" } })',
  reads: egressReads,
  judge: (world2) => egressItems(world2).map((item) => {
    const { resource, without } = item;
    const facts = without === "unknown" ? [unknownItem] : without ? [failing(withoutFields(item), "item")] : judgeShape(item);
    return { resource, address: resource.address, facts };
  })
};
function judgeShape(item) {
  return [...texts2.map((name) => judgeText(item, name)), judgeDecrypt(item), judgeTransfer(item)];
}
function judgeText(item, name) {
  if (itemText(item, name) !== void 0) return fine;
  const field = item.fields?.get(name);
  if (name === "destination_bucket" && mayBeBlank(item, field)) return fine;
  const what = isBroken(field) ? "is no text (S)" : field ? "is blank" : "is missing";
  return failing(`${name} ${what}`, showField(item, name));
}
function mayBeBlank(item, field) {
  return field ? !isBroken(field) : transferOf(item) === "SFT";
}
function isBroken(field) {
  return field !== void 0 && field.type !== "NULL" && !(field.type === "S" && typeof field.value === "string");
}
function judgeDecrypt(item) {
  const field = item.fields?.get("decrypt");
  const isFlag = (field?.type === "BOOL" || field?.type === "S") && ["true", "false"].includes(String(field.value));
  if (isFlag) return fine;
  return failing(field ? "decrypt is neither true nor false" : "decrypt is missing", showField(item, "decrypt"));
}
function judgeTransfer(item) {
  const text2 = itemText(item, "transfer_type");
  if (text2 === void 0 || text2 === "S3" || text2 === "SFT") return fine;
  return failing("transfer_type is neither S3 nor SFT", showField(item, "transfer_type"));
}

// packages/conventions/src/plan-facts/task-containers.ts
function taskContainers(definition) {
  const { text: text2 } = readText(definition, ["container_definitions"]);
  if (text2 === void 0) return "unknown";
  try {
    const value = JSON.parse(text2);
    return Array.isArray(value) && value.every(isMap) ? value : "unknown";
  } catch {
    return "unknown";
  }
}

// packages/conventions/src/plan-facts/containers.ts
function containersOf({ spec }) {
  return ["containers", "initContainers", "ephemeralContainers"].flatMap(
    (list2) => mapsAt(spec, [list2]).map((value) => ({ list: list2, name: String(value["name"] ?? ""), value }))
  );
}
function runningContainers(workload) {
  return containersOf(workload).filter(({ list: list2, value }) => list2 === "containers" || list2 === "initContainers" && value["restartPolicy"] === "Always").map(({ name, value }) => ({ name, image: textAt(value, ["image"]) ?? "", mounts: mountsOf(value), volumesFrom: [] }));
}
function mountsOf(container) {
  return mapsAt(container, ["volumeMounts"]).map((mount) => ({
    volume: [mount["name"], mount["subPath"] ?? mount["subPathExpr"] ?? ""].map(String).join("/").replace(/\/$/, ""),
    path: plainPath(String(mount["mountPath"] ?? ""))
  }));
}
function containersOfTask(task) {
  const containers = taskContainers(task);
  if (containers === "unknown") return "unknown";
  return containers.map((value) => ({
    name: String(value["name"] ?? ""),
    image: textAt(value, ["image"]) ?? "",
    mounts: mapsAt(value, ["mountPoints"]).map((mount) => ({
      volume: String(mount["sourceVolume"] ?? ""),
      path: plainPath(String(mount["containerPath"] ?? ""))
    })),
    volumesFrom: mapsAt(value, ["volumesFrom"]).map((from) => String(from["sourceContainer"] ?? ""))
  }));
}
function plainPath(path8) {
  return path8.length > 1 ? path8.replace(/\/+$/, "") : path8;
}
function volumesOf({ manifest, spec }) {
  const own2 = mapsAt(spec, ["volumes"]).map((volume) => [String(volume["name"] ?? ""), volume]);
  const claims = manifest.kind === "StatefulSet" ? mapsAt(manifest.value, ["spec", "volumeClaimTemplates"]) : [];
  const made8 = claims.map((claim) => [String(mapAt(claim, ["metadata"])["name"] ?? ""), { claimTemplate: child(claim, "spec") }]);
  return new Map([...own2, ...made8]);
}

// packages/conventions/src/rules/egress/egress-sidecar.ts
var folder = "/data-egress";
var egressSidecar = {
  id: "egress-sidecar",
  what: "the egress service and its SFT agent mount one volume at /data-egress",
  why: [
    {
      document: "dataworks-data-egress",
      sentence: "It is deployed as a sidecar to the data egress service, and a volume mounted to /data-egress is shared between the containers."
    }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  language: "yaml",
  remedy: `containers:
  - name: data-egress
    volumeMounts:
      - { name: data, mountPath: /data-egress }
  - name: sft-agent
    volumeMounts:
      - { name: data, mountPath: /data-egress }
volumes:
  - { name: data, emptyDir: {} }`,
  fails: `containers:
  - name: data-egress
    volumeMounts:
      - { name: data, mountPath: /data-egress }
  - name: sft-agent
    volumeMounts:
      - { name: data, mountPath: /var/data }`,
  reads: { aws_ecs_task_definition: ["container_definitions"] },
  judge: (world2, parameters) => [
    ...eachResource(["aws_ecs_task_definition"], judgeTask)(world2, parameters),
    ...judgeManifests(
      workloadsOf(world2).map((workload) => ({
        manifest: workload.manifest,
        facts: judgeContainers(runningContainers(workload), (evidence) => `${placeOf(workload.manifest)}: ${evidence}`)
      }))
    )
  ]
};
function judgeTask(task) {
  const containers = containersOfTask(task);
  if (containers === "unknown") return [uncertain("the containers are known after apply", "container_definitions = (known after apply)")];
  const hidden = isSensitive(task, ["container_definitions"]);
  return judgeContainers(containers, (evidence) => hidden ? "container_definitions = (sensitive)" : evidence);
}
function judgeContainers(containers, show) {
  const agents = containers.filter(isAgent2);
  const services2 = containers.filter((container) => !isAgent2(container));
  const others = services2.length > 0 ? services2 : agents;
  if (containers.length < 2) return [fine];
  return agents.map((agent) => {
    const volumes = volumesAt(agent, containers);
    const evidence = show(containers.map((one) => describe(one, containers)).join("; "));
    if (volumes.length === 0) return failing(`the SFT agent ${agent.name} mounts no volume at ${folder}`, evidence);
    const shares = others.some((other) => other !== agent && volumesAt(other, containers).some((volume) => volumes.includes(volume)));
    return shares ? fine : failing(`no other container mounts the SFT agent's volume at ${folder}`, evidence);
  });
}
function isAgent2({ name, image }) {
  return [name, image].some((text2) => /sft(?!p)/i.test(text2));
}
function volumesAt({ mounts, volumesFrom }, containers) {
  const taken = containers.filter(({ name }) => volumesFrom.includes(name)).flatMap((one) => one.mounts);
  return [...mounts, ...taken].filter(({ path: path8 }) => path8 === folder).map(({ volume }) => volume);
}
function describe(container, containers) {
  return `container ${container.name} mounts ${volumesAt(container, containers).join(", ") || "nothing"} at ${folder}`;
}

// packages/conventions/src/rules/egress/egress-stub.ts
var production = ["production", "prod"];
var egressStub = {
  id: "egress-stub",
  what: "outside production, an SFT item names no bucket but stub-hdfs-*",
  why: [{ document: "dataworks-data-egress", sentence: "Non-prod environment: the data is sent to the stub-hdfs-*** bucket" }],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'transfer_type      = { S = "SFT" }\ndestination_bucket = { S = "" }',
  fails: '# environment = "qa"\ntransfer_type      = { S = "SFT" }\ndestination_bucket = { S = "warehouse" }',
  reads: egressReads,
  judge: (world2) => {
    const environment = environmentOf(world2);
    if (environment !== void 0 && production.includes(environment)) return [];
    return eachItem(world2, (item) => {
      const bucket = itemText(item, "destination_bucket");
      if (transferOf(item) !== "SFT" || bucket === void 0 || bucket.startsWith("stub-hdfs-")) return [fine];
      const evidence = `${showField(item, "destination_bucket")}; environment = ${environment ?? "(not known)"}`;
      if (environment === void 0) return [uncertain("which environment this is is not known: give the plan a variable environment", evidence)];
      return [failing(`the environment is ${environment}, and SFT names a bucket that is no stub-hdfs-*`, evidence)];
    });
  }
};
function environmentOf({ plan, facts }) {
  const variable = plan.variables.get("environment");
  return typeof variable === "string" && variable !== "" ? variable : facts.environment;
}

// packages/conventions/src/rules/egress/egress-table-keys.ts
var egressTableKeys = {
  id: "egress-table-keys",
  what: "the egress table has the partition key source_prefix and the sort key pipeline_name",
  why: [
    { document: "dataworks-data-egress", sentence: "source_prefix Partition key. The S3 path to retrieve files for" },
    { document: "dataworks-data-egress", sentence: "pipeline_name Sort key: The pipeline which sent the files" }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'resource "aws_dynamodb_table" "data_egress" {\n  name      = "data-egress"\n  hash_key  = "source_prefix"\n  range_key = "pipeline_name"\n}',
  fails: 'resource "aws_dynamodb_table" "data_egress" {\n  name     = "data-egress"\n  hash_key = "pipeline_name"\n}',
  reads: { aws_dynamodb_table: egressReads.aws_dynamodb_table },
  judge: eachResource(["aws_dynamodb_table"], (table) => {
    if (hasEgressKeys(table) || !saysEgress(readText(table, ["name"]).text)) return [fine];
    return Object.entries(egressKeys).map(([name, want]) => {
      const { state, text: text2 } = readText(table, [name]);
      if (text2 === want) return fine;
      const evidence = showValue(table, [name]);
      return state === "unknown" ? uncertain(`${name} is known after apply`, evidence) : failing(`${name} is ${text2 ?? "not set"}; want ${want}`, evidence);
    });
  })
};

// packages/conventions/src/plan-facts/buckets.ts
var bucketNames = ["bucket", "id", "arn"];
function joinToBuckets(world2, companion) {
  return joinCompanions(world2, { companion, attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] });
}

// packages/conventions/src/rules/egress/queue-policies.ts
var policyType2 = "aws_sqs_queue_policy";
var missing = "the queue has no policy that lets s3.amazonaws.com send to it";
function judgeQueues(world2, queues) {
  if (queues.length === 0) return [];
  const join = joinCompanions(world2, { companion: policyType2, attribute: "queue_url", owners: ["aws_sqs_queue"], identity: ["id", "url", "arn"] });
  return queues.flatMap((queue) => judgeQueue(world2, queue, join));
}
function judgeQueue(world2, queue, join) {
  const policies = join.of(queue).map((policy) => judgementByCompanions(policy, judgePolicy2(world2, policy)));
  const own2 = isOwn(world2, queue) ? judgePolicy2(world2, queue) : void 0;
  if (own2?.verdict === "pass" || policies.some(({ facts }) => facts.includes(fine))) return [];
  if (policies.length > 0) return policies;
  const maybe = join.maybeOf(queue);
  const other = maybe ? uncertain("whether the queue lets s3.amazonaws.com send is known after apply", `${maybe.address} may be its policy`) : void 0;
  const fact = other ?? own2 ?? failing(missing, `no ${policyType2} of this plan names the queue`);
  return [judgementByCompanions(queue, fact)];
}
function isOwn(world2, queue) {
  const value = queue.values["policy"];
  if (typeof value === "string" && value !== "") return true;
  return marked(queue.unknown, ["policy"]) && isWritten(expressionAt(world2.configured(queue), ["policy"]));
}
function judgePolicy2(world2, resource) {
  const reading = policyAt(world2, resource, ["policy"]);
  if (reading.state === "unknown") return uncertain("whether the queue lets s3.amazonaws.com send is known after apply", `policy \u2192 ${reading.evidence}`);
  const answers = reading.state === "known" ? reading.statements.map(letsSend) : [];
  if (answers.includes("yes")) return fine;
  const evidence = showValue(resource, ["policy"]);
  if (answers.includes("maybe")) return uncertain("whether the queue lets s3.amazonaws.com send is known after apply", evidence);
  return failing("the policy does not let s3.amazonaws.com send to the queue", evidence);
}
function letsSend({ allow, actions: actions2, principals }) {
  if (!allow) return "no";
  const acts = actions2.values.some((pattern) => coversAction(pattern, "sqs:SendMessage")) ? "yes" : actions2.open ? "maybe" : "no";
  const named2 = principals.some(({ kind, values }) => values.includes("*") || kind === "Service" && values.includes("s3.amazonaws.com"));
  const who = named2 ? "yes" : principals.some(({ open }) => open) ? "maybe" : "no";
  if (acts === "no" || who === "no") return "no";
  return acts === "yes" && who === "yes" ? "yes" : "maybe";
}

// packages/conventions/src/rules/egress/egress-trigger.ts
var flag = "pipeline_success.flag";
var egressTrigger = {
  id: "egress-trigger",
  what: "the creation of pipeline_success.flag notifies the egress queue, and the queue lets S3 send",
  why: [{ document: "dataworks-data-egress", sentence: "New SQS item added on new pipeline_success.flag file upload with path to file as datasource" }],
  severity: "error",
  profiles: ["dwp", "strict"],
  remedy: 'resource "aws_s3_bucket_notification" "published" {\n  bucket = aws_s3_bucket.published.id\n  queue {\n    queue_arn     = aws_sqs_queue.data_egress.arn\n    events        = ["s3:ObjectCreated:*"]\n    filter_suffix = "pipeline_success.flag"\n  }\n}',
  fails: 'queue {\n  queue_arn     = aws_sqs_queue.data_egress.arn\n  events        = ["s3:ObjectRemoved:*"]\n  filter_suffix = ".csv"\n}',
  reads: {
    ...egressReads,
    ...policyReads,
    aws_s3_bucket: bucketNames,
    aws_s3_bucket_notification: ["bucket", "queue"],
    aws_sqs_queue: ["name", "name_prefix", "arn", "id", "url", "policy"],
    aws_sqs_queue_policy: ["queue_url", "policy"]
  },
  judge: (world2) => {
    const sources2 = notificationsOfSources(world2);
    const queues = /* @__PURE__ */ new Set();
    const judged = world2.ofType("aws_s3_bucket_notification").flatMap((notification) => {
      const blocks2 = readBlocks(notification, ["queue"]);
      const entries = blocks2 === "unknown" ? [] : blocks2.map((path8) => entryOf(world2, notification, path8));
      const egress = entries.filter(({ isEgress: isEgress2 }) => isEgress2);
      if (egress.length === 0 && !sources2.has(notification)) return [];
      const relevant = egress.length > 0 ? egress : entries;
      for (const { queue } of relevant) if (queue) queues.add(queue);
      const facts = blocks2 === "unknown" ? [uncertain("the queues are known after apply", "queue")] : judgeEntries(notification, relevant);
      return [{ resource: notification, address: notification.address, facts, byCompanions: true }];
    });
    return [...judged, ...judgeQueues(world2, [...queues])];
  }
};
function entryOf(world2, notification, path8) {
  const arn = [...path8, "queue_arn"];
  const { text: text2 } = readText(notification, arn);
  const name = text2?.split(":").at(-1);
  const leaves = leavesOf(world2, notification, arn).flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_sqs_queue" ? instances2 : []);
  const known = world2.ofType("aws_sqs_queue").find((queue2) => text2 !== void 0 && (queue2.values["arn"] === text2 || queue2.values["name"] === name));
  const queue = known ?? (leaves.length === 1 ? leaves[0] : void 0);
  return { path: path8, queue, isEgress: holdsEgress(name ?? nameOfQueue(queue)) };
}
function nameOfQueue(queue) {
  return queue && (readText(queue, ["name"]).text ?? readText(queue, ["name_prefix"]).text ?? queue.change.name);
}
function notificationsOfSources(world2) {
  const names5 = new Set(egressItems(world2).map((item) => itemText(item, "source_bucket")));
  names5.delete(void 0);
  if (names5.size === 0) return /* @__PURE__ */ new Set();
  const join = joinToBuckets(world2, "aws_s3_bucket_notification");
  const buckets = world2.ofType("aws_s3_bucket").filter((bucket) => names5.has(readText(bucket, ["bucket"]).text));
  const direct = world2.ofType("aws_s3_bucket_notification").filter((one) => names5.has(readText(one, ["bucket"]).text));
  return /* @__PURE__ */ new Set([...direct, ...buckets.flatMap((bucket) => join.of(bucket))]);
}
function judgeEntries(notification, entries) {
  if (entries.length === 0) return [failing("a source bucket of the egress table notifies no queue", "no block queue")];
  const facts = entries.map(({ path: path8 }) => judgeEntry(notification, path8));
  if (facts.some(({ verdict }) => verdict === "pass")) return [fine];
  const open = facts.filter(({ verdict }) => verdict === "unknown");
  return open.length > 0 ? open : facts;
}
function judgeEntry(notification, path8) {
  const [suffix2, events] = [
    [...path8, "filter_suffix"],
    [...path8, "events"]
  ];
  const reading = readText(notification, suffix2);
  const evidence = `${showValue(notification, suffix2)}; ${showValue(notification, events)}`;
  const created = createsAt(notification, events);
  const named2 = reading.state === "unknown" ? "unknown" : reading.text?.endsWith(flag) ? "yes" : "no";
  if (named2 === "no")
    return failing(`the queue is not notified of ${flag} alone: filter_suffix is ${reading.text === void 0 ? "not set" : "another"}`, evidence);
  if (created === "no") return failing(`the queue is not notified of the creation of ${flag}`, evidence);
  return named2 === "yes" && created === "yes" ? fine : uncertain(`whether the queue is notified of ${flag} is known after apply`, evidence);
}
function createsAt(notification, path8) {
  const paths = readBlocks(notification, path8);
  if (paths === "unknown") return "unknown";
  const readings = paths.map((one) => readText(notification, one));
  if (readings.some(({ text: text2 }) => text2?.startsWith("s3:ObjectCreated:"))) return "yes";
  return readings.some(({ state }) => state === "unknown") ? "unknown" : "no";
}

// packages/conventions/src/rules/egress/sft-keystore.ts
var sftKeystore = {
  id: "sft-keystore",
  what: "the password of the SFT key equals that of its keystore; no plan shows it, rotate-secret checks it at each rotation",
  why: [
    {
      document: "dataworks-data-egress",
      sentence: "Importantly the private key password and keystore password have to be the same because SFT runs on a tomcat version with this 'requirement'"
    }
  ],
  severity: "error",
  profiles: ["dwp", "strict"],
  language: "yaml",
  remedy: "# one value for both when the secret is made\nkey-password: <the keystore password>\nkeystore-password: <the keystore password>",
  fails: "key-password: <one>\nkeystore-password: <another>",
  reads: {},
  judge: () => []
};

// packages/conventions/src/rules/egress/index.ts
var egressRules = [
  egressTableKeys,
  egressItemShape,
  egressItemDest,
  egressItemBoth,
  egressItemIam,
  egressStub,
  egressTrigger,
  egressSidecar,
  egressHttps,
  sftKeystore
];

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
function judgeCustomerKey(world2, resource, path8) {
  const reading = readText(resource, path8);
  const name = pathText(path8);
  if (reading.state === "absent") return { verdict: "fail", message: `${name} is not set: the service's own key is used`, evidence: showValue(resource, path8) };
  if (reading.text === void 0) return judgeUnknownKey(world2, resource, path8);
  if (isManagedAlias(reading.text) || isManagedByData(world2, reading.text)) {
    const shown = isSensitive(resource, path8) ? "a key" : reading.text;
    return { verdict: "fail", message: `${name} is ${shown}, which AWS manages`, evidence: showValue(resource, path8) };
  }
  if (isWritten(expressionAt(world2.configured(resource), path8)) || findKey(world2, reading.text)) return fine;
  return {
    verdict: "unknown",
    message: `${name} is a key that the configuration does not choose: it may be the service's own`,
    evidence: `${showValue(resource, path8)}, without an expression`
  };
}
function judgeUnknownKey(world2, resource, path8) {
  const leaves = leavesOf(world2, resource, path8);
  if (leaves.length > 0 && leaves.every(isCustomerKey)) return fine;
  return unproven(world2, resource, path8, leaves);
}
function unproven(world2, resource, path8, leaves) {
  const name = pathText(path8);
  const written2 = isWritten(expressionAt(world2.configured(resource), path8));
  const chains = leaves.map(({ chain }) => `${name} \u2192 ${chain}`).join("; ");
  if (chains !== "") return { verdict: "unknown", message: `${name} is known after apply, and nothing proves what it will be`, evidence: chains };
  return {
    verdict: "unknown",
    message: `${name} is known after apply`,
    evidence: written2 ? `${name} = (known after apply)` : `${name} = (known after apply), without an expression`
  };
}
function isCustomerKey(leaf) {
  return isKeyLeaf(leaf, keyTypes) || isAliasLeaf(leaf);
}
function isKeyLeaf(leaf, types10) {
  return types10.has(leaf.type ?? "") && leaf.instances.length > 0 && (leaf.attribute === void 0 || keyAttributes.has(leaf.attribute));
}
function isAliasLeaf(leaf) {
  return leaf.type === "aws_kms_alias" && leaf.instances.length > 0 && (leaf.attribute === void 0 || aliasAttributes.has(leaf.attribute));
}
function isManagedAlias(key2) {
  return /(^|:)alias\/aws\//.test(key2);
}
function isManagedByData(world2, key2) {
  return world2.plan.data.some(({ type: type6, values }) => {
    if (type6 === "aws_kms_key") return values["key_manager"] === "AWS" && sameKey(values, key2, ["arn", "id", "key_id"]);
    return type6 === "aws_kms_alias" && isManagedAlias(String(values["name"] ?? "")) && sameKey(values, key2, ["target_key_arn", "target_key_id"]);
  });
}
function sameKey(values, key2, names5) {
  return names5.some((name) => values[name] === key2);
}
function findKey(world2, key2) {
  return keyIndex(world2).get(key2);
}
var indexes4 = /* @__PURE__ */ new WeakMap();
function keyIndex(world2) {
  const known = indexes4.get(world2);
  if (known) return known;
  const index = /* @__PURE__ */ new Map();
  for (const type6 of keyTypes) for (const resource of world2.ofType(type6)) addNames(index, resource, ["arn", "id", "key_id"], resource);
  for (const alias of world2.ofType("aws_kms_alias")) addNames(index, alias, ["arn", "id", "name"], aliasTarget(world2, alias, index) ?? alias);
  indexes4.set(world2, index);
  return index;
}
function addNames(index, resource, names5, target) {
  for (const name of names5) {
    const { text: text2 } = readText(resource, [name]);
    if (text2 !== void 0) index.set(text2, target);
  }
}
function aliasTarget(world2, alias, index = keyIndex(world2)) {
  const { text: text2 } = readText(alias, ["target_key_id"]);
  if (text2 !== void 0) return index.get(text2);
  const leaves = leavesOf(world2, alias, ["target_key_id"]);
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
  fails: 'resource "aws_codeartifact_domain" "this" {\n  domain = "bank"\n}',
  reads: { aws_codeartifact_domain: ["encryption_key"], ...keyReads },
  judge: eachResource(["aws_codeartifact_domain"], (resource, world2) => [judgeCustomerKey(world2, resource, ["encryption_key"])])
};

// packages/conventions/src/rules/encryption/docdb-encrypted.ts
var docdbEncrypted = {
  id: "docdb-encrypted",
  what: "DocumentDB clusters are encrypted with a customer-managed key",
  why: [optaDatabases],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "storage_encrypted = true\nkms_key_id        = aws_kms_key.<yours>.arn",
  fails: 'storage_encrypted = true\nkms_key_id        = "alias/aws/rds"',
  reads: { aws_docdb_cluster: ["storage_encrypted", "kms_key_id"], ...keyReads },
  judge: eachResource(["aws_docdb_cluster"], (resource, world2) => {
    const encrypted = judgeOn(resource, ["storage_encrypted"]);
    return encrypted.verdict === "fail" ? [encrypted] : [encrypted, judgeCustomerKey(world2, resource, ["kms_key_id"])];
  })
};

// packages/conventions/src/rules/encryption/dynamodb-encrypted.ts
var block3 = "server_side_encryption";
var dynamodbEncrypted = {
  id: "dynamodb-encrypted",
  what: "DynamoDB tables are encrypted with a customer-managed key",
  why: [bankKeys, bankKeyRow("shared-service-tf-state-dynamodb", "DynamoDB state for spacelift / terraform")],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "server_side_encryption {\n  enabled     = true\n  kms_key_arn = aws_kms_key.<yours>.arn\n}",
  fails: "server_side_encryption {\n  enabled = true\n}",
  reads: { aws_dynamodb_table: [block3], ...keyReads },
  judge: eachResource(["aws_dynamodb_table"], (resource, world2) => {
    const blocks2 = readBlocks(resource, [block3]);
    if (blocks2 === "unknown") return [uncertain(`${block3} is known after apply`, showValue(resource, [block3]))];
    const [path8] = blocks2;
    if (!path8) return [failing(`there is no ${block3}: AWS uses a key that it owns`, showValue(resource, [block3]))];
    const enabled = judgeOn(resource, [...path8, "enabled"]);
    return enabled.verdict === "fail" ? [enabled] : [enabled, judgeCustomerKey(world2, resource, [...path8, "kms_key_arn"])];
  })
};

// packages/conventions/src/rules/encryption/ebs-default.ts
var defaultType2 = "aws_ebs_encryption_by_default";
var keyType = "aws_ebs_default_kms_key";
var ebsDefault = {
  id: "ebs-default",
  what: "EBS encryption by default is on, with a customer-managed default key",
  why: [bankKeyRow("shared-service-default-ebs", "EBS default")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}\nresource "aws_ebs_default_kms_key" "this" {\n  key_arn = aws_kms_key.<yours>.arn\n}',
  fails: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = false\n}',
  parameters: requiredParameter,
  reads: { [defaultType2]: ["enabled"], [keyType]: ["key_arn"], ...keyReads },
  judge: (world2, parameters) => [...judgeDefaults(world2), ...judgeKeys(world2), ...judgeAbsence(world2, parameters, [defaultType2])]
};
function judgeDefaults(world2) {
  const hasKey = world2.ofType(keyType).length > 0;
  return world2.ofType(defaultType2).map((resource) => {
    const on = judgeOn(resource, ["enabled"]);
    const key2 = uncertain("which key is the default is not in this plan", `no ${keyType} in the plan`);
    return { resource, address: resource.address, facts: on.verdict === "pass" && !hasKey ? [on, key2] : [on] };
  });
}
function judgeKeys(world2) {
  return world2.ofType(keyType).map((resource) => judgementOf(resource, judgeCustomerKey(world2, resource, ["key_arn"])));
}

// packages/conventions/src/rules/encryption/volumes.ts
var volumeReads = {
  aws_ebs_volume: ["encrypted", "kms_key_id"],
  aws_instance: ["root_block_device", "ebs_block_device"],
  aws_launch_template: ["block_device_mappings"],
  aws_launch_configuration: ["root_block_device", "ebs_block_device"]
};
var volumeTypes = Object.keys(volumeReads);
function volumesOf2(resource) {
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
  return blocks2.filter((path8) => !isSet2(resource, [...path8, "no_device"])).map((path8) => ({ state: "described", path: path8 }));
}
function templateVolumes(resource) {
  const name = "block_device_mappings";
  const evidence = showValue(resource, [name]);
  const mappings = readBlocks(resource, [name]);
  if (mappings === "unknown") return [{ state: "unknown", path: [name], evidence }];
  const volumes = mappings.filter((path8) => !isSuppressed(resource, path8)).flatMap((path8) => mappedVolume(resource, path8));
  return volumes.length > 0 ? volumes : [{ state: "silent", path: [name], evidence }];
}
function mappedVolume(resource, mapping) {
  const path8 = [...mapping, "ebs"];
  const blocks2 = readBlocks(resource, path8);
  if (blocks2 === "unknown") return [{ state: "unknown", path: path8, evidence: showValue(resource, path8) }];
  return [blocks2[0] ? { state: "described", path: blocks2[0] } : { state: "silent", path: path8, evidence: showValue(resource, path8) }];
}
function isSuppressed(resource, mapping) {
  return isSet2(resource, [...mapping, "no_device"]) || (readText(resource, [...mapping, "virtual_name"]).text ?? "").startsWith("ephemeral");
}
function isSet2(resource, path8) {
  const reading = read(resource, path8);
  return reading.state === "known" && String(reading.value) !== "false";
}

// packages/conventions/src/rules/encryption/ebs-encrypted.ts
var defaultType3 = "aws_ebs_encryption_by_default";
var ebsEncrypted = {
  id: "ebs-encrypted",
  what: "every EBS volume is encrypted, also those of instances and launch templates",
  why: [dataworksVolumes, bankKeyRow("sandbox-default-ebs", "sandbox apps default ebs")],
  severity: "error",
  profiles: ["dwp", "bank", "strict"],
  remedy: "encrypted = true",
  fails: "encrypted = false",
  reads: { ...volumeReads, [defaultType3]: ["enabled"] },
  judge: eachResource(volumeTypes, (resource, world2) => volumesOf2(resource).map((volume) => judgeVolume(world2, resource, volume)))
};
function judgeVolume(world2, resource, volume) {
  if (volume.state !== "described") return isDefault2(world2) ? fine : uncertain("whether the volume is encrypted is the account\u2019s default", volume.evidence);
  const path8 = [...volume.path, "encrypted"];
  const flag2 = readFlag(resource, path8);
  if (flag2 === "true") return fine;
  if (flag2 === "false") return failing(`${pathText(path8)} is false`, showValue(resource, path8));
  return isDefault2(world2) ? fine : uncertain(`${pathText(path8)} is left to the account\u2019s default`, showValue(resource, path8));
}
function isDefault2(world2) {
  return world2.ofType(defaultType3).some((resource) => readFlag(resource, ["enabled"]) === "true");
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
  fails: "kms_key_id = aws_kms_key.<generated>.arn",
  reads: { ...volumeReads, ...keyReads, [defaultKeyType]: ["key_arn"] },
  judge: eachResource(volumeTypes, (resource, world2) => volumesOf2(resource).map((volume) => judgeVolume2(world2, resource, volume)))
};
function judgeVolume2(world2, resource, volume) {
  if (volume.state === "silent") return judgeDefaultKey(world2, volume.evidence);
  if (volume.state === "unknown") return uncertain("the volume is known after apply", volume.evidence);
  if (readFlag(resource, [...volume.path, "encrypted"]) === "false") return fine;
  const path8 = [...volume.path, "kms_key_id"];
  if (readText(resource, path8).state === "absent") return judgeDefaultKey(world2, showValue(resource, path8));
  return judgeExternal(world2, resource, path8);
}
function judgeDefaultKey(world2, evidence) {
  const [key2] = world2.ofType(defaultKeyType);
  return key2 ? judgeExternal(world2, key2, ["key_arn"]) : uncertain("the volume takes the account\u2019s default key, which is not in this plan", evidence);
}
function judgeExternal(world2, resource, path8) {
  const { text: text2 } = readText(resource, path8);
  if (text2 !== void 0) return judgeKnown(world2, resource, path8, text2);
  const leaves = leavesOf(world2, resource, path8).map((leaf) => throughAlias(world2, leaf));
  if (leaves.length > 0 && leaves.every((leaf) => isKeyLeaf(leaf, externalTypes))) return fine;
  const evidence = leaves.map(({ chain }) => `${pathText(path8)} \u2192 ${chain}`).join("; ");
  if (leaves.length > 0 && leaves.every((leaf) => isKeyLeaf(leaf, ownTypes))) return failing("the key\u2019s material is generated by KMS", evidence);
  return unproven(world2, resource, path8, leaves);
}
function judgeKnown(world2, resource, path8, key2) {
  const evidence = showValue(resource, path8);
  if (isManagedAlias(key2)) return failing("the key is managed by AWS", evidence);
  const own2 = findKey(world2, key2);
  if (own2 && externalTypes.has(own2.type)) return fine;
  if (own2 && ownTypes.has(own2.type)) return failing(`the key\u2019s material is generated by KMS (${own2.address})`, evidence);
  const data = world2.plan.data.find(({ type: type6, values }) => type6 === "aws_kms_key" && sameKey(values, key2, ["arn", "id", "key_id"]));
  const origin = data?.values["origin"];
  if (origin === "EXTERNAL") return fine;
  if (typeof origin === "string" && origin !== "") return failing(`the key\u2019s origin is ${origin} (${data?.address})`, evidence);
  return uncertain("whether the key\u2019s material is external is not in this plan", evidence);
}
function throughAlias(world2, leaf) {
  if (!isAliasLeaf(leaf)) return leaf;
  const targets = leaf.instances.map((alias) => aliasTarget(world2, alias));
  const found2 = targets.filter((target) => target !== void 0);
  const [first] = found2;
  if (!first || found2.length < targets.length || found2.some(({ type: type6 }) => type6 !== first.type)) return { instances: [], chain: leaf.chain };
  return { type: first.type, instances: found2, chain: `${leaf.chain} \u2192 ${first.address}` };
}

// packages/conventions/src/rules/encryption/ecr-kms.ts
var block4 = "encryption_configuration";
var ecrKms = {
  id: "ecr-kms",
  what: "ECR repositories are encrypted with a customer-managed key",
  why: [bankKeyRow("shared-service-spacelift-ecr", "ECR")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'encryption_configuration {\n  encryption_type = "KMS"\n  kms_key         = aws_kms_key.<yours>.arn\n}',
  fails: 'encryption_configuration {\n  encryption_type = "AES256"\n}',
  reads: { aws_ecr_repository: [block4], ...keyReads },
  judge: eachResource(["aws_ecr_repository"], (resource, world2) => {
    const blocks2 = readBlocks(resource, [block4]);
    if (blocks2 === "unknown") return [uncertain(`${block4} is known after apply`, showValue(resource, [block4]))];
    const [path8] = blocks2;
    if (!path8) return [failing(`there is no ${block4}: AES256 is used`, showValue(resource, [block4]))];
    const type6 = readText(resource, [...path8, "encryption_type"]);
    if (type6.state === "unknown") return [uncertain("encryption_type is known after apply", showValue(resource, [...path8, "encryption_type"]))];
    if (!type6.text?.startsWith("KMS")) return [failing(`encryption_type is ${type6.text ?? "not set"}`, showValue(resource, [...path8, "encryption_type"]))];
    return [judgeCustomerKey(world2, resource, [...path8, "kms_key"])];
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
  fails: "encrypted = false",
  reads: { aws_efs_file_system: ["encrypted", "kms_key_id"], ...keyReads },
  judge: eachResource(["aws_efs_file_system"], (resource, world2) => {
    const encrypted = judgeOn(resource, ["encrypted"]);
    if (encrypted.verdict === "fail") return [encrypted];
    return [encrypted, { ...judgeCustomerKey(world2, resource, ["kms_key_id"]), severity: "warn" }];
  })
};

// packages/conventions/src/rules/encryption/eks-secrets-kms.ts
var block5 = "encryption_config";
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
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "bank"\n}',
  reads: { aws_eks_cluster: [block5], ...keyReads },
  judge: eachResource(["aws_eks_cluster"], (resource, world2) => {
    const blocks2 = readBlocks(resource, [block5]);
    if (blocks2 === "unknown") return [uncertain(`${block5} is known after apply`, showValue(resource, [block5]))];
    const [path8] = blocks2;
    if (!path8) return [failing(`there is no ${block5}`, showValue(resource, [block5]))];
    const providers = readBlocks(resource, [...path8, "provider"]);
    const key2 = providers === "unknown" ? [...path8, "provider"] : [...providers[0] ?? [...path8, "provider", 0], "key_arn"];
    return [judgeResources(resource, [...path8, "resources"]), judgeCustomerKey(world2, resource, key2)];
  })
};
function judgeResources(resource, path8) {
  const reading = read(resource, path8);
  if (reading.state === "unknown") return uncertain("which resources are encrypted is known after apply", showValue(resource, path8));
  const list2 = reading.state === "known" && Array.isArray(reading.value) ? reading.value : [];
  if (list2.includes("secrets")) return fine;
  if (list2.some((_, index) => read(resource, [...path8, index]).state === "unknown"))
    return uncertain("which resources are encrypted is known after apply", showValue(resource, path8));
  return failing("secrets are not among the encrypted resources", showValue(resource, path8));
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
  fails: 'resource "aws_s3_bucket" "<bucket>" {\n  bucket = "bank-uploads"\n}',
  parameters: {
    minimum: {
      kind: "choice",
      title: "the weakest algorithm that passes",
      words: ["AES256", "aws:kms"],
      byProfile: { opta: "AES256", sysdesign2: "aws:kms", bank: "aws:kms", strict: "aws:kms" }
    }
  },
  reads: { aws_s3_bucket: ["bucket", "id", "arn", inlineBlock], [companionType]: ["bucket", "rule"] },
  judge: (world2, parameters) => [...judgeCompanions(world2, parameters), ...judgeBuckets(world2, parameters)]
};
function judgeCompanions(world2, parameters) {
  return world2.ofType(companionType).map((companion) => ({
    resource: companion,
    address: companion.address,
    facts: judgeRules(companion, ["rule"], parameters)
  }));
}
function judgeBucket(world2, bucket, minimum) {
  const own2 = judgeBuckets(world2, { minimum }).find(({ resource }) => resource === bucket);
  const companions2 = joinEncryption(world2).of(bucket).flatMap((companion) => judgeRules(companion, ["rule"], { minimum }));
  return worst([...own2?.facts ?? [], ...companions2]);
}
function joinEncryption(world2) {
  return joinCompanions(world2, { companion: companionType, attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] });
}
function judgeBuckets(world2, parameters) {
  const join = joinEncryption(world2);
  return world2.ofType("aws_s3_bucket").map((bucket) => {
    const inline2 = readBlocks(bucket, [inlineBlock]);
    const facts = inline2 === "unknown" ? [] : inline2.flatMap((path8) => judgeRules(bucket, [...path8, "rule"], parameters));
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
function judgeRules(resource, path8, parameters) {
  const rules2 = readBlocks(resource, path8);
  if (rules2 === "unknown") return [uncertain("the encryption rules are known after apply", showValue(resource, path8))];
  if (rules2.length === 0) return [failing("there is no encryption rule", showValue(resource, path8))];
  return rules2.map((rule) => judgeAlgorithm(resource, [...rule, "apply_server_side_encryption_by_default"], String(parameters["minimum"])));
}
function judgeAlgorithm(resource, path8, minimum) {
  const blocks2 = readBlocks(resource, path8);
  if (blocks2 === "unknown") return uncertain("the encryption rule is known after apply", showValue(resource, path8));
  const algorithm = [...blocks2[0] ?? [...path8, 0], "sse_algorithm"];
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
  fails: 'resource "aws_flow_log" "<vpc>" {\n  vpc_id               = aws_vpc.<vpc>.id\n  log_destination_type = "cloud-watch-logs"\n}',
  reads: { ...s3Encrypted.reads, aws_vpc: ["id"], [logType]: ["vpc_id", "log_destination_type", "log_destination"] },
  judge: (world2) => {
    const join = joinCompanions(world2, { companion: logType, attribute: "vpc_id", owners: ["aws_vpc"], identity: ["id"] });
    return world2.ofType("aws_vpc").flatMap((vpc) => judgeVpc(world2, vpc, join));
  }
};
function judgeVpc(world2, vpc, join) {
  const logs = join.of(vpc);
  if (logs.length === 0) return [judgementByCompanions(vpc, withoutLog(join.maybeOf(vpc)))];
  return logs.map((log) => judgementByCompanions(log, judgeDestination2(world2, log)));
}
function withoutLog(maybe) {
  if (!maybe) return failing("the VPC has no flow log", `no ${logType} of this plan names the VPC`);
  return uncertain("whether the VPC has a flow log is known after apply", `${maybe.address} may be this VPC's: ${showValue(maybe, ["vpc_id"])}`);
}
function judgeDestination2(world2, log) {
  const type6 = readText(log, ["log_destination_type"]);
  if (type6.state === "unknown") return uncertain("log_destination_type is known after apply", showValue(log, ["log_destination_type"]));
  if (type6.text !== "s3") return failing(`the flow log goes to ${type6.text ?? "cloud-watch-logs"}, not to a bucket`, showValue(log, ["log_destination_type"]));
  const evidence = showValue(log, ["log_destination"]);
  const bucket = findBucket(world2, log);
  if (!bucket) return uncertain("the bucket of the flow log is not in this plan", evidence);
  const verdict = judgeBucket(world2, bucket, "aws:kms");
  if (verdict === "pass") return fine;
  return { verdict, message: `${bucket.address} is ${verdict === "fail" ? "not encrypted by s3-encrypted" : "not proven to be encrypted"}`, evidence };
}
function findBucket(world2, log) {
  const { text: text2 } = readText(log, ["log_destination"]);
  if (text2 !== void 0) {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(text2)?.[1];
    return world2.ofType("aws_s3_bucket").find((bucket) => name !== void 0 && readText(bucket, ["bucket"]).text === name);
  }
  const buckets = leavesOf(world2, log, ["log_destination"]).flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_s3_bucket" ? instances2 : []);
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
  fails: 'resource "aws_cloudwatch_log_group" "this" {\n  name = "/bank/payments"\n}',
  reads: { aws_cloudwatch_log_group: ["kms_key_id"], ...keyReads },
  judge: eachResource(["aws_cloudwatch_log_group"], (resource, world2) => [judgeCustomerKey(world2, resource, ["kms_key_id"])])
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
  fails: 'resource "aws_memorydb_cluster" "this" {\n  name = "sessions"\n}',
  reads: { aws_memorydb_cluster: ["kms_key_arn"], ...keyReads },
  judge: eachResource(["aws_memorydb_cluster"], (resource, world2) => [judgeCustomerKey(world2, resource, ["kms_key_arn"])])
};

// packages/conventions/src/rules/encryption/msk-encrypted.ts
var block6 = "encryption_info";
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
  fails: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS"\n  }\n}',
  reads: { aws_msk_cluster: [block6], ...keyReads },
  judge: eachResource(["aws_msk_cluster"], (resource, world2) => {
    const blocks2 = readBlocks(resource, [block6]);
    if (blocks2 === "unknown") return [uncertain(`${block6} is known after apply`, showValue(resource, [block6]))];
    const [path8] = blocks2;
    if (!path8) return [failing(`there is no ${block6}: the key that AWS manages is used`, showValue(resource, [block6]))];
    return [judgeCustomerKey(world2, resource, [...path8, "encryption_at_rest_kms_key_arn"])];
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
  fails: 'artifact_store {\n  location = aws_s3_bucket.<artifacts>.bucket\n  type     = "S3"\n}',
  reads: { aws_codepipeline: [store], aws_codebuild_project: ["encryption_key"], ...keyReads },
  judge: eachResource(["aws_codepipeline", "aws_codebuild_project"], (resource, world2) => {
    if (resource.type === "aws_codebuild_project") return [judgeCustomerKey(world2, resource, ["encryption_key"])];
    const stores2 = readBlocks(resource, [store]);
    if (stores2 === "unknown") return [uncertain(`${store} is known after apply`, showValue(resource, [store]))];
    return stores2.map((path8) => judgeStore(world2, resource, path8));
  })
};
function judgeStore(world2, resource, path8) {
  const block10 = [...path8, "encryption_key"];
  const keys = readBlocks(resource, block10);
  if (keys === "unknown") return uncertain("encryption_key is known after apply", showValue(resource, block10));
  if (!keys[0]) return failing("the artifact store has no encryption_key", showValue(resource, block10));
  return judgeCustomerKey(world2, resource, [...keys[0], "id"]);
}

// packages/conventions/src/rules/encryption/rds-cmk.ts
var attributes2 = [
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
  fails: 'kms_key_id = "alias/aws/rds"',
  reads: { aws_db_instance: attributes2, aws_rds_cluster: attributes2, ...keyReads },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster"], (resource, world2) => [
    judgeWhere(world2, resource, "storage_encrypted", "kms_key_id"),
    judgeWhere(world2, resource, "performance_insights_enabled", "performance_insights_kms_key_id"),
    judgeWhere(world2, resource, "manage_master_user_password", "master_user_secret_kms_key_id")
  ])
};
function judgeWhere(world2, resource, flagName2, keyName) {
  const flag2 = readFlag(resource, [flagName2]);
  if (flag2 !== "true" && flag2 !== "unknown") return fine;
  const fact = judgeCustomerKey(world2, resource, [keyName]);
  return flag2 === "unknown" && fact.verdict === "fail" ? { ...fact, verdict: "unknown" } : fact;
}

// packages/conventions/src/rules/encryption/rds-encrypted.ts
var types3 = ["aws_db_instance", "aws_rds_cluster"];
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
  fails: "storage_encrypted = false",
  reads: { aws_db_instance: ["storage_encrypted"], aws_rds_cluster: ["storage_encrypted"] },
  judge: eachResource(types3, (resource) => [judgeOn(resource, ["storage_encrypted"])])
};

// packages/conventions/src/rules/encryption/redis-encrypted.ts
var redisEncrypted = {
  id: "redis-encrypted",
  what: "ElastiCache is encrypted at rest with a customer-managed key",
  why: [optaDatabases],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "at_rest_encryption_enabled = true\nkms_key_id                 = aws_kms_key.<yours>.arn",
  fails: "at_rest_encryption_enabled = false",
  reads: {
    aws_elasticache_replication_group: ["at_rest_encryption_enabled", "kms_key_id"],
    aws_elasticache_serverless_cache: ["kms_key_id"],
    ...keyReads
  },
  judge: eachResource(["aws_elasticache_replication_group", "aws_elasticache_serverless_cache"], (resource, world2) => {
    const key2 = () => judgeCustomerKey(world2, resource, ["kms_key_id"]);
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
  fails: "encrypted = false",
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
  fails: 'resource "aws_secretsmanager_secret" "this" {\n  name = "digibank/payments/database"\n}',
  reads: { aws_secretsmanager_secret: ["kms_key_id"], ...keyReads },
  judge: eachResource(["aws_secretsmanager_secret"], (resource, world2) => [judgeCustomerKey(world2, resource, ["kms_key_id"])])
};

// packages/conventions/src/rules/encryption/sns-kms.ts
var snsKms = {
  id: "sns-kms",
  what: "SNS topics are encrypted with a KMS key that AWS does not manage",
  why: [optaTopics],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<yours>.arn",
  fails: 'kms_master_key_id = "alias/aws/sns"',
  reads: { aws_sns_topic: ["kms_master_key_id"], ...keyReads },
  judge: eachResource(["aws_sns_topic"], (resource, world2) => [judgeCustomerKey(world2, resource, ["kms_master_key_id"])])
};

// packages/conventions/src/plan-facts/shared-keys.ts
function judgeSharedKeys(world2, type6, path8) {
  const users2 = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  for (const resource of world2.ofType(type6)) {
    const key2 = identifyKey(world2, resource, path8);
    if (key2 === void 0) continue;
    keys.set(resource, key2);
    const sharers = users2.get(key2);
    if (sharers) sharers.push(resource);
    else users2.set(key2, [resource]);
  }
  return world2.ofType(type6).map((resource) => {
    const key2 = keys.get(resource);
    const others = (key2 === void 0 ? [] : users2.get(key2) ?? []).filter((other) => other !== resource);
    return { resource, address: resource.address, facts: [others.length === 0 ? fine : shared(key2 ?? "", path8, others)] };
  });
}
function shared(key2, path8, others) {
  const names5 = others.map(({ address }) => address).sort().slice(0, 5);
  const more = others.length > names5.length ? ` and ${others.length - names5.length} more` : "";
  return { verdict: "fail", message: `the key is also used by ${names5.join(", ")}${more}`, evidence: `${pathText(path8)} \u2192 ${key2}` };
}
function identifyKey(world2, resource, path8) {
  const reading = readText(resource, path8);
  if (reading.state === "absent") return void 0;
  if (reading.text !== void 0) return isManagedAlias(reading.text) ? void 0 : knownKey(world2, resource, reading.text);
  const leaves = leavesOf(world2, resource, path8);
  const [leaf] = leaves;
  if (leaves.length !== 1 || !leaf || !isCustomerKey(leaf) || leaf.instances.length !== 1) return void 0;
  const instance = leaf.instances[0];
  if (!instance) return void 0;
  return isAliasLeaf(leaf) ? aliasTarget(world2, instance)?.address ?? instance.address : instance.address;
}
function knownKey(world2, resource, key2) {
  const own2 = findKey(world2, key2);
  if (own2) return own2.address;
  const match = /^arn:[^:]+:kms:[^:]*:[^:]*:(?:key\/(.+)|(alias\/.+))$/.exec(key2);
  if (match?.[1]) return match[1];
  return key2.startsWith("alias/") ? `${key2} (${world2.configured(resource)?.providerKey || resource.change.providerName})` : key2;
}

// packages/conventions/src/rules/encryption/sns-own-key.ts
var snsOwnKey = {
  id: "sns-own-key",
  what: "each SNS topic has a key of its own",
  why: [optaTopics],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<this topic>.arn",
  fails: "kms_master_key_id = aws_kms_key.<another topic>.arn",
  reads: { aws_sns_topic: ["kms_master_key_id"], ...keyReads },
  judge: (world2) => judgeSharedKeys(world2, "aws_sns_topic", ["kms_master_key_id"])
};

// packages/conventions/src/rules/encryption/sqs-kms.ts
var sqsKms = {
  id: "sqs-kms",
  what: "SQS queues are encrypted with a KMS key that AWS does not manage",
  why: [optaQueues],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<yours>.arn",
  fails: 'kms_master_key_id = "alias/aws/sqs"',
  reads: { aws_sqs_queue: ["kms_master_key_id"], ...keyReads },
  judge: eachResource(["aws_sqs_queue"], (resource, world2) => [judgeCustomerKey(world2, resource, ["kms_master_key_id"])])
};

// packages/conventions/src/rules/encryption/sqs-own-key.ts
var sqsOwnKey = {
  id: "sqs-own-key",
  what: "each SQS queue has a key of its own",
  why: [optaQueues],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: "kms_master_key_id = aws_kms_key.<this queue>.arn",
  fails: "kms_master_key_id = aws_kms_key.<another queue>.arn",
  reads: { aws_sqs_queue: ["kms_master_key_id"], ...keyReads },
  judge: (world2) => judgeSharedKeys(world2, "aws_sqs_queue", ["kms_master_key_id"])
};

// packages/conventions/src/plan-facts/secret-looking.ts
var secretPattern = "^(?!.*_(name|arn|id|path|url)$)(?!.*token_ttl)(.*_)?(password|passwords|passwd|pwd|secret|secrets|token|tokens|api_?key|private_?key|credentials?|auth)(_.*)?$";
function lastWords(name) {
  const last = name.split("/").findLast((part3) => part3 !== "") ?? "";
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
  fails: 'resource "aws_ssm_parameter" "this" {\n  name  = "/payments/db-password"\n  type  = "String"\n  value = var.password\n}',
  parameters: { pattern: { kind: "pattern", title: "which parameter names look like secrets", fallback: secretPattern } },
  reads: { aws_ssm_parameter: ["name", "type", "key_id"], ...keyReads },
  judge: eachResource(["aws_ssm_parameter"], (resource, world2, parameters) => {
    const name = readText(resource, ["name"]);
    if (name.state === "known" && !looksSecret(name.text ?? "", String(parameters["pattern"]))) return [];
    const type6 = judgeType3(resource);
    const facts = type6.verdict === "fail" ? [type6] : [type6, judgeCustomerKey(world2, resource, ["key_id"])];
    return name.state === "unknown" ? facts.map(perhaps) : facts;
  })
};
function judgeType3(resource) {
  const { state, text: text2 } = readText(resource, ["type"]);
  const evidence = showValue(resource, ["type"]);
  if (state === "unknown") return uncertain("type is known after apply", evidence);
  return text2 === "SecureString" ? { verdict: "pass", message: "", evidence } : failing(`the parameter looks like a secret, and its type is ${text2 ?? "not set"}`, evidence);
}
function perhaps(fact) {
  return fact.verdict === "fail" ? { ...fact, verdict: "unknown", message: `${fact.message}; its name is known after apply` } : fact;
}

// packages/conventions/src/rules/encryption/state-encrypted.ts
var block7 = "server_side_encryption";
var stateEncrypted = {
  id: "state-encrypted",
  what: "the Terraform state and its lock table are encrypted",
  why: [
    bankKeyRow("shared-service-tf-state-dynamodb", "DynamoDB state for spacelift / terraform"),
    bankKeyRow("shared-service-tf-state-s3", "S3 state for spacelift / terraform")
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'terraform {\n  backend "s3" {\n    encrypt    = true\n    kms_key_id = "alias/shared-service-tf-state-s3"\n  }\n}',
  fails: 'resource "aws_dynamodb_table" "lock" {\n  hash_key = "LockID"\n  server_side_encryption {\n    enabled = false\n  }\n}',
  reads: { aws_dynamodb_table: ["hash_key", block7] },
  judge: (world2) => [
    ...world2.ofType("aws_dynamodb_table").filter((table) => readText(table, ["hash_key"]).text === "LockID").map((table) => judgementOf(table, judgeTable(table))),
    ...judgeBackend(world2)
  ]
};
function judgeTable(table) {
  const blocks2 = readBlocks(table, [block7]);
  if (blocks2 === "unknown") return uncertain(`${block7} is known after apply`, showValue(table, [block7]));
  return blocks2[0] ? judgeOn(table, [...blocks2[0], "enabled"]) : failing(`there is no ${block7}`, showValue(table, [block7]));
}
function judgeBackend({ facts: { backend } }) {
  if (backend?.type !== "s3") return [];
  const encrypted = [true, "true"].includes(child(backend.config, "encrypt"));
  const key2 = child(backend.config, "kms_key_id");
  const facts = [
    encrypted ? fine : failing("the backend does not encrypt the state", "encrypt is not true"),
    typeof key2 === "string" && key2 !== "" ? fine : failing("the backend names no key for the state", "kms_key_id is not set")
  ];
  return [{ address: "plan", facts, introduced: true }];
}

// packages/conventions/src/rules/encryption/index.ts
var encryptionRules = [
  codeartifactKms,
  docdbEncrypted,
  dynamodbEncrypted,
  ebsDefault,
  ebsEncrypted,
  ebsExternalCmk,
  ecrKms,
  efsEncrypted,
  eksSecretsKms,
  flowLogs,
  logsKms,
  memorydbCmk,
  mskEncrypted,
  pipelineKms,
  rdsCmk,
  rdsEncrypted,
  redisEncrypted,
  redshiftEncrypted,
  s3Encrypted,
  secretCmk,
  snsKms,
  snsOwnKey,
  sqsKms,
  sqsOwnKey,
  ssmSecure,
  stateEncrypted
];

// packages/conventions/src/plan-facts/group-users.ts
var groupTypes = ["aws_security_group", "aws_default_security_group"];
var made = /* @__PURE__ */ new WeakMap();
function groupsById(world2) {
  const known = made.get(world2);
  if (known) return known;
  const index = /* @__PURE__ */ new Map();
  for (const group of groupTypes.flatMap((type6) => world2.ofType(type6))) {
    const { text: text2 } = readText(group, ["id"]);
    if (text2 !== void 0) index.set(text2, group);
  }
  made.set(world2, index);
  return index;
}
function groupsAt(world2, resource, path8) {
  const blocks2 = readBlocks(resource, path8);
  const readings = blocks2 === "unknown" ? [] : blocks2.map((one) => readText(resource, one));
  const ids = readings.flatMap(({ text: text2 }) => text2 ?? []);
  const index = groupsById(world2);
  const known = ids.flatMap((id) => index.get(id) ?? []);
  const others = ids.filter((id) => !index.has(id));
  if (blocks2 !== "unknown" && readings.every(({ state }) => state !== "unknown")) return { groups: known, others, keys: [...known, ...others], complete: true };
  const leaves = leavesOf(world2, resource, path8);
  const named2 = leaves.flatMap(({ type: type6, instances: instances2 }) => groupTypes.includes(type6 ?? "") ? instances2 : []);
  const complete = leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => groupTypes.includes(type6 ?? "") && instances2.length > 0);
  const groups3 = [.../* @__PURE__ */ new Set([...known, ...named2])];
  return { groups: groups3, others, keys: [...groups3, ...others], complete };
}

// packages/conventions/src/plan-facts/ingress.ts
var oldRule = "aws_security_group_rule";
var newRule = "aws_vpc_security_group_ingress_rule";
var ingressReads = {
  aws_security_group: ["id", "name", "name_prefix", "description", "ingress", "vpc_id", "tags", "tags_all"],
  aws_default_security_group: ["id", "name", "ingress", "vpc_id", "tags"],
  [oldRule]: [
    "type",
    "security_group_id",
    "protocol",
    "from_port",
    "to_port",
    "cidr_blocks",
    "ipv6_cidr_blocks",
    "prefix_list_ids",
    "source_security_group_id",
    "self"
  ],
  [newRule]: ["security_group_id", "ip_protocol", "from_port", "to_port", "cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"]
};
var lists = ["cidr_blocks", "ipv6_cidr_blocks"];
var inline = { protocol: "protocol", ranges: lists, groups: "security_groups", prefixLists: "prefix_list_ids" };
var older = { ...inline, groups: "source_security_group_id" };
var newer = { protocol: "ip_protocol", ranges: ["cidr_ipv4", "cidr_ipv6"], groups: "referenced_security_group_id", prefixLists: "prefix_list_id" };
var protocols = { "6": "tcp", "17": "udp", all: "-1" };
var made2 = /* @__PURE__ */ new WeakMap();
function ingressOf(world2) {
  const known = made2.get(world2);
  if (known) return known;
  const all = [...inlineIngress(world2), ...ruleIngress(world2, oldRule, older), ...ruleIngress(world2, newRule, newer)];
  made2.set(world2, all);
  return all;
}
function inlineIngress(world2) {
  return groupTypes.flatMap((type6) => world2.ofType(type6)).flatMap((group) => {
    const blocks2 = readBlocks(group, ["ingress"]);
    return blocks2 === "unknown" ? [] : blocks2.map((path8) => readIngress(world2, { at: group, path: path8, group, shape: inline }));
  });
}
function ruleIngress(world2, type6, shape) {
  const join = joinCompanions(world2, { companion: type6, attribute: "security_group_id", owners: groupTypes, identity: ["id"] });
  const owners = /* @__PURE__ */ new Map();
  for (const group of groupTypes.flatMap((one) => world2.ofType(one))) for (const rule of join.of(group)) owners.set(rule, group);
  return world2.ofType(type6).filter((rule) => type6 !== oldRule || readText(rule, ["type"]).text !== "egress").map((rule) => readIngress(world2, { at: rule, path: [], group: owners.get(rule), shape }));
}
function readIngress(world2, { at: at2, path: path8, group, shape }) {
  const under = (name) => [...path8, name];
  const lists3 = shape.ranges.map((name) => readRanges(at2, under(name)));
  const sources2 = readGroups(world2, at2, under(shape.groups));
  return {
    at: at2,
    path: path8,
    group,
    key: group ?? readText(at2, ["security_group_id"]).text,
    protocol: readProtocol(at2, under(shape.protocol)),
    from: readPort(at2, under("from_port")),
    to: readPort(at2, under("to_port")),
    ranges: lists3.flatMap(({ ranges }) => ranges),
    openRanges: lists3.some(({ open }) => open),
    self: readFlag(at2, under("self")) === "true",
    groupIds: sources2.ids,
    groupLeaves: sources2.leaves,
    openGroups: sources2.open,
    prefixLists: isThere(at2, under(shape.prefixLists))
  };
}
function readProtocol(at2, path8) {
  const text2 = readText(at2, path8).text?.toLowerCase();
  return text2 === void 0 ? void 0 : protocols[text2] ?? text2;
}
function readPort(at2, path8) {
  const { text: text2 } = readText(at2, path8);
  return text2 === void 0 ? void 0 : Number(text2);
}
function isThere(at2, path8) {
  const reading = read(at2, path8);
  return reading.state === "unknown" || reading.state === "known" && !(Array.isArray(reading.value) && reading.value.length === 0);
}
function readRanges(at2, path8) {
  const blocks2 = readBlocks(at2, path8);
  if (blocks2 === "unknown") return { ranges: [], open: true };
  const paths = blocks2.length === 0 && readText(at2, path8).text !== void 0 ? [path8] : blocks2;
  const readings = paths.map((one) => ({ path: one, reading: readText(at2, one) }));
  return {
    ranges: readings.flatMap(({ path: one, reading }) => reading.text === void 0 ? [] : [{ text: reading.text, shown: tell(at2, one), path: one }]),
    open: readings.some(({ reading }) => reading.state === "unknown")
  };
}
function readGroups(world2, at2, path8) {
  const { ranges: known, open } = readRanges(at2, path8);
  const ids = known.map(({ text: text2 }) => text2);
  if (!open) return { ids, leaves: [], open: false };
  const leaves = leavesOf(world2, at2, path8).filter(({ type: type6 }) => type6 === void 0 || groupTypes.includes(type6));
  const told = leaves.length > 0 && leaves.every(({ instances: instances2 }) => instances2.length > 0);
  return { ids, leaves, open: !told };
}
function sourceGroups(world2, ingress) {
  const index = groupsById(world2);
  const byId2 = ingress.groupIds.flatMap((id) => index.get(id) ?? []);
  return [.../* @__PURE__ */ new Set([...byId2, ...ingress.groupLeaves.flatMap(({ instances: instances2 }) => instances2)])];
}
function describeIngress({ at: at2, path: path8, protocol, from, to }) {
  if (isSensitive(at2, [...path8, "from_port"])) return "ports that are sensitive";
  return `${protocol ?? "a protocol known after apply"} ${from ?? "?"}-${to ?? "?"}`;
}

// packages/conventions/src/plan-facts/ranges.ts
function parseRange2(text2) {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text2);
  if (!match) return void 0;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part3) => part3 > 255) || prefix > 32) return void 0;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix };
}
function overlaps(one, other) {
  return one.first <= other.last && other.first <= one.last;
}
function contains(outer, inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

// packages/conventions/src/rules/exposure/sources.ts
var optaGroups = {
  document: "opta-aws-architecture",
  sentence: "All networking access is managed via security groups either auto-provisioned by EKS, or manually crafted to just expose to the VPC and just the ports required for standard usage (i.e. 5432 for postgres)."
};
var systemBastion = {
  document: "system-design-2",
  sentence: "They can only be accessed via connection to a bastion host deployed in the public subnet and IP restricted."
};
var bankPublic = {
  document: "banklitex-deployment-guideline",
  sentence: "The following resources are aimed to be public: \u2026 ALB with WAF load balancers for public-hosted zone"
};
var bankEdge = {
  document: "banklitex-deployment-guideline",
  sentence: "This starts from using secure DNS services through edge protection which is using DDoS protection along with AWS Web Application Firewall."
};

// packages/conventions/src/rules/exposure/world-ranges.ts
var shortest = 8;
function isWorld(text2) {
  const range = parseRange2(text2);
  if (range) return range.prefix < shortest;
  const prefix = prefixOfV6(text2);
  return prefix !== void 0 && prefix < shortest && !/^f[cd]/i.test(text2);
}
function prefixOfV6(text2) {
  const match = /^[0-9a-f:.]*:[0-9a-f:.]*\/(\d{1,3})$/i.exec(text2);
  return match ? Number(match[1]) : void 0;
}

// packages/conventions/src/rules/exposure/bastion-ip.ts
var ssh = 22;
var bastionIp = {
  id: "bastion-ip",
  what: "SSH is open only to ranges that are small enough to have a name",
  why: [systemBastion],
  severity: "error",
  profiles: ["sysdesign2", "strict"],
  remedy: 'ingress {\n  protocol    = "tcp"\n  from_port   = 22\n  to_port     = 22\n  cidr_blocks = ["198.51.100.0/28"]\n}',
  fails: 'ingress {\n  protocol    = "tcp"\n  from_port   = 22\n  to_port     = 22\n  cidr_blocks = ["198.51.0.0/16"]\n}',
  parameters: {
    prefix: { kind: "number", title: "prefix length of IPv4 ranges at least", byProfile: {}, fallback: 24 },
    prefix6: { kind: "number", title: "prefix length of IPv6 ranges at least", byProfile: {}, fallback: 64 }
  },
  reads: ingressReads,
  judge: (world2, { prefix, prefix6 }) => ingressOf(world2).map((ingress) => judgementOf(ingress.at, judgeIngress(ingress, Number(prefix), Number(prefix6))))
};
function judgeIngress(ingress, shortest2, shortest6) {
  const hits = opensSsh(ingress);
  if (hits === "no") return fine;
  const wide = ingress.ranges.find(({ text: text2 }) => (parseRange2(text2)?.prefix ?? 32) < shortest2 || (prefixOfV6(text2) ?? 128) < shortest6);
  const evidence = `${ingress.ranges.map(({ shown }) => shown).join(", ") || "ranges known after apply"}, ${describeIngress(ingress)}`;
  if (wide && hits === "yes") return failing(`SSH is open to ${wide.shown}; want /${shortest2} (IPv6 /${shortest6}) or smaller`, evidence);
  if (wide) return uncertain(`whether SSH is open to ${wide.shown} is known after apply`, evidence);
  return ingress.openRanges ? uncertain("from where SSH may come is known after apply", evidence) : fine;
}
function opensSsh({ protocol, from, to }) {
  if (protocol === "-1") return "yes";
  if (protocol !== void 0 && protocol !== "tcp") return "no";
  if (from !== void 0 && from > ssh || to !== void 0 && to < ssh) return "no";
  return protocol === void 0 || from === void 0 || to === void 0 ? "unknown" : "yes";
}

// packages/conventions/src/plan-facts/bastions.ts
var word2 = /(?:^|[^a-z])(bastion|jump-?_?host)(?:s|[^a-z]|$)/;
function isCalledBastion(resource) {
  const tags = [resource.values["tags"], resource.values["tags_all"]].flatMap((map) => isMap(map) ? Object.values(map) : []);
  const names5 = ["name", "name_prefix"].map((name2) => readText(resource, [name2]).text);
  const { name, index } = resource.change;
  return [...tags, ...names5, name, index].some((text2) => typeof text2 === "string" && word2.test(splitWords(text2)));
}
var bastionReads = ["name", "name_prefix", "tags", "tags_all"];

// packages/conventions/src/rules/network/sources.ts
var optaNetwork = {
  document: "opta-aws-architecture",
  sentence: "our networking is set up across 3 availability zones by default, split between a private and public subnet (which we provision as we do not use the default vpc)."
};
var optaPublicSubnets = {
  document: "opta-aws-architecture",
  sentence: "The public subnet is solely used for the public load balancer, while the ec2s (VMs) and databases all exist within the private subnet."
};
var optaPrivate = {
  document: "opta-aws-architecture",
  sentence: "All databases and ec2s are run within the private subnets (i.e. can access the internet via a nat gateway, but nothing external can reach them)."
};
var systemNetwork = {
  document: "system-design-2",
  sentence: "A VPC will be created with 2 sets of private and public subnets in different availability zones."
};
var systemPrivate = {
  document: "system-design-2",
  sentence: "As much as possible, services (Such as RedShift, EKS) are deployed to private subnets to prevent public access."
};
var bankNetwork = {
  document: "banklitex-deployment-guideline",
  sentence: 'cidr_block      = "172.21.8.0/21" \u2026 public_subnets = ["172.21.8.0/26", \u2026 protected_subnets = ["172.21.8.192/26", \u2026 tgw_subnets    = ["172.21.9.128/28", \u2026 private_subnets = ["172.21.10.0/23",'
};

// packages/conventions/src/rules/exposure/bastion-only.ts
var guarded = {
  aws_redshift_cluster: { port: 5439, list: "vpc_security_group_ids" },
  aws_redshiftserverless_workgroup: { port: 5439, list: "security_group_ids" },
  aws_eks_cluster: { port: 443, list: "security_group_ids" }
};
var bastionOnly = {
  id: "bastion-only",
  what: "EKS control planes and Redshift let in only the bastion's security group",
  why: [systemPrivate, systemBastion],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: 'resource "aws_vpc_security_group_ingress_rule" "redshift" {\n  security_group_id            = aws_security_group.redshift.id\n  ip_protocol                  = "tcp"\n  from_port                    = 5439\n  to_port                      = 5439\n  referenced_security_group_id = aws_security_group.bastion.id\n}',
  fails: 'resource "aws_vpc_security_group_ingress_rule" "redshift" {\n  security_group_id = aws_security_group.redshift.id\n  ip_protocol       = "tcp"\n  from_port         = 5439\n  to_port           = 5439\n  cidr_ipv4         = "10.0.0.0/16"\n}',
  reads: {
    ...ingressReads,
    aws_redshift_cluster: ["vpc_security_group_ids"],
    aws_redshiftserverless_workgroup: ["security_group_ids"],
    aws_eks_cluster: ["vpc_config"],
    aws_instance: [...bastionReads, "vpc_security_group_ids", "security_groups"]
  },
  judge: (world2) => {
    const ports = guardedGroups(world2);
    const bastions = bastionGroups(world2);
    return ingressOf(world2).flatMap((ingress) => {
      const port = ingress.key === void 0 ? void 0 : ports.get(ingress.key);
      if (port === void 0 || !mayOpen(ingress, port)) return [];
      return [judgementByCompanions(ingress.at, judgeIngress2(world2, ingress, bastions))];
    });
  }
};
function guardedGroups(world2) {
  const ports = /* @__PURE__ */ new Map();
  for (const [type6, { port, list: list2 }] of Object.entries(guarded)) {
    for (const resource of world2.ofType(type6)) {
      const path8 = type6 === "aws_eks_cluster" ? [...firstBlock(resource) ?? ["vpc_config", 0], list2] : [list2];
      for (const group of groupsAt(world2, resource, path8).keys) ports.set(group, port);
    }
  }
  return ports;
}
function firstBlock(cluster) {
  const blocks2 = readBlocks(cluster, ["vpc_config"]);
  return blocks2 === "unknown" ? void 0 : blocks2[0];
}
function bastionGroups(world2) {
  const named2 = world2.ofType("aws_security_group").filter(isCalledBastion);
  const used = world2.ofType("aws_instance").filter(isCalledBastion).flatMap((instance) => ["vpc_security_group_ids", "security_groups"].flatMap((list2) => groupsAt(world2, instance, [list2]).keys));
  return /* @__PURE__ */ new Set([...named2, ...used]);
}
function mayOpen({ protocol, from, to }, port) {
  if (protocol === "-1") return true;
  if (protocol !== void 0 && protocol !== "tcp") return false;
  return (from === void 0 || from <= port) && (to === void 0 || to >= port);
}
function judgeIngress2(world2, ingress, bastions) {
  const evidence = describeIngress(ingress);
  const [range] = ingress.ranges;
  if (range) return failing(`${range.shown} may come in; want the bastion's group alone`, `${range.shown}, ${evidence}`);
  const sources2 = sourceGroups(world2, ingress);
  const foreign = sources2.find((group) => group !== ingress.group && !bastions.has(group));
  if (foreign) return failing(`${foreign.address} may come in, which is no bastion's group`, evidence);
  const elsewhere = ingress.groupIds.find((id) => id !== ingress.key && !bastions.has(id) && !sources2.some((group) => group.values["id"] === id));
  if (elsewhere) return uncertain(`whether ${elsewhere} is a bastion's group is not told by the plan`, evidence);
  if (ingress.openRanges || ingress.openGroups || ingress.prefixLists) return uncertain("who may come in is known after apply", evidence);
  return fine;
}

// packages/conventions/src/plan-facts/load-balancers.ts
var types4 = ["aws_lb", "aws_alb"];
var balancerReads = {
  aws_lb: ["arn", "id", "internal", "load_balancer_type", "security_groups", "name"],
  aws_alb: ["arn", "id", "internal", "load_balancer_type", "security_groups", "name"]
};
function balancersOf(world2) {
  return types4.flatMap((type6) => world2.ofType(type6)).map((resource) => {
    const internal = readFlag(resource, ["internal"]);
    const facing = internal === "unknown" ? "unknown" : internal === "true" ? "inside" : "internet";
    return { resource, facing, kind: readText(resource, ["load_balancer_type"]).text ?? "application" };
  });
}
var balancerTypes = types4;

// packages/conventions/src/rules/exposure/balancer-companions.ts
function judgeBalancers(world2, { companions: companions2, name }) {
  const joins2 = companions2.map((companion) => joinCompanions(world2, { companion, attribute: "resource_arn", owners: balancerTypes, identity: ["arn", "id"] }));
  return balancersOf(world2).filter(({ facing, kind }) => facing !== "inside" && kind === "application").map((balancer) => {
    const { resource } = balancer;
    const found2 = joins2.some((join) => join.of(resource).length > 0);
    const maybe = joins2.map((join) => join.maybeOf(resource)).find((one) => one !== void 0);
    return judgementByCompanions(resource, found2 ? fine : missing2(balancer, name, maybe));
  });
}
function missing2({ facing }, name, maybe) {
  if (maybe) return uncertain(`whether the load balancer has a ${name} is known after apply`, `${maybe.address} may be its own`);
  const evidence = `no ${name} of this plan names it`;
  if (facing === "unknown") return uncertain(`there is no ${name}, and whether the load balancer faces the internet is known after apply`, evidence);
  return failing(`the internet-facing load balancer has no ${name}`, evidence);
}

// packages/conventions/src/rules/exposure/ddos.ts
var ddos = {
  id: "ddos",
  what: "each internet-facing application load balancer has Shield Advanced protection",
  why: [bankEdge],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_shield_protection" "public" {\n  name         = "public"\n  resource_arn = aws_lb.public.arn\n}',
  fails: 'resource "aws_lb" "public" {\n  internal           = false\n  load_balancer_type = "application"\n}',
  reads: { ...balancerReads, aws_shield_protection: ["resource_arn"] },
  judge: (world2) => judgeBalancers(world2, { companions: ["aws_shield_protection"], name: "Shield protection" })
};

// packages/conventions/src/rules/exposure/lb-waf.ts
var companions = ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"];
var lbWaf = {
  id: "lb-waf",
  what: "each internet-facing application load balancer has a web ACL",
  why: [bankPublic, bankEdge],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_wafv2_web_acl_association" "public" {\n  resource_arn = aws_lb.public.arn\n  web_acl_arn  = aws_wafv2_web_acl.public.arn\n}',
  fails: 'resource "aws_lb" "public" {\n  internal           = false\n  load_balancer_type = "application"\n}',
  reads: { ...balancerReads, ...Object.fromEntries(companions.map((type6) => [type6, ["resource_arn"]])) },
  judge: (world2) => judgeBalancers(world2, { companions, name: "web ACL" })
};

// packages/conventions/src/rules/exposure/public-only-alb.ts
var publicOnlyAlb = {
  id: "public-only-alb",
  what: "only application load balancers face the internet: no network load balancer, open function URL or address of an instance",
  why: [bankPublic],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = aws_lambda_function.hook.function_name\n  authorization_type = "AWS_IAM"\n}',
  fails: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = aws_lambda_function.hook.function_name\n  authorization_type = "NONE"\n}',
  reads: {
    ...balancerReads,
    aws_lambda_function_url: ["authorization_type"],
    aws_eip: ["instance", "network_interface"],
    aws_eip_association: ["instance_id", "network_interface_id"],
    aws_instance: ["id"]
  },
  judge: (world2) => [
    ...balancersOf(world2).filter(({ kind }) => kind === "network").map((balancer) => judgementOf(balancer.resource, judgeBalancer(balancer))),
    ...world2.ofType("aws_lambda_function_url").map((url) => judgementOf(url, judgeUrl(url))),
    ...world2.ofType("aws_eip").map((address) => judgementOf(address, judgeAddress(world2, address, "instance"))),
    ...world2.ofType("aws_eip_association").map((address) => judgementOf(address, judgeAddress(world2, address, "instance_id")))
  ]
};
function judgeBalancer({ resource, facing }) {
  const evidence = showValue(resource, ["internal"]);
  if (facing === "inside") return fine;
  return facing === "internet" ? failing("a network load balancer faces the internet", evidence) : uncertain("internal is known after apply", evidence);
}
function judgeUrl(url) {
  const path8 = ["authorization_type"];
  const reading = readText(url, path8);
  if (reading.state === "unknown") return uncertain("authorization_type is known after apply", showValue(url, path8));
  return reading.text === "NONE" ? failing("anybody may call the function", showValue(url, path8)) : fine;
}
function judgeAddress(world2, address, name) {
  const path8 = [name];
  const reading = read(address, path8);
  if (reading.state === "absent") return fine;
  if (reading.state === "known") return failing("an instance has a public address", showValue(address, path8));
  if (!isWritten(expressionAt(world2.configured(address), path8))) return fine;
  const leaves = leavesOf(world2, address, path8);
  const chain = leaves.map((leaf) => leaf.chain).join("; ");
  const sure = leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_instance" && instances2.length > 0);
  return sure ? failing("an instance has a public address", chain) : uncertain(`${name} is known after apply`, chain || showValue(address, path8));
}

// packages/conventions/src/rules/exposure/sg-all-ports.ts
var withPorts = /* @__PURE__ */ new Set(["tcp", "udp"]);
var lastPort = 65535;
var sgAllPorts = {
  id: "sg-all-ports",
  what: "no security group opens all ports, but to itself",
  why: [optaGroups],
  severity: "warn",
  profiles: ["opta", "strict"],
  remedy: 'ingress {\n  protocol        = "tcp"\n  from_port       = 5432\n  to_port         = 5432\n  security_groups = [aws_security_group.app.id]\n}',
  fails: 'ingress {\n  protocol        = "-1"\n  from_port       = 0\n  to_port         = 0\n  security_groups = [aws_security_group.app.id]\n}',
  reads: ingressReads,
  judge: (world2) => ingressOf(world2).map((ingress) => judgementOf(ingress.at, judgeIngress3(world2, ingress)))
};
function judgeIngress3(world2, ingress) {
  const all = isAll(ingress);
  if (all === "no" || isOwnOnly(world2, ingress)) return fine;
  const evidence = describeIngress(ingress);
  return all === "yes" ? failing("all ports are open", evidence) : uncertain("which ports are open is known after apply", evidence);
}
function isAll({ protocol, from, to }) {
  if (protocol === "-1") return "yes";
  if (protocol !== void 0 && !withPorts.has(protocol)) return "no";
  if (protocol === void 0) return "unknown";
  if (from !== void 0 && from > 1 || to !== void 0 && to < lastPort) return "no";
  return from === void 0 || to === void 0 ? "unknown" : "yes";
}
function isOwnOnly(world2, ingress) {
  const { ranges, openRanges, prefixLists, openGroups, group, key: key2, self, groupIds } = ingress;
  if (ranges.length > 0 || openRanges || prefixLists || openGroups) return false;
  const sources2 = sourceGroups(world2, ingress);
  const foreign = groupIds.some((id) => id !== key2 && !sources2.some((source) => source.values["id"] === id));
  return !foreign && sources2.every((source) => source === group) && (self || sources2.length > 0 || groupIds.length > 0);
}

// packages/conventions/src/plan-facts/databases.ts
var groupLists = {
  aws_db_instance: "vpc_security_group_ids",
  aws_rds_cluster: "vpc_security_group_ids",
  aws_docdb_cluster: "vpc_security_group_ids",
  aws_elasticache_cluster: "security_group_ids",
  aws_elasticache_replication_group: "security_group_ids",
  aws_elasticache_serverless_cache: "security_group_ids",
  aws_memorydb_cluster: "security_group_ids"
};
var databaseReads = Object.fromEntries(
  Object.entries(groupLists).map(([type6, list2]) => [type6, [list2, "port", "engine"]])
);
var enginePorts = [
  [/postgres/, 5432],
  [/mysql|maria|^aurora$/, 3306],
  [/docdb/, 27017],
  [/redis|valkey/, 6379],
  [/memcached/, 11211],
  [/oracle/, 1521],
  [/sqlserver/, 1433]
];
var typePorts = {
  aws_docdb_cluster: 27017,
  aws_elasticache_cluster: 6379,
  aws_elasticache_replication_group: 6379,
  aws_elasticache_serverless_cache: 6379,
  aws_memorydb_cluster: 6379
};
function databaseGroups(world2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const [type6, list2] of Object.entries(groupLists)) {
    for (const database of world2.ofType(type6)) {
      const port = portOf(database);
      for (const group of groupsAt(world2, database, [list2]).keys) {
        const entry = found2.get(group) ?? { ports: /* @__PURE__ */ new Set(), open: false, users: [] };
        if (port === void 0) entry.open = true;
        else entry.ports.add(port);
        entry.users.push(database.address);
        found2.set(group, entry);
      }
    }
  }
  return found2;
}
function portOf(database) {
  const { text: text2 } = readText(database, ["port"]);
  if (text2 !== void 0) return Number(text2);
  const engine = readText(database, ["engine"]).text;
  return enginePorts.find(([pattern]) => pattern.test(engine ?? ""))?.[1] ?? typePorts[database.type];
}

// packages/conventions/src/plan-facts/vpc-ranges.ts
var vpcType = "aws_vpc";
var association = "aws_vpc_ipv4_cidr_block_association";
var vpcRangeReads = { [vpcType]: ["id", "cidr_block"], [association]: ["vpc_id", "cidr_block"] };
var made3 = /* @__PURE__ */ new WeakMap();
function vpcRanges(world2) {
  const known = made3.get(world2);
  if (known) return known;
  const more = joinCompanions(world2, { companion: association, attribute: "vpc_id", owners: [vpcType], identity: ["id"] });
  const all = [];
  const open = /* @__PURE__ */ new Set();
  const byId2 = /* @__PURE__ */ new Map();
  for (const vpc of world2.ofType(vpcType)) {
    const id = readText(vpc, ["id"]).text;
    if (id !== void 0) byId2.set(id, vpc);
    for (const owner of [vpc, ...more.of(vpc)]) {
      const range = parseRange2(readText(owner, ["cidr_block"]).text ?? "");
      if (range) all.push(range);
      else open.add(vpc);
    }
    if (more.maybeOf(vpc)) open.add(vpc);
  }
  const ranges = { all, open, byId: byId2 };
  made3.set(world2, ranges);
  return ranges;
}
function vpcOf(world2, resource) {
  const { text: text2 } = readText(resource, ["vpc_id"]);
  if (text2 !== void 0) return vpcRanges(world2).byId.get(text2);
  return leavesOf(world2, resource, ["vpc_id"]).flatMap(({ type: type6, instances: instances2 }) => type6 === vpcType ? instances2 : [])[0];
}

// packages/conventions/src/rules/exposure/sg-db-ports.ts
var privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((text2) => parseRange2(text2));
var sgDbPorts = {
  id: "sg-db-ports",
  what: "the security groups of databases open only the engine's port, to groups or to the VPC",
  why: [optaGroups],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: 'ingress {\n  protocol        = "tcp"\n  from_port       = 5432\n  to_port         = 5432\n  security_groups = [aws_security_group.app.id]\n}',
  fails: 'ingress {\n  protocol    = "tcp"\n  from_port   = 0\n  to_port     = 65535\n  cidr_blocks = ["10.0.0.0/8"]\n}',
  reads: { ...ingressReads, ...databaseReads, ...vpcRangeReads },
  judge: (world2) => {
    const groups3 = databaseGroups(world2);
    const any2 = anyDatabase([...groups3.values()]);
    return ingressOf(world2).flatMap((ingress) => {
      const database = ingress.key === void 0 ? any2 : groups3.get(ingress.key);
      if (!database) return [];
      const facts = [judgePort(ingress, database), ...judgeSources(world2, ingress)];
      return [{ resource: ingress.at, address: ingress.at.address, facts: ingress.key === void 0 ? facts.map(perhaps2) : facts, byCompanions: true }];
    });
  }
};
function anyDatabase(groups3) {
  if (groups3.length === 0) return void 0;
  return { ports: new Set(groups3.flatMap(({ ports }) => [...ports])), open: groups3.some(({ open }) => open), users: groups3.flatMap(({ users: users2 }) => users2) };
}
function perhaps2(fact) {
  return fact.verdict === "fail" ? uncertain(`${fact.message}, and whether the group is a database's is known after apply`, fact.evidence) : fine;
}
function judgePort(ingress, { ports, open, users: users2 }) {
  const shown = users2.slice(0, 5).join(", ");
  const evidence = `${describeIngress(ingress)}, group of ${shown}${users2.length > 5 ? ` and ${users2.length - 5} more` : ""}`;
  const { protocol, from, to } = ingress;
  if (protocol !== void 0 && protocol !== "tcp") return failing("the protocol is not tcp", evidence);
  const wanted4 = [...ports].sort((a, b) => a - b).join(" or ");
  const wrong = from !== void 0 && !ports.has(from) || to !== void 0 && !ports.has(to) || from !== void 0 && to !== void 0 && from !== to;
  const known = from !== void 0 && to !== void 0;
  if (wrong && !(open && (!known || from === to))) return failing(`${describeIngress(ingress)} is open; want ${wanted4 || "the engine's"} alone`, evidence);
  return wrong || protocol === void 0 || !known ? uncertain("which port is open is known after apply", evidence) : fine;
}
function judgeSources(world2, ingress) {
  const facts = ingress.ranges.map((range) => judgeRange(world2, ingress, range));
  if (ingress.openRanges) facts.push(uncertain("from which ranges the database is reached is known after apply", describeIngress(ingress)));
  if (ingress.prefixLists) facts.push(uncertain("who is in the prefix list is not told by the plan", describeIngress(ingress)));
  return facts;
}
function judgeRange(world2, ingress, { text: text2, shown }) {
  const evidence = `${shown}, ${describeIngress(ingress)}`;
  const range = parseRange2(text2);
  if (isWorld(text2)) return failing(`${shown} may come in`, evidence);
  if (!range) return uncertain(`whether ${shown} lies in the VPC is not told by the plan`, evidence);
  const { all, open } = vpcRanges(world2);
  if (all.some((outer) => contains(outer, range))) return fine;
  const own2 = ingress.group && vpcOf(world2, ingress.group);
  if (own2 && open.has(own2)) return uncertain("the range of the VPC is known after apply", evidence);
  if (own2) return failing(`${shown} lies outside the VPC`, evidence);
  return privateRanges.some((outer) => contains(outer, range)) ? fine : failing(`${shown} is no private range`, evidence);
}

// packages/conventions/src/rules/exposure/sg-world-open.ts
var webPorts = /* @__PURE__ */ new Set([80, 443]);
var sgWorldOpen = {
  id: "sg-world-open",
  what: "no security group lets the internet in, but to ports 80 and 443 of an internet-facing load balancer",
  why: [optaGroups, systemPrivate],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: 'resource "aws_vpc_security_group_ingress_rule" "app" {\n  security_group_id            = aws_security_group.app.id\n  ip_protocol                  = "tcp"\n  from_port                    = 8080\n  to_port                      = 8080\n  referenced_security_group_id = aws_security_group.lb.id\n}',
  fails: 'resource "aws_vpc_security_group_ingress_rule" "app" {\n  security_group_id = aws_security_group.app.id\n  ip_protocol       = "tcp"\n  from_port         = 8080\n  to_port           = 8080\n  cidr_ipv4         = "0.0.0.0/0"\n}',
  reads: { ...ingressReads, ...balancerReads },
  judge: (world2) => {
    const users2 = webUsers(world2);
    return ingressOf(world2).map((ingress) => judgementByCompanions(ingress.at, judgeIngress4(ingress, users2)));
  }
};
function webUsers(world2) {
  const sure = /* @__PURE__ */ new Set();
  const maybe = /* @__PURE__ */ new Set();
  let vague;
  for (const balancer of balancersOf(world2)) {
    if (balancer.facing === "inside") continue;
    const { keys, complete } = groupsAt(world2, balancer.resource, ["security_groups"]);
    for (const group of keys) (balancer.facing === "internet" ? sure : maybe).add(group);
    if (!complete) vague = balancer.resource;
  }
  return { sure, maybe, vague };
}
function judgeIngress4(ingress, users2) {
  const open = ingress.ranges.find(({ text: text2 }) => isWorld(text2));
  if (open) return judgeOpen(ingress, open.shown, pathText(open.path), users2);
  if (!ingress.openRanges) return fine;
  return uncertain("who may come in is known after apply", describeIngress(ingress));
}
function judgeOpen(ingress, range, path8, { sure, maybe, vague }) {
  const evidence = `${path8} = ${range}, ${describeIngress(ingress)}`;
  const message = `the internet (${range}) may come in`;
  const web = isWeb(ingress);
  if (web === "no") return failing(message, evidence);
  const group = ingress.key;
  if (group !== void 0 && sure.has(group)) return web === "yes" ? fine : uncertain(`${message}; the port is known after apply`, evidence);
  if (group !== void 0 && maybe.has(group)) return uncertain(`${message}; whether its load balancer faces the internet is known after apply`, evidence);
  const [other] = vague ? [vague.address] : group === void 0 ? [...sure, ...maybe].map(nameOf2) : [];
  return other ? uncertain(`${message}; whether the group is that of ${other} is known after apply`, evidence) : failing(message, evidence);
}
function nameOf2(group) {
  return typeof group === "string" ? group : group.address;
}
function isWeb({ protocol, from, to }) {
  if (protocol !== void 0 && protocol !== "tcp") return "no";
  if ([from, to].some((port) => port !== void 0 && !webPorts.has(port)) || from !== void 0 && to !== void 0 && from !== to) return "no";
  return protocol === void 0 || from === void 0 || to === void 0 ? "unknown" : "yes";
}

// packages/conventions/src/rules/exposure/index.ts
var exposureRules = [sgWorldOpen, sgDbPorts, sgAllPorts, bastionIp, bastionOnly, lbWaf, publicOnlyAlb, ddos];

// packages/conventions/src/rules/identity/sources.ts
var optaAccounts = {
  document: "opta-aws-architecture",
  sentence: "K8s service accounts are mapped to IAM roles via the officially sanctioned OIDC manner, with no long-lived credentials."
};
var bankLeast = {
  document: "banklitex-deployment-guideline",
  sentence: "The project follows the least privilege: \u2026 using IRSA for EKS roles with granular roles \u2026 not using instance nodes permissions \u2026 introducing minimum roles required for a given role"
};
var bankRoot = {
  document: "banklitex-deployment-guideline",
  sentence: "The project does not require using a root account and was fully tested using only IAM roles using SSO."
};

// packages/conventions/src/rules/identity/iam-no-admin.ts
var attachments = ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment"];
var lists2 = { aws_iam_role: "managed_policy_arns", aws_iam_role_policy_attachments_exclusive: "policy_arns" };
var admin = /^arn:[^:]*:iam::aws:policy\/(?:job-function\/)?AdministratorAccess$/;
var iamNoAdmin = {
  id: "iam-no-admin",
  what: "AdministratorAccess is attached to nobody",
  why: [bankLeast],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "policy_arn = aws_iam_policy.deploy.arn",
  fails: 'policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"',
  reads: {
    ...Object.fromEntries(attachments.map((type6) => [type6, ["policy_arn"]])),
    ...Object.fromEntries(Object.entries(lists2).map(([type6, name]) => [type6, [name]])),
    aws_iam_policy: ["arn", "id"]
  },
  judge: (world2) => [
    ...attachments.flatMap((type6) => world2.ofType(type6).map((one) => judgementOf(one, judgeArn(world2, one, ["policy_arn"])))),
    ...Object.entries(lists2).flatMap(
      ([type6, name]) => world2.ofType(type6).map((one) => ({ resource: one, address: one.address, facts: judgeList(world2, one, [name]) }))
    )
  ]
};
function judgeArn(world2, resource, path8) {
  const reading = readText(resource, path8);
  if (reading.text !== void 0) return admin.test(reading.text) ? failing("AdministratorAccess is attached", showValue(resource, path8)) : fine;
  if (reading.state === "absent") return fine;
  const leaves = leavesOf(
    world2,
    resource,
    path8.filter((part3) => typeof part3 === "string")
  );
  if (leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_iam_policy" && instances2.length > 0)) return fine;
  return uncertain("which policy is attached is known after apply", leaves.map(({ chain }) => chain).join("; ") || showValue(resource, path8));
}
function judgeList(world2, resource, path8) {
  const blocks2 = readBlocks(resource, path8);
  if (blocks2 !== "unknown") return blocks2.map((one) => judgeArn(world2, resource, one));
  return isWritten(expressionAt(world2.configured(resource), path8)) ? [judgeArn(world2, resource, path8)] : [fine];
}

// packages/conventions/src/rules/identity/iam-no-wildcard.ts
var types5 = ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"];
var iamNoWildcard = {
  id: "iam-no-wildcard",
  what: "no policy allows all actions of a service on all resources",
  why: [bankLeast],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: '{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::bank-uploads/*" }',
  fails: '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }',
  reads: { ...policyReads, ...Object.fromEntries(types5.map((type6) => [type6, ["policy"]])), aws_iam_role: ["inline_policy"] },
  judge: (world2) => [
    ...types5.flatMap(
      (type6) => world2.ofType(type6).map((resource) => ({ resource, address: resource.address, facts: judgePolicy3(policyAt(world2, resource, ["policy"])) }))
    ),
    ...world2.ofType("aws_iam_role").map((role) => ({ resource: role, address: role.address, facts: judgeInline(world2, role) }))
  ]
};
function judgeInline(world2, role) {
  const blocks2 = readBlocks(role, ["inline_policy"]);
  if (blocks2 !== "unknown") return blocks2.flatMap((path8) => judgePolicy3(policyAt(world2, role, [...path8, "policy"])));
  const written2 = isWritten(expressionAt(world2.configured(role), ["inline_policy"]));
  return [written2 ? uncertain("the inline policies are known after apply", showValue(role, ["inline_policy"])) : fine];
}
function judgePolicy3(reading) {
  if (reading.state === "unknown") return [uncertain("the policy is known after apply", reading.evidence)];
  const statements = reading.state === "known" ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, "the policy allows too much", [judgeStatements(statements)]);
}
function judgeStatements(statements) {
  for (const statement of statements) {
    const fault = faultOf(statement);
    if (fault) return failing(fault, describe2(statement));
  }
  const vague = statements.find(isVague);
  return vague ? uncertain("the resources or actions of a statement are known after apply", describe2(vague)) : fine;
}
function faultOf({ actions: actions2, notActions, resources, notResources }) {
  if (notActions) return "a statement allows all actions but some (NotAction)";
  if (notResources) return "a statement allows all resources but some (NotResource)";
  const wild = actions2.values.find(isWild);
  return wild !== void 0 && resources.values.some(isEverything) ? `a statement allows ${wild} on all resources` : void 0;
}
function isWild(action) {
  return isEverything(action) || /^[\w*-]+:\*+$/.test(action);
}
function isEverything(word4) {
  return /^\*+$/.test(word4);
}
function isVague({ actions: actions2, resources }) {
  if (actions2.open) return resources.open || resources.values.some(isEverything);
  return resources.open && actions2.values.some(isWild);
}
function describe2({ actions: actions2, resources }) {
  const shown = ({ values, open }) => [...values, ...open ? ["(known after apply)"] : []].join(", ").slice(0, 300) || "none";
  return `Action ${shown(actions2)}; Resource ${shown(resources)}`;
}

// packages/conventions/src/plan-facts/trust.ts
var trustReads = {
  ...policyReads,
  aws_iam_role: ["name", "name_prefix", "arn", "id", "assume_role_policy", "description", "tags"],
  aws_iam_openid_connect_provider: ["arn", "id", "url"],
  aws_eks_cluster: ["identity", "name", "arn", "id"]
};
var path3 = ["assume_role_policy"];
function trustOf(world2, role) {
  return policyAt(world2, role, path3);
}
function podTrusts(statements, providerIsEks) {
  return statements.filter((statement) => statement.allow && isWebIdentity(statement)).flatMap((statement) => podTrust(statement, providerIsEks));
}
function podTrust(statement, providerIsEks) {
  const federated = statement.principals.filter(({ kind }) => kind === "Federated");
  const words5 = [...federated.flatMap(({ values }) => values), ...statement.conditions.map(({ key: key2 }) => key2)];
  const open = federated.some((one) => one.open) || statement.conditions.some(({ key: key2 }) => key2 === "");
  const known = words5.some(isIssuerOfEks);
  if (!known && !(open && providerIsEks && !words5.some((word4) => word4.includes("githubusercontent")))) return [];
  return [{ subjects: equalTo(statement, ":sub"), audiences: equalTo(statement, ":aud") }];
}
function isIssuerOfEks(word4) {
  return /\boidc[.-]eks\./.test(word4);
}
function isWebIdentity({ actions: actions2 }) {
  return actions2.values.some((action) => coversAction(action, "sts:AssumeRoleWithWebIdentity"));
}
function equalTo({ conditions: conditions2 }, claim) {
  const own2 = conditions2.filter(({ operator, key: key2 }) => /^(?:foranyvalue:)?string(?:equals|like)$/i.test(operator) && key2.toLowerCase().endsWith(claim));
  const exact2 = own2.find(({ values, open: open2 }) => !open2 && values.length === 1 && !/[*?]/.test(values[0] ?? ""));
  if (exact2) return exact2;
  const open = own2.some((one) => one.open) || conditions2.some(({ key: key2 }) => key2 === "");
  return { values: [...new Set(own2.flatMap(({ values }) => values))], open };
}
function seemsIrsa(world2, role) {
  const texts3 = ["name", "name_prefix", "description"].map((name) => readText(role, [name]).text);
  return /irsa/i.test([...texts3, role.change.name, JSON.stringify(role.values["tags"] ?? null)].join(" ")) || leadsToEks(world2, role);
}
function leadsToEks(world2, role) {
  const leaves = leavesOf(world2, role, path3);
  return [...leaves, ...leaves.flatMap(({ data }) => data ? leavesOfDocument(world2, data) : [])].some(
    ({ type: type6, instances: instances2 }) => type6 === "aws_eks_cluster" || type6 === "aws_iam_openid_connect_provider" && !instances2.every(isOfAnother)
  );
}
function isOfAnother(provider) {
  const { text: text2 } = readText(provider, ["url"]);
  return text2 !== void 0 && !isIssuerOfEks(text2);
}
function leavesOfDocument(world2, { moduleAddress: moduleAddress2, type: type6, name, key: key2 }) {
  const block10 = world2.module(moduleAddress2).configured.resources.get(`data.${type6}.${name}`);
  return block10 ? leavesOfExpression(world2, { references: referencesIn(block10.expressions) }, { moduleAddress: moduleAddress2, key: key2, forEach: block10.forEach }) : [];
}
function referencesIn(node) {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isMap(node)) return [];
  const own2 = node["references"];
  return Array.isArray(own2) ? own2 : Object.values(node).flatMap(referencesIn);
}

// packages/conventions/src/rules/identity/irsa-one-sa.ts
var irsaOneSa = {
  id: "irsa-one-sa",
  what: "no role is shared by the service accounts of several workloads",
  why: [{ document: "system-design-2", sentence: "API and Kafka should have their own IAM roles for transmitting data into S3." }, bankLeast],
  severity: "warn",
  profiles: ["sysdesign2", "bank", "strict"],
  remedy: 'values = ["system:serviceaccount:payments:api"]',
  fails: 'values = ["system:serviceaccount:payments:api", "system:serviceaccount:payments:worker"]',
  reads: trustReads,
  judge: eachResource(["aws_iam_role"], judgeRole)
};
function judgeRole(role, world2) {
  const reading = trustOf(world2, role);
  if (reading.state === "absent") return [fine];
  if (reading.state === "unknown")
    return seemsIrsa(world2, role) ? [uncertain("which service accounts share the role is known after apply", reading.evidence)] : [fine];
  const trusts = podTrusts(reading.statements, leadsToEks(world2, role));
  return discreet(reading, "several service accounts share the role", [judgeSubjects(trusts)]);
}
function judgeSubjects(trusts) {
  const subjects = [...new Set(trusts.flatMap((trust) => trust.subjects.values))];
  const evidence = subjects.join(", ") || "no condition on :sub by equality";
  if (subjects.length > 1 || subjects.some((subject) => /[*?]/.test(subject))) return failing("several service accounts share the role", evidence);
  if (trusts.some((trust) => trust.subjects.open)) return uncertain("which service accounts share the role is known after apply", evidence);
  return trusts.some((trust) => trust.subjects.values.length === 0) ? failing("all service accounts of the cluster share the role", evidence) : fine;
}

// packages/conventions/src/rules/identity/irsa-trust.ts
var audience = "sts.amazonaws.com";
var account = /^system:serviceaccount:[^:*?]+:[^:*?]+$/;
var irsaTrust = {
  id: "irsa-trust",
  what: "roles for pods trust exactly one service account, with the audience sts.amazonaws.com",
  why: [optaAccounts, bankLeast],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: 'condition {\n  test     = "StringEquals"\n  variable = "<issuer>:sub"\n  values   = ["system:serviceaccount:payments:api"]\n}\ncondition {\n  test     = "StringEquals"\n  variable = "<issuer>:aud"\n  values   = ["sts.amazonaws.com"]\n}',
  fails: 'condition {\n  test     = "StringLike"\n  variable = "<issuer>:sub"\n  values   = ["system:serviceaccount:*:*"]\n}',
  reads: trustReads,
  judge: eachResource(["aws_iam_role"], judgeRole2)
};
function judgeRole2(role, world2) {
  const reading = trustOf(world2, role);
  if (reading.state === "absent") return [fine];
  if (reading.state === "unknown") return [uncertain("the trust policy is known after apply", reading.evidence)];
  const trusts = podTrusts(reading.statements, leadsToEks(world2, role));
  const facts = trusts.flatMap((trust) => [judgeSubject(trust), judgeAudience(trust)]);
  const subjects = new Set(trusts.flatMap((trust) => trust.subjects.values));
  if (subjects.size > 1) facts.push(failing(`the role trusts ${subjects.size} service accounts`, `:sub = ${[...subjects].join(", ")}`));
  return discreet(reading, "the role does not trust exactly one service account", facts);
}
function judgeSubject({ subjects: { values, open } }) {
  const evidence = values.length > 0 ? `:sub = ${values.join(", ")}` : "no condition on :sub by equality";
  const wrong = values.find((subject) => !account.test(subject));
  if (wrong !== void 0) return failing(`${wrong} is not one service account`, evidence);
  if (open) return uncertain("which service account is trusted is known after apply", evidence);
  return values.length > 0 ? fine : failing("any service account of the cluster is trusted", evidence);
}
function judgeAudience({ audiences: { values, open } }) {
  const evidence = values.length > 0 ? `:aud = ${values.join(", ")}` : "no condition on :aud by equality";
  if (values.some((one) => one !== audience)) return failing(`the audience is not held to ${audience}`, evidence);
  if (open) return uncertain("which audience is asked for is known after apply", evidence);
  return values.length > 0 ? fine : failing(`the audience is not held to ${audience}`, evidence);
}

// packages/conventions/src/rules/identity/no-long-lived.ts
var types6 = ["aws_iam_access_key", "aws_iam_user", "aws_iam_user_login_profile"];
var noLongLived = {
  id: "no-long-lived",
  what: "there are no IAM users, access keys or passwords for the console",
  why: [{ document: "opta-aws-architecture", sentence: "No long-lived IAM credentials are ever created." }, optaAccounts, bankRoot],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: 'resource "aws_iam_role" "deploy" {\n  assume_role_policy = data.aws_iam_policy_document.github.json\n}',
  fails: 'resource "aws_iam_access_key" "deploy" {\n  user = aws_iam_user.deploy.name\n}',
  reads: Object.fromEntries(types6.map((type6) => [type6, []])),
  judge: eachResource(types6, ({ type: type6 }) => [failing(`${type6} is a credential that does not end`, type6)])
};

// packages/conventions/src/rules/identity/no-plaintext-password.ts
var names2 = ["password", "master_password", "auth_token", "secret_string", "admin_user_password"];
var writeOnly = names2.map((name) => `${name}_wo`);
var everywhere = [...names2, ...writeOnly];
var versions = (list2) => list2.map((name) => `${name}_version`);
var parameter = { type: "aws_ssm_parameter", names: ["value", "value_wo"] };
var noPlaintextPassword = {
  id: "no-plaintext-password",
  what: "no password, token or secret is a literal of the configuration, nor the default of a variable",
  why: [
    mediationItem("DB Password"),
    {
      document: "opta-aws-architecture",
      sentence: "The username and passwords are created with the database and are passed securely to the K8s services as secrets"
    }
  ],
  severity: "error",
  profiles: ["mz", "opta", "strict"],
  remedy: "manage_master_user_password = true",
  fails: 'password = "Sommer2026!"',
  reads: { "*": [...everywhere, ...versions(writeOnly)], [parameter.type]: ["type", ...parameter.names, ...versions(["value_wo"])] },
  judge: (world2) => world2.types().flatMap((type6) => world2.ofType(type6).flatMap((resource) => judgeResource(world2, resource)))
};
function judgeResource(world2, resource) {
  const written2 = writtenNames(world2, resource).map((name) => ({ name, literal: literalAt(world2, resource, name) }));
  if (written2.length === 0) return [];
  const literals2 = written2.filter(({ literal }) => literal !== void 0);
  const facts = literals2.map(
    ({ name, literal }) => failing(`${name} is written in the configuration`, literal === "" ? `${name} is a literal` : `${name} \u2192 ${literal} has a literal default`)
  );
  const judgement = { resource, address: resource.address, facts: facts.length > 0 ? facts : [fine] };
  return [resource.change.before === null ? judgement : { ...judgement, introduced: literals2.some(({ name }) => changes(resource, name)) }];
}
function changes({ change: { before, after: after2 } }, name) {
  return [name, `${name}_version`].some((one) => (before?.[one] ?? null) !== (after2?.[one] ?? null));
}
function writtenNames(world2, resource) {
  const expressions = world2.configured(resource)?.expressions;
  return expressions === void 0 ? [] : attributesOf(resource).filter((name) => Object.hasOwn(expressions, name));
}
function attributesOf(resource) {
  if (resource.type !== parameter.type) return everywhere;
  return readText(resource, ["type"]).text === "SecureString" ? parameter.names : [];
}
function literalAt(world2, resource, name) {
  const { configured, steps } = world2.module(resource.change.moduleAddress);
  const expression = expressionAt(world2.configured(resource), [name]);
  return originOf(world2, expression, { module: configured, path: steps.map((step2) => step2.name) }).literal;
}
function originOf(world2, expression, scope) {
  if (isMap(expression) && "constant_value" in expression) return isSecretText(expression["constant_value"]) ? { literal: "" } : {};
  const origins = longestReferences(expression).map((reference) => {
    const [, variable] = /^var\.([\w-]+)/.exec(reference) ?? [];
    return variable === void 0 ? { open: true } : originOfVariable(world2, variable, scope);
  });
  return origins.some(({ open }) => open) ? { open: true } : origins.find(({ literal }) => literal !== void 0) ?? {};
}
function originOfVariable(world2, name, { module, path: path8 }) {
  const own2 = module.variables.get(name);
  const hasDefault = isMap(own2) && Object.hasOwn(own2, "default");
  if (hasDefault && isSecretText(own2["default"])) return { literal: `var.${name}` };
  const call = path8.at(-1);
  if (call === void 0) return { open: !hasDefault };
  const parent = moduleAt(world2, path8.slice(0, -1));
  const given = parent.calls.get(call)?.expressions[name];
  if (given === void 0) return {};
  const origin = originOf(world2, given, { module: parent, path: path8.slice(0, -1) });
  return origin.literal === "" ? { literal: `module.${call} (${name})` } : origin;
}
function moduleAt(world2, path8) {
  let module = world2.plan.configuration;
  for (const name of path8) module = module.calls.get(name)?.module ?? module;
  return module;
}
function isSecretText(value) {
  return typeof value === "string" && value !== "";
}

// packages/conventions/src/plan-facts/principals.ts
var narrowing = /* @__PURE__ */ new Set(["aws:sourcevpce", "aws:sourcevpc", "aws:principalorgid", "aws:principalarn", "aws:sourcearn"]);
function letsEveryoneIn({ allow, principals, notPrincipals }) {
  return allow && (notPrincipals || principals.some(({ values }) => values.includes("*")));
}
function isNarrowed({ conditions: conditions2 }, keys = narrowing) {
  return conditions2.some(
    ({ operator, key: key2, values, open }) => keys.has(key2.toLowerCase()) && !/not|null|ifexists/i.test(operator) && (open || values.length > 0 && !values.includes("*"))
  );
}
function principalKind(kind, word4) {
  if (kind === "Service") return "service";
  if (word4 === "*") return "everyone";
  if (/^\d{12}$/.test(word4) || /^arn:[^:]*:iam::\d{12}:root$/.test(word4)) return "account";
  if (/^arn:[^:]*:iam::cloudfront:user\//.test(word4)) return "service";
  if (/^arn:[^:]*:iam::\d{12}:user\//.test(word4) || word4.startsWith("AIDA")) return "user";
  if (/^arn:[^:]*:iam::\d{12}:role\//.test(word4) || /^arn:[^:]*:sts::\d{12}:assumed-role\//.test(word4) || word4.startsWith("AROA")) return "role";
  return "other";
}

// packages/conventions/src/rules/identity/no-root-trust.ts
var noRootTrust = {
  id: "no-root-trust",
  what: "no role trusts an account as a whole, or everyone",
  why: [bankRoot],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: '"Principal": { "AWS": "arn:aws:iam::111122223333:role/sandbox-apps-deploy-role" }',
  fails: '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }',
  reads: trustReads,
  judge: eachResource(["aws_iam_role"], judgeRole3)
};
function judgeRole3(role, world2) {
  const reading = trustOf(world2, role);
  if (reading.state === "absent") return [fine];
  if (reading.state === "unknown") return [uncertain("the trust policy is known after apply", reading.evidence)];
  const trusted = reading.statements.filter(({ allow }) => allow);
  return discreet(reading, "the role trusts an account as a whole, or everyone", [judgePrincipals(trusted)]);
}
function judgePrincipals(statements) {
  if (statements.some(({ notPrincipals }) => notPrincipals)) return failing("the role trusts everyone but some (NotPrincipal)", "NotPrincipal");
  const principals = statements.flatMap((statement) => statement.principals.filter(({ kind }) => kind === "AWS"));
  const whole = principals.flatMap(({ kind, values }) => values.filter((word4) => ["account", "everyone"].includes(principalKind(kind, word4))));
  if (whole.length > 0) return failing(`the role trusts ${whole.join(", ")}`, `Principal ${whole.join(", ")}`);
  return principals.some(({ open }) => open) ? uncertain("a principal of the trust policy is known after apply", "principals known after apply") : fine;
}

// packages/conventions/src/rules/identity/node-role-minimal.ts
var usual = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKSWorkerNodeMinimalPolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonEC2ContainerRegistryReadOnly",
  "AmazonEC2ContainerRegistryPullOnly",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchAgentServerPolicy"
];
var managed = /^arn:[^:]*:iam::aws:policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;
var nodeRoleMinimal = {
  id: "node-role-minimal",
  what: "roles of EKS nodes have only the managed policies that nodes need, and no inline policy",
  why: [{ document: "opta-aws-architecture", sentence: "The EKS node ec2s are created with just the AmazonEKSClusterPolicy" }, bankLeast],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: 'resource "aws_iam_role_policy_attachment" "nodes" {\n  role       = aws_iam_role.nodes.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"\n}',
  fails: 'resource "aws_iam_role_policy_attachment" "nodes" {\n  role       = aws_iam_role.nodes.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"\n}',
  parameters: { allowed: { kind: "list", title: "names of managed policies of AWS, or ARNs, that nodes may have", fallback: usual } },
  reads: nodeRoleReads,
  judge: judgeRoles
};
function judgeRoles(world2, { allowed: allowed2 }) {
  const names5 = new Set(Array.isArray(allowed2) ? allowed2.map(String) : []);
  const nodes = joinNodeRoles(world2);
  const inline2 = nodes.inlinePolicies.map((policy) => judgementOf(policy, failing("the node role has an inline policy", policy.address)));
  const attached2 = nodes.attachments.map((one) => judgementOf(one, judgeArn2(world2, one, ["policy_arn"], names5)));
  return [...inline2, ...attached2, ...nodes.roles.map((role) => judgementOf(role, ...judgeRole4(world2, role, names5)))];
}
function judgeRole4(world2, role, names5) {
  const arns = readBlocks(role, ["managed_policy_arns"]);
  const written2 = isWritten(expressionAt(world2.configured(role), ["managed_policy_arns"]));
  const own2 = arns === "unknown" ? written2 ? [judgeArn2(world2, role, ["managed_policy_arns"], names5)] : [] : arns.map((path8) => judgeArn2(world2, role, path8, names5));
  const inline2 = readBlocks(role, ["inline_policy"]);
  const some = inline2 !== "unknown" && inline2.some((path8) => readText(role, [...path8, "policy"]).state !== "absent");
  return [...own2, ...some ? [failing("the node role has an inline policy", showValue(role, ["inline_policy", 0, "name"]))] : [], fine];
}
function judgeArn2(world2, resource, path8, names5) {
  const reading = readText(resource, path8);
  const evidence = showValue(resource, path8);
  if (reading.text !== void 0) {
    const name = managed.exec(reading.text)?.[1];
    return names5.has(reading.text) || name !== void 0 && names5.has(name) ? fine : failing(`the node role has ${name ?? reading.text}`, evidence);
  }
  if (reading.state === "absent") return fine;
  const leaves = leavesOf(
    world2,
    resource,
    path8.filter((part3) => typeof part3 === "string")
  );
  const own2 = leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_iam_policy" && instances2.length > 0);
  const chain = leaves.map((leaf) => leaf.chain).join("; ");
  return own2 ? failing("the node role has a policy of its own", chain) : uncertain("which policy the node role has is known after apply", chain || evidence);
}

// packages/conventions/src/rules/identity/oidc-provider.ts
var providerType = "aws_iam_openid_connect_provider";
var oidcProvider = {
  id: "oidc-provider",
  what: "each EKS cluster has an OIDC provider",
  why: [optaAccounts],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: 'resource "aws_iam_openid_connect_provider" "this" {\n  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer\n  client_id_list = ["sts.amazonaws.com"]\n}',
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "bank"\n}',
  reads: { aws_eks_cluster: ["identity", "name"], [providerType]: ["url"] },
  judge: (world2) => {
    const providers = readProviders(world2);
    return world2.ofType("aws_eks_cluster").map((cluster) => judgementByCompanions(cluster, judgeCluster(cluster, providers)));
  }
};
function readProviders(world2) {
  const served2 = /* @__PURE__ */ new Set();
  const issuers = /* @__PURE__ */ new Set();
  const vague = [];
  for (const provider of world2.ofType(providerType)) {
    const { text: text2 } = readText(provider, ["url"]);
    if (text2 !== void 0) issuers.add(bare(text2));
    const leaves = leavesOf(world2, provider, ["url"]);
    const clusters = [...new Set(leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === "aws_eks_cluster" ? instances2 : []))];
    const proven = leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_eks_cluster" && instances2.length > 0);
    const [only, second] = clusters;
    if (proven && only && !second) served2.add(only);
    else if (text2 === void 0) vague.push({ provider, clusters: proven ? clusters : [] });
  }
  return { served: served2, issuers, vague };
}
function judgeCluster(cluster, { served: served2, issuers, vague }) {
  if (served2.has(cluster)) return fine;
  const issuer = readText(cluster, ["identity", 0, "oidc", 0, "issuer"]).text;
  if (issuer !== void 0 && issuers.has(bare(issuer))) return fine;
  const maybe = vague.find(({ clusters }) => clusters.length === 0 || clusters.includes(cluster))?.provider;
  if (maybe) return uncertain("whether the cluster has an OIDC provider is known after apply", `${maybe.address}: ${showValue(maybe, ["url"])}`);
  return failing("the cluster has no OIDC provider", `no ${providerType} of this plan is for its issuer`);
}
function bare(url) {
  return url.replace(/^https:\/\//, "").replace(/\/$/, "");
}

// packages/conventions/src/rules/identity/secret-rotation.ts
var companionType2 = "aws_secretsmanager_secret_rotation";
var secretRotation = {
  id: "secret-rotation",
  what: "each secret has a rotation with rules",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "All the secrets required by microservices are managed withing AWS Secrets Manager with automatic refresh in pod"
    }
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_secretsmanager_secret_rotation" "this" {\n  secret_id           = aws_secretsmanager_secret.this.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
  fails: 'resource "aws_secretsmanager_secret" "this" {\n  name = "digibank/payments/database"\n}',
  reads: { aws_secretsmanager_secret: ["id", "arn", "name"], [companionType2]: ["secret_id", "rotation_rules"] },
  judge: (world2) => {
    const join = joinCompanions(world2, {
      companion: companionType2,
      attribute: "secret_id",
      owners: ["aws_secretsmanager_secret"],
      identity: ["id", "arn", "name"]
    });
    const secrets = world2.ofType("aws_secretsmanager_secret").flatMap((secret) => {
      if (join.of(secret).length > 0) return [];
      return [judgementByCompanions(secret, missing3(join.maybeOf(secret)))];
    });
    return [...secrets, ...world2.ofType(companionType2).map((one) => judgementOf(one, judgeRules2(one)))];
  }
};
function missing3(maybe) {
  if (maybe) return uncertain("whether the secret rotates is known after apply", `${maybe.address} may be this secret's`);
  return failing("the secret does not rotate", `no ${companionType2} of this plan names the secret`);
}
function judgeRules2(rotation) {
  const path8 = ["rotation_rules"];
  const blocks2 = readBlocks(rotation, path8);
  const evidence = showValue(rotation, path8);
  if (blocks2 === "unknown") return uncertain("the rules of the rotation are known after apply", evidence);
  const states2 = blocks2.flatMap((block10) => ["automatically_after_days", "schedule_expression"].map((name) => readText(rotation, [...block10, name]).state));
  if (states2.includes("known")) return fine;
  return states2.includes("unknown") ? uncertain("the rules of the rotation are known after apply", evidence) : failing("the rotation has no rules", evidence);
}

// packages/conventions/src/rules/identity/index.ts
var identityRules = [
  irsaTrust,
  irsaOneSa,
  oidcProvider,
  noLongLived,
  nodeRoleMinimal,
  iamNoWildcard,
  iamNoAdmin,
  noRootTrust,
  noPlaintextPassword,
  secretRotation
];

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
  fails: 'resource "aws_kms_key" "this" {\n  enable_key_rotation = true\n}',
  reads: keyReads,
  judge: (world2) => {
    const join = joinCompanions(world2, { companion: "aws_kms_alias", attribute: "target_key_id", owners: keyTypes2, identity: ["key_id", "arn", "id"] });
    return keyTypes2.flatMap((type6) => world2.ofType(type6)).map((key2) => judgementByCompanions(key2, join.of(key2).length > 0 ? fine : withoutAlias(join.maybeOf(key2))));
  }
};
function withoutAlias(maybe) {
  if (!maybe) return failing("the key has no alias", "no aws_kms_alias of this plan names the key");
  return uncertain("whether the key has an alias is known after apply", `${maybe.address} may be this key's: ${showValue(maybe, ["target_key_id"])}`);
}

// packages/conventions/src/plan-facts/key-users.ts
var names3 = /* @__PURE__ */ new Set([
  "kms_key_id",
  "kms_key_arn",
  "kms_key",
  "kms_master_key_id",
  "key_arn",
  "encryption_key",
  "encryption_at_rest_kms_key_arn",
  "performance_insights_kms_key_id",
  "master_user_secret_kms_key_id",
  "master_password_secret_kms_key_id",
  "cloudwatch_log_group_kms_key_id",
  "replica_kms_key_id",
  "kms_arn"
]);
var keyAttributeNames = [
  ...names3,
  "key_id",
  "at_rest_encryption",
  "artifact_store",
  "block_device_mappings",
  "cluster_config",
  "configuration",
  "ebs_block_device",
  "encrypt_at_rest",
  "encryption_config",
  "encryption_configuration",
  "encryption_info",
  "extended_s3_configuration",
  "replica",
  "root_block_device",
  "rule",
  "server_side_encryption",
  "server_side_encryption_configuration"
];
var roots = new Set(keyAttributeNames);
var byKeyId = /* @__PURE__ */ new Set(["aws_ssm_parameter"]);
var noUsers = /^aws_kms_/;
var depthLimit = 6;
var services = [
  ["aws_docdb", "docdb"],
  ["aws_db_", "rds"],
  ["aws_rds_", "rds"],
  ["aws_s3", "s3"],
  ["aws_sqs", "sqs"],
  ["aws_sns", "sns"],
  ["aws_cloudwatch", "logs"],
  ["aws_ebs", "ebs"],
  ["aws_instance", "ebs"],
  ["aws_launch_", "ebs"],
  ["aws_ami", "ebs"],
  ["aws_spot_", "ebs"],
  ["aws_redshift", "redshift"],
  ["aws_kinesis_firehose", "firehose"],
  ["aws_eks", "eks"],
  ["aws_dynamodb", "dynamodb"],
  ["aws_secretsmanager", "secretsmanager"],
  ["aws_ssm", "ssm"],
  ["aws_ecr", "ecr"],
  ["aws_msk", "msk"],
  ["aws_efs", "efs"]
];
function serviceOfType(type6) {
  const known = services.find(([prefix]) => type6.startsWith(prefix));
  return known?.[1] ?? type6.split("_")[1] ?? type6;
}
var made4 = /* @__PURE__ */ new WeakMap();
function keyUsers(world2) {
  const known = made4.get(world2);
  if (known) return known;
  const users2 = /* @__PURE__ */ new Map();
  for (const type6 of world2.types()) {
    if (!type6.startsWith("aws_") || noUsers.test(type6)) continue;
    for (const resource of world2.ofType(type6)) {
      for (const key2 of keysOf(world2, resource)) {
        const list2 = users2.get(key2);
        if (list2) list2.push(resource);
        else users2.set(key2, [resource]);
      }
    }
  }
  made4.set(world2, users2);
  return users2;
}
function keysOf(world2, resource) {
  const paths = /* @__PURE__ */ new Map();
  for (const root of [resource.values, resource.unknown]) {
    if (root === true) continue;
    for (const name in root) if (roots.has(name)) collectMember(root[name], [name], resource.type, paths);
  }
  const keys = /* @__PURE__ */ new Set();
  for (const path8 of paths.values()) {
    const { text: text2 } = readText(resource, path8);
    const key2 = text2 === void 0 ? provenKey(world2, leavesOf(world2, resource, path8)) : findKey(world2, text2);
    if (key2) keys.add(key2);
  }
  return keys;
}
function provenKey(world2, leaves) {
  const targets = /* @__PURE__ */ new Set();
  for (const leaf of leaves) {
    if (!isCustomerKey(leaf)) return void 0;
    for (const instance of leaf.instances) targets.add(isAliasLeaf(leaf) ? aliasTarget(world2, instance) : instance);
  }
  return targets.size === 1 ? [...targets][0] : void 0;
}
function collect(node, path8, type6, found2) {
  if (path8.length > depthLimit) return;
  if (Array.isArray(node)) node.forEach((element, index) => void collect(element, [...path8, index], type6, found2));
  else if (isMap(node)) for (const name in node) collectMember(node[name], [...path8, name], type6, found2);
}
function collectMember(value, path8, type6, found2) {
  const name = String(path8.at(-1));
  if (typeof value === "object" && value !== null) collect(value, path8, type6, found2);
  else if (names3.has(name) || name === "id" && path8.at(-2) === "encryption_key" || name === "key_id" && byKeyId.has(type6)) found2.set(path8.join("."), path8);
}

// packages/conventions/src/rules/keys/kms-origin.ts
var stores = ["custom_key_store_id", "xks_key_id"];
var external = ["aws_kms_external_key", "aws_kms_replica_external_key"];
var kmsOrigin = {
  id: "kms-origin",
  what: "key material is generated by KMS",
  why: [bankKeys],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_kms_key" "this" {\n  enable_key_rotation = true\n}',
  fails: 'resource "aws_kms_external_key" "this" {\n  key_material_base64 = var.material\n}',
  parameters: {
    volumes: {
      kind: "choice",
      title: "whether keys that only EBS uses are judged",
      words: ["judged", "exempt"],
      byProfile: { bank: "judged", dwp: "exempt", strict: "exempt" }
    }
  },
  reads: { "*": keyAttributeNames, ...keyReads, aws_kms_key: [...keyReads.aws_kms_key, ...stores] },
  judge: (world2, { volumes }) => [
    ...world2.ofType("aws_kms_key").map((key2) => judgeOrExempt(world2, key2, judgeKey(key2), volumes === "exempt")),
    ...external.flatMap(
      (type6) => world2.ofType(type6).map((key2) => judgeOrExempt(world2, key2, failing("the key material comes from outside", type6), volumes === "exempt"))
    )
  ]
};
function judgeOrExempt(world2, key2, fact, exempt) {
  return judgementOf(key2, fact.verdict !== "pass" && exempt && servesVolumesOnly(world2, key2) ? fine : fact);
}
function servesVolumesOnly(world2, key2) {
  const users2 = keyUsers(world2).get(key2) ?? [];
  return users2.length > 0 && users2.every(({ type: type6 }) => serviceOfType(type6) === "ebs");
}
function judgeKey(key2) {
  for (const name of stores) {
    const reading = read(key2, [name]);
    const evidence = showValue(key2, [name]);
    if (reading.state === "known") return failing(`the key lies in a store of its own (${name})`, evidence);
    if (reading.state === "unknown") return uncertain(`${name} is known after apply`, evidence);
  }
  return fine;
}

// packages/conventions/src/rules/keys/kms-per-service.ts
var types7 = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"];
var kmsPerService = {
  id: "kms-per-service",
  what: "no key serves more than one AWS service",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "As best tradeoff between cost of build / maintain key per account-service (i.e. dev-apps-s3-kms) will be used."
    }
  ],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_kms_key" "s3" {}\n\nresource "aws_kms_key" "sqs" {}',
  fails: 'resource "aws_kms_key" "everything" {}',
  reads: { "*": keyAttributeNames, ...keyReads },
  judge: (world2) => {
    const users2 = keyUsers(world2);
    return types7.flatMap((type6) => world2.ofType(type6)).map((key2) => {
      const own2 = users2.get(key2) ?? [];
      const services2 = [...new Set(own2.map(({ type: type6 }) => serviceOfType(type6)))].sort();
      const evidence = own2.map(({ address }) => address).sort().slice(0, 10).join(", ");
      const facts = [services2.length > 1 ? failing(`the key serves ${services2.join(" and ")}`, evidence) : fine];
      return { resource: key2, address: key2.address, facts, byCompanions: true };
    });
  }
};

// packages/conventions/src/rules/keys/kms-rotation.ts
var kmsRotation = {
  id: "kms-rotation",
  what: "symmetric KMS keys rotate every year",
  why: [bankKeys],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: "enable_key_rotation = true",
  fails: "enable_key_rotation = false",
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
  const { state, text: text2 } = readText(resource, [name]);
  if (state === "unknown") return "unknown";
  return text2 === void 0 || text2 === standard ? "yes" : "no";
}

// packages/conventions/src/rules/keys/index.ts
var keyRules = [kmsRotation, kmsOrigin, kmsAlias, kmsPerService];

// packages/conventions/src/names/environments.ts
var segments = /^[a-z0-9]+(-[a-z0-9]+)+$/;
var words3 = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var shared2 = /^shared-services?(?=-|$)/;
function stageOf(environment) {
  return shared2.exec(environment)?.[0] ?? environment.split("-")[0] ?? "";
}
function withBothSpellings(environments) {
  const both2 = environments.flatMap((one) => shared2.test(one) ? [one, one.replace(shared2, "shared-service"), one.replace(shared2, "shared-services")] : [one]);
  return [...new Set(both2)];
}
function isEnvironmentName(name, environments = []) {
  return environments.length > 0 ? withBothSpellings(environments).includes(name) : segments.test(name);
}
function splitEnvironment(name, environments = []) {
  const own2 = environments.length > 0 ? longest(withBothSpellings(environments).filter((one) => name.startsWith(`${one}-`))) : firstWords(name);
  if (own2 === void 0 || !name.startsWith(`${own2}-`)) return void 0;
  const rest = name.slice(own2.length + 1);
  return words3.test(rest) ? { environment: own2, rest } : void 0;
}
function longest(names5) {
  return [...names5].sort((a, b) => b.length - a.length)[0];
}
function firstWords(name) {
  if (!segments.test(name)) return void 0;
  const stage = stageOf(name);
  const domain = name.slice(stage.length + 1).split("-")[0];
  return domain ? `${stage}-${domain}` : void 0;
}

// packages/conventions/src/names/forms.ts
var lowerCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var lowerCaseBegun = /^[a-z0-9]+(-[a-z0-9]+)*-?$/;
var words4 = { whole: (text2) => lowerCase.test(text2), begin: (text2) => lowerCaseBegun.test(text2) };
var account2 = { whole: (text2) => /^\d{12}$/.test(text2), begin: (text2) => /^\d{1,12}$/.test(text2) };
function environmentPiece(environments) {
  if (environments.length > 0) return withBothSpellings(environments);
  return { whole: (text2) => lowerCase.test(text2) && text2.includes("-"), begin: (text2) => lowerCaseBegun.test(text2) };
}
function stagePiece(environments) {
  if (environments.length > 0) return withBothSpellings(environments).map(stageOf);
  const isStage2 = (text2) => lowerCase.test(text2) && stageOf(text2) === text2;
  return { whole: isStage2, begin: (text2) => isStage2(text2) || "shared-services".startsWith(text2) };
}
function canBegin(prefix, limit, forms) {
  return prefix.length <= limit && forms.some((pieces) => fitsFrom(prefix, pieces));
}
function fitsFrom(prefix, pieces) {
  if (prefix === "") return true;
  const [head, ...rest] = pieces;
  if (!head) return false;
  if (isTexts(head)) return head.some((text2) => text2.startsWith(prefix) || prefix.startsWith(text2) && fitsFrom(prefix.slice(text2.length), rest));
  if (head.begin(prefix)) return true;
  for (let length = 1; length <= prefix.length; length += 1) {
    if (head.whole(prefix.slice(0, length)) && fitsFrom(prefix.slice(length), rest)) return true;
  }
  return false;
}
function isTexts(piece) {
  return Array.isArray(piece);
}

// packages/conventions/src/names/result.ts
function quote3(text2) {
  return JSON.stringify(text2.slice(0, 100));
}

// packages/conventions/src/names/keys.ts
var aliasLimit = 256;
var start = "alias/";
function parseKeyAliasName(name, environments = []) {
  if (!name.startsWith(start) || name.length > aliasLimit) return void 0;
  const own2 = name.slice(start.length);
  const [, stage] = /^([a-z0-9]+(?:-[a-z0-9]+)*)-default-ebs$/.exec(own2) ?? [];
  if (stage !== void 0 && isStage(stage, environments)) return { environment: stage, service: "default-ebs" };
  const [, shared3, rest] = /^(shared-services?)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(own2) ?? [];
  if (shared3 !== void 0 && rest !== void 0) return { environment: shared3, service: rest };
  const split = splitEnvironment(own2, environments);
  return split && { environment: split.environment, service: split.rest };
}
function isStage(stage, environments) {
  return environments.length > 0 ? withBothSpellings(environments).some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
}
function canBecomeKeyAlias(prefix, environments = []) {
  return canBegin(prefix, aliasLimit, [
    [[start], environmentPiece(environments), ["-"], words4],
    [[start], stagePiece(environments), ["-default-ebs"]],
    [[start], ["shared-service", "shared-services"], ["-"], words4]
  ]);
}

// packages/conventions/src/names/repositories.ts
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

// packages/conventions/src/names/roles.ts
var roleLimit = 64;
var policyLimit = 128;
var irsaEnd = "-eks-irsa-role";
var policyEnd = "-policy";
function parseIrsaRoleName(name, environments = []) {
  if (!name.endsWith(irsaEnd) || name.length > roleLimit) return void 0;
  const split = splitEnvironment(name.slice(0, -irsaEnd.length), environments);
  return split && { environment: split.environment, service: split.rest };
}
function parseControlPlaneRoleName(name, environments = []) {
  return environmentIn(/^system-eks-(.+)-control-plane-role$/, name, environments);
}
function parseWorkerRoleName(name, environments = []) {
  return environmentIn(/^(.+)-eks-common-worker-role$/, name, environments);
}
function parseChatbotRoleName(name, environments = []) {
  return environmentIn(/^chatbot-(.+)-role$/, name, environments);
}
function parseAirflowRoleName(name, environments = []) {
  const [, stage, accountId] = name.length > roleLimit ? [] : /^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{12})-mwaa-role$/.exec(name) ?? [];
  if (stage === void 0 || accountId === void 0) return void 0;
  const known = environments.length > 0 ? withBothSpellings(environments).some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
  return known ? { stage, accountId } : void 0;
}
function parsePlainRoleName(name, environments = []) {
  if (!name.endsWith("-role") || name.length > roleLimit) return void 0;
  const split = splitEnvironment(name.slice(0, -"-role".length), environments);
  return split && { environment: split.environment, purpose: split.rest };
}
function parsePolicyName(name, environments = []) {
  if (!name.endsWith(policyEnd) || name.length > policyLimit) return void 0;
  const split = splitEnvironment(name.slice(0, -policyEnd.length), environments);
  return split && { environment: split.environment, purpose: split.rest };
}
function environmentIn(pattern, name, environments) {
  const [, environment] = name.length > roleLimit ? [] : pattern.exec(name) ?? [];
  return environment !== void 0 && isEnvironmentName(environment, environments) ? environment : void 0;
}
function canBecomeIrsaRoleName(prefix, environments = []) {
  return canBegin(prefix, roleLimit, [[environmentPiece(environments), ["-"], words4, [irsaEnd]]]);
}
function canBecomeControlPlaneRoleName(prefix, environments = []) {
  return canBegin(prefix, roleLimit, [controlPlane(environments)]);
}
function canBecomeWorkerRoleName(prefix, environments = []) {
  return canBegin(prefix, roleLimit, [[environmentPiece(environments), ["-eks-common-worker-role"]]]);
}
function canBecomeRoleName(prefix, environments = []) {
  const environment = environmentPiece(environments);
  return canBegin(prefix, roleLimit, [
    [environment, ["-"], words4, ["-role"]],
    [["chatbot-"], environment, ["-role"]],
    [stagePiece(environments), ["-"], account2, ["-mwaa-role"]],
    controlPlane(environments)
  ]);
}
function canBecomePolicyName(prefix, environments = []) {
  return canBegin(prefix, policyLimit, [[environmentPiece(environments), ["-"], words4, [policyEnd]]]);
}
function controlPlane(environments) {
  return [["system-eks-"], environmentPiece(environments), ["-control-plane-role"]];
}

// packages/conventions/src/names/secrets.ts
var secretLimit = 512;
var word3 = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;
var part2 = { whole: (text2) => word3.test(text2), begin: (text2) => word3.test(text2.replace(/[-_.]$/, "")) };
function parseSecretName(text2, organisation) {
  const [org, component, name, ...more] = text2.split("/");
  if (org === void 0 || component === void 0 || name === void 0 || more.length > 0 || text2.length > secretLimit) return void 0;
  const right = organisation === void 0 ? word3.test(org) : org === organisation;
  return right && word3.test(component) && word3.test(name) ? { organisation: org, component, name } : void 0;
}
function canBecomeSecretName(prefix, organisation) {
  return canBegin(prefix, secretLimit, [[organisation === void 0 ? part2 : [organisation], ["/"], part2, ["/"], part2]]);
}

// packages/conventions/src/names/stores.ts
var clusterPattern = /^[0-9A-Za-z][\w-]{0,99}$/;
var databaseEnd = "-db";
var diskEnd = "-efs-disk";
var databaseLimit = 63;
function databaseName(cluster) {
  const name = `${cluster}${databaseEnd}`;
  if (!clusterPattern.test(cluster)) return { ok: false, fault: `${JSON.stringify(cluster.slice(0, 100))} is no name of an EKS cluster` };
  return name.length <= databaseLimit ? { ok: true, name } : { ok: false, fault: `${JSON.stringify(name)} is longer than the ${databaseLimit} characters of RDS` };
}
function parseDatabaseName(name) {
  return name.length <= databaseLimit ? clusterBefore(name, databaseEnd) : void 0;
}
function diskName(cluster) {
  if (!clusterPattern.test(cluster)) return { ok: false, fault: `${JSON.stringify(cluster.slice(0, 100))} is no name of an EKS cluster` };
  return { ok: true, name: `${cluster}${diskEnd}` };
}
function parseDiskName(name) {
  return clusterBefore(name, diskEnd);
}
function clusterBefore(name, end) {
  const cluster = name.endsWith(end) ? name.slice(0, -end.length) : "";
  return clusterPattern.test(cluster) ? cluster : void 0;
}

// packages/conventions/src/plan-facts/clusters.ts
var clusterReads = { aws_eks_cluster: ["name"] };
var made5 = /* @__PURE__ */ new WeakMap();
function clusterNames(world2) {
  const known = made5.get(world2);
  if (known) return known;
  const readings = world2.ofType("aws_eks_cluster").map((cluster) => readText(cluster, ["name"]));
  const data = world2.plan.data.filter(({ type: type6 }) => type6 === "aws_eks_cluster").map(({ values }) => values["name"]);
  const names5 = [world2.facts.cluster, ...readings.map(({ text: text2 }) => text2), ...data].filter((name) => typeof name === "string");
  const found2 = { names: [...new Set(names5)], open: readings.some(({ text: text2 }) => text2 === void 0) };
  made5.set(world2, found2);
  return found2;
}

// packages/conventions/src/rules/names/name-efs.ts
var nameEfs = {
  id: "name-efs",
  what: "file systems are named <cluster>-efs-disk",
  why: [{ document: "mediationzone-on-aws", sentence: 'the EFS resource is given the name "[EKS-CLUSTER-ANME]-efs-disk".' }],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: 'tags = { Name = "${aws_eks_cluster.this.name}-efs-disk" }',
  fails: 'tags = { Name = "disk" }',
  reads: { ...clusterReads, aws_efs_file_system: ["tags", "tags_all", "creation_token"] },
  judge: eachResource(["aws_efs_file_system"], (system, world2) => [judgeSystem2(system, world2)])
};
var places = [["tags", "Name"], ["tags_all", "Name"], ["creation_token"]];
function judgeSystem2(system, world2) {
  const { names: names5, open } = clusterNames(world2);
  const wanted4 = names5.flatMap((cluster) => {
    const built = diskName(cluster);
    return built.ok ? [built.name] : [];
  });
  const named2 = places.filter((path8) => readText(system, path8).text !== void 0);
  const texts3 = named2.map((path8) => readText(system, path8).text ?? "");
  const hasForm = (name) => parseDiskName(name) !== void 0;
  if (texts3.some((name) => wanted4.length === 0 ? !open && hasForm(name) : wanted4.includes(name))) return fine;
  const form = wanted4.join(" or ") || "<cluster>-efs-disk";
  const evidence = showValue(system, named2[0] ?? ["tags", "Name"]);
  if (open && texts3.some(hasForm)) return uncertain("the file system may be named after a cluster whose name is known after apply", evidence);
  const vague = places.some((path8) => read(system, path8).state === "unknown");
  if (vague && !named2.some(([first]) => first !== "creation_token")) return uncertain(`the name is known after apply; want ${form}`, evidence);
  const shown = named2[0] && isSensitive(system, named2[0]) ? "the name" : JSON.stringify(texts3[0]);
  return failing(texts3.length === 0 ? `the file system has no name; want ${form}` : `${shown} is not ${form}`, evidence);
}

// packages/conventions/src/rules/names/judge-name.ts
function judgeName(resource, { form, fits, canBecome }, attribute4 = "name", prefix = "name_prefix") {
  const reading = readText(resource, [attribute4]);
  const evidence = showValue(resource, [attribute4]);
  const shown = (path8, text2) => isSensitive(resource, [path8]) ? "a sensitive text" : JSON.stringify(text2.slice(0, 300));
  if (reading.text !== void 0) return fits(reading.text) ? fine : failing(`${shown(attribute4, reading.text)} is not ${form}`, evidence);
  const beginning = readText(resource, [prefix]);
  if (beginning.text !== void 0 && !canBecome(beginning.text))
    return failing(`no name that begins with ${shown(prefix, beginning.text)} is ${form}`, showValue(resource, [prefix]));
  if (reading.state === "absent" && beginning.state === "absent") return failing(`${attribute4} is not set; want ${form}`, evidence);
  return uncertain(`${attribute4} is known after apply; want ${form}`, beginning.text === void 0 ? evidence : showValue(resource, [prefix]));
}

// packages/conventions/src/rules/names/role-kinds.ts
var users = [
  ["aws_eks_cluster", "role_arn", "control-plane"],
  ["aws_eks_node_group", "node_role_arn", "node"]
];
var roleKindReads = { aws_eks_cluster: ["role_arn", "identity", "name", "arn", "id"], aws_eks_node_group: ["node_role_arn"] };
var kinds = /* @__PURE__ */ new WeakMap();
function roleKinds(world2) {
  const known = kinds.get(world2);
  if (known) return known;
  const used = usedRoles(world2);
  const found2 = new Map(world2.ofType("aws_iam_role").map((role) => [role, used.get(role) ?? kindByTrust(world2, role)]));
  kinds.set(world2, found2);
  return found2;
}
function kindByTrust(world2, role) {
  const reading = trustOf(world2, role);
  if (reading.state === "known") return podTrusts(reading.statements, leadsToEks(world2, role)).length > 0 ? "irsa" : "other";
  return reading.state === "unknown" && seemsIrsa(world2, role) ? "maybe-irsa" : "other";
}
function usedRoles(world2) {
  const found2 = /* @__PURE__ */ new Map();
  const byArn2 = new Map(world2.ofType("aws_iam_role").flatMap((role) => typeof role.values["arn"] === "string" ? [[role.values["arn"], role]] : []));
  for (const [type6, attribute4, kind] of users) {
    for (const user of world2.ofType(type6)) {
      const { text: text2 } = readText(user, [attribute4]);
      const named2 = text2 === void 0 ? void 0 : byArn2.get(text2);
      const led = text2 === void 0 ? leavesOf(world2, user, [attribute4]).flatMap((leaf) => leaf.type === "aws_iam_role" ? leaf.instances : []) : [];
      for (const role of named2 ? [named2] : led) found2.set(role, kind);
    }
  }
  return found2;
}

// packages/conventions/src/rules/names/sources.ts
function bankNameRow(table, row) {
  return { document: "banklitex-deployment-guideline", sentence: `${table} \u2026 ${row}` };
}

// packages/conventions/src/rules/names/name-eks-roles.ts
var nameEksRoles = {
  id: "name-eks-roles",
  what: "the roles of EKS are named system-eks-<env>-control-plane-role and <env>-eks-common-worker-role",
  why: [bankNameRow("IAM roles", "system-eks-sandbox-apps-control-plane-role"), bankNameRow("IAM roles", "sandbox-apps-eks-common-worker-role")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'name = "system-eks-sandbox-apps-control-plane-role"',
  fails: 'name = "eks-cluster-role"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world2) => {
    const { environments } = world2.facts;
    const plane = {
      form: "system-eks-<env>-control-plane-role",
      fits: (name) => parseControlPlaneRoleName(name, environments) !== void 0,
      canBecome: (prefix) => canBecomeControlPlaneRoleName(prefix, environments)
    };
    const worker = {
      form: "<env>-eks-common-worker-role",
      fits: (name) => parseWorkerRoleName(name, environments) !== void 0,
      canBecome: (prefix) => canBecomeWorkerRoleName(prefix, environments)
    };
    return [...roleKinds(world2)].flatMap(([role, kind]) => {
      if (kind !== "control-plane" && kind !== "node") return [];
      return [judgementOf(role, judgeName(role, kind === "node" ? worker : plane))];
    });
  }
};

// packages/conventions/src/rules/names/name-iam-policy.ts
var nameIamPolicy = {
  id: "name-iam-policy",
  what: "policies are named <env>-<purpose>-policy",
  why: [bankNameRow("IAM policies", "sandbox-apps-glue-access-policy")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'name = "sandbox-apps-glue-access-policy"',
  fails: 'name = "GlueAccess"',
  reads: { aws_iam_policy: ["name", "name_prefix"] },
  judge: eachResource(["aws_iam_policy"], (policy, { facts: { environments } }) => [
    judgeName(policy, {
      form: "<env>-<purpose>-policy",
      fits: (name) => parsePolicyName(name, environments) !== void 0,
      canBecome: (prefix) => canBecomePolicyName(prefix, environments)
    })
  ])
};

// packages/conventions/src/rules/names/name-iam-role.ts
var nameIamRole = {
  id: "name-iam-role",
  what: "roles are named <env>-<purpose>-role, chatbot-<env>-role or <stage>-<account id>-mwaa-role",
  why: [
    bankNameRow("IAM roles", "chatbot-sandbox-apps-role"),
    bankNameRow("IAM roles", "sandbox-(accountid)-mwaa-role"),
    bankNameRow("IAM roles", "sandbox-apps-jumphost-admin-role")
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'name = "sandbox-apps-jumphost-admin-role"',
  fails: 'name = "JumphostAdmin"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world2) => {
    const { environments } = world2.facts;
    const form = {
      form: "<env>-<purpose>-role",
      fits: (name) => [parsePlainRoleName, parseChatbotRoleName, parseAirflowRoleName, parseControlPlaneRoleName].some((parse) => parse(name, environments) !== void 0),
      canBecome: (prefix) => canBecomeRoleName(prefix, environments)
    };
    return [...roleKinds(world2)].flatMap(([role, kind]) => kind === "other" ? [judgementOf(role, judgeName(role, form))] : []);
  }
};

// packages/conventions/src/rules/names/name-irsa-role.ts
var nameIrsaRole = {
  id: "name-irsa-role",
  what: "roles of service accounts are named <env>-<service>-eks-irsa-role",
  why: [bankNameRow("IAM roles", "sandbox-apps-customer-service-eks-irsa-role")],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: 'name = "sandbox-apps-customer-service-eks-irsa-role"',
  fails: 'name = "customer-service"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world2) => {
    const { environments } = world2.facts;
    const form = {
      form: "<env>-<service>-eks-irsa-role",
      fits: (name) => parseIrsaRoleName(name, environments) !== void 0,
      canBecome: (prefix) => canBecomeIrsaRoleName(prefix, environments)
    };
    return [...roleKinds(world2)].flatMap(([role, kind]) => {
      if (kind !== "irsa" && kind !== "maybe-irsa") return [];
      const fact = judgeName(role, form);
      const open = kind === "maybe-irsa" && fact.verdict === "fail";
      const facts = [open ? uncertain(`${fact.message}, and whether pods assume the role is known after apply`, fact.evidence) : fact];
      return [{ resource: role, address: role.address, facts }];
    });
  }
};

// packages/conventions/src/rules/names/name-kms-alias.ts
var nameKmsAlias = {
  id: "name-kms-alias",
  what: "aliases are named alias/<env>-<service>, alias/<stage>-default-ebs or alias/shared-services-\u2026",
  why: [bankNameRow("CMK KMS keys", "sandbox-apps-ssm"), bankNameRow("CMK KMS keys", "sandbox-default-ebs")],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'name = "alias/sandbox-apps-ssm"',
  fails: 'name = "alias/MyKey"',
  reads: { aws_kms_alias: ["name", "name_prefix"] },
  judge: eachResource(["aws_kms_alias"], (alias, { facts: { environments } }) => [
    judgeName(alias, {
      form: "alias/<env>-<service>",
      fits: (name) => parseKeyAliasName(name, environments) !== void 0,
      canBecome: (prefix) => canBecomeKeyAlias(prefix, environments)
    })
  ])
};

// packages/conventions/src/rules/names/name-rds.ts
var identifiers = { aws_db_instance: "identifier", aws_rds_cluster: "cluster_identifier" };
var nameRds = {
  id: "name-rds",
  what: "databases are named <cluster>-db",
  why: [{ document: "mediationzone-on-aws", sentence: 'The RDS resource gets the name "[EKS-CLUSTER-ANME]-db".' }],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: 'identifier = "${aws_eks_cluster.this.name}-db"',
  fails: 'identifier = "systemdb"',
  reads: {
    ...clusterReads,
    aws_db_instance: ["identifier", "identifier_prefix", "replicate_source_db"],
    aws_rds_cluster: ["cluster_identifier", "cluster_identifier_prefix"]
  },
  judge: eachResource(Object.keys(identifiers), (resource, world2) => [judgeDatabase(resource, world2)])
};
function judgeDatabase(resource, world2) {
  const { names: names5, open } = clusterNames(world2);
  const wanted4 = names5.flatMap((cluster) => {
    const built = databaseName(cluster);
    return built.ok ? [built.name, built.name.toLowerCase()] : [];
  });
  const attribute4 = identifiers[resource.type] ?? "identifier";
  const any2 = wanted4.length === 0;
  const hasForm = (name2) => parseDatabaseName(name2) !== void 0;
  const form = {
    form: any2 ? "<cluster>-db" : [...new Set(wanted4)].join(" or "),
    fits: (name2) => any2 ? hasForm(name2) : wanted4.includes(name2),
    canBecome: (prefix) => any2 || open || wanted4.some((name2) => name2.startsWith(prefix))
  };
  const fact = judgeName(resource, form, attribute4, `${attribute4}_prefix`);
  const name = readText(resource, [attribute4]).text;
  if (!open || name === void 0 || wanted4.includes(name) || !hasForm(name)) return fact;
  return uncertain("the database may be named after a cluster whose name is known after apply", showValue(resource, [attribute4]));
}

// packages/conventions/src/rules/names/name-secret.ts
var nameSecret = {
  id: "name-secret",
  what: "secrets are named <organisation>/<component>/<name>",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "Private key for AWS Service Mesh is stored in AWS Secrets Manager under digibank/appmesh/root-ca-bundle"
    }
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'name = "digibank/appmesh/root-ca-bundle"',
  fails: 'name = "root-ca-bundle"',
  reads: { aws_secretsmanager_secret: ["name", "name_prefix"] },
  judge: eachResource(["aws_secretsmanager_secret"], (secret, { facts: { organisation } }) => [
    judgeName(secret, {
      form: `${organisation ?? "<organisation>"}/<component>/<name>`,
      fits: (name) => parseSecretName(name, organisation) !== void 0,
      canBecome: (prefix) => canBecomeSecretName(prefix, organisation)
    })
  ])
};

// packages/conventions/src/rules/names/index.ts
var nameRules = [nameKmsAlias, nameIrsaRole, nameEksRoles, nameIamRole, nameIamPolicy, nameSecret, nameRds, nameEfs];

// packages/conventions/src/plan-facts/tier-facts.ts
function judgePrivateSubnets(world2, resource, path8) {
  return factOfSubnets(subnetsAt(world2, resource, path8), pathText(path8));
}
function factOfSubnets({ subnets: subnets2, complete, evidence }, name) {
  const open = subnets2.filter(({ tier }) => tier === "public");
  if (open.length > 0) return failing(`${name} names ${open.map((one) => one.name).join(", ")}, which ${open.length === 1 ? "is" : "are"} public`, evidence);
  if (!complete) return uncertain(`${name} is known after apply, and nothing proves that it names private subnets only`, evidence);
  const vague = subnets2.filter(({ tier }) => tier === void 0);
  if (vague.length > 0) return uncertain(`nothing tells whether ${vague.map((one) => one.name).join(", ")} of ${name} is private`, evidence);
  return fine;
}

// packages/conventions/src/rules/network/db-private-subnets.ts
var groups = ["aws_db_subnet_group", "aws_docdb_subnet_group", "aws_elasticache_subnet_group", "aws_memorydb_subnet_group"];
var groupName = ["db_subnet_group_name"];
var dbPrivateSubnets = {
  id: "db-private-subnets",
  what: "subnet groups of databases hold private subnets only, and each instance has a group",
  why: [mediationItem("RDS DB Subnet Group"), optaPublicSubnets, optaPrivate],
  severity: "error",
  profiles: ["mz", "opta", "strict"],
  remedy: 'resource "aws_db_subnet_group" "this" {\n  subnet_ids = values(aws_subnet.private)[*].id\n}',
  fails: 'resource "aws_db_subnet_group" "this" {\n  subnet_ids = values(aws_subnet.public)[*].id\n}',
  reads: {
    ...subnetReads,
    ...Object.fromEntries(groups.map((type6) => [type6, ["subnet_ids", "name", "id"]])),
    aws_db_instance: ["db_subnet_group_name", "replicate_source_db"]
  },
  judge: (world2) => [
    ...groups.flatMap((type6) => world2.ofType(type6).map((group) => judgementByCompanions(group, judgePrivateSubnets(world2, group, ["subnet_ids"])))),
    ...world2.ofType("aws_db_instance").map((instance) => judgementOf(instance, judgeInstance3(world2, instance)))
  ]
};
function judgeInstance3(world2, instance) {
  if (read(instance, ["replicate_source_db"]).state !== "absent") return fine;
  const reading = readText(instance, groupName);
  if (reading.text !== void 0) return fine;
  if (reading.state === "absent") return failing("db_subnet_group_name is not set: the instance stands in the default VPC", showValue(instance, groupName));
  const leaves = leavesOf(world2, instance, groupName);
  if (leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => type6 === "aws_db_subnet_group" && instances2.length > 0)) return fine;
  const written2 = isWritten(expressionAt(world2.configured(instance), groupName));
  return uncertain(
    written2 ? "db_subnet_group_name is known after apply" : "db_subnet_group_name is not in the configuration: apply tells which group it is",
    leaves.map(({ chain }) => chain).join("; ") || showValue(instance, groupName)
  );
}

// packages/conventions/src/rules/network/ec2-private.ts
var flagName = "associate_public_ip_address";
var ec2Private = {
  id: "ec2-private",
  what: "instances have no public address and stand in private subnets",
  why: [optaPrivate, systemPrivate],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: 'resource "aws_instance" "worker" {\n  associate_public_ip_address = false\n  subnet_id                   = aws_subnet.private["a"].id\n}',
  fails: 'resource "aws_instance" "worker" {\n  associate_public_ip_address = true\n  subnet_id                   = aws_subnet.public["a"].id\n}',
  parameters: {
    bastion: {
      kind: "choice",
      title: "whether a bastion is exempt",
      words: ["exempt", "judged"],
      byProfile: { opta: "judged", sysdesign2: "exempt", strict: "judged" }
    }
  },
  reads: {
    ...subnetReads,
    aws_instance: [...bastionReads, flagName, "subnet_id", "network_interface", "primary_network_interface"],
    aws_launch_template: [...bastionReads, "network_interfaces"]
  },
  judge: (world2, { bastion }) => {
    const judged = (type6) => world2.ofType(type6).filter((resource) => bastion !== "exempt" || !isCalledBastion(resource));
    return [
      ...judged("aws_instance").map((instance) => judgementByCompanions(instance, ...judgeInstance4(world2, instance))),
      ...judged("aws_launch_template").map((template2) => judgementByCompanions(template2, ...judgeTemplate(world2, template2)))
    ];
  }
};
function judgeInstance4(world2, instance) {
  const apart = [...blocksOf(instance, "network_interface"), ...blocksOf(instance, "primary_network_interface")];
  const subnet = apart.length > 0 && readText(instance, ["subnet_id"]).text === void 0 ? fine : judgeSubnet(world2, instance, ["subnet_id"]);
  return [judgeAddress2(world2, instance, [flagName], subnet), subnet];
}
function blocksOf(instance, name) {
  const configured = readBlocks(instance, [name]);
  return configured === "unknown" ? [] : configured;
}
function judgeSubnet(world2, resource, path8) {
  if (readText(resource, path8).state === "absent") return failing("subnet_id is not set: the default VPC is used", showValue(resource, path8));
  return judgePrivateSubnets(world2, resource, path8);
}
function judgeAddress2(world2, resource, path8, subnet) {
  const flag2 = readFlag(resource, path8);
  const evidence = showValue(resource, path8);
  if (flag2 === "true") return failing("it asks for a public address", evidence);
  if (flag2 !== "unknown") return fine;
  if (!isWritten(expressionAt(world2.configured(resource), path8))) return subnet.verdict === "pass" ? fine : subnet;
  return uncertain(`${flagName} is known after apply`, evidence);
}
function judgeTemplate(world2, template2) {
  const blocks2 = readBlocks(template2, ["network_interfaces"]);
  if (blocks2 === "unknown") return [uncertain("network_interfaces is known after apply", showValue(template2, ["network_interfaces"]))];
  return blocks2.flatMap((path8) => {
    const subnetPath = [...path8, "subnet_id"];
    const subnet = readText(template2, subnetPath).state === "absent" ? fine : judgePrivateSubnets(world2, template2, subnetPath);
    return [judgeAddress2(world2, template2, [...path8, flagName], subnet), subnet];
  });
}

// packages/conventions/src/plan-facts/group-lists.ts
function judgeGroups(world2, resource, path8) {
  const blocks2 = readBlocks(resource, path8);
  const evidence = showValue(resource, path8);
  if (blocks2 !== "unknown") return blocks2.length > 0 ? fine : failing(`${pathText(path8)} is empty: the VPC's default group is used`, evidence);
  const expression = expressionAt(world2.configured(resource), path8);
  if (isWritten(expression) && longestReferences(expression).some((text2) => !/^(local|data)\./.test(text2))) return fine;
  return uncertain(`${pathText(path8)} is known after apply`, evidence);
}

// packages/conventions/src/rules/network/efs-mounts.ts
var mountType = "aws_efs_mount_target";
var efsMounts = {
  id: "efs-mounts",
  what: "each file system has a mount target in each private subnet, each with a security group",
  why: [mediationItem("EFS Mount Target"), mediationItem("EFS Security Group")],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: 'resource "aws_efs_mount_target" "this" {\n  for_each        = aws_subnet.private\n  file_system_id  = aws_efs_file_system.this.id\n  subnet_id       = each.value.id\n  security_groups = [aws_security_group.efs.id]\n}',
  fails: 'resource "aws_efs_mount_target" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  subnet_id      = aws_subnet.private["a"].id\n}',
  reads: { ...subnetReads, aws_efs_file_system: ["id", "arn"], [mountType]: ["file_system_id", "subnet_id", "security_groups"] },
  judge: (world2) => {
    const join = joinCompanions(world2, { companion: mountType, attribute: "file_system_id", owners: ["aws_efs_file_system"], identity: ["id", "arn"] });
    const mounts = world2.ofType(mountType).map((mount) => judgementOf(mount, judgeGroups(world2, mount, ["security_groups"])));
    const wanted4 = world2.ofType("aws_subnet").filter((subnet) => tierOf(world2, subnet) === "private");
    return [...mounts, ...world2.ofType("aws_efs_file_system").map((system) => judgementByCompanions(system, judgeSystem3(world2, system, join, wanted4)))];
  }
};
function judgeSystem3(world2, system, join, wanted4) {
  const mounts = join.of(system);
  const maybe = join.maybeOf(system);
  if (mounts.length === 0) {
    const evidence2 = maybe ? `${maybe.address} may be its own` : `no ${mountType} of this plan names it`;
    return maybe ? uncertain("whether the file system has a mount target is known after apply", evidence2) : failing("the file system has no mount target", evidence2);
  }
  const places2 = mounts.map((mount) => subnetsAt(world2, mount, ["subnet_id"]));
  const named2 = new Set(places2.flatMap(({ subnets: subnets2 }) => subnets2).map((one) => one.name));
  const missing6 = wanted4.filter(({ address }) => !named2.has(address));
  if (missing6.length === 0) return fine;
  const evidence = `mounted in ${[...named2].sort().join(", ") || "subnets known after apply"}`;
  const message = `there is no mount target in ${missing6.map(({ address }) => address).join(", ")}`;
  const open = maybe !== void 0 || places2.some(({ complete }) => !complete) || [...named2].some((name) => !name.includes("."));
  return open ? uncertain(`${message} that the plan can tell`, evidence) : failing(message, evidence);
}

// packages/conventions/src/rules/network/eks-private-endpoint.ts
var block8 = "vpc_config";
var world = /* @__PURE__ */ new Set(["0.0.0.0/0", "::/0"]);
var eksPrivateEndpoint = {
  id: "eks-private-endpoint",
  what: "the private endpoint of EKS is on, the public one is off, or open to named ranges where the profile lets it",
  why: [
    mediationItem("VPC Cluster Endpoint"),
    systemPrivate,
    { document: "opta-aws-architecture", sentence: "Currently, the EKS cluster is built with a public endpoint for the simple usage" }
  ],
  severity: "error",
  profiles: ["mz", "opta", "sysdesign2", "strict"],
  remedy: "vpc_config {\n  endpoint_private_access = true\n  endpoint_public_access  = false\n  subnet_ids              = values(aws_subnet.private)[*].id\n}",
  fails: 'vpc_config {\n  endpoint_private_access = true\n  endpoint_public_access  = true\n  public_access_cidrs     = ["0.0.0.0/0"]\n  subnet_ids              = values(aws_subnet.private)[*].id\n}',
  parameters: {
    public: {
      kind: "choice",
      title: "whether there may be a public endpoint",
      words: ["true", "restricted", "false"],
      byProfile: { mz: "false", opta: "restricted", sysdesign2: "false", strict: "false" }
    }
  },
  reads: { aws_eks_cluster: [block8] },
  judge: eachResource(["aws_eks_cluster"], (cluster, _world, parameters) => judgeCluster2(cluster, String(parameters["public"])))
};
function judgeCluster2(cluster, allowed2) {
  const blocks2 = readBlocks(cluster, [block8]);
  if (blocks2 === "unknown") return [uncertain("vpc_config is known after apply", showValue(cluster, [block8]))];
  const path8 = blocks2[0] ?? [block8, 0];
  return [judgeOn(cluster, [...path8, "endpoint_private_access"]), judgePublic(cluster, path8, allowed2)];
}
function judgePublic(cluster, path8, allowed2) {
  if (allowed2 === "true") return fine;
  const access = [...path8, "endpoint_public_access"];
  const flag2 = readFlag(cluster, access);
  if (flag2 === "false") return fine;
  const evidence = showValue(cluster, access);
  const ranges = allowed2 === "restricted" ? judgeRanges(cluster, path8) : void 0;
  if (flag2 === "unknown") return ranges?.verdict === "pass" ? fine : uncertain("endpoint_public_access is known after apply", evidence);
  if (ranges) return ranges;
  return failing(flag2 === "absent" ? "endpoint_public_access is not set: EKS then opens it" : "the public endpoint is on", evidence);
}
function judgeRanges(cluster, path8) {
  const ranges = [...path8, "public_access_cidrs"];
  const blocks2 = readBlocks(cluster, ranges);
  const evidence = showValue(cluster, ranges);
  if (blocks2 === "unknown" || blocks2.length === 0) return uncertain("the public endpoint is on, and its ranges are known after apply", evidence);
  const readings = blocks2.map((one) => readText(cluster, one));
  const open = readings.find(({ text: text2 }) => text2 !== void 0 && world.has(text2));
  if (open) return failing(`the public endpoint is open to ${open.text}`, evidence);
  return readings.some(({ state }) => state === "unknown") ? uncertain("a range of the public endpoint is known after apply", evidence) : fine;
}

// packages/conventions/src/rules/network/eks-private-subnets.ts
var eksPrivateSubnets = {
  id: "eks-private-subnets",
  what: "EKS clusters and their node groups stand in private subnets",
  why: [optaPublicSubnets, systemPrivate],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: 'resource "aws_eks_node_group" "this" {\n  subnet_ids = values(aws_subnet.private)[*].id\n}',
  fails: 'resource "aws_eks_node_group" "this" {\n  subnet_ids = values(aws_subnet.public)[*].id\n}',
  reads: { ...subnetReads, aws_eks_cluster: ["vpc_config"], aws_eks_node_group: ["subnet_ids"] },
  judge: (world2) => [
    ...world2.ofType("aws_eks_cluster").map((cluster) => judgementByCompanions(cluster, judgePrivateSubnets(world2, cluster, ["vpc_config", 0, "subnet_ids"]))),
    ...world2.ofType("aws_eks_node_group").map((group) => judgementByCompanions(group, judgePrivateSubnets(world2, group, ["subnet_ids"])))
  ]
};

// packages/conventions/src/rules/network/no-default-vpc.ts
var types8 = ["aws_default_vpc", "aws_default_subnet"];
var noDefaultVpc = {
  id: "no-default-vpc",
  what: "the default VPC and its subnets are not used",
  why: [optaNetwork],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: 'resource "aws_vpc" "this" {\n  cidr_block = "172.21.32.0/21"\n}',
  fails: 'data "aws_vpc" "this" {\n  default = true\n}',
  reads: { aws_default_vpc: ["id"], aws_default_subnet: ["id"], aws_vpc: ["default", "id"] },
  judge: (world2) => {
    const managed2 = types8.flatMap(
      (type6) => world2.ofType(type6).map((resource) => judgementOf(resource, failing(`${type6} takes the default network into use`, type6)))
    );
    const read2 = [...defaultVpcsRead(world2)].map(
      (address) => ({ address, facts: [failing("the default VPC is looked up to be used", "default = true")], introduced: true })
    );
    return [...managed2, ...read2];
  }
};
function defaultVpcsRead(world2) {
  const later = world2.plan.changes.filter(({ mode, type: type6, after: after2 }) => mode === "data" && type6 === "aws_vpc" && isDefault3(after2));
  const before = world2.plan.data.filter(({ type: type6, values }) => type6 === "aws_vpc" && isDefault3(values));
  return new Set([...before, ...later].map(({ address }) => address.replace(/\[[^\]]*\]$/, "")));
}
function isDefault3(values) {
  return String(values?.["default"]) === "true";
}

// packages/conventions/src/rules/network/private-egress-nat.ts
var privateEgressNat = {
  id: "private-egress-nat",
  what: "the default route of private route tables does not lead to an internet gateway",
  why: [optaPrivate],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: 'resource "aws_route" "private" {\n  route_table_id         = aws_route_table.private.id\n  destination_cidr_block = "0.0.0.0/0"\n  nat_gateway_id         = aws_nat_gateway.this.id\n}',
  fails: 'resource "aws_route" "private" {\n  route_table_id         = aws_route_table.private.id\n  destination_cidr_block = "0.0.0.0/0"\n  gateway_id             = aws_internet_gateway.this.id\n}',
  reads: subnetReads,
  judge: (world2) => {
    const facts = /* @__PURE__ */ new Map();
    for (const { table, route } of routesToAnywhere(world2)) {
      const { resource, path: path8 } = route;
      const fact = factOf(world2, table, route, path8.length > 0 ? pathText(path8) : "route");
      facts.set(resource, [...facts.get(resource) ?? [], fact]);
    }
    return [...facts].map(([resource, own2]) => ({ resource, address: resource.address, facts: own2, byCompanions: true }));
  }
};
function factOf(world2, table, { resource, path: path8 }, name) {
  const target = targetOf2(world2, resource, path8);
  if (target === "inside") return fine;
  const tiers = tiersOf(world2, table);
  const own2 = tiers.find(({ tier }) => tier !== void 0 && tier !== "public");
  if (tiers.length > 0 && tiers.every(({ tier }) => tier === "public")) return fine;
  const evidence = `${name} of ${table.address}${own2 ? `, which serves ${own2.name} (${own2.tier})` : ""}`;
  if (target === void 0) return uncertain("where the default route leads is known after apply", evidence);
  if (!own2) return uncertain("the default route leads to an internet gateway, and nothing tells whether the table is private", evidence);
  return failing("the default route of a private table leads to an internet gateway", evidence);
}
function tiersOf(world2, table) {
  const served2 = subnetsServedBy(world2, table).map((subnet) => ({
    name: subnet.address,
    tier: tierOf(world2, subnet, { wordsFirst: true, withoutRoutes: true })
  }));
  return served2.length > 0 ? served2 : [{ name: table.address, tier: tierOfTable(table) }];
}

// packages/conventions/src/rules/network/private-no-public-ip.ts
var path4 = ["map_public_ip_on_launch"];
var privateNoPublicIp = {
  id: "private-no-public-ip",
  what: "private subnets give no public address on launch",
  why: [optaPrivate, systemPrivate],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: 'resource "aws_subnet" "private" {\n  vpc_id                  = aws_vpc.this.id\n  cidr_block              = "10.0.0.0/24"\n  map_public_ip_on_launch = false\n}',
  fails: 'resource "aws_subnet" "private" {\n  vpc_id                  = aws_vpc.this.id\n  cidr_block              = "10.0.0.0/24"\n  map_public_ip_on_launch = true\n}',
  reads: subnetReads,
  judge: eachResource(["aws_subnet"], judgeSubnet2)
};
function judgeSubnet2(subnet, world2) {
  const flag2 = readFlag(subnet, path4);
  if (flag2 === "false" || flag2 === "absent") return [fine];
  const tier = tierOf(world2, subnet, { wordsFirst: true });
  if (tier === "public") return [fine];
  const evidence = showValue(subnet, path4);
  if (flag2 === "unknown") return [uncertain("map_public_ip_on_launch is known after apply", evidence)];
  if (tier === void 0) return [uncertain("the subnet gives public addresses, and nothing tells whether it is private", evidence)];
  return [failing(`the ${tier} subnet gives public addresses`, evidence)];
}

// packages/conventions/src/plan-facts/subnet-references.ts
var names4 = /* @__PURE__ */ new Set(["subnet_id", "subnet_ids", "subnets", "vpc_zone_identifier", "client_subnets", "vpc_subnet_ids"]);
var subnetAttributes = [
  ...names4,
  "broker_node_group_info",
  "compute_config",
  "compute_resources",
  "ec2_attributes",
  "network_configuration",
  "network_interface",
  "network_interfaces",
  "subnet_mapping",
  "vpc_config",
  "vpc_configuration",
  "vpc_options",
  "workspace_access_properties"
];
var roots2 = new Set(subnetAttributes);
var depthLimit2 = 4;
function subnetPaths(world2, resource) {
  const found2 = /* @__PURE__ */ new Map();
  for (const root of [resource.values, resource.unknown]) collect2(root, [], found2);
  const block10 = world2.configured(resource);
  for (const path8 of block10 ? writtenPaths(block10) : []) found2.set(JSON.stringify(path8), path8);
  return [...found2.values()];
}
var written = /* @__PURE__ */ new WeakMap();
function writtenPaths(block10) {
  const known = written.get(block10);
  if (known) return known;
  const found2 = /* @__PURE__ */ new Map();
  collect2(block10.expressions, [], found2);
  const paths = [...found2.values()];
  written.set(block10, paths);
  return paths;
}
function collect2(node, path8, found2) {
  if (path8.length > depthLimit2) return;
  if (Array.isArray(node)) {
    node.forEach((element, index) => {
      collect2(element, [...path8, index], found2);
    });
  } else if (isMap(node)) {
    for (const name in node) {
      if (path8.length === 0 && !roots2.has(name)) continue;
      const value = node[name];
      const own2 = [...path8, name];
      if (!names4.has(name) || isBlockList(value)) collect2(value, own2, found2);
      else if (value !== null && value !== void 0 && value !== "") found2.set(JSON.stringify(own2), own2);
    }
  }
}
function isBlockList(value) {
  return Array.isArray(value) && value.length > 0 && value.every(isMap);
}

// packages/conventions/src/rules/network/public-subnet-lb-only.ts
var allowed = /* @__PURE__ */ new Set([
  "aws_lb",
  "aws_alb",
  "aws_elb",
  "aws_nat_gateway",
  "aws_eip",
  "aws_route_table_association",
  "aws_network_acl",
  "aws_default_network_acl",
  "aws_network_acl_association",
  "aws_eks_cluster",
  "aws_subnet"
]);
var publicSubnetLbOnly = {
  id: "public-subnet-lb-only",
  what: "public subnets hold only load balancers and NAT gateways",
  why: [
    optaPublicSubnets,
    systemPrivate,
    { document: "system-design-2", sentence: "They can only be accessed via connection to a bastion host deployed in the public subnet and IP restricted." }
  ],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: 'resource "aws_instance" "worker" {\n  subnet_id = aws_subnet.private["a"].id\n}',
  fails: 'resource "aws_instance" "worker" {\n  subnet_id = aws_subnet.public["a"].id\n}',
  parameters: {
    bastion: {
      kind: "choice",
      title: "whether a bastion may stand in a public subnet",
      words: ["allowed", "forbidden"],
      byProfile: { opta: "forbidden", sysdesign2: "allowed", strict: "forbidden" }
    }
  },
  reads: { ...subnetReads, "*": subnetAttributes, aws_instance: bastionReads, aws_vpc_endpoint: ["vpc_endpoint_type"] },
  judge: (world2, { bastion }) => world2.types().filter((type6) => type6.startsWith("aws_") && !allowed.has(type6)).flatMap((type6) => world2.ofType(type6)).flatMap((resource) => judgeResource2(world2, resource, bastion === "allowed"))
};
function judgeResource2(world2, resource, bastions) {
  const facts = subnetPaths(world2, resource).map((path8) => factOf2(subnetsAt(world2, resource, path8), pathText(path8)));
  if (facts.length === 0 || isExempt(resource, bastions)) return [];
  return [{ resource, address: resource.address, facts, byCompanions: true }];
}
function isExempt(resource, bastions) {
  if (resource.type === "aws_vpc_endpoint") return ["Gateway", void 0].includes(readText(resource, ["vpc_endpoint_type"]).text);
  return bastions && resource.type === "aws_instance" && isCalledBastion(resource);
}
function factOf2({ subnets: subnets2, complete, evidence }, name) {
  const open = subnets2.find(({ tier }) => tier === "public");
  if (open) return failing(`it stands in ${open.name}, which is public`, `${name}: ${evidence}`);
  const vague = subnets2.find(({ tier }) => tier === void 0);
  if (complete && !vague) return fine;
  return uncertain(vague ? `nothing tells whether ${vague.name} is public` : `${name} is known after apply`, `${name}: ${evidence}`);
}

// packages/conventions/src/rules/network/rds-public.ts
var instances = ["aws_db_instance", "aws_rds_cluster_instance"];
var brokers2 = "broker_node_group_info";
var rdsPublic = {
  id: "rds-public",
  what: "databases and brokers are not publicly accessible",
  why: [optaPrivate, systemPrivate],
  severity: "error",
  profiles: ["opta", "sysdesign2", "strict"],
  remedy: "publicly_accessible = false",
  fails: "publicly_accessible = true",
  reads: { aws_db_instance: ["publicly_accessible"], aws_rds_cluster_instance: ["publicly_accessible"], aws_msk_cluster: [brokers2] },
  judge: (world2) => [
    ...instances.flatMap((type6) => world2.ofType(type6).map((one) => judgementOf(one, judgeFlag(one)))),
    ...world2.ofType("aws_msk_cluster").map((cluster) => judgementOf(cluster, judgeBrokers2(cluster)))
  ]
};
function judgeFlag(instance) {
  const path8 = ["publicly_accessible"];
  const flag2 = readFlag(instance, path8);
  if (flag2 === "true") return failing("the instance is publicly accessible", showValue(instance, path8));
  return flag2 === "unknown" ? uncertain("publicly_accessible is known after apply", showValue(instance, path8)) : fine;
}
function judgeBrokers2(cluster) {
  let paths = [[brokers2]];
  for (const name of ["", "connectivity_info", "public_access"]) {
    const blocks2 = paths.map((path8) => readBlocks(cluster, name === "" ? path8 : [...path8, name]));
    if (blocks2.includes("unknown"))
      return uncertain("public_access is known after apply", showValue(cluster, name === "" ? [brokers2] : [...paths[0] ?? [], name]));
    paths = blocks2.flatMap((list2) => list2 === "unknown" ? [] : list2);
  }
  for (const path8 of paths) {
    const reading = readText(cluster, [...path8, "type"]);
    const evidence = showValue(cluster, [...path8, "type"]);
    if (reading.state === "unknown") return uncertain("the type of public access is known after apply", evidence);
    if (reading.text !== void 0 && reading.text !== "DISABLED") return failing("the brokers have public addresses", evidence);
  }
  return fine;
}

// packages/conventions/src/rules/network/rds-sg.ts
var path5 = ["vpc_security_group_ids"];
var rdsSg = {
  id: "rds-sg",
  what: "each database names its security groups",
  why: [mediationItem("RDS DB Access Security Group")],
  severity: "error",
  profiles: ["mz", "strict"],
  remedy: "vpc_security_group_ids = [aws_security_group.database.id]",
  fails: "vpc_security_group_ids = []",
  reads: { aws_db_instance: path5, aws_rds_cluster: path5 },
  judge: eachResource(["aws_db_instance", "aws_rds_cluster"], (resource, world2) => [judgeGroups(world2, resource, path5)])
};

// packages/conventions/src/rules/network/redshift-private.ts
var groupType = "aws_redshift_subnet_group";
var redshiftPrivate = {
  id: "redshift-private",
  what: "Redshift is not public, stands in private subnets, and has security groups",
  why: [
    systemPrivate,
    { document: "system-design-2", sentence: "Security group to control which applications/services can access RedShift Serverless." },
    { document: "system-design-2", sentence: "Deployed to private subnets to prevent public access." }
  ],
  severity: "error",
  profiles: ["sysdesign2", "strict"],
  remedy: 'resource "aws_redshiftserverless_workgroup" "this" {\n  publicly_accessible = false\n  subnet_ids          = values(aws_subnet.private)[*].id\n  security_group_ids  = [aws_security_group.redshift.id]\n}',
  fails: 'resource "aws_redshiftserverless_workgroup" "this" {\n  publicly_accessible = true\n}',
  reads: {
    ...subnetReads,
    aws_redshift_cluster: ["publicly_accessible", "cluster_subnet_group_name", "vpc_security_group_ids"],
    aws_redshiftserverless_workgroup: ["publicly_accessible", "subnet_ids", "security_group_ids"],
    [groupType]: ["name", "id", "subnet_ids"]
  },
  judge: (world2) => [
    ...world2.ofType("aws_redshift_cluster").map(
      (cluster) => judgementByCompanions(cluster, judgeFlag2(cluster), judgeGroup5(world2, cluster), judgeGroups(world2, cluster, ["vpc_security_group_ids"]))
    ),
    ...world2.ofType("aws_redshiftserverless_workgroup").map((group) => judgementByCompanions(group, judgeFlag2(group), judgeOwnSubnets(world2, group), judgeGroups(world2, group, ["security_group_ids"])))
  ]
};
function judgeFlag2(resource) {
  const path8 = ["publicly_accessible"];
  const flag2 = readFlag(resource, path8);
  if (flag2 === "true") return failing("it is publicly accessible", showValue(resource, path8));
  return flag2 === "unknown" ? uncertain("publicly_accessible is known after apply", showValue(resource, path8)) : fine;
}
function judgeOwnSubnets(world2, workgroup) {
  const path8 = ["subnet_ids"];
  const found2 = subnetsAt(world2, workgroup, path8);
  if (found2.complete && found2.subnets.length === 0) return failing("subnet_ids is not set: the default VPC is used", showValue(workgroup, path8));
  return factOfSubnets(found2, "subnet_ids");
}
function judgeGroup5(world2, cluster) {
  const path8 = ["cluster_subnet_group_name"];
  const reading = readText(cluster, path8);
  const evidence = showValue(cluster, path8);
  if (reading.state === "absent") return failing("cluster_subnet_group_name is not set: the default VPC is used", evidence);
  const named2 = world2.ofType(groupType).filter((group2) => reading.text !== void 0 && readText(group2, ["name"]).text === reading.text);
  const leaves = reading.text === void 0 ? leavesOf(world2, cluster, path8) : [];
  const groups3 = reading.text === void 0 ? leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === groupType ? instances2 : []) : named2;
  const [group] = groups3;
  if (!group || groups3.length > 1 || leaves.length > 1) return uncertain("the subnet group is not told by this plan", leaves[0]?.chain ?? evidence);
  const fact = judgePrivateSubnets(world2, group, ["subnet_ids"]);
  return fact.verdict === "pass" ? fine : { ...fact, message: `${group.address}: ${fact.message}` };
}

// packages/conventions/src/rules/network/subnet-cidr-plan.ts
var path6 = ["cidr_block"];
var vpcPrefix = 21;
var prefixes = { public: 26, protected: 26, tgw: 28, private: 23 };
var subnetCidrPlan = {
  id: "subnet-cidr-plan",
  what: "VPCs are /21; public and protected subnets /26, tgw /28, private /23; inside their VPC, without overlap",
  why: [bankNetwork],
  severity: "warn",
  profiles: ["bank"],
  remedy: 'resource "aws_vpc" "this" {\n  cidr_block = "172.21.8.0/21"\n}\n\nresource "aws_subnet" "public_a" {\n  vpc_id     = aws_vpc.this.id\n  cidr_block = "172.21.8.0/26"\n}',
  fails: 'resource "aws_vpc" "this" {\n  cidr_block = "172.21.0.0/16"\n}',
  reads: { ...subnetReads, aws_vpc: ["id", "cidr_block"], aws_vpc_ipv4_cidr_block_association: ["vpc_id", "cidr_block"] },
  judge: (world2) => {
    const vpcs = world2.ofType("aws_vpc").map((vpc) => judgementByCompanions(vpc, judgeVpc2(vpc)));
    return [...vpcs, ...judgeSubnets(world2)];
  }
};
function judgeVpc2(vpc) {
  const reading = readText(vpc, path6);
  const evidence = showValue(vpc, path6);
  if (reading.text === void 0) return uncertain("the range of the VPC is known after apply", evidence);
  const range = parseRange2(reading.text);
  return range?.prefix === vpcPrefix ? fine : failing(`the range of the VPC is ${reading.text}; want /${vpcPrefix}`, evidence);
}
function judgeSubnets(world2) {
  const join = joinSubnets(world2);
  const more = joinCompanions(world2, { companion: "aws_vpc_ipv4_cidr_block_association", attribute: "vpc_id", owners: ["aws_vpc"], identity: ["id"] });
  const placed = /* @__PURE__ */ new Map();
  for (const vpc of world2.ofType("aws_vpc")) {
    const subnets2 = [...join.of(vpc)].sort((a, b) => a.address < b.address ? -1 : 1);
    const ranges = [vpc, ...more.of(vpc)].map((owner) => parseRange2(readText(owner, path6).text ?? ""));
    const maybe = more.maybeOf(vpc);
    subnets2.forEach((subnet, index) => {
      const known = ranges.includes(void 0) ? fine : judgeKnown2(subnet);
      placed.set(subnet, [known, judgeInside(subnet, ranges, maybe), judgeOverlap(subnet, subnets2.slice(0, index))]);
    });
  }
  return world2.ofType("aws_subnet").map((subnet) => judgementByCompanions(subnet, judgeSize(world2, subnet), ...placed.get(subnet) ?? [judgeKnown2(subnet)]));
}
function judgeSize(world2, subnet) {
  const { text: text2 } = readText(subnet, path6);
  const tier = tierOf(world2, subnet);
  const wanted4 = tier && prefixes[tier];
  const range = text2 === void 0 ? void 0 : parseRange2(text2);
  if (!range || wanted4 === void 0 || range.prefix === wanted4) return fine;
  return failing(`a ${tier} subnet is /${range.prefix}; want /${wanted4}`, showValue(subnet, path6));
}
function judgeKnown2(subnet) {
  return readText(subnet, path6).state === "unknown" ? uncertain("the range of the subnet is known after apply", showValue(subnet, path6)) : fine;
}
function judgeInside(subnet, ranges, maybe) {
  const range = parseRange2(readText(subnet, path6).text ?? "");
  if (!range || ranges.some((outer) => outer === void 0 || contains(outer, range))) return fine;
  if (maybe) return uncertain(`the subnet lies outside the known ranges of its VPC; ${maybe.address} may be another`, showValue(subnet, path6));
  return failing("the subnet lies outside the ranges of its VPC", showValue(subnet, path6));
}
function judgeOverlap(subnet, earlier) {
  const range = parseRange2(readText(subnet, path6).text ?? "");
  const other = earlier.find((one) => {
    const taken = parseRange2(readText(one, path6).text ?? "");
    return range && taken && overlaps(range, taken);
  });
  return other ? failing(`the range overlaps that of ${other.address}`, `${showValue(subnet, path6)}, ${other.address}: ${showValue(other, path6)}`) : fine;
}

// packages/conventions/src/rules/network/subnet-tiers.ts
var privateTiers = ["private", "protected", "database", "intra"];
var two = "public,private";
var four = "public,protected,tgw,private";
var subnetTiers = {
  id: "subnet-tiers",
  what: "each zone has a subnet of each tier",
  why: [optaNetwork, systemNetwork, bankNetwork],
  severity: "warn",
  profiles: ["opta", "sysdesign2", "bank", "strict"],
  remedy: 'resource "aws_subnet" "public_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/26"\n  tags              = { Tier = "public" }\n}\n\nresource "aws_subnet" "private_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.2.0/23"\n  tags              = { Tier = "private" }\n}',
  fails: 'resource "aws_subnet" "public_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/26"\n  tags              = { Tier = "public" }\n}',
  parameters: {
    tiers: {
      kind: "choice",
      title: "the tiers of each zone",
      words: [two, four],
      byProfile: { opta: two, sysdesign2: two, bank: four, strict: four }
    }
  },
  reads: { ...subnetReads, aws_vpc: ["id"] },
  judge: (world2, { tiers }) => placedVpcs(world2).filter(({ subnets: subnets2 }) => subnets2.length > 0).map((placed) => ({
    resource: placed.vpc,
    address: placed.vpc.address,
    facts: judgeVpc3(placed, String(tiers).split(",")),
    byCompanions: true
  }))
};
function judgeVpc3({ subnets: subnets2, maybe }, tiers) {
  const zones = [...new Set(subnets2.flatMap(({ zone }) => zone ?? []))].sort();
  const unplaced = subnets2.find(({ zone }) => zone === void 0);
  if (zones.length === 0) return [uncertain("the zones of the subnets are known after apply", unplaced?.subnet.address ?? "")];
  const loose = subnets2.find(({ zone, tier }) => zone === void 0 || tier === void 0)?.subnet ?? maybe;
  return zones.map((zone) => {
    const here = subnets2.filter((placed) => placed.zone === zone);
    const missing6 = tiers.filter((tier) => !here.some((placed) => satisfies(placed.tier, tier, tiers)));
    if (missing6.length === 0) return fine;
    const evidence = here.map(({ subnet, tier }) => `${subnet.address} (${tier ?? "unknown tier"})`).join(", ");
    const message = `${zone} has no ${missing6.join(", no ")} subnet`;
    return loose ? uncertain(`${message} that the plan can tell; ${loose.address} may be one`, evidence) : failing(message, evidence);
  });
}
function satisfies(have, wanted4, tiers) {
  if (have === wanted4) return true;
  return wanted4 === "private" && tiers.length === 2 && have !== void 0 && privateTiers.includes(have);
}

// packages/conventions/src/rules/network/vpc-az-spread.ts
var vpcAzSpread = {
  id: "vpc-az-spread",
  what: "each tier of subnets spans enough availability zones",
  why: [optaNetwork, systemNetwork, bankNetwork],
  severity: "error",
  profiles: ["opta", "sysdesign2", "bank", "strict"],
  remedy: [
    'resource "aws_subnet" "private" {',
    "  count             = 3",
    "  vpc_id            = aws_vpc.this.id",
    "  availability_zone = data.aws_availability_zones.available.names[count.index]",
    "  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 2, count.index)",
    "}"
  ].join("\n"),
  fails: 'resource "aws_subnet" "private" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/24"\n}',
  parameters: {
    zones: { kind: "number", title: "zones at least", byProfile: { opta: 3, sysdesign2: 2, bank: 3, strict: 3 }, fallback: 3 }
  },
  reads: { ...subnetReads, aws_vpc: ["id"] },
  judge: (world2, { zones }) => placedVpcs(world2).filter(({ subnets: subnets2 }) => subnets2.length > 0).map((placed) => ({ resource: placed.vpc, address: placed.vpc.address, facts: judgeVpc4(placed, Number(zones)), byCompanions: true }))
};
function judgeVpc4({ subnets: subnets2, maybe }, asked) {
  const tiers = new Set(subnets2.map(({ tier }) => tier));
  const vague = subnets2.some(({ tier }) => tier === void 0) || maybe !== void 0;
  const known = [...tiers].filter((tier) => tier !== void 0 || tiers.size === 1);
  return known.map((tier) => {
    const own2 = subnets2.filter((placed) => placed.tier === tier);
    const zones = new Set(own2.map(({ zone }) => zone).filter((zone) => zone !== void 0));
    if (zones.size >= asked) return fine;
    const evidence = `${own2.map(({ subnet, zone }) => `${subnet.address} in ${zone ?? "a zone known after apply"}`).join(", ")}`;
    const unknown2 = own2.some(({ zone }) => zone === void 0) || vague && tiers.size > 1 || maybe !== void 0;
    return spread(tier, zones.size, asked, evidence, unknown2);
  });
}
function spread(tier, zones, asked, evidence, unknown2) {
  const name = tier === void 0 ? "the subnets" : `the ${tier} subnets`;
  if (unknown2) return uncertain(`${name} stand in ${zones} known ${zones === 1 ? "zone" : "zones"}; whether they span ${asked} is known after apply`, evidence);
  return failing(`${name} stand in ${zones} ${zones === 1 ? "zone" : "zones"}; want ${asked} at least`, evidence);
}

// packages/conventions/src/rules/network/index.ts
var networkRules = [
  noDefaultVpc,
  vpcAzSpread,
  subnetTiers,
  subnetCidrPlan,
  privateNoPublicIp,
  privateEgressNat,
  publicSubnetLbOnly,
  rdsPublic,
  dbPrivateSubnets,
  ec2Private,
  eksPrivateSubnets,
  eksPrivateEndpoint,
  redshiftPrivate,
  efsMounts,
  rdsSg
];

// packages/conventions/src/plan-facts/alarm-metrics.ts
var alarmType = "aws_cloudwatch_metric_alarm";
var alarmReads = { [alarmType]: ["namespace", "dimensions", "metric_query"] };
function alarmMetrics(world2) {
  return world2.ofType(alarmType).flatMap((alarm) => {
    const queries = readBlocks(alarm, ["metric_query"]);
    const metrics = queries === "unknown" ? [] : queries.flatMap((query) => blocksAt2(alarm, [...query, "metric"]));
    return [[], ...metrics].map((path8) => ({ alarm, path: path8 }));
  });
}
function blocksAt2(alarm, path8) {
  const blocks2 = readBlocks(alarm, path8);
  return blocks2 === "unknown" ? [path8] : blocks2;
}
function indexAlarms(world2, metrics, watched2) {
  const names5 = new Set(world2.ofType(watched2.type).flatMap((resource) => namesOf(watched2, resource)));
  const byName = /* @__PURE__ */ new Map();
  const byResource = /* @__PURE__ */ new Map();
  let [loose, stray] = [];
  for (const { alarm, path: path8 } of metrics) {
    const found2 = byNamespace(alarm, path8, watched2);
    const dimension = readText(alarm, [...path8, "dimensions", watched2.dimension]);
    if (!found2 || dimension.state === "absent") continue;
    if (dimension.text !== void 0) {
      keepBest(byName, dimension.text, found2);
      if (!names5.has(dimension.text)) stray ??= alarm;
      continue;
    }
    const resources = referenced(world2, alarm, [...path8, "dimensions"], watched2);
    if (resources.size === 0) loose ??= alarm;
    for (const resource of resources) keepBest(byResource, resource, resources.size === 1 ? found2 : { state: "maybe", alarm });
  }
  return { watched: watched2, byName, byResource, loose, stray };
}
function byNamespace(alarm, path8, { namespaces }) {
  const { state, text: text2 } = readText(alarm, [...path8, "namespace"]);
  if (state === "unknown") return { state: "maybe", alarm };
  return text2 !== void 0 && namespaces.includes(text2) ? { state: "yes" } : void 0;
}
function referenced(world2, alarm, path8, { type: wanted4, identity }) {
  const leaves = leavesOf(world2, alarm, path8).filter(({ type: type6, attribute: attribute4 }) => type6 === wanted4 && (attribute4 === void 0 || identity.includes(attribute4)));
  return new Set(leaves.flatMap(({ instances: instances2 }) => instances2));
}
function keepBest(found2, key2, watch) {
  if (found2.get(key2)?.state !== "yes") found2.set(key2, watch);
}
function namesOf({ identity }, resource) {
  return identity.flatMap((name) => readText(resource, [name]).text ?? []);
}
function watchOf({ watched: watched2, byName, byResource, loose, stray }, resource) {
  const names5 = namesOf(watched2, resource);
  const found2 = [...names5.map((name) => byName.get(name)), byResource.get(resource)].filter((watch) => watch !== void 0);
  const best = found2.find(({ state }) => state === "yes") ?? found2[0];
  if (best) return best;
  const maybe = loose ?? (names5.length === 0 ? stray : void 0);
  return maybe ? { state: "maybe", alarm: maybe } : { state: "no" };
}

// packages/conventions/src/rules/observability/alarms.ts
var watched = [
  { type: "aws_eks_cluster", namespaces: ["ContainerInsights", "AWS/EKS"], dimension: "ClusterName", identity: ["name", "id"] },
  { type: "aws_db_instance", namespaces: ["AWS/RDS"], dimension: "DBInstanceIdentifier", identity: ["identifier", "id"] },
  { type: "aws_rds_cluster", namespaces: ["AWS/RDS"], dimension: "DBClusterIdentifier", identity: ["cluster_identifier", "id"] },
  { type: "aws_msk_cluster", namespaces: ["AWS/Kafka"], dimension: "Cluster Name", identity: ["cluster_name"] }
];
var alarms = {
  id: "alarms",
  what: "EKS clusters, RDS databases and clusters, and MSK clusters have alarms",
  why: [{ document: "banklitex-deployment-guideline", sentence: "Alarms by AWS service \u2026 EKS Cluster \u2026 RDS \u2026 RDS Cluster \u2026 MSK (Kafka)" }],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_cloudwatch_metric_alarm" "cpu" {\n  namespace  = "AWS/RDS"\n  dimensions = { DBInstanceIdentifier = aws_db_instance.this.identifier }\n}',
  fails: 'resource "aws_db_instance" "this" {\n  identifier = "bank-db"\n}',
  reads: { ...alarmReads, ...Object.fromEntries(watched.map(({ type: type6, identity }) => [type6, identity])) },
  judge: (world2) => {
    const metrics = alarmMetrics(world2);
    return watched.flatMap((one) => {
      const index = indexAlarms(world2, metrics, one);
      return world2.ofType(one.type).map((resource) => {
        const fact = factOf3(watchOf(index, resource), one);
        return judgementByCompanions(resource, fact);
      });
    });
  }
};
function factOf3(watch, { namespaces, dimension }) {
  if (watch.state === "yes") return fine;
  const wanted4 = `${dimension} in ${namespaces.join(" or ")}`;
  if (watch.state === "maybe") return uncertain("whether an alarm watches it is known after apply", `${watch.alarm.address} may have ${wanted4}`);
  return failing("no alarm watches it", `no aws_cloudwatch_metric_alarm of this plan has ${wanted4}`);
}

// packages/conventions/src/rules/observability/app-logs.ts
var groupType2 = "aws_cloudwatch_log_group";
var taskType = "aws_ecs_task_definition";
var definitions = ["container_definitions"];
var retention = ["retention_in_days"];
var appLogs = {
  id: "app-logs",
  what: "containers log to CloudWatch, and log groups have a retention",
  why: [
    { document: "system-design-2", sentence: "All application logs emitted are captured by CloudWatch." },
    { document: "banklitex-deployment-guideline", sentence: "logs browsing and search from both kubernetes pods and infrastructure" }
  ],
  severity: "warn",
  profiles: ["sysdesign2", "bank", "strict"],
  remedy: "retention_in_days = 90",
  fails: "retention_in_days = 0",
  parameters: { drivers: { kind: "list", title: "log drivers that containers of ECS may have", fallback: ["awslogs", "awsfirelens"] } },
  reads: { [groupType2]: retention, [taskType]: definitions },
  judge: eachResource(
    [groupType2, taskType],
    (resource, _world, { drivers }) => resource.type === groupType2 ? [judgeGroup6(resource)] : judgeTask2(resource, Array.isArray(drivers) ? drivers.map(String) : [])
  )
};
function judgeGroup6(group) {
  const reading = readText(group, retention);
  const evidence = showValue(group, retention);
  if (reading.state === "unknown") return uncertain("retention_in_days is known after apply", evidence);
  return Number(reading.text ?? 0) > 0 ? fine : failing("the log group has no retention: events are kept for ever", evidence);
}
function judgeTask2(task, drivers) {
  const containers = taskContainers(task);
  if (containers === "unknown") return [uncertain("nothing in this plan tells the containers", `container_definitions of ${task.address} cannot be read`)];
  const shown = !isSensitive(task, definitions);
  return containers.map((container, index) => {
    const driver2 = child(container["logConfiguration"], "logDriver");
    if (typeof driver2 === "string" && drivers.includes(driver2)) return fine;
    const name = shown && typeof container["name"] === "string" ? container["name"] : `number ${index + 1}`;
    const value = typeof driver2 === "string" ? shown ? driver2 : "(sensitive)" : "not set";
    return failing(
      `the log driver of container ${name} is ${value}; want ${drivers.join(" or ")}`,
      `container ${name}: logConfiguration.logDriver is ${value}`
    );
  });
}

// packages/conventions/src/rules/observability/cloudtrail.ts
var type2 = "aws_cloudtrail";
var switches = ["is_organization_trail", "is_multi_region_trail", "enable_log_file_validation"];
var judgeEach2 = eachResource([type2], (trail, world2) => {
  const facts = [...switches.map((name) => judgeOn(trail, [name])), judgeCustomerKey(world2, trail, ["kms_key_id"])];
  const off = readFlag(trail, ["enable_logging"]) === "false";
  return off ? [...facts, failing("the trail is switched off", showValue(trail, ["enable_logging"]))] : facts;
});
var cloudtrail = {
  id: "cloudtrail",
  what: "trails are the organisation\u2019s, of all regions, validated and under a customer-managed key",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "From the beginning, AWS CloudTrail is delivering trail services for auditing"
    }
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "is_organization_trail      = true\nis_multi_region_trail      = true\nenable_log_file_validation = true\nkms_key_id                 = aws_kms_key.<yours>.arn",
  fails: "is_multi_region_trail = false",
  parameters: requiredParameter,
  reads: { [type2]: [...switches, "kms_key_id", "enable_logging"], ...keyReads },
  judge: (world2, parameters) => [...judgeEach2(world2, parameters), ...judgeAbsence(world2, parameters, [type2])]
};

// packages/conventions/src/rules/observability/codebuild-spec.ts
var wanted2 = "buildspec.yml";
var sources = ["CODEPIPELINE", "CODECOMMIT"];
var pathLimit = 200;
var codebuildSpec = {
  id: "codebuild-spec",
  what: "CodeBuild projects follow buildspec.yml at the root, from a pipeline or CodeCommit",
  why: [
    {
      document: "system-design-2",
      sentence: "A buildspec.yml file which details the actions to perform (Such as docker build and pytest) after committing to a repository is create in the root of the repository and committed."
    },
    { document: "system-design-2", sentence: "CodePipeline is used to monitor and orchestrate the interaction \u2026 between CodeCommit and CodeBuild." }
  ],
  severity: "info",
  profiles: ["sysdesign2", "strict"],
  remedy: 'source {\n  type      = "CODEPIPELINE"\n  buildspec = "buildspec.yml"\n}',
  fails: 'source {\n  type     = "GITHUB"\n  location = "https://github.com/org/repo.git"\n}',
  reads: { aws_codebuild_project: ["source"] },
  judge: eachResource(["aws_codebuild_project"], (project) => {
    const blocks2 = readBlocks(project, ["source"]);
    const evidence = showValue(project, ["source"]);
    if (blocks2 === "unknown") return [uncertain("source is known after apply", evidence)];
    const [path8] = blocks2;
    return path8 ? [judgeType4(project, [...path8, "type"]), judgeSpec(project, [...path8, "buildspec"])] : [failing("there is no source", evidence)];
  })
};
function judgeType4(project, path8) {
  const { state, text: text2 } = readText(project, path8);
  const evidence = showValue(project, path8);
  if (state === "unknown") return uncertain("the type of the source is known after apply", evidence);
  return sources.includes(text2 ?? "") ? fine : failing(`the source is ${text2 ?? "not set"}; want ${sources.join(" or ")}`, evidence);
}
function judgeSpec(project, path8) {
  const { state, text: text2 } = readText(project, path8);
  if (state === "unknown") return uncertain("buildspec is known after apply", showValue(project, path8));
  if (text2 === void 0 || text2 === wanted2) return fine;
  const inline2 = !text2.startsWith("arn:") && /[\n:{]/.test(text2) || text2.length > pathLimit;
  if (inline2) return failing("the buildspec stands inline, not in the repository", `buildspec has ${text2.length} characters`);
  return failing(`the buildspec is not ${wanted2} at the root`, showValue(project, path8));
}

// packages/conventions/src/plan-facts/registry-scans.ts
var type3 = "aws_ecr_registry_scanning_configuration";
var registryScanReads = { [type3]: ["scan_type", "rule"] };
function registryScans(world2, repository) {
  const answers = world2.ofType(type3).map((registry2) => {
    const rules2 = readBlocks(registry2, ["rule"]);
    if (rules2 === "unknown") return "unknown";
    return any(rules2.map((rule) => ruleScans(registry2, rule, readText(repository, ["name"]))));
  });
  return any(answers);
}
function ruleScans(registry2, rule, name) {
  const frequency = readText(registry2, [...rule, "scan_frequency"]);
  const often = frequency.text === "SCAN_ON_PUSH" || frequency.text === "CONTINUOUS_SCAN";
  if (!often && frequency.state !== "unknown") return "false";
  const filters = readBlocks(registry2, [...rule, "repository_filter"]);
  const fits = filters === "unknown" ? "unknown" : any(filters.map((path8) => filterFits(readText(registry2, [...path8, "filter"]), name)));
  return fits === "true" && !often ? "unknown" : fits;
}
function filterFits(filter, name) {
  if (filter.text !== void 0 && /^\*+$/.test(filter.text)) return "true";
  if (filter.text === void 0 || name.text === void 0) return filter.state === "absent" ? "false" : "unknown";
  if (!filter.text.includes("*")) return name.text.includes(filter.text) ? "true" : "false";
  const parts = filter.text.split("*");
  return fitsParts(name.text, parts) ? "true" : "false";
}
function fitsParts(text2, parts) {
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (!text2.startsWith(first)) return false;
  let at2 = first.length;
  for (const part3 of rest) {
    const found2 = text2.indexOf(part3, at2);
    if (found2 < 0) return false;
    at2 = found2 + part3.length;
  }
  return text2.length - last.length >= at2 && text2.endsWith(last);
}
function any(answers) {
  if (answers.includes("true")) return "true";
  return answers.includes("unknown") ? "unknown" : "false";
}

// packages/conventions/src/rules/observability/sources.ts
var bankPosture = {
  document: "banklitex-deployment-guideline",
  sentence: "the general security posture is managed using AWS Security Hub using aggregation from the whole account structure and enabling broad range of tooling and services like GuardDuty, Config, Inspector."
};
var bankScans = {
  document: "banklitex-deployment-guideline",
  sentence: "Vulnerabilities protections are enabled by integration with AWS Inspector scans and reporting."
};

// packages/conventions/src/rules/observability/ecr-scan.ts
var type4 = "aws_ecr_repository";
var block9 = "image_scanning_configuration";
var ecrScan = {
  id: "ecr-scan",
  what: "ECR repositories are scanned on push or by the registry",
  why: [{ document: "system-design-2", sentence: "Docker scan or CodeGuru can used to detect vulnerabilities in the image." }, bankScans],
  severity: "error",
  profiles: ["sysdesign2", "bank", "strict"],
  remedy: "image_scanning_configuration {\n  scan_on_push = true\n}",
  fails: "image_scanning_configuration {\n  scan_on_push = false\n}",
  reads: { [type4]: ["name", block9], ...registryScanReads },
  judge: (world2) => world2.ofType(type4).map((repository) => judgementByCompanions(repository, judgeOne(world2, repository)))
};
function judgeOne(world2, repository) {
  const blocks2 = readBlocks(repository, [block9]);
  const path8 = blocks2 === "unknown" ? void 0 : blocks2[0];
  const own2 = blocks2 === "unknown" ? "unknown" : path8 ? readFlag(repository, [...path8, "scan_on_push"]) : "absent";
  const registry2 = registryScans(world2, repository);
  if (own2 === "true" || registry2 === "true") return fine;
  const evidence = showValue(repository, [block9]);
  if (own2 === "unknown") return uncertain("scan_on_push is known after apply", evidence);
  if (registry2 === "unknown") return uncertain("whether the registry scans the repository is known after apply", evidence);
  return failing("images are not scanned when they are pushed, and no rule of the registry scans them", evidence);
}

// packages/conventions/src/rules/observability/inspector.ts
var type5 = "aws_inspector2_enabler";
var path7 = ["resource_types"];
var wanted3 = ["ECR", "EC2"];
var inspector = {
  id: "inspector",
  what: "Inspector scans container images and machines",
  why: [bankScans],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource_types = ["ECR", "EC2"]',
  fails: 'resource_types = ["LAMBDA"]',
  parameters: requiredParameter,
  reads: { [type5]: ["resource_types", "account_ids"] },
  judge: (world2, parameters) => [
    ...world2.ofType(type5).map((enabler) => judgementByCompanions(enabler, judgeOne2(world2, enabler))),
    ...judgeAbsence(world2, parameters, [type5])
  ]
};
function judgeOne2(world2, enabler) {
  const siblings = world2.ofType(type5).filter((other) => other === enabler || accounts(other) === accounts(enabler));
  const types10 = siblings.map(typesOf);
  const missing6 = wanted3.filter((name) => !types10.some(({ names: names5 }) => names5.has(name)));
  if (missing6.length === 0) return fine;
  const evidence = showValue(enabler, path7);
  if (types10.some(({ open }) => open)) return uncertain(`whether Inspector is on for ${missing6.join(" and ")} is known after apply`, evidence);
  return failing(`Inspector is not on for ${missing6.join(" and ")}`, evidence);
}
function accounts(enabler) {
  const reading = read(enabler, ["account_ids"]);
  return reading.state === "known" ? JSON.stringify(reading.value) : enabler;
}
function typesOf(enabler) {
  const elements2 = readBlocks(enabler, path7);
  if (elements2 === "unknown") return { names: /* @__PURE__ */ new Set(), open: true };
  const readings = elements2.map((element) => readText(enabler, element));
  return {
    names: new Set(readings.flatMap(({ text: text2 }) => text2 ?? [])),
    open: readings.some(({ state }) => state === "unknown")
  };
}

// packages/conventions/src/rules/observability/security-services.ts
var aggregator = "aws_securityhub_finding_aggregator";
var detector = "aws_guardduty_detector";
var recorder = "aws_config_configuration_recorder_status";
var judgeEach3 = eachResource([aggregator, detector, recorder], (resource) => [judgeOne3(resource)]);
var securityServices = {
  id: "security-services",
  what: "Security Hub aggregates findings, GuardDuty and the recorder of Config are on",
  why: [bankPosture],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}',
  fails: 'resource "aws_guardduty_detector" "this" {\n  enable = false\n}',
  parameters: requiredParameter,
  reads: { [aggregator]: ["linking_mode"], [detector]: ["enable"], [recorder]: ["is_enabled"] },
  judge: (world2, parameters) => [...judgeEach3(world2, parameters), ...judgeAbsence(world2, parameters, [aggregator, detector, recorder])]
};
function judgeOne3(resource) {
  if (resource.type === recorder) return judgeOn(resource, ["is_enabled"]);
  if (resource.type === detector) return readFlag(resource, ["enable"]) === "absent" ? fine : judgeOn(resource, ["enable"]);
  const mode = ["linking_mode"];
  return readText(resource, mode).text === "NO_REGIONS" ? failing("the aggregator gathers from no region", showValue(resource, mode)) : fine;
}

// packages/conventions/src/rules/observability/index.ts
var observabilityRules = [appLogs, cloudtrail, securityServices, inspector, alarms, ecrScan, codebuildSpec];

// packages/conventions/src/rules/platform/helm-platform.ts
var helmPlatform = {
  id: "helm-platform",
  what: "where there is an EKS cluster, charts are installed by Helm",
  why: [mediationItem("MZ Platform Application Helm chart")],
  severity: "info",
  profiles: ["mz"],
  remedy: 'resource "helm_release" "platform" {\n  name  = "mz"\n  chart = "mediationzone"\n}',
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "mz"\n}',
  reads: { aws_eks_cluster: ["name"], helm_release: ["name"] },
  judge: (world2) => {
    if (world2.ofType("aws_eks_cluster").length === 0) return [];
    const managed2 = world2.facts.manifests.some(({ value }) => child(child(child(value, "metadata"), "labels"), "app.kubernetes.io/managed-by") === "Helm");
    const facts = [
      world2.ofType("helm_release").length > 0 || managed2 ? fine : failing("there is an EKS cluster, but nothing is installed by Helm", "no helm_release")
    ];
    return [{ address: "plan", facts }];
  }
};

// packages/conventions/src/rules/platform/iac-drift.ts
var iacDrift = {
  id: "iac-drift",
  what: "nothing that the plan depends on was changed outside the code",
  why: [{ document: "mediationzone-on-aws", sentence: "The AWS infrastructure should be managed as IaC using Terraform, CloudFormation or similar tool." }],
  severity: "warn",
  profiles: ["mz", "strict"],
  remedy: "# write the change into the configuration, or undo it: terraform apply -refresh-only shows what it is",
  fails: "# somebody has changed aws_security_group.app in the console",
  reads: { "*": [] },
  readsDrift: true,
  judge: (world2) => world2.phase === "before" ? [] : world2.plan.drift.flatMap((entry) => judgeEntry2(world2, entry))
};
function judgeEntry2(world2, entry) {
  if (entry.mode !== "managed" || entry.actions.every((action) => action === "no-op")) return [];
  const changed = entry.after === null ? ["the whole resource"] : changedNames(entry);
  if (changed.length === 0 || !isRelevant(world2, entry)) return [];
  const what = entry.after === null ? "it was deleted outside the code" : "it was changed outside the code";
  return [{ address: entry.address, facts: [failing(what, changed.slice(0, 20).join(", "))], introduced: false }];
}
function isRelevant(world2, entry) {
  const relevant = world2.plan.relevantAttributes;
  if (!relevant) return true;
  return relevant.filter(({ resource }) => resource === entry.address || resource === entry.address.replace(/\[[^[\]]*\]$/, "")).some(({ attribute: attribute4 }) => entry.after === null || differs(valueAt(entry.before, attribute4), valueAt(entry.after, attribute4)));
}
function changedNames({ before, after: after2 }) {
  const names5 = /* @__PURE__ */ new Set([...Object.keys(before ?? {}), ...Object.keys(after2 ?? {})]);
  return [...names5].filter((name) => differs(child(before, name), child(after2, name))).sort();
}
function valueAt(root, path8) {
  let node = root;
  for (const part3 of path8) node = child(node, part3);
  return node;
}
function differs(one, other) {
  return stable(one) !== stable(other);
}
function stable(value) {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? "null";
  return `{${Object.keys(value).sort().map((key2) => `${key2}:${stable(value[key2])}`).join()}}`;
}

// packages/conventions/src/rules/platform/module-pinned.ts
var registry = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/;
var vcs = /^(?:github\.com|bitbucket\.org)\//;
var exact = /^=?\s*v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/;
var modulePinned = {
  id: "module-pinned",
  what: "modules of a registry are taken at an exact version",
  why: [{ document: "banklitex-deployment-guideline", sentence: 'source  = "spacelift.io/gft-blx/skeleton-networking/aws" \u2026 version = "1.1.9"' }],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'module "network" {\n  source  = "spacelift.io/gft-blx/skeleton-networking/aws"\n  version = "1.1.9"\n}',
  fails: 'module "network" {\n  source  = "spacelift.io/gft-blx/skeleton-networking/aws"\n  version = "~> 1.1"\n}',
  reads: { "*": [] },
  judge: (world2) => judgeCalls(world2.plan.configuration, "")
};
function judgeCalls(module, parent) {
  return [...module.calls.values()].flatMap((call) => {
    const address = `${parent}module.${call.name}`;
    const own2 = registry.test(call.source) && !vcs.test(call.source) ? [{ address, facts: [judgeCall(call)], introduced: true }] : [];
    return [...own2, ...judgeCalls(call.module, `${address}.`)];
  });
}
function judgeCall({ source, versionConstraint }) {
  if (versionConstraint !== void 0 && exact.test(versionConstraint.trim())) return fine;
  return failing(`the version is ${versionConstraint ?? "not set"}; want an exact one`, `source = ${source}`);
}

// packages/conventions/src/rules/platform/region-allowed.ts
var globalTypes = /^aws_(?:acm|cloudfront|waf|wafv2)_/;
var globalRegion = "us-east-1";
var regionAllowed = {
  id: "region-allowed",
  what: "all providers work in one region, which is allowed",
  why: [
    { document: "opta-aws-architecture", sentence: "For AWS our environments are currently setup within a single region" },
    { document: "banklitex-deployment-guideline", sentence: "The application was tested in EU-1 (Frankfurt) region" }
  ],
  severity: "warn",
  profiles: ["opta", "bank", "strict"],
  remedy: 'provider "aws" {\n  region = "eu-central-1"\n}',
  fails: 'provider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}',
  parameters: {
    regions: {
      kind: "list",
      title: "regions that may be used; any one where the list is empty",
      byProfile: { bank: ["eu-central-1"], strict: ["eu-central-1"] },
      fallback: []
    }
  },
  reads: { "*": [] },
  judge: (world2, parameters) => {
    const allowed2 = Array.isArray(parameters["regions"]) ? parameters["regions"].map(String) : [];
    const providers = [...world2.plan.providers.values()].filter(isJudged);
    const home = homeRegion(world2, providers);
    return providers.map(
      (provider) => ({ address: `provider.${provider.key}`, facts: [judgeProvider(world2, provider, { allowed: allowed2, home })], introduced: true })
    );
  }
};
function isJudged({ name, key: key2, expressions }) {
  return name === "aws" && (!key2.includes(":") || expressions["region"] !== void 0);
}
function homeRegion(world2, providers) {
  const first = providers.find(({ alias }) => alias === void 0) ?? providers[0];
  return first && regionOf(world2, first);
}
function judgeProvider(world2, provider, { allowed: allowed2, home }) {
  const region = regionOf(world2, provider);
  if (region === void 0) return uncertain("the region is not told by the plan", "region is not a literal and not a root variable");
  const evidence = `region = ${region}`;
  if (region === globalRegion && provider.alias !== void 0 && servesGlobalTypes(world2.plan.configuration, provider.key)) return fine;
  if (allowed2.length > 0 && !allowed2.includes(region)) return failing(`${region} is not allowed; want ${allowed2.join(" or ")}`, evidence);
  return home !== void 0 && region !== home ? failing(`${region} is a second region beside ${home}`, evidence) : fine;
}
function regionOf(world2, { expressions, key: key2 }) {
  const expression = expressions["region"];
  const literal = isMap(expression) ? expression["constant_value"] : void 0;
  if (typeof literal === "string") return literal;
  if (key2.includes(":")) return void 0;
  const [reference, other] = longestReferences(expression);
  const [, name] = /^var\.([\w-]+)$/.exec(reference ?? "") ?? [];
  const value = name === void 0 || other !== void 0 ? void 0 : world2.plan.variables.get(name);
  return typeof value === "string" ? value : void 0;
}
function servesGlobalTypes(module, key2) {
  const own2 = [...module.resources.values()].filter(({ providerKey, mode }) => providerKey === key2 && mode === "managed");
  return own2.every(({ type: type6 }) => globalTypes.test(type6)) && [...module.calls.values()].every((call) => servesGlobalTypes(call.module, key2));
}

// packages/conventions/src/rules/platform/service-of-type.ts
var prefixes2 = [
  [
    "ec2",
    ["instance", "ami", "launch_", "key_pair", "ebs_", "volume_attachment", "placement_group", "spot_", "autoscaling", "ec2_", "eip", "network_interface"]
  ],
  [
    "vpc",
    [
      "vpc",
      "subnet",
      "route_table",
      "route",
      "main_route_table",
      "internet_gateway",
      "egress_only_internet_gateway",
      "nat_gateway",
      "security_group",
      "default_",
      "network_acl",
      "flow_log",
      "customer_gateway",
      "vpn_"
    ]
  ],
  ["elb", ["lb", "alb", "elb", "load_balancer_", "proxy_protocol_policy", "app_cookie_stickiness_policy"]],
  ["rds", ["rds_", "db_"]],
  ["mwaa", ["mwaa_"]],
  ["route53", ["route53"]],
  ["waf", ["waf", "wafv2_", "wafregional_"]],
  ["emr", ["emr", "emrcontainers_", "emrserverless_"]],
  ["msk", ["mskconnect_"]],
  ["s3", ["s3control_"]],
  ["ecr", ["ecrpublic_"]],
  ["inspector", ["inspector"]],
  ["shield", ["shield_"]]
];
var own = /* @__PURE__ */ new Set([
  "acm",
  "appmesh",
  "athena",
  "chatbot",
  "cloudtrail",
  "cloudwatch",
  "codeartifact",
  "config",
  "dynamodb",
  "ecr",
  "eks",
  "glue",
  "guardduty",
  "iam",
  "kms",
  "msk",
  "s3",
  "secretsmanager",
  "securityhub",
  "sns",
  "ssm",
  "transfer"
]);
function serviceName(type6) {
  const rest = type6.replace(/^aws_/, "");
  const word4 = rest.split("_")[0] ?? rest;
  if (rest.startsWith("route53")) return "route53";
  if (own.has(word4)) return word4;
  for (const [service, starts] of prefixes2) {
    if (starts.some(
      (start2) => start2.endsWith("_") ? rest.startsWith(start2) : rest === start2 || rest.startsWith(`${start2}_`) || start2.length > 4 && rest.startsWith(start2)
    ))
      return service;
  }
  return word4;
}

// packages/conventions/src/rules/platform/services-allowed.ts
var named = [
  "ec2",
  "eks",
  "msk",
  "rds",
  "cloudwatch",
  "elb",
  "iam",
  "waf",
  "kms",
  "s3",
  "route53",
  "sns",
  "codeartifact",
  "vpc",
  "mwaa",
  "emr",
  "glue",
  "ecr",
  "secretsmanager",
  "dynamodb",
  "transfer",
  "athena",
  "appmesh",
  "securityhub",
  "guardduty",
  "config",
  "inspector",
  "cloudtrail",
  "acm",
  "chatbot",
  "ssm",
  "shield"
];
var servicesAllowed = {
  id: "services-allowed",
  what: "resources belong to services that the platform knows",
  why: [{ document: "banklitex-deployment-guideline", sentence: "The solution is to deploy below services \u2026 EC2" }],
  severity: "info",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_sns_topic" "events" {}',
  fails: 'resource "aws_sqs_queue" "events" {}',
  parameters: { services: { kind: "list", title: "services that may be used", fallback: named } },
  reads: { "*": [] },
  judge: (world2, parameters) => {
    const allowed2 = new Set(Array.isArray(parameters["services"]) ? parameters["services"].map((name) => String(name).toLowerCase()) : []);
    return world2.types().filter((type6) => type6.startsWith("aws_")).flatMap((type6) => {
      const service = serviceName(type6);
      const facts = [allowed2.has(service) ? fine : failing(`${service} is not among the services of the platform`, type6)];
      return world2.ofType(type6).map((resource) => ({ resource, address: resource.address, facts }));
    });
  }
};

// packages/conventions/src/rules/platform/tags-required.ts
var tagsRequired = {
  id: "tags-required",
  what: "every taggable resource has the required tags",
  why: [{ document: "banklitex-deployment-guideline", sentence: "L4_tags = var.L4_tags" }],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: "tags = var.L4_tags",
  fails: "tags = {}",
  parameters: { keys: { kind: "list", title: "keys of tags that each resource has, with a value; without keys, any tag", fallback: [] } },
  reads: { "*": ["tags", "tags_all"] },
  judge: (world2, parameters) => {
    const keys = Array.isArray(parameters["keys"]) ? parameters["keys"].map(String) : [];
    return world2.types().filter((type6) => type6.startsWith("aws_")).flatMap((type6) => world2.ofType(type6)).filter(isTaggable).map((resource) => judgementOf(resource, judgeTags(world2, resource, keys)));
  }
};
function isTaggable(resource) {
  return resource.values["tags_all"] !== void 0 || child(resource.unknown, "tags_all") !== void 0;
}
function judgeTags(world2, resource, keys) {
  const tags = knownTags(world2, resource);
  const evidence = () => showValue(resource, ["tags_all"]);
  if (tags === void 0) return uncertain("the tags are known after apply", evidence());
  const open = ["tags", "tags_all"].map((name) => child(resource.unknown, name)).filter(isMap);
  if (keys.length === 0) {
    const some = Object.values(tags).some(isFilled2) || open.some((marks) => Object.keys(marks).length > 0);
    return some ? fine : failing("the resource has no tags", evidence());
  }
  const missing6 = keys.filter((key2) => !isFilled2(tags[key2]));
  if (missing6.length === 0) return fine;
  const absent2 = missing6.filter((key2) => !open.some((marks) => marks[key2] === true));
  if (absent2.length === 0) return uncertain(`the value of ${missing6.join(", ")} is known after apply`, evidence());
  return failing(`the tags ${absent2.join(", ")} are missing`, evidence());
}
function isFilled2(value) {
  return value !== void 0 && value !== null && value !== "";
}
function knownTags(world2, resource) {
  const all = read(resource, ["tags_all"]);
  if (all.state !== "unknown") return all.state === "known" && isMap(all.value) ? all.value : {};
  const own2 = read(resource, ["tags"]);
  const defaults2 = defaultTags(world2, resource);
  if (own2.state === "unknown" || defaults2 === void 0) return void 0;
  return { ...defaults2, ...own2.state === "known" && isMap(own2.value) ? own2.value : {} };
}
function defaultTags(world2, resource) {
  const key2 = world2.configured(resource)?.providerKey ?? "aws";
  const { providers, variables } = world2.plan;
  const own2 = providers.get(key2)?.expressions["default_tags"];
  const block10 = child(own2 ?? providers.get(key2.replace(/^.*:/, ""))?.expressions["default_tags"], 0);
  if (block10 === void 0) return {};
  const expression = child(block10, "tags");
  const [reference, other] = longestReferences(expression);
  const variable = other === void 0 ? /^var\.([\w-]+)$/.exec(reference ?? "")?.[1] : void 0;
  const value = variable === void 0 ? child(expression, "constant_value") : variables.get(variable);
  return isMap(value) ? value : void 0;
}

// packages/conventions/src/rules/platform/workspace-env.ts
var workspaceEnv = {
  id: "workspace-env",
  what: "the workspace is one of the environments",
  why: [{ document: "dataworks-data-egress", sentence: "Non-prod environment: the data is sent to the stub-hdfs-*** bucket" }],
  severity: "warn",
  profiles: ["dwp", "strict"],
  remedy: "# .slipway/conventions.yaml\nenvironments: [development, qa, integration, preprod, production]",
  language: "yaml",
  fails: "# TF_WORKSPACE=defualt",
  reads: { "*": [] },
  judge: (world2) => {
    const { workspace, environments } = world2.facts;
    const variable = world2.plan.variables.get("workspace");
    const name = workspace ?? (typeof variable === "string" ? variable : void 0);
    if (name === void 0 || environments.length === 0) return [];
    const known = environments.includes(name);
    const facts = [known ? fine : failing(`the workspace is ${name}; want one of ${environments.join(", ")}`, `workspace = ${name}`)];
    return [{ address: "plan", facts, introduced: true }];
  }
};

// packages/conventions/src/rules/platform/index.ts
var platformRules = [workspaceEnv, regionAllowed, tagsRequired, modulePinned, servicesAllowed, iacDrift, helmPlatform];

// packages/conventions/src/plan-facts/account.ts
var accountReads = { aws_caller_identity: ["account_id"] };
var made6 = /* @__PURE__ */ new WeakMap();
function accountOf({ plan }) {
  const known = made6.get(plan);
  if (known) return known.account;
  const callers = plan.data.flatMap(({ type: type6, values }) => type6 === "aws_caller_identity" ? textsOf(values["account_id"]) : []);
  const own2 = [...plan.providers.values()].filter(({ name, alias }) => name === "aws" && alias === void 0);
  const allowed2 = own2.flatMap(({ expressions }) => constantsOf(plan, expressions["allowed_account_ids"]));
  const accounts2 = new Set(callers.length > 0 ? callers : allowed2);
  const account3 = accounts2.size === 1 ? [...accounts2][0] : void 0;
  made6.set(plan, { account: account3 });
  return account3;
}
function constantsOf(plan, expression) {
  if (!isMap(expression)) return [];
  if ("constant_value" in expression) return textsOf(expression["constant_value"]);
  const names5 = longestReferences(expression).map((reference) => /^var\.([\w-]+)$/.exec(reference)?.[1]);
  return names5.flatMap((name) => name === void 0 ? [""] : textsOf(plan.variables.get(name)));
}
function textsOf(value) {
  const list2 = Array.isArray(value) ? value : [value];
  return list2.filter((one) => typeof one === "string" || typeof one === "number").map(String);
}
function accountInArn(arn) {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(arn)?.[1];
}

// packages/conventions/src/rules/storage/ecr-private.ts
var policyType3 = "aws_ecr_repository_policy";
var ecrPrivate = {
  id: "ecr-private",
  what: "image repositories let in nobody from outside the account",
  why: [{ document: "opta-aws-architecture", sentence: "All ECR images/repos are private to the account." }],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: '"Principal": { "AWS": "arn:aws:iam::<this account>:role/deploy" }',
  fails: '"Principal": "*"',
  reads: {
    ...policyReads,
    ...accountReads,
    aws_ecrpublic_repository: ["repository_name"],
    [policyType3]: ["repository", "policy"],
    aws_ecr_repository: ["arn", "name", "registry_id"]
  },
  judge: (world2) => [
    ...world2.ofType("aws_ecrpublic_repository").map((repository) => judgementOf(repository, failing("the repository is public", "aws_ecrpublic_repository"))),
    ...world2.ofType(policyType3).map((policy) => judgementOf(policy, ...judgePolicy4(policyAt(world2, policy, ["policy"]), ownAccount(world2, policy))))
  ]
};
function ownAccount(world2, policy) {
  const told = accountOf(world2);
  if (told !== void 0) return told;
  const name = readText(policy, ["repository"]).text;
  const named2 = world2.ofType("aws_ecr_repository").filter((one) => name !== void 0 && readText(one, ["name"]).text === name);
  const led = leavesOf(world2, policy, ["repository"]).flatMap(({ instances: instances2 }) => instances2);
  const arns = [...named2, ...led, ...world2.ofType("aws_ecr_repository")].flatMap((one) => readText(one, ["arn"]).text ?? []);
  return accountInArn(arns[0] ?? "");
}
function judgePolicy4(reading, account3) {
  if (reading.state === "unknown") return [uncertain("the policy is known after apply", reading.evidence)];
  const statements = reading.state === "known" ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, "the policy lets in others than this account", [judgeStatements2(statements, account3)]);
}
function judgeStatements2(statements, account3) {
  const words5 = statements.flatMap(wordsOf3);
  if (words5.includes("*") || statements.some(({ notPrincipals }) => notPrincipals)) return failing("the policy lets everyone in", 'Principal "*"');
  const foreign = words5.filter((word4) => account3 === void 0 || (accountOfWord(word4) ?? account3) !== account3);
  if (foreign.length > 0 && account3 !== void 0) return failing(`the policy lets in ${foreign.join(", ")}`, `the account of this plan is ${account3}`);
  if (foreign.length > 0) return uncertain(`whether ${foreign.join(", ")} is of this account is not told by the plan`, "the account of this plan is not told");
  const untold = words5.find((word4) => accountOfWord(word4) === void 0);
  if (untold !== void 0) return uncertain(`of which account ${untold} is the plan does not tell`, untold);
  const vague = statements.some(({ principals }) => principals.some(({ open, kind }) => open && kind !== "Service"));
  return vague ? uncertain("a principal of the policy is known after apply", "principals known after apply") : fine;
}
function accountOfWord(word4) {
  return /^\d{12}$/.test(word4) ? word4 : accountInArn(word4) || void 0;
}
function wordsOf3({ principals }) {
  return principals.filter(({ kind }) => kind !== "Service").flatMap(({ values }) => values);
}

// packages/conventions/src/rules/storage/sources.ts
var systemBuckets = {
  document: "system-design-2",
  sentence: "API and Kafka should also upload to their own S3 buckets to segregate data and access. Bucket polices can also be implemented to limit access to only their respective IAM roles."
};

// packages/conventions/src/rules/storage/s3-bucket-per-service.ts
var s3BucketPerService = {
  id: "s3-bucket-per-service",
  what: "no bucket is written to by more than one role",
  why: [systemBuckets],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: 'resource "aws_s3_bucket" "api" {\n  bucket = "bank-api-uploads"\n}\n\nresource "aws_s3_bucket" "kafka" {\n  bucket = "bank-kafka-uploads"\n}',
  fails: '{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::bank-uploads/*" }, in the policies of two roles',
  reads: { ...policyReads, ...rolePolicyReads, aws_s3_bucket: bucketNames, aws_s3_bucket_policy: ["bucket", "policy"] },
  judge: (world2) => {
    const writers = indexWriters(world2);
    const join = joinToBuckets(world2, "aws_s3_bucket_policy");
    return world2.ofType("aws_s3_bucket").map((bucket) => {
      const name = readText(bucket, ["bucket"]).text;
      const byRoles = name === void 0 ? [] : writersOf(writers, name);
      const byPolicy = join.of(bucket).flatMap((policy) => principalsThatWrite(world2, policy, name));
      const all = [.../* @__PURE__ */ new Set([...byRoles, ...byPolicy])].sort();
      const facts = [all.length > 1 ? failing(`${all.length} roles may write to the bucket; want one`, all.join(", ")) : fine];
      return { resource: bucket, address: bucket.address, facts, byCompanions: true };
    });
  }
};
function indexWriters(world2) {
  const named2 = /* @__PURE__ */ new Map();
  const patterns = [];
  for (const { role, reading } of policiesOfRoles(world2)) {
    const statements = reading.state === "known" ? reading.statements.filter(mayWrite) : [];
    for (const resource of statements.flatMap(({ resources }) => resources.values)) {
      const pattern = bucketPattern(resource);
      if (pattern === void 0) continue;
      if (/[*?]/.test(pattern)) patterns.push({ role, covers: globMatcher(pattern) });
      else named2.set(pattern, [...named2.get(pattern) ?? [], role]);
    }
  }
  return { named: named2, patterns };
}
function writersOf({ named: named2, patterns }, bucket) {
  return [...named2.get(bucket) ?? [], ...patterns.filter(({ covers }) => covers(bucket)).map(({ role }) => role)];
}
function principalsThatWrite(world2, policy, bucket) {
  const reading = policyAt(world2, policy, ["policy"]);
  if (reading.state !== "known" || reading.hidden) return [];
  const covers = (resource) => {
    const pattern = bucketPattern(resource);
    return pattern !== void 0 && (bucket === void 0 || globMatcher(pattern)(bucket));
  };
  return reading.statements.filter((statement) => mayWrite(statement) && statement.resources.values.some(covers)).flatMap(({ principals }) => principals.flatMap(({ kind, values }) => values.filter((word4) => principalKind(kind, word4) === "role").map(roleName2)));
}
function mayWrite({ allow, actions: actions2 }) {
  return allow && actions2.values.some((pattern) => coversAction(pattern, "s3:PutObject"));
}
function bucketPattern(resource) {
  if (/^\*+$/.test(resource)) return "*";
  const [, written2 = ""] = /^arn:[^:]*:s3:::(.+)$/.exec(resource) ?? [];
  const slash = written2.indexOf("/");
  if (slash >= 0) return written2.slice(0, slash);
  return written2.endsWith("*") ? written2 : void 0;
}
function roleName2(arn) {
  const parts = arn.split("/");
  return (arn.includes(":assumed-role/") ? parts[1] : parts.at(-1)) ?? arn;
}

// packages/conventions/src/rules/storage/s3-lifecycle-7d.ts
var companionType3 = "aws_s3_bucket_lifecycle_configuration";
var inlineRules = "lifecycle_rule";
var uploadWord = /(?:^|[^a-z])(?:uploads?|images?)(?![a-z])/;
var s3Lifecycle = {
  id: "s3-lifecycle-7d",
  what: "buckets of uploads expire objects within seven days",
  why: [{ document: "system-design-2", sentence: "Lifecycle policy can be configured in S3 to delete objects which are older than 7 days in the buckets." }],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: 'resource "aws_s3_bucket_lifecycle_configuration" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  rule {\n    id     = "expire"\n    status = "Enabled"\n    filter {}\n    expiration {\n      days = 7\n    }\n  }\n}',
  fails: 'resource "aws_s3_bucket" "uploads" {\n  bucket = "bank-image-uploads"\n}',
  parameters: {
    days: { kind: "most", title: "days at most", byProfile: {}, fallback: 7 },
    buckets: { kind: "list", title: "globs of the names of upload buckets, instead of tags and words", fallback: [] }
  },
  reads: { aws_s3_bucket: [...bucketNames, "tags", "tags_all", "bucket_prefix", inlineRules], [companionType3]: ["bucket", "rule"] },
  judge: (world2, { days, buckets }) => {
    const join = joinToBuckets(world2, companionType3);
    return world2.ofType("aws_s3_bucket").filter((bucket) => isUpload(bucket, Array.isArray(buckets) ? buckets.map(String) : [])).flatMap((bucket) => {
      const companions2 = join.of(bucket);
      if (companions2.length > 0) return companions2.map((one) => judgementOf(one, judgeRules3(one, "rule", Number(days))));
      const inline2 = read(bucket, [inlineRules]).state === "known" && judgeRules3(bucket, inlineRules, Number(days)).verdict === "pass";
      return [judgementByCompanions(bucket, inline2 ? fine : missing4(join.maybeOf(bucket)))];
    });
  }
};
function isUpload(bucket, globs) {
  const name = readText(bucket, ["bucket"]).text ?? readText(bucket, ["bucket_prefix"]).text ?? "";
  if (globs.length > 0) return globs.some((glob) => globMatcher(glob)(name));
  const tags = ["tags", "tags_all"].flatMap((map) => ["Purpose", "Role"].map((key2) => child(bucket.values[map], key2)));
  if (tags.includes("upload")) return true;
  return [name, bucket.change.name].some((text2) => uploadWord.test(splitWords(text2)));
}
function missing4(maybe) {
  if (maybe) return uncertain("whether the bucket expires its objects is known after apply", `${maybe.address} may be this bucket's`);
  return failing(`the bucket has no ${companionType3}`, `no ${companionType3} of this plan names the bucket`);
}
function judgeRules3(resource, name, most) {
  const rules2 = readBlocks(resource, [name]);
  if (rules2 === "unknown") return uncertain("the rules are known after apply", showValue(resource, [name]));
  const verdicts = rules2.map((path8) => judgeRule(resource, path8, most));
  if (verdicts.includes("pass")) return fine;
  if (verdicts.includes("unknown")) return uncertain("whether a rule expires all objects in time is known after apply", showValue(resource, [name]));
  return failing(`no enabled rule expires all objects within ${most} days`, showValue(resource, [name]));
}
function judgeRule(companion, rule, most) {
  const status = statusOf(companion, rule);
  const days = readText(companion, [...rule, "expiration", 0, "days"]);
  const scope = readScope(companion, rule);
  if (status === "off" || scope === "part") return "fail";
  if (days.state === "absent" || days.text !== void 0 && !(Number(days.text) > 0 && Number(days.text) <= most)) return "fail";
  return status === "unknown" || days.state === "unknown" || scope === "unknown" ? "unknown" : "pass";
}
function statusOf(resource, rule) {
  if (rule[0] === inlineRules) {
    const flag2 = readFlag(resource, [...rule, "enabled"]);
    return flag2 === "true" ? "on" : flag2 === "unknown" ? "unknown" : "off";
  }
  const { state, text: text2 } = readText(resource, [...rule, "status"]);
  return state === "unknown" ? "unknown" : text2 === "Enabled" ? "on" : "off";
}
function readScope(companion, rule) {
  const prefix = readText(companion, [...rule, "prefix"]).state;
  if (prefix === "known") return "part";
  const tags = read(companion, [...rule, "tags"]);
  if (tags.state === "known" && Object.keys(tags.value ?? {}).length > 0) return "part";
  const filters = readBlocks(companion, [...rule, "filter"]);
  if (filters === "unknown") return "all";
  const narrowed = filters.flatMap(
    (path8) => ["prefix", "tag", "and", "object_size_greater_than", "object_size_less_than"].map((name) => read(companion, [...path8, name]))
  );
  const filled = narrowed.filter((reading) => reading.state === "known" && !(Array.isArray(reading.value) && reading.value.length === 0));
  if (filled.length > 0) return "part";
  return narrowed.some(({ state }) => state === "unknown") ? "unknown" : "all";
}

// packages/conventions/src/rules/storage/s3-policy-role-only.ts
var byArn = /* @__PURE__ */ new Set(["aws:principalarn"]);
var s3PolicyRoleOnly = {
  id: "s3-policy-role-only",
  what: "bucket policies let in roles only",
  why: [systemBuckets],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: '"Principal": { "AWS": "arn:aws:iam::111122223333:role/api" }',
  fails: '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }',
  reads: { ...policyReads, aws_s3_bucket_policy: ["bucket", "policy"] },
  judge: eachResource(["aws_s3_bucket_policy"], (resource, world2) => judgePolicy5(policyAt(world2, resource, ["policy"])))
};
function judgePolicy5(reading) {
  if (reading.state === "unknown") return [uncertain("the policy is known after apply", reading.evidence)];
  const statements = reading.state === "known" ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, "the policy lets in others than roles", [judgeStatements3(statements)]);
}
function judgeStatements3(statements) {
  const strangers = statements.flatMap(strangersOf);
  if (strangers.length > 0) return failing(`the policy lets in ${[...new Set(strangers)].join(", ")}`, "want roles only");
  const vague = statements.some(({ principals }) => principals.some(({ open, kind }) => open && kind !== "Service"));
  return vague ? uncertain("a principal of the policy is known after apply", "principals known after apply") : fine;
}
function strangersOf(statement) {
  if (statement.notPrincipals) return ["everyone but some (NotPrincipal)"];
  return statement.principals.flatMap(
    ({ kind, values }) => values.filter((word4) => {
      const what = principalKind(kind, word4);
      if (what === "everyone") return !isNarrowed(statement, byArn);
      return what !== "role" && what !== "service";
    })
  );
}

// packages/conventions/src/rules/storage/s3-private.ts
var blockType = "aws_s3_bucket_public_access_block";
var accountType = "aws_s3_account_public_access_block";
var flags = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
var inlineParts = ["acl", "policy", "grant"];
var publicAcls = /* @__PURE__ */ new Set(["public-read", "public-read-write", "authenticated-read"]);
var publicGroups = /\/groups\/global\/(AllUsers|AuthenticatedUsers)/;
var s3Private = {
  id: "s3-private",
  what: "buckets block public access, have no public ACL, and no policy for everyone",
  why: [{ document: "opta-aws-architecture", sentence: "S3 buckets created privately by default." }],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: [
    'resource "aws_s3_bucket_public_access_block" "this" {',
    "  bucket                  = aws_s3_bucket.this.id",
    ...flags.map((flag2) => `  ${flag2.padEnd(23)} = true`),
    "}"
  ].join("\n"),
  fails: 'resource "aws_s3_bucket_acl" "this" {\n  bucket = aws_s3_bucket.this.id\n  acl    = "public-read"\n}',
  reads: {
    ...policyReads,
    aws_s3_bucket: [...bucketNames, ...inlineParts],
    [blockType]: ["bucket", ...flags],
    [accountType]: flags,
    aws_s3_bucket_acl: ["bucket", "acl", "access_control_policy"],
    aws_s3_bucket_policy: ["bucket", "policy"]
  },
  judge: (world2) => [
    ...judgeBuckets2(world2),
    ...world2.ofType(blockType).map((block10) => judgementOf(block10, ...flags.map((flag2) => judgeOn(block10, [flag2])))),
    ...world2.ofType("aws_s3_bucket_acl").map(
      (acl) => judgementOf(acl, judgeAcl(acl), judgeGrants(acl, "access_control_policy", isWritten(expressionAt(world2.configured(acl), ["access_control_policy"]))))
    ),
    ...world2.ofType("aws_s3_bucket_policy").map((policy) => judgementOf(policy, judgePolicy6(policyAt(world2, policy, ["policy"]))))
  ]
};
function judgeBuckets2(world2) {
  const join = joinToBuckets(world2, blockType);
  const account3 = accountBlock(world2);
  return world2.ofType("aws_s3_bucket").map((bucket) => {
    const own2 = join.of(bucket).length > 0 ? fine : missingBlock(join.maybeOf(bucket), account3);
    return { ...judgementOf(bucket, own2, ...judgeInline2(world2, bucket)), byCompanions: true };
  });
}
function judgeInline2(world2, bucket) {
  const told = new Set(inlineParts.filter((name) => read(bucket, [name]).state === "known" || isWritten(expressionAt(world2.configured(bucket), [name]))));
  return [
    told.has("acl") ? judgeAcl(bucket) : fine,
    told.has("grant") ? judgeGrants(bucket, "grant", true) : fine,
    told.has("policy") ? judgePolicy6(policyAt(world2, bucket, ["policy"])) : fine
  ];
}
function accountBlock(world2) {
  const [block10] = world2.ofType(accountType);
  return block10 && worst(flags.map((flag2) => judgeOn(block10, [flag2])));
}
function missingBlock(maybe, account3) {
  if (account3 === "pass") return fine;
  if (maybe) return uncertain("whether the bucket blocks public access is known after apply", `${maybe.address} may be this bucket's`);
  if (account3 === "unknown") return uncertain("whether the account's block covers the bucket is known after apply", accountType);
  return failing(`the bucket has no ${blockType}`, `no ${blockType} of this plan names the bucket`);
}
function judgeAcl(resource) {
  const path8 = ["acl"];
  const reading = readText(resource, path8);
  if (reading.state === "unknown")
    return read(resource, ["access_control_policy"]).state === "known" ? fine : uncertain("acl is known after apply", showValue(resource, path8));
  return reading.text !== void 0 && publicAcls.has(reading.text) ? failing(`the ACL is ${reading.text}`, showValue(resource, path8)) : fine;
}
function judgeGrants(resource, name, written2) {
  const blocks2 = readBlocks(resource, [name]);
  if (blocks2 === "unknown") return written2 ? uncertain(`${name} is known after apply`, showValue(resource, [name])) : fine;
  if (blocks2.length === 0) return fine;
  const grants = JSON.stringify(read(resource, [name])).match(publicGroups);
  return grants ? failing(`a grant goes to ${grants[1]}`, `${name} names ${grants[0]}`) : fine;
}
function judgePolicy6(reading) {
  if (reading.state === "unknown") return uncertain("the policy is known after apply", reading.evidence);
  const statements = reading.state === "known" ? reading.statements : [];
  const open = statements.findIndex((statement) => letsEveryoneIn(statement) && !isNarrowed(statement));
  if (open >= 0) return failing("the policy lets everyone in", `statement ${open} allows * without a condition on where they come from`);
  const vague = statements.some(({ allow, principals }) => allow && principals.some((one) => one.open));
  return vague ? uncertain("a principal of the policy is known after apply", "principals known after apply") : fine;
}

// packages/conventions/src/rules/storage/index.ts
var storageRules = [s3Private, s3Lifecycle, s3BucketPerService, s3PolicyRoleOnly, ecrPrivate];

// packages/conventions/src/rules/table.ts
var tableIds = [
  "rds-encrypted",
  "rds-cmk",
  "docdb-encrypted",
  "redis-encrypted",
  "memorydb-cmk",
  "efs-encrypted",
  "s3-encrypted",
  "sqs-kms",
  "sns-kms",
  "sqs-own-key",
  "sns-own-key",
  "dynamodb-encrypted",
  "msk-encrypted",
  "logs-kms",
  "eks-secrets-kms",
  "ebs-encrypted",
  "ebs-default",
  "ebs-external-cmk",
  "secret-cmk",
  "ssm-secure",
  "ecr-kms",
  "codeartifact-kms",
  "redshift-encrypted",
  "pipeline-kms",
  "state-encrypted",
  "flow-logs",
  "kms-rotation",
  "kms-origin",
  "kms-alias",
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

// packages/conventions/src/rules/transport/acm-dns.ts
var certificateType = "aws_acm_certificate";
var recordType = "aws_route53_record";
var imported = ["private_key", "certificate_body", "certificate_authority_arn", "private_key_wo"];
var acmDns = {
  id: "acm-dns",
  what: "each certificate is validated by DNS, with its record and its validation",
  why: [
    mediationItem("Route53 Cert Validation Record"),
    mediationItem("ACM Certificate Validation"),
    { document: "opta-aws-architecture", sentence: "ACM cert verification is done with Route53 record manipulation in the given hosted zone." }
  ],
  severity: "warn",
  profiles: ["mz", "opta", "strict"],
  remedy: [
    'resource "aws_acm_certificate_validation" "this" {',
    "  certificate_arn         = aws_acm_certificate.this.arn",
    "  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]",
    "}"
  ].join("\n"),
  fails: 'resource "aws_acm_certificate" "this" {\n  domain_name       = "example.org"\n  validation_method = "EMAIL"\n}',
  reads: {
    [certificateType]: ["arn", "id", "validation_method", "domain_validation_options", ...imported],
    aws_acm_certificate_validation: ["certificate_arn", "validation_record_fqdns"],
    [recordType]: ["name", "records", "type"]
  },
  judge: (world2) => {
    const join = joinCompanions(world2, {
      companion: "aws_acm_certificate_validation",
      attribute: "certificate_arn",
      owners: [certificateType],
      identity: ["arn", "id"]
    });
    const recorded = certificatesWithRecords(world2);
    return world2.ofType(certificateType).filter((certificate) => !isForeign(world2, certificate)).map(
      (certificate) => judgementByCompanions(
        certificate,
        judgeMethod(certificate),
        judgeValidation(join.of(certificate).length > 0, join.maybeOf(certificate), recorded.has(certificate))
      )
    );
  }
};
function isForeign(world2, certificate) {
  return imported.some((name) => {
    const { state } = read(certificate, [name]);
    return state === "known" || state === "unknown" && isWritten(expressionAt(world2.configured(certificate), [name]));
  });
}
function certificatesWithRecords(world2) {
  const names5 = validationNames(world2);
  return new Set(
    world2.ofType(recordType).flatMap((record) => {
      const byName = names5.get(plain(readText(record, ["name"]).text ?? ""));
      const leaves = ["name", "records"].flatMap((path8) => leavesOf(world2, record, [path8]));
      const byReference = leaves.flatMap(({ type: type6, instances: instances2 }) => type6 === certificateType ? instances2 : []);
      return byName ? [byName, ...byReference] : byReference;
    })
  );
}
function validationNames(world2) {
  const names5 = /* @__PURE__ */ new Map();
  for (const certificate of world2.ofType(certificateType)) {
    const options = read(certificate, ["domain_validation_options"]);
    if (options.state !== "known") continue;
    for (const [, name = ""] of JSON.stringify(options.value).matchAll(/"resource_record_name":"([^"]+)"/g)) names5.set(plain(name), certificate);
  }
  return names5;
}
function plain(name) {
  return name.replace(/\.$/, "").toLowerCase();
}
function judgeMethod(certificate) {
  const path8 = ["validation_method"];
  const reading = readText(certificate, path8);
  const evidence = showValue(certificate, path8);
  if (reading.state === "unknown") return uncertain("validation_method is known after apply", evidence);
  return reading.text === "DNS" ? fine : failing(`validation_method is ${tell(certificate, path8)}; want DNS`, evidence);
}
function judgeValidation(validated, maybe, recorded) {
  if (!validated && maybe) return uncertain("whether the certificate has its validation is known after apply", `${maybe.address} may be its own`);
  if (!validated) return failing("the certificate has no aws_acm_certificate_validation", "none of this plan names it");
  return recorded ? fine : failing("no Route 53 record of this plan validates the certificate", `no ${recordType} leads to it`);
}

// packages/conventions/src/rules/transport/db-tls.ts
var isOne = (value) => ["1", "true", "on"].includes(value.toLowerCase());
var forcedFrom = [
  [/^postgres(\d+)/, 15],
  [/^aurora-postgresql(\d+)/, 17]
];
function isForced(family) {
  return forcedFrom.some(([pattern, least3]) => Number(pattern.exec(family)?.[1] ?? 0) >= least3);
}
var relational = { name: "rds.force_ssl", passes: isOne, safeByDefault: isForced };
var mysql = { name: "require_secure_transport", passes: isOne, safeByDefault: () => false };
var document = { name: "tls", passes: (value) => value.toLowerCase() !== "disabled", safeByDefault: () => true };
var redshift = { name: "require_ssl", passes: isOne, safeByDefault: () => false };
var groups2 = {
  aws_db_parameter_group: (family) => /mysql|mariadb/.test(family) ? mysql : relational,
  aws_rds_cluster_parameter_group: (family) => /mysql|mariadb/.test(family) ? mysql : relational,
  aws_docdb_cluster_parameter_group: () => document,
  aws_redshift_parameter_group: () => redshift
};
var dbTls = {
  id: "db-tls",
  what: "databases take only connections by TLS",
  why: [{ document: "opta-aws-architecture", sentence: "All database connections use SSL encryption." }],
  severity: "error",
  profiles: ["opta", "strict"],
  remedy: 'resource "aws_db_parameter_group" "this" {\n  family = "postgres16"\n  parameter {\n    name  = "rds.force_ssl"\n    value = "1"\n  }\n}',
  fails: 'resource "aws_db_parameter_group" "this" {\n  family = "postgres16"\n  parameter {\n    name  = "rds.force_ssl"\n    value = "0"\n  }\n}',
  reads: {
    ...Object.fromEntries(Object.keys(groups2).map((type6) => [type6, ["family", "parameter"]])),
    aws_elasticache_replication_group: ["transit_encryption_enabled"],
    aws_memorydb_cluster: ["tls_enabled"]
  },
  judge: (world2) => [
    ...Object.entries(groups2).flatMap(([type6, parameterOf]) => world2.ofType(type6).map((group) => judgementOf(group, judgeGroup7(group, parameterOf)))),
    ...judgeFlags(world2, "aws_elasticache_replication_group", "transit_encryption_enabled", "fail"),
    // MemoryDB encrypts unless it is told not to.
    ...judgeFlags(world2, "aws_memorydb_cluster", "tls_enabled", "pass")
  ]
};
function judgeFlags(world2, type6, name, absent2) {
  return world2.ofType(type6).map((resource) => {
    const flag2 = readFlag(resource, [name]);
    const evidence = showValue(resource, [name]);
    if (flag2 === "unknown") return judgementOf(resource, uncertain(`${name} is known after apply`, evidence));
    if (flag2 === "true" || flag2 === "absent" && absent2 === "pass") return judgementOf(resource, fine);
    return judgementOf(resource, failing(`${name} is ${flag2 === "absent" ? "not set" : "false"}`, evidence));
  });
}
function judgeGroup7(group, parameterOf) {
  const blocks2 = readBlocks(group, ["parameter"]);
  if (blocks2 === "unknown") return uncertain("the parameters are known after apply", showValue(group, ["parameter"]));
  const family = readText(group, ["family"]);
  const parameter2 = parameterOf(family.text ?? "");
  const own2 = blocks2.find((path8) => readText(group, [...path8, "name"]).text === parameter2.name);
  if (own2) return judgeValue(group, [...own2, "value"], parameter2);
  if (blocks2.some((path8) => readText(group, [...path8, "name"]).state === "unknown"))
    return uncertain("the name of a parameter is known after apply", showValue(group, ["parameter"]));
  if (parameter2.safeByDefault(family.text ?? "")) return fine;
  if (family.state === "unknown") return uncertain("the family is known after apply", showValue(group, ["family"]));
  return failing(`${parameter2.name} is not set`, showValue(group, ["family"]));
}
function judgeValue(group, path8, { name, passes }) {
  const reading = readText(group, path8);
  const evidence = `${name}: ${showValue(group, path8)}`;
  if (reading.state === "unknown") return uncertain(`${name} is known after apply`, evidence);
  return reading.text !== void 0 && passes(reading.text) ? fine : failing(`${name} is ${tell(group, path8)}`, evidence);
}

// packages/conventions/src/rules/transport/dns-zone.ts
var zoneType = "aws_route53_zone";
var dnsZone = {
  id: "dns-zone",
  what: "one public hosted zone, delegated by an NS record, and one certificate an environment",
  why: [
    mediationItem("Route53 DNS NS Record"),
    {
      document: "opta-aws-architecture",
      sentence: "Lastly, DNS and SSL are currently handled via one Route53 hosted zone and one ACM certificate respectively."
    }
  ],
  severity: "info",
  profiles: ["mz", "opta", "strict"],
  remedy: 'resource "aws_route53_record" "delegation" {\n  zone_id = data.aws_route53_zone.parent.zone_id\n  name    = aws_route53_zone.this.name\n  type    = "NS"\n  ttl     = 300\n  records = aws_route53_zone.this.name_servers\n}',
  fails: 'resource "aws_route53_zone" "one" {\n  name = "one.example.org"\n}\n\nresource "aws_route53_zone" "two" {\n  name = "two.example.org"\n}',
  reads: {
    [zoneType]: ["name", "vpc", "zone_id", "id", "name_servers"],
    aws_route53_record: ["type", "name", "records", "zone_id"],
    aws_acm_certificate: ["arn"]
  },
  judge: (world2) => {
    const zones = world2.ofType(zoneType).filter((zone) => readBlocks(zone, ["vpc"]).length === 0);
    if (world2.ofType(zoneType).length === 0) return [];
    return [
      {
        address: "plan",
        facts: [judgeCount(zones, "public hosted zones"), judgeCount(world2.ofType("aws_acm_certificate"), "certificates"), ...judgeDelegation(world2, zones)]
      }
    ];
  }
};
function judgeCount(resources, name) {
  if (resources.length <= 1) return fine;
  return failing(`there are ${resources.length} ${name}; want one`, resources.map(({ address }) => address).join(", "));
}
function judgeDelegation(world2, zones) {
  const records = world2.ofType("aws_route53_record").filter((record) => readText(record, ["type"]).text === "NS");
  return zones.map((zone) => {
    const name = readText(zone, ["name"]).text;
    const inParent = records.filter((record) => !standsIn(world2, record, zone));
    const delegated = inParent.some((record) => leadsTo(world2, record, zone) || name !== void 0 && readText(record, ["name"]).text === name);
    return delegated ? fine : uncertain(`whether a parent delegates to ${name ?? zone.address} is not told by the plan`, `no NS record leads to ${zone.address}`);
  });
}
function leadsTo(world2, record, zone) {
  return ["records", "name"].some((path8) => leavesOf(world2, record, [path8]).some(({ instances: instances2 }) => instances2.includes(zone)));
}
function standsIn(world2, record, zone) {
  const { text: text2 } = readText(record, ["zone_id"]);
  if (text2 !== void 0) return ["zone_id", "id"].some((name) => readText(zone, [name]).text === text2);
  return leavesOf(world2, record, ["zone_id"]).some(({ instances: instances2 }) => instances2.includes(zone));
}

// packages/conventions/src/rules/transport/lb-https.ts
var types9 = ["aws_lb_listener", "aws_alb_listener"];
var modern = /TLS-1-2|TLS13|FS-1-2/;
var outdated = /TLS13-1-[01](?!\d)/;
var lbHttps = {
  id: "lb-https",
  what: "listeners take TLS 1.2 or later, and HTTP only redirects to HTTPS",
  why: [
    {
      document: "opta-aws-architecture",
      sentence: "With linkerd and domain delegation complete, Opta environments will have end-to-end encryption on all Opta services."
    },
    {
      document: "banklitex-deployment-guideline",
      sentence: "Full support to end-to-end encryption in transit starts with using AWS Certification Manager with full control over transit protocols"
    }
  ],
  severity: "error",
  profiles: ["opta", "bank", "strict"],
  remedy: 'resource "aws_lb_listener" "https" {\n  protocol   = "HTTPS"\n  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n}',
  fails: 'resource "aws_lb_listener" "http" {\n  protocol = "HTTP"\n  default_action {\n    type = "forward"\n  }\n}',
  reads: Object.fromEntries(types9.map((type6) => [type6, ["protocol", "ssl_policy", "default_action"]])),
  judge: eachResource(types9, (listener) => [judgeListener(listener)])
};
function judgeListener(listener) {
  const protocol = readText(listener, ["protocol"]);
  if (protocol.state === "unknown") return uncertain("the protocol is known after apply", showValue(listener, ["protocol"]));
  if (protocol.text === "HTTPS" || protocol.text === "TLS") return judgePolicy7(listener);
  return protocol.text === "HTTP" ? judgePlain(listener) : fine;
}
function judgePolicy7(listener) {
  const path8 = ["ssl_policy"];
  const reading = readText(listener, path8);
  const evidence = showValue(listener, path8);
  if (reading.state === "unknown") return uncertain("ssl_policy is known after apply", evidence);
  if (reading.text === void 0) return failing("ssl_policy is not set: the default takes TLS 1.0", evidence);
  return modern.test(reading.text) && !outdated.test(reading.text) ? fine : failing(`${tell(listener, path8)} takes TLS older than 1.2`, evidence);
}
function judgePlain(listener) {
  const blocks2 = readBlocks(listener, ["default_action"]);
  const evidence = showValue(listener, ["default_action"]);
  if (blocks2 === "unknown") return uncertain("what plain HTTP does is known after apply", evidence);
  const facts = blocks2.map((path8) => {
    const type6 = readText(listener, [...path8, "type"]);
    const protocol = readText(listener, [...path8, "redirect", 0, "protocol"]);
    if (type6.state === "unknown" || type6.text === "redirect" && protocol.state === "unknown") return "unknown";
    return type6.text === "redirect" && protocol.text === "HTTPS" ? "pass" : "fail";
  });
  if (facts.includes("fail") || facts.length === 0) return failing("plain HTTP does more than redirect to HTTPS", evidence);
  return facts.includes("unknown") ? uncertain("what plain HTTP does is known after apply", evidence) : fine;
}

// packages/conventions/src/rules/transport/msk-tls.ts
var mskTls = {
  id: "msk-tls",
  what: "MSK speaks TLS to its clients and between its brokers",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "Full support to end-to-end encryption in transit starts with using AWS Certification Manager with full control over transit protocols"
    }
  ],
  severity: "error",
  profiles: ["bank", "strict"],
  remedy: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS"\n    in_cluster    = true\n  }\n}',
  fails: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS_PLAINTEXT"\n  }\n}',
  reads: { aws_msk_cluster: ["encryption_info"] },
  judge: eachResource(["aws_msk_cluster"], judgeCluster3)
};
function judgeCluster3(cluster) {
  const outer = readBlocks(cluster, ["encryption_info"]);
  if (outer === "unknown") return [uncertain("encryption_info is known after apply", showValue(cluster, ["encryption_info"]))];
  const facts = [];
  for (const path8 of outer) {
    const transit = [...path8, "encryption_in_transit"];
    const inner = readBlocks(cluster, transit);
    if (inner === "unknown") facts.push(uncertain("encryption_in_transit is known after apply", showValue(cluster, transit)));
    else for (const block10 of inner) facts.push(judgeClients(cluster, block10), judgeBrokers3(cluster, block10));
  }
  return facts.length > 0 ? facts : [fine];
}
function judgeClients(cluster, block10) {
  const path8 = [...block10, "client_broker"];
  const reading = readText(cluster, path8);
  if (reading.state === "unknown") return uncertain("client_broker is known after apply", showValue(cluster, path8));
  return reading.text === void 0 || reading.text === "TLS" ? fine : failing(`client_broker is ${tell(cluster, path8)}; want TLS`, showValue(cluster, path8));
}
function judgeBrokers3(cluster, block10) {
  const path8 = [...block10, "in_cluster"];
  const flag2 = readFlag(cluster, path8);
  if (flag2 === "unknown") return uncertain("in_cluster is known after apply", showValue(cluster, path8));
  return flag2 === "false" ? failing("in_cluster is false", showValue(cluster, path8)) : fine;
}

// packages/conventions/src/rules/transport/s3-tls-only.ts
var policyType4 = "aws_s3_bucket_policy";
var s3TlsOnly = {
  id: "s3-tls-only",
  what: "the policy of each bucket denies requests without TLS",
  why: [
    {
      document: "system-design-2",
      sentence: "Data is transmitted into S3 via TLS/SSL which secures the connection and traffic, providing encryption-in-transit."
    }
  ],
  severity: "warn",
  profiles: ["sysdesign2", "strict"],
  remedy: [
    'data "aws_iam_policy_document" "tls" {',
    "  statement {",
    '    effect    = "Deny"',
    '    actions   = ["s3:*"]',
    '    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]',
    "    principals {",
    '      type        = "*"',
    '      identifiers = ["*"]',
    "    }",
    "    condition {",
    '      test     = "Bool"',
    '      variable = "aws:SecureTransport"',
    '      values   = ["false"]',
    "    }",
    "  }",
    "}"
  ].join("\n"),
  fails: 'resource "aws_s3_bucket" "this" {\n  bucket = "plain"\n}',
  reads: { ...policyReads, aws_s3_bucket: ["bucket", "id", "arn", "policy"], [policyType4]: ["bucket", "policy"] },
  judge: (world2) => {
    const join = joinCompanions(world2, { companion: policyType4, attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] });
    const owned = /* @__PURE__ */ new Set();
    const buckets = world2.ofType("aws_s3_bucket").flatMap((bucket) => {
      for (const policy of join.of(bucket)) owned.add(policy);
      if (join.of(bucket).length > 0) return [];
      return [judgementByCompanions(bucket, judgeBare(world2, bucket, join.maybeOf(bucket)))];
    });
    const policies = world2.ofType(policyType4).filter((policy) => owned.has(policy));
    return [...buckets, ...policies.map((policy) => judgementOf(policy, judgePolicy8(policyAt(world2, policy, ["policy"]))))];
  }
};
function judgeBare(world2, bucket, maybe) {
  const inline2 = policyAt(world2, bucket, ["policy"]);
  if (inline2.state === "known" && inline2.statements.length > 0) return judgePolicy8(inline2);
  if (maybe) return uncertain("whether the bucket has a policy is known after apply", `${maybe.address} may be this bucket's`);
  return failing("the bucket has no policy that denies requests without TLS", `no ${policyType4} of this plan names the bucket`);
}
function judgePolicy8(reading) {
  if (reading.state === "unknown") return uncertain("the policy is known after apply", reading.evidence);
  const statements = reading.state === "known" ? reading.statements : [];
  if (statements.some(deniesPlain)) return fine;
  return failing("the policy does not deny requests without TLS", `${statements.length} statements, none with aws:SecureTransport = false`);
}
function deniesPlain({ allow, actions: actions2, principals, conditions: conditions2 }) {
  if (allow || !actions2.values.some((action) => coversAction(action, "s3:GetObject") && coversAction(action, "s3:PutObject"))) return false;
  const everyone = principals.some(({ values }) => values.includes("*"));
  return everyone && conditions2.some(isPlain);
}
function isPlain({ operator, key: key2, values }) {
  return /^bool(ifexists)?$/i.test(operator) && key2.toLowerCase() === "aws:securetransport" && values.includes("false");
}

// packages/conventions/src/rules/transport/transfer-sftp.ts
var inside = /* @__PURE__ */ new Set(["VPC", "VPC_ENDPOINT"]);
var transferSftp = {
  id: "transfer-sftp",
  what: "Transfer servers speak SFTP alone, at an endpoint of the VPC",
  why: [
    {
      document: "banklitex-deployment-guideline",
      sentence: "Banks typically operate for transfer with SFTP protocol for which we recommend to use AWS Transfer family which is SFTP managed service."
    }
  ],
  severity: "warn",
  profiles: ["bank", "strict"],
  remedy: 'resource "aws_transfer_server" "this" {\n  protocols     = ["SFTP"]\n  endpoint_type = "VPC"\n}',
  fails: 'resource "aws_transfer_server" "this" {\n  protocols     = ["FTP"]\n  endpoint_type = "PUBLIC"\n}',
  reads: { aws_transfer_server: ["protocols", "endpoint_type"] },
  judge: eachResource(["aws_transfer_server"], (server, world2) => [judgeProtocols(server, world2), judgeEndpoint(server)])
};
function judgeProtocols(server, world2) {
  const path8 = ["protocols"];
  const blocks2 = readBlocks(server, path8);
  const evidence = showValue(server, path8);
  if (blocks2 === "unknown") return isWritten(expressionAt(world2.configured(server), path8)) ? uncertain("protocols is known after apply", evidence) : fine;
  const other = blocks2.find((one) => !["SFTP", void 0].includes(readText(server, one).text));
  if (other) return failing(`the server speaks ${tell(server, other)}`, evidence);
  return blocks2.some((one) => readText(server, one).state === "unknown") ? uncertain("a protocol is known after apply", evidence) : fine;
}
function judgeEndpoint(server) {
  const path8 = ["endpoint_type"];
  const reading = readText(server, path8);
  const evidence = showValue(server, path8);
  if (reading.state === "unknown") return uncertain("endpoint_type is known after apply", evidence);
  return inside.has(reading.text ?? "") ? fine : failing(`the endpoint is ${reading.text === void 0 ? "not set, which means PUBLIC" : tell(server, path8)}; want VPC`, evidence);
}

// packages/conventions/src/rules/transport/index.ts
var transportRules = [dbTls, s3TlsOnly, lbHttps, mskTls, acmDns, dnsZone, transferSftp];

// packages/conventions/src/rules/workloads/mesh-mtls.ts
var annotation = "linkerd.io/inject";
var injecting = ["enabled", "ingress"];
var meshMtls = {
  id: "mesh-mtls",
  what: "App Mesh listeners are STRICT about TLS; workloads or their namespaces are annotated linkerd.io/inject: enabled",
  why: [
    {
      document: "opta-aws-architecture",
      sentence: "With linkerd and domain delegation complete, Opta environments will have end-to-end encryption on all Opta services."
    },
    {
      document: "banklitex-deployment-guideline",
      sentence: "We recommend using service mesh functionality in API and integration layer which might be delivered using AWS Service Mesh for functionalities likes mtls authentication in cluster along with encryption in transit"
    }
  ],
  severity: "info",
  profiles: ["opta", "bank", "strict"],
  language: "yaml",
  remedy: "template:\n  metadata:\n    annotations: { linkerd.io/inject: enabled }",
  fails: "template:\n  metadata:\n    annotations: { linkerd.io/inject: disabled }",
  reads: { aws_appmesh_virtual_node: ["spec"] },
  judge: (world2, parameters) => [...eachResource(["aws_appmesh_virtual_node"], judgeNode)(world2, parameters), ...judgeManifests(judgeWorkloads(world2))]
};
function judgeNode(node) {
  const specs = readBlocks(node, ["spec"]);
  const listeners = specs === "unknown" ? specs : specs.map((path8) => readBlocks(node, [...path8, "listener"]));
  if (listeners === "unknown" || listeners.includes("unknown")) return [uncertain("the listeners are known after apply", showValue(node, ["spec"]))];
  return listeners.flatMap((paths) => paths === "unknown" ? [] : paths).map((path8) => {
    const tls = readBlocks(node, [...path8, "tls"]);
    const mode = [...path8, "tls", 0, "mode"];
    const { state, text: text2 } = readText(node, mode);
    if (text2 === "STRICT") return fine;
    const evidence = showValue(node, mode);
    if (tls === "unknown" || state === "unknown") return uncertain("tls of a listener is known after apply", evidence);
    return failing(text2 === void 0 ? "a listener has no tls" : `tls.mode of a listener is ${text2}; want STRICT`, evidence);
  });
}
function judgeWorkloads(world2) {
  const namespaces = new Map(world2.facts.manifests.flatMap((one) => one.kind === "Namespace" ? [[one.name, one]] : []));
  return workloadsOf(world2).map((workload) => {
    const { manifest, annotations } = workload;
    const own2 = annotations[annotation];
    if (own2 !== void 0 && own2 !== null) return { manifest, facts: [judgeAnnotation(own2, placeOf(manifest))] };
    const namespace = namespaces.get(manifest.namespace ?? "default");
    return namespace ? { manifest: namespace, facts: [judgeNamespace(namespace, workload)] } : { manifest, facts: [missing5(manifest)] };
  });
}
function missing5(manifest) {
  return failing(`neither the pod template nor its namespace is annotated ${annotation}`, `${placeOf(manifest)}: no ${annotation}`);
}
function judgeNamespace(namespace, { manifest }) {
  const value = mapAt(namespace.value, ["metadata", "annotations"])[annotation];
  if (value !== void 0 && value !== null) return judgeAnnotation(value, placeOf(namespace));
  const evidence = `${placeOf(namespace)}: no ${annotation}; nor has ${manifest.kind} ${manifest.name} (${placeOf(manifest)})`;
  return failing(`the namespace is not annotated ${annotation}, nor are all its workloads`, evidence);
}
function judgeAnnotation(value, place2) {
  if (injecting.includes(String(value))) return fine;
  return failing(`${annotation} is ${JSON.stringify(value)}; want enabled`, `${place2}: ${annotation} = ${JSON.stringify(value)}`);
}

// packages/conventions/src/rules/workloads/pod-secret-refs.ts
var podSecretRefs = {
  id: "pod-secret-refs",
  what: "environment variables that look like secrets come from a Secret, not from a literal",
  why: [
    {
      document: "opta-aws-architecture",
      sentence: "The username and passwords are created with the database and are passed securely to the K8s services as secrets"
    }
  ],
  severity: "error",
  profiles: ["opta", "strict"],
  language: "yaml",
  remedy: "env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef: { name: db, key: password }",
  fails: "env:\n  - name: DB_PASSWORD\n    value: Sommer2026!",
  parameters: { pattern: { kind: "pattern", title: "which variable names look like secrets", fallback: secretPattern } },
  reads: {},
  judge: (world2, { pattern }) => judgeManifests(
    workloadsOf(world2).map((workload) => ({
      manifest: workload.manifest,
      facts: containersOf(workload).flatMap((container) => judgeContainer(world2, workload, container, String(pattern)))
    }))
  )
};
function judgeContainer(world2, workload, container, pattern) {
  const place2 = `${placeOf(workload.manifest)}: ${container.list} ${container.name}`;
  const own2 = mapsAt(container.value, ["env"]).map((variable) => {
    const name = String(variable["name"] ?? "");
    if (!looksSecret(name, pattern)) return fine;
    if (isLiteral2(variable["value"])) return failing(`${name} is a literal`, `${place2}: env ${name}`);
    const reference = mapAt(variable, ["valueFrom", "configMapKeyRef"]);
    const source = configMap(world2, workload, textAt(reference, ["name"]));
    if (!source || !isLiteral2(source[String(reference["key"] ?? "")])) return fine;
    return failing(`${name} is a literal of a ConfigMap`, `${place2}: env ${name} \u2190 ConfigMap ${String(reference["name"])}`);
  });
  return [...own2, ...judgeEnvFrom(world2, workload, container, { place: place2, pattern })];
}
function judgeEnvFrom(world2, workload, container, { place: place2, pattern }) {
  return mapsAt(container.value, ["envFrom"]).flatMap((from) => {
    const map = textAt(from, ["configMapRef", "name"]);
    const data = configMap(world2, workload, map) ?? {};
    const names5 = Object.keys(data).filter((name) => looksSecret(name, pattern) && isLiteral2(data[name]));
    return names5.map((name) => failing(`${name} is a literal of a ConfigMap`, `${place2}: envFrom ConfigMap ${map}: ${name}`));
  });
}
function configMap(world2, { manifest }, name) {
  if (name === void 0) return void 0;
  const found2 = world2.facts.manifests.find((one) => one.kind === "ConfigMap" && one.name === name && one.namespace === manifest.namespace);
  const data = at(found2?.value, ["data"]);
  return isMap(data) ? data : void 0;
}
function isLiteral2(value) {
  if (value === void 0 || value === null) return false;
  return /[^\s\p{P}]/u.test(String(value).replace(/(?<!\$)\$\([^()]*\)/g, "")) || isOnlyMarks(String(value));
}
function isOnlyMarks(text2) {
  return text2.trim() !== "" && !/(?<!\$)\$\([^()]*\)/.test(text2);
}

// packages/conventions/src/rules/workloads/pv-mount.ts
var folder2 = "/opt/mz/persistent";
var driver = "efs.csi.aws.com";
var pvMount = {
  id: "pv-mount",
  what: "workloads with an EFS volume mount it at /opt/mz/persistent",
  why: [
    {
      document: "mediationzone-on-aws",
      sentence: 'at the path "/opt/mz/persistent" which is the path where executing workflows can access the storage.'
    }
  ],
  severity: "warn",
  profiles: ["mz", "strict"],
  language: "yaml",
  remedy: "containers:\n  - name: ecd\n    volumeMounts:\n      - { name: persistent, mountPath: /opt/mz/persistent }\nvolumes:\n  - name: persistent\n    persistentVolumeClaim: { claimName: mz-efs }",
  fails: "containers:\n  - name: ecd\n    volumeMounts:\n      - { name: persistent, mountPath: /data }\nvolumes:\n  - name: persistent\n    persistentVolumeClaim: { claimName: mz-efs }",
  reads: {},
  judge: (world2) => judgeManifests(
    workloadsOf(world2).flatMap((workload) => {
      const names5 = [...volumesOf(workload)].filter(([name, volume]) => saysEfs(name) || isEfs(world2, workload, volume)).map(([name]) => name);
      if (names5.length === 0) return [];
      const mounts = containersOf(workload).flatMap(({ name, value }) => mountsOf(value).map((mount) => ({ ...mount, container: name })));
      const ofEfs = mounts.filter(({ volume }) => names5.includes(volume.split("/")[0] ?? ""));
      const where = ofEfs.map(({ container, path: path8 }) => `container ${container} mounts it at ${path8}`).join("; ") || "no container mounts it";
      const evidence = `${placeOf(workload.manifest)}: volume ${names5.join(", ")}; ${where}`;
      const facts = [ofEfs.some(({ path: path8 }) => path8 === folder2) ? fine : failing(`no container mounts the EFS volume at ${folder2}`, evidence)];
      return [{ manifest: workload.manifest, facts }];
    })
  )
};
function saysEfs(name) {
  return name !== void 0 && /(?<!r)efs/i.test(name);
}
function isEfs(world2, workload, volume) {
  if (textAt(volume, ["csi", "driver"]) === driver || saysEfs(textAt(volume, ["nfs", "server"]))) return true;
  const claim = textAt(volume, ["persistentVolumeClaim", "claimName"]);
  const specs = [child(volume, "claimTemplate"), child(child(child(volume, "ephemeral"), "volumeClaimTemplate"), "spec")];
  if (claim === void 0) return specs.some((spec) => isEfsClaim(world2, spec));
  const document2 = find(world2, "PersistentVolumeClaim", claim, workload.manifest.namespace);
  return saysEfs(claim) || isEfsClaim(world2, document2?.value["spec"]);
}
function isEfsClaim(world2, spec) {
  const storageClass = textAt(spec, ["storageClassName"]);
  const disk = textAt(spec, ["volumeName"]);
  const provisioner = storageClass === void 0 ? void 0 : textAt(find(world2, "StorageClass", storageClass, void 0)?.value, ["provisioner"]);
  const source = disk === void 0 ? void 0 : find(world2, "PersistentVolume", disk, void 0)?.value;
  const drivers = [provisioner, textAt(source, ["spec", "csi", "driver"])];
  return saysEfs(storageClass) || saysEfs(disk) || drivers.includes(driver) || saysEfs(textAt(source, ["spec", "nfs", "server"]));
}
function find(world2, kind, name, namespace) {
  return world2.facts.manifests.find((one) => one.kind === kind && one.name === name && (one.namespace === namespace || namespace === void 0));
}

// packages/conventions/src/rules/workloads/index.ts
var workloadRules = [meshMtls, podSecretRefs, pvMount];

// packages/conventions/src/rules/catalogue.ts
var place = new Map(tableIds.map((id, index) => [id, index]));
var rules = [
  ...encryptionRules,
  ...keyRules,
  ...networkRules,
  ...exposureRules,
  ...transportRules,
  ...identityRules,
  ...nameRules,
  ...storageRules,
  ...databaseRules,
  ...computeRules,
  ...observabilityRules,
  ...egressRules,
  ...workloadRules,
  ...platformRules
].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
var byId = new Map(rules.map((rule) => [rule.id, rule]));
function findRule(id) {
  return byId.get(id);
}

// packages/conventions/src/config/conventions-schema.ts
var severities = ["off", "error", "warn", "info"];
function parameterSchema(spec) {
  switch (spec.kind) {
    case "choice":
      return { title: spec.title, enum: [...spec.words, ...spec.words.flatMap((word4) => word4 === "true" ? [true] : word4 === "false" ? [false] : [])] };
    case "flag":
      return { title: spec.title, type: "boolean" };
    case "number":
    case "most":
      return { title: spec.title, type: "number", minimum: 0 };
    case "list":
      return list(spec.title);
    case "version":
      return { title: spec.title, anyOf: [{ type: "string", pattern: "^\\d+(\\.\\d+)*$" }, { type: "number" }] };
    case "pattern":
      return { title: spec.title, type: "string" };
  }
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
var made7;
function conventionsSchema() {
  made7 ??= makeSchema();
  return made7;
}
var makeSchema = () => ({
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
      properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))
    },
    "own-rules": ownRulesSchema,
    "stateful-destroy": list("globs of addresses that may be destroyed")
  }
});

// packages/conventions/src/own-rules/conditions.ts
function pathsOf(resource, written2) {
  const names5 = written2.split(".").flatMap((part3) => part3.split(/[[\]]+/).filter((one) => one !== ""));
  let paths = [[]];
  for (const [index, name] of names5.entries()) {
    const next = [];
    for (const path8 of paths) {
      const own2 = [...path8, /^\d+$/.test(name) ? Number(name) : name];
      const blocks2 = index === names5.length - 1 ? [own2] : blocksAt3(resource, own2, names5[index + 1] ?? "");
      if (blocks2 === "unknown") return "unknown";
      next.push(...blocks2);
    }
    paths = next;
  }
  return paths;
}
function blocksAt3(resource, path8, following) {
  if (/^\d+$/.test(following)) return [path8];
  const reading = read(resource, path8);
  if (reading.state === "unknown") return "unknown";
  if (reading.state === "absent") return [path8];
  return Array.isArray(reading.value) ? readBlocks(resource, path8) : [path8];
}
function ask(resource, written2, condition2) {
  const paths = pathsOf(resource, written2);
  if (paths === "unknown") return { verdict: "unknown", evidence: `${written2} = (known after apply)` };
  if (paths.length === 0) return { verdict: condition2.set === false ? "pass" : "fail", evidence: `${written2} has no blocks` };
  const answers = paths.map((path8) => ({ verdict: askOne(resource, path8, condition2), evidence: showValue(resource, path8) }));
  return answers.find(({ verdict }) => verdict === "fail") ?? answers.find(({ verdict }) => verdict === "unknown") ?? answers[0];
}
function askOne(resource, path8, condition2) {
  const reading = read(resource, path8);
  if (reading.state === "unknown") return "unknown";
  const there = reading.state === "known";
  if (condition2.set !== void 0) return there === condition2.set ? "pass" : "fail";
  const values = !there ? [void 0] : Array.isArray(reading.value) ? reading.value : [reading.value];
  return values.every((value) => holds(value, condition2)) ? "pass" : "fail";
}
function holds(value, condition2) {
  if (value === void 0 || value === null || typeof value === "object") return false;
  const same = (wanted4) => String(wanted4) === String(value);
  if (condition2.equal !== void 0) return same(condition2.equal);
  if (condition2.in) return condition2.in.some(same);
  if (condition2.match !== void 0) return new RegExp(condition2.match).test(String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return false;
  if (condition2["at-least"] !== void 0) return number >= condition2["at-least"];
  return condition2["at-most"] !== void 0 && number <= condition2["at-most"];
}
function describe3(condition2) {
  const [word4, value] = Object.entries(condition2)[0] ?? [];
  if (word4 === "set") return value ? "a value" : "no value";
  if (word4 === "in") return `one of ${value.join(", ")}`;
  if (word4 === "match") return `a match of ${String(value)}`;
  return word4 === "equal" ? String(value) : `${word4?.replace("-", " ")} ${String(value)}`;
}

// packages/conventions/src/own-rules/own-rule.ts
var usualIdentity = ["id", "arn", "name"];
function ownRule(id, written2) {
  const types10 = listOf(written2.where.type);
  return {
    id,
    what: written2.what,
    why: [],
    severity: written2.severity === void 0 || written2.severity === "off" ? "error" : written2.severity,
    profiles: [],
    remedy: written2.remedy ?? written2.what,
    fails: "",
    reads: readsOf(written2),
    judge: (world2) => {
      const joins2 = written2.must.map((demand) => "companion" in demand ? companionsOf(world2, demand, types10) : void 0);
      return types10.flatMap((type6) => world2.ofType(type6)).flatMap((resource) => {
        const chosen = isChosen(resource, written2);
        if (chosen === "fail") return [];
        const facts = written2.must.map((demand, index) => {
          const fact = "companion" in demand ? judgeCompanion(resource, demand, joins2[index]) : judgeAttribute(world2, resource, demand);
          return chosen === "unknown" && fact.verdict === "fail" ? uncertain(`${fact.message}, and whether the rule is for it is known after apply`, fact.evidence) : fact;
        });
        return [{ resource, address: resource.address, facts, byCompanions: joins2.some((join) => join !== void 0) }];
      });
    }
  };
}
function listOf(words5) {
  return typeof words5 === "string" ? [words5] : words5;
}
function isChosen(resource, { where }) {
  const answers = Object.entries(where.attributes ?? {}).map(([path8, condition2]) => ask(resource, path8, condition2).verdict);
  if (answers.includes("fail")) return "fail";
  return answers.includes("unknown") ? "unknown" : "pass";
}
function judgeAttribute(world2, resource, { attribute: attribute4, reference, ...condition2 }) {
  if (reference !== void 0) return judgeReference(world2, resource, attribute4, listOf(reference));
  const { verdict, evidence } = ask(resource, attribute4, condition2);
  if (verdict === "pass") return fine;
  const message = `${attribute4} has to be ${describe3(condition2)}`;
  return verdict === "unknown" ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
}
function judgeReference(world2, resource, attribute4, types10) {
  const paths = pathsOf(resource, attribute4);
  const message = `${attribute4} has to come from ${types10.join(" or ")}`;
  if (paths === "unknown") return uncertain(`${message}; it is known after apply`, attribute4);
  const ids = new Set(types10.flatMap((type6) => world2.ofType(type6)).flatMap((one) => usualIdentity.flatMap((name) => readText(one, [name]).text ?? [])));
  for (const path8 of paths) {
    const leaves = leavesOf(world2, resource, path8);
    if (leaves.length > 0 && leaves.every(({ type: type6, instances: instances2 }) => types10.includes(type6 ?? "") && instances2.length > 0)) continue;
    const { text: text2, state } = readText(resource, path8);
    if (text2 !== void 0 && ids.has(text2)) continue;
    const evidence = leaves.map(({ chain }) => chain).join("; ") || text2 || `${attribute4} has no reference`;
    const open = state === "unknown" && (leaves.length === 0 || leaves.some(({ type: type6 }) => type6 === void 0));
    return open ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
  }
  return paths.length > 0 ? fine : failing(message, `${attribute4} has no blocks`);
}
function companionsOf(world2, { companion, by, identity }, owners) {
  return listOf(companion).map(
    (type6) => joinCompanions(world2, { companion: type6, attribute: by, owners, identity: identity === void 0 ? usualIdentity : listOf(identity) })
  );
}
function judgeCompanion(resource, demand, joins2 = []) {
  const found2 = joins2.flatMap((join) => join.of(resource));
  const name = listOf(demand.companion).join(" or ");
  if (found2.length === 0) {
    const maybe = joins2.map((join) => join.maybeOf(resource)).find((one) => one !== void 0);
    if (maybe) return uncertain(`whether there is its ${name} is known after apply`, `${maybe.address} may be its own`);
    return failing(`there is no ${name} for it`, `none of this plan names it by ${demand.by}`);
  }
  for (const companion of found2) {
    for (const [path8, condition2] of Object.entries(demand.attributes ?? {})) {
      const { verdict, evidence } = ask(companion, path8, condition2);
      if (verdict === "pass") continue;
      const message = `${path8} of ${companion.address} has to be ${describe3(condition2)}`;
      return verdict === "unknown" ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
    }
  }
  return fine;
}
function readsOf({ where, must: must2 }) {
  const reads = {};
  const add = (types11, paths) => {
    for (const type6 of types11) reads[type6] = [...reads[type6] ?? [], ...paths.map((path8) => path8.split(/[.[]/)[0] ?? path8)];
  };
  const types10 = listOf(where.type);
  add(types10, [...usualIdentity, ...Object.keys(where.attributes ?? {})]);
  for (const demand of must2) {
    if ("companion" in demand) {
      add(listOf(demand.companion), [demand.by, ...Object.keys(demand.attributes ?? {})]);
      add(types10, demand.identity === void 0 ? [] : listOf(demand.identity));
    } else {
      add(types10, [demand.attribute]);
      if (demand.reference !== void 0) add(listOf(demand.reference), usualIdentity);
    }
  }
  return reads;
}

// packages/conventions/src/nearest.ts
function nearestWord(word4, known) {
  if (known.length === 0 || word4 === "" || word4.length > 100) return void 0;
  const near = closest(word4, [...known]);
  return distance(word4, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : void 0;
}

// packages/conventions/src/rules/known-ids.ts
function refuseRuleId(id, own2 = []) {
  if (findRule(id) || own2.includes(id)) return void 0;
  const near = nearestWord(id, [...tableIds, ...own2]);
  return { code: "unknown-rule", message: `there is no rule ${JSON.stringify(id.slice(0, 100))}${near ? `; did you mean ${near}?` : ""}` };
}

// packages/conventions/src/config/read-conventions.ts
var noConventions = {
  rules: /* @__PURE__ */ new Map(),
  ownRules: [],
  ownIds: [],
  environments: [],
  environment: void 0,
  cluster: void 0,
  organisation: void 0,
  statefulDestroy: []
};
function readConventions(value, locate) {
  const mistakes = [];
  const rules2 = /* @__PURE__ */ new Map();
  const written2 = isMap(value) && isMap(value["rules"]) ? value["rules"] : {};
  for (const [id, setting] of Object.entries(written2)) {
    if (!refuseRuleId(id)) rules2.set(id, readSetting(id, setting, locate, mistakes));
  }
  const ownRules = readOwnRules(value, locate, mistakes);
  return { conventions: { rules: rules2, ownRules, ownIds: Object.keys(writtenOwnRules(value)), ...readNames(isMap(value) ? value : {}) }, mistakes };
}
function readOwnRules(value, locate, mistakes) {
  const right = [];
  for (const [id, rule] of Object.entries(writtenOwnRules(value))) {
    if (tableIds.includes(id)) mistakes.push({ ...locate(["own-rules", id], "key"), code: "taken-rule", message: `${id} is a rule of the platform's table` });
    const bad = patternsIn(rule).flatMap((pattern) => patternFault(pattern) ?? []);
    for (const fault of bad) mistakes.push({ ...locate(["own-rules", id]), code: "wrong-value", message: `match is no regular expression: ${fault}` });
    if (bad.length === 0 && !tableIds.includes(id) && isWritten2(rule) && rule.severity !== "off") right.push(ownRule(id, rule));
  }
  return right;
}
function writtenOwnRules(value) {
  return isMap(value) && isMap(value["own-rules"]) ? value["own-rules"] : {};
}
function isWritten2(rule) {
  if (!isMap(rule) || !isMap(rule["where"]) || !Array.isArray(rule["must"])) return false;
  const { attributes: attributes3 } = rule["where"];
  const chooses = isWords(rule["where"]["type"]) && (attributes3 === void 0 || areConditions(attributes3));
  return chooses && rule["must"].every(isDemand);
}
function isDemand(demand) {
  if (!isMap(demand)) return false;
  if (demand["companion"] === void 0) return typeof demand["attribute"] === "string" && (demand["reference"] === void 0 || isWords(demand["reference"]));
  const { companion, by, identity, attributes: attributes3 } = demand;
  return isWords(companion) && typeof by === "string" && (identity === void 0 || isWords(identity)) && (attributes3 === void 0 || areConditions(attributes3));
}
function areConditions(value) {
  return isMap(value) && Object.values(value).every(isMap);
}
function isWords(value) {
  return typeof value === "string" || Array.isArray(value) && value.every((one) => typeof one === "string");
}
function patternsIn(node) {
  if (Array.isArray(node)) return node.flatMap(patternsIn);
  if (!isMap(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => name === "match" && typeof value === "string" ? [value] : patternsIn(value));
}
function readNames(file) {
  const text2 = (name) => typeof file[name] === "string" ? file[name] : void 0;
  const texts3 = (name) => Array.isArray(file[name]) ? file[name].filter((one) => typeof one === "string") : [];
  return {
    environments: texts3("environments"),
    environment: text2("environment"),
    cluster: text2("cluster"),
    organisation: text2("organisation"),
    statefulDestroy: texts3("stateful-destroy")
  };
}
function readSetting(id, setting, locate, mistakes) {
  if (!isMap(setting)) return { severity: setting, parameters: {} };
  const { severity, ...written2 } = setting;
  const parameters = written2;
  for (const [name, spec] of Object.entries(findRule(id)?.parameters ?? {})) {
    if ((spec.kind === "choice" || spec.kind === "version") && parameters[name] !== void 0) parameters[name] = String(parameters[name]);
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

// packages/conventions/src/config/read-waivers.ts
function readWaivers(value, locate, own2 = []) {
  const mistakes = [];
  const list2 = isMap(value) && Array.isArray(value["waivers"]) ? value["waivers"] : [];
  const waivers = list2.flatMap((entry, index) => {
    if (!isMap(entry)) return [];
    const path8 = ["waivers", index];
    const { rule, until } = entry;
    const refused = typeof rule === "string" ? refuseRuleId(rule, own2) : void 0;
    if (refused) mistakes.push({ ...locate([...path8, "rule"]), ...refused });
    if (typeof until === "string" && until !== "" && !isDate(until)) {
      mistakes.push({
        ...locate([...path8, "until"]),
        code: "wrong-value",
        message: `until is ${JSON.stringify(until.slice(0, 50))}; want a day as YYYY-MM-DD`
      });
    }
    return [{ ...entry, place: locate(path8) }];
  });
  return { waivers, mistakes };
}
function isDate(text2) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text2)) return false;
  const time = Date.parse(`${text2}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text2);
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
  const found2 = new Set(findings.map(({ rule }) => rule));
  const clean = chosen.filter(({ rule }) => !found2.has(rule.id));
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
  const text2 = escapeXml(finding.evidence.join("\n"));
  if (isFailure(finding)) return `${head}<failure type="${finding.severity}" message="${escapeXml(finding.message)}">${text2}</failure></testcase>`;
  const why = finding.waiver ? `waived by ${finding.waiver.owner} until ${finding.waiver.until}: ${finding.waiver.reason}` : `unknown: ${finding.message}`;
  return `${head}<skipped message="${escapeXml(why)}"/></testcase>`;
}
function escapeXml(text2) {
  return text2.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}

// packages/conventions/src/formats/sarif.ts
var levels = { error: "error", warn: "warning", info: "note" };
function renderSarif({ findings, chosen, plan, version }) {
  const index = new Map(chosen.map(({ rule }, at2) => [rule.id, at2]));
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
  const why = rule.why.map(({ document: document2, sentence }) => `${document2}: \u201C${sentence}\u201D`).join("\n");
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: why },
    help: { text: rule.remedy, markdown: `\`\`\`${rule.language ?? "hcl"}
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

// packages/conventions/src/inventory/inventory.ts
var clusterLike = {
  encrypted: ["storage_encrypted"],
  backup: { days: "backup_retention_period" },
  protection: "deletion_protection"
};
var kinds2 = {
  aws_db_instance: { kind: "rds", ...clusterLike, service: "rds:db" },
  aws_rds_cluster: { kind: "rds-cluster", ...clusterLike, service: "rds:cluster" },
  aws_docdb_cluster: { kind: "docdb", ...clusterLike, service: "rds:cluster" },
  aws_efs_file_system: { kind: "efs", encrypted: ["encrypted"], backup: "companion", service: "elasticfilesystem:file-system" },
  aws_memorydb_cluster: { kind: "memorydb", encrypted: "always", backup: { days: "snapshot_retention_limit" } },
  aws_elasticache_replication_group: { kind: "elasticache", encrypted: ["at_rest_encryption_enabled"], backup: { days: "snapshot_retention_limit" } },
  aws_dynamodb_table: {
    kind: "dynamodb",
    encrypted: "always",
    backup: { path: ["point_in_time_recovery", 0, "enabled"], word: "point in time" },
    protection: "deletion_protection_enabled",
    service: "dynamodb:table"
  },
  aws_s3_bucket: { kind: "s3", encrypted: "always", backup: "companion", service: "s3" },
  aws_redshift_cluster: { kind: "redshift", encrypted: ["encrypted"], backup: { days: "automated_snapshot_retention_period" }, service: "redshift:cluster" },
  aws_msk_cluster: { kind: "msk", encrypted: "always", backup: "none" },
  aws_ebs_volume: { kind: "ebs", encrypted: ["encrypted"], backup: "none", service: "ec2:volume" }
};
var selectedBy = ["arn", "tags", "tags_all"];
var inventoryReads = {
  ...Object.fromEntries(Object.entries(kinds2).map(([type6, kind]) => [type6, attributesOf2(kind)])),
  ...selectionReads,
  aws_efs_file_system: ["encrypted", "id", ...selectedBy],
  aws_efs_backup_policy: ["file_system_id", "backup_policy"],
  aws_s3_bucket: ["bucket", "id", "versioning", ...selectedBy],
  aws_s3_bucket_versioning: ["bucket", "versioning_configuration"]
};
function attributesOf2({ encrypted, backup, protection, service }) {
  const kept = typeof backup === "string" ? [] : "days" in backup ? [backup.days] : [String(backup.path[0])];
  return [...encrypted === "always" ? [] : [String(encrypted[0])], ...kept, ...protection ? [protection] : [], ...service ? selectedBy : []];
}
function takeInventory(plan) {
  const world2 = new World(plan, "after");
  const companions2 = {
    aws_efs_file_system: joinCompanions(world2, {
      companion: "aws_efs_backup_policy",
      attribute: "file_system_id",
      owners: ["aws_efs_file_system"],
      identity: ["id"]
    }),
    aws_s3_bucket: joinCompanions(world2, { companion: "aws_s3_bucket_versioning", attribute: "bucket", owners: ["aws_s3_bucket"], identity: ["bucket", "id"] })
  };
  const assets = Object.entries(kinds2).flatMap(
    ([type6, kind]) => world2.ofType(type6).map((resource) => toAsset(world2, resource, kind, companions2[type6]))
  );
  return assets.sort((a, b) => a.address < b.address ? -1 : 1);
}
function toAsset(world2, resource, kind, companions2) {
  return {
    address: resource.address,
    kind: kind.kind,
    encrypted: kind.encrypted === "always" ? "yes" : answer2(resource, kind.encrypted),
    backup: orSelected(world2, resource, kind, backupOf(resource, kind, companions2)),
    deletionProtection: kind.protection ? answer2(resource, [kind.protection]) : "none"
  };
}
function answer2(resource, path8) {
  const flag2 = readFlag(resource, path8);
  if (flag2 === "unknown") return "unknown";
  return flag2 === "true" ? "yes" : "no";
}
function orSelected(world2, resource, { service }, own2) {
  if (service === void 0 || own2 !== "no" && own2 !== "unknown") return own2;
  const selected = selectedForBackup(world2, resource, service);
  return selected === "yes" ? "AWS Backup" : selected === "unknown" ? "unknown" : own2;
}
function backupOf(resource, { backup }, companions2) {
  if (backup === "none") return "no";
  if (backup === "companion") return companionBackup(resource, companions2);
  if ("days" in backup) {
    const reading = read(resource, [backup.days]);
    if (reading.state === "unknown") return "unknown";
    const days = reading.state === "known" ? Number(reading.value) : 0;
    return days > 0 ? `${days} days` : "no";
  }
  const flag2 = answer2(resource, backup.path);
  return flag2 === "yes" ? backup.word : flag2;
}
function companionBackup(resource, companions2) {
  const own2 = companions2?.of(resource) ?? [];
  if (own2.length === 0 && readFlag(resource, ["versioning", 0, "enabled"]) === "true") return "versions";
  if (own2.length === 0) return companions2?.maybeOf(resource) ? "unknown" : "no";
  const words5 = own2.map((companion) => {
    const [name, on, word4] = companion.type === "aws_s3_bucket_versioning" ? ["versioning_configuration", "Enabled", "versions"] : ["backup_policy", "ENABLED", "AWS Backup"];
    const blocks2 = readBlocks(companion, [String(name)]);
    if (blocks2 === "unknown" || !blocks2[0]) return "unknown";
    const status = read(companion, [...blocks2[0], "status"]);
    if (status.state === "unknown") return "unknown";
    return status.state === "known" && status.value === on ? String(word4) : "no";
  });
  return words5[0] ?? "no";
}

// packages/conventions/src/profiles.ts
function isProfile(name) {
  return profileNames.includes(name);
}
function rulesOf(profiles) {
  return rules.filter((rule) => rule.profiles.some((profile) => profiles.includes(profile)));
}
function parametersFor(rule, profiles, file) {
  const outside = !rule.profiles.some((profile) => profiles.includes(profile));
  const entries = Object.entries(rule.parameters ?? {}).map(([name, spec]) => [name, file[name] ?? tightest(spec, outside ? ["strict"] : profiles)]);
  return Object.fromEntries(entries);
}
function tightest(spec, profiles) {
  if (spec.kind === "number" || spec.kind === "most") {
    const asked = profiles.map((profile) => spec.byProfile[profile]).filter((value) => value !== void 0);
    if (asked.length === 0) return spec.fallback;
    return spec.kind === "most" ? Math.min(...asked) : Math.max(...asked);
  }
  if (spec.kind === "list")
    return intersection(
      spec.fallback,
      profiles.map((profile) => spec.byProfile?.[profile])
    );
  if (spec.kind !== "choice") return spec.fallback;
  const words5 = profiles.map((profile) => spec.byProfile[profile]).filter((word4) => word4 !== void 0);
  return spec.words.findLast((word4) => words5.includes(word4)) ?? spec.words.at(-1) ?? "";
}
function intersection(fallback, lists3) {
  const own2 = lists3.filter((list2) => list2 !== void 0);
  const [first] = own2;
  return first ? first.filter((word4) => own2.every((list2) => list2.includes(word4))) : fallback;
}

// packages/conventions/src/judge/choose-rules.ts
function chooseRules({ profiles, only, settings, own: own2 = [] }) {
  const wanted4 = new Set(only.length > 0 ? only.map(findRule) : [...rulesOf(profiles), ...enabledByFile(settings)]);
  const chosen = rules.filter((rule) => wanted4.has(rule)).flatMap((rule) => {
    const setting = settings.get(rule.id);
    if (setting?.severity === "off") return [];
    const severity = setting?.severity ?? rule.severity;
    return [{ rule, severity, fixedSeverity: setting?.severity !== void 0, parameters: parametersFor(rule, profiles, setting?.parameters ?? {}) }];
  });
  const added = own2.filter(({ id }) => only.length === 0 || only.includes(id));
  return [...chosen, ...added.map((rule) => ({ rule, severity: rule.severity, fixedSeverity: true, parameters: {} }))];
}
function enabledByFile(settings) {
  return [...settings].filter(([, { severity }]) => severity !== void 0 && severity !== "off").map(([id]) => findRule(id));
}

// packages/conventions/src/judge/decide.ts
function decide(found2, waivers, policy) {
  const expired = waivers.filter(({ until }) => until < policy.today);
  const valid = waivers.filter(({ until }) => until >= policy.today).map((waiver) => ({ waiver, matches: globMatcher(waiver.address) }));
  const used = /* @__PURE__ */ new Set();
  const all = found2.map((finding) => {
    const covering = valid.filter(({ waiver, matches: matches2 }) => waiver.rule === finding.rule && matches2(finding.address));
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
  let world2;
  return () => {
    world2 ??= build();
    return world2;
  };
}

// packages/conventions/src/judge/judge-plan.ts
var weight = { error: 0, warn: 1, info: 2 };
function selectionFor(chosen) {
  const wanted4 = /* @__PURE__ */ new Map();
  for (const reads of [inventoryReads, ...chosen.map(({ rule }) => rule.reads)]) {
    for (const [type6, names5] of Object.entries(reads)) {
      const set = wanted4.get(type6) ?? /* @__PURE__ */ new Set();
      for (const name of names5) set.add(name);
      wanted4.set(type6, set);
    }
  }
  return { attributes: attributesOf3(wanted4), drift: chosen.some(({ rule }) => rule.readsDrift === true) };
}
function attributesOf3(wanted4) {
  const ofAll = wanted4.get("*");
  if (!ofAll) return (type6) => wanted4.get(type6);
  const joined = new Map([...wanted4].map(([type6, names5]) => [type6, /* @__PURE__ */ new Set([...names5, ...ofAll])]));
  return (type6) => joined.get(type6) ?? ofAll;
}
function* judgeSteps(plan, chosen, facts = noFacts) {
  const after2 = new World(plan, "after", facts);
  const before = lazyWorld(() => new World(plan, "before", facts));
  const findings = [];
  for (const one of chosen) {
    for (const finding of judgeRule2(one, after2, new Past(one, before))) findings.push(finding);
    yield;
  }
  return sortFindings(findings);
}
function judgeRule2(chosen, world2, past) {
  const byAddress = /* @__PURE__ */ new Map();
  for (const judgement of chosen.rule.judge(world2, chosen.parameters)) {
    if (worst(judgement.facts) === "pass") continue;
    const other = byAddress.get(judgement.address);
    byAddress.set(judgement.address, other ? { ...other, facts: [...other.facts, ...judgement.facts] } : judgement);
  }
  return [...byAddress.values()].map((judgement) => toFinding(chosen, judgement, past));
}
function toFinding(chosen, judgement, past) {
  const verdict = worst(judgement.facts) === "fail" ? "fail" : "unknown";
  const decisive = judgement.facts.filter((fact) => fact.verdict === verdict);
  const others = judgement.facts.filter((fact) => fact.verdict !== verdict && fact.verdict !== "pass");
  return {
    rule: chosen.rule.id,
    severity: severityOf(chosen, decisive),
    address: judgement.address,
    verdict,
    introduced: judgement.introduced ?? past.introduced(judgement, verdict),
    message: [...new Set(decisive.map(({ message }) => message))].join("; "),
    evidence: [...new Set([...decisive, ...others].map(({ evidence }) => evidence))]
  };
}
function severityOf(chosen, facts) {
  if (chosen.fixedSeverity) return chosen.severity;
  const severities2 = facts.map((fact) => fact.severity ?? chosen.severity);
  return severities2.reduce((most, one) => weight[one] < weight[most] ? one : most, severities2[0] ?? chosen.severity);
}

export {
  isMap,
  emptyModule,
  PlanError,
  readPlanSteps,
  agentKind,
  noFacts,
  profileNames,
  addressOf,
  looksLikeAgent,
  imageRepositoryName,
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
  judgeSteps
};
