const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  Agent
} from "./chunk-IBAIYVMO.js";

// packages/sdk/src/no-proxy.ts
import { BlockList, isIP } from "node:net";
function goesPast({ host, port }, list) {
  const plain = host.toLowerCase().replace(/\.$/, "");
  return list.toLowerCase().split(/[\s,]+/).some((entry) => entry !== "" && matchesEntry(plain, port, entry));
}
function matchesEntry(host, port, entry) {
  if (entry.includes("/")) return isInBlock(host, entry);
  const { name, onlyPort } = splitPort(entry);
  if (onlyPort !== void 0 && onlyPort !== port) return false;
  if (name.includes("*")) return globOf(name).test(host);
  if (isIP(host)) return isIP(name) > 0 && isInBlock(host, `${name}/${isIP(name) === 4 ? 32 : 128}`);
  const domain = name.replace(/^\./, "").replace(/\.$/, "");
  return domain !== "" && (host === domain || host.endsWith(`.${domain}`));
}
function splitPort(entry) {
  if (isIP(entry) === 6) return { name: entry };
  const [, bracketed, bare, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  return { name: bracketed ?? bare ?? entry, ...port === void 0 ? {} : { onlyPort: Number(port) } };
}
function globOf(name) {
  const source = name.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${source.join(".*")}$`, "s");
}
function isInBlock(host, block) {
  const [address = "", bits = "", more] = block.split("/");
  const family = isIP(address) === 4 ? "ipv4" : "ipv6";
  const longest = family === "ipv4" ? 32 : 128;
  if (more !== void 0 || isIP(host) === 0 || isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > longest) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return list.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
}

// packages/sdk/src/proxy.ts
var linkLocal = "169.254.0.0/16 fe80::/10 fd00:ec2::/32";
var ProxySettingError = class extends Error {
  constructor(variable) {
    super(`${variable} is no URL of a proxy: it has to be http://host:port or https://host:port`);
    this.name = "ProxySettingError";
  }
};
function proxyFor(url, environment) {
  const { protocol, hostname, port } = typeof url === "string" ? new URL(url) : url;
  const secure = protocol === "https:";
  const variable = secure ? "HTTPS_PROXY" : "HTTP_PROXY";
  const proxy = variableOf(environment, variable);
  if (proxy === void 0) return void 0;
  const target = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (secure ? 443 : 80) };
  if (goesPast(target, linkLocal) || goesPast(target, variableOf(environment, "NO_PROXY") ?? "")) return void 0;
  const full = proxy.includes("://") ? proxy : `http://${proxy}`;
  if (!URL.canParse(full) || !/^https?:$/.test(new URL(full).protocol)) throw new ProxySettingError(variable);
  return full;
}
function variableOf(environment, name) {
  return environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || void 0;
}
function agentProxy(proxy) {
  return proxy === void 0 ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
}
function shownProxy(proxy) {
  return new URL(proxy).origin;
}

// packages/sdk/src/http-error.ts
var passingProxyStatus = (status) => status >= 500 || status === 408 || status === 429;
var HttpError = class _HttpError extends Error {
  code;
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "HttpError";
    this.code = code;
  }
  /** Whether the same request may get an answer a moment later. */
  get retryable() {
    return !isFinalConnectionCode(this.code);
  }
  /** What a proxy's trouble looks like; `undefined` for an error that is none. Neither message nor cause shows its password. */
  static ofProxy(error, host, proxy) {
    if (error instanceof ProxySettingError) return new _HttpError("ERR_PROXY", error.message);
    if (proxy === void 0 || !(error instanceof Error) || error instanceof _HttpError) return void 0;
    const { code = "", statusCode = 0 } = error;
    const shown = shownProxy(proxy);
    if (code === "ERR_PROXY_TUNNEL") {
      const said = /: (HTTP\/[\d.]+ .*)$/.exec(error.message)?.[1] ?? "no answer";
      const final = statusCode > 0 && !passingProxyStatus(statusCode);
      return new _HttpError(final ? "ERR_PROXY" : "ECONNRESET", `the proxy ${shown} does not connect to ${host}: ${said.trim()}`);
    }
    if (!/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET)/.test(code)) return void 0;
    return new _HttpError(code, `${host} by way of the proxy ${shown}: ${error.message}`);
  }
};
function isFinalConnectionCode(code) {
  return code === "ERR_PROXY" || code === "ERR_TLS_CERT_ALTNAME_INVALID" || /^(CERT_|UNABLE_TO_|(DEPTH_ZERO_)?SELF_SIGNED_CERT)/.test(code);
}

// packages/sdk/src/agents.ts
import { Agent as HttpsAgent } from "node:https";
var TunnelAgent = class extends HttpsAgent {
  #opened = /* @__PURE__ */ new Set();
  createConnection(...args) {
    const socket = super.createConnection(...args);
    if (socket) {
      this.#opened.add(socket);
      socket.once("close", () => this.#opened.delete(socket));
    }
    return socket;
  }
  destroy() {
    super.destroy();
    for (const socket of this.#opened) socket.destroy();
  }
};
function httpsAgent(proxy, options) {
  return proxy === void 0 ? new HttpsAgent({ ...options, proxyEnv: {} }) : new TunnelAgent({ ...options, proxyEnv: agentProxy(proxy) });
}
function httpAgent(proxy, options) {
  return new Agent({ ...options, proxyEnv: agentProxy(proxy) });
}

// packages/sdk/src/limits.ts
var connectTimeoutMs = 5e3;
var answerTimeoutMs = 1e4;

// packages/sdk/src/retry.ts
var defaultBaseMs = 100;
var defaultCapMs = 5e3;
async function retry(operation, options) {
  const { clock, signal, deadline, decide, attempts = Number.POSITIVE_INFINITY, random = Math.random } = options;
  const base = options.baseMs ?? defaultBaseMs;
  const cap = options.capMs ?? defaultCapMs;
  let pause = base;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const decision = decide(error);
      if (!decision.retry || attempt >= attempts) throw error;
      pause = Math.min(cap, base + random() * (pause * 3 - base));
      const wait = Math.max(pause, decision.afterMs ?? 0);
      if (clock.now() + wait >= deadline) throw error;
      await clock.sleep(wait, signal);
    }
  }
}
function seededRandom(...parts) {
  let state = 2166136261;
  for (const byte of Buffer.from(parts.join("\0"))) state = Math.imul(state ^ byte, 16777619);
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}

export {
  proxyFor,
  httpsAgent,
  httpAgent,
  HttpError,
  isFinalConnectionCode,
  connectTimeoutMs,
  answerTimeoutMs,
  retry,
  seededRandom
};
