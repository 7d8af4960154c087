const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  defaultBody,
  optionsOf,
  sectionBody,
  withEmptyProfile
} from "./chunk-APROHPK4.js";
import {
  existsSync,
  readFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/empty-profile.ts
import { join } from "node:path";
var profileVariables = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];
var regionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];
function usableChanges(changes, context) {
  const after = { ...context.environment.all(), ...changes };
  const own = configPath(after);
  const usable = { ...changes };
  const touched = [...profileVariables, "AWS_CONFIG_FILE"].some((name) => name in changes);
  if (touched && usesEmptyProfile(after)) {
    const config = readText(own);
    const text = withEmptyProfile(config, readText(credentialsPath(after)));
    if (text !== config) usable["AWS_CONFIG_FILE"] = context.files.write("config-without-profile", Buffer.from(text, "latin1"));
  } else if (changes["AWS_CONFIG_FILE"] === "" && existsSync(own)) {
    usable["AWS_CONFIG_FILE"] = own;
  }
  const region = regionOf(readText(own), after);
  for (const name of regionVariables) if (changes[name] === "" && region !== void 0) usable[name] = region;
  return usable;
}
function usesEmptyProfile(variables) {
  const name = variables["AWS_DEFAULT_PROFILE"] ?? variables["AWS_PROFILE"];
  return name === "";
}
function regionOf(config, after) {
  const profile = after["AWS_DEFAULT_PROFILE"] || after["AWS_PROFILE"];
  const body = profile && profile !== "default" ? sectionBody(config, `profile ${profile}`) : defaultBody(config);
  return /[=:]\s*(\S+)/.exec(optionsOf(body ?? "").get("region") ?? "")?.[1];
}
function configPath(variables) {
  return pathIn(variables, "AWS_CONFIG_FILE", "config");
}
function credentialsPath(variables) {
  return pathIn(variables, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
}
function pathIn(variables, variable, name) {
  const home = variables["HOME"] || variables["USERPROFILE"] || "";
  const given = variables[variable];
  if (given) return given.replace(/^~(?=[/\\])/, home);
  return home ? join(home, ".aws", name) : "";
}
function readText(file) {
  try {
    return file ? readFileSync(file, "latin1") : "";
  } catch {
    return "";
  }
}

export {
  usableChanges,
  usesEmptyProfile,
  readText
};
