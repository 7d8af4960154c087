const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  HttpError,
  answerTimeoutMs,
  connectTimeoutMs,
  httpAgent,
  httpsAgent,
  isFinalConnectionCode,
  proxyFor,
  retry
} from "./chunk-FJLWJYUI.js";

// packages/sdk/src/errors.ts
var AwsError = class extends Error {
  code;
  service;
  operation;
  awsCode;
  awsMessage;
  requestId;
  statusCode;
  serverTime;
  hint;
  constructor(parts) {
    const id = parts.requestId ? ` (request id ${parts.requestId})` : "";
    const code = parts.awsCode ? `${parts.awsCode}: ` : "";
    super(`${parts.service}:${parts.operation}: ${code}${parts.message}${id}`, { cause: parts.cause });
    this.name = "AwsError";
    this.code = parts.code;
    this.service = parts.service;
    this.operation = parts.operation;
    this.awsCode = parts.awsCode;
    this.awsMessage = parts.message;
    this.requestId = parts.requestId;
    this.statusCode = parts.statusCode;
    this.serverTime = parts.serverTime;
    this.hint = parts.hint;
  }
};
var throttlingCodes = /* @__PURE__ */ new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException"
]);
var credentialCodes = /* @__PURE__ */ new Set([
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "UnrecognizedClientException",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
  "IncompleteSignature",
  "MissingAuthenticationToken",
  "MissingAuthenticationTokenException",
  "InvalidAccessKeyId",
  "TokenProviderError",
  "RequestExpired"
]);
var deniedCodes = /* @__PURE__ */ new Set([
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedOperation",
  "UnauthorizedAccess",
  "NotAuthorized",
  "OptInRequired",
  "RegionDisabledException"
]);
var networkCodes = /* @__PURE__ */ new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "ECONNABORTED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPROTO",
  "ERR_PROXY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
]);
function classify(error, service, operation, endpoint) {
  if (error instanceof AwsError) return error;
  const sdk = error ?? {};
  const status = sdk.$metadata?.httpStatusCode ?? sdk.$response?.statusCode;
  const name = sdk.name === "Error" || !sdk.name ? sdk.code ?? "" : sdk.name;
  const quota = isQuota(service, name);
  const code = quota ? "service-error" : codeOf(name, sdk, status);
  const date = sdk.$response?.headers?.["date"];
  const parts = {
    code,
    service,
    operation,
    awsCode: code === "unreachable" ? sdk.code ?? name : name,
    message: messageOf(sdk, code, endpoint),
    hint: quota ? "A quota of ECR is used up. Delete what is not needed, or ask for more: Service Quotas, Amazon ECR." : hintFor(code, service, operation),
    cause: error,
    ...sdk.$metadata?.requestId ? { requestId: sdk.$metadata.requestId } : {},
    ...status === void 0 ? {} : { statusCode: status },
    ...date && !Number.isNaN(Date.parse(date)) ? { serverTime: Date.parse(date) } : {}
  };
  return new AwsError(parts);
}
function codeOf(name, sdk, status) {
  if (throttlingCodes.has(name) || sdk.$retryable?.throttling || status === 429) return "throttled";
  if (credentialCodes.has(name)) return "credentials-missing";
  if (deniedCodes.has(name)) return "access-denied";
  if (name === "TimeoutError") return sdk.code === "ECONNRESET" || sdk.code === "EPIPE" ? "unreachable" : "timeout";
  if (name === "AbortError") return "cancelled";
  if (networkCodes.has(sdk.code ?? "") || networkCodes.has(name) || isForeign(sdk)) return "unreachable";
  if (status !== void 0 && status >= 500) return "unreachable";
  if (status === 403) return "access-denied";
  if (/NotFound|NoSuch/.test(name) || status === 404) return "not-found";
  if (/Conflict|AlreadyExists|ConditionalCheckFailed|PreconditionFailed|ResourceInUse|ResourceExists/.test(name) || status === 409 || status === 412)
    return "conflict";
  if (/Validation|Invalid|Malformed/.test(name)) return "invalid-request";
  return "service-error";
}
function isQuota(service, name) {
  return service === "ecr" && name === "LimitExceededException";
}
function isForeign({ name, message = "" }) {
  return name === "SyntaxError" || message.includes("XML parse error");
}
function messageOf(sdk, code, endpoint) {
  const where = endpoint ? ` at ${endpoint}` : "";
  if (isForeign(sdk)) return `the answer${where} is not an answer of AWS: ${sdk.message?.split("\n")[0] ?? ""}`;
  if (code === "unreachable" || code === "timeout") return `${sdk.message || "no answer"}${where}`;
  return sdk.message || "no message";
}
function hintFor(code, service, operation) {
  switch (code) {
    case "access-denied":
      return `Allow the role this action in its policy:
{ "Effect": "Allow", "Action": "${iamAction(service, operation)}", "Resource": "${resourceOf(service, operation)}" }`;
    case "credentials-missing":
      return "Log in first: a step with assume-role before this one, or role-to-assume in this step. If the step before it ran for hours, its credentials have expired.";
    case "throttled":
      return "The account makes more requests than AWS allows at the moment. Run fewer jobs side by side, or raise the timeout.";
    case "unreachable":
      return "Check the runner's way to AWS: DNS, proxy (HTTPS_PROXY, NO_PROXY), VPC endpoints, aws-region.";
    case "timeout":
      return "AWS accepted the connection and did not answer in time. Check the proxy and VPC endpoints; raise the timeout.";
    default:
      return "Read AWS's message above; it names what it refuses.";
  }
}
var withoutResource = /^(inspector2:.*|ecr:(GetAuthorizationToken|GetRegistryScanningConfiguration)|sts:GetCallerIdentity)$/;
function resourceOf(service, operation) {
  return withoutResource.test(`${service}:${operation}`) ? "*" : "<the resource named above>";
}
function iamAction(service, operation) {
  return `${service}:${operation}`;
}

// packages/sdk/src/connections.ts
var keepAliveMs = 1e3;
var socketTimeoutMs = 6e4;
var mostSockets = 50;
var Connections = class {
  metadata = { handlerProtocol: "http/1.1" };
  #environment;
  /** By the proxy's URL; '' is the direct way. */
  #handlers = /* @__PURE__ */ new Map();
  constructor(environment) {
    this.#environment = environment;
  }
  async handle(...[request, options]) {
    const { protocol, hostname, port } = request;
    const host = hostname.includes(":") && !hostname.startsWith("[") ? `[${hostname}]` : hostname;
    const url = `${protocol}//${host}${port === void 0 ? "" : `:${port}`}`;
    let proxy;
    try {
      proxy = proxyFor(url, this.#environment);
      return await (await this.#handlerOf(proxy)).handle(request, options);
    } catch (error) {
      throw HttpError.ofProxy(error, new URL(url).host, proxy) ?? error;
    }
  }
  destroy() {
    for (const handler of this.#handlers.values()) {
      handler.then((made) => made.destroy()).catch(() => {
      });
    }
  }
  /** The limits are ours, not a client's to change. */
  updateHttpClientConfig() {
  }
  httpHandlerConfigs() {
    return {};
  }
  #handlerOf(proxy) {
    const key = proxy ?? "";
    let handler = this.#handlers.get(key);
    if (!handler) {
      handler = makeHandler(proxy);
      this.#handlers.set(key, handler);
    }
    return handler;
  }
};
async function makeHandler(proxy) {
  const { NodeHttpHandler } = await import("./dist-es-P4DMVRQ4.js");
  const options = { keepAlive: true, keepAliveMsecs: keepAliveMs, maxSockets: mostSockets, timeout: socketTimeoutMs };
  return new NodeHttpHandler({
    connectionTimeout: connectTimeoutMs,
    requestTimeout: answerTimeoutMs,
    throwOnRequestTimeout: true,
    httpAgent: httpAgent(proxy, options),
    httpsAgent: httpsAgent(proxy, options)
  });
}

// packages/sdk/src/config.ts
function awsContextOf(run, region, userAgent, more = {}) {
  return {
    region,
    clock: run.clock,
    signal: run.signal,
    deadline: run.deadline,
    environment: run.environment.all(),
    onCall: (service, operation) => run.calls.count(`${service}:${operation}`),
    userAgent,
    ...more
  };
}
var connections = /* @__PURE__ */ new WeakMap();
function clientConfig(context) {
  return {
    region: context.region,
    maxAttempts: 1,
    requestHandler: connectionsOf(context),
    ec2MetadataV1Disabled: true,
    ...context.credentials ? { credentials: context.credentials } : {},
    ...context.endpoint ? { endpoint: context.endpoint } : {},
    ...context.fips ? { useFipsEndpoint: true } : {},
    ...context.dualStack ? { useDualstackEndpoint: true } : {},
    ...context.userAgent ? { customUserAgent: context.userAgent } : {}
  };
}
function connectionsOf(context) {
  let own = connections.get(context);
  if (!own) {
    own = new Connections(context.environment ?? {});
    connections.set(context, own);
  }
  return own;
}
function withCredentials(context, credentials) {
  const other = { ...context, credentials };
  connections.set(other, connectionsOf(context));
  return other;
}
function closeContext(context) {
  connections.get(context)?.destroy();
}
async function call(context, service, operation, send, policy = {}) {
  const attempt = async () => {
    context.onCall?.(service, operation);
    try {
      return await untilAborted(send({ abortSignal: context.signal }), context.signal);
    } catch (error) {
      if (context.signal.aborted) throw context.signal.reason;
      throw classify(error, service, operation, context.endpoint);
    }
  };
  let corrected = false;
  return retry(attempt, {
    clock: context.clock,
    signal: context.signal,
    deadline: Math.min(context.deadline, policy.deadline ?? Number.POSITIVE_INFINITY),
    ...policy.attempts === void 0 ? {} : { attempts: policy.attempts },
    ...context.random ? { random: context.random } : {},
    decide: (error) => {
      if (!(error instanceof AwsError) || policy.giveUp?.(error)) return { retry: false };
      const again = !corrected && clockWasWrong(error);
      corrected ||= again;
      return again || mayPass(error) || policy.alsoRetry?.(error) === true ? { retry: true, ...retryAfter(error) } : { retry: false };
    }
  });
}
function untilAborted(work, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
function clockWasWrong({ awsCode, awsMessage, cause }) {
  const { clockSkewCorrected } = cause?.$metadata ?? {};
  return clockSkewCorrected === true && (/^(RequestExpired|RequestTimeTooSkewed)/.test(awsCode) || /Signature (expired|not yet current)/i.test(awsMessage));
}
function mayPass(error) {
  if (isFinalConnectionCode(error.awsCode)) return false;
  return error.code === "throttled" || error.code === "unreachable" || error.code === "timeout";
}
function retryAfter(error) {
  const cause = error.cause;
  const seconds = cause?.retryAfterSeconds ?? Number(cause?.$response?.headers?.["retry-after"]);
  return Number.isFinite(seconds) && Number(seconds) > 0 ? { afterMs: Number(seconds) * 1e3 } : {};
}
function clientCache(create) {
  const clients = /* @__PURE__ */ new WeakMap();
  return (context) => {
    let client = clients.get(context);
    if (!client) {
      client = create(clientConfig(context));
      clients.set(context, client);
    }
    return client;
  };
}

export {
  AwsError,
  classify,
  iamAction,
  awsContextOf,
  withCredentials,
  closeContext,
  call,
  clockWasWrong,
  mayPass,
  retryAfter,
  clientCache
};
