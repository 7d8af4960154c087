const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  awsContext,
  explainFailure,
  readTable
} from "./chunk-VFUZ5LHD.js";
import {
  explainObject
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
  Failure
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/seed-egress/src/explain-objects.ts
var shownObjects = 10;
async function explainObjects(inputs, context) {
  const { objects, requireMatch } = inputs.explain;
  try {
    const rows = inputs.hasRows ? inputs.linted.rows.map(({ item }) => item) : await liveRows(inputs, context);
    const moment = inputs.explain.moment ?? momentOf(context.clock.now());
    const fires = objects.map(({ shown, object }) => explainObject(rows, object, shown, moment));
    for (const firing of fires) context.log.info(lineOf(firing));
    const notes = notesOf(inputs.explain);
    const unmatched = fires.filter((firing) => firing.rows.length === 0);
    if (!requireMatch || unmatched.length === 0 && objects.length > 0) return { outcome: "explained", writes: 0, notes, fires };
    return { outcome: "failed", writes: 0, notes, fires, failure: noMatch(unmatched, notes) };
  } catch (error) {
    return {
      outcome: "failed",
      writes: 0,
      notes: [],
      failure: explainFailure(error, { inputs, signal: context.signal, writes: 0, repository: context.github.repository })
    };
  }
}
function notesOf({ objects, noRecords }) {
  if (noRecords) return ["The event has no Records: it fires nothing, and the consumer never deletes its message."];
  return objects.length === 0 ? ["No object is named in object-key, event-file or listing-file, so nothing was explained."] : [];
}
async function liveRows(inputs, context) {
  const aws = await awsContext(inputs, context);
  try {
    return await context.timings.phase("read", () => readTable(inputs.table, aws));
  } finally {
    closeContext(aws);
  }
}
function momentOf(now) {
  const [date = "", time = ""] = new Date(now).toISOString().split("T");
  return { date, time: time.slice(0, 8).replaceAll(":", "") };
}
function lineOf({ object, date, rows }) {
  if (rows.length === 0) return `${object} on ${date}: no row fires; its message would be deleted without a word`;
  return `${object} on ${date}: ${rows.map((row) => `${row.source_prefix} / ${row.pipeline_name} \u2192 ${row.target ?? "not sent"}`).join("; ")}`;
}
function noMatch(unmatched, notes) {
  return new Failure({
    what: unmatched.length > 1 ? `no row fires for ${unmatched.length} objects` : `no row fires${unmatched.length === 1 ? " for an object" : ""}`,
    reason: "no-match",
    why: [...unmatched.slice(0, shownObjects).map(({ object, date }) => `${object} on ${date}`), ...notes],
    remedy: unmatched.length === 0 ? "Name at least one object, e.g. object-key: dataegress/ers/2026-01-31/x.csv, or leave require-match out." : "Add a row whose source_prefix begins these keys, as S3 encodes them, or correct the one that should."
  });
}
export {
  explainObjects
};
