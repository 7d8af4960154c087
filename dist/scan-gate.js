const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  parseSource,
  renderMistake
} from "./chunk-QQVRLVFM.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import {
  getCallerIdentity
} from "./chunk-DUIDKB3Q.js";
import {
  batchGetImage,
  batchImageLimit,
  describeImages,
  describeRepository,
  ecrHost,
  getRegistryScanningConfiguration,
  getRepositoryScanning,
  isImmutableTag,
  parseEcrHost,
  putImage,
  readImagePlatform
} from "./chunk-XABO7ILW.js";
import "./chunk-CEY5YT7V.js";
import {
  defaultProvider
} from "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import {
  AwsRestJsonProtocol,
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
import {
  isKnownRegion,
  knownRegions,
  partitionOf
} from "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import {
  AwsError,
  awsContextOf,
  call,
  clientCache,
  closeContext
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  formatDuration,
  runAction,
  toFailure
} from "./chunk-XWKQ645Z.js";
import {
  distance,
  nearest
} from "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  readFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/scan-gate/src/image-reference.ts
var repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
var tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
var digestPattern = /^sha256:[0-9a-f]{64}$/;
var loopbackPattern = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
function isTag(text) {
  return tagPattern.test(text);
}
function parseImageReference(text) {
  const [name = "", digest, ...rest] = text.split("@");
  if (rest.length > 0 || digest !== void 0 && !digestPattern.test(digest)) return { want: "a digest of the form sha256:<64 hex digits> after @" };
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const host = first === "localhost" || /[.:]/.test(first) ? first : void 0;
  const path = host === void 0 ? name : name.slice(slash + 1);
  const colon = path.lastIndexOf(":");
  const tag = colon < 0 ? void 0 : path.slice(colon + 1);
  const repository = colon < 0 ? path : path.slice(0, colon);
  if (!repositoryPattern.test(repository)) return { want: "a repository name of lower-case letters, digits, ., _, - and /" };
  if (tag !== void 0 && !isTag(tag)) return { want: "a tag of at most 128 letters, digits, ., _ and -" };
  if (tag === void 0 && digest === void 0) return { want: "a tag or a digest: there is no default tag here" };
  const registry = host === void 0 ? void 0 : parseEcrHost(host);
  if (host !== void 0 && !loopbackPattern.test(host) && !registry?.accountId) {
    return { want: "a private ECR registry (<account>.dkr.ecr.<region>.amazonaws.com): Amazon Inspector scans no other" };
  }
  return { text, host, registry, repository, tag: digest === void 0 ? tag : void 0, digest };
}

// actions/scan-gate/src/policy-source.ts
import { isAbsolute, relative, resolve } from "node:path";

// packages/gate/src/finding.ts
var severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNTRIAGED"];

// packages/gate/src/glob.ts
function compileGlob(glob) {
  const parts = glob.split("*");
  if (parts.length === 1) return (text) => text === glob;
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  const middle = parts.slice(1, -1).filter((part) => part !== "");
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const part of middle) {
      const at = text.indexOf(part, from);
      if (at < 0 || at + part.length > end) return false;
      from = at + part.length;
    }
    return true;
  };
}
function absolutePath(filePath) {
  return filePath.startsWith("/") ? filePath : `/${filePath}`;
}

// packages/gate/src/policy/policy.ts
var defaultMaxWaiverDays = 90;
var builtInPolicy = {
  rules: [{ severity: ["CRITICAL", "HIGH"], action: "block" }],
  default: "ignore",
  onMissingDetails: "block",
  maxWaiverDays: defaultMaxWaiverDays,
  failOnUnused: false,
  waivers: []
};

// packages/gate/src/policy/fields.ts
var Fields = class _Fields {
  #map;
  #path;
  #mistakes;
  constructor(map, path, mistakes) {
    this.#map = map;
    this.#path = path;
    this.#mistakes = mistakes;
  }
  /** A map with these keys and no others; `undefined` when the value is no map. */
  static of(value, path, mistakes, known, required) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      mistakes.add(path, "wrong-type", `${nameOf(path)} has to be a map, not ${kindOf(value)}`);
      return void 0;
    }
    const map = value;
    for (const key of Object.keys(map)) {
      if (known.includes(key)) continue;
      const near = nearestOf(key, known);
      const way = near ? `did you mean ${near}?` : `known are ${known.join(", ")}`;
      mistakes.add([...path, key], "unknown-key", `${key} is not a key here; ${way}`, "key");
    }
    for (const key of required) {
      if (map[key] === void 0) mistakes.add(path, "missing-key", `${key} is missing`);
    }
    return new _Fields(map, path, mistakes);
  }
  has(key) {
    return this.#map[key] !== void 0;
  }
  wrong(key, message) {
    this.#mistakes.add([...this.#path, key], "wrong-value", message);
    return void 0;
  }
  text(key) {
    const value = this.#map[key];
    if (value === void 0) return void 0;
    if (typeof value !== "string") return this.#type(key, "a text");
    return value.trim() === "" ? this.wrong(key, `${key} is empty`) : value;
  }
  boolean(key) {
    const value = this.#map[key];
    return value === void 0 || typeof value === "boolean" ? value : this.#type(key, "true or false");
  }
  number(key, range) {
    const value = this.#map[key];
    if (value === void 0) return void 0;
    if (typeof value !== "number") return this.#type(key, range.whole ? "a whole number" : "a number");
    const fits = value >= range.min && value <= (range.max ?? Number.MAX_SAFE_INTEGER) && (!range.whole || Number.isInteger(value));
    const to = range.max === void 0 ? `at least ${range.min}` : `from ${range.min} to ${range.max}`;
    return fits ? value : this.wrong(key, `${key} has to be ${range.whole ? "a whole number " : ""}${to}, not ${value}`);
  }
  choice(key, allowed) {
    const value = this.#map[key];
    if (value === void 0) return void 0;
    return this.#oneOf([key], value, allowed);
  }
  choices(key, allowed) {
    const list = this.list(key);
    if (!list) return void 0;
    if (list.length === 0) return this.wrong(key, `${key} is an empty list: it would take nothing`);
    const taken = list.map((item, index) => this.#oneOf([key, index], item, allowed)).filter((item) => item !== void 0);
    return taken.length === 0 ? void 0 : taken;
  }
  /** A text or a list of texts. */
  texts(key) {
    if (!Array.isArray(this.#map[key])) {
      const one = this.text(key);
      return one === void 0 ? void 0 : [one];
    }
    const list = this.list(key) ?? [];
    if (list.length === 0) return this.wrong(key, `${key} is an empty list: it would take nothing`);
    const texts = list.filter((item) => typeof item === "string" && item !== "");
    return texts.length === list.length ? texts : this.#type(key, "a text or a list of texts");
  }
  list(key) {
    const value = this.#map[key];
    return value === void 0 || Array.isArray(value) ? value : this.#type(key, "a list");
  }
  raw(key) {
    return this.#map[key];
  }
  #oneOf(path, value, allowed) {
    const found = allowed.find((word) => word === value);
    if (found !== void 0) return found;
    const near = typeof value === "string" ? nearestOf(value, allowed) : void 0;
    const where = nameOf(path);
    this.#mistakes.add([...this.#path, ...path], "unknown-value", `${where} has to be one of ${allowed.join(", ")}${near ? `; did you mean ${near}?` : ""}`);
    return void 0;
  }
  #type(key, wanted) {
    this.#mistakes.add([...this.#path, key], "wrong-type", `${key} has to be ${wanted}, not ${kindOf(this.#map[key])}`);
    return void 0;
  }
};
function nameOf(path) {
  return String(path.findLast((step) => typeof step === "string") ?? "the policy");
}
function kindOf(value) {
  if (value === null || value === void 0) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : `a ${typeof value}`;
}
function nearestOf(word, candidates) {
  const scored = candidates.map((candidate) => ({ candidate, wrong: distance(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = scored.reduce((a2, b2) => b2.wrong < a2.wrong ? b2 : a2, { candidate: "", wrong: Number.POSITIVE_INFINITY });
  return best.wrong <= Math.max(2, Math.floor(best.candidate.length * 0.4)) ? best.candidate : void 0;
}

// packages/gate/src/policy/mistake.ts
var Mistakes = class {
  #locate;
  #found = /* @__PURE__ */ new Map();
  constructor(locate) {
    this.#locate = locate;
  }
  add(path, code2, message, at = "value") {
    const mistake = { ...this.#locate(path, at), code: code2, message };
    this.#found.set(`${mistake.line}:${mistake.column}:${code2}:${message}`, mistake);
  }
  /** Sorted by line, column, code. */
  all() {
    return [...this.#found.values()].sort((a2, b2) => a2.line - b2.line || a2.column - b2.column || (a2.code < b2.code ? -1 : 1));
  }
};

// packages/gate/src/policy/waivers.ts
var waiverKeys = ["id", "package", "path", "platform", "until", "until-fixed", "reason", "owner"];
var dayMs = 864e5;
function readWaivers(list, mistakes, limits) {
  const seen = /* @__PURE__ */ new Map();
  const waivers = [];
  for (const [index, value] of list.entries()) {
    const path = ["waivers", index];
    const waiver = waiverOf(value, path, mistakes, limits);
    if (!waiver) continue;
    const key = JSON.stringify([waiver.id, waiver.package, waiver.path, waiver.platform]);
    const earlier = seen.get(key);
    if (earlier !== void 0)
      mistakes.add(path, "duplicate-waiver", `${waiver.id} is waived twice with the same scope; waiver ${earlier + 1} says so already`);
    seen.set(key, earlier ?? index);
    waivers.push(waiver);
  }
  return waivers;
}
function waiverOf(value, path, mistakes, limits) {
  const fields = Fields.of(value, path, mistakes, waiverKeys, ["id", "until", "reason"]);
  if (!fields) return void 0;
  const platform = fields.text("platform");
  if (platform !== void 0 && !/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(platform))
    fields.wrong("platform", "platform has to be os/architecture, like linux/arm64");
  const until = fields.text("until");
  if (until !== void 0) checkUntil(until, [...path, "until"], mistakes, limits);
  const scope = { package: fields.text("package"), path: fields.text("path"), platform, owner: fields.text("owner") };
  const waiver = { id: fields.text("id"), until, reason: fields.text("reason"), untilFixed: fields.boolean("until-fixed") ?? false };
  if (waiver.id === void 0 || until === void 0 || waiver.reason === void 0) return void 0;
  const given = Object.fromEntries(Object.entries(scope).filter(([, text]) => text !== void 0));
  return { id: waiver.id, ...given, until, untilFixed: waiver.untilFixed, reason: waiver.reason };
}
function checkUntil(until, path, mistakes, { now, maxWaiverDays }) {
  const day = Date.parse(`${until}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(day) || isoDay(day) !== until) {
    mistakes.add(path, "wrong-date", `until has to be a day that exists, like 2026-12-31, not ${until}`);
    return;
  }
  const last = isoDay(now + maxWaiverDays * dayMs);
  if (until > last)
    mistakes.add(path, "waiver-too-long", `until ${until} is more than max-waiver-days (${maxWaiverDays}) away; the last day allowed today is ${last}`);
}
function isoDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}

// packages/gate/src/policy/read.ts
var actions = ["block", "warn", "ignore"];
var policyKeys = ["version", "rules", "default", "on-missing-details", "max-waiver-days", "fail-on-unused", "waivers"];
var ruleKeys = ["severity", "fix", "kev", "exploit", "epss-min", "score-min", "package", "path", "package-manager", "age-min-days", "action"];
function readPolicy(value, locate, now) {
  const mistakes = new Mistakes(locate);
  const policy = policyOf(value, mistakes, now);
  const found = mistakes.all();
  return policy && found.length === 0 ? { policy, mistakes: [] } : { policy: void 0, mistakes: found };
}
function policyOf(value, mistakes, now) {
  const fields = Fields.of(value, [], mistakes, policyKeys, ["version"]);
  if (!fields) return void 0;
  if (fields.has("version") && fields.raw("version") !== 1) fields.wrong("version", "version has to be 1: this is the only version of the format");
  const maxWaiverDays = fields.number("max-waiver-days", { min: 1, whole: true }) ?? defaultMaxWaiverDays;
  return {
    rules: items(fields, "rules", (item, path) => ruleOf(item, path, mistakes)),
    default: fields.choice("default", actions) ?? "warn",
    onMissingDetails: fields.choice("on-missing-details", ["block", "allow"]) ?? "block",
    maxWaiverDays,
    failOnUnused: fields.boolean("fail-on-unused") ?? false,
    waivers: readWaivers(fields.list("waivers") ?? [], mistakes, { now, maxWaiverDays })
  };
}
function items(fields, key, read) {
  return (fields.list(key) ?? []).map((item, index) => read(item, [key, index])).filter((item) => item !== void 0);
}
function ruleOf(value, path, mistakes) {
  const fields = Fields.of(value, path, mistakes, ruleKeys, ["action"]);
  if (!fields) return void 0;
  const rule = {
    severity: fields.choices("severity", severities),
    fix: fields.choice("fix", ["yes", "partial", "no", "any"]),
    kev: fields.boolean("kev"),
    exploit: fields.boolean("exploit"),
    epssMin: fields.number("epss-min", { min: 0, max: 1 }),
    scoreMin: fields.number("score-min", { min: 0, max: 10 }),
    package: fields.text("package"),
    path: fields.text("path"),
    packageManager: fields.texts("package-manager")?.map((name) => name.toUpperCase()),
    ageMinDays: fields.number("age-min-days", { min: 0, whole: true }),
    action: fields.choice("action", actions) ?? "block"
  };
  return withoutAbsent(rule);
}
function withoutAbsent(value) {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== void 0));
}
function describeWaiver(waiver) {
  const scope = [waiver.package && `in ${waiver.package}`, waiver.path && `at ${waiver.path}`, waiver.platform && `on ${waiver.platform}`];
  return [waiver.id, ...scope.filter(Boolean), `until ${waiver.until}`].join(" ");
}

// packages/gate/src/verdict/fix.ts
function fixStateOf(finding, at) {
  if (at.fixedInVersion !== void 0 && at.fixedInVersion !== "") return at.fixedInVersion === "NotAvailable" ? "NO" : "YES";
  return finding.fixAvailable ?? "NO";
}
function takesFix(wish, state) {
  if (wish === "any") return true;
  if (wish === "no") return state === "NO";
  return state === "YES" || wish === "partial" && state === "PARTIAL";
}

// packages/gate/src/verdict/order.ts
var rank = new Map(severities.map((severity, index) => [severity, index]));
function compareFindings(a2, b2) {
  return (rank.get(a2.severity) ?? 0) - (rank.get(b2.severity) ?? 0) || compareText(a2.id, b2.id) || compareText(a2.package, b2.package) || compareText(a2.path ?? "", b2.path ?? "") || compareText(a2.platform, b2.platform) || compareText(a2.version, b2.version) || compareText(a2.digest, b2.digest);
}
function sortFindings(rows) {
  const groups = Map.groupBy(rows, ({ severity }) => severity);
  return severities.flatMap((severity) => {
    const byId = Map.groupBy(groups.get(severity) ?? [], ({ id }) => id);
    return [...byId.keys()].sort().flatMap((id) => (byId.get(id) ?? []).sort(compareFindings));
  });
}
function compareText(a2, b2) {
  return a2 < b2 ? -1 : a2 > b2 ? 1 : 0;
}

// packages/gate/src/verdict/rules.ts
var weight = { ignore: 0, warn: 1, block: 2 };
var dayMs2 = 864e5;
function compileRules(policy, now) {
  const compiled = policy.rules.map(
    (rule) => ({
      rule,
      severity: rule.severity && new Set(rule.severity),
      package: rule.package === void 0 ? void 0 : compileGlob(rule.package),
      path: rule.path === void 0 ? void 0 : compileGlob(rule.path)
    })
  );
  const first = (finding, at, kev) => {
    const index = compiled.findIndex((candidate) => takes(candidate, finding, at, kev, now));
    const rule = policy.rules[index];
    return rule ? { action: rule.action, rule: index + 1 } : { action: policy.default, rule: "default" };
  };
  const asksKev = policy.rules.some((rule) => rule.kev !== void 0);
  return (finding, at) => {
    if (finding.kev !== void 0 || !asksKev || policy.onMissingDetails === "allow") return first(finding, at, finding.kev ?? false);
    const known = first(finding, at, true);
    const unknown = first(finding, at, false);
    return weight[unknown.action] > weight[known.action] ? unknown : known;
  };
}
function takes(compiled, finding, at, kev, now) {
  return takesFinding(compiled, finding, kev, now) && takesPackage(compiled, finding, at);
}
function takesFinding({ rule, severity }, finding, kev, now) {
  if (severity && !severity.has(finding.severity)) return false;
  if (rule.kev !== void 0 && rule.kev !== kev) return false;
  if (rule.exploit !== void 0 && rule.exploit !== finding.exploitAvailable) return false;
  if (rule.epssMin !== void 0 && !(finding.epss !== void 0 && finding.epss >= rule.epssMin)) return false;
  if (rule.scoreMin !== void 0 && !(finding.score !== void 0 && finding.score >= rule.scoreMin)) return false;
  return rule.ageMinDays === void 0 || now - finding.firstObservedAt >= rule.ageMinDays * dayMs2;
}
function takesPackage({ rule, package: name, path }, finding, at) {
  if (rule.fix !== void 0 && !takesFix(rule.fix, fixStateOf(finding, at))) return false;
  if (rule.packageManager && !rule.packageManager.includes((at.packageManager ?? "").toUpperCase())) return false;
  if (name && !name(at.name)) return false;
  return !path || at.filePath !== void 0 && at.filePath !== "" && path(absolutePath(at.filePath));
}

// packages/gate/src/verdict/waivers.ts
var expiringDays = 7;
var dayMs3 = 864e5;
var WaiverIndex = class {
  #today;
  #soon;
  #entries;
  #byId = /* @__PURE__ */ new Map();
  /** @param now milliseconds since the epoch; the day is UTC's */
  constructor(waivers, now) {
    this.#today = isoDay(now);
    this.#soon = isoDay(now + expiringDays * dayMs3);
    this.#entries = waivers.map((waiver) => ({
      waiver,
      package: waiver.package === void 0 ? void 0 : compileGlob(waiver.package),
      path: waiver.path === void 0 ? void 0 : compileGlob(waiver.path),
      used: false,
      fixed: false
    }));
    for (const entry of this.#entries) {
      if (this.#expired(entry)) continue;
      const list = this.#byId.get(entry.waiver.id);
      if (list) list.push(entry);
      else this.#byId.set(entry.waiver.id, [entry]);
    }
  }
  /** The first waiver of the file that holds for this package; it counts as used. */
  find(finding, at) {
    for (const entry of this.#byId.get(finding.id) ?? []) {
      if (!inScope(entry, finding, at)) continue;
      if (entry.waiver.untilFixed && fixStateOf(finding, at) !== "NO") {
        entry.fixed = true;
        continue;
      }
      entry.used = true;
      return entry.waiver;
    }
    return void 0;
  }
  use() {
    const pick = (test) => this.#entries.filter(test).map(({ waiver }) => waiver);
    return {
      used: pick((entry) => entry.used),
      unused: pick((entry) => !entry.used && !entry.fixed && !this.#expired(entry)),
      expired: pick((entry) => this.#expired(entry)),
      fixed: pick((entry) => entry.fixed && !entry.used),
      expiring: pick((entry) => entry.used && entry.waiver.until <= this.#soon)
    };
  }
  #expired({ waiver }) {
    return waiver.until < this.#today;
  }
};
function inScope({ waiver, package: name, path }, finding, at) {
  if (waiver.platform !== void 0 && waiver.platform !== finding.platform) return false;
  if (name && !name(at.name)) return false;
  return !path || at.filePath !== void 0 && at.filePath !== "" && path(absolutePath(at.filePath));
}

// packages/gate/src/verdict/judge.ts
var namelessPackage = { name: "", version: "" };
function judge(findings, policy, options) {
  const rules = compileRules(policy, options.now);
  const waivers = new WaiverIndex(policy.waivers, options.now);
  const counts = noFindings();
  const blocking = /* @__PURE__ */ new Set();
  const rows = [];
  for (const finding of findings) {
    const suppressed = finding.status === "SUPPRESSED";
    if (suppressed) counts.suppressed += 1;
    if (suppressed && options.onSuppressed === "report") continue;
    const judged2 = judgeFinding(finding, rules, waivers);
    for (const row of judged2) rows.push(row);
    const verdict = gravest(judged2);
    if (verdict === "block") blocking.add(finding.id);
    counts.introduced += 1;
    if (suppressed) continue;
    counts[verdict === "waived" ? "waived" : finding.severity] += 1;
  }
  return {
    verdict: blocking.size > 0 ? "blocked" : "pass",
    counts,
    blocking: [...blocking].sort(),
    findings: sortFindings(rows),
    waivers: waivers.use()
  };
}
function noFindings() {
  const none = Object.fromEntries(severities.map((severity) => [severity, 0]));
  return { ...none, suppressed: 0, waived: 0, introduced: 0, fixed: 0 };
}
function judgeFinding(finding, rules, waivers) {
  const packages = finding.packages.length > 0 ? finding.packages : [namelessPackage];
  return packages.map((at) => {
    const { action, rule } = rules(finding, at);
    const waiver = action === "ignore" ? void 0 : waivers.find(finding, at);
    return {
      id: finding.id,
      severity: finding.severity,
      package: at.name,
      version: at.version,
      fixedIn: !at.fixedInVersion || at.fixedInVersion === "NotAvailable" ? null : at.fixedInVersion,
      path: at.filePath || null,
      platform: finding.platform,
      digest: finding.digest,
      kev: finding.kev ?? null,
      epss: finding.epss ?? null,
      verdict: waiver ? "waived" : action,
      introduced: true,
      rule,
      ...waiver ? { waiver: { until: waiver.until, reason: waiver.reason, ...waiver.owner === void 0 ? {} : { owner: waiver.owner } } } : {},
      ...finding.status === "SUPPRESSED" ? { suppressed: true } : {}
    };
  });
}
function gravest(rows) {
  for (const verdict of ["block", "warn", "waived"]) {
    if (rows.some((row) => row.verdict === verdict)) return verdict;
  }
  return "ignore";
}

// packages/gate/src/verdict/relevance.ts
function relevantSeverities(policy) {
  return severities.filter((severity) => canTake(policy, severity));
}
function canTake(policy, severity) {
  for (const rule of policy.rules) {
    if (rule.severity && !rule.severity.includes(severity)) continue;
    if (rule.action !== "ignore") return true;
    const { severity: _severity, action: _action, fix, ...conditions } = rule;
    const takesAll = Object.keys(conditions).length === 0 && (fix === void 0 || fix === "any");
    if (takesAll) return false;
  }
  return policy.default !== "ignore";
}
function asksForKev(policy) {
  return policy.rules.some((rule) => rule.kev !== void 0);
}

// packages/gate/src/wait/coverage.ts
var final = new Map(
  Object.entries({
    SCAN_FREQUENCY_MANUAL: "scan-off",
    UNSUPPORTED_OS: "unsupported",
    UNSUPPORTED_MEDIA_TYPE: "unsupported",
    IMAGE_SIZE_EXCEEDED: "unsupported",
    NO_RESOURCES_FOUND: "unsupported",
    UNSUPPORTED_CONFIG_FILE: "unsupported",
    SCAN_ELIGIBILITY_EXPIRED: "eligibility-expired",
    IMAGE_ARCHIVED: "archived",
    ACCESS_DENIED: "inspector-denied",
    ACCESS_DENIED_TO_ENCRYPTION_KEY: "inspector-denied",
    RESOURCE_TERMINATED: "terminated",
    PENDING_DISABLE: "terminated",
    EXCLUDED_BY_TAG: "excluded"
  })
);
var underWay = new Map(
  Object.entries({
    PENDING_INITIAL_SCAN: "the first scan is pending",
    SCAN_IN_PROGRESS: "the scan is in progress",
    PENDING_REVIVAL_SCAN: "the scan of the re-activated image is pending",
    INTERNAL_ERROR: "Inspector reports an internal error that resolves by itself"
  })
);
function standingOf(row, pushedAt) {
  if (!row) return { kind: "absent" };
  const reason = final.get(row.reason);
  if (reason) return { kind: "unscannable", reason };
  const why = underWay.get(row.reason);
  if (why) return { kind: "waiting", why };
  const scanned = row.reason === "SUCCESSFUL" && row.statusCode === "ACTIVE" || row.reason === "SCAN_FREQUENCY_SCAN_ON_PUSH";
  if (!scanned) return { kind: "unscannable", reason: "unknown-status" };
  if (row.lastScannedAt === void 0) return { kind: "waiting", why: "Inspector names no time of a scan" };
  if (row.lastScannedAt < pushedAt) return { kind: "waiting", why: "the last scan is older than the push" };
  return { kind: "ready", lastScannedAt: row.lastScannedAt };
}
function worstStanding(rows, pushedAt) {
  const standings = rows.map((row) => standingOf(row, pushedAt));
  const unscannable2 = standings.find((standing) => standing.kind === "unscannable");
  const waiting = standings.find((standing) => standing.kind === "waiting");
  const oldest = standings.filter((standing) => standing.kind === "ready").sort((a2, b2) => a2.lastScannedAt - b2.lastScannedAt)[0];
  return unscannable2 ?? waiting ?? oldest ?? { kind: "absent" };
}

// packages/gate/src/wait/settling.ts
var unsettled = { quietFrom: Number.NEGATIVE_INFINITY, lapsed: false };
function isReadDue(state, now, quiet) {
  return state.ready !== void 0 && (state.reading === void 0 || now >= endOfQuiet(state, state.reading, quiet));
}
function advance(state, look, quiet) {
  if (!look.scans) {
    const lapsed = state.lapsed || state.ready !== void 0;
    return { state: { ...unsettled, lapsed }, next: { kind: "wait", findingsAt: Number.POSITIVE_INFINITY } };
  }
  const seen = see(state, look.scans, look.now, quiet);
  const reading = look.reading ?? seen.reading;
  if (!reading) return { state: seen, next: { kind: "read" } };
  if (seen.ready?.settled) {
    const fresh = look.reading !== void 0;
    return { state: { ...seen, reading }, next: { kind: fresh ? "judge" : "read" } };
  }
  const changed = seen.reading !== void 0 && seen.reading.signature !== reading.signature;
  const next = { ...seen, reading, quietFrom: changed ? Math.max(seen.quietFrom, reading.at) : seen.quietFrom };
  const quietEnds = endOfQuiet(next, reading, quiet);
  const confirmed = seen.reading !== void 0 && look.reading !== void 0 && !changed;
  if (confirmed && reading.at >= quietEnds) return { state: next, next: { kind: "judge" } };
  return { state: next, next: { kind: "wait", findingsAt: quietEnds } };
}
function see(state, scans, now, quiet) {
  if (state.ready?.key === scans.key) return state;
  const first = state.ready === void 0;
  const settled = first && !state.lapsed && now - scans.latest >= quiet.settledAfter;
  const kept = first || !state.reading ? {} : { reading: state.reading };
  return { ...kept, ready: { key: scans.key, since: now, settled }, quietFrom: Math.max(now, scans.latest), lapsed: state.lapsed };
}
function endOfQuiet(state, reading, quiet) {
  if (state.ready?.settled) return Number.NEGATIVE_INFINITY;
  return state.quietFrom + (reading.blocks ? quiet.settle : quiet.settleEmpty);
}

// actions/scan-gate/src/policy-source.ts
function builtIn() {
  return { policy: builtInPolicy, hash: hashOf(builtInPolicy), name: "the built-in policy" };
}
function readPolicyText(text, file, now) {
  const source = parseSource(text, file);
  if (source.mistakes.length > 0) return { loaded: void 0, faults: source.mistakes.map((mistake) => faultOf(mistake)) };
  const { policy, mistakes } = readPolicy(source.value, source.locate, now);
  if (!policy) return { loaded: void 0, faults: mistakes.map((mistake) => faultOf(mistake)) };
  return { loaded: { policy, hash: hashOf(policy), name: file }, faults: [] };
}
function readPolicyFile(path, workspace, now) {
  const file = resolve(workspace, path);
  const inside = relative(workspace, file);
  if (isAbsolute(path) || inside.startsWith("..")) return unreadable(path, "a path inside the workspace");
  try {
    return readPolicyText(readFileSync(file, "utf8"), path, now);
  } catch (error) {
    return unreadable(path, `a file that can be read (${error.code ?? "error"})`);
  }
}
function unreadable(path, want) {
  const text = `policy-file: got ${JSON.stringify(path)}; want ${want}; e.g. .github/scan-policy.yaml (is there a checkout before this step?)`;
  return { loaded: void 0, faults: [{ text, reason: "invalid-file" }] };
}
function faultOf(mistake) {
  const { file, line, column } = mistake;
  const reason = mistake.code === "syntax" || mistake.code === "duplicate-key" ? "invalid-file" : "invalid-policy";
  return { text: renderMistake(mistake), file, line, column, reason };
}
function hashOf(policy) {
  return `sha256:${createHash("sha256").update(JSON.stringify(policy)).digest("hex")}`;
}

// actions/scan-gate/src/inputs.ts
var policyWay = 'a rule of the policy, e.g. policy: "version: 1\\nrules: [{ severity: [CRITICAL, HIGH], action: block }]"';
var refused = {
  repository: "`image: <repository>:<tag>`",
  tag: "`image: <repository>:<tag>`",
  "image-tag": "`image: <repository>:<tag>`",
  "fail-on": policyWay,
  fail_threshold: policyWay,
  "fail-threshold": policyWay,
  severity: policyWay,
  "severity-cutoff": policyWay,
  critical_threshold: policyWay,
  high_threshold: policyWay,
  threshold_fixable_only: "`fix: yes` in a rule of the policy",
  "only-fixed": "`fix: yes` in a rule of the policy",
  "ignore-unfixed": "`fix: yes` in a rule of the policy",
  ignore: "`waivers` of the policy, each with an end and a reason",
  ignore_list: "`waivers` of the policy, each with an end and a reason",
  ignore_findings: "`waivers` of the policy, each with an end and a reason",
  "exit-code": "nothing: only pass ends with exit code 0; use continue-on-error and the output `verdict`",
  delay: "nothing: `settle` and `settle-empty` say how long findings have to stay as they are"
};
function readInputs(reader, context) {
  const mode = readMode(reader);
  const image = readImage(reader, mode);
  const region = readRegion(reader, context, mode, image);
  notYet(reader);
  return {
    mode,
    image,
    region,
    policy: loadPolicy(reader, context, mode),
    timeout: reader.duration("timeout", "15m", { min: "1s", max: "6h" }),
    discoveryTimeout: reader.duration("discovery-timeout", "3m", { max: "6h" }),
    quiet: {
      settle: reader.duration("settle", "15s", { max: "1h" }),
      settleEmpty: reader.duration("settle-empty", "45s", { max: "1h" }),
      settledAfter: reader.duration("settled-after", "10m", { max: "7d" })
    },
    platforms: readPlatforms(reader),
    onUnscannable: reader.choice("on-unscannable", ["fail", "warn"]),
    onSuppressed: reader.choice("on-suppressed", ["report", "block"]),
    promoteTags: readTags(reader),
    comment: { mode: reader.choice("comment", ["auto", "always", "never"]), token: reader.secret("github-token") }
  };
}
function readMode(reader) {
  const mode = reader.choice("mode", ["gate", "rescan", "doctor", "lint"]);
  if (mode === "rescan" || mode === "doctor") reader.fault("mode", `gate or lint: ${mode} is not available yet`, "gate");
  return mode === "lint" ? "lint" : "gate";
}
var imageExample = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/bank/payments@sha256:\u2026";
function readImage(reader, mode) {
  const text = reader.text("image", { example: imageExample });
  if (text === void 0) {
    if (mode === "gate") reader.fault("image", "the image to judge", imageExample);
    return void 0;
  }
  const reference = parseImageReference(text);
  if (!("want" in reference)) return reference;
  reader.fault("image", reference.want, imageExample);
  return void 0;
}
function readRegion(reader, { environment }, mode, image) {
  const given = reader.text("aws-region");
  const region = given ?? environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION") ?? "";
  const needed = mode === "gate" && image !== void 0 && !image.registry;
  if (needed && region === "") reader.fault("aws-region", "the region of the registry", "eu-central-1");
  else if ((needed || given !== void 0) && !isKnownRegion(region))
    reader.fault("aws-region", "a region of AWS", nearest(region, knownRegions()) ?? "eu-central-1", JSON.stringify(region));
  return region;
}
function loadPolicy(reader, { github, clock }, mode) {
  const file = reader.text("policy-file", { example: ".github/scan-policy.yaml" });
  const inline = reader.text("policy");
  if (file !== void 0 && inline !== void 0) reader.fault("policy", "either policy or policy-file, not both", void 0, "both");
  if (file === void 0 && inline === void 0) {
    if (mode === "lint") reader.fault("policy-file", "the policy to lint", ".github/scan-policy.yaml");
    return builtIn();
  }
  const now = clock.now();
  const { loaded, faults } = file === void 0 ? readPolicyText(inline ?? "", "policy", now) : readPolicyFile(file, github.workspace, now);
  reader.faults.push(...faults);
  return loaded ?? builtIn();
}
function readPlatforms(reader) {
  const platforms = reader.list("platforms", { commas: true });
  if (platforms.length === 1 && platforms[0] === "all") return [];
  for (const platform of platforms) {
    if (!/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(platform))
      reader.fault("platforms", "os/architecture[/variant], or all", "linux/amd64", JSON.stringify(platform));
  }
  return [...new Set(platforms)].sort();
}
function readTags(reader) {
  const tags = reader.list("promote-tags");
  for (const tag of tags) {
    if (!isTag(tag)) reader.fault("promote-tags", "tags of at most 128 letters, digits, ., _ and -, one a line", "v1.4.2", JSON.stringify(tag));
  }
  return [...new Set(tags)].sort();
}
function notYet(reader) {
  reader.notYet({
    baseline: "none",
    evidence: "none",
    "evidence-key": void 0,
    "sarif-file": void 0,
    "upload-sarif": "false",
    "completion-queue-url": void 0,
    "registry-endpoint": void 0
  });
}

// actions/scan-gate/src/counts.ts
var lumped = ["LOW", "INFORMATIONAL", "UNTRIAGED"];
function countsOf({ judgement, totals }, inputs) {
  const judged2 = judgement?.counts ?? noFindings();
  const read = new Set(relevantSeverities(inputs.policy.policy));
  const counted = totals ? byName(totals) : {};
  const counts = {};
  for (const severity of severities) {
    const count = read.has(severity) ? judged2[severity] : counted[severity];
    if (count !== void 0) counts[severity] = count;
  }
  if (totals && !lumped.some((severity) => read.has(severity))) counts["OTHER"] = totals.all - totals.critical - totals.high - totals.medium;
  const { suppressed, waived, introduced, fixed } = judged2;
  return { ...counts, suppressed, waived, introduced, fixed };
}
function byName(totals) {
  return { CRITICAL: totals.critical, HIGH: totals.high, MEDIUM: totals.medium };
}

// actions/scan-gate/src/result.ts
function noFacts() {
  return { children: [], findings: [], looks: 0, promoted: [], waitedMs: 0, apiCalls: 0 };
}
var unscannableReasons = /* @__PURE__ */ new Set([
  "inspector-disabled",
  "basic-scanning",
  "scan-off",
  "unsupported",
  "eligibility-expired",
  "archived",
  "inspector-denied",
  "terminated",
  "excluded",
  "never-covered",
  "no-scannable-image",
  "unknown-status"
]);
function verdictOf(reason) {
  if (reason === "findings") return "blocked";
  if (unscannableReasons.has(reason)) return "unscannable";
  return reason === "timeout" || reason === "throttled" ? "timeout" : "error";
}

// actions/scan-gate/src/target.ts
async function locateImage(image, aws) {
  const { repository } = image;
  if (image.registry && image.host) return { ...image.registry, host: image.host, registryId: image.registry.accountId, repository };
  const { accountId, arn } = await getCallerIdentity(aws);
  const partition = partitionOf(aws.region)?.name ?? arn.split(":")[1] ?? "aws";
  return { accountId, region: aws.region, partition, host: image.host ?? ecrHost(accountId, aws.region), registryId: void 0, repository };
}
function imageName({ place, digest }) {
  return `${place.host}/${place.repository}@${digest}`;
}
function imageNotFound(place, reference, why, cause) {
  return new Failure({
    what: `image ${place.host}/${place.repository}${reference.startsWith("sha256:") ? "@" : ":"}${reference} was not found`,
    reason: "image-not-found",
    why,
    remedy: `Check the name, the account (${place.accountId}) and the region (${place.region}):
aws ecr describe-images --registry-id ${place.accountId} --repository-name ${place.repository} --region ${place.region}`,
    cause
  });
}

// node_modules/@aws-sdk/client-inspector2/dist-es/auth/httpAuthSchemeProvider.js
var defaultInspector2HttpAuthSchemeParametersProvider = async (config, context, input) => {
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
      name: "inspector2",
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
var defaultInspector2HttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-inspector2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "inspector2"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-inspector2/package.json
var package_default = {
  name: "@aws-sdk/client-inspector2",
  description: "AWS SDK for JavaScript Inspector2 Client for Node.js, Browser and React Native",
  version: "3.1085.0",
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
    "test:index": "tsc --noEmit ./test/index-types.ts && node ./test/index-objects.spec.mjs"
  },
  main: "./dist-cjs/index.js",
  types: "./dist-types/index.d.ts",
  module: "./dist-es/index.js",
  sideEffects: false,
  dependencies: {
    "@aws-sdk/core": "^3.975.1",
    "@aws-sdk/credential-provider-node": "^3.972.66",
    "@aws-sdk/types": "^3.974.0",
    "@smithy/core": "^3.29.2",
    "@smithy/fetch-http-handler": "^5.6.4",
    "@smithy/node-http-handler": "^4.9.4",
    "@smithy/types": "^4.16.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~5.8.3"
  },
  engines: {
    node: ">=20.0.0"
  },
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  files: [
    "dist-*/**"
  ],
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  license: "Apache-2.0",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-inspector2",
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-inspector2"
  }
};

// node_modules/@aws-sdk/client-inspector2/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://inspector2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://inspector2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://inspector2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://inspector2.{Region}.{PartitionResult#dnsSuffix}", i],
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
  12,
  3,
  1,
  4,
  r + 11,
  2,
  5,
  r + 11,
  3,
  8,
  6,
  4,
  7,
  r + 10,
  5,
  r + 8,
  r + 9,
  4,
  10,
  9,
  6,
  r + 6,
  r + 7,
  5,
  11,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  13,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-inspector2/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-inspector2/dist-es/models/Inspector2ServiceException.js
var Inspector2ServiceException = class _Inspector2ServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _Inspector2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-inspector2/dist-es/models/errors.js
var AccessDeniedException = class _AccessDeniedException extends Inspector2ServiceException {
  name = "AccessDeniedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
  }
};
var InternalServerException = class _InternalServerException extends Inspector2ServiceException {
  name = "InternalServerException";
  $fault = "server";
  $retryable = {};
  retryAfterSeconds;
  constructor(opts) {
    super({
      name: "InternalServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerException.prototype);
    this.retryAfterSeconds = opts.retryAfterSeconds;
  }
};
var ServiceQuotaExceededException = class _ServiceQuotaExceededException extends Inspector2ServiceException {
  name = "ServiceQuotaExceededException";
  $fault = "client";
  resourceId;
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
    this.resourceId = opts.resourceId;
  }
};
var ThrottlingException = class _ThrottlingException extends Inspector2ServiceException {
  name = "ThrottlingException";
  $fault = "client";
  $retryable = {
    throttling: true
  };
  retryAfterSeconds;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.retryAfterSeconds = opts.retryAfterSeconds;
  }
};
var ValidationException = class _ValidationException extends Inspector2ServiceException {
  name = "ValidationException";
  $fault = "client";
  reason;
  fields;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.reason = opts.reason;
    this.fields = opts.fields;
  }
};
var BadRequestException = class _BadRequestException extends Inspector2ServiceException {
  name = "BadRequestException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "BadRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _BadRequestException.prototype);
  }
};
var ConflictException = class _ConflictException extends Inspector2ServiceException {
  name = "ConflictException";
  $fault = "client";
  resourceId;
  resourceType;
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
    this.resourceId = opts.resourceId;
    this.resourceType = opts.resourceType;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends Inspector2ServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
  }
};

// node_modules/@aws-sdk/client-inspector2/dist-es/schemas/schemas_0.js
var _A = "Account";
var _AA = "AccountAggregation";
var _AAR = "AccountAggregationResponse";
var _AARm = "AmiAggregationResponse";
var _AAm = "AmiAggregation";
var _ACCAF = "AwsConfigConnectorArnFilter";
var _ACCAFL = "AwsConfigConnectorArnFilterList";
var _ACR = "AssociateConfigurationRequest";
var _ACRL = "AssociateConfigurationRequestList";
var _AD = "AtigData";
var _ADE = "AccessDeniedException";
var _AE = "AutoEnable";
var _AECA = "AwsEcrContainerAggregation";
var _AECAR = "AwsEcrContainerAggregationResponse";
var _AECID = "AwsEcrContainerImageDetails";
var _AEID = "AwsEc2InstanceDetails";
var _AEMD = "AwsEcsMetadataDetails";
var _AEMDw = "AwsEksMetadataDetails";
var _AEWI = "AwsEksWorkloadInfo";
var _AEWIL = "AwsEksWorkloadInfoList";
var _AIFL = "AccountIdFilterList";
var _AL = "AccountList";
var _ALFD = "AwsLambdaFunctionDetails";
var _AM = "AssociateMember";
var _AMR = "AssociateMemberRequest";
var _AMRs = "AssociateMemberResponse";
var _APDC = "AzureProviderDetailCreate";
var _APDU = "AzureProviderDetailUpdate";
var _AR = "AggregationRequest";
var _ARL = "AggregationResponseList";
var _ARg = "AggregationResponse";
var _AS = "AccountState";
var _ASC = "AzureScopeConfiguration";
var _ASCI = "AzureScopeConfigurationInput";
var _ASL = "AccountStateList";
var _AU = "AuthorizationUrl";
var _BACSSC = "BatchAssociateCodeSecurityScanConfiguration";
var _BACSSCR = "BatchAssociateCodeSecurityScanConfigurationRequest";
var _BACSSCRa = "BatchAssociateCodeSecurityScanConfigurationResponse";
var _BDCSSC = "BatchDisassociateCodeSecurityScanConfiguration";
var _BDCSSCR = "BatchDisassociateCodeSecurityScanConfigurationRequest";
var _BDCSSCRa = "BatchDisassociateCodeSecurityScanConfigurationResponse";
var _BGAS = "BatchGetAccountStatus";
var _BGASR = "BatchGetAccountStatusRequest";
var _BGASRa = "BatchGetAccountStatusResponse";
var _BGCS = "BatchGetCodeSnippet";
var _BGCSR = "BatchGetCodeSnippetRequest";
var _BGCSRa = "BatchGetCodeSnippetResponse";
var _BGFD = "BatchGetFindingDetails";
var _BGFDR = "BatchGetFindingDetailsRequest";
var _BGFDRa = "BatchGetFindingDetailsResponse";
var _BGFTI = "BatchGetFreeTrialInfo";
var _BGFTIR = "BatchGetFreeTrialInfoRequest";
var _BGFTIRa = "BatchGetFreeTrialInfoResponse";
var _BGMEDIS = "BatchGetMemberEc2DeepInspectionStatus";
var _BGMEDISR = "BatchGetMemberEc2DeepInspectionStatusRequest";
var _BGMEDISRa = "BatchGetMemberEc2DeepInspectionStatusResponse";
var _BRE = "BadRequestException";
var _BUMEDIS = "BatchUpdateMemberEc2DeepInspectionStatus";
var _BUMEDISR = "BatchUpdateMemberEc2DeepInspectionStatusRequest";
var _BUMEDISRa = "BatchUpdateMemberEc2DeepInspectionStatusResponse";
var _C = "Connector";
var _CAF = "ConnectorArnFilter";
var _CAFL = "ConnectorArnFilterList";
var _CC = "CreateConnector";
var _CCA = "CisCheckAggregation";
var _CCAL = "CisCheckAggregationList";
var _CCISC = "ConnectorContainerImageScanConfiguration";
var _CCR = "CreateConnectorRequest";
var _CCRr = "CreateConnectorResponse";
var _CCSC = "CreateCisScanConfiguration";
var _CCSCR = "CreateCisScanConfigurationRequest";
var _CCSCRr = "CreateCisScanConfigurationResponse";
var _CCSI = "CreateCodeSecurityIntegration";
var _CCSIR = "CreateCodeSecurityIntegrationRequest";
var _CCSIRr = "CreateCodeSecurityIntegrationResponse";
var _CCSSC = "CreateCodeSecurityScanConfiguration";
var _CCSSCR = "CreateCodeSecurityScanConfigurationRequest";
var _CCSSCRr = "CreateCodeSecurityScanConfigurationResponse";
var _CCT = "CreateCisTargets";
var _CD = "CisaData";
var _CDF = "CisDateFilter";
var _CDFL = "CoverageDateFilterList";
var _CDFo = "CoverageDateFilter";
var _CDL = "ClusterDetailsList";
var _CDl = "ClusterDetails";
var _CE = "ConflictException";
var _CF = "CreateFilter";
var _CFAFL = "CisFindingArnFilterList";
var _CFC = "ConnectorFilterCriteria";
var _CFCo = "CoverageFilterCriteria";
var _CFIFC = "ClusterForImageFilterCriteria";
var _CFP = "CodeFilePath";
var _CFR = "CreateFilterRequest";
var _CFRR = "CancelFindingsReportRequest";
var _CFRRa = "CancelFindingsReportResponse";
var _CFRRr = "CreateFindingsReportRequest";
var _CFRRre = "CreateFindingsReportResponse";
var _CFRa = "CancelFindingsReport";
var _CFRr = "CreateFilterResponse";
var _CFRre = "CreateFindingsReport";
var _CFSF = "CisFindingStatusFilter";
var _CFSFL = "CisFindingStatusFilterList";
var _CGLSMID = "CreateGitLabSelfManagedIntegrationDetail";
var _CH = "ConnectorHealth";
var _CI = "ClusterInformation";
var _CIA = "ContainerImageAggregation";
var _CIAR = "ContainerImageAggregationResponse";
var _CID = "CreateIntegrationDetail";
var _CIFL = "CheckIdFilterList";
var _CIL = "ClusterInformationList";
var _CIM = "ContainerImageMetadata";
var _CISC = "ContinuousIntegrationScanConfiguration";
var _CL = "CodeLine";
var _CLL = "CodeLineList";
var _CLo = "ConnectorList";
var _CLou = "CountsList";
var _CM = "ClusterMetadata";
var _CMF = "CoverageMapFilter";
var _CMFL = "CoverageMapFilterList";
var _CNF = "CisNumberFilter";
var _CNFL = "CisNumberFilterList";
var _CNFLo = "CoverageNumberFilterList";
var _CNFo = "CoverageNumberFilter";
var _CNT = "ConnectorNextToken";
var _CP = "ComputePlatform";
var _CR = "CoveredResource";
var _CRA = "CodeRepositoryAggregation";
var _CRAR = "CodeRepositoryAggregationResponse";
var _CRD = "CodeRepositoryDetails";
var _CRM = "CodeRepositoryMetadata";
var _CRMo = "ContainerRegistryMetadata";
var _CRMon = "ContainerRepositoryMetadata";
var _CRODS = "CodeRepositoryOnDemandScan";
var _CRSF = "CisResultStatusFilter";
var _CRSFL = "CisResultStatusFilterList";
var _CRo = "CoveredResources";
var _CS = "CisScan";
var _CSA = "CvssScoreAdjustment";
var _CSAFL = "CisScanArnFilterList";
var _CSAL = "CvssScoreAdjustmentList";
var _CSBFL = "CisScheduledByFilterList";
var _CSC = "CisScanConfiguration";
var _CSCAFL = "CisScanConfigurationArnFilterList";
var _CSCI = "ConnectorScanConfigurationItem";
var _CSCIL = "ConnectorScanConfigurationItemList";
var _CSCL = "CisScanConfigurationList";
var _CSCo = "ConnectorScanConfiguration";
var _CSD = "CvssScoreDetails";
var _CSDFL = "CisScanDateFilterList";
var _CSE = "CodeSnippetError";
var _CSEL = "CodeSnippetErrorList";
var _CSER = "CancelSbomExportRequest";
var _CSERa = "CancelSbomExportResponse";
var _CSERr = "CreateSbomExportRequest";
var _CSERre = "CreateSbomExportResponse";
var _CSEa = "CancelSbomExport";
var _CSEr = "CreateSbomExport";
var _CSF = "CisStringFilter";
var _CSFL = "CoverageStringFilterList";
var _CSFo = "CoverageStringFilter";
var _CSIS = "CodeSecurityIntegrationSummary";
var _CSL = "CisScanList";
var _CSLF = "CisSecurityLevelFilter";
var _CSLFL = "CisSecurityLevelFilterList";
var _CSLv = "CvssScoreList";
var _CSM = "CisSessionMessage";
var _CSMi = "CisSessionMessages";
var _CSNFL = "CisScanNameFilterList";
var _CSR = "CodeSnippetResult";
var _CSRABCFC = "CisScanResultsAggregatedByChecksFilterCriteria";
var _CSRABTRFC = "CisScanResultsAggregatedByTargetResourceFilterCriteria";
var _CSRD = "CisScanResultDetails";
var _CSRDFC = "CisScanResultDetailsFilterCriteria";
var _CSRDL = "CisScanResultDetailsList";
var _CSRL = "CodeSnippetResultList";
var _CSRo = "CodeSecurityResource";
var _CSSC = "CodeSecurityScanConfiguration";
var _CSSCAS = "CodeSecurityScanConfigurationAssociationSummary";
var _CSSCASo = "CodeSecurityScanConfigurationAssociationSummaries";
var _CSSCS = "CodeSecurityScanConfigurationSummary";
var _CSSCSo = "CodeSecurityScanConfigurationSummaries";
var _CSSF = "CisScanStatusFilter";
var _CSSFL = "CisScanStatusFilterList";
var _CSv = "CvssScore";
var _CT = "CisTargets";
var _CTF = "ConnectorTypeFilter";
var _CTFL = "ConnectorTypeFilterList";
var _CTRA = "CisTargetResourceAggregation";
var _CTRAL = "CisTargetResourceAggregationList";
var _CTSF = "CisTargetStatusFilter";
var _CTSRF = "CisTargetStatusReasonFilter";
var _CVD = "CodeVulnerabilityDetails";
var _Co = "Counts";
var _Cv = "Cvss2";
var _Cvs = "Cvss3";
var _Cvss = "Cvss4";
var _D = "Destination";
var _DA = "DelegatedAdmin";
var _DAA = "DelegatedAdminAccount";
var _DAAL = "DelegatedAdminAccountList";
var _DC = "DeleteConnector";
var _DCR = "DeleteConnectorRequest";
var _DCRL = "DisassociateConfigurationRequestList";
var _DCRe = "DeleteConnectorResponse";
var _DCRi = "DisassociateConfigurationRequest";
var _DCSC = "DeleteCisScanConfiguration";
var _DCSCR = "DeleteCisScanConfigurationRequest";
var _DCSCRe = "DeleteCisScanConfigurationResponse";
var _DCSI = "DeleteCodeSecurityIntegration";
var _DCSIR = "DeleteCodeSecurityIntegrationRequest";
var _DCSIRe = "DeleteCodeSecurityIntegrationResponse";
var _DCSSC = "DeleteCodeSecurityScanConfiguration";
var _DCSSCR = "DeleteCodeSecurityScanConfigurationRequest";
var _DCSSCRe = "DeleteCodeSecurityScanConfigurationResponse";
var _DDAA = "DisableDelegatedAdminAccount";
var _DDAAR = "DisableDelegatedAdminAccountRequest";
var _DDAARi = "DisableDelegatedAdminAccountResponse";
var _DF = "DateFilter";
var _DFL = "DateFilterList";
var _DFR = "DeleteFilterRequest";
var _DFRe = "DeleteFilterResponse";
var _DFe = "DeleteFilter";
var _DM = "DisassociateMember";
var _DMR = "DisassociateMemberRequest";
var _DMRi = "DisassociateMemberResponse";
var _DOC = "DescribeOrganizationConfiguration";
var _DOCR = "DescribeOrganizationConfigurationRequest";
var _DOCRe = "DescribeOrganizationConfigurationResponse";
var _DR = "DisableRequest";
var _DRi = "DisableResponse";
var _DS = "DailySchedule";
var _Di = "Disable";
var _E = "Epss";
var _EC = "Ec2Configuration";
var _ECIM = "EcrContainerImageMetadata";
var _ECS = "Ec2ConfigurationState";
var _ECSc = "EcrConfigurationState";
var _ECc = "EcrConfiguration";
var _ED = "EpssDetails";
var _EDAA = "EnableDelegatedAdminAccount";
var _EDAAR = "EnableDelegatedAdminAccountRequest";
var _EDAARn = "EnableDelegatedAdminAccountResponse";
var _EDx = "ExploitabilityDetails";
var _EIA = "Ec2InstanceAggregation";
var _EIAR = "Ec2InstanceAggregationResponse";
var _EL = "EvidenceList";
var _EM = "Ec2Metadata";
var _EO = "ExploitObserved";
var _ER = "EnableRequest";
var _ERDS = "EcrRescanDurationState";
var _ERM = "EcrRepositoryMetadata";
var _ERn = "EnableResponse";
var _ESMS = "Ec2ScanModeState";
var _En = "Enable";
var _Ev = "Evidence";
var _F = "Filter";
var _FA = "FailedAccount";
var _FAL = "FailedAccountList";
var _FAR = "FailedAssociationResult";
var _FARL = "FailedAssociationResultList";
var _FC = "FilterCriteria";
var _FD = "FindingDetail";
var _FDE = "FindingDetailsError";
var _FDEL = "FindingDetailsErrorList";
var _FDi = "FindingDetails";
var _FL = "FilterList";
var _FLi = "FindingList";
var _FMAEDISS = "FailedMemberAccountEc2DeepInspectionStatusState";
var _FMAEDISSL = "FailedMemberAccountEc2DeepInspectionStatusStateList";
var _FTA = "FindingTypeAggregation";
var _FTAI = "FreeTrialAccountInfo";
var _FTAIL = "FreeTrialAccountInfoList";
var _FTAR = "FindingTypeAggregationResponse";
var _FTI = "FreeTrialInfo";
var _FTIE = "FreeTrialInfoError";
var _FTIEL = "FreeTrialInfoErrorList";
var _FTIL = "FreeTrialInfoList";
var _Fi = "Finding";
var _GC = "GetConfiguration";
var _GCFI = "GetClustersForImage";
var _GCFIR = "GetClustersForImageRequest";
var _GCFIRe = "GetClustersForImageResponse";
var _GCR = "GetConfigurationRequest";
var _GCRe = "GetConfigurationResponse";
var _GCSI = "GetCodeSecurityIntegration";
var _GCSIR = "GetCodeSecurityIntegrationRequest";
var _GCSIRe = "GetCodeSecurityIntegrationResponse";
var _GCSR = "GetCisScanReport";
var _GCSRD = "GetCisScanResultDetails";
var _GCSRDR = "GetCisScanResultDetailsRequest";
var _GCSRDRe = "GetCisScanResultDetailsResponse";
var _GCSRR = "GetCisScanReportRequest";
var _GCSRRe = "GetCisScanReportResponse";
var _GCSS = "GetCodeSecurityScan";
var _GCSSC = "GetCodeSecurityScanConfiguration";
var _GCSSCR = "GetCodeSecurityScanConfigurationRequest";
var _GCSSCRe = "GetCodeSecurityScanConfigurationResponse";
var _GCSSR = "GetCodeSecurityScanRequest";
var _GCSSRe = "GetCodeSecurityScanResponse";
var _GDAA = "GetDelegatedAdminAccount";
var _GDAAR = "GetDelegatedAdminAccountRequest";
var _GDAARe = "GetDelegatedAdminAccountResponse";
var _GEDIC = "GetEc2DeepInspectionConfiguration";
var _GEDICR = "GetEc2DeepInspectionConfigurationRequest";
var _GEDICRe = "GetEc2DeepInspectionConfigurationResponse";
var _GEK = "GetEncryptionKey";
var _GEKR = "GetEncryptionKeyRequest";
var _GEKRe = "GetEncryptionKeyResponse";
var _GFRS = "GetFindingsReportStatus";
var _GFRSR = "GetFindingsReportStatusRequest";
var _GFRSRe = "GetFindingsReportStatusResponse";
var _GHAC = "GitHubAuthCode";
var _GLAC = "GitLabAuthCode";
var _GLAT = "GitLabAccessToken";
var _GM = "GetMember";
var _GMR = "GetMemberRequest";
var _GMRe = "GetMemberResponse";
var _GSE = "GetSbomExport";
var _GSER = "GetSbomExportRequest";
var _GSERe = "GetSbomExportResponse";
var _I = "Image";
var _ILA = "ImageLayerAggregation";
var _ILAR = "ImageLayerAggregationResponse";
var _IS = "IntegrationSummaries";
var _ISD = "InspectorScoreDetails";
var _ISE = "InternalServerException";
var _IU = "InstanceUrl";
var _LAP = "ListAccountPermissions";
var _LAPR = "ListAccountPermissionsRequest";
var _LAPRi = "ListAccountPermissionsResponse";
var _LC = "ListConnectors";
var _LCR = "ListConnectorsRequest";
var _LCRi = "ListConnectorsResponse";
var _LCRis = "ListCoverageRequest";
var _LCRist = "ListCoverageResponse";
var _LCS = "ListCisScans";
var _LCSC = "ListCisScanConfigurations";
var _LCSCFC = "ListCisScanConfigurationsFilterCriteria";
var _LCSCR = "ListCisScanConfigurationsRequest";
var _LCSCRi = "ListCisScanConfigurationsResponse";
var _LCSCRis = "ListConnectorScanConfigurationsRequest";
var _LCSCRist = "ListConnectorScanConfigurationsResponse";
var _LCSCi = "ListConnectorScanConfigurations";
var _LCSFC = "ListCisScansFilterCriteria";
var _LCSI = "ListCodeSecurityIntegrations";
var _LCSIR = "ListCodeSecurityIntegrationsRequest";
var _LCSIRi = "ListCodeSecurityIntegrationsResponse";
var _LCSR = "ListCisScansRequest";
var _LCSRABC = "ListCisScanResultsAggregatedByChecks";
var _LCSRABCR = "ListCisScanResultsAggregatedByChecksRequest";
var _LCSRABCRi = "ListCisScanResultsAggregatedByChecksResponse";
var _LCSRABTR = "ListCisScanResultsAggregatedByTargetResource";
var _LCSRABTRR = "ListCisScanResultsAggregatedByTargetResourceRequest";
var _LCSRABTRRi = "ListCisScanResultsAggregatedByTargetResourceResponse";
var _LCSRi = "ListCisScansResponse";
var _LCSRis = "ListCoverageStatisticsRequest";
var _LCSRist = "ListCoverageStatisticsResponse";
var _LCSSC = "ListCodeSecurityScanConfigurations";
var _LCSSCA = "ListCodeSecurityScanConfigurationAssociations";
var _LCSSCAR = "ListCodeSecurityScanConfigurationAssociationsRequest";
var _LCSSCARi = "ListCodeSecurityScanConfigurationAssociationsResponse";
var _LCSSCR = "ListCodeSecurityScanConfigurationsRequest";
var _LCSSCRi = "ListCodeSecurityScanConfigurationsResponse";
var _LCSi = "ListCoverageStatistics";
var _LCi = "ListCoverage";
var _LDAA = "ListDelegatedAdminAccounts";
var _LDAAR = "ListDelegatedAdminAccountsRequest";
var _LDAARi = "ListDelegatedAdminAccountsResponse";
var _LF = "ListFilters";
var _LFA = "LambdaFunctionAggregation";
var _LFAR = "LambdaFunctionAggregationResponse";
var _LFARi = "ListFindingAggregationsRequest";
var _LFARis = "ListFindingAggregationsResponse";
var _LFAi = "ListFindingAggregations";
var _LFM = "LambdaFunctionMetadata";
var _LFR = "ListFiltersRequest";
var _LFRi = "ListFiltersResponse";
var _LFRis = "ListFindingsRequest";
var _LFRist = "ListFindingsResponse";
var _LFi = "ListFindings";
var _LLA = "LambdaLayerAggregation";
var _LLAR = "LambdaLayerAggregationResponse";
var _LM = "ListMembers";
var _LMR = "ListMembersRequest";
var _LMRi = "ListMembersResponse";
var _LTFR = "ListTagsForResource";
var _LTFRR = "ListTagsForResourceRequest";
var _LTFRRi = "ListTagsForResourceResponse";
var _LUT = "ListUsageTotals";
var _LUTR = "ListUsageTotalsRequest";
var _LUTRi = "ListUsageTotalsResponse";
var _LVC = "LambdaVpcConfig";
var _M = "Member";
var _MAEDIS = "MemberAccountEc2DeepInspectionStatus";
var _MAEDISL = "MemberAccountEc2DeepInspectionStatusList";
var _MAEDISS = "MemberAccountEc2DeepInspectionStatusState";
var _MAEDISSL = "MemberAccountEc2DeepInspectionStatusStateList";
var _MF = "MapFilter";
var _MFL = "MapFilterList";
var _ML = "MemberList";
var _MS = "MonthlySchedule";
var _NF = "NumberFilter";
var _NFL = "NumberFilterList";
var _NP = "NetworkPath";
var _NRD = "NetworkReachabilityDetails";
var _OAIFL = "OneAccountIdFilterList";
var _OTS = "OneTimeSchedule";
var _P = "Permission";
var _PA = "PackageAggregation";
var _PAR = "PackageAggregationResponse";
var _PCISC = "ProjectContinuousIntegrationScanConfiguration";
var _PCISCL = "ProjectContinuousIntegrationScanConfigurationList";
var _PCSSC = "ProjectCodeSecurityScanConfiguration";
var _PDC = "ProviderDetailCreate";
var _PDU = "ProviderDetailUpdate";
var _PF = "PackageFilter";
var _PFL = "PackageFilterList";
var _PFLl = "PlatformFilterList";
var _PFLr = "ProviderFilterList";
var _PFr = "ProviderFilter";
var _PPSC = "ProjectPeriodicScanConfiguration";
var _PPSCL = "ProjectPeriodicScanConfigurationList";
var _PR = "PortRange";
var _PRF = "PortRangeFilter";
var _PRFL = "PortRangeFilterList";
var _PSC = "PeriodicScanConfiguration";
var _PVD = "PackageVulnerabilityDetails";
var _Pe = "Permissions";
var _R = "Recommendation";
var _RA = "Retry-After";
var _RAR = "RepositoryAggregationResponse";
var _RAe = "RepositoryAggregation";
var _RD = "ResourceDetails";
var _REK = "ResetEncryptionKey";
var _REKR = "ResetEncryptionKeyRequest";
var _REKRe = "ResetEncryptionKeyResponse";
var _RFC = "ResourceFilterCriteria";
var _RIFL = "ResourceIdFilterList";
var _RL = "ResourceList";
var _RMF = "ResourceMapFilter";
var _RMFL = "ResourceMapFilterList";
var _RNFE = "ResourceNotFoundException";
var _RS = "ResourceState";
var _RSF = "ResourceStringFilter";
var _RSFL = "ResourceStringFilterList";
var _RSM = "ResourceScanMetadata";
var _RSe = "ResourceStatus";
var _RTFL = "ResourceTagFilterList";
var _Re = "Remediation";
var _Res = "Resource";
var _S = "State";
var _SAR = "SuccessfulAssociationResult";
var _SARL = "SuccessfulAssociationResultList";
var _SC = "ScopeConfiguration";
var _SCI = "ScopeConfigurationInput";
var _SCMP = "StopCisMessageProgress";
var _SCS = "StartCisSession";
var _SCSH = "SendCisSessionHealth";
var _SCSHR = "SendCisSessionHealthRequest";
var _SCSHRe = "SendCisSessionHealthResponse";
var _SCSM = "StartCisSessionMessage";
var _SCSMt = "StopCisSessionMessage";
var _SCSR = "StartCisSessionRequest";
var _SCSRt = "StartCisSessionResponse";
var _SCSRto = "StopCisSessionRequest";
var _SCSRtop = "StopCisSessionResponse";
var _SCSS = "StartCodeSecurityScan";
var _SCSSR = "StartCodeSecurityScanRequest";
var _SCSSRt = "StartCodeSecurityScanResponse";
var _SCST = "SendCisSessionTelemetry";
var _SCSTR = "SendCisSessionTelemetryRequest";
var _SCSTRe = "SendCisSessionTelemetryResponse";
var _SCSt = "StopCisSession";
var _SCe = "SeverityCounts";
var _SCo = "SortCriteria";
var _SCt = "StatusCounts";
var _SF = "ServerlessFunction";
var _SFA = "ServerlessFunctionAggregation";
var _SFAR = "ServerlessFunctionAggregationResponse";
var _SFL = "StringFilterList";
var _SFM = "ServerlessFunctionMetadata";
var _SFt = "StringFilter";
var _SFu = "SuggestedFix";
var _SFug = "SuggestedFixes";
var _SL = "StepList";
var _SQEE = "ServiceQuotaExceededException";
var _SS = "ScanStatus";
var _SSc = "ScopeSettings";
var _SV = "SearchVulnerabilities";
var _SVFC = "SearchVulnerabilitiesFilterCriteria";
var _SVR = "SearchVulnerabilitiesRequest";
var _SVRe = "SearchVulnerabilitiesResponse";
var _Sc = "Schedule";
var _St = "Step";
var _T = "Time";
var _TA = "TitleAggregation";
var _TAR = "TitleAggregationResponse";
var _TE = "ThrottlingException";
var _TF = "TagFilter";
var _TFL = "TitleFilterList";
var _TR = "TagResource";
var _TRR = "TagResourceRequest";
var _TRRa = "TagResourceResponse";
var _TRT = "TargetResourceTags";
var _TSFL = "TargetStatusFilterList";
var _TSRFL = "TargetStatusReasonFilterList";
var _U = "Url";
var _UC = "UpdateConfiguration";
var _UCI = "UpdateConfigurationInheritance";
var _UCR = "UpdateConfigurationRequest";
var _UCRp = "UpdateConfigurationResponse";
var _UCRpd = "UpdateConnectorRequest";
var _UCRpda = "UpdateConnectorResponse";
var _UCSC = "UpdateCisScanConfiguration";
var _UCSCR = "UpdateCisScanConfigurationRequest";
var _UCSCRp = "UpdateCisScanConfigurationResponse";
var _UCSCRpd = "UpdateConnectorScanConfigurationRequest";
var _UCSCRpda = "UpdateConnectorScanConfigurationResponse";
var _UCSCp = "UpdateConnectorScanConfiguration";
var _UCSI = "UpdateCodeSecurityIntegration";
var _UCSIR = "UpdateCodeSecurityIntegrationRequest";
var _UCSIRp = "UpdateCodeSecurityIntegrationResponse";
var _UCSSC = "UpdateCodeSecurityScanConfiguration";
var _UCSSCR = "UpdateCodeSecurityScanConfigurationRequest";
var _UCSSCRp = "UpdateCodeSecurityScanConfigurationResponse";
var _UCT = "UpdateCisTargets";
var _UCp = "UpdateConnector";
var _UEDIC = "UpdateEc2DeepInspectionConfiguration";
var _UEDICR = "UpdateEc2DeepInspectionConfigurationRequest";
var _UEDICRp = "UpdateEc2DeepInspectionConfigurationResponse";
var _UEK = "UpdateEncryptionKey";
var _UEKR = "UpdateEncryptionKeyRequest";
var _UEKRp = "UpdateEncryptionKeyResponse";
var _UF = "UpdateFilter";
var _UFR = "UpdateFilterRequest";
var _UFRp = "UpdateFilterResponse";
var _UGHID = "UpdateGitHubIntegrationDetail";
var _UGLSMID = "UpdateGitLabSelfManagedIntegrationDetail";
var _UID = "UpdateIntegrationDetails";
var _UL = "UsageList";
var _UOC = "UpdateOrganizationConfiguration";
var _UOCR = "UpdateOrganizationConfigurationRequest";
var _UOCRp = "UpdateOrganizationConfigurationResponse";
var _UOEDIC = "UpdateOrgEc2DeepInspectionConfiguration";
var _UOEDICR = "UpdateOrgEc2DeepInspectionConfigurationRequest";
var _UOEDICRp = "UpdateOrgEc2DeepInspectionConfigurationResponse";
var _UR = "UntagResource";
var _URR = "UntagResourceRequest";
var _URRn = "UntagResourceResponse";
var _UT = "UsageTotal";
var _UTL = "UsageTotalList";
var _Us = "Usage";
var _V = "Vm";
var _VE = "ValidationException";
var _VEF = "ValidationExceptionField";
var _VEFa = "ValidationExceptionFields";
var _VIA = "VmInstanceAggregation";
var _VIAR = "VmInstanceAggregationResponse";
var _VIM = "VmInstanceMetadata";
var _VMSS = "VMScannerState";
var _VP = "VulnerablePackage";
var _VPL = "VulnerablePackageList";
var _Vu = "Vulnerability";
var _Vul = "Vulnerabilities";
var _WS = "WeeklySchedule";
var _a = "amis";
var _aA = "activatedAt";
var _aAI = "awsAccountId";
var _aAc = "accountAggregation";
var _aAm = "amiAggregation";
var _aC = "adjustedCvss";
var _aCCA = "awsConfigConnectorArn";
var _aCCAw = "awsConfigConnectorArns";
var _aCR = "associateConfigurationRequests";
var _aCu = "authCode";
var _aD = "atigData";
var _aDI = "activateDeepInspection";
var _aE = "autoEnable";
var _aECA = "awsEcrContainerAggregation";
var _aECI = "awsEcrContainerImage";
var _aEI = "awsEc2Instance";
var _aEMD = "awsEcsMetadataDetails";
var _aEMDw = "awsEksMetadataDetails";
var _aI = "accountId";
var _aIF = "accountIdFilters";
var _aIVMS = "autoInstallVMScanner";
var _aIc = "accountIds";
var _aIf = "affectedInstances";
var _aIff = "affectedImages";
var _aIm = "amiId";
var _aLF = "awsLambdaFunction";
var _aR = "azureRegions";
var _aRg = "aggregationRequest";
var _aT = "accessToken";
var _aTg = "aggregationType";
var _aU = "authorizationUrl";
var _aVMS = "activateVMScanner";
var _ac = "accounts";
var _act = "action";
var _acti = "activated";
var _ad = "adjustments";
var _al = "all";
var _am = "ami";
var _ar = "architectures";
var _arc = "architecture";
var _arch = "arch";
var _arn = "arn";
var _arns = "arns";
var _as = "associations";
var _au = "author";
var _az = "azure";
var _b = "begin";
var _bI = "beginInclusive";
var _bN = "bucketName";
var _bP = "benchmarkProfile";
var _bS = "baseScore";
var _bV = "benchmarkVersion";
var _c = "client";
var _cA = "clusterArn";
var _cAI = "cloudAccountId";
var _cAIl = "cloudAccountIds";
var _cAh = "checkAggregations";
var _cAo = "connectorArn";
var _cAom = "componentArn";
var _cAon = "connectorArns";
var _cAr = "createdAt";
var _cBG = "countsByGroup";
var _cCIT = "cloudContainerImageTags";
var _cCRN = "cloudContainerRepositoryName";
var _cCRNl = "cloudContainerRegistryName";
var _cD = "checkDescription";
var _cDi = "cisaData";
var _cDl = "clusterDetails";
var _cDo = "codeDigest";
var _cI = "checkId";
var _cIA = "cloudImageArchitecture";
var _cIAo = "containerImageAggregation";
var _cID = "cloudImageDigest";
var _cIF = "checkIdFilters";
var _cIIUC = "cloudImageInUseCount";
var _cILIUA = "cloudImageLastInUseAt";
var _cIPA = "cloudImagePushedAt";
var _cIR = "cloudImageRegistry";
var _cIRN = "cloudImageRepositoryName";
var _cIS = "containerImageScanning";
var _cISC = "continuousIntegrationScanConfiguration";
var _cISCo = "continuousIntegrationScanConfigurations";
var _cISSE = "continuousIntegrationScanSupportedEvents";
var _cIT = "cloudImageTags";
var _cIo = "componentId";
var _cIon = "containerImage";
var _cM = "clusterMetadata";
var _cO = "createdOn";
var _cOI = "cloudOrgId";
var _cOIl = "cloudOrgIds";
var _cP = "cloudProvider";
var _cPAI = "cloudProviderAccountId";
var _cPOI = "cloudProviderOrgId";
var _cPR = "cloudProviderRegion";
var _cPl = "cloudPartition";
var _cPlo = "cloudProviders";
var _cPlou = "cloudPartitions";
var _cPo = "computePlatform";
var _cR = "cloudRegion";
var _cRA = "codeRepositoryAggregation";
var _cRD = "cisRuleDetails";
var _cRPN = "codeRepositoryProjectName";
var _cRPT = "codeRepositoryProviderType";
var _cRPTV = "codeRepositoryProviderTypeVisibility";
var _cRl = "cloudRegions";
var _cRo = "codeRepository";
var _cRon = "containerRepository";
var _cRont = "containerRegistry";
var _cRov = "coveredResources";
var _cS = "codeSha256";
var _cSFER = "cloudServerlessFunctionExecutionRole";
var _cSFLMA = "cloudServerlessFunctionLastModifiedAt";
var _cSFN = "cloudServerlessFunctionName";
var _cSFR = "cloudServerlessFunctionRuntime";
var _cSFT = "cloudServerlessFunctionTags";
var _cSR = "codeSnippetResults";
var _cSo = "codeSnippet";
var _cSon = "connectorStatus";
var _cSv = "cvssSource";
var _cT = "connectorType";
var _cTl = "clientToken";
var _cTo = "componentType";
var _cVD = "codeVulnerabilityDetails";
var _cVDN = "codeVulnerabilityDetectorName";
var _cVDT = "codeVulnerabilityDetectorTags";
var _cVFP = "codeVulnerabilityFilePath";
var _cVIR = "cloudVmImageReference";
var _cVIT = "cloudVmInstanceTags";
var _cVNI = "cloudVmNetworkId";
var _cVSI = "cloudVmSubnetIds";
var _cl = "cluster";
var _co = "comparison";
var _cod = "code";
var _con = "content";
var _conf = "configuration";
var _confi = "configurations";
var _cou = "count";
var _cr = "criteria";
var _cri = "critical";
var _cu = "currency";
var _cv = "cvss";
var _cvs = "cvss4";
var _cvss = "cvss3";
var _cvss_ = "cvss2";
var _cw = "cwes";
var _d = "description";
var _dA = "dateAdded";
var _dAA = "delegatedAdminAccounts";
var _dAAI = "delegatedAdminAccountId";
var _dAe = "delegatedAdmin";
var _dCR = "disassociateConfigurationRequests";
var _dD = "dateDue";
var _dG = "detailsGroup";
var _dI = "detectorId";
var _dL = "detailLevel";
var _dN = "detectorName";
var _dP = "detectionPlatforms";
var _dT = "detectorTags";
var _da = "day";
var _dai = "daily";
var _day = "days";
var _de = "details";
var _des = "destination";
var _e = "error";
var _eA = "exploitAvailable";
var _eAAFC = "exploitAvailableActiveFindingsCount";
var _eAC = "exploitAvailableCount";
var _eC = "errorCode";
var _eCc = "ecrConfiguration";
var _eCco = "ec2Configuration";
var _eCr = "errorChecks";
var _eD = "evidenceDetail";
var _eDx = "exploitabilityDetails";
var _eI = "endInclusive";
var _eIA = "ecrImageArchitecture";
var _eIAc = "ec2InstanceAggregation";
var _eIH = "ecrImageHash";
var _eIII = "ec2InstanceImageId";
var _eIIUC = "ecrImageInUseCount";
var _eILIUA = "ecrImageLastInUseAt";
var _eIPA = "ecrImagePushedAt";
var _eIR = "ecrImageRegistry";
var _eIRN = "ecrImageRepositoryName";
var _eISI = "ec2InstanceSubnetId";
var _eIT = "ecrImageTags";
var _eITc = "ec2InstanceTags";
var _eIVI = "ec2InstanceVpcId";
var _eIc = "ecrImage";
var _eL = "endLine";
var _eM = "errorMessage";
var _eMC = "estimatedMonthlyCost";
var _eO = "exploitObserved";
var _eR = "evidenceRule";
var _eRA = "executionRoleArn";
var _eRN = "ecrRepositoryName";
var _eRc = "ecrRepository";
var _eRx = "executionRole";
var _eS = "enablementStatus";
var _eSR = "enablementStatusReason";
var _eSS = "ec2ScanStatus";
var _eSST = "earliestScanStartTime";
var _eSp = "epssScore";
var _ec = "ec2";
var _ecr = "ecr";
var _en = "end";
var _ep = "epss";
var _epo = "epoch";
var _er = "errors";
var _ev = "evidences";
var _f = "fields";
var _fA = "failedAssociations";
var _fAAFC = "fixAvailableActiveFindingsCount";
var _fAC = "fixAvailableCount";
var _fAF = "findingArnFilters";
var _fAI = "failedAccountIds";
var _fAa = "failedAccounts";
var _fAi = "findingArns";
var _fAil = "filterArn";
var _fAin = "findingArn";
var _fAix = "fixAvailable";
var _fC = "failedChecks";
var _fCF = "failedChecksFilters";
var _fCi = "filterCriteria";
var _fD = "findingDetails";
var _fE = "frequencyExpression";
var _fIV = "fixedInVersion";
var _fN = "functionName";
var _fNi = "fileName";
var _fNu = "functionNames";
var _fOA = "firstObservedAt";
var _fP = "filePath";
var _fRF = "failedResourcesFilters";
var _fS = "firstSeen";
var _fSF = "findingStatusFilters";
var _fSi = "findingStatus";
var _fT = "findingType";
var _fTA = "findingTypeAggregation";
var _fTI = "freeTrialInfo";
var _fTu = "functionTags";
var _fa = "failed";
var _fi = "filter";
var _fie = "field";
var _fil = "filters";
var _fin = "findings";
var _fo = "format";
var _fr = "frequency";
var _g = "github";
var _gB = "groupBy";
var _gK = "groupKey";
var _gSM = "gitlabSelfManaged";
var _h = "health";
var _hE = "httpError";
var _hH = "httpHeader";
var _hQ = "httpQuery";
var _hi = "high";
var _ht = "http";
var _i = "integrations";
var _iA = "integrationArn";
var _iC = "informationalChecks";
var _iD = "imageDigests";
var _iDm = "imageDigest";
var _iH = "imageHash";
var _iHn = "inventoryHash";
var _iI = "imageId";
var _iIPA = "iamInstanceProfileArn";
var _iIn = "instanceIds";
var _iIns = "instanceId";
var _iInst = "installationId";
var _iLA = "imageLayerAggregation";
var _iPA = "imagePulledAt";
var _iS = "imageShas";
var _iSD = "inspectorScoreDetails";
var _iSm = "imageSha";
var _iSn = "inspectorScore";
var _iT = "imageTags";
var _iTn = "instanceTags";
var _iU = "instanceUrl";
var _iUC = "inUseCount";
var _iVA = "ipV4Addresses";
var _iVAp = "ipV6Addresses";
var _id = "id";
var _im = "image";
var _it = "items";
var _k = "key";
var _kKA = "kmsKeyArn";
var _kKI = "kmsKeyId";
var _kN = "keyName";
var _kP = "keyPrefix";
var _l = "lambda";
var _lA = "launchedAt";
var _lAa = "layerArns";
var _lAay = "layerArn";
var _lC = "lambdaCode";
var _lCA = "lastCheckedAt";
var _lCI = "lastCommitId";
var _lF = "lambdaFunction";
var _lFA = "lambdaFunctionAggregation";
var _lFERA = "lambdaFunctionExecutionRoleArn";
var _lFL = "lambdaFunctionLayers";
var _lFLMA = "lambdaFunctionLastModifiedAt";
var _lFN = "lambdaFunctionName";
var _lFR = "lambdaFunctionRuntime";
var _lFT = "lambdaFunctionTags";
var _lH = "layerHashes";
var _lHa = "layerHash";
var _lI = "lowerInclusive";
var _lIU = "lastInUse";
var _lIUA = "lastInUseAt";
var _lKEA = "lastKnownExploitAt";
var _lLA = "lambdaLayerAggregation";
var _lMA = "lastModifiedAt";
var _lN = "lineNumber";
var _lOA = "lastObservedAt";
var _lS = "lastSeen";
var _lSA = "lastScanAt";
var _lSAa = "lastScannedAt";
var _lSCI = "lastScannedCommitId";
var _lSST = "latestScanStartTime";
var _lT = "lambdaTags";
var _lUA = "lastUpdatedAt";
var _lUO = "lastUpdateOn";
var _la = "layers";
var _le = "level";
var _m = "message";
var _mALR = "maxAccountLimitReached";
var _mR = "maxResults";
var _me = "metric";
var _med = "medium";
var _mem = "member";
var _memb = "members";
var _mes = "messages";
var _mo = "monthly";
var _n = "namespace";
var _nAC = "notApplicableChecks";
var _nEC = "notEvaluatedChecks";
var _nF = "networkFindings";
var _nI = "networkId";
var _nP = "networkProtocol";
var _nPe = "networkPath";
var _nRD = "networkReachabilityDetails";
var _nT = "nextToken";
var _na = "name";
var _o = "operation";
var _oA = "onlyAssociated";
var _oAI = "ownerAccountId";
var _oDS = "onDemandScan";
var _oI = "ownerId";
var _oPP = "orgPackagePaths";
var _oPR = "openPortRange";
var _oS = "operatingSystems";
var _oSp = "operatingSystem";
var _oT = "oneTime";
var _p = "platform";
var _pA = "pushedAt";
var _pAI = "providerAccountId";
var _pAa = "packageAggregation";
var _pD = "pushDuration";
var _pDRD = "pullDateRescanDuration";
var _pDRM = "pullDateRescanMode";
var _pDr = "providerDetail";
var _pDu = "pullDuration";
var _pF = "platformFilters";
var _pI = "projectId";
var _pM = "packageManager";
var _pN = "projectNames";
var _pNa = "packageNames";
var _pNac = "packageName";
var _pNr = "projectName";
var _pOI = "providerOrgId";
var _pP = "providerPartition";
var _pPa = "packagePaths";
var _pR = "providerRegion";
var _pRo = "portRange";
var _pSC = "periodicScanConfiguration";
var _pSCe = "periodicScanConfigurations";
var _pSF = "periodicScanFrequency";
var _pSS = "projectSelectionScope";
var _pT = "packageType";
var _pTV = "providerTypeVisibility";
var _pTr = "providerTypes";
var _pTro = "providerType";
var _pVD = "packageVulnerabilityDetails";
var _pa = "partition";
var _pas = "passed";
var _pe = "permissions";
var _pr = "product";
var _pro = "provider";
var _prog = "progress";
var _prot = "protocol";
var _r = "reason";
var _rA = "resourceArn";
var _rAS = "retryAfterSeconds";
var _rAe = "repositoryAggregation";
var _rD = "rescanDuration";
var _rDS = "rescanDurationState";
var _rF = "reportFormat";
var _rFC = "resourceFilterCriteria";
var _rI = "resourceId";
var _rIe = "resourceIds";
var _rIep = "reportId";
var _rIu = "ruleId";
var _rM = "resourceMetadata";
var _rN = "repositoryName";
var _rS = "resourceStatus";
var _rSC = "ruleSetCategories";
var _rSe = "resourceState";
var _rSel = "relationshipStatus";
var _rSi = "riskScore";
var _rT = "resourceType";
var _rTe = "resourceTypes";
var _rTes = "resourceTags";
var _rU = "referenceUrls";
var _rUC = "runningUnitCount";
var _rV = "relatedVulnerabilities";
var _re = "resource";
var _rec = "recommendation";
var _reg = "registry";
var _regi = "registries";
var _regio = "region";
var _rel = "release";
var _rem = "remediation";
var _rep = "repositories";
var _repo = "repository";
var _res = "resources";
var _resp = "responses";
var _ru = "runtime";
var _run = "runtimes";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.inspector2";
var _sA = "successfulAssociations";
var _sAF = "scanAtFilters";
var _sAFc = "scanArnFilters";
var _sAc = "scanArn";
var _sB = "sortBy";
var _sBF = "scheduledByFilters";
var _sBc = "scheduledBy";
var _sC = "severityCounts";
var _sCA = "scanConfigurationArn";
var _sCAF = "scanConfigurationArnFilters";
var _sCc = "scopeConfiguration";
var _sCca = "scanConfiguration";
var _sCcan = "scanConfigurations";
var _sCo = "sortCriteria";
var _sCt = "statusCounts";
var _sCta = "statusCode";
var _sCu = "successfulChecks";
var _sD = "scanDate";
var _sDe = "s3Destination";
var _sE = "supportedEvents";
var _sEu = "supportedEvent";
var _sF = "statusFilters";
var _sFA = "serverlessFunctionAggregation";
var _sFN = "serverlessFunctionName";
var _sFc = "scanFrequency";
var _sFe = "serverlessFunction";
var _sFu = "suggestedFixes";
var _sGI = "securityGroupIds";
var _sI = "subnetId";
var _sIc = "scanId";
var _sIt = "startInclusive";
var _sIu = "subnetIds";
var _sJI = "scanJobId";
var _sL = "securityLevel";
var _sLF = "securityLevelFilters";
var _sLH = "sourceLayerHash";
var _sLLA = "sourceLambdaLayerArn";
var _sLt = "startLine";
var _sM = "scanMode";
var _sMS = "scanModeState";
var _sMSc = "scanModeStatus";
var _sMt = "statusMessage";
var _sN = "scanName";
var _sNF = "scanNameFilters";
var _sO = "sortOrder";
var _sR = "statusReason";
var _sRD = "scanResultDetails";
var _sRt = "stateReason";
var _sS = "serverlessScanning";
var _sSC = "scanStatusCode";
var _sSF = "scanStatusFilters";
var _sSR = "scanStatusReason";
var _sSc = "scanStatus";
var _sSco = "scopeSettings";
var _sScor = "scoreSource";
var _sT = "scanType";
var _sTc = "scopeType";
var _sTe = "sessionToken";
var _sTt = "startTime";
var _sU = "sourceUrl";
var _sUC = "stoppedUnitCount";
var _sV = "scoringVector";
var _sVc = "scopeValues";
var _sc = "schedule";
var _sca = "scans";
var _sco = "score";
var _se = "server";
var _ser = "service";
var _sev = "severity";
var _sk = "skipped";
var _so = "source";
var _st = "status";
var _sta = "state";
var _star = "start";
var _ste = "steps";
var _t = "targets";
var _tA = "targetAccounts";
var _tAIF = "targetAccountIdFilters";
var _tAi = "titleAggregation";
var _tC = "totalChecks";
var _tCo = "totalCounts";
var _tDA = "taskDefinitionArn";
var _tF = "titleFilters";
var _tK = "tagKeys";
var _tOD = "timeOfDay";
var _tRA = "targetResourceAggregations";
var _tRI = "targetResourceId";
var _tRIF = "targetResourceIdFilters";
var _tRT = "targetResourceTags";
var _tRTF = "targetResourceTagFilters";
var _tS = "targetStatus";
var _tSF = "targetStatusFilters";
var _tSR = "targetStatusReason";
var _tSRF = "targetStatusReasonFilters";
var _ta = "tags";
var _te = "text";
var _ti = "title";
var _tim = "timezone";
var _tit = "titles";
var _to = "tools";
var _tot = "totals";
var _tota = "total";
var _tt = "ttps";
var _ty = "type";
var _u = "url";
var _uA = "updatedAt";
var _uC = "unknownChecks";
var _uCI = "updateConfigurationInheritance";
var _uI = "upperInclusive";
var _us = "usage";
var _v = "value";
var _vC = "vpcConfig";
var _vCA = "vendorCreatedAt";
var _vI = "vpcId";
var _vIA = "vmInstanceAggregation";
var _vIR = "vmImageReference";
var _vIRm = "vmImageReferences";
var _vIm = "vmInstance";
var _vIu = "vulnerabilityId";
var _vIul = "vulnerabilityIds";
var _vN = "vmName";
var _vP = "vulnerablePackages";
var _vS = "vmScanning";
var _vSS = "vmScannerState";
var _vSe = "vendorSeverity";
var _vSu = "vulnerabilitySource";
var _vUA = "vendorUpdatedAt";
var _ve = "version";
var _ven = "vendor";
var _vm = "vm";
var _vu = "vulnerabilities";
var _w = "weekly";
var _wIL = "workloadInfoList";
var n0 = "com.amazonaws.inspector2";
var _s_registry = TypeRegistry.for(_s);
var Inspector2ServiceException$ = [-3, _s, "Inspector2ServiceException", 0, [], []];
_s_registry.registerError(Inspector2ServiceException$, Inspector2ServiceException);
var n0_registry = TypeRegistry.for(n0);
var AccessDeniedException$ = [
  -3,
  n0,
  _ADE,
  { [_e]: _c, [_hE]: 403 },
  [_m],
  [0],
  1
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var BadRequestException$ = [
  -3,
  n0,
  _BRE,
  { [_e]: _c, [_hE]: 400 },
  [_m],
  [0],
  1
];
n0_registry.registerError(BadRequestException$, BadRequestException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_m, _rI, _rT],
  [0, 0, 0],
  3
];
n0_registry.registerError(ConflictException$, ConflictException);
var InternalServerException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se, [_hE]: 500 },
  [_m, _rAS],
  [0, [1, { [_hH]: _RA }]],
  1
];
n0_registry.registerError(InternalServerException$, InternalServerException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c, [_hE]: 404 },
  [_m],
  [0],
  1
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ServiceQuotaExceededException$ = [
  -3,
  n0,
  _SQEE,
  { [_e]: _c, [_hE]: 402 },
  [_m, _rI],
  [0, 0],
  2
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var ThrottlingException$ = [
  -3,
  n0,
  _TE,
  { [_e]: _c, [_hE]: 429 },
  [_m, _rAS],
  [0, [1, { [_hH]: _RA }]],
  1
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_e]: _c, [_hE]: 400 },
  [_m, _r, _f],
  [0, 0, () => ValidationExceptionFields],
  2
];
n0_registry.registerError(ValidationException$, ValidationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var AuthorizationUrl = [0, n0, _AU, 8, 0];
var ConnectorNextToken = [0, n0, _CNT, 8, 0];
var GitHubAuthCode = [0, n0, _GHAC, 8, 0];
var GitLabAccessToken = [0, n0, _GLAT, 8, 0];
var GitLabAuthCode = [0, n0, _GLAC, 8, 0];
var InstanceUrl = [0, n0, _IU, 8, 0];
var Account$ = [
  3,
  n0,
  _A,
  0,
  [_aI, _st, _rS],
  [0, 0, () => ResourceStatus$],
  3
];
var AccountAggregation$ = [
  3,
  n0,
  _AA,
  0,
  [_fT, _rT, _sO, _sB],
  [0, 0, 0, 0]
];
var AccountAggregationResponse$ = [
  3,
  n0,
  _AAR,
  0,
  [_aI, _sC, _eAC, _fAC],
  [0, () => SeverityCounts$, 1, 1]
];
var AccountState$ = [
  3,
  n0,
  _AS,
  0,
  [_aI, _sta, _rSe],
  [0, () => State$, () => ResourceState$],
  3
];
var AmiAggregation$ = [
  3,
  n0,
  _AAm,
  0,
  [_a, _sO, _sB],
  [() => StringFilterList, 0, 0]
];
var AmiAggregationResponse$ = [
  3,
  n0,
  _AARm,
  0,
  [_am, _aI, _cP, _cPl, _cR, _cOI, _cAI, _sC, _aIf],
  [0, 0, 0, 0, 0, 0, 0, () => SeverityCounts$, 1],
  1
];
var AssociateConfigurationRequest$ = [
  3,
  n0,
  _ACR,
  0,
  [_sCA, _re],
  [0, () => CodeSecurityResource$],
  2
];
var AssociateMemberRequest$ = [
  3,
  n0,
  _AMR,
  0,
  [_aI],
  [0],
  1
];
var AssociateMemberResponse$ = [
  3,
  n0,
  _AMRs,
  0,
  [_aI],
  [0],
  1
];
var AtigData$ = [
  3,
  n0,
  _AD,
  0,
  [_fS, _lS, _t, _tt],
  [4, 4, 64 | 0, 64 | 0]
];
var AutoEnable$ = [
  3,
  n0,
  _AE,
  0,
  [_ec, _ecr, _l, _lC, _cRo],
  [2, 2, 2, 2, 2],
  2
];
var AwsConfigConnectorArnFilter$ = [
  3,
  n0,
  _ACCAF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var AwsEc2InstanceDetails$ = [
  3,
  n0,
  _AEID,
  0,
  [_ty, _iI, _iVA, _iVAp, _kN, _iIPA, _vI, _sI, _lA, _p],
  [0, 0, 64 | 0, 64 | 0, 0, 0, 0, 0, 4, 0]
];
var AwsEcrContainerAggregation$ = [
  3,
  n0,
  _AECA,
  0,
  [_rIe, _iS, _rep, _ar, _iT, _sO, _sB, _lIUA, _iUC],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, 0, 0, () => DateFilterList, () => NumberFilterList]
];
var AwsEcrContainerAggregationResponse$ = [
  3,
  n0,
  _AECAR,
  0,
  [_rI, _iSm, _repo, _arc, _iT, _aI, _sC, _lIUA, _iUC],
  [0, 0, 0, 0, 64 | 0, 0, () => SeverityCounts$, 4, 1],
  1
];
var AwsEcrContainerImageDetails$ = [
  3,
  n0,
  _AECID,
  0,
  [_rN, _iH, _reg, _iT, _pA, _au, _arc, _p, _lIUA, _iUC],
  [0, 0, 0, 64 | 0, 4, 0, 0, 0, 4, 1],
  3
];
var AwsEcsMetadataDetails$ = [
  3,
  n0,
  _AEMD,
  0,
  [_dG, _tDA],
  [0, 0],
  2
];
var AwsEksMetadataDetails$ = [
  3,
  n0,
  _AEMDw,
  0,
  [_n, _wIL],
  [0, () => AwsEksWorkloadInfoList]
];
var AwsEksWorkloadInfo$ = [
  3,
  n0,
  _AEWI,
  0,
  [_na, _ty],
  [0, 0],
  2
];
var AwsLambdaFunctionDetails$ = [
  3,
  n0,
  _ALFD,
  0,
  [_fN, _ru, _cS, _ve, _eRA, _la, _vC, _pT, _ar, _lMA],
  [0, 0, 0, 0, 0, 64 | 0, () => LambdaVpcConfig$, 0, 64 | 0, 4],
  5
];
var AzureProviderDetailCreate$ = [
  3,
  n0,
  _APDC,
  0,
  [_aCCA, _sCc, _aR, _aIVMS],
  [0, () => AzureScopeConfigurationInput$, 64 | 0, 2],
  3
];
var AzureProviderDetailUpdate$ = [
  3,
  n0,
  _APDU,
  0,
  [_aR, _sCc, _aIVMS],
  [64 | 0, () => AzureScopeConfigurationInput$, 2]
];
var AzureScopeConfiguration$ = [
  3,
  n0,
  _ASC,
  0,
  [_vS, _cIS, _sS],
  [() => ScopeConfiguration$, () => ScopeConfiguration$, () => ScopeConfiguration$]
];
var AzureScopeConfigurationInput$ = [
  3,
  n0,
  _ASCI,
  0,
  [_vS, _cIS, _sS],
  [() => ScopeConfigurationInput$, () => ScopeConfigurationInput$, () => ScopeConfigurationInput$]
];
var BatchAssociateCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _BACSSCR,
  0,
  [_aCR],
  [() => AssociateConfigurationRequestList],
  1
];
var BatchAssociateCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _BACSSCRa,
  0,
  [_fA, _sA],
  [() => FailedAssociationResultList, () => SuccessfulAssociationResultList]
];
var BatchDisassociateCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _BDCSSCR,
  0,
  [_dCR],
  [() => DisassociateConfigurationRequestList],
  1
];
var BatchDisassociateCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _BDCSSCRa,
  0,
  [_fA, _sA],
  [() => FailedAssociationResultList, () => SuccessfulAssociationResultList]
];
var BatchGetAccountStatusRequest$ = [
  3,
  n0,
  _BGASR,
  0,
  [_aIc],
  [64 | 0]
];
var BatchGetAccountStatusResponse$ = [
  3,
  n0,
  _BGASRa,
  0,
  [_ac, _fAa],
  [() => AccountStateList, () => FailedAccountList],
  1
];
var BatchGetCodeSnippetRequest$ = [
  3,
  n0,
  _BGCSR,
  0,
  [_fAi],
  [64 | 0],
  1
];
var BatchGetCodeSnippetResponse$ = [
  3,
  n0,
  _BGCSRa,
  0,
  [_cSR, _er],
  [() => CodeSnippetResultList, () => CodeSnippetErrorList]
];
var BatchGetFindingDetailsRequest$ = [
  3,
  n0,
  _BGFDR,
  0,
  [_fAi],
  [64 | 0],
  1
];
var BatchGetFindingDetailsResponse$ = [
  3,
  n0,
  _BGFDRa,
  0,
  [_fD, _er],
  [() => FindingDetails, () => FindingDetailsErrorList]
];
var BatchGetFreeTrialInfoRequest$ = [
  3,
  n0,
  _BGFTIR,
  0,
  [_aIc],
  [64 | 0],
  1
];
var BatchGetFreeTrialInfoResponse$ = [
  3,
  n0,
  _BGFTIRa,
  0,
  [_ac, _fAa],
  [() => FreeTrialAccountInfoList, () => FreeTrialInfoErrorList],
  2
];
var BatchGetMemberEc2DeepInspectionStatusRequest$ = [
  3,
  n0,
  _BGMEDISR,
  0,
  [_aIc],
  [64 | 0]
];
var BatchGetMemberEc2DeepInspectionStatusResponse$ = [
  3,
  n0,
  _BGMEDISRa,
  0,
  [_aIc, _fAI],
  [() => MemberAccountEc2DeepInspectionStatusStateList, () => FailedMemberAccountEc2DeepInspectionStatusStateList]
];
var BatchUpdateMemberEc2DeepInspectionStatusRequest$ = [
  3,
  n0,
  _BUMEDISR,
  0,
  [_aIc],
  [() => MemberAccountEc2DeepInspectionStatusList],
  1
];
var BatchUpdateMemberEc2DeepInspectionStatusResponse$ = [
  3,
  n0,
  _BUMEDISRa,
  0,
  [_aIc, _fAI],
  [() => MemberAccountEc2DeepInspectionStatusStateList, () => FailedMemberAccountEc2DeepInspectionStatusStateList]
];
var CancelFindingsReportRequest$ = [
  3,
  n0,
  _CFRR,
  0,
  [_rIep],
  [0],
  1
];
var CancelFindingsReportResponse$ = [
  3,
  n0,
  _CFRRa,
  0,
  [_rIep],
  [0],
  1
];
var CancelSbomExportRequest$ = [
  3,
  n0,
  _CSER,
  0,
  [_rIep],
  [0],
  1
];
var CancelSbomExportResponse$ = [
  3,
  n0,
  _CSERa,
  0,
  [_rIep],
  [0]
];
var CisaData$ = [
  3,
  n0,
  _CD,
  0,
  [_dA, _dD, _act],
  [4, 4, 0]
];
var CisCheckAggregation$ = [
  3,
  n0,
  _CCA,
  0,
  [_sAc, _cI, _ti, _cD, _le, _aI, _sCt, _p],
  [0, 0, 0, 0, 0, 0, () => StatusCounts$, 0],
  1
];
var CisDateFilter$ = [
  3,
  n0,
  _CDF,
  0,
  [_eSST, _lSST],
  [4, 4]
];
var CisFindingStatusFilter$ = [
  3,
  n0,
  _CFSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisNumberFilter$ = [
  3,
  n0,
  _CNF,
  0,
  [_uI, _lI],
  [1, 1]
];
var CisResultStatusFilter$ = [
  3,
  n0,
  _CRSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisScan$ = [
  3,
  n0,
  _CS,
  0,
  [_sAc, _sCA, _st, _sN, _sD, _fC, _tC, _t, _sBc, _sL],
  [0, 0, 0, 0, 4, 1, 1, () => CisTargets$, 0, 0],
  2
];
var CisScanConfiguration$ = [
  3,
  n0,
  _CSC,
  0,
  [_sCA, _oI, _sN, _sL, _sc, _t, _ta],
  [0, 0, 0, 0, () => Schedule$, () => CisTargets$, 128 | 0],
  1
];
var CisScanResultDetails$ = [
  3,
  n0,
  _CSRD,
  0,
  [_sAc, _aI, _tRI, _p, _st, _sR, _cI, _ti, _cD, _rem, _le, _fAin],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  1
];
var CisScanResultDetailsFilterCriteria$ = [
  3,
  n0,
  _CSRDFC,
  0,
  [_fSF, _cIF, _tF, _sLF, _fAF],
  [() => CisFindingStatusFilterList, () => CheckIdFilterList, () => TitleFilterList, () => CisSecurityLevelFilterList, () => CisFindingArnFilterList]
];
var CisScanResultsAggregatedByChecksFilterCriteria$ = [
  3,
  n0,
  _CSRABCFC,
  0,
  [_aIF, _cIF, _tF, _pF, _fRF, _sLF],
  [() => OneAccountIdFilterList, () => CheckIdFilterList, () => TitleFilterList, () => PlatformFilterList, () => CisNumberFilterList, () => CisSecurityLevelFilterList]
];
var CisScanResultsAggregatedByTargetResourceFilterCriteria$ = [
  3,
  n0,
  _CSRABTRFC,
  0,
  [_aIF, _sF, _cIF, _tRIF, _tRTF, _pF, _tSF, _tSRF, _fCF],
  [() => AccountIdFilterList, () => CisResultStatusFilterList, () => CheckIdFilterList, () => ResourceIdFilterList, () => ResourceTagFilterList, () => PlatformFilterList, () => TargetStatusFilterList, () => TargetStatusReasonFilterList, () => CisNumberFilterList]
];
var CisScanStatusFilter$ = [
  3,
  n0,
  _CSSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisSecurityLevelFilter$ = [
  3,
  n0,
  _CSLF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisSessionMessage$ = [
  3,
  n0,
  _CSM,
  0,
  [_rIu, _st, _cRD],
  [0, 0, 21],
  3
];
var CisStringFilter$ = [
  3,
  n0,
  _CSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisTargetResourceAggregation$ = [
  3,
  n0,
  _CTRA,
  0,
  [_sAc, _tRI, _aI, _tRT, _sCt, _p, _tS, _tSR],
  [0, 0, 0, [2, n0, _TRT, 0, 0, 64 | 0], () => StatusCounts$, 0, 0, 0],
  1
];
var CisTargets$ = [
  3,
  n0,
  _CT,
  0,
  [_aIc, _tRT],
  [64 | 0, [2, n0, _TRT, 0, 0, 64 | 0]]
];
var CisTargetStatusFilter$ = [
  3,
  n0,
  _CTSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CisTargetStatusReasonFilter$ = [
  3,
  n0,
  _CTSRF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var ClusterDetails$ = [
  3,
  n0,
  _CDl,
  0,
  [_lIU, _cM, _rUC, _sUC],
  [4, () => ClusterMetadata$, 1, 1],
  2
];
var ClusterForImageFilterCriteria$ = [
  3,
  n0,
  _CFIFC,
  0,
  [_rI],
  [0],
  1
];
var ClusterInformation$ = [
  3,
  n0,
  _CI,
  0,
  [_cA, _cDl],
  [0, () => ClusterDetailsList],
  1
];
var CodeFilePath$ = [
  3,
  n0,
  _CFP,
  0,
  [_fNi, _fP, _sLt, _eL],
  [0, 0, 1, 1],
  4
];
var CodeLine$ = [
  3,
  n0,
  _CL,
  0,
  [_con, _lN],
  [0, 1],
  2
];
var CodeRepositoryAggregation$ = [
  3,
  n0,
  _CRA,
  0,
  [_pN, _pTr, _sO, _sB, _rIe],
  [() => StringFilterList, () => StringFilterList, 0, 0, () => StringFilterList]
];
var CodeRepositoryAggregationResponse$ = [
  3,
  n0,
  _CRAR,
  0,
  [_pN, _pTro, _sC, _eAAFC, _fAAFC, _aI, _rI],
  [0, 0, () => SeverityCounts$, 1, 1, 0, 0],
  1
];
var CodeRepositoryDetails$ = [
  3,
  n0,
  _CRD,
  0,
  [_pNr, _iA, _pTro],
  [0, 0, 0]
];
var CodeRepositoryMetadata$ = [
  3,
  n0,
  _CRM,
  0,
  [_pNr, _pTro, _pTV, _iA, _lSCI, _sCca, _oDS],
  [0, 0, 0, 0, 0, () => ProjectCodeSecurityScanConfiguration$, () => CodeRepositoryOnDemandScan$],
  3
];
var CodeRepositoryOnDemandScan$ = [
  3,
  n0,
  _CRODS,
  0,
  [_lSCI, _lSA, _sSc],
  [0, 4, () => ScanStatus$]
];
var CodeSecurityIntegrationSummary$ = [
  3,
  n0,
  _CSIS,
  0,
  [_iA, _na, _ty, _st, _sR, _cO, _lUO, _ta],
  [0, 0, 0, 0, 0, 4, 4, 128 | 0],
  7
];
var CodeSecurityScanConfiguration$ = [
  3,
  n0,
  _CSSC,
  0,
  [_rSC, _pSC, _cISC],
  [64 | 0, () => PeriodicScanConfiguration$, () => ContinuousIntegrationScanConfiguration$],
  1
];
var CodeSecurityScanConfigurationAssociationSummary$ = [
  3,
  n0,
  _CSSCAS,
  0,
  [_re],
  [() => CodeSecurityResource$]
];
var CodeSecurityScanConfigurationSummary$ = [
  3,
  n0,
  _CSSCS,
  0,
  [_sCA, _na, _oAI, _rSC, _pSF, _fE, _cISSE, _sSco, _ta],
  [0, 0, 0, 64 | 0, 0, 0, 64 | 0, () => ScopeSettings$, 128 | 0],
  4
];
var CodeSnippetError$ = [
  3,
  n0,
  _CSE,
  0,
  [_fAin, _eC, _eM],
  [0, 0, 0],
  3
];
var CodeSnippetResult$ = [
  3,
  n0,
  _CSR,
  0,
  [_fAin, _sLt, _eL, _cSo, _sFu],
  [0, 1, 1, () => CodeLineList, () => SuggestedFixes]
];
var CodeVulnerabilityDetails$ = [
  3,
  n0,
  _CVD,
  0,
  [_fP, _dI, _dN, _cw, _dT, _rU, _rIu, _sLLA],
  [() => CodeFilePath$, 0, 0, 64 | 0, 64 | 0, 64 | 0, 0, 0],
  4
];
var ComputePlatform$ = [
  3,
  n0,
  _CP,
  0,
  [_ven, _pr, _ve],
  [0, 0, 0]
];
var Connector$ = [
  3,
  n0,
  _C,
  0,
  [_cAo, _pro, _cAr, _uA, _na, _d, _eS, _eSR, _h, _aR, _aCCA, _sCc, _ta, _aIVMS],
  [0, 0, 5, 5, 0, 0, 0, 0, () => ConnectorHealth$, 64 | 0, 0, () => AzureScopeConfiguration$, 128 | 0, 2],
  4
];
var ConnectorArnFilter$ = [
  3,
  n0,
  _CAF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var ConnectorContainerImageScanConfiguration$ = [
  3,
  n0,
  _CCISC,
  0,
  [_pD, _pDu],
  [0, 0]
];
var ConnectorFilterCriteria$ = [
  3,
  n0,
  _CFC,
  0,
  [_cAon, _ac, _aCCAw, _cT, _pro],
  [() => ConnectorArnFilterList, () => StringFilterList, () => AwsConfigConnectorArnFilterList, () => ConnectorTypeFilterList, () => ProviderFilterList]
];
var ConnectorHealth$ = [
  3,
  n0,
  _CH,
  0,
  [_cSon, _lCA, _m],
  [0, 5, 0],
  2
];
var ConnectorScanConfiguration$ = [
  3,
  n0,
  _CSCo,
  0,
  [_cIS],
  [() => ConnectorContainerImageScanConfiguration$]
];
var ConnectorScanConfigurationItem$ = [
  3,
  n0,
  _CSCI,
  0,
  [_aCCA, _cAon, _sCca],
  [0, 64 | 0, () => ConnectorScanConfiguration$],
  3
];
var ConnectorTypeFilter$ = [
  3,
  n0,
  _CTF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var ContainerImageAggregation$ = [
  3,
  n0,
  _CIA,
  0,
  [_rIe, _iD, _rep, _regi, _ar, _iT, _cPlo, _cPlou, _cRl, _cOIl, _cAIl, _lIUA, _iUC, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => NumberFilterList, 0, 0]
];
var ContainerImageAggregationResponse$ = [
  3,
  n0,
  _CIAR,
  0,
  [_rI, _cP, _cAI, _cPl, _cR, _cOI, _iDm, _repo, _reg, _arc, _iT, _aI, _sC, _lIUA, _iUC, _eAAFC, _fAAFC],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64 | 0, 0, () => SeverityCounts$, 4, 1, 1, 1],
  1
];
var ContainerImageMetadata$ = [
  3,
  n0,
  _CIM,
  0,
  [_iT, _iPA, _lIUA, _iUC],
  [64 | 0, 4, 4, 1]
];
var ContainerRegistryMetadata$ = [
  3,
  n0,
  _CRMo,
  0,
  [_na],
  [0]
];
var ContainerRepositoryMetadata$ = [
  3,
  n0,
  _CRMon,
  0,
  [_na, _sFc],
  [0, 0]
];
var ContinuousIntegrationScanConfiguration$ = [
  3,
  n0,
  _CISC,
  0,
  [_sE],
  [64 | 0],
  1
];
var Counts$ = [
  3,
  n0,
  _Co,
  0,
  [_cou, _gK],
  [1, 0]
];
var CoverageDateFilter$ = [
  3,
  n0,
  _CDFo,
  0,
  [_sIt, _eI],
  [4, 4]
];
var CoverageFilterCriteria$ = [
  3,
  n0,
  _CFCo,
  0,
  [_sSC, _sSR, _aI, _rI, _rT, _sT, _eRN, _eIT, _eITc, _lFN, _lFT, _lFR, _lSAa, _sM, _iPA, _eILIUA, _eIIUC, _cRPN, _cRPT, _cRPTV, _lSCI, _cP, _cPAI, _cPR, _cVIT, _cCIT, _cCRN, _cCRNl, _cSFN, _cSFR, _cSFT, _cPOI],
  [() => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageMapFilterList, () => CoverageStringFilterList, () => CoverageMapFilterList, () => CoverageStringFilterList, () => CoverageDateFilterList, () => CoverageStringFilterList, () => CoverageDateFilterList, () => CoverageDateFilterList, () => CoverageNumberFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageMapFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageStringFilterList, () => CoverageMapFilterList, () => CoverageStringFilterList]
];
var CoverageMapFilter$ = [
  3,
  n0,
  _CMF,
  0,
  [_co, _k, _v],
  [0, 0, 0],
  2
];
var CoverageNumberFilter$ = [
  3,
  n0,
  _CNFo,
  0,
  [_uI, _lI],
  [1, 1]
];
var CoverageStringFilter$ = [
  3,
  n0,
  _CSFo,
  0,
  [_co, _v],
  [0, 0],
  2
];
var CoveredResource$ = [
  3,
  n0,
  _CR,
  0,
  [_rT, _rI, _aI, _sT, _sSc, _rM, _lSAa, _sM, _pro, _pAI, _pOI, _pR, _pP],
  [0, 0, 0, 0, () => ScanStatus$, () => ResourceScanMetadata$, 4, 0, 0, 0, 0, 0, 0],
  4
];
var CreateCisScanConfigurationRequest$ = [
  3,
  n0,
  _CCSCR,
  0,
  [_sN, _sL, _sc, _t, _ta],
  [0, 0, () => Schedule$, () => CreateCisTargets$, 128 | 0],
  4
];
var CreateCisScanConfigurationResponse$ = [
  3,
  n0,
  _CCSCRr,
  0,
  [_sCA],
  [0]
];
var CreateCisTargets$ = [
  3,
  n0,
  _CCT,
  0,
  [_aIc, _tRT],
  [64 | 0, [2, n0, _TRT, 0, 0, 64 | 0]],
  2
];
var CreateCodeSecurityIntegrationRequest$ = [
  3,
  n0,
  _CCSIR,
  0,
  [_na, _ty, _de, _ta],
  [0, 0, [() => CreateIntegrationDetail$, 0], 128 | 0],
  2
];
var CreateCodeSecurityIntegrationResponse$ = [
  3,
  n0,
  _CCSIRr,
  0,
  [_iA, _st, _aU],
  [0, 0, [() => AuthorizationUrl, 0]],
  2
];
var CreateCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _CCSSCR,
  0,
  [_na, _le, _conf, _sSco, _ta],
  [0, 0, () => CodeSecurityScanConfiguration$, () => ScopeSettings$, 128 | 0],
  3
];
var CreateCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _CCSSCRr,
  0,
  [_sCA],
  [0],
  1
];
var CreateConnectorRequest$ = [
  3,
  n0,
  _CCR,
  0,
  [_na, _pro, _pDr, _cTl, _d, _ta],
  [0, 0, () => ProviderDetailCreate$, [0, 4], 0, 128 | 0],
  3
];
var CreateConnectorResponse$ = [
  3,
  n0,
  _CCRr,
  0,
  [_cAo],
  [0],
  1
];
var CreateFilterRequest$ = [
  3,
  n0,
  _CFR,
  0,
  [_act, _fCi, _na, _d, _ta, _r],
  [0, () => FilterCriteria$, 0, 0, 128 | 0, 0],
  3
];
var CreateFilterResponse$ = [
  3,
  n0,
  _CFRr,
  0,
  [_arn],
  [0],
  1
];
var CreateFindingsReportRequest$ = [
  3,
  n0,
  _CFRRr,
  0,
  [_rF, _sDe, _fCi],
  [0, () => Destination$, () => FilterCriteria$],
  2
];
var CreateFindingsReportResponse$ = [
  3,
  n0,
  _CFRRre,
  0,
  [_rIep],
  [0]
];
var CreateGitLabSelfManagedIntegrationDetail$ = [
  3,
  n0,
  _CGLSMID,
  0,
  [_iU, _aT],
  [[() => InstanceUrl, 0], [() => GitLabAccessToken, 0]],
  2
];
var CreateSbomExportRequest$ = [
  3,
  n0,
  _CSERr,
  0,
  [_rF, _sDe, _rFC],
  [0, () => Destination$, () => ResourceFilterCriteria$],
  2
];
var CreateSbomExportResponse$ = [
  3,
  n0,
  _CSERre,
  0,
  [_rIep],
  [0]
];
var Cvss2$ = [
  3,
  n0,
  _Cv,
  0,
  [_bS, _sV],
  [1, 0]
];
var Cvss3$ = [
  3,
  n0,
  _Cvs,
  0,
  [_bS, _sV],
  [1, 0]
];
var Cvss4$ = [
  3,
  n0,
  _Cvss,
  0,
  [_bS, _sV],
  [1, 0]
];
var CvssScore$ = [
  3,
  n0,
  _CSv,
  0,
  [_bS, _sV, _ve, _so],
  [1, 0, 0, 0],
  4
];
var CvssScoreAdjustment$ = [
  3,
  n0,
  _CSA,
  0,
  [_me, _r],
  [0, 0],
  2
];
var CvssScoreDetails$ = [
  3,
  n0,
  _CSD,
  0,
  [_sScor, _ve, _sco, _sV, _cSv, _ad],
  [0, 0, 1, 0, 0, () => CvssScoreAdjustmentList],
  4
];
var DailySchedule$ = [
  3,
  n0,
  _DS,
  0,
  [_sTt],
  [() => Time$],
  1
];
var DateFilter$ = [
  3,
  n0,
  _DF,
  0,
  [_sIt, _eI],
  [4, 4]
];
var DelegatedAdmin$ = [
  3,
  n0,
  _DA,
  0,
  [_aI, _rSel],
  [0, 0]
];
var DelegatedAdminAccount$ = [
  3,
  n0,
  _DAA,
  0,
  [_aI, _st],
  [0, 0]
];
var DeleteCisScanConfigurationRequest$ = [
  3,
  n0,
  _DCSCR,
  0,
  [_sCA],
  [0],
  1
];
var DeleteCisScanConfigurationResponse$ = [
  3,
  n0,
  _DCSCRe,
  0,
  [_sCA],
  [0],
  1
];
var DeleteCodeSecurityIntegrationRequest$ = [
  3,
  n0,
  _DCSIR,
  0,
  [_iA],
  [0],
  1
];
var DeleteCodeSecurityIntegrationResponse$ = [
  3,
  n0,
  _DCSIRe,
  0,
  [_iA],
  [0]
];
var DeleteCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _DCSSCR,
  0,
  [_sCA],
  [0],
  1
];
var DeleteCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _DCSSCRe,
  0,
  [_sCA],
  [0]
];
var DeleteConnectorRequest$ = [
  3,
  n0,
  _DCR,
  0,
  [_cAo],
  [0],
  1
];
var DeleteConnectorResponse$ = [
  3,
  n0,
  _DCRe,
  0,
  [],
  []
];
var DeleteFilterRequest$ = [
  3,
  n0,
  _DFR,
  0,
  [_arn],
  [0],
  1
];
var DeleteFilterResponse$ = [
  3,
  n0,
  _DFRe,
  0,
  [_arn],
  [0],
  1
];
var DescribeOrganizationConfigurationRequest$ = [
  3,
  n0,
  _DOCR,
  0,
  [],
  []
];
var DescribeOrganizationConfigurationResponse$ = [
  3,
  n0,
  _DOCRe,
  0,
  [_aE, _mALR],
  [() => AutoEnable$, 2]
];
var Destination$ = [
  3,
  n0,
  _D,
  0,
  [_bN, _kKA, _kP],
  [0, 0, 0],
  2
];
var DisableDelegatedAdminAccountRequest$ = [
  3,
  n0,
  _DDAAR,
  0,
  [_dAAI],
  [0],
  1
];
var DisableDelegatedAdminAccountResponse$ = [
  3,
  n0,
  _DDAARi,
  0,
  [_dAAI],
  [0],
  1
];
var DisableRequest$ = [
  3,
  n0,
  _DR,
  0,
  [_aIc, _rTe],
  [64 | 0, 64 | 0]
];
var DisableResponse$ = [
  3,
  n0,
  _DRi,
  0,
  [_ac, _fAa],
  [() => AccountList, () => FailedAccountList],
  1
];
var DisassociateConfigurationRequest$ = [
  3,
  n0,
  _DCRi,
  0,
  [_sCA, _re],
  [0, () => CodeSecurityResource$],
  2
];
var DisassociateMemberRequest$ = [
  3,
  n0,
  _DMR,
  0,
  [_aI],
  [0],
  1
];
var DisassociateMemberResponse$ = [
  3,
  n0,
  _DMRi,
  0,
  [_aI],
  [0],
  1
];
var Ec2Configuration$ = [
  3,
  n0,
  _EC,
  0,
  [_sM, _aVMS],
  [0, 2],
  1
];
var Ec2ConfigurationState$ = [
  3,
  n0,
  _ECS,
  0,
  [_sMS, _vSS],
  [() => Ec2ScanModeState$, () => VMScannerState$]
];
var Ec2InstanceAggregation$ = [
  3,
  n0,
  _EIA,
  0,
  [_a, _oS, _iIn, _iTn, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => MapFilterList, 0, 0]
];
var Ec2InstanceAggregationResponse$ = [
  3,
  n0,
  _EIAR,
  0,
  [_iIns, _am, _oSp, _iTn, _aI, _sC, _nF],
  [0, 0, 0, 128 | 0, 0, () => SeverityCounts$, 1],
  1
];
var Ec2Metadata$ = [
  3,
  n0,
  _EM,
  0,
  [_ta, _aIm, _p],
  [128 | 0, 0, 0]
];
var Ec2ScanModeState$ = [
  3,
  n0,
  _ESMS,
  0,
  [_sM, _sMSc],
  [0, 0]
];
var EcrConfiguration$ = [
  3,
  n0,
  _ECc,
  0,
  [_rD, _pDRD, _pDRM],
  [0, 0, 0],
  1
];
var EcrConfigurationState$ = [
  3,
  n0,
  _ECSc,
  0,
  [_rDS],
  [() => EcrRescanDurationState$]
];
var EcrContainerImageMetadata$ = [
  3,
  n0,
  _ECIM,
  0,
  [_ta, _iPA, _lIUA, _iUC],
  [64 | 0, 4, 4, 1]
];
var EcrRepositoryMetadata$ = [
  3,
  n0,
  _ERM,
  0,
  [_na, _sFc],
  [0, 0]
];
var EcrRescanDurationState$ = [
  3,
  n0,
  _ERDS,
  0,
  [_rD, _st, _uA, _pDRD, _pDRM],
  [0, 0, 4, 0, 0]
];
var EnableDelegatedAdminAccountRequest$ = [
  3,
  n0,
  _EDAAR,
  0,
  [_dAAI, _cTl],
  [0, [0, 4]],
  1
];
var EnableDelegatedAdminAccountResponse$ = [
  3,
  n0,
  _EDAARn,
  0,
  [_dAAI],
  [0],
  1
];
var EnableRequest$ = [
  3,
  n0,
  _ER,
  0,
  [_rTe, _aIc, _cTl],
  [64 | 0, 64 | 0, [0, 4]],
  1
];
var EnableResponse$ = [
  3,
  n0,
  _ERn,
  0,
  [_ac, _fAa],
  [() => AccountList, () => FailedAccountList],
  1
];
var Epss$ = [
  3,
  n0,
  _E,
  0,
  [_sco],
  [1]
];
var EpssDetails$ = [
  3,
  n0,
  _ED,
  0,
  [_sco],
  [1]
];
var Evidence$ = [
  3,
  n0,
  _Ev,
  0,
  [_eR, _eD, _sev],
  [0, 0, 0]
];
var ExploitabilityDetails$ = [
  3,
  n0,
  _EDx,
  0,
  [_lKEA],
  [4]
];
var ExploitObserved$ = [
  3,
  n0,
  _EO,
  0,
  [_lS, _fS],
  [4, 4]
];
var FailedAccount$ = [
  3,
  n0,
  _FA,
  0,
  [_aI, _eC, _eM, _st, _rS],
  [0, 0, 0, 0, () => ResourceStatus$],
  3
];
var FailedAssociationResult$ = [
  3,
  n0,
  _FAR,
  0,
  [_sCA, _re, _sCta, _sMt],
  [0, () => CodeSecurityResource$, 0, 0]
];
var FailedMemberAccountEc2DeepInspectionStatusState$ = [
  3,
  n0,
  _FMAEDISS,
  0,
  [_aI, _eSS, _eM],
  [0, 0, 0],
  1
];
var Filter$ = [
  3,
  n0,
  _F,
  0,
  [_arn, _oI, _na, _cr, _act, _cAr, _uA, _d, _r, _ta],
  [0, 0, 0, () => FilterCriteria$, 0, 4, 4, 0, 0, 128 | 0],
  7
];
var FilterCriteria$ = [
  3,
  n0,
  _FC,
  0,
  [_fAin, _aAI, _fT, _sev, _fOA, _lOA, _uA, _fSi, _ti, _iSn, _rT, _rI, _rTes, _eIII, _eIVI, _eISI, _eIPA, _eIA, _eIR, _eIRN, _eIT, _eIH, _eILIUA, _eIIUC, _pRo, _nP, _cIo, _cTo, _vIu, _vSu, _vSe, _vP, _rV, _fAix, _lFN, _lFL, _lFR, _lFLMA, _lFERA, _eA, _cVDN, _cVDT, _cVFP, _eSp, _cRPN, _cRPT, _cP, _cPR, _cPAI, _cPOI, _cVIR, _cVNI, _cVSI, _cIRN, _cIR, _cID, _cIT, _cIPA, _cIA, _cILIUA, _cIIUC, _cSFN, _cSFR, _cSFLMA, _cSFER],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => DateFilterList, () => DateFilterList, () => StringFilterList, () => StringFilterList, () => NumberFilterList, () => StringFilterList, () => StringFilterList, () => MapFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => NumberFilterList, () => PortRangeFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => PackageFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => NumberFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => StringFilterList, () => DateFilterList, () => NumberFilterList, () => StringFilterList, () => StringFilterList, () => DateFilterList, () => StringFilterList]
];
var Finding$ = [
  3,
  n0,
  _Fi,
  0,
  [_fAin, _aAI, _ty, _d, _rem, _sev, _fOA, _lOA, _st, _res, _ti, _uA, _iSn, _iSD, _nRD, _pVD, _fAix, _eA, _eDx, _cVD, _ep],
  [0, 0, 0, 0, () => Remediation$, 0, 4, 4, 0, () => ResourceList, 0, 4, 1, () => InspectorScoreDetails$, () => NetworkReachabilityDetails$, () => PackageVulnerabilityDetails$, 0, 0, () => ExploitabilityDetails$, () => CodeVulnerabilityDetails$, () => EpssDetails$],
  10
];
var FindingDetail$ = [
  3,
  n0,
  _FD,
  0,
  [_fAin, _cDi, _rSi, _ev, _tt, _to, _eO, _rU, _cw, _eSp],
  [0, () => CisaData$, 1, () => EvidenceList, 64 | 0, 64 | 0, () => ExploitObserved$, 64 | 0, 64 | 0, 1]
];
var FindingDetailsError$ = [
  3,
  n0,
  _FDE,
  0,
  [_fAin, _eC, _eM],
  [0, 0, 0],
  3
];
var FindingTypeAggregation$ = [
  3,
  n0,
  _FTA,
  0,
  [_fT, _rT, _sO, _sB],
  [0, 0, 0, 0]
];
var FindingTypeAggregationResponse$ = [
  3,
  n0,
  _FTAR,
  0,
  [_aI, _sC, _eAC, _fAC, _cP, _cAI, _cOI, _cR, _cPl],
  [0, () => SeverityCounts$, 1, 1, 0, 0, 0, 0, 0]
];
var FreeTrialAccountInfo$ = [
  3,
  n0,
  _FTAI,
  0,
  [_aI, _fTI],
  [0, () => FreeTrialInfoList],
  2
];
var FreeTrialInfo$ = [
  3,
  n0,
  _FTI,
  0,
  [_ty, _star, _en, _st, _cP],
  [0, 4, 4, 0, 0],
  4
];
var FreeTrialInfoError$ = [
  3,
  n0,
  _FTIE,
  0,
  [_aI, _cod, _m],
  [0, 0, 0],
  3
];
var GetCisScanReportRequest$ = [
  3,
  n0,
  _GCSRR,
  0,
  [_sAc, _tA, _rF],
  [0, 64 | 0, 0],
  1
];
var GetCisScanReportResponse$ = [
  3,
  n0,
  _GCSRRe,
  0,
  [_u, _st],
  [0, 0]
];
var GetCisScanResultDetailsRequest$ = [
  3,
  n0,
  _GCSRDR,
  0,
  [_sAc, _tRI, _aI, _fCi, _sB, _sO, _nT, _mR],
  [0, 0, 0, () => CisScanResultDetailsFilterCriteria$, 0, 0, 0, 1],
  3
];
var GetCisScanResultDetailsResponse$ = [
  3,
  n0,
  _GCSRDRe,
  0,
  [_sRD, _nT],
  [() => CisScanResultDetailsList, 0]
];
var GetClustersForImageRequest$ = [
  3,
  n0,
  _GCFIR,
  0,
  [_fi, _mR, _nT],
  [() => ClusterForImageFilterCriteria$, 1, 0],
  1
];
var GetClustersForImageResponse$ = [
  3,
  n0,
  _GCFIRe,
  0,
  [_cl, _nT],
  [() => ClusterInformationList, 0],
  1
];
var GetCodeSecurityIntegrationRequest$ = [
  3,
  n0,
  _GCSIR,
  0,
  [_iA, _ta],
  [0, 128 | 0],
  1
];
var GetCodeSecurityIntegrationResponse$ = [
  3,
  n0,
  _GCSIRe,
  0,
  [_iA, _na, _ty, _st, _sR, _cO, _lUO, _ta, _aU],
  [0, 0, 0, 0, 0, 4, 4, 128 | 0, [() => AuthorizationUrl, 0]],
  7
];
var GetCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _GCSSCR,
  0,
  [_sCA],
  [0],
  1
];
var GetCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _GCSSCRe,
  0,
  [_sCA, _na, _conf, _le, _sSco, _cAr, _lUA, _ta],
  [0, 0, () => CodeSecurityScanConfiguration$, 0, () => ScopeSettings$, 4, 4, 128 | 0]
];
var GetCodeSecurityScanRequest$ = [
  3,
  n0,
  _GCSSR,
  0,
  [_re, _sIc],
  [() => CodeSecurityResource$, 0],
  2
];
var GetCodeSecurityScanResponse$ = [
  3,
  n0,
  _GCSSRe,
  0,
  [_sIc, _re, _aI, _st, _sR, _cAr, _uA, _lCI],
  [0, () => CodeSecurityResource$, 0, 0, 0, 4, 4, 0]
];
var GetConfigurationRequest$ = [
  3,
  n0,
  _GCR,
  0,
  [_aI],
  [0]
];
var GetConfigurationResponse$ = [
  3,
  n0,
  _GCRe,
  0,
  [_eCc, _eCco],
  [() => EcrConfigurationState$, () => Ec2ConfigurationState$]
];
var GetDelegatedAdminAccountRequest$ = [
  3,
  n0,
  _GDAAR,
  0,
  [],
  []
];
var GetDelegatedAdminAccountResponse$ = [
  3,
  n0,
  _GDAARe,
  0,
  [_dAe],
  [() => DelegatedAdmin$]
];
var GetEc2DeepInspectionConfigurationRequest$ = [
  3,
  n0,
  _GEDICR,
  0,
  [],
  []
];
var GetEc2DeepInspectionConfigurationResponse$ = [
  3,
  n0,
  _GEDICRe,
  0,
  [_pPa, _oPP, _st, _eM],
  [64 | 0, 64 | 0, 0, 0]
];
var GetEncryptionKeyRequest$ = [
  3,
  n0,
  _GEKR,
  0,
  [_sT, _rT],
  [[0, { [_hQ]: _sT }], [0, { [_hQ]: _rT }]],
  2
];
var GetEncryptionKeyResponse$ = [
  3,
  n0,
  _GEKRe,
  0,
  [_kKI],
  [0],
  1
];
var GetFindingsReportStatusRequest$ = [
  3,
  n0,
  _GFRSR,
  0,
  [_rIep],
  [0]
];
var GetFindingsReportStatusResponse$ = [
  3,
  n0,
  _GFRSRe,
  0,
  [_rIep, _st, _eC, _eM, _des, _fCi],
  [0, 0, 0, 0, () => Destination$, () => FilterCriteria$]
];
var GetMemberRequest$ = [
  3,
  n0,
  _GMR,
  0,
  [_aI],
  [0],
  1
];
var GetMemberResponse$ = [
  3,
  n0,
  _GMRe,
  0,
  [_mem],
  [() => Member$]
];
var GetSbomExportRequest$ = [
  3,
  n0,
  _GSER,
  0,
  [_rIep],
  [0],
  1
];
var GetSbomExportResponse$ = [
  3,
  n0,
  _GSERe,
  0,
  [_rIep, _fo, _st, _eC, _eM, _sDe, _fCi],
  [0, 0, 0, 0, 0, () => Destination$, () => ResourceFilterCriteria$]
];
var Image$ = [
  3,
  n0,
  _I,
  0,
  [_rN, _reg, _iT, _iDm, _pA, _arc, _au, _iUC, _lIUA, _p],
  [0, 0, 64 | 0, 0, 4, 0, 0, 1, 4, 0]
];
var ImageLayerAggregation$ = [
  3,
  n0,
  _ILA,
  0,
  [_rep, _rIe, _lH, _cPlo, _cAIl, _cOIl, _cRl, _cPlou, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, 0, 0]
];
var ImageLayerAggregationResponse$ = [
  3,
  n0,
  _ILAR,
  0,
  [_repo, _rI, _lHa, _aI, _cP, _cAI, _cOI, _cR, _cPl, _sC],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, () => SeverityCounts$],
  4
];
var InspectorScoreDetails$ = [
  3,
  n0,
  _ISD,
  0,
  [_aC],
  [() => CvssScoreDetails$]
];
var LambdaFunctionAggregation$ = [
  3,
  n0,
  _LFA,
  0,
  [_rIe, _fNu, _run, _fTu, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => MapFilterList, 0, 0]
];
var LambdaFunctionAggregationResponse$ = [
  3,
  n0,
  _LFAR,
  0,
  [_rI, _fN, _ru, _lT, _aI, _sC, _lMA],
  [0, 0, 0, 128 | 0, 0, () => SeverityCounts$, 4],
  1
];
var LambdaFunctionMetadata$ = [
  3,
  n0,
  _LFM,
  0,
  [_fTu, _la, _fN, _ru],
  [128 | 0, 64 | 0, 0, 0]
];
var LambdaLayerAggregation$ = [
  3,
  n0,
  _LLA,
  0,
  [_fNu, _rIe, _lAa, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, 0, 0]
];
var LambdaLayerAggregationResponse$ = [
  3,
  n0,
  _LLAR,
  0,
  [_fN, _rI, _lAay, _aI, _sC],
  [0, 0, 0, 0, () => SeverityCounts$],
  4
];
var LambdaVpcConfig$ = [
  3,
  n0,
  _LVC,
  0,
  [_sIu, _sGI, _vI],
  [64 | 0, 64 | 0, 0]
];
var ListAccountPermissionsRequest$ = [
  3,
  n0,
  _LAPR,
  0,
  [_ser, _mR, _nT],
  [0, 1, 0]
];
var ListAccountPermissionsResponse$ = [
  3,
  n0,
  _LAPRi,
  0,
  [_pe, _nT],
  [() => Permissions, 0],
  1
];
var ListCisScanConfigurationsFilterCriteria$ = [
  3,
  n0,
  _LCSCFC,
  0,
  [_sNF, _tRTF, _sCAF],
  [() => CisScanNameFilterList, () => ResourceTagFilterList, () => CisScanConfigurationArnFilterList]
];
var ListCisScanConfigurationsRequest$ = [
  3,
  n0,
  _LCSCR,
  0,
  [_fCi, _sB, _sO, _nT, _mR],
  [() => ListCisScanConfigurationsFilterCriteria$, 0, 0, 0, 1]
];
var ListCisScanConfigurationsResponse$ = [
  3,
  n0,
  _LCSCRi,
  0,
  [_sCcan, _nT],
  [() => CisScanConfigurationList, 0]
];
var ListCisScanResultsAggregatedByChecksRequest$ = [
  3,
  n0,
  _LCSRABCR,
  0,
  [_sAc, _fCi, _sB, _sO, _nT, _mR],
  [0, () => CisScanResultsAggregatedByChecksFilterCriteria$, 0, 0, 0, 1],
  1
];
var ListCisScanResultsAggregatedByChecksResponse$ = [
  3,
  n0,
  _LCSRABCRi,
  0,
  [_cAh, _nT],
  [() => CisCheckAggregationList, 0]
];
var ListCisScanResultsAggregatedByTargetResourceRequest$ = [
  3,
  n0,
  _LCSRABTRR,
  0,
  [_sAc, _fCi, _sB, _sO, _nT, _mR],
  [0, () => CisScanResultsAggregatedByTargetResourceFilterCriteria$, 0, 0, 0, 1],
  1
];
var ListCisScanResultsAggregatedByTargetResourceResponse$ = [
  3,
  n0,
  _LCSRABTRRi,
  0,
  [_tRA, _nT],
  [() => CisTargetResourceAggregationList, 0]
];
var ListCisScansFilterCriteria$ = [
  3,
  n0,
  _LCSFC,
  0,
  [_sNF, _tRTF, _tRIF, _sSF, _sAF, _sCAF, _sAFc, _sBF, _fCF, _tAIF],
  [() => CisScanNameFilterList, () => ResourceTagFilterList, () => ResourceIdFilterList, () => CisScanStatusFilterList, () => CisScanDateFilterList, () => CisScanConfigurationArnFilterList, () => CisScanArnFilterList, () => CisScheduledByFilterList, () => CisNumberFilterList, () => AccountIdFilterList]
];
var ListCisScansRequest$ = [
  3,
  n0,
  _LCSR,
  0,
  [_fCi, _dL, _sB, _sO, _nT, _mR],
  [() => ListCisScansFilterCriteria$, 0, 0, 0, 0, 1]
];
var ListCisScansResponse$ = [
  3,
  n0,
  _LCSRi,
  0,
  [_sca, _nT],
  [() => CisScanList, 0]
];
var ListCodeSecurityIntegrationsRequest$ = [
  3,
  n0,
  _LCSIR,
  0,
  [_nT, _mR],
  [[0, { [_hQ]: _nT }], [1, { [_hQ]: _mR }]]
];
var ListCodeSecurityIntegrationsResponse$ = [
  3,
  n0,
  _LCSIRi,
  0,
  [_i, _nT],
  [() => IntegrationSummaries, 0]
];
var ListCodeSecurityScanConfigurationAssociationsRequest$ = [
  3,
  n0,
  _LCSSCAR,
  0,
  [_sCA, _nT, _mR],
  [0, [0, { [_hQ]: _nT }], [1, { [_hQ]: _mR }]],
  1
];
var ListCodeSecurityScanConfigurationAssociationsResponse$ = [
  3,
  n0,
  _LCSSCARi,
  0,
  [_as, _nT],
  [() => CodeSecurityScanConfigurationAssociationSummaries, 0]
];
var ListCodeSecurityScanConfigurationsRequest$ = [
  3,
  n0,
  _LCSSCR,
  0,
  [_nT, _mR],
  [[0, { [_hQ]: _nT }], [1, { [_hQ]: _mR }]]
];
var ListCodeSecurityScanConfigurationsResponse$ = [
  3,
  n0,
  _LCSSCRi,
  0,
  [_confi, _nT],
  [() => CodeSecurityScanConfigurationSummaries, 0]
];
var ListConnectorScanConfigurationsRequest$ = [
  3,
  n0,
  _LCSCRis,
  0,
  [_aCCAw, _mR, _nT],
  [64 | 0, 1, [() => ConnectorNextToken, 0]]
];
var ListConnectorScanConfigurationsResponse$ = [
  3,
  n0,
  _LCSCRist,
  0,
  [_sCcan, _nT],
  [() => ConnectorScanConfigurationItemList, [() => ConnectorNextToken, 0]],
  1
];
var ListConnectorsRequest$ = [
  3,
  n0,
  _LCR,
  0,
  [_mR, _nT, _fCi],
  [1, [() => ConnectorNextToken, 0], () => ConnectorFilterCriteria$]
];
var ListConnectorsResponse$ = [
  3,
  n0,
  _LCRi,
  0,
  [_it, _nT],
  [() => ConnectorList, [() => ConnectorNextToken, 0]],
  1
];
var ListCoverageRequest$ = [
  3,
  n0,
  _LCRis,
  0,
  [_mR, _nT, _fCi],
  [1, 0, () => CoverageFilterCriteria$]
];
var ListCoverageResponse$ = [
  3,
  n0,
  _LCRist,
  0,
  [_nT, _cRov],
  [0, () => CoveredResources]
];
var ListCoverageStatisticsRequest$ = [
  3,
  n0,
  _LCSRis,
  0,
  [_fCi, _gB, _nT],
  [() => CoverageFilterCriteria$, 0, 0]
];
var ListCoverageStatisticsResponse$ = [
  3,
  n0,
  _LCSRist,
  0,
  [_tCo, _cBG, _nT],
  [1, () => CountsList, 0],
  1
];
var ListDelegatedAdminAccountsRequest$ = [
  3,
  n0,
  _LDAAR,
  0,
  [_mR, _nT],
  [1, 0]
];
var ListDelegatedAdminAccountsResponse$ = [
  3,
  n0,
  _LDAARi,
  0,
  [_dAA, _nT],
  [() => DelegatedAdminAccountList, 0]
];
var ListFiltersRequest$ = [
  3,
  n0,
  _LFR,
  0,
  [_arns, _act, _nT, _mR],
  [64 | 0, 0, 0, 1]
];
var ListFiltersResponse$ = [
  3,
  n0,
  _LFRi,
  0,
  [_fil, _nT],
  [() => FilterList, 0],
  1
];
var ListFindingAggregationsRequest$ = [
  3,
  n0,
  _LFARi,
  0,
  [_aTg, _nT, _mR, _aIc, _aRg],
  [0, 0, 1, () => StringFilterList, () => AggregationRequest$],
  1
];
var ListFindingAggregationsResponse$ = [
  3,
  n0,
  _LFARis,
  0,
  [_aTg, _resp, _nT],
  [0, () => AggregationResponseList, 0],
  1
];
var ListFindingsRequest$ = [
  3,
  n0,
  _LFRis,
  0,
  [_mR, _nT, _fCi, _sCo],
  [1, 0, () => FilterCriteria$, () => SortCriteria$]
];
var ListFindingsResponse$ = [
  3,
  n0,
  _LFRist,
  0,
  [_nT, _fin],
  [0, () => FindingList]
];
var ListMembersRequest$ = [
  3,
  n0,
  _LMR,
  0,
  [_oA, _mR, _nT],
  [2, 1, 0]
];
var ListMembersResponse$ = [
  3,
  n0,
  _LMRi,
  0,
  [_memb, _nT],
  [() => MemberList, 0]
];
var ListTagsForResourceRequest$ = [
  3,
  n0,
  _LTFRR,
  0,
  [_rA],
  [[0, 1]],
  1
];
var ListTagsForResourceResponse$ = [
  3,
  n0,
  _LTFRRi,
  0,
  [_ta],
  [128 | 0]
];
var ListUsageTotalsRequest$ = [
  3,
  n0,
  _LUTR,
  0,
  [_mR, _nT, _aIc],
  [1, 0, 64 | 0]
];
var ListUsageTotalsResponse$ = [
  3,
  n0,
  _LUTRi,
  0,
  [_nT, _tot],
  [0, () => UsageTotalList]
];
var MapFilter$ = [
  3,
  n0,
  _MF,
  0,
  [_co, _k, _v],
  [0, 0, 0],
  2
];
var Member$ = [
  3,
  n0,
  _M,
  0,
  [_aI, _rSel, _dAAI, _uA],
  [0, 0, 0, 4]
];
var MemberAccountEc2DeepInspectionStatus$ = [
  3,
  n0,
  _MAEDIS,
  0,
  [_aI, _aDI],
  [0, 2],
  2
];
var MemberAccountEc2DeepInspectionStatusState$ = [
  3,
  n0,
  _MAEDISS,
  0,
  [_aI, _st, _eM],
  [0, 0, 0],
  1
];
var MonthlySchedule$ = [
  3,
  n0,
  _MS,
  0,
  [_sTt, _da],
  [() => Time$, 0],
  2
];
var NetworkPath$ = [
  3,
  n0,
  _NP,
  0,
  [_ste],
  [() => StepList]
];
var NetworkReachabilityDetails$ = [
  3,
  n0,
  _NRD,
  0,
  [_oPR, _prot, _nPe],
  [() => PortRange$, 0, () => NetworkPath$],
  3
];
var NumberFilter$ = [
  3,
  n0,
  _NF,
  0,
  [_uI, _lI],
  [1, 1]
];
var OneTimeSchedule$ = [
  3,
  n0,
  _OTS,
  0,
  [],
  []
];
var PackageAggregation$ = [
  3,
  n0,
  _PA,
  0,
  [_pNa, _sO, _sB],
  [() => StringFilterList, 0, 0]
];
var PackageAggregationResponse$ = [
  3,
  n0,
  _PAR,
  0,
  [_pNac, _aI, _sC],
  [0, 0, () => SeverityCounts$],
  1
];
var PackageFilter$ = [
  3,
  n0,
  _PF,
  0,
  [_na, _ve, _epo, _rel, _arc, _sLH, _sLLA, _fP],
  [() => StringFilter$, () => StringFilter$, () => NumberFilter$, () => StringFilter$, () => StringFilter$, () => StringFilter$, () => StringFilter$, () => StringFilter$]
];
var PackageVulnerabilityDetails$ = [
  3,
  n0,
  _PVD,
  0,
  [_vIu, _so, _vP, _cv, _rV, _sU, _vSe, _vCA, _vUA, _rU],
  [0, 0, () => VulnerablePackageList, () => CvssScoreList, 64 | 0, 0, 0, 4, 4, 64 | 0],
  2
];
var PeriodicScanConfiguration$ = [
  3,
  n0,
  _PSC,
  0,
  [_fr, _fE],
  [0, 0]
];
var Permission$ = [
  3,
  n0,
  _P,
  0,
  [_ser, _o],
  [0, 0],
  2
];
var PortRange$ = [
  3,
  n0,
  _PR,
  0,
  [_b, _en],
  [1, 1],
  2
];
var PortRangeFilter$ = [
  3,
  n0,
  _PRF,
  0,
  [_bI, _eI],
  [1, 1]
];
var ProjectCodeSecurityScanConfiguration$ = [
  3,
  n0,
  _PCSSC,
  0,
  [_pSCe, _cISCo],
  [() => ProjectPeriodicScanConfigurationList, () => ProjectContinuousIntegrationScanConfigurationList]
];
var ProjectContinuousIntegrationScanConfiguration$ = [
  3,
  n0,
  _PCISC,
  0,
  [_sEu, _rSC],
  [0, 64 | 0]
];
var ProjectPeriodicScanConfiguration$ = [
  3,
  n0,
  _PPSC,
  0,
  [_fE, _rSC],
  [0, 64 | 0]
];
var ProviderFilter$ = [
  3,
  n0,
  _PFr,
  0,
  [_co, _v],
  [0, 0],
  2
];
var Recommendation$ = [
  3,
  n0,
  _R,
  0,
  [_te, _U],
  [0, 0]
];
var Remediation$ = [
  3,
  n0,
  _Re,
  0,
  [_rec],
  [() => Recommendation$]
];
var RepositoryAggregation$ = [
  3,
  n0,
  _RAe,
  0,
  [_rep, _sO, _sB],
  [() => StringFilterList, 0, 0]
];
var RepositoryAggregationResponse$ = [
  3,
  n0,
  _RAR,
  0,
  [_repo, _aI, _cP, _cPl, _cR, _cOI, _cAI, _sC, _aIff],
  [0, 0, 0, 0, 0, 0, 0, () => SeverityCounts$, 1],
  1
];
var ResetEncryptionKeyRequest$ = [
  3,
  n0,
  _REKR,
  0,
  [_sT, _rT],
  [0, 0],
  2
];
var ResetEncryptionKeyResponse$ = [
  3,
  n0,
  _REKRe,
  0,
  [],
  []
];
var Resource$ = [
  3,
  n0,
  _Res,
  0,
  [_ty, _id, _pa, _regio, _ta, _de, _pro, _pAI, _pOI],
  [0, 0, 0, 0, 128 | 0, () => ResourceDetails$, 0, 0, 0],
  2
];
var ResourceDetails$ = [
  3,
  n0,
  _RD,
  0,
  [_aEI, _aECI, _aLF, _cRo, _vm, _im, _sFe],
  [() => AwsEc2InstanceDetails$, () => AwsEcrContainerImageDetails$, () => AwsLambdaFunctionDetails$, () => CodeRepositoryDetails$, () => Vm$, () => Image$, () => ServerlessFunction$]
];
var ResourceFilterCriteria$ = [
  3,
  n0,
  _RFC,
  0,
  [_aI, _rI, _rT, _eRN, _lFN, _eIT, _eITc, _lFT],
  [() => ResourceStringFilterList, () => ResourceStringFilterList, () => ResourceStringFilterList, () => ResourceStringFilterList, () => ResourceStringFilterList, () => ResourceStringFilterList, () => ResourceMapFilterList, () => ResourceMapFilterList]
];
var ResourceMapFilter$ = [
  3,
  n0,
  _RMF,
  0,
  [_co, _k, _v],
  [0, 0, 0],
  2
];
var ResourceScanMetadata$ = [
  3,
  n0,
  _RSM,
  0,
  [_eRc, _eIc, _ec, _lF, _cRo, _vIm, _cIon, _cRon, _cRont, _sFe],
  [() => EcrRepositoryMetadata$, () => EcrContainerImageMetadata$, () => Ec2Metadata$, () => LambdaFunctionMetadata$, () => CodeRepositoryMetadata$, () => VmInstanceMetadata$, () => ContainerImageMetadata$, () => ContainerRepositoryMetadata$, () => ContainerRegistryMetadata$, () => ServerlessFunctionMetadata$]
];
var ResourceState$ = [
  3,
  n0,
  _RS,
  0,
  [_ec, _ecr, _l, _lC, _cRo],
  [() => State$, () => State$, () => State$, () => State$, () => State$],
  2
];
var ResourceStatus$ = [
  3,
  n0,
  _RSe,
  0,
  [_ec, _ecr, _l, _lC, _cRo],
  [0, 0, 0, 0, 0],
  2
];
var ResourceStringFilter$ = [
  3,
  n0,
  _RSF,
  0,
  [_co, _v],
  [0, 0],
  2
];
var ScanStatus$ = [
  3,
  n0,
  _SS,
  0,
  [_sCta, _r],
  [0, 0],
  2
];
var ScopeConfiguration$ = [
  3,
  n0,
  _SC,
  0,
  [_sTc, _sVc, _sta, _sRt],
  [0, 64 | 0, 0, 0],
  1
];
var ScopeConfigurationInput$ = [
  3,
  n0,
  _SCI,
  0,
  [_sTc, _sVc],
  [0, 64 | 0],
  1
];
var ScopeSettings$ = [
  3,
  n0,
  _SSc,
  0,
  [_pSS],
  [0]
];
var SearchVulnerabilitiesFilterCriteria$ = [
  3,
  n0,
  _SVFC,
  0,
  [_vIul],
  [64 | 0],
  1
];
var SearchVulnerabilitiesRequest$ = [
  3,
  n0,
  _SVR,
  0,
  [_fCi, _nT],
  [() => SearchVulnerabilitiesFilterCriteria$, 0],
  1
];
var SearchVulnerabilitiesResponse$ = [
  3,
  n0,
  _SVRe,
  0,
  [_vu, _nT],
  [() => Vulnerabilities, 0],
  1
];
var SendCisSessionHealthRequest$ = [
  3,
  n0,
  _SCSHR,
  0,
  [_sJI, _sTe],
  [0, 0],
  2
];
var SendCisSessionHealthResponse$ = [
  3,
  n0,
  _SCSHRe,
  0,
  [],
  []
];
var SendCisSessionTelemetryRequest$ = [
  3,
  n0,
  _SCSTR,
  0,
  [_sJI, _sTe, _mes],
  [0, 0, () => CisSessionMessages],
  3
];
var SendCisSessionTelemetryResponse$ = [
  3,
  n0,
  _SCSTRe,
  0,
  [],
  []
];
var ServerlessFunction$ = [
  3,
  n0,
  _SF,
  0,
  [_sFN, _ru, _ve, _cDo, _lMA, _nI, _sIu, _sGI, _eRx, _pT, _ar, _la],
  [0, 0, 0, 0, 4, 0, 64 | 0, 64 | 0, 0, 0, 64 | 0, 64 | 0]
];
var ServerlessFunctionAggregation$ = [
  3,
  n0,
  _SFA,
  0,
  [_rIe, _fNu, _run, _fTu, _cPlo, _cPlou, _cRl, _cOIl, _cAIl, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => StringFilterList, () => MapFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, 0, 0]
];
var ServerlessFunctionAggregationResponse$ = [
  3,
  n0,
  _SFAR,
  0,
  [_rI, _cP, _cAI, _cPl, _cR, _cOI, _fN, _ru, _ta, _aI, _sC, _lMA, _eAAFC, _fAAFC],
  [0, 0, 0, 0, 0, 0, 0, 0, 128 | 0, 0, () => SeverityCounts$, 4, 1, 1],
  1
];
var ServerlessFunctionMetadata$ = [
  3,
  n0,
  _SFM,
  0,
  [_sFN, _ru, _fTu],
  [0, 0, 128 | 0]
];
var SeverityCounts$ = [
  3,
  n0,
  _SCe,
  0,
  [_al, _med, _hi, _cri],
  [1, 1, 1, 1]
];
var SortCriteria$ = [
  3,
  n0,
  _SCo,
  0,
  [_fie, _sO],
  [0, 0],
  2
];
var StartCisSessionMessage$ = [
  3,
  n0,
  _SCSM,
  0,
  [_sTe],
  [0],
  1
];
var StartCisSessionRequest$ = [
  3,
  n0,
  _SCSR,
  0,
  [_sJI, _m],
  [0, () => StartCisSessionMessage$],
  2
];
var StartCisSessionResponse$ = [
  3,
  n0,
  _SCSRt,
  0,
  [],
  []
];
var StartCodeSecurityScanRequest$ = [
  3,
  n0,
  _SCSSR,
  0,
  [_re, _cTl],
  [() => CodeSecurityResource$, [0, 4]],
  1
];
var StartCodeSecurityScanResponse$ = [
  3,
  n0,
  _SCSSRt,
  0,
  [_sIc, _st],
  [0, 0]
];
var State$ = [
  3,
  n0,
  _S,
  0,
  [_st, _eC, _eM],
  [0, 0, 0],
  3
];
var StatusCounts$ = [
  3,
  n0,
  _SCt,
  0,
  [_fa, _sk, _pas],
  [1, 1, 1]
];
var Step$ = [
  3,
  n0,
  _St,
  0,
  [_cIo, _cTo, _cAom],
  [0, 0, 0],
  2
];
var StopCisMessageProgress$ = [
  3,
  n0,
  _SCMP,
  0,
  [_tC, _sCu, _fC, _nEC, _uC, _nAC, _iC, _eCr],
  [1, 1, 1, 1, 1, 1, 1, 1]
];
var StopCisSessionMessage$ = [
  3,
  n0,
  _SCSMt,
  0,
  [_st, _prog, _r, _cPo, _bV, _bP],
  [0, () => StopCisMessageProgress$, 0, () => ComputePlatform$, 0, 0],
  2
];
var StopCisSessionRequest$ = [
  3,
  n0,
  _SCSRto,
  0,
  [_sJI, _sTe, _m],
  [0, 0, () => StopCisSessionMessage$],
  3
];
var StopCisSessionResponse$ = [
  3,
  n0,
  _SCSRtop,
  0,
  [],
  []
];
var StringFilter$ = [
  3,
  n0,
  _SFt,
  0,
  [_co, _v],
  [0, 0],
  2
];
var SuccessfulAssociationResult$ = [
  3,
  n0,
  _SAR,
  0,
  [_sCA, _re],
  [0, () => CodeSecurityResource$]
];
var SuggestedFix$ = [
  3,
  n0,
  _SFu,
  0,
  [_d, _cod],
  [0, 0]
];
var TagFilter$ = [
  3,
  n0,
  _TF,
  0,
  [_co, _k, _v],
  [0, 0, 0],
  3
];
var TagResourceRequest$ = [
  3,
  n0,
  _TRR,
  0,
  [_rA, _ta],
  [[0, 1], 128 | 0],
  2
];
var TagResourceResponse$ = [
  3,
  n0,
  _TRRa,
  0,
  [],
  []
];
var Time$ = [
  3,
  n0,
  _T,
  0,
  [_tOD, _tim],
  [0, 0],
  2
];
var TitleAggregation$ = [
  3,
  n0,
  _TA,
  0,
  [_tit, _vIul, _rT, _fT, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, 0, 0, 0, 0]
];
var TitleAggregationResponse$ = [
  3,
  n0,
  _TAR,
  0,
  [_ti, _vIu, _aI, _sC],
  [0, 0, 0, () => SeverityCounts$],
  1
];
var UntagResourceRequest$ = [
  3,
  n0,
  _URR,
  0,
  [_rA, _tK],
  [[0, 1], [64 | 0, { [_hQ]: _tK }]],
  2
];
var UntagResourceResponse$ = [
  3,
  n0,
  _URRn,
  0,
  [],
  []
];
var UpdateCisScanConfigurationRequest$ = [
  3,
  n0,
  _UCSCR,
  0,
  [_sCA, _sN, _sL, _sc, _t],
  [0, 0, 0, () => Schedule$, () => UpdateCisTargets$],
  1
];
var UpdateCisScanConfigurationResponse$ = [
  3,
  n0,
  _UCSCRp,
  0,
  [_sCA],
  [0],
  1
];
var UpdateCisTargets$ = [
  3,
  n0,
  _UCT,
  0,
  [_aIc, _tRT],
  [64 | 0, [2, n0, _TRT, 0, 0, 64 | 0]]
];
var UpdateCodeSecurityIntegrationRequest$ = [
  3,
  n0,
  _UCSIR,
  0,
  [_iA, _de],
  [0, [() => UpdateIntegrationDetails$, 0]],
  2
];
var UpdateCodeSecurityIntegrationResponse$ = [
  3,
  n0,
  _UCSIRp,
  0,
  [_iA, _st],
  [0, 0],
  2
];
var UpdateCodeSecurityScanConfigurationRequest$ = [
  3,
  n0,
  _UCSSCR,
  0,
  [_sCA, _conf],
  [0, () => CodeSecurityScanConfiguration$],
  2
];
var UpdateCodeSecurityScanConfigurationResponse$ = [
  3,
  n0,
  _UCSSCRp,
  0,
  [_sCA],
  [0]
];
var UpdateConfigurationInheritance$ = [
  3,
  n0,
  _UCI,
  0,
  [_eCco, _eCc],
  [0, 0]
];
var UpdateConfigurationRequest$ = [
  3,
  n0,
  _UCR,
  0,
  [_aI, _eCc, _eCco, _uCI],
  [0, () => EcrConfiguration$, () => Ec2Configuration$, () => UpdateConfigurationInheritance$]
];
var UpdateConfigurationResponse$ = [
  3,
  n0,
  _UCRp,
  0,
  [],
  []
];
var UpdateConnectorRequest$ = [
  3,
  n0,
  _UCRpd,
  0,
  [_cAo, _d, _pDr],
  [0, 0, () => ProviderDetailUpdate$],
  1
];
var UpdateConnectorResponse$ = [
  3,
  n0,
  _UCRpda,
  0,
  [_cAo],
  [0]
];
var UpdateConnectorScanConfigurationRequest$ = [
  3,
  n0,
  _UCSCRpd,
  0,
  [_aCCA, _sCca],
  [0, () => ConnectorScanConfiguration$],
  2
];
var UpdateConnectorScanConfigurationResponse$ = [
  3,
  n0,
  _UCSCRpda,
  0,
  [],
  []
];
var UpdateEc2DeepInspectionConfigurationRequest$ = [
  3,
  n0,
  _UEDICR,
  0,
  [_aDI, _pPa],
  [2, 64 | 0]
];
var UpdateEc2DeepInspectionConfigurationResponse$ = [
  3,
  n0,
  _UEDICRp,
  0,
  [_pPa, _oPP, _st, _eM],
  [64 | 0, 64 | 0, 0, 0]
];
var UpdateEncryptionKeyRequest$ = [
  3,
  n0,
  _UEKR,
  0,
  [_kKI, _sT, _rT],
  [0, 0, 0],
  3
];
var UpdateEncryptionKeyResponse$ = [
  3,
  n0,
  _UEKRp,
  0,
  [],
  []
];
var UpdateFilterRequest$ = [
  3,
  n0,
  _UFR,
  0,
  [_fAil, _act, _d, _fCi, _na, _r],
  [0, 0, 0, () => FilterCriteria$, 0, 0],
  1
];
var UpdateFilterResponse$ = [
  3,
  n0,
  _UFRp,
  0,
  [_arn],
  [0],
  1
];
var UpdateGitHubIntegrationDetail$ = [
  3,
  n0,
  _UGHID,
  0,
  [_cod, _iInst],
  [[() => GitHubAuthCode, 0], 0],
  2
];
var UpdateGitLabSelfManagedIntegrationDetail$ = [
  3,
  n0,
  _UGLSMID,
  0,
  [_aCu],
  [[() => GitLabAuthCode, 0]],
  1
];
var UpdateOrganizationConfigurationRequest$ = [
  3,
  n0,
  _UOCR,
  0,
  [_aE],
  [() => AutoEnable$],
  1
];
var UpdateOrganizationConfigurationResponse$ = [
  3,
  n0,
  _UOCRp,
  0,
  [_aE],
  [() => AutoEnable$],
  1
];
var UpdateOrgEc2DeepInspectionConfigurationRequest$ = [
  3,
  n0,
  _UOEDICR,
  0,
  [_oPP],
  [64 | 0],
  1
];
var UpdateOrgEc2DeepInspectionConfigurationResponse$ = [
  3,
  n0,
  _UOEDICRp,
  0,
  [],
  []
];
var Usage$ = [
  3,
  n0,
  _Us,
  0,
  [_ty, _tota, _eMC, _cu, _cP],
  [0, 1, 1, 0, 0]
];
var UsageTotal$ = [
  3,
  n0,
  _UT,
  0,
  [_aI, _us],
  [0, () => UsageList]
];
var ValidationExceptionField$ = [
  3,
  n0,
  _VEF,
  0,
  [_na, _m],
  [0, 0],
  2
];
var Vm$ = [
  3,
  n0,
  _V,
  0,
  [_ty, _vN, _vIR, _iVA, _iVAp, _nI, _sIu, _sGI, _lA, _p, _eRx, _kN],
  [0, 0, 0, 64 | 0, 64 | 0, 0, 64 | 0, 64 | 0, 4, 0, 0, 0]
];
var VmInstanceAggregation$ = [
  3,
  n0,
  _VIA,
  0,
  [_rIe, _oS, _iTn, _vIRm, _cPlo, _cPlou, _cRl, _cOIl, _cAIl, _sO, _sB],
  [() => StringFilterList, () => StringFilterList, () => MapFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, () => StringFilterList, 0, 0]
];
var VmInstanceAggregationResponse$ = [
  3,
  n0,
  _VIAR,
  0,
  [_rI, _cP, _cAI, _cPl, _cR, _cOI, _vIR, _oSp, _ta, _aI, _sC, _nF, _eAAFC, _fAAFC],
  [0, 0, 0, 0, 0, 0, 0, 0, 128 | 0, 0, () => SeverityCounts$, 1, 1, 1],
  1
];
var VmInstanceMetadata$ = [
  3,
  n0,
  _VIM,
  0,
  [_ta, _p, _iHn, _vIR],
  [128 | 0, 0, 0, 0]
];
var VMScannerState$ = [
  3,
  n0,
  _VMSS,
  0,
  [_acti, _aA, _st],
  [2, 4, 0]
];
var Vulnerability$ = [
  3,
  n0,
  _Vu,
  0,
  [_id, _cw, _cDi, _so, _d, _aD, _vSe, _cvs, _cvss, _rV, _cvss_, _vCA, _vUA, _sU, _rU, _eO, _dP, _ep],
  [0, 64 | 0, () => CisaData$, 0, 0, () => AtigData$, 0, () => Cvss4$, () => Cvss3$, 64 | 0, () => Cvss2$, 4, 4, 0, 64 | 0, () => ExploitObserved$, 64 | 0, () => Epss$],
  1
];
var VulnerablePackage$ = [
  3,
  n0,
  _VP,
  0,
  [_na, _ve, _sLH, _epo, _rel, _arch, _pM, _fP, _fIV, _rem, _sLLA],
  [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  2
];
var WeeklySchedule$ = [
  3,
  n0,
  _WS,
  0,
  [_sTt, _day],
  [() => Time$, 64 | 0],
  2
];
var AccountIdFilterList = [
  1,
  n0,
  _AIFL,
  0,
  () => CisStringFilter$
];
var AccountIdSet = 64 | 0;
var AccountList = [
  1,
  n0,
  _AL,
  0,
  () => Account$
];
var AccountStateList = [
  1,
  n0,
  _ASL,
  0,
  () => AccountState$
];
var AggregationResponseList = [
  1,
  n0,
  _ARL,
  0,
  () => AggregationResponse$
];
var ArchitectureList = 64 | 0;
var AssociateConfigurationRequestList = [
  1,
  n0,
  _ACRL,
  0,
  () => AssociateConfigurationRequest$
];
var AwsConfigConnectorArnFilterList = [
  1,
  n0,
  _ACCAFL,
  0,
  () => AwsConfigConnectorArnFilter$
];
var AwsConfigConnectorArnList = 64 | 0;
var AwsEksWorkloadInfoList = [
  1,
  n0,
  _AEWIL,
  0,
  () => AwsEksWorkloadInfo$
];
var AzureRegionList = 64 | 0;
var CheckIdFilterList = [
  1,
  n0,
  _CIFL,
  0,
  () => CisStringFilter$
];
var CisAccountIdList = 64 | 0;
var CisCheckAggregationList = [
  1,
  n0,
  _CCAL,
  0,
  () => CisCheckAggregation$
];
var CisFindingArnFilterList = [
  1,
  n0,
  _CFAFL,
  0,
  () => CisStringFilter$
];
var CisFindingStatusFilterList = [
  1,
  n0,
  _CFSFL,
  0,
  () => CisFindingStatusFilter$
];
var CisNumberFilterList = [
  1,
  n0,
  _CNFL,
  0,
  () => CisNumberFilter$
];
var CisResultStatusFilterList = [
  1,
  n0,
  _CRSFL,
  0,
  () => CisResultStatusFilter$
];
var CisScanArnFilterList = [
  1,
  n0,
  _CSAFL,
  0,
  () => CisStringFilter$
];
var CisScanConfigurationArnFilterList = [
  1,
  n0,
  _CSCAFL,
  0,
  () => CisStringFilter$
];
var CisScanConfigurationList = [
  1,
  n0,
  _CSCL,
  0,
  () => CisScanConfiguration$
];
var CisScanDateFilterList = [
  1,
  n0,
  _CSDFL,
  0,
  () => CisDateFilter$
];
var CisScanList = [
  1,
  n0,
  _CSL,
  0,
  () => CisScan$
];
var CisScanNameFilterList = [
  1,
  n0,
  _CSNFL,
  0,
  () => CisStringFilter$
];
var CisScanResultDetailsList = [
  1,
  n0,
  _CSRDL,
  0,
  () => CisScanResultDetails$
];
var CisScanStatusFilterList = [
  1,
  n0,
  _CSSFL,
  0,
  () => CisScanStatusFilter$
];
var CisScheduledByFilterList = [
  1,
  n0,
  _CSBFL,
  0,
  () => CisStringFilter$
];
var CisSecurityLevelFilterList = [
  1,
  n0,
  _CSLFL,
  0,
  () => CisSecurityLevelFilter$
];
var CisSessionMessages = [
  1,
  n0,
  _CSMi,
  0,
  () => CisSessionMessage$
];
var CisTargetResourceAggregationList = [
  1,
  n0,
  _CTRAL,
  0,
  () => CisTargetResourceAggregation$
];
var CloudSecurityGroupIdList = 64 | 0;
var CloudSubnetIdList = 64 | 0;
var ClusterDetailsList = [
  1,
  n0,
  _CDL,
  0,
  () => ClusterDetails$
];
var ClusterInformationList = [
  1,
  n0,
  _CIL,
  0,
  () => ClusterInformation$
];
var CodeLineList = [
  1,
  n0,
  _CLL,
  0,
  () => CodeLine$
];
var CodeSecurityScanConfigurationAssociationSummaries = [
  1,
  n0,
  _CSSCASo,
  0,
  () => CodeSecurityScanConfigurationAssociationSummary$
];
var CodeSecurityScanConfigurationSummaries = [
  1,
  n0,
  _CSSCSo,
  0,
  () => CodeSecurityScanConfigurationSummary$
];
var CodeSnippetErrorList = [
  1,
  n0,
  _CSEL,
  0,
  () => CodeSnippetError$
];
var CodeSnippetResultList = [
  1,
  n0,
  _CSRL,
  0,
  () => CodeSnippetResult$
];
var ConnectorArnFilterList = [
  1,
  n0,
  _CAFL,
  0,
  () => ConnectorArnFilter$
];
var ConnectorArnList = 64 | 0;
var ConnectorList = [
  1,
  n0,
  _CLo,
  0,
  () => Connector$
];
var ConnectorScanConfigurationItemList = [
  1,
  n0,
  _CSCIL,
  0,
  () => ConnectorScanConfigurationItem$
];
var ConnectorTypeFilterList = [
  1,
  n0,
  _CTFL,
  0,
  () => ConnectorTypeFilter$
];
var ContinuousIntegrationScanSupportedEvents = 64 | 0;
var CountsList = [
  1,
  n0,
  _CLou,
  0,
  () => Counts$
];
var CoverageDateFilterList = [
  1,
  n0,
  _CDFL,
  0,
  () => CoverageDateFilter$
];
var CoverageMapFilterList = [
  1,
  n0,
  _CMFL,
  0,
  () => CoverageMapFilter$
];
var CoverageNumberFilterList = [
  1,
  n0,
  _CNFLo,
  0,
  () => CoverageNumberFilter$
];
var CoverageStringFilterList = [
  1,
  n0,
  _CSFL,
  0,
  () => CoverageStringFilter$
];
var CoveredResources = [
  1,
  n0,
  _CRo,
  0,
  () => CoveredResource$
];
var CvssScoreAdjustmentList = [
  1,
  n0,
  _CSAL,
  0,
  () => CvssScoreAdjustment$
];
var CvssScoreList = [
  1,
  n0,
  _CSLv,
  0,
  () => CvssScore$
];
var CweList = 64 | 0;
var Cwes = 64 | 0;
var DateFilterList = [
  1,
  n0,
  _DFL,
  0,
  () => DateFilter$
];
var DaysList = 64 | 0;
var DelegatedAdminAccountList = [
  1,
  n0,
  _DAAL,
  0,
  () => DelegatedAdminAccount$
];
var DetectionPlatforms = 64 | 0;
var DetectorTagList = 64 | 0;
var DisableResourceTypeList = 64 | 0;
var DisassociateConfigurationRequestList = [
  1,
  n0,
  _DCRL,
  0,
  () => DisassociateConfigurationRequest$
];
var EnableResourceTypeList = 64 | 0;
var EvidenceList = [
  1,
  n0,
  _EL,
  0,
  () => Evidence$
];
var FailedAccountList = [
  1,
  n0,
  _FAL,
  0,
  () => FailedAccount$
];
var FailedAssociationResultList = [
  1,
  n0,
  _FARL,
  0,
  () => FailedAssociationResult$
];
var FailedMemberAccountEc2DeepInspectionStatusStateList = [
  1,
  n0,
  _FMAEDISSL,
  0,
  () => FailedMemberAccountEc2DeepInspectionStatusState$
];
var FilterArnList = 64 | 0;
var FilterList = [
  1,
  n0,
  _FL,
  0,
  () => Filter$
];
var FindingArnList = 64 | 0;
var FindingArns = 64 | 0;
var FindingDetails = [
  1,
  n0,
  _FDi,
  0,
  () => FindingDetail$
];
var FindingDetailsErrorList = [
  1,
  n0,
  _FDEL,
  0,
  () => FindingDetailsError$
];
var FindingList = [
  1,
  n0,
  _FLi,
  0,
  () => Finding$
];
var FreeTrialAccountInfoList = [
  1,
  n0,
  _FTAIL,
  0,
  () => FreeTrialAccountInfo$
];
var FreeTrialInfoErrorList = [
  1,
  n0,
  _FTIEL,
  0,
  () => FreeTrialInfoError$
];
var FreeTrialInfoList = [
  1,
  n0,
  _FTIL,
  0,
  () => FreeTrialInfo$
];
var ImageTagList = 64 | 0;
var IntegrationSummaries = [
  1,
  n0,
  _IS,
  0,
  () => CodeSecurityIntegrationSummary$
];
var IpV4AddressList = 64 | 0;
var IpV6AddressList = 64 | 0;
var LambdaLayerList = 64 | 0;
var LayerList = 64 | 0;
var MapFilterList = [
  1,
  n0,
  _MFL,
  0,
  () => MapFilter$
];
var MemberAccountEc2DeepInspectionStatusList = [
  1,
  n0,
  _MAEDISL,
  0,
  () => MemberAccountEc2DeepInspectionStatus$
];
var MemberAccountEc2DeepInspectionStatusStateList = [
  1,
  n0,
  _MAEDISSL,
  0,
  () => MemberAccountEc2DeepInspectionStatusState$
];
var MemberList = [
  1,
  n0,
  _ML,
  0,
  () => Member$
];
var MeteringAccountIdList = 64 | 0;
var NonEmptyStringList = 64 | 0;
var NumberFilterList = [
  1,
  n0,
  _NFL,
  0,
  () => NumberFilter$
];
var OneAccountIdFilterList = [
  1,
  n0,
  _OAIFL,
  0,
  () => CisStringFilter$
];
var PackageFilterList = [
  1,
  n0,
  _PFL,
  0,
  () => PackageFilter$
];
var PathList = 64 | 0;
var Permissions = [
  1,
  n0,
  _Pe,
  0,
  () => Permission$
];
var PlatformFilterList = [
  1,
  n0,
  _PFLl,
  0,
  () => CisStringFilter$
];
var PortRangeFilterList = [
  1,
  n0,
  _PRFL,
  0,
  () => PortRangeFilter$
];
var ProjectContinuousIntegrationScanConfigurationList = [
  1,
  n0,
  _PCISCL,
  0,
  () => ProjectContinuousIntegrationScanConfiguration$
];
var ProjectPeriodicScanConfigurationList = [
  1,
  n0,
  _PPSCL,
  0,
  () => ProjectPeriodicScanConfiguration$
];
var ProviderFilterList = [
  1,
  n0,
  _PFLr,
  0,
  () => ProviderFilter$
];
var ReferenceUrls = 64 | 0;
var RelatedVulnerabilities = 64 | 0;
var ReportTargetAccounts = 64 | 0;
var ResourceIdFilterList = [
  1,
  n0,
  _RIFL,
  0,
  () => CisStringFilter$
];
var ResourceList = [
  1,
  n0,
  _RL,
  0,
  () => Resource$
];
var ResourceMapFilterList = [
  1,
  n0,
  _RMFL,
  0,
  () => ResourceMapFilter$
];
var ResourceStringFilterList = [
  1,
  n0,
  _RSFL,
  0,
  () => ResourceStringFilter$
];
var ResourceTagFilterList = [
  1,
  n0,
  _RTFL,
  0,
  () => TagFilter$
];
var RuleSetCategories = 64 | 0;
var ScopeValueList = 64 | 0;
var SecurityGroupIdList = 64 | 0;
var ServerlessFunctionLayerList = 64 | 0;
var StepList = [
  1,
  n0,
  _SL,
  0,
  () => Step$
];
var StringFilterList = [
  1,
  n0,
  _SFL,
  0,
  () => StringFilter$
];
var StringList = 64 | 0;
var SubnetIdList = 64 | 0;
var SuccessfulAssociationResultList = [
  1,
  n0,
  _SARL,
  0,
  () => SuccessfulAssociationResult$
];
var SuggestedFixes = [
  1,
  n0,
  _SFug,
  0,
  () => SuggestedFix$
];
var TagKeyList = 64 | 0;
var TagList = 64 | 0;
var TagValueList = 64 | 0;
var TargetAccountList = 64 | 0;
var Targets = 64 | 0;
var TargetStatusFilterList = [
  1,
  n0,
  _TSFL,
  0,
  () => CisTargetStatusFilter$
];
var TargetStatusReasonFilterList = [
  1,
  n0,
  _TSRFL,
  0,
  () => CisTargetStatusReasonFilter$
];
var TitleFilterList = [
  1,
  n0,
  _TFL,
  0,
  () => CisStringFilter$
];
var Tools = 64 | 0;
var Ttps = 64 | 0;
var UsageAccountIdList = 64 | 0;
var UsageList = [
  1,
  n0,
  _UL,
  0,
  () => Usage$
];
var UsageTotalList = [
  1,
  n0,
  _UTL,
  0,
  () => UsageTotal$
];
var ValidationExceptionFields = [
  1,
  n0,
  _VEFa,
  0,
  () => ValidationExceptionField$
];
var Vulnerabilities = [
  1,
  n0,
  _Vul,
  0,
  () => Vulnerability$
];
var VulnerabilityIdList = 64 | 0;
var VulnerabilityReferenceUrls = 64 | 0;
var VulnerablePackageList = [
  1,
  n0,
  _VPL,
  0,
  () => VulnerablePackage$
];
var VulnIdList = 64 | 0;
var CisTagMap = 128 | 0;
var ConnectorTagMap = 128 | 0;
var TagMap = 128 | 0;
var TargetResourceTags = [
  2,
  n0,
  _TRT,
  0,
  0,
  64 | 0
];
var AggregationRequest$ = [
  4,
  n0,
  _AR,
  0,
  [_aAc, _aAm, _aECA, _eIAc, _fTA, _iLA, _pAa, _rAe, _tAi, _lLA, _lFA, _cRA, _vIA, _cIAo, _sFA],
  [() => AccountAggregation$, () => AmiAggregation$, () => AwsEcrContainerAggregation$, () => Ec2InstanceAggregation$, () => FindingTypeAggregation$, () => ImageLayerAggregation$, () => PackageAggregation$, () => RepositoryAggregation$, () => TitleAggregation$, () => LambdaLayerAggregation$, () => LambdaFunctionAggregation$, () => CodeRepositoryAggregation$, () => VmInstanceAggregation$, () => ContainerImageAggregation$, () => ServerlessFunctionAggregation$]
];
var AggregationResponse$ = [
  4,
  n0,
  _ARg,
  0,
  [_aAc, _aAm, _aECA, _eIAc, _fTA, _iLA, _pAa, _rAe, _tAi, _lLA, _lFA, _cRA, _vIA, _cIAo, _sFA],
  [() => AccountAggregationResponse$, () => AmiAggregationResponse$, () => AwsEcrContainerAggregationResponse$, () => Ec2InstanceAggregationResponse$, () => FindingTypeAggregationResponse$, () => ImageLayerAggregationResponse$, () => PackageAggregationResponse$, () => RepositoryAggregationResponse$, () => TitleAggregationResponse$, () => LambdaLayerAggregationResponse$, () => LambdaFunctionAggregationResponse$, () => CodeRepositoryAggregationResponse$, () => VmInstanceAggregationResponse$, () => ContainerImageAggregationResponse$, () => ServerlessFunctionAggregationResponse$]
];
var ClusterMetadata$ = [
  4,
  n0,
  _CM,
  0,
  [_aEMD, _aEMDw],
  [() => AwsEcsMetadataDetails$, () => AwsEksMetadataDetails$]
];
var CodeSecurityResource$ = [
  4,
  n0,
  _CSRo,
  0,
  [_pI],
  [0]
];
var CreateIntegrationDetail$ = [
  4,
  n0,
  _CID,
  0,
  [_gSM],
  [[() => CreateGitLabSelfManagedIntegrationDetail$, 0]]
];
var ProviderDetailCreate$ = [
  4,
  n0,
  _PDC,
  0,
  [_az],
  [() => AzureProviderDetailCreate$]
];
var ProviderDetailUpdate$ = [
  4,
  n0,
  _PDU,
  0,
  [_az],
  [() => AzureProviderDetailUpdate$]
];
var Schedule$ = [
  4,
  n0,
  _Sc,
  0,
  [_oT, _dai, _w, _mo],
  [() => OneTimeSchedule$, () => DailySchedule$, () => WeeklySchedule$, () => MonthlySchedule$]
];
var UpdateIntegrationDetails$ = [
  4,
  n0,
  _UID,
  0,
  [_gSM, _g],
  [[() => UpdateGitLabSelfManagedIntegrationDetail$, 0], [() => UpdateGitHubIntegrationDetail$, 0]]
];
var AssociateMember$ = [
  9,
  n0,
  _AM,
  { [_ht]: ["POST", "/members/associate", 200] },
  () => AssociateMemberRequest$,
  () => AssociateMemberResponse$
];
var BatchAssociateCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _BACSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/batch/associate", 200] },
  () => BatchAssociateCodeSecurityScanConfigurationRequest$,
  () => BatchAssociateCodeSecurityScanConfigurationResponse$
];
var BatchDisassociateCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _BDCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/batch/disassociate", 200] },
  () => BatchDisassociateCodeSecurityScanConfigurationRequest$,
  () => BatchDisassociateCodeSecurityScanConfigurationResponse$
];
var BatchGetAccountStatus$ = [
  9,
  n0,
  _BGAS,
  { [_ht]: ["POST", "/status/batch/get", 200] },
  () => BatchGetAccountStatusRequest$,
  () => BatchGetAccountStatusResponse$
];
var BatchGetCodeSnippet$ = [
  9,
  n0,
  _BGCS,
  { [_ht]: ["POST", "/codesnippet/batchget", 200] },
  () => BatchGetCodeSnippetRequest$,
  () => BatchGetCodeSnippetResponse$
];
var BatchGetFindingDetails$ = [
  9,
  n0,
  _BGFD,
  { [_ht]: ["POST", "/findings/details/batch/get", 200] },
  () => BatchGetFindingDetailsRequest$,
  () => BatchGetFindingDetailsResponse$
];
var BatchGetFreeTrialInfo$ = [
  9,
  n0,
  _BGFTI,
  { [_ht]: ["POST", "/freetrialinfo/batchget", 200] },
  () => BatchGetFreeTrialInfoRequest$,
  () => BatchGetFreeTrialInfoResponse$
];
var BatchGetMemberEc2DeepInspectionStatus$ = [
  9,
  n0,
  _BGMEDIS,
  { [_ht]: ["POST", "/ec2deepinspectionstatus/member/batch/get", 200] },
  () => BatchGetMemberEc2DeepInspectionStatusRequest$,
  () => BatchGetMemberEc2DeepInspectionStatusResponse$
];
var BatchUpdateMemberEc2DeepInspectionStatus$ = [
  9,
  n0,
  _BUMEDIS,
  { [_ht]: ["POST", "/ec2deepinspectionstatus/member/batch/update", 200] },
  () => BatchUpdateMemberEc2DeepInspectionStatusRequest$,
  () => BatchUpdateMemberEc2DeepInspectionStatusResponse$
];
var CancelFindingsReport$ = [
  9,
  n0,
  _CFRa,
  { [_ht]: ["POST", "/reporting/cancel", 200] },
  () => CancelFindingsReportRequest$,
  () => CancelFindingsReportResponse$
];
var CancelSbomExport$ = [
  9,
  n0,
  _CSEa,
  { [_ht]: ["POST", "/sbomexport/cancel", 200] },
  () => CancelSbomExportRequest$,
  () => CancelSbomExportResponse$
];
var CreateCisScanConfiguration$ = [
  9,
  n0,
  _CCSC,
  { [_ht]: ["POST", "/cis/scan-configuration/create", 200] },
  () => CreateCisScanConfigurationRequest$,
  () => CreateCisScanConfigurationResponse$
];
var CreateCodeSecurityIntegration$ = [
  9,
  n0,
  _CCSI,
  { [_ht]: ["POST", "/codesecurity/integration/create", 200] },
  () => CreateCodeSecurityIntegrationRequest$,
  () => CreateCodeSecurityIntegrationResponse$
];
var CreateCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _CCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/create", 200] },
  () => CreateCodeSecurityScanConfigurationRequest$,
  () => CreateCodeSecurityScanConfigurationResponse$
];
var CreateConnector$ = [
  9,
  n0,
  _CC,
  { [_ht]: ["POST", "/connector/create", 200] },
  () => CreateConnectorRequest$,
  () => CreateConnectorResponse$
];
var CreateFilter$ = [
  9,
  n0,
  _CF,
  { [_ht]: ["POST", "/filters/create", 200] },
  () => CreateFilterRequest$,
  () => CreateFilterResponse$
];
var CreateFindingsReport$ = [
  9,
  n0,
  _CFRre,
  { [_ht]: ["POST", "/reporting/create", 200] },
  () => CreateFindingsReportRequest$,
  () => CreateFindingsReportResponse$
];
var CreateSbomExport$ = [
  9,
  n0,
  _CSEr,
  { [_ht]: ["POST", "/sbomexport/create", 200] },
  () => CreateSbomExportRequest$,
  () => CreateSbomExportResponse$
];
var DeleteCisScanConfiguration$ = [
  9,
  n0,
  _DCSC,
  { [_ht]: ["POST", "/cis/scan-configuration/delete", 200] },
  () => DeleteCisScanConfigurationRequest$,
  () => DeleteCisScanConfigurationResponse$
];
var DeleteCodeSecurityIntegration$ = [
  9,
  n0,
  _DCSI,
  { [_ht]: ["POST", "/codesecurity/integration/delete", 200] },
  () => DeleteCodeSecurityIntegrationRequest$,
  () => DeleteCodeSecurityIntegrationResponse$
];
var DeleteCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _DCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/delete", 200] },
  () => DeleteCodeSecurityScanConfigurationRequest$,
  () => DeleteCodeSecurityScanConfigurationResponse$
];
var DeleteConnector$ = [
  9,
  n0,
  _DC,
  { [_ht]: ["POST", "/connector/delete", 200] },
  () => DeleteConnectorRequest$,
  () => DeleteConnectorResponse$
];
var DeleteFilter$ = [
  9,
  n0,
  _DFe,
  { [_ht]: ["POST", "/filters/delete", 200] },
  () => DeleteFilterRequest$,
  () => DeleteFilterResponse$
];
var DescribeOrganizationConfiguration$ = [
  9,
  n0,
  _DOC,
  { [_ht]: ["POST", "/organizationconfiguration/describe", 200] },
  () => DescribeOrganizationConfigurationRequest$,
  () => DescribeOrganizationConfigurationResponse$
];
var Disable$ = [
  9,
  n0,
  _Di,
  { [_ht]: ["POST", "/disable", 200] },
  () => DisableRequest$,
  () => DisableResponse$
];
var DisableDelegatedAdminAccount$ = [
  9,
  n0,
  _DDAA,
  { [_ht]: ["POST", "/delegatedadminaccounts/disable", 200] },
  () => DisableDelegatedAdminAccountRequest$,
  () => DisableDelegatedAdminAccountResponse$
];
var DisassociateMember$ = [
  9,
  n0,
  _DM,
  { [_ht]: ["POST", "/members/disassociate", 200] },
  () => DisassociateMemberRequest$,
  () => DisassociateMemberResponse$
];
var Enable$ = [
  9,
  n0,
  _En,
  { [_ht]: ["POST", "/enable", 200] },
  () => EnableRequest$,
  () => EnableResponse$
];
var EnableDelegatedAdminAccount$ = [
  9,
  n0,
  _EDAA,
  { [_ht]: ["POST", "/delegatedadminaccounts/enable", 200] },
  () => EnableDelegatedAdminAccountRequest$,
  () => EnableDelegatedAdminAccountResponse$
];
var GetCisScanReport$ = [
  9,
  n0,
  _GCSR,
  { [_ht]: ["POST", "/cis/scan/report/get", 200] },
  () => GetCisScanReportRequest$,
  () => GetCisScanReportResponse$
];
var GetCisScanResultDetails$ = [
  9,
  n0,
  _GCSRD,
  { [_ht]: ["POST", "/cis/scan-result/details/get", 200] },
  () => GetCisScanResultDetailsRequest$,
  () => GetCisScanResultDetailsResponse$
];
var GetClustersForImage$ = [
  9,
  n0,
  _GCFI,
  { [_ht]: ["POST", "/cluster/get", 200] },
  () => GetClustersForImageRequest$,
  () => GetClustersForImageResponse$
];
var GetCodeSecurityIntegration$ = [
  9,
  n0,
  _GCSI,
  { [_ht]: ["POST", "/codesecurity/integration/get", 200] },
  () => GetCodeSecurityIntegrationRequest$,
  () => GetCodeSecurityIntegrationResponse$
];
var GetCodeSecurityScan$ = [
  9,
  n0,
  _GCSS,
  { [_ht]: ["POST", "/codesecurity/scan/get", 200] },
  () => GetCodeSecurityScanRequest$,
  () => GetCodeSecurityScanResponse$
];
var GetCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _GCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/get", 200] },
  () => GetCodeSecurityScanConfigurationRequest$,
  () => GetCodeSecurityScanConfigurationResponse$
];
var GetConfiguration$ = [
  9,
  n0,
  _GC,
  { [_ht]: ["POST", "/configuration/get", 200] },
  () => GetConfigurationRequest$,
  () => GetConfigurationResponse$
];
var GetDelegatedAdminAccount$ = [
  9,
  n0,
  _GDAA,
  { [_ht]: ["POST", "/delegatedadminaccounts/get", 200] },
  () => GetDelegatedAdminAccountRequest$,
  () => GetDelegatedAdminAccountResponse$
];
var GetEc2DeepInspectionConfiguration$ = [
  9,
  n0,
  _GEDIC,
  { [_ht]: ["POST", "/ec2deepinspectionconfiguration/get", 200] },
  () => GetEc2DeepInspectionConfigurationRequest$,
  () => GetEc2DeepInspectionConfigurationResponse$
];
var GetEncryptionKey$ = [
  9,
  n0,
  _GEK,
  { [_ht]: ["GET", "/encryptionkey/get", 200] },
  () => GetEncryptionKeyRequest$,
  () => GetEncryptionKeyResponse$
];
var GetFindingsReportStatus$ = [
  9,
  n0,
  _GFRS,
  { [_ht]: ["POST", "/reporting/status/get", 200] },
  () => GetFindingsReportStatusRequest$,
  () => GetFindingsReportStatusResponse$
];
var GetMember$ = [
  9,
  n0,
  _GM,
  { [_ht]: ["POST", "/members/get", 200] },
  () => GetMemberRequest$,
  () => GetMemberResponse$
];
var GetSbomExport$ = [
  9,
  n0,
  _GSE,
  { [_ht]: ["POST", "/sbomexport/get", 200] },
  () => GetSbomExportRequest$,
  () => GetSbomExportResponse$
];
var ListAccountPermissions$ = [
  9,
  n0,
  _LAP,
  { [_ht]: ["POST", "/accountpermissions/list", 200] },
  () => ListAccountPermissionsRequest$,
  () => ListAccountPermissionsResponse$
];
var ListCisScanConfigurations$ = [
  9,
  n0,
  _LCSC,
  { [_ht]: ["POST", "/cis/scan-configuration/list", 200] },
  () => ListCisScanConfigurationsRequest$,
  () => ListCisScanConfigurationsResponse$
];
var ListCisScanResultsAggregatedByChecks$ = [
  9,
  n0,
  _LCSRABC,
  { [_ht]: ["POST", "/cis/scan-result/check/list", 200] },
  () => ListCisScanResultsAggregatedByChecksRequest$,
  () => ListCisScanResultsAggregatedByChecksResponse$
];
var ListCisScanResultsAggregatedByTargetResource$ = [
  9,
  n0,
  _LCSRABTR,
  { [_ht]: ["POST", "/cis/scan-result/resource/list", 200] },
  () => ListCisScanResultsAggregatedByTargetResourceRequest$,
  () => ListCisScanResultsAggregatedByTargetResourceResponse$
];
var ListCisScans$ = [
  9,
  n0,
  _LCS,
  { [_ht]: ["POST", "/cis/scan/list", 200] },
  () => ListCisScansRequest$,
  () => ListCisScansResponse$
];
var ListCodeSecurityIntegrations$ = [
  9,
  n0,
  _LCSI,
  { [_ht]: ["POST", "/codesecurity/integration/list", 200] },
  () => ListCodeSecurityIntegrationsRequest$,
  () => ListCodeSecurityIntegrationsResponse$
];
var ListCodeSecurityScanConfigurationAssociations$ = [
  9,
  n0,
  _LCSSCA,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/associations/list", 200] },
  () => ListCodeSecurityScanConfigurationAssociationsRequest$,
  () => ListCodeSecurityScanConfigurationAssociationsResponse$
];
var ListCodeSecurityScanConfigurations$ = [
  9,
  n0,
  _LCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/list", 200] },
  () => ListCodeSecurityScanConfigurationsRequest$,
  () => ListCodeSecurityScanConfigurationsResponse$
];
var ListConnectors$ = [
  9,
  n0,
  _LC,
  { [_ht]: ["POST", "/connector/list", 200] },
  () => ListConnectorsRequest$,
  () => ListConnectorsResponse$
];
var ListConnectorScanConfigurations$ = [
  9,
  n0,
  _LCSCi,
  { [_ht]: ["POST", "/connectorscanconfigurations/list", 200] },
  () => ListConnectorScanConfigurationsRequest$,
  () => ListConnectorScanConfigurationsResponse$
];
var ListCoverage$ = [
  9,
  n0,
  _LCi,
  { [_ht]: ["POST", "/coverage/list", 200] },
  () => ListCoverageRequest$,
  () => ListCoverageResponse$
];
var ListCoverageStatistics$ = [
  9,
  n0,
  _LCSi,
  { [_ht]: ["POST", "/coverage/statistics/list", 200] },
  () => ListCoverageStatisticsRequest$,
  () => ListCoverageStatisticsResponse$
];
var ListDelegatedAdminAccounts$ = [
  9,
  n0,
  _LDAA,
  { [_ht]: ["POST", "/delegatedadminaccounts/list", 200] },
  () => ListDelegatedAdminAccountsRequest$,
  () => ListDelegatedAdminAccountsResponse$
];
var ListFilters$ = [
  9,
  n0,
  _LF,
  { [_ht]: ["POST", "/filters/list", 200] },
  () => ListFiltersRequest$,
  () => ListFiltersResponse$
];
var ListFindingAggregations$ = [
  9,
  n0,
  _LFAi,
  { [_ht]: ["POST", "/findings/aggregation/list", 200] },
  () => ListFindingAggregationsRequest$,
  () => ListFindingAggregationsResponse$
];
var ListFindings$ = [
  9,
  n0,
  _LFi,
  { [_ht]: ["POST", "/findings/list", 200] },
  () => ListFindingsRequest$,
  () => ListFindingsResponse$
];
var ListMembers$ = [
  9,
  n0,
  _LM,
  { [_ht]: ["POST", "/members/list", 200] },
  () => ListMembersRequest$,
  () => ListMembersResponse$
];
var ListTagsForResource$ = [
  9,
  n0,
  _LTFR,
  { [_ht]: ["GET", "/tags/{resourceArn}", 200] },
  () => ListTagsForResourceRequest$,
  () => ListTagsForResourceResponse$
];
var ListUsageTotals$ = [
  9,
  n0,
  _LUT,
  { [_ht]: ["POST", "/usage/list", 200] },
  () => ListUsageTotalsRequest$,
  () => ListUsageTotalsResponse$
];
var ResetEncryptionKey$ = [
  9,
  n0,
  _REK,
  { [_ht]: ["PUT", "/encryptionkey/reset", 200] },
  () => ResetEncryptionKeyRequest$,
  () => ResetEncryptionKeyResponse$
];
var SearchVulnerabilities$ = [
  9,
  n0,
  _SV,
  { [_ht]: ["POST", "/vulnerabilities/search", 200] },
  () => SearchVulnerabilitiesRequest$,
  () => SearchVulnerabilitiesResponse$
];
var SendCisSessionHealth$ = [
  9,
  n0,
  _SCSH,
  { [_ht]: ["PUT", "/cissession/health/send", 200] },
  () => SendCisSessionHealthRequest$,
  () => SendCisSessionHealthResponse$
];
var SendCisSessionTelemetry$ = [
  9,
  n0,
  _SCST,
  { [_ht]: ["PUT", "/cissession/telemetry/send", 200] },
  () => SendCisSessionTelemetryRequest$,
  () => SendCisSessionTelemetryResponse$
];
var StartCisSession$ = [
  9,
  n0,
  _SCS,
  { [_ht]: ["PUT", "/cissession/start", 200] },
  () => StartCisSessionRequest$,
  () => StartCisSessionResponse$
];
var StartCodeSecurityScan$ = [
  9,
  n0,
  _SCSS,
  { [_ht]: ["POST", "/codesecurity/scan/start", 200] },
  () => StartCodeSecurityScanRequest$,
  () => StartCodeSecurityScanResponse$
];
var StopCisSession$ = [
  9,
  n0,
  _SCSt,
  { [_ht]: ["PUT", "/cissession/stop", 200] },
  () => StopCisSessionRequest$,
  () => StopCisSessionResponse$
];
var TagResource$ = [
  9,
  n0,
  _TR,
  { [_ht]: ["POST", "/tags/{resourceArn}", 200] },
  () => TagResourceRequest$,
  () => TagResourceResponse$
];
var UntagResource$ = [
  9,
  n0,
  _UR,
  { [_ht]: ["DELETE", "/tags/{resourceArn}", 200] },
  () => UntagResourceRequest$,
  () => UntagResourceResponse$
];
var UpdateCisScanConfiguration$ = [
  9,
  n0,
  _UCSC,
  { [_ht]: ["POST", "/cis/scan-configuration/update", 200] },
  () => UpdateCisScanConfigurationRequest$,
  () => UpdateCisScanConfigurationResponse$
];
var UpdateCodeSecurityIntegration$ = [
  9,
  n0,
  _UCSI,
  { [_ht]: ["POST", "/codesecurity/integration/update", 200] },
  () => UpdateCodeSecurityIntegrationRequest$,
  () => UpdateCodeSecurityIntegrationResponse$
];
var UpdateCodeSecurityScanConfiguration$ = [
  9,
  n0,
  _UCSSC,
  { [_ht]: ["POST", "/codesecurity/scan-configuration/update", 200] },
  () => UpdateCodeSecurityScanConfigurationRequest$,
  () => UpdateCodeSecurityScanConfigurationResponse$
];
var UpdateConfiguration$ = [
  9,
  n0,
  _UC,
  { [_ht]: ["POST", "/configuration/update", 200] },
  () => UpdateConfigurationRequest$,
  () => UpdateConfigurationResponse$
];
var UpdateConnector$ = [
  9,
  n0,
  _UCp,
  { [_ht]: ["POST", "/connector/update", 200] },
  () => UpdateConnectorRequest$,
  () => UpdateConnectorResponse$
];
var UpdateConnectorScanConfiguration$ = [
  9,
  n0,
  _UCSCp,
  { [_ht]: ["POST", "/connectorscanconfiguration/update", 200] },
  () => UpdateConnectorScanConfigurationRequest$,
  () => UpdateConnectorScanConfigurationResponse$
];
var UpdateEc2DeepInspectionConfiguration$ = [
  9,
  n0,
  _UEDIC,
  { [_ht]: ["POST", "/ec2deepinspectionconfiguration/update", 200] },
  () => UpdateEc2DeepInspectionConfigurationRequest$,
  () => UpdateEc2DeepInspectionConfigurationResponse$
];
var UpdateEncryptionKey$ = [
  9,
  n0,
  _UEK,
  { [_ht]: ["PUT", "/encryptionkey/update", 200] },
  () => UpdateEncryptionKeyRequest$,
  () => UpdateEncryptionKeyResponse$
];
var UpdateFilter$ = [
  9,
  n0,
  _UF,
  { [_ht]: ["POST", "/filters/update", 200] },
  () => UpdateFilterRequest$,
  () => UpdateFilterResponse$
];
var UpdateOrganizationConfiguration$ = [
  9,
  n0,
  _UOC,
  { [_ht]: ["POST", "/organizationconfiguration/update", 200] },
  () => UpdateOrganizationConfigurationRequest$,
  () => UpdateOrganizationConfigurationResponse$
];
var UpdateOrgEc2DeepInspectionConfiguration$ = [
  9,
  n0,
  _UOEDIC,
  { [_ht]: ["POST", "/ec2deepinspectionconfiguration/org/update", 200] },
  () => UpdateOrgEc2DeepInspectionConfigurationRequest$,
  () => UpdateOrgEc2DeepInspectionConfigurationResponse$
];

// node_modules/@aws-sdk/client-inspector2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2020-06-08",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultInspector2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsRestJsonProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.inspector2",
      errorTypeRegistries,
      version: "2020-06-08",
      serviceTarget: "Inspector2"
    },
    serviceId: config?.serviceId ?? "Inspector2",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-inspector2/dist-es/runtimeConfig.js
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

// node_modules/@aws-sdk/client-inspector2/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-inspector2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-inspector2/dist-es/Inspector2Client.js
var Inspector2Client = class extends Client {
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
      httpAuthSchemeParametersProvider: defaultInspector2HttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-inspector2/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "Inspector2", "Inspector2Client", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/BatchGetAccountStatusCommand.js
var BatchGetAccountStatusCommand = class extends command(_ep0, _mw0, "BatchGetAccountStatus", BatchGetAccountStatus$) {
};

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/BatchGetFindingDetailsCommand.js
var BatchGetFindingDetailsCommand = class extends command(_ep0, _mw0, "BatchGetFindingDetails", BatchGetFindingDetails$) {
};

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/GetClustersForImageCommand.js
var GetClustersForImageCommand = class extends command(_ep0, _mw0, "GetClustersForImage", GetClustersForImage$) {
};

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/ListCoverageCommand.js
var ListCoverageCommand = class extends command(_ep0, _mw0, "ListCoverage", ListCoverage$) {
};

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/ListFindingAggregationsCommand.js
var ListFindingAggregationsCommand = class extends command(_ep0, _mw0, "ListFindingAggregations", ListFindingAggregations$) {
};

// node_modules/@aws-sdk/client-inspector2/dist-es/commands/ListFindingsCommand.js
var ListFindingsCommand = class extends command(_ep0, _mw0, "ListFindings", ListFindings$) {
};

// packages/sdk/src/inspector/client.ts
var inspectorClient = clientCache((config) => new Inspector2Client(config));
var service = "inspector2";
var filterValueLimit = 10;
function equalsAny(values) {
  if (values.length > filterValueLimit) throw new RangeError(`a filter takes at most ${filterValueLimit} values, not ${values.length}`);
  return values.map((value) => ({ comparison: "EQUALS", value }));
}
function filterChunks(values, size = filterValueLimit) {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}

// packages/sdk/src/inspector/account.ts
async function getEcrScanningState(context, accountId) {
  const command2 = () => new BatchGetAccountStatusCommand({ accountIds: [accountId] });
  const answer = await call(context, service, "BatchGetAccountStatus", (options) => inspectorClient(context).send(command2(), options));
  const failed = answer.failedAccounts?.find((account) => account.accountId === accountId);
  const state = answer.accounts?.find((account) => account.accountId === accountId)?.resourceState?.ecr;
  if (state?.status && !failed) return { status: state.status, errorCode: meaningful(state.errorCode), errorMessage: state.errorMessage || void 0 };
  return { status: failed?.resourceStatus?.ecr ?? "UNKNOWN", errorCode: failed?.errorCode, errorMessage: failed?.errorMessage };
}
function meaningful(code2) {
  return code2 && code2 !== "ALREADY_ENABLED" && code2 !== "NONE" ? code2 : void 0;
}

// packages/sdk/src/inspector/paging.ts
var PagingError = class extends Error {
  code = "internal";
  hint;
  constructor(operation) {
    super(`inspector2:${operation} answered with a nextToken that it had given before; its pages never end`);
    this.name = "PagingError";
    this.hint = "Run the job again. If it happens again, open a case with AWS Support: a list whose pages repeat cannot be judged.";
  }
};
async function readPages(operation, read) {
  const items2 = [];
  const seen = /* @__PURE__ */ new Set();
  let token;
  do {
    const page = await read(token);
    for (const item of page.items) items2.push(item);
    token = page.nextToken || void 0;
    if (token !== void 0 && seen.has(token)) throw new PagingError(operation);
    if (token !== void 0) seen.add(token);
  } while (token !== void 0);
  return items2;
}

// packages/sdk/src/inspector/aggregation.ts
var aggregationPageLimit = 100;
async function countImageFindings(context, digests, policy = {}) {
  const totals = { all: 0, critical: 0, high: 0, medium: 0 };
  for (const chunk of filterChunks(digests)) {
    const aggregationRequest = { awsEcrContainerAggregation: { imageShas: equalsAny(chunk) } };
    const rows = await readPages("ListFindingAggregations", async (nextToken) => {
      const paging = { maxResults: aggregationPageLimit, ...nextToken ? { nextToken } : {} };
      const command2 = () => new ListFindingAggregationsCommand({ aggregationType: "AWS_ECR_CONTAINER", aggregationRequest, ...paging });
      const answer = await call(context, service, "ListFindingAggregations", (options) => inspectorClient(context).send(command2(), options), policy);
      return { items: answer.responses ?? [], nextToken: answer.nextToken };
    });
    for (const row of rows) {
      const counts = row.awsEcrContainerAggregation?.severityCounts;
      for (const key of ["all", "critical", "high", "medium"]) totals[key] += counts?.[key] ?? 0;
    }
  }
  return totals;
}

// packages/sdk/src/inspector/clusters.ts
var clustersPageLimit = 100;
async function getClustersForImage(context, resourceId, policy = {}) {
  const command2 = () => new GetClustersForImageCommand({ filter: { resourceId }, maxResults: clustersPageLimit });
  const answer = await call(context, service, "GetClustersForImage", (options) => inspectorClient(context).send(command2(), options), policy);
  const clusters = (answer.cluster ?? []).map(({ clusterArn, clusterDetails }) => ({
    arn: clusterArn ?? "",
    running: (clusterDetails ?? []).reduce((sum, { runningUnitCount }) => sum + (runningUnitCount ?? 0), 0),
    workloads: (clusterDetails ?? []).flatMap(workloadsOf).sort()
  }));
  return clusters.sort((a2, b2) => a2.arn < b2.arn ? -1 : 1);
}
function workloadsOf({ clusterMetadata }) {
  const eks = clusterMetadata?.awsEksMetadataDetails;
  const task = clusterMetadata?.awsEcsMetadataDetails?.taskDefinitionArn;
  return [...(eks?.workloadInfoList ?? []).map(({ name, type }) => `${eks?.namespace ?? ""}/${type ?? ""}/${name ?? ""}`), ...task ? [task] : []];
}

// packages/sdk/src/inspector/coverage.ts
var coveragePageLimit = 200;
function imageResourceId(place, digest) {
  return `arn:${place.partition}:ecr:${place.region}:${place.accountId}:repository/${place.repository}/${digest}`;
}
async function listImageCoverage(context, place, digests) {
  const rows = [];
  for (const chunk of filterChunks(digests)) {
    const resourceId = equalsAny(chunk.map((digest) => imageResourceId(place, digest)));
    const found = await readPages("ListCoverage", async (nextToken) => {
      const command2 = () => new ListCoverageCommand({ filterCriteria: { resourceId }, maxResults: coveragePageLimit, ...nextToken ? { nextToken } : {} });
      const answer = await call(context, service, "ListCoverage", (options) => inspectorClient(context).send(command2(), options));
      return { items: (answer.coveredResources ?? []).map(rowFrom), nextToken: answer.nextToken };
    });
    rows.push(...found);
  }
  return rows;
}
function rowFrom(resource) {
  const resourceId = resource.resourceId ?? "";
  return {
    digest: resourceId.slice(resourceId.lastIndexOf("/") + 1),
    resourceId,
    statusCode: resource.scanStatus?.statusCode ?? "",
    reason: resource.scanStatus?.reason ?? "",
    ...resource.lastScannedAt ? { lastScannedAt: resource.lastScannedAt.getTime() } : {},
    ...resource.resourceMetadata?.ecrRepository?.scanFrequency ? { scanFrequency: resource.resourceMetadata.ecrRepository.scanFrequency } : {}
  };
}

// packages/sdk/src/inspector/details.ts
var detailsLimit = 10;
var parallel = 4;
async function getFindingDetails(context, arns) {
  const details = /* @__PURE__ */ new Map();
  for (const round of filterChunks(filterChunks(arns, detailsLimit), parallel)) {
    const answers = await Promise.all(round.map((findingArns) => batch(context, findingArns)));
    for (const entry of answers.flat()) details.set(entry.arn, entry);
  }
  return details;
}
async function batch(context, findingArns) {
  const command2 = () => new BatchGetFindingDetailsCommand({ findingArns });
  const answer = await call(context, service, "BatchGetFindingDetails", (options) => inspectorClient(context).send(command2(), options));
  return (answer.findingDetails ?? []).flatMap(({ findingArn, cisaData }) => findingArn ? { arn: findingArn, kev: cisaData !== void 0 } : []);
}

// packages/sdk/src/inspector/findings.ts
var findingsPageLimit = 100;
async function listImageFindings(context, query) {
  const findings = [];
  for (const chunk of filterChunks(query.digests)) {
    const filterCriteria = criteriaOf({ ...query, digests: chunk });
    const found = await readPages("ListFindings", async (nextToken) => {
      const command2 = () => new ListFindingsCommand({ filterCriteria, maxResults: findingsPageLimit, ...nextToken ? { nextToken } : {} });
      const answer = await call(context, service, "ListFindings", (options) => inspectorClient(context).send(command2(), options));
      return { items: (answer.findings ?? []).map(findingFrom), nextToken: answer.nextToken };
    });
    for (const finding of found) findings.push(finding);
  }
  return findings;
}
function criteriaOf(query) {
  return {
    ecrImageHash: equalsAny(query.digests),
    findingStatus: equalsAny(query.statuses),
    ...query.severities ? { severity: equalsAny(query.severities) } : {}
  };
}
function findingFrom(finding) {
  const details = finding.packageVulnerabilityDetails;
  const image = finding.resources?.find((resource) => resource.details?.awsEcrContainerImage)?.details?.awsEcrContainerImage;
  return {
    arn: finding.findingArn ?? "",
    id: details?.vulnerabilityId ?? finding.title ?? finding.findingArn ?? "",
    title: finding.title ?? "",
    severity: finding.severity ?? "UNTRIAGED",
    status: finding.status ?? "",
    digest: image?.imageHash ?? "",
    architecture: image?.architecture ?? "",
    osPlatform: image?.platform ?? "",
    exploitAvailable: finding.exploitAvailable === "YES",
    firstObservedAt: finding.firstObservedAt?.getTime() ?? 0,
    updatedAt: (finding.updatedAt ?? finding.lastObservedAt)?.getTime() ?? 0,
    packages: (details?.vulnerablePackages ?? []).map(packageFrom),
    ...finding.fixAvailable ? { fixAvailable: finding.fixAvailable } : {},
    ...finding.epss?.score === void 0 ? {} : { epss: finding.epss.score },
    ...finding.inspectorScore === void 0 ? {} : { score: finding.inspectorScore }
  };
}
function packageFrom(at) {
  const release = at.release ? `-${at.release}` : "";
  const epoch = at.epoch ? `${at.epoch}:` : "";
  return {
    name: at.name ?? "",
    version: at.version ? `${epoch}${at.version}${release}` : "",
    ...at.fixedInVersion ? { fixedInVersion: at.fixedInVersion } : {},
    ...at.filePath ? { filePath: at.filePath } : {},
    ...at.packageManager ? { packageManager: at.packageManager } : {},
    ...at.sourceLayerHash ? { sourceLayerHash: at.sourceLayerHash } : {}
  };
}

// actions/scan-gate/src/index-manifest.ts
function isIndexType(mediaType) {
  return /\.image\.index\.|\.manifest\.list\./.test(mediaType);
}
function runnableChildren(manifest) {
  const { manifests = [] } = JSON.parse(manifest);
  return manifests.filter(isRunnable).map((descriptor) => ({
    digest: descriptor.digest ?? "",
    platform: platformOf(descriptor),
    isIndex: isIndexType(descriptor.mediaType ?? "")
  }));
}
function platformName(os, architecture, variant) {
  if (!os || !architecture) return "";
  return [os, architecture, ...variant && !(architecture === "arm64" && variant === "v8") ? [variant] : []].join("/");
}
function platformOf({ platform }) {
  return platformName(platform?.os, platform?.architecture, platform?.variant);
}
function isRunnable(descriptor) {
  if (descriptor.annotations?.["vnd.docker.reference.type"] !== void 0) return false;
  if (descriptor.artifactType !== void 0 || descriptor.subject !== void 0) return false;
  return platformOf(descriptor) !== "unknown/unknown";
}

// actions/scan-gate/src/read-findings.ts
function findingsReader({ inputs, aws }) {
  const { policy } = inputs.policy;
  const relevant = relevantSeverities(policy);
  const kevOf = /* @__PURE__ */ new Map();
  const ask = async (found) => {
    const unknown = found.filter((finding) => !kevOf.has(keyOf(finding)));
    if (unknown.length === 0) return;
    const details = await getFindingDetails(
      aws,
      unknown.map(({ arn }) => arn)
    );
    for (const finding of unknown) kevOf.set(keyOf(finding), details.get(finding.arn)?.kev);
  };
  return async (children) => {
    const at = aws.clock.now();
    const query = { digests: children.map(({ digest }) => digest), statuses: ["ACTIVE", "SUPPRESSED"] };
    const all = relevant.length === severities.length;
    const found = relevant.length === 0 ? [] : await listImageFindings(aws, all ? query : { ...query, severities: relevant });
    if (asksForKev(policy)) await ask(found);
    const platforms = new Map(children.map(({ digest, platform }) => [digest, platform]));
    const findings = found.map((finding) => toFinding(finding, platforms.get(finding.digest) ?? "", kevOf.get(keyOf(finding))));
    const { verdict } = judge(findings, policy, { now: at, onSuppressed: inputs.onSuppressed });
    return { findings, reading: { at, signature: signatureOf(found), blocks: verdict === "blocked" } };
  };
}
function signatureOf(findings) {
  return findings.map(({ arn, updatedAt, status }) => `${arn} ${updatedAt} ${status}`).sort().join("\n");
}
function keyOf({ arn, updatedAt }) {
  return `${arn} ${updatedAt}`;
}
function toFinding(finding, platform, kev) {
  const os = finding.osPlatform.startsWith("WINDOWS") ? "windows" : "linux";
  const { fixAvailable } = finding;
  return {
    arn: finding.arn,
    id: finding.id,
    severity: severities.find((known) => known === finding.severity) ?? "UNTRIAGED",
    status: finding.status === "SUPPRESSED" ? "SUPPRESSED" : "ACTIVE",
    digest: finding.digest,
    platform: platform || platformName(os, finding.architecture),
    exploitAvailable: finding.exploitAvailable,
    firstObservedAt: finding.firstObservedAt,
    updatedAt: finding.updatedAt,
    packages: finding.packages,
    ...fixAvailable === "YES" || fixAvailable === "NO" || fixAvailable === "PARTIAL" ? { fixAvailable } : {},
    ...finding.epss === void 0 ? {} : { epss: finding.epss },
    ...finding.score === void 0 ? {} : { score: finding.score },
    ...kev === void 0 ? {} : { kev }
  };
}

// actions/scan-gate/src/unscannable.ts
function unscannable(reason, child, words, place) {
  const name = child.platform ? `${child.platform} (${child.digest})` : child.digest;
  return new Failure({
    what: `image ${place.repository} ${name} ${meanings[reason]}`,
    reason,
    why: [`Inspector says ${words.statusCode}/${words.reason} of ${imageResourceId(place, child.digest)}`],
    remedy: remedyFor(reason, child, words, place)
  });
}
var meanings = {
  "scan-off": "is not scanned: no scanning rule takes its repository",
  unsupported: "is of a kind that Inspector does not scan",
  "eligibility-expired": "is no longer scanned: its re-scan window is over, so that no findings says nothing",
  archived: "is archived in ECR",
  "inspector-denied": "may not be read by Inspector",
  terminated: "is gone for Inspector: deleted, or being disabled",
  excluded: "is excluded from scanning by a tag",
  "unknown-status": "is in a state that this gate does not know; it does not pass by accident"
};
function remedyFor(reason, child, words, place) {
  const image = `--repository-name ${place.repository} --image-ids imageDigest=${child.digest} --region ${place.region}`;
  const again = `Push the image again (a new push starts a new scan); check it with
aws ecr describe-images ${image}`;
  switch (reason) {
    case "scan-off":
      return `Add the repository to the registry's scanning rules:
aws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"${place.repository}","filterType":"WILDCARD"}]}]'`;
    case "unsupported":
      return "Build on a base that Inspector supports (scratch and some distroless images are not). Where other platforms of the index are judged, `on-unscannable: warn` leaves this one out.";
    case "eligibility-expired":
      return `${again}
or lengthen the re-scan duration: aws inspector2 update-configuration --ecr-configuration rescanDuration=DAYS_90 --region ${place.region}`;
    case "archived":
      return `aws ecr update-image-storage-class --target-storage-class STANDARD --repository-name ${place.repository} --image-id imageDigest=${child.digest} --region ${place.region}`;
    case "inspector-denied":
      return words.reason === "ACCESS_DENIED_TO_ENCRYPTION_KEY" ? keyStatement(place) : repositoryStatement();
    case "terminated":
      return `${again}
and that Inspector is not being disabled: aws inspector2 batch-get-account-status --account-ids ${place.accountId} --region ${place.region}`;
    case "excluded":
      return "Take the exclusion tag off, or out of Inspector's configuration.";
    case "unknown-status":
      return `Look at it: aws inspector2 list-coverage --region ${place.region} --filter-criteria '{"resourceId":[{"comparison":"EQUALS","value":"${imageResourceId(place, child.digest)}"}]}'
and report the state above, so that the gate learns it.`;
  }
}
function repositoryStatement() {
  return 'Add to the repository policy:\n{ "Sid": "Inspector", "Effect": "Allow", "Principal": { "Service": "inspector2.amazonaws.com" }, "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }';
}
function keyStatement(place) {
  return `Add to the policy of the repository's KMS key:
{ "Sid": "Inspector", "Effect": "Allow", "Principal": { "Service": "inspector2.amazonaws.com" }, "Action": ["kms:Decrypt", "kms:DescribeKey"], "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "${place.accountId}" } } }`;
}
function neverCovered({ place, tag }, absent, discovery) {
  const names = absent.map(({ digest, platform }) => platform ? `${platform} ${digest}` : digest).join(", ");
  return new Failure({
    what: `Inspector has not noticed ${place.repository}${tag ? `:${tag}` : ""} within ${discovery}`,
    reason: "never-covered",
    why: [
      `inspector2:ListCoverage has no row for ${names}`,
      "likely: the images of an index have no tag of their own, and Inspector of this account covers tagged images only",
      "likely: the image was pushed before Inspector was enabled, and is older than the re-scan duration",
      "likely: another account or region holds the scan"
    ],
    remedy: `Give each platform image a tag of its own, or raise discovery-timeout; look with
aws inspector2 list-coverage --region ${place.region} --filter-criteria '{"ecrRepositoryName":[{"comparison":"EQUALS","value":"${place.repository}"}]}'`
  });
}

// actions/scan-gate/src/wait.ts
var shortestPauseMs = 1e3;
var longestPauseMs = 1e4;
async function waitForFindings(target, progress, gate2) {
  const { aws, inputs, log } = gate2;
  const { quiet } = inputs;
  const readFindings = findingsReader(gate2);
  const start = aws.clock.now();
  let state = unsettled;
  let readNow = target.children.every(({ pushedAt }) => start - pushedAt >= quiet.settledAfter);
  let said = "";
  for (; ; ) {
    const due = readNow || isReadDue(state, aws.clock.now(), quiet);
    const read = due ? await readFindings(judged(target, progress, inputs.onUnscannable)) : void 0;
    progress.children = await readCoverage(target, gate2);
    progress.looks += 1;
    const now = aws.clock.now();
    const standing = assess(target, progress.children, now - start, gate2);
    const look = { now, ...standing.scans ? { scans: standing.scans } : {}, ...read ? { reading: read.reading } : {} };
    const step = advance(state, look, quiet);
    state = step.state;
    if (read) progress.findings = read.findings;
    if (step.next.kind === "judge") return;
    readNow = step.next.kind === "read";
    if (step.next.kind === "read") continue;
    if (standing.text !== said) log.info(`${formatSeconds(now - start)}: ${standing.text}`);
    said = standing.text;
    const pause = pauseAfter(now - start, Math.random());
    await aws.clock.sleep(Math.max(1, Math.min(pause, step.next.findingsAt - now, standing.within)), aws.signal);
  }
}
function pauseAfter(waitedMs, jitter) {
  const wanted = Math.min(longestPauseMs, Math.max(shortestPauseMs, waitedMs / 10));
  return Math.min(longestPauseMs, wanted * (0.9 + 0.2 * jitter));
}
async function readCoverage({ place, children }, { aws }) {
  const rows = await listImageCoverage(
    aws,
    place,
    children.map(({ digest }) => digest)
  );
  const byDigest = Map.groupBy(rows, ({ digest }) => digest);
  return children.map((child) => coveredChild(child, byDigest.get(child.digest) ?? []));
}
function coveredChild(child, rows) {
  const standing = worstStanding(rows, child.pushedAt);
  const telling = rows.find((row) => worstStanding([row], child.pushedAt).kind === standing.kind);
  const lastScannedAt = standing.kind === "ready" ? standing.lastScannedAt : telling?.lastScannedAt;
  return { ...child, status: telling?.statusCode ?? "", reason: telling?.reason ?? "", lastScannedAt, standing };
}
function judged(target, { children }, onUnscannable) {
  return children.length === 0 ? target.children : withoutExcused(children, onUnscannable);
}
function withoutExcused(children, onUnscannable) {
  const rest = children.filter(({ standing }) => !(standing.kind === "unscannable" && standing.reason === "unsupported"));
  return onUnscannable === "warn" && rest.length > 0 ? rest : children;
}
function assess(target, all, waitedMs, { inputs }) {
  const children = withoutExcused(all, inputs.onUnscannable);
  for (const child of children) {
    const { standing } = child;
    if (standing.kind === "unscannable") throw unscannable(standing.reason, child, { statusCode: child.status, reason: child.reason }, target.place);
  }
  const absent = children.filter(({ standing }) => standing.kind === "absent");
  const left = inputs.discoveryTimeout - waitedMs;
  if (absent.length > 0 && left <= 0) throw neverCovered(target, absent, formatDuration(inputs.discoveryTimeout));
  const within = absent.length > 0 ? left : Number.POSITIVE_INFINITY;
  const waiting = children.filter(({ standing }) => standing.kind !== "ready");
  if (waiting.length > 0) return { scans: void 0, text: `waiting for ${waiting.map(describeChild).join("; ")}`, within };
  const scans = children.map(({ digest, lastScannedAt }) => `${digest}=${lastScannedAt}`).join(" ");
  const latest = Math.max(...children.map(({ lastScannedAt }) => lastScannedAt ?? 0));
  return { scans: { key: scans, latest }, text: `scanned ${new Date(latest).toISOString()}; waiting until the findings have settled`, within };
}
function describeChild({ digest, platform, standing, status, reason }) {
  const name = platform || digest.slice(0, 19);
  if (standing.kind === "absent") return `${name}: Inspector has no row yet`;
  if (standing.kind === "waiting") return `${name}: ${standing.why} (${status}/${reason})`;
  return `${name}: ${status}/${reason}`;
}
function formatSeconds(ms) {
  return `${Math.round(ms / 1e3)}s`;
}
function ranOut(target, progress, timeoutMs, cause) {
  const waiting = progress.children.filter(({ standing }) => standing.kind !== "ready");
  const ready = progress.children.length > 0 && waiting.length === 0;
  const why = ready ? ["the images are scanned; their findings had not settled yet"] : waiting.map(describeChild);
  return new Failure({
    what: `no verdict on ${target ? `${target.place.repository}@${target.digest}` : "the image"} within ${formatDuration(timeoutMs)}`,
    reason: "timeout",
    why: why.length > 0 ? why : ["AWS did not answer in time"],
    remedy: `Raise the timeout (timeout: ${formatDuration(timeoutMs * 2)}), or look at Amazon Inspector's health in this region. Nothing was promoted.`,
    cause
  });
}

// actions/scan-gate/src/summary.ts
var mostRows = 200;
var marks = { pass: "\u2713", blocked: "\u2717", unscannable: "\u2717", timeout: "\u2717", error: "\u2717" };
function summaryOf({ verdict, facts, failure }, inputs) {
  const name = facts.target ? imageName(facts.target) : inputs.image?.text ?? inputs.policy.name;
  const parts = [`### ${marks[verdict]} Scan gate: ${verdict}${failure ? ` (${failure.reason})` : ""}`, "", code(name), ""];
  if (failure && failure.reason !== "findings") {
    parts.push(`**${escapeMarkdown(failure.what)}**`, "", ...failure.why.map((line) => `- ${escapeMarkdown(line)}`), "");
    parts.push(...failure.faults.slice(0, mostRows).map(({ text }) => `- ${escapeMarkdown(text)}`));
  }
  if (inputs.mode === "lint" && !failure) parts.push("The policy has no mistakes.");
  if (facts.judgement) parts.push(...judgementParts(facts, inputs));
  if (failure?.remedy) parts.push("", "```text", failure.remedy.replaceAll("```", "'''"), "```");
  if (facts.children.length > 0)
    parts.push("", "**Images**", "", ...facts.children.map((child) => `- ${code(child.digest)} ${escapeMarkdown(describeChild(child))}`));
  for (const cluster of facts.clusters ?? []) parts.push(`- runs in ${code(cluster.arn)}: ${cluster.running} pods or tasks`);
  if (facts.promoted.length > 0) parts.push("", `Promoted to ${facts.promoted.map((tag) => code(tag)).join(", ")}`);
  if (facts.target)
    parts.push("", `Policy ${code(inputs.policy.name)}, waited ${formatDuration(Math.round(facts.waitedMs / 1e3) * 1e3)}, ${facts.apiCalls} AWS requests.`);
  return parts.join("\n");
}
function judgementParts(facts, inputs) {
  const counts = Object.entries(countsOf(facts, inputs)).filter(([, count]) => count > 0);
  const shown = counts.length > 0 ? counts.map(([key, count]) => `${key} ${count}`).join(" \xB7 ") : "no findings that the policy can take";
  const rows = (facts.judgement?.findings ?? []).filter(({ verdict }) => verdict !== "ignore");
  const parts = [shown, ""];
  if (rows.length > 0) parts.push(table(["Verdict", "Severity", "Vulnerability", "Package", "Fixed in", "Where", "Rule"], rows.slice(0, mostRows).map(rowOf)));
  if (rows.length > mostRows) parts.push("", `${rows.length - mostRows} more are in the report file.`);
  return parts;
}
function rowOf(row) {
  const verdict = row.waiver ? `waived until ${row.waiver.until}` : row.verdict;
  const where = [row.path, row.platform].filter(Boolean).join(" ");
  return [
    verdict,
    row.severity,
    escapeMarkdown(row.id) + (row.kev ? " (known exploited)" : ""),
    `${escapeMarkdown(row.package || "\u2013")} ${escapeMarkdown(row.version)}`,
    row.fixedIn ? escapeMarkdown(row.fixedIn) : "\u2013",
    where ? escapeMarkdown(where) : "\u2013",
    String(row.rule)
  ];
}

// actions/scan-gate/src/report.ts
var reasons = [
  "findings",
  "image-not-found",
  "tag-moved",
  "no-scannable-image",
  "inspector-disabled",
  "basic-scanning",
  "scan-off",
  "unsupported",
  "eligibility-expired",
  "archived",
  "inspector-denied",
  "terminated",
  "excluded",
  "never-covered",
  "unknown-status",
  "tag-immutable",
  "invalid-policy",
  "evidence-failed"
];
function report(result, inputs) {
  const { verdict, facts, failure } = result;
  const children = childrenOf(facts);
  return {
    outcome: verdict,
    subject: subjectOf(facts, inputs),
    result: {
      findings: facts.judgement?.findings ?? [],
      children,
      policyHash: inputs.policy.hash,
      clusters: facts.clusters ?? []
    },
    outputs: outputsOf(verdict, facts, inputs),
    summary: summaryOf(result, inputs),
    annotations: annotationsOf(facts, inputs),
    ...failure ? { failure } : {},
    ...inputs.mode === "gate" && facts.target ? { comment: { mode: inputs.comment.mode, key: facts.target.place.repository, body: summaryOf(result, inputs), token: inputs.comment.token } } : {}
  };
}
function reportFailure(failure, _inputs) {
  const verdict = verdictOf(failure.reason);
  return { outcome: verdict, outputs: { ...emptyOutputs, verdict } };
}
var emptyOutputs = {
  digest: "",
  image: "",
  children: [],
  counts: {},
  blocking: [],
  "promoted-tags": [],
  "evidence-digest": "",
  "sarif-path": "",
  "api-calls": 0,
  "waited-ms": 0
};
function outputsOf(verdict, facts, inputs) {
  const { target, judgement } = facts;
  return {
    ...emptyOutputs,
    verdict,
    digest: target?.digest ?? "",
    image: target ? imageName(target) : "",
    children: childrenOf(facts),
    counts: judgement ? countsOf(facts, inputs) : {},
    blocking: judgement?.blocking ?? [],
    "promoted-tags": [...facts.promoted].sort(),
    "api-calls": facts.apiCalls,
    "waited-ms": facts.waitedMs
  };
}
function subjectOf({ target }, inputs) {
  if (!target) return { image: inputs.image?.text ?? "", policy: inputs.policy.name };
  const { place, digest, tag } = target;
  return {
    image: imageName(target),
    digest,
    tag: tag ?? null,
    repository: place.repository,
    accountId: place.accountId,
    region: place.region,
    policy: inputs.policy.name
  };
}
function childrenOf({ target, children, findings }) {
  const found = new Map(findings.map(({ digest, platform }) => [digest, platform]));
  const known = new Map(children.map((child) => [child.digest, child]));
  return (target?.children ?? []).map(({ digest, platform }) => {
    const seen = known.get(digest);
    const lastScannedAt = seen?.lastScannedAt === void 0 ? null : new Date(seen.lastScannedAt).toISOString();
    return { digest, platform: platform || (found.get(digest) ?? ""), status: seen?.status ?? "", reason: seen?.reason ?? "", lastScannedAt };
  });
}
function annotationsOf({ judgement, children }, inputs) {
  const excused = children.filter((child) => !withoutExcused(children, inputs.onUnscannable).includes(child));
  const warn = (text) => ({ kind: "warning", text });
  const { expired = [], expiring = [], fixed = [], unused = [] } = judgement?.waivers ?? {};
  return [
    ...excused.map((child) => warn(`not judged, left out by on-unscannable: warn: ${describeChild(child)}`)),
    ...expired.map((waiver) => warn(`expired waiver, waives nothing: ${describeWaiver(waiver)}`)),
    ...fixed.map((waiver) => warn(`waiver ended because a fix is available (until-fixed): ${describeWaiver(waiver)}`)),
    ...expiring.map((waiver) => warn(`waiver ends within 7 days: ${describeWaiver(waiver)}`)),
    ...unused.map((waiver) => ({ kind: "notice", text: `unused waiver: ${describeWaiver(waiver)}` }))
  ];
}

// actions/scan-gate/src/failure-of.ts
function failureOf(error, facts, inputs, signal) {
  if (error instanceof Failure && error !== signal.reason) return error;
  const stop = signal.aborted && signal.reason instanceof Failure ? signal.reason : void 0;
  if (stop && stop.reason !== "timeout") return stop;
  if (facts.promoting) return notPromoted(error, facts, inputs, stop !== void 0);
  if (stop) return ranOut(facts.target, facts, inputs.timeout, error);
  return inWordsOfAws(error, `${inputs.image?.text ?? "the image"} could not be judged`);
}
function failedVerdict({ reason }, { promoting }) {
  return promoting ? "error" : verdictOf(reason);
}
function notPromoted(error, { target, promoted }, { promoteTags: promoteTags2, timeout }, late) {
  const what = `${target ? imageName(target) : "the image"} passed, but its tags could not all be put`;
  const missing = promoteTags2.filter((tag) => !promoted.includes(tag));
  const state = `promoted: ${promoted.join(", ") || "none"}; not known to be promoted: ${missing.join(", ")}`;
  if (!late) return inWordsOfAws(error, what, [state]);
  return new Failure({
    what,
    reason: "timeout",
    why: [state, `the timeout of ${formatDuration(timeout)} ended while they were put`],
    remedy: `Run the job again (the same tags are put on the same bytes), or raise the timeout (timeout: ${formatDuration(timeout * 2)}).`,
    cause: error
  });
}
function inWordsOfAws(error, what, facts = []) {
  const { reason, why, remedy, cause } = toFailure(error, what, reasons);
  const hint = reason === "internal" && error instanceof AwsError ? error.hint : remedy;
  const words = error instanceof AwsError ? [error.message] : why;
  return new Failure({ what, reason, why: [...words, ...facts], cause, ...hint === void 0 ? {} : { remedy: hint } });
}

// actions/scan-gate/src/judgement-failures.ts
function blocked(target, judgement, now) {
  const rows = judgement.findings.filter(({ verdict }) => verdict === "block");
  const count = judgement.blocking.length;
  return new Failure({
    what: `image ${imageName(target)} is blocked by ${count} ${count === 1 ? "vulnerability" : "vulnerabilities"}`,
    reason: "findings",
    faults: rows.map((row) => ({ text: describeRow(row) })),
    remedy: remedyFor2(rows, now)
  });
}
function unusedWaivers(judgement, policyName) {
  return new Failure({
    what: `${judgement.waivers.unused.length} waivers of ${policyName} waive nothing`,
    reason: "invalid-policy",
    faults: judgement.waivers.unused.map((waiver) => ({ text: `unused waiver: ${describeWaiver(waiver)}` })),
    remedy: "Remove them from the policy, or set fail-on-unused: false."
  });
}
function tagMoved({ place, tag, digest }, now) {
  return new Failure({
    what: `tag ${place.repository}:${tag} moved while it was judged`,
    reason: "tag-moved",
    why: [`at the start it was on ${digest}`, now ? `now it is on ${now}` : "now it is gone"],
    remedy: "Judge the digest that the build gave out (the output `image` of build-image), or make the tag immutable."
  });
}
function describeRow(row) {
  const parts = [
    row.severity,
    row.id,
    "in",
    row.package || "an unnamed package",
    row.version,
    row.path && `at ${row.path}`,
    row.platform && `on ${row.platform}`
  ];
  const fix = row.fixedIn ? `fixed in ${row.fixedIn}` : "no fix yet";
  return `${parts.filter(Boolean).join(" ")}: ${fix}${row.kev ? ", known to be exploited" : ""} (rule ${row.rule})`;
}
var dayMs4 = 864e5;
var suggestedDays = 30;
function remedyFor2(rows, now) {
  const fixable = rows.find(({ fixedIn }) => fixedIn !== null);
  const upgrade = fixable ? `Upgrade ${fixable.package} to ${fixable.fixedIn} (and the others above), and build again.` : "Change to a base without these packages.";
  const [first] = rows;
  if (!first) return upgrade;
  const until = new Date(now + suggestedDays * dayMs4).toISOString().slice(0, 10);
  const scope = first.package ? `, package: ${JSON.stringify(first.package)}` : "";
  return `${upgrade}
Where that has to wait, add a waiver to the policy:
waivers:
  - { id: ${/^[\w.-]+$/.test(first.id) ? first.id : JSON.stringify(first.id)}${scope}, until: ${until}, reason: "\u2026", owner: "\u2026" }`;
}

// actions/scan-gate/src/preflight.ts
async function checkScanning(place, aws) {
  const [state, registry, repository] = await Promise.all([
    getEcrScanningState(aws, place.accountId),
    getRegistryScanningConfiguration(aws),
    getRepositoryScanning(aws, place.repository)
  ]);
  const where = `account ${place.accountId}, region ${place.region}`;
  if (state.status !== "ENABLED" && state.status !== "ENABLING") {
    throw new Failure({
      what: `Amazon Inspector does not scan ECR images in ${where}`,
      reason: "inspector-disabled",
      why: [`inspector2:BatchGetAccountStatus says ${state.status}${state.errorCode ? `, ${state.errorCode}: ${state.errorMessage ?? ""}` : ""}`],
      remedy: `aws inspector2 enable --resource-types ECR --account-ids ${place.accountId} --region ${place.region}`
    });
  }
  if (registry.scanType !== "ENHANCED") {
    throw new Failure({
      what: `the registry of ${where} uses basic scanning, not Amazon Inspector`,
      reason: "basic-scanning",
      why: [`ecr:GetRegistryScanningConfiguration says scanType ${registry.scanType}`],
      remedy: `aws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]'`
    });
  }
  if (repository?.scanFrequency === "MANUAL")
    throw scanOff(place, "ecr:BatchGetRepositoryScanningConfiguration says scanFrequency MANUAL: no rule of the registry takes this repository");
}
function scanOff(place, why) {
  return new Failure({
    what: `repository ${place.repository} is not scanned`,
    reason: "scan-off",
    why: [why],
    remedy: `Add a filter for it to the registry's scanning rules:
aws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"${place.repository}","filterType":"WILDCARD"}]}]'`
  });
}

// actions/scan-gate/src/promote.ts
async function promoteTags(target, tags, promoted, aws) {
  if (tags.length === 0) return;
  const { place, digest } = target;
  const there = await lookUp(target, tags, aws);
  const image = there.find((found) => found.digest === digest && found.manifest !== "");
  if (!image) throw imageNotFound(place, digest, ["it is gone since it was judged"]);
  const digestOf = new Map(there.flatMap((found) => found.tag === void 0 ? [] : [[found.tag, found.digest]]));
  const elsewhere = tags.filter((tag) => digestOf.has(tag) && digestOf.get(tag) !== digest);
  if (elsewhere.length > 0) await checkMovable(target, elsewhere, digestOf, aws);
  promoted.push(...tags.filter((tag) => digestOf.get(tag) === digest));
  for (const tag of tags.filter((name) => digestOf.get(name) !== digest)) {
    await put(target, image, tag, aws);
    promoted.push(tag);
  }
}
async function lookUp({ place, digest }, tags, aws) {
  const ids = [{ digest }, ...tags.map((tag) => ({ tag }))];
  const found = [];
  for (let from = 0; from < ids.length; from += batchImageLimit) {
    const { images } = await batchGetImage(aws, place.repository, ids.slice(from, from + batchImageLimit), place.registryId);
    found.push(...images);
  }
  return found;
}
async function checkMovable(target, tags, digestOf, aws) {
  const { place } = target;
  const repository = await describeRepository(aws, place.repository, place.registryId);
  const fixed = repository ? tags.filter((tag) => isImmutableTag(repository, tag)) : tags;
  if (fixed.length > 0)
    throw immutable(
      target,
      fixed.map((tag) => `${tag} is on ${digestOf.get(tag)}`),
      repository?.tagMutability ?? "unknown"
    );
}
async function put({ place, digest, ...target }, image, tag, aws) {
  try {
    await putImage(aws, place.repository, { digest, mediaType: image.mediaType, manifest: image.manifest, tag }, place.registryId);
  } catch (error) {
    if (!(error instanceof AwsError) || error.awsCode !== "ImageTagAlreadyExistsException") throw error;
    throw immutable({ place, digest, ...target }, [error.message], "IMMUTABLE", error);
  }
}
function immutable({ place, digest }, why, mutability, cause) {
  return new Failure({
    what: `the tags of ${place.repository} cannot be moved to ${digest}`,
    reason: "tag-immutable",
    why: [...why, `the repository's tag mutability is ${mutability}`],
    remedy: "Promote to tags that are not used yet, or exclude moving tags from immutability (imageTagMutabilityExclusionFilters).",
    cause
  });
}

// actions/scan-gate/src/resolve.ts
var deepest = 2;
async function resolveImage(image, place, wish, aws) {
  const reference = image.digest ?? image.tag ?? "";
  const id = image.digest === void 0 ? { tag: reference } : { digest: image.digest };
  const [detail] = await describe(place, [id], reference, aws);
  if (!detail?.digest) throw imageNotFound(place, reference, ["ecr:DescribeImages answered without it"]);
  const mediaType = detail.mediaType ?? "";
  const children = isIndexType(mediaType) ? await childrenOf2(detail.digest, place, aws) : [await plainImage(detail, place, wish, aws)];
  const chosen = choose(children, wish.platforms, place, reference);
  return { place, tag: image.tag, digest: detail.digest, mediaType, children: chosen };
}
async function followTag(place, tag, aws) {
  const { images } = await batchGetImage(aws, place.repository, [{ tag }], place.registryId);
  return images[0]?.digest;
}
async function plainImage(detail, place, wish, aws) {
  const needed = wish.needed || wish.platforms.length > 0;
  const platform = needed ? await readImagePlatform(aws, place.repository, detail.digest, place.registryId) : "";
  return { digest: detail.digest, platform, pushedAt: pushedAtOf(detail, place) };
}
async function childrenOf2(digest, place, aws) {
  const found = await flatten([digest], place, aws, 1);
  const unique = [...new Map(found.map((child) => [child.digest, child])).values()];
  if (unique.length === 0) return [];
  if (unique.length > batchImageLimit) throw tooMany(place, digest, unique.length);
  const ids = unique.map((child) => ({ digest: child.digest }));
  const details = await describe(place, ids, digest, aws);
  const byDigest = new Map(details.map((detail) => [detail.digest, detail]));
  return unique.map(({ digest: child, platform }) => {
    const detail = byDigest.get(child);
    if (!detail) throw imageNotFound(place, child, [`the index ${digest} names it and ECR does not have it`]);
    return { digest: child, platform, pushedAt: pushedAtOf(detail, place) };
  });
}
async function flatten(indexes, place, aws, depth) {
  const ids = indexes.map((digest) => ({ digest }));
  const { images, failures } = await batchGetImage(aws, place.repository, ids, place.registryId);
  const [failure] = failures;
  if (failure) throw imageNotFound(place, failure.id, [`ecr:BatchGetImage: ${failure.code}: ${failure.reason}`]);
  const children = images.flatMap((image) => runnableChildren(image.manifest));
  const nested = children.filter(({ isIndex }) => isIndex).map(({ digest }) => digest);
  const plain = children.filter(({ isIndex }) => !isIndex);
  if (nested.length === 0) return plain;
  if (depth >= deepest || nested.length > batchImageLimit) throw tooMany(place, indexes[0] ?? "", nested.length);
  return [...plain, ...await flatten(nested, place, aws, depth + 1)];
}
function choose(children, platforms, place, reference) {
  const sorted = children.toSorted((a2, b2) => a2.digest < b2.digest ? -1 : 1);
  const there = new Set(children.map(({ platform }) => platform));
  const missing = platforms.filter((platform) => !there.has(platform));
  if (children.length > 0 && missing.length === 0) return platforms.length === 0 ? sorted : sorted.filter(({ platform }) => platforms.includes(platform));
  const has = children.length === 0 ? "it holds no platform image, only attestations or artifacts" : `it holds ${[...there].sort().join(", ")}`;
  throw new Failure({
    what: `image ${place.repository} ${reference} has ${children.length === 0 ? "nothing that Inspector scans" : `no image for ${missing.join(", ")}`}`,
    reason: "no-scannable-image",
    why: [has],
    remedy: children.length === 0 ? "Push an image with a platform; check what the build pushes under this name." : "Build the missing platforms, or leave them out of `platforms`."
  });
}
async function describe(place, ids, reference, aws) {
  try {
    return await describeImages(aws, place.repository, ids, place.registryId);
  } catch (error) {
    if (error instanceof AwsError && /^(ImageNotFound|RepositoryNotFound)Exception$/.test(error.awsCode))
      throw imageNotFound(place, reference, [error.message], error);
    throw error;
  }
}
function pushedAtOf(detail, place) {
  if (detail.pushedAt) return detail.pushedAt.getTime();
  throw new Failure({
    what: `ECR does not say when ${place.repository}@${detail.digest} was pushed`,
    reason: "internal",
    why: ["ecr:DescribeImages answered without imagePushedAt"],
    remedy: "Run the job again; a scan cannot be told from an older one without that time."
  });
}
function tooMany(place, digest, count) {
  return new Failure({
    what: `the index ${place.repository}@${digest} is too large to judge`,
    reason: "no-scannable-image",
    why: [`it holds ${count} images or indexes; at most ${batchImageLimit} images in ${deepest} levels are read`],
    remedy: "Split the index."
  });
}

// actions/scan-gate/src/scan-gate.ts
async function runScanGate(inputs, context) {
  const facts = noFacts();
  if (!inputs.image) return { verdict: "pass", facts };
  const region = inputs.image.registry?.region ?? inputs.region;
  if (inputs.region && region !== inputs.region) context.log.notice(`the registry is in ${region}: ECR and Inspector are asked there, not in ${inputs.region}`);
  const aws = awsContextOf(context, region, "slipway/scan-gate");
  try {
    await gate(inputs, aws, context, facts);
    return { verdict: "pass", facts };
  } catch (error) {
    const failure = failureOf(error, facts, inputs, context.signal);
    return { verdict: failedVerdict(failure, facts), facts, failure };
  } finally {
    facts.apiCalls = Object.values(context.calls.all()).reduce((sum, count) => sum + count, 0);
    closeContext(aws);
  }
}
async function gate(inputs, aws, { timings, log, clock }, facts) {
  const { image } = inputs;
  if (!image) return;
  const run = { inputs, aws, log };
  const place = await timings.phase("locate", () => locateImage(image, aws));
  await timings.phase("preflight", () => checkScanning(place, aws));
  const wish = { platforms: inputs.platforms, needed: inputs.policy.policy.waivers.some(({ platform }) => platform !== void 0) };
  const target = await timings.phase("resolve", () => resolveImage(image, place, wish, aws));
  facts.target = target;
  log.info(`Judging ${imageName(target)}: ${target.children.map(({ platform, digest }) => platform || digest).join(", ")}`);
  const start = clock.now();
  try {
    await timings.phase("wait", () => waitForFindings(target, facts, run));
  } finally {
    facts.waitedMs = clock.now() - start;
  }
  if (target.tag !== void 0 && facts.looks > 1) await checkTag(target, aws);
  try {
    decide(run, target, facts, clock.now());
    facts.promoting = true;
    await timings.phase("promote", () => promoteTags(target, inputs.promoteTags, facts.promoted, aws));
  } finally {
    await timings.phase("describe", () => describe2(run, target, facts));
  }
}
function decide({ inputs }, target, facts, now) {
  const { policy, name } = inputs.policy;
  const judgement = judge(facts.findings, policy, { now, onSuppressed: inputs.onSuppressed });
  facts.judgement = judgement;
  if (judgement.verdict === "blocked") throw blocked(target, judgement, now);
  if (policy.failOnUnused && judgement.waivers.unused.length > 0) throw unusedWaivers(judgement, name);
}
async function checkTag(target, aws) {
  const now = await followTag(target.place, target.tag ?? "", aws);
  if (now !== target.digest) throw tagMoved(target, now);
}
var informing = { attempts: 3 };
async function describe2({ inputs, aws, log }, target, facts) {
  const digests = withoutExcused(facts.children, inputs.onUnscannable).map(({ digest }) => digest);
  const unread = relevantSeverities(inputs.policy.policy).length < severities.length;
  const [first] = target.children;
  const policy = { ...informing, deadline: aws.clock.now() + 1e4 };
  const quietly = async (what, work) => {
    try {
      return await work();
    } catch (error) {
      log.info(`${what} is left out of the report: ${error instanceof Error ? error.message : String(error)}`);
      return void 0;
    }
  };
  const totals = unread ? await quietly("the number of other findings", () => countImageFindings(aws, digests, policy)) : void 0;
  const clusters = first && await quietly("where the image runs", () => getClustersForImage(aws, imageResourceId(target.place, first.digest), policy));
  if (totals) facts.totals = totals;
  if (clusters) facts.clusters = clusters;
}

// actions/scan-gate/src/main.ts
await runAction({ name: "scan-gate", readInputs, refused, run: runScanGate, report, reportFailure, reasons });
