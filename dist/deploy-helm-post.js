const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  KubernetesClient,
  correctRecords,
  readConnection,
  readHistory,
  stateNames
} from "./chunk-CY2PQJSI.js";
import "./chunk-KT4OJ4EK.js";
import "./chunk-JMC5Y2LS.js";
import "./chunk-DUIDKB3Q.js";
import "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import "./chunk-ZC465YLL.js";
import "./chunk-BCQYPPXB.js";
import "./chunk-BQVGT3GG.js";
import "./chunk-YAZ3AOZW.js";
import "./chunk-XI6AQZL3.js";
import "./chunk-7MWBAGVT.js";
import "./chunk-HWU333NJ.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  runProcess
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  runPost,
  systemClock
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  readFileSync,
  readdirSync,
  rmSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/deploy-helm/src/clean-up.ts
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
