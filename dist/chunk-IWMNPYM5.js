const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  createHash,
  randomBytes
} from "./chunk-PTJ4QN3J.js";
import {
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/records.ts
import { dirname, join } from "node:path";

// actions/assume-role/src/record-shape.ts
function isRecord(value) {
  if (!isObject(value) || value["version"] !== 1 || !["login", "end"].includes(String(value["kind"]))) return false;
  const { job, sequence, variables, profiles, configFile, reusable } = value;
  return typeof job === "string" && typeof sequence === "string" && isObject(variables) && Object.values(variables).every(isVariable) && isTexts(profiles) && (configFile === void 0 || typeof configFile === "string") && Array.isArray(reusable) && reusable.every(isReusable);
}
var reusableFields = ["roleArn", "sessionArn", "accountId", "assumedRoleId", "sessionName", "expiration", "fingerprint", "keys"];
function isReusable(value) {
  return isObject(value) && reusableFields.every((name) => typeof value[name] === "string");
}
function isVariable(value) {
  return isObject(value) && (value["before"] === null || typeof value["before"] === "string") && isTexts(value["given"]);
}
function isTexts(value) {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// actions/assume-role/src/records.ts
var folderPrefix = "slipway-assume-role-";
var recordName = "restore.json";
function jobOf(github) {
  return [github.runId, github.runAttempt, github.job].join("/");
}
function hashOf(value) {
  return createHash("sha256").update(value).digest("hex");
}
function findRecords(temp, job) {
  return namesIn(temp).filter((name) => name.startsWith(folderPrefix)).map((name) => readRecord(join(temp, name, recordName))).filter((found) => found?.record.job === job).sort((a, b) => a.record.sequence < b.record.sequence ? -1 : 1);
}
function readRecord(file) {
  try {
    const own = process.getuid?.();
    const entry = lstatSync(file);
    if (!entry.isFile() || own !== void 0 && entry.uid !== own) return void 0;
    const record = JSON.parse(readFileSync(file, "utf8"));
    return isRecord(record) ? { file, folder: dirname(file), record } : void 0;
  } catch {
    return void 0;
  }
}
function rewriteRecord(file, record) {
  writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 384 });
  renameSync(`${file}.new`, file);
}
function nextSequence(now, earlier) {
  const newest = Number(earlier.at(-1)?.record.sequence.split("-")[0] ?? 0);
  return `${String(Math.max(now, newest + 1)).padStart(16, "0")}-${randomBytes(6).toString("hex")}`;
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export {
  folderPrefix,
  recordName,
  jobOf,
  hashOf,
  findRecords,
  readRecord,
  rewriteRecord,
  nextSequence
};
