const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  randomUUID
} from "./chunk-PTJ4QN3J.js";
import {
  appendFileSync,
  existsSync
} from "./chunk-XUK7DHFS.js";

// packages/action-kit/src/clock.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  })
};

// packages/action-kit/src/environment.ts
function readEnvironment() {
  return environmentOf(process.env);
}
function environmentOf(source) {
  const entries = Object.entries(source).filter((entry) => entry[1] !== void 0);
  const map = new Map(entries);
  return {
    get: (name) => map.get(name) || void 0,
    all: () => Object.fromEntries(map)
  };
}
function githubRun(environment) {
  const text = (name) => environment.get(name) ?? "";
  return {
    repository: text("GITHUB_REPOSITORY"),
    sha: text("GITHUB_SHA"),
    ref: text("GITHUB_REF"),
    refName: text("GITHUB_REF_NAME"),
    refType: text("GITHUB_REF_TYPE"),
    headRef: environment.get("GITHUB_HEAD_REF"),
    runId: text("GITHUB_RUN_ID"),
    runAttempt: environment.get("GITHUB_RUN_ATTEMPT") ?? "1",
    job: text("GITHUB_JOB"),
    workflow: text("GITHUB_WORKFLOW"),
    actor: text("GITHUB_ACTOR"),
    eventName: text("GITHUB_EVENT_NAME"),
    eventPath: environment.get("GITHUB_EVENT_PATH"),
    apiUrl: environment.get("GITHUB_API_URL") ?? "https://api.github.com",
    serverUrl: environment.get("GITHUB_SERVER_URL") ?? "https://github.com",
    workspace: environment.get("GITHUB_WORKSPACE") ?? process.cwd(),
    temp: environment.get("RUNNER_TEMP") ?? ""
  };
}

// packages/action-kit/src/logger.ts
var annotationCap = 10;
function createLogger(runner, masks) {
  const used = { error: 0, warning: 0, notice: 0 };
  const annotate2 = (kind) => (text, place) => {
    used[kind] += 1;
    if (used[kind] <= annotationCap) runner.command(kind, masks.scrub(text), place && scrubbed(place, masks));
    else runner.print(`${kind}: ${masks.scrub(text)}`);
  };
  return {
    info: (line) => runner.print(masks.scrub(line)),
    debug: (line) => runner.debug(masks.scrub(line)),
    notice: annotate2("notice"),
    warning: annotate2("warning"),
    error: annotate2("error"),
    group: (title, lines) => {
      runner.startGroup(masks.scrub(title));
      for (const line of lines) runner.print(masks.scrub(line));
      runner.endGroup();
    }
  };
}
function scrubbed(place, masks) {
  return place.title === void 0 ? place : { ...place, title: masks.scrub(place.title) };
}

// packages/action-kit/src/masks.ts
var minimumLine = 4;
var minimumLeaf = 8;
function secretForms(secret) {
  const plain = /* @__PURE__ */ new Set();
  if (secret.length > 0) plain.add(secret);
  for (const line of secret.split(/\r?\n/)) if (line.trim().length >= minimumLine) plain.add(line.trim());
  for (const leaf of jsonLeaves(secret)) {
    plain.add(leaf);
    for (const line of leaf.split(/\r?\n/)) if (line.trim().length >= minimumLine) plain.add(line.trim());
  }
  const forms = new Set(plain);
  for (const value of plain) {
    if (value.length < minimumLine) continue;
    forms.add(Buffer.from(value).toString("base64"));
    forms.add(Buffer.from(value).toString("base64url"));
    forms.add(encodeURIComponent(value));
    forms.add(JSON.stringify(value).slice(1, -1));
  }
  return [...forms].sort((a, b) => b.length - a.length);
}
function jsonLeaves(text) {
  if (!/^\s*[[{"]/.test(text)) return [];
  try {
    const leaves = [];
    collectLeaves(JSON.parse(text), leaves);
    return leaves;
  } catch {
    return [];
  }
}
function collectLeaves(value, leaves) {
  if (typeof value === "string" && value.length >= minimumLeaf) leaves.push(value);
  else if (value !== null && typeof value === "object") for (const child of Object.values(value)) collectLeaves(child, leaves);
}
function createMasks(register) {
  const known = /* @__PURE__ */ new Set();
  let ordered = [];
  return {
    add(secret) {
      for (const form of secretForms(secret)) {
        if (known.has(form)) continue;
        known.add(form);
        register(form);
      }
      ordered = [...known].sort((a, b) => b.length - a.length);
    },
    scrub(text) {
      let clean = text;
      for (const form of ordered) if (clean.includes(form)) clean = clean.replaceAll(form, "***");
      return clean;
    }
  };
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties2, message) {
  const cmd = new Command(command, properties2, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties2, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties2;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter2 = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";
import * as path from "path";
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path.delimiter}${process.env["PATH"]}`;
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties2 = {}) {
  issueCommand("error", toCommandProperties(properties2), message instanceof Error ? message.toString() : message);
}
function warning(message, properties2 = {}) {
  issueCommand("warning", toCommandProperties(properties2), message instanceof Error ? message.toString() : message);
}
function notice(message, properties2 = {}) {
  issueCommand("notice", toCommandProperties(properties2), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// packages/action-kit/src/markdown.ts
function escapeMarkdown(text, limit = 500) {
  const line = text.replace(/[\r\n\t]+/g, " ").replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const cut = line.length > limit ? `${line.slice(0, limit - 1)}\u2026` : line;
  return cut.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/([\\`*_{}[\]()#+!|~])/g, "\\$1").replace(/@/g, "&#64;").replace(/:\/\//g, "&#58;//");
}
function code(text, limit = 500) {
  const line = text.replace(/\s+/g, " ").slice(0, limit);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${line.replace(/\|/g, "\\|")}${pad}${fence}`;
}
function table(head, rows) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
function cutToBytes(text, limit) {
  if (Buffer.byteLength(text) <= limit) return text;
  const kept = [];
  let size = 120;
  const lines = text.split("\n");
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > limit) break;
    kept.push(line);
  }
  return `${kept.join("\n")}

_${lines.length - kept.length} more lines are in the report file._
`;
}

// packages/action-kit/src/runner.ts
var summaryBytes = 1024 * 1024 - 1024;
var annotate = { error, warning, notice };
function actionsRunner(environment) {
  return {
    print: (line) => info(breakCommands(line)),
    debug: (line) => debug(line),
    command: (kind, text, place) => annotate[kind](text, properties(place)),
    startGroup: (title) => startGroup(title),
    endGroup: () => endGroup(),
    mask: (form) => setSecret(form),
    output: (name, value) => setOutput(name, value),
    exportVariable: (name, value) => exportVariable(name, value),
    addPath: (folder) => addPath(folder),
    saveState: (name, value) => saveState(name, value),
    state: (name) => getState(name),
    summary: (markdown) => {
      const file = environment.get("GITHUB_STEP_SUMMARY");
      if (file) appendFileSync(file, `${cutToBytes(markdown, summaryBytes)}
`);
    }
  };
}
function breakCommands(text) {
  return text.replace(/^(\s*)::/gm, "$1\u200B::").replaceAll("##[", "##\u200B[");
}
function properties(place) {
  const result = {};
  if (place?.title !== void 0) result.title = place.title;
  if (place?.file !== void 0) result.file = place.file;
  if (place?.line !== void 0) result.startLine = place.line;
  if (place?.column !== void 0) result.startColumn = place.column;
  return result;
}

// packages/action-kit/src/run-post.ts
async function runPost(name, undo) {
  const environment = readEnvironment();
  const runner = actionsRunner(environment);
  const masks = createMasks((form) => runner.mask(form));
  const log = createLogger(runner, masks);
  try {
    await undo({
      log,
      masks,
      environment,
      github: githubRun(environment),
      clock: systemClock,
      state: (key) => runner.state(key),
      exportVariable: (key, value) => runner.exportVariable(key, value)
    });
  } catch (error2) {
    log.warning(`${name} could not clean up: ${error2 instanceof Error ? error2.message : String(error2)}`);
  }
  process.exitCode = 0;
}

export {
  systemClock,
  readEnvironment,
  environmentOf,
  githubRun,
  escapeMarkdown,
  code,
  table,
  createMasks,
  createLogger,
  actionsRunner,
  runPost
};
