import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  __esm,
  __export
} from "./chunk-KVR2FT6O.js";

// scripts/bundle/builtin-http.ts
var builtin_http_exports = {};
__export(builtin_http_exports, {
  Agent: () => Agent,
  ClientRequest: () => ClientRequest,
  IncomingMessage: () => IncomingMessage,
  METHODS: () => METHODS,
  STATUS_CODES: () => STATUS_CODES,
  Server: () => Server,
  createServer: () => createServer,
  default: () => builtin_http_default,
  get: () => get,
  globalAgent: () => globalAgent,
  request: () => request
});
var http, Agent, ClientRequest, createServer, get, globalAgent, IncomingMessage, METHODS, request, Server, STATUS_CODES, builtin_http_default;
var init_builtin_http = __esm({
  "scripts/bundle/builtin-http.ts"() {
    http = process.getBuiltinModule("node:http");
    ({ Agent, ClientRequest, createServer, get, globalAgent, IncomingMessage, METHODS, request, Server, STATUS_CODES } = http);
    builtin_http_default = http;
  }
});

export {
  Agent,
  ClientRequest,
  createServer,
  get,
  globalAgent,
  IncomingMessage,
  METHODS,
  request,
  Server,
  STATUS_CODES,
  builtin_http_default,
  builtin_http_exports,
  init_builtin_http
};
