const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  answerWith,
  isRenewalDue,
  readKeys,
  readPlan,
  refreshFiles,
  refuse,
  remainingMs,
  replaceFile,
  writeKeys
} from "./chunk-FO3SWHR6.js";
import {
  loginWith
} from "./chunk-QGNCUWLL.js";
import "./chunk-DUIDKB3Q.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  createCalls
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  createMasks,
  environmentOf,
  readEnvironment,
  systemClock
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/refresh/renew-on-system.ts
import { hostname } from "node:os";

// actions/assume-role/src/refresh/kept-failure.ts
var longestPauseMs = 3e4;
function failureAt(now, leftMs, text) {
  return { at: now, retryAt: now + Math.min(longestPauseMs, leftMs / 4), text };
}
function readFailure(file) {
  try {
    const failure = JSON.parse(readFileSync(file, "utf8"));
    return Number.isFinite(failure.at) && Number.isFinite(failure.retryAt) ? failure : void 0;
  } catch {
    return void 0;
  }
}
function keepFailure(file, failure) {
  try {
    replaceFile(file, JSON.stringify(failure));
  } catch {
  }
}

// actions/assume-role/src/refresh/refresh-words.ts
var requestTokenMissing = "id-token-permission-missing";
function renewalWords(error, { profile, hasRequestToken }) {
  const head = `no new keys for profile ${profile}`;
  const messages = chainOf(error).map(({ message }) => message);
  if (codesOf(error).includes(requestTokenMissing)) {
    return hasRequestToken ? `${head}: GitHub no longer answers this job's request token, which lives about 6 hours from the start of the job (${messages.at(-1) ?? ""}).
Do this: split the job, so that each part ends within 6 hours of its own start; nothing within this job can bring new keys.` : `${head}: this process has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN in its environment.
Do this: hand both variables on to it (sudo --preserve-env, docker run -e, env without -i), in a job that has permissions: id-token: write.`;
  }
  const why = detailsOf(error);
  const remedy = remedyOf(error);
  return [`${head}: ${messages[0] ?? String(error)}`, ...why, ...remedy ? [`Do this: ${remedy}`] : []].join("\n");
}
function foreignKeysWords(profile, expected, got) {
  return `no new keys for profile ${profile}: they would be those of ${got}, and the login was for ${expected}.
Do this: check sts-endpoint and the proxy: something else answers in the name of STS.`;
}
function endedKeysWords(profile, expiresAt, now) {
  const seconds = Math.round((now - expiresAt) / 1e3);
  return `the new keys of profile ${profile} ended ${seconds} s ago by this machine's clock.
Do this: set the runner's clock (NTP).`;
}
function goneWords(planFile, why) {
  return `the login behind this profile has ended: ${planFile} cannot be read (${why}).
Do this: run assume-role with delivery: refresh before this step, in the same job.`;
}
function busyWords(profile, seconds) {
  return `no new keys for profile ${profile}: another process has been renewing them for ${seconds} s.
Do this: run the step again.`;
}
function chainOf(error) {
  const chain = [];
  for (let current = error; current instanceof Error && chain.length < 10; current = current.cause) chain.push(current);
  return chain;
}
function codesOf(error) {
  return chainOf(error).flatMap((link) => {
    const { code, reason } = link;
    return [code, reason];
  });
}
function detailsOf(error) {
  const { why, facts: facts2 } = error;
  return [...why ?? facts2 ?? []];
}
function remedyOf(error) {
  const { remedy, hint } = error;
  return remedy ?? hint;
}

// actions/assume-role/src/refresh/renewal-lock.ts
var staleAfterMs = 3e4;
function takeLock(file, self, now) {
  const content = `${self.pid} ${now} ${self.host}`;
  if (!create(file, content)) {
    const held = read(file);
    if (held !== void 0 && !isStale(held, self, now)) return void 0;
    if (held !== void 0) removeStale(file, held, self, content, now);
    if (!create(file, content)) return void 0;
  }
  return {
    release: () => {
      if (read(file)?.text === content) rmSync(file, { force: true });
    }
  };
}
function create(file, content) {
  try {
    writeFileSync(file, content, { mode: 384, flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
function read(file) {
  try {
    const text = textOf(file);
    const [, pid = "0", at, host = ""] = /^(\d+) (\d+) (.*)$/.exec(text) ?? [];
    return { text, pid: Number(pid), at: at === void 0 ? statSync(file).mtimeMs : Number(at), host };
  } catch {
    return void 0;
  }
}
function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "EACCES") return "";
    throw error;
  }
}
function isStale({ pid, at, host }, self, now) {
  if (Math.abs(now - at) > staleAfterMs) return true;
  if (host !== self.host || pid === 0) return false;
  return pid === self.pid || !isAlive(pid);
}
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
function removeStale(file, judged, self, content, now) {
  const claim = `${file}.claim`;
  if (!create(claim, content)) {
    const claimed = read(claim);
    if (claimed !== void 0 && isStale(claimed, self, now)) rmSync(claim, { force: true });
    return;
  }
  if (read(file)?.text === judged.text) rmSync(file, { force: true });
  rmSync(claim, { force: true });
}

// actions/assume-role/src/refresh/renew.ts
var loginMs = 25e3;
var patientMs = 1e4;
var shortestMs = 1e3;
var usableMs = 2e3;
var pauseMs = 50;
async function renew(planFile, platform) {
  let plan;
  try {
    plan = readPlan(planFile);
  } catch (error) {
    return refuse(goneWords(planFile, error.message));
  }
  const renewal = { ...platform, plan, files: refreshFiles(planFile), startedAt: platform.clock.now() };
  try {
    return await answerOrWait(renewal);
  } catch (error) {
    return refuse(renewalWords(error, facts(renewal)));
  }
}
async function answerOrWait(renewal) {
  const { clock, signal, files, startedAt } = renewal;
  for (; ; ) {
    signal.throwIfAborted();
    const known = alreadyKnown(renewal);
    if (known) return known;
    const lock = lockOrNone(renewal);
    if (lock !== void 0) return await renewUnder(lock, renewal);
    const keys = readKeys(files.keys);
    if (keys && remainingMs(keys, clock.now()) > usableMs) return answerWith(keys);
    if (clock.now() - startedAt > staleAfterMs) return refuse(busyWords(renewal.plan.profile, staleAfterMs / 1e3));
    await clock.sleep(pauseMs, signal);
  }
}
function alreadyKnown({ files, clock, startedAt }) {
  const now = clock.now();
  const keys = readKeys(files.keys);
  if (keys && !isRenewalDue(keys, now)) return answerWith(keys);
  const failure = readFailure(files.failure);
  if (!failure) return void 0;
  if (keys && remainingMs(keys, now) > 0) return now >= failure.at && now < failure.retryAt ? answerWith(keys, stillGood(failure.text)) : void 0;
  return failure.at >= startedAt && failure.at <= now ? refuse(failure.text) : void 0;
}
function lockOrNone({ files, self, clock }) {
  try {
    return takeLock(files.lock, self, clock.now());
  } catch {
    return null;
  }
}
async function renewUnder(lock, renewal) {
  try {
    return alreadyKnown(renewal) ?? await renewNow(renewal);
  } finally {
    lock?.release();
  }
}
async function renewNow(renewal) {
  const { clock, files, signal } = renewal;
  const masks = createMasks(() => {
  });
  try {
    return keep(await login(renewal, masks), files);
  } catch (error) {
    const text = masks.scrub(error instanceof Refused ? error.message : renewalWords(error, facts(renewal)));
    if (signal.aborted) return refuse(text);
    const old = readKeys(files.keys);
    const left = old ? remainingMs(old, clock.now()) : 0;
    keepFailure(files.failure, failureAt(clock.now(), left, text));
    return old && left > 0 ? answerWith(old, stillGood(text)) : refuse(text);
  }
}
async function login(renewal, masks) {
  const { plan, clock, environment, files } = renewal;
  const old = readKeys(files.keys);
  const left = old ? remainingMs(old, clock.now()) : 0;
  const limit = left > 0 ? Math.max(shortestMs, Math.min(patientMs, left / 2)) : loginMs;
  const own = new AbortController();
  const ended = new AbortController();
  const signal = AbortSignal.any([renewal.signal, own.signal]);
  clock.sleep(limit, ended.signal).then(
    () => own.abort(new Refused(`no new keys for profile ${plan.profile}: no answer within ${limit / 1e3} s.
Do this: run the step again.`)),
    () => {
    }
  );
  try {
    const identity = environmentOf({ ...environment.all(), ...plan.identity });
    const role = await renewal.login(plan.plan, { environment: identity, clock, signal, deadline: clock.now() + limit, calls: createCalls(), masks });
    return checked(role, plan, clock.now());
  } finally {
    ended.abort();
  }
}
function checked({ assumedRoleArn, credentials }, plan, now) {
  if (assumedRoleArn !== plan.assumedRoleArn) throw new Refused(foreignKeysWords(plan.profile, plan.assumedRoleArn, assumedRoleArn));
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  const expiresAt = expiration.getTime();
  if (expiresAt <= now) throw new Refused(endedKeysWords(plan.profile, expiresAt, now));
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt, obtainedAt: now };
}
function keep(keys, files) {
  try {
    writeKeys(files.keys, keys);
    rmSync(files.failure, { force: true });
    return answerWith(keys);
  } catch (error) {
    return answerWith(keys, `the new keys could not be kept for the next call: ${error.message}`);
  }
}
var Refused = class extends Error {
};
function facts({ plan, environment }) {
  const hasRequestToken = Boolean(environment.get("ACTIONS_ID_TOKEN_REQUEST_URL") && environment.get("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
  return { profile: plan.profile, hasRequestToken };
}
function stillGood(text) {
  return `${text}
The old keys are still good.`;
}

// actions/assume-role/src/refresh/renew-on-system.ts
async function renewOnSystem(planFile) {
  const stopped = new AbortController();
  const stop = (signal) => stopped.abort(new Error(`the process was ended by ${signal}`));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    const self = { pid: process.pid, host: hostname() };
    return await renew(planFile, { environment: readEnvironment(), clock: systemClock, signal: stopped.signal, login: loginWith, self });
  } finally {
    process.off("SIGTERM", stop);
    process.off("SIGINT", stop);
  }
}
export {
  renewOnSystem
};
