const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

// plain-builtin:fs
var whole = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var accessSync = /* @__PURE__ */ (() => whole.accessSync)();
var appendFileSync = /* @__PURE__ */ (() => whole.appendFileSync)();
var chmodSync = /* @__PURE__ */ (() => whole.chmodSync)();
var closeSync = /* @__PURE__ */ (() => whole.closeSync)();
var constants = /* @__PURE__ */ (() => whole.constants)();
var createReadStream = /* @__PURE__ */ (() => whole.createReadStream)();
var createWriteStream = /* @__PURE__ */ (() => whole.createWriteStream)();
var existsSync = /* @__PURE__ */ (() => whole.existsSync)();
var fstatSync = /* @__PURE__ */ (() => whole.fstatSync)();
var globSync = /* @__PURE__ */ (() => whole.globSync)();
var lstatSync = /* @__PURE__ */ (() => whole.lstatSync)();
var mkdirSync = /* @__PURE__ */ (() => whole.mkdirSync)();
var mkdtempSync = /* @__PURE__ */ (() => whole.mkdtempSync)();
var openSync = /* @__PURE__ */ (() => whole.openSync)();
var readFileSync = /* @__PURE__ */ (() => whole.readFileSync)();
var readSync = /* @__PURE__ */ (() => whole.readSync)();
var readdirSync = /* @__PURE__ */ (() => whole.readdirSync)();
var realpathSync = /* @__PURE__ */ (() => whole.realpathSync)();
var renameSync = /* @__PURE__ */ (() => whole.renameSync)();
var rmSync = /* @__PURE__ */ (() => whole.rmSync)();
var statSync = /* @__PURE__ */ (() => whole.statSync)();
var symlinkSync = /* @__PURE__ */ (() => whole.symlinkSync)();
var writeFileSync = /* @__PURE__ */ (() => whole.writeFileSync)();

export {
  accessSync,
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  fstatSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
};
