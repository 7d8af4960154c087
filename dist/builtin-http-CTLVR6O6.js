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
  init_builtin_http,
  request
} from "./chunk-ACX4FKA2.js";
import "./chunk-KVR2FT6O.js";
init_builtin_http();
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
