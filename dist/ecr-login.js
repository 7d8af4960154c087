import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  getCallerIdentity
} from "./chunk-6OHL2XCB.js";
import "./chunk-VNVIDMPC.js";
import {
  RegistryError,
  checkLogin,
  isLoopbackHost,
  linkNeighbours,
  readDockerFolder,
  withHelper,
  withLogins
} from "./chunk-CPKHR4I3.js";
import {
  ecrHost,
  getAuthorizationToken,
  parseEcrHost,
  publicRegistryHost
} from "./chunk-TTPS3QFC.js";
import {
  isKnownRegion,
  knownRegions,
  partitionOf
} from "./chunk-QGX54QZD.js";
import {
  AwsError,
  awsContextOf,
  closeContext
} from "./chunk-NWFVMLHD.js";
import "./chunk-BMUB6LXS.js";
import "./chunk-K5XALXOZ.js";
import "./chunk-DUUM3QR5.js";
import "./chunk-5I647YKF.js";
import "./chunk-HIYWIHLM.js";
import "./chunk-YN2TDT66.js";
import "./chunk-7CCRXKWL.js";
import "./chunk-QIFOMW7R.js";
import {
  Failure,
  nearest,
  runAction,
  toFailure
} from "./chunk-BVCG4FXE.js";
import {
  code,
  table
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/ecr-login/src/explain.ts
var unresolved = /* @__PURE__ */ new Set(["ENOTFOUND", "EAI_AGAIN"]);
var disabled = /* @__PURE__ */ new Set(["OptInRequired", "RegionDisabledException"]);
function explainLogin(error, region, hosts) {
  const what = `cannot log in to ${hosts}`;
  if (error instanceof AwsError && (unresolved.has(error.awsCode) || disabled.has(error.awsCode))) {
    const why = disabled.has(error.awsCode) ? `${region} is not enabled for this account` : `ECR's endpoint in ${region} does not resolve`;
    return wrongRegion(what, region, [why, error.message], error);
  }
  return toFailure(error, what);
}
function explainCheck(error, region, host) {
  const what = `${host} does not take the login`;
  if (!(error instanceof RegistryError)) return toFailure(error, what);
  if (unresolved.has(error.registryCode)) return wrongRegion(what, region, [`${host} does not resolve`, error.message], error);
  const reason = error.code === "push-denied" ? "access-denied" : error.code === "throttled" || error.code === "timeout" ? error.code : "unreachable";
  const remedy = reason === "access-denied" ? `The password is good for ${region}, the registry refuses it: check the registry's account, its policy, and the VPC endpoint policy of ecr.dkr.` : error.hint;
  return new Failure({ what, reason, why: [error.message], remedy, cause: error });
}
function wrongRegion(what, region, why, cause) {
  const remedy = `Check the region in the host name (${region}), and enable it for the account if it is opt-in:
aws account enable-region --region-name ${region}`;
  return new Failure({ what, reason: "wrong-region", why, remedy, cause });
}

// actions/ecr-login/src/check.ts
async function checkRegistry(registry, token, context) {
  try {
    await checkLogin({
      host: registry.host,
      ...token ? { login: token } : {},
      clock: context.clock,
      signal: context.signal,
      deadline: context.deadline,
      environment: context.environment.all(),
      onCall: (operation) => context.calls.count(`registry:${operation}`)
    });
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    throw explainCheck(error, registry.region, registry.host);
  }
}

// actions/ecr-login/src/prepare.ts
import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";

// actions/ecr-login/src/helper-script.ts
var helperName = "slipway";
var helperProgram = `docker-credential-${helperName}`;
function helperScript(node, file) {
  return `#!/bin/sh
exec ${quote(node)} ${quote(file)} "$@"
`;
}
function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

// actions/ecr-login/src/prepare.ts
function prepareFolder(registries, tokens, mode, context) {
  const { environment, files } = context;
  const old = oldFolder(context);
  const config = mode === "helper" ? helperConfig(old.config, registries) : passwordConfig(old.config, registries, tokens);
  const authFile = files.write("docker/config.json", `${JSON.stringify(config, null, 2)}
`);
  const folder = dirname(authFile);
  linkNeighbours(old.path, folder);
  const helperFolder = mode === "helper" ? writeHelper(context) : void 0;
  files.keep();
  context.saveState("folder", files.folder());
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
  const logins = registries.flatMap(({ host, region }) => {
    const token = tokens.get(region);
    return token ? [{ host, username: token.username, password: token.password }] : [];
  });
  return withLogins(old, logins);
}
function writeHelper({ files }) {
  const program = files.write(join("bin", helperProgram), helperScript(process.execPath, join(import.meta.dirname, `${helperProgram}.js`)));
  chmodSync(program, 448);
  return dirname(program);
}

// actions/ecr-login/src/ecr-login.ts
async function loginToEcr(inputs, context) {
  refuseWrong(inputs);
  const registries = inputs.registries.length > 0 ? inputs.registries : [await ownRegistry(inputs, context)];
  const tokens = await context.timings.phase("tokens", () => tokensOf(registries, context));
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
    const { accountId } = await getCallerIdentity(aws);
    return { host: ecrHost(accountId, region), accountId, region, partition: partitionOf(region)?.name ?? "aws" };
  } catch (error) {
    throw explainLogin(error, region, "the caller's registry");
  } finally {
    closeContext(aws);
  }
}
async function tokensOf(registries, context) {
  const regions = [...new Set(registries.map(({ region }) => region))];
  const tokens = await Promise.all(regions.map((region) => tokenOf(region, registries, context)));
  return new Map(regions.map((region, index) => [region, tokens[index]]));
}
async function tokenOf(region, registries, context) {
  const aws = awsContextOf(context, region, "slipway/ecr-login");
  try {
    const token = await getAuthorizationToken(aws);
    context.masks.add(token.password);
    context.masks.add(Buffer.from(`${token.username}:${token.password}`).toString("base64"));
    return token;
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    const hosts = registries.filter((registry) => registry.region === region).map(({ host }) => host);
    throw explainLogin(error, region, hosts.join(", "));
  } finally {
    closeContext(aws);
  }
}
async function checkAll(registries, tokens, context) {
  await Promise.all(registries.map((registry) => checkRegistry(registry, tokens.get(registry.region), context)));
}

// actions/ecr-login/src/registries.ts
var exampleHost = "111122223333.dkr.ecr.eu-central-1.amazonaws.com";
function parseRegistries(entries, region) {
  const registries = /* @__PURE__ */ new Map();
  const wrong = [];
  for (const entry of entries) {
    const parsed = parseRegistry(entry, region);
    if ("host" in parsed) registries.set(parsed.host, parsed);
    else wrong.push({ entry, ...parsed });
  }
  return { registries: [...registries.values()], wrong };
}
function parseRegistry(entry, region) {
  if (/^\d+$/.test(entry)) return byAccount(entry, region);
  const bare = entry.replace(/^https?:\/\//, "").replace(/\/.*$/, "").toLowerCase();
  if (bare === publicRegistryHost) return { want: "a private registry: public.ecr.aws is not available yet", example: exampleHost };
  const known = loopback(bare, region) ?? parseEcrHost(bare);
  if (known && bare === entry) return known;
  if (known) return { want: "a host name alone, in lower case, without scheme and path", example: bare };
  return { want: "a registry host of ECR, a 12-digit account id, or public.ecr.aws", example: nearestHost(bare, region) };
}
function byAccount(digits, region) {
  if (digits.length === 11) return { want: "12 digits: YAML ate the leading zero; quote it", example: `"0${digits}"` };
  if (digits.length !== 12) return { want: "an account id of 12 digits", example: '"111122223333"' };
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
  if (region !== void 0 && !isKnownRegion(region)) {
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
