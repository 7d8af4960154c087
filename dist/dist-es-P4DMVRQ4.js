const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  DEFAULT_REQUEST_TIMEOUT,
  NodeHttp2Handler,
  NodeHttpHandler
} from "./chunk-BQVGT3GG.js";
import "./chunk-7MWBAGVT.js";
import {
  streamCollector
} from "./chunk-HWU333NJ.js";
import "./chunk-SQMIN5AU.js";
export {
  DEFAULT_REQUEST_TIMEOUT,
  NodeHttp2Handler,
  NodeHttpHandler,
  streamCollector
};
