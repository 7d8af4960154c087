const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  require_dist
} from "./chunk-JMC5Y2LS.js";
import {
  __toESM
} from "./chunk-SQMIN5AU.js";

// actions/check-conventions/src/yaml-documents.ts
var import_yaml = __toESM(require_dist(), 1);
var mostAliases = 1e3;
function readYaml(text) {
  const steps = readYamlSteps(text);
  for (; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
function* readYamlSteps(text) {
  const json = parseJson(text);
  if (json !== void 0) return { documents: [{ number: 1, line: 1, column: 1, value: json }], mistakes: [] };
  const lines = new import_yaml.LineCounter();
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents = [];
  const mistakes = [];
  let number = 0;
  try {
    const composer = new import_yaml.Composer({ version: "1.1", uniqueKeys: false, logLevel: "silent" });
    for (const document of composer.compose(new import_yaml.Parser(lines.addNewLine).parse(text))) {
      number += 1;
      const read = readDocument(document, number, place);
      documents.push(...read.documents);
      mistakes.push(...read.mistakes);
      yield;
    }
  } catch (error) {
    mistakes.push({ line: 1, column: 1, code: "syntax", message: messageOf(error) });
  }
  return { documents, mistakes };
}
function readDocument(document, number, place) {
  if (document.errors.length > 0) {
    return { documents: [], mistakes: document.errors.map(({ pos, message }) => ({ ...place(pos[0]), code: "syntax", message })) };
  }
  const start = place(document.contents?.range?.[0] ?? document.range?.[0] ?? 0);
  try {
    const value = document.toJS({ maxAliasCount: mostAliases });
    return { documents: value === null || value === void 0 ? [] : [{ number, ...start, value }], mistakes: [] };
  } catch (error) {
    return { documents: [], mistakes: [{ ...start, code: "syntax", message: messageOf(error) }] };
  }
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function parseJson(text) {
  if (!/^\s*\{/.test(text)) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
export {
  readYaml,
  readYamlSteps
};
