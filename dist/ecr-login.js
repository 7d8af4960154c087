const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  contextPart,
  helperName,
  helperProgram,
  helperScript,
  mintPassword,
  unresolvedName
} from "./chunk-XVBFYFBA.js";
import {
  RegistryError,
  checkLogin,
  isLoopbackHost,
  linkNeighbours,
  readDockerFolder,
  withHelper,
  withLogins
} from "./chunk-YJ52PXDF.js";
import {
  ecrHost,
  isPublicRegistry,
  parseEcrHost,
  publicRegistryPartition
} from "./chunk-XABO7ILW.js";
import "./chunk-CEY5YT7V.js";
import "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import "./chunk-ZC465YLL.js";
import "./chunk-BCQYPPXB.js";
import "./chunk-BQVGT3GG.js";
import "./chunk-YAZ3AOZW.js";
import "./chunk-XI6AQZL3.js";
import "./chunk-7MWBAGVT.js";
import "./chunk-HWU333NJ.js";
import {
  isKnownRegion,
  knownRegions,
  partitionOf
} from "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import {
  AwsError,
  awsContextOf,
  closeContext
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  runAction,
  toFailure
} from "./chunk-XWKQ645Z.js";
import {
  nearest
} from "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  code,
  table
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  chmodSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/ecr-login/src/region.ts
var alwaysEnabled = /* @__PURE__ */ new Set([
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2"
]);
var homeRegion = "us-east-1";
var unknownKeys = /* @__PURE__ */ new Set(["UnrecognizedClientException", "InvalidClientTokenId", "AuthFailure"]);
var regionDisabledCode = "RegionDisabledException";
async function judgeRegion(error, region, context, signal) {
  if (!(error instanceof AwsError) || !unknownKeys.has(error.awsCode) || !isOptIn(region)) return error;
  const aws = awsContextOf(context, homeRegion, "slipway/ecr-login", { signal });
  try {
    const { getCallerIdentity } = await import("./sts-O6726GHU.js");
    await getCallerIdentity(aws);
  } catch {
    return error;
  } finally {
    closeContext(aws);
  }
  const { service, operation, awsCode, awsMessage, hint } = error;
  const message = `${awsCode}: ${awsMessage} (STS knows the same keys in ${homeRegion})`;
  return new AwsError({ code: "access-denied", service, operation, awsCode: regionDisabledCode, message, hint, cause: error });
}
function isOptIn(region) {
  return partitionOf(region)?.name === "aws" && !alwaysEnabled.has(region);
}

// actions/ecr-login/src/explain.ts
var unresolved = /* @__PURE__ */ new Set([unresolvedName, "EAI_AGAIN"]);
var disabled = /* @__PURE__ */ new Set(["OptInRequired", regionDisabledCode]);
var foreign = /* @__PURE__ */ new Set(["not-found", "invalid-request", "conflict", "service-error"]);
function explainLogin(error, subject) {
  const { hosts, region } = subject;
  const what = `cannot log in to ${hosts}`;
  if (!(error instanceof AwsError)) return toFailure(error, what);
  const why = [error.message];
  const failure = (reason, remedy, ...before) => new Failure({ what, reason, why: [...before, ...why], remedy, cause: error });
  if (disabled.has(error.awsCode)) return failure("wrong-region", enableRemedy(region), `${region} is not enabled for this account`);
  if (unresolved.has(error.awsCode)) return failure("wrong-region", regionRemedy(region), `ECR's endpoint in ${region} does not resolve`);
  if (foreign.has(error.code)) return failure("unreachable", endpointRemedy);
  const chained = /sts:(AssumeRole\w*)/.exec(error.awsMessage)?.[1];
  if (error.code === "access-denied" && chained) return failure("access-denied", trustRemedy(chained));
  if (error.code === "credentials-missing") why.push(...otherPartition(subject));
  return failure(error.code, error.hint);
}
function explainCheck(error, region, host) {
  const what = `${host} does not take the login`;
  if (!(error instanceof RegistryError)) return toFailure(error, what);
  const why = [error.message];
  if (unresolved.has(error.registryCode))
    return new Failure({ what, reason: "wrong-region", why: [`${host} does not resolve`, ...why], remedy: regionRemedy(region), cause: error });
  const reason = error.code === "push-denied" ? "access-denied" : error.code === "throttled" || error.code === "timeout" ? error.code : "unreachable";
  const remedy = reason === "access-denied" ? `The password is good for ${region}, the registry refuses it: check the registry's account, its policy, and the VPC endpoint policy of ecr.dkr.` : error.hint;
  return new Failure({ what, reason, why, remedy, cause: error });
}
var endpointRemedy = "Check what answers in the name of AWS: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_ECR and AWS_ENDPOINT_URL_ECR_PUBLIC, HTTPS_PROXY, the VPC endpoint.";
function enableRemedy(region) {
  return `Enable the region for the account, or use a registry of another one:
aws account enable-region --region-name ${region}`;
}
function regionRemedy(region) {
  return `Check the region in the host name (${region}); if it is right, the runner's DNS, and the VPC endpoints of ecr.api and ecr.dkr.`;
}
function trustRemedy(action) {
  return `The job's credentials are those of a role that could not be assumed (AWS_ROLE_ARN, or role_arn of the profile): allow sts:${action} in its trust policy, or log in with assume-role before this step.`;
}
function otherPartition({ region, jobRegion }) {
  const [wanted, own] = [partitionOf(region)?.name, jobRegion && partitionOf(jobRegion)?.name];
  return wanted && own && wanted !== own ? [`the registry is in partition ${wanted}, the job's region ${jobRegion} in ${own}: keys of one are unknown in the other`] : [];
}

// actions/ecr-login/src/check.ts
async function checkRegistry(registry, login, context, signal) {
  try {
    await checkLogin({
      host: registry.host,
      login,
      clock: context.clock,
      signal,
      deadline: context.deadline,
      environment: context.environment.all(),
      onCall: (operation) => context.calls.count(`registry:${operation}`)
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw explainCheck(error, registry.region, registry.host);
  }
}

// actions/ecr-login/src/prepare.ts
import { dirname, join } from "node:path";
function prepareFolder(registries, tokens, mode, context) {
  const { environment, files } = context;
  const old = oldFolder(context);
  context.saveState("folder", files.folder());
  const config = mode === "helper" ? helperConfig(old.config, registries) : passwordConfig(old.config, registries, tokens);
  const authFile = files.write("docker/config.json", `${JSON.stringify(config, null, 2)}
`);
  const folder = dirname(authFile);
  linkNeighbours(old.path, folder);
  const helperFolder = mode === "helper" ? writeHelper(context) : void 0;
  files.keep();
  context.saveState("docker-config", folder);
  context.saveState("docker-config-before", environment.get("DOCKER_CONFIG") ?? "");
  context.saveState("auth-file", authFile);
  context.saveState("auth-file-before", environment.get("REGISTRY_AUTH_FILE") ?? "");
  return { folder, authFile, helperFolder };
}
function oldFolder({ environment }) {
  try {
    return readDockerFolder((name) => environment.get(name));
  } catch (error) {
    throw toFailure(error, "the job's docker configuration cannot be used");
  }
}
function helperConfig(old, registries) {
  return withHelper(
    old,
    registries.map(({ host }) => host),
    helperName
  );
}
function passwordConfig(old, registries, tokens) {
  const logins = registries.map((registry) => {
    const { username, password } = tokens(registry);
    return { host: registry.host, username, password };
  });
  return withLogins(old, logins);
}
function writeHelper({ files }) {
  const program = files.write(join("bin", helperProgram), helperScript(process.execPath, join(import.meta.dirname, `${helperProgram}.js`)));
  chmodSync(program, 448);
  return dirname(program);
}

// actions/ecr-login/src/side-by-side.ts
async function sideBySide(items, signal, work) {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  try {
    return await Promise.all(items.map((item) => work(item, either)));
  } finally {
    stop.abort(new Error("another one has failed"));
  }
}

// actions/ecr-login/src/tokens.ts
async function fetchTokens(registries, context) {
  const groups = [...Map.groupBy(registries, scopeOf)];
  const entries = await sideBySide(groups, context.signal, async ([scope, members], signal) => [scope, await tokenOf(members, context, signal)]);
  const tokens = new Map(entries);
  return (registry) => tokens.get(scopeOf(registry));
}
function scopeOf({ host, region }) {
  return isPublicRegistry(host) ? "public" : region;
}
async function tokenOf(registries, context, signal) {
  const { region = "", host = "" } = registries[0] ?? {};
  const hosts = registries.map((registry) => registry.host);
  const aws = awsContextOf(context, region, "slipway/ecr-login", { signal, ...contextPart(hosts, context.environment.get) });
  try {
    const token = await mintPassword(aws, host);
    context.masks.add(token.password);
    context.masks.add(Buffer.from(`${token.username}:${token.password}`).toString("base64"));
    return token;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const jobRegion = context.environment.get("AWS_REGION") ?? context.environment.get("AWS_DEFAULT_REGION");
    throw explainLogin(await judgeRegion(error, region, context, signal), { hosts: hosts.join(", "), region, jobRegion });
  } finally {
    closeContext(aws);
  }
}

// actions/ecr-login/src/ecr-login.ts
async function loginToEcr(inputs, context) {
  refuseWrong(inputs);
  const registries = inputs.registries.length > 0 ? inputs.registries : [await ownRegistry(inputs, context)];
  const tokens = await context.timings.phase("tokens", () => fetchTokens(registries, context));
  if (inputs.check) await context.timings.phase("check", () => checkAll(registries, tokens, context));
  const prepared = prepareFolder(registries, tokens, inputs.mode, context);
  context.log.info(`Logged in to ${registries.map(({ host }) => host).join(", ")} (${inputs.mode})`);
  return { registries, ...prepared };
}
function refuseWrong({ wrongRegistries }) {
  if (wrongRegistries.length === 0) return;
  throw new Failure({
    what: `ecr-login cannot start: ${wrongRegistries.length === 1 ? "a registry is" : `${wrongRegistries.length} registries are`} not valid`,
    reason: "registry-invalid",
    faults: wrongRegistries,
    remedy: "Correct registries as shown. Nothing was called."
  });
}
async function ownRegistry({ region }, context) {
  const aws = awsContextOf(context, region, "slipway/ecr-login");
  try {
    const { getCallerIdentity } = await import("./sts-O6726GHU.js");
    const { accountId } = await getCallerIdentity(aws);
    return { host: ecrHost(accountId, region), accountId, region, partition: partitionOf(region)?.name ?? "aws" };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    throw explainLogin(error, { hosts: "the caller's registry", region });
  } finally {
    closeContext(aws);
  }
}
async function checkAll(registries, tokens, context) {
  await sideBySide(registries, context.signal, (registry, signal) => checkRegistry(registry, tokens(registry), context, signal));
}

// actions/ecr-login/src/registries.ts
function parseRegistries(entries, region) {
  const registries = /* @__PURE__ */ new Map();
  const wrong = [];
  for (const entry of new Set(entries)) {
    const parsed = parseRegistry(entry, region);
    if ("host" in parsed) registries.set(parsed.host, parsed);
    else wrong.push({ entry, ...parsed });
  }
  return { registries: [...registries.values()], wrong };
}
function needsRegion(entry) {
  return /^\d+$/.test(entry) || isLoopbackHost(entry);
}
function parseRegistry(entry, region) {
  if (/^[\d-]+$/.test(entry)) return byAccount(entry, region);
  const bare = bareHost(entry);
  const known = loopback(bare, region) ?? loopback(entry.toLowerCase(), region) ?? parseEcrHost(bare);
  if (!known) return { want: "a registry host of ECR, a 12-digit account id, or public.ecr.aws", example: nearestHost(bare, region) };
  if (known.host !== entry) return { want: "a host name alone: lower case, no scheme, port or path", example: known.host };
  const partition = region === void 0 ? publicRegistryPartition : partitionOf(region)?.name ?? publicRegistryPartition;
  if (!isPublicRegistry(entry) || partition === publicRegistryPartition) return known;
  const want = `a private registry: ECR Public knows only accounts of partition ${publicRegistryPartition}, and AWS_REGION is of ${partition}`;
  return { want, example: nearestHost("", region) };
}
function bareHost(entry) {
  const host = entry.replace(/^[a-z+]+:\/\//i, "").replace(/\/.*$/, "").toLowerCase();
  return isLoopbackHost(host) ? host : host.replace(/:\d*$/, "").replace(/\.$/, "");
}
function byAccount(entry, region) {
  const digits = entry.replaceAll("-", "");
  if (digits.length === 11) return { want: "12 digits: YAML ate the leading zero; quote it", example: `"0${digits}"` };
  if (digits.length !== 12) return { want: "an account id of 12 digits", example: '"111122223333"' };
  if (digits !== entry) return { want: "an account id of 12 digits, without dashes", example: `"${digits}"` };
  if (!region) return { want: "a full host name, since AWS_REGION is not set", example: ecrHost(digits, "eu-central-1") };
  const host = ecrHost(digits, region);
  return { host, accountId: digits, region, partition: partitionOf(region)?.name ?? "aws" };
}
function loopback(host, region) {
  if (!isLoopbackHost(host) || !/:\d+$/.test(host)) return void 0;
  return { host, accountId: "", region: region ?? "us-east-1", partition: partitionOf(region ?? "us-east-1")?.name ?? "aws" };
}
function nearestHost(text, region) {
  const account = /\d{12}/.exec(text)?.[0] ?? "111122223333";
  const named = /[a-z]{2,}(?:-[a-z]+)+-\d+/.exec(text)?.[0] ?? region ?? "eu-central-1";
  return ecrHost(account, isKnownRegion(named) ? named : nearest(named, knownRegions()) ?? region ?? "eu-central-1");
}

// actions/ecr-login/src/inputs.ts
var refused = {
  "mask-password": "nothing: the password never leaves the step, so there is nothing to mask",
  "skip-logout": "nothing: the login is a folder of this job, and it goes with the job",
  "registry-type": "`registries: public.ecr.aws`",
  "http-proxy": "HTTPS_PROXY and NO_PROXY in the environment"
};
function readInputs(reader, { environment }) {
  const entries = reader.list("registries", { commas: true });
  const mode = reader.choice("mode", ["helper", "config"]);
  const check = reader.boolean("check", false);
  const timeout = reader.duration("timeout", "60s", { min: "1s", max: "10m" });
  const region = environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION");
  if (region !== void 0 && !isKnownRegion(region) && (entries.length === 0 || entries.some(needsRegion))) {
    const near = nearest(region, knownRegions()) ?? "eu-central-1";
    reader.fault("AWS_REGION", "a region of AWS", near, JSON.stringify(region));
  }
  if (region === void 0 && entries.length === 0) {
    reader.fault("registries", "a registry host, or AWS_REGION in the environment (assume-role sets it)", "111122223333.dkr.ecr.eu-central-1.amazonaws.com");
  }
  const { registries, wrong } = parseRegistries(entries, region);
  const faults = wrong.map(({ entry, want, example }) => ({ text: `registries: got ${JSON.stringify(entry)}; want ${want}; e.g. ${example}` }));
  reader.tellBeside(faults);
  return { registries, wrongRegistries: faults, region: region ?? registries[0]?.region ?? "", mode, check, timeout };
}

// actions/ecr-login/src/report.ts
var reasons = ["registry-invalid", "wrong-region"];
function report(login, { mode, check }) {
  const registries = login.registries.map(entryOf);
  const rows = registries.map(({ host, region, partition }) => [code(host), region, partition]);
  return {
    outcome: "ready",
    subject: { registries: registries.map(({ host }) => host) },
    result: { registries, mode, checked: check },
    outputs: { registry: registries[0]?.host, registries, "docker-config": login.folder },
    summary: [
      `### Logged in to ${registries.length === 1 ? "one registry" : `${registries.length} registries`}`,
      "",
      table(["Registry", "Region", "Partition"], rows)
    ].join("\n"),
    exports: {
      environment: { DOCKER_CONFIG: login.folder, REGISTRY_AUTH_FILE: login.authFile },
      ...login.helperFolder ? { path: [login.helperFolder] } : {}
    }
  };
}
function reportFailure(_failure, inputs) {
  const registries = (inputs?.registries ?? []).map(entryOf);
  return {
    outcome: "failed",
    subject: { registries: registries.map(({ host }) => host) },
    result: { registries, mode: inputs?.mode ?? null, checked: false },
    outputs: { registry: registries[0]?.host, registries, "docker-config": "" }
  };
}
function entryOf({ host, accountId, region, partition }) {
  return { host, "account-id": accountId, region, partition };
}

// actions/ecr-login/src/main.ts
await runAction({ name: "ecr-login", readInputs, refused, run: loginToEcr, report, reportFailure, reasons });
