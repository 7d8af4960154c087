const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

// plain-builtin:http
var whole = /* @__PURE__ */ process.getBuiltinModule("node:http");
var Agent = /* @__PURE__ */ (() => whole.Agent)();
var ClientRequest = /* @__PURE__ */ (() => whole.ClientRequest)();
var IncomingMessage = /* @__PURE__ */ (() => whole.IncomingMessage)();
var METHODS = /* @__PURE__ */ (() => whole.METHODS)();
var STATUS_CODES = /* @__PURE__ */ (() => whole.STATUS_CODES)();
var Server = /* @__PURE__ */ (() => whole.Server)();
var createServer = /* @__PURE__ */ (() => whole.createServer)();
var get = /* @__PURE__ */ (() => whole.get)();
var globalAgent = /* @__PURE__ */ (() => whole.globalAgent)();
var request = /* @__PURE__ */ (() => whole.request)();
var http_default = whole;

export {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  createServer,
  get,
  globalAgent,
  request,
  http_default
};
