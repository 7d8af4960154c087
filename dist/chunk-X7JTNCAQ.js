const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  findRecords,
  hashOf,
  jobOf,
  nextSequence,
  recordName
} from "./chunk-IWMNPYM5.js";

// actions/assume-role/src/restore.ts
import { dirname, join } from "node:path";
function exportedVariables(role, { region }) {
  return {
    AWS_ACCESS_KEY_ID: role.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: role.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: role.credentials.sessionToken,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region
  };
}
function announceFolder(context) {
  context.saveState("restore", join(context.files.folder(), recordName));
}
function rememberLogin(login, context) {
  const before = context.environment;
  const variables = Object.entries(login.exports).map(([name, value]) => [
    name,
    { before: before.get(name) ?? null, given: [hashOf(value)] }
  ]);
  keepRecord(
    { kind: "login", variables: Object.fromEntries(variables), profiles: login.profiles, reusable: login.reusable, ...ownConfig(login.exports, context) },
    context
  );
}
function ownConfig(exports, { files }) {
  const file = exports["AWS_CONFIG_FILE"];
  return file !== void 0 && dirname(file) === files.folder() ? { configFile: file } : {};
}
function keepRecord(record, context) {
  const job = jobOf(context.github);
  const sequence = nextSequence(context.clock.now(), findRecords(context.github.temp, job));
  announceFolder(context);
  context.files.write(recordName, JSON.stringify({ version: 1, job, sequence, ...record }));
  context.files.keep();
}

export {
  exportedVariables,
  announceFolder,
  rememberLogin,
  ownConfig,
  keepRecord
};
