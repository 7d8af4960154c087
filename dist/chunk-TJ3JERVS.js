import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// scripts/bundle/no-http-client.ts
var absent = () => {
  throw new Error("@actions/http-client is not part of this bundle");
};
var HttpClient = class {
  getAgent() {
    return void 0;
  }
  getAgentDispatcher() {
    return void 0;
  }
  getJson() {
    return absent();
  }
};

export {
  HttpClient
};
