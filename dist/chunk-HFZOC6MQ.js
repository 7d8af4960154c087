const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  mostAliases
} from "./chunk-LTGTBCPC.js";
import {
  require_dist
} from "./chunk-JMC5Y2LS.js";
import {
  __toESM
} from "./chunk-SQMIN5AU.js";

// packages/action-kit/src/inputs/written.ts
var import_yaml = __toESM(require_dist(), 1);
function parseWrittenTree(text) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { version: "1.2", schema: "failsafe", lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) return { ok: false, line: lines.linePos(error.pos[0]).line, why: error.message };
  try {
    document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    return { ok: false, line: 1, why: cause instanceof Error ? cause.message : "it cannot be read" };
  }
  return { ok: true, root: nodeOf(document.contents, { document, lines, line: 1 }) };
}
function nodeOf(node, walk) {
  if ((0, import_yaml.isAlias)(node)) return nodeOf(node.resolve(walk.document), walk);
  const range = node?.range;
  const line = range?.[0] === void 0 ? walk.line : walk.lines.linePos(range[0]).line;
  const inside = { ...walk, line };
  if ((0, import_yaml.isSeq)(node)) return { line, kind: "list", items: node.items.map((item) => nodeOf(item, inside)) };
  if ((0, import_yaml.isMap)(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = nodeOf(key, inside);
      return { key: name.kind === "text" ? name.text : "", line: name.line, value: nodeOf(value, { ...inside, line: name.line }) };
    });
    return { line, kind: "map", entries };
  }
  return { line, kind: "text", text: (0, import_yaml.isScalar)(node) && typeof node.value === "string" ? node.value : "" };
}

export {
  parseWrittenTree
};
