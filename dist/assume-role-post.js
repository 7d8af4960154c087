const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  forgetLogin,
  isSecretVariable,
  variablesToRestore
} from "./chunk-GQMWZU24.js";
import {
  findRecords,
  folderPrefix,
  readRecord
} from "./chunk-IWMNPYM5.js";
import "./chunk-APROHPK4.js";
import {
  runPost
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  existsSync,
  rmSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/post.ts
import { basename, dirname } from "node:path";
await runPost("assume-role", (context) => {
  const file = context.state("restore");
  const folder = dirname(file);
  if (!file || !basename(folder).startsWith(folderPrefix) || !existsSync(folder)) return;
  try {
    putBack(file, context);
  } finally {
    removeFolder(folder, context);
  }
});
function putBack(file, context) {
  const found = readRecord(file);
  if (!found) {
    if (existsSync(file)) context.log.warning(`assume-role could not read ${file}: the variables stay as they are. Start a new job for a clean environment.`);
    return;
  }
  const logins = findRecords(dirname(found.folder), found.record.job).map(({ record }) => record);
  const changes = variablesToRestore(found.record, (name) => context.environment.get(name), logins);
  for (const [name, value] of Object.entries(changes)) {
    if (value && isSecretVariable(name)) context.masks.add(value);
    context.exportVariable(name, value);
  }
  forgetLogin(found, dirname(found.folder));
  context.log.info(`Put back: ${Object.keys(changes).join(", ") || "no variable"}.`);
  const changed = Object.entries(found.record.variables).filter(
    ([name, { before }]) => !(name in changes) && (context.environment.get(name) ?? "") !== (before ?? "")
  );
  if (changed.length > 0) context.log.info(`Left alone, as they are not what this step gave them: ${changed.map(([name]) => name).join(", ")}.`);
}
function removeFolder(folder, context) {
  try {
    rmSync(folder, { recursive: true, force: true });
    context.log.info("Removed the step's files.");
  } catch (error) {
    context.log.warning(
      `assume-role could not remove ${folder}: ${error instanceof Error ? error.message : String(error)}. Remove it by hand: rm -r ${folder}`
    );
  }
}
