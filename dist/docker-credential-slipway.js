import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  isLoopbackHost
} from "./chunk-CPKHR4I3.js";
import {
  getAuthorizationToken,
  parseEcrHost
} from "./chunk-TTPS3QFC.js";
import "./chunk-QGX54QZD.js";
import {
  closeContext
} from "./chunk-NWFVMLHD.js";
import "./chunk-BMUB6LXS.js";
import "./chunk-K5XALXOZ.js";
import "./chunk-DUUM3QR5.js";
import "./chunk-5I647YKF.js";
import "./chunk-HIYWIHLM.js";
import "./chunk-YN2TDT66.js";
import "./chunk-7CCRXKWL.js";
import "./chunk-QIFOMW7R.js";
import "./chunk-BVCG4FXE.js";
import {
  readEnvironment,
  systemClock
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/ecr-login/src/bin-docker-credential-slipway.ts
import { text } from "node:stream/consumers";

// actions/ecr-login/src/credential-helper.ts
var notFound = "credentials not found in native keychain\n";
var helperTimeoutMs = 3e4;
async function answerDocker(command, input, platform) {
  if (command === "list") return { stdout: "{}\n", stderr: "", exitCode: 0 };
  if (command === "store" || command === "erase") return { stdout: "", stderr: "", exitCode: 0 };
  if (command !== "get") return { stdout: "", stderr: "usage: docker-credential-slipway get|list|store|erase\n", exitCode: 2 };
  const server = input.trim();
  const region = regionOf(server, platform.environment);
  if (!region) return { stdout: notFound, stderr: "", exitCode: 1 };
  return mint(server, region, platform);
}
function regionOf(server, environment) {
  const host = server.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  if (isLoopbackHost(host)) return environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION");
  return parseEcrHost(host)?.region;
}
async function mint(server, region, { environment, clock }) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${helperTimeoutMs / 1e3} s`)), helperTimeoutMs);
  const aws = {
    region,
    clock,
    signal: controller.signal,
    deadline: clock.now() + helperTimeoutMs,
    environment: environment.all(),
    userAgent: "slipway/docker-credential"
  };
  try {
    const { username, password } = await getAuthorizationToken(aws);
    return { stdout: `${JSON.stringify({ ServerURL: server, Username: username, Secret: password })}
`, stderr: "", exitCode: 0 };
  } catch (error) {
    const { message, hint = "" } = error;
    const words = `docker-credential-slipway: ${message}${hint ? `. ${hint}` : ""}
`;
    return { stdout: words, stderr: words, exitCode: 1 };
  } finally {
    clearTimeout(timer);
    closeContext(aws);
  }
}

// actions/ecr-login/src/bin-docker-credential-slipway.ts
var answer = await answerDocker(process.argv[2] ?? "", await text(process.stdin), { environment: readEnvironment(), clock: systemClock });
process.stdout.write(answer.stdout);
process.stderr.write(answer.stderr);
process.exitCode = answer.exitCode;
