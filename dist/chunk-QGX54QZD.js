import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  answerTimeoutMs,
  connectTimeoutMs
} from "./chunk-NWFVMLHD.js";
import {
  Agent,
  request
} from "./chunk-QIFOMW7R.js";

// packages/sdk/src/http.ts
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
var HttpError = class extends Error {
  code;
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "HttpError";
    this.code = code;
  }
};
var bodyLimitBytes = 64 * 1024 * 1024;
async function sendHttp(request2) {
  request2.signal.throwIfAborted();
  const url = new URL(request2.url);
  const secure = url.protocol === "https:";
  const options = { proxyEnv: { ...request2.environment ?? {} }, keepAlive: false };
  const agent = secure ? new HttpsAgent(options) : new Agent(options);
  try {
    return await exchange(
      request2,
      url,
      (secure ? httpsRequest : request)(url, {
        method: request2.method ?? "GET",
        headers: { ...request2.headers },
        agent
      })
    );
  } catch (error) {
    if (request2.signal.aborted) throw request2.signal.reason;
    if (error instanceof HttpError) throw error;
    const { code = "EPROTO", message } = error;
    throw new HttpError(code, `${url.host}: ${message || code}`, error);
  } finally {
    agent.destroy();
  }
}
function exchange(request2, url, sent) {
  return new Promise((resolve, reject) => {
    const stop = () => sent.destroy(new HttpError("ABORT_ERR", "aborted"));
    const late = (what, ms) => () => sent.destroy(new HttpError("ETIMEDOUT", `${url.host}: ${what} within ${ms / 1e3} s`));
    const connect = setTimeout(late("no connection", connectTimeoutMs), connectTimeoutMs);
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
    const fail = (error) => {
      done();
      reject(error);
    };
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

// packages/sdk/src/partitions/table.ts
var partitions = [
  {
    name: "aws",
    dnsSuffix: "amazonaws.com",
    pattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    regions: [
      "af-south-1",
      "ap-east-1",
      "ap-east-2",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-northeast-3",
      "ap-south-1",
      "ap-south-2",
      "ap-southeast-1",
      "ap-southeast-2",
      "ap-southeast-3",
      "ap-southeast-4",
      "ap-southeast-5",
      "ap-southeast-6",
      "ap-southeast-7",
      "ca-central-1",
      "ca-west-1",
      "eu-central-1",
      "eu-central-2",
      "eu-north-1",
      "eu-south-1",
      "eu-south-2",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "il-central-1",
      "me-central-1",
      "me-south-1",
      "me-west-1",
      "mx-central-1",
      "sa-east-1",
      "sa-west-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2"
    ]
  },
  {
    name: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    pattern: /^cn-\w+-\d+$/,
    regions: ["cn-north-1", "cn-northwest-1"]
  },
  {
    name: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    pattern: /^eusc-(de)-\w+-\d+$/,
    regions: ["eusc-de-east-1"]
  },
  {
    name: "aws-iso",
    dnsSuffix: "c2s.ic.gov",
    pattern: /^us-iso-\w+-\d+$/,
    regions: ["us-iso-east-1", "us-iso-west-1"]
  },
  {
    name: "aws-iso-b",
    dnsSuffix: "sc2s.sgov.gov",
    pattern: /^us-isob-\w+-\d+$/,
    regions: ["us-isob-east-1", "us-isob-west-1"]
  },
  {
    name: "aws-iso-e",
    dnsSuffix: "cloud.adc-e.uk",
    pattern: /^eu-isoe-\w+-\d+$/,
    regions: ["eu-isoe-west-1"]
  },
  {
    name: "aws-iso-f",
    dnsSuffix: "csp.hci.ic.gov",
    pattern: /^us-isof-\w+-\d+$/,
    regions: ["us-isof-east-1", "us-isof-south-1"]
  },
  {
    name: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    pattern: /^us-gov-\w+-\d+$/,
    regions: ["us-gov-east-1", "us-gov-west-1"]
  }
];

// packages/sdk/src/partitions/index.ts
function knownRegions() {
  return partitions.flatMap((partition) => partition.regions).sort();
}
function partitionOf(region) {
  const data = partitions.find((entry) => entry.regions.includes(region)) ?? partitions.find((entry) => entry.pattern.test(region));
  return data && described(data);
}
function partitionNamed(name) {
  const data = partitions.find((entry) => entry.name === name);
  return data && described(data);
}
function isKnownRegion(region) {
  return partitions.some((entry) => entry.regions.includes(region));
}
function described({ name, dnsSuffix }) {
  const audience = name === "aws" || name === "aws-us-gov" ? "sts.amazonaws.com" : `sts.${dnsSuffix}`;
  return { name, dnsSuffix, audience };
}

export {
  HttpError,
  sendHttp,
  knownRegions,
  partitionOf,
  partitionNamed,
  isKnownRegion
};
