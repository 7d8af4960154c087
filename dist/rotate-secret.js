const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  loadSource,
  renderMistake
} from "./chunk-QQVRLVFM.js";
import {
  GenerateDataKeyCommand,
  KMSClient
} from "./chunk-TFZPDJ55.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import {
  assumeRole,
  defaultSessionName,
  getCallerIdentity,
  roleOfSession
} from "./chunk-DUIDKB3Q.js";
import {
  defaultProvider
} from "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import {
  AwsJson1_1Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-ZC465YLL.js";
import {
  Sha256Node
} from "./chunk-BCQYPPXB.js";
import {
  NodeHttpHandler
} from "./chunk-BQVGT3GG.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-YAZ3AOZW.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveRegionConfig
} from "./chunk-XI6AQZL3.js";
import {
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  resolveHttpHandlerRuntimeConfig
} from "./chunk-7MWBAGVT.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-HWU333NJ.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import {
  AwsError,
  awsContextOf,
  call,
  classify,
  clientCache,
  closeContext,
  iamAction
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
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import {
  createHash,
  randomBytes
} from "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  readFileSync,
  realpathSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/rotate-secret/src/config-file.ts
import { isAbsolute, relative, resolve } from "node:path";

// packages/rotation/src/config/schema.ts
var duration = { type: "string", pattern: "^[0-9]{1,9}(ms|s|m|h|d)$" };
var text = { type: "string", minLength: 1 };
var roleArn = { type: "string", pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$" };
var region = { type: "string", pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]+$" };
var length = {
  title: "Length",
  description: "Characters of a new value; 32 unless given.",
  type: "integer",
  minimum: 8,
  maximum: 4096
};
var alphabet = { title: "Alphabet", description: "Letters of a new value; alphanumeric unless given.", enum: ["alphanumeric", "hex", "base64url"] };
function key(title, description, schema) {
  return { title, description, ...schema };
}
function list(title, description) {
  return { title, description, type: "array", items: text, minItems: 1 };
}
var providers = {
  random: { properties: { length, alphabet } },
  "json-field": {
    properties: {
      fields: { title: "Fields", description: "Top-level keys of the JSON document.", type: "array", items: text, minItems: 1, uniqueItems: true },
      length,
      alphabet
    },
    required: ["fields"]
  },
  "github-deploy-key": {
    properties: {
      repositories: list("Repositories", "owner/name of each repository that gets a key."),
      fields: key("Fields", "owner/name to the field that holds its key, with the shape json.", { type: "object" }),
      "read-only": key("Read only", "The key may not push; true unless given.", { type: "boolean" })
    },
    required: ["repositories"]
  },
  "github-app-token": {
    properties: {
      "app-id": key("App id", "Id of the GitHub App, quoted.", text),
      "installation-id": key("Installation id", "Id of its installation, quoted.", text),
      "private-key": key("Private key", "Where the key of the App lies: secret-id, region, role-to-assume, field.", { type: "object" }),
      repositories: list("Repositories", "Narrows the token to these."),
      permissions: key("Permissions", "Narrows the token to these.", { type: "object" })
    },
    required: ["app-id", "installation-id", "private-key"]
  },
  supplied: {
    properties: {
      kind: key("Kind", "What a person supplies.", { enum: ["pat", "app-key", "text"] }),
      field: key("Field", "Top-level key that holds it; the shape's own unless given.", text)
    },
    required: ["kind"]
  },
  "iam-access-key": {
    properties: {
      "user-name": key("User", "IAM user whose key it is.", text),
      "role-to-assume": key("Role", "Role that may manage the user's keys; the first target's unless given.", roleArn),
      "access-key-id-field": key("Id field", "Top-level key of the id; AWS_ACCESS_KEY_ID unless given.", text),
      "secret-access-key-field": key("Secret field", "Top-level key of the secret; AWS_SECRET_ACCESS_KEY unless given.", text)
    },
    required: ["user-name"]
  },
  "ca-bundle": {
    properties: {
      "certificate-field": key("Certificate field", "Top-level key of the certificates; ca.crt unless given.", text),
      "key-field": key("Key field", "Top-level key of the signing key; ca.key unless given.", text),
      "next-key-field": key("Next key field", "Top-level key of the next signing key; next.key unless given.", text),
      "phase-min-age": key("Phase age", "Least time between two phases; 24h unless given.", duration),
      validity: key("Validity", "Life of a new CA; 3650d unless given.", duration),
      subject: key("Subject", "Subject of a new CA.", text)
    }
  },
  "codeartifact-token": {
    properties: {
      domain: key("Domain", "CodeArtifact domain.", text),
      "domain-owner": key("Owner", "Account of the domain, quoted.", text),
      region: key("Region", "Region of the domain; the target's unless given.", region),
      duration: key("Duration", "Life of a token; 12h unless given.", duration),
      field: key("Field", "Top-level key that holds the token; the whole value unless given.", text)
    },
    required: ["domain", "domain-owner"]
  },
  "ecr-docker-config": { properties: { registries: list("Registries", "Hosts of the registries.") }, required: ["registries"] }
};
var providerTypes = Object.keys(providers);
var provider = {
  title: "Provider",
  description: "What makes the new credential.",
  type: "object",
  required: ["type"],
  properties: { type: { title: "Type", description: "The kind of credential.", enum: providerTypes } },
  allOf: Object.entries(providers).map(([type, { properties, required = [] }]) => ({
    if: { required: ["type"], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { type: {}, ...properties }, required, additionalProperties: false }
  }))
};
var target = {
  type: "object",
  required: [],
  additionalProperties: false,
  properties: {
    "role-to-assume": { title: "Role", description: "Role that may write the secret; the job's own credentials unless given.", ...roleArn },
    region: { title: "Region", description: "AWS region; the job's unless given.", ...region },
    "secret-id": { title: "Secret", description: "Name or ARN of the secret; the entry's name unless given.", ...text }
  }
};
var secret = {
  type: "object",
  required: ["name", "provider", "targets"],
  additionalProperties: false,
  properties: {
    name: { title: "Name", description: "Names the rotation in reports and in the ids of new versions; changing it abandons a running rotation.", ...text },
    provider,
    shape: {
      title: "Shape",
      description: "What the stored document has to look like.",
      enum: ["argo-repo-creds", "arc-github", "ca-bundle", "json", "text"]
    },
    grace: { title: "Grace", description: "How long the old credential stays valid after the promotion.", ...duration },
    "pending-ttl": { title: "Pending TTL", description: "Age from which somebody else's pending version may be taken over; 2h unless given.", ...duration },
    every: { title: "Every", description: "Age at which the secret is due; always due unless given.", ...duration },
    verify: {
      title: "Checks",
      description: "Checks before promotion, besides the provider's own.",
      type: "array",
      items: {
        type: "object",
        required: ["type"],
        additionalProperties: false,
        properties: {
          type: key("Type", "The kind of check.", { enum: ["shape", "git-ls-remote"] }),
          url: key("URL", "Repository of the check git-ls-remote.", text)
        }
      }
    },
    consumers: { title: "Consumers", description: "Who has to pick the new value up.", type: "array", items: { type: "object", required: ["type"] } },
    sinks: { title: "Sinks", description: "Where the new value is copied to.", type: "array", items: { type: "object", required: ["type"] } },
    targets: { title: "Targets", description: "Where the secret lies; the same credential goes to all.", type: "array", minItems: 1, items: target }
  }
};
var rotationSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Slipway rotation",
  description: "Secrets that rotate-secret keeps fresh.",
  type: "object",
  required: ["version", "secrets"],
  additionalProperties: false,
  properties: {
    version: { title: "Version", description: "The version of this format.", const: 1 },
    secrets: { title: "Secrets", description: "One entry per secret.", type: "array", minItems: 1, items: secret }
  }
};

// packages/rotation/src/config/read.ts
var unitMs = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var defaults = { length: 32, alphabet: "alphanumeric", pendingTtl: "2h", grace: "0ms" };
var structured = ["json", "argo-repo-creds", "arc-github"];
var available = ["random", "json-field"];
function readRotation(value, locate) {
  const mistakes = [];
  const note = (path, code2, message, at) => mistakes.push({ ...locate(path, at), code: code2, message });
  const entries = listOf(fieldsOf(value)["secrets"]);
  const names = /* @__PURE__ */ new Map();
  const secrets = entries.map((entry, index) => {
    const name = textOf(fieldsOf(entry)["name"]);
    const first = names.get(name);
    if (first !== void 0 && name !== "") note(["secrets", index, "name"], "duplicate-name", `${name} is the name of entry ${first + 1} already`);
    else names.set(name, index);
    return readSecret(fieldsOf(entry), ["secrets", index], note);
  });
  mistakes.sort((a2, b2) => a2.line - b2.line || a2.column - b2.column || (a2.code < b2.code ? -1 : 1));
  return { secrets, mistakes };
}
function readSecret(entry, path, note) {
  const name = textOf(entry["name"]);
  const provider2 = readProvider(fieldsOf(entry["provider"]), [...path, "provider"], note);
  const every = durationOf(entry["every"]);
  const grace = durationOf(entry["grace"]) ?? 0;
  if (every !== void 0 && grace > every)
    note(
      [...path, "grace"],
      "grace-too-long",
      `grace (${textOf(entry["grace"])}) is longer than every (${textOf(entry["every"])}): the next rotation would come first`
    );
  refuseNotYet(entry, path, note);
  return {
    name,
    provider: provider2,
    shape: readShape(entry, provider2, path, note),
    grace,
    pendingTtl: durationOf(entry["pending-ttl"]) ?? durationOf(defaults.pendingTtl) ?? 0,
    ...every === void 0 ? {} : { every },
    targets: readTargets(listOf(entry["targets"]), name, [...path, "targets"], note)
  };
}
function readProvider(entry, path, note) {
  const type = textOf(entry["type"]);
  if (providerTypes.includes(type) && !available.includes(type))
    note([...path, "type"], "not-available-yet", `the provider ${type} is not available yet; available are ${available.join(" and ")}`);
  const options = { length: Number(entry["length"] ?? defaults.length), alphabet: entry["alphabet"] ?? defaults.alphabet };
  if (type === "json-field") return { type, options: { ...options, fields: listOf(entry["fields"]).map(String) } };
  return { type: "random", options };
}
function readShape(entry, provider2, path, note) {
  const shape = entry["shape"] ?? (provider2.type === "random" ? "text" : "json");
  const place = [...path, "shape"];
  if (shape === "ca-bundle") note(place, "not-available-yet", "the shape ca-bundle is not available yet");
  const type = textOf(fieldsOf(entry["provider"])["type"]);
  if (type === "random" && structured.includes(String(shape)))
    note(place, "shape-unfit", `the provider random stores plain text, not ${String(shape)}; use json-field`);
  if (type === "json-field" && shape === "text") note(place, "shape-unfit", "the provider json-field needs a JSON document, not text");
  return shape;
}
function refuseNotYet(entry, path, note) {
  for (const key2 of ["consumers", "sinks"]) {
    if (listOf(entry[key2]).length > 0) note([...path, key2], "not-available-yet", `${key2} are not available yet`, "key");
  }
  for (const [index, check] of listOf(entry["verify"]).entries()) {
    if (fieldsOf(check)["type"] === "git-ls-remote")
      note([...path, "verify", index, "type"], "not-available-yet", "the check git-ls-remote is not available yet; available is shape");
  }
}
function readTargets(entries, name, path, note) {
  const seen = /* @__PURE__ */ new Map();
  return entries.map((entry, index) => {
    const fields = fieldsOf(entry);
    const target2 = {
      secretId: textOf(fields["secret-id"]) || name,
      ...fields["role-to-assume"] === void 0 ? {} : { roleToAssume: textOf(fields["role-to-assume"]) },
      ...fields["region"] === void 0 ? {} : { region: textOf(fields["region"]) }
    };
    const account = target2.roleToAssume?.split(":")[4] ?? "";
    const key2 = JSON.stringify([account, target2.region ?? "", target2.secretId]);
    const first = seen.get(key2);
    if (first !== void 0) note([...path, index], "duplicate-target", `target ${index + 1} is the same secret as target ${first + 1}`);
    else seen.set(key2, index);
    noteRegion(target2, [...path, index], note);
    return target2;
  });
}
function noteRegion({ secretId, region: region2 }, path, note) {
  const own = secretId.startsWith("arn:") ? secretId.split(":")[3] : void 0;
  if (own !== void 0 && region2 !== void 0 && own !== region2) note([...path, "region"], "region-unfit", `region is ${region2}, but the ARN is of ${own}`);
}
function durationOf(value) {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(textOf(value));
  return match ? Number(match[1]) * (unitMs[match[2] ?? ""] ?? 0) : void 0;
}
function fieldsOf(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}

// packages/rotation/src/errors.ts
var rotationCodes = [
  "verification-failed",
  "pending-foreign",
  "superseded",
  "managed-rotation",
  "scheduled-for-deletion",
  "kms-denied",
  "replica-failed",
  "still-in-use",
  "grace-not-over",
  "rollback-refused",
  "partial",
  "shape-invalid",
  "provider-failed",
  "consumer-stale",
  "secret-missing"
];
var RotationError = class extends Error {
  code;
  hint;
  facts;
  constructor(parts) {
    super(parts.message, { cause: parts.cause });
    this.name = "RotationError";
    this.code = parts.code;
    this.hint = parts.hint;
    this.facts = parts.facts ?? [];
  }
};

// packages/rotation/src/labels.ts
var current = "AWSCURRENT";
var pending = "AWSPENDING";
var previous = "AWSPREVIOUS";
var failedLabel = /^failed-(\d+)$/;
var digestLength = 48;
var tokenMark = "slipway-";
function versionToken(secretArn, base, rotation, attempt) {
  const digest = createHash("sha256").update(JSON.stringify([secretArn, base, rotation, attempt])).digest("hex");
  return tokenMark + digest.slice(0, digestLength);
}
function holderOf(state, label) {
  for (const [id2, labels] of state.labels) if (labels.includes(label)) return id2;
  return void 0;
}
function hasFailed(state, id2) {
  return (state.labels.get(id2) ?? []).some((label) => failedLabel.test(label));
}
function nextToken(state, base, rotation) {
  for (let attempt = 1; ; attempt += 1) {
    const token = versionToken(state.arn, base, rotation, attempt);
    if (!hasFailed(state, token)) return token;
  }
}
function nextFailedLabel(state) {
  const numbers = failedLabels(state).map(({ label }) => Number(failedLabel.exec(label)?.[1]));
  return `failed-${Math.max(0, ...numbers) + 1}`;
}
function outdatedFailures(state, rotation) {
  const kept = /* @__PURE__ */ new Set();
  for (const label of [current, previous]) {
    const base = holderOf(state, label);
    if (base === void 0) continue;
    kept.add(base);
    for (let attempt = 1; attempt <= failedLabels(state).length + 1; attempt += 1) kept.add(versionToken(state.arn, base, rotation, attempt));
  }
  return failedLabels(state).filter(({ id: id2 }) => id2.startsWith(tokenMark) && !kept.has(id2));
}
function failedLabels(state) {
  return [...state.labels].flatMap(([id2, labels]) => labels.filter((label) => failedLabel.test(label)).map((label) => ({ id: id2, label })));
}

// packages/rotation/src/shapes.ts
var publicFields = {
  "argo-repo-creds": ["url", "type", "username", "githubAppID", "githubAppInstallationID", "githubAppEnterpriseBaseUrl"],
  "arc-github": ["github_app_id", "github_app_installation_id"]
};
function secretParts(document, shape) {
  const open = publicFields[shape];
  const fields = open ? parseObject(document) : void 0;
  if (!open || !fields) return [document];
  const leaves = Object.entries(fields).flatMap(([name, value]) => open.includes(name) ? [] : [typeof value === "string" ? value : JSON.stringify(value)]);
  return [...leaves, Buffer.from(document).toString("base64"), encodeURIComponent(document)].filter((part) => part !== "");
}
function shapeFaults(document, shape) {
  if (document === "") return ["it is empty"];
  if (shape === "text") return [];
  const fields = parseObject(document);
  if (!fields) return ["it is not a JSON object"];
  if (shape === "json") return [];
  const notText = Object.keys(fields).filter((name) => typeof fields[name] !== "string");
  const faults = notText.map((name) => `${name} has to be a string`);
  return [...faults, ...shape === "argo-repo-creds" ? argoFaults(fields) : arcFaults(fields)];
}
function argoFaults(fields) {
  const ways = [["username", "password"], ["sshPrivateKey"], ["githubAppID", "githubAppPrivateKey"], ["bearerToken"]];
  return [..."url" in fields ? [] : ["url is missing"], ...oneWay(fields, ways)];
}
function arcFaults(fields) {
  return oneWay(fields, [["github_token"], ["github_app_id", "github_app_installation_id", "github_app_private_key"]]);
}
function oneWay(fields, ways) {
  const begun = ways.filter((way) => way.some((name) => name in fields));
  const named = ways.map((way) => way.join(" and ")).join(", or ");
  if (begun.length === 0) return [`no way to log in: it needs ${named}`];
  if (begun.length > 1) return [`${begun.length} ways to log in at once: it has to hold exactly one of ${named}`];
  return (begun[0] ?? []).filter((name) => !(name in fields)).map((name) => `${name} is missing`);
}
function parseObject(document) {
  try {
    const value = JSON.parse(document);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// packages/rotation/src/engine/abandon.ts
var labelTries = 5;
async function markFailed(target2, id2) {
  for (let attempt = 1; attempt <= labelTries; attempt += 1) {
    const state = await target2.store.describe();
    if (hasFailed(state, id2)) return;
    if (await target2.store.move(nextFailedLabel(state), { to: id2 }) === "moved") return;
  }
  throw new Error(`${target2.name}: no failed-n label could be attached to ${id2}`);
}
async function abandon(target2, id2, run2, options = {}) {
  if (holderOf(await target2.store.describe(), current) === id2) return;
  await markFailed(target2, id2);
  if (!options.keepUpstream) await revokeVersion(target2, id2, run2);
  await target2.store.move(pending, { from: id2 });
}
async function revokeVersion(target2, id2, { plan }) {
  const { upstream } = plan.provider;
  if (!upstream) return;
  const version = await target2.store.read({ id: id2 });
  const credential = version?.text === void 0 ? void 0 : plan.provider.parse(version.text);
  const known = credential ? upstream.identify(credential) : void 0;
  if (known !== void 0) await upstream.revoke(known);
}
async function bringBack(leg) {
  await markFailed(leg.target, leg.token);
  if (await leg.target.store.move(current, { from: leg.token, to: leg.base }) === "refused") return false;
  await leg.target.store.move(pending, { from: leg.token });
  return true;
}

// packages/rotation/src/standing.ts
function standingOf(state, base, rotation) {
  const id2 = holderOf(state, pending);
  if (id2 === void 0) return { kind: "idle" };
  const before = holderOf(state, previous);
  const ours = before === void 0 ? void 0 : nextToken(state, before, rotation);
  if (id2 === base) return { kind: id2 === ours ? "promoted" : "leftover", id: id2 };
  if (hasFailed(state, id2)) return { kind: "abandoned", id: id2 };
  if (id2 === nextToken(state, base, rotation)) return { kind: "pending", id: id2 };
  return { kind: id2 === ours ? "abandoned" : "foreign", id: id2 };
}

// packages/rotation/src/engine/leg.ts
var parallel = 8;
var snapshotReads = 5;
async function each(legs, run2, work, stateOnError = "failed") {
  const results = [];
  const errors = [];
  let next = 0;
  const worker = async () => {
    while (next < legs.length && errors.length === 0) {
      const index = next;
      next += 1;
      const leg = legs[index];
      if (!leg) return;
      try {
        results[index] = await work(leg);
      } catch (error) {
        run2.rows.note(leg.target, { state: stateOnError });
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, legs.length) }, worker));
  if (errors.length > 0) throw errors[0];
  return results;
}
async function inspect(target2, run2) {
  for (let read = 1; read <= snapshotReads; read += 1) {
    const state = await target2.store.describe();
    refuse(target2, state);
    const version = await target2.store.read({ label: current });
    if (!version) throw noValue(target2);
    if (holderOf(state, current) === version.id) return legOf(target2, state, version, run2);
  }
  throw new RotationError({
    code: "superseded",
    message: `${target2.name}: AWSCURRENT keeps moving while it is read`,
    hint: "Somebody else writes this secret all the time. Find the writer in CloudTrail (PutSecretValue, UpdateSecretVersionStage), then run again."
  });
}
function legOf(target2, state, version, { plan, ports, rows }) {
  const baseText = textOf2(target2, version);
  for (const part of secretParts(baseText, plan.shape)) ports.conceal(part);
  const standing = standingOf(state, version.id, plan.name);
  const before = holderOf(state, previous);
  const promoted = standing.kind === "promoted" && before !== void 0;
  const token = promoted ? version.id : nextToken(state, version.id, plan.name);
  const base = promoted ? before : version.id;
  rows.note(target2, { oldVersion: base, newVersion: promoted ? token : null, state: promoted ? "promoted" : "current" });
  return { target: target2, state, base, baseText, createdAt: version.createdAt, standing, token };
}
function textOf2(target2, version) {
  if (version.text !== void 0) return version.text;
  throw new RotationError({
    code: "shape-invalid",
    message: `${target2.name}: version ${version.id} holds binary data`,
    hint: "Only secrets that hold text can be rotated: store it with --secret-string."
  });
}
async function readVersion(target2, id2, { plan, ports }) {
  const version = await target2.store.read({ id: id2 });
  if (!version) return void 0;
  const text2 = textOf2(target2, version);
  for (const part of secretParts(text2, plan.shape)) ports.conceal(part);
  return { ...version, text: text2 };
}
function refuseDeleted(target2, state) {
  if (state.deletedAt !== void 0)
    throw new RotationError({
      code: "scheduled-for-deletion",
      message: `${target2.name} is scheduled for deletion on ${new Date(state.deletedAt).toISOString()}`,
      hint: `If it is still needed, restore it and run again:
aws secretsmanager restore-secret --secret-id ${state.arn}`
    });
}
function refuse(target2, state) {
  refuseDeleted(target2, state);
  if (state.rotatedBy !== void 0)
    throw new RotationError({
      code: "managed-rotation",
      message: `${target2.name} is rotated by ${state.rotatedBy} already`,
      hint: `Two rotators break each other. Take it out of the rotation file, or turn the other one off:
aws secretsmanager cancel-rotate-secret --secret-id ${state.arn}`
    });
}
function noValue(target2) {
  return new RotationError({
    code: "secret-missing",
    message: `${target2.name} has no value yet: no version holds AWSCURRENT`,
    hint: `Store a first value, then run again:
aws secretsmanager put-secret-value --secret-id ${target2.name.split("/").slice(2).join("/")} --secret-string file://value.txt`
  });
}

// packages/rotation/src/engine/outcome.ts
var outcomes = { superseded: "superseded", "replica-failed": "degraded", partial: "mixed" };
function outcomeOf(error) {
  return error instanceof RotationError ? outcomes[error.code] ?? "failed" : "failed";
}

// packages/rotation/src/engine/rows.ts
var Rows = class {
  #rows = /* @__PURE__ */ new Map();
  #targets;
  constructor(plan) {
    this.#targets = plan.targets;
  }
  /** Notes what has become true of a target; what is not given stays. */
  note(target2, change) {
    this.#rows.set(target2, { ...this.#row(target2), ...change });
  }
  /** The rows; a target that was never reached is `failed`. */
  all() {
    return this.#targets.map((target2) => ({ target: target2.name, ...this.#row(target2) }));
  }
  #row(target2) {
    return this.#rows.get(target2) ?? { oldVersion: null, newVersion: null, state: "failed" };
  }
};

// packages/rotation/src/engine/rollback.ts
async function rollbackSecret(plan, ports) {
  const rows = new Rows(plan);
  const run2 = { plan, ports, rows };
  try {
    const legs = await each(
      plan.targets.map((target2) => ({ target: target2 })),
      run2,
      ({ target: target2 }) => inspectBack(target2, run2)
    );
    refuseAgain(legs);
    const ahead = legs.filter(({ isBack }) => !isBack);
    for (const leg of ahead) await checkOld(leg, run2);
    await goBackAll(legs, run2);
    return { secret: plan.name, outcome: "rolled-back", targets: rows.all() };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}
async function inspectBack(target2, { rows }) {
  const state = await target2.store.describe();
  refuse(target2, state);
  const now = holderOf(state, current);
  const before = holderOf(state, previous);
  rows.note(target2, { oldVersion: now ?? null, state: "current" });
  if (now === void 0 || before === void 0) throw refused(target2, "it has no AWSPREVIOUS", "There is nothing to go back to.");
  const waiting = holderOf(state, pending);
  if (hasFailed(state, before) && (waiting === void 0 || waiting === before)) {
    rows.note(target2, { oldVersion: before, newVersion: now, state: "rolled-back" });
    return { target: target2, state, base: now, token: before, isBack: true };
  }
  if (waiting !== void 0 && waiting !== now)
    throw refused(target2, `a rotation is under way: version ${waiting} holds AWSPENDING`, "Finish it first: command: rotate.");
  rows.note(target2, { newVersion: before });
  return { target: target2, state, base: before, token: now, isBack: false };
}
function refuseAgain(legs) {
  const [first] = legs;
  if (first && legs.every(({ isBack, state }) => isBack && holderOf(state, pending) === void 0))
    throw refused(first.target, `AWSPREVIOUS ${first.token} was given up itself`, roll);
}
async function checkOld({ target: target2, base }, run2) {
  const text2 = (await readVersion(target2, base, run2))?.text;
  const faults = text2 === void 0 ? ["it is gone"] : shapeFaults(text2, run2.plan.shape);
  const credential = text2 === void 0 || faults.length > 0 ? void 0 : run2.plan.provider.parse(text2);
  if (!credential) throw refused(target2, `AWSPREVIOUS ${base} cannot be used: ${faults.join("; ") || "it holds no credential"}`, roll);
  const verdict = await run2.plan.provider.verify(credential, "old");
  if (!verdict.ok) throw refused(target2, `the old credential no longer passes the check ${verdict.check}: ${verdict.why}`, roll);
}
var roll = "Make a new value instead: command: rotate, force: true.";
async function goBackAll(legs, run2) {
  const back = legs.filter(({ isBack }) => isBack);
  for (const { target: target2, state, token } of back) if (holderOf(state, pending) === token) await target2.store.move(pending, { from: token });
  for (const leg of legs.filter(({ isBack }) => !isBack)) {
    try {
      await goBack(leg, run2);
      back.push(leg);
    } catch (error) {
      if (back.length === 0 || run2.ports.signal.aborted) throw error;
      throw halfBack(back, leg, run2, error);
    }
  }
}
function halfBack(back, { target: target2 }, { plan }, cause) {
  return new RotationError({
    code: "partial",
    message: `${plan.name} is rolled back in some targets and not in others`,
    facts: [
      ...back.map((leg) => `rolled back: ${leg.target.name} is at ${leg.base} again`),
      `not rolled back: ${target2.name}: ${cause instanceof Error ? cause.message : String(cause)}`
    ],
    hint: `Mend that, then run rollback again (command: rollback, secrets: ${plan.name}): it goes on with the targets that are left.`,
    cause
  });
}
async function goBack(leg, { rows, ports }) {
  if (!await bringBack(leg))
    throw new RotationError({
      code: "superseded",
      message: `${leg.target.name}: AWSCURRENT moved while it was rolled back`,
      hint: "Look at who else writes this secret, then run command: status."
    });
  ports.log(`${leg.target.name}: AWSCURRENT is ${leg.base} again; ${leg.token} will not be used any more`);
  rows.note(leg.target, { state: "rolled-back" });
}
function refused(target2, why, hint) {
  return new RotationError({ code: "rollback-refused", message: `${target2.name} cannot be rolled back: ${why}`, hint });
}

// packages/rotation/src/engine/clear-pending.ts
async function clearPending(leg, run2) {
  const { standing, target: target2 } = leg;
  switch (standing.kind) {
    case "idle":
    case "pending":
    case "promoted":
      return;
    case "leftover":
      run2.ports.log(`${target2.name}: removing AWSPENDING from the current version ${standing.id}, left by a rotation that is over`);
      await target2.store.move(pending, { from: standing.id });
      return;
    case "abandoned":
      run2.ports.log(`${target2.name}: giving up version ${standing.id}, left by an earlier run`);
      await abandon(target2, standing.id, run2);
      return;
    case "foreign":
      await takeOver(leg, standing.id, run2);
  }
}
async function takeOver({ target: target2, state }, id2, { plan, ports }) {
  const createdAt = await target2.store.createdAt(id2);
  const age = ports.clock.now() - (createdAt ?? ports.clock.now());
  const old = age >= plan.pendingTtl;
  if (old && plan.takeover) {
    ports.log(`${target2.name}: taking over from version ${id2}, pending for ${minutes(age)}`);
    await target2.store.move(pending, { from: id2 });
    return;
  }
  const remove = `aws secretsmanager update-secret-version-stage --secret-id ${state.arn} --version-stage AWSPENDING --remove-from-version-id ${id2}`;
  throw new RotationError({
    code: "pending-foreign",
    message: `${target2.name}: version ${id2} holds AWSPENDING since ${minutes(age)} and is not of this rotation`,
    hint: old ? `It is older than pending-ttl (${minutes(plan.pendingTtl)}). If nobody works on it any more, run again with takeover: true, or remove the label:
${remove}` : `Somebody else may be rotating this secret. Wait until it is older than pending-ttl (${minutes(plan.pendingTtl)}), then run with takeover: true.`
  });
}
function minutes(ms) {
  return `${Math.max(0, Math.floor(ms / 6e4))} minutes`;
}

// packages/rotation/src/engine/finish.ts
var replicaWaitMs = 10 * 6e4;
var replicaPollMs = { first: 500, longest: 1e4 };
var waitShare = 0.8;
function refuseFailedReplicas({ target: target2, state }) {
  const failed = state.replicas.filter(({ status }) => status === "Failed");
  if (failed.length > 0) throw lagging(target2.name, failed, "Nothing was changed.");
}
async function awaitReplicas({ target: target2, state }, { ports }, otherwise) {
  if (state.replicas.length === 0) return;
  const now = ports.clock.now();
  const end = Math.min(now + replicaWaitMs, now + (ports.deadline - now) * waitShare);
  let pause = replicaPollMs.first;
  for (; ; ) {
    const behind = (await target2.store.describe()).replicas.filter(({ status }) => status !== "InSync");
    if (behind.length === 0) return;
    const stuck = behind.some(({ status }) => status === "Failed") || ports.clock.now() + pause > end;
    if (stuck) throw lagging(target2.name, behind, otherwise);
    await ports.clock.sleep(pause, ports.signal);
    pause = Math.min(pause * 2, replicaPollMs.longest);
  }
}
async function cleanUp({ target: target2, state, token }, { plan, ports, rows }) {
  if (outdatedFailures(state, plan.name).length > 0) {
    for (const { id: id2, label } of outdatedFailures(await target2.store.describe(), plan.name)) await target2.store.move(label, { from: id2 });
  }
  await target2.store.move(pending, { from: token });
  ports.log(`${target2.name}: done, AWSPENDING removed`);
  rows.note(target2, { newVersion: token, state: "promoted" });
}
function lagging(target2, replicas, consequence) {
  return new RotationError({
    code: "replica-failed",
    message: `${target2}: ${replicas.length === 1 ? "a replica does" : `${replicas.length} replicas do`} not follow`,
    facts: [...replicas.map(({ region: region2, status, message }) => `${region2}: ${status}${message ? `: ${message}` : ""}`), consequence],
    hint: `Keep the old credential alive. Mend the replica (its key, its region), then run again:
aws secretsmanager replicate-secret-to-regions --force-overwrite-replica-secret --secret-id ${target2.split("/").slice(2).join("/")} --add-replica-regions ${replicas.map(({ region: region2 }) => `Region=${region2}`).join(" ")}`
  });
}

// packages/rotation/src/engine/orphans.ts
async function removeOrphans(upstream, { plan, ports }) {
  const listed = await upstream.list();
  if (listed.length === 0) return;
  const held = /* @__PURE__ */ new Set();
  for (const { store: store2 } of plan.targets) {
    for (const id2 of (await store2.describe()).labels.keys()) {
      const text2 = (await store2.read({ id: id2 }))?.text;
      const credential = text2 === void 0 ? void 0 : plan.provider.parse(text2);
      for (const part of Object.values(credential ?? {})) ports.conceal(part);
      const known = credential ? upstream.identify(credential) : void 0;
      if (known !== void 0) held.add(known);
    }
  }
  for (const id2 of listed.filter((one) => !held.has(one))) {
    ports.log(`removing the orphaned ${plan.provider.type} ${id2}: no version holds it`);
    await upstream.revoke(id2);
  }
}

// packages/rotation/src/engine/credential.ts
function sameCredential(a2, b2) {
  if (!a2) return false;
  const names = Object.keys(b2);
  return names.length === Object.keys(a2).length && names.every((name) => a2[name] === b2[name]);
}
async function recover(legs, run2) {
  const leg = legs.find(({ standing }) => standing.kind === "promoted") ?? legs.find(({ standing }) => standing.kind === "pending");
  if (!leg) return void 0;
  const text2 = leg.standing.kind === "promoted" ? leg.baseText : (await readVersion(leg.target, leg.token, run2))?.text;
  return text2 === void 0 ? void 0 : run2.plan.provider.parse(text2);
}
async function create(legs, run2) {
  const { provider: provider2 } = run2.plan;
  if (provider2.upstream) await removeOrphans(provider2.upstream, run2);
  const made = await provider2.generate(run2.ports.randomBytes);
  conceal(made, run2);
  if (!provider2.upstream) return made;
  const installed = await provider2.upstream.install(made, legs[0]?.token ?? "");
  conceal(installed, run2);
  return installed;
}
function conceal(credential, { ports }) {
  for (const part of Object.values(credential)) ports.conceal(part);
}
async function discard(credential, { plan }) {
  const id2 = plan.provider.upstream?.identify(credential);
  if (id2 !== void 0) await plan.provider.upstream?.revoke(id2);
}
function render(leg, credential, { plan, ports }) {
  const document = plan.provider.render(credential, leg.baseText);
  for (const part of secretParts(document, plan.shape)) ports.conceal(part);
  const faults = shapeFaults(document, plan.shape);
  if (faults.length === 0) return document;
  throw new RotationError({
    code: "shape-invalid",
    message: `${leg.target.name} does not have the shape ${plan.shape}: ${faults.join("; ")}`,
    hint: `Correct the secret's value, or the key shape in the rotation file. Nothing was changed.`
  });
}
async function store(leg, document, credential, run2) {
  const { target: target2, token } = leg;
  if (await target2.store.put(token, document) === "stored") {
    run2.rows.note(target2, { newVersion: token, state: "pending" });
    return credential;
  }
  const state = await target2.store.describe();
  if (holderOf(state, current) === token) {
    run2.rows.note(target2, { newVersion: token, state: "promoted" });
    return "promoted";
  }
  if (hasFailed(state, token)) throw supersededBy(leg, "another run has tried this version and given it up");
  if (holderOf(state, pending) !== token && await target2.store.move(pending, { to: token }) === "refused")
    throw supersededBy(leg, "another version took AWSPENDING meanwhile");
  const text2 = (await readVersion(target2, token, run2))?.text;
  const found = text2 === void 0 ? void 0 : run2.plan.provider.parse(text2);
  if (!found) throw supersededBy(leg, "the version of another run holds no credential");
  run2.rows.note(target2, { newVersion: token, state: "pending" });
  return found;
}
function supersededBy(leg, why) {
  return new RotationError({
    code: "superseded",
    message: `${leg.target.name}: this rotation was overtaken: ${why}`,
    hint: "Nothing of this run is in use. Look at who else rotates this secret, and give the workflow a concurrency group:\nconcurrency:\n  group: rotate-secret\n  cancel-in-progress: false"
  });
}

// packages/rotation/src/engine/prepare.ts
async function begin(legs, run2) {
  const [leader, ...rest] = legs;
  const made = await create(legs, run2);
  try {
    for (const leg of legs) render(leg, made, run2);
  } catch (error) {
    await discard(made, run2);
    throw error;
  }
  const [found] = leader ? await each([leader], run2, () => store(leader, render(leader, made, run2), made, run2)) : [];
  const credential = found === "promoted" ? void 0 : found;
  const met = !sameCredential(credential, made);
  if (met) await discard(made, run2);
  if (!credential) return "promoted";
  await spread(rest, credential, run2);
  return { credential, open: legs, promoted: [], settled: [], met };
}
async function resume(legs, run2) {
  const waiting = legs.filter(({ standing }) => standing.kind === "pending");
  const promoted = legs.filter(({ standing }) => standing.kind === "promoted");
  for (const { target: target2, token } of waiting) {
    run2.ports.log(`${target2.name}: continuing with version ${token} of an earlier run`);
    run2.rows.note(target2, { newVersion: token, state: "pending" });
  }
  const credential = await recover(legs, run2);
  if (!credential) {
    await giveUp(waiting, run2, { keepUpstream: promoted.length > 0 });
    throw unusable(waiting);
  }
  const rest = legs.filter((leg) => !waiting.includes(leg) && !promoted.includes(leg));
  const settled2 = rest.filter(({ baseText }) => sameCredential(run2.plan.provider.parse(baseText), credential));
  const lacking = rest.filter((leg) => !settled2.includes(leg));
  await spread(lacking, credential, run2);
  return { credential, open: [...waiting, ...lacking], promoted, settled: settled2, met: true };
}
async function spread(legs, credential, run2) {
  await each(legs, run2, async (leg) => {
    const stored = await store(leg, render(leg, credential, run2), credential, run2);
    if (stored !== "promoted" && sameCredential(stored, credential)) return;
    await abandon(leg.target, leg.token, run2, { keepUpstream: true });
    throw supersededBy(leg, "its version holds another credential");
  });
}
async function giveUp(legs, run2, options) {
  await each(legs, run2, (leg) => abandon(leg.target, leg.token, run2, options));
  for (const { target: target2 } of legs) run2.rows.note(target2, { state: "failed" });
}
function unusable(legs) {
  return new RotationError({
    code: "verification-failed",
    message: `${legs.map(({ target: target2, token }) => `${target2.name}: the pending version ${token}`).join(", ")} holds no credential of this provider`,
    hint: "AWSCURRENT is unchanged; the failed version will not be used again. Run again: the next run makes a new value."
  });
}

// packages/rotation/src/engine/promote.ts
async function promoteAll(prepared, run2) {
  const promoted = [...prepared.promoted];
  for (const leg of prepared.open) {
    try {
      await promote(leg, run2);
      promoted.push(leg);
    } catch (error) {
      run2.rows.note(leg.target, { state: isSuperseded(error) ? "failed" : "pending" });
      if (run2.ports.signal.aborted) {
        for (const { target: target2 } of promoted) run2.rows.note(target2, { state: "ahead" });
        throw error;
      }
      await undo(prepared, promoted, error, run2);
      throw error;
    }
  }
}
async function promote({ target: target2, base, token, ...rest }, { ports, rows }) {
  if (await target2.store.move(current, { from: base, to: token }) === "refused") {
    const holder = holderOf(await target2.store.describe(), current);
    if (holder !== token) throw supersededBy({ target: target2, base, token, ...rest }, `AWSCURRENT is now ${holder ?? "nobody"}, not ${base}`);
  }
  ports.log(`${target2.name}: AWSCURRENT is ${token}`);
  rows.note(target2, { newVersion: token, state: "promoted" });
}
function isSuperseded(error) {
  return error instanceof RotationError && error.code === "superseded";
}
async function undo({ open, settled: settled2, credential }, promoted, cause, run2) {
  const ahead = [];
  for (const leg of promoted) {
    const back = await bringBack(leg).catch(() => false);
    run2.rows.note(leg.target, { state: back ? "rolled-back" : "ahead" });
    if (!back) ahead.push(leg);
  }
  if (ahead.length > 0) throw partial(ahead, run2, cause);
  if (!isSuperseded(cause)) return;
  for (const { target: target2, token } of open.filter((one) => !promoted.includes(one))) await letGo(() => abandon(target2, token, run2, { keepUpstream: true }));
  if (settled2.length === 0) await letGo(() => discard(credential, run2));
}
async function letGo(work) {
  try {
    await work();
  } catch {
  }
}
function partial(ahead, { plan }, cause) {
  return new RotationError({
    code: "partial",
    message: `${plan.name} is promoted in some targets and not in others`,
    facts: ahead.map(({ target: target2, base, token }) => `ahead: ${target2.name} is at ${token}, was ${base}`),
    hint: `Run rotate again to finish it (command: rotate, secrets: ${plan.name}); after that command: rollback can undo it.`,
    cause
  });
}

// packages/rotation/src/engine/verify.ts
async function verifyStored(leg, credential, run2) {
  const version = await readVersion(leg.target, leg.token, run2);
  if (!version) throw unverified(leg, "read-back", "the version is gone");
  const { text: text2, createdAt } = version;
  const faults = shapeFaults(text2, run2.plan.shape);
  if (faults.length > 0) throw unverified(leg, "shape", faults.join("; "));
  if (!sameCredential(run2.plan.provider.parse(text2), credential)) throw unverified(leg, "read-back", "it holds another credential than the rest of the run");
  return createdAt;
}
async function verifyCredential(leg, credential, run2) {
  const verdict = await settled(run2.plan.provider, credential, run2);
  if (!verdict.ok) throw unverified(leg, verdict.check, verdict.why);
}
async function settled(provider2, credential, { ports }) {
  const { forMs = 0, everyMs = 1e3, successes = 1 } = provider2.settling ?? {};
  const end = Math.min(ports.clock.now() + forMs, ports.deadline);
  let inRow = 0;
  for (; ; ) {
    ports.signal.throwIfAborted();
    const verdict = await provider2.verify(credential, "new");
    inRow = verdict.ok ? inRow + 1 : 0;
    if (inRow >= successes) return verdict;
    const over = ports.clock.now() + everyMs > end;
    if (!verdict.ok && (!verdict.passing || over)) return verdict;
    if (over) return { ok: false, check: provider2.type, why: `fewer than ${successes} successes in a row within ${forMs / 1e3} s` };
    await ports.clock.sleep(everyMs, ports.signal);
  }
}
function unverified({ target: target2, token, base }, check, why) {
  return new RotationError({
    code: "verification-failed",
    message: `${target2.name}: the new version ${token} failed the check ${check}: ${why}`,
    hint: `AWSCURRENT is still ${base}; the failed version will not be used again. Mend the cause and run again: the next run makes a new value.`
  });
}

// packages/rotation/src/engine/rotate.ts
async function rotateSecret(plan, ports) {
  const rows = new Rows(plan);
  const run2 = { plan, ports, rows };
  let legs = [];
  try {
    legs = await each(
      plan.targets.map((target2) => ({ target: target2 })),
      run2,
      ({ target: target2 }) => inspect(target2, run2)
    );
    const { outcome, since } = await rotateLegs(legs, run2);
    return { secret: plan.name, outcome, targets: rows.all(), ...dueAt(since, plan) };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), ...dueAt(ages(legs), plan), error };
  }
}
async function rotateLegs(legs, run2) {
  const { plan, ports, rows } = run2;
  await each(legs, run2, (leg) => clearPending(leg, run2));
  const resuming = legs.some(({ standing }) => standing.kind === "pending" || standing.kind === "promoted");
  if (!resuming && !plan.force && !legs.some((leg) => isDue(leg, plan, ports))) {
    for (const { target: target2 } of legs) rows.note(target2, { state: "not-due" });
    return { outcome: "not-due", since: ages(legs) };
  }
  if (!resuming) await each(legs, run2, (leg) => preflight(leg));
  const prepared = resuming ? await resume(legs, run2) : await begin(legs, run2);
  if (prepared === "promoted") return { outcome: "resumed", since: [ports.clock.now()] };
  const made = await verifyAll(prepared, run2);
  await each(prepared.open, run2, (leg) => awaitReplicas(leg, run2, "Nothing was promoted; the next run continues."), "pending");
  await promoteAll(prepared, run2);
  const done = [...prepared.open, ...prepared.promoted];
  await each(done, run2, (leg) => awaitReplicas(leg, run2, "The new version is current in the primary region; AWSPENDING stays until they follow."), "promoted");
  await each(done, run2, (leg) => cleanUp(leg, run2), "promoted");
  return { outcome: resuming || prepared.met ? "resumed" : "rotated", since: [...made, ...ages(prepared.promoted)] };
}
async function preflight(leg) {
  refuseFailedReplicas(leg);
  if (leg.state.keyId !== void 0) await leg.target.store.checkKey(leg.state.keyId);
}
async function verifyAll({ open, credential, promoted, settled: settled2 }, run2) {
  const [first] = open;
  if (!first) return [];
  try {
    const made = await each(open, run2, (leg) => verifyStored(leg, credential, run2), "pending");
    await verifyCredential(first, credential, run2);
    return made;
  } catch (error) {
    if (!(error instanceof RotationError) || error.code !== "verification-failed") throw error;
    const inUse = promoted.length + settled2.length > 0;
    await giveUp(open, run2, { keepUpstream: inUse });
    for (const { target: target2 } of promoted) run2.rows.note(target2, { state: "ahead" });
    throw promoted.length > 0 ? partial(promoted, run2, error) : error;
  }
}
function isDue({ createdAt }, { every }, { clock }) {
  return every === void 0 || clock.now() >= createdAt + every;
}
function ages(legs) {
  return legs.map(({ createdAt }) => createdAt);
}
function dueAt(since, { every }) {
  return every === void 0 || since.length === 0 ? {} : { dueAt: Math.min(...since) + every };
}

// packages/rotation/src/engine/status.ts
function readStatus(plan, ports) {
  return lookAt(plan, ports);
}
function watchSecret(plan, ports) {
  return lookAt(plan, ports, refuseDeleted);
}
async function lookAt(plan, ports, check = () => {
}) {
  const rows = new Rows(plan);
  const run2 = { plan, ports, rows };
  const { every } = plan;
  try {
    const due = await each(
      plan.targets.map((target2) => ({ target: target2 })),
      run2,
      async ({ target: target2 }) => {
        const state = await target2.store.describe();
        rows.note(target2, rowOf(state));
        check(target2, state);
        const now = holderOf(state, current);
        const createdAt = every === void 0 || now === void 0 ? void 0 : await target2.store.createdAt(now);
        return createdAt === void 0 || every === void 0 ? [] : [createdAt + every];
      }
    );
    const dates = due.flat();
    return { secret: plan.name, outcome: "valid", targets: rows.all(), ...dates.length > 0 ? { dueAt: Math.min(...dates) } : {} };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}
function rowOf(state) {
  const now = holderOf(state, current) ?? null;
  const before = holderOf(state, previous) ?? null;
  const waiting = holderOf(state, pending);
  if (waiting === void 0) {
    const back = before !== null && hasFailed(state, before);
    return { oldVersion: before, newVersion: now, state: back ? "rolled-back" : "current" };
  }
  if (waiting === now) return { oldVersion: before, newVersion: now, state: "promoted" };
  return { oldVersion: now, newVersion: waiting, state: hasFailed(state, waiting) ? "failed" : "pending" };
}
async function revokeSecret(plan, ports) {
  const rows = new Rows(plan);
  const run2 = { plan, ports, rows };
  try {
    await each(
      plan.targets.map((target2) => ({ target: target2 })),
      run2,
      async ({ target: target2 }) => {
        const state = await target2.store.describe();
        refuse(target2, state);
        rows.note(target2, { oldVersion: holderOf(state, previous) ?? null, newVersion: holderOf(state, current) ?? null, state: "revoked" });
      }
    );
    if (plan.provider.upstream) throw notYet(plan);
    return { secret: plan.name, outcome: "revoked", targets: rows.all() };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}
function notYet(plan) {
  return new RotationError({
    code: "provider-failed",
    message: `revoking a ${plan.provider.type} is not available yet`,
    hint: "Revoke the credential of AWSPREVIOUS by hand once the grace time is over."
  });
}

// packages/rotation/src/providers/json-spans.ts
function topLevelSpans(text2) {
  if (!isObject(text2)) return void 0;
  const spans = [];
  let at = skipSpace(text2, text2.indexOf("{") + 1);
  while (text2[at] === '"') {
    const keyEnd = stringEnd(text2, at);
    const key2 = JSON.parse(text2.slice(at, keyEnd));
    const start = skipSpace(text2, text2.indexOf(":", keyEnd) + 1);
    const end = valueEnd(text2, start);
    spans.push({ key: key2, start, end });
    at = skipSpace(text2, end);
    if (text2[at] === ",") at = skipSpace(text2, at + 1);
  }
  return spans;
}
function isObject(text2) {
  try {
    const value = JSON.parse(text2);
    return value !== null && typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}
function skipSpace(text2, from) {
  let at = from;
  while (/\s/.test(text2[at] ?? "")) at += 1;
  return at;
}
function stringEnd(text2, start) {
  let at = start + 1;
  while (text2[at] !== '"') at += text2[at] === "\\" ? 2 : 1;
  return at + 1;
}
function valueEnd(text2, start) {
  if (text2[start] === '"') return stringEnd(text2, start);
  let depth = 0;
  let at = start;
  for (; ; ) {
    const letter = text2[at] ?? "";
    if (letter === '"') {
      at = stringEnd(text2, at);
      continue;
    }
    if (depth === 0 && (letter === "," || letter === "}" || /\s/.test(letter))) return at;
    if (letter === "{" || letter === "[") depth += 1;
    if (letter === "}" || letter === "]") depth -= 1;
    at += 1;
    if (depth === 0 && (letter === "}" || letter === "]")) return at;
  }
}

// packages/rotation/src/providers/random-text.ts
var alphabets = {
  alphanumeric: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  hex: "0123456789abcdef",
  base64url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
};
function randomText(length2, alphabet2, randomBytes2) {
  const letters = alphabets[alphabet2];
  const fair = 256 - 256 % letters.length;
  let text2 = "";
  while (text2.length < length2) {
    for (const byte of randomBytes2(length2 - text2.length)) if (byte < fair) text2 += letters.charAt(byte % letters.length);
  }
  return text2;
}
function isRandomText(text2, length2, alphabet2) {
  return text2.length === length2 && [...text2].every((letter) => alphabets[alphabet2].includes(letter));
}

// packages/rotation/src/providers/json-field.ts
function jsonFieldProvider({ fields, length: length2, alphabet: alphabet2 }) {
  return {
    type: "json-field",
    generate: async (randomBytes2) => Object.fromEntries(fields.map((field) => [field, randomText(length2, alphabet2, randomBytes2)])),
    render: (credential, document) => replaceFields(document, credential),
    parse: (document) => readFields(document, fields),
    verify: async (credential, age) => {
      const wrong = fields.filter((field) => !isRandomText(credential[field] ?? "", length2, alphabet2));
      if (age === "old" || wrong.length === 0) return { ok: true };
      return { ok: false, check: "json-field", why: `${wrong.join(", ")} in the stored value is not ${length2} characters of ${alphabet2}` };
    }
  };
}
function replaceFields(document, values) {
  const spans = topLevelSpans(document);
  if (!spans) throw unfit("the present value is not a JSON object", "Store a JSON object first, or use the provider random.");
  for (const field of Object.keys(values)) {
    const found = spans.filter(({ key: key2 }) => key2 === field);
    if (found.length === 0) throw unfit(`the present value has no field ${field}`, `Add the field ${field} to the secret, or take it out of provider.fields.`);
    if (found.length > 1) throw unfit(`the present value has the field ${field} ${found.length} times`, `Store the document with one field ${field}.`);
    if (document[found[0]?.start ?? 0] !== '"') throw unfit(`the field ${field} is not a string`, `Store the field ${field} as a string.`);
  }
  let text2 = document;
  for (const { key: key2, start, end } of spans.reverse()) {
    if (Object.hasOwn(values, key2)) text2 = text2.slice(0, start) + JSON.stringify(values[key2]) + text2.slice(end);
  }
  return text2;
}
function readFields(document, fields) {
  const spans = topLevelSpans(document);
  const values = new Map(spans?.map(({ key: key2, start, end }) => [key2, JSON.parse(document.slice(start, end))]));
  const found = fields.map((field) => [field, values.get(field)]);
  return found.every((entry) => typeof entry[1] === "string") ? Object.fromEntries(found) : void 0;
}
function unfit(message, hint) {
  return new RotationError({ code: "shape-invalid", message, hint });
}

// packages/rotation/src/providers/random.ts
function randomProvider({ length: length2, alphabet: alphabet2 }) {
  const why = `the stored value is not ${length2} characters of ${alphabet2}`;
  return {
    type: "random",
    generate: async (randomBytes2) => ({ value: randomText(length2, alphabet2, randomBytes2) }),
    render: (credential) => credential["value"] ?? "",
    parse: (document) => ({ value: document }),
    verify: async (credential, age) => age === "old" || isRandomText(credential["value"] ?? "", length2, alphabet2) ? { ok: true } : { ok: false, check: "random", why }
  };
}

// packages/rotation/src/providers/select.ts
function providerOf(config) {
  return config.type === "random" ? randomProvider(config.options) : jsonFieldProvider(config.options);
}

// packages/sdk/src/secrets/key-check.ts
var client = clientCache((config) => new KMSClient(config));
async function checkSecretKey(context, keyId) {
  const command2 = () => new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: "AES_256", DryRun: true });
  try {
    await call(context, "kms", "GenerateDataKey", (options) => client(context).send(command2(), options));
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "DryRunOperationException") return;
    throw error;
  }
}

// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthSchemeProvider.js
var defaultSecretsManagerHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "secretsmanager",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultSecretsManagerHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "secretsmanager"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-secrets-manager/package.json
var package_default = {
  name: "@aws-sdk/client-secrets-manager",
  version: "3.1162.0",
  description: "AWS SDK for JavaScript Secrets Manager Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-secrets-manager",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-secrets-manager"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.980.0",
    "@aws-sdk/credential-provider-node": "^3.972.93",
    "@aws-sdk/types": "^3.975.0",
    "@smithy/core": "^3.38.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.14.0",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = "stringEquals";
var h = { [m]: "Endpoint" };
var i = { [m]: d };
var j = { "fn": f, "argv": [i, "name"] };
var k = {};
var l = [{ [m]: "Region" }];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [i, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [i, "supportsFIPS"] }, b]],
    [g, [j, "aws"]],
    [g, [j, "aws-cn"]],
    [g, [j, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://secretsmanager-fips.{Region}.amazonaws.com", k],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://secretsmanager.{Region}.amazonaws.com", k],
    ["https://secretsmanager.{Region}.amazonaws.com.cn", k],
    ["https://secretsmanager.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://secretsmanager.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  17,
  3,
  1,
  4,
  r + 14,
  2,
  5,
  r + 14,
  3,
  11,
  6,
  4,
  7,
  r + 13,
  5,
  8,
  r + 12,
  7,
  r + 9,
  9,
  8,
  r + 10,
  10,
  9,
  r + 9,
  r + 11,
  4,
  13,
  12,
  6,
  r + 7,
  r + 8,
  5,
  14,
  r + 6,
  6,
  15,
  r + 6,
  7,
  r + 4,
  16,
  9,
  r + 4,
  r + 5,
  3,
  r + 1,
  18,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/SecretsManagerServiceException.js
var SecretsManagerServiceException = class _SecretsManagerServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager#SecretsManagerServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _SecretsManagerServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/errors.js
var DecryptionFailure = class _DecryptionFailure extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#DecryptionFailure";
  name = "DecryptionFailure";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DecryptionFailure",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DecryptionFailure.prototype);
    this.Message = opts.Message;
  }
};
var InternalServiceError = class _InternalServiceError extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InternalServiceError";
  name = "InternalServiceError";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InternalServiceError",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServiceError.prototype);
    this.Message = opts.Message;
  }
};
var InvalidNextTokenException = class _InvalidNextTokenException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidNextTokenException";
  name = "InvalidNextTokenException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidNextTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextTokenException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterException = class _InvalidParameterException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidParameterException";
  name = "InvalidParameterException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidRequestException = class _InvalidRequestException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidRequestException";
  name = "InvalidRequestException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidRequestException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var EncryptionFailure = class _EncryptionFailure extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#EncryptionFailure";
  name = "EncryptionFailure";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EncryptionFailure",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EncryptionFailure.prototype);
    this.Message = opts.Message;
  }
};
var LimitExceededException = class _LimitExceededException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#LimitExceededException";
  name = "LimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#MalformedPolicyDocumentException";
  name = "MalformedPolicyDocumentException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MalformedPolicyDocumentException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
    this.Message = opts.Message;
  }
};
var PreconditionNotMetException = class _PreconditionNotMetException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#PreconditionNotMetException";
  name = "PreconditionNotMetException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PreconditionNotMetException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PreconditionNotMetException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceExistsException = class _ResourceExistsException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#ResourceExistsException";
  name = "ResourceExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceExistsException.prototype);
    this.Message = opts.Message;
  }
};
var PublicPolicyException = class _PublicPolicyException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#PublicPolicyException";
  name = "PublicPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PublicPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PublicPolicyException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js
var _AAD = "AutomaticallyAfterDays";
var _ARN = "ARN";
var _BGSVR = "BatchGetSecretValueRequest";
var _CD = "CreatedDate";
var _CRT = "ClientRequestToken";
var _D = "Description";
var _DDe = "DeletedDate";
var _DF = "DecryptionFailure";
var _DSRes = "DescribeSecretRequest";
var _DSResc = "DescribeSecretResponse";
var _DSe = "DescribeSecret";
var _Du = "Duration";
var _EF = "EncryptionFailure";
var _ESRM = "ExternalSecretRotationMetadata";
var _ESRMI = "ExternalSecretRotationMetadataItem";
var _ESRMT = "ExternalSecretRotationMetadataType";
var _ESRRA = "ExternalSecretRotationRoleArn";
var _F = "Filters";
var _FLT = "FiltersListType";
var _Fi = "Filter";
var _GSV = "GetSecretValue";
var _GSVR = "GetSecretValueRequest";
var _GSVRe = "GetSecretValueResponse";
var _ID = "IncludeDeprecated";
var _INTE = "InvalidNextTokenException";
var _IPE = "InvalidParameterException";
var _IRE = "InvalidRequestException";
var _ISE = "InternalServiceError";
var _K = "Key";
var _KKI = "KmsKeyId";
var _KKIm = "KmsKeyIds";
var _LAD = "LastAccessedDate";
var _LCD = "LastChangedDate";
var _LEE = "LimitExceededException";
var _LRD = "LastRotatedDate";
var _LSVI = "ListSecretVersionIds";
var _LSVIR = "ListSecretVersionIdsRequest";
var _LSVIRi = "ListSecretVersionIdsResponse";
var _M = "Message";
var _MPDE = "MalformedPolicyDocumentException";
var _MR = "MaxResults";
var _MTVI = "MoveToVersionId";
var _N = "Name";
var _NRD = "NextRotationDate";
var _NT = "NextToken";
var _OS = "OwningService";
var _PNME = "PreconditionNotMetException";
var _PPE = "PublicPolicyException";
var _PR = "PrimaryRegion";
var _PSV = "PutSecretValue";
var _PSVR = "PutSecretValueRequest";
var _PSVRu = "PutSecretValueResponse";
var _R = "Region";
var _RE = "RotationEnabled";
var _REE = "ResourceExistsException";
var _RFVI = "RemoveFromVersionId";
var _RLARN = "RotationLambdaARN";
var _RNFE = "ResourceNotFoundException";
var _RR = "RotationRules";
var _RRFRR = "RemoveRegionsFromReplicationRequest";
var _RRR = "RemoveReplicaRegions";
var _RRTo = "RotationRulesType";
var _RS = "ReplicationStatus";
var _RSLT = "ReplicationStatusListType";
var _RST = "ReplicationStatusType";
var _RT = "RotationToken";
var _RTT = "RotationTokenType";
var _S = "Status";
var _SB = "SecretBinary";
var _SBT = "SecretBinaryType";
var _SE = "ScheduleExpression";
var _SI = "SecretId";
var _SIL = "SecretIdList";
var _SLE = "SecretListEntry";
var _SM = "StatusMessage";
var _SS = "SecretString";
var _SST = "SecretStringType";
var _SVE = "SecretValueEntry";
var _SVLE = "SecretVersionsListEntry";
var _SVLT = "SecretVersionsListType";
var _SVTS = "SecretVersionsToStages";
var _SVTSMT = "SecretVersionsToStagesMapType";
var _T = "Tags";
var _TK = "TagKeys";
var _TLT = "TagListType";
var _Ta = "Tag";
var _Ty = "Type";
var _URR = "UntagResourceRequest";
var _USVS = "UpdateSecretVersionStage";
var _USVSR = "UpdateSecretVersionStageRequest";
var _USVSRp = "UpdateSecretVersionStageResponse";
var _V = "Value";
var _VI = "VersionId";
var _VITS = "VersionIdsToStages";
var _VS = "VersionStage";
var _VSe = "VersionStages";
var _Va = "Values";
var _Ve = "Versions";
var _c = "client";
var _e = "error";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager";
var _se = "server";
var n0 = "com.amazonaws.secretsmanager";
var _s_registry = new TypeRegistry(_s);
var SecretsManagerServiceException$ = [-3, _s, "SecretsManagerServiceException", 0, [], []];
_s_registry.registerError(SecretsManagerServiceException$, SecretsManagerServiceException);
var n0_registry = new TypeRegistry(n0);
var DecryptionFailure$ = [
  -3,
  n0,
  _DF,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(DecryptionFailure$, DecryptionFailure);
var EncryptionFailure$ = [
  -3,
  n0,
  _EF,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(EncryptionFailure$, EncryptionFailure);
var InternalServiceError$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se },
  [_M],
  [0]
];
n0_registry.registerError(InternalServiceError$, InternalServiceError);
var InvalidNextTokenException$ = [
  -3,
  n0,
  _INTE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidParameterException$ = [
  -3,
  n0,
  _IPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidRequestException$ = [
  -3,
  n0,
  _IRE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidRequestException$, InvalidRequestException);
var LimitExceededException$ = [
  -3,
  n0,
  _LEE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var MalformedPolicyDocumentException$ = [
  -3,
  n0,
  _MPDE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
var PreconditionNotMetException$ = [
  -3,
  n0,
  _PNME,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(PreconditionNotMetException$, PreconditionNotMetException);
var PublicPolicyException$ = [
  -3,
  n0,
  _PPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(PublicPolicyException$, PublicPolicyException);
var ResourceExistsException$ = [
  -3,
  n0,
  _REE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ResourceExistsException$, ResourceExistsException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var RotationTokenType = [0, n0, _RTT, 8, 0];
var SecretBinaryType = [0, n0, _SBT, 8, 21];
var SecretStringType = [0, n0, _SST, 8, 0];
var BatchGetSecretValueRequest$ = [
  3,
  n0,
  _BGSVR,
  0,
  [_SIL, _F, _MR, _NT],
  [64 | 0, () => FiltersListType, 1, 0]
];
var DescribeSecretRequest$ = [
  3,
  n0,
  _DSRes,
  0,
  [_SI],
  [0],
  1
];
var DescribeSecretResponse$ = [
  3,
  n0,
  _DSResc,
  0,
  [_ARN, _N, _Ty, _D, _KKI, _RE, _RLARN, _RR, _ESRM, _ESRRA, _LRD, _LCD, _LAD, _DDe, _NRD, _T, _VITS, _OS, _CD, _PR, _RS],
  [0, 0, 0, 0, 0, 2, 0, () => RotationRulesType$, () => ExternalSecretRotationMetadataType, 0, 4, 4, 4, 4, 4, () => TagListType, [2, n0, _SVTSMT, 0, 0, 64 | 0], 0, 4, 0, () => ReplicationStatusListType]
];
var ExternalSecretRotationMetadataItem$ = [
  3,
  n0,
  _ESRMI,
  0,
  [_K, _V],
  [0, 0]
];
var Filter$ = [
  3,
  n0,
  _Fi,
  0,
  [_K, _Va],
  [0, 64 | 0]
];
var GetSecretValueRequest$ = [
  3,
  n0,
  _GSVR,
  0,
  [_SI, _VI, _VS],
  [0, 0, 0],
  1
];
var GetSecretValueResponse$ = [
  3,
  n0,
  _GSVRe,
  0,
  [_ARN, _N, _VI, _SB, _SS, _VSe, _CD],
  [0, 0, 0, [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, 4]
];
var ListSecretVersionIdsRequest$ = [
  3,
  n0,
  _LSVIR,
  0,
  [_SI, _MR, _NT, _ID],
  [0, 1, 0, 2],
  1
];
var ListSecretVersionIdsResponse$ = [
  3,
  n0,
  _LSVIRi,
  0,
  [_Ve, _NT, _ARN, _N],
  [() => SecretVersionsListType, 0, 0, 0]
];
var PutSecretValueRequest$ = [
  3,
  n0,
  _PSVR,
  0,
  [_SI, _CRT, _SB, _SS, _VSe, _RT],
  [0, [0, 4], [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, [() => RotationTokenType, 0]],
  1
];
var PutSecretValueResponse$ = [
  3,
  n0,
  _PSVRu,
  0,
  [_ARN, _N, _VI, _VSe],
  [0, 0, 0, 64 | 0]
];
var RemoveRegionsFromReplicationRequest$ = [
  3,
  n0,
  _RRFRR,
  0,
  [_SI, _RRR],
  [0, 64 | 0],
  2
];
var ReplicationStatusType$ = [
  3,
  n0,
  _RST,
  0,
  [_R, _KKI, _S, _SM, _LAD],
  [0, 0, 0, 0, 4]
];
var RotationRulesType$ = [
  3,
  n0,
  _RRTo,
  0,
  [_AAD, _Du, _SE],
  [1, 0, 0]
];
var SecretListEntry$ = [
  3,
  n0,
  _SLE,
  0,
  [_ARN, _N, _Ty, _D, _KKI, _RE, _RLARN, _RR, _ESRM, _ESRRA, _LRD, _LCD, _LAD, _DDe, _NRD, _T, _SVTS, _OS, _CD, _PR],
  [0, 0, 0, 0, 0, 2, 0, () => RotationRulesType$, () => ExternalSecretRotationMetadataType, 0, 4, 4, 4, 4, 4, () => TagListType, [2, n0, _SVTSMT, 0, 0, 64 | 0], 0, 4, 0]
];
var SecretValueEntry$ = [
  3,
  n0,
  _SVE,
  0,
  [_ARN, _N, _VI, _SB, _SS, _VSe, _CD],
  [0, 0, 0, [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, 4]
];
var SecretVersionsListEntry$ = [
  3,
  n0,
  _SVLE,
  0,
  [_VI, _VSe, _LAD, _CD, _KKIm],
  [0, 64 | 0, 4, 4, 64 | 0]
];
var Tag$ = [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [0, 0]
];
var UntagResourceRequest$ = [
  3,
  n0,
  _URR,
  0,
  [_SI, _TK],
  [0, 64 | 0],
  2
];
var UpdateSecretVersionStageRequest$ = [
  3,
  n0,
  _USVSR,
  0,
  [_SI, _VS, _RFVI, _MTVI],
  [0, 0, 0, 0],
  2
];
var UpdateSecretVersionStageResponse$ = [
  3,
  n0,
  _USVSRp,
  0,
  [_ARN, _N],
  [0, 0]
];
var ExternalSecretRotationMetadataType = [
  1,
  n0,
  _ESRMT,
  0,
  () => ExternalSecretRotationMetadataItem$
];
var FiltersListType = [
  1,
  n0,
  _FLT,
  0,
  () => Filter$
];
var FilterValuesStringList = 64 | 0;
var KmsKeyIdListType = 64 | 0;
var RemoveReplicaRegionListType = 64 | 0;
var ReplicationStatusListType = [
  1,
  n0,
  _RSLT,
  0,
  () => ReplicationStatusType$
];
var SecretIdListType = 64 | 0;
var SecretVersionsListType = [
  1,
  n0,
  _SVLT,
  0,
  () => SecretVersionsListEntry$
];
var SecretVersionStagesType = 64 | 0;
var TagKeyListType = 64 | 0;
var TagListType = [
  1,
  n0,
  _TLT,
  0,
  () => Tag$
];
var SecretVersionsToStagesMapType = [
  2,
  n0,
  _SVTSMT,
  0,
  0,
  64 | 0
];
var DescribeSecret$ = [
  9,
  n0,
  _DSe,
  0,
  () => DescribeSecretRequest$,
  () => DescribeSecretResponse$
];
var GetSecretValue$ = [
  9,
  n0,
  _GSV,
  0,
  () => GetSecretValueRequest$,
  () => GetSecretValueResponse$
];
var ListSecretVersionIds$ = [
  9,
  n0,
  _LSVI,
  0,
  () => ListSecretVersionIdsRequest$,
  () => ListSecretVersionIdsResponse$
];
var PutSecretValue$ = [
  9,
  n0,
  _PSV,
  0,
  () => PutSecretValueRequest$,
  () => PutSecretValueResponse$
];
var UpdateSecretVersionStage$ = [
  9,
  n0,
  _USVS,
  0,
  () => UpdateSecretVersionStageRequest$,
  () => UpdateSecretVersionStageResponse$
];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2017-10-17",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSecretsManagerHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.secretsmanager",
      errorTypeRegistries,
      version: "2017-10-17",
      serviceTarget: "secretsmanager"
    },
    serviceId: config?.serviceId ?? "Secrets Manager",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion2(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/SecretsManagerClient.js
var SecretsManagerClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultSecretsManagerHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "secretsmanager", "SecretsManagerClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/DescribeSecretCommand.js
var DescribeSecretCommand = class extends command(_ep0, _mw0, "DescribeSecret", DescribeSecret$) {
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js
var GetSecretValueCommand = class extends command(_ep0, _mw0, "GetSecretValue", GetSecretValue$) {
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/ListSecretVersionIdsCommand.js
var ListSecretVersionIdsCommand = class extends command(_ep0, _mw0, "ListSecretVersionIds", ListSecretVersionIds$) {
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/PutSecretValueCommand.js
var PutSecretValueCommand = class extends command(_ep0, _mw0, "PutSecretValue", PutSecretValue$) {
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/UpdateSecretVersionStageCommand.js
var UpdateSecretVersionStageCommand = class extends command(_ep0, _mw0, "UpdateSecretVersionStage", UpdateSecretVersionStage$) {
};

// packages/sdk/src/secrets/client.ts
var client2 = clientCache((config) => new SecretsManagerClient(config));
function send(context, operation, request) {
  return call(context, "secretsmanager", operation, async (options) => {
    try {
      return await request(client2(context), options);
    } catch (error) {
      throw quotaOf(error, operation);
    }
  });
}
function quotaOf(error, operation) {
  if (error?.name !== "LimitExceededException") return error;
  const { awsMessage, requestId, statusCode } = classify(error, "secretsmanager", operation);
  return new AwsError({
    code: "conflict",
    service: "secretsmanager",
    operation,
    awsCode: "LimitExceededException",
    message: awsMessage,
    ...requestId === void 0 ? {} : { requestId },
    ...statusCode === void 0 ? {} : { statusCode },
    hint: "A version holds 20 labels and a secret about 100 versions: remove labels that nobody needs with aws secretsmanager update-secret-version-stage --remove-from-version-id.",
    cause: error
  });
}

// packages/sdk/src/secrets/labels.ts
async function putVersion(context, request) {
  const command2 = () => new PutSecretValueCommand({
    SecretId: request.secretId,
    ClientRequestToken: request.versionId,
    SecretString: request.text,
    VersionStages: [...request.labels]
  });
  try {
    await send(context, "PutSecretValue", (client3, options) => client3.send(command2(), options));
    return "stored";
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "ResourceExistsException") return "exists";
    throw error;
  }
}
async function moveLabel(context, move) {
  const command2 = () => new UpdateSecretVersionStageCommand({
    SecretId: move.secretId,
    VersionStage: move.label,
    ...move.from === void 0 ? {} : { RemoveFromVersionId: move.from },
    ...move.to === void 0 ? {} : { MoveToVersionId: move.to }
  });
  try {
    await send(context, "UpdateSecretVersionStage", (client3, options) => client3.send(command2(), options));
    return "moved";
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "InvalidParameterException") return "refused";
    throw error;
  }
}

// packages/sdk/src/secrets/read.ts
async function describeSecret(context, secretId) {
  const answer = await send(context, "DescribeSecret", (client3, options) => client3.send(new DescribeSecretCommand({ SecretId: secretId }), options));
  if (!answer.ARN) throw incomplete("DescribeSecret");
  return {
    arn: answer.ARN,
    name: answer.Name ?? secretId,
    labels: new Map(Object.entries(answer.VersionIdsToStages ?? {})),
    ...answer.KmsKeyId ? { kmsKeyId: answer.KmsKeyId } : {},
    rotationEnabled: answer.RotationEnabled ?? false,
    ...answer.OwningService ? { owningService: answer.OwningService } : {},
    ...answer.DeletedDate ? { deletedAt: answer.DeletedDate.getTime() } : {},
    replicas: (answer.ReplicationStatus ?? []).map(({ Region, Status, StatusMessage }) => ({
      region: Region ?? "",
      status: Status ?? "",
      message: StatusMessage ?? ""
    }))
  };
}
async function readValue(context, secretId, which) {
  const wanted = "label" in which ? { VersionStage: which.label } : { VersionId: which.versionId };
  try {
    const answer = await send(
      context,
      "GetSecretValue",
      (client3, options) => client3.send(new GetSecretValueCommand({ SecretId: secretId, ...wanted }), options)
    );
    if (!answer.VersionId) throw incomplete("GetSecretValue");
    return {
      versionId: answer.VersionId,
      labels: answer.VersionStages ?? [],
      createdAt: answer.CreatedDate?.getTime() ?? 0,
      ...answer.SecretString === void 0 ? {} : { text: answer.SecretString },
      ...answer.SecretBinary === void 0 ? {} : { binary: answer.SecretBinary }
    };
  } catch (error) {
    if (isMissingVersion(error)) return void 0;
    throw error;
  }
}
function isMissingVersion(error) {
  return error instanceof AwsError && error.awsCode === "ResourceNotFoundException" && /secret value|version/i.test(error.awsMessage);
}
var pageSize = 100;
async function listVersions(context, secretId) {
  const versions = [];
  let token;
  do {
    const command2 = new ListSecretVersionIdsCommand({ SecretId: secretId, MaxResults: pageSize, ...token ? { NextToken: token } : {} });
    const answer = await send(context, "ListSecretVersionIds", (client3, options) => client3.send(command2, options));
    for (const { VersionId, VersionStages, CreatedDate } of answer.Versions ?? []) {
      if (VersionId) versions.push({ versionId: VersionId, labels: VersionStages ?? [], createdAt: CreatedDate?.getTime() ?? 0 });
    }
    token = answer.NextToken;
  } while (token);
  return versions;
}
function incomplete(operation) {
  return new AwsError({
    code: "unreachable",
    service: "secretsmanager",
    operation,
    awsCode: "",
    message: "the answer is not an answer of Secrets Manager",
    hint: "Check the endpoint and the proxy: something else answered in the name of Secrets Manager."
  });
}

// actions/rotate-secret/src/store-errors.ts
var keyCodes = /* @__PURE__ */ new Set(["EncryptionFailure", "DecryptionFailure"]);
function explainStore(error, place) {
  if (!(error instanceof AwsError)) return error;
  const { awsCode, awsMessage, service, operation } = error;
  if (awsCode === "ResourceNotFoundException") return missing(error, place);
  if (keyCodes.has(awsCode) || awsCode === "AccessDeniedException" && /KMS/i.test(awsMessage)) return keyRefused(error, place);
  if (awsCode === "InvalidRequestException" && /deletion/i.test(awsMessage)) return deleted(error, place);
  return explainAws(error, {
    what: `cannot work on ${place.name}`,
    action: iamAction(service, operation),
    resource: service === "kms" ? place.keyId ?? "*" : place.arn
  });
}
function explainAws(error, about) {
  if (!(error instanceof AwsError)) return error;
  if (error.code === "access-denied" && about.action !== void 0)
    return new Failure({
      what: `${about.what}: ${about.action} on ${about.resource} is denied`,
      reason: "access-denied",
      why: [error.message],
      remedy: `Allow the role this action in its policy:
{ "Effect": "Allow", "Action": "${about.action}", "Resource": "${about.resource}" }`,
      cause: error
    });
  const shared = ["credentials-missing", "access-denied", "throttled", "unreachable", "timeout", "cancelled"];
  if (!shared.includes(error.code)) return new Failure({ what: about.what, reason: "internal", why: [error.message], remedy: error.hint, cause: error });
  return new Failure({ what: about.what, reason: error.code, why: [error.message], remedy: error.hint, cause: error });
}
function keyPolicy(keyId) {
  const resource = keyId.startsWith("arn:") ? keyId : `<ARN of ${keyId}>`;
  return `Check that the key is enabled, and allow the role, in its policy and in the key's:
{ "Effect": "Allow", "Action": ["kms:GenerateDataKey", "kms:Decrypt"], "Resource": "${resource}" }`;
}
function missing(cause, { name }) {
  return new RotationError({
    code: "secret-missing",
    message: `${name} is not there: ${cause.message}`,
    hint: `Correct secret-id, region or role-to-assume of the target, or create the secret with a first value:
aws secretsmanager create-secret --name ${nameIn(name)} --region ${name.split("/")[1]} --secret-string file://value.txt`,
    cause
  });
}
function nameIn(target2) {
  const id2 = target2.split("/").slice(2).join("/");
  return id2.startsWith("arn:") ? id2.split(":").slice(6).join(":").replace(/-\w{6}$/, "") : id2;
}
function keyRefused(cause, { name, keyId }) {
  const action = cause.operation === "GetSecretValue" ? "kms:Decrypt" : "kms:GenerateDataKey";
  return new RotationError({
    code: "kms-denied",
    message: `${name}: the key ${keyId ?? "of the secret"} cannot be used (${action}): ${cause.message}`,
    hint: keyPolicy(keyId ?? "*"),
    cause
  });
}
function deleted(cause, { name, arn }) {
  return new RotationError({
    code: "scheduled-for-deletion",
    message: `${name} is scheduled for deletion: ${cause.message}`,
    hint: `If it is still needed, restore it and run again:
aws secretsmanager restore-secret --secret-id ${arn}`,
    cause
  });
}

// actions/rotate-secret/src/secret-store.ts
function secretStore(aws, { name, secretId, accountId }) {
  const place = { name, arn: secretId.startsWith("arn:") ? secretId : arnPattern(aws.region, accountId, secretId) };
  const ask = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw explainStore(error, place);
    }
  };
  return {
    describe: () => ask(async () => {
      const { arn, labels, rotationEnabled, owningService, deletedAt, kmsKeyId, replicas } = await describeSecret(aws, secretId);
      place.arn = arn;
      if (kmsKeyId !== void 0) place.keyId = kmsKeyId;
      const state = {
        arn,
        labels,
        replicas,
        ...rotationEnabled || owningService ? { rotatedBy: owningService ?? "Secrets Manager's own rotation" } : {},
        ...deletedAt === void 0 ? {} : { deletedAt },
        ...kmsKeyId === void 0 || isAwsKey(kmsKeyId) ? {} : { keyId: kmsKeyId }
      };
      return state;
    }),
    read: (which) => ask(async () => {
      const value = await readValue(aws, secretId, "id" in which ? { versionId: which.id } : which);
      return value && { id: value.versionId, createdAt: value.createdAt, ...value.text === void 0 ? {} : { text: value.text } };
    }),
    createdAt: (id2) => ask(async () => (await listVersions(aws, secretId)).find(({ versionId }) => versionId === id2)?.createdAt),
    put: (id2, text2) => ask(() => putVersion(aws, { secretId, versionId: id2, text: text2, labels: ["AWSPENDING"] })),
    move: (label, way) => ask(() => moveLabel(aws, { secretId, label, ...way })),
    checkKey: (keyId) => ask(() => checkKey(aws, keyId, name))
  };
}
async function checkKey(aws, keyId, name) {
  try {
    await checkSecretKey(aws, keyId);
  } catch (error) {
    if (!(error instanceof AwsError) || ["throttled", "unreachable", "timeout", "credentials-missing"].includes(error.code)) throw error;
    throw new RotationError({
      code: "kms-denied",
      message: `${name}: no value can be written under the key ${keyId}: ${error.message}`,
      hint: `${keyPolicy(keyId)}
A statement that allows this only through Secrets Manager (kms:ViaService) refuses the dry run; add one for kms:GenerateDataKey without it.`,
      cause: error
    });
  }
}
function isAwsKey(keyId) {
  return keyId.endsWith("alias/aws/secretsmanager");
}
function arnPattern(region2, accountId, name) {
  const partition = region2.startsWith("cn-") ? "aws-cn" : region2.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return `arn:${partition}:secretsmanager:${region2}:${accountId}:secret:${name}-??????`;
}

// actions/rotate-secret/src/aws-targets.ts
async function openAws(inputs, context) {
  const jobRegion = inputs.region ?? inputs.secrets.flatMap(({ targets }) => targets).find(({ region: region2 }) => region2)?.region ?? "";
  const opened = [];
  const open = (region2, credentials) => {
    const aws = awsContextOf(context, region2, "slipway/rotate-secret", credentials ? { credentials } : {});
    opened.push(aws);
    return aws;
  };
  const job = open(jobRegion);
  const caller = await getCallerIdentity(job).catch((error) => {
    closeContext(job);
    throw explainAws(error, { what: "cannot tell who the job is in AWS" });
  });
  context.log.info(`Working as ${caller.arn}`);
  const assumed = remember((role) => renewing(() => assume(role, job, context), context));
  const contexts = remember((key2) => {
    const [region2 = "", role = ""] = key2.split(" ");
    return open(region2, role === "" || isCaller(role, caller) ? void 0 : () => assumed(role)());
  });
  return {
    targetOf: ({ secretId, region: region2 = regionOf(secretId) ?? jobRegion, roleToAssume = "" }) => {
      const accountId = accountOf(secretId, roleToAssume) ?? caller.accountId;
      const name = `${accountId}/${region2}/${secretId}`;
      return {
        name,
        store: login(secretStore(contexts(`${region2} ${roleToAssume}`), { name, secretId, accountId }), roleToAssume, caller, (role) => assumed(role)())
      };
    },
    close: () => opened.forEach(closeContext)
  };
}
function login(store2, role, caller, assumed) {
  if (role === "" || isCaller(role, caller)) return store2;
  return {
    ...store2,
    describe: async () => {
      await assumed(role);
      return store2.describe();
    }
  };
}
async function assume(role, job, context) {
  const sessionName = defaultSessionName(context.github);
  try {
    const { credentials } = await assumeRole(job, { roleArn: role, sessionName });
    context.masks.add(credentials.secretAccessKey);
    context.masks.add(credentials.sessionToken);
    context.log.info(`Assumed ${role}`);
    return credentials;
  } catch (error) {
    throw explainAws(error, { what: `cannot assume ${role}`, action: "sts:AssumeRole", resource: role });
  }
}
function isCaller(role, { arn, accountId }) {
  const session = roleOfSession(arn);
  return session !== void 0 && role.split(":")[4] === accountId && role.split("/").at(-1) === session.name;
}
var minimumLifeMs = 5 * 6e4;
function renewing(take, { clock }) {
  let taken;
  return async () => {
    const { expiration } = await taken ?? {};
    if (!taken || expiration && expiration.getTime() - clock.now() < minimumLifeMs) taken = take();
    return taken;
  };
}
function accountOf(secretId, role) {
  return (secretId.startsWith("arn:") ? secretId.split(":")[4] : void 0) ?? (role.split(":")[4] || void 0);
}
function regionOf(secretId) {
  return secretId.startsWith("arn:") ? secretId.split(":")[3] : void 0;
}
function remember(make) {
  const made = /* @__PURE__ */ new Map();
  return (key2) => {
    if (!made.has(key2)) made.set(key2, make(key2));
    return made.get(key2);
  };
}

// actions/rotate-secret/src/config-file.ts
function loadConfig2(workspace, file, region2) {
  const read = readInside(workspace, file);
  if (!read.ok) return { secrets: [], mistakes: [], unreadable: read.why };
  const source = loadSource(read.text, file, rotationSchema);
  const { secrets, mistakes } = readRotation(source.value, source.locate);
  return { secrets, mistakes: shown([...source.mistakes, ...mistakes, ...regionMistakes(secrets, source, region2)]) };
}
function shown(mistakes) {
  const first = /* @__PURE__ */ new Map();
  for (const mistake of mistakes) {
    const place = `${mistake.line}:${mistake.column}:${mistake.code}`;
    if (!first.has(place)) first.set(place, mistake);
  }
  return [...first.values()].sort((a2, b2) => a2.line - b2.line || a2.column - b2.column || (a2.code < b2.code ? -1 : 1)).map((mistake) => ({ text: renderMistake(mistake), file: mistake.file, line: mistake.line, column: mistake.column, reason: "invalid-file" }));
}
function regionMistakes(secrets, { locate }, region2) {
  if (region2 !== void 0) return [];
  return secrets.flatMap(
    ({ targets }, index) => targets.flatMap(
      (target2, place) => target2.region === void 0 && regionOf(target2.secretId) === void 0 ? [
        {
          ...locate(["secrets", index, "targets", place]),
          code: "missing-key",
          message: "region is missing, and the job has no AWS_REGION to fall back to"
        }
      ] : []
    )
  );
}
function readInside(workspace, file) {
  try {
    const real = realpathSync(resolve(workspace, file));
    const inside = relative(realpathSync(workspace), real);
    if (inside.startsWith("..") || isAbsolute(inside)) return { ok: false, why: `${file} leads out of the workspace` };
    return { ok: true, text: readFileSync(real, "utf8") };
  } catch (error) {
    const { code: code2 } = error;
    return { ok: false, why: code2 === "ENOENT" ? `there is no ${file}` : `${file} cannot be read: ${code2 ?? error}` };
  }
}

// actions/rotate-secret/src/inputs.ts
function readInputs(reader, { environment, github }) {
  const command2 = reader.choice("command", ["rotate", "revoke", "rollback", "status", "watch", "lint"], { required: true });
  const configFile = reader.text("config-file", { required: true, example: "config-file: .github/rotation.yml" });
  const names = reader.list("secrets");
  if (names.length === 0 && reader.given("secrets")) reader.fault("secrets", "a name besides comments, or nothing for all");
  if (reader.secret("new-value") !== void 0) reader.fault("new-value", "no value: this input is not available yet (it belongs to the provider supplied)");
  reader.notYet({ issue: "false" });
  const region2 = environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION");
  const rest = {
    command: command2,
    configFile,
    region: region2,
    minDays: reader.integer("min-days", { fallback: 14, max: 3650 }),
    takeover: reader.boolean("takeover", false),
    force: reader.boolean("force", false),
    githubToken: reader.secret("github-token"),
    comment: reader.choice("comment", ["never", "auto", "always"]),
    timeout: reader.duration("timeout", "30m", { min: "10s", max: "6h" })
  };
  const { secrets, mistakes } = readConfig(reader, github.workspace, configFile, command2 === "lint" ? "any" : region2);
  checkNames(reader, names, secrets);
  return { ...rest, mistakes, secrets: secrets.filter(({ name }) => names.length === 0 || names.includes(name)) };
}
function readConfig(reader, workspace, file, region2) {
  if (!file) return { secrets: [], mistakes: [] };
  const { secrets, mistakes, unreadable } = loadConfig2(workspace, file, region2);
  if (unreadable) reader.fault("config-file", `a file in the workspace (${unreadable})`, "config-file: .github/rotation.yml");
  reader.tellBeside(mistakes);
  return { secrets: mistakes.length > 0 ? [] : secrets, mistakes };
}
function checkNames(reader, names, secrets) {
  if (secrets.length === 0) return;
  const known = secrets.map(({ name }) => name);
  for (const name of names.filter((one) => !known.includes(one))) {
    const near = nearest(name, known);
    reader.fault("secrets", near ? `${near}` : `names of the file: ${known.join(", ")}`, void 0, JSON.stringify(name));
  }
}

// actions/rotate-secret/src/report.ts
var reasons = [...rotationCodes, "expiring"];
var ranking = ["mixed", "failed", "degraded", "superseded", "rotated", "resumed", "rolled-back", "revoked", "not-due", "valid"];
function report({ results, expiring: expiring2 }, inputs) {
  const worst = ranking.find((one) => results.some((result) => result.outcome === one)) ?? "valid";
  const failure = failureOf(results, worst, inputs) ?? expiry(expiring2, results, inputs);
  const outcome = failure?.reason === "expiring" ? "expiring" : worst;
  const summary = summaryOf(results, outcome, inputs, failure);
  return {
    outcome,
    subject: subjectOf(inputs),
    result: { command: inputs.command, secrets: results.map((one) => detail(one, inputs)).sort((a2, b2) => a2.secret < b2.secret ? -1 : 1) },
    outputs: { results: rowsOf(results), "soonest-expiry": soonest(results) },
    summary,
    ...failure ? { failure } : {},
    comment: { mode: inputs.comment, key: inputs.configFile, body: summary, token: inputs.githubToken }
  };
}
function reportFailure(failure, inputs) {
  const targets = (inputs?.secrets ?? []).flatMap(({ name, targets: places }) => places.map((place) => ({ name, place })));
  const rows = targets.map(({ name, place }) => ({
    secret: name,
    target: `${place.roleToAssume?.split(":")[4] ?? ""}/${place.region ?? inputs?.region ?? ""}/${place.secretId}`,
    "old-version": null,
    "new-version": null,
    state: "failed"
  }));
  return {
    subject: inputs ? subjectOf(inputs) : {},
    result: { command: inputs?.command ?? null, secrets: [] },
    outputs: { results: rows, "soonest-expiry": "" },
    summary: ["## Secrets: failed", "", ...failureLines(failure)].join("\n")
  };
}
function subjectOf({ configFile, secrets }) {
  return { "config-file": configFile, secrets: secrets.map(({ name }) => name).sort() };
}
function rowsOf(results) {
  return results.flatMap(
    ({ secret: secret2, targets }) => targets.map(({ target: target2, oldVersion, newVersion, state }) => ({ secret: secret2, target: target2, "old-version": oldVersion, "new-version": newVersion, state }))
  );
}
function soonest(results) {
  const dates = results.flatMap(({ dueAt: dueAt2 }) => dueAt2 === void 0 ? [] : [dueAt2]);
  return dates.length === 0 ? "" : new Date(Math.min(...dates)).toISOString();
}
function detail(result, inputs) {
  const failure = result.error === void 0 ? void 0 : failureFor(result, inputs);
  return {
    secret: result.secret,
    outcome: result.outcome,
    failureReason: failure?.reason ?? "",
    dueAt: result.dueAt === void 0 ? null : new Date(result.dueAt).toISOString(),
    targets: rowsOf([result])
  };
}
function failureFor({ secret: secret2, error }, { command: command2 }) {
  return toFailure(error, `${command2} of ${secret2} failed`, reasons);
}
function failureOf(results, outcome, inputs) {
  const failed = results.filter(({ error }) => error !== void 0);
  const worst = failed.find((result) => result.outcome === outcome) ?? failed[0];
  if (!worst) return void 0;
  const failure = failureFor(worst, inputs);
  if (failed.length === 1) return failure;
  return new Failure({
    what: `${failed.length} of ${results.length} secrets failed`,
    reason: failure.reason,
    faults: failed.map((result) => failureFor(result, inputs)).map(({ message, why }) => ({ text: [message, ...why].join(": ") })),
    ...failure.remedy === void 0 ? {} : { remedy: failure.remedy },
    cause: failure.cause
  });
}
function expiry(names, results, { minDays, configFile }) {
  if (names.length === 0) return void 0;
  const due = results.filter(({ secret: secret2 }) => names.includes(secret2));
  return new Failure({
    what: `${names.length === 1 ? `${names[0]} is` : `${names.length} secrets are`} due within ${minDays} days`,
    reason: "expiring",
    faults: due.map(({ secret: secret2, dueAt: dueAt2 = 0 }) => ({ text: `${secret2} is due ${new Date(dueAt2).toISOString()}` })),
    remedy: `Rotate them (command: rotate with config-file: ${configFile}, force: true), or run the rotation more often.`
  });
}
function summaryOf(results, outcome, { command: command2, configFile }, failure) {
  const head = ["Secret", "Target", "Old version", "New version", "State"];
  const rows = results.flatMap(
    ({ secret: secret2, targets }) => targets.map(({ target: target2, oldVersion, newVersion, state }) => [escapeMarkdown(secret2), code(target2), id(oldVersion), id(newVersion), state])
  );
  const due = soonest(results);
  return [
    `## Secrets: ${outcome}`,
    "",
    `${command2} by ${code(configFile)}${due ? `; next due ${due}` : ""}`,
    "",
    rows.length > 0 ? table(head, rows) : "_The file has no mistakes._",
    ...failure ? ["", ...failureLines(failure)] : []
  ].join("\n");
}
function failureLines(failure) {
  return failure.lines().map((line) => `${escapeMarkdown(line, 2e3)}  `);
}
function id(version) {
  return version === null ? "\u2013" : code(version);
}

// actions/rotate-secret/src/rotate.ts
var dayMs = 864e5;
var commands = { rotate: rotateSecret, rollback: rollbackSecret, revoke: revokeSecret, status: readStatus, watch: watchSecret };
async function run(inputs, context) {
  refuseMistakes(inputs);
  if (inputs.command === "lint") return { results: [], expiring: [] };
  const work = commands[inputs.command];
  const aws = await context.timings.phase("login", () => openAws(inputs, context));
  const results = [];
  try {
    for (const secret2 of inputs.secrets) {
      const plan = planOf(secret2, inputs, aws);
      results.push(context.signal.aborted ? untouched(plan, context) : await context.timings.phase(secret2.name, () => work(plan, portsOf(secret2, context))));
    }
  } finally {
    aws.close();
  }
  return { results, expiring: inputs.command === "watch" ? expiring(results, context.clock.now() + inputs.minDays * dayMs) : [] };
}
function refuseMistakes({ mistakes, configFile }) {
  if (mistakes.length === 0) return;
  throw new Failure({
    what: `${configFile} has ${mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`}`,
    reason: "invalid-file",
    faults: mistakes,
    remedy: "Correct the file at the places above and check it with command: lint. Nothing was called."
  });
}
function expiring(results, before) {
  return results.filter(({ dueAt: dueAt2 = Number.POSITIVE_INFINITY }) => dueAt2 < before).map(({ secret: secret2 }) => secret2);
}
function untouched({ name, targets }, { signal }) {
  const rows = targets.map((target2) => ({ target: target2.name, oldVersion: null, newVersion: null, state: "failed" }));
  return { secret: name, outcome: "failed", targets: rows, error: signal.reason };
}
function planOf(secret2, { takeover, force }, aws) {
  const { name, shape, pendingTtl, every } = secret2;
  const targets = secret2.targets.map((target2) => aws.targetOf(target2));
  return { name, provider: providerOf(secret2.provider), shape, pendingTtl, ...every === void 0 ? {} : { every }, targets, takeover, force };
}
function portsOf({ name }, context) {
  return {
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    randomBytes,
    conceal: (secret2) => context.masks.add(secret2),
    log: (line) => context.log.info(`${name}: ${line}`)
  };
}

// actions/rotate-secret/src/main.ts
await runAction({ name: "rotate-secret", readInputs, run, report, reportFailure, reasons });
