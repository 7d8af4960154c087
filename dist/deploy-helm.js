const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  readMap
} from "./chunk-LTGTBCPC.js";
import {
  Helm,
  KubernetesError,
  Recorder,
  connect,
  correctRecords,
  diffManifests,
  forgetStep,
  imagesOf,
  isPending,
  isPodReady,
  lastGood,
  mapLeaves,
  markRevision,
  mergeValues,
  parseManifest,
  parseTextMap,
  parseValues,
  readHistory,
  rememberStep,
  renderDifferences,
  targetsOf
} from "./chunk-CY2PQJSI.js";
import "./chunk-KT4OJ4EK.js";
import "./chunk-JMC5Y2LS.js";
import {
  roleArnPattern,
  roleOfSession
} from "./chunk-DUIDKB3Q.js";
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
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  runAction,
  sharedReasons,
  toFailure
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  existsSync,
  readFileSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/deploy-helm/src/reasons.ts
var reasons = [
  "tool-missing",
  "cluster-not-found",
  "cluster-unreachable",
  "unauthorized",
  "namespace-missing",
  "chart-invalid",
  "values-invalid",
  "image-missing",
  "image-mismatch",
  "image-not-scanned",
  "out-of-memory",
  "crash-loop",
  "probe-failing",
  "unschedulable",
  "quota",
  "admission-denied",
  "volume",
  "irsa-denied",
  "config-missing",
  "hook-failed",
  "release-pending",
  "rollback-failed"
];
var remedies = {
  "image-missing": "Check that the tag was pushed before this step and that the nodes may pull it:\naws ecr describe-images --repository-name <name> --image-ids imageTag=<tag>",
  "out-of-memory": "Raise resources.limits.memory of the container in the values, or find what uses it.",
  "crash-loop": "Read the container's last lines in the summary; run the image by hand with the same configuration.",
  "probe-failing": "Open the probe yourself: kubectl -n <namespace> port-forward <pod> 8080 \u2014 or give it more time with a startupProbe.",
  unschedulable: "Ask for less (resources.requests), correct nodeSelector and tolerations, or add nodes that fit.",
  quota: "Ask for less in the values, or have the quota raised: kubectl -n <namespace> describe resourcequota",
  "admission-denied": "The cluster has a policy against this object; change the chart as the message says.",
  volume: "Look at the claim: kubectl -n <namespace> describe pvc",
  "irsa-denied": "Let the service account assume the role: its trust policy needs the cluster's OIDC provider and system:serviceaccount:<namespace>:<name>.",
  "config-missing": "Create the ConfigMap, Secret or key that is named above, or mark it optional in the chart.",
  "hook-failed": "Read the hook's log in the summary; correct it and run the job again.",
  "rollback-failed": "The release is left as it is. Look at it: helm history <release> && kubectl get pods",
  timeout: "Give it longer (timeout) if what it waited for is merely slow; kubectl describe shows what the pods wait for."
};
function remedyFor(reason) {
  return remedies[reason];
}

// actions/deploy-helm/src/session.ts
function titleOf({ release, namespace }) {
  return `release ${release} in ${namespace}`;
}

// actions/deploy-helm/src/cluster/explain.ts
function explainAws(error, inputs) {
  if (!(error instanceof AwsError) || inputs.cluster.kind !== "eks") return error;
  const { name, region } = inputs.cluster;
  if (error.code === "not-found")
    return new Failure({
      what: `there is no EKS cluster ${name} in ${region}`,
      reason: "cluster-not-found",
      why: [error.message],
      remedy: `Look for its name and region: aws eks list-clusters --region ${region}`,
      cause: error
    });
  if (error.operation === "DescribeCluster" && error.code === "access-denied")
    return new Failure({
      what: `EKS cluster ${name} may not be described`,
      reason: "access-denied",
      why: [error.message],
      remedy: `Allow the role: { "Effect": "Allow", "Action": "eks:DescribeCluster", "Resource": "arn:aws:eks:${region}:<account>:cluster/${name}" }`,
      cause: error
    });
  if (error.operation === "DescribeCluster" && error.code === "conflict")
    return new Failure({
      what: `EKS cluster ${name} cannot be reached`,
      reason: "cluster-unreachable",
      why: [error.message],
      remedy: `Wait until it is there: aws eks wait cluster-active --region ${region} --name ${name}`,
      cause: error
    });
  return error;
}
async function explainCluster(error, inputs, cluster) {
  if (!(error instanceof KubernetesError)) return error;
  const parts = { why: [error.message, ...error.facts], cause: error };
  if (error.code === "unauthorized")
    return new Failure({
      ...parts,
      what: `${cluster.title} does not let us in`,
      reason: "unauthorized",
      ...await accessEntry(error, inputs, cluster, parts.why)
    });
  if (error.code === "cluster-unreachable" || error.code === "gone") {
    const closed = "its endpoint is private: endpointPublicAccess is false, so only runners inside the VPC reach it";
    return new Failure({
      ...parts,
      what: `${cluster.title} cannot be reached`,
      reason: "cluster-unreachable",
      why: cluster.publicAccess ? parts.why : [...parts.why, closed],
      remedy: cluster.publicAccess ? error.hint ?? "Run the job again." : "Run the job on a self-hosted runner inside the VPC of the cluster."
    });
  }
  if (error.code === "chart-invalid" || error.code === "values-invalid") return toFailure(error, `${titleOf(inputs)} cannot be rendered`, reasons);
  return error;
}
async function accessEntry(error, inputs, cluster, why) {
  if (inputs.cluster.kind === "kubeconfig") return { why, remedy: error.hint ?? "Renew the credentials of the kubeconfig." };
  const arn = await cluster.principal().catch(() => "");
  const session = roleOfSession(arn);
  const role = session ? `arn:${session.partition}:iam::${session.accountId}:role/${session.name}` : arn;
  const { name, region } = inputs.cluster;
  return {
    why: [...why, ...arn ? [`we are ${arn}`] : []],
    remedy: [
      `aws eks create-access-entry --region ${region} --cluster-name ${name} --principal-arn ${role || "<role arn>"}`,
      `aws eks associate-access-policy --region ${region} --cluster-name ${name} --principal-arn ${role || "<role arn>"} \\`,
      `  --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy --access-scope type=namespace,namespaces=${inputs.namespace}`
    ].join("\n")
  };
}

// actions/deploy-helm/src/cluster/namespace.ts
async function checkNamespace({ client, inputs, context }) {
  if (inputs.createNamespace) return;
  try {
    await client.get({ apiVersion: "v1", plural: "namespaces" }, "", inputs.namespace, context.signal);
  } catch (error) {
    if (!(error instanceof KubernetesError) || error.code === "access-denied") return rethrowOther(error);
    if (error.code !== "not-found") throw error;
    throw new Failure({
      what: `there is no namespace ${inputs.namespace}`,
      reason: "namespace-missing",
      why: [error.message],
      remedy: `Make it in this step (create-namespace: true), or before: kubectl create namespace ${inputs.namespace}`,
      cause: error
    });
  }
}
function rethrowOther(error) {
  if (!(error instanceof KubernetesError)) throw error;
}

// actions/deploy-helm/src/diff-file.ts
import { join } from "node:path";
function writeDiff(differences, { github, clock, masks }) {
  const file = join(github.temp, `slipway-deploy-helm-${clock.now()}-${process.pid}.diff`);
  const lines = renderDifferences(differences);
  writeFileSync(file, masks.scrub(lines.map((line) => `${line}
`).join("")), { mode: 384 });
  return file;
}

// actions/deploy-helm/src/release/compare.ts
function objectsOf({ manifest, hooks }, namespace) {
  return [...parseManifest(manifest, namespace), ...hookObjects(hooks ?? [], namespace)];
}
function hookObjects(hooks, namespace) {
  return hooks.flatMap(
    (hook) => parseManifest(hook.manifest, namespace).map((object) => ({
      ...object,
      hook: { events: [...hook.events].sort(), weight: hook.weight ?? 0, policies: [...hook.delete_policies ?? []].sort() }
    }))
  );
}
function compare(last, rendered, namespace) {
  return diffManifests(last ? objectsOf(last.record, namespace) : [], objectsOf(rendered, namespace));
}
function isUnchanged(last, differences) {
  return last?.status === "deployed" && differences.length === 0;
}

// actions/deploy-helm/src/release/stuck.ts
var runLabel = "slipway-run";
var pollMs = 2e3;
async function freeHistory(session) {
  const { client, context, inputs, deadline } = session;
  const read = () => readHistory(client, inputs.namespace, inputs.release, context.signal);
  for (; ; ) {
    const history = await read();
    const last = history.at(-1);
    if (!last || !isPending(last.status)) return history;
    if (inputs.onStuckRelease === "fail") throw pending(session, last, "on-stuck-release is fail");
    if (inputs.onStuckRelease === "recover" && await isDead(session, last)) {
      await recover(session, history, last);
      return read();
    }
    if (context.clock.now() + pollMs >= deadline) throw pending(session, last, "it was still so at the end of timeout");
    context.log.info(`Revision ${last.number} is ${last.status}; waiting for whoever works on it.`);
    await context.clock.sleep(pollMs, context.signal);
  }
}
async function recover({ client, context }, history, last) {
  context.log.warning(`Revision ${last.number} is ${last.status}, and the run that did so is over: it is marked failed.`);
  await markRevision(client, last, "failed", `left ${last.status} by a run that is over`, context.signal);
  const good = lastGood(history, last.number);
  if (good && good.status !== "deployed") await markRevision(client, good, "deployed", good.record.info.description ?? "", context.signal);
}
async function isDead(session, last) {
  const { context, inputs } = session;
  const run = (last.secret.metadata.labels?.[runLabel] ?? "").split(".")[0] ?? "";
  if (run !== "") return run === context.github.runId || await isCompleted(session, run);
  const since = Date.parse(last.record.info.last_deployed ?? last.secret.metadata.creationTimestamp ?? "");
  return context.clock.now() - since > inputs.rolloutTimeout;
}
async function isCompleted({ context, inputs }, run) {
  const { github, environment, signal } = context;
  if (!inputs.githubToken) return false;
  const headers = { authorization: `Bearer ${inputs.githubToken}`, accept: "application/vnd.github+json", "user-agent": "slipway" };
  try {
    const url = `${github.apiUrl}/repos/${github.repository}/actions/runs/${encodeURIComponent(run)}`;
    const { status, body } = await sendHttp({ url, headers, signal, environment: environment.all() });
    return status === 200 && JSON.parse(body).status === "completed";
  } catch (error) {
    signal.throwIfAborted();
    context.log.debug(`GitHub did not say whether run ${run} is over: ${error.message}`);
    return false;
  }
}
function pending({ inputs }, last, why) {
  const by = last.secret.metadata.labels?.[runLabel];
  return new Failure({
    what: `${titleOf(inputs)} is ${last.status}`,
    reason: "release-pending",
    why: [`revision ${last.number} is being worked on${by ? ` by run ${by}` : ""}; ${why}`],
    remedy: `Wait for the other deploy, and give the job a concurrency group. If it is dead: helm -n ${inputs.namespace} rollback ${inputs.release}`
  });
}

// actions/deploy-helm/src/explain-rollout.ts
function rolloutFailure(inputs, diagnosis, after) {
  const { begun, rollback } = after;
  const reason = rollback?.error === void 0 ? knownReason(diagnosis.reason) : "rollback-failed";
  const remedy = remedyFor(reason);
  const rollbackLine = rollback?.error === void 0 ? [] : [`rollback: ${rollback.error}`];
  return new Failure({
    what: `${titleOf(inputs)}${begun === void 0 ? "" : ` revision ${begun}`} failed${fateOf(inputs, after)}`,
    reason,
    why: [`${diagnosis.object}${diagnosis.container ? ` container ${diagnosis.container}` : ""}: ${diagnosis.message}`, ...rollbackLine],
    ...remedy === void 0 ? {} : { remedy: filled(remedy, inputs) }
  });
}
function knownReason(code2) {
  return [...reasons, ...sharedReasons].includes(code2) ? code2 : "internal";
}
function fateOf(inputs, { begun, good, rollback }) {
  if (begun === void 0) return "; nothing was changed";
  if (!rollback) return inputs.rollback === "never" ? "; it is left as it is (rollback: never)" : "";
  if (rollback.error !== void 0) return good === void 0 ? "; it could not be uninstalled" : `; the rollback to revision ${good} failed`;
  return good === void 0 ? "; the first install is uninstalled" : `; rolled back to revision ${good}`;
}
function filled(text, { namespace, release }) {
  return text.replaceAll("<namespace>", namespace).replaceAll("<release>", release);
}
function printDiagnosis(diagnosis, log) {
  const { reason, object, container, message, logs, events } = diagnosis;
  log.info(`${reason}: ${object}${container ? ` container ${container}` : ""}: ${message}`);
  if (logs.length > 0) log.group(`Last lines of ${object}${container ? ` container ${container}` : ""}`, logs);
  if (events.length > 0) log.group(`Events of ${object}`, events);
}

// actions/deploy-helm/src/release/roll-back.ts
async function rollBack(session, recorder, good) {
  const { inputs, context } = session;
  const object = `Release/${inputs.namespace}/${inputs.release}`;
  const limit = new AbortController();
  const signal = AbortSignal.any([context.signal, limit.signal]);
  const deadline = context.clock.now() + inputs.rollbackTimeout;
  context.clock.sleep(inputs.rollbackTimeout, AbortSignal.any([context.signal, limit.signal])).then(
    () => limit.abort(new Error("rollback-timeout is over")),
    () => {
    }
  );
  try {
    recorder.timeline.note(object, good ? `rolling back to revision ${good.number}` : "uninstalling the first install");
    const error = await (good ? returnTo(session, recorder, good, deadline, signal) : remove(session, signal));
    recorder.timeline.note(object, error === void 0 ? "rollback done" : `rollback failed: ${error}`);
    return { rolledBackTo: error === void 0 ? good?.number : void 0, error };
  } catch (error) {
    context.signal.throwIfAborted();
    return { rolledBackTo: void 0, error: error instanceof Error ? error.message : String(error) };
  } finally {
    limit.abort(new Error("the rollback is over"));
  }
}
async function remove({ helm, inputs }, signal) {
  await helm.uninstall(inputs.release, inputs.rollbackTimeout, signal);
}
async function returnTo(session, recorder, good, deadline, signal) {
  const { helm, inputs, client } = session;
  await helm.rollback(inputs.release, good.number, inputs.rollbackTimeout, signal);
  const targets = targetsOf(parseManifest(good.record.manifest, inputs.namespace));
  const onLook = freeStatefulSets(client, targets, signal);
  const end = await recorder.wait({ targets, deadline, failFast: true, signal, onLook });
  if (end.kind === "failed") return end.diagnosis.message;
  return end.kind === "timeout" ? `not ready within rollback-timeout: ${end.waiting.map(({ kind, name }) => `${kind} ${name}`).join(", ")}` : void 0;
}
function freeStatefulSets(client, targets, signal) {
  const deleted = /* @__PURE__ */ new Set();
  return async (state) => {
    for (const pod of targets.flatMap((target) => blockingPods(state, target))) {
      const { uid = "", namespace = "", name } = pod.metadata;
      if (deleted.has(uid)) continue;
      deleted.add(uid);
      await client.delete({ apiVersion: "v1", plural: "pods" }, namespace, name, signal);
    }
  };
}
function blockingPods(state, { kind, namespace, name }) {
  const set = kind === "StatefulSet" ? state.workload(kind, namespace, name) : void 0;
  if (!set || set.spec?.podManagementPolicy === "Parallel" || (set.status?.observedGeneration ?? 0) < (set.metadata.generation ?? 0)) return [];
  const isOld = (pod) => pod.metadata.labels?.["controller-revision-hash"] !== set.status?.updateRevision;
  return state.ownedBy("Pod", set).filter((pod) => isOld(pod) && !isPodReady(pod));
}

// actions/deploy-helm/src/release/upgrade.ts
async function upgradeAndWait(session, recorder, targets) {
  const { inputs, context, deadline } = session;
  const { signal, timings } = context;
  const early = await timings.phase("upgrade", () => upgrade(session, recorder, targets));
  if (early) return early;
  recorder.timeline.note(`Release/${inputs.namespace}/${inputs.release}`, "helm has sent all objects");
  const end = await timings.phase("rollout", () => recorder.wait({ targets, deadline, failFast: inputs.failFast, signal }));
  if (end.kind === "failed") return end.diagnosis;
  if (end.kind !== "timeout") return void 0;
  return end.diagnosis ?? slow(session, end.waiting);
}
async function upgrade(session, recorder, targets) {
  const { helm, inputs, context, deadline, release } = session;
  const ended = new AbortController();
  const stop = new AbortController();
  const running = helm.upgrade(release, Math.max(1e3, deadline - context.clock.now()), AbortSignal.any([context.signal, stop.signal])).then(() => void 0).catch((error2) => error2 ?? new Error("helm failed")).finally(() => ended.abort());
  const options = { targets, deadline, failFast: inputs.failFast, signal: context.signal, during: ended.signal };
  const seen = await recorder.wait(options).catch(async (error2) => {
    stop.abort(error2);
    await running;
    throw error2;
  });
  if (seen.kind === "failed" || seen.kind === "timeout") stop.abort(new Error("the rollout is given up"));
  const error = await running;
  context.signal.throwIfAborted();
  if (seen.kind === "failed") return seen.diagnosis;
  if (seen.kind === "timeout") return seen.diagnosis ?? await recorder.hooks.diagnosis() ?? slow(session, seen.waiting);
  return error === void 0 ? void 0 : diagnoseHelm(session, recorder, error);
}
async function diagnoseHelm({ inputs, context }, recorder, error) {
  if (!(error instanceof KubernetesError)) throw error;
  const hook = error.code === "hook-failed" || error.code === "timeout" ? await recorder.hooks.diagnosis() : void 0;
  if (hook) return hook;
  const object = `Release/${inputs.namespace}/${inputs.release}`;
  return { reason: error.code, object, container: "", message: error.message, since: new Date(context.clock.now()).toISOString(), logs: [], events: [] };
}
function slow({ inputs, context }, waiting) {
  const [first] = waiting;
  return {
    reason: "timeout",
    object: first ? `${first.kind}/${first.namespace}/${first.name}` : `Release/${inputs.namespace}/${inputs.release}`,
    container: "",
    message: `${titleOf(inputs)} was not ready in time; not ready: ${waiting.map(({ kind, name }) => `${kind} ${name}`).join(", ") || "nothing that could be seen"}`,
    since: new Date(context.clock.now()).toISOString(),
    logs: [],
    events: []
  };
}

// actions/deploy-helm/src/roll-out.ts
var afterErrorMs = 2500;
async function rollOut(session, history, rendered) {
  const { inputs, context, client } = session;
  const objects = objectsOf({ manifest: rendered.manifest }, inputs.namespace);
  const hooks = targetsOf(hookObjects(rendered.hooks, inputs.namespace));
  const recorder = await Recorder.start({
    client,
    namespaces: namespacesOf(inputs.namespace, [...targetsOf(objects), ...hooks]),
    clock: context.clock,
    logLines: inputs.logLines,
    hooks,
    signal: context.signal
  });
  try {
    if (recorder.blind.length > 0) context.log.warning(`We may not list ${recorder.blind.join(", ")}: what goes wrong there is not seen.`);
    const diagnosis = await upgradeAndWait(session, recorder, targetsOf(objects));
    const end = diagnosis ? await giveUp(session, recorder, history, diagnosis) : { outcome: "deployed" };
    return { ...end, revision: await lastRevision(session), timeline: recorder.timeline.entries() };
  } catch (error) {
    await correctAfterError(session, history);
    throw error;
  } finally {
    recorder.stop();
  }
}
async function giveUp(session, recorder, history, diagnosis) {
  const { inputs, context } = session;
  printDiagnosis(diagnosis, context.log);
  recorder.timeline.note(diagnosis.object, `${diagnosis.reason}: ${diagnosis.message}`);
  const { begun, good } = await correct(session, history, `${diagnosis.reason}: ${diagnosis.message}`.slice(0, 300), context.signal);
  const failed = (rollback2) => rolloutFailure(inputs, diagnosis, { begun, good: good?.number, rollback: rollback2 });
  if (inputs.rollback === "never" || begun === void 0) return { outcome: "failed", failure: failed(void 0), diagnosis };
  const rollback = await context.timings.phase("rollback", () => rollBack(session, recorder, good));
  if (rollback.error !== void 0) await correctAfterError(session, history);
  const outcome = good !== void 0 && rollback.error === void 0 ? "rolled-back" : "failed";
  return { outcome, failure: failed(rollback), diagnosis, rolledBackTo: rollback.rolledBackTo };
}
function correct({ client, inputs }, before, why, signal) {
  return correctRecords({ client, namespace: inputs.namespace, release: inputs.release, before, why, signal });
}
async function correctAfterError(session, history) {
  const { context } = session;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error("no time is left")), afterErrorMs);
  try {
    const reason = context.signal.aborted ? context.signal.reason : void 0;
    await correct(session, history, reason instanceof Failure ? reason.message : "the step failed", limit.signal);
  } catch (error) {
    context.log.warning(`the revision in work could not be marked failed: ${error.message}`);
  } finally {
    clearTimeout(timer);
  }
}
function namespacesOf(own, targets) {
  return [.../* @__PURE__ */ new Set([own, ...targets.map(({ namespace }) => namespace)])].sort();
}
async function lastRevision({ client, inputs, context }) {
  return (await readHistory(client, inputs.namespace, inputs.release, context.signal)).at(-1)?.number;
}

// actions/deploy-helm/src/deploy-helm.ts
async function deployHelm(inputs, context) {
  checkFiles(inputs);
  const deadline = context.clock.now() + inputs.rolloutTimeout;
  const helm = await Helm.open(helmSettings(inputs, context), context.signal);
  const cluster = await context.timings.phase("connect", () => connect(inputs, context)).catch((error) => {
    throw explainAws(error, inputs);
  });
  try {
    const parts = { inputs, context, cluster, client: cluster.client, deadline };
    const session = { ...parts, helm: helm.against(cluster.kubeconfig), release: releaseOf(inputs, context) };
    return await deploy(session);
  } catch (error) {
    throw await explainCluster(error, inputs, cluster);
  } finally {
    cluster.close();
  }
}
async function deploy(session) {
  const { client, context, helm, cluster } = session;
  const { signal, timings, log } = context;
  await timings.phase("check", async () => {
    log.info(`${cluster.title} runs Kubernetes ${await client.version(signal)}; helm is ${helm.version}.`);
    await checkNamespace(session);
  });
  const history = await freeHistory(session);
  const rendered = await timings.phase("render", () => helm.render(session.release, signal));
  const facts = factsOf(session, history, rendered);
  if (isUnchanged(history.at(-1), facts.differences)) return { ...facts, outcome: "unchanged", revision: history.at(-1)?.number, timeline: [] };
  rememberStep(session, history);
  const end = await rollOut(session, history, rendered);
  forgetStep(context);
  return { ...facts, ...end };
}
function checkFiles({ fileFaults, chartFault: chartFault2 }) {
  if (fileFaults.length > 0)
    throw new Failure({
      what: fileFaults.length === 1 ? "a file is not as it should be" : `${fileFaults.length} files are not as they should be`,
      reason: "invalid-file",
      faults: [...fileFaults, ...chartFault2 ? [{ text: chartFault2 }] : []],
      remedy: "Correct the files, or the paths in `with:`; paths are relative to the workspace. Nothing was called."
    });
  if (chartFault2)
    throw new Failure({
      what: "the chart is not valid",
      reason: "chart-invalid",
      why: [chartFault2],
      remedy: "Correct the chart, or name another one, a folder with a Chart.yaml or a .tgz: chart: ./chart. Nothing was called."
    });
}
function helmSettings(inputs, { runProcess, files, github, environment }) {
  return {
    path: inputs.helmPath,
    run: runProcess,
    folder: files.folder(),
    workspace: github.workspace,
    namespace: inputs.namespace,
    environment: environment.all()
  };
}
function releaseOf(inputs, { files, github }) {
  const valuesFiles = inputs.values.map((values, index) => files.write(`values-${index}.json`, JSON.stringify(values)));
  const labels = github.runId === "" ? {} : { [runLabel]: `${github.runId}.${github.runAttempt}` };
  return { name: inputs.release, chart: inputs.chart, valuesFiles, createNamespace: inputs.createNamespace, labels };
}
function factsOf({ inputs, context, helm }, history, rendered) {
  const differences = compare(history.at(-1), rendered, inputs.namespace);
  const images = imagesOf(objectsOf(rendered, inputs.namespace));
  return { differences, images, diffPath: inputs.diff ? writeDiff(differences, context) : "", helmVersion: helm.version };
}

// actions/deploy-helm/src/inputs.ts
import { resolve } from "node:path";

// actions/deploy-helm/src/inputs/chart.ts
import { join as join2 } from "node:path";

// actions/deploy-helm/src/inputs/packed-chart.ts
import { gunzipSync } from "node:zlib";
var blockBytes = 512;
var mostBytes = 100 * 1024 * 1024;
function packedChartYaml(archive) {
  const tar = unpack(archive);
  for (let at = 0; tar && at + blockBytes <= tar.length; ) {
    const name = textOf(tar, at, 100);
    const size = Number.parseInt(textOf(tar, at + 124, 12), 8);
    if (name === "" || !Number.isSafeInteger(size) || size < 0) return void 0;
    const start = at + blockBytes;
    if (/^(\.\/)?[^/]+\/Chart\.yaml$/.test(name)) return tar.toString("utf8", start, start + size);
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  return void 0;
}
function unpack(archive) {
  try {
    return gunzipSync(archive, { maxOutputLength: mostBytes });
  } catch {
    return void 0;
  }
}
function textOf(bytes, start, length) {
  return (bytes.toString("utf8", start, start + length).split("\0")[0] ?? "").trim();
}

// actions/deploy-helm/src/inputs/chart.ts
function chartFault(path, shown, version) {
  if (!existsSync(path)) return `chart ${shown} is not there`;
  if (statSync(path).isFile()) return packedFault(path, shown, version);
  const file = join2(path, "Chart.yaml");
  if (!existsSync(file)) return `chart ${shown} has no Chart.yaml`;
  return chartYamlFault(readFileSync(file, "utf8"), shown, version);
}
function packedFault(path, shown, version) {
  if (!/\.tgz$/.test(path)) return `chart ${shown} is a file; want a folder or a .tgz`;
  const text = packedChartYaml(readFileSync(path));
  return text === void 0 ? `chart ${shown} is no packed chart: it is no gzipped archive with a Chart.yaml` : chartYamlFault(text, shown, version);
}
function chartYamlFault(text, shown, version) {
  const parsed = parseValues(text);
  if (!parsed.ok) return `${shown}/Chart.yaml:${parsed.line}:${parsed.column} ${parsed.message}`;
  const { name, version: own, apiVersion } = parsed.value;
  for (const [key, value] of Object.entries({ apiVersion, name, version: own }))
    if (typeof value !== "string" || value === "") return `${shown}/Chart.yaml: ${key} is missing`;
  return version !== void 0 && version !== own ? `chart ${shown} is version ${String(own)}, not ${version} (chart-version)` : void 0;
}

// actions/deploy-helm/src/inputs/values.ts
var nested = 'image: {tag: "1.2"}';
function refuseDots(reader, name, values) {
  for (const key of Object.keys(values).filter((one) => one.includes(".")))
    reader.fault(name, "nested maps, no dotted paths", nested, `the key ${JSON.stringify(key.slice(0, 100))}`);
}
function readGivenValues(reader, at, faults) {
  const files = reader.list("values").map((path) => readValuesFile(path, at(path), faults));
  const set = readMap(reader, "set", { example: nested }) ?? {};
  refuseDots(reader, "set", set);
  const strings = readTexts(reader, "set-string", "version: 0123");
  const texts = readTexts(reader, "set-file", "config: ./app.conf");
  const contents = mapLeaves(texts, (leaf, path) => readText(String(leaf), path.join("."), at, faults));
  const inline = mergeValues(mergeValues(set, strings), contents);
  return Object.keys(inline).length > 0 ? [...files, inline] : files;
}
function readValuesFile(shown, path, faults) {
  const text = readGiven(path, `values: got ${JSON.stringify(shown)}`, "values/prod.yaml", faults);
  if (text === void 0) return {};
  const parsed = parseValues(text);
  if (parsed.ok) return parsed.value;
  const { line, column, message } = parsed;
  faults.push({ text: `${shown}:${line}:${column} ${message}`, file: shown, line, column });
  return {};
}
function readTexts(reader, name, example) {
  const text = reader.text(name);
  if (text === void 0) return {};
  const parsed = parseTextMap(text);
  if (parsed.ok) refuseDots(reader, name, parsed.value);
  if (parsed.ok) return parsed.value;
  reader.fault(name, `a YAML or JSON map (line ${parsed.line}, column ${parsed.column}: ${parsed.message})`, example);
  return {};
}
function readText(shown, key, at, faults) {
  return readGiven(at(shown), `set-file: got ${JSON.stringify(shown)} for ${key}`, "./app.conf", faults) ?? "";
}
function readGiven(path, got, example, faults) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return readFileSync(path, "utf8");
  faults.push({ text: `${got}; want a file in the workspace; ${stat ? "this is no file" : "it is not there"}; e.g. ${example}` });
  return void 0;
}

// actions/deploy-helm/src/inputs.ts
var refused = {
  "aws-access-key-id": "no long-lived keys: a step with slipway/assume-role before this one",
  "aws-secret-access-key": "no long-lived keys: a step with slipway/assume-role before this one",
  "cluster-role-arn": "`role-to-assume`",
  "config-files": "`values`, one file a line",
  "values-files": "`values`, one file a line",
  "set-values": "`set`, a YAML map",
  name: "`release`",
  "chart-path": "`chart`",
  "chart-repository": "`chart` with a path or oci://\u2026",
  version: "`chart-version`",
  atomic: "`rollback: auto`, which keeps the evidence that --atomic deletes",
  wait: "nothing: the rollout is always waited for",
  "use-secrets-vals": "nothing: secrets come from the cluster, not from values",
  "helm-wait": "nothing: the rollout is always waited for",
  "dry-run": "`diff`, which every deploy shows",
  plugins: "nothing: no plugins are needed",
  kubeconfig: "`kubeconfig-file`",
  action: "nothing: a deploy installs or upgrades; `helm uninstall` is a step of its own",
  "update-deps": "a step with `helm dependency build` before this one, so that what is deployed is what stands in charts/",
  "helm-extra-args": "the inputs of this action: flags could undo what it promises",
  "ca-file": "`chart` with a path: charts are fetched in a step before",
  "cert-file": "`chart` with a path: charts are fetched in a step before",
  "key-file": "`chart` with a path: charts are fetched in a step before",
  "insecure-skip-tls-verify": "nothing: certificates are always verified",
  "pass-credentials": "`chart` with a path: charts are fetched in a step before",
  username: "`chart` with a path: charts are fetched in a step before",
  password: "`chart` with a path: charts are fetched in a step before",
  "helm-version": "`helm-path`, with Helm installed in a step before"
};
var margin = 6e4;
var dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
var releaseName = /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
function readInputs(reader, { environment, github }) {
  const at = (path) => resolve(github.workspace, path);
  const fileFaults = [];
  const cluster = readCluster(reader, environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION"), at, fileFaults);
  const chart = readChart(reader, at);
  const rolloutTimeout = reader.duration("timeout", "10m", { min: "5s", max: "6h" });
  const rollbackTimeout = reader.duration("rollback-timeout", "5m", { min: "5s", max: "6h" });
  notYet(reader);
  const inputs = {
    cluster,
    namespace: reader.text("namespace", { fallback: "default", pattern: dnsLabel, want: "the name of a namespace", example: "payments" }),
    createNamespace: reader.boolean("create-namespace", false),
    release: reader.text("release", {
      required: !reader.given("releases"),
      pattern: releaseName,
      want: "the name of a release: lower-case letters, digits, dashes",
      example: "payments"
    }) ?? "",
    ...chart,
    values: readGivenValues(reader, at, fileFaults),
    rolloutTimeout,
    rollbackTimeout,
    failFast: reader.boolean("fail-fast", true),
    rollback: reader.choice("rollback", ["auto", "never"]),
    diff: reader.boolean("diff", true),
    logLines: reader.integer("log-lines", { fallback: 50, min: 0, max: 1e4 }),
    onStuckRelease: reader.choice("on-stuck-release", ["recover", "wait", "fail"]),
    helmPath: readHelmPath(reader, at),
    comment: reader.choice("comment", ["auto", "always", "never"]),
    githubToken: reader.secret("github-token"),
    fileFaults,
    timeout: rolloutTimeout + rollbackTimeout + margin
  };
  reader.tellBeside(fileFaults);
  return inputs;
}
function readCluster(reader, fallbackRegion, at, faults) {
  const name = reader.text("cluster-name", { pattern: /^[0-9A-Za-z][\w-]{0,99}$/, want: "the name of an EKS cluster", example: "prod" });
  const file = reader.text("kubeconfig-file");
  const region = reader.text("aws-region", { pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, want: "a region", example: "eu-central-1" }) ?? fallbackRegion;
  const roleArn = reader.text("role-to-assume", { pattern: roleArnPattern, want: "the ARN of a role", example: "arn:aws:iam::111122223333:role/deploy" });
  if (roleArn !== void 0 && file !== void 0)
    reader.fault("role-to-assume", "no value beside kubeconfig-file, which has its own credentials", "cluster-name: prod");
  if (name !== void 0 && file !== void 0) reader.fault("cluster-name", "either cluster-name or kubeconfig-file, not both", "cluster-name: prod");
  if (name === void 0 && file === void 0) reader.fault("cluster-name", "the name of an EKS cluster, or kubeconfig-file", "prod");
  if (file !== void 0) {
    if (!isFile(at(file)))
      faults.push({
        text: `kubeconfig-file: got ${JSON.stringify(file)}; want a file in the workspace; ${existsSync(at(file)) ? "this is no file" : "it is not there"}; e.g. .kube/config`
      });
    return { kind: "kubeconfig", file: at(file) };
  }
  if (name !== void 0 && region === void 0) reader.fault("aws-region", "the region of the cluster (AWS_REGION is not set)", "eu-central-1");
  return { kind: "eks", name: name ?? "", region: region ?? "", roleArn };
}
function readChart(reader, at) {
  const chart = reader.text("chart", { required: !reader.given("releases"), example: "./chart" }) ?? "";
  const version = reader.text("chart-version");
  if (/^[a-z]+:\/\//.test(chart)) {
    reader.fault("chart", "the path of a chart: charts from registries are not available yet", "./chart");
    return { chart, chartFault: void 0 };
  }
  return { chart: at(chart), chartFault: chart === "" ? void 0 : chartFault(at(chart), chart, version) };
}
function readHelmPath(reader, at) {
  const path = reader.text("helm-path");
  if (path === void 0) return "helm";
  return path.includes("/") ? at(path) : path;
}
function notYet(reader) {
  reader.notYet({
    "require-evidence": "false",
    "evidence-max-age": "24h",
    "evidence-key": void 0,
    "pin-images": void 0,
    "image-values": void 0,
    "github-deployment": void 0,
    "registry-endpoint": void 0,
    releases: void 0
  });
}
function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

// actions/deploy-helm/src/summary.ts
var mostLines = 100;
var verdicts = {
  deployed: "Deployed",
  unchanged: "Unchanged",
  "rolled-back": "Failed and rolled back",
  failed: "Failed"
};
function summaryOf(result, inputs) {
  const { outcome, revision, rolledBackTo, diagnosis, failure, images } = result;
  const rows = [
    ["Release", `${code(inputs.release)} in ${code(inputs.namespace)}`],
    ["Cluster", code(inputs.cluster.kind === "eks" ? inputs.cluster.name : "kubeconfig-file")],
    ...revision === void 0 ? [] : [["Revision", String(revision)]],
    ...rolledBackTo === void 0 ? [] : [["Rolled back to", String(rolledBackTo)]],
    ...failure ? [["Reason", code(failure.reason)]] : [],
    ...images.map((image, index) => [index === 0 ? "Images" : "", code(image)])
  ];
  return [
    `### ${verdicts[outcome]}: ${code(inputs.release)}`,
    "",
    table(["", ""], rows),
    ...diagnosis ? evidence(diagnosis) : [],
    ...inputs.diff ? folded("Changes", renderDifferences(result.differences)) : [],
    ...folded(
      "Timeline",
      result.timeline.map(({ at, object, event }) => `${at} ${object} ${event}`)
    ),
    ""
  ].join("\n");
}
function evidence({ reason, object, container, message, logs, events }) {
  return [
    "",
    `**${escapeMarkdown(reason)}** ${code(object)}${container ? ` container ${code(container)}` : ""}: ${escapeMarkdown(message, 2e3)}`,
    ...folded("Last log lines", logs),
    ...folded("Events", events)
  ];
}
function folded(title, lines) {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines).map((line) => line.replaceAll("~~~", "~ ~ ~"));
  const more = lines.length > mostLines ? [`\u2026 ${lines.length - mostLines} more in the report file`] : [];
  return ["", `<details><summary>${title} (${lines.length})</summary>`, "", "~~~", ...shown, ...more, "~~~", "", "</details>"];
}

// actions/deploy-helm/src/report.ts
function report(result, inputs) {
  const { outcome, failure, revision, rolledBackTo, diagnosis, images, differences, diffPath, timeline, helmVersion } = result;
  const summary = summaryOf(result, inputs);
  return {
    outcome,
    subject: subjectOf(inputs),
    result: { revision: revision ?? null, rolledBackTo: rolledBackTo ?? null, helmVersion, images, diagnosis: diagnosis ?? null, differences, timeline },
    outputs: { revision, "rolled-back-to": rolledBackTo, diagnosis, "diff-path": diffPath, images },
    summary,
    comment: { mode: inputs.comment, key: `${inputs.namespace}/${inputs.release}`, body: summary, token: inputs.githubToken },
    ...failure ? { failure } : {}
  };
}
function reportFailure(_failure, inputs) {
  return {
    outcome: "failed",
    subject: inputs ? subjectOf(inputs) : {},
    outputs: { revision: "", "rolled-back-to": "", diagnosis: "", "diff-path": "", images: "" }
  };
}
function subjectOf({ cluster, namespace, release }) {
  return { cluster: cluster.kind === "eks" ? cluster.name : null, region: cluster.kind === "eks" ? cluster.region : null, namespace, release };
}

// actions/deploy-helm/src/main.ts
await runAction({ name: "deploy-helm", readInputs, refused, run: deployHelm, report, reportFailure, reasons });
