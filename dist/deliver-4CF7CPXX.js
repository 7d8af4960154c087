const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  jobConfig,
  ownSection,
  withoutOwn
} from "./chunk-U7MLU3TY.js";
import "./chunk-APROHPK4.js";
import "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/refresh/deliver.ts
import { join } from "node:path";

// actions/assume-role/src/refresh/process-command.ts
var plain = /[\w./@%+=:,\u0080-\uffff-]/;
function processCommand(words) {
  return words.map(escapeWord).join(" ");
}
function escapeWord(word) {
  if (/[\r\n]/.test(word)) throw new RangeError(`${JSON.stringify(word)} holds a line break`);
  return [...word].map((sign) => plain.test(sign) ? sign : `\\${sign}`).join("");
}

// actions/assume-role/src/refresh/deliver.ts
var runnerVariables = [
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_ROLE_ARN",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
  "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"
];
function profileNames(plans, profile) {
  return plans.map(({ name }) => plans.length === 1 && profile !== void 0 ? profile : name);
}
function deliverProfiles(logins, options, context) {
  const { files, environment } = context;
  const profiles = profileNames(
    logins.map(({ plan }) => plan),
    options.profile
  );
  const sections = logins.map((login, index) => {
    const profile = profiles[index] ?? login.plan.name;
    const planFile = writeLogin(login, profile, index, context);
    return ownSection(profile, planFile, { credential_process: commandOf(planFile), region: login.plan.region });
  });
  const before = withoutOwn(jobConfig(context).text, profiles);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const configFile = files.write("config", Buffer.concat([Buffer.from(before + gap, "latin1"), Buffer.from(sections.join(""), "utf8")]));
  const first = profiles[0];
  const byDefault = options.defaultProfile && first !== void 0;
  return {
    exports: {
      AWS_CONFIG_FILE: configFile,
      ...byDefault ? { AWS_PROFILE: first } : {},
      // Where the job has it, AWS CLI and boto3 take it before AWS_PROFILE, even when it is empty.
      ...byDefault && "AWS_DEFAULT_PROFILE" in environment.all() ? { AWS_DEFAULT_PROFILE: first } : {},
      AWS_REGION: options.region,
      AWS_DEFAULT_REGION: options.region
    },
    configFile,
    profiles
  };
}
function writeLogin({ plan, role }, profile, index, { files, environment, clock }) {
  const identity = (plan.source === "runner" ? runnerVariables : []).flatMap((name) => {
    const value = environment.get(name);
    return value === void 0 ? [] : [[name, value]];
  });
  const content = { version: 1, profile, plan, assumedRoleArn: role.assumedRoleArn, identity: Object.fromEntries(identity) };
  const planFile = files.write(join("profiles", String(index), "plan.json"), JSON.stringify(content));
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
  const keys = { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration.getTime(), obtainedAt: clock.now() };
  files.write(join("profiles", String(index), "keys.json"), JSON.stringify(keys));
  return planFile;
}
function commandOf(planFile) {
  return processCommand([process.execPath, join(import.meta.dirname, "credential-process.js"), planFile]);
}
export {
  deliverProfiles,
  profileNames
};
