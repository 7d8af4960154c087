const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  getAuthorizationToken,
  getPublicAuthorizationToken,
  hostKind,
  isPublicRegistry
} from "./chunk-XABO7ILW.js";

// actions/ecr-login/src/helper-script.ts
var helperName = "slipway";
var helperProgram = `docker-credential-${helperName}`;
function helperScript(node, file) {
  return `#!/bin/sh
exec ${quote(node)} ${quote(file)} "$@"
`;
}
function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

// actions/ecr-login/src/unresolved.ts
var unresolvedName = "ENOTFOUND";
var unresolvedTries = 3;
function countUnresolved() {
  let seen = 0;
  return ({ awsCode }) => {
    if (awsCode === unresolvedName) seen += 1;
    return seen >= unresolvedTries;
  };
}

// actions/ecr-login/src/mint.ts
var endpointVariables = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_ECR", "AWS_ENDPOINT_URL_ECR_PUBLIC"];
function contextPart(hosts, variable) {
  if (endpointVariables.some((name) => variable(name) !== void 0)) return {};
  const kinds = hosts.map(hostKind);
  return { fips: kinds.some(({ fips }) => fips), dualStack: kinds.some(({ dualStack }) => dualStack) };
}
function mintPassword(context, host) {
  const mint = isPublicRegistry(host) ? getPublicAuthorizationToken : getAuthorizationToken;
  return mint(context, { giveUp: countUnresolved() });
}

export {
  helperName,
  helperProgram,
  helperScript,
  unresolvedName,
  contextPart,
  mintPassword
};
