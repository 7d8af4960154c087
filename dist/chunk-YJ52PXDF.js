const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  HttpError,
  retry
} from "./chunk-FJLWJYUI.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import {
  existsSync,
  readFileSync,
  symlinkSync
} from "./chunk-XUK7DHFS.js";

// packages/sdk/src/registry/errors.ts
var RegistryError = class extends Error {
  code;
  operation;
  status;
  registryCode;
  retryAfterMs;
  hint;
  constructor(parts) {
    const answer = [parts.status || "", parts.registryCode].filter(Boolean).join(" ");
    super(`${parts.operation} of ${parts.target}: ${answer ? `${answer}: ` : ""}${parts.message}`, { cause: parts.cause });
    this.name = "RegistryError";
    this.code = parts.code;
    this.operation = parts.operation;
    this.status = parts.status;
    this.registryCode = parts.registryCode;
    this.retryAfterMs = parts.retryAfterMs;
    this.hint = hintFor(parts);
  }
};
var iamActions = {
  "HEAD blobs": "ecr:BatchCheckLayerAvailability",
  "GET blobs": "ecr:GetDownloadUrlForLayer",
  "POST uploads": "ecr:InitiateLayerUpload",
  "GET uploads": "ecr:InitiateLayerUpload",
  "PATCH uploads": "ecr:UploadLayerPart",
  "PUT uploads": "ecr:CompleteLayerUpload",
  "HEAD manifests": "ecr:BatchGetImage",
  "GET manifests": "ecr:BatchGetImage",
  "PUT manifests": "ecr:PutImage",
  "GET referrers": "ecr:BatchGetImage"
};
function hintFor({ code, operation, status, target }) {
  switch (code) {
    case "push-denied": {
      const repository = target.slice(target.indexOf("/") + 1);
      const action = iamActions[operation] ?? "ecr:GetAuthorizationToken";
      const login = status === 401 ? "The registry did not take the login: allow ecr:GetAuthorizationToken on *, and use the account that owns the registry. Else allow" : "Allow";
      return `${login} the role this action in its policy, and in the repository's policy where the account is another:
{ "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:ecr:*:*:repository/${repository}" }`;
    }
    case "repository-missing":
      return "Create the repository first, or set create-repository: true.";
    case "tag-immutable":
      return "Push under another tag: this one may not move.";
    case "unreachable":
    case "timeout":
      return "Check the runner's way to the registry: DNS, proxy (HTTPS_PROXY, NO_PROXY), VPC endpoints for ecr.dkr and S3.";
    case "throttled":
      return "The registry takes no more requests at the moment. Run fewer jobs side by side, or raise the timeout.";
    default:
      return "Read the registry's message above; it names what it refuses.";
  }
}

// packages/sdk/src/registry/connection.ts
var unansweredTries = 8;
var answerMs = 6e4;
function isLoopbackHost(host) {
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}
function registryUrl(host) {
  return `${isLoopbackHost(host) ? "http" : "https"}://${host}`;
}
async function sendOnce(context, request) {
  const base = registryUrl(context.host);
  const url = new URL(request.url, base);
  const operation = `${request.method} ${request.part}`;
  const target = request.repository ? `${context.host}/${request.repository}` : context.host;
  if (url.protocol === "http:" && !isLoopbackHost(url.host)) {
    throw new RegistryError({ code: "refused", operation, target, status: 0, registryCode: "", message: `the registry leads to ${url.host} without TLS` });
  }
  const login = context.login && url.host === new URL(base).host ? { authorization: basic(context.login) } : {};
  context.onCall?.(operation);
  const answer = await send(context, { ...request, url: url.href, headers: { "user-agent": "slipway", ...login, ...request.headers } }, operation, target);
  if (request.expect.includes(answer.status)) return answer;
  throw refusal(answer, operation, target);
}
async function send(context, request, operation, target) {
  const { method, url, headers = {}, body } = request;
  try {
    return await sendHttp({
      method,
      url,
      headers,
      signal: context.signal,
      answerMs,
      ...body === void 0 ? {} : { body },
      // A proxy knows nothing of this machine's own registry.
      ...context.environment && !isLoopbackHost(new URL(url).host) ? { environment: context.environment } : {}
    });
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    if (!(error instanceof HttpError)) throw error;
    const code = error.code === "ETIMEDOUT" ? "timeout" : "unreachable";
    throw new RegistryError({ code, operation, target, status: 0, registryCode: error.code, message: error.message, cause: error });
  }
}
function sendRetried(context, request) {
  return retryRegistry(context, () => sendOnce(context, request));
}
function retryRegistry(context, work, progress = () => 0) {
  let failed = 0;
  let reached = progress();
  const decide2 = (error) => {
    if (!(error instanceof RegistryError)) return { retry: false };
    if (progress() > reached) failed = 0;
    reached = Math.max(reached, progress());
    if (error.code !== "throttled") failed += 1;
    const passing = ["throttled", "unreachable", "timeout", "upload-lost"].includes(error.code) && failed < unansweredTries;
    return passing ? { retry: true, ...error.retryAfterMs === void 0 ? {} : { afterMs: error.retryAfterMs } } : { retry: false };
  };
  const { clock, signal, deadline, random } = context;
  return retry(work, { clock, signal, deadline, decide: decide2, ...random ? { random } : {} });
}
function basic({ username, password }) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function refusal(answer, operation, target) {
  const { registryCode, message } = wordsOf(answer);
  const seconds = Number(answer.headers["retry-after"]);
  return new RegistryError({
    code: codeOf(answer.status, registryCode, operation),
    operation,
    target,
    status: answer.status,
    registryCode,
    message,
    ...Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1e3 } : {}
  });
}
function codeOf(status, registryCode, operation) {
  if (status === 401 || status === 403) return "push-denied";
  if (status === 429 || registryCode === "TOOMANYREQUESTS") return "throttled";
  if (status >= 500) return "unreachable";
  if (status === 408) return "timeout";
  if (registryCode === "NAME_UNKNOWN") return "repository-missing";
  if (registryCode === "TAG_INVALID" && operation === "PUT manifests") return "tag-immutable";
  if (operation.endsWith("uploads") && (status === 404 || status === 416)) return "upload-lost";
  if (status === 404) return "not-found";
  return registryCode === "DIGEST_INVALID" ? "digest-mismatch" : "refused";
}
function wordsOf({ body, status }) {
  try {
    const [first] = JSON.parse(body).errors ?? [];
    if (first) return { registryCode: first.code ?? "", message: first.message || "no message" };
  } catch {
  }
  return { registryCode: "", message: body.trim().replace(/\s+/g, " ").slice(0, 300) || `the registry answered ${status} without a word` };
}

// packages/sdk/src/registry/manifests.ts
var manifestMediaTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
function sha256Digest(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
var accept = { accept: manifestMediaTypes.join(", ") };
async function headManifest(context, repository, reference) {
  const request = { part: "manifests", repository, url: `/v2/${repository}/manifests/${reference}`, headers: accept };
  const answer = await sendRetried(context, { ...request, method: "HEAD", expect: [200, 404] });
  if (answer.status === 404) return void 0;
  return answer.headers["docker-content-digest"] ?? (await getManifest(context, repository, reference))?.digest;
}
async function getManifest(context, repository, reference) {
  const request = { method: "GET", part: "manifests", repository, url: `/v2/${repository}/manifests/${reference}`, headers: accept };
  const answer = await sendRetried(context, { ...request, expect: [200, 404] });
  if (answer.status === 404) return void 0;
  const digest = sha256Digest(answer.bytes);
  if (reference.startsWith("sha256:") && reference !== digest) throw mismatch(context, "GET manifests", repository, reference, digest);
  return { digest, mediaType: answer.headers["content-type"]?.split(";")[0]?.trim() ?? manifestMediaTypes[2], bytes: answer.bytes };
}
async function putManifest(context, repository, manifest, tag) {
  const answer = await sendRetried(context, {
    method: "PUT",
    part: "manifests",
    repository,
    url: `/v2/${repository}/manifests/${tag ?? manifest.digest}`,
    headers: { "content-type": manifest.mediaType, "content-length": String(manifest.bytes.length) },
    body: manifest.bytes,
    expect: [200, 201]
  });
  const confirmed = answer.headers["docker-content-digest"] ?? manifest.digest;
  if (confirmed !== manifest.digest) throw mismatch(context, "PUT manifests", repository, manifest.digest, confirmed);
}
function mismatch({ host }, operation, repository, wanted, got) {
  const message = `the bytes have digest ${got}, not ${wanted}`;
  return new RegistryError({ code: "digest-mismatch", operation, target: `${host}/${repository}`, status: 200, registryCode: "", message });
}

// packages/sdk/src/registry/blobs.ts
var chunkBytes = 16 * 1024 * 1024;
async function hasBlob(context, repository, digest) {
  const request = { method: "HEAD", part: "blobs", repository, url: `/v2/${repository}/blobs/${digest}` };
  const answer = await sendRetried(context, { ...request, expect: [200, 307, 404] });
  return answer.status !== 404;
}
async function getBlob(context, repository, digest) {
  const request = { method: "GET", part: "blobs", repository, url: `/v2/${repository}/blobs/${digest}` };
  const first = await sendRetried(context, { ...request, expect: [200, 302, 307, 404] });
  if (first.status === 404) return void 0;
  const answer = first.status === 200 ? first : await sendRetried(context, { ...request, url: first.headers["location"] ?? "", expect: [200] });
  const got = sha256Digest(answer.bytes);
  if (got === digest) return answer.bytes;
  const target = `${context.host}/${repository}`;
  throw new RegistryError({ code: "digest-mismatch", operation: "GET blobs", target, status: 200, registryCode: "", message: `got ${got}, want ${digest}` });
}
async function pushBlob(context, repository, blob, mountFrom) {
  if (await hasBlob(context, repository, blob.digest)) return "present";
  const upload = new Upload(context, repository, blob, mountFrom);
  return retryRegistry(
    context,
    () => upload.run(),
    () => upload.offset
  );
}
var Upload = class {
  offset = 0;
  #context;
  #repository;
  #blob;
  #mountFrom;
  #location;
  /** Something went wrong since the registry last told how far it is. */
  #doubtful = false;
  constructor(context, repository, blob, mountFrom) {
    this.#context = context;
    this.#repository = repository;
    this.#blob = blob;
    this.#mountFrom = mountFrom;
  }
  async run() {
    try {
      return await this.#attempt();
    } catch (error) {
      this.#doubtful = true;
      if (error instanceof RegistryError && (error.code === "upload-lost" || error.operation === "PUT uploads")) this.#location = void 0;
      throw error;
    }
  }
  async #attempt() {
    if (this.#doubtful && await this.#arrived()) return "uploaded";
    if (this.#location && this.#doubtful) await this.#resume(this.#location);
    if (!this.#location && await this.#begin() === "mounted") return "mounted";
    while (this.offset < this.#blob.size) await this.#append();
    await this.#complete();
    return "uploaded";
  }
  /** The last try may have done its work before its answer was lost. */
  async #arrived() {
    const { digest } = this.#blob;
    const request = { method: "HEAD", part: "blobs", repository: this.#repository, url: `/v2/${this.#repository}/blobs/${digest}` };
    return (await sendOnce(this.#context, { ...request, expect: [200, 307, 404] })).status !== 404;
  }
  async #begin() {
    const mount = this.#mountFrom ? `?mount=${encodeURIComponent(this.#blob.digest)}&from=${encodeURIComponent(this.#mountFrom)}` : "";
    this.#mountFrom = void 0;
    const answer = await this.#send({ method: "POST", url: `/v2/${this.#repository}/blobs/uploads/${mount}`, expect: [201, 202] });
    if (answer.status === 201) return "mounted";
    this.offset = 0;
    this.#moveTo(answer);
    return "begun";
  }
  /** Asks how far the upload has come; a registry that does not say loses it. */
  async #resume(location) {
    const answer = await this.#send({ method: "GET", url: location, expect: [204, 400, 404, 405] });
    const [, last] = /^0-(\d+)$/.exec(answer.headers["range"] ?? "") ?? [];
    if (answer.status !== 204 || last === void 0) {
      this.#location = void 0;
      return;
    }
    this.offset = last === "0" ? 0 : Number(last) + 1;
    if (this.offset > this.#blob.size) this.#location = void 0;
    else this.#moveTo(answer);
  }
  async #append() {
    const end = Math.min(this.offset + chunkBytes, this.#blob.size);
    const answer = await this.#send({
      method: "PATCH",
      url: this.#location ?? "",
      headers: {
        "content-type": "application/octet-stream",
        "content-length": String(end - this.offset),
        "content-range": `${this.offset}-${end - 1}`
      },
      body: this.#blob.read(this.offset, end),
      expect: [202, 204]
    });
    this.offset = end;
    this.#moveTo(answer);
  }
  async #complete() {
    const url = new URL(this.#location ?? "");
    url.searchParams.set("digest", this.#blob.digest);
    await this.#send({ method: "PUT", url: url.href, headers: { "content-length": "0" }, expect: [201, 204] });
  }
  #moveTo(answer) {
    const location = answer.headers["location"];
    if (location) this.#location = new URL(location, this.#location ?? registryUrl(this.#context.host)).href;
    this.#doubtful = false;
  }
  #send(request) {
    return sendOnce(this.#context, { ...request, part: "uploads", repository: this.#repository });
  }
};

// packages/sdk/src/registry/docker-config.ts
function parseDockerConfig(text) {
  const value = JSON.parse(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new SyntaxError("it is not a JSON object");
  return value;
}
function withLogins(old, logins) {
  const { auths = {}, credHelpers = {}, credsStore, ...rest } = old;
  const ours = new Set(logins.map(({ host }) => host));
  const served = credsStore ? Object.keys(auths).map((host) => [host, credsStore]) : [];
  const helpers = [...served, ...Object.entries(credHelpers)].filter(([host]) => !ours.has(bareHost(host)));
  const kept = Object.entries(auths).filter(([host]) => !ours.has(bareHost(host)));
  const added = logins.map(({ host, username, password }) => [host, { auth: Buffer.from(`${username}:${password}`).toString("base64") }]);
  return {
    ...rest,
    auths: Object.fromEntries([...kept, ...added]),
    ...helpers.length > 0 ? { credHelpers: Object.fromEntries(helpers) } : {}
  };
}
function withHelper(old, hosts, helper) {
  const { auths, credHelpers = {}, ...rest } = old;
  const ours = new Set(hosts);
  const kept = Object.entries(auths ?? {}).filter(([host]) => !ours.has(bareHost(host)));
  const others = Object.entries(credHelpers).filter(([host]) => !ours.has(bareHost(host)));
  return {
    ...rest,
    ...auths ? { auths: Object.fromEntries(kept) } : {},
    credHelpers: Object.fromEntries([...others, ...hosts.map((host) => [host, helper])])
  };
}
function bareHost(key) {
  return key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}

// packages/sdk/src/registry/docker-folder.ts
import { join, resolve } from "node:path";
var DockerConfigError = class extends Error {
  code = "invalid-file";
  hint;
  constructor(file, cause) {
    super(`${file} is not a docker configuration: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "DockerConfigError";
    this.hint = `Correct the file, or remove it: rm ${file}`;
  }
};
var neighbours = ["cli-plugins", "buildx", "contexts", "manifests", "trust"];
function readDockerFolder(variable) {
  const path = resolve(variable("DOCKER_CONFIG") ?? join(variable("HOME") ?? "/", ".docker"));
  const config = readConfig(join(path, "config.json"));
  const runtime = variable("XDG_RUNTIME_DIR");
  const authFile = variable("REGISTRY_AUTH_FILE") ?? (runtime && join(runtime, "containers/auth.json"));
  if (!authFile || resolve(authFile) === join(path, "config.json")) return { path, config };
  const other = readConfig(authFile);
  return { path, config: { ...config, auths: { ...other.auths, ...config.auths }, credHelpers: { ...other.credHelpers, ...config.credHelpers } } };
}
function linkNeighbours(oldFolder, newFolder) {
  for (const name of neighbours) {
    if (existsSync(join(oldFolder, name)) && !existsSync(join(newFolder, name))) symlinkSync(join(oldFolder, name), join(newFolder, name));
  }
}
function readConfig(file) {
  if (!existsSync(file)) return {};
  try {
    const text = readFileSync(file, "utf8");
    return text.trim() === "" ? {} : parseDockerConfig(text);
  } catch (error) {
    throw new DockerConfigError(file, error);
  }
}

// packages/sdk/src/registry/login-check.ts
var checkTries = 3;
async function checkLogin(context) {
  const { clock, signal, deadline, random } = context;
  await retry(() => ask(context), { clock, signal, deadline, attempts: checkTries, decide, ...random ? { random } : {} });
}
function decide(error) {
  const passing = error instanceof RegistryError && ["throttled", "unreachable", "timeout"].includes(error.code) && error.registryCode !== "ENOTFOUND";
  return passing ? { retry: true, ...error.retryAfterMs === void 0 ? {} : { afterMs: error.retryAfterMs } } : { retry: false };
}
async function ask(context) {
  const request = { method: "GET", part: "v2", repository: "", url: "/v2/" };
  const answer = await sendOnce(context, { ...request, expect: [200, 401] });
  if (answer.status === 200) return;
  const url = context.login && tokenUrl(answer.headers["www-authenticate"]);
  if (!url || !context.login) throw refused(context, answer.body);
  const bought = await sendOnce(context, { ...request, url, headers: { authorization: basic(context.login) }, expect: [200] });
  await sendOnce(context, { ...request, headers: { authorization: `Bearer ${tokenIn(context, bought.body)}` }, expect: [200] });
}
function tokenUrl(challenge = "") {
  if (!/^bearer /i.test(challenge)) return void 0;
  const { realm, ...rest } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
  if (!realm || !URL.canParse(realm)) return void 0;
  const url = new URL(realm);
  for (const name of ["service", "scope"]) if (rest[name]) url.searchParams.set(name, rest[name]);
  return url.href;
}
function tokenIn(context, body) {
  try {
    const { token, access_token: other } = JSON.parse(body);
    if (token || other) return token || other || "";
  } catch {
  }
  throw new RegistryError({ code: "unreachable", ...placeOf(context), registryCode: "", status: 200, message: "the token service answered without a token" });
}
function refused(context, body) {
  const message = body.trim().replace(/\s+/g, " ").slice(0, 300) || "the registry answered 401 without a word";
  return new RegistryError({ code: "push-denied", ...placeOf(context), registryCode: "", status: 401, message });
}
function placeOf({ host }) {
  return { operation: "GET v2", target: host };
}

export {
  RegistryError,
  isLoopbackHost,
  headManifest,
  getManifest,
  putManifest,
  getBlob,
  pushBlob,
  withLogins,
  withHelper,
  readDockerFolder,
  linkNeighbours,
  checkLogin
};
