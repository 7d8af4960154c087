import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  KubernetesClient,
  correctRecords,
  readConnection,
  readHistory,
  stateNames
} from "./chunk-TFMPCFCX.js";
import "./chunk-LS7W3XV2.js";
import "./chunk-6OHL2XCB.js";
import "./chunk-VNVIDMPC.js";
import "./chunk-QGX54QZD.js";
import "./chunk-NWFVMLHD.js";
import "./chunk-BMUB6LXS.js";
import "./chunk-K5XALXOZ.js";
import "./chunk-DUUM3QR5.js";
import "./chunk-5I647YKF.js";
import "./chunk-HIYWIHLM.js";
import "./chunk-YN2TDT66.js";
import "./chunk-7CCRXKWL.js";
import "./chunk-QIFOMW7R.js";
import {
  runProcess
} from "./chunk-BVCG4FXE.js";
import {
  runPost,
  systemClock
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/deploy-helm/src/post.ts
import { rmSync } from "node:fs";

// actions/deploy-helm/src/clean-up.ts
import { readdirSync, readFileSync } from "node:fs";
var limitMs = 3e4;
async function cleanUp(context, folder) {
  const ended = endHelm(folder);
  if (ended > 0) context.log.info("Ended a helm that the step had left running.");
  const [namespace, release, file] = [context.state(stateNames.namespace), context.state(stateNames.release), context.state(stateNames.kubeconfig)];
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error("no time is left")), limitMs);
  const client = new KubernetesClient(readConnection(file, { ...context, runProcess }), context.clock);
  try {
    const history = await readHistory(client, namespace, release, limit.signal);
    const before = history.filter(({ number }) => number <= Number(context.state(stateNames.before)));
    const { begun } = await correctRecords({ client, namespace, release, before, why: "the step was killed", signal: limit.signal });
    if (begun !== void 0) context.log.info(`Marked revision ${begun} of ${release} as failed: the step that wrote it was killed.`);
  } finally {
    clearTimeout(timer);
    client.close();
  }
}
function endHelm(folder) {
  let ended = 0;
  for (const pid of processes()) {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "utf8").includes(`HELM_CACHE_HOME=${folder}/`)) continue;
      process.kill(Number(pid), "SIGKILL");
      ended += 1;
    } catch {
    }
  }
  return ended;
}
function processes() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

// actions/deploy-helm/src/post.ts
await runPost("deploy-helm", async (context) => {
  const folder = context.state(stateNames.folder);
  if (!folder) return;
  try {
    if (context.state(stateNames.over) !== "true") await cleanUp({ ...context, clock: systemClock }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
