const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  findRecords,
  hashOf,
  rewriteRecord
} from "./chunk-IWMNPYM5.js";
import {
  hasEmptyProfile,
  replaceSections,
  withEmptyProfile
} from "./chunk-APROHPK4.js";
import {
  readFileSync,
  renameSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/undo.ts
import { basename } from "node:path";
function variablesToRestore(record, current, logins = []) {
  const ours = Object.entries(record.variables).filter(([name]) => isOwn(record, name, current(name) ?? "", logins));
  return Object.fromEntries(ours.map(([name, { before }]) => [name, before ?? ""]));
}
function isOwn(record, name, value, logins) {
  const hash = hashOf(value);
  const gave = (other) => other.variables[name]?.given.includes(hash) === true;
  return gave(record) && !logins.some((other) => other.kind === "login" && other.sequence > record.sequence && gave(other));
}
function isSecretVariable(name) {
  return /SECRET_ACCESS_KEY|(?:SESSION|SECURITY|AUTHORIZATION)_TOKEN$/.test(name);
}
function withoutLogin(record, over, logins = []) {
  const between = logins.filter(({ sequence }) => sequence < record.sequence);
  const variables = Object.entries(record.variables).map(([name, variable]) => {
    const ended = over.variables[name];
    return ended && isOwn(over, name, variable.before ?? "", between) ? [name, { ...variable, before: ended.before }] : [name, variable];
  });
  return { ...record, variables: Object.fromEntries(variables) };
}
function forgetLogin(over, temp) {
  const all = findRecords(temp, over.record.job);
  const logins = all.map(({ record }) => record);
  const younger = all.filter(({ record }) => record.sequence > over.record.sequence);
  return younger.flatMap(({ file, record }) => {
    const failed = attempt(file, () => {
      const rewritten = withoutLogin(record, over.record, logins);
      if (JSON.stringify(rewritten) !== JSON.stringify(record)) rewriteRecord(file, rewritten);
    });
    const { configFile } = record;
    return configFile === void 0 ? failed : [...failed, ...attempt(configFile, () => forgetProfiles(configFile, over))];
  });
}
function forgetProfiles(configFile, { folder, record }) {
  const text = readFileSync(configFile, "latin1");
  const others = replaceSections(text, (section) => section.includes(basename(folder)), textOf(record.variables["AWS_CONFIG_FILE"]?.before));
  const rewritten = hasEmptyProfile(text) ? withEmptyProfile(others, "") : others;
  if (rewritten === text) return;
  writeFileSync(`${configFile}.new`, Buffer.from(rewritten, "latin1"), { mode: 384 });
  renameSync(`${configFile}.new`, configFile);
}
function textOf(file) {
  try {
    return file ? readFileSync(file, "latin1") : "";
  } catch {
    return "";
  }
}
function attempt(file, act) {
  try {
    act();
    return [];
  } catch {
    return [file];
  }
}

export {
  variablesToRestore,
  isSecretVariable,
  forgetLogin
};
