const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

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
