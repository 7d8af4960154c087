const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  HttpError,
  answerTimeoutMs,
  connectTimeoutMs,
  httpAgent,
  httpsAgent,
  proxyFor
} from "./chunk-FJLWJYUI.js";
import {
  request
} from "./chunk-IBAIYVMO.js";

// packages/sdk/src/http.ts
import { request as httpsRequest } from "node:https";
var bodyLimitBytes = 64 * 1024 * 1024;
async function sendHttp(request2) {
  request2.signal.throwIfAborted();
  const url = new URL(request2.url);
  const secure = url.protocol === "https:";
  let proxy;
  let agent;
  try {
    proxy = proxyFor(url, request2.environment ?? {});
    agent = secure ? httpsAgent(proxy, { keepAlive: false }) : httpAgent(proxy, { keepAlive: false });
    const head = { method: request2.method ?? "GET", headers: { ...request2.headers }, agent };
    return await exchange(request2, url, (secure ? httpsRequest : request)(url, head));
  } catch (error) {
    if (request2.signal.aborted) throw request2.signal.reason;
    const ofProxy = HttpError.ofProxy(error, url.host, proxy);
    if (ofProxy || error instanceof HttpError) throw ofProxy ?? error;
    const { code = "EPROTO", message } = error;
    throw new HttpError(code, `${url.host}: ${message || code}`, error);
  } finally {
    agent?.destroy();
  }
}
function exchange(request2, url, sent) {
  return new Promise((resolve, reject) => {
    const fail = (error) => {
      done();
      reject(error);
      sent.destroy();
    };
    const stop = () => fail(new HttpError("ABORT_ERR", "aborted"));
    const late = (what, ms) => () => fail(new HttpError("ETIMEDOUT", `${url.host}: ${what} within ${ms / 1e3} s`));
    const connectMs = request2.connectMs ?? connectTimeoutMs;
    const connect = setTimeout(late("no connection", connectMs), connectMs);
    const answerMs = request2.answerMs ?? answerTimeoutMs;
    let silence;
    const hear = () => {
      clearTimeout(silence);
      silence = setTimeout(late("no answer", answerMs), answerMs);
    };
    const done = () => {
      clearTimeout(connect);
      clearTimeout(silence);
      request2.signal.removeEventListener("abort", stop);
    };
    request2.signal.addEventListener("abort", stop, { once: true });
    sent.on("socket", (socket) => {
      const connected = () => {
        clearTimeout(connect);
        hear();
      };
      if (socket.connecting) socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
      else connected();
      socket.on("data", hear);
      socket.on("drain", hear);
    });
    sent.on("error", fail);
    sent.on("response", (response) => {
      read(response, request2.bodyLimit ?? bodyLimitBytes).then((answer) => {
        done();
        resolve(answer);
      }, fail);
    });
    writeBody(sent, request2.body).catch((error) => sent.destroy(error));
  });
}
async function writeBody(sent, body) {
  if (body === void 0 || typeof body === "string" || body instanceof Uint8Array) {
    sent.end(body);
    return;
  }
  for await (const chunk of body) {
    if (!sent.write(chunk)) await drained(sent);
    if (sent.destroyed) return;
  }
  sent.end();
}
function drained(sent) {
  return new Promise((resolve) => {
    const go = () => {
      sent.off("drain", go);
      sent.off("close", go);
      resolve();
    };
    sent.on("drain", go);
    sent.on("close", go);
  });
}
async function read(response, limit) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > limit) throw new HttpError("ERR_BODY_TOO_LARGE", `the answer is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  if (!response.complete) throw new HttpError("ECONNRESET", "the answer broke off");
  const bytes = Buffer.concat(chunks);
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
  return {
    status: response.statusCode ?? 0,
    headers,
    bytes,
    get body() {
      return bytes.toString("utf8");
    }
  };
}

export {
  sendHttp
};
