const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  readText,
  usableChanges,
  usesEmptyProfile
} from "./chunk-Y7LMCJ2O.js";
import {
  withEmptyProfile
} from "./chunk-APROHPK4.js";
import {
  cannotWrite
} from "./chunk-XWKQ645Z.js";
import {
  writeFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/clear.ts
var credentialVariables = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_SECURITY_TOKEN",
  "AWS_CREDENTIAL_EXPIRATION",
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE"
];
function clearedVariables(context, exports = {}) {
  const set = credentialVariables.filter((name) => context.environment.get(name) !== void 0);
  const cleared = Object.fromEntries(set.map((name) => [name, ""]));
  if ("AWS_DEFAULT_PROFILE" in cleared && exports["AWS_PROFILE"]) cleared["AWS_DEFAULT_PROFILE"] = exports["AWS_PROFILE"];
  const ownFile = exports["AWS_CONFIG_FILE"];
  if (ownFile === void 0) return usableChanges(cleared, context);
  if (usesEmptyProfile({ ...context.environment.all(), ...cleared, ...exports })) addEmptyProfile(ownFile);
  return cleared;
}
function addEmptyProfile(file) {
  try {
    writeFileSync(file, Buffer.from(withEmptyProfile(readText(file), ""), "latin1"), { mode: 384 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

export {
  credentialVariables,
  clearedVariables
};
