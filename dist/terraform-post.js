const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
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
} from "./chunk-OSCNCXAG.js";
import "./chunk-JMC5Y2LS.js";
import {
  runProcess
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  runPost
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  mkdirSync,
  rmSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/terraform/src/undo.ts
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
