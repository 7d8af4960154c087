const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  nearest
} from "./chunk-RAUTGCC4.js";
import {
  parseList,
  shapeOf
} from "./chunk-PM2L73EJ.js";
import {
  actionsRunner,
  createLogger,
  createMasks,
  escapeMarkdown,
  githubRun,
  readEnvironment,
  systemClock
} from "./chunk-KVJXZJXX.js";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// packages/action-kit/src/failure.ts
var sharedReasons = [
  "invalid-input",
  "invalid-file",
  "credentials-missing",
  "access-denied",
  "throttled",
  "unreachable",
  "timeout",
  "cancelled",
  "internal"
];
var Failure = class extends Error {
  reason;
  what;
  why;
  remedy;
  faults;
  details;
  constructor(parts) {
    super(`${parts.what} (${parts.reason})`, { cause: parts.cause });
    this.name = "Failure";
    this.what = parts.what;
    this.reason = parts.reason;
    this.why = parts.why ?? [];
    this.remedy = parts.remedy;
    this.faults = parts.faults ?? [];
    this.details = parts.details ?? {};
  }
  /** The whole text as it goes to the log, line by line. */
  lines() {
    const faults = this.faults.map((fault) => `  ${fault.text}`);
    const remedy = this.remedy ? ["Do this:", ...this.remedy.split("\n").map((line) => `  ${line}`)] : [];
    return [this.message, ...faults, ...this.why.map((line) => `  ${line}`), ...remedy];
  }
};
function isCoded(error) {
  return error instanceof Error && typeof error.code === "string";
}
var standIns = { "id-token-permission-missing": "credentials-missing", "oidc-refused": "credentials-missing" };
function reasonFor(code2, reasons) {
  if (reasons.includes(code2) || sharedReasons.includes(code2)) return code2;
  return standIns[code2];
}
function toFailure(error, what, reasons = sharedReasons) {
  if (error instanceof Failure) return error;
  const reason = isCoded(error) ? reasonFor(error.code, reasons) : void 0;
  if (isCoded(error) && reason !== void 0) {
    const remedy = error.hint === void 0 ? {} : { remedy: error.hint };
    return new Failure({ what, reason, why: [error.message, ...error.facts ?? []], ...remedy, cause: error });
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure({
    what,
    reason: "internal",
    why: [message],
    remedy: "This is a fault of the action. Run the job again with debug logging and report what it prints.",
    cause: error
  });
}
function causeChain(error) {
  const lines = [];
  let current = error instanceof Error ? error.cause : void 0;
  while (current !== void 0 && lines.length < 10) {
    lines.push(current instanceof Error ? `${current.name}: ${current.message}` : String(current));
    current = current instanceof Error ? current.cause : void 0;
  }
  return lines;
}

// packages/action-kit/src/duration.ts
var unitMs = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function parseDuration(text) {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  if (!match) return void 0;
  return Number(match[1]) * unitMs[match[2]];
}
function formatDuration(ms) {
  for (const unit of ["d", "h", "m", "s"]) {
    if (ms >= unitMs[unit] && ms % unitMs[unit] === 0) return `${ms / unitMs[unit]}${unit}`;
  }
  return `${ms}ms`;
}

// packages/action-kit/src/cancellation.ts
function createCancellation(action) {
  const controller = new AbortController();
  let timer;
  const cancel = (name) => controller.abort(cancelled(action, name));
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  return {
    signal: controller.signal,
    limit: (ms) => {
      timer = setTimeout(() => controller.abort(timedOut(action, ms)), ms);
      timer.unref?.();
    },
    release: () => {
      clearTimeout(timer);
      process.off("SIGINT", cancel);
      process.off("SIGTERM", cancel);
    }
  };
}
function cancelled(action, name) {
  return new Failure({
    what: `${action} was cancelled`,
    reason: "cancelled",
    why: [`the runner sent ${name}`],
    remedy: "Run the job again: the step goes on from what is there."
  });
}
function timedOut(action, ms) {
  return new Failure({
    what: `${action} did not end in time`,
    reason: "timeout",
    why: [`its timeout of ${formatDuration(ms)} is over`],
    remedy: `Give it longer (timeout: ${formatDuration(ms * 2)}) if what it waited for is merely slow.`
  });
}

// packages/action-kit/src/finish.ts
import { join as join2 } from "node:path";

// packages/action-kit/src/comment.ts
var commentLimit = 65536;
var commentsPerPage = 100;
async function postStickyComment(comment, action, context) {
  const number = pullRequestNumber(context);
  if (comment.mode === "never") return;
  if (number === void 0 || !comment.token) {
    if (comment.mode === "always")
      context.log.notice(`no comment was posted: ${number === void 0 ? "this run belongs to no pull request" : "github-token is not set"}`);
    return;
  }
  try {
    await upsert(comment, action, number, context);
  } catch (error) {
    context.log.warning(`the comment could not be posted: ${error instanceof Error ? error.message : String(error)}`);
  }
}
async function upsert(comment, action, number, context) {
  const { getOctokit } = await import("./github-5YMS2SW7.js");
  const octokit = getOctokit(comment.token ?? "", { baseUrl: context.github.apiUrl });
  const [owner = "", repo = ""] = context.github.repository.split("/");
  const marker = `<!-- slipway:${action}:${comment.key.replace(/[^\w./:-]/g, "_")} -->`;
  const body = cut(`${marker}
${context.masks.scrub(comment.body)}`);
  const request = { signal: context.signal };
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: commentsPerPage, request });
  for await (const { data } of pages) {
    const old = data.find((entry) => entry.body?.startsWith(marker));
    if (!old) continue;
    if (old.body !== body) await octokit.rest.issues.updateComment({ owner, repo, comment_id: old.id, body, request });
    return;
  }
  await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request });
}
function cut(body) {
  if (body.length <= commentLimit) return body;
  const tail = "\n\n_Cut: the rest is in the job summary._";
  return body.slice(0, body.lastIndexOf("\n", commentLimit - tail.length)) + tail;
}
function pullRequestNumber({ github }) {
  if (!github.eventPath) return void 0;
  try {
    const event = JSON.parse(readFileSync(github.eventPath, "utf8"));
    return event.pull_request?.number;
  } catch {
    return void 0;
  }
}

// packages/action-kit/src/report-file.ts
var version = true ? "0.1.0" : "0.0.0-source";
function renderReport(parts) {
  const envelope = {
    schema: `slipway.${parts.action}/1`,
    action: parts.action,
    version,
    startedAt: new Date(parts.startedAt).toISOString(),
    finishedAt: new Date(parts.finishedAt).toISOString(),
    outcome: parts.outcome,
    failureReason: parts.failureReason,
    subject: parts.subject,
    timings: parts.timings,
    calls: parts.calls,
    result: parts.result
  };
  return `${JSON.stringify(envelope, null, 2)}
`;
}

// packages/action-kit/src/temp-files.ts
import { dirname, isAbsolute, join, relative } from "node:path";
function createTempFiles(temp, prefix) {
  let path;
  let kept = false;
  const folder = () => {
    path ??= makeFolder(temp, prefix);
    return path;
  };
  return {
    folder,
    write(name, content) {
      const file = join(folder(), name);
      const inside = relative(folder(), file);
      if (inside.startsWith("..") || isAbsolute(inside)) throw new Error(`${name} leaves the step's folder`);
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 448 });
        writeFileSync(file, content, { mode: 384 });
      } catch (error) {
        throw cannotWrite(file, error);
      }
      return file;
    },
    keep: () => {
      kept = true;
    },
    remove: () => {
      if (path && !kept) rmSync(path, { recursive: true, force: true });
    }
  };
}
function makeFolder(temp, prefix) {
  if (!temp) {
    throw new Failure({
      what: "the runner gave no folder for temporary files",
      reason: "invalid-input",
      why: ["RUNNER_TEMP is not set"],
      remedy: "Run the action on a GitHub runner, or set RUNNER_TEMP to an existing folder that only this job uses."
    });
  }
  try {
    return mkdtempSync(join(temp, `${prefix}-`));
  } catch (error) {
    throw cannotWrite(temp, error);
  }
}
function cannotWrite(file, error) {
  const cause = error;
  const full = cause.code === "ENOSPC" || cause.code === "EDQUOT";
  return new Failure({
    what: `cannot write ${file}`,
    reason: "internal",
    why: [full ? `no space left on the device (${cause.code})` : `${cause.code ?? "error"}: ${cause.message}`],
    remedy: full ? `Free disk space on the runner, or point RUNNER_TEMP at a larger disk: df -h ${file}` : `Make the folder writable for the runner's user: ls -ld ${file}`,
    cause: error
  });
}

// packages/action-kit/src/finish.ts
async function finish(report, ending) {
  const { context, runner } = ending;
  const reportPath = writeReport(report, ending);
  for (const [name, value] of Object.entries(report.outputs)) runner.output(name, outputText(value));
  runner.output("outcome", report.outcome);
  runner.output("failure-reason", report.failure?.reason ?? "");
  runner.output("report-path", reportPath);
  for (const { kind, text, ...place } of report.annotations ?? []) context.log[kind](text, place);
  const summary = report.summary ?? (report.failure && failureSummary(report.failure));
  if (summary) runner.summary(context.masks.scrub(summary));
  if (report.comment) await postStickyComment(report.comment, ending.action, context);
  if (report.failure) {
    printFailure(report.failure, context);
    return 1;
  }
  for (const [name, value] of Object.entries(report.exports?.environment ?? {})) runner.exportVariable(name, value);
  for (const folder of report.exports?.path ?? []) runner.addPath(folder);
  return 0;
}
function failureSummary(failure) {
  const [first = "", ...rest] = failure.lines();
  return [`### \u2717 ${escapeMarkdown(first)}`, "", "```text", ...rest.map((line) => line.replaceAll("```", "'''")), "```"].join("\n");
}
function outputText(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function printFailure(failure, { log }) {
  for (const line of failure.lines()) log.info(line);
  if (failure.faults.length === 0) log.error([failure.message, ...failure.why].join("\n"), { title: failure.what });
  for (const { text, ...place } of failure.faults) log.error(text, { title: failure.message, ...place });
  const causes = causeChain(failure);
  if (causes.length > 0) log.group("Cause", causes);
  if (failure.cause instanceof Error && failure.cause.stack) log.debug(failure.cause.stack);
}
function writeReport(report, { action, startedAt, context }) {
  const { temp } = context.github;
  if (!temp) return "";
  const file = join2(temp, `slipway-${action}-${startedAt}-${process.pid}.json`);
  const text = renderReport({
    action,
    startedAt,
    finishedAt: context.clock.now(),
    outcome: report.outcome,
    failureReason: report.failure?.reason ?? "",
    subject: scrubbed(report.subject, context.masks),
    timings: context.timings.all(),
    calls: context.calls.all(),
    result: scrubbed(report.result, context.masks)
  });
  try {
    writeFileSync(file, text, { mode: 384 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
  return file;
}
function scrubbed(value, masks) {
  if (typeof value === "string") return masks.scrub(value);
  if (Array.isArray(value)) return value.map((entry) => scrubbed(entry, masks));
  if (value === null || typeof value !== "object" || "toJSON" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [masks.scrub(key), scrubbed(entry, masks)]));
}

// packages/action-kit/src/inputs/reader.ts
var InputReader = class {
  #values;
  #mask;
  #asked = /* @__PURE__ */ new Set();
  #secret = /* @__PURE__ */ new Set();
  faults = [];
  /**
   * @param values input name (kebab-case) → value as the runner gave it
   * @param mask called with each secret input's value before it is handed out
   */
  constructor(values, mask) {
    this.#values = values;
    this.#mask = mask;
  }
  /** Faults that are told only where there are others: see `tellBeside`. */
  beside = [];
  /**
   * Mistakes in files that inputs name. On their own they are the flow's to tell, with a reason of their own; beside wrong
   * or unknown inputs they are told with them, so that one run tells all.
   */
  tellBeside(faults) {
    if (this.faults.length > 0) this.faults.push(...faults);
    else this.beside.push(...faults);
  }
  /** The names that were asked for. */
  get asked() {
    return this.#asked;
  }
  /** The names that were given a value. */
  given(name) {
    return this.#raw(name) !== void 0;
  }
  /** The value as it was given; it does not count as read. For what has to be hidden before anything is told. */
  peek(name) {
    return this.#raw(name);
  }
  /** Notes a fault of an input in the contract's form. The value of a secret is replaced by its shape. */
  fault(name, want, example, got) {
    const value = this.#raw(name);
    const shown = got ?? (value === void 0 ? "nothing" : this.#secret.has(name) ? shapeOf(value) : shortened(value));
    this.faults.push({ text: `${name}: got ${shown}; want ${want}${example ? `; e.g. ${example}` : ""}` });
  }
  text(name, options = {}) {
    const value = this.ask(name, options.required, options.want ?? "a value", options.example);
    if (value === void 0) return options.fallback ?? (options.required ? "" : void 0);
    if (options.pattern && !options.pattern.test(value)) this.fault(name, options.want ?? `${options.pattern}`, options.example);
    return value;
  }
  /** A secret: masked before anybody sees it, and never shown in a fault. */
  secret(name, options = {}) {
    this.#secret.add(name);
    const value = this.ask(name, options.required, "a secret", options.example ?? `\${{ secrets.${name.toUpperCase().replaceAll("-", "_")} }}`);
    if (value !== void 0) this.#mask(value);
    return value;
  }
  /** `true` or `false`, nothing else. */
  boolean(name, fallback) {
    const value = this.ask(name);
    if (value === void 0) return fallback;
    if (value === "true" || value === "false") return value === "true";
    this.fault(name, "true or false", `${fallback}`);
    return fallback;
  }
  /** One word of a closed list. */
  choice(name, allowed, options = {}) {
    const value = this.ask(name, options.required, `one of ${allowed.join(", ")}`, options.example ?? allowed[0]);
    const other = options.fallback ?? allowed[0];
    if (value === void 0) return other;
    if (allowed.includes(value)) return value;
    this.fault(name, `one of ${allowed.join(", ")}`, other);
    return other;
  }
  /** A duration (`500ms`, `30s`, `15m`, `12h`, `7d`) in milliseconds. */
  duration(name, fallback, options = {}) {
    const value = this.ask(name);
    const otherwise = parseDuration(fallback) ?? 0;
    if (value === void 0) return otherwise;
    const ms = parseDuration(value);
    const min = parseDuration(options.min ?? "0ms") ?? 0;
    const max = parseDuration(options.max ?? "365d") ?? 0;
    if (ms !== void 0 && ms >= min && ms <= max) return ms;
    const range = options.min || options.max ? ` from ${formatDuration(min)} to ${formatDuration(max)}` : "";
    this.fault(name, `a duration (500ms, 30s, 15m, 12h, 7d)${range}`, fallback);
    return otherwise;
  }
  integer(name, options = {}) {
    const min = options.min ?? 0;
    const max = options.max ?? Number.MAX_SAFE_INTEGER;
    const want = `a whole number${options.min !== void 0 || options.max !== void 0 ? ` from ${min} to ${max}` : ""}`;
    const value = this.ask(name, options.required, want, options.example);
    if (value === void 0) return options.fallback;
    if (/^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    this.fault(name, want, options.example ?? `${options.fallback ?? min}`);
    return options.fallback;
  }
  /** One element a line; blank lines and `#` comments dropped; commas split only with `commas: true`. */
  list(name, options = {}) {
    const value = this.ask(name, options.required, "one element a line", options.example);
    return value === void 0 ? [] : parseList(value, options.commas ?? false);
  }
  /**
   * Inputs of the contract that this version does not carry out. Given with anything but its default, such an input is a
   * fault: it is never ignored.
   * @param names input name → default, `undefined` where it has none
   */
  notYet(names) {
    for (const [name, standard] of Object.entries(names)) {
      const value = this.ask(name);
      if (value !== void 0 && value !== standard)
        this.fault(
          name,
          `no value: this input is not available yet${standard ? ` (only ${standard})` : ""}`,
          standard ? `${name}: ${standard}` : `leave ${name} out`
        );
    }
  }
  /**
   * The value as it was given, for readers of further forms; `undefined` when it is not given.
   * @throws Error when the name was asked for before
   */
  ask(name, required = false, want = "a value", example) {
    if (this.#asked.has(name)) throw new Error(`input ${name} is read twice`);
    this.#asked.add(name);
    const value = this.#raw(name);
    if (value === void 0 && required) this.fault(name, want, example);
    return value;
  }
  #raw(name) {
    return this.#values.get(name)?.trim() || void 0;
  }
};
function shortened(value) {
  const line = value.replace(/\s+/g, " ");
  return line.length > 120 ? `${JSON.stringify(line.slice(0, 100))}\u2026 (${value.length} characters)` : JSON.stringify(line);
}

// packages/action-kit/src/inputs/unknown.ts
function inputValues(variables) {
  const values = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith("INPUT_")) values.set(name.slice("INPUT_".length).toLowerCase(), value);
  }
  return values;
}
function unknownInputs(values, asked, refused) {
  const faults = [];
  for (const [name, value] of [...values].sort(([a], [b]) => a < b ? -1 : 1)) {
    if (asked.has(name) || value.trim() === "") continue;
    const way = refused[name];
    const near = nearest(name, asked);
    if (way !== void 0) faults.push({ text: `${name}: got an input that this action does not have; want ${way}; e.g. leave ${name} out` });
    else if (near) faults.push({ text: `${name}: got an unknown input; want ${near}; e.g. ${near}: \u2026` });
    else faults.push({ text: `${name}: got an unknown input; want one of ${[...asked].sort().join(", ")}; e.g. leave ${name} out` });
  }
  return faults;
}

// packages/action-kit/src/ledger.ts
function createCalls() {
  const counts = /* @__PURE__ */ new Map();
  return {
    count: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1))
  };
}
var Timings = class {
  #clock;
  #entries = [];
  constructor(clock) {
    this.#clock = clock;
  }
  /** Runs `work` and notes its time, also when it throws. */
  async phase(phase, work) {
    const entry = { phase, ms: 0 };
    this.#entries.push(entry);
    const start = this.#clock.now();
    try {
      return await work();
    } finally {
      entry.ms = this.#clock.now() - start;
    }
  }
  all() {
    return this.#entries.map((entry) => ({ ...entry }));
  }
};

// packages/action-kit/src/process.ts
import { spawn } from "node:child_process";
import { constants } from "node:os";
var running = /* @__PURE__ */ new Set();
process.on("exit", () => {
  for (const pid of running) endGroup(pid, "SIGKILL");
});
var runProcess = (request) => new Promise((resolve, reject) => {
  if (request.signal?.aborted) return reject(request.signal.reason);
  const outputs = openOutputs(request);
  const child = spawn(request.command, [...request.arguments], {
    cwd: request.cwd,
    env: { ...request.environment },
    stdio: ["pipe", ...outputs ?? ["pipe", "pipe"]],
    detached: true
  });
  for (const descriptor of outputs ?? []) closeSync(descriptor);
  const pid = child.pid;
  if (pid !== void 0) {
    running.add(pid);
    request.onStart?.(pid);
  }
  const stopper = stopOnAbort(pid, request);
  const stdout = collect(child.stdout, "stdout", request);
  const stderr = collect(child.stderr, "stderr", request);
  child.stdin?.on("error", () => {
  });
  child.stdin?.end(request.input ?? "");
  child.on("error", (error) => {
    stopper.done();
    reject(error);
  });
  child.on("close", (code2, signal) => {
    if (pid !== void 0) running.delete(pid);
    stopper.done();
    if (pid !== void 0 && stopper.stopped()) endGroup(pid, "SIGKILL");
    if (request.signal?.aborted) return reject(request.signal.reason);
    resolve({ code: code2 ?? 128 + (signal ? constants.signals[signal] : 0), stdout: stdout(), stderr: stderr() });
  });
});
function openOutputs({ outputFiles }) {
  return outputFiles && [openSync(outputFiles.stdout, "w", 384), openSync(outputFiles.stderr, "w", 384)];
}
function stopOnAbort(pid, request) {
  let timer;
  let stopped = false;
  const stop = () => {
    stopped = true;
    if (pid === void 0) return;
    endGroup(pid, "SIGINT");
    timer = setTimeout(() => endGroup(pid, "SIGKILL"), request.graceMs ?? 4e3);
  };
  request.signal?.addEventListener("abort", stop, { once: true });
  return {
    stopped: () => stopped,
    done: () => {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", stop);
    }
  };
}
function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
  }
}
function collect(stream, name, request) {
  if (!stream) return () => "";
  const limit = request.keepBytes ?? 16 * 1024 * 1024;
  let chunks = [];
  let size = 0;
  let rest = "";
  const decoder = new TextDecoder();
  stream.on("data", (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size > limit && chunks.length > 1) size -= chunks.shift()?.length ?? 0;
    if (!request.onLine) return;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) request.onLine(line, name);
  });
  stream.on("end", () => {
    if (rest && request.onLine) request.onLine(rest, name);
  });
  return () => {
    const text = Buffer.concat(chunks).toString("utf8");
    chunks = [];
    return text;
  };
}

// packages/action-kit/src/run-action.ts
async function runAction(action, platform) {
  const environment = platform?.environment ?? readEnvironment();
  const runner = platform?.runner ?? actionsRunner(environment);
  const clock = platform?.clock ?? systemClock;
  const cancellation = createCancellation(action.name);
  const context = createContext(action.name, { environment, runner, clock }, cancellation);
  const ending = { action: action.name, startedAt: clock.now(), runner, context };
  try {
    process.exitCode = await finish(await execute(action, context, cancellation), ending);
  } catch (error) {
    process.exitCode = await lastWords(toFailure(error, `${action.name} could not end its step`), ending);
  } finally {
    context.files.remove();
    cancellation.release();
  }
}
async function execute(action, context, cancellation) {
  let inputs;
  try {
    inputs = await checkedInputs(action, context);
    cancellation.limit(inputs.timeout);
    context.deadline = context.clock.now() + inputs.timeout;
    return action.report(await action.run(inputs, context), inputs);
  } catch (error) {
    const failure = interruption(context.signal, error) ?? toFailure(error, `${action.name} failed`, action.reasons);
    return { outcome: "failed", subject: {}, result: {}, outputs: {}, ...action.reportFailure?.(failure, inputs), failure };
  }
}
function interruption(signal, error) {
  if (!signal.aborted || !(signal.reason instanceof Failure)) return void 0;
  return error instanceof Failure ? void 0 : signal.reason;
}
async function checkedInputs(action, context) {
  const values = inputValues(context.environment.all());
  const reader = new InputReader(values, (secret) => context.masks.add(secret));
  const inputs = await action.readInputs(reader, context);
  const unknown = unknownInputs(values, reader.asked, action.refused ?? {});
  const faults = [...reader.faults, ...unknown, ...unknown.length > 0 ? reader.beside : []];
  if (faults.length === 0) return inputs;
  throw new Failure({
    what: `${action.name} cannot start: ${faults.length === 1 ? "an input is wrong" : `${faults.length} inputs are wrong`}`,
    reason: commonReason(faults),
    faults,
    remedy: `Correct the step's \`with:\`; every input is described in actions/${action.name}/README.md. Nothing was called.`
  });
}
function commonReason(faults) {
  const [first = "invalid-input", ...others] = new Set(faults.map(({ reason = "invalid-input" }) => reason));
  return others.length === 0 ? first : "invalid-input";
}
function createContext(name, platform, { signal }) {
  const { environment, runner, clock } = platform;
  const masks = createMasks((form) => runner.mask(form));
  const github = githubRun(environment);
  return {
    log: createLogger(runner, masks),
    masks,
    environment,
    github,
    clock,
    signal,
    deadline: Number.POSITIVE_INFINITY,
    files: createTempFiles(github.temp, `slipway-${name}`),
    runProcess,
    calls: createCalls(),
    timings: new Timings(clock),
    saveState: (key, value) => runner.saveState(key, value)
  };
}
async function lastWords(failure, ending) {
  printFailure(failure, ending.context);
  try {
    ending.runner.output("outcome", "failed");
    ending.runner.output("failure-reason", failure.reason);
  } catch {
  }
  return 1;
}

// packages/action-kit/src/oidc-token.ts
var IdTokenError = class extends Error {
  code;
  hint;
  /** True where another try may help: 5xx, 429, an answer that is no token. */
  retryable;
  constructor(code2, message, hint, retryable) {
    super(message);
    this.name = "IdTokenError";
    this.code = code2;
    this.hint = hint;
    this.retryable = retryable;
  }
};
var permission = "Give the job the permission to ask for an identity token:\n\npermissions:\n  id-token: write\n  contents: read\n\nPull requests from forks never get it.";
async function requestIdToken(request, get) {
  if (!request.url || !request.bearer) {
    const missing = [!request.url && "ACTIONS_ID_TOKEN_REQUEST_URL", !request.bearer && "ACTIONS_ID_TOKEN_REQUEST_TOKEN"].filter(Boolean).join(" and ");
    throw new IdTokenError("id-token-permission-missing", `the runner offers no identity token: ${missing} not set`, permission, false);
  }
  const separator = request.url.includes("?") ? "&" : "?";
  const answer = await get({
    url: `${request.url}${separator}audience=${encodeURIComponent(request.audience)}`,
    headers: { authorization: `Bearer ${request.bearer}`, accept: "application/json; api-version=2.0" },
    signal: request.signal
  });
  if (answer.status !== 200) throw refusal(answer.status);
  const token = tokenOf(answer.body);
  if (!token) throw new IdTokenError("oidc-refused", "GitHub answered 200 without a token", "Run the job again; report it to GitHub if it stays.", true);
  return token;
}
function refusal(status) {
  const message = `GitHub's token service answered ${status}`;
  if (status === 429) return new IdTokenError("throttled", message, "Run the job again in a minute.", true);
  if (status >= 500) return new IdTokenError("unreachable", message, "Look at GitHub's status page and run the job again.", true);
  if (status === 407)
    return new IdTokenError("unreachable", `the proxy before GitHub's token service answered ${status}`, "Give the proxy's URL its user and password.", false);
  if (status === 401 || status === 403) return new IdTokenError("id-token-permission-missing", message, permission, false);
  return new IdTokenError("oidc-refused", message, permission, false);
}
function tokenOf(body) {
  try {
    const value = JSON.parse(body).value;
    return typeof value === "string" && value.split(".").length === 3 ? value : void 0;
  } catch {
    return void 0;
  }
}
async function fetchIdToken(context, audience, get) {
  const { environment, masks, calls, signal } = context;
  const bearer = environment.get("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  if (bearer) masks.add(bearer);
  const token = await requestIdToken({ url: environment.get("ACTIONS_ID_TOKEN_REQUEST_URL"), bearer, audience, signal }, (request) => {
    calls.count("github:oidc");
    return get({ ...request, environment: environment.all() });
  });
  masks.add(token);
  return token;
}

export {
  formatDuration,
  sharedReasons,
  Failure,
  toFailure,
  createCalls,
  fetchIdToken,
  runProcess,
  version,
  cannotWrite,
  runAction
};
