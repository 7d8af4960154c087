/**
 * Stands in for `@actions/http-client` in the bundles. `@actions/core` imports it for `getIDToken`, which Slipway does not use
 * (action-kit has its own bounded client), and with it would come undici: 56 % of a login's bytes. `@actions/github` makes a
 * client as soon as it is loaded, only to ask it for a proxy's agent: there is none, so its fetch goes the direct way.
 */
const absent = (): never => {
  throw new Error('@actions/http-client is not part of this bundle');
};

/** Knows no proxy and sends nothing. */
export class HttpClient {
  getAgent(): undefined {
    return undefined;
  }
  getAgentDispatcher(): undefined {
    return undefined;
  }
  getJson(): never {
    return absent();
  }
}

/** Fails as soon as it is made. */
export class BearerCredentialHandler {
  constructor() {
    absent();
  }
}
