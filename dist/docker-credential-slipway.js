const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  contextPart,
  helperProgram,
  mintPassword
} from "./chunk-XVBFYFBA.js";
import {
  isLoopbackHost
} from "./chunk-YJ52PXDF.js";
import {
  parseEcrHost
} from "./chunk-XABO7ILW.js";
import "./chunk-CEY5YT7V.js";
import "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import "./chunk-ZC465YLL.js";
import "./chunk-BCQYPPXB.js";
import "./chunk-BQVGT3GG.js";
import "./chunk-YAZ3AOZW.js";
import "./chunk-XI6AQZL3.js";
import "./chunk-7MWBAGVT.js";
import "./chunk-HWU333NJ.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import {
  closeContext
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  version
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  readEnvironment,
  systemClock
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/ecr-login/src/bin-docker-credential-slipway.ts
import { text } from "node:stream/consumers";

// actions/ecr-login/src/credential-helper.ts
var notFound = "credentials not found in native keychain\n";
var helperTimeoutMs = 3e4;
var usage = `usage: ${helperProgram} get|list|store|erase|version
`;
var plainAnswers = { list: "{}\n", store: "", erase: "", version: `${helperProgram} (slipway) ${version}
` };
async function answerDocker(command, read, platform) {
  const plain = Object.hasOwn(plainAnswers, command) ? plainAnswers[command] : void 0;
  if (plain !== void 0) return { stdout: plain, stderr: "", exitCode: 0 };
  if (command !== "get") return { stdout: "", stderr: usage, exitCode: 2 };
  const { timeoutMs = helperTimeoutMs, clock } = platform;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeoutMs / 1e3} s`)), timeoutMs);
  try {
    const server = (await untilAborted(read(), controller.signal)).split("\n")[0]?.trim() ?? "";
    return await get(server, { ...platform, signal: controller.signal, deadline: clock.now() + timeoutMs });
  } catch (error) {
    return { ...refusal(error), ...controller.signal.aborted ? { timedOut: true } : {} };
  } finally {
    clearTimeout(timer);
  }
}
async function get(server, { environment, clock, signal, deadline }) {
  const host = server.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  const region = isLoopbackHost(host) ? environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION") : parseEcrHost(host)?.region;
  if (!region) return { stdout: notFound, stderr: "", exitCode: 1 };
  const userAgent = "slipway/docker-credential";
  const aws = { region, clock, signal, deadline, environment: environment.all(), userAgent, ...contextPart([host], environment.get) };
  try {
    const { username, password } = await mintPassword(aws, host);
    return { stdout: `${JSON.stringify({ ServerURL: server, Username: username, Secret: password })}
`, stderr: "", exitCode: 0 };
  } finally {
    closeContext(aws);
  }
}
function refusal({ message, hint = "" }) {
  const words = `${helperProgram}: ${message}${hint ? `. ${hint}` : ""}
`;
  return { stdout: words, stderr: words, exitCode: 1 };
}
function untilAborted(work, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

// actions/ecr-login/src/bin-docker-credential-slipway.ts
process.stdout.on("error", () => {
});
process.stderr.on("error", () => {
});
var answer = await answerDocker(process.argv[2] ?? "", () => text(process.stdin), { environment: readEnvironment(), clock: systemClock });
process.stdout.write(answer.stdout);
process.stderr.write(answer.stderr);
process.exitCode = answer.exitCode;
if (answer.timedOut) process.kill(process.pid, "SIGTERM");
