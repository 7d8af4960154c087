import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// actions/assume-role/src/restore.ts
import { createHash } from "node:crypto";
function exportedVariables(role, { region }) {
  return {
    AWS_ACCESS_KEY_ID: role.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: role.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: role.credentials.sessionToken,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region
  };
}
function rememberVariables(role, inputs, context) {
  const entries = Object.entries(exportedVariables(role, inputs)).map(([name, value]) => [
    name,
    { before: context.environment.get(name) ?? null, given: hashOf(value) }
  ]);
  const record = { variables: Object.fromEntries(entries) };
  const file = context.files.write("restore.json", JSON.stringify(record));
  context.files.keep();
  context.saveState("restore", file);
}
function hashOf(value) {
  return createHash("sha256").update(value).digest("hex");
}
function variablesToRestore(record, current) {
  const changes = Object.entries(record.variables).filter(([name, { given }]) => {
    const value = current(name);
    return value !== void 0 && hashOf(value) === given;
  });
  return Object.fromEntries(changes.map(([name, { before }]) => [name, before ?? ""]));
}

export {
  exportedVariables,
  rememberVariables,
  variablesToRestore
};
