const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  assumeChain,
  datedToken,
  jobRandom,
  sharedToken
} from "./chunk-DUIDKB3Q.js";
import {
  awsContextOf,
  closeContext
} from "./chunk-2ANFHKXR.js";
import {
  fetchIdToken
} from "./chunk-XWKQ645Z.js";
import {
  environmentOf,
  githubRun
} from "./chunk-KVJXZJXX.js";

// actions/assume-role/src/defined.ts
function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));
}

// actions/assume-role/src/proxy.ts
var proxyNames = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
var noProxyNames = ["NO_PROXY", "no_proxy"];
function environmentFor({ httpProxy, noProxy }, environment) {
  if (httpProxy === void 0 && noProxy === void 0) return environment;
  const over = (names, value) => value === void 0 ? {} : Object.fromEntries(names.map((name) => [name, value]));
  return environmentOf({ ...environment.all(), ...over(proxyNames, httpProxy), ...over(noProxyNames, noProxy) });
}
function proxySecrets(environment) {
  return proxyNames.flatMap((name) => {
    const value = environment.get(name);
    const [, pair] = /^(?:[a-z]+:\/\/)?([^/@\s]+(?:@[^/@\s]+)*)@/i.exec(value ?? "") ?? [];
    if (pair === void 0) return [];
    const password = pair.slice(pair.indexOf(":") + 1);
    return pair.includes(":") ? [pair, ...[password, decoded(password)].filter((text) => text.length >= shortestSecret)] : [pair];
  });
}
var shortestSecret = 4;
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// actions/assume-role/src/login.ts
var TokenPool = class {
  #sources = /* @__PURE__ */ new Map();
  /** The plan's token; made by `create` where no plan before it had the same. */
  take(plan, create) {
    const key = JSON.stringify([plan.source, plan.tokenFile, plan.audience, plan.httpProxy, plan.noProxy]);
    const source = this.#sources.get(key) ?? create();
    this.#sources.set(key, source);
    return source;
  }
};
async function loginWith(plan, ports, events = {}, tokens = new TokenPool()) {
  const environment = environmentFor(plan, ports.environment);
  for (const secret of proxySecrets(environment)) ports.masks.add(secret);
  const run = { ...ports, environment };
  const context = contextFor(plan, run);
  try {
    const { identity, hops } = await beginning(plan, run, tokens);
    const onCredentials = (credentials) => void hidden(credentials, ports);
    return await assumeChain(context, { ...chainOf(plan, identity, hops, events), onCredentials });
  } finally {
    closeContext(context);
  }
}
function contextFor(plan, ports) {
  const { endpoint, fips, dualStack } = plan;
  return awsContextOf({ ...ports, environment: environmentFor(plan, ports.environment) }, plan.region, "slipway/assume-role", {
    ...defined({ endpoint, fips, dualStack }),
    random: jobRandom({ github: githubRun(ports.environment), environment: ports.environment })
  });
}
function chainOf(plan, identity, hops, events) {
  const { sessionName, durationSeconds, externalId, inlinePolicy, managedPolicies, tags, transitiveTagKeys, sourceIdentity, onPackedSize } = plan;
  const parts = { identity, hops, sessionName, durationSeconds, externalId, inlinePolicy, managedPolicyArns: managedPolicies };
  return defined({ ...parts, tags, transitiveTagKeys, sourceIdentity, onPackedSize, ...events });
}
async function beginning(plan, ports, tokens) {
  const token = (create) => ({ kind: "token", fetchToken: tokens.take(plan, () => sharedToken(create(), ports.clock)) });
  const { hops } = plan;
  if (plan.source === "oidc") return { identity: token(() => datedToken((send) => fetchIdToken(ports, plan.audience, send))), hops };
  const { environmentKeys, runnerIdentity, tokenFromFile } = await import("./identity-V5IHBMXD.js");
  const fromFile = (file) => async () => {
    const jwt = await tokenFromFile(file);
    ports.masks.add(jwt);
    return jwt;
  };
  if (plan.source === "web-identity-file") return { identity: token(() => fromFile(plan.tokenFile ?? "")), hops };
  if (plan.source === "environment") return { identity: { kind: "keys", credentials: hidden(environmentKeys(ports.environment.all()), ports) }, hops };
  const runner = await runnerIdentity(ports.environment.all(), ports);
  if (runner.kind === "keys") return { identity: { kind: "keys", credentials: hidden(runner.credentials, ports) }, hops };
  return { identity: token(() => fromFile(runner.tokenFile)), hops: hops[0] === runner.roleArn ? hops : [runner.roleArn, ...hops] };
}
function hidden(credentials, { masks }) {
  masks.add(credentials.secretAccessKey);
  if (credentials.sessionToken) masks.add(credentials.sessionToken);
  return credentials;
}

export {
  defined,
  environmentFor,
  proxySecrets,
  TokenPool,
  loginWith,
  contextFor
};
