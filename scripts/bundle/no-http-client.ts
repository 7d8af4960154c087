/**
 * Stands in for `@actions/http-client` in the bundles. `@actions/core` imports it for `getIDToken` alone, which Slipway does
 * not use (action-kit has its own bounded client), and with it would come undici: 56 % of a login's bytes.
 */
const absent = (): never => {
  throw new Error('@actions/http-client is not part of this bundle');
};

/** Fails as soon as it is made. */
export class HttpClient {
  constructor() {
    absent();
  }
}

/** Fails as soon as it is made. */
export class BearerCredentialHandler {
  constructor() {
    absent();
  }
}
