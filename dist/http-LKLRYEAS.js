const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  createServer,
  get,
  globalAgent,
  http_default,
  request
} from "./chunk-IBAIYVMO.js";
import "./chunk-SQMIN5AU.js";
export {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  createServer,
  http_default as default,
  get,
  globalAgent,
  request
};
