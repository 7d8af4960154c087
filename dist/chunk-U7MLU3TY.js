const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  optionsOf,
  replaceSections,
  sectionsOf
} from "./chunk-APROHPK4.js";
import {
  Failure
} from "./chunk-XWKQ645Z.js";
import {
  readFileSync
} from "./chunk-XUK7DHFS.js";

// actions/assume-role/src/refresh/job-config.ts
import { homedir } from "node:os";
import { join } from "node:path";
function jobConfig(context) {
  return readJobFile(context, "AWS_CONFIG_FILE", "config");
}
function jobCredentials(context) {
  return readJobFile(context, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
}
function readJobFile({ environment }, variable, name) {
  const home = environment.get("HOME") ?? homedir();
  const given = environment.get(variable);
  const path = given === void 0 ? join(home, ".aws", name) : given.replace(/^~(?=\/|$)/, home);
  return { path, text: textOf(path) };
}
function textOf(path) {
  try {
    return readFileSync(path, "latin1");
  } catch (error) {
    const { code, message } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return "";
    throw new Failure({
      what: `cannot read ${path}`,
      reason: "invalid-file",
      why: [`${code ?? "error"}: ${message}`, "Its profiles have to stay in the file that later steps get."],
      remedy: `Make it readable for the runner's user, or name another file (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE): ls -ld ${path}`,
      cause: error
    });
  }
}

// actions/assume-role/src/refresh/profile-sections.ts
var mark = "# slipway/assume-role ";
function profilesOf(text, kind) {
  let line = 1;
  return sectionsOf(text).flatMap((section) => {
    const at = line;
    line += section.text.split("\n").length - 1;
    const profile = profileName(section.name, kind);
    if (profile === void 0) return [];
    return [{ profile, line: at, settings: [...optionsOf(bodyOf(section.text)).keys()] }];
  });
}
function ownSection(profile, planFile, settings) {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return [headerOf(profile), `${mark}${planFile}`, ...lines, ""].join("\n");
}
function withoutOwn(text, profiles) {
  const headers = profiles.map(headerOf);
  const isOutdated = (section) => headers.some((header) => section.startsWith(`${header}
${mark}`));
  return replaceSections(text, isOutdated, "");
}
function headerOf(profile) {
  return profile === "default" ? "[default]" : `[profile ${profile}]`;
}
function bodyOf(section) {
  return section.slice(section.indexOf("\n") + 1);
}
function profileName(section, kind) {
  if (section.startsWith("profile ")) return section.slice("profile ".length);
  return section === "default" || kind === "credentials" && section !== "" ? section : void 0;
}

export {
  jobConfig,
  jobCredentials,
  profilesOf,
  ownSection,
  withoutOwn
};
