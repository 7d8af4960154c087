const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  parseWrittenTree
} from "./chunk-HFZOC6MQ.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-SQMIN5AU.js";
export {
  parseWrittenTree
};
