const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

// packages/action-kit/src/inputs/parse.ts
function parseList(text, commas) {
  return text.split(commas ? /[\n,]/ : /\n/).map((line) => line.replace(/(^|\s)#.*$/, "").trim()).filter((line) => line !== "");
}
function shapeOf(value) {
  const lines = value.split("\n").length;
  if (lines > 1) return `${lines} lines, ${value.length} characters`;
  if (/^\d+$/.test(value)) return `${value.length} digits`;
  if (/^[A-Za-z0-9]+$/.test(value)) return `${value.length} letters and digits`;
  return `${value.length} characters`;
}

export {
  parseList,
  shapeOf
};
