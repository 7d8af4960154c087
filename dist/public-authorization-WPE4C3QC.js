const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  NodeSha256
} from "./chunk-KT4OJ4EK.js";
import {
  ecrClient
} from "./chunk-CEY5YT7V.js";
import "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import {
  SignatureV4
} from "./chunk-ZC465YLL.js";
import "./chunk-BCQYPPXB.js";
import "./chunk-BQVGT3GG.js";
import "./chunk-YAZ3AOZW.js";
import "./chunk-XI6AQZL3.js";
import "./chunk-7MWBAGVT.js";
import "./chunk-HWU333NJ.js";
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError,
  call
} from "./chunk-2ANFHKXR.js";
import {
  HttpError
} from "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SQMIN5AU.js";

// packages/sdk/src/ecr/public-authorization.ts
var service = "ecr-public";
var operation = "GetAuthorizationToken";
var publicTokenStatement = '{ "Effect": "Allow", "Action": ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"], "Resource": "*" }';
async function requestPublicToken(context, policy) {
  const send = async () => tokenIn(await post(context, await ecrClient(context).config.credentials()));
  try {
    return await call(context, service, operation, send, policy);
  } catch (error) {
    throw error instanceof AwsError && error.code === "access-denied" ? withStatement(error) : error;
  }
}
async function post(context, credentials) {
  const url = new URL(endpointOf(context));
  const body = "{}";
  const signer = new SignatureV4({ service, region: context.region, credentials, sha256: NodeSha256 });
  const headers = { host: url.host, "content-type": "application/x-amz-json-1.1", "x-amz-target": `SpencerFrontendService.${operation}` };
  const unsigned = { method: "POST", protocol: url.protocol, hostname: url.hostname, path: url.pathname, query: {}, headers, body };
  const signed = await signer.sign(unsigned, { signingDate: new Date(context.clock.now()) });
  const { signal, environment, userAgent = "slipway" } = context;
  try {
    return await sendHttp({
      method: "POST",
      url: url.href,
      headers: { ...signed.headers, "user-agent": userAgent },
      body,
      signal,
      ...environment ? { environment } : {}
    });
  } catch (error) {
    if (error instanceof HttpError && error.code === "ETIMEDOUT") throw named("TimeoutError", error.message);
    throw error;
  }
}
function endpointOf({ region, endpoint, environment = {}, dualStack }) {
  const configured = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true" ? "" : environment["AWS_ENDPOINT_URL_ECR_PUBLIC"] || environment["AWS_ENDPOINT_URL"];
  if (endpoint || configured) return endpoint || configured || "";
  const both = dualStack || environment["AWS_USE_DUALSTACK_ENDPOINT"] === "true";
  return both ? `https://ecr-public.${region}.api.aws` : `https://api.ecr-public.${region}.amazonaws.com`;
}
function tokenIn(answer) {
  const body = JSON.parse(answer.body);
  if (answer.status !== 200) throw refusal(answer, body);
  const { authorizationToken, expiresAt } = body.authorizationData ?? {};
  return { authorizationToken, expiresAt: expiresAt === void 0 ? void 0 : new Date(expiresAt * 1e3) };
}
function refusal({ status, headers }, body) {
  const { __type = headers["x-amzn-errortype"] ?? "", message, Message } = body;
  const name = __type.replace(/^.*#/, "").replace(/:.*$/, "");
  const requestId = headers["x-amzn-requestid"];
  return Object.assign(named(name, message ?? Message ?? `status ${status}`), {
    $metadata: { httpStatusCode: status, ...requestId ? { requestId } : {} },
    $response: { statusCode: status, headers }
  });
}
function named(name, message) {
  return Object.assign(new Error(message), { name });
}
function withStatement(error) {
  const { code, awsCode, awsMessage, requestId, statusCode, serverTime, cause } = error;
  return new AwsError({
    code,
    service,
    operation,
    awsCode,
    message: awsMessage,
    hint: `Allow the role both actions in its policy:
${publicTokenStatement}`,
    cause,
    ...requestId === void 0 ? {} : { requestId },
    ...statusCode === void 0 ? {} : { statusCode },
    ...serverTime === void 0 ? {} : { serverTime }
  });
}
export {
  requestPublicToken
};
