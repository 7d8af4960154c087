const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  NodeSha256
} from "./chunk-KT4OJ4EK.js";
import {
  require_dist
} from "./chunk-JMC5Y2LS.js";
import {
  contextWithRole,
  getCallerIdentity
} from "./chunk-DUIDKB3Q.js";
import {
  defaultProvider
} from "./chunk-H7HKFSWY.js";
import {
  AwsRestJsonProtocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  SignatureV4,
  resolveAwsSdkSigV4Config
} from "./chunk-ZC465YLL.js";
import {
  Sha256Node
} from "./chunk-BCQYPPXB.js";
import {
  NodeHttpHandler
} from "./chunk-BQVGT3GG.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-YAZ3AOZW.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveRegionConfig
} from "./chunk-XI6AQZL3.js";
import {
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  resolveHttpHandlerRuntimeConfig
} from "./chunk-7MWBAGVT.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-HWU333NJ.js";
import {
  partitionOf
} from "./chunk-2QCIIYE3.js";
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError,
  call,
  clientCache,
  closeContext
} from "./chunk-2ANFHKXR.js";
import {
  fetchIdToken
} from "./chunk-XWKQ645Z.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import {
  readFileSync,
  renameSync,
  rmSync
} from "./chunk-XUK7DHFS.js";
import {
  __toESM
} from "./chunk-SQMIN5AU.js";

// actions/deploy-helm/src/step-state.ts
var stateNames = { folder: "folder", kubeconfig: "kubeconfig", namespace: "namespace", release: "release", before: "before", over: "over" };
function rememberStep({ context, cluster, inputs }, history) {
  context.files.keep();
  context.saveState(stateNames.folder, context.files.folder());
  context.saveState(stateNames.kubeconfig, cluster.kubeconfig);
  context.saveState(stateNames.namespace, inputs.namespace);
  context.saveState(stateNames.release, inputs.release);
  context.saveState(stateNames.before, String(history.at(-1)?.number ?? 0));
}
function forgetStep(context) {
  context.saveState(stateNames.over, "true");
  rmSync(context.files.folder(), { recursive: true, force: true });
}

// packages/kubernetes/src/errors.ts
var KubernetesError = class extends Error {
  code;
  hint;
  status;
  facts;
  constructor(parts) {
    super(parts.message, { cause: parts.cause });
    this.name = "KubernetesError";
    this.code = parts.code;
    this.hint = parts.hint;
    this.status = parts.status;
    this.facts = parts.facts ?? [];
  }
};

// packages/kubernetes/src/client/transport.ts
import { Agent, request as httpsRequest } from "node:https";
var connectTimeoutMs = 5e3;
var answerTimeoutMs = 1e4;
function createTransport(connection) {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 20,
    ...connection.ca === void 0 ? {} : { ca: connection.ca },
    ...connection.certificate === void 0 ? {} : { cert: connection.certificate, key: connection.key },
    ...connection.serverName === void 0 ? {} : { servername: connection.serverName },
    rejectUnauthorized: connection.insecure !== true,
    ...connection.environment ? { proxyEnv: { ...connection.environment } } : {}
  });
  const open = (request) => openRequest(connection, agent, request);
  return {
    open,
    send: async (request) => {
      const answer = await open(request);
      const text = await readText(answer, connection.server, request.signal);
      return { status: answer.statusCode ?? 0, text };
    },
    close: () => agent.destroy()
  };
}
async function openRequest(connection, agent, request) {
  const token = await connection.token?.(request.signal);
  const { method, path, body, contentType = "application/json", accept = "application/json", signal } = request;
  const payload = body === void 0 ? void 0 : typeof body === "string" ? body : JSON.stringify(body);
  const headers = {
    accept,
    "user-agent": "slipway",
    ...token === void 0 ? {} : { authorization: `Bearer ${token}` },
    ...payload === void 0 ? {} : { "content-type": contentType, "content-length": String(Buffer.byteLength(payload)) }
  };
  return new Promise((resolve2, reject) => {
    signal.throwIfAborted();
    const sent = httpsRequest(`${connection.server}${path}`, { method, headers, agent, signal });
    const connecting = setTimeout(() => sent.destroy(silence("connect", connectTimeoutMs)), connectTimeoutMs);
    const answering = setTimeout(() => sent.destroy(silence("answer", answerTimeoutMs)), connectTimeoutMs + answerTimeoutMs);
    const settle = () => {
      clearTimeout(connecting);
      clearTimeout(answering);
    };
    sent.on("socket", (socket) => {
      if (socket.connecting) socket.once("secureConnect", () => clearTimeout(connecting));
      else clearTimeout(connecting);
    });
    sent.on("response", (answer) => {
      settle();
      resolve2(answer);
    });
    sent.on("error", (error) => {
      settle();
      reject(signal.aborted ? signal.reason : unreachable(connection.server, error));
    });
    sent.end(payload);
  });
}
function silence(what, ms) {
  return new Error(what === "connect" ? `no connection within ${ms / 1e3} s` : `no answer within ${ms / 1e3} s`);
}
async function readText(answer, server, signal) {
  const timer = setTimeout(() => answer.destroy(silence("answer", answerTimeoutMs)), answerTimeoutMs);
  try {
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  } catch (error) {
    throw signal.aborted ? signal.reason : unreachable(server, error);
  } finally {
    clearTimeout(timer);
  }
}
function unreachable(server, error) {
  const cause = error;
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(cause.code ?? "");
  return new KubernetesError({
    code: "cluster-unreachable",
    message: `${server}: ${cause.code ? `${cause.code}: ` : ""}${cause.message}`,
    hint: certificate ? "The certificate of the API server is not signed by the CA that the cluster is known by. Check for a proxy that opens TLS, or an old kubeconfig." : "Check the runner's way to the API server: DNS, proxy (HTTPS_PROXY, NO_PROXY), security groups, publicAccessCidrs of the cluster.",
    cause: error
  });
}

// packages/kubernetes/src/client/watch.ts
async function* watchStream(transport, path, signal) {
  const answer = await transport.open({ method: "GET", path, signal });
  const status = answer.statusCode ?? 0;
  answer.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of answer) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      if (status >= 400) continue;
      for (const line of lines) if (line.trim() !== "") yield eventOf(line);
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof KubernetesError ? error : unreachable(path, error);
  } finally {
    answer.destroy();
  }
  if (status >= 400) throw refusal(status, rest);
}
function eventOf(line) {
  const event = JSON.parse(line);
  if (event.type === "ERROR") {
    const { code = 0, message = "" } = event.object;
    throw refusal(code, JSON.stringify({ message }));
  }
  return event;
}

// packages/kubernetes/src/client/client.ts
var readAttempts = 3;
var pauseMs = 300;
var KubernetesClient = class {
  server;
  #transport;
  #sleep;
  constructor(connection, clock) {
    this.server = connection.server;
    this.#transport = createTransport(connection);
    this.#sleep = (ms, signal) => clock.sleep(ms, signal);
  }
  /** `v1.33.1`: also the way to learn that the server answers and lets us in. */
  async version(signal) {
    const answer = await this.#json({ method: "GET", path: "/version", signal });
    return answer.gitVersion ?? "";
  }
  /** One object. An empty namespace is for cluster-wide kinds. */
  async get(resource, namespace, name, signal) {
    return await this.#json({ method: "GET", path: `${pathOf(resource, namespace)}/${encodeURIComponent(name)}`, signal });
  }
  /** Objects of a namespace, or of all when it is empty. */
  async list(resource, namespace, selection, signal) {
    const path = `${pathOf(resource, namespace)}${queryOf({ ...selection })}`;
    const answer = await this.#json({ method: "GET", path, signal });
    return { resourceVersion: answer.metadata?.resourceVersion ?? "", items: answer.items ?? [] };
  }
  /** Replaces an object; its resourceVersion guards against somebody else's write. */
  async replace(resource, object, signal) {
    const path = `${pathOf(resource, object.metadata.namespace ?? "")}/${encodeURIComponent(object.metadata.name)}`;
    return await this.#json({ method: "PUT", path, body: object, signal });
  }
  /** Deletes an object; one that is gone is no error. */
  async delete(resource, namespace, name, signal) {
    try {
      await this.#json({ method: "DELETE", path: `${pathOf(resource, namespace)}/${encodeURIComponent(name)}`, signal });
    } catch (error) {
      if (!(error instanceof KubernetesError && error.code === "not-found")) throw error;
    }
  }
  /** The last lines of a container's log. @param previous of the container's life before this one */
  async logs(namespace, pod, options, signal) {
    const query = queryOf({ container: options.container, tailLines: String(options.lines), ...options.previous ? { previous: "true" } : {} });
    const path = `${pathOf({ apiVersion: "v1", plural: "pods" }, namespace)}/${encodeURIComponent(pod)}/log${query}`;
    const { status, text } = await this.#transport.send({ method: "GET", path, accept: "*/*", signal });
    if (status >= 400) throw refusal(status, text);
    return text.split("\n").filter((line) => line !== "");
  }
  /** Changes after a version, until the signal aborts or the server ends the stream. */
  watch(resource, namespace, resourceVersion, signal) {
    const path = `${pathOf(resource, namespace)}${queryOf({ watch: "1", allowWatchBookmarks: "true", resourceVersion })}`;
    return watchStream(this.#transport, path, signal);
  }
  /** Closes the connections. */
  close() {
    this.#transport.close();
  }
  async #json(request) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { status, text } = await this.#transport.send(request);
        if (status >= 400) throw refusal(status, text);
        return parseAnswer(text, this.server);
      } catch (error) {
        if (!mayPass(error, request.method) || attempt >= readAttempts) throw error;
        await this.#sleep(pauseMs * attempt, request.signal);
      }
    }
  }
};
function mayPass(error, method) {
  if (!(error instanceof KubernetesError)) return false;
  if (error.code === "throttled") return true;
  if (method !== "GET") return false;
  const code = error.cause?.code;
  return (error.status ?? 0) >= 500 || code === "ECONNRESET" || code === "EPIPE";
}
function parseAnswer(text, server) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new KubernetesError({
      code: "cluster-unreachable",
      message: `${server}: what answered is no Kubernetes API: ${text.slice(0, 80)}`,
      hint: "Check the address and the proxy: something else answered in the name of the API server.",
      cause: error
    });
  }
}
var codes = {
  401: "unauthorized",
  403: "access-denied",
  404: "not-found",
  409: "conflict",
  410: "gone",
  422: "invalid-request",
  429: "throttled"
};
function refusal(status, text) {
  let message = text.slice(0, 500);
  try {
    message = JSON.parse(text).message ?? message;
  } catch {
  }
  const code = codes[status] ?? (status >= 500 ? "cluster-unreachable" : "service-error");
  return new KubernetesError({ code, message: `${status}: ${message}`, status });
}
function pathOf({ apiVersion, plural }, namespace) {
  const root2 = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespace === "" ? `${root2}/${plural}` : `${root2}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
}
function queryOf(parameters) {
  const pairs = Object.entries(parameters).filter((pair) => pair[1] !== void 0);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

// packages/kubernetes/src/helm/errors.ts
var rules = [
  {
    pattern: /exceeded quota|forbidden: .*(maximum|minimum) .* usage per/i,
    code: "quota",
    hint: "Ask for less in the values (replicas, resources), or have the quota raised: kubectl describe resourcequota"
  },
  {
    pattern: /admission webhook|violates PodSecurity|ValidatingAdmissionPolicy|denied the request/i,
    code: "admission-denied",
    hint: "The cluster has a policy against this object; change the chart as the message says."
  },
  {
    pattern: /^Error:.*(values don't meet the specifications of the schema|schema\(s\) in the following chart)/is,
    code: "values-invalid",
    hint: "Correct the values; the chart's values.schema.json says what it takes."
  },
  {
    pattern: /another operation \(install\/upgrade\/rollback\) is in progress/i,
    code: "release-pending",
    hint: "Another deploy of this release is running. Wait for it, and give the job a concurrency group."
  },
  {
    pattern: /(pre|post)-(install|upgrade|rollback|delete) hooks? failed|failed (pre|post)-(install|upgrade|rollback)/i,
    code: "hook-failed",
    hint: "Read the hook's log above; correct the hook or its image and run the job again."
  },
  {
    pattern: /\bUnauthorized\b|must be logged in to the server/i,
    code: "unauthorized",
    hint: "The API server does not know this identity. Give it an access entry."
  },
  {
    pattern: /\bis forbidden: User\b|cannot (create|get|list|patch|update|delete) resource/i,
    code: "access-denied",
    hint: "Give the identity a role with this verb on this resource: kubectl create rolebinding \u2026 --clusterrole=edit"
  },
  {
    pattern: /cluster unreachable|connection refused|i\/o timeout|no such host|x509:|TLS handshake/i,
    code: "cluster-unreachable",
    hint: "Check the runner's way to the API server."
  },
  {
    pattern: /Chart\.yaml|template:|parse error|execution error at|error converting YAML|YAML parse error|missing in charts\/|path ".*" not found|chart requires kubeVersion|unable to build kubernetes objects|validation: |not a valid chart|cannot load|no matches for kind|error validating|charts? are not installable|gzipped archive|gzip: invalid|chart metadata/i,
    code: "chart-invalid",
    hint: "Correct the chart; `helm lint` and `helm template` show the same mistake without a cluster."
  },
  {
    pattern: /timed out waiting|context deadline exceeded/i,
    code: "timeout",
    hint: "Give it longer (timeout) if what it waited for is merely slow."
  },
  {
    pattern: /is invalid:|already exists and cannot be imported|invalid ownership metadata|cannot patch|field is immutable/i,
    code: "chart-invalid",
    hint: "The API server refuses an object of the chart; the message names it and the field."
  }
];
function classifyHelm(stderr, command2) {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !/^(WARNING|level=|time=|[IWE]\d{4} )/.test(line));
  const text = lines.slice(lines.findIndex((line) => line.startsWith("Error:"))).join("\n") || stderr.trim();
  const rule = rules.find(({ pattern }) => pattern.test(text));
  return new KubernetesError({
    code: rule?.code ?? "internal",
    message: `helm ${command2}: ${(text || "it ended with an error and no word").slice(0, 2e3)}`,
    hint: rule?.hint ?? "Read Helm's message above."
  });
}

// packages/kubernetes/src/helm/driver.ts
var graceMs = 2500;
var Helm = class _Helm {
  /** 3 or 4. */
  major;
  version;
  #settings;
  constructor(settings, version) {
    this.#settings = settings;
    this.version = version;
    this.major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 3);
  }
  /** Asks the binary for its version. @throws KubernetesError `tool-missing` */
  static async open(settings, signal) {
    const { code, stdout, stderr } = await invoke(settings, ["version", "--template", "{{.Version}}"], signal);
    const version = stdout.trim();
    if (code !== 0 || !/^v\d+\./.test(version))
      throw missing(settings.path, `it does not answer as Helm does: ${(stderr || stdout).trim().split("\n")[0] ?? ""}`);
    const helm = new _Helm(settings, version);
    if (helm.major < 3) throw missing(settings.path, `it is Helm ${version}; 3 or 4 is needed`);
    return helm;
  }
  /** The same Helm, for the cluster of a kubeconfig. */
  against(kubeconfig) {
    return new _Helm({ ...this.#settings, kubeconfig }, this.version);
  }
  /** What `upgrade` would send, rendered with the server's capabilities; writes nothing. @throws KubernetesError `chart-invalid`, `values-invalid`, … */
  async render(release, signal) {
    const answer = await this.#helm([...this.#upgradeArguments(release), "--dry-run=server", "--output", "json"], signal);
    const text = answer.slice(Math.max(0, answer.indexOf("{")));
    const parsed = JSON.parse(text);
    return { manifest: parsed.manifest ?? "", hooks: parsed.hooks ?? [] };
  }
  /** Installs or upgrades, waiting for hooks only: the rollout is watched by us. @param timeoutMs for hooks */
  async upgrade(release, timeoutMs, signal) {
    await this.#helm([...this.#upgradeArguments(release), "--timeout", seconds(timeoutMs)], signal);
  }
  /** Goes back to a revision without waiting for its pods. */
  async rollback(release, revision, timeoutMs, signal) {
    await this.#helm(["rollback", release, String(revision), "--timeout", seconds(timeoutMs)], signal);
  }
  /** Removes a release and its history. */
  async uninstall(release, timeoutMs, signal) {
    await this.#helm(["uninstall", release, "--timeout", seconds(timeoutMs)], signal);
  }
  #upgradeArguments(release) {
    const labels = Object.entries(release.labels).map(([name, value]) => `${name}=${value}`);
    return [
      "upgrade",
      release.name,
      release.chart,
      "--install",
      // Without it, an upgrade that is given no values silently takes the last revision's.
      "--reset-values",
      ...release.createNamespace ? ["--create-namespace"] : [],
      ...release.valuesFiles.flatMap((file) => ["--values", file]),
      ...labels.length > 0 ? ["--labels", labels.join(",")] : []
    ];
  }
  async #helm(args, signal) {
    const { code, stdout, stderr } = await invoke(this.#settings, [...args, "--namespace", this.#settings.namespace], signal);
    if (code !== 0) throw classifyHelm(stderr, args[0] ?? "");
    return stdout;
  }
};
async function invoke(settings, args, signal) {
  const { folder, kubeconfig, path, workspace } = settings;
  const environment = {
    ...withoutHelm(settings.environment),
    HELM_CACHE_HOME: `${folder}/helm/cache`,
    HELM_CONFIG_HOME: `${folder}/helm/config`,
    HELM_DATA_HOME: `${folder}/helm/data`,
    KUBECACHEDIR: `${folder}/helm/kube`,
    KUBECONFIG: kubeconfig ?? "/dev/null"
  };
  try {
    return await settings.run({ command: path, arguments: args, cwd: workspace, environment, signal, graceMs });
  } catch (error) {
    const code = error.code;
    if (code === "ENOENT" || code === "EACCES") throw missing(path, code === "ENOENT" ? "it is not there" : "it cannot be executed", error);
    throw error;
  }
}
function withoutHelm(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(HELM_|INPUT_|KUBE)/.test(name)));
}
function seconds(ms) {
  return `${Math.max(1, Math.ceil(ms / 1e3))}s`;
}
function missing(path, why, cause) {
  return new KubernetesError({
    code: "tool-missing",
    message: `helm (${path}): ${why}`,
    hint: "Put Helm 3 or 4 on PATH in a step before (azure/setup-helm with a fixed version), or name it: helm-path: /usr/local/bin/helm",
    cause
  });
}

// packages/kubernetes/src/manifest/parse.ts
var import_yaml = __toESM(require_dist(), 1);
function parseManifest(text, namespace) {
  const documents = (0, import_yaml.parseAllDocuments)(text, { version: "1.1", uniqueKeys: false, logLevel: "silent" });
  const values = "empty" in documents ? [] : documents.map((document) => document.toJS({ maxAliasCount: 1e3 }));
  return values.flatMap(openList).map((object) => ({ ...object, metadata: { namespace, ...object.metadata } }));
}
function openList(value) {
  const object = value;
  if (object === null || typeof object !== "object" || typeof object.kind !== "string") return [];
  if (object.kind.endsWith("List") && Array.isArray(object.items)) return object.items.flatMap(openList);
  return object.metadata?.name ? [object] : [];
}
function identityOf(object) {
  return `${object.apiVersion}/${object.kind}/${object.metadata.namespace ?? ""}/${object.metadata.name}`;
}
function imagesOf(objects) {
  const images = /* @__PURE__ */ new Set();
  const walk = (value, key) => {
    if (Array.isArray(value)) {
      for (const entry of value) {
        const image = entry?.image;
        if (/^(init|ephemeral)?containers$/i.test(key) && typeof image === "string") images.add(image);
        walk(entry, "");
      }
    } else if (value !== null && typeof value === "object") {
      for (const [name, child] of Object.entries(value)) walk(child, name);
    }
  };
  for (const object of objects) walk(object["spec"], "");
  return [...images].sort();
}

// packages/kubernetes/src/release/record.ts
import { gunzipSync, gzipSync } from "node:zlib";
var gzipMagic = Buffer.from([31, 139, 8]);
function readRevision(secret) {
  try {
    const inner = Buffer.from(Buffer.from(secret.data?.["release"] ?? "", "base64").toString("utf8"), "base64");
    const json = inner.subarray(0, 3).equals(gzipMagic) ? gunzipSync(inner) : inner;
    const record = JSON.parse(json.toString("utf8"));
    return { number: record.version, status: record.info.status, record, secret };
  } catch (error) {
    throw new KubernetesError({
      code: "service-error",
      message: `Secret ${secret.metadata.namespace ?? ""}/${secret.metadata.name} is not a Helm record: ${error.message}`,
      hint: `Look at it, and remove it if it is not Helm's: kubectl -n ${secret.metadata.namespace ?? ""} get secret ${secret.metadata.name} -o yaml`,
      cause: error
    });
  }
}
function withStatus({ secret, record }, status, description) {
  const changed = { ...record, info: { ...record.info, status, description } };
  const inner = gzipSync(Buffer.from(JSON.stringify(changed))).toString("base64");
  return {
    ...secret,
    metadata: { ...secret.metadata, labels: { ...secret.metadata.labels, status } },
    data: { ...secret.data, release: Buffer.from(inner).toString("base64") }
  };
}
function isPending(status) {
  return status.startsWith("pending-");
}

// packages/kubernetes/src/release/history.ts
var secrets = { apiVersion: "v1", plural: "secrets" };
var writeAttempts = 3;
async function readHistory(client, namespace, release, signal) {
  const { items } = await client.list(secrets, namespace, { labelSelector: `owner=helm,name=${release}` }, signal);
  return items.map(readRevision).sort((a2, b2) => a2.number - b2.number);
}
async function markRevision(client, revision, status, why, signal) {
  let current = revision;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.replace(secrets, withStatus(current, status, why), signal);
      return;
    } catch (error) {
      if (!(error instanceof KubernetesError)) throw error;
      if (error.code === "not-found") return;
      if (error.code !== "conflict" || attempt >= writeAttempts) throw error;
    }
    const { namespace = "", name } = current.secret.metadata;
    current = readRevision(await client.get(secrets, namespace, name, signal));
  }
}
function lastGood(history, before) {
  const good = history.filter(({ number, status }) => number < before && (status === "deployed" || status === "superseded"));
  return good.findLast(({ status }) => status === "deployed") ?? good.at(-1);
}

// packages/kubernetes/src/helm/values.ts
var import_yaml2 = __toESM(require_dist(), 1);
function parseValues(text) {
  return parseMap(text, { merge: true }, (value) => value ?? {});
}
function mergeValues(base, over) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key];
    merged[key] = isMap(old) && isMap(value) ? mergeValues(old, value) : value;
  }
  return merged;
}
function mapLeaves(value, change, path = []) {
  if (Array.isArray(value)) return value.map((entry, index) => mapLeaves(entry, change, [...path, String(index)]));
  if (!isMap(value)) return change(value, path);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mapLeaves(child, change, [...path, key])]));
}
function parseTextMap(text) {
  return parseMap(text, { schema: "failsafe" }, (value) => value);
}
function parseMap(text, options, rootOf) {
  const lines = new import_yaml2.LineCounter();
  const document = (0, import_yaml2.parseDocument)(text, { version: "1.2", uniqueKeys: true, ...options, lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { ok: false, line, column: col, message: error.code === "MULTIPLE_DOCS" ? "a second document begins; want one map" : error.message };
  }
  try {
    const value = rootOf(document.toJS({ maxAliasCount: 100 }));
    return isMap(value) ? { ok: true, value } : { ok: false, line: 1, column: 1, message: "it has to be a map" };
  } catch (cause) {
    return { ok: false, line: 1, column: 1, message: cause instanceof Error ? cause.message : "it cannot be read" };
  }
}
function isMap(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// packages/kubernetes/src/kubeconfig/read.ts
var import_yaml3 = __toESM(require_dist(), 1);
import { dirname, resolve } from "node:path";

// packages/kubernetes/src/kubeconfig/exec-token.ts
var marginMs = 6e4;
function execToken(exec, folder, { environment, runExec, now }) {
  let kept;
  return async (signal) => {
    if (kept && kept.until > now()) return kept.token;
    const info = { kind: "ExecCredential", apiVersion: exec.apiVersion, spec: { interactive: false } };
    const own = Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value]));
    const variables = { ...environment, ...own, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const request = { command: exec.command, arguments: exec.args ?? [], cwd: folder, environment: variables, signal };
    const { code, stdout, stderr } = await runExec(request).catch((error) => {
      signal.throwIfAborted();
      throw failed(exec.command, error.message, error);
    });
    if (code !== 0) throw failed(exec.command, `exit ${code}: ${stderr.trim().split("\n").at(-1) ?? ""}`);
    const token = tokenIn(exec.command, stdout);
    kept = { token: token.token, until: (token.expires ?? Number.POSITIVE_INFINITY) - marginMs };
    return token.token;
  };
}
function tokenIn(command2, stdout) {
  let credential;
  try {
    credential = JSON.parse(stdout);
  } catch (error) {
    throw failed(command2, "its output is no ExecCredential", error);
  }
  const { token, expirationTimestamp } = credential.status ?? {};
  if (!token) throw failed(command2, "its answer has no token");
  return { token, expires: expirationTimestamp ? Date.parse(expirationTimestamp) : void 0 };
}
function failed(command2, why, cause) {
  const hint = `Run it by hand to see why it gives no token, or use cluster-name instead of kubeconfig-file: ${command2}`;
  return new KubernetesError({ code: "unauthorized", message: `${command2} gave no token: ${why}`, hint, cause });
}

// packages/kubernetes/src/kubeconfig/read.ts
function readKubeconfig(file, surroundings) {
  const config = parseConfig(file);
  const current = config["current-context"];
  const context = config.contexts?.find(({ name }) => name === current)?.context;
  if (!context) throw invalid(file, `current-context ${current ?? "(none)"} is no context of it`);
  const cluster = config.clusters?.find(({ name }) => name === context.cluster)?.cluster;
  if (!cluster?.server) throw invalid(file, `cluster ${context.cluster ?? "(none)"} has no server`);
  if (!/^https:\/\//.test(cluster.server)) throw invalid(file, `server ${cluster.server} is not https: tokens are sent over TLS only`);
  const user = config.users?.find(({ name }) => name === context.user)?.user ?? {};
  const text = (data, path) => embedded(file, data, path);
  const ca = text(cluster["certificate-authority-data"], cluster["certificate-authority"]);
  const certificate = text(user["client-certificate-data"], user["client-certificate"]);
  const key = text(user["client-key-data"], user["client-key"]);
  const token = tokenOf(file, user, surroundings);
  return {
    server: cluster.server.replace(/\/+$/, ""),
    ...ca === void 0 ? {} : { ca },
    ...cluster["insecure-skip-tls-verify"] === true ? { insecure: true } : {},
    ...cluster["tls-server-name"] ? { serverName: cluster["tls-server-name"] } : {},
    ...certificate !== void 0 && key !== void 0 ? { certificate, key } : {},
    ...token ? { token } : {},
    environment: surroundings.environment
  };
}
function parseConfig(file) {
  try {
    const value = (0, import_yaml3.parse)(readFileSync(file, "utf8"));
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  } catch (error) {
    throw invalid(file, error.message.split("\n")[0] ?? "", error);
  }
  throw invalid(file, "it is not a map");
}
function embedded(file, data, path) {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  return path ? readBeside(file, path) : void 0;
}
function readBeside(file, path) {
  try {
    return readFileSync(resolve(dirname(file), path), "utf8");
  } catch (error) {
    throw invalid(file, `it names ${path}: ${error.message}`, error);
  }
}
function tokenOf(file, user, surroundings) {
  const { token, tokenFile, exec } = user;
  if (tokenFile) return async () => readBeside(file, tokenFile).trim();
  if (token) return async () => token;
  return exec ? execToken(exec, dirname(file), surroundings) : void 0;
}
function invalid(file, why, cause) {
  const hint = "Write a kubeconfig with one current-context, its cluster and its user: aws eks update-kubeconfig --name <cluster> --kubeconfig <file>";
  return new KubernetesError({ code: "invalid-file", message: `kubeconfig ${file}: ${why}`, hint, cause });
}

// packages/kubernetes/src/kubeconfig/write.ts
function renderKubeconfig({ server, ca, tokenFile, namespace }) {
  const name = "slipway";
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    contexts: [{ name, context: { cluster: name, user: name, namespace } }],
    clusters: [{ name, cluster: { server, "certificate-authority-data": Buffer.from(ca).toString("base64") } }],
    users: [{ name, user: { tokenFile } }]
  });
}

// packages/kubernetes/src/manifest/diff.ts
function diffManifests(before, after) {
  const old = new Map(before.map((object) => [identityOf(object), object]));
  const now = new Map(after.map((object) => [identityOf(object), object]));
  const differences = [];
  for (const key of [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort()) {
    const [a2, b2] = [old.get(key), now.get(key)];
    const object = titleOf(a2 ?? b2);
    if (!a2) differences.push({ change: "added", object, path: "" });
    else if (!b2) differences.push({ change: "removed", object, path: "" });
    else differences.push(...compare(hidden(a2), hidden(b2), "").map((found) => ({ ...found, object })));
  }
  return differences;
}
function titleOf({ kind, metadata }) {
  return `${kind}/${metadata.namespace ?? ""}/${metadata.name}`;
}
function compare(a2, b2, path) {
  if (isContainer(a2) && isContainer(b2) && Array.isArray(a2) === Array.isArray(b2)) {
    const [left, right] = [a2, b2];
    const keys = [.../* @__PURE__ */ new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => compare(left[key], right[key], path === "" ? key : `${path}.${key}`));
  }
  if (Object.is(a2, b2)) return [];
  return [{ change: "changed", path, ...a2 === void 0 ? {} : { before: a2 }, ...b2 === void 0 ? {} : { after: b2 } }];
}
function isContainer(value) {
  return value !== null && typeof value === "object";
}
function hidden(object) {
  if (object.kind !== "Secret") return object;
  const hash = (value) => `sha256:${createHash("sha256").update(String(value)).digest("hex").slice(0, 12)}`;
  const hashed = (map) => Object.fromEntries(Object.entries(map ?? {}).map(([key, value]) => [key, hash(value)]));
  return {
    ...object,
    ...object["data"] ? { data: hashed(object["data"]) } : {},
    ...object["stringData"] ? { stringData: hashed(object["stringData"]) } : {}
  };
}
function renderDifferences(differences) {
  const show = (value) => value === void 0 ? "(none)" : JSON.stringify(value);
  const signs = { added: "+", removed: "-", changed: "~" };
  return differences.map(
    ({ change, object, path, before, after }) => change === "changed" ? `~ ${object} ${path}: ${show(before)} \u2192 ${show(after)}` : `${signs[change]} ${object}`
  );
}

// packages/kubernetes/src/objects.ts
function nameOf(object, kind = object.kind ?? "") {
  return `${kind}/${object.metadata.namespace ?? ""}/${object.metadata.name}`;
}
function isOwnedBy(object, owner) {
  return owner.metadata.uid !== void 0 && (object.metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}

// packages/kubernetes/src/rollout/cause.ts
var settleMs = 5e3;

// packages/kubernetes/src/rollout/targets.ts
var targetKinds = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"]);
function targetsOf(objects) {
  return objects.filter(({ kind }) => targetKinds.has(kind)).map(({ kind, metadata }) => ({ kind, namespace: metadata.namespace ?? "", name: metadata.name }));
}
function liveTarget(state, { kind, namespace, name }) {
  return kind === "Pod" ? state.pod(namespace, name) : state.workload(kind, namespace, name);
}
function isDone(state, target) {
  if (target.kind === "Job") return true;
  const live = liveTarget(state, target);
  if (!live) return false;
  if (target.kind === "Pod") return isPodReady(live) || live.status?.phase === "Succeeded";
  const workload = live;
  if ((workload.status?.observedGeneration ?? 0) < (workload.metadata.generation ?? 0)) return false;
  if (target.kind === "Deployment") return isDeploymentDone(workload);
  return target.kind === "StatefulSet" ? isStatefulSetDone(workload) : isDaemonSetDone(workload);
}
function isDeploymentDone({ spec, status = {} }) {
  if (spec?.paused) return true;
  const wanted = spec?.replicas ?? 1;
  const updated = status.updatedReplicas ?? 0;
  return updated >= wanted && (status.replicas ?? 0) <= updated && (status.availableReplicas ?? 0) >= updated;
}
function isStatefulSetDone({ spec, status = {} }) {
  if (spec?.updateStrategy?.type === "OnDelete") return true;
  const wanted = spec?.replicas ?? 1;
  if ((status.readyReplicas ?? 0) < wanted) return false;
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  return partition > 0 ? (status.updatedReplicas ?? 0) >= wanted - partition : status.updateRevision === status.currentRevision;
}
function isDaemonSetDone({ spec, status = {} }) {
  if (spec?.updateStrategy?.type === "OnDelete") return true;
  const wanted = status.desiredNumberScheduled ?? 0;
  return (status.updatedNumberScheduled ?? 0) >= wanted && (status.numberAvailable ?? 0) >= wanted;
}
function isPodReady(pod) {
  return pod.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false;
}
function newestPods(state, target) {
  const live = liveTarget(state, target);
  if (!live) return [];
  if (target.kind === "Pod") return [live];
  const current = target.kind === "Deployment" ? newestReplicaSet(state, live) : live;
  const pods = current ? state.ownedBy("Pod", current).filter(({ metadata }) => metadata.deletionTimestamp === void 0) : [];
  const revision = revisionOf(target.kind, live, pods);
  return revision === void 0 ? pods : pods.filter((pod) => pod.metadata.labels?.["controller-revision-hash"] === revision);
}
function revisionOf(kind, live, pods) {
  if (kind === "StatefulSet") return live.status?.updateRevision;
  if (kind !== "DaemonSet") return void 0;
  const newest = [...pods].sort((a2, b2) => (a2.metadata.creationTimestamp ?? "") < (b2.metadata.creationTimestamp ?? "") ? 1 : -1)[0];
  return newest?.metadata.labels?.["controller-revision-hash"];
}
function newestReplicaSet(state, deployment) {
  if ((deployment.status?.observedGeneration ?? 0) < (deployment.metadata.generation ?? 0)) return void 0;
  const revision = (set) => Number(set.metadata.annotations?.["deployment.kubernetes.io/revision"] ?? 0);
  return state.ownedBy("ReplicaSet", deployment).sort((a2, b2) => revision(b2) - revision(a2))[0];
}

// packages/kubernetes/src/rollout/controller-causes.ts
function controllerCause(state, target) {
  const live = liveTarget(state, target);
  if (!live || target.kind === "Pod") return void 0;
  const maker = target.kind === "Deployment" ? newestReplicaSet(state, live) : live;
  const event = maker && lastRefusal(state, maker);
  if (!maker || !event) return void 0;
  const reason = refusalReason(event.message ?? "");
  return { reason, object: maker, container: "", message: event.message ?? "", holdMs: settleMs };
}
function lastRefusal(state, maker) {
  const last = state.eventsAbout(maker).findLast(({ reason }) => reason === "FailedCreate" || reason === "SuccessfulCreate");
  return last?.reason === "FailedCreate" ? last : void 0;
}
function refusalReason(message) {
  if (/exceeded quota|(maximum|minimum) .* usage per|limits? .* must be specified|must specify limits/i.test(message)) return "quota";
  if (/serviceaccount "[^"]*" not found|error looking up service account/i.test(message)) return "config-missing";
  if (/persistentvolumeclaim/i.test(message)) return "volume";
  return "admission-denied";
}
function jobCause(state, job, reason) {
  const failed2 = job.status?.conditions?.find(({ type, status }) => type === "Failed" && status === "True");
  if (!failed2) return void 0;
  const pods = state.ownedBy("Pod", job);
  const pod = pods.find(({ status }) => status?.phase === "Failed") ?? pods.at(-1);
  const container = pod?.status?.containerStatuses?.find(({ state: now }) => (now?.terminated?.exitCode ?? 0) !== 0);
  const exit = container?.state?.terminated ? `, container ${container.name} exited with ${container.state.terminated.exitCode}` : "";
  const message = `job ${job.metadata.name} failed (${failed2.reason ?? "Failed"})${exit}`;
  return { reason, object: pod ?? job, container: container?.name ?? "", message, holdMs: 0 };
}

// packages/kubernetes/src/rollout/state.ts
var watchedKinds = {
  Pod: { apiVersion: "v1", plural: "pods" },
  Event: { apiVersion: "v1", plural: "events" },
  Deployment: { apiVersion: "apps/v1", plural: "deployments" },
  ReplicaSet: { apiVersion: "apps/v1", plural: "replicasets" },
  StatefulSet: { apiVersion: "apps/v1", plural: "statefulsets" },
  DaemonSet: { apiVersion: "apps/v1", plural: "daemonsets" },
  Job: { apiVersion: "batch/v1", plural: "jobs" }
};
var ClusterState = class {
  #objects = /* @__PURE__ */ new Map();
  #listeners = /* @__PURE__ */ new Set();
  /** Nodes with their room, where we may list them. */
  nodes;
  /** Takes over an object; `undefined` removes it. */
  set(kind, key, after) {
    const map = this.#mapOf(kind);
    const before = map.get(key);
    if (before && after && versionOf(after) < versionOf(before)) return;
    if (after) map.set(key, after);
    else map.delete(key);
    for (const listener of this.#listeners) listener({ kind, before, after });
  }
  /** Takes over a whole list of one namespace. */
  replace(kind, namespace, items) {
    const keys = new Set(items.map(keyOf));
    for (const [key, object] of this.#mapOf(kind)) if (object.metadata.namespace === namespace && !keys.has(key)) this.set(kind, key, void 0);
    for (const item of items) this.set(kind, keyOf(item), item);
  }
  /** Calls back on every change. */
  onChange(listener) {
    this.#listeners.add(listener);
  }
  /** One workload. */
  workload(kind, namespace, name) {
    return this.#mapOf(kind).get(`${namespace}/${name}`);
  }
  /** One pod. */
  pod(namespace, name) {
    return this.#mapOf("Pod").get(`${namespace}/${name}`);
  }
  /** Objects of a kind that `owner` controls. */
  ownedBy(kind, owner) {
    return [...this.#mapOf(kind).values()].filter((object) => isOwnedBy(object, owner));
  }
  /** Events about an object, oldest first. */
  eventsAbout(object) {
    const events = [...this.#mapOf("Event").values()];
    return events.filter(({ involvedObject }) => involvedObject.uid === object.metadata.uid).sort((a2, b2) => eventTime(a2) < eventTime(b2) ? -1 : 1);
  }
  /** Generations of everything that is there, by uid. */
  generations() {
    const all = [...this.#objects.values()].flatMap((map) => [...map.values()]);
    return new Map(all.map(({ metadata }) => [metadata.uid ?? "", metadata.generation ?? 0]));
  }
  #mapOf(kind) {
    const known = this.#objects.get(kind);
    if (known) return known;
    const map = /* @__PURE__ */ new Map();
    this.#objects.set(kind, map);
    return map;
  }
};
function versionOf(object) {
  return Number(object.metadata.resourceVersion ?? 0);
}
function keyOf(object) {
  return `${object.metadata.namespace ?? ""}/${object.metadata.name}`;
}
function eventTime(event) {
  return event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp ?? "";
}

// packages/kubernetes/src/rollout/evidence.ts
async function diagnose(client, state, standing, lines, signal) {
  const { cause, since } = standing;
  const logs = cause.container === "" ? [] : await readLogs(client, cause.object, cause.container, lines, signal);
  const denied = cause.reason === "crash-loop" && logs.some((line) => webIdentityDenied.test(line));
  return {
    reason: denied ? "irsa-denied" : cause.reason,
    object: nameOf(cause.object),
    container: cause.container,
    message: cause.message,
    since: new Date(since).toISOString(),
    logs,
    events: eventLines(state, cause.object)
  };
}
var webIdentityDenied = /AssumeRoleWithWebIdentity.*(AccessDenied|not authorized)|(AccessDenied|not authorized).*AssumeRoleWithWebIdentity/i;
async function readLogs(client, pod, container, lines, signal) {
  if (lines === 0) return [];
  const all = [...pod.status?.initContainerStatuses ?? [], ...pod.status?.containerStatuses ?? []];
  const status = all.find(({ name: name2 }) => name2 === container);
  if (!(status?.state?.running ?? status?.state?.terminated ?? status?.lastState?.terminated)) return [];
  const { namespace = "", name } = pod.metadata;
  const read = (previous) => client.logs(namespace, name, { container, lines, previous }, signal);
  try {
    const again = status?.state?.running !== void 0 && status.restartCount > 0;
    return again ? await read(true).catch(() => read(false)) : await read(false);
  } catch (error) {
    if (error instanceof KubernetesError) return [`(no log: ${error.message})`];
    throw error;
  }
}
function eventLines(state, object) {
  const makers = (object.metadata.ownerReferences ?? []).map(({ uid, kind, name }) => ({ kind, metadata: { uid, name } }));
  const events = [object, ...makers].flatMap((about) => state.eventsAbout(about));
  return events.sort((a2, b2) => eventTime(a2) < eventTime(b2) ? -1 : 1).map(lineOf);
}
function lineOf(event) {
  return `${eventTime(event)} ${event.type ?? ""} ${event.reason ?? ""} ${event.involvedObject.kind ?? ""}/${event.involvedObject.name ?? ""}: ${event.message ?? ""}`;
}

// packages/kubernetes/src/rollout/feed.ts
var patienceMs = 2e4;
var pauseMs2 = 1e3;
async function startFeed(client, namespaces, clock, signal) {
  const state = new ClusterState();
  const blind = /* @__PURE__ */ new Set();
  const controller = new AbortController();
  const stop = () => controller.abort(new Error("the feed was stopped"));
  signal.addEventListener("abort", stop, { once: true });
  let failure;
  const kinds = Object.keys(watchedKinds);
  const sources = namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace })));
  const versions = await Promise.all(sources.map(async (source) => ({ source, version: await firstList(client, state, source, blind, signal) })));
  state.nodes = await readNodes(client, signal);
  for (const { source, version } of versions) {
    if (version === void 0) continue;
    follow(client, state, source, version, clock, controller.signal).catch((error) => {
      if (!controller.signal.aborted && error instanceof KubernetesError) failure ??= error;
    });
  }
  return {
    state,
    blind,
    failed: () => failure,
    sync: async (until) => {
      await Promise.all(sources.filter(({ kind }) => !blind.has(kind)).map((source) => list(client, state, source, until)));
    },
    stop: () => {
      signal.removeEventListener("abort", stop);
      stop();
    }
  };
}
async function firstList(client, state, source, blind, signal) {
  try {
    return await list(client, state, source, signal);
  } catch (error) {
    if (!(error instanceof KubernetesError && error.code === "access-denied") || source.kind === "Pod") throw error;
    blind.add(source.kind);
    return void 0;
  }
}
async function list(client, state, { kind, namespace }, signal) {
  const { items, resourceVersion } = await client.list(watchedKinds[kind], namespace, {}, signal);
  state.replace(
    kind,
    namespace,
    items.map((item) => ({ ...item, kind }))
  );
  return resourceVersion;
}
async function follow(client, state, source, from, clock, signal) {
  let version = from;
  let answeredAt = clock.now();
  while (!signal.aborted) {
    try {
      version ??= await list(client, state, source, signal);
      answeredAt = clock.now();
      for await (const { type, object } of client.watch(watchedKinds[source.kind], source.namespace, version, signal)) {
        version = object.metadata.resourceVersion ?? version;
        answeredAt = clock.now();
        if (type !== "BOOKMARK") state.set(source.kind, keyOf(object), type === "DELETED" ? void 0 : { ...object, kind: source.kind });
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof KubernetesError) || clock.now() - answeredAt > patienceMs || error.code === "unauthorized") throw error;
      version = void 0;
    }
    await clock.sleep(pauseMs2, signal).catch(() => {
    });
  }
}
async function readNodes(client, signal) {
  try {
    return (await client.list({ apiVersion: "v1", plural: "nodes" }, "", {}, signal)).items;
  } catch (error) {
    if (error instanceof KubernetesError && error.code === "access-denied") return void 0;
    throw error;
  }
}

// packages/kubernetes/src/rollout/hooks.ts
var HookRecorder = class {
  #client;
  #state;
  #hooks;
  #lines;
  #signal;
  #now;
  #failed = /* @__PURE__ */ new Map();
  constructor(client, state, options) {
    const { hooks, logLines, signal, clock } = options;
    this.#client = client;
    this.#state = state;
    this.#now = () => clock.now();
    this.#hooks = new Set(hooks.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
    this.#lines = logLines;
    this.#signal = signal;
  }
  /** Takes a change; a hook's container that ended badly has its log read at once. */
  see({ kind, after }) {
    if (kind !== "Pod" || !after || !this.#isHook(after)) return;
    const pod = after;
    const uid = pod.metadata.uid ?? "";
    const all = [...pod.status?.initContainerStatuses ?? [], ...pod.status?.containerStatuses ?? []];
    const bad = all.find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
    if (!bad || this.#failed.has(uid)) return;
    this.#failed.set(uid, this.#keep(pod, bad.name, bad.state?.terminated?.exitCode ?? 0));
  }
  /** What is known of the last hook that failed. */
  async diagnosis() {
    return [...this.#failed.values()].at(-1);
  }
  async #keep(pod, container, exitCode) {
    const since = new Date(this.#now()).toISOString();
    const logs = await readLogs(this.#client, pod, container, this.#lines, this.#signal).catch(() => []);
    const message = `hook pod ${pod.metadata.name}: container ${container} exited with ${exitCode}`;
    return { reason: "hook-failed", object: nameOf(pod, "Pod"), container, message, since, logs, events: eventLines(this.#state, pod) };
  }
  #isHook(pod) {
    const namespace = pod.metadata.namespace ?? "";
    const owner = pod.metadata.ownerReferences?.find(({ kind }) => kind === "Job");
    return this.#hooks.has(owner ? `Job/${namespace}/${owner.name}` : `Pod/${namespace}/${pod.metadata.name}`);
  }
};

// packages/kubernetes/src/rollout/probe-causes.ts
var defaults = { initialDelaySeconds: 0, periodSeconds: 10, failureThreshold: 3 };
function probeCause(pod, status, events) {
  const at = { reason: "probe-failing", object: pod, container: status.name };
  const own = events.filter(({ involvedObject }) => !involvedObject.fieldPath || involvedObject.fieldPath.includes(`{${status.name}}`));
  const killed = own.findLast(({ reason, message }) => reason === "Killing" && /failed (liveness|startup) probe/.test(message ?? ""));
  const complaint = own.findLast(({ reason }) => reason === "Unhealthy");
  if (killed && status.restartCount >= 1) return { ...at, message: complaint?.message ?? killed.message ?? "", holdMs: 0 };
  if (!complaint || status.ready || status.state?.running === void 0) return void 0;
  const first = own.find(({ reason }) => reason === "Unhealthy") ?? complaint;
  const beganAt = Date.parse(first.firstTimestamp ?? eventTime(first));
  return {
    ...at,
    message: complaint.message ?? "a probe fails",
    holdMs: patienceOf(pod, status),
    ...Number.isNaN(beganAt) ? {} : { beganAt }
  };
}
function patienceOf(pod, { name }) {
  const container = pod.spec.containers.find((entry) => entry.name === name);
  const total = [container?.startupProbe, container?.readinessProbe ?? {}].reduce((sum, probe) => sum + secondsOf(probe), 0);
  return total * 1e3;
}
function secondsOf(probe) {
  if (!probe) return 0;
  const { initialDelaySeconds, periodSeconds, failureThreshold } = { ...defaults, ...probe };
  return initialDelaySeconds + periodSeconds * failureThreshold;
}

// packages/kubernetes/src/rollout/schedule-causes.ts
var lasting = /didn't match Pod's node affinity|didn't match pod's node affinity|untolerated taint|didn't match Pod's node selector|node\(s\) were unschedulable/i;
function scheduleCause(state, pod) {
  const condition = pod.status?.conditions?.find(({ type, status }) => type === "PodScheduled" && status === "False");
  if (condition?.reason !== "Unschedulable") return void 0;
  const message = condition.message ?? "no node takes it";
  const at = { object: pod, container: "", message };
  if (/persistentvolumeclaim|volume node affinity|unbound immediate/i.test(message)) return { ...at, reason: "volume", holdMs: settleMs };
  const hopeless = state.eventsAbout(pod).some(({ reason }) => reason === "NotTriggerScaleUp");
  const holdMs = hopeless ? 0 : couldNeverFit(state.nodes, pod, message) ? settleMs : Number.POSITIVE_INFINITY;
  return { ...at, reason: "unschedulable", holdMs };
}
function couldNeverFit(nodes2, pod, message) {
  const [, total = "0", text = ""] = /^0\/(\d+) nodes are available: (.*?)(?:\. preemption:|$)/.exec(message) ?? [];
  const parts = [...text.matchAll(/(\d+) ([^,]+)/g)].map(([, count, what = ""]) => ({ count: Number(count), what }));
  const ruledOut = parts.filter(({ what }) => lasting.test(what)).reduce((sum, { count }) => sum + count, 0);
  if (Number(total) > 0 && ruledOut >= Number(total)) return true;
  return nodes2 !== void 0 && nodes2.length > 0 && !nodes2.some((node) => hasRoom(node, pod));
}
function hasRoom(node, pod) {
  const labels = node.metadata.labels ?? {};
  if (Object.entries(pod.spec.nodeSelector ?? {}).some(([key, value]) => labels[key] !== value)) return false;
  return ["cpu", "memory"].every((name) => {
    const wanted = pod.spec.containers.reduce((sum, { resources }) => sum + quantity(resources?.requests?.[name] ?? "0"), 0);
    return wanted <= quantity(node.status?.allocatable?.[name] ?? "0");
  });
}
var suffixes = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50
};
function quantity(text) {
  const [, digits = "0", suffix = ""] = /^([\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  return Number(digits) * (suffixes[suffix] ?? 0);
}

// packages/kubernetes/src/rollout/pod-causes.ts
var pullReasons = /* @__PURE__ */ new Set([
  "ErrImagePull",
  "ImagePullBackOff",
  "InvalidImageName",
  "ErrImageNeverPull",
  "RegistryUnavailable",
  "ImageInspectError",
  "SignatureValidationFailed"
]);
function podCauses(state, pod) {
  const events = state.eventsAbout(pod);
  const scheduled = scheduleCause(state, pod);
  if (scheduled) return [scheduled];
  const statuses = [...pod.status?.initContainerStatuses ?? [], ...pod.status?.containerStatuses ?? []];
  const causes = statuses.flatMap((status) => containerCause(pod, status, events) ?? []);
  const mount = mountCause(pod, statuses, events);
  return mount ? [...causes, mount] : causes;
}
function containerCause(pod, status, events) {
  const at = { object: pod, container: status.name };
  const waiting = status.state?.waiting;
  if (waiting?.reason && pullReasons.has(waiting.reason)) return { ...at, reason: "image-missing", message: pullMessage(status, events), holdMs: settleMs };
  if (waiting?.reason === "CreateContainerConfigError")
    return { ...at, reason: "config-missing", message: waiting.message ?? "a ConfigMap or Secret of its environment is absent", holdMs: settleMs };
  const ended = status.state?.terminated ?? status.lastState?.terminated;
  if (ended?.reason === "OOMKilled") return { ...at, reason: "out-of-memory", message: memoryMessage(pod, status), holdMs: 0 };
  const probe = probeCause(pod, status, events);
  if (probe?.holdMs === 0) return probe;
  if (ended && exits(status) >= 2) {
    const how = `exited with ${ended.exitCode}${ended.reason ? ` (${ended.reason})` : ""}`;
    return {
      ...at,
      reason: "crash-loop",
      message: `container ${status.name} ${how}, ${status.restartCount} restarts so far${because(ended.message)}`,
      holdMs: 0
    };
  }
  return probe;
}
function exits({ restartCount, state, lastState }) {
  const down = state?.terminated !== void 0 || state?.waiting !== void 0 && lastState?.terminated !== void 0;
  return restartCount + (down ? 1 : 0);
}
function because(text) {
  return text ? `: ${text.trim()}` : "";
}
function pullMessage(status, events) {
  const told = events.findLast(({ reason, message }) => reason === "Failed" && /pull/i.test(message ?? "") && !/^Error: /.test(message ?? ""))?.message;
  const waiting = status.state?.waiting?.message ?? "";
  const said = told ?? (/back-?off/i.test(waiting) ? "" : waiting);
  const image = status.image ?? "";
  return said.includes(image) && image !== "" ? said : `image ${image} cannot be pulled${because(said || waiting)}`;
}
function memoryMessage(pod, { name }) {
  const container = [...pod.spec.initContainers ?? [], ...pod.spec.containers].find((entry) => entry.name === name);
  const limit = container?.resources?.limits?.["memory"];
  return `container ${name} was killed for want of memory; ${limit ? `its limit is ${limit}` : "it has no memory limit, so the node was full"}`;
}
function mountCause(pod, statuses, events) {
  if (statuses.some(({ state }) => state?.running || state?.terminated)) return void 0;
  const event = events.findLast(({ reason }) => reason === "FailedMount" || reason === "FailedAttachVolume");
  if (!event) return void 0;
  const absent = /(configmap|secret)s? "[^"]+" not found|references non-existent (config|secret) key/i.test(event.message ?? "");
  return { reason: absent ? "config-missing" : "volume", object: pod, container: "", message: event.message ?? "", holdMs: settleMs };
}

// packages/kubernetes/src/rollout/timeline.ts
var longest = 500;
var Timeline = class {
  #entries = /* @__PURE__ */ new Map();
  #now;
  constructor(now) {
    this.#now = now;
  }
  /** Notes something of ours. */
  note(object, event) {
    this.#add(new Date(this.#now()).toISOString(), object, event);
  }
  /** Notes what a change of the cluster tells. */
  see({ kind, before, after }) {
    if (kind === "Event" && after) {
      const { involvedObject, reason = "", message = "" } = after;
      const object = `${involvedObject.kind ?? ""}/${involvedObject.namespace ?? ""}/${involvedObject.name ?? ""}`;
      this.#add(eventTime(after), object, `${reason}: ${message}`);
    }
    if (kind === "Pod" && after && !isReady(before) && isReady(after)) this.note(nameOf(after, "Pod"), "ready");
  }
  /** Sorted by time, object, event. */
  entries() {
    return [...this.#entries.values()].sort((a2, b2) => compare2(a2.at, b2.at) || compare2(a2.object, b2.object) || compare2(a2.event, b2.event));
  }
  #add(at, object, event) {
    const key = `${object} ${event}`;
    if (this.#entries.size < longest && !this.#entries.has(key)) this.#entries.set(key, { at, object, event: event.slice(0, 1e3) });
  }
};
function isReady(pod) {
  return pod !== void 0 && isPodReady(pod);
}
function compare2(a2, b2) {
  return a2 < b2 ? -1 : a2 > b2 ? 1 : 0;
}

// packages/kubernetes/src/rollout/tracker.ts
var CauseTracker = class {
  #standing = /* @__PURE__ */ new Map();
  /** Takes the causes of a look. @param now milliseconds since the epoch */
  look(causes, now) {
    const next = /* @__PURE__ */ new Map();
    for (const cause of causes) {
      const key = `${cause.reason} ${ownerOf(cause)} ${cause.container}`;
      const old = this.#standing.get(key);
      if (!next.has(key)) next.set(key, { cause, since: old?.since ?? Math.min(now, cause.beganAt ?? now) });
    }
    this.#standing = next;
  }
  /** The first cause that has stood long enough to end the wait. */
  unrecoverable(now) {
    return this.#first(({ cause, since }) => now - since >= cause.holdMs);
  }
  /** The first cause that stands at all: the reason when time is over. */
  any() {
    return this.#first(() => true);
  }
  #first(chosen) {
    return [...this.#standing.values()].filter(chosen).sort((a2, b2) => a2.since - b2.since)[0];
  }
};
function ownerOf({ object }) {
  return object.metadata.ownerReferences?.[0]?.uid ?? object.metadata.uid ?? object.metadata.name;
}

// packages/kubernetes/src/rollout/recorder.ts
var lookMs = 250;
var Recorder = class _Recorder {
  timeline;
  hooks;
  #feed;
  #options;
  #baseline;
  constructor(feed, options) {
    this.#feed = feed;
    this.#options = options;
    this.timeline = new Timeline(() => options.clock.now());
    this.#baseline = feed.state.generations();
    this.hooks = new HookRecorder(options.client, feed.state, options);
    feed.state.onChange((change) => {
      this.timeline.see(change);
      this.hooks.see(change);
    });
  }
  /** Lists what is there, and watches from then on. @throws KubernetesError */
  static async start(options) {
    return new _Recorder(await startFeed(options.client, options.namespaces, options.clock, options.signal), options);
  }
  /** Kinds that the identity may not list: their objects are not judged. */
  get blind() {
    return [...this.#feed.blind];
  }
  /** The cluster as it was seen last. */
  get state() {
    return this.#feed.state;
  }
  /** Waits for the targets. @throws KubernetesError when the server is away for too long; the signal's reason */
  async wait(options) {
    const { clock } = this.#options;
    const tracker = new CauseTracker();
    if (!options.during) await this.#feed.sync(options.signal);
    for (; ; ) {
      options.signal.throwIfAborted();
      const lost = this.#feed.failed();
      if (lost) throw lost;
      await options.onLook?.(this.state);
      const now = clock.now();
      tracker.look(this.#causes(options), now);
      const fatal = options.failFast ? tracker.unrecoverable(now) : void 0;
      if (fatal) return { kind: "failed", diagnosis: await this.#diagnose(fatal, options.signal) };
      if (options.during?.aborted) return { kind: "stopped" };
      const waiting = options.targets.filter((target) => !isDone(this.state, target));
      if (!options.during && waiting.length === 0 && !tracker.any()) return { kind: "ready" };
      if (now >= options.deadline) return this.#timeout(tracker.any(), waiting, options.signal);
      await clock.sleep(Math.max(1, Math.min(lookMs, options.deadline - now)), options.signal);
    }
  }
  /** Ends all watches. */
  stop() {
    this.#feed.stop();
  }
  async #timeout(standing, waiting, signal) {
    const diagnosis = standing ? await this.#diagnose(standing, signal) : void 0;
    return { kind: "timeout", diagnosis, waiting };
  }
  #diagnose(standing, signal) {
    return diagnose(this.#options.client, this.state, standing, this.#options.logLines, signal);
  }
  #causes({ targets, during }) {
    const judged = during ? targets.filter((target) => this.#isChanged(target)) : targets;
    const hooks = during ? this.#options.hooks.filter((hook) => this.#isChanged(hook)) : [];
    return [...judged.flatMap((target) => this.#targetCauses(target, "crash-loop")), ...hooks.flatMap((hook) => this.#targetCauses(hook, "hook-failed"))];
  }
  #targetCauses(target, jobReason) {
    const { state } = this;
    const live = liveTarget(state, target);
    const job = target.kind === "Job" && live ? jobCause(state, live, jobReason) : void 0;
    const held = controllerCause(state, target);
    const pods = newestPods(state, target).flatMap((pod) => podCauses(state, pod));
    return [...pods, ...job ? [job] : [], ...held ? [held] : []];
  }
  #isChanged(target) {
    const live = liveTarget(this.state, target);
    if (!live) return false;
    const before = this.#baseline.get(live.metadata.uid ?? "");
    return before === void 0 || (live.metadata.generation ?? 0) > before;
  }
};

// node_modules/@aws-sdk/client-eks/dist-es/auth/httpAuthSchemeProvider.js
var defaultEKSHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "eks",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultEKSHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-eks/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "eks"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-eks/package.json
var package_default = {
  name: "@aws-sdk/client-eks",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Eks Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-eks",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-eks"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-eks/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = "stringEquals";
var h = { [m]: "Endpoint" };
var i = { [m]: d };
var j = { "fn": f, "argv": [i, "name"] };
var k = {};
var l = [{ [m]: "Region" }];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [i, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [i, "supportsFIPS"] }, b]],
    [g, [j, "aws"]],
    [g, [j, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://eks-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://fips.eks.{Region}.amazonaws.com", k],
    ["https://eks.{Region}.amazonaws.com", k],
    ["https://eks-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://eks.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://eks.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  14,
  3,
  1,
  4,
  r + 13,
  2,
  5,
  r + 13,
  3,
  8,
  6,
  4,
  7,
  r + 12,
  5,
  r + 10,
  r + 11,
  4,
  12,
  9,
  6,
  10,
  r + 9,
  7,
  r + 6,
  11,
  8,
  r + 7,
  r + 8,
  5,
  13,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  15,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-eks/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-eks/dist-es/models/EKSServiceException.js
var EKSServiceException = class _EKSServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.eks#EKSServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _EKSServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-eks/dist-es/models/errors.js
var AccessDeniedException = class _AccessDeniedException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#AccessDeniedException";
  name = "AccessDeniedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
  }
};
var InvalidParameterException = class _InvalidParameterException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#InvalidParameterException";
  name = "InvalidParameterException";
  $fault = "client";
  clusterName;
  nodegroupName;
  fargateProfileName;
  addonName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "InvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.fargateProfileName = opts.fargateProfileName;
    this.addonName = opts.addonName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  clusterName;
  nodegroupName;
  fargateProfileName;
  addonName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.fargateProfileName = opts.fargateProfileName;
    this.addonName = opts.addonName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var ServerException = class _ServerException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ServerException";
  name = "ServerException";
  $fault = "server";
  clusterName;
  nodegroupName;
  addonName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "ServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ServerException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.addonName = opts.addonName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var ServiceUnavailableException = class _ServiceUnavailableException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ServiceUnavailableException";
  name = "ServiceUnavailableException";
  $fault = "server";
  constructor(opts) {
    super({
      name: "ServiceUnavailableException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceUnavailableException.prototype);
  }
};
var InvalidRequestException = class _InvalidRequestException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#InvalidRequestException";
  name = "InvalidRequestException";
  $fault = "client";
  clusterName;
  nodegroupName;
  addonName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "InvalidRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidRequestException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.addonName = opts.addonName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var ClientException = class _ClientException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ClientException";
  name = "ClientException";
  $fault = "client";
  clusterName;
  nodegroupName;
  addonName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "ClientException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ClientException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.addonName = opts.addonName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var ResourceInUseException = class _ResourceInUseException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ResourceInUseException";
  name = "ResourceInUseException";
  $fault = "client";
  clusterName;
  nodegroupName;
  addonName;
  constructor(opts) {
    super({
      name: "ResourceInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceInUseException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.addonName = opts.addonName;
  }
};
var ThrottlingException = class _ThrottlingException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ThrottlingException";
  name = "ThrottlingException";
  $fault = "client";
  clusterName;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.clusterName = opts.clusterName;
  }
};
var InvalidStateException = class _InvalidStateException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#InvalidStateException";
  name = "InvalidStateException";
  $fault = "client";
  clusterName;
  constructor(opts) {
    super({
      name: "InvalidStateException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidStateException.prototype);
    this.clusterName = opts.clusterName;
  }
};
var ResourceLimitExceededException = class _ResourceLimitExceededException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ResourceLimitExceededException";
  name = "ResourceLimitExceededException";
  $fault = "client";
  clusterName;
  nodegroupName;
  subscriptionId;
  constructor(opts) {
    super({
      name: "ResourceLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceLimitExceededException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.subscriptionId = opts.subscriptionId;
  }
};
var UnsupportedAvailabilityZoneException = class _UnsupportedAvailabilityZoneException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#UnsupportedAvailabilityZoneException";
  name = "UnsupportedAvailabilityZoneException";
  $fault = "client";
  clusterName;
  nodegroupName;
  validZones;
  constructor(opts) {
    super({
      name: "UnsupportedAvailabilityZoneException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnsupportedAvailabilityZoneException.prototype);
    this.clusterName = opts.clusterName;
    this.nodegroupName = opts.nodegroupName;
    this.validZones = opts.validZones;
  }
};
var BadRequestException = class _BadRequestException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#BadRequestException";
  name = "BadRequestException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "BadRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _BadRequestException.prototype);
  }
};
var NotFoundException = class _NotFoundException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#NotFoundException";
  name = "NotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "NotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _NotFoundException.prototype);
  }
};
var ResourcePropagationDelayException = class _ResourcePropagationDelayException extends EKSServiceException {
  static shapeId = "com.amazonaws.eks#ResourcePropagationDelayException";
  name = "ResourcePropagationDelayException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourcePropagationDelayException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourcePropagationDelayException.prototype);
  }
};

// node_modules/@aws-sdk/client-eks/dist-es/schemas/schemas_0.js
var _A = "Addon";
var _AAP = "AssociatedAccessPolicy";
var _AAPL = "AssociatedAccessPoliciesList";
var _AAPR = "AssociateAccessPolicyRequest";
var _AAPRs = "AssociateAccessPolicyResponse";
var _AAPs = "AssociateAccessPolicy";
var _ACA = "ActiveCertificateAuthority";
var _ACAICR = "ArgoCdAwsIdcConfigRequest";
var _ACAICRr = "ArgoCdAwsIdcConfigResponse";
var _ACAR = "ActivateCertificateAuthorityRequest";
var _ACARc = "ActivateCertificateAuthorityResponse";
var _ACAc = "ActivateCertificateAuthority";
var _ACCR = "ArgoCdConfigRequest";
var _ACCRr = "ArgoCdConfigResponse";
var _ACD = "AddonCompatibilityDetail";
var _ACDd = "AddonCompatibilityDetails";
var _ACNACR = "ArgoCdNetworkAccessConfigRequest";
var _ACNACRr = "ArgoCdNetworkAccessConfigResponse";
var _ACR = "AccessConfigResponse";
var _ACRM = "ArgoCdRoleMapping";
var _ACRML = "ArgoCdRoleMappingList";
var _ACRc = "AckConfigRequest";
var _ACRck = "AckConfigResponse";
var _ADE = "AccessDeniedException";
var _AE = "AccessEntry";
var _AEC = "AssociateEncryptionConfig";
var _AECR = "AssociateEncryptionConfigRequest";
var _AECRs = "AssociateEncryptionConfigResponse";
var _AH = "AddonHealth";
var _AI = "AddonInfo";
var _AIL = "AddonIssueList";
var _AIPC = "AssociateIdentityProviderConfig";
var _AIPCR = "AssociateIdentityProviderConfigRequest";
var _AIPCRs = "AssociateIdentityProviderConfigResponse";
var _AId = "AddonIssue";
var _ANCR = "AddonNamespaceConfigRequest";
var _ANCRd = "AddonNamespaceConfigResponse";
var _AP = "AccessPolicy";
var _APIA = "AddonPodIdentityAssociations";
var _APIAL = "AddonPodIdentityAssociationsList";
var _APIC = "AddonPodIdentityConfiguration";
var _APICL = "AddonPodIdentityConfigurationList";
var _APL = "AccessPoliciesList";
var _AS = "AccessScope";
var _ASG = "AutoScalingGroup";
var _ASGL = "AutoScalingGroupList";
var _AVC = "AllowedValuesConstraint";
var _AVI = "AddonVersionInfo";
var _AVIL = "AddonVersionInfoList";
var _Ad = "Addons";
var _BRE = "BadRequestException";
var _BS = "BlockStorage";
var _C = "Cancellation";
var _CA = "CertificateAuthority";
var _CACR = "CreateAccessConfigRequest";
var _CAE = "CreateAccessEntry";
var _CAER = "CreateAccessEntryRequest";
var _CAERr = "CreateAccessEntryResponse";
var _CAR = "CreateAddonRequest";
var _CARr = "CreateAddonResponse";
var _CAS = "CertificateAuthoritySummary";
var _CASE = "CertificateAuthorityScheduledEvents";
var _CASL = "CertificateAuthoritySummaryList";
var _CAV = "CertificateAuthorityValidity";
var _CAr = "CreateAddon";
var _CC = "CreateCapability";
var _CCA = "CreateCertificateAuthority";
var _CCAR = "CreateCertificateAuthorityRequest";
var _CCARr = "CreateCertificateAuthorityResponse";
var _CCR = "CapabilityConfigurationRequest";
var _CCRa = "CapabilityConfigurationResponse";
var _CCRo = "ComputeConfigRequest";
var _CCRom = "ComputeConfigResponse";
var _CCRon = "ConnectorConfigRequest";
var _CCRonn = "ConnectorConfigResponse";
var _CCRr = "CreateCapabilityRequest";
var _CCRre = "CreateCapabilityResponse";
var _CCRrea = "CreateClusterRequest";
var _CCRreat = "CreateClusterResponse";
var _CCr = "CreateCluster";
var _CE = "ClientException";
var _CEAS = "CreateEksAnywhereSubscription";
var _CEASR = "CreateEksAnywhereSubscriptionRequest";
var _CEASRr = "CreateEksAnywhereSubscriptionResponse";
var _CFP = "CreateFargateProfile";
var _CFPR = "CreateFargateProfileRequest";
var _CFPRr = "CreateFargateProfileResponse";
var _CH = "CapabilityHealth";
var _CHl = "ClusterHealth";
var _CI = "CapabilityIssue";
var _CIL = "CapabilityIssueList";
var _CILl = "ClusterIssueList";
var _CIl = "ClusterIssue";
var _CMC = "CrdManagementConfiguration";
var _CN = "CreateNodegroup";
var _CNR = "CreateNodegroupRequest";
var _CNRr = "CreateNodegroupResponse";
var _CPCI = "ControlPlaneConfigInfo";
var _CPIA = "CreatePodIdentityAssociation";
var _CPIAR = "CreatePodIdentityAssociationRequest";
var _CPIARr = "CreatePodIdentityAssociationResponse";
var _CPPR = "ControlPlanePlacementRequest";
var _CPPRo = "ControlPlanePlacementResponse";
var _CPSC = "ControlPlaneScalingConfig";
var _CPSTI = "ControlPlaneScalingTierInfo";
var _CPSTL = "ControlPlaneScalingTierList";
var _CS = "CapabilitySummary";
var _CSL = "CapabilitySummaryList";
var _CSl = "ClientStat";
var _CSli = "ClientStats";
var _CU = "CancelUpdate";
var _CUR = "CancelUpdateRequest";
var _CURa = "CancelUpdateResponse";
var _CVI = "ClusterVersionInformation";
var _CVL = "ClusterVersionList";
var _Ca = "Capability";
var _Ce = "Certificate";
var _Cl = "Cluster";
var _Co = "Compatibility";
var _Com = "Compatibilities";
var _DA = "DeleteAddon";
var _DAC = "DescribeAddonConfiguration";
var _DACR = "DescribeAddonConfigurationRequest";
var _DACRe = "DescribeAddonConfigurationResponse";
var _DAE = "DeleteAccessEntry";
var _DAER = "DeleteAccessEntryRequest";
var _DAERe = "DeleteAccessEntryResponse";
var _DAERes = "DescribeAccessEntryRequest";
var _DAEResc = "DescribeAccessEntryResponse";
var _DAEe = "DescribeAccessEntry";
var _DAP = "DisassociateAccessPolicy";
var _DAPR = "DisassociateAccessPolicyRequest";
var _DAPRi = "DisassociateAccessPolicyResponse";
var _DAR = "DeleteAddonRequest";
var _DARe = "DeleteAddonResponse";
var _DARes = "DescribeAddonRequest";
var _DAResc = "DescribeAddonResponse";
var _DAV = "DescribeAddonVersions";
var _DAVR = "DescribeAddonVersionsRequest";
var _DAVRe = "DescribeAddonVersionsResponse";
var _DAe = "DescribeAddon";
var _DC = "DurationConstraints";
var _DCA = "DeleteCertificateAuthority";
var _DCAR = "DeleteCertificateAuthorityRequest";
var _DCARe = "DeleteCertificateAuthorityResponse";
var _DCARes = "DescribeCertificateAuthorityRequest";
var _DCAResc = "DescribeCertificateAuthorityResponse";
var _DCAe = "DescribeCertificateAuthority";
var _DCR = "DeleteCapabilityRequest";
var _DCRe = "DeleteCapabilityResponse";
var _DCRel = "DeleteClusterRequest";
var _DCRele = "DeleteClusterResponse";
var _DCRer = "DeregisterClusterRequest";
var _DCRere = "DeregisterClusterResponse";
var _DCRes = "DescribeCapabilityRequest";
var _DCResc = "DescribeCapabilityResponse";
var _DCRescr = "DescribeClusterRequest";
var _DCRescri = "DescribeClusterResponse";
var _DCV = "DescribeClusterVersions";
var _DCVR = "DescribeClusterVersionsRequest";
var _DCVRe = "DescribeClusterVersionsResponse";
var _DCe = "DeleteCapability";
var _DCel = "DeleteCluster";
var _DCer = "DeregisterCluster";
var _DCes = "DescribeCapability";
var _DCesc = "DescribeCluster";
var _DD = "DeprecationDetail";
var _DDe = "DeprecationDetails";
var _DEAS = "DeleteEksAnywhereSubscription";
var _DEASR = "DeleteEksAnywhereSubscriptionRequest";
var _DEASRe = "DeleteEksAnywhereSubscriptionResponse";
var _DEASRes = "DescribeEksAnywhereSubscriptionRequest";
var _DEASResc = "DescribeEksAnywhereSubscriptionResponse";
var _DEASe = "DescribeEksAnywhereSubscription";
var _DFP = "DeleteFargateProfile";
var _DFPR = "DeleteFargateProfileRequest";
var _DFPRe = "DeleteFargateProfileResponse";
var _DFPRes = "DescribeFargateProfileRequest";
var _DFPResc = "DescribeFargateProfileResponse";
var _DFPe = "DescribeFargateProfile";
var _DI = "DescribeInsight";
var _DIPC = "DescribeIdentityProviderConfig";
var _DIPCR = "DescribeIdentityProviderConfigRequest";
var _DIPCRe = "DescribeIdentityProviderConfigResponse";
var _DIPCRi = "DisassociateIdentityProviderConfigRequest";
var _DIPCRis = "DisassociateIdentityProviderConfigResponse";
var _DIPCi = "DisassociateIdentityProviderConfig";
var _DIR = "DescribeInsightRequest";
var _DIRR = "DescribeInsightsRefreshRequest";
var _DIRRe = "DescribeInsightsRefreshResponse";
var _DIRe = "DescribeInsightResponse";
var _DIRes = "DescribeInsightsRefresh";
var _DN = "DeleteNodegroup";
var _DNR = "DeleteNodegroupRequest";
var _DNRe = "DeleteNodegroupResponse";
var _DNRes = "DescribeNodegroupRequest";
var _DNResc = "DescribeNodegroupResponse";
var _DNe = "DescribeNodegroup";
var _DPC = "DurationParameterConfig";
var _DPIA = "DeletePodIdentityAssociation";
var _DPIAR = "DeletePodIdentityAssociationRequest";
var _DPIARe = "DeletePodIdentityAssociationResponse";
var _DPIARes = "DescribePodIdentityAssociationRequest";
var _DPIAResc = "DescribePodIdentityAssociationResponse";
var _DPIAe = "DescribePodIdentityAssociation";
var _DU = "DescribeUpdate";
var _DUR = "DescribeUpdateRequest";
var _DURe = "DescribeUpdateResponse";
var _EAS = "EksAnywhereSubscription";
var _EASL = "EksAnywhereSubscriptionList";
var _EAST = "EksAnywhereSubscriptionTerm";
var _EC = "EncryptionConfig";
var _ECL = "EncryptionConfigList";
var _ED = "ErrorDetail";
var _EDr = "ErrorDetails";
var _ELB = "ElasticLoadBalancing";
var _EPR = "EtcdPlacementRequest";
var _EPRt = "EtcdPlacementResponse";
var _FP = "FargateProfile";
var _FPH = "FargateProfileHealth";
var _FPI = "FargateProfileIssue";
var _FPIL = "FargateProfileIssueList";
var _FPS = "FargateProfileSelector";
var _FPSa = "FargateProfileSelectors";
var _GAC = "GatewayApiConfiguration";
var _HPACCR = "HorizontalPodAutoscalerControllerConfigRequest";
var _HPACCRo = "HorizontalPodAutoscalerControllerConfigResponse";
var _HPACVC = "HorizontalPodAutoscalerControllerVersionConfig";
var _I = "Identity";
var _IC = "IntegerConstraints";
var _ICSS = "InsightCategorySpecificSummary";
var _IF = "InsightsFilter";
var _IL = "IssueList";
var _IPC = "IdentityProviderConfig";
var _IPCR = "IdentityProviderConfigResponse";
var _IPCd = "IdentityProviderConfigs";
var _IPCn = "IntegerParameterConfig";
var _IPE = "InvalidParameterException";
var _IRC = "IntegerRangeConstraint";
var _IRD = "InsightResourceDetail";
var _IRDn = "InsightResourceDetails";
var _IRE = "InvalidRequestException";
var _IS = "InsightStatus";
var _ISE = "InvalidStateException";
var _ISn = "InsightSummary";
var _ISns = "InsightSummaries";
var _In = "Insight";
var _Is = "Issue";
var _KASCR = "KubeApiServerConfigRequest";
var _KASCRu = "KubeApiServerConfigResponse";
var _KASVC = "KubeApiServerVersionConfig";
var _KCMCR = "KubeControllerManagerConfigRequest";
var _KCMCRu = "KubeControllerManagerConfigResponse";
var _KCMVC = "KubeControllerManagerVersionConfig";
var _KNCR = "KubernetesNetworkConfigRequest";
var _KNCRu = "KubernetesNetworkConfigResponse";
var _KSCR = "KubeSchedulerConfigRequest";
var _KSCRu = "KubeSchedulerConfigResponse";
var _KSVC = "KubeSchedulerVersionConfig";
var _L = "License";
var _LA = "ListAddons";
var _LAAP = "ListAssociatedAccessPolicies";
var _LAAPR = "ListAssociatedAccessPoliciesRequest";
var _LAAPRi = "ListAssociatedAccessPoliciesResponse";
var _LAE = "ListAccessEntries";
var _LAER = "ListAccessEntriesRequest";
var _LAERi = "ListAccessEntriesResponse";
var _LAP = "ListAccessPolicies";
var _LAPR = "ListAccessPoliciesRequest";
var _LAPRi = "ListAccessPoliciesResponse";
var _LAR = "ListAddonsRequest";
var _LARi = "ListAddonsResponse";
var _LC = "ListCapabilities";
var _LCA = "ListCertificateAuthorities";
var _LCAR = "ListCertificateAuthoritiesRequest";
var _LCARi = "ListCertificateAuthoritiesResponse";
var _LCR = "ListCapabilitiesRequest";
var _LCRi = "ListCapabilitiesResponse";
var _LCRis = "ListClustersRequest";
var _LCRist = "ListClustersResponse";
var _LCi = "ListClusters";
var _LEAS = "ListEksAnywhereSubscriptions";
var _LEASR = "ListEksAnywhereSubscriptionsRequest";
var _LEASRi = "ListEksAnywhereSubscriptionsResponse";
var _LFP = "ListFargateProfiles";
var _LFPR = "ListFargateProfilesRequest";
var _LFPRi = "ListFargateProfilesResponse";
var _LI = "ListInsights";
var _LIPC = "ListIdentityProviderConfigs";
var _LIPCR = "ListIdentityProviderConfigsRequest";
var _LIPCRi = "ListIdentityProviderConfigsResponse";
var _LIR = "ListInsightsRequest";
var _LIRi = "ListInsightsResponse";
var _LL = "LicenseList";
var _LN = "ListNodegroups";
var _LNR = "ListNodegroupsRequest";
var _LNRi = "ListNodegroupsResponse";
var _LPIA = "ListPodIdentityAssociations";
var _LPIAR = "ListPodIdentityAssociationsRequest";
var _LPIARi = "ListPodIdentityAssociationsResponse";
var _LS = "LogSetup";
var _LSo = "LogSetups";
var _LTFR = "ListTagsForResource";
var _LTFRR = "ListTagsForResourceRequest";
var _LTFRRi = "ListTagsForResourceResponse";
var _LTS = "LaunchTemplateSpecification";
var _LU = "ListUpdates";
var _LUR = "ListUpdatesRequest";
var _LURi = "ListUpdatesResponse";
var _Lo = "Logging";
var _MI = "MarketplaceInformation";
var _N = "Nodegroup";
var _NFE = "NotFoundException";
var _NH = "NodegroupHealth";
var _NR = "NodegroupResources";
var _NRC = "NodeRepairConfig";
var _NRCO = "NodeRepairConfigOverrides";
var _NRCOL = "NodeRepairConfigOverridesList";
var _NRFC = "NodeResourcesFitConfig";
var _NRFVC = "NodeResourcesFitVersionConfig";
var _NSC = "NodegroupScalingConfig";
var _NUC = "NodegroupUpdateConfig";
var _OCR = "OutpostConfigRequest";
var _OCRu = "OutpostConfigResponse";
var _OIDC = "OIDC";
var _OIPC = "OidcIdentityProviderConfig";
var _OIPCR = "OidcIdentityProviderConfigRequest";
var _P = "Provider";
var _PGCCR = "PodGcControllerConfigRequest";
var _PGCCRo = "PodGcControllerConfigResponse";
var _PGCVC = "PodGcControllerVersionConfig";
var _PIA = "PodIdentityAssociation";
var _PIAS = "PodIdentityAssociationSummary";
var _PIASo = "PodIdentityAssociationSummaries";
var _PRC = "PortRangeConstraints";
var _PRPC = "PortRangeParameterConfig";
var _RAC = "RemoteAccessConfig";
var _RC = "ResourceConstraints";
var _RCR = "RegisterClusterRequest";
var _RCRe = "RegisterClusterResponse";
var _RCe = "RegisterCluster";
var _RCo = "RollbackConfig";
var _RIUE = "ResourceInUseException";
var _RLEE = "ResourceLimitExceededException";
var _RNCR = "RemoteNetworkConfigRequest";
var _RNCRe = "RemoteNetworkConfigResponse";
var _RNFE = "ResourceNotFoundException";
var _RNN = "RemoteNodeNetwork";
var _RNNL = "RemoteNodeNetworkList";
var _RPDE = "ResourcePropagationDelayException";
var _RPN = "RemotePodNetwork";
var _RPNL = "RemotePodNetworkList";
var _RW = "ResourceWeight";
var _RWL = "ResourceWeightList";
var _SCR = "StorageConfigRequest";
var _SCRt = "StorageConfigResponse";
var _SE = "ServerException";
var _SI = "SsoIdentity";
var _SIL = "SsoIdentityList";
var _SIR = "StartInsightsRefresh";
var _SIRR = "StartInsightsRefreshRequest";
var _SIRRt = "StartInsightsRefreshResponse";
var _SNPR = "ServiceNodePortRange";
var _SS = "ScoringStrategy";
var _SSC = "ScoringStrategyConfig";
var _SSCc = "ScoringStrategyConstraints";
var _SUE = "ServiceUnavailableException";
var _T = "Taint";
var _TE = "ThrottlingException";
var _TR = "TagResource";
var _TRR = "TagResourceRequest";
var _TRRa = "TagResourceResponse";
var _U = "Update";
var _UA = "UpdateAddon";
var _UAC = "UpdateAckConfig";
var _UACC = "UpdateArgoCdConfig";
var _UACR = "UpdateAccessConfigRequest";
var _UAE = "UpdateAccessEntry";
var _UAER = "UpdateAccessEntryRequest";
var _UAERp = "UpdateAccessEntryResponse";
var _UAR = "UpdateAddonRequest";
var _UARp = "UpdateAddonResponse";
var _UAZE = "UnsupportedAvailabilityZoneException";
var _UC = "UpdateCapability";
var _UCC = "UpdateCapabilityConfiguration";
var _UCCR = "UpdateClusterConfigRequest";
var _UCCRp = "UpdateClusterConfigResponse";
var _UCCp = "UpdateClusterConfig";
var _UCR = "UpdateCapabilityRequest";
var _UCRp = "UpdateCapabilityResponse";
var _UCV = "UpdateClusterVersion";
var _UCVR = "UpdateClusterVersionRequest";
var _UCVRp = "UpdateClusterVersionResponse";
var _UEAS = "UpdateEksAnywhereSubscription";
var _UEASR = "UpdateEksAnywhereSubscriptionRequest";
var _UEASRp = "UpdateEksAnywhereSubscriptionResponse";
var _ULP = "UpdateLabelsPayload";
var _UNC = "UpdateNodegroupConfig";
var _UNCR = "UpdateNodegroupConfigRequest";
var _UNCRp = "UpdateNodegroupConfigResponse";
var _UNV = "UpdateNodegroupVersion";
var _UNVR = "UpdateNodegroupVersionRequest";
var _UNVRp = "UpdateNodegroupVersionResponse";
var _UP = "UpdateParam";
var _UPIA = "UpdatePodIdentityAssociation";
var _UPIAR = "UpdatePodIdentityAssociationRequest";
var _UPIARp = "UpdatePodIdentityAssociationResponse";
var _UPR = "UpgradePolicyRequest";
var _UPRp = "UpgradePolicyResponse";
var _UPp = "UpdateParams";
var _UR = "UntagResource";
var _URM = "UpdateRoleMappings";
var _URR = "UntagResourceRequest";
var _URRn = "UntagResourceResponse";
var _UTP = "UpdateTaintsPayload";
var _VCR = "VpcConfigRequest";
var _VCRp = "VpcConfigResponse";
var _WPC = "WarmPoolConfig";
var _ZSCR = "ZonalShiftConfigRequest";
var _ZSCRo = "ZonalShiftConfigResponse";
var _a = "arn";
var _aA = "addonArn";
var _aAP = "associatedAccessPolicy";
var _aAPs = "associatedAccessPolicies";
var _aAc = "activatedAt";
var _aAs = "associatedAt";
var _aAss = "associationArn";
var _aB = "activatedBy";
var _aC = "argoCd";
var _aCD = "addonCompatibilityDetails";
var _aCc = "accessConfig";
var _aCct = "activationCode";
var _aE = "activationExpiry";
var _aEA = "accessEntryArn";
var _aEc = "accessEntry";
var _aEcc = "accessEntries";
var _aI = "awsIdc";
var _aIc = "activationId";
var _aId = "additionalInfo";
var _aIs = "associationId";
var _aM = "authenticationMode";
var _aN = "addonName";
var _aOUL = "addOrUpdateLabels";
var _aOURM = "addOrUpdateRoleMappings";
var _aOUT = "addOrUpdateTaints";
var _aP = "accessPolicies";
var _aPA = "associatedPolicyArn";
var _aR = "autoRenew";
var _aRC = "apiRequestConcurrency";
var _aS = "accessScope";
var _aSG = "autoScalingGroups";
var _aT = "amiType";
var _aV = "addonVersion";
var _aVd = "addonVersions";
var _aVl = "allowedValues";
var _ac = "ack";
var _act = "active";
var _ad = "addon";
var _add = "addons";
var _ar = "architecture";
var _as = "association";
var _ass = "associations";
var _bCCAP = "bootstrapClusterCreatorAdminPermissions";
var _bS = "blockStorage";
var _bSMA = "bootstrapSelfManagedAddons";
var _c = "client";
var _cA = "createdAt";
var _cAI = "certificateAuthorityId";
var _cAe = "certificateAuthority";
var _cAer = "certificateAuthorities";
var _cB = "createdBy";
var _cC = "connectorConfig";
var _cCo = "computeConfig";
var _cDSG = "clusterDatabaseSizeGb";
var _cI = "clientId";
var _cL = "clusterLogging";
var _cN = "clusterName";
var _cNa = "capabilityName";
var _cPCC = "controlPlaneComponentConfig";
var _cPCCO = "controlPlaneComponentConfigOverrides";
var _cPEM = "controlPlaneEgressMode";
var _cPIT = "controlPlaneInstanceType";
var _cPP = "controlPlanePlacement";
var _cPSC = "controlPlaneScalingConfig";
var _cPST = "controlPlaneScalingTiers";
var _cRT = "clientRequestToken";
var _cS = "clientStats";
var _cSGI = "clusterSecurityGroupId";
var _cSS = "categorySpecificSummary";
var _cSo = "configurationSchema";
var _cT = "computeTypes";
var _cTa = "capacityType";
var _cTl = "clusterType";
var _cV = "configurationValues";
var _cVl = "clusterVersion";
var _cVlu = "clusterVersions";
var _cVo = "compatibleVersions";
var _ca = "capability";
var _can = "cancellation";
var _cap = "capabilities";
var _cat = "category";
var _cate = "categories";
var _ci = "cidrs";
var _cl = "cluster";
var _clu = "clusters";
var _co = "code";
var _com = "compatibilities";
var _con = "configuration";
var _cons = "constraints";
var _cr = "crds";
var _d = "data";
var _dD = "deprecationDetails";
var _dN = "defaultNamespace";
var _dO = "defaultOnly";
var _dP = "deletionProtection";
var _dPP = "deletePropagationPolicy";
var _dPV = "defaultPlatformVersion";
var _dS = "disabledServices";
var _dST = "disableSessionTags";
var _dSe = "desiredSize";
var _dSi = "distributionStatus";
var _dSis = "diskSize";
var _dV = "defaultVersion";
var _dVe = "defaultValue";
var _de = "description";
var _du = "duration";
var _e = "error";
var _eA = "endedAt";
var _eC = "encryptionConfig";
var _eCN = "enableCrossNamespace";
var _eCr = "errorCode";
var _eD = "effectiveDate";
var _eDx = "expirationDate";
var _eI = "externalId";
var _eIT = "etcdInstanceType";
var _eLB = "elasticLoadBalancing";
var _eM = "errorMessage";
var _eOESD = "endOfExtendedSupportDate";
var _eOSSD = "endOfStandardSupportDate";
var _eP = "endpointPrefix";
var _ePA = "endpointPublicAccess";
var _ePAn = "endpointPrivateAccess";
var _ePt = "etcdPlacement";
var _eSK = "ec2SshKey";
var _eT = "eventTtl";
var _ef = "effect";
var _en = "enabled";
var _end = "endpoint";
var _er = "errors";
var _f = "filter";
var _fAA = "firstAutoActivation";
var _fAAi = "finalAutoActivation";
var _fP = "fargateProfile";
var _fPA = "fargateProfileArn";
var _fPN = "fargateProfileName";
var _fPNa = "fargateProfileNames";
var _fo = "force";
var _gA = "gatewayApi";
var _gC = "groupsClaim";
var _gN = "groupName";
var _gP = "groupsPrefix";
var _h = "health";
var _hE = "httpError";
var _hPACC = "horizontalPodAutoscalerControllerConfig";
var _hPASP = "horizontalPodAutoscalerSyncPeriod";
var _hQ = "httpQuery";
var _ht = "http";
var _i = "id";
var _iA = "includeAll";
var _iF = "ipFamily";
var _iIA = "idcInstanceArn";
var _iMAA = "idcManagedApplicationArn";
var _iPC = "identityProviderConfig";
var _iPCA = "identityProviderConfigArn";
var _iPCN = "identityProviderConfigName";
var _iPCd = "identityProviderConfigs";
var _iR = "idcRegion";
var _iS = "insightStatus";
var _iSn = "includeStatus";
var _iT = "instanceTypes";
var _iTd = "idempotencyToken";
var _iU = "issuerUrl";
var _id = "identities";
var _ide = "identity";
var _in = "insight";
var _inc = "include";
var _ins = "insights";
var _is = "issues";
var _iss = "issuer";
var _k = "key";
var _kA = "keyArn";
var _kASC = "kubeApiServerConfig";
var _kCMC = "kubeControllerManagerConfig";
var _kG = "kubernetesGroups";
var _kNC = "kubernetesNetworkConfig";
var _kPV = "kubernetesPatchVersion";
var _kRU = "kubernetesResourceUri";
var _kSC = "kubeSchedulerConfig";
var _kV = "kubernetesVersion";
var _kVu = "kubernetesVersions";
var _l = "logging";
var _lA = "licenseArns";
var _lQ = "licenseQuantity";
var _lRT = "lastRequestTime";
var _lRTa = "lastRefreshTime";
var _lT = "licenseType";
var _lTT = "lastTransitionTime";
var _lTa = "launchTemplate";
var _la = "labels";
var _li = "licenses";
var _m = "message";
var _mA = "modifiedAt";
var _mGPC = "maxGroupPreparedCapacity";
var _mI = "marketplaceInformation";
var _mP = "minPort";
var _mPNRC = "maxParallelNodesRepairedCount";
var _mPNRP = "maxParallelNodesRepairedPercentage";
var _mPa = "maxPort";
var _mR = "maxResults";
var _mRWTM = "minRepairWaitTimeMins";
var _mS = "minSize";
var _mSa = "maxSize";
var _mU = "maxUnavailable";
var _mUNTC = "maxUnhealthyNodeThresholdCount";
var _mUNTP = "maxUnhealthyNodeThresholdPercentage";
var _mUP = "maxUnavailablePercentage";
var _ma = "managed";
var _max = "max";
var _mi = "min";
var _n = "name";
var _nA = "networkAccess";
var _nAo = "notAfter";
var _nAod = "nodegroupArn";
var _nB = "notBefore";
var _nC = "namespaceConfig";
var _nMC = "nodeMonitoringCondition";
var _nN = "nodegroupName";
var _nORLD = "numberOfRequestsLast30Days";
var _nP = "nodePools";
var _nR = "nodeRole";
var _nRA = "nodeRoleArn";
var _nRC = "nodeRepairConfig";
var _nRCO = "nodeRepairConfigOverrides";
var _nRF = "nodeResourcesFit";
var _nT = "nextToken";
var _nUR = "nodeUnhealthyReason";
var _na = "namespaces";
var _nam = "namespace";
var _no = "nodegroup";
var _nod = "nodegroups";
var _o = "owner";
var _oA = "outpostArns";
var _oAw = "ownerArn";
var _oC = "outpostConfig";
var _oi = "oidc";
var _ow = "owners";
var _p = "publisher";
var _pA = "principalArn";
var _pAC = "publicAccessCidrs";
var _pAo = "policyArn";
var _pERA = "podExecutionRoleArn";
var _pGCC = "podGcControllerConfig";
var _pI = "productId";
var _pIA = "podIdentityAssociations";
var _pIC = "podIdentityConfiguration";
var _pS = "poolState";
var _pSRPS = "podSchedulingRatePerSecond";
var _pU = "productUrl";
var _pV = "platformVersion";
var _pVl = "platformVersions";
var _pa = "params";
var _po = "policy";
var _pr = "provider";
var _pre = "preserve";
var _pu = "publishers";
var _r = "role";
var _rA = "roleArn";
var _rASG = "remoteAccessSecurityGroup";
var _rAe = "remoteAccess";
var _rAep = "repairAction";
var _rAes = "resourceArn";
var _rAo = "rollbackAvailable";
var _rC = "requiresConfiguration";
var _rCe = "resolveConflicts";
var _rCeq = "requiredClaims";
var _rCo = "rollbackConfig";
var _rD = "releaseDate";
var _rI = "resourceIds";
var _rIP = "requiresIamPermissions";
var _rL = "removeLabels";
var _rMP = "recommendedManagedPolicies";
var _rNC = "remoteNetworkConfig";
var _rNN = "remoteNodeNetworks";
var _rOSI = "reuseOnScaleIn";
var _rPN = "remotePodNetworks";
var _rRM = "rbacRoleMappings";
var _rRMe = "removeRoleMappings";
var _rT = "removeTaints";
var _rV = "releaseVersion";
var _rVC = "resourcesVpcConfig";
var _rW = "replacedWith";
var _re = "reason";
var _rec = "recommendation";
var _res = "resources";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.eks";
var _sA = "serviceAccount";
var _sARA = "serviceAccountRoleArn";
var _sAt = "startedAt";
var _sC = "storageConfig";
var _sCc = "scalingConfig";
var _sE = "scheduledEvents";
var _sGI = "securityGroupIds";
var _sI = "subscriptionId";
var _sIC = "serviceIpv4Cidr";
var _sICe = "serviceIpv6Cidr";
var _sIu = "subnetIds";
var _sL = "spreadLevel";
var _sNPR = "serviceNodePortRange";
var _sS = "signingStatus";
var _sSG = "sourceSecurityGroups";
var _sSRV = "startServingReplacementVersion";
var _sSV = "stopServingVersion";
var _sSc = "scoringStrategy";
var _sT = "supportType";
var _sU = "serverUrl";
var _se = "server";
var _sel = "selectors";
var _st = "status";
var _sta = "statuses";
var _su = "subscription";
var _sub = "subnets";
var _subs = "subscriptions";
var _t = "tags";
var _tK = "tagKeys";
var _tL = "taintsList";
var _tM = "timeoutMinutes";
var _tN = "tierName";
var _tPGT = "terminatedPodGcThreshold";
var _tRA = "targetRoleArn";
var _ta = "taints";
var _te = "term";
var _ti = "tier";
var _to = "token";
var _ty = "type";
var _typ = "types";
var _u = "username";
var _uA = "userAgent";
var _uC = "updateConfig";
var _uCs = "usernameClaim";
var _uI = "updateId";
var _uIp = "updateIds";
var _uP = "upgradePolicy";
var _uPs = "usernamePrefix";
var _uS = "updateStrategy";
var _un = "unit";
var _up = "update";
var _us = "usage";
var _v = "version";
var _vI = "vpceIds";
var _vIp = "vpcId";
var _vS = "versionStatus";
var _vZ = "validZones";
var _va = "validity";
var _val = "value";
var _w = "weight";
var _wPC = "warmPoolConfig";
var _zSC = "zonalShiftConfig";
var n0 = "com.amazonaws.eks";
var _s_registry = new TypeRegistry(_s);
var EKSServiceException$ = [-3, _s, "EKSServiceException", 0, [], []];
_s_registry.registerError(EKSServiceException$, EKSServiceException);
var n0_registry = new TypeRegistry(n0);
var AccessDeniedException$ = [
  -3,
  n0,
  _ADE,
  { [_e]: _c, [_hE]: 403 },
  [_m],
  [0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var BadRequestException$ = [
  -3,
  n0,
  _BRE,
  { [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(BadRequestException$, BadRequestException);
var ClientException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 400 },
  [_cN, _nN, _aN, _sI, _m],
  [0, 0, 0, 0, 0]
];
n0_registry.registerError(ClientException$, ClientException);
var InvalidParameterException$ = [
  -3,
  n0,
  _IPE,
  { [_e]: _c, [_hE]: 400 },
  [_cN, _nN, _fPN, _aN, _sI, _m],
  [0, 0, 0, 0, 0, 0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidRequestException$ = [
  -3,
  n0,
  _IRE,
  { [_e]: _c, [_hE]: 400 },
  [_cN, _nN, _aN, _sI, _m],
  [0, 0, 0, 0, 0]
];
n0_registry.registerError(InvalidRequestException$, InvalidRequestException);
var InvalidStateException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _c, [_hE]: 400 },
  [_cN, _m],
  [0, 0]
];
n0_registry.registerError(InvalidStateException$, InvalidStateException);
var NotFoundException$ = [
  -3,
  n0,
  _NFE,
  { [_e]: _c, [_hE]: 404 },
  [_m],
  [0]
];
n0_registry.registerError(NotFoundException$, NotFoundException);
var ResourceInUseException$ = [
  -3,
  n0,
  _RIUE,
  { [_e]: _c, [_hE]: 409 },
  [_cN, _nN, _aN, _m],
  [0, 0, 0, 0]
];
n0_registry.registerError(ResourceInUseException$, ResourceInUseException);
var ResourceLimitExceededException$ = [
  -3,
  n0,
  _RLEE,
  { [_e]: _c, [_hE]: 400 },
  [_cN, _nN, _sI, _m],
  [0, 0, 0, 0]
];
n0_registry.registerError(ResourceLimitExceededException$, ResourceLimitExceededException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c, [_hE]: 404 },
  [_cN, _nN, _fPN, _aN, _sI, _m],
  [0, 0, 0, 0, 0, 0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ResourcePropagationDelayException$ = [
  -3,
  n0,
  _RPDE,
  { [_e]: _c, [_hE]: 428 },
  [_m],
  [0]
];
n0_registry.registerError(ResourcePropagationDelayException$, ResourcePropagationDelayException);
var ServerException$ = [
  -3,
  n0,
  _SE,
  { [_e]: _se, [_hE]: 500 },
  [_cN, _nN, _aN, _sI, _m],
  [0, 0, 0, 0, 0]
];
n0_registry.registerError(ServerException$, ServerException);
var ServiceUnavailableException$ = [
  -3,
  n0,
  _SUE,
  { [_e]: _se, [_hE]: 503 },
  [_m],
  [0]
];
n0_registry.registerError(ServiceUnavailableException$, ServiceUnavailableException);
var ThrottlingException$ = [
  -3,
  n0,
  _TE,
  { [_e]: _c, [_hE]: 429 },
  [_cN, _m],
  [0, 0]
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var UnsupportedAvailabilityZoneException$ = [
  -3,
  n0,
  _UAZE,
  { [_e]: _c, [_hE]: 400 },
  [_m, _cN, _nN, _vZ],
  [0, 0, 0, 64 | 0]
];
n0_registry.registerError(UnsupportedAvailabilityZoneException$, UnsupportedAvailabilityZoneException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var AccessConfigResponse$ = [
  3,
  n0,
  _ACR,
  0,
  [_bCCAP, _aM],
  [2, 0]
];
var AccessEntry$ = [
  3,
  n0,
  _AE,
  0,
  [_cN, _pA, _kG, _aEA, _cA, _mA, _t, _u, _ty],
  [0, 0, 64 | 0, 0, 4, 4, 128 | 0, 0, 0]
];
var AccessPolicy$ = [
  3,
  n0,
  _AP,
  0,
  [_n, _a],
  [0, 0]
];
var AccessScope$ = [
  3,
  n0,
  _AS,
  0,
  [_ty, _na],
  [0, 64 | 0]
];
var AckConfigRequest$ = [
  3,
  n0,
  _ACRc,
  0,
  [_eCN, _dS],
  [2, 64 | 0]
];
var AckConfigResponse$ = [
  3,
  n0,
  _ACRck,
  0,
  [_eCN, _dS],
  [2, 64 | 0]
];
var ActivateCertificateAuthorityRequest$ = [
  3,
  n0,
  _ACAR,
  0,
  [_cN, _cAI, _cRT],
  [[0, 1], [0, 1], [0, 4]],
  2
];
var ActivateCertificateAuthorityResponse$ = [
  3,
  n0,
  _ACARc,
  0,
  [_up, _cAe],
  [() => Update$, () => CertificateAuthoritySummary$]
];
var ActiveCertificateAuthority$ = [
  3,
  n0,
  _ACA,
  0,
  [_i, _aB],
  [0, 0]
];
var Addon$ = [
  3,
  n0,
  _A,
  0,
  [_aN, _cN, _st, _aV, _h, _aA, _cA, _mA, _sARA, _t, _p, _o, _mI, _cV, _pIA, _nC],
  [0, 0, 0, 0, () => AddonHealth$, 0, 4, 4, 0, 128 | 0, 0, 0, () => MarketplaceInformation$, 0, 64 | 0, () => AddonNamespaceConfigResponse$]
];
var AddonCompatibilityDetail$ = [
  3,
  n0,
  _ACD,
  0,
  [_n, _cVo],
  [0, 64 | 0]
];
var AddonHealth$ = [
  3,
  n0,
  _AH,
  0,
  [_is],
  [() => AddonIssueList]
];
var AddonInfo$ = [
  3,
  n0,
  _AI,
  0,
  [_aN, _ty, _aVd, _p, _o, _mI, _dN],
  [0, 0, () => AddonVersionInfoList, 0, 0, () => MarketplaceInformation$, 0]
];
var AddonIssue$ = [
  3,
  n0,
  _AId,
  0,
  [_co, _m, _rI],
  [0, 0, 64 | 0]
];
var AddonNamespaceConfigRequest$ = [
  3,
  n0,
  _ANCR,
  0,
  [_nam],
  [0]
];
var AddonNamespaceConfigResponse$ = [
  3,
  n0,
  _ANCRd,
  0,
  [_nam],
  [0]
];
var AddonPodIdentityAssociations$ = [
  3,
  n0,
  _APIA,
  0,
  [_sA, _rA],
  [0, 0],
  2
];
var AddonPodIdentityConfiguration$ = [
  3,
  n0,
  _APIC,
  0,
  [_sA, _rMP],
  [0, 64 | 0]
];
var AddonVersionInfo$ = [
  3,
  n0,
  _AVI,
  0,
  [_aV, _ar, _cT, _com, _rC, _rIP],
  [0, 64 | 0, 64 | 0, () => Compatibilities, 2, 2]
];
var AllowedValuesConstraint$ = [
  3,
  n0,
  _AVC,
  0,
  [_aVl],
  [64 | 0]
];
var ArgoCdAwsIdcConfigRequest$ = [
  3,
  n0,
  _ACAICR,
  0,
  [_iIA, _iR],
  [0, 0],
  1
];
var ArgoCdAwsIdcConfigResponse$ = [
  3,
  n0,
  _ACAICRr,
  0,
  [_iIA, _iR, _iMAA],
  [0, 0, 0]
];
var ArgoCdConfigRequest$ = [
  3,
  n0,
  _ACCR,
  0,
  [_aI, _nam, _rRM, _nA, _eP],
  [() => ArgoCdAwsIdcConfigRequest$, 0, () => ArgoCdRoleMappingList, () => ArgoCdNetworkAccessConfigRequest$, 0],
  1
];
var ArgoCdConfigResponse$ = [
  3,
  n0,
  _ACCRr,
  0,
  [_nam, _aI, _rRM, _nA, _sU, _eP],
  [0, () => ArgoCdAwsIdcConfigResponse$, () => ArgoCdRoleMappingList, () => ArgoCdNetworkAccessConfigResponse$, 0, 0]
];
var ArgoCdNetworkAccessConfigRequest$ = [
  3,
  n0,
  _ACNACR,
  0,
  [_vI],
  [64 | 0]
];
var ArgoCdNetworkAccessConfigResponse$ = [
  3,
  n0,
  _ACNACRr,
  0,
  [_vI],
  [64 | 0]
];
var ArgoCdRoleMapping$ = [
  3,
  n0,
  _ACRM,
  0,
  [_r, _id],
  [0, () => SsoIdentityList],
  2
];
var AssociateAccessPolicyRequest$ = [
  3,
  n0,
  _AAPR,
  0,
  [_cN, _pA, _pAo, _aS],
  [[0, 1], [0, 1], 0, () => AccessScope$],
  4
];
var AssociateAccessPolicyResponse$ = [
  3,
  n0,
  _AAPRs,
  0,
  [_cN, _pA, _aAP],
  [0, 0, () => AssociatedAccessPolicy$]
];
var AssociatedAccessPolicy$ = [
  3,
  n0,
  _AAP,
  0,
  [_pAo, _aS, _aAs, _mA],
  [0, () => AccessScope$, 4, 4]
];
var AssociateEncryptionConfigRequest$ = [
  3,
  n0,
  _AECR,
  0,
  [_cN, _eC, _cRT],
  [[0, 1], () => EncryptionConfigList, [0, 4]],
  2
];
var AssociateEncryptionConfigResponse$ = [
  3,
  n0,
  _AECRs,
  0,
  [_up],
  [() => Update$]
];
var AssociateIdentityProviderConfigRequest$ = [
  3,
  n0,
  _AIPCR,
  0,
  [_cN, _oi, _t, _cRT],
  [[0, 1], () => OidcIdentityProviderConfigRequest$, 128 | 0, [0, 4]],
  2
];
var AssociateIdentityProviderConfigResponse$ = [
  3,
  n0,
  _AIPCRs,
  0,
  [_up, _t],
  [() => Update$, 128 | 0]
];
var AutoScalingGroup$ = [
  3,
  n0,
  _ASG,
  0,
  [_n],
  [0]
];
var BlockStorage$ = [
  3,
  n0,
  _BS,
  0,
  [_en],
  [2]
];
var Cancellation$ = [
  3,
  n0,
  _C,
  0,
  [_st, _re],
  [0, 0]
];
var CancelUpdateRequest$ = [
  3,
  n0,
  _CUR,
  0,
  [_n, _uI, _cRT],
  [[0, 1], [0, 1], [0, 4]],
  2
];
var CancelUpdateResponse$ = [
  3,
  n0,
  _CURa,
  0,
  [_up],
  [() => Update$]
];
var Capability$ = [
  3,
  n0,
  _Ca,
  0,
  [_cNa, _a, _cN, _ty, _rA, _st, _v, _con, _t, _h, _cA, _mA, _dPP],
  [0, 0, 0, 0, 0, 0, 0, () => CapabilityConfigurationResponse$, 128 | 0, () => CapabilityHealth$, 4, 4, 0]
];
var CapabilityConfigurationRequest$ = [
  3,
  n0,
  _CCR,
  0,
  [_aC, _ac],
  [() => ArgoCdConfigRequest$, () => AckConfigRequest$]
];
var CapabilityConfigurationResponse$ = [
  3,
  n0,
  _CCRa,
  0,
  [_aC, _ac],
  [() => ArgoCdConfigResponse$, () => AckConfigResponse$]
];
var CapabilityHealth$ = [
  3,
  n0,
  _CH,
  0,
  [_is],
  [() => CapabilityIssueList]
];
var CapabilityIssue$ = [
  3,
  n0,
  _CI,
  0,
  [_co, _m],
  [0, 0]
];
var CapabilitySummary$ = [
  3,
  n0,
  _CS,
  0,
  [_cNa, _a, _ty, _st, _v, _cA, _mA],
  [0, 0, 0, 0, 0, 4, 4]
];
var Certificate$ = [
  3,
  n0,
  _Ce,
  0,
  [_d, _act],
  [0, () => ActiveCertificateAuthority$]
];
var CertificateAuthority$ = [
  3,
  n0,
  _CA,
  0,
  [_i, _cA, _cB, _aAc, _aB, _sS, _dSi, _va, _sE, _rAo, _d],
  [0, 4, 0, 4, 0, 0, 0, () => CertificateAuthorityValidity$, () => CertificateAuthorityScheduledEvents$, 2, 0]
];
var CertificateAuthorityScheduledEvents$ = [
  3,
  n0,
  _CASE,
  0,
  [_fAA, _fAAi],
  [4, 4]
];
var CertificateAuthoritySummary$ = [
  3,
  n0,
  _CAS,
  0,
  [_i, _cA, _cB, _aAc, _aB, _sS, _dSi],
  [0, 4, 0, 4, 0, 0, 0]
];
var CertificateAuthorityValidity$ = [
  3,
  n0,
  _CAV,
  0,
  [_nB, _nAo],
  [4, 4]
];
var ClientStat$ = [
  3,
  n0,
  _CSl,
  0,
  [_uA, _nORLD, _lRT],
  [0, 1, 4]
];
var Cluster$ = [
  3,
  n0,
  _Cl,
  0,
  [_n, _a, _cA, _v, _end, _rA, _rVC, _kNC, _l, _ide, _st, _cAe, _cRT, _pV, _t, _eC, _cC, _i, _h, _oC, _aCc, _uP, _zSC, _rNC, _cCo, _sC, _dP, _cPSC, _kASC, _kSC, _kCMC],
  [0, 0, 4, 0, 0, 0, () => VpcConfigResponse$, () => KubernetesNetworkConfigResponse$, () => Logging$, () => Identity$, 0, () => Certificate$, 0, 0, 128 | 0, () => EncryptionConfigList, () => ConnectorConfigResponse$, 0, () => ClusterHealth$, () => OutpostConfigResponse$, () => AccessConfigResponse$, () => UpgradePolicyResponse$, () => ZonalShiftConfigResponse$, () => RemoteNetworkConfigResponse$, () => ComputeConfigResponse$, () => StorageConfigResponse$, 2, () => ControlPlaneScalingConfig$, () => KubeApiServerConfigResponse$, () => KubeSchedulerConfigResponse$, () => KubeControllerManagerConfigResponse$]
];
var ClusterHealth$ = [
  3,
  n0,
  _CHl,
  0,
  [_is],
  [() => ClusterIssueList]
];
var ClusterIssue$ = [
  3,
  n0,
  _CIl,
  0,
  [_co, _m, _rI],
  [0, 0, 64 | 0]
];
var ClusterVersionInformation$ = [
  3,
  n0,
  _CVI,
  0,
  [_cVl, _cTl, _dPV, _dV, _rD, _eOSSD, _eOESD, _st, _vS, _kPV, _cPST, _cPCC],
  [0, 0, 0, 2, 4, 4, 4, 0, 0, 0, () => ControlPlaneScalingTierList, () => ControlPlaneConfigInfo$]
];
var Compatibility$ = [
  3,
  n0,
  _Co,
  0,
  [_cVl, _pVl, _dV],
  [0, 64 | 0, 2]
];
var ComputeConfigRequest$ = [
  3,
  n0,
  _CCRo,
  0,
  [_en, _nP, _nRA],
  [2, 64 | 0, 0]
];
var ComputeConfigResponse$ = [
  3,
  n0,
  _CCRom,
  0,
  [_en, _nP, _nRA],
  [2, 64 | 0, 0]
];
var ConnectorConfigRequest$ = [
  3,
  n0,
  _CCRon,
  0,
  [_rA, _pr],
  [0, 0],
  2
];
var ConnectorConfigResponse$ = [
  3,
  n0,
  _CCRonn,
  0,
  [_aIc, _aCct, _aE, _pr, _rA],
  [0, 0, 4, 0, 0]
];
var ControlPlaneConfigInfo$ = [
  3,
  n0,
  _CPCI,
  0,
  [_kASC, _kSC, _kCMC],
  [() => KubeApiServerVersionConfig$, () => KubeSchedulerVersionConfig$, () => KubeControllerManagerVersionConfig$]
];
var ControlPlanePlacementRequest$ = [
  3,
  n0,
  _CPPR,
  0,
  [_gN, _sL],
  [0, 0]
];
var ControlPlanePlacementResponse$ = [
  3,
  n0,
  _CPPRo,
  0,
  [_gN, _sL],
  [0, 0]
];
var ControlPlaneScalingConfig$ = [
  3,
  n0,
  _CPSC,
  0,
  [_ti],
  [0]
];
var ControlPlaneScalingTierInfo$ = [
  3,
  n0,
  _CPSTI,
  0,
  [_tN, _aRC, _pSRPS, _cDSG, _cPCCO],
  [0, 1, 1, 1, () => ControlPlaneConfigInfo$]
];
var CrdManagementConfiguration$ = [
  3,
  n0,
  _CMC,
  0,
  [_ma],
  [2]
];
var CreateAccessConfigRequest$ = [
  3,
  n0,
  _CACR,
  0,
  [_bCCAP, _aM],
  [2, 0]
];
var CreateAccessEntryRequest$ = [
  3,
  n0,
  _CAER,
  0,
  [_cN, _pA, _kG, _t, _cRT, _u, _ty],
  [[0, 1], 0, 64 | 0, 128 | 0, [0, 4], 0, 0],
  2
];
var CreateAccessEntryResponse$ = [
  3,
  n0,
  _CAERr,
  0,
  [_aEc],
  [() => AccessEntry$]
];
var CreateAddonRequest$ = [
  3,
  n0,
  _CAR,
  0,
  [_cN, _aN, _aV, _sARA, _rCe, _cRT, _t, _cV, _pIA, _nC],
  [[0, 1], 0, 0, 0, 0, [0, 4], 128 | 0, 0, () => AddonPodIdentityAssociationsList, () => AddonNamespaceConfigRequest$],
  2
];
var CreateAddonResponse$ = [
  3,
  n0,
  _CARr,
  0,
  [_ad],
  [() => Addon$]
];
var CreateCapabilityRequest$ = [
  3,
  n0,
  _CCRr,
  0,
  [_cNa, _cN, _ty, _rA, _dPP, _cRT, _con, _t],
  [0, [0, 1], 0, 0, 0, [0, 4], () => CapabilityConfigurationRequest$, 128 | 0],
  5
];
var CreateCapabilityResponse$ = [
  3,
  n0,
  _CCRre,
  0,
  [_ca],
  [() => Capability$]
];
var CreateCertificateAuthorityRequest$ = [
  3,
  n0,
  _CCAR,
  0,
  [_cN, _cRT],
  [[0, 1], [0, 4]],
  1
];
var CreateCertificateAuthorityResponse$ = [
  3,
  n0,
  _CCARr,
  0,
  [_up, _cAe],
  [() => Update$, () => CertificateAuthoritySummary$]
];
var CreateClusterRequest$ = [
  3,
  n0,
  _CCRrea,
  0,
  [_n, _rA, _rVC, _v, _kNC, _l, _cRT, _t, _eC, _oC, _aCc, _bSMA, _uP, _zSC, _rNC, _cCo, _sC, _dP, _cPSC, _kASC, _kSC, _kCMC],
  [0, 0, () => VpcConfigRequest$, 0, () => KubernetesNetworkConfigRequest$, () => Logging$, [0, 4], 128 | 0, () => EncryptionConfigList, () => OutpostConfigRequest$, () => CreateAccessConfigRequest$, 2, () => UpgradePolicyRequest$, () => ZonalShiftConfigRequest$, () => RemoteNetworkConfigRequest$, () => ComputeConfigRequest$, () => StorageConfigRequest$, 2, () => ControlPlaneScalingConfig$, () => KubeApiServerConfigRequest$, () => KubeSchedulerConfigRequest$, () => KubeControllerManagerConfigRequest$],
  3
];
var CreateClusterResponse$ = [
  3,
  n0,
  _CCRreat,
  0,
  [_cl],
  [() => Cluster$]
];
var CreateEksAnywhereSubscriptionRequest$ = [
  3,
  n0,
  _CEASR,
  0,
  [_n, _te, _lQ, _lT, _aR, _cRT, _t],
  [0, () => EksAnywhereSubscriptionTerm$, 1, 0, 2, [0, 4], 128 | 0],
  2
];
var CreateEksAnywhereSubscriptionResponse$ = [
  3,
  n0,
  _CEASRr,
  0,
  [_su],
  [() => EksAnywhereSubscription$]
];
var CreateFargateProfileRequest$ = [
  3,
  n0,
  _CFPR,
  0,
  [_fPN, _cN, _pERA, _sub, _sel, _cRT, _t],
  [0, [0, 1], 0, 64 | 0, () => FargateProfileSelectors, [0, 4], 128 | 0],
  3
];
var CreateFargateProfileResponse$ = [
  3,
  n0,
  _CFPRr,
  0,
  [_fP],
  [() => FargateProfile$]
];
var CreateNodegroupRequest$ = [
  3,
  n0,
  _CNR,
  0,
  [_cN, _nN, _sub, _nR, _sCc, _dSis, _iT, _aT, _rAe, _la, _ta, _t, _cRT, _lTa, _uC, _nRC, _cTa, _v, _rV, _wPC],
  [[0, 1], 0, 64 | 0, 0, () => NodegroupScalingConfig$, 1, 64 | 0, 0, () => RemoteAccessConfig$, 128 | 0, () => taintsList, 128 | 0, [0, 4], () => LaunchTemplateSpecification$, () => NodegroupUpdateConfig$, () => NodeRepairConfig$, 0, 0, 0, () => WarmPoolConfig$],
  4
];
var CreateNodegroupResponse$ = [
  3,
  n0,
  _CNRr,
  0,
  [_no],
  [() => Nodegroup$]
];
var CreatePodIdentityAssociationRequest$ = [
  3,
  n0,
  _CPIAR,
  0,
  [_cN, _nam, _sA, _rA, _cRT, _t, _dST, _tRA, _po],
  [[0, 1], 0, 0, 0, [0, 4], 128 | 0, 2, 0, 0],
  4
];
var CreatePodIdentityAssociationResponse$ = [
  3,
  n0,
  _CPIARr,
  0,
  [_as],
  [() => PodIdentityAssociation$]
];
var DeleteAccessEntryRequest$ = [
  3,
  n0,
  _DAER,
  0,
  [_cN, _pA],
  [[0, 1], [0, 1]],
  2
];
var DeleteAccessEntryResponse$ = [
  3,
  n0,
  _DAERe,
  0,
  [],
  []
];
var DeleteAddonRequest$ = [
  3,
  n0,
  _DAR,
  0,
  [_cN, _aN, _pre],
  [[0, 1], [0, 1], [2, { [_hQ]: _pre }]],
  2
];
var DeleteAddonResponse$ = [
  3,
  n0,
  _DARe,
  0,
  [_ad],
  [() => Addon$]
];
var DeleteCapabilityRequest$ = [
  3,
  n0,
  _DCR,
  0,
  [_cN, _cNa],
  [[0, 1], [0, 1]],
  2
];
var DeleteCapabilityResponse$ = [
  3,
  n0,
  _DCRe,
  0,
  [_ca],
  [() => Capability$]
];
var DeleteCertificateAuthorityRequest$ = [
  3,
  n0,
  _DCAR,
  0,
  [_cN, _cAI, _cRT],
  [[0, 1], [0, 1], [0, { [_hQ]: _cRT, [_iTd]: 1 }]],
  2
];
var DeleteCertificateAuthorityResponse$ = [
  3,
  n0,
  _DCARe,
  0,
  [_up, _cAe],
  [() => Update$, () => CertificateAuthoritySummary$]
];
var DeleteClusterRequest$ = [
  3,
  n0,
  _DCRel,
  0,
  [_n],
  [[0, 1]],
  1
];
var DeleteClusterResponse$ = [
  3,
  n0,
  _DCRele,
  0,
  [_cl],
  [() => Cluster$]
];
var DeleteEksAnywhereSubscriptionRequest$ = [
  3,
  n0,
  _DEASR,
  0,
  [_i],
  [[0, 1]],
  1
];
var DeleteEksAnywhereSubscriptionResponse$ = [
  3,
  n0,
  _DEASRe,
  0,
  [_su],
  [() => EksAnywhereSubscription$]
];
var DeleteFargateProfileRequest$ = [
  3,
  n0,
  _DFPR,
  0,
  [_cN, _fPN],
  [[0, 1], [0, 1]],
  2
];
var DeleteFargateProfileResponse$ = [
  3,
  n0,
  _DFPRe,
  0,
  [_fP],
  [() => FargateProfile$]
];
var DeleteNodegroupRequest$ = [
  3,
  n0,
  _DNR,
  0,
  [_cN, _nN],
  [[0, 1], [0, 1]],
  2
];
var DeleteNodegroupResponse$ = [
  3,
  n0,
  _DNRe,
  0,
  [_no],
  [() => Nodegroup$]
];
var DeletePodIdentityAssociationRequest$ = [
  3,
  n0,
  _DPIAR,
  0,
  [_cN, _aIs],
  [[0, 1], [0, 1]],
  2
];
var DeletePodIdentityAssociationResponse$ = [
  3,
  n0,
  _DPIARe,
  0,
  [_as],
  [() => PodIdentityAssociation$]
];
var DeprecationDetail$ = [
  3,
  n0,
  _DD,
  0,
  [_us, _rW, _sSV, _sSRV, _cS],
  [0, 0, 0, 0, () => ClientStats]
];
var DeregisterClusterRequest$ = [
  3,
  n0,
  _DCRer,
  0,
  [_n],
  [[0, 1]],
  1
];
var DeregisterClusterResponse$ = [
  3,
  n0,
  _DCRere,
  0,
  [_cl],
  [() => Cluster$]
];
var DescribeAccessEntryRequest$ = [
  3,
  n0,
  _DAERes,
  0,
  [_cN, _pA],
  [[0, 1], [0, 1]],
  2
];
var DescribeAccessEntryResponse$ = [
  3,
  n0,
  _DAEResc,
  0,
  [_aEc],
  [() => AccessEntry$]
];
var DescribeAddonConfigurationRequest$ = [
  3,
  n0,
  _DACR,
  0,
  [_aN, _aV],
  [[0, { [_hQ]: _aN }], [0, { [_hQ]: _aV }]],
  2
];
var DescribeAddonConfigurationResponse$ = [
  3,
  n0,
  _DACRe,
  0,
  [_aN, _aV, _cSo, _pIC],
  [0, 0, 0, () => AddonPodIdentityConfigurationList]
];
var DescribeAddonRequest$ = [
  3,
  n0,
  _DARes,
  0,
  [_cN, _aN],
  [[0, 1], [0, 1]],
  2
];
var DescribeAddonResponse$ = [
  3,
  n0,
  _DAResc,
  0,
  [_ad],
  [() => Addon$]
];
var DescribeAddonVersionsRequest$ = [
  3,
  n0,
  _DAVR,
  0,
  [_kV, _mR, _nT, _aN, _typ, _pu, _ow],
  [[0, { [_hQ]: _kV }], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }], [0, { [_hQ]: _aN }], [64 | 0, { [_hQ]: _typ }], [64 | 0, { [_hQ]: _pu }], [64 | 0, { [_hQ]: _ow }]]
];
var DescribeAddonVersionsResponse$ = [
  3,
  n0,
  _DAVRe,
  0,
  [_add, _nT],
  [() => Addons, 0]
];
var DescribeCapabilityRequest$ = [
  3,
  n0,
  _DCRes,
  0,
  [_cN, _cNa],
  [[0, 1], [0, 1]],
  2
];
var DescribeCapabilityResponse$ = [
  3,
  n0,
  _DCResc,
  0,
  [_ca],
  [() => Capability$]
];
var DescribeCertificateAuthorityRequest$ = [
  3,
  n0,
  _DCARes,
  0,
  [_cN, _cAI],
  [[0, 1], [0, 1]],
  2
];
var DescribeCertificateAuthorityResponse$ = [
  3,
  n0,
  _DCAResc,
  0,
  [_cAe],
  [() => CertificateAuthority$]
];
var DescribeClusterRequest$ = [
  3,
  n0,
  _DCRescr,
  0,
  [_n],
  [[0, 1]],
  1
];
var DescribeClusterResponse$ = [
  3,
  n0,
  _DCRescri,
  0,
  [_cl],
  [() => Cluster$]
];
var DescribeClusterVersionsRequest$ = [
  3,
  n0,
  _DCVR,
  0,
  [_cTl, _mR, _nT, _dO, _iA, _cVlu, _st, _vS],
  [[0, { [_hQ]: _cTl }], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }], [2, { [_hQ]: _dO }], [2, { [_hQ]: _iA }], [64 | 0, { [_hQ]: _cVlu }], [0, { [_hQ]: _st }], [0, { [_hQ]: _vS }]]
];
var DescribeClusterVersionsResponse$ = [
  3,
  n0,
  _DCVRe,
  0,
  [_nT, _cVlu],
  [0, () => ClusterVersionList]
];
var DescribeEksAnywhereSubscriptionRequest$ = [
  3,
  n0,
  _DEASRes,
  0,
  [_i],
  [[0, 1]],
  1
];
var DescribeEksAnywhereSubscriptionResponse$ = [
  3,
  n0,
  _DEASResc,
  0,
  [_su],
  [() => EksAnywhereSubscription$]
];
var DescribeFargateProfileRequest$ = [
  3,
  n0,
  _DFPRes,
  0,
  [_cN, _fPN],
  [[0, 1], [0, 1]],
  2
];
var DescribeFargateProfileResponse$ = [
  3,
  n0,
  _DFPResc,
  0,
  [_fP],
  [() => FargateProfile$]
];
var DescribeIdentityProviderConfigRequest$ = [
  3,
  n0,
  _DIPCR,
  0,
  [_cN, _iPC],
  [[0, 1], () => IdentityProviderConfig$],
  2
];
var DescribeIdentityProviderConfigResponse$ = [
  3,
  n0,
  _DIPCRe,
  0,
  [_iPC],
  [() => IdentityProviderConfigResponse$]
];
var DescribeInsightRequest$ = [
  3,
  n0,
  _DIR,
  0,
  [_cN, _i],
  [[0, 1], [0, 1]],
  2
];
var DescribeInsightResponse$ = [
  3,
  n0,
  _DIRe,
  0,
  [_in],
  [() => Insight$]
];
var DescribeInsightsRefreshRequest$ = [
  3,
  n0,
  _DIRR,
  0,
  [_cN],
  [[0, 1]],
  1
];
var DescribeInsightsRefreshResponse$ = [
  3,
  n0,
  _DIRRe,
  0,
  [_m, _st, _sAt, _eA],
  [0, 0, 4, 4]
];
var DescribeNodegroupRequest$ = [
  3,
  n0,
  _DNRes,
  0,
  [_cN, _nN],
  [[0, 1], [0, 1]],
  2
];
var DescribeNodegroupResponse$ = [
  3,
  n0,
  _DNResc,
  0,
  [_no],
  [() => Nodegroup$]
];
var DescribePodIdentityAssociationRequest$ = [
  3,
  n0,
  _DPIARes,
  0,
  [_cN, _aIs],
  [[0, 1], [0, 1]],
  2
];
var DescribePodIdentityAssociationResponse$ = [
  3,
  n0,
  _DPIAResc,
  0,
  [_as],
  [() => PodIdentityAssociation$]
];
var DescribeUpdateRequest$ = [
  3,
  n0,
  _DUR,
  0,
  [_n, _uI, _nN, _aN, _cNa],
  [[0, 1], [0, 1], [0, { [_hQ]: _nN }], [0, { [_hQ]: _aN }], [0, { [_hQ]: _cNa }]],
  2
];
var DescribeUpdateResponse$ = [
  3,
  n0,
  _DURe,
  0,
  [_up],
  [() => Update$]
];
var DisassociateAccessPolicyRequest$ = [
  3,
  n0,
  _DAPR,
  0,
  [_cN, _pA, _pAo],
  [[0, 1], [0, 1], [0, 1]],
  3
];
var DisassociateAccessPolicyResponse$ = [
  3,
  n0,
  _DAPRi,
  0,
  [],
  []
];
var DisassociateIdentityProviderConfigRequest$ = [
  3,
  n0,
  _DIPCRi,
  0,
  [_cN, _iPC, _cRT],
  [[0, 1], () => IdentityProviderConfig$, [0, 4]],
  2
];
var DisassociateIdentityProviderConfigResponse$ = [
  3,
  n0,
  _DIPCRis,
  0,
  [_up],
  [() => Update$]
];
var DurationConstraints$ = [
  3,
  n0,
  _DC,
  0,
  [_mi, _max],
  [0, 0]
];
var DurationParameterConfig$ = [
  3,
  n0,
  _DPC,
  0,
  [_dVe, _cons],
  [0, () => DurationConstraints$]
];
var EksAnywhereSubscription$ = [
  3,
  n0,
  _EAS,
  0,
  [_i, _a, _cA, _eD, _eDx, _lQ, _lT, _te, _st, _aR, _lA, _li, _t],
  [0, 0, 4, 4, 4, 1, 0, () => EksAnywhereSubscriptionTerm$, 0, 2, 64 | 0, () => LicenseList, 128 | 0]
];
var EksAnywhereSubscriptionTerm$ = [
  3,
  n0,
  _EAST,
  0,
  [_du, _un],
  [1, 0]
];
var ElasticLoadBalancing$ = [
  3,
  n0,
  _ELB,
  0,
  [_en, _gA],
  [2, () => GatewayApiConfiguration$]
];
var EncryptionConfig$ = [
  3,
  n0,
  _EC,
  0,
  [_res, _pr],
  [64 | 0, () => Provider$]
];
var ErrorDetail$ = [
  3,
  n0,
  _ED,
  0,
  [_eCr, _eM, _rI],
  [0, 0, 64 | 0]
];
var EtcdPlacementRequest$ = [
  3,
  n0,
  _EPR,
  0,
  [_sL],
  [0]
];
var EtcdPlacementResponse$ = [
  3,
  n0,
  _EPRt,
  0,
  [_sL],
  [0]
];
var FargateProfile$ = [
  3,
  n0,
  _FP,
  0,
  [_fPN, _fPA, _cN, _cA, _pERA, _sub, _sel, _st, _t, _h],
  [0, 0, 0, 4, 0, 64 | 0, () => FargateProfileSelectors, 0, 128 | 0, () => FargateProfileHealth$]
];
var FargateProfileHealth$ = [
  3,
  n0,
  _FPH,
  0,
  [_is],
  [() => FargateProfileIssueList]
];
var FargateProfileIssue$ = [
  3,
  n0,
  _FPI,
  0,
  [_co, _m, _rI],
  [0, 0, 64 | 0]
];
var FargateProfileSelector$ = [
  3,
  n0,
  _FPS,
  0,
  [_nam, _la],
  [0, 128 | 0]
];
var GatewayApiConfiguration$ = [
  3,
  n0,
  _GAC,
  0,
  [_cr],
  [() => CrdManagementConfiguration$]
];
var HorizontalPodAutoscalerControllerConfigRequest$ = [
  3,
  n0,
  _HPACCR,
  0,
  [_hPASP],
  [0]
];
var HorizontalPodAutoscalerControllerConfigResponse$ = [
  3,
  n0,
  _HPACCRo,
  0,
  [_hPASP],
  [0]
];
var HorizontalPodAutoscalerControllerVersionConfig$ = [
  3,
  n0,
  _HPACVC,
  0,
  [_hPASP],
  [() => DurationParameterConfig$]
];
var Identity$ = [
  3,
  n0,
  _I,
  0,
  [_oi],
  [() => OIDC$]
];
var IdentityProviderConfig$ = [
  3,
  n0,
  _IPC,
  0,
  [_ty, _n],
  [0, 0],
  2
];
var IdentityProviderConfigResponse$ = [
  3,
  n0,
  _IPCR,
  0,
  [_oi],
  [() => OidcIdentityProviderConfig$]
];
var Insight$ = [
  3,
  n0,
  _In,
  0,
  [_i, _n, _cat, _kV, _lRTa, _lTT, _de, _iS, _rec, _aId, _res, _cSS],
  [0, 0, 0, 0, 4, 4, 0, () => InsightStatus$, 0, 128 | 0, () => InsightResourceDetails, () => InsightCategorySpecificSummary$]
];
var InsightCategorySpecificSummary$ = [
  3,
  n0,
  _ICSS,
  0,
  [_dD, _aCD],
  [() => DeprecationDetails, () => AddonCompatibilityDetails]
];
var InsightResourceDetail$ = [
  3,
  n0,
  _IRD,
  0,
  [_iS, _kRU, _a],
  [() => InsightStatus$, 0, 0]
];
var InsightsFilter$ = [
  3,
  n0,
  _IF,
  0,
  [_cate, _kVu, _sta],
  [64 | 0, 64 | 0, 64 | 0]
];
var InsightStatus$ = [
  3,
  n0,
  _IS,
  0,
  [_st, _re],
  [0, 0]
];
var InsightSummary$ = [
  3,
  n0,
  _ISn,
  0,
  [_i, _n, _cat, _kV, _lRTa, _lTT, _de, _iS],
  [0, 0, 0, 0, 4, 4, 0, () => InsightStatus$]
];
var IntegerConstraints$ = [
  3,
  n0,
  _IC,
  0,
  [_mi, _max],
  [1, 1]
];
var IntegerParameterConfig$ = [
  3,
  n0,
  _IPCn,
  0,
  [_dVe, _cons],
  [1, () => IntegerConstraints$]
];
var IntegerRangeConstraint$ = [
  3,
  n0,
  _IRC,
  0,
  [_mi, _max],
  [1, 1]
];
var Issue$ = [
  3,
  n0,
  _Is,
  0,
  [_co, _m, _rI],
  [0, 0, 64 | 0]
];
var KubeApiServerConfigRequest$ = [
  3,
  n0,
  _KASCR,
  0,
  [_eT, _sNPR],
  [0, () => ServiceNodePortRange$]
];
var KubeApiServerConfigResponse$ = [
  3,
  n0,
  _KASCRu,
  0,
  [_eT, _sNPR],
  [0, () => ServiceNodePortRange$]
];
var KubeApiServerVersionConfig$ = [
  3,
  n0,
  _KASVC,
  0,
  [_eT, _sNPR],
  [() => DurationParameterConfig$, () => PortRangeParameterConfig$]
];
var KubeControllerManagerConfigRequest$ = [
  3,
  n0,
  _KCMCR,
  0,
  [_pGCC, _hPACC],
  [() => PodGcControllerConfigRequest$, () => HorizontalPodAutoscalerControllerConfigRequest$]
];
var KubeControllerManagerConfigResponse$ = [
  3,
  n0,
  _KCMCRu,
  0,
  [_pGCC, _hPACC],
  [() => PodGcControllerConfigResponse$, () => HorizontalPodAutoscalerControllerConfigResponse$]
];
var KubeControllerManagerVersionConfig$ = [
  3,
  n0,
  _KCMVC,
  0,
  [_pGCC, _hPACC],
  [() => PodGcControllerVersionConfig$, () => HorizontalPodAutoscalerControllerVersionConfig$]
];
var KubernetesNetworkConfigRequest$ = [
  3,
  n0,
  _KNCR,
  0,
  [_sIC, _iF, _eLB],
  [0, 0, () => ElasticLoadBalancing$]
];
var KubernetesNetworkConfigResponse$ = [
  3,
  n0,
  _KNCRu,
  0,
  [_sIC, _sICe, _iF, _eLB],
  [0, 0, 0, () => ElasticLoadBalancing$]
];
var KubeSchedulerConfigRequest$ = [
  3,
  n0,
  _KSCR,
  0,
  [_nRF],
  [() => NodeResourcesFitConfig$]
];
var KubeSchedulerConfigResponse$ = [
  3,
  n0,
  _KSCRu,
  0,
  [_nRF],
  [() => NodeResourcesFitConfig$]
];
var KubeSchedulerVersionConfig$ = [
  3,
  n0,
  _KSVC,
  0,
  [_nRF],
  [() => NodeResourcesFitVersionConfig$]
];
var LaunchTemplateSpecification$ = [
  3,
  n0,
  _LTS,
  0,
  [_n, _v, _i],
  [0, 0, 0]
];
var License$ = [
  3,
  n0,
  _L,
  0,
  [_i, _to],
  [0, 0]
];
var ListAccessEntriesRequest$ = [
  3,
  n0,
  _LAER,
  0,
  [_cN, _aPA, _mR, _nT],
  [[0, 1], [0, { [_hQ]: _aPA }], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListAccessEntriesResponse$ = [
  3,
  n0,
  _LAERi,
  0,
  [_aEcc, _nT],
  [64 | 0, 0]
];
var ListAccessPoliciesRequest$ = [
  3,
  n0,
  _LAPR,
  0,
  [_mR, _nT],
  [[1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]]
];
var ListAccessPoliciesResponse$ = [
  3,
  n0,
  _LAPRi,
  0,
  [_aP, _nT],
  [() => AccessPoliciesList, 0]
];
var ListAddonsRequest$ = [
  3,
  n0,
  _LAR,
  0,
  [_cN, _mR, _nT],
  [[0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListAddonsResponse$ = [
  3,
  n0,
  _LARi,
  0,
  [_add, _nT],
  [64 | 0, 0]
];
var ListAssociatedAccessPoliciesRequest$ = [
  3,
  n0,
  _LAAPR,
  0,
  [_cN, _pA, _mR, _nT],
  [[0, 1], [0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  2
];
var ListAssociatedAccessPoliciesResponse$ = [
  3,
  n0,
  _LAAPRi,
  0,
  [_cN, _pA, _nT, _aAPs],
  [0, 0, 0, () => AssociatedAccessPoliciesList]
];
var ListCapabilitiesRequest$ = [
  3,
  n0,
  _LCR,
  0,
  [_cN, _nT, _mR],
  [[0, 1], [0, { [_hQ]: _nT }], [1, { [_hQ]: _mR }]],
  1
];
var ListCapabilitiesResponse$ = [
  3,
  n0,
  _LCRi,
  0,
  [_cap, _nT],
  [() => CapabilitySummaryList, 0]
];
var ListCertificateAuthoritiesRequest$ = [
  3,
  n0,
  _LCAR,
  0,
  [_cN, _mR, _nT],
  [[0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListCertificateAuthoritiesResponse$ = [
  3,
  n0,
  _LCARi,
  0,
  [_cAer, _nT],
  [() => CertificateAuthoritySummaryList, 0]
];
var ListClustersRequest$ = [
  3,
  n0,
  _LCRis,
  0,
  [_mR, _nT, _inc],
  [[1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }], [64 | 0, { [_hQ]: _inc }]]
];
var ListClustersResponse$ = [
  3,
  n0,
  _LCRist,
  0,
  [_clu, _nT],
  [64 | 0, 0]
];
var ListEksAnywhereSubscriptionsRequest$ = [
  3,
  n0,
  _LEASR,
  0,
  [_mR, _nT, _iSn],
  [[1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }], [64 | 0, { [_hQ]: _iSn }]]
];
var ListEksAnywhereSubscriptionsResponse$ = [
  3,
  n0,
  _LEASRi,
  0,
  [_subs, _nT],
  [() => EksAnywhereSubscriptionList, 0]
];
var ListFargateProfilesRequest$ = [
  3,
  n0,
  _LFPR,
  0,
  [_cN, _mR, _nT],
  [[0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListFargateProfilesResponse$ = [
  3,
  n0,
  _LFPRi,
  0,
  [_fPNa, _nT],
  [64 | 0, 0]
];
var ListIdentityProviderConfigsRequest$ = [
  3,
  n0,
  _LIPCR,
  0,
  [_cN, _mR, _nT],
  [[0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListIdentityProviderConfigsResponse$ = [
  3,
  n0,
  _LIPCRi,
  0,
  [_iPCd, _nT],
  [() => IdentityProviderConfigs, 0]
];
var ListInsightsRequest$ = [
  3,
  n0,
  _LIR,
  0,
  [_cN, _f, _mR, _nT],
  [[0, 1], () => InsightsFilter$, 1, 0],
  1
];
var ListInsightsResponse$ = [
  3,
  n0,
  _LIRi,
  0,
  [_ins, _nT],
  [() => InsightSummaries, 0]
];
var ListNodegroupsRequest$ = [
  3,
  n0,
  _LNR,
  0,
  [_cN, _mR, _nT],
  [[0, 1], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListNodegroupsResponse$ = [
  3,
  n0,
  _LNRi,
  0,
  [_nod, _nT],
  [64 | 0, 0]
];
var ListPodIdentityAssociationsRequest$ = [
  3,
  n0,
  _LPIAR,
  0,
  [_cN, _nam, _sA, _mR, _nT],
  [[0, 1], [0, { [_hQ]: _nam }], [0, { [_hQ]: _sA }], [1, { [_hQ]: _mR }], [0, { [_hQ]: _nT }]],
  1
];
var ListPodIdentityAssociationsResponse$ = [
  3,
  n0,
  _LPIARi,
  0,
  [_ass, _nT],
  [() => PodIdentityAssociationSummaries, 0]
];
var ListTagsForResourceRequest$ = [
  3,
  n0,
  _LTFRR,
  0,
  [_rAes],
  [[0, 1]],
  1
];
var ListTagsForResourceResponse$ = [
  3,
  n0,
  _LTFRRi,
  0,
  [_t],
  [128 | 0]
];
var ListUpdatesRequest$ = [
  3,
  n0,
  _LUR,
  0,
  [_n, _nN, _aN, _cNa, _nT, _mR],
  [[0, 1], [0, { [_hQ]: _nN }], [0, { [_hQ]: _aN }], [0, { [_hQ]: _cNa }], [0, { [_hQ]: _nT }], [1, { [_hQ]: _mR }]],
  1
];
var ListUpdatesResponse$ = [
  3,
  n0,
  _LURi,
  0,
  [_uIp, _nT],
  [64 | 0, 0]
];
var Logging$ = [
  3,
  n0,
  _Lo,
  0,
  [_cL],
  [() => LogSetups]
];
var LogSetup$ = [
  3,
  n0,
  _LS,
  0,
  [_typ, _en],
  [64 | 0, 2]
];
var MarketplaceInformation$ = [
  3,
  n0,
  _MI,
  0,
  [_pI, _pU],
  [0, 0]
];
var Nodegroup$ = [
  3,
  n0,
  _N,
  0,
  [_nN, _nAod, _cN, _v, _rV, _cA, _mA, _st, _cTa, _sCc, _iT, _sub, _rAe, _aT, _nR, _la, _ta, _res, _dSis, _h, _uC, _nRC, _lTa, _t, _wPC],
  [0, 0, 0, 0, 0, 4, 4, 0, 0, () => NodegroupScalingConfig$, 64 | 0, 64 | 0, () => RemoteAccessConfig$, 0, 0, 128 | 0, () => taintsList, () => NodegroupResources$, 1, () => NodegroupHealth$, () => NodegroupUpdateConfig$, () => NodeRepairConfig$, () => LaunchTemplateSpecification$, 128 | 0, () => WarmPoolConfig$]
];
var NodegroupHealth$ = [
  3,
  n0,
  _NH,
  0,
  [_is],
  [() => IssueList]
];
var NodegroupResources$ = [
  3,
  n0,
  _NR,
  0,
  [_aSG, _rASG],
  [() => AutoScalingGroupList, 0]
];
var NodegroupScalingConfig$ = [
  3,
  n0,
  _NSC,
  0,
  [_mS, _mSa, _dSe],
  [1, 1, 1]
];
var NodegroupUpdateConfig$ = [
  3,
  n0,
  _NUC,
  0,
  [_mU, _mUP, _uS],
  [1, 1, 0]
];
var NodeRepairConfig$ = [
  3,
  n0,
  _NRC,
  0,
  [_en, _mUNTC, _mUNTP, _mPNRC, _mPNRP, _nRCO],
  [2, 1, 1, 1, 1, () => NodeRepairConfigOverridesList]
];
var NodeRepairConfigOverrides$ = [
  3,
  n0,
  _NRCO,
  0,
  [_nMC, _nUR, _mRWTM, _rAep],
  [0, 0, 1, 0]
];
var NodeResourcesFitConfig$ = [
  3,
  n0,
  _NRFC,
  0,
  [_sSc],
  [() => ScoringStrategy$]
];
var NodeResourcesFitVersionConfig$ = [
  3,
  n0,
  _NRFVC,
  0,
  [_sSc],
  [() => ScoringStrategyConfig$]
];
var OIDC$ = [
  3,
  n0,
  _OIDC,
  0,
  [_iss],
  [0]
];
var OidcIdentityProviderConfig$ = [
  3,
  n0,
  _OIPC,
  0,
  [_iPCN, _iPCA, _cN, _iU, _cI, _uCs, _uPs, _gC, _gP, _rCeq, _t, _st],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 128 | 0, 128 | 0, 0]
];
var OidcIdentityProviderConfigRequest$ = [
  3,
  n0,
  _OIPCR,
  0,
  [_iPCN, _iU, _cI, _uCs, _uPs, _gC, _gP, _rCeq],
  [0, 0, 0, 0, 0, 0, 0, 128 | 0],
  3
];
var OutpostConfigRequest$ = [
  3,
  n0,
  _OCR,
  0,
  [_oA, _cPIT, _cPP, _eIT, _ePt],
  [64 | 0, 0, () => ControlPlanePlacementRequest$, 0, () => EtcdPlacementRequest$],
  2
];
var OutpostConfigResponse$ = [
  3,
  n0,
  _OCRu,
  0,
  [_oA, _cPIT, _cPP, _eIT, _ePt],
  [64 | 0, 0, () => ControlPlanePlacementResponse$, 0, () => EtcdPlacementResponse$],
  2
];
var PodGcControllerConfigRequest$ = [
  3,
  n0,
  _PGCCR,
  0,
  [_tPGT],
  [1]
];
var PodGcControllerConfigResponse$ = [
  3,
  n0,
  _PGCCRo,
  0,
  [_tPGT],
  [1]
];
var PodGcControllerVersionConfig$ = [
  3,
  n0,
  _PGCVC,
  0,
  [_tPGT],
  [() => IntegerParameterConfig$]
];
var PodIdentityAssociation$ = [
  3,
  n0,
  _PIA,
  0,
  [_cN, _nam, _sA, _rA, _aAss, _aIs, _t, _cA, _mA, _oAw, _dST, _tRA, _eI, _po],
  [0, 0, 0, 0, 0, 0, 128 | 0, 4, 4, 0, 2, 0, 0, 0]
];
var PodIdentityAssociationSummary$ = [
  3,
  n0,
  _PIAS,
  0,
  [_cN, _nam, _sA, _aAss, _aIs, _oAw],
  [0, 0, 0, 0, 0, 0]
];
var PortRangeConstraints$ = [
  3,
  n0,
  _PRC,
  0,
  [_mP, _mPa],
  [() => IntegerRangeConstraint$, () => IntegerRangeConstraint$]
];
var PortRangeParameterConfig$ = [
  3,
  n0,
  _PRPC,
  0,
  [_dVe, _cons],
  [() => ServiceNodePortRange$, () => PortRangeConstraints$]
];
var Provider$ = [
  3,
  n0,
  _P,
  0,
  [_kA],
  [0]
];
var RegisterClusterRequest$ = [
  3,
  n0,
  _RCR,
  0,
  [_n, _cC, _cRT, _t],
  [0, () => ConnectorConfigRequest$, [0, 4], 128 | 0],
  2
];
var RegisterClusterResponse$ = [
  3,
  n0,
  _RCRe,
  0,
  [_cl],
  [() => Cluster$]
];
var RemoteAccessConfig$ = [
  3,
  n0,
  _RAC,
  0,
  [_eSK, _sSG],
  [0, 64 | 0]
];
var RemoteNetworkConfigRequest$ = [
  3,
  n0,
  _RNCR,
  0,
  [_rNN, _rPN],
  [() => RemoteNodeNetworkList, () => RemotePodNetworkList]
];
var RemoteNetworkConfigResponse$ = [
  3,
  n0,
  _RNCRe,
  0,
  [_rNN, _rPN],
  [() => RemoteNodeNetworkList, () => RemotePodNetworkList]
];
var RemoteNodeNetwork$ = [
  3,
  n0,
  _RNN,
  0,
  [_ci],
  [64 | 0]
];
var RemotePodNetwork$ = [
  3,
  n0,
  _RPN,
  0,
  [_ci],
  [64 | 0]
];
var ResourceConstraints$ = [
  3,
  n0,
  _RC,
  0,
  [_n, _w],
  [() => AllowedValuesConstraint$, () => IntegerRangeConstraint$]
];
var ResourceWeight$ = [
  3,
  n0,
  _RW,
  0,
  [_n, _w],
  [0, 1]
];
var RollbackConfig$ = [
  3,
  n0,
  _RCo,
  0,
  [_tM],
  [1]
];
var ScoringStrategy$ = [
  3,
  n0,
  _SS,
  0,
  [_ty, _res],
  [0, () => ResourceWeightList]
];
var ScoringStrategyConfig$ = [
  3,
  n0,
  _SSC,
  0,
  [_dVe, _cons],
  [() => ScoringStrategy$, () => ScoringStrategyConstraints$]
];
var ScoringStrategyConstraints$ = [
  3,
  n0,
  _SSCc,
  0,
  [_sSc, _res],
  [() => AllowedValuesConstraint$, () => ResourceConstraints$]
];
var ServiceNodePortRange$ = [
  3,
  n0,
  _SNPR,
  0,
  [_mP, _mPa],
  [1, 1]
];
var SsoIdentity$ = [
  3,
  n0,
  _SI,
  0,
  [_i, _ty],
  [0, 0],
  2
];
var StartInsightsRefreshRequest$ = [
  3,
  n0,
  _SIRR,
  0,
  [_cN],
  [[0, 1]],
  1
];
var StartInsightsRefreshResponse$ = [
  3,
  n0,
  _SIRRt,
  0,
  [_m, _st],
  [0, 0]
];
var StorageConfigRequest$ = [
  3,
  n0,
  _SCR,
  0,
  [_bS],
  [() => BlockStorage$]
];
var StorageConfigResponse$ = [
  3,
  n0,
  _SCRt,
  0,
  [_bS],
  [() => BlockStorage$]
];
var TagResourceRequest$ = [
  3,
  n0,
  _TRR,
  0,
  [_rAes, _t],
  [[0, 1], 128 | 0],
  2
];
var TagResourceResponse$ = [
  3,
  n0,
  _TRRa,
  0,
  [],
  []
];
var Taint$ = [
  3,
  n0,
  _T,
  0,
  [_k, _val, _ef],
  [0, 0, 0]
];
var UntagResourceRequest$ = [
  3,
  n0,
  _URR,
  0,
  [_rAes, _tK],
  [[0, 1], [64 | 0, { [_hQ]: _tK }]],
  2
];
var UntagResourceResponse$ = [
  3,
  n0,
  _URRn,
  0,
  [],
  []
];
var Update$ = [
  3,
  n0,
  _U,
  0,
  [_i, _st, _ty, _pa, _cA, _er, _can],
  [0, 0, 0, () => UpdateParams, 4, () => ErrorDetails, () => Cancellation$]
];
var UpdateAccessConfigRequest$ = [
  3,
  n0,
  _UACR,
  0,
  [_aM],
  [0]
];
var UpdateAccessEntryRequest$ = [
  3,
  n0,
  _UAER,
  0,
  [_cN, _pA, _kG, _cRT, _u],
  [[0, 1], [0, 1], 64 | 0, [0, 4], 0],
  2
];
var UpdateAccessEntryResponse$ = [
  3,
  n0,
  _UAERp,
  0,
  [_aEc],
  [() => AccessEntry$]
];
var UpdateAckConfig$ = [
  3,
  n0,
  _UAC,
  0,
  [_eCN, _dS],
  [2, 64 | 0]
];
var UpdateAddonRequest$ = [
  3,
  n0,
  _UAR,
  0,
  [_cN, _aN, _aV, _sARA, _rCe, _cRT, _cV, _pIA],
  [[0, 1], [0, 1], 0, 0, 0, [0, 4], 0, () => AddonPodIdentityAssociationsList],
  2
];
var UpdateAddonResponse$ = [
  3,
  n0,
  _UARp,
  0,
  [_up],
  [() => Update$]
];
var UpdateArgoCdConfig$ = [
  3,
  n0,
  _UACC,
  0,
  [_rRM, _nA],
  [() => UpdateRoleMappings$, () => ArgoCdNetworkAccessConfigRequest$]
];
var UpdateCapabilityConfiguration$ = [
  3,
  n0,
  _UCC,
  0,
  [_aC, _ac],
  [() => UpdateArgoCdConfig$, () => UpdateAckConfig$]
];
var UpdateCapabilityRequest$ = [
  3,
  n0,
  _UCR,
  0,
  [_cN, _cNa, _rA, _con, _cRT, _dPP],
  [[0, 1], [0, 1], 0, () => UpdateCapabilityConfiguration$, [0, 4], 0],
  2
];
var UpdateCapabilityResponse$ = [
  3,
  n0,
  _UCRp,
  0,
  [_up],
  [() => Update$]
];
var UpdateClusterConfigRequest$ = [
  3,
  n0,
  _UCCR,
  0,
  [_n, _rVC, _l, _cRT, _aCc, _uP, _zSC, _cCo, _kNC, _sC, _rNC, _dP, _cPSC, _kASC, _kSC, _kCMC],
  [[0, 1], () => VpcConfigRequest$, () => Logging$, [0, 4], () => UpdateAccessConfigRequest$, () => UpgradePolicyRequest$, () => ZonalShiftConfigRequest$, () => ComputeConfigRequest$, () => KubernetesNetworkConfigRequest$, () => StorageConfigRequest$, () => RemoteNetworkConfigRequest$, 2, () => ControlPlaneScalingConfig$, () => KubeApiServerConfigRequest$, () => KubeSchedulerConfigRequest$, () => KubeControllerManagerConfigRequest$],
  1
];
var UpdateClusterConfigResponse$ = [
  3,
  n0,
  _UCCRp,
  0,
  [_up],
  [() => Update$]
];
var UpdateClusterVersionRequest$ = [
  3,
  n0,
  _UCVR,
  0,
  [_n, _v, _cRT, _fo, _rCo],
  [[0, 1], 0, [0, 4], 2, () => RollbackConfig$],
  2
];
var UpdateClusterVersionResponse$ = [
  3,
  n0,
  _UCVRp,
  0,
  [_up],
  [() => Update$]
];
var UpdateEksAnywhereSubscriptionRequest$ = [
  3,
  n0,
  _UEASR,
  0,
  [_i, _aR, _cRT],
  [[0, 1], 2, [0, 4]],
  2
];
var UpdateEksAnywhereSubscriptionResponse$ = [
  3,
  n0,
  _UEASRp,
  0,
  [_su],
  [() => EksAnywhereSubscription$]
];
var UpdateLabelsPayload$ = [
  3,
  n0,
  _ULP,
  0,
  [_aOUL, _rL],
  [128 | 0, 64 | 0]
];
var UpdateNodegroupConfigRequest$ = [
  3,
  n0,
  _UNCR,
  0,
  [_cN, _nN, _la, _ta, _sCc, _uC, _nRC, _wPC, _cRT],
  [[0, 1], [0, 1], () => UpdateLabelsPayload$, () => UpdateTaintsPayload$, () => NodegroupScalingConfig$, () => NodegroupUpdateConfig$, () => NodeRepairConfig$, () => WarmPoolConfig$, [0, 4]],
  2
];
var UpdateNodegroupConfigResponse$ = [
  3,
  n0,
  _UNCRp,
  0,
  [_up],
  [() => Update$]
];
var UpdateNodegroupVersionRequest$ = [
  3,
  n0,
  _UNVR,
  0,
  [_cN, _nN, _v, _rV, _lTa, _fo, _cRT],
  [[0, 1], [0, 1], 0, 0, () => LaunchTemplateSpecification$, 2, [0, 4]],
  2
];
var UpdateNodegroupVersionResponse$ = [
  3,
  n0,
  _UNVRp,
  0,
  [_up],
  [() => Update$]
];
var UpdateParam$ = [
  3,
  n0,
  _UP,
  0,
  [_ty, _val],
  [0, 0]
];
var UpdatePodIdentityAssociationRequest$ = [
  3,
  n0,
  _UPIAR,
  0,
  [_cN, _aIs, _rA, _cRT, _dST, _tRA, _po],
  [[0, 1], [0, 1], 0, [0, 4], 2, 0, 0],
  2
];
var UpdatePodIdentityAssociationResponse$ = [
  3,
  n0,
  _UPIARp,
  0,
  [_as],
  [() => PodIdentityAssociation$]
];
var UpdateRoleMappings$ = [
  3,
  n0,
  _URM,
  0,
  [_aOURM, _rRMe],
  [() => ArgoCdRoleMappingList, () => ArgoCdRoleMappingList]
];
var UpdateTaintsPayload$ = [
  3,
  n0,
  _UTP,
  0,
  [_aOUT, _rT],
  [() => taintsList, () => taintsList]
];
var UpgradePolicyRequest$ = [
  3,
  n0,
  _UPR,
  0,
  [_sT],
  [0]
];
var UpgradePolicyResponse$ = [
  3,
  n0,
  _UPRp,
  0,
  [_sT],
  [0]
];
var VpcConfigRequest$ = [
  3,
  n0,
  _VCR,
  0,
  [_sIu, _sGI, _ePA, _ePAn, _pAC, _cPEM],
  [64 | 0, 64 | 0, 2, 2, 64 | 0, 0]
];
var VpcConfigResponse$ = [
  3,
  n0,
  _VCRp,
  0,
  [_sIu, _sGI, _cSGI, _vIp, _ePA, _ePAn, _pAC, _cPEM],
  [64 | 0, 64 | 0, 0, 0, 2, 2, 64 | 0, 0]
];
var WarmPoolConfig$ = [
  3,
  n0,
  _WPC,
  0,
  [_en, _mS, _mGPC, _pS, _rOSI],
  [2, 1, 1, 0, 2]
];
var ZonalShiftConfigRequest$ = [
  3,
  n0,
  _ZSCR,
  0,
  [_en],
  [2]
];
var ZonalShiftConfigResponse$ = [
  3,
  n0,
  _ZSCRo,
  0,
  [_en],
  [2]
];
var AccessPoliciesList = [
  1,
  n0,
  _APL,
  0,
  () => AccessPolicy$
];
var AckDisabledServicesList = 64 | 0;
var AddonCompatibilityDetails = [
  1,
  n0,
  _ACDd,
  0,
  () => AddonCompatibilityDetail$
];
var AddonIssueList = [
  1,
  n0,
  _AIL,
  0,
  () => AddonIssue$
];
var AddonPodIdentityAssociationsList = [
  1,
  n0,
  _APIAL,
  0,
  () => AddonPodIdentityAssociations$
];
var AddonPodIdentityConfigurationList = [
  1,
  n0,
  _APICL,
  0,
  () => AddonPodIdentityConfiguration$
];
var Addons = [
  1,
  n0,
  _Ad,
  0,
  () => AddonInfo$
];
var AddonVersionInfoList = [
  1,
  n0,
  _AVIL,
  0,
  () => AddonVersionInfo$
];
var AllowedValuesList = 64 | 0;
var ArgoCdRoleMappingList = [
  1,
  n0,
  _ACRML,
  0,
  () => ArgoCdRoleMapping$
];
var AssociatedAccessPoliciesList = [
  1,
  n0,
  _AAPL,
  0,
  () => AssociatedAccessPolicy$
];
var AutoScalingGroupList = [
  1,
  n0,
  _ASGL,
  0,
  () => AutoScalingGroup$
];
var CapabilityIssueList = [
  1,
  n0,
  _CIL,
  0,
  () => CapabilityIssue$
];
var CapabilitySummaryList = [
  1,
  n0,
  _CSL,
  0,
  () => CapabilitySummary$
];
var CategoryList = 64 | 0;
var CertificateAuthoritySummaryList = [
  1,
  n0,
  _CASL,
  0,
  () => CertificateAuthoritySummary$
];
var ClientStats = [
  1,
  n0,
  _CSli,
  0,
  () => ClientStat$
];
var ClusterIssueList = [
  1,
  n0,
  _CILl,
  0,
  () => ClusterIssue$
];
var ClusterVersionList = [
  1,
  n0,
  _CVL,
  0,
  () => ClusterVersionInformation$
];
var Compatibilities = [
  1,
  n0,
  _Com,
  0,
  () => Compatibility$
];
var ControlPlaneScalingTierList = [
  1,
  n0,
  _CPSTL,
  0,
  () => ControlPlaneScalingTierInfo$
];
var DeprecationDetails = [
  1,
  n0,
  _DDe,
  0,
  () => DeprecationDetail$
];
var EksAnywhereSubscriptionList = [
  1,
  n0,
  _EASL,
  0,
  () => EksAnywhereSubscription$
];
var EksAnywhereSubscriptionStatusValues = 64 | 0;
var EncryptionConfigList = [
  1,
  n0,
  _ECL,
  0,
  () => EncryptionConfig$
];
var ErrorDetails = [
  1,
  n0,
  _EDr,
  0,
  () => ErrorDetail$
];
var FargateProfileIssueList = [
  1,
  n0,
  _FPIL,
  0,
  () => FargateProfileIssue$
];
var FargateProfileSelectors = [
  1,
  n0,
  _FPSa,
  0,
  () => FargateProfileSelector$
];
var IdentityProviderConfigs = [
  1,
  n0,
  _IPCd,
  0,
  () => IdentityProviderConfig$
];
var IncludeClustersList = 64 | 0;
var InsightResourceDetails = [
  1,
  n0,
  _IRDn,
  0,
  () => InsightResourceDetail$
];
var InsightStatusValueList = 64 | 0;
var InsightSummaries = [
  1,
  n0,
  _ISns,
  0,
  () => InsightSummary$
];
var IssueList = [
  1,
  n0,
  _IL,
  0,
  () => Issue$
];
var labelsKeyList = 64 | 0;
var LicenseList = [
  1,
  n0,
  _LL,
  0,
  () => License$
];
var LogSetups = [
  1,
  n0,
  _LSo,
  0,
  () => LogSetup$
];
var LogTypes = 64 | 0;
var NodeRepairConfigOverridesList = [
  1,
  n0,
  _NRCOL,
  0,
  () => NodeRepairConfigOverrides$
];
var PodIdentityAssociationSummaries = [
  1,
  n0,
  _PIASo,
  0,
  () => PodIdentityAssociationSummary$
];
var RemoteNodeNetworkList = [
  1,
  n0,
  _RNNL,
  0,
  () => RemoteNodeNetwork$
];
var RemotePodNetworkList = [
  1,
  n0,
  _RPNL,
  0,
  () => RemotePodNetwork$
];
var ResourceWeightList = [
  1,
  n0,
  _RWL,
  0,
  () => ResourceWeight$
];
var SsoIdentityList = [
  1,
  n0,
  _SIL,
  0,
  () => SsoIdentity$
];
var StringList = 64 | 0;
var TagKeyList = 64 | 0;
var taintsList = [
  1,
  n0,
  _tL,
  0,
  () => Taint$
];
var UpdateParams = [
  1,
  n0,
  _UPp,
  0,
  () => UpdateParam$
];
var AdditionalInfoMap = 128 | 0;
var FargateProfileLabel = 128 | 0;
var labelsMap = 128 | 0;
var requiredClaimsMap = 128 | 0;
var TagMap = 128 | 0;
var ActivateCertificateAuthority$ = [
  9,
  n0,
  _ACAc,
  { [_ht]: ["POST", "/clusters/{clusterName}/certificate-authorities/{certificateAuthorityId}/activate", 200] },
  () => ActivateCertificateAuthorityRequest$,
  () => ActivateCertificateAuthorityResponse$
];
var AssociateAccessPolicy$ = [
  9,
  n0,
  _AAPs,
  { [_ht]: ["POST", "/clusters/{clusterName}/access-entries/{principalArn}/access-policies", 200] },
  () => AssociateAccessPolicyRequest$,
  () => AssociateAccessPolicyResponse$
];
var AssociateEncryptionConfig$ = [
  9,
  n0,
  _AEC,
  { [_ht]: ["POST", "/clusters/{clusterName}/encryption-config/associate", 200] },
  () => AssociateEncryptionConfigRequest$,
  () => AssociateEncryptionConfigResponse$
];
var AssociateIdentityProviderConfig$ = [
  9,
  n0,
  _AIPC,
  { [_ht]: ["POST", "/clusters/{clusterName}/identity-provider-configs/associate", 200] },
  () => AssociateIdentityProviderConfigRequest$,
  () => AssociateIdentityProviderConfigResponse$
];
var CancelUpdate$ = [
  9,
  n0,
  _CU,
  { [_ht]: ["POST", "/clusters/{name}/updates/{updateId}/cancel-update", 200] },
  () => CancelUpdateRequest$,
  () => CancelUpdateResponse$
];
var CreateAccessEntry$ = [
  9,
  n0,
  _CAE,
  { [_ht]: ["POST", "/clusters/{clusterName}/access-entries", 200] },
  () => CreateAccessEntryRequest$,
  () => CreateAccessEntryResponse$
];
var CreateAddon$ = [
  9,
  n0,
  _CAr,
  { [_ht]: ["POST", "/clusters/{clusterName}/addons", 200] },
  () => CreateAddonRequest$,
  () => CreateAddonResponse$
];
var CreateCapability$ = [
  9,
  n0,
  _CC,
  { [_ht]: ["POST", "/clusters/{clusterName}/capabilities", 200] },
  () => CreateCapabilityRequest$,
  () => CreateCapabilityResponse$
];
var CreateCertificateAuthority$ = [
  9,
  n0,
  _CCA,
  { [_ht]: ["POST", "/clusters/{clusterName}/certificate-authorities", 200] },
  () => CreateCertificateAuthorityRequest$,
  () => CreateCertificateAuthorityResponse$
];
var CreateCluster$ = [
  9,
  n0,
  _CCr,
  { [_ht]: ["POST", "/clusters", 200] },
  () => CreateClusterRequest$,
  () => CreateClusterResponse$
];
var CreateEksAnywhereSubscription$ = [
  9,
  n0,
  _CEAS,
  { [_ht]: ["POST", "/eks-anywhere-subscriptions", 200] },
  () => CreateEksAnywhereSubscriptionRequest$,
  () => CreateEksAnywhereSubscriptionResponse$
];
var CreateFargateProfile$ = [
  9,
  n0,
  _CFP,
  { [_ht]: ["POST", "/clusters/{clusterName}/fargate-profiles", 200] },
  () => CreateFargateProfileRequest$,
  () => CreateFargateProfileResponse$
];
var CreateNodegroup$ = [
  9,
  n0,
  _CN,
  { [_ht]: ["POST", "/clusters/{clusterName}/node-groups", 200] },
  () => CreateNodegroupRequest$,
  () => CreateNodegroupResponse$
];
var CreatePodIdentityAssociation$ = [
  9,
  n0,
  _CPIA,
  { [_ht]: ["POST", "/clusters/{clusterName}/pod-identity-associations", 200] },
  () => CreatePodIdentityAssociationRequest$,
  () => CreatePodIdentityAssociationResponse$
];
var DeleteAccessEntry$ = [
  9,
  n0,
  _DAE,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/access-entries/{principalArn}", 200] },
  () => DeleteAccessEntryRequest$,
  () => DeleteAccessEntryResponse$
];
var DeleteAddon$ = [
  9,
  n0,
  _DA,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/addons/{addonName}", 200] },
  () => DeleteAddonRequest$,
  () => DeleteAddonResponse$
];
var DeleteCapability$ = [
  9,
  n0,
  _DCe,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/capabilities/{capabilityName}", 200] },
  () => DeleteCapabilityRequest$,
  () => DeleteCapabilityResponse$
];
var DeleteCertificateAuthority$ = [
  9,
  n0,
  _DCA,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/certificate-authorities/{certificateAuthorityId}", 200] },
  () => DeleteCertificateAuthorityRequest$,
  () => DeleteCertificateAuthorityResponse$
];
var DeleteCluster$ = [
  9,
  n0,
  _DCel,
  { [_ht]: ["DELETE", "/clusters/{name}", 200] },
  () => DeleteClusterRequest$,
  () => DeleteClusterResponse$
];
var DeleteEksAnywhereSubscription$ = [
  9,
  n0,
  _DEAS,
  { [_ht]: ["DELETE", "/eks-anywhere-subscriptions/{id}", 200] },
  () => DeleteEksAnywhereSubscriptionRequest$,
  () => DeleteEksAnywhereSubscriptionResponse$
];
var DeleteFargateProfile$ = [
  9,
  n0,
  _DFP,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/fargate-profiles/{fargateProfileName}", 200] },
  () => DeleteFargateProfileRequest$,
  () => DeleteFargateProfileResponse$
];
var DeleteNodegroup$ = [
  9,
  n0,
  _DN,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/node-groups/{nodegroupName}", 200] },
  () => DeleteNodegroupRequest$,
  () => DeleteNodegroupResponse$
];
var DeletePodIdentityAssociation$ = [
  9,
  n0,
  _DPIA,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/pod-identity-associations/{associationId}", 200] },
  () => DeletePodIdentityAssociationRequest$,
  () => DeletePodIdentityAssociationResponse$
];
var DeregisterCluster$ = [
  9,
  n0,
  _DCer,
  { [_ht]: ["DELETE", "/cluster-registrations/{name}", 200] },
  () => DeregisterClusterRequest$,
  () => DeregisterClusterResponse$
];
var DescribeAccessEntry$ = [
  9,
  n0,
  _DAEe,
  { [_ht]: ["GET", "/clusters/{clusterName}/access-entries/{principalArn}", 200] },
  () => DescribeAccessEntryRequest$,
  () => DescribeAccessEntryResponse$
];
var DescribeAddon$ = [
  9,
  n0,
  _DAe,
  { [_ht]: ["GET", "/clusters/{clusterName}/addons/{addonName}", 200] },
  () => DescribeAddonRequest$,
  () => DescribeAddonResponse$
];
var DescribeAddonConfiguration$ = [
  9,
  n0,
  _DAC,
  { [_ht]: ["GET", "/addons/configuration-schemas", 200] },
  () => DescribeAddonConfigurationRequest$,
  () => DescribeAddonConfigurationResponse$
];
var DescribeAddonVersions$ = [
  9,
  n0,
  _DAV,
  { [_ht]: ["GET", "/addons/supported-versions", 200] },
  () => DescribeAddonVersionsRequest$,
  () => DescribeAddonVersionsResponse$
];
var DescribeCapability$ = [
  9,
  n0,
  _DCes,
  { [_ht]: ["GET", "/clusters/{clusterName}/capabilities/{capabilityName}", 200] },
  () => DescribeCapabilityRequest$,
  () => DescribeCapabilityResponse$
];
var DescribeCertificateAuthority$ = [
  9,
  n0,
  _DCAe,
  { [_ht]: ["GET", "/clusters/{clusterName}/certificate-authorities/{certificateAuthorityId}", 200] },
  () => DescribeCertificateAuthorityRequest$,
  () => DescribeCertificateAuthorityResponse$
];
var DescribeCluster$ = [
  9,
  n0,
  _DCesc,
  { [_ht]: ["GET", "/clusters/{name}", 200] },
  () => DescribeClusterRequest$,
  () => DescribeClusterResponse$
];
var DescribeClusterVersions$ = [
  9,
  n0,
  _DCV,
  { [_ht]: ["GET", "/cluster-versions", 200] },
  () => DescribeClusterVersionsRequest$,
  () => DescribeClusterVersionsResponse$
];
var DescribeEksAnywhereSubscription$ = [
  9,
  n0,
  _DEASe,
  { [_ht]: ["GET", "/eks-anywhere-subscriptions/{id}", 200] },
  () => DescribeEksAnywhereSubscriptionRequest$,
  () => DescribeEksAnywhereSubscriptionResponse$
];
var DescribeFargateProfile$ = [
  9,
  n0,
  _DFPe,
  { [_ht]: ["GET", "/clusters/{clusterName}/fargate-profiles/{fargateProfileName}", 200] },
  () => DescribeFargateProfileRequest$,
  () => DescribeFargateProfileResponse$
];
var DescribeIdentityProviderConfig$ = [
  9,
  n0,
  _DIPC,
  { [_ht]: ["POST", "/clusters/{clusterName}/identity-provider-configs/describe", 200] },
  () => DescribeIdentityProviderConfigRequest$,
  () => DescribeIdentityProviderConfigResponse$
];
var DescribeInsight$ = [
  9,
  n0,
  _DI,
  { [_ht]: ["GET", "/clusters/{clusterName}/insights/{id}", 200] },
  () => DescribeInsightRequest$,
  () => DescribeInsightResponse$
];
var DescribeInsightsRefresh$ = [
  9,
  n0,
  _DIRes,
  { [_ht]: ["GET", "/clusters/{clusterName}/insights-refresh", 200] },
  () => DescribeInsightsRefreshRequest$,
  () => DescribeInsightsRefreshResponse$
];
var DescribeNodegroup$ = [
  9,
  n0,
  _DNe,
  { [_ht]: ["GET", "/clusters/{clusterName}/node-groups/{nodegroupName}", 200] },
  () => DescribeNodegroupRequest$,
  () => DescribeNodegroupResponse$
];
var DescribePodIdentityAssociation$ = [
  9,
  n0,
  _DPIAe,
  { [_ht]: ["GET", "/clusters/{clusterName}/pod-identity-associations/{associationId}", 200] },
  () => DescribePodIdentityAssociationRequest$,
  () => DescribePodIdentityAssociationResponse$
];
var DescribeUpdate$ = [
  9,
  n0,
  _DU,
  { [_ht]: ["GET", "/clusters/{name}/updates/{updateId}", 200] },
  () => DescribeUpdateRequest$,
  () => DescribeUpdateResponse$
];
var DisassociateAccessPolicy$ = [
  9,
  n0,
  _DAP,
  { [_ht]: ["DELETE", "/clusters/{clusterName}/access-entries/{principalArn}/access-policies/{policyArn}", 200] },
  () => DisassociateAccessPolicyRequest$,
  () => DisassociateAccessPolicyResponse$
];
var DisassociateIdentityProviderConfig$ = [
  9,
  n0,
  _DIPCi,
  { [_ht]: ["POST", "/clusters/{clusterName}/identity-provider-configs/disassociate", 200] },
  () => DisassociateIdentityProviderConfigRequest$,
  () => DisassociateIdentityProviderConfigResponse$
];
var ListAccessEntries$ = [
  9,
  n0,
  _LAE,
  { [_ht]: ["GET", "/clusters/{clusterName}/access-entries", 200] },
  () => ListAccessEntriesRequest$,
  () => ListAccessEntriesResponse$
];
var ListAccessPolicies$ = [
  9,
  n0,
  _LAP,
  { [_ht]: ["GET", "/access-policies", 200] },
  () => ListAccessPoliciesRequest$,
  () => ListAccessPoliciesResponse$
];
var ListAddons$ = [
  9,
  n0,
  _LA,
  { [_ht]: ["GET", "/clusters/{clusterName}/addons", 200] },
  () => ListAddonsRequest$,
  () => ListAddonsResponse$
];
var ListAssociatedAccessPolicies$ = [
  9,
  n0,
  _LAAP,
  { [_ht]: ["GET", "/clusters/{clusterName}/access-entries/{principalArn}/access-policies", 200] },
  () => ListAssociatedAccessPoliciesRequest$,
  () => ListAssociatedAccessPoliciesResponse$
];
var ListCapabilities$ = [
  9,
  n0,
  _LC,
  { [_ht]: ["GET", "/clusters/{clusterName}/capabilities", 200] },
  () => ListCapabilitiesRequest$,
  () => ListCapabilitiesResponse$
];
var ListCertificateAuthorities$ = [
  9,
  n0,
  _LCA,
  { [_ht]: ["GET", "/clusters/{clusterName}/certificate-authorities", 200] },
  () => ListCertificateAuthoritiesRequest$,
  () => ListCertificateAuthoritiesResponse$
];
var ListClusters$ = [
  9,
  n0,
  _LCi,
  { [_ht]: ["GET", "/clusters", 200] },
  () => ListClustersRequest$,
  () => ListClustersResponse$
];
var ListEksAnywhereSubscriptions$ = [
  9,
  n0,
  _LEAS,
  { [_ht]: ["GET", "/eks-anywhere-subscriptions", 200] },
  () => ListEksAnywhereSubscriptionsRequest$,
  () => ListEksAnywhereSubscriptionsResponse$
];
var ListFargateProfiles$ = [
  9,
  n0,
  _LFP,
  { [_ht]: ["GET", "/clusters/{clusterName}/fargate-profiles", 200] },
  () => ListFargateProfilesRequest$,
  () => ListFargateProfilesResponse$
];
var ListIdentityProviderConfigs$ = [
  9,
  n0,
  _LIPC,
  { [_ht]: ["GET", "/clusters/{clusterName}/identity-provider-configs", 200] },
  () => ListIdentityProviderConfigsRequest$,
  () => ListIdentityProviderConfigsResponse$
];
var ListInsights$ = [
  9,
  n0,
  _LI,
  { [_ht]: ["POST", "/clusters/{clusterName}/insights", 200] },
  () => ListInsightsRequest$,
  () => ListInsightsResponse$
];
var ListNodegroups$ = [
  9,
  n0,
  _LN,
  { [_ht]: ["GET", "/clusters/{clusterName}/node-groups", 200] },
  () => ListNodegroupsRequest$,
  () => ListNodegroupsResponse$
];
var ListPodIdentityAssociations$ = [
  9,
  n0,
  _LPIA,
  { [_ht]: ["GET", "/clusters/{clusterName}/pod-identity-associations", 200] },
  () => ListPodIdentityAssociationsRequest$,
  () => ListPodIdentityAssociationsResponse$
];
var ListTagsForResource$ = [
  9,
  n0,
  _LTFR,
  { [_ht]: ["GET", "/tags/{resourceArn}", 200] },
  () => ListTagsForResourceRequest$,
  () => ListTagsForResourceResponse$
];
var ListUpdates$ = [
  9,
  n0,
  _LU,
  { [_ht]: ["GET", "/clusters/{name}/updates", 200] },
  () => ListUpdatesRequest$,
  () => ListUpdatesResponse$
];
var RegisterCluster$ = [
  9,
  n0,
  _RCe,
  { [_ht]: ["POST", "/cluster-registrations", 200] },
  () => RegisterClusterRequest$,
  () => RegisterClusterResponse$
];
var StartInsightsRefresh$ = [
  9,
  n0,
  _SIR,
  { [_ht]: ["POST", "/clusters/{clusterName}/insights-refresh", 200] },
  () => StartInsightsRefreshRequest$,
  () => StartInsightsRefreshResponse$
];
var TagResource$ = [
  9,
  n0,
  _TR,
  { [_ht]: ["POST", "/tags/{resourceArn}", 200] },
  () => TagResourceRequest$,
  () => TagResourceResponse$
];
var UntagResource$ = [
  9,
  n0,
  _UR,
  { [_ht]: ["DELETE", "/tags/{resourceArn}", 200] },
  () => UntagResourceRequest$,
  () => UntagResourceResponse$
];
var UpdateAccessEntry$ = [
  9,
  n0,
  _UAE,
  { [_ht]: ["POST", "/clusters/{clusterName}/access-entries/{principalArn}", 200] },
  () => UpdateAccessEntryRequest$,
  () => UpdateAccessEntryResponse$
];
var UpdateAddon$ = [
  9,
  n0,
  _UA,
  { [_ht]: ["POST", "/clusters/{clusterName}/addons/{addonName}/update", 200] },
  () => UpdateAddonRequest$,
  () => UpdateAddonResponse$
];
var UpdateCapability$ = [
  9,
  n0,
  _UC,
  { [_ht]: ["POST", "/clusters/{clusterName}/capabilities/{capabilityName}", 200] },
  () => UpdateCapabilityRequest$,
  () => UpdateCapabilityResponse$
];
var UpdateClusterConfig$ = [
  9,
  n0,
  _UCCp,
  { [_ht]: ["POST", "/clusters/{name}/update-config", 200] },
  () => UpdateClusterConfigRequest$,
  () => UpdateClusterConfigResponse$
];
var UpdateClusterVersion$ = [
  9,
  n0,
  _UCV,
  { [_ht]: ["POST", "/clusters/{name}/updates", 200] },
  () => UpdateClusterVersionRequest$,
  () => UpdateClusterVersionResponse$
];
var UpdateEksAnywhereSubscription$ = [
  9,
  n0,
  _UEAS,
  { [_ht]: ["POST", "/eks-anywhere-subscriptions/{id}", 200] },
  () => UpdateEksAnywhereSubscriptionRequest$,
  () => UpdateEksAnywhereSubscriptionResponse$
];
var UpdateNodegroupConfig$ = [
  9,
  n0,
  _UNC,
  { [_ht]: ["POST", "/clusters/{clusterName}/node-groups/{nodegroupName}/update-config", 200] },
  () => UpdateNodegroupConfigRequest$,
  () => UpdateNodegroupConfigResponse$
];
var UpdateNodegroupVersion$ = [
  9,
  n0,
  _UNV,
  { [_ht]: ["POST", "/clusters/{clusterName}/node-groups/{nodegroupName}/update-version", 200] },
  () => UpdateNodegroupVersionRequest$,
  () => UpdateNodegroupVersionResponse$
];
var UpdatePodIdentityAssociation$ = [
  9,
  n0,
  _UPIA,
  { [_ht]: ["POST", "/clusters/{clusterName}/pod-identity-associations/{associationId}", 200] },
  () => UpdatePodIdentityAssociationRequest$,
  () => UpdatePodIdentityAssociationResponse$
];

// node_modules/@aws-sdk/client-eks/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2017-11-01",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultEKSHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsRestJsonProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.eks",
      errorTypeRegistries,
      version: "2017-11-01",
      serviceTarget: "AWSWesleyFrontend"
    },
    serviceId: config?.serviceId ?? "EKS",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-eks/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion2(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-eks/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-eks/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-eks/dist-es/EKSClient.js
var EKSClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultEKSHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-eks/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "AWSWesleyFrontend", "EKSClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-eks/dist-es/commands/DescribeClusterCommand.js
var DescribeClusterCommand = class extends command(_ep0, _mw0, "DescribeCluster", DescribeCluster$) {
};

// packages/sdk/src/eks/client.ts
var eksClient = clientCache((config) => new EKSClient(config));

// packages/sdk/src/eks/cluster.ts
var describeAttempts = 5;
var describeMs = 15e3;
async function describeCluster(context, name) {
  const policy = { attempts: describeAttempts, deadline: context.clock.now() + describeMs };
  const answer = await call(context, "eks", "DescribeCluster", (options) => eksClient(context).send(new DescribeClusterCommand({ name }), options), policy);
  const cluster = answer.cluster;
  const authority = cluster?.certificateAuthority?.data;
  if (!cluster?.endpoint || !authority) throw notReady(name, cluster?.status ?? "no status");
  return {
    name,
    arn: cluster.arn ?? "",
    endpoint: cluster.endpoint,
    certificateAuthority: Buffer.from(authority, "base64").toString("utf8"),
    status: cluster.status ?? "",
    version: cluster.version ?? "",
    publicAccess: cluster.resourcesVpcConfig?.endpointPublicAccess ?? true,
    privateAccess: cluster.resourcesVpcConfig?.endpointPrivateAccess ?? false
  };
}
function notReady(name, status) {
  return new AwsError({
    code: "conflict",
    service: "eks",
    operation: "DescribeCluster",
    awsCode: "",
    message: `cluster ${name} has no endpoint yet (${status})`,
    hint: `Wait until the cluster is there: aws eks wait cluster-active --name ${name}`
  });
}

// packages/sdk/src/eks/presign.ts
var tokenLifeMs = 14 * 6e4;
var presignSeconds = 60;
async function presignEksToken({ clusterName, region, credentials, now }) {
  const hostname = `sts.${region}.${partitionOf(region)?.dnsSuffix ?? "amazonaws.com"}`;
  const signer = new SignatureV4({ service: "sts", region, credentials, sha256: NodeSha256 });
  const request = {
    method: "GET",
    protocol: "https:",
    hostname,
    path: "/",
    query: { Action: "GetCallerIdentity", Version: "2011-06-15" },
    headers: { host: hostname, "x-k8s-aws-id": clusterName }
  };
  const signed = await signer.presign(request, { expiresIn: presignSeconds, signingDate: new Date(now) });
  const query = Object.entries(signed.query ?? {}).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  const url = `https://${hostname}/?${query.join("&")}`;
  return { token: `k8s-aws-v1.${Buffer.from(url).toString("base64url")}`, expiresAt: now + tokenLifeMs };
}
function encode(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c2) => `%${c2.charCodeAt(0).toString(16).toUpperCase()}`);
}

// packages/sdk/src/eks/token.ts
async function eksToken(context, clusterName) {
  const credentials = await resolveCredentials(context);
  return presignEksToken({ clusterName, region: context.region, credentials, now: context.clock.now() });
}
async function resolveCredentials(context) {
  const { onCall: _, ...silent } = context;
  return call(silent, "eks", "GetToken", () => eksClient(context).config.credentials(), { attempts: 1 });
}

// actions/deploy-helm/src/cluster/eks.ts
var renewMs = 10 * 6e4;
async function connectEks({ name, region, roleArn }, namespace, context) {
  const fetchToken = (audience) => fetchIdToken(context, audience, sendHttp);
  const aws = await contextWithRole(context, { region, roleArn, userAgent: "slipway/deploy-helm", fetchToken });
  const described = await describeCluster(aws, name);
  const token = tokenKeeper(aws, name, context);
  const tokenFile = context.files.write("token", await token());
  const { endpoint: server, certificateAuthority: ca } = described;
  const kubeconfig = context.files.write("kubeconfig", renderKubeconfig({ server, ca, tokenFile, namespace }));
  const client = new KubernetesClient({ server, ca, token, environment: context.environment.all() }, context.clock);
  const stop = renewFile(token, tokenFile, context);
  return {
    client,
    kubeconfig,
    title: `EKS cluster ${name}`,
    publicAccess: described.publicAccess,
    principal: async () => (await getCallerIdentity(aws)).arn,
    close: () => {
      stop();
      client.close();
      closeContext(aws);
    }
  };
}
function tokenKeeper(aws, cluster, { clock, masks }) {
  let kept;
  return async () => {
    if (kept && kept.until > clock.now()) return kept.token;
    const { token } = await eksToken(aws, cluster);
    masks.add(token);
    kept = { token, until: clock.now() + renewMs };
    return token;
  };
}
function renewFile(token, file, context) {
  const controller = new AbortController();
  const renew = async () => {
    for (; ; ) {
      await context.clock.sleep(renewMs, controller.signal);
      renameSync(context.files.write("token.new", await token()), file);
    }
  };
  renew().catch((error) => {
    if (!controller.signal.aborted) context.log.warning(`the token for Helm could not be renewed: ${error.message}`);
  });
  return () => controller.abort(new Error("the step ends"));
}

// actions/deploy-helm/src/cluster/connect.ts
async function connect(inputs, context) {
  if (inputs.cluster.kind === "eks") return connectEks(inputs.cluster, inputs.namespace, context);
  const { file } = inputs.cluster;
  const connection = readConnection(file, context);
  const client = new KubernetesClient(connection, context.clock);
  return { client, kubeconfig: file, title: connection.server, publicAccess: true, principal: async () => "", close: () => client.close() };
}
function readConnection(file, context) {
  const { environment, clock, masks, runProcess } = context;
  const connection = readKubeconfig(file, { environment: environment.all(), now: () => clock.now(), runExec: runProcess });
  const { token } = connection;
  if (!token) return connection;
  const masked = async (signal) => {
    const value = await token(signal);
    masks.add(value);
    return value;
  };
  return { ...connection, token: masked };
}

// actions/deploy-helm/src/release/correct.ts
async function correctRecords({ client, namespace, release, before, why, signal }) {
  const last = before.at(-1)?.number ?? 0;
  const history = await readHistory(client, namespace, release, signal);
  const begun = history.filter(({ number }) => number > last);
  const good = lastGood(before, last + 1);
  if (begun.length > 0) for (const revision of superseded(before, history)) await markRevision(client, revision, "failed", why, signal);
  for (const revision of begun) if (revision.status !== "failed") await markRevision(client, revision, "failed", why, signal);
  const now = history.find(({ number }) => number === good?.number);
  if (begun.length > 0 && good && now && now.status !== "deployed") await markRevision(client, now, "deployed", good.record.info.description ?? "", signal);
  return { begun: begun.at(-1)?.number, good };
}
function superseded(before, now) {
  const failed2 = new Set(before.filter(({ status }) => status === "failed").map(({ number }) => number));
  return now.filter(({ number, status }) => status === "superseded" && failed2.has(number));
}

export {
  KubernetesError,
  KubernetesClient,
  Helm,
  parseValues,
  mergeValues,
  mapLeaves,
  parseTextMap,
  parseManifest,
  imagesOf,
  diffManifests,
  renderDifferences,
  isPending,
  readHistory,
  markRevision,
  lastGood,
  targetsOf,
  isPodReady,
  Recorder,
  connect,
  readConnection,
  correctRecords,
  stateNames,
  rememberStep,
  forgetStep
};
