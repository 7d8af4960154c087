const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  require_dist
} from "./chunk-JMC5Y2LS.js";
import {
  shapeOf
} from "./chunk-PM2L73EJ.js";
import {
  __toESM
} from "./chunk-SQMIN5AU.js";

// packages/action-kit/src/inputs/maps.ts
var import_yaml = __toESM(require_dist(), 1);
var mostAliases = 100;
function readMap(reader, name, options = {}) {
  return read(reader, name, options, parseMap);
}
function readTextMap(reader, name, options = {}) {
  const result = {};
  for (const [key, value] of Object.entries(read(reader, name, options, parseWrittenMap) ?? {})) {
    if (typeof value === "string") result[key] = value;
    else reader.fault(name, `plain text at ${key}`, options.example ?? "key: value", "a list or a map");
  }
  return result;
}
function read(reader, name, options, parse) {
  const example = options.example ?? "key: value";
  const value = reader.ask(name, options.required, "a YAML or JSON map", example);
  if (value === void 0) return void 0;
  const parsed = parse(value);
  if (parsed.ok) return parsed.value;
  reader.fault(name, `a YAML or JSON map (${parsed.why})`, example, shapeOf(value));
  return {};
}
function parseMap(text) {
  return parseWith(text, "core");
}
function parseWrittenMap(text) {
  return parseWith(text, "failsafe");
}
function parseWith(text, schema) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { version: "1.2", schema, lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const place = lines.linePos(error.pos[0]);
    return { ok: false, why: `line ${place.line}, column ${place.col}: ${error.message}` };
  }
  try {
    const value = document.toJS({ maxAliasCount: mostAliases });
    if (value === null || typeof value !== "object" || Array.isArray(value)) return { ok: false, why: "it is not a map" };
    return { ok: true, value };
  } catch (cause) {
    return { ok: false, why: cause instanceof Error ? cause.message : "it cannot be read" };
  }
}

export {
  mostAliases,
  readMap,
  readTextMap,
  parseWrittenMap
};
