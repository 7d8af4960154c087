const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  createHash,
  createHmac
} from "./chunk-PTJ4QN3J.js";

// packages/sdk/src/node-sha256.ts
var NodeSha256 = class {
  #hash;
  #secret;
  constructor(secret) {
    this.#secret = secret === void 0 ? void 0 : bytes(secret);
    this.#hash = this.#fresh();
  }
  update(data) {
    this.#hash.update(bytes(data));
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
  reset() {
    this.#hash = this.#fresh();
  }
  #fresh() {
    return this.#secret === void 0 ? createHash("sha256") : createHmac("sha256", this.#secret);
  }
};
function bytes(data) {
  if (typeof data === "string") return data;
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

export {
  NodeSha256
};
