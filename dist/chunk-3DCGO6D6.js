const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  deleteLimit,
  readBackup,
  renderKey
} from "./chunk-WIGQMOWM.js";
import {
  Failure,
  cannotWrite
} from "./chunk-XWKQ645Z.js";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// actions/seed-egress/src/backup-file.ts
import { dirname, isAbsolute as isAbsolute2, join as join2, relative as relative2 } from "node:path";

// actions/seed-egress/src/workspace-file.ts
import { isAbsolute, join, relative, sep } from "node:path";
function staysInside(path) {
  return !isAbsolute(path) && !path.split(/[\\/]/).includes("..");
}
function readWorkspaceFile(path, workspace) {
  if (!staysInside(path)) return { fault: "a path inside the workspace" };
  try {
    const real = realpathSync(join(workspace, path));
    const inside = relative(realpathSync(workspace), real);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { fault: `a file of the workspace; ${path} is a link out of it` };
    if (!statSync(real).isFile()) return { fault: `a file; ${path} is none` };
    return { text: readFileSync(real, "utf8") };
  } catch (error) {
    const { code } = error;
    return { fault: code === "ENOENT" ? `a file that is there; ${path} is not` : `a file that can be read; ${path}: ${code}` };
  }
}

// actions/seed-egress/src/backup-file.ts
var example = "egress-backup.json";
function readBackupInput(reader, command, workspace) {
  const path = reader.text("backup-file", { required: command === "restore", want: "the file that apply wrote", example }) || void 0;
  if (path === void 0) return void 0;
  if (command === "restore") return readForRestore(reader, path, workspace);
  if (command !== "apply" && command !== "plan") reader.fault("backup-file", `no value with command ${command}; it belongs to apply and restore`);
  else if (!staysInside(path)) reader.fault("backup-file", "a path inside the workspace", example);
  else if (command === "apply" && existsSync(join2(workspace, path)))
    reader.fault("backup-file", "a file that is not there yet: a backup is never overwritten", example);
  return { path, workspace };
}
function readForRestore(reader, path, workspace) {
  const read = readWorkspaceFile(path, workspace);
  const content = "text" in read ? parse(read.text) : void 0;
  if ("fault" in read) reader.fault("backup-file", read.fault, example);
  else if (!content) reader.fault("backup-file", "a backup that apply wrote", example);
  return { path, workspace, ...content ? { content } : {} };
}
function parse(text) {
  try {
    return readBackup(JSON.parse(text));
  } catch {
    return void 0;
  }
}
function writeBackup(backup, { path, workspace }) {
  const file = join2(workspace, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const inside = relative2(realpathSync(workspace), realpathSync(dirname(file)));
    if (inside.startsWith("..") || isAbsolute2(inside)) throw leavesWorkspace(path);
    writeFileSync(file, `${JSON.stringify(backup, null, 2)}
`, { mode: 384, flag: "wx" });
  } catch (error) {
    throw error instanceof Failure ? error : cannotWrite(file, error);
  }
}
function leavesWorkspace(path) {
  return new Failure({
    what: `backup-file ${path} leads out of the workspace`,
    reason: "invalid-input",
    why: ["a folder on its way is a link. Nothing was written."],
    remedy: `Name a file inside the workspace: backup-file: ${example}`
  });
}

// actions/seed-egress/src/refusals.ts
var shownRows = 10;
function invalidRows({ faults, reason }) {
  return new Failure({
    what: `the rows have ${faults.length === 1 ? "a mistake" : `${faults.length} mistakes`}`,
    reason,
    faults,
    remedy: "Correct the files at the places above and check them with command: lint. No call was made."
  });
}
function refuseApply(plan, inputs) {
  if (inputs.command === "restore") return changedSince(plan, inputs);
  return planMoved(plan, inputs) ?? conflict(plan, inputs) ?? massDelete(plan, inputs);
}
function planMoved(plan, { planDigest, table }) {
  if (planDigest === void 0 || planDigest === plan.digest) return void 0;
  return new Failure({
    what: `the plan for ${table} is not the one that was reviewed`,
    reason: "plan-moved",
    why: [`reviewed ${planDigest}`, `now      ${plan.digest}`, "Rows, variables, inputs or the table have changed since. Nothing was written."],
    remedy: "Run command: plan again, review it, and hand its plan-digest to apply."
  });
}
function conflict({ conflicts }, { table, owner }) {
  if (conflicts.length === 0) return void 0;
  const unmarked = conflicts.some(({ owner: other }) => other === null);
  return new Failure({
    what: `${conflicts.length === 1 ? "a row" : `${conflicts.length} rows`} of ${table} cannot be changed by ${owner}`,
    reason: "conflict",
    why: [
      ...conflicts.slice(0, shownRows).map(({ key, owner: other }) => `${renderKey(key)}: ${other === null ? "has no owner and differs" : `belongs to ${other}`}`),
      "Nothing was written."
    ],
    remedy: unmarked ? "Compare the rows (plan shows each difference), then take over those without an owner with adopt: true." : "Remove the rows from these files, or from the other owner's, so that each row has one owner."
  });
}
function changedSince({ conflicts }, { table }) {
  if (conflicts.length === 0) return void 0;
  return new Failure({
    what: `${conflicts.length === 1 ? "a row" : `${conflicts.length} rows`} of ${table} changed since the backup`,
    reason: "conflict",
    why: [...conflicts.slice(0, shownRows).map(({ key }) => renderKey(key)), "Nothing was written."],
    remedy: "Look at these rows in the table. Remove those that shall stay as they are from the backup file and restore again."
  });
}
function massDelete({ counts, marked }, { allowMassDelete, maxDeletes, table }) {
  const limit = deleteLimit(marked, maxDeletes);
  if (allowMassDelete || counts.delete <= limit) return void 0;
  return new Failure({
    what: `${counts.delete} of ${marked} rows of ${table} would be deleted`,
    reason: "mass-delete",
    why: [`the limit is ${limit}${maxDeletes === void 0 ? " (the smaller of 25 rows and 20 %)" : " (max-deletes)"}`, "Nothing was written."],
    remedy: `If that is meant, allow it for this run with max-deletes: ${counts.delete} or allow-mass-delete: true. If not, see whether rows or owner is wrong.`
  });
}

// actions/seed-egress/src/seed-egress.ts
async function seedEgress(inputs, context) {
  const { linted, command } = inputs;
  if (linted.reason !== "") return { outcome: "refused", writes: 0, notes: [], failure: invalidRows(linted) };
  if (inputs.hasRows) context.log.info(`${linted.rows.length} rows in ${linted.files} files are valid`);
  if (command === "lint") return { outcome: "valid", writes: 0, notes: [] };
  if (command === "explain") {
    const { explainObjects } = await import("./explain-objects-MEU7GC3L.js");
    return explainObjects(inputs, context);
  }
  const { seedTable } = await import("./seed-table-QNKUFETB.js");
  return seedTable(inputs, context);
}
function hasChanges({ counts }) {
  return counts.create + counts.update + counts.adopt + counts.delete > 0;
}

export {
  staysInside,
  readWorkspaceFile,
  readBackupInput,
  writeBackup,
  refuseApply,
  massDelete,
  seedEgress,
  hasChanges
};
