const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/refresh/kept-keys.ts
var minute = 6e4;
var hour = 60 * minute;
var earliest = 20 * minute;
var clockTolerance = minute;
function readKeys(file) {
  try {
    const keys = JSON.parse(readFileSync(file, "utf8"));
    const texts = [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken];
    const times = [keys.expiresAt, keys.obtainedAt];
    if (!texts.every((text) => typeof text === "string" && text !== "") || !times.every(Number.isFinite)) return void 0;
    return keys;
  } catch {
    return void 0;
  }
}
function writeKeys(file, keys) {
  replaceFile(file, JSON.stringify(keys));
}
function replaceFile(file, content) {
  const next = `${file}.${process.pid}-${crypto.randomUUID()}`;
  try {
    writeFileSync(next, content, { mode: 384, flag: "wx" });
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}
function remainingMs(keys, now) {
  return now < keys.obtainedAt - clockTolerance ? 0 : Math.max(0, keys.expiresAt - now);
}
function isRenewalDue(keys, now) {
  const life = keys.expiresAt - keys.obtainedAt;
  const third = life / 3;
  return remainingMs(keys, now) <= (life < hour ? third : Math.max(earliest, third));
}

// actions/assume-role/src/refresh/refresh-plan.ts
import { dirname, join } from "node:path";
function refreshFiles(planFile) {
  const folder = dirname(planFile);
  return { keys: join(folder, "keys.json"), lock: join(folder, "lock"), failure: join(folder, "failure.json") };
}
function readPlan(planFile) {
  const plan = JSON.parse(readFileSync(planFile, "utf8"));
  if (plan.version !== 1 || !plan.plan || !plan.assumedRoleArn) throw new SyntaxError(`${planFile} is no plan of a login`);
  return plan;
}

// actions/assume-role/src/refresh/process-answer.ts
function answerWith(keys, warning = "") {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = keys;
  const answer = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken };
  const stdout = `${JSON.stringify({ ...answer, Expiration: new Date(expiresAt).toISOString() })}
`;
  return { stdout, stderr: warning && `slipway: ${warning.replaceAll(/\s*\n\s*/g, " ")}
`, exitCode: 0 };
}
function refuse(text) {
  return { stdout: "", stderr: `slipway: ${text}
`, exitCode: 1 };
}
function keptAnswer(planFile, now) {
  const keys = readKeys(refreshFiles(planFile).keys);
  return keys && !isRenewalDue(keys, now) ? answerWith(keys) : void 0;
}

export {
  readKeys,
  writeKeys,
  replaceFile,
  remainingMs,
  isRenewalDue,
  refreshFiles,
  readPlan,
  answerWith,
  refuse,
  keptAnswer
};
