import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ENV_KEY,
  ENV_SECRET,
  fromEnv
} from "./chunk-BMUB6LXS.js";
import {
  NodeHttpHandler
} from "./chunk-5I647YKF.js";
import {
  CredentialsProviderError,
  ENV_PROFILE,
  chain
} from "./chunk-YN2TDT66.js";
import {
  Agent
} from "./chunk-QIFOMW7R.js";

// packages/sdk/src/config.ts
import { Agent as HttpsAgent } from "node:https";

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

// packages/sdk/src/retry.ts
var defaultBaseMs = 100;
var defaultCapMs = 5e3;
async function retry(operation, options) {
  const { clock, signal, deadline, decide, attempts = Number.POSITIVE_INFINITY, random = Math.random } = options;
  const base = options.baseMs ?? defaultBaseMs;
  const cap = options.capMs ?? defaultCapMs;
  let pause = base;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const decision = decide(error);
      if (!decision.retry || attempt >= attempts) throw error;
      pause = Math.min(cap, base + random() * (pause * 3 - base));
      const wait = Math.max(pause, decision.afterMs ?? 0);
      if (clock.now() + wait >= deadline) throw error;
      await clock.sleep(wait, signal);
    }
  }
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
var connectTimeoutMs = 5e3;
var answerTimeoutMs = 1e4;
var handlers = /* @__PURE__ */ new WeakMap();
function clientConfig(context) {
  return {
    region: context.region,
    maxAttempts: 1,
    requestHandler: handlerOf(context),
    ...context.credentials ? { credentials: context.credentials } : {},
    ...context.endpoint ? { endpoint: context.endpoint } : {},
    ...context.fips ? { useFipsEndpoint: true } : {},
    ...context.dualStack ? { useDualstackEndpoint: true } : {},
    ...context.userAgent ? { customUserAgent: context.userAgent } : {}
  };
}
function handlerOf(context) {
  let handler = handlers.get(context);
  if (!handler) {
    const options = { keepAlive: true, keepAliveMsecs: 1e3, maxSockets: 50, timeout: 6e4, proxyEnv: { ...context.environment ?? {} } };
    handler = new NodeHttpHandler({
      connectionTimeout: connectTimeoutMs,
      requestTimeout: answerTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: new Agent(options),
      httpsAgent: new HttpsAgent(options)
    });
    handlers.set(context, handler);
  }
  return handler;
}
function closeContext(context) {
  handlers.get(context)?.destroy();
}
async function call(context, service, operation, send, policy = {}) {
  const attempt = async () => {
    context.onCall?.(service, operation);
    try {
      return await send({ abortSignal: context.signal });
    } catch (error) {
      if (context.signal.aborted) throw context.signal.reason;
      throw classify(error, service, operation, context.endpoint);
    }
  };
  return retry(attempt, {
    clock: context.clock,
    signal: context.signal,
    deadline: Math.min(context.deadline, policy.deadline ?? Number.POSITIVE_INFINITY),
    ...policy.attempts === void 0 ? {} : { attempts: policy.attempts },
    ...context.random ? { random: context.random } : {},
    decide: (error) => {
      if (!(error instanceof AwsError)) return { retry: false };
      return mayPass(error) || policy.alsoRetry?.(error) === true ? { retry: true, ...retryAfter(error) } : { retry: false };
    }
  });
}
function mayPass(error) {
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

// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
var ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
var remoteProvider = async (init) => {
  const { ENV_CMDS_FULL_URI, ENV_CMDS_RELATIVE_URI, fromContainerMetadata, fromInstanceMetadata } = await import("./dist-es-37ZYHWEQ.js");
  if (process.env[ENV_CMDS_RELATIVE_URI] || process.env[ENV_CMDS_FULL_URI]) {
    init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");
    const { fromHttp } = await import("./dist-es-WG2RZ2EE.js");
    return chain(fromHttp(init), fromContainerMetadata(init));
  }
  if (process.env[ENV_IMDS_DISABLED] && process.env[ENV_IMDS_DISABLED] !== "false") {
    return async () => {
      throw new CredentialsProviderError("EC2 Instance Metadata Service access disabled", { logger: init.logger });
    };
  }
  init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata");
  return fromInstanceMetadata(init);
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/runtime/memoize-chain.js
function memoizeChain(providers, treatAsExpired) {
  const chain2 = internalCreateChain(providers);
  let activeLock;
  let passiveLock;
  let credentials;
  let forceRefreshLock;
  const provider = async (options) => {
    if (options?.forceRefresh) {
      if (!forceRefreshLock) {
        forceRefreshLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          forceRefreshLock = void 0;
        });
      }
      await forceRefreshLock;
      return credentials;
    }
    if (credentials?.expiration) {
      if (credentials?.expiration?.getTime() < Date.now()) {
        credentials = void 0;
      }
    }
    if (activeLock) {
      await activeLock;
    } else if (!credentials || treatAsExpired?.(credentials)) {
      if (credentials) {
        if (!passiveLock) {
          passiveLock = chain2(options).then((c) => {
            credentials = c;
          }).catch(() => {
          }).finally(() => {
            passiveLock = void 0;
          });
        }
      } else {
        activeLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          activeLock = void 0;
        });
        return provider(options);
      }
    }
    return credentials;
  };
  return provider;
}
var internalCreateChain = (providers) => async (awsIdentityProperties) => {
  let lastProviderError;
  for (const provider of providers) {
    try {
      return await provider(awsIdentityProperties);
    } catch (err) {
      lastProviderError = err;
      if (err?.tryNextLink) {
        continue;
      }
      throw err;
    }
  }
  throw lastProviderError;
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js
var multipleCredentialSourceWarningEmitted = false;
var defaultProvider = (init = {}) => memoizeChain([
  async () => {
    const profile = init.profile ?? process.env[ENV_PROFILE];
    if (profile) {
      const envStaticCredentialsAreSet = process.env[ENV_KEY] && process.env[ENV_SECRET];
      if (envStaticCredentialsAreSet) {
        if (!multipleCredentialSourceWarningEmitted) {
          const warnFn = init.logger?.warn && init.logger?.constructor?.name !== "NoOpLogger" ? init.logger.warn.bind(init.logger) : console.warn;
          warnFn(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);
          multipleCredentialSourceWarningEmitted = true;
        }
      }
      throw new CredentialsProviderError("AWS_PROFILE is set, skipping fromEnv provider.", {
        logger: init.logger,
        tryNextLink: true
      });
    }
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv");
    return fromEnv(init)();
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");
    const { ssoStartUrl, ssoAccountId, ssoRegion, ssoRoleName, ssoSession } = init;
    if (!ssoStartUrl && !ssoAccountId && !ssoRegion && !ssoRoleName && !ssoSession) {
      throw new CredentialsProviderError("Skipping SSO provider in default chain (inputs do not include SSO fields).", { logger: init.logger });
    }
    const { fromSSO } = await import("./dist-es-GCA4CQVB.js");
    return fromSSO(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");
    const { fromIni } = await import("./dist-es-NSVXACQY.js");
    return fromIni(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");
    const { fromProcess } = await import("./dist-es-GVLLAILR.js");
    return fromProcess(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");
    const { fromTokenFile } = await import("./dist-es-4DFBLAQG.js");
    return fromTokenFile(init)(awsIdentityProperties);
  },
  async () => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider");
    return (await remoteProvider(init))();
  },
  async () => {
    throw new CredentialsProviderError("Could not load credentials from any providers", {
      tryNextLink: false,
      logger: init.logger
    });
  }
], credentialsTreatedAsExpired);
var credentialsTreatedAsExpired = (credentials) => credentials?.expiration !== void 0 && credentials.expiration.getTime() - Date.now() < 3e5;

export {
  AwsError,
  classify,
  iamAction,
  retry,
  awsContextOf,
  connectTimeoutMs,
  answerTimeoutMs,
  closeContext,
  call,
  mayPass,
  clientCache,
  defaultProvider
};
