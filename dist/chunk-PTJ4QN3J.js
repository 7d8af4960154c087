const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

// plain-builtin:crypto
var whole = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var createCipheriv = /* @__PURE__ */ (() => whole.createCipheriv)();
var createDecipheriv = /* @__PURE__ */ (() => whole.createDecipheriv)();
var createHash = /* @__PURE__ */ (() => whole.createHash)();
var createHmac = /* @__PURE__ */ (() => whole.createHmac)();
var randomBytes = /* @__PURE__ */ (() => whole.randomBytes)();
var randomUUID = /* @__PURE__ */ (() => whole.randomUUID)();
var scrypt = /* @__PURE__ */ (() => whole.scrypt)();

export {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomUUID,
  scrypt
};
