const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  partitionOf
} from "./chunk-2QCIIYE3.js";
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError,
  awsContextOf,
  call,
  clockWasWrong,
  closeContext,
  mayPass,
  retryAfter,
  withCredentials
} from "./chunk-2ANFHKXR.js";
import {
  HttpError,
  retry,
  seededRandom
} from "./chunk-FJLWJYUI.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import {
  readFileSync
} from "./chunk-XUK7DHFS.js";

// packages/sdk/src/sts/own-endpoint.ts
import { homedir } from "node:os";
import { join } from "node:path";
function ownEndpoint({ environment, endpoint, region, fips, dualStack }) {
  if (!environment || fips || dualStack || hasSwitch(environment) || sharedFilesSayMore(environment)) return void 0;
  const ignored = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true";
  const configured = ignored ? void 0 : environment["AWS_ENDPOINT_URL_STS"] || environment["AWS_ENDPOINT_URL"];
  const partition = partitionOf(region);
  return endpoint || configured || partition && `https://sts.${region}.${partition.dnsSuffix}`;
}
function hasSwitch(environment) {
  return ["AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"].some((name) => environment[name]?.toLowerCase() === "true");
}
var endpointSetting = /^\s*(endpoint_url|services|use_fips_endpoint|use_dualstack_endpoint)\s*=/m;
function sharedFilesSayMore(environment) {
  const folder = join(environment["HOME"] || environment["USERPROFILE"] || homedir(), ".aws");
  const files = [environment["AWS_CONFIG_FILE"] || join(folder, "config"), environment["AWS_SHARED_CREDENTIALS_FILE"] || join(folder, "credentials")];
  return files.some((file) => endpointSetting.test(textOf(file)));
}
function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

// packages/sdk/src/sts/web-identity.ts
var answerLimitBytes = 1024 * 1024;
var longerNames = /* @__PURE__ */ new Set(["IDPCommunicationError", "IDPRejectedClaim", "InvalidIdentityToken", "MalformedPolicyDocument", "PackedPolicyTooLarge"]);
async function sendWebIdentity(endpoint, context, form) {
  const answer = await post(endpoint, context, body(form));
  if (answer.status >= 300) throw refusal(answer);
  return read(answer.body);
}
async function post(endpoint, { signal, environment, userAgent }, form) {
  try {
    return await sendHttp({
      method: "POST",
      url: endpoint,
      headers: { "content-type": "application/x-www-form-urlencoded", ...userAgent ? { "user-agent": userAgent } : {} },
      body: form.toString(),
      signal,
      bodyLimit: answerLimitBytes,
      ...environment ? { environment } : {}
    });
  } catch (error) {
    throw error instanceof HttpError ? noAnswer(error) : error;
  }
}
function body({ PolicyArns = [], DurationSeconds, Policy, ...form }) {
  const fields = new URLSearchParams({ Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", ...form });
  if (DurationSeconds !== void 0) fields.set("DurationSeconds", String(DurationSeconds));
  if (Policy !== void 0) fields.set("Policy", Policy);
  for (const [index, { arn }] of PolicyArns.entries()) fields.set(`PolicyArns.member.${index + 1}.arn`, arn);
  return fields;
}
function read(xml) {
  const expiration = new Date(field(xml, "Expiration") ?? "");
  return {
    Credentials: {
      AccessKeyId: field(xml, "AccessKeyId"),
      SecretAccessKey: field(xml, "SecretAccessKey"),
      SessionToken: field(xml, "SessionToken"),
      Expiration: Number.isNaN(expiration.getTime()) ? void 0 : expiration
    },
    AssumedRoleUser: { Arn: field(xml, "Arn"), AssumedRoleId: field(xml, "AssumedRoleId") }
  };
}
function refusal({ status, headers, body: xml }) {
  const code = field(xml, "Code") ?? "Unknown";
  const requestId = headers["x-amzn-requestid"];
  return Object.assign(new Error(field(xml, "Message") ?? "UnknownError"), {
    name: longerNames.has(code) ? `${code}Exception` : code,
    $metadata: { httpStatusCode: status, ...requestId ? { requestId } : {} },
    $response: { statusCode: status, headers }
  });
}
function noAnswer(error) {
  const message = error.cause instanceof Error ? error.cause.message : error.message;
  return Object.assign(new Error(message, { cause: error }), { name: error.code === "ETIMEDOUT" ? "TimeoutError" : "Error", code: error.code });
}
var entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
function field(xml, name) {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named = "") => {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return entities[named] ?? (Number.isNaN(point) || point > 1114111 ? whole : String.fromCodePoint(point));
  });
}

// packages/sdk/src/sts/assume.ts
async function assumeRoleWithWebIdentity(context, request, policy = {}) {
  const form = { ...sharedParts(request), WebIdentityToken: request.token };
  const endpoint = ownEndpoint(context);
  const send = async (options) => {
    if (endpoint !== void 0) return sendWebIdentity(endpoint, context, form);
    const { AssumeRoleWithWebIdentityCommand, stsClient } = await import("./client-OXWV53IB.js");
    return stsClient(context).send(new AssumeRoleWithWebIdentityCommand(form), options);
  };
  const answer = await call(context, "sts", "AssumeRoleWithWebIdentity", send, { alsoRetry: passesByItself, ...policy });
  return assumed(answer, "AssumeRoleWithWebIdentity");
}
async function assumeRole(context, request, policy = {}) {
  const { AssumeRoleCommand, stsClient } = await import("./client-OXWV53IB.js");
  const command = () => new AssumeRoleCommand({ ...sharedParts(request), ...ownParts(request) });
  const send = (options) => stsClient(context).send(command(), options);
  return assumed(await call(context, "sts", "AssumeRole", send, policy), "AssumeRole");
}
function passesByItself(error) {
  return error.awsCode.startsWith("IDPCommunicationError") || /retrieve verification key/i.test(error.awsMessage);
}
function sharedParts(request) {
  return {
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    ...request.durationSeconds === void 0 ? {} : { DurationSeconds: request.durationSeconds },
    ...request.inlinePolicy === void 0 ? {} : { Policy: request.inlinePolicy },
    ...request.managedPolicyArns?.length ? { PolicyArns: request.managedPolicyArns.map((arn) => ({ arn })) } : {}
  };
}
function ownParts(request) {
  return {
    ...request.externalId === void 0 ? {} : { ExternalId: request.externalId },
    ...request.tags?.length ? { Tags: request.tags.map(({ key, value }) => ({ Key: key, Value: value })) } : {},
    ...request.transitiveTagKeys?.length ? { TransitiveTagKeys: [...request.transitiveTagKeys] } : {},
    ...request.sourceIdentity === void 0 ? {} : { SourceIdentity: request.sourceIdentity }
  };
}
function assumed(answer, operation) {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  const { Arn, AssumedRoleId } = answer.AssumedRoleUser ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || !Arn) throw noAnswerOfSts(operation);
  return {
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration },
    assumedRoleArn: Arn,
    assumedRoleId: AssumedRoleId ?? "",
    accountId: Arn.split(":")[4] ?? ""
  };
}
function noAnswerOfSts(operation) {
  return new AwsError({
    code: "unreachable",
    service: "sts",
    operation,
    awsCode: "",
    message: "the answer is not an answer of STS",
    hint: "Check the endpoint and the proxy: something else answered in the name of STS."
  });
}

// packages/sdk/src/sts/caller.ts
async function getCallerIdentity(context, { propagationGraceMs = 0 } = {}) {
  const { GetCallerIdentityCommand, stsClient } = await import("./client-OXWV53IB.js");
  const ask = () => call(context, "sts", "GetCallerIdentity", (options) => stsClient(context).send(new GetCallerIdentityCommand({}), options));
  const { clock, signal, random } = context;
  const answer = await retry(ask, {
    clock,
    signal,
    deadline: Math.min(context.deadline, clock.now() + propagationGraceMs),
    decide: (error) => ({ retry: error instanceof AwsError && error.awsCode.startsWith("InvalidClientTokenId") }),
    ...random ? { random } : {}
  });
  if (!answer.Account || !answer.Arn) throw noAnswerOfSts("GetCallerIdentity");
  return { accountId: answer.Account, arn: answer.Arn, userId: answer.UserId ?? "" };
}

// packages/sdk/src/sts/claims.ts
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return claims !== null && typeof claims === "object" && !Array.isArray(claims) ? claims : {};
  } catch {
    return {};
  }
}

// packages/sdk/src/sts/token.ts
var shortestTokenLifeMs = 6e4;
var kept = /* @__PURE__ */ new WeakSet();
function sharedToken(fetchToken, clock) {
  if (kept.has(fetchToken)) return fetchToken;
  const keeper = new TokenKeeper(fetchToken, clock);
  const shared = (serverNow) => keeper.take(serverNow);
  kept.add(shared);
  return shared;
}
var TokenKeeper = class {
  #fetch;
  #clock;
  #held;
  #asked;
  /** The servers' time minus the runner's. */
  #offset;
  /** False once new tokens have turned out old by a server's Date: that Date is then no measure. */
  #datesCount = true;
  /** True once even a second new token had less than a minute: its issuer gives no longer ones. */
  #shortLived = false;
  constructor(fetchToken, clock) {
    this.#fetch = fetchToken;
    this.#clock = clock;
  }
  async take(serverNow) {
    this.#learn(serverNow);
    if (this.#held && !this.#endsSoon(this.#held)) return this.#held.token;
    this.#asked ??= this.#renew().finally(() => {
      this.#asked = void 0;
    });
    return (await this.#asked).token;
  }
  /** One token, and one more where the first is already old: it came from a cache. Never a third. */
  async #renew() {
    let fresh = await this.#ask();
    if (this.#endsSoon(fresh)) fresh = await this.#ask();
    else if (this.#leftMs(fresh) < shortestTokenLifeMs && !this.#shortLived) {
      fresh = await this.#ask();
      this.#shortLived = this.#leftMs(fresh) < shortestTokenLifeMs;
    }
    if (this.#endsSoon(fresh)) {
      this.#datesCount = false;
      this.#offset = void 0;
    }
    this.#held = fresh;
    return fresh;
  }
  async #ask() {
    const given = await this.#fetch(this.#offset === void 0 ? void 0 : this.#clock.now() + this.#offset);
    const { token, serverTime } = typeof given === "string" ? { token: given } : given;
    this.#learn(serverTime);
    const { iat, exp } = claimsOf(token);
    const known = typeof iat === "number" && typeof exp === "number" && exp > iat;
    return {
      token,
      at: this.#clock.now(),
      lifeMs: known ? (exp - iat) * 1e3 : Number.POSITIVE_INFINITY,
      endsAt: known ? exp * 1e3 : Number.POSITIVE_INFINITY
    };
  }
  #learn(serverNow) {
    if (serverNow !== void 0 && this.#datesCount) this.#offset = serverNow - this.#clock.now();
  }
  #endsSoon(held) {
    return this.#leftMs(held) < (held.lifeMs > shortestTokenLifeMs ? shortestTokenLifeMs : held.lifeMs / 2);
  }
  #leftMs({ at, lifeMs, endsAt }) {
    const now = this.#clock.now();
    return this.#offset === void 0 ? lifeMs - (now - at) : endsAt - (now + this.#offset);
  }
};
function datedToken(fetchToken) {
  return async () => {
    let serverTime;
    const token = await fetchToken(async (request) => {
      const answer = await sendHttp(request);
      const date = Date.parse(answer.headers["date"] ?? "");
      serverTime = Number.isNaN(date) ? void 0 : date;
      return answer;
    });
    return serverTime === void 0 ? { token } : { token, serverTime };
  };
}

// packages/sdk/src/sts/chain.ts
var hopSeconds = 900;
async function assumeChain(context, request) {
  checkRequest(request);
  const dropped = [];
  let send = request.identity.kind === "token" ? byToken(context, request, request.identity.fetchToken) : byKeys(context, request.identity.credentials);
  let role;
  for (const [index, arn] of request.hops.entries()) {
    request.onHop?.(index, arn);
    role = await takeHop(context, request, index, send, dropped);
    request.onCredentials?.(role.credentials);
    send = byKeys(context, role.credentials);
  }
  return role;
}
function firstAssumeRole({ identity }) {
  return identity.kind === "token" ? 1 : 0;
}
function checkRequest(request) {
  if (request.hops.length === 0) throw new RangeError("a chain has at least one role");
  const homeless = request.tags.length > 0 || request.externalId !== void 0 || request.sourceIdentity !== void 0;
  if (homeless && request.hops.length === firstAssumeRole(request))
    throw new RangeError("AssumeRoleWithWebIdentity takes no tags, no external id and no source identity");
}
function byKeys(context, credentials) {
  const own = withCredentials(context, credentials);
  return (request) => assumeRole(own, request, { attempts: 1 });
}
function byToken(context, { onClaims }, fetchToken) {
  const { clock } = context;
  const take = sharedToken(fetchToken, clock);
  let offset;
  let shown;
  return async (request) => {
    const token = await take(offset === void 0 ? void 0 : clock.now() + offset);
    if (token !== shown) onClaims?.(claimsOf(token));
    shown = token;
    try {
      return await assumeRoleWithWebIdentity(context, { ...request, token }, { attempts: 1 });
    } catch (error) {
      if (error instanceof AwsError && error.serverTime !== void 0) offset = error.serverTime - clock.now();
      throw error;
    }
  };
}
async function takeHop(context, request, index, send, dropped) {
  const here = [];
  for (; ; ) {
    const hop = hopRequest(request, index, dropped);
    try {
      const role = await retryHop(context, request, () => send(hop));
      if (here.length > 0) request.onDropped?.(here);
      return role;
    } catch (error) {
      const last = hop.tags?.at(-1);
      if (request.onPackedSize === "fail" || !last || !isTooLarge(error) || context.clock.now() >= context.deadline) throw error;
      here.push(last.key);
      dropped.push(last.key);
    }
  }
}
function isTooLarge(error) {
  return error instanceof AwsError && error.awsCode.startsWith("PackedPolicyTooLarge");
}
function hopRequest(request, index, dropped) {
  const { hops, sessionName, externalId, sourceIdentity, durationSeconds, inlinePolicy, managedPolicyArns } = request;
  const last = index === hops.length - 1;
  const first = firstAssumeRole(request);
  const isTransitive = ({ key }) => request.transitiveTagKeys.includes(key);
  const tags = request.tags.filter((tag) => !dropped.includes(tag.key) && (index === first || !isTransitive(tag)));
  const seconds = last ? durationSeconds : hopSeconds;
  return {
    roleArn: hops[index] ?? "",
    sessionName,
    ...seconds === void 0 ? {} : { durationSeconds: seconds },
    ...last && inlinePolicy !== void 0 ? { inlinePolicy } : {},
    ...last ? { managedPolicyArns } : {},
    ...index >= first ? { tags } : {},
    ...index >= first && externalId !== void 0 ? { externalId } : {},
    ...index === first ? { transitiveTagKeys: tags.filter(isTransitive).map(({ key }) => key) } : {},
    ...index === first && sourceIdentity !== void 0 ? { sourceIdentity } : {}
  };
}
function retryHop(context, { onRetry }, send) {
  const { clock, signal, deadline, random } = context;
  let corrected = false;
  return retry(send, {
    clock,
    signal,
    deadline,
    ...random ? { random } : {},
    decide: (error) => {
      const again = !corrected && error instanceof AwsError && clockWasWrong(error);
      corrected ||= again;
      if (!again && !isPassing(error)) return { retry: false };
      onRetry?.(error);
      return { retry: true, ...error instanceof AwsError ? retryAfter(error) : {} };
    }
  });
}
function isPassing(error) {
  if (error instanceof AwsError) return mayPass(error) && !isForeign(error) || passesByItself(error);
  return error?.retryable === true;
}
function isForeign({ code, awsCode, statusCode = 0 }) {
  return code === "unreachable" && (awsCode === "" || awsCode === "SyntaxError") && statusCode < 500;
}

// packages/sdk/src/sts/login.ts
function assumeRoleByToken(context, { fetchToken, roleArn, managedPolicyArns = [], ...rest }) {
  const identity = { kind: "token", fetchToken };
  return assumeChain(context, { ...rest, identity, hops: [roleArn], managedPolicyArns, tags: [], transitiveTagKeys: [], onPackedSize: "fail" });
}

// packages/sdk/src/sts/role-arn.ts
var roleArnPattern = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/((?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/;
function parseRoleArn(arn) {
  const match = roleArnPattern.exec(arn);
  if (!match) return void 0;
  const [, partition = "", accountId = "", , name = ""] = match;
  return { arn, partition, accountId, name };
}
function roleOfSession(sessionArn) {
  const match = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(sessionArn);
  if (!match) return void 0;
  const [, partition = "", accountId = "", name = "", sessionName = ""] = match;
  return { partition, accountId, name, sessionName };
}

// packages/sdk/src/sts/session-name.ts
var longest = 64;
var hashLength = 8;
function isSessionName(name) {
  return /^[\w+=,.@-]{2,64}$/.test(name);
}
function cleanSessionName(name) {
  const legal = name.replace(/[^\w+=,.@-]+/g, "-").padEnd(2, "-");
  if (legal.length <= longest) return legal;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, hashLength);
  return `${legal.slice(0, longest - hashLength - 1)}-${hash}`;
}
function defaultSessionName(run) {
  const repository = run.repository.split("/").at(-1) || "local";
  return cleanSessionName([repository, run.job || "job", run.runId || "0", run.runAttempt].join("."));
}

// packages/sdk/src/sts/role-context.ts
function jobRandom({ github, environment }) {
  return seededRandom(github.runId, github.runAttempt, github.job, environment.all()["RUNNER_NAME"] ?? "");
}
async function contextWithRole(run, options) {
  const base = awsContextOf(run, options.region, options.userAgent, {
    random: jobRandom(run),
    ...options.deadline === void 0 ? {} : { deadline: options.deadline }
  });
  if (!options.roleArn) return base;
  try {
    const { credentials } = await assumeRoleByToken(base, {
      roleArn: options.roleArn,
      sessionName: defaultSessionName(run.github),
      fetchToken: () => options.fetchToken(partitionOf(options.region)?.audience ?? "sts.amazonaws.com")
    });
    run.masks.add(credentials.secretAccessKey);
    run.masks.add(credentials.sessionToken);
    return { ...base, credentials };
  } finally {
    closeContext(base);
  }
}

export {
  assumeRoleWithWebIdentity,
  assumeRole,
  passesByItself,
  getCallerIdentity,
  claimsOf,
  sharedToken,
  datedToken,
  assumeChain,
  assumeRoleByToken,
  roleArnPattern,
  parseRoleArn,
  roleOfSession,
  isSessionName,
  cleanSessionName,
  defaultSessionName,
  jobRandom,
  contextWithRole
};
