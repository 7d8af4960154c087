const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  loadSource
} from "./chunk-QQVRLVFM.js";
import {
  conventionsSchema,
  readConventions,
  readWaivers,
  waiversSchema
} from "./chunk-IUSUVT5T.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  readFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/check-conventions/src/files.ts
function loadConventions(file) {
  return load(file, conventionsSchema(), (value, locate) => {
    const { conventions, mistakes } = readConventions(value, locate);
    return { value: conventions, mistakes };
  });
}
function loadWaivers(file, own) {
  return load(file, waiversSchema, (value, locate) => {
    const { waivers, mistakes } = readWaivers(value, locate, own);
    return { value: waivers, mistakes };
  });
}
function load(file, schema, read) {
  const source = loadSource(readFileSync(file.path, "utf8"), file.name, schema);
  const { value, mistakes } = read(source.value, source.locate);
  const all = [...source.mistakes, ...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  return { value, mistakes: all };
}
export {
  loadConventions,
  loadWaivers
};
