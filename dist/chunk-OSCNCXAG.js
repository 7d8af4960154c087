const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  require_dist
} from "./chunk-JMC5Y2LS.js";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt
} from "./chunk-PTJ4QN3J.js";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import {
  __toESM
} from "./chunk-SQMIN5AU.js";

// actions/terraform/src/record.ts
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
var jobFile = "slipway-terraform-job.json";
function openRecord(context, facts) {
  const { mark, tool, workingDirectory, workspace } = facts;
  const file = join(context.github.temp, `slipway-terraform-run-${mark}.json`);
  for (const [name, value] of Object.entries({ record: file, mark, folder: context.files.folder(), tool, workingDirectory, workspace }))
    context.saveState(name, value);
  noteJob(context);
  return {
    started: (pid) => writeFileSync(file, `${JSON.stringify({ mark, pid })}
`, { mode: 384 }),
    ended: (clean) => {
      if (clean) rmSync(file, { force: true });
    }
  };
}
function noteJob(context) {
  const file = join(context.github.temp, jobFile);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ startedAt: context.clock.now() })}
`, { mode: 384 });
}
function lockOwner(temp) {
  const who = `${userInfo().username}@${hostname()}`;
  try {
    const { startedAt } = JSON.parse(readFileSync(join(temp, jobFile), "utf8"));
    return { who, since: startedAt };
  } catch {
    return { who, since: Number.POSITIVE_INFINITY };
  }
}
function readRecord(file) {
  try {
    const { mark, pid } = JSON.parse(readFileSync(file, "utf8"));
    return typeof mark === "string" && typeof pid === "number" && pid > 1 ? { mark, pid } : void 0;
  } catch {
    return void 0;
  }
}

// packages/terraform/src/budget/stateful.ts
var statefulTypes = [
  "aws_backup_vault",
  "aws_cognito_user_pool",
  "aws_db_cluster_snapshot",
  "aws_db_instance",
  "aws_db_snapshot",
  "aws_docdb_cluster",
  "aws_docdb_cluster_instance",
  "aws_dynamodb_global_table",
  "aws_dynamodb_table",
  "aws_ebs_snapshot",
  "aws_ebs_volume",
  "aws_ecr_repository",
  "aws_efs_file_system",
  "aws_elasticache_cluster",
  "aws_elasticache_replication_group",
  "aws_elasticsearch_domain",
  "aws_fsx_lustre_file_system",
  "aws_fsx_ontap_file_system",
  "aws_fsx_openzfs_file_system",
  "aws_fsx_windows_file_system",
  "aws_kinesis_stream",
  "aws_kms_external_key",
  "aws_kms_key",
  "aws_memorydb_cluster",
  "aws_mq_broker",
  "aws_msk_cluster",
  "aws_neptune_cluster",
  "aws_opensearch_domain",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_rds_global_cluster",
  "aws_redshift_cluster",
  "aws_route53_zone",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "aws_timestreamwrite_table"
];

// packages/terraform/src/driver/environment.ts
var markVariable = "SLIPWAY_TERRAFORM_RUN";
function terraformEnvironment(all, options) {
  const kept = Object.entries(all).filter(
    ([name, value]) => !/^(INPUT|STATE)_/.test(name) && !options.withhold.some((secret) => secret !== "" && value.includes(secret))
  );
  return {
    ...Object.fromEntries(kept),
    TF_WORKSPACE: options.workspace,
    TF_INPUT: "false",
    TF_IN_AUTOMATION: "true",
    CHECKPOINT_DISABLE: "true",
    [markVariable]: options.mark
  };
}

// packages/terraform/src/errors.ts
var TerraformError = class extends Error {
  code;
  hint;
  facts;
  constructor(code, message, hint2, options = {}) {
    super(message, { cause: options.cause });
    this.name = "TerraformError";
    this.code = code;
    this.hint = hint2;
    this.facts = options.facts ?? [];
  }
};

// packages/terraform/src/locks/lock-record.ts
var names = ["ID", "Operation", "Who", "Version", "Created", "Path", "Info"];
function parseLockRecord(detail) {
  const start2 = detail.indexOf("Lock Info:");
  if (start2 < 0) return void 0;
  const found = {};
  for (const line of detail.slice(start2).split("\n").slice(1)) {
    const match = /^ {2}([A-Za-z]+): ?(.*)$/.exec(line);
    if (!match) break;
    found[match[1] ?? ""] = (match[2] ?? "").trim();
  }
  if (!found["ID"]) return void 0;
  return Object.fromEntries(names.map((name) => [name, found[name] ?? ""]));
}

// packages/terraform/src/driver/failures.ts
var CommandFailure = class extends TerraformError {
  diagnostics;
  /** Who holds the lock, with `state-locked`. */
  lock;
  constructor(code, message, hint2, diagnostics, lock) {
    super(code, message, hint2);
    this.name = "CommandFailure";
    this.diagnostics = diagnostics;
    this.lock = lock;
  }
};
var reasons = {
  init: "init-failed",
  workspace: "init-failed",
  plan: "plan-failed",
  show: "plan-failed",
  apply: "apply-failed",
  output: "apply-failed",
  "force-unlock": "lock-not-ours"
};
var hints = {
  init: "Correct what terraform names above; try it at home with: terraform init -reconfigure -input=false",
  workspace: "Check the backend and its credentials: terraform workspace list",
  plan: "Correct what terraform names above; try it at home with: terraform plan -input=false",
  show: "Plan again with the terraform that applies.",
  apply: "Read what terraform names above. What it did until then stands in the state; plan again to see what is left.",
  "force-unlock": "End the terraform that holds the lock. The lock of a local state belongs to the process that holds it and goes with it.",
  output: "What was applied stands in the state; read it with: terraform output"
};
function commandFailure(command, code, diagnostics, output) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const { summary, detail } of errors) {
    const lock = /state lock/i.test(summary) ? parseLockRecord(detail) : void 0;
    if (lock) return locked(lock, diagnostics);
    if (/^Saved plan (is stale|does not match the given state)/.test(summary)) return stale(diagnostics);
  }
  const said = errors.length > 0 ? errors : lastWords(output);
  return new CommandFailure(reasons[command], `terraform ${command} ended with exit code ${code}`, hints[command], said);
}
function locked(lock, diagnostics) {
  const remedy = `Wait until ${lock.Who} is done (lock-timeout: 15m waits longer). If that run is dead, release the lock: terraform force-unlock ${lock.ID}`;
  return new CommandFailure("state-locked", `the state is locked by ${lock.Who} since ${lock.Created} (${lock.Operation})`, remedy, diagnostics, lock);
}
function stale(diagnostics) {
  const message = "the state has changed since the plan was made";
  return new CommandFailure("plan-stale", message, "Plan again (command: plan), review it, and apply that plan.", diagnostics);
}
function lastWords(output) {
  const lines = output.replace(/\u001b\[[0-9;]*m/g, "").split("\n").filter((line) => line.trim() !== "" && !/\[(TRACE|DEBUG|INFO)\]/.test(line) && !line.startsWith("{")).slice(-20);
  return lines.length === 0 ? [] : [
    {
      severity: "error",
      summary: lines.map((line) => line.replace(/^[│╷╵]\s?/, "")).join("\n").trim(),
      detail: ""
    }
  ];
}

// packages/terraform/src/driver/stragglers.ts
function markedProcesses(mark) {
  const line = `${markVariable}=${mark}`;
  return processIds().filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(line) && !isZombie(pid);
    } catch {
      return false;
    }
  });
}
function signalMarked(mark, signal) {
  const pids = markedProcesses(mark);
  for (const pid of pids) sendSignal(pid, signal);
  return pids.length;
}
function endMarked(mark) {
  for (let round = 0; round < 5 && signalMarked(mark, "SIGKILL") > 0; round += 1) ;
}
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
  }
}
function processIds() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
}
function isZombie(pid) {
  return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
}

// packages/terraform/src/driver/terraform.ts
import { join as join2 } from "node:path";

// packages/terraform/src/json/exact.ts
var ExactNumber = class {
  digits;
  constructor(digits) {
    this.digits = digits;
  }
};
var mayLoseDigits = /[\d.]{16}|\d[eE][+-]?\d/;
function parseExact(text) {
  if (!mayLoseDigits.test(text)) return JSON.parse(text);
  const keep = (_key, value, context) => {
    if (typeof value !== "number" || context?.source === void 0 || String(value) === context.source) return value;
    return new ExactNumber(context.source);
  };
  return JSON.parse(text, keep);
}
function stringifyExact(value, options = {}) {
  if (value instanceof ExactNumber) return value.digits;
  if (value === void 0) return "null";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => stringifyExact(item, options)).join(",")}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== void 0);
  if (options.sorted) keys.sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stringifyExact(value[key], options)}`).join(",")}}`;
}
function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof ExactNumber);
}

// packages/terraform/src/driver/follow.ts
var pauseMs = 100;
var chunkBytes = 64 * 1024;
function followLines(file, onLine, sleep) {
  const stop = new AbortController();
  const reader = lineReader(file, onLine);
  const loop = (async () => {
    while (!stop.signal.aborted) {
      reader.drain();
      await sleep(pauseMs, stop.signal).catch(() => {
      });
    }
  })();
  return {
    async finish() {
      stop.abort();
      await loop;
      reader.drain();
      reader.end();
    }
  };
}
function lineReader(file, onLine) {
  const decoder = new TextDecoder();
  const chunk = Buffer.alloc(chunkBytes);
  let position = 0;
  let rest = "";
  return {
    drain() {
      const descriptor = openIfThere(file);
      if (descriptor === void 0) return;
      try {
        for (let read = readSync(descriptor, chunk, 0, chunkBytes, position); read > 0; read = readSync(descriptor, chunk, 0, chunkBytes, position)) {
          position += read;
          const lines = (rest + decoder.decode(chunk.subarray(0, read), { stream: true })).split(/\r?\n/);
          rest = lines.pop() ?? "";
          for (const line of lines) onLine(line);
        }
      } finally {
        closeSync(descriptor);
      }
    },
    end() {
      if (rest) onLine(rest);
    }
  };
}
function openIfThere(file) {
  try {
    return openSync(file, "r");
  } catch {
    return void 0;
  }
}

// packages/terraform/src/driver/messages.ts
function parseMessage(line) {
  if (!line.startsWith("{")) return void 0;
  try {
    const raw = JSON.parse(line);
    const diagnostic = raw.diagnostic ? diagnosticOf(raw.diagnostic) : void 0;
    return { type: String(raw.type ?? ""), text: String(raw["@message"] ?? ""), ...diagnostic ? { diagnostic } : {} };
  } catch {
    return void 0;
  }
}
function diagnosticOf({ severity, summary, detail, address, range }) {
  return {
    severity: severity === "warning" ? "warning" : "error",
    summary: String(summary ?? ""),
    detail: String(detail ?? ""),
    ...typeof address === "string" ? { address } : {},
    ...typeof range?.filename === "string" ? { file: range.filename } : {},
    ...typeof range?.start?.line === "number" ? { line: range.start.line } : {},
    ...typeof range?.start?.column === "number" ? { column: range.start.column } : {}
  };
}
var progressTypes = /* @__PURE__ */ new Set([
  "planned_change",
  "resource_drift",
  "change_summary",
  "apply_start",
  "apply_progress",
  "apply_complete",
  "apply_errored",
  "provision_start",
  "provision_progress",
  "provision_complete",
  "provision_errored",
  "refresh_start",
  "log"
]);
function isProgress({ type, diagnostic }) {
  return diagnostic === void 0 && progressTypes.has(type);
}

// packages/terraform/src/driver/terraform.ts
var graceMs = 4e3;
var noLockId = "00000000-0000-0000-0000-000000000000";
var signalCodes = 128;
function createTerraform(options) {
  const streamed = (command, args, environment = options.environment) => runStreamed(options, command, args, environment);
  const quiet = (command, args, environment = options.environment) => runQuiet(options, command, args, environment);
  const neutral = { ...options.environment, TF_WORKSPACE: "default" };
  return {
    version: () => readVersion(options),
    init: (backendFile) => streamed("init", ["init", "-json", "-input=false", "-reconfigure", ...backendFile ? [`-backend-config=${backendFile}`] : []], neutral),
    async workspaces() {
      const stdout = await quiet("workspace", ["workspace", "list", "-no-color"], neutral);
      return stdout.split("\n").filter((line) => /^[* ] \S+$/.test(line)).map((line) => line.slice(2));
    },
    plan: ({ out, variableFiles, targets, lock, lockTimeoutMs }) => streamed("plan", [
      "plan",
      "-json",
      "-input=false",
      `-out=${out}`,
      lock ? `-lock-timeout=${seconds(lockTimeoutMs)}` : "-lock=false",
      ...variableFiles.map((file) => `-var-file=${file}`),
      ...targets.map((target) => `-target=${target}`)
    ]),
    async show(planFile) {
      const stdout = await quiet("show", ["show", "-json", "-no-color", planFile]);
      return parseExact(stdout);
    },
    apply: (planFile, lockTimeoutMs) => streamed("apply", ["apply", "-json", "-input=false", `-lock-timeout=${seconds(lockTimeoutMs)}`, planFile]),
    async readLock() {
      const { code, stderr } = await start(options, ["force-unlock", "-force", noLockId], options.environment);
      return code === 0 ? void 0 : parseLockRecord(readFileSync(stderr, "utf8"));
    },
    async unlock(id) {
      await quiet("force-unlock", ["force-unlock", "-force", id]);
    },
    async outputs() {
      const stdout = await quiet("output", ["output", "-json", "-no-color"]);
      return readOutputs(parseExact(stdout));
    }
  };
}
function seconds(ms) {
  return `${Math.ceil(ms / 1e3)}s`;
}
async function readVersion(options) {
  const unusable = (cause) => new TerraformError(
    "tool-missing",
    `${options.path} is not a terraform that runs here`,
    "Install terraform for this machine, or name another with terraform-path.",
    {
      cause
    }
  );
  const { code, stdout } = await start(options, ["version", "-json"], options.environment).catch((error) => {
    options.signal?.throwIfAborted();
    throw unusable(error);
  });
  const version = /"terraform_version":\s*"([^"]+)"/.exec(readFileSync(stdout, "utf8"))?.[1];
  if (code !== 0 || version === void 0) throw unusable(void 0);
  return version;
}
async function runStreamed(options, command, args, environment) {
  const diagnostics = [];
  const onLine = (line) => {
    const message = parseMessage(line);
    if (message?.diagnostic) diagnostics.push(message.diagnostic);
    if (message) options.onMessage?.(message);
  };
  const { code, stdout, stderr } = await start(options, args, environment, onLine);
  if (code !== 0) throw commandFailure(command, code, diagnostics, readFileSync(stderr, "utf8") || readFileSync(stdout, "utf8"));
  return diagnostics;
}
async function runQuiet(options, command, args, environment) {
  const { code, stdout, stderr } = await start(options, args, environment);
  if (code !== 0) throw commandFailure(command, code, [], readFileSync(stderr, "utf8") || readFileSync(stdout, "utf8"));
  return readFileSync(stdout, "utf8");
}
async function start(options, args, environment, onLine) {
  const outputFiles = { stdout: join2(options.folder, `${args[0]}.out`), stderr: join2(options.folder, `${args[0]}.err`) };
  rmSync(outputFiles.stdout, { force: true });
  const follower = onLine && followLines(outputFiles.stdout, onLine, options.sleep);
  let clean = false;
  try {
    const { code } = await options.run({
      command: options.path,
      arguments: args,
      cwd: options.workingDirectory,
      environment,
      outputFiles,
      graceMs,
      ...options.signal ? { signal: options.signal } : {},
      ...options.onStart ? { onStart: options.onStart } : {}
    });
    clean = code < signalCodes;
    return { code, ...outputFiles };
  } finally {
    options.onEnd?.(clean);
    await follower?.finish();
  }
}
function readOutputs(json) {
  const entries = Object.entries(isObject(json) ? json : {});
  return Object.fromEntries(
    entries.map(([name, output]) => [
      name,
      { sensitive: !isObject(output) || output["sensitive"] !== false, value: isObject(output) ? output["value"] ?? null : null }
    ])
  );
}

// packages/terraform/src/driver/variables.ts
var import_yaml = __toESM(require_dist(), 1);
var identifier = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
function parseVariables(text) {
  const document = (0, import_yaml.parseDocument)(text, { version: "1.2", uniqueKeys: true, prettyErrors: false, intAsBigInt: true });
  const error = document.errors[0];
  if (error) return { ok: false, why: `a YAML or JSON map (${error.message.split("\n")[0]})` };
  if (!(0, import_yaml.isMap)(document.contents)) return { ok: false, why: "a YAML or JSON map of variable names to values" };
  const values = exactValue(document.contents, document);
  const bad = Object.keys(values).find((name) => !identifier.test(name));
  return bad === void 0 ? { ok: true, values } : { ok: false, why: `names that terraform takes (letters, digits, _ and -), not ${JSON.stringify(bad)}` };
}
function variableFile(values) {
  return `${stringifyExact(values)}
`;
}
function exactValue(node, document) {
  if ((0, import_yaml.isMap)(node)) return Object.fromEntries(node.items.map(({ key, value: value2 }) => [keyText(key), exactValue(value2, document)]));
  if ((0, import_yaml.isSeq)(node)) return node.items.map((item) => exactValue(item, document));
  if (!(0, import_yaml.isScalar)(node)) {
    const resolved = node?.resolve?.(document);
    return resolved === void 0 ? null : exactValue(resolved, document);
  }
  const { value, source } = node;
  if (typeof value === "bigint") return new ExactNumber(String(value));
  if (typeof value === "number") return source && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(source) ? new ExactNumber(source) : value;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return null;
}
function keyText(key) {
  return (0, import_yaml.isScalar)(key) ? String(key.source ?? key.value) : String(key);
}

// packages/terraform/src/locks/ownership.ts
function isOwnLock(lock, { who, since }) {
  const created = lockTime(lock.Created);
  return lock.Who === who && created !== void 0 && created >= since;
}
function lockTime(text) {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(?:Z| \+0000(?: UTC)?)$/.exec(text);
  const time = match ? Date.parse(`${match[1]}T${match[2]}Z`) + Math.floor(Number(`0${match[3] ?? ".0"}`) * 1e3) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}

// packages/terraform/src/changes/plan-json.ts
function isNoOp(change) {
  return change.actions.length === 0 || change.actions.every((action) => action === "no-op");
}
function isDestroy(change) {
  return change.actions.includes("delete");
}

// packages/terraform/src/budget/glob.ts
function matchesGlob(glob, text) {
  const pattern = glob.replace(/[.+^${}()|[\]\\/]/g, "\\$&").replace(/\*+/g, "[^]*").replace(/\?/g, "[^]");
  return new RegExp(`^${pattern}$`).test(text);
}

// packages/terraform/src/budget/destroy-budget.ts
function blockedDestroys(plan, budget) {
  const blocked = /* @__PURE__ */ new Map();
  for (const { address, mode, type, change } of plan.resource_changes ?? []) {
    if (mode !== "managed" || !isDestroy(change)) continue;
    const reason = refusal(address, type, budget);
    if (reason) blocked.set(address, { address, type, replace: change.actions.length > 1, reason });
  }
  return [...blocked.values()].sort((a, b) => a.address < b.address ? -1 : 1);
}
function refusal(address, type, { allow, destroyable, stateful }) {
  if (allow === "none") return "not-allowed";
  if (stateful.includes(type)) return destroyable.includes(address) ? void 0 : "stateful";
  if (allow === "listed" && !destroyable.some((glob) => matchesGlob(glob, address))) return "not-listed";
  return void 0;
}

// packages/terraform/src/changes/counts.ts
function countChanges(plan) {
  const counts = { create: 0, update: 0, delete: 0, replace: 0, import: 0, forget: 0, "no-op": 0 };
  const current = /* @__PURE__ */ new Set();
  const managed = (plan.resource_changes ?? []).filter(({ mode }) => mode === "managed");
  for (const { address, deposed, change } of managed) {
    if (deposed !== void 0) continue;
    const kind = kindOf(change);
    current.add(address);
    if (change.importing) counts.import += 1;
    if (!change.importing || kind !== "no-op") counts[kind] += 1;
  }
  const leftOver = new Set(managed.filter(({ deposed, address }) => deposed !== void 0 && !current.has(address)).map(({ address }) => address));
  counts.delete += leftOver.size;
  return counts;
}
function hasChanges(plan) {
  const resources = (plan.resource_changes ?? []).some(
    ({ mode, change, previous_address: moved }) => mode === "managed" && (!isNoOp(change) || change.importing !== void 0 || moved !== void 0)
  );
  return resources || Object.values(plan.output_changes ?? {}).some((change) => !isNoOp(change));
}
function kindOf(change) {
  const { actions } = change;
  if (isNoOp(change) || actions.includes("read")) return "no-op";
  if (actions.length > 1) return "replace";
  if (actions.includes("create")) return "create";
  if (actions.includes("update")) return "update";
  return actions.includes("delete") ? "delete" : "forget";
}

// packages/terraform/src/driver/backend.ts
import { isAbsolute, join as join3, relative } from "node:path";
var identifying = [
  "address",
  "bucket",
  "container_name",
  "hostname",
  "key",
  "organization",
  "path",
  "prefix",
  "region",
  "schema_name",
  "secret_suffix",
  "storage_account_name",
  "workspace_dir",
  "workspace_key_prefix"
];
function readBackendIdentity(place) {
  const { type = "local", config = {} } = readBackend(place);
  const facts = {};
  for (const name of identifying) {
    const value = config[name];
    if (typeof value === "string" && value !== "") facts[name] = identityText(value, place);
  }
  const region = place.environment["AWS_REGION"] || place.environment["AWS_DEFAULT_REGION"];
  if (type === "s3" && !facts["region"] && region) facts["region"] = region;
  if (type === "local") facts["path"] ??= "terraform.tfstate";
  return { type, facts };
}
function readBackend({ workingDirectory, environment }) {
  const data = environment["TF_DATA_DIR"] || ".terraform";
  try {
    const file = join3(isAbsolute(data) ? data : join3(workingDirectory, data), "terraform.tfstate");
    const { backend } = JSON.parse(readFileSync(file, "utf8"));
    return backend ?? {};
  } catch {
    return {};
  }
}
function identityText(value, { workspaceFolder }) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return value.replace(/^([^/]*:\/\/)[^/@]*@/, "$1");
  if (!isAbsolute(value)) return value;
  const inside = relative(workspaceFolder, value);
  return inside.startsWith("..") || isAbsolute(inside) ? value : inside;
}

// packages/terraform/src/driver/find.ts
import { delimiter, join as join4 } from "node:path";
var toolNames = ["terraform", "tofu"];
function findTerraform(path) {
  for (const name of toolNames) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const file = join4(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  throw new TerraformError(
    "tool-missing",
    "neither terraform nor tofu is on the PATH",
    "Install it in a step before this one, or name it with terraform-path:\n  - uses: hashicorp/setup-terraform@v3\n    with:\n      terraform_version: 1.11.4\n      terraform_wrapper: false"
  );
}
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
function hasConfiguration(folder) {
  return configurationFiles(folder).length > 0;
}
function configurationFiles(folder) {
  try {
    return readdirSync(folder).filter((name) => /\.(tf|tofu)(\.json)?$/.test(name)).sort();
  } catch {
    return [];
  }
}

// packages/terraform/src/fingerprint/canonical.ts
function hideWith(key) {
  return (canonical) => `hmac:${createHmac("sha256", key).update(canonical).digest("hex")}`;
}
var unknownWord = "unknown";
function canonicalValue(value, unknown, sensitive, hide) {
  if (unknown === true) return unknownWord;
  if (typeof value === "string" && sensitive !== true) return JSON.stringify(value);
  if (sensitive === true) return hide(canonicalValue(value, unknown, false, hide));
  if (Array.isArray(value) || Array.isArray(unknown)) return canonicalList(value, unknown, sensitive, hide);
  if (isObject(value) || isObject(unknown) && Object.keys(unknown).length > 0) return canonicalObject(value, unknown, sensitive, hide);
  if (value instanceof ExactNumber) return value.digits;
  return JSON.stringify(value ?? null);
}
function canonicalList(value, unknown, sensitive, hide) {
  const [values, unknowns, marks] = [value, unknown, sensitive].map((part) => Array.isArray(part) ? part : []);
  const length = Math.max(values?.length ?? 0, unknowns?.length ?? 0);
  const items = Array.from({ length }, (_, index) => canonicalValue(values?.[index], unknowns?.[index], marks?.[index], hide));
  return `[${items.join(",")}]`;
}
function canonicalObject(value, unknown, sensitive, hide) {
  const values = isObject(value) ? value : {};
  const unknowns = isObject(unknown) ? unknown : {};
  const marks = isObject(sensitive) ? sensitive : {};
  const keys = Object.keys(values);
  for (const key of Object.keys(unknowns)) if (!Object.hasOwn(values, key) && hasUnknown(unknowns[key])) keys.push(key);
  let text = "";
  for (const key of keys.sort()) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalValue(values[key], unknowns[key], marks[key], hide)}`;
  return `{${text}}`;
}
function hasUnknown(mirror) {
  if (mirror === true) return true;
  if (Array.isArray(mirror)) return mirror.some(hasUnknown);
  return isObject(mirror) && Object.values(mirror).some(hasUnknown);
}
function canonicalChange(change, hide) {
  const { importing } = change;
  const parts = [
    `actions=${change.actions.join(",")}`,
    `before=${canonicalValue(change.before, false, change.before_sensitive, hide)}`,
    `after=${canonicalValue(change.after, change.after_unknown, change.after_sensitive, hide)}`,
    ...importing ? [`import=${canonicalValue({ ...importing }, importing.unknown ?? false, false, hide)}`] : [],
    ...change.generated_config ? [`config=${JSON.stringify(change.generated_config)}`] : []
  ];
  return parts.join(" ");
}

// packages/terraform/src/fingerprint/lock-file.ts
function canonicalLockFile(text) {
  return text.split(/\r?\n/).map((line) => stripComment(line).trim()).filter((line) => line !== "").join("\n");
}
function stripComment(line) {
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quoted && character === "\\") index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "#" || line.startsWith("//", index))) return line.slice(0, index);
  }
  return line;
}

// packages/terraform/src/fingerprint/fingerprint.ts
var form = "slipway.terraform.fingerprint/1";
function fingerprintOf(plan, context) {
  const hide = hideWith(hmacKey(context));
  const hash = createHash("sha256");
  for (const line of canonicalLines(plan, context, hide)) hash.update(`${line}
`);
  return hash.digest("hex");
}
function canonicalChanges(plan, context) {
  return changeLines(plan, hideWith(hmacKey(context)));
}
function canonicalLines(plan, context, hide) {
  return [
    form,
    `terraform ${plan.terraform_version ?? ""}`,
    `workspace ${JSON.stringify(context.workspace)}`,
    `backend ${canonicalBackend(context.backend)}`,
    `lock ${JSON.stringify(canonicalLockFile(context.lockFile))}`,
    ...variableLines(plan, hide),
    ...changeLines(plan, hide).values()
  ];
}
function variableLines(plan, hide) {
  return Object.entries(plan.variables ?? {}).sort(([a], [b]) => a < b ? -1 : 1).map(([name, { value }]) => `variable ${name} ${hide(canonicalValue(asText(value ?? null), false, false, hide))}`);
}
function asText(value) {
  if (value instanceof ExactNumber) return value.digits;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asText(child)])) : value;
}
function changeLines(plan, hide) {
  const lines = /* @__PURE__ */ new Map();
  const resources = (plan.resource_changes ?? []).filter(
    ({ change, previous_address: moved }) => !isNoOp(change) || change.importing !== void 0 || moved !== void 0
  );
  for (const resource of resources.sort(byAddress)) lines.set(keyOf(resource), resourceLine(resource, hide));
  const outputs = Object.entries(plan.output_changes ?? {}).filter(([, change]) => !isNoOp(change));
  for (const [name, change] of outputs.sort(([a], [b]) => a < b ? -1 : 1)) lines.set(`output.${name}`, `output ${name} ${canonicalChange(change, hide)}`);
  return lines;
}
function resourceLine(resource, hide) {
  const { address, mode, deposed, previous_address: moved, provider_name: provider, change } = resource;
  const facts = [mode, address, `provider=${provider ?? ""}`, ...deposed ? [`deposed=${deposed}`] : [], ...moved ? [`moved=${moved}`] : []];
  return `${facts.join(" ")} ${canonicalChange(change, hide)}`;
}
function keyOf({ address, deposed }) {
  return deposed ? `${address} (deposed ${deposed})` : address;
}
function byAddress(a, b) {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
function canonicalBackend({ type, facts }) {
  return JSON.stringify([type, Object.entries(facts).sort(([a], [b]) => a < b ? -1 : 1)]);
}
function hmacKey({ repository, backend, workspace }) {
  return createHmac("sha256", form).update(JSON.stringify([repository, canonicalBackend(backend), workspace])).digest();
}

// packages/terraform/src/redaction/changes.ts
function shownChanges(plan, redactor) {
  return (plan.resource_changes ?? []).filter(({ mode, change }) => mode === "managed" && !isNoOp(change)).map(({ address, change }) => ({
    address: redactor.address(address),
    actions: change.actions,
    before: redactor.value(change.before, { sensitive: change.before_sensitive, unknown: false }),
    after: redactor.value(change.after, { sensitive: change.after_sensitive, unknown: change.after_unknown })
  })).sort((a, b) => a.address < b.address ? -1 : 1);
}

// packages/terraform/src/redaction/secret-names.ts
var secretWords = [
  "password",
  "passwd",
  "passphrase",
  "pwd",
  "secret",
  "token",
  "apikey",
  "accesskey",
  "privatekey",
  "signingkey",
  "encryptionkey",
  "masterkey",
  "authkey",
  "sharedkey",
  "credential",
  "connectionstring",
  "bearer",
  "authorization",
  "clientsecret",
  "saspolicy",
  "webhookurl"
];
var secretShortWords = ["pass", "pw", "auth", "dsn", "pin", "otp", "jwt", "pem"];
var harmlessEndings = [
  "arn",
  "arns",
  "name",
  "names",
  "ttl",
  "length",
  "version",
  "enabled",
  "count",
  "type",
  "policy",
  "days",
  "minutes",
  "seconds",
  "period"
];
var mostRemembered = 1e4;
var remembered = /* @__PURE__ */ new Map();
function isSecretName(name) {
  let secret = remembered.get(name);
  if (secret === void 0) {
    secret = judgeName(name);
    if (remembered.size < mostRemembered) remembered.set(name, secret);
  }
  return secret;
}
function judgeName(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  if (harmlessEndings.includes(words.at(-1) ?? "")) return false;
  if (words.some((word) => secretShortWords.includes(word))) return true;
  const joined = words.join("");
  return secretWords.some((word) => joined.includes(word));
}

// packages/terraform/src/redaction/collect.ts
var shortestSecret = 4;
function sensitiveStrings(plan) {
  const found = /* @__PURE__ */ new Set();
  for (const { change } of [...plan.resource_changes ?? [], ...plan.resource_drift ?? []]) collectChange(change, found);
  for (const [name, change] of Object.entries(plan.output_changes ?? {})) {
    collectChange(change, found);
    if (isSecretName(name)) for (const side of [change.before, change.after]) collectLeaves(side, found);
  }
  const declared = plan.configuration?.root_module?.variables ?? {};
  for (const [name, { value }] of Object.entries(plan.variables ?? {})) {
    if (declared[name]?.sensitive === true || isSecretName(name)) collectLeaves(value, found);
    else collectNamed(value, found);
  }
  collectValues(plan.planned_values, found);
  collectValues(isObject(plan.prior_state?.["values"]) ? plan.prior_state["values"] : void 0, found);
  return found;
}
function collectLeaves(value, found) {
  if (typeof value === "string") addString(value, found);
  else if (Array.isArray(value)) for (const item of value) collectLeaves(item, found);
  else if (isObject(value)) for (const item of Object.values(value)) collectLeaves(item, found);
}
function collectNamed(value, found) {
  if (Array.isArray(value)) for (const item of value) collectNamed(item, found);
  if (!isObject(value)) return;
  const pair = pairOf(value);
  if (pair && isSecretName(pair.name)) collectLeaves(value[pair.key], found);
  for (const [key, item] of Object.entries(value)) {
    if (isSecretName(key)) collectLeaves(item, found);
    else collectNamed(item, found);
  }
}
function pairOf(value) {
  const name = ["name", "key", "Name", "Key", "parameter_name"].map((key2) => value[key2]).find((entry) => typeof entry === "string");
  const key = ["value", "Value", "parameter_value"].find((entry) => value[entry] !== void 0);
  return typeof name === "string" && key !== void 0 ? { name, key } : void 0;
}
function collectChange(change, found) {
  collectMarked(change.before, change.before_sensitive, found);
  collectMarked(change.after, change.after_sensitive, found);
  collectNamed(change.before, found);
  collectNamed(change.after, found);
}
function collectMarked(value, mark, found) {
  if (mark === true) collectLeaves(value, found);
  if (Array.isArray(value) && Array.isArray(mark)) for (const [index, item] of value.entries()) collectMarked(item, mark[index], found);
  if (isObject(value) && isObject(mark)) for (const [key, item] of Object.entries(value)) collectMarked(item, mark[key], found);
}
function collectValues(values, found) {
  if (!isObject(values)) return;
  const outputs = isObject(values["outputs"]) ? values["outputs"] : {};
  for (const [name, output] of Object.entries(outputs)) {
    if (isObject(output) && (output["sensitive"] === true || isSecretName(name))) collectLeaves(output["value"], found);
  }
  collectModule(values["root_module"], found);
}
function collectModule(module, found) {
  if (!isObject(module)) return;
  for (const resource of Array.isArray(module["resources"]) ? module["resources"] : []) {
    if (!isObject(resource)) continue;
    collectMarked(resource["values"], resource["sensitive_values"], found);
    collectNamed(resource["values"], found);
  }
  for (const child of Array.isArray(module["child_modules"]) ? module["child_modules"] : []) collectModule(child, found);
}
function addString(text, found) {
  if (text.trim().length >= shortestSecret && !/^(true|false|null)$/.test(text)) found.add(text);
}

// packages/terraform/src/redaction/declared.ts
import { join as join5 } from "node:path";
function declaredSecrets(sources) {
  const texts = configurationFiles(sources.workingDirectory).map((name) => readText(join5(sources.workingDirectory, name)));
  const declared = new Set(texts.flatMap(sensitiveNames));
  const isSecret = (name) => declared.has(name) || isSecretName(name);
  const found = /* @__PURE__ */ new Set();
  for (const [name, value] of Object.entries(sources.variables)) if (isSecret(name)) collectLeaves(value, found);
  for (const [name, value] of Object.entries(sources.environment)) {
    if (name.startsWith("TF_VAR_") && isSecret(name.slice("TF_VAR_".length))) collectLeaves(value, found);
  }
  for (const text of sources.variableFiles.map(readText)) {
    for (const [, name = "", value = ""] of text.matchAll(/^\s*"?([\w-]+)"?\s*[=:]\s*"((?:[^"\\]|\\.)*)"/gm)) if (isSecret(name)) collectLeaves(value, found);
  }
  return found;
}
function sensitiveNames(text) {
  const names2 = [];
  for (const match of text.matchAll(/^\s*variable\s+"([^"]+)"\s*\{/gm)) {
    const block = text.slice(match.index, blockEnd(text, match.index + match[0].length));
    if (/^\s*sensitive\s*=\s*true\b/m.test(block) && match[1]) names2.push(match[1]);
  }
  return names2;
}
function blockEnd(text, start2) {
  let depth = 1;
  for (let index = start2; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    else if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

// packages/terraform/src/redaction/matcher.ts
var prefixLength = 4;
var tableSize = 1 << 16;
var Matcher = class {
  #starts = new Uint8Array(tableSize);
  #byPrefix = /* @__PURE__ */ new Map();
  /** Adds a string of four characters or more; a shorter one is ignored. */
  add(secret) {
    if (secret.length < prefixLength) return;
    const prefix = secret.slice(0, prefixLength);
    const bucket = this.#byPrefix.get(prefix) ?? { strings: /* @__PURE__ */ new Set(), lengths: [] };
    bucket.strings.add(secret);
    if (!bucket.lengths.includes(secret.length)) bucket.lengths = [...bucket.lengths, secret.length].sort((a, b) => b - a);
    this.#byPrefix.set(prefix, bucket);
    this.#starts[slot(secret, 0)] = 1;
  }
  /** Whether this very string was added. */
  has(text) {
    return this.#byPrefix.get(text.slice(0, prefixLength))?.strings.has(text) ?? false;
  }
  /** The text with every known string replaced. */
  replace(text, replacement) {
    if (this.#byPrefix.size === 0) return text;
    let clean = "";
    let kept = 0;
    for (let at2 = 0; at2 <= text.length - prefixLength; at2 += 1) {
      if (this.#starts[slot(text, at2)] === 0) continue;
      const length = this.#lengthAt(text, at2);
      if (length === void 0) continue;
      clean += text.slice(kept, at2) + replacement;
      kept = at2 + length;
      at2 = kept - 1;
    }
    return kept === 0 ? text : clean + text.slice(kept);
  }
  #lengthAt(text, at2) {
    const bucket = this.#byPrefix.get(text.slice(at2, at2 + prefixLength));
    return bucket?.lengths.find((length) => bucket.strings.has(text.slice(at2, at2 + length)));
  }
};
function slot(text, at2) {
  return text.charCodeAt(at2) * 251 + text.charCodeAt(at2 + 1) & tableSize - 1;
}

// packages/terraform/src/redaction/secret-forms.ts
var hidden = "(sensitive)";
var forms = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g,
  /-----BEGIN (?!CERTIFICATE)[A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g,
  /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{8,}/g,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  /\bAIza[\w-]{35}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bhv[bs]\.[\w-]{20,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bsk-[\w-]{20,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g
];
var urlPassword = /\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):([^\s/@]+)@/gi;
var thirtyTwoBytes = /(?<![A-Za-z0-9+/_=-])(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*\d)[A-Za-z0-9+/_-]{43}=?(?![A-Za-z0-9+/_=-])/g;
var hint = /-----BEGIN |eyJ|gh[pousr]_|github_pat_|glpat-|xox|k_(?:live|test)_|AIza|npm_|hv[bs]\.|AKIA|ASIA|sk-|SG\./;
var thirtyTwoBytesLength = 43;
function hideSecretForms(text) {
  let clean = text;
  if (hint.test(text)) for (const form2 of forms) clean = clean.replace(form2, hidden);
  if (clean.includes("://")) clean = clean.replace(urlPassword, `$1:${hidden}@`);
  return clean.length < thirtyTwoBytesLength ? clean : clean.replace(thirtyTwoBytes, hidden);
}

// packages/terraform/src/redaction/redactor.ts
var knownAfterApply = "(known after apply)";
var Redactor = class {
  #secrets = new Matcher();
  #globs;
  /** @param globs paths of attributes to hide besides: `input.card`, `tags.*` */
  constructor(globs = []) {
    this.#globs = globs;
  }
  /** Hides these strings from here on, their lines and their JSON, URL and base64 forms too. */
  add(secrets) {
    for (const secret of secrets) for (const form2 of formsOf(secret)) this.#secrets.add(form2);
  }
  /** Text with every known secret and everything that looks like one hidden. */
  text(text) {
    return hideSecretForms(this.#secrets.replace(text, hidden));
  }
  /** An address whose for_each keys hold no secret; the labels stand in the code and are none. */
  address(address) {
    return address.replace(/\["((?:[^"\\]|\\.)*)"\]/g, (_, key) => `["${this.text(key)}"]`);
  }
  /** A value for people: marked, named, listed and known secrets are `(sensitive)`, the unknown `(known after apply)`. */
  value(value, mirrors, path = "") {
    const { sensitive, unknown } = mirrors;
    if (sensitive === true || path !== "" && this.#globs.some((glob) => matchesGlob(glob, path))) return hidden;
    if (unknown === true) return knownAfterApply;
    if (typeof value === "string") return this.#string(value, path);
    if (Array.isArray(value)) return value.map((item, index) => this.value(item, at(mirrors, index), join6(path, String(index))));
    if (isObject(value) || isObject(unknown)) return this.#object(isObject(value) ? value : {}, mirrors, path);
    if (value instanceof ExactNumber || typeof value === "number") return this.#number(value);
    return value ?? null;
  }
  #object(value, mirrors, path) {
    const unknown = isObject(mirrors.unknown) ? mirrors.unknown : {};
    const keys = [...Object.keys(value), ...Object.keys(unknown).filter((key) => unknown[key] === true && !Object.hasOwn(value, key))];
    const pair = pairOf(value);
    const members = keys.map((key) => {
      const secret = isSecretName(key) || pair !== void 0 && pair.key === key && isSecretName(pair.name);
      const child = value[key];
      const shown = secret && holdsSomething(child) ? hidden : this.value(child, at(mirrors, key), join6(path, key));
      return [this.text(key), shown];
    });
    return Object.fromEntries(members);
  }
  #string(text, path) {
    const inner = jsonIn(text);
    if (inner === void 0) return this.text(text);
    const clean = stringifyExact(this.value(inner, { sensitive: false, unknown: false }, path));
    return clean === stringifyExact(inner) ? this.text(text) : this.text(clean);
  }
  #number(value) {
    const digits = value instanceof ExactNumber ? value.digits : String(value);
    return this.#secrets.has(digits) ? hidden : value;
  }
};
function holdsSomething(value) {
  return value !== null && value !== void 0 && value !== "" && typeof value !== "boolean";
}
function at({ sensitive, unknown }, key) {
  const part = (mirror) => Array.isArray(mirror) ? mirror[Number(key)] : isObject(mirror) ? mirror[key] : void 0;
  return { sensitive: part(sensitive), unknown: part(unknown) };
}
function join6(path, key) {
  return path === "" ? key : `${path}.${key}`;
}
function jsonIn(text) {
  if (!/^\s*[[{]/.test(text)) return void 0;
  try {
    return parseExact(text);
  } catch {
    return void 0;
  }
}
function formsOf(secret) {
  const plain = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())].filter((text) => text.length >= shortestSecret);
  return plain.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(text).slice(1, -1).replaceAll('\\"', '\\\\\\"'),
    encodeURIComponent(text),
    Buffer.from(text).toString("base64")
  ]);
}

// packages/terraform/src/seal/binding.ts
function bindingContext(binding) {
  return {
    repository: binding.repository,
    sha: binding.sha,
    workspace: binding.workspace,
    "working-directory": binding.workingDirectory
  };
}
function bindingBytes(binding) {
  return Buffer.from(JSON.stringify(Object.entries(bindingContext(binding))));
}

// packages/terraform/src/seal/keys.ts
var keyBytes = 32;
var saltBytes = 32;
var scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 };
function passphraseKeys(passphrase) {
  return {
    async create() {
      const salt = randomBytes(saltBytes);
      return { key: await derive(passphrase, salt), wrapped: { kind: "scrypt", data: salt.toString("base64") } };
    },
    async find({ kind, data }) {
      const salt = Buffer.from(data, "base64");
      return kind === "scrypt" && salt.length === saltBytes ? derive(passphrase, salt) : void 0;
    }
  };
}
function derive(passphrase, salt) {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), salt, keyBytes, scryptCost, (error, key) => error ? reject(error) : resolve(key));
  });
}
function wrappedKeys(wrapper) {
  return {
    async create() {
      const { plaintext, ciphertext } = await wrapper.generate();
      return { key: plaintext, wrapped: { kind: "kms", data: Buffer.from(ciphertext).toString("base64") } };
    },
    async find({ kind, data }) {
      return kind === "kms" ? wrapper.unwrap(Buffer.from(data, "base64")) : void 0;
    }
  };
}

// packages/terraform/src/seal/seal.ts
var magic = "slipway.sealed-plan/1";
var nonceBytes = 12;
var tagBytes = 16;
var headerLimit = 16 * 1024;
async function sealPlan(sealed, binding, keys) {
  const { key, wrapped } = await keys.create();
  const nonce = randomBytes(nonceBytes);
  const header = Buffer.from(`${JSON.stringify({ magic, key: wrapped, nonce: nonce.toString("base64") })}
`);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.concat([header, bindingBytes(binding)]));
  const facts = Buffer.from(`${JSON.stringify({ fingerprint: sealed.fingerprint, createdAt: sealed.createdAt })}
`);
  const body = [cipher.update(facts), cipher.update(sealed.plan), cipher.final()];
  return Buffer.concat([header, cipher.getAuthTag(), ...body]);
}
async function openSeal(bytes, { binding, keys, now, maxAgeMs }) {
  const parts = bytes && splitSeal(bytes);
  const key = parts && await keys.find(parts.wrapped);
  if (!parts || key?.length !== 32) throw sealInvalid();
  const sealed = decrypt(parts, key, binding);
  if (!sealed || now - sealed.createdAt > maxAgeMs) throw sealInvalid();
  return sealed;
}
function sealInvalid() {
  return new TerraformError(
    "seal-invalid",
    "there is no sealed plan of this repository, commit, workspace and working-directory that this key opens, unchanged and not older than plan-max-age",
    "Run the action with command: plan and the same plan-store, key, workspace and working-directory on this commit, then apply again:\n  with:\n    command: plan\n    plan-store: path:plans\n    plan-passphrase: ${{ secrets.PLAN_PASSPHRASE }}"
  );
}
function splitSeal(input) {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const end = bytes.subarray(0, headerLimit).indexOf("\n") + 1;
  if (end === 0 || bytes.length < end + tagBytes) return void 0;
  const header = bytes.subarray(0, end);
  const facts = headerFacts(header.toString("utf8"));
  return facts && { header, ...facts, tag: bytes.subarray(end, end + tagBytes), body: bytes.subarray(end + tagBytes) };
}
function headerFacts(line) {
  try {
    const header = JSON.parse(line);
    const { kind, data } = header.key ?? {};
    const nonce = Buffer.from(String(header.nonce), "base64");
    if (header.magic !== magic || nonce.length !== nonceBytes || typeof data !== "string") return void 0;
    return kind === "scrypt" || kind === "kms" ? { wrapped: { kind, data }, nonce } : void 0;
  } catch {
    return void 0;
  }
}
function decrypt({ header, nonce, tag, body }, key, binding) {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.concat([header, bindingBytes(binding)])).setAuthTag(tag);
  try {
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    const end = plain.indexOf("\n") + 1;
    const { fingerprint, createdAt } = JSON.parse(plain.toString("utf8", 0, end));
    return { fingerprint, createdAt, plan: plain.subarray(end) };
  } catch {
    return void 0;
  }
}

export {
  blockedDestroys,
  statefulTypes,
  countChanges,
  hasChanges,
  readBackendIdentity,
  terraformEnvironment,
  CommandFailure,
  findTerraform,
  isExecutable,
  hasConfiguration,
  isProgress,
  markedProcesses,
  signalMarked,
  endMarked,
  sendSignal,
  stringifyExact,
  createTerraform,
  parseVariables,
  variableFile,
  fingerprintOf,
  canonicalChanges,
  isOwnLock,
  shownChanges,
  isSecretName,
  sensitiveStrings,
  declaredSecrets,
  Redactor,
  bindingContext,
  passphraseKeys,
  wrappedKeys,
  sealPlan,
  openSeal,
  sealInvalid,
  openRecord,
  lockOwner,
  readRecord
};
