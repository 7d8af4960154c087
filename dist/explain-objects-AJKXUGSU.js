import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  awsContext,
  explainFailure,
  readTable
} from "./chunk-XECQWEU5.js";
import {
  explainObject
} from "./chunk-O6IWJUG3.js";
import "./chunk-Q4QGDBAU.js";
import "./chunk-DO24PYNJ.js";
import "./chunk-BOKLGXCT.js";
import {
  closeContext
} from "./chunk-MG3OSNC3.js";
import "./chunk-Y5O42A6I.js";
import "./chunk-BLSOBSSD.js";
import "./chunk-DUUM3QR5.js";
import "./chunk-L35LD6JT.js";
import "./chunk-XCATFNDF.js";
import "./chunk-G4OEQUYG.js";
import "./chunk-7CCRXKWL.js";
import "./chunk-ACX4FKA2.js";
import {
  Failure
} from "./chunk-JWSENHGB.js";
import "./chunk-TO3BQXBP.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-KVR2FT6O.js";

// actions/seed-egress/src/explain-objects.ts
var shownObjects = 10;
async function explainObjects(inputs, context) {
  const { objects, noRecords, requireMatch } = inputs.explain;
  try {
    const rows = inputs.hasRows ? inputs.linted.rows.map(({ item }) => item) : await liveRows(inputs, context);
    const moment = inputs.explain.moment ?? momentOf(context.clock.now());
    const fires = objects.map(({ shown, object }) => explainObject(rows, object, shown, moment));
    for (const firing of fires) context.log.info(lineOf(firing));
    const notes = noRecords ? ["The event has no Records: it fires nothing, and the consumer never deletes its message."] : [];
    const unmatched = fires.filter((firing) => firing.rows.length === 0);
    if (!requireMatch || unmatched.length === 0 && !noRecords) return { outcome: "explained", writes: 0, notes, fires };
    return { outcome: "failed", writes: 0, notes, fires, failure: noMatch(unmatched, notes) };
  } catch (error) {
    return { outcome: "failed", writes: 0, notes: [], failure: explainFailure(error, { inputs, signal: context.signal, writes: 0 }) };
  }
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
    what: unmatched.length === 1 ? "no row fires for an object" : `no row fires for ${unmatched.length} objects`,
    reason: "no-match",
    why: [...unmatched.slice(0, shownObjects).map(({ object, date }) => `${object} on ${date}`), ...notes],
    remedy: "Add a row whose source_prefix begins these keys, as S3 encodes them, or correct the one that should."
  });
}
export {
  explainObjects
};
