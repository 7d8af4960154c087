import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  builtin_http_default,
  createServer,
  get,
  globalAgent,
  request
} from "./chunk-QIFOMW7R.js";
import "./chunk-HYQNUVGO.js";
export {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  createServer,
  builtin_http_default as default,
  get,
  globalAgent,
  request
};
