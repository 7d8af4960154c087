/**
 * Stands in for `@actions/http-client` in the bundles. `@actions/core` imports it for `getIDToken` alone, which Slipway does
 * not use (action-kit has its own bounded client), and with it would come undici: 56 % of a login's bytes.
 */
const absent = (): never => {
  throw new Error('@actions/http-client is not part of this bundle');
};

export class HttpClient {
  constructor() {
    absent();
  }
}

export class BearerCredentialHandler {
  constructor() {
    absent();
  }
}
