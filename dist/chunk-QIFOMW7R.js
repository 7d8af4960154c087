import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// scripts/bundle/builtin-http.ts
var http = process.getBuiltinModule("node:http");
var { Agent, ClientRequest, createServer, get, globalAgent, IncomingMessage, METHODS, request, Server, STATUS_CODES } = http;
var builtin_http_default = http;

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
  builtin_http_default
};
