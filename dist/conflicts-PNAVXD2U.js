const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  jobConfig,
  jobCredentials,
  profilesOf,
  withoutOwn
} from "./chunk-U7MLU3TY.js";
import {
  credentialVariables
} from "./chunk-SIAYCEYD.js";
import "./chunk-Y7LMCJ2O.js";
import "./chunk-APROHPK4.js";
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

// actions/assume-role/src/refresh/conflicts.ts
var winners = [
  { variables: ["AWS_ACCESS_KEY_ID"], why: "AWS CLI, boto3 and Terraform take the keys of the environment before a profile" },
  { variables: ["AWS_WEB_IDENTITY_TOKEN_FILE"], why: "AWS CLI, boto3 and Terraform assume the runner's own role before they look at a profile" },
  { variables: ["AWS_ACCESS_KEY", "AWS_SECRET_KEY"], why: "Terraform and other Go programs take these for keys before a profile" }
];
var sources = /^(aws_access_key_id|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|login_session|sso_\w+)$/;
var legalName = /^[\w@+.%:/-]+$/;
function checkRefresh(names, context, check) {
  refuseWindows(context);
  refuseNames(names);
  const faults = [
    ...variableFaults(context, check.unset),
    ...defaultFaults(names, context, check),
    ...keyFaults(names, context),
    ...sectionFaults(names, context)
  ];
  if (faults.length === 0) return;
  throw new Failure({
    what: `later steps would not use ${names.length === 1 ? "profile" : "profiles"} ${names.join(", ")}`,
    reason: "credentials-conflict",
    faults: faults.map(({ text }) => ({ text, reason: "credentials-conflict" })),
    why: ["Nothing was called."],
    remedy: faults[0]?.remedy ?? ""
  });
}
function variableFaults({ environment }, unset) {
  const cleared = unset ? credentialVariables : [];
  const stays = (name) => environment.get(name) !== void 0 && !cleared.includes(name);
  return winners.filter(({ variables }) => variables.every(stays)).map(({ variables, why }) => ({ text: `${variables.join(" and ")}: set in the job; ${why}`, remedy: wayOut(variables) }));
}
function wayOut(variables) {
  if (!variables.every((name) => credentialVariables.includes(name)))
    return `Take ${variables.join(" and ")} out of the job's environment.`;
  return "Let this step clear what the job has; `post` puts it back:\n\nwith:\n  unset-current-credentials: true";
}
function defaultFaults(names, { environment }, check) {
  const other = environment.all()["AWS_DEFAULT_PROFILE"];
  const isOnlyDefault = names.length === 1 && (check.defaultProfile ?? true);
  if (other === void 0 || isOnlyDefault && (check.unset || other === "" || other === names[0])) return [];
  const text = `AWS_DEFAULT_PROFILE: is ${JSON.stringify(other)} in the job; AWS CLI and boto3 take it before AWS_PROFILE`;
  return [{ text, remedy: "Take AWS_DEFAULT_PROFILE out of the job's environment (an empty value is not enough); AWS_PROFILE says the same to every tool." }];
}
function keyFaults(names, context) {
  const { path, text } = jobCredentials(context);
  return profilesOf(text, "credentials").flatMap(({ profile, line, settings }) => {
    const source = settings.find((setting) => sources.test(setting));
    if (!names.includes(profile) || source === void 0) return [];
    const fault = `${path}:${line} has a profile ${profile} with ${source}, which every tool takes before credential_process`;
    return [{ text: fault, remedy: otherName(profile) }];
  });
}
function sectionFaults(names, context) {
  const { path, text } = jobConfig(context);
  return profilesOf(withoutOwn(text, names), "config").filter(({ profile }) => names.includes(profile)).map(({ profile }) => ({ text: `${path} has a profile ${profile} of its own, and a config file holds one of a name`, remedy: otherName(profile) }));
}
function otherName(profile) {
  return `Call the new profile something else:

with:
  profile: ${profile === "default" ? "slipway" : `${profile}-slipway`}`;
}
function refuseNames(names) {
  const wrong = names.filter((name) => !legalName.test(name));
  if (wrong.length === 0) return;
  throw new Failure({
    what: "a profile cannot have this name",
    reason: "invalid-input",
    faults: wrong.map((name) => ({
      text: `profile: got ${JSON.stringify(name)}; want letters, digits and @+.%:/_- (the JavaScript SDK finds no other); e.g. ${name.replaceAll(/[^\w@+.%:/-]+/g, "-") || "deploy"}`
    })),
    remedy: "Give the profile a name of its own with `profile`. Nothing was called."
  });
}
function refuseWindows({ environment }) {
  if (environment.get("RUNNER_OS") !== "Windows") return;
  throw new Failure({
    what: "delivery: refresh does not work on Windows",
    reason: "invalid-input",
    faults: [
      {
        text: 'delivery: got "refresh"; want env or outputs on a Windows runner: the tools there do not agree on how a credential_process is quoted; e.g. env'
      }
    ],
    remedy: "Use delivery: env here, or run the job on Linux or macOS. Nothing was called."
  });
}
export {
  checkRefresh
};
