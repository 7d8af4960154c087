import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  createTerraform,
  endMarked,
  isOwnLock,
  lockOwner,
  markedProcesses,
  readRecord,
  sendSignal,
  signalMarked,
  terraformEnvironment
} from "./chunk-45OQPZXQ.js";
import "./chunk-LS7W3XV2.js";
import {
  runProcess
} from "./chunk-BVCG4FXE.js";
import {
  runPost
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/terraform/src/post.ts
import { rmSync } from "node:fs";

// actions/terraform/src/undo.ts
import { mkdirSync } from "node:fs";
var graceMs = 4e3;
var pauseMs = 50;
var releaseMs = 1e4;
async function endTerraform({ log, clock }, mark, run) {
  const running = markedProcesses(mark);
  if (running.length === 0) return;
  log.info("terraform still runs: it is interrupted, so that it writes its state and releases its lock");
  const main = run && running.includes(run.pid) ? run.pid : void 0;
  if (main === void 0) signalMarked(mark, "SIGINT");
  else sendSignal(main, "SIGINT");
  const runs = () => main === void 0 ? markedProcesses(mark).length > 0 : markedProcesses(mark).includes(main);
  const end = clock.now() + graceMs;
  while (runs() && clock.now() < end) await clock.sleep(pauseMs);
  endMarked(mark);
}
async function releaseLock(context, mark) {
  const { environment, github, log, clock } = context;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`the lock could not be looked at in ${releaseMs} ms`)), releaseMs);
  const folder = context.state("folder");
  mkdirSync(folder, { recursive: true, mode: 448 });
  const withhold = [environment.get("INPUT_PLAN-PASSPHRASE") ?? ""];
  const terraform = createTerraform({
    run: runProcess,
    path: context.state("tool"),
    workingDirectory: context.state("workingDirectory"),
    folder,
    sleep: clock.sleep,
    environment: terraformEnvironment(environment.all(), { workspace: context.state("workspace"), withhold, mark }),
    signal: stop.signal,
    onEnd: () => endMarked(mark)
  });
  try {
    const lock = await terraform.readLock();
    if (!lock) return;
    if (!isOwnLock(lock, lockOwner(github.temp)))
      return log.warning(`the state is locked by ${lock.Who} since ${lock.Created}: this job did not take that lock (${lock.ID})`);
    await terraform.unlock(lock.ID);
    log.info(`released the lock ${lock.ID} that this step left behind`);
  } finally {
    clearTimeout(timer);
  }
}

// actions/terraform/src/post.ts
await runPost("terraform", async (context) => {
  const record = context.state("record");
  const mark = context.state("mark");
  const run = record ? readRecord(record) : void 0;
  try {
    if (mark) await endTerraform(context, mark, run);
    if (run) await releaseLock(context, mark);
  } finally {
    for (const path of [record, context.state("folder")]) if (path) rmSync(path, { recursive: true, force: true });
  }
});
