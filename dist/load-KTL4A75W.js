const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  loadSource,
  parseSource,
  renderMistake
} from "./chunk-QQVRLVFM.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-SQMIN5AU.js";
export {
  loadSource,
  parseSource,
  renderMistake
};
