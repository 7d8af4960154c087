const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  keepRecord,
  ownConfig
} from "./chunk-X7JTNCAQ.js";
import {
  usableChanges
} from "./chunk-Y7LMCJ2O.js";
import {
  forgetLogin,
  isSecretVariable,
  variablesToRestore
} from "./chunk-GQMWZU24.js";
import {
  findRecords,
  hashOf,
  jobOf
} from "./chunk-IWMNPYM5.js";
import "./chunk-APROHPK4.js";
import {
  Failure
} from "./chunk-XWKQ645Z.js";
import {
  nearest
} from "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  rmSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/end.ts
function endLogin(profile, context) {
  const records = findRecords(context.github.temp, jobOf(context.github));
  const logins = records.filter(({ record }) => record.kind === "login");
  const login = profile === void 0 ? logins.at(-1) : loginWithProfile(logins, profile);
  if (!login) {
    context.log.notice("There is no login of this job to end: none was made by this action, or all of them have ended.");
    return { ended: false, exports: {}, profiles: [], sessionArns: [], leftAlone: [] };
  }
  const plain = variablesToRestore(
    login.record,
    (name) => context.environment.get(name),
    logins.map(({ record }) => record)
  );
  const exports = usableChanges(plain, context);
  for (const [name, value] of Object.entries(exports)) if (value && isSecretVariable(name)) context.masks.add(value);
  rememberEnd(login, plain, exports, context);
  warnOf(forgetLogin(login, context.github.temp), login, context);
  removeFiles(login, context);
  const { profiles, reusable, variables } = login.record;
  const leftAlone = Object.keys(variables).filter((name) => !(name in plain));
  return { ended: true, exports, profiles, sessionArns: reusable.map(({ sessionArn }) => sessionArn).sort(), leftAlone: leftAlone.sort() };
}
function loginWithProfile(logins, profile) {
  const found = logins.findLast(({ record }) => record.profiles.includes(profile));
  if (found) return found;
  const known = [...new Set(logins.flatMap(({ record }) => record.profiles))].sort();
  const near = nearest(profile, known) ?? known.at(-1);
  throw new Failure({
    what: `no login of this job has the profile ${JSON.stringify(profile)}`,
    reason: "invalid-input",
    why: [known.length > 0 ? `profiles of this job: ${known.join(", ")}` : `this job has no profiles; ${logins.length} logins have none`, "Nothing was ended."],
    remedy: near === void 0 ? "Leave profile out to end the newest login." : `Name a profile of this job:
end: true
profile: ${near}`
  });
}
function rememberEnd(login, plain, exports, context) {
  const variables = Object.entries(exports).map(([name, value]) => {
    const own = name in plain ? login.record.variables[name] : void 0;
    const before = own ? own.before : context.environment.get(name) ?? null;
    const given = [...own?.given ?? [], hashOf(value)].filter((hash) => hash !== hashOf(before ?? ""));
    return [name, { before, given }];
  });
  keepRecord({ kind: "end", variables: Object.fromEntries(variables), profiles: [], reusable: [], ...ownConfig(exports, context) }, context);
}
function warnOf(files, login, { log }) {
  for (const file of files) log.warning(`assume-role could not take the ended login out of ${file}: its post may bring a value of ${login.folder} back.`);
}
function removeFiles({ folder }, { log }) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    log.warning(`assume-role could not remove ${folder}: ${error instanceof Error ? error.message : String(error)}. Remove it by hand: rm -r ${folder}`);
  }
}
export {
  endLogin
};
