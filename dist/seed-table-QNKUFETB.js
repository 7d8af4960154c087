const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  absent,
  awsContext,
  deleteItem,
  equalTo,
  explainFailure,
  putItem,
  readTable
} from "./chunk-VFUZ5LHD.js";
import {
  hasChanges,
  massDelete,
  refuseApply,
  writeBackup
} from "./chunk-3DCGO6D6.js";
import {
  actionsOf,
  canonicalItem,
  knownAttributes,
  makeBackup,
  markAttributes,
  planChanges,
  planRestore,
  renderKey,
  sameValue,
  withoutAws
} from "./chunk-WIGQMOWM.js";
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
import {
  closeContext
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  cannotWrite
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/seed-egress/src/write-change.ts
async function writeChange(change, { table, aws }) {
  const condition = conditionOf(change);
  const key = { source_prefix: { S: change.key.source_prefix }, pipeline_name: { S: change.key.pipeline_name } };
  const { item } = change;
  const result = item ? await putItem(aws, table, item, condition) : await deleteItem(aws, table, key, condition);
  if (result.written) return true;
  const done = item ? result.stored !== void 0 && sameOwn(result.stored, item) : result.stored === void 0;
  if (done) return result.attempts > 1;
  throw changedMeanwhile(change, result.stored, table);
}
function conditionOf({ live, item }) {
  if (!live) return absent("source_prefix");
  const own = withoutAws(live);
  const names = [...knownAttributes, ...markAttributes, ...Object.keys(withoutAws(item ?? {}))];
  return equalTo(own, [...new Set(names)].filter((name) => !(name in own)).sort());
}
function sameOwn(a, b) {
  return canonicalItem(withoutAws(a)) === canonicalItem(withoutAws(b));
}
function changedMeanwhile({ key, live, action }, stored, table) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(live ?? {}), ...Object.keys(stored ?? {})])].sort();
  const changed = names.filter((name) => !sameValue(live?.[name], stored?.[name]));
  const what = stored === void 0 ? "it is gone" : live === void 0 ? "somebody else has created it" : `${changed.join(", ")} ${changed.length === 1 ? "is" : "are"} not what was read`;
  return new Failure({
    what: `${renderKey(key)} of ${table} changed while this step ran`,
    reason: "conflict",
    why: [`${action}: ${what}. The row was left as it is.`],
    remedy: "Run plan again and look at this row. Give the workflow a concurrency group if two runs write the table at once."
  });
}

// actions/seed-egress/src/apply-plan.ts
var writesInFlight = 8;
async function applyPlan(plan, target) {
  const puts = plan.changes.filter(({ action }) => action === "create" || action === "update" || action === "adopt");
  const deletes = plan.changes.filter(({ action }) => action === "delete");
  for (const changes of [puts, deletes]) {
    await runAll(changes, async (change) => {
      if (await writeChange(change, target)) target.written();
    });
  }
}
async function runAll(items, work) {
  const queue = items.values();
  const errors = [];
  const lane = async () => {
    for (const item of queue) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
      }
      if (errors.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(writesInFlight, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
}

// actions/seed-egress/src/plan-file.ts
import { join } from "node:path";
function writePlan(plan, { table, owner }, { github, clock, masks }) {
  const file = join(github.temp, `slipway-seed-egress-plan-${clock.now()}-${process.pid}.json`);
  const content = {
    schema: "slipway.seed-egress-plan/1",
    table,
    owner,
    digest: plan.digest,
    counts: plan.counts,
    conflicts: plan.conflicts,
    drift: plan.drift,
    actions: actionsOf(plan)
  };
  try {
    writeFileSync(file, masks.scrub(`${JSON.stringify(content, null, 2)}
`), { mode: 384 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
  return file;
}

// actions/seed-egress/src/seed-table.ts
async function seedTable(inputs, context) {
  const progress = { writes: 0 };
  let opened;
  try {
    const aws = await awsContext(inputs, context);
    opened = aws;
    const live = await context.timings.phase("read", () => readTable(inputs.table, aws));
    const plan = makePlan(inputs, live);
    progress.plan = plan;
    progress.planPath = writePlan(plan, inputs, context);
    logPlan(plan, context);
    if (inputs.command === "plan")
      return { ...progress, outcome: hasChanges(plan) || plan.conflicts.length > 0 ? "planned" : "unchanged", notes: notesOf(plan, inputs) };
    const failure = refuseApply(plan, inputs);
    if (failure) return { ...progress, outcome: failure.reason === "conflict" ? "conflict" : "refused", notes: [], failure };
    if (inputs.backup && inputs.command === "apply" && hasChanges(plan)) writeBackup(makeBackup(plan, inputs), inputs.backup);
    await context.timings.phase("write", () => applyPlan(plan, { table: inputs.table, aws, written: () => progress.writes += 1 }));
    return { ...progress, outcome: hasChanges(plan) ? "applied" : "unchanged", notes: [] };
  } catch (error) {
    const failure = explainFailure(error, { inputs, signal: context.signal, writes: progress.writes, repository: context.github.repository });
    return { ...progress, outcome: failure.reason === "conflict" ? "conflict" : "failed", notes: [], failure };
  } finally {
    if (opened) closeContext(opened);
  }
}
function makePlan(inputs, live) {
  const backup = inputs.backup?.content;
  return backup ? planRestore(backup, live) : planChanges(inputs.linted.rows, live, inputs);
}
function logPlan({ changes }, { log }) {
  const lines = changes.filter(({ action }) => action !== "unchanged" && action !== "kept-foreign").map(({ action, key, source }) => `${action} ${key.source_prefix} / ${key.pipeline_name}${source === null ? "" : ` (${source})`}`);
  if (lines.length > 0) log.group(`Plan: ${lines.length} rows`, lines);
}
function notesOf(plan, inputs) {
  const failure = refuseApply(plan, { ...inputs, planDigest: void 0 });
  const deletes = massDelete(plan, inputs);
  return [...new Set([failure, deletes].flatMap((refusal) => refusal ? [`apply would refuse: ${refusal.message}`] : []))];
}
export {
  seedTable
};
