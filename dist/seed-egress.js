const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  readBackupInput,
  readWorkspaceFile,
  seedEgress,
  staysInside
} from "./chunk-3DCGO6D6.js";
import {
  egressRowsFrame,
  eventKeys,
  lintRows,
  listingKeys,
  objectOfEventKey,
  objectOfKey,
  reasons,
  report,
  reportFailure,
  scalarAt
} from "./chunk-WIGQMOWM.js";
import {
  loadSource,
  parseSource,
  renderMistake
} from "./chunk-QQVRLVFM.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import {
  roleArnPattern
} from "./chunk-DUIDKB3Q.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  runAction
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  globSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/seed-egress/src/explain-inputs.ts
var sources = ["object-key", "event-file", "listing-file"];
function readExplainInputs(reader, command, workspace) {
  const explaining = command === "explain";
  const keys = reader.list("object-key", { example: "dataegress/ers/2026-01-31/part-0001.csv.gz" });
  const event = readFile(reader, "event-file", workspace);
  const listing = readFile(reader, "listing-file", workspace);
  const requireMatch = reader.boolean("require-match", false);
  for (const name of sources) if (!explaining && reader.given(name)) reader.fault(name, `no value with command ${command}; it belongs to explain`);
  if (!explaining && requireMatch) reader.fault("require-match", `false with command ${command}; it belongs to explain`);
  if (explaining && !sources.some((name) => reader.given(name)))
    reader.fault("object-key", "a key, or event-file or listing-file", "dataegress/ers/2026-01-31/x.csv");
  const fromEvent = event === void 0 ? [] : readEvent(reader, event);
  const objects = [
    ...[...keys, ...listing === void 0 ? [] : readListing(reader, listing)].map((key) => ({ shown: key, object: objectOfKey(key) })),
    ...(fromEvent ?? []).map((key) => ({ shown: key, object: objectOfEventKey(key) }))
  ];
  return { objects: objects.sort((a, b) => a.shown < b.shown ? -1 : 1), noRecords: fromEvent === void 0, requireMatch, moment: readClock(reader) };
}
function readFile(reader, name, workspace) {
  const path = reader.text(name, { example: `egress/${name}.json` });
  if (path === void 0) return void 0;
  const read = readWorkspaceFile(path, workspace);
  if ("text" in read) return read.text;
  reader.fault(name, read.fault, `egress/${name}.json`);
  return void 0;
}
function readListing(reader, text) {
  const keys = listingKeys(text);
  if (keys === void 0) reader.fault("listing-file", "a key a line, or the JSON of list-objects-v2, whose Contents is a list");
  return keys ?? [];
}
function readEvent(reader, text) {
  try {
    return eventKeys(JSON.parse(text));
  } catch {
    reader.fault("event-file", "the JSON of an S3 event, as in the queue's message");
    return [];
  }
}
function readClock(reader) {
  const text = reader.text("clock");
  if (text === void 0) return void 0;
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(text);
  const [, date = "", hours = "00", minutes = "00", seconds = "00"] = match ?? [];
  const real = match && !Number.isNaN(Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`)) && (/* @__PURE__ */ new Date(`${date}T00:00:00Z`)).toISOString().startsWith(date);
  if (!real) reader.fault("clock", "a day, with or without a time in UTC", "2026-01-31 or 2026-01-31T06:00:00Z");
  return { date, time: `${hours}${minutes}${seconds}` };
}

// actions/seed-egress/src/rows-files.ts
import { join, relative } from "node:path";
function readRowsFiles(patterns, workspace, reader) {
  const names = /* @__PURE__ */ new Set();
  for (const pattern of patterns) {
    const found = staysInside(pattern) ? filesOf(pattern, workspace) : [];
    const want = staysInside(pattern) ? "a pattern that matches a file of the workspace" : "a pattern inside the workspace";
    if (found.length === 0) reader.fault("rows", want, "egress/*.yaml", JSON.stringify(pattern));
    for (const name of found) names.add(name);
  }
  const sources2 = [...names].sort().flatMap((name) => readOne(name, workspace, reader) ?? []);
  return {
    files: sources2.flatMap(({ file }) => file ?? []),
    mistakes: sources2.flatMap(({ mistakes }) => mistakes),
    count: sources2.length
  };
}
function filesOf(pattern, workspace) {
  return globSync(pattern, { cwd: workspace, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => relative(workspace, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
function readOne(name, workspace, reader) {
  const read = readWorkspaceFile(name, workspace);
  if ("fault" in read) {
    reader.fault("rows", read.fault, "egress/*.yaml", JSON.stringify(name));
    return void 0;
  }
  const { value, locate, mistakes } = loadSource(read.text, name, egressRowsFrame);
  const wellFormed = mistakes.every(({ code }) => code === "duplicate-key");
  return { mistakes, ...wellFormed ? { file: { file: name, value, locate, text: read.text } } : {} };
}

// actions/seed-egress/src/variables.ts
function readVariables(reader, workspace) {
  const file = reader.text("variables-file", { example: "egress/production.yaml" });
  const inline = reader.text("variables", { example: "published_bucket: pub-1" });
  const fromFile = file === void 0 ? /* @__PURE__ */ new Map() : readFile2(reader, file, workspace);
  const given = inline === void 0 ? /* @__PURE__ */ new Map() : readValues(reader, "variables", inline, "variables");
  return new Map([...fromFile, ...given]);
}
function readFile2(reader, path, workspace) {
  const read = readWorkspaceFile(path, workspace);
  if ("text" in read) return readValues(reader, "variables-file", read.text, path);
  reader.fault("variables-file", read.fault, "egress/production.yaml");
  return /* @__PURE__ */ new Map();
}
function readValues(reader, input, text, name) {
  const { value, locate, mistakes } = parseSource(text, name);
  const values = /* @__PURE__ */ new Map();
  const [mistake] = mistakes;
  const wrong = (why) => reader.fault(input, `a YAML or JSON map of names to plain values (${why})`, "published_bucket: pub-1");
  if (mistake) wrong(renderMistake(mistake));
  else if (value === null || typeof value !== "object" || Array.isArray(value)) wrong("it is not a map");
  else {
    for (const [variable, content] of Object.entries(value)) {
      if (content === null || typeof content === "object") wrong(`${variable} has ${content === null ? "no value" : "a list or a map"}`);
      else values.set(variable, typeof content === "number" ? scalarAt(locate([variable]), text.split("\n")) ?? String(content) : String(content));
    }
  }
  return values;
}

// actions/seed-egress/src/inputs.ts
var commands = ["lint", "plan", "apply", "explain", "import", "restore"];
var available = ["lint", "plan", "apply", "explain", "restore"];
function readInputs(reader, { environment, github }) {
  const command = readCommand(reader);
  const variables = readVariables(reader, github.workspace);
  const patterns = reader.list("rows", { required: !["explain", "restore"].includes(command), example: "egress/*.yaml" });
  if (patterns.length === 0 && reader.given("rows")) reader.fault("rows", "a pattern besides comments", "egress/*.yaml");
  const linted = lintRows(readRowsFiles(patterns, github.workspace, reader), variables);
  const backup = readBackupInput(reader, command, github.workspace);
  const table = reader.text("table", { fallback: "data-egress", pattern: /^[\w.-]{3,255}$/, want: "the name of a table", example: "data-egress" });
  notYet(reader);
  const inputs = {
    command,
    linted,
    hasRows: patterns.length > 0,
    explain: readExplainInputs(reader, command, github.workspace),
    backup,
    table: backup?.content?.table ?? table,
    region: readRegion(reader, environment, command === "lint" || command === "explain" && patterns.length > 0),
    owner: readOwner(reader, github.repository),
    prune: reader.boolean("prune", true),
    adopt: reader.boolean("adopt", false),
    maxDeletes: reader.integer("max-deletes", { example: "40" }),
    allowMassDelete: reader.boolean("allow-mass-delete", false),
    planDigest: reader.text("plan-digest", {
      pattern: /^sha256:[0-9a-f]{64}$/,
      want: "the output plan-digest of a plan",
      example: `sha256:${"0".repeat(8)}\u2026`
    }),
    roleToAssume: reader.text("role-to-assume", { pattern: roleArnPattern, want: "the ARN of a role", example: "arn:aws:iam::111122223333:role/deploy" }),
    comment: reader.choice("comment", ["auto", "always", "never"]),
    githubToken: reader.secret("github-token"),
    timeout: reader.duration("timeout", "10m", { min: "1s", max: "6h" })
  };
  if (command === "restore" && inputs.planDigest !== void 0) reader.fault("plan-digest", "no value with command restore; it belongs to apply");
  reader.tellBeside(linted.faults);
  return inputs;
}
function readCommand(reader) {
  const command = reader.choice("command", commands, { required: true, example: "plan" });
  if (available.includes(command)) return command;
  reader.fault("command", `one of ${available.join(", ")}; ${command} is not available yet`, "plan");
  return "lint";
}
function notYet(reader) {
  const profile = reader.choice("profile", ["egress", "generic"]);
  if (profile !== "egress") reader.fault("profile", "egress: the profile generic is not available yet", "egress");
  reader.notYet({
    environment: void 0,
    "iam-policy-file": void 0,
    "terraform-plan-file": void 0,
    "agent-config": void 0,
    "import-from": void 0,
    "import-file": "egress-rows.yaml"
  });
}
function readRegion(reader, environment, offline) {
  const fallback = environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION");
  const options = { pattern: /^[a-z]{2,}(-[a-z0-9]+)+-\d$/, want: "a region", example: "eu-central-1" };
  const region = reader.text("aws-region", { ...options, ...fallback === void 0 ? {} : { fallback } });
  if (region === void 0 && !offline) reader.fault("aws-region", "a region, here or in AWS_REGION", "eu-central-1");
  return region ?? "";
}
function readOwner(reader, repository) {
  const owner = reader.text("owner", { pattern: /^[^\r\n]{1,256}$/, want: "one line of at most 256 characters", example: "bank/egress" }) ?? repository;
  if (owner === "") reader.fault("owner", "the mark of our rows, as GITHUB_REPOSITORY is not set", "bank/egress");
  return owner;
}

// actions/seed-egress/src/main.ts
await runAction({ name: "seed-egress", readInputs, run: seedEgress, report, reportFailure, reasons });
