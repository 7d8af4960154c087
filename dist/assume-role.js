import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  exportedVariables,
  rememberVariables
} from "./chunk-QVBNNU7D.js";
import {
  assumeRoleByToken,
  cleanSessionName,
  defaultSessionName,
  getCallerIdentity,
  isSessionName,
  parseRoleArn
} from "./chunk-6OHL2XCB.js";
import "./chunk-VNVIDMPC.js";
import {
  HttpError,
  isKnownRegion,
  knownRegions,
  partitionNamed,
  partitionOf,
  sendHttp
} from "./chunk-QGX54QZD.js";
import {
  AwsError,
  awsContextOf,
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
import {
  Failure,
  fetchIdToken,
  nearest,
  runAction,
  toFailure
} from "./chunk-BVCG4FXE.js";
import {
  code,
  table
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/assume-role/src/trust-statement.ts
function trustStatement(asked, claims) {
  const { host, provider, subject } = factsOf(asked, claims);
  const statement = {
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${host}:aud`]: asked.audience, [`${host}:sub`]: subject } }
  };
  return JSON.stringify(statement, null, 2);
}
function trustStatementInHcl(asked, claims) {
  const { host, provider, subject } = factsOf(asked, claims);
  const condition = (variable, value) => [
    "  condition {",
    '    test     = "StringEquals"',
    `    variable = ${quote(variable)}`,
    `    values   = [${quote(value)}]`,
    "  }"
  ];
  return [
    "statement {",
    '  actions = ["sts:AssumeRoleWithWebIdentity"]',
    "  principals {",
    '    type        = "Federated"',
    `    identifiers = [${quote(provider)}]`,
    "  }",
    ...condition(`${host}:aud`, asked.audience),
    ...condition(`${host}:sub`, subject),
    "}"
  ].join("\n");
}
function factsOf({ role }, claims) {
  const host = String(claims["iss"] ?? "https://token.actions.githubusercontent.com").replace(/^https:\/\//, "");
  return { host, provider: `arn:${role.partition}:iam::${role.accountId}:oidc-provider/${host}`, subject: String(claims["sub"] ?? "<sub>") };
}
function quote(text) {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");
}

// actions/assume-role/src/report.ts
var reasons = [
  "id-token-permission-missing",
  "oidc-refused",
  "trust-policy-refused",
  "oidc-provider-missing",
  "audience-refused",
  "token-expired",
  "duration-too-long",
  "packed-policy-too-large",
  "account-not-allowed",
  "role-not-allowed",
  "credentials-conflict"
];
function report({ role, claims }, inputs) {
  const expiration = role.credentials.expiration.toISOString();
  const keys = inputs.delivery === "outputs" || inputs.outputCredentials;
  return {
    outcome: "assumed",
    subject: { role: inputs.role.arn, accountId: role.accountId, region: inputs.region, sessionName: inputs.sessionName },
    result: {
      authenticatedArn: role.assumedRoleArn,
      assumedRoleId: role.assumedRoleId,
      expiration,
      delivery: inputs.delivery,
      claims: Object.fromEntries(
        Object.entries(claims).filter(([name]) => name !== "jti").sort()
      )
    },
    outputs: {
      "aws-account-id": role.accountId,
      "authenticated-arn": role.assumedRoleArn,
      "aws-expiration": expiration,
      "aws-access-key-id": keys ? role.credentials.accessKeyId : "",
      "aws-secret-access-key": keys ? role.credentials.secretAccessKey : "",
      "aws-session-token": keys ? role.credentials.sessionToken : "",
      "session-name": inputs.sessionName,
      "assumed-role-id": role.assumedRoleId,
      profile: "",
      "config-file": "",
      roles: { [inputs.role.name]: { arn: inputs.role.arn, "account-id": role.accountId, expiration, profile: "" } },
      "cloudtrail-query": cloudtrailQuery(role.assumedRoleArn)
    },
    summary: summaryOf({ role, claims }, inputs, expiration),
    ...inputs.delivery === "env" ? { exports: { environment: exportedVariables(role, inputs) } } : {}
  };
}
function cloudtrailQuery(sessionArn) {
  return `SELECT eventTime, eventSource, eventName, errorCode FROM <event-data-store-id> WHERE userIdentity.arn = '${sessionArn.replaceAll("'", "''")}' ORDER BY eventTime`;
}
function reportFailure(_failure, inputs) {
  const subject = inputs ? { role: inputs.role.arn, accountId: inputs.role.accountId, region: inputs.region, sessionName: inputs.sessionName } : {};
  return { outcome: "failed", subject, outputs: inputs ? { "session-name": inputs.sessionName } : {} };
}
function summaryOf({ role, claims }, inputs, expiration) {
  const rows = [
    ["Role", code(inputs.role.arn)],
    ["Session", code(inputs.sessionName)],
    ["Until", expiration],
    ["Delivery", inputs.delivery]
  ];
  const shown = inputs.explain === "always" ? explanation(claims, inputs) : [];
  return [`### Logged in to ${role.accountId}`, "", table(["", ""], rows), ...shown].join("\n");
}
function explanation(claims, inputs) {
  const fenced = (language, text) => ["", `\`\`\`${language}`, text.replaceAll("```", "'''"), "```"];
  return [
    "",
    "**Claims of the identity token**",
    "",
    ...claimLines(claims).map((line) => `- ${code(line)}`),
    "",
    "**The least that the trust policy has to hold for this run**",
    ...fenced("json", trustStatement(inputs, claims)),
    ...fenced("hcl", trustStatementInHcl(inputs, claims))
  ];
}

// actions/assume-role/src/explain.ts
var refusals = [
  {
    reason: "oidc-provider-missing",
    matches: (error) => /No OpenIDConnect provider found/i.test(error.awsMessage),
    remedy: ({ role }, claims) => `Create the provider once in account ${role.accountId}:
aws iam create-open-id-connect-provider --url ${claims["iss"] ?? "https://token.actions.githubusercontent.com"} --client-id-list ${claims["aud"] ?? "sts.amazonaws.com"}`
  },
  {
    reason: "audience-refused",
    matches: (error) => /Incorrect token audience/i.test(error.awsMessage),
    remedy: (inputs) => `Add the audience to the OIDC provider of account ${inputs.role.accountId}, or ask for one that it has (audience):
aws iam add-client-id-to-open-id-connect-provider --client-id ${inputs.audience} --open-id-connect-provider-arn arn:${inputs.role.partition}:iam::${inputs.role.accountId}:oidc-provider/token.actions.githubusercontent.com`
  },
  {
    reason: "token-expired",
    matches: (error) => /^ExpiredToken/.test(error.awsCode),
    remedy: (_inputs, claims, error, now) => `Run the job again; where the clocks differ, set the runner's (NTP). ${ageOf(claims, error)} ${skew(error, now)}`
  },
  {
    reason: "trust-policy-refused",
    matches: (error) => error.awsCode === "AccessDenied",
    remedy: (inputs, claims) => inputs.explain === "off" ? "Let the role's trust policy admit this run. `explain: on-failure` shows the statement that would." : `Let the role's trust policy admit this run:
${trustStatement(inputs, claims)}
or in Terraform:
${trustStatementInHcl(inputs, claims)}`
  },
  {
    reason: "duration-too-long",
    matches: (error) => /DurationSeconds/.test(error.awsMessage),
    remedy: ({ role, durationSeconds }) => `Ask for less (role-duration-seconds: 3600), or raise the role's limit:
aws iam update-role --role-name ${role.name} --max-session-duration ${durationSeconds}`
  },
  {
    reason: "packed-policy-too-large",
    matches: (error) => error.awsCode.startsWith("PackedPolicyTooLarge"),
    remedy: () => "Shorten inline-session-policy, or name fewer managed-session-policies: STS packs them into one small space."
  },
  {
    reason: "invalid-input",
    matches: (error) => error.awsCode.startsWith("MalformedPolicyDocument"),
    remedy: () => "Correct inline-session-policy: STS says what is wrong with it."
  },
  {
    reason: "access-denied",
    matches: (error) => error.awsCode.startsWith("RegionDisabled"),
    remedy: ({ role, region }) => `Enable ${region} for STS in account ${role.accountId} (IAM, account settings), or use another aws-region.`
  },
  {
    reason: "unreachable",
    matches: ({ awsCode, statusCode = 0 }) => awsCode === "Unknown" && statusCode < 500,
    remedy: () => "Something else answered in the name of STS. Check sts-endpoint and the proxy (HTTPS_PROXY, NO_PROXY)."
  },
  {
    reason: "credentials-missing",
    matches: (error) => error.awsCode.startsWith("InvalidClientTokenId"),
    remedy: ({ role, region }) => `STS does not know the keys. Run the job again where the role is new; else check sts-endpoint, and that ${region} is enabled in account ${role.accountId}.`
  },
  {
    reason: "oidc-refused",
    matches: (error) => /^(IDPRejectedClaim|InvalidIdentityToken)/.test(error.awsCode),
    remedy: () => "STS did not accept GitHub's token. Check that the OIDC provider's URL is the issuer above, letter by letter."
  }
];
function explainFailure(error, inputs, seen, context) {
  const stop = context.signal.aborted && context.signal.reason instanceof Failure ? context.signal.reason : void 0;
  if (stop) return stop.reason === "timeout" && seen.last !== void 0 ? explainLate(stop, inputs, seen, context) : stop;
  return error instanceof Failure ? error : explainError(error, inputs, seen.claims, context.clock.now());
}
function explainLate(stop, inputs, { claims, last }, { clock }) {
  const { what, reason, why, remedy, cause } = explainError(last, inputs, claims, clock.now());
  return new Failure({ what, reason, why: [...why, ...stop.why, "the try after it had no answer"], cause, ...remedy === void 0 ? {} : { remedy } });
}
function explainError(error, inputs, claims, now) {
  const what = `cannot assume ${inputs.role.arn}`;
  if (error instanceof HttpError)
    return new Failure({
      what,
      reason: error.code === "ETIMEDOUT" ? "timeout" : "unreachable",
      why: [`GitHub's token service: ${error.message}`],
      remedy: "Check the runner's way to GitHub: DNS, proxy (HTTPS_PROXY, NO_PROXY).",
      cause: error
    });
  if (!(error instanceof AwsError)) return toFailure(error, what, reasons);
  const refusal = refusals.find(({ matches }) => matches(error));
  if (!refusal) return toFailure(error, what, reasons);
  return new Failure({
    what,
    reason: refusal.reason,
    why: [error.message, ...inputs.explain === "off" ? [] : claimLines(claims)],
    remedy: refusal.remedy(inputs, claims, error, now),
    cause: error
  });
}
function claimLines(claims) {
  const names = ["iss", "aud", "sub", "repository", "ref", "environment", "job_workflow_ref", "event_name", "actor"];
  return names.filter((name) => claims[name] !== void 0).map((name) => `${name}: ${String(claims[name])}`);
}
function ageOf({ iat, exp }, { serverTime }) {
  if (serverTime === void 0 || typeof iat !== "number" || typeof exp !== "number") return "The token was older than it may be.";
  return `By STS's Date the token was ${Math.round(serverTime / 1e3 - iat)} s old; it lives ${exp - iat} s.`;
}
function skew({ serverTime }, now) {
  if (serverTime === void 0) return "STS gave no Date, so the clock skew is not known.";
  const seconds = Math.round((now - serverTime) / 1e3);
  return `Clock skew: this runner is ${Math.abs(seconds)} s ${seconds < 0 ? "behind" : "ahead of"} STS.`;
}

// actions/assume-role/src/role.ts
function accountIdFault(id) {
  if (/^\d{12}$/.test(id)) return void 0;
  if (/^\d{11}$/.test(id)) return `12 digits: YAML ate the leading zero of an unquoted number; write it quoted: "0${id}"`;
  return "12 digits, quoted";
}
function matchesGlob(glob, text) {
  const source = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}
function roleOfSession(sessionArn) {
  const match = /^arn:aws[a-z-]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(sessionArn);
  return match ? { accountId: match[1] ?? "", name: match[2] ?? "" } : void 0;
}

// actions/assume-role/src/guards.ts
function checkRequestedRole({ allowedAccounts, allowedRoles, role }) {
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(role.accountId))
    throw accountRefused(role.arn, role.accountId, allowedAccounts, "Nothing was called.");
  if (allowedRoles.length > 0 && !allowedRoles.some((glob) => matchesGlob(glob, role.arn))) throw roleRefused(role.arn, allowedRoles, "Nothing was called.");
}
function checkAssumedRole({ allowedAccounts, allowedRoles, role }, assumed) {
  const got = roleOfSession(assumed.assumedRoleArn);
  const guarded = allowedAccounts.length > 0 || allowedRoles.length > 0;
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(got?.accountId ?? ""))
    throw accountRefused(assumed.assumedRoleArn, got?.accountId ?? "", allowedAccounts, "Nothing was exported.");
  if (guarded && (got?.accountId !== role.accountId || got.name !== role.name))
    throw roleRefused(assumed.assumedRoleArn, allowedRoles, `STS answered with another role than ${role.arn}. Nothing was exported.`);
}
function accountRefused(arn, accountId, allowed, fact) {
  return new Failure({
    what: `${arn} is in an account that is not allowed`,
    reason: "account-not-allowed",
    why: [`account ${accountId}; allowed-account-ids has ${allowed.join(", ")}`, fact],
    remedy: `Correct role-to-assume, or add the account:
allowed-account-ids: |
  ${[...allowed, accountId].join("\n  ")}`
  });
}
function roleRefused(arn, allowed, fact) {
  return new Failure({
    what: `${arn} is not an allowed role`,
    reason: "role-not-allowed",
    why: [`allowed-role-arns has ${allowed.join(", ") || "nothing"}`, fact],
    remedy: `Correct role-to-assume, or add the role:
allowed-role-arns: |
  ${[...allowed, arn].join("\n  ")}`
  });
}

// actions/assume-role/src/assume-role.ts
async function assumeRole(inputs, context) {
  if (inputs.maskAccountId) context.masks.add(inputs.role.accountId);
  checkRequestedRole(inputs);
  const aws = stsContext(inputs, context);
  const seen = { claims: {}, last: void 0 };
  try {
    const role = await context.timings.phase("assume-role", () => login(inputs, aws, context, seen));
    context.masks.add(role.credentials.secretAccessKey);
    context.masks.add(role.credentials.sessionToken);
    checkAssumedRole(inputs, role);
    if (inputs.verify) await context.timings.phase("verify", () => verify(role, aws));
    if (inputs.delivery === "env") rememberVariables(role, inputs, context);
    context.log.info(`Assumed ${inputs.role.arn} as ${inputs.sessionName} until ${role.credentials.expiration.toISOString()}`);
    return { role, claims: seen.claims };
  } catch (error) {
    throw explainFailure(error, inputs, seen, context);
  } finally {
    closeContext(aws);
  }
}
function login(inputs, aws, context, seen) {
  return assumeRoleByToken(aws, {
    roleArn: inputs.role.arn,
    sessionName: inputs.sessionName,
    durationSeconds: inputs.durationSeconds,
    ...inputs.inlinePolicy === void 0 ? {} : { inlinePolicy: inputs.inlinePolicy },
    managedPolicyArns: inputs.managedPolicies,
    fetchToken: () => fetchIdToken(context, inputs.audience, sendHttp),
    onClaims: (claims) => {
      seen.claims = claims;
      seen.last = void 0;
    },
    onRetry: (error) => {
      seen.last = error;
    }
  });
}
function stsContext(inputs, context) {
  return awsContextOf(context, inputs.region, "slipway/assume-role", {
    ...inputs.stsEndpoint ? { endpoint: inputs.stsEndpoint } : {},
    fips: inputs.fips,
    dualStack: inputs.dualStack
  });
}
async function verify(role, aws) {
  const own = { ...aws, credentials: role.credentials };
  try {
    const caller = await getCallerIdentity(own);
    if (caller.arn === role.assumedRoleArn) return;
    throw new Failure({
      what: `the new keys are not those of ${role.assumedRoleArn}`,
      reason: "unreachable",
      why: [`sts:GetCallerIdentity: they belong to ${caller.arn}`, "Nothing was exported."],
      remedy: "Check sts-endpoint and the proxy: something else answers in the name of STS."
    });
  } finally {
    closeContext(own);
  }
}

// actions/assume-role/src/inputs.ts
var durations = { min: 900, max: 43200 };
var mostPolicies = 10;
var refused = {
  "aws-access-key-id": "no long-lived keys: give the job `id-token: write` and role-to-assume; keys that are in the job already are `source: environment`",
  "aws-secret-access-key": "no long-lived keys: give the job `id-token: write` and role-to-assume",
  "aws-session-token": "no keys as inputs; keys that are in the job already are `source: environment`",
  "role-chaining": "`roles` with `name = arn -> arn`, or `source: environment`",
  "force-skip-oidc": "`source`: environment, runner or web-identity-file",
  "use-existing-credentials": "`reuse: same-role`",
  "output-env-credentials": "`delivery: outputs`",
  "aws-profile": "`profile` with `delivery: refresh`",
  "overwrite-aws-profile": "nothing: the profile file is the job's own and never ~/.aws",
  "disable-retry": "`timeout`: permanent errors fail on the first answer",
  "retry-max-attempts": "`timeout`: one deadline over all tries",
  "action-timeout-s": "`timeout: 60s`",
  "special-characters-workaround": 'quotes around the variable in your script: "$AWS_SECRET_ACCESS_KEY"',
  "custom-tags": "`tags`",
  "role-skip-session-tagging": "nothing: no tags are sent unless `tags` asks for them"
};
function readInputs(reader, { github }) {
  const region = readRegion(reader);
  const role = readRole(reader, region);
  notYet(reader);
  oneHopOnly(reader, role);
  checkPartition(reader, region, role);
  return {
    region,
    role,
    audience: reader.text("audience") ?? partitionOf(region)?.audience ?? "sts.amazonaws.com",
    durationSeconds: reader.integer("role-duration-seconds", { fallback: 3600, ...durations }),
    sessionName: readSessionName(reader, github),
    inlinePolicy: readPolicy(reader),
    managedPolicies: readManagedPolicies(reader),
    delivery: readDelivery(reader),
    outputCredentials: reader.boolean("output-credentials", false),
    ...readGuards(reader, role),
    maskAccountId: reader.boolean("mask-aws-account-id", false),
    verify: reader.boolean("verify", false),
    explain: reader.choice("explain", ["on-failure", "always", "off"]),
    stsEndpoint: reader.text("sts-endpoint", {
      pattern: /^https?:\/\/[^\s@]+$/,
      want: "a URL without a password",
      example: "https://sts.eu-central-1.amazonaws.com"
    }),
    fips: reader.boolean("fips", false),
    dualStack: reader.boolean("dual-stack", false),
    timeout: reader.duration("timeout", "60s", { min: "1s", max: "10m" })
  };
}
function readRegion(reader) {
  const anyName = reader.boolean("allow-unknown-region", false);
  const region = reader.text("aws-region", { required: true, want: "a region", example: "eu-central-1" });
  if (region === "" || isKnownRegion(region)) return region;
  if (!/^[a-z0-9-]+$/.test(region)) reader.fault("aws-region", "a region name of lower-case letters, digits and dashes", "eu-central-1");
  else if (!anyName) {
    const near = nearest(region, knownRegions());
    reader.fault(
      "aws-region",
      near ? `a region of the partition table; did you mean ${near}? (allow-unknown-region: true lets it pass)` : "a region of the partition table (allow-unknown-region: true lets any pass)",
      near ?? "eu-central-1"
    );
  }
  return region;
}
var example = "arn:aws:iam::111122223333:role/deploy";
var nobody = { arn: "", partition: "aws", accountId: "", name: "" };
function readRole(reader, region) {
  const arn = reader.text("role-to-assume", { example });
  const name = reader.text("role-name", {
    pattern: /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    want: "a role name, after its path where it has one (no leading slash)",
    example: "deploy"
  });
  const account = reader.text("account-id");
  const accountFault = account === void 0 ? void 0 : accountIdFault(account);
  if (accountFault) reader.fault("account-id", accountFault, '"111122223333"');
  if (arn !== void 0) {
    const role = parseRoleArn(arn);
    if (!role) reader.fault("role-to-assume", roleWant(arn), example);
    if ((name ?? account) !== void 0) reader.fault("role-to-assume", "either role-to-assume or role-name and account-id, not both");
    return role ?? nobody;
  }
  if (name !== void 0 && account !== void 0) return roleByName(name, account, region);
  if (name !== void 0) reader.fault("account-id", "the account of role-name", '"111122223333"');
  else if (account !== void 0) reader.fault("role-name", "the role in account-id", "deploy");
  else if (!reader.given("roles")) reader.fault("role-to-assume", "role-to-assume, or role-name and account-id", example);
  return nobody;
}
function roleByName(name, accountId, region) {
  const partition = partitionOf(region)?.name ?? "aws";
  return { arn: `arn:${partition}:iam::${accountId}:role/${name}`, partition, accountId, name: name.split("/").at(-1) ?? name };
}
function roleWant(arn) {
  const account = /^arn:[\w-]+:iam::(\d+):role\//.exec(arn)?.[1];
  return account !== void 0 && account.length !== 12 ? `a role ARN whose account has ${accountIdFault(account) ?? "12 digits"}` : "the ARN of a role";
}
function checkPartition(reader, region, role) {
  const partition = partitionOf(region);
  if (role === nobody || !partition || role.partition === partition.name) return;
  if (!partitionNamed(role.partition)) reader.fault("role-to-assume", `a partition that exists, not ${role.partition}`);
  else if (reader.given("role-to-assume"))
    reader.fault(
      "role-to-assume",
      `a role in partition ${partition.name}, to which ${region} belongs`,
      `arn:${partition.name}:iam::${role.accountId}:role/${role.name}`
    );
}
function oneHopOnly(reader, role) {
  for (const name of ["role-external-id", "source-identity", "tags", "transitive-tag-keys"]) {
    const value = reader.text(name);
    if (value !== void 0)
      reader.fault(
        name,
        `no value for a role that is assumed by OIDC in one hop: STS refuses it there; it needs a second hop`,
        `roles: deploy = ${role.arn || "<arn>"} -> ${role.arn || "<arn>"} (roles is not available yet)`,
        "a value"
      );
  }
}
function notYet(reader) {
  reader.notYet({
    roles: void 0,
    source: "oidc",
    "web-identity-token-file": void 0,
    "on-packed-size": "fail",
    profile: void 0,
    "default-profile": "true",
    "unset-current-credentials": "false",
    "propagation-grace": "0s",
    reuse: "never",
    "min-remaining": "15m",
    "trust-policy-file": void 0,
    end: "false",
    "http-proxy": void 0,
    "no-proxy": void 0
  });
}
function readSessionName(reader, github) {
  const name = reader.text("role-session-name");
  if (name !== void 0 && !isSessionName(name))
    reader.fault("role-session-name", "2 to 64 characters of letters, digits and _+=,.@-", cleanSessionName(name));
  return name ?? defaultSessionName(github);
}
function readPolicy(reader) {
  const policy = reader.text("inline-session-policy");
  if (policy === void 0) return void 0;
  try {
    const parsed = JSON.parse(policy);
    if (parsed === null || typeof parsed !== "object" || !("Statement" in parsed))
      reader.fault("inline-session-policy", "an IAM policy with a Statement", '{"Version":"2012-10-17","Statement":[\u2026]}', "JSON without Statement");
    return JSON.stringify(parsed);
  } catch (error) {
    reader.fault(
      "inline-session-policy",
      `JSON (${error instanceof Error ? error.message : "it does not parse"})`,
      '{"Version":"2012-10-17","Statement":[\u2026]}',
      `${policy.length} characters`
    );
    return void 0;
  }
}
function readManagedPolicies(reader) {
  const arns = reader.list("managed-session-policies");
  const wrong = arns.find((arn) => !/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn));
  if (wrong) reader.fault("managed-session-policies", "ARNs of managed policies, one a line", "arn:aws:iam::aws:policy/ReadOnlyAccess", JSON.stringify(wrong));
  if (arns.length > mostPolicies) reader.fault("managed-session-policies", `at most ${mostPolicies} policies`, void 0, `${arns.length} policies`);
  return arns;
}
function readDelivery(reader) {
  const delivery = reader.choice("delivery", ["env", "refresh", "outputs"]);
  if (delivery === "refresh") reader.fault("delivery", "env or outputs: refresh is not available yet", "env");
  return delivery === "outputs" ? "outputs" : "env";
}
function readGuards(reader, role) {
  const allowedAccounts = reader.list("allowed-account-ids", { commas: true });
  for (const id of allowedAccounts) {
    const fault = accountIdFault(id);
    if (fault) reader.fault("allowed-account-ids", fault, '"111122223333"', JSON.stringify(id));
  }
  const allowedRoles = reader.list("allowed-role-arns");
  for (const glob of allowedRoles)
    if (!matchesGlob("arn:*", glob))
      reader.fault("allowed-role-arns", "ARNs, `*` allowed, one a line", role.arn || "arn:aws:iam::111122223333:role/*", JSON.stringify(glob));
  return { allowedAccounts, allowedRoles };
}

// actions/assume-role/src/main.ts
await runAction({ name: "assume-role", readInputs, refused, run: assumeRole, report, reportFailure, reasons });
