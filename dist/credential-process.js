const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  keptAnswer
} from "./chunk-FO3SWHR6.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/bin-credential-process.ts
var planFile = process.argv[2] ?? "";
var { stdout, stderr, exitCode } = keptAnswer(planFile, Date.now()) ?? await renewedAnswer();
process.stdout.on("error", () => {
});
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;
async function renewedAnswer() {
  const { renewOnSystem } = await import("./renew-on-system-QHL66ED6.js");
  return renewOnSystem(planFile);
}
