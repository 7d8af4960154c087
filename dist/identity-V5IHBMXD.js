const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  HttpError,
  retry
} from "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import "./chunk-SQMIN5AU.js";

// packages/sdk/src/identity/errors.ts
var IdentityError = class extends Error {
  code;
  hint;
  constructor({ code, message, hint, cause }) {
    super(message, cause === void 0 ? {} : { cause });
    this.name = "IdentityError";
    this.code = code;
    this.hint = hint;
  }
};

// packages/sdk/src/identity/environment-keys.ts
function environmentKeys(environment) {
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"];
  const sessionToken = environment["AWS_SESSION_TOKEN"];
  const expiration = new Date(environment["AWS_CREDENTIAL_EXPIRATION"] ?? "");
  if (!accessKeyId || !secretAccessKey) throw missing(environment);
  return {
    accessKeyId,
    secretAccessKey,
    ...sessionToken ? { sessionToken } : {},
    ...Number.isNaN(expiration.getTime()) ? {} : { expiration }
  };
}
function missing(environment) {
  const state = (name) => `${name}: ${environment[name] ? "set" : "not set"}`;
  const profile = environment["AWS_PROFILE"];
  return new IdentityError({
    code: "credentials-missing",
    message: "the job has no AWS keys in its environment",
    hint: [
      state("AWS_ACCESS_KEY_ID"),
      state("AWS_SECRET_ACCESS_KEY"),
      ...profile ? [`AWS_PROFILE: ${profile}; a profile is not read here, only keys`] : [],
      "Put a step before this one that exports keys (assume-role with `delivery: env`), or log in by the workflow itself: `source: oidc`."
    ].join("\n")
  });
}

// packages/sdk/src/identity/endpoint.ts
var connectMs = 1e3;
var answerBytes = 256 * 1024;
var tries = 3;
var shortestPauseMs = 100;
var longestPauseMs = 500;
async function askEndpoint(request, deps) {
  const { clock, signal, deadline, send = sendHttp } = deps;
  const attempt = async () => {
    const left = deadline - clock.now();
    if (left <= 0) throw new IdentityError({ code: "timeout", message: `no time left to ask ${hostOf(request.url)}`, hint: "Raise the timeout." });
    const answer = await send({
      ...request.method ? { method: request.method } : {},
      url: request.url,
      headers: await request.headers(),
      signal,
      connectMs: Math.min(connectMs, left),
      answerMs: Math.min(request.answerMs, left),
      bodyLimit: answerBytes
    });
    if (answer.status === 429 || answer.status >= 500) throw new Passing(answer);
    return answer;
  };
  const decide = (error) => ({ retry: error instanceof Passing || error instanceof HttpError && request.retryConnection });
  try {
    return await retry(attempt, { clock, signal, deadline, attempts: tries, baseMs: shortestPauseMs, capMs: longestPauseMs, decide });
  } catch (error) {
    if (error instanceof Passing) return error.answer;
    throw error;
  }
}
var Passing = class extends Error {
  answer;
  constructor(answer) {
    super(String(answer.status));
    this.answer = answer;
  }
};
function hostOf(url) {
  return new URL(url).origin;
}
function keysOf(body) {
  const parsed = objectOf(body);
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = parsed;
  const expiration = new Date(typeof Expiration === "string" ? Expiration : "");
  if (!isText(AccessKeyId) || !isText(SecretAccessKey) || !isText(Token) || Number.isNaN(expiration.getTime())) return void 0;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token, expiration };
}
function refusalOf(body) {
  const parsed = objectOf(body);
  return [parsed["Code"] ?? parsed["code"], parsed["Message"] ?? parsed["message"]].filter(isText).join(": ").slice(0, 300);
}
function objectOf(body) {
  try {
    const parsed = JSON.parse(body);
    return parsed !== null && typeof parsed === "object" ? parsed : {};
  } catch {
    return {};
  }
}
function isText(value) {
  return typeof value === "string" && value !== "";
}

// packages/sdk/src/identity/token-file.ts
import { readFile } from "node:fs/promises";
async function tokenFromFile(path, read = readText) {
  const token = (await read(path).catch((error) => refuse(path, describe(error), error))).trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) refuse(path, token === "" ? "it is empty" : "it holds no JWT");
  return token;
}
function readText(path) {
  return readFile(path, "utf8");
}
function describe(error) {
  const { code, message } = error;
  return code === "ENOENT" ? "there is no such file" : code ?? message;
}
function refuse(path, why, cause) {
  throw new IdentityError({
    code: "credentials-missing",
    message: `no identity token in ${path}: ${why}`,
    hint: `${path}: ${why}
Check that the token is mounted into the runner (its service account), and that the path is right.`,
    cause
  });
}

// packages/sdk/src/identity/container.ts
var relativeName = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
var fullName = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
var tokenFileName = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
var tokenName = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
var ecsHost = "169.254.170.2";
var podIdentityHosts = /* @__PURE__ */ new Set(["169.254.170.23", "[fd00:ec2::23]"]);
var answerMs = 5e3;
function hasContainer(environment) {
  return Boolean(environment[relativeName] || environment[fullName]);
}
async function containerKeys(environment, deps) {
  const url = endpointOf(environment);
  const headers = () => authorization(environment, deps);
  try {
    const answer = await askEndpoint({ url: url.href, headers, answerMs, retryConnection: true }, deps);
    const credentials = answer.status === 200 ? keysOf(answer.body) : void 0;
    if (!credentials) throw refusal(url, answer.status, refusalOf(answer.body));
    return { from: podIdentityHosts.has(url.hostname) ? "pod-identity" : "container", credentials };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const code = error.code === "ETIMEDOUT" ? "timeout" : "unreachable";
    throw broken(code, `${url.origin} gives no keys: ${error.message}`, "Check the agent on the node (EKS Pod Identity Agent, ECS agent).", error);
  }
}
function endpointOf(environment) {
  const relative = environment[relativeName];
  const name = relative ? relativeName : fullName;
  const text = relative ? `http://${ecsHost}${relative}` : environment[fullName] ?? "";
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url && isAllowed(url)) return url;
  throw broken(
    "credentials-missing",
    `${name} is no address that keys are taken from`,
    `It has to be https, or http to the machine itself: 127.0.0.0/8, [::1], ${ecsHost}, ${[...podIdentityHosts].join(", ")}.`
  );
}
function isAllowed({ protocol, hostname }) {
  if (protocol === "https:") return true;
  const own = hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return protocol === "http:" && (own || hostname === ecsHost || podIdentityHosts.has(hostname));
}
async function authorization(environment, { readFile: readFile2 = readText }) {
  const file = environment[tokenFileName];
  const unreadable = (error) => {
    throw broken(
      "credentials-missing",
      `${tokenFileName}: ${file} cannot be read (${error.code})`,
      "Check the mounts of the pod.",
      error
    );
  };
  const token = (file ? await readFile2(file).catch(unreadable) : environment[tokenName] ?? "").trim();
  if (/[^\x20-\x7e]/.test(token))
    throw broken("credentials-missing", `${file ? tokenFileName : tokenName} holds more than one line of text`, "Check what writes it.");
  return { accept: "application/json", ...token ? { authorization: token } : {} };
}
function refusal(url, status, said) {
  const answer = `${hostOf(url.href)} answered ${status}${said ? `: ${said}` : ""}`;
  if (status === 200) return broken("unreachable", `${answer} without keys`, "Something else answered in its name. Check the address.");
  if (status === 429 || status >= 500) return broken("unreachable", answer, "Run the job again; look at the agent on the node if it stays.");
  return broken(
    "access-denied",
    answer,
    "Give the service account a role: aws eks create-pod-identity-association --cluster-name <cluster> --namespace <namespace> --service-account <account> --role-arn <role>; on ECS: taskRoleArn."
  );
}
function broken(code, message, todo, cause) {
  return new IdentityError({ code, message, hint: `${message}
${todo}`, cause });
}

// packages/sdk/src/identity/instance.ts
var endpoints = { ipv4: "http://169.254.169.254", ipv6: "http://[fd00:ec2::254]" };
var tokenPath = "/latest/api/token";
var rolePath = "/latest/meta-data/iam/security-credentials/";
var sessionSeconds = "60";
var answerMs2 = 900;
async function instanceKeys(environment, deps) {
  const base = endpointOf2(environment);
  const ask = (method, path, headers) => askEndpoint({ method, url: `${base}${path}`, headers: async () => headers, answerMs: answerMs2, retryConnection: false }, deps);
  try {
    const session = sessionOf(await ask("PUT", tokenPath, { "x-aws-ec2-metadata-token-ttl-seconds": sessionSeconds }), base);
    const headers = { "x-aws-ec2-metadata-token": session };
    const role = roleOf(await ask("GET", rolePath, headers), base);
    const answer = await ask("GET", `${rolePath}${encodeURIComponent(role)}`, headers);
    const keys = answer.status === 200 ? keysOf(answer.body) : void 0;
    if (keys) return keys;
    const said = refusalOf(answer.body);
    throw without(
      `no keys for the instance's role ${role}: ${answer.status}${said ? ` ${said}` : ""}`,
      "Check the instance profile and the trust policy of its role."
    );
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const hops = error.code === "ETIMEDOUT" ? " In a container on an instance, raise the hop limit: aws ec2 modify-instance-metadata-options --http-put-response-hop-limit 2." : "";
    throw without(`instance metadata (IMDSv2): ${error.message}`, `There is no instance, or its metadata service is off.${hops}`, error);
  }
}
function endpointOf2(environment) {
  if (environment["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true")
    throw without("instance metadata (IMDSv2): AWS_EC2_METADATA_DISABLED is true", "Take the variable away where the instance is to be asked.");
  const mode = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.toLowerCase() === "ipv6" ? "ipv6" : "ipv4";
  const endpoint = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] || endpoints[mode];
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ""))
    throw without("AWS_EC2_METADATA_SERVICE_ENDPOINT is no http address", `Take it away, or write it like ${endpoints.ipv4}`);
  return endpoint.replace(/\/+$/, "");
}
function sessionOf({ status, body }, base) {
  const token = body.trim();
  if (status === 200 && /^[\x21-\x7e]+$/.test(token)) return token;
  if (status === 403)
    throw without(`instance metadata (IMDSv2): ${base} is switched off (403)`, "aws ec2 modify-instance-metadata-options --http-endpoint enabled");
  throw without(
    `instance metadata (IMDSv2): ${base} gave no session token (${status})`,
    "Version 1 is never used: anyone who makes the runner fetch a URL could read its keys. aws ec2 modify-instance-metadata-options --http-tokens required --http-endpoint enabled"
  );
}
function roleOf({ status, body }, base) {
  const role = body.trim().split("\n")[0]?.trim() ?? "";
  if (status === 200 && /^[\w+=,.@-]{1,64}$/.test(role)) return role;
  const why = status === 200 && role !== "" ? "gave a name that is no role" : `names no role (${status})`;
  throw without(`instance metadata (IMDSv2): ${base} ${why}`, "Give the instance a role: aws ec2 associate-iam-instance-profile.");
}
function without(message, todo, cause) {
  return new IdentityError({ code: "credentials-missing", message, hint: `${message}
${todo}`, cause });
}

// packages/sdk/src/identity/runner.ts
async function runnerIdentity(environment, deps) {
  const { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile } = environment;
  if (roleArn && tokenFile) return { kind: "web-identity", roleArn, tokenFile };
  if (hasContainer(environment)) return { kind: "keys", ...await containerKeys(environment, deps) };
  try {
    return { kind: "keys", from: "instance", credentials: await instanceKeys(environment, deps) };
  } catch (error) {
    if (!(error instanceof IdentityError) || error.code !== "credentials-missing") throw error;
    const half = (name, value) => `${name} ${value ? "set" : "not set"}`;
    throw new IdentityError({
      code: "credentials-missing",
      message: "the runner has no AWS identity of its own",
      hint: [
        `web identity (IRSA): ${half("AWS_ROLE_ARN", roleArn)}, ${half("AWS_WEB_IDENTITY_TOKEN_FILE", tokenFile)}`,
        "EKS Pod Identity or ECS: AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI not set",
        error.hint
      ].join("\n"),
      cause: error
    });
  }
}
export {
  IdentityError,
  environmentKeys,
  runnerIdentity,
  tokenFromFile
};
