const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  chainExample,
  lineExample,
  readLines
} from "./chunk-GG2MYP7B.js";
import {
  TokenPool,
  contextFor,
  defined,
  environmentFor,
  loginWith,
  proxySecrets
} from "./chunk-QGNCUWLL.js";
import {
  announceFolder,
  exportedVariables,
  keepRecord,
  rememberLogin
} from "./chunk-X7JTNCAQ.js";
import {
  clearedVariables
} from "./chunk-SIAYCEYD.js";
import "./chunk-Y7LMCJ2O.js";
import {
  findRecords,
  hashOf,
  jobOf
} from "./chunk-IWMNPYM5.js";
import "./chunk-APROHPK4.js";
import {
  cleanSessionName,
  defaultSessionName,
  getCallerIdentity,
  isSessionName,
  parseRoleArn,
  roleOfSession
} from "./chunk-DUIDKB3Q.js";
import {
  isKnownRegion,
  knownRegions,
  partitionNamed,
  partitionOf
} from "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import {
  AwsError,
  closeContext
} from "./chunk-2ANFHKXR.js";
import {
  HttpError
} from "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  runAction,
  toFailure
} from "./chunk-XWKQ645Z.js";
import {
  nearest
} from "./chunk-RAUTGCC4.js";
import {
  shapeOf
} from "./chunk-PM2L73EJ.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  readFileSync,
  realpathSync,
  statSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/reuse.ts
function reusableOf(plan, role) {
  return {
    roleArn: plan.hops.at(-1) ?? "",
    sessionArn: role.assumedRoleArn,
    accountId: role.accountId,
    assumedRoleId: role.assumedRoleId,
    sessionName: plan.sessionName,
    expiration: role.credentials.expiration.toISOString(),
    fingerprint: fingerprintOf(plan),
    keys: keysHash(role.credentials.accessKeyId, role.credentials.secretAccessKey, role.credentials.sessionToken)
  };
}
function fingerprintOf(plan) {
  const shape = [
    plan.source,
    plan.tokenFile ?? null,
    plan.audience,
    plan.endpoint ?? null,
    plan.fips,
    plan.hops,
    plan.externalId === void 0 ? null : hashOf(plan.externalId),
    plan.inlinePolicy ?? null,
    [...plan.managedPolicies].sort(),
    plan.tags.map(({ key, value }) => JSON.stringify([key, value])).sort(),
    [...plan.transitiveTagKeys].sort(),
    plan.sourceIdentity ?? null
  ];
  return hashOf(JSON.stringify(shape));
}
function findReusable(plan, minRemainingMs, context) {
  const records = findRecords(context.github.temp, jobOf(context.github)).flatMap(({ record }) => record.reusable);
  const found = judgeReuse(plan, records, { now: context.clock.now(), minRemainingMs, read: (name) => context.environment.get(name) });
  if (typeof found !== "string") return found;
  context.log.info(`Not reused: ${found}.`);
  return void 0;
}
function judgeReuse(plan, records, { now, minRemainingMs, read }) {
  const accessKeyId = read("AWS_ACCESS_KEY_ID");
  const secretAccessKey = read("AWS_SECRET_ACCESS_KEY");
  const sessionToken = read("AWS_SESSION_TOKEN");
  if (!accessKeyId || !secretAccessKey || !sessionToken) return "the job has no session keys in its environment";
  const keys = keysHash(accessKeyId, secretAccessKey, sessionToken);
  const record = records.findLast((candidate) => candidate.keys === keys);
  if (!record) return "no earlier step of this job has left a record of the keys in the environment, so their role and end are not known";
  const roleArn = plan.hops.at(-1) ?? "";
  if (record.roleArn !== roleArn) return `the keys in the environment are of ${record.roleArn}, asked is ${roleArn}`;
  if (record.accountId !== roleArn.split(":")[4]) return `the keys in the environment are of account ${record.accountId}`;
  if (record.fingerprint !== fingerprintOf(plan)) return "the session was made in another way (source, chain, policies, tags, external id or endpoint)";
  const expiration = new Date(record.expiration);
  const leftMs = expiration.getTime() - now;
  if (!(leftMs >= minRemainingMs)) return `the session has ${seconds(leftMs)} left, min-remaining is ${seconds(minRemainingMs)}`;
  const { sessionArn: assumedRoleArn, assumedRoleId, accountId, sessionName } = record;
  return { role: { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, assumedRoleArn, assumedRoleId, accountId }, sessionName };
}
function seconds(ms) {
  return `${Math.max(0, Math.floor(ms / 1e3))} s`;
}
function keysHash(...keys) {
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex");
}

// actions/assume-role/src/deliver.ts
async function deliver(logins, inputs, context) {
  const given = await handOver(logins, inputs, context);
  const exports = inputs.unsetCurrent ? { ...clearedVariables(context, given.exports), ...given.exports } : given.exports;
  if (Object.keys(exports).length > 0 || given.profiles.length > 0)
    rememberLogin(
      { exports, profiles: given.profiles, reusable: inputs.delivery === "env" ? logins.map(({ plan, role }) => reusableOf(plan, role)) : [] },
      context
    );
  return { ...given, exports };
}
async function handOver(logins, inputs, context) {
  const [first2] = logins;
  if (inputs.delivery === "outputs" || !first2) return { exports: {}, configFile: "", profiles: [] };
  if (inputs.delivery === "env") return { exports: exportedVariables(first2.role, { region: first2.plan.region }), configFile: "", profiles: [] };
  const { deliverProfiles } = await import("./deliver-4CF7CPXX.js");
  announceFolder(context);
  const options = { defaultProfile: inputs.defaultProfile, region: first2.plan.region, ...inputs.profile === void 0 ? {} : { profile: inputs.profile } };
  return deliverProfiles(logins, options, context);
}
function deliverReused(plan, { delivery }, context) {
  const names2 = delivery === "env" ? ["AWS_REGION", "AWS_DEFAULT_REGION"].filter((name) => context.environment.get(name) !== plan.region) : [];
  const exports = Object.fromEntries(names2.map((name) => [name, plan.region]));
  if (names2.length > 0) {
    const variables = names2.map((name) => [name, { before: context.environment.get(name) ?? null, given: [hashOf(plan.region)] }]);
    keepRecord({ kind: "end", variables: Object.fromEntries(variables), profiles: [], reusable: [] }, context);
  }
  return { exports, configFile: "", profiles: [] };
}

// actions/assume-role/src/trust-statement.ts
function trustStatement(asked, claims) {
  const host = String(claims["iss"] ?? "https://token.actions.githubusercontent.com").replace(/^https:\/\//, "");
  const { partition = "aws", accountId = "<account>" } = parseRoleArn(asked.roleArn) ?? {};
  return {
    principal: { type: "Federated", id: `arn:${partition}:iam::${accountId}:oidc-provider/${host}` },
    actions: ["sts:AssumeRoleWithWebIdentity"],
    equals: { [`${host}:aud`]: audienceOf(claims) ?? asked.audience, [`${host}:sub`]: String(claims["sub"] ?? "<sub>") }
  };
}
function audienceOf(claims) {
  const aud = Array.isArray(claims["aud"]) ? claims["aud"][0] : claims["aud"];
  return typeof aud === "string" ? aud : void 0;
}
function statementJson({ principal, actions, resource, equals }) {
  const statement = {
    Effect: "Allow",
    ...principal ? { Principal: { [principal.type]: principal.id } } : {},
    Action: actions.length === 1 ? actions[0] : actions,
    ...resource === void 0 ? {} : { Resource: resource },
    ...equals ? { Condition: { StringEquals: equals } } : {}
  };
  return JSON.stringify(statement, null, 2);
}
function statementHcl({ principal, actions, resource, equals }) {
  const conditions = Object.entries(equals ?? {}).flatMap(([variable, value]) => [
    "  condition {",
    '    test     = "StringEquals"',
    `    variable = ${quote(variable)}`,
    `    values   = [${quote(value)}]`,
    "  }"
  ]);
  return [
    "statement {",
    `  actions = [${actions.map(quote).join(", ")}]`,
    ...resource === void 0 ? [] : [`  resources = [${quote(resource)}]`],
    ...principal ? ["  principals {", `    type        = "${principal.type}"`, `    identifiers = [${quote(principal.id)}]`, "  }"] : [],
    ...conditions,
    "}"
  ].join("\n");
}
function quote(text) {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");
}

// actions/assume-role/src/hop-refusal.ts
function hopStatements(error, { plan, roleArn, callerRole }) {
  const said = /User: (\S+) is not authorized/.exec(error.awsMessage)?.[1];
  const caller = said ?? callerRole ?? "<the caller>";
  const named = /not authorized to perform: (sts:\w+)/.exec(error.awsMessage)?.[1];
  const wanted = [
    "sts:AssumeRole",
    ...plan.tags.length > 0 ? ["sts:TagSession"] : [],
    ...plan.sourceIdentity === void 0 ? [] : ["sts:SetSourceIdentity"],
    ...named === void 0 ? [] : [named]
  ];
  const actions = [...new Set(wanted)];
  const equals = plan.externalId === void 0 ? {} : { equals: { "sts:ExternalId": plan.externalId } };
  return {
    caller,
    identity: { actions, resource: roleArn },
    trust: { principal: { type: "AWS", id: callerRole ?? principalOf(caller) }, actions, ...equals }
  };
}
function hopRemedy({ caller, identity, trust }, roleArn) {
  const name = parseRoleArn(roleArn)?.name ?? roleArn;
  return [
    `Let ${caller} assume ${roleArn}. Both sides have to allow it.`,
    `In the identity policy of ${whose(caller)}:`,
    statementJson(identity),
    `In the trust policy of ${name}:`,
    statementJson(trust),
    "or in Terraform, one after the other:",
    statementHcl(identity),
    statementHcl(trust)
  ].join("\n");
}
function principalOf(caller) {
  const role = roleOfSession(caller);
  return role ? `arn:${role.partition}:iam::${role.accountId}:role/${role.name}` : caller;
}
function whose(caller) {
  const role = roleOfSession(caller);
  return role ? `role ${role.name} in account ${role.accountId}` : caller;
}

// actions/assume-role/src/packed-size.ts
function packedSizes({ tags, inlinePolicy, managedPolicies }, message) {
  const percentage = /(\d+)\s*%/.exec(message)?.[1];
  const sizes = [...tags].map(({ key, value }) => ({ key, size: [...key].length + [...value].length })).sort((a, b) => b.size - a.size);
  return [
    ...percentage === void 0 ? [] : [`STS: ${percentage} % of the space is needed`],
    ...sizes.map(({ key, size }) => `tag ${key}: ${size} characters (key and value)`),
    ...inlinePolicy === void 0 ? [] : [`inline-session-policy: ${inlinePolicy.length} characters`],
    ...managedPolicies.length === 0 ? [] : [`managed-session-policies: ${managedPolicies.length}`]
  ];
}
function packedRemedy({ tags, onPackedSize }) {
  return tags.length > 0 && onPackedSize === "fail" ? "Shorten or drop tags, the largest first; or let the step drop them from the end and say which:\non-packed-size: drop" : "Shorten inline-session-policy, or name fewer managed-session-policies: STS packs them into one small space.";
}

// actions/assume-role/src/refusals.ts
var refusals = [
  {
    reason: "oidc-provider-missing",
    matches: (error) => /No OpenIDConnect provider found/i.test(error.awsMessage),
    remedy: ({ roleArn, claims, plan }) => `Create the provider once in account ${accountOf(roleArn)}:
aws iam create-open-id-connect-provider --url ${claims["iss"] ?? "https://token.actions.githubusercontent.com"} --client-id-list ${audienceOf(claims) ?? plan.audience}`
  },
  {
    reason: "audience-refused",
    matches: (error) => /Incorrect token audience/i.test(error.awsMessage),
    remedy: (call) => `Add the audience to the OIDC provider of account ${accountOf(call.roleArn)}, or ask for one that it has (audience):
aws iam add-client-id-to-open-id-connect-provider --client-id ${audienceOf(call.claims) ?? call.plan.audience} --open-id-connect-provider-arn ${trustStatement({ roleArn: call.roleArn, audience: call.plan.audience }, call.claims).principal?.id}`
  },
  {
    reason: "credentials-missing",
    matches: ({ awsCode, operation }) => /^(ExpiredToken|SignatureDoesNotMatch|InvalidSignature|UnrecognizedClient)/.test(awsCode) && operation !== "AssumeRoleWithWebIdentity" || awsCode === "InvalidClientTokenId" && operation === "AssumeRole",
    remedy: ({ plan, callerRole }) => callerRole === void 0 && plan.source === "environment" ? "The job's keys (AWS_ACCESS_KEY_ID) have ended or are not known. Log in again in a step before this one, or use source: oidc." : "STS does not take the keys that it gave. Run the job again; where it stays, set the clock of the runner (NTP)."
  },
  {
    reason: "token-expired",
    matches: (error) => /^ExpiredToken/.test(error.awsCode),
    remedy: ({ claims, error, now }) => `Run the job again; where the clocks differ, set the runner's (NTP). ${ageOf(claims, error)} ${skew(error, now)}`
  },
  {
    reason: "access-denied",
    matches: (error) => error.awsCode === "AccessDenied" && error.operation === "AssumeRole",
    // STS names both sides itself, as a rule.
    facts: (call) => /User: /.test(call.error.awsMessage) ? [] : [`${hopStatements(call.error, call).caller} may not assume ${call.roleArn}`],
    remedy: (call) => hopRemedy(hopStatements(call.error, call), call.roleArn)
  },
  {
    reason: "access-denied",
    matches: (error) => error.awsCode === "AccessDenied" && error.operation === "GetCallerIdentity",
    remedy: () => "Let the VPC endpoint policy or the service control policy on the way allow sts:GetCallerIdentity, or leave verify out."
  },
  {
    reason: "trust-policy-refused",
    matches: (error) => error.awsCode === "AccessDenied",
    remedy: ({ roleArn, claims, plan, shown }) => {
      if (!shown) return "Let the role's trust policy admit this run. `explain: on-failure` shows the statement that would.";
      const statement = trustStatement({ roleArn, audience: plan.audience }, claims);
      return `Let the role's trust policy admit this run:
${statementJson(statement)}
or in Terraform:
${statementHcl(statement)}`;
    }
  },
  {
    reason: "duration-too-long",
    matches: (error) => /DurationSeconds/.test(error.awsMessage),
    remedy: ({ plan, roleArn, error }) => /role chaining/i.test(error.awsMessage) ? "Ask for an hour at most: STS gives no more where one role assumes another.\nrole-duration-seconds: 3600" : `Ask for less (role-duration-seconds: 3600), or raise the role's limit:
aws iam update-role --role-name ${nameOf(roleArn)} --max-session-duration ${plan.durationSeconds}`
  },
  {
    reason: "packed-policy-too-large",
    matches: (error) => error.awsCode.startsWith("PackedPolicyTooLarge"),
    facts: ({ plan, error }) => packedSizes(plan, error.awsMessage),
    remedy: ({ plan }) => packedRemedy(plan)
  },
  {
    reason: "invalid-input",
    matches: (error) => error.awsCode.startsWith("MalformedPolicyDocument"),
    remedy: () => "Correct inline-session-policy: STS says what is wrong with it."
  },
  {
    reason: "access-denied",
    matches: (error) => error.awsCode.startsWith("RegionDisabled"),
    remedy: ({ plan, roleArn }) => `Enable ${plan.region} for STS in account ${accountOf(roleArn)} (IAM, account settings), or use another aws-region.`
  },
  {
    reason: "unreachable",
    matches: ({ awsCode, statusCode = 0 }) => awsCode === "Unknown" && statusCode < 500,
    facts: ({ error: { statusCode } }) => statusCode === void 0 ? [] : [`the answer has status ${statusCode} and no error of STS in it`],
    remedy: () => "Something else answered in the name of STS. Check sts-endpoint and the proxy (HTTPS_PROXY, NO_PROXY)."
  },
  {
    reason: "unreachable",
    matches: (error) => error.awsCode.startsWith("IDPCommunicationError"),
    remedy: () => "STS could not reach the token's issuer to the end of the step's time. Look at GitHub's and AWS's status pages and run the job again."
  },
  {
    reason: "invalid-input",
    matches: (error) => /^(ValidationError|InvalidParameter|MissingParameter)/.test(error.awsCode),
    remedy: () => "STS does not take what it was asked for: its message names the value. Correct the step's input."
  },
  {
    reason: "credentials-missing",
    matches: (error) => error.awsCode.startsWith("InvalidClientTokenId"),
    remedy: ({ plan, roleArn }) => `STS does not know the keys. Run the job again where the role is new; else check sts-endpoint, and that ${plan.region} is enabled in account ${accountOf(roleArn)}.`
  },
  {
    reason: "oidc-refused",
    matches: (error) => /^(IDPRejectedClaim|InvalidIdentityToken)/.test(error.awsCode),
    remedy: () => "STS did not accept the identity token. Check that the OIDC provider's URL is the issuer above, letter by letter."
  }
];
function accountOf(roleArn) {
  return parseRoleArn(roleArn)?.accountId ?? "<account>";
}
function nameOf(roleArn) {
  return parseRoleArn(roleArn)?.name ?? "<role>";
}
function ageOf({ iat, exp }, { serverTime }) {
  if (serverTime === void 0 || typeof iat !== "number" || typeof exp !== "number") return "The token was older than it may be.";
  return `By STS's Date the token was ${Math.round(serverTime / 1e3 - iat)} s old; it lives ${exp - iat} s.`;
}
function skew({ serverTime }, now) {
  if (serverTime === void 0) return "STS gave no Date, so the clock skew is not known.";
  const seconds2 = Math.round((now - serverTime) / 1e3);
  return `Clock skew: this runner is ${Math.abs(seconds2)} s ${seconds2 < 0 ? "behind" : "ahead of"} STS.`;
}

// actions/assume-role/src/explanation.ts
var claimNames = [
  "iss",
  "aud",
  "sub",
  "repository",
  "repository_id",
  "repository_owner",
  "ref",
  "environment",
  "workflow",
  "job_workflow_ref",
  "event_name",
  "actor",
  "actor_id",
  "enterprise_id"
];
function claimLines(claims) {
  return claimNames.filter((name) => claims[name] !== void 0).map((name) => `${name}: ${[claims[name]].flat().map(String).join(", ")}`);
}
function explanationOf(logins, judgement) {
  const seen = logins.filter(({ claims }) => Object.keys(claims).length > 0);
  if (seen.length === 0 && !judgement) return void 0;
  const tokens = new Map(seen.map(({ claims }) => [claimLines(claims).join("\n"), claims]));
  const statements = new Map(
    seen.map(({ plan, claims }) => {
      const statement = trustStatement({ roleArn: plan.hops[0] ?? "", audience: plan.audience }, claims);
      return [statementJson(statement), statement];
    })
  );
  return {
    lines: [...[...tokens.values()].flatMap(claimLines), ...judgement?.lines ?? []],
    markdown: [
      ...[...tokens.values()].flatMap((claims) => ["", "**Claims of the identity token**", "", ...claimLines(claims).map((line) => `- ${code(line)}`)]),
      ...judgement ? ["", judgement.markdown] : [],
      ...[...statements.values()].flatMap((statement) => [
        "",
        "**The least that the trust policy has to hold for this run**",
        ...fenced("json", statementJson(statement)),
        ...fenced("hcl", statementHcl(statement))
      ])
    ]
  };
}
function fenced(language, text) {
  return ["", `\`\`\`${language}`, text.replaceAll("```", "'''"), "```"];
}

// actions/assume-role/src/summary.ts
function loginSummary({ logins, outcome, profiles, judgement }, { delivery, explain }) {
  const [first2] = logins;
  const accounts = [...new Set(logins.map(({ role }) => role.accountId))].join(", ");
  const heading = outcome === "reused" ? `### Still logged in to ${accounts}` : `### Logged in to ${accounts}`;
  const rows = logins.map(({ plan, role, sessionName }, index) => [
    code(plan.name),
    plan.hops.map((arn) => code(arn)).join(" \u2192 "),
    code(sessionName),
    role.credentials.expiration.toISOString(),
    profiles[index] ? code(profiles[index]) : "\u2013"
  ]);
  const dropped = logins.flatMap(
    ({ plan, dropped: keys }) => keys.length > 0 ? [`- ${code(plan.name)} goes without the tags ${keys.map((key) => code(key)).join(", ")}: STS had no room`] : []
  );
  const explanation = explain === "always" ? explanationOf(logins, judgement) : void 0;
  const judged = judgement && explain === "on-failure" ? ["", judgement.markdown] : [];
  const body = [
    heading,
    "",
    table(["Role", "Way", "Session", "Until", "Profile"], rows),
    "",
    `Delivery: ${delivery}`,
    ...dropped.length > 0 ? ["", ...dropped] : []
  ];
  return first2 ? [...body, ...explanation?.markdown ?? judged].join("\n") : heading;
}
function failureSummary(failure, explanation) {
  const facts = [...failure.faults.map(({ text }) => text), ...failure.why.filter((line) => !explanation?.lines.includes(line))];
  return [
    `### \u2717 ${escapeMarkdown(failure.message)}`,
    ...fenced("text", facts.join("\n")),
    ...failure.remedy === void 0 ? [] : ["", "**Do this**", ...fenced("text", failure.remedy)],
    ...explanation?.markdown ?? []
  ].join("\n");
}
function endedSummary({ ended, profiles, sessionArns, exports, leftAlone }) {
  if (!ended) return "### There was no login to end";
  const rows = [
    ["Sessions", sessionArns.map((arn) => code(arn)).join(", ") || "\u2013"],
    ["Profiles", profiles.map((name) => code(name)).join(", ") || "\u2013"],
    [
      "Put back",
      Object.keys(exports).sort().map((name) => code(name)).join(", ") || "\u2013"
    ],
    ["Left alone (changed since)", leftAlone.map((name) => code(name)).join(", ") || "\u2013"]
  ];
  return ["### Ended a login of this job", "", table(["", ""], rows)].join("\n");
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
function report(result, inputs) {
  if (result.outcome === "ended") {
    const { exports, ended, profiles, sessionArns, leftAlone } = result;
    return {
      outcome: "ended",
      subject: {},
      result: { ended, profiles: [...profiles].sort(), sessionArns, restored: Object.keys(exports).sort(), leftAlone },
      outputs: {},
      summary: endedSummary(result),
      exports: { environment: exports }
    };
  }
  return reportLogins(result, inputs);
}
function reportLogins(result, inputs) {
  const { logins, profiles, configFile, exports, outcome, judgement } = result;
  const [first2] = logins;
  return {
    outcome,
    subject: subjectOf(inputs),
    result: {
      authenticatedArn: first2?.role.assumedRoleArn ?? "",
      assumedRoleId: first2?.role.assumedRoleId ?? "",
      expiration: first2 ? expirationOf(first2) : "",
      delivery: inputs.delivery,
      claims: claimsOf(first2?.claims ?? {}),
      roles: logins.map((login, index) => roleResult(login, profiles[index] ?? "")).sort((a, b) => a.name < b.name ? -1 : 1),
      ...judgement ? { trust: judgement.result } : {}
    },
    outputs: {
      ...first2 ? mainOutputs(first2, inputs) : {},
      profile: profiles[0] ?? "",
      "config-file": configFile,
      roles: Object.fromEntries(logins.map((login, index) => [login.plan.name, roleOutput(login, profiles[index] ?? "")]))
    },
    summary: loginSummary(result, inputs),
    exports: { environment: exports }
  };
}
function mainOutputs({ role, sessionName }, { delivery, outputCredentials }) {
  const keys = delivery === "outputs" || outputCredentials;
  return {
    "aws-account-id": role.accountId,
    "authenticated-arn": role.assumedRoleArn,
    "aws-expiration": role.credentials.expiration.toISOString(),
    "aws-access-key-id": keys ? role.credentials.accessKeyId : "",
    "aws-secret-access-key": keys ? role.credentials.secretAccessKey : "",
    "aws-session-token": keys ? role.credentials.sessionToken : "",
    "session-name": sessionName,
    "assumed-role-id": role.assumedRoleId,
    "cloudtrail-query": cloudtrailQuery(role.assumedRoleArn)
  };
}
function roleOutput(login, profile) {
  return { arn: login.plan.hops.at(-1) ?? "", "account-id": login.role.accountId, expiration: expirationOf(login), profile };
}
function roleResult(login, profile) {
  const { plan, role, sessionName, dropped } = login;
  return {
    name: plan.name,
    hops: plan.hops,
    region: plan.region,
    authenticatedArn: role.assumedRoleArn,
    sessionName,
    expiration: expirationOf(login),
    profile,
    droppedTags: dropped
  };
}
function expirationOf({ role }) {
  return role.credentials.expiration.toISOString();
}
function claimsOf(claims) {
  return Object.fromEntries(
    Object.entries(claims).filter(([name]) => name !== "jti").sort(([a], [b]) => a < b ? -1 : 1)
  );
}
function cloudtrailQuery(sessionArn) {
  return `SELECT eventTime, eventSource, eventName, errorCode FROM <event-data-store-id> WHERE userIdentity.arn = '${sessionArn.replaceAll("'", "''")}' ORDER BY eventTime`;
}
function reportFailure(failure, inputs) {
  const { roles, explanation, trust } = failure.details;
  const plan = inputs?.plans[0];
  return {
    outcome: "failed",
    subject: inputs ? subjectOf(inputs) : {},
    outputs: plan ? { "session-name": plan.sessionName } : {},
    result: {
      ...roles ? { roles: [...roles].sort((a, b) => a.name < b.name ? -1 : 1) } : {},
      ...trust === void 0 ? {} : { trust }
    },
    ...roles ? { summary: failureSummary(failure, explanation) } : {}
  };
}
function subjectOf({ plans, region }) {
  const [first2] = plans;
  const arn = first2?.hops.at(-1) ?? "";
  const subject = { role: arn, accountId: arn.split(":")[4] ?? "", region: first2?.region ?? region, sessionName: first2?.sessionName ?? "" };
  return plans.length > 1 ? { ...subject, roles: plans.map(({ name }) => name).sort() } : subject;
}

// actions/assume-role/src/explain.ts
function createSeen() {
  const seen = { claims: {}, last: void 0, hops: [], dropped: [] };
  const events = {
    onClaims: (claims) => {
      seen.claims = claims;
      seen.last = void 0;
    },
    onRetry: (error) => {
      seen.last = error;
    },
    onHop: (_index, arn) => {
      seen.hops.push(arn);
      seen.last = void 0;
    },
    onDropped: (keys) => seen.dropped.push(...keys)
  };
  return { seen, events };
}
var noRefusals = ["cancelled", "timeout", "throttled", "unreachable", "internal", "account-not-allowed", "role-not-allowed"];
function isRefusal({ failure }) {
  return !noRefusals.includes(failure.reason);
}
function explainFailure(error, plan, seen, shown, context) {
  const stop = context.signal.aborted && context.signal.reason instanceof Failure ? context.signal.reason : void 0;
  const now = context.clock.now();
  if (!stop) return error instanceof Failure ? error : explainError(error, plan, seen, shown, now);
  if (stop.reason !== "timeout") return stop;
  if (seen.last === void 0) return silence(stop, plan, seen);
  const { what, reason, why, remedy, cause } = explainError(seen.last, plan, seen, shown, now);
  return new Failure({ what, reason, why: [...why, ...stop.why, "the try after it had no answer"], cause, ...remedy === void 0 ? {} : { remedy } });
}
function silence(stop, { source }, { claims, hops }) {
  const before = source === "oidc" ? "GitHub's token service" : "the runner's own identity";
  const begun = source === "oidc" ? Object.keys(claims).length > 0 : hops.length > 0;
  const asked = begun ? `STS, asked for ${hops.at(-1)}` : before;
  const { what, reason, why, remedy, cause } = stop;
  return new Failure({ what, reason, why: [...why, `no answer came from ${asked}`], cause, details: { stop }, ...remedy === void 0 ? {} : { remedy } });
}
function explainError(error, plan, seen, shown, now) {
  const what = `cannot assume ${plan.hops.at(-1)}${placeOf(plan, seen)}`;
  if (error instanceof HttpError)
    return new Failure({
      what,
      reason: error.code === "ETIMEDOUT" ? "timeout" : "unreachable",
      why: [`GitHub's token service: ${error.message}`],
      remedy: "Check the runner's way to GitHub: DNS, proxy (HTTPS_PROXY, NO_PROXY).",
      cause: error
    });
  const refusal = error instanceof AwsError ? refusals.find(({ matches }) => matches(error)) : void 0;
  if (!refusal || !(error instanceof AwsError)) return toFailure(error, what, reasons);
  const call = { error, plan, roleArn: seen.hops.at(-1) ?? plan.hops[0] ?? "", callerRole: seen.hops.at(-2), claims: seen.claims, now, shown };
  return new Failure({ what, reason: refusal.reason, why: [error.message, ...refusal.facts?.(call) ?? []], remedy: refusal.remedy(call), cause: error });
}
function placeOf({ hops }, { hops: tried }) {
  const total = hops.length + (tried.length > 0 && tried[0] !== hops[0] ? 1 : 0);
  if (total < 2 || tried.length === 0) return "";
  const [last, end] = [tried.at(-1), hops.at(-1)];
  return ` (hop ${tried.length} of ${total}${last === end ? "" : `: ${last}`})`;
}
function combineFailures(failed, total, explanation, trust) {
  const [first2] = failed;
  const shown = explanation?.lines ?? [];
  const details = { roles: failed.map(({ plan, failure }) => ({ name: plan.name, arn: plan.hops.at(-1), reason: failure.reason })), explanation, trust };
  const parts = first2?.failure;
  if (!parts) throw new RangeError("no login has failed");
  const one = total === 1 || failed.every(({ failure }) => isSame(failure, parts));
  const remedy = one ? parts.remedy : remedies(failed);
  const others = one && failed.length < total ? [`${first2.plan.name} is one of ${total} roles; the others are not given out either`] : [];
  const why = one ? [...parts.why, ...others] : failed.flatMap(({ plan, failure }) => failure.why.slice(1).map((line) => `${plan.name}: ${line}`));
  return new Failure({
    what: one ? parts.what : `${failed.length} of ${total} roles cannot be assumed, so none is given out`,
    reason: parts.reason,
    faults: one ? parts.faults : failed.map(({ plan, failure }) => ({ text: [`${plan.name}: ${failure.message}`, ...failure.why.slice(0, 1)].join(": ") })),
    why: [...why, ...shown],
    cause: parts.cause,
    details,
    ...remedy === void 0 ? {} : { remedy }
  });
}
function isSame(one, other) {
  return one === other || one.details["stop"] !== void 0 && one.details["stop"] === other.details["stop"];
}
function remedies(failed) {
  const byText = /* @__PURE__ */ new Map();
  for (const { plan, failure } of failed) if (failure.remedy) byText.set(failure.remedy, [...byText.get(failure.remedy) ?? [], plan.name]);
  return [...byText].map(([text, names2]) => `For ${names2.join(", ")}: ${text}`).join("\n") || void 0;
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

// actions/assume-role/src/guards.ts
function checkRequestedRole({ allowedAccounts, allowedRoles }, { hops }) {
  const arn = hops.at(-1) ?? "";
  const accountId = parseRoleArn(arn)?.accountId ?? "";
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(accountId)) throw accountRefused(arn, accountId, allowedAccounts, "Nothing was called.");
  if (allowedRoles.length > 0 && !allowedRoles.some((glob) => matchesGlob(glob, arn))) throw roleRefused(arn, allowedRoles, "Nothing was called.");
}
function checkAssumedRole({ allowedAccounts, allowedRoles }, { hops }, { assumedRoleArn }) {
  const arn = hops.at(-1) ?? "";
  const role = parseRoleArn(arn);
  const got = roleOfSession(assumedRoleArn);
  const guarded = allowedAccounts.length > 0 || allowedRoles.length > 0;
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(got?.accountId ?? ""))
    throw accountRefused(assumedRoleArn, got?.accountId ?? "", allowedAccounts, "Nothing was exported.");
  if (guarded && (got?.accountId !== role?.accountId || got?.name !== role?.name))
    throw roleRefused(assumedRoleArn, allowedRoles, `STS answered with another role than ${arn}. Nothing was exported.`);
}
function accountRefused(arn, accountId, allowed, fact) {
  return new Failure({
    what: `${arn} is in an account that is not allowed`,
    reason: "account-not-allowed",
    why: [`account ${accountId}; allowed-account-ids has ${allowed.join(", ")}`, fact],
    remedy: `Correct the role, or add the account:
allowed-account-ids: |
  ${[...allowed, accountId].join("\n  ")}`
  });
}
function roleRefused(arn, allowed, fact) {
  return new Failure({
    what: `${arn} is not an allowed role`,
    reason: "role-not-allowed",
    why: [`allowed-role-arns has ${allowed.join(", ") || "nothing"}`, fact],
    remedy: `Correct the role, or add it:
allowed-role-arns: |
  ${[...allowed, arn].join("\n  ")}`
  });
}

// actions/assume-role/src/trust-file.ts
import { isAbsolute, relative, resolve } from "node:path";
var input = "trust-policy-file";
var example = "infra/trust-policy.json";
var mostBytes = 131072;
async function readTrustPolicy(reader, workspace) {
  const file = reader.text(input, { example });
  if (file === void 0) return void 0;
  const content = readInside(file, workspace);
  if ("fault" in content) {
    reader.faults.push({ text: `${input}: got ${JSON.stringify(file)}; want ${content.fault}; e.g. ${example}`, reason: content.reason });
    return void 0;
  }
  const { assumeRoleRequest, judgeTrustPolicy, parseTrustPolicy, webIdentityRequest } = await import("./trust-policy-CCJPWFM5.js");
  const { policy, mistakes } = parseTrustPolicy(content.text);
  for (const { line, column, code: code2, message } of mistakes)
    reader.faults.push({ text: `${file}:${line}:${column} ${code2} ${message}`, file, line, column, reason: "invalid-file" });
  if (!policy) return void 0;
  const requestOf = (plan, claims) => claims ? webIdentityRequest(plan.hops[0] ?? "", claims) : assumeRoleRequest({ ...plan, callerArn: void 0 });
  return { file, judge: (plan, claims) => judgeTrustPolicy(policy, requestOf(plan, claims)) };
}
function readInside(file, workspace) {
  if (isOutside(workspace, resolve(workspace, file))) return { fault: "a path inside the workspace", reason: "invalid-input" };
  try {
    const real = realpathSync(resolve(workspace, file));
    if (isOutside(realpathSync(workspace), real)) return { fault: "a file of the workspace, not a link out of it", reason: "invalid-input" };
    const { size } = statSync(real);
    if (!statSync(real).isFile()) return { fault: "a file; it is none", reason: "invalid-file" };
    if (size > mostBytes) return { fault: `a trust policy of at most ${mostBytes} bytes; it has ${size}`, reason: "invalid-file" };
    return decode(readFileSync(real));
  } catch (error) {
    const { code: code2 } = error;
    return { fault: code2 === "ENOENT" ? "a file that is there" : `a file that can be read (${code2})`, reason: "invalid-file" };
  }
}
function isOutside(folder, path) {
  const way = relative(folder, path);
  return way === ".." || /^\.\.[\\/]/.test(way) || isAbsolute(way);
}
function decode(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const before = bytes.toString("utf8").split("\uFFFD")[0] ?? "";
    const lines = before.split(/\r\n|\n|\r/);
    return { fault: `UTF-8; line ${lines.length} is not, from column ${(lines.at(-1) ?? "").length + 1} on`, reason: "invalid-file" };
  }
}

// actions/assume-role/src/trust-hints.ts
function hintWords(failure, judged) {
  const words = failure.hints.map((hint) => `hint: ${explained(hint, failure, judged)}`);
  return [...words, ...replacement(failure)];
}
function explained(hint, failure, { issuer }) {
  const { operator, key, got } = failure;
  const rest = (got[0] ?? "").replace(/^repo:[^:]*:/, "");
  switch (hint) {
    case "letter-case":
      return "only the letter case differs.";
    case "immutable-sub":
      return "the token's sub has the ids of owner and repository (GitHub's form since July 2026), the policy has the older form without.";
    case "legacy-sub":
      return "the token's sub has no ids of owner and repository, the policy has the newer form with them.";
    case "environment-form":
      return `the job has an environment, so its sub ends in ${JSON.stringify(rest)} and names no ref.`;
    case "ref-form":
      return `the job has no environment, so its sub ends in ${JSON.stringify(rest)}.`;
    case "pull-request-form":
      return 'the run is of a pull request, so its sub ends in "pull_request" and names no ref and no environment.';
    case "wildcard-in-equals":
      if (operator === null) return 'a principal takes no wildcard but "*" alone; write the ARN out.';
      return `* and ? are plain characters under ${operator}; use ${operator.replace(/Equals(?:IgnoreCase)?/i, "Like")}.`;
    case "absent-key":
      return absence(key ?? "", issuer);
  }
}
function absence(key, issuer) {
  if (issuer === void 0) return "this login has no identity token, so it has no such key.";
  if (!key.toLowerCase().startsWith(`${issuer}:`.toLowerCase())) return `the keys of this token begin with "${issuer}:".`;
  if (key.toLowerCase().endsWith(":environment")) return "the job has no environment, so the token has no such claim.";
  return "the token has no such claim, or STS does not read it: STS reads sub, aud, actor, actor_id, job_workflow_ref, repository, repository_id, workflow, ref, environment and enterprise_id.";
}
function replacement({ kind, operator, key, got, hints }) {
  const [value] = got;
  const exact = hints.some((hint) => hint !== "wildcard-in-equals" && hint !== "absent-key");
  if (value === void 0 || got.length > 1 || !exact) return [];
  if (kind === "principal") return [`write: "Federated": ${JSON.stringify(value)}`];
  return operator === null || key === null ? [] : [`write: ${JSON.stringify(operator)}: {${JSON.stringify(key)}: ${JSON.stringify(value)}}`];
}

// actions/assume-role/src/trust-words.ts
var mostShown = 10;
function trustLines(judged) {
  return [verdictLine(judged), ...first(judged.failures).flatMap((failure) => failureLines(failure, judged)), ...more(judged.failures), ...lintLines(judged)];
}
function trustSummary(judged) {
  const { failures } = judged;
  const rows = first(failures).map((failure) => [
    String(failure.statement),
    subjectOf2(failure, code),
    cell(failure.wanted),
    failure.got.length === 0 ? gotNothing(failure) : cell(failure.got),
    hintWords(failure, judged).map((hint) => escapeMarkdown(hint)).join("<br>")
  ]);
  const shown = rows.length === 0 ? [] : ["", table(["Statement", "What", "Wanted", "Got", "Hint"], rows)];
  const notes = [...more(failures), ...lintLines(judged)].map((line) => `- ${escapeMarkdown(line)}`);
  return [`**Trust policy** ${code(judged.file)}: ${escapeMarkdown(verdictLine(judged))}`, ...shown, ...notes.length > 0 ? ["", ...notes] : []].join("\n");
}
function verdictLine({ verdict, file, roleArn }) {
  const name = roleArn.split("/").at(-1) ?? roleArn;
  if (verdict === "refused") return `${file} refuses this run:`;
  if (verdict === "cannot-judge") return `cannot judge by ${file}: it hangs on what only AWS knows:`;
  return `${file} would allow this run. STS judges by the policy that the role has: aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`;
}
function failureLines(failure, judged) {
  const indent = (line) => `    ${line}`;
  const sides = failure.kind === "deny" ? [] : [`wanted: ${list(failure.wanted)}`, `got:    ${failure.got.length === 0 ? gotNothing(failure) : list(failure.got)}`];
  return [`  statement ${failure.statement}: ${subjectOf2(failure, (text) => text)}`, ...sides.map(indent), ...hintWords(failure, judged).map(indent)];
}
function subjectOf2({ kind, operator, key }, mark) {
  if (operator !== null && key !== null) return `${kind === "unknown" ? "not known whether it holds: " : ""}${mark(`${operator} ${key}`)}`;
  if (kind === "deny") return "an explicit Deny applies";
  if (kind === "unknown") return "not known whether it names the caller";
  return kind === "principal" ? "its Principal does not name the caller" : "its Action does not cover the call";
}
function gotNothing({ kind }) {
  return kind === "unknown" ? "not known" : "nothing";
}
function list(values) {
  const shown = first(values).map((value) => JSON.stringify(value));
  return [...shown, ...values.length > shown.length ? [`and ${values.length - shown.length} more`] : []].join(", ") || "nothing";
}
function cell(values) {
  const shown = first(values).map((value) => code(value));
  return [...shown, ...values.length > shown.length ? [`and ${values.length - shown.length} more`] : []].join("<br>") || "nothing";
}
function first(items) {
  return items.slice(0, mostShown);
}
function more(failures) {
  return failures.length > mostShown ? [`${failures.length - mostShown} more reasons are in the report (report-path).`] : [];
}
function lintLines({ lints, audience }) {
  const lines = first(lints).map((lint) => `warning, statement ${lint.statement}: ${lintWords(lint, audience)}`);
  return [...lines, ...lints.length > mostShown ? [`${lints.length - mostShown} more warnings are in the report (report-path).`] : []];
}
function lintWords({ code: word, key }, audience) {
  if (word === "wildcard-sub") return `${key} admits repositories of any owner; write the owner and the repository out.`;
  if (word === "missing-aud")
    return `no condition on ${key}, so a token for any audience comes in; add "StringEquals": {${JSON.stringify(key)}: ${JSON.stringify(audience)}}.`;
  return `ForAllValues on ${key} in an Allow is true where the token has no such claim; use the operator without ForAllValues.`;
}

// actions/assume-role/src/trust.ts
function judgeTrust(policy, plan, claims) {
  const issuer = claims && String(claims["iss"] ?? "").replace(/^https?:\/\//i, "");
  return {
    ...policy.judge(plan, claims),
    file: policy.file,
    roleArn: plan.hops[0] ?? "",
    audience: plan.audience,
    ...issuer === void 0 ? {} : { issuer }
  };
}
function trustResult({ verdict, failures, lints }) {
  return { verdict, failures, lints };
}

// actions/assume-role/src/judge-trust.ts
function judge(policy, plan, seen) {
  if (!policy || seen.hops.length === 0) return void 0;
  const byToken = plan.source === "oidc" || plan.source === "web-identity-file" || plan.source === "runner" && seen.hops[0] === plan.hops[0];
  const hasToken = Object.keys(seen.claims).length > 0;
  if (byToken && plan.source !== "runner" && !hasToken) return void 0;
  const judged = judgeTrust(policy, plan, byToken && hasToken ? seen.claims : void 0);
  return { lines: trustLines(judged), markdown: trustSummary(judged), result: trustResult(judged) };
}

// actions/assume-role/src/mask-known.ts
function maskProxies(plans, { masks, environment }) {
  const environments = [environment, ...plans.slice(0, 1).map((plan) => environmentFor(plan, environment))];
  for (const secret of environments.flatMap(proxySecrets)) masks.add(secret);
}
function maskAccounts(texts, { masks, environment }) {
  for (const text of [...texts, environment.get("AWS_ROLE_ARN") ?? ""]) for (const [account] of text.matchAll(/(?<!\d)\d{12}(?!\d)/g)) masks.add(account);
}
function maskNamedAccounts(text, { masks }) {
  for (const [, account = ""] of text.matchAll(/:(?:iam|sts)::(\d{12}):/g)) masks.add(account);
}

// actions/assume-role/src/verify.ts
async function verifyRole(plan, role, graceMs, ports) {
  const context = { ...contextFor(plan, ports), credentials: role.credentials };
  try {
    const caller = await getCallerIdentity(context, { propagationGraceMs: graceMs });
    if (caller.arn === role.assumedRoleArn) return;
    throw new Failure({
      what: `the new keys are not those of ${role.assumedRoleArn}`,
      reason: "unreachable",
      why: [`sts:GetCallerIdentity: they belong to ${caller.arn}`, "Nothing was exported."],
      remedy: "Check sts-endpoint and the proxy: something else answers in the name of STS."
    });
  } finally {
    closeContext(context);
  }
}

// actions/assume-role/src/assume-role.ts
async function assumeRole(inputs, context) {
  maskProxies(inputs.plans, context);
  if (inputs.end) {
    const { endLogin } = await import("./end-7JVHTMD5.js");
    const ended = endLogin(inputs.profile, context);
    if (inputs.maskAccountId) maskNamedAccounts(ended.sessionArns.join("\n"), context);
    return { outcome: "ended", ...ended };
  }
  guardBefore(inputs, context);
  await checkDelivery(inputs, context);
  const [first2] = inputs.plans;
  const reused = inputs.reuse === "same-role" && first2 ? await keepSession(first2, inputs, context) : void 0;
  return reused ?? await logIn(inputs, context);
}
async function logIn(inputs, context) {
  const tokens = new TokenPool();
  const attempts = await context.timings.phase("assume-role", () => Promise.all(inputs.plans.map((plan) => attempt(plan, tokens, inputs, context))));
  const [first2] = attempts;
  const judgement = first2 && judge(inputs.trustPolicy, first2.plan, first2.seen);
  const failed = attempts.flatMap((entry) => "failure" in entry ? [entry] : []);
  if (failed.length > 0) {
    throw combineFailures(failed, inputs.plans.length, explanationFor(failed, inputs, judgement), judgement?.result);
  }
  const logins = attempts.flatMap((entry) => "role" in entry ? [loginOf(entry)] : []);
  for (const { plan, dropped } of logins)
    if (dropped.length > 0) context.log.warning(`${plan.name}: STS had no room for these tags, the session goes without them: ${dropped.join(", ")}`);
  const told = inputs.explain === "always" ? explanationOf(logins, judgement) : void 0;
  if (told) context.log.group("What trust policies see of this run", told.lines);
  const delivered = await deliver(logins, inputs, context);
  for (const { plan, role } of logins)
    context.log.info(`Assumed ${plan.hops.join(" -> ")} as ${plan.sessionName} until ${role.credentials.expiration.toISOString()}`);
  return { outcome: "assumed", logins, judgement, ...delivered };
}
function explanationFor(failed, { explain }, judgement) {
  const refused2 = failed.filter(isRefusal);
  if (explain === "off" || refused2.length === 0) return void 0;
  const told = refused2.filter(({ seen }) => seen.hops.length < 2).map(({ plan, seen }) => ({ plan, claims: seen.claims }));
  return explanationOf(told, judgement);
}
function loginOf({ plan, seen, role }) {
  return { plan, role, sessionName: plan.sessionName, claims: seen.claims, dropped: seen.dropped };
}
async function attempt(plan, tokens, inputs, context) {
  const { seen, events } = createSeen();
  try {
    const role = await loginWith(plan, context, events, tokens);
    checkAssumedRole(inputs, plan, role);
    if (inputs.verify) await context.timings.phase("verify", () => verifyRole(plan, role, inputs.propagationGrace, context));
    return { plan, seen, role };
  } catch (error) {
    const failure = explainFailure(error, plan, seen, inputs.explain !== "off", context);
    if (inputs.maskAccountId) maskNamedAccounts([...failure.lines(), String(error)].join("\n"), context);
    return { plan, seen, failure };
  }
}
function guardBefore(inputs, context) {
  const failed = inputs.plans.flatMap((plan) => {
    try {
      checkRequestedRole(inputs, plan);
      return [];
    } catch (error) {
      const { seen } = createSeen();
      return [{ plan, seen, failure: explainFailure(error, plan, seen, false, context) }];
    }
  });
  if (failed.length > 0) throw combineFailures(failed, inputs.plans.length, void 0);
}
async function checkDelivery({ delivery, plans, profile, unsetCurrent, defaultProfile }, context) {
  if (delivery !== "refresh") return;
  const [{ checkRefresh }, { profileNames }] = await Promise.all([import("./conflicts-PNAVXD2U.js"), import("./deliver-4CF7CPXX.js")]);
  checkRefresh(profileNames(plans, profile), context, { unset: unsetCurrent, defaultProfile });
}
async function keepSession(plan, inputs, context) {
  const found = findReusable(plan, inputs.minRemaining, context);
  if (!found) return void 0;
  context.masks.add(found.role.credentials.secretAccessKey);
  context.masks.add(found.role.credentials.sessionToken);
  checkAssumedRole(inputs, plan, found.role);
  if (inputs.verify) await context.timings.phase("verify", () => verifyRole(plan, found.role, inputs.propagationGrace, context));
  context.log.info(`Kept the session of ${plan.hops.at(-1)} that the job has: it lives until ${found.role.credentials.expiration.toISOString()}`);
  const login = { plan, role: found.role, sessionName: found.sessionName, claims: {}, dropped: [] };
  return { outcome: "reused", logins: [login], judgement: void 0, ...deliverReused(plan, inputs, context) };
}

// actions/assume-role/src/inputs/delivery.ts
var deliveries = ["env", "refresh", "outputs"];
var longestRemaining = "12h";
function readDelivery(reader, source, end) {
  const delivery = readWay(reader, source);
  const profile = reader.text("profile", {
    pattern: /^[\w+=,.@-]{1,64}$/,
    want: "a profile name of at most 64 letters, digits and _+=,.@-",
    example: "deploy"
  });
  const defaultProfile = reader.boolean("default-profile", true);
  if (delivery !== "refresh" && !end) {
    if (profile !== void 0) reader.fault("profile", `no value with delivery ${delivery}: only refresh writes a profile`, "delivery: refresh");
    if (!defaultProfile) reader.fault("default-profile", `no value with delivery ${delivery}: only refresh writes a profile`, "delivery: refresh");
  }
  const unsetCurrent = reader.boolean("unset-current-credentials", false);
  const verify = reader.boolean("verify", false);
  const propagationGrace = reader.duration("propagation-grace", "0s", { min: "0s", max: "10m" });
  if (propagationGrace > 0 && !verify) reader.fault("propagation-grace", "no value without verify: true", "verify: true");
  return {
    delivery,
    profile,
    defaultProfile,
    outputCredentials: reader.boolean("output-credentials", false),
    unsetCurrent,
    verify,
    propagationGrace,
    ...readReuse(reader, delivery, unsetCurrent)
  };
}
function readWay(reader, source) {
  const given = reader.ask("delivery");
  if (given === void 0) return "env";
  const known = deliveries.find((word) => word === given);
  if (known === void 0) {
    const words = given.split(/[\s,+]+/);
    const both = words.includes("env") && words.includes("refresh");
    reader.fault(
      "delivery",
      `one of ${deliveries.join(", ")}${both ? ", never both: SDKs take keys in the environment first, so the profile would never be used" : ""}`,
      both ? "delivery: refresh" : "env"
    );
    return "env";
  }
  if (known === "refresh" && source === "environment")
    reader.fault("delivery", "env or outputs with source environment: the job's keys end, and there is nothing to renew from", "delivery: env");
  return known;
}
function readReuse(reader, delivery, unsetCurrent) {
  const reuse = reader.choice("reuse", ["never", "same-role"]);
  const minRemaining = reader.duration("min-remaining", "15m", { min: "0s", max: longestRemaining });
  if (reuse === "same-role" && delivery === "refresh")
    reader.fault("reuse", "never with delivery refresh: the profile renews by itself, and no keys are in the job's environment", "reuse: never");
  if (reuse === "same-role" && unsetCurrent)
    reader.fault("reuse", "never with unset-current-credentials: true, which clears what would be kept", "reuse: never");
  return { reuse, minRemaining };
}

// actions/assume-role/src/inputs/guards.ts
function readGuards(reader) {
  const allowedAccounts = reader.list("allowed-account-ids", { commas: true });
  for (const id of allowedAccounts) {
    const fault = accountIdFault(id);
    if (fault) reader.fault("allowed-account-ids", fault, '"111122223333"', JSON.stringify(id));
  }
  const allowedRoles = reader.list("allowed-role-arns");
  for (const glob of allowedRoles)
    if (!matchesGlob("arn:*", glob))
      reader.fault("allowed-role-arns", "ARNs, `*` allowed, one a line", "arn:aws:iam::111122223333:role/*", JSON.stringify(glob));
  return { allowedAccounts, allowedRoles };
}

// actions/assume-role/src/inputs/region.ts
function regionFault(region, anyName) {
  if (isKnownRegion(region)) return void 0;
  if (!/^[a-z0-9-]+$/.test(region)) return { want: "a region name of lower-case letters, digits and dashes", example: "eu-central-1" };
  if (anyName) return void 0;
  const near = nearest(region, knownRegions());
  const want = near ? `a region of the partition table; did you mean ${near}? (allow-unknown-region: true lets it pass)` : "a region of the partition table (allow-unknown-region: true lets any pass)";
  return { want, example: near ?? "eu-central-1" };
}
function readRegion(reader, required) {
  const anyName = reader.boolean("allow-unknown-region", false);
  const region = required ? reader.text("aws-region", { required, want: "a region", example: "eu-central-1" }) : reader.text("aws-region") ?? "";
  const fault = region === "" ? void 0 : regionFault(region, anyName);
  if (fault) reader.fault("aws-region", fault.want, fault.example);
  return { region, anyName };
}

// actions/assume-role/src/roles/read.ts
async function readEntries(text) {
  const read = isTree(text) ? (await import("./tree-ZO7VLHON.js")).readTree(text) : readLines(text);
  if (read.entries.length > 0 || read.faults.length > 0) return read;
  return { entries: [], faults: [{ line: 1, got: "no role", want: "a role on each line" }] };
}
function isTree(text) {
  const first2 = text.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line)) ?? "";
  return /^\s*([{[]|-(\s|$)|---|%YAML|("[^"]*"|'[^']*'|[^\s=:]+)\s*:(\s|$))/.test(first2);
}

// actions/assume-role/src/inputs/role.ts
var example2 = "arn:aws:iam::111122223333:role/deploy";
async function readRoles(reader, region, required) {
  const text = reader.ask("roles");
  const one = readOneRole(reader, region, required && text === void 0);
  if (text === void 0) return { entries: one === void 0 ? [] : [one], many: false };
  if (["role-to-assume", "role-name", "account-id"].some((name) => reader.given(name)))
    reader.fault("roles", "either roles or one role (role-to-assume, or role-name and account-id), not both", "leave role-to-assume out", "both");
  const { entries, faults } = await readEntries(text);
  for (const fault of faults) reader.fault("roles", fault.want, fault.example ?? lineExample, `${fault.got} (line ${fault.line})`);
  return { entries, many: true };
}
function readOneRole(reader, region, required) {
  const arn = reader.text("role-to-assume", { example: example2 });
  const name = reader.text("role-name", {
    pattern: /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    want: "a role name, after its path where it has one (no leading slash)",
    example: "deploy"
  });
  const account = reader.text("account-id");
  const accountFault = account === void 0 ? void 0 : accountIdFault(account);
  if (accountFault) reader.fault("account-id", accountFault, '"111122223333"');
  if (arn !== void 0) {
    if ((name ?? account) !== void 0)
      reader.fault("role-to-assume", "either role-to-assume or role-name and account-id, not both", "leave role-name and account-id out");
    const fault = arnFault(arn);
    if (fault) reader.fault("role-to-assume", fault, example2);
    return fault ? void 0 : entryOf(arn);
  }
  if (name !== void 0 && account !== void 0) return entryOf(`arn:${partitionOf(region)?.name ?? "aws"}:iam::${account}:role/${name}`);
  if (name !== void 0) reader.fault("account-id", "the account of role-name", '"111122223333"');
  else if (account !== void 0) reader.fault("role-name", "the role in account-id", "deploy");
  else if (required) reader.fault("role-to-assume", "role-to-assume, or role-name and account-id, or roles", example2);
  return void 0;
}
function entryOf(arn) {
  const role = parseRoleArn(arn);
  return role && { name: role.name, line: 1, hops: [arn] };
}
function arnFault(arn) {
  const role = parseRoleArn(arn);
  if (role) return partitionNamed(role.partition) ? void 0 : `a partition that exists, not ${role.partition}`;
  const account = /^arn:[\w-]+:iam::(\d+):role\//.exec(arn)?.[1];
  if (account !== void 0 && account.length !== 12) return `a role ARN whose account has ${accountIdFault(account) ?? "12 digits"}`;
  if (/^arn:[\w-]+:sts::\d*:assumed-role\//.test(arn)) return "the ARN of a role, not of a session (arn:aws:iam::<account>:role/<name>)";
  return "the ARN of a role";
}

// actions/assume-role/src/inputs/session.ts
var limits = { policy: 2048, managedPolicies: 10, tags: 50, tagKey: 128, tagValue: 256 };
var tagPattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
var externalIdPattern = /^[\w+=,.@:/-]{2,1224}$/;
var sourceIdentityPattern = /^[\w+=,.@-]{2,64}$/;
var policyPattern = /^[\u0009\u000A\u000D\u0020-\u00FF]+$/;
var policyExample = '{"Version":"2012-10-17","Statement":[\u2026]}';
async function readSession(reader) {
  const tags = await readTags(reader);
  return {
    inlinePolicy: readPolicy(reader),
    managedPolicies: readManagedPolicies(reader),
    externalId: reader.text("role-external-id", {
      pattern: externalIdPattern,
      want: "2 to 1224 characters of letters, digits and _+=,.@:/-",
      example: "payments-prod"
    }),
    sourceIdentity: reader.text("source-identity", { pattern: sourceIdentityPattern, want: "2 to 64 letters, digits and _+=,.@-", example: "alice" }),
    tags,
    transitiveTagKeys: reader.list("transitive-tag-keys"),
    onPackedSize: reader.choice("on-packed-size", ["fail", "drop"])
  };
}
function externalIdFault(id) {
  return externalIdPattern.test(id) ? void 0 : "an external id of 2 to 1224 letters, digits and _+=,.@:/-";
}
async function readTags(reader) {
  const text = reader.ask("tags");
  if (text === void 0) return [];
  const example3 = "team: payments";
  const { parseWrittenTree } = await import("./written-XH6CZXX7.js");
  const document = parseWrittenTree(text);
  if (!document.ok || document.root.kind !== "map") {
    reader.fault("tags", `a YAML or JSON map (${document.ok ? "it is none" : `line ${document.line}: ${document.why}`})`, example3, `${text.length} characters`);
    return [];
  }
  const tags = document.root.entries.flatMap(({ key, value, line }) => {
    if (value.kind === "text") return [{ key, value: value.text }];
    reader.fault("tags", "plain text as the value of a tag", example3, `a ${value.kind} at ${key} (line ${line})`);
    return [];
  });
  for (const fault of tagFaults(tags)) reader.fault("tags", fault.want, example3, fault.got);
  return tags;
}
function tagFaults(tags) {
  const faults = [];
  const seen = /* @__PURE__ */ new Map();
  for (const { key, value } of tags) {
    const got = JSON.stringify(shortened(key));
    if (key === "" || [...key].length > limits.tagKey)
      faults.push({ got: key === "" ? "an empty key" : `a key of ${[...key].length} characters`, want: `keys of 1 to ${limits.tagKey} characters` });
    else if (!tagPattern.test(key)) faults.push({ got: `key ${got}`, want: "keys of letters, digits, blanks and _.:/=+-@" });
    if (/^aws:/i.test(key)) faults.push({ got: `key ${got}`, want: "no key that begins with aws: (AWS keeps it for itself)" });
    if ([...value].length > limits.tagValue)
      faults.push({ got: `${[...value].length} characters at ${got}`, want: `values of at most ${limits.tagValue} characters` });
    else if (!tagPattern.test(value)) faults.push({ got: `the value at ${got}`, want: "values of letters, digits, blanks and _.:/=+-@" });
    const other = seen.get(key.toLowerCase());
    if (other !== void 0) faults.push({ got: `${JSON.stringify(other)} and ${got}`, want: "keys that differ in more than their letter case" });
    seen.set(key.toLowerCase(), key);
  }
  if (tags.length > limits.tags) faults.push({ got: `${tags.length} tags`, want: `at most ${limits.tags} tags` });
  return faults;
}
function checkTransitive(reader, keys, tags, whose2) {
  const known = tags.map(({ key }) => key);
  for (const key of keys) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    reader.fault(
      "transitive-tag-keys",
      `keys of tags${whose2}${near ? `; did you mean ${near}?` : known.length > 0 ? ` (${known.join(", ")})` : ", and there are none"}`,
      near ?? known[0] ?? "tags: { team: payments }",
      JSON.stringify(key)
    );
  }
}
function readPolicy(reader) {
  const text = reader.text("inline-session-policy");
  if (text === void 0) return void 0;
  const shown = `${text.length} characters`;
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    reader.fault("inline-session-policy", `JSON (${error instanceof Error ? error.message : "it does not parse"})`, policyExample, shown);
    return void 0;
  }
  if (parsed === null || typeof parsed !== "object" || !("Statement" in parsed))
    reader.fault("inline-session-policy", "an IAM policy with a Statement", policyExample, "JSON without Statement");
  const compact = JSON.stringify(parsed);
  if (compact.length > limits.policy)
    reader.fault("inline-session-policy", `at most ${limits.policy}`, policyExample, `${compact.length} characters without blanks`);
  else if (!policyPattern.test(compact)) reader.fault("inline-session-policy", "characters up to U+00FF", policyExample, "others");
  return compact;
}
function readManagedPolicies(reader) {
  const arns = reader.list("managed-session-policies");
  for (const arn of arns)
    if (!/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn))
      reader.fault("managed-session-policies", "ARNs of managed policies, one a line", "arn:aws:iam::aws:policy/ReadOnlyAccess", JSON.stringify(arn));
  if (arns.length > limits.managedPolicies)
    reader.fault("managed-session-policies", `at most ${limits.managedPolicies} policies`, arns.slice(0, 1).join(), `${arns.length} policies`);
  return arns;
}
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

// actions/assume-role/src/inputs/way.ts
function callsAssumeRole({ source, runnerRole }, hops) {
  if (source === "environment") return true;
  if (source === "runner") return runnerRole === void 0 || hops.length > 1 || hops[0] !== runnerRole;
  return hops.length > 1;
}
function isChained(origin, hops) {
  return origin.source === "environment" ? hops.length > 1 : callsAssumeRole(origin, hops);
}
function webIdentityOnly({ source }) {
  return `assumed by ${source === "oidc" ? "OIDC" : "a web identity"} in one hop: STS refuses it there; it needs a second hop, which may be the same role`;
}

// actions/assume-role/src/inputs/plans.ts
var durations = { min: 900, max: 43200, chained: 3600 };
function plansOf(reader, { entries, many }, shared) {
  if (many) checkNames(reader, entries);
  for (const entry of entries) {
    const at = many ? atLine(reader, entry) : void 0;
    const roles = checkHops(at, entry);
    checkRegion(reader, at, entry, roles, shared);
    if (at) checkOptions(at, entry, shared);
    if (shared.transitiveTagKeys.length > 0) checkTransitive(reader, shared.transitiveTagKeys, tagsOf(entry, shared), many ? ` of ${entry.name}` : "");
  }
  checkShared(
    reader,
    entries.filter(({ hops }) => hops.length > 0),
    shared
  );
  return entries.map((entry) => planOf(entry, shared));
}
function atLine(reader, { line }) {
  return (got, want, example3) => reader.fault("roles", want, example3, `${got} (line ${line})`);
}
function checkNames(reader, entries) {
  const lines = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const at = atLine(reader, entry);
    if (!/^[\w@+.-]{1,64}$/.test(entry.name))
      at(
        entry.name === "" ? "a role without a name" : `the name ${JSON.stringify(entry.name)}`,
        "a name of 1 to 64 letters, digits and _@+.-: it becomes a profile",
        cleaned(entry.name)
      );
    const first2 = lines.get(entry.name);
    if (first2 !== void 0 && entry.name !== "") at(`${JSON.stringify(entry.name)} once more, after line ${first2}`, "names that differ", `${entry.name}-2`);
    lines.set(entry.name, first2 ?? entry.line);
  }
}
function cleaned(name) {
  return name.replace(/[^\w@+.-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64) || "deploy";
}
function checkHops(at, { hops }) {
  for (const arn of hops) {
    const fault = arnFault(arn);
    if (fault) at?.(JSON.stringify(arn), fault, "arn:aws:iam::111122223333:role/deploy");
  }
  const roles = hops.flatMap((arn) => parseRoleArn(arn) ?? []);
  const found = [...new Set(roles.map(({ partition }) => partition))];
  if (found.length > 1) at?.(found.join(" and "), "one partition in a chain: no role can be assumed across partitions", chainExample);
  return roles;
}
function checkRegion(reader, at, entry, roles, { region: stepRegion, anyName }) {
  const fault = entry.region === void 0 ? void 0 : regionFault(entry.region, anyName);
  if (fault) at?.(JSON.stringify(`region=${entry.region}`), fault.want, `region=${fault.example}`);
  const region = entry.region ?? stepRegion;
  const partition = partitionOf(region);
  const role = roles.at(-1);
  if (fault || !partition || !role || new Set(roles.map((hop) => hop.partition)).size > 1 || role.partition === partition.name) return;
  const want = `a role in partition ${partition.name}, to which ${region} belongs`;
  if (at)
    at(
      JSON.stringify(role.arn),
      `${want}, or a region of ${role.partition}`,
      role.partition === "aws" ? "region=eu-central-1" : role.arn.replace(/^arn:[^:]+/, `arn:${partition.name}`)
    );
  else reader.fault("role-to-assume", want, role.arn.replace(/^arn:[^:]+/, `arn:${partition.name}`), JSON.stringify(role.arn));
}
function checkOptions(at, entry, shared) {
  const max = isChained(shared, entry.hops) ? durations.chained : durations.max;
  if (entry.duration !== void 0 && !(/^\d{1,6}$/.test(entry.duration) && Number(entry.duration) >= durations.min && Number(entry.duration) <= max))
    at(
      JSON.stringify(`duration=${entry.duration}`),
      `seconds from ${durations.min} to ${max}${max === durations.chained ? " where a chain ends" : ""}`,
      "duration=3600"
    );
  const idFault = entry.externalId === void 0 ? void 0 : externalIdFault(entry.externalId);
  if (idFault) at(JSON.stringify(`external-id=${entry.externalId}`), idFault, "external-id=payments-prod");
  for (const fault of tagFaults(entry.tags ?? [])) at(fault.got, fault.want, "tags=team:payments");
  if (callsAssumeRole(shared, entry.hops)) return;
  const way = `${entry.name} = ${entry.hops[0] ?? "<arn>"} -> ${entry.hops[0] ?? "<arn>"}`;
  if (entry.externalId !== void 0)
    at(`external-id=${entry.externalId}`, `no external-id for a role that is ${webIdentityOnly(shared)}`, `${way} external-id=${entry.externalId}`);
  if (entry.tags !== void 0) at("tags", `no tags for a role that is ${webIdentityOnly(shared)}`, way);
}
function checkShared(reader, entries, shared) {
  const chained = entries.filter((entry) => entry.duration === void 0 && isChained(shared, entry.hops));
  if (shared.durationSeconds > durations.chained && chained.length > 0)
    reader.fault("role-duration-seconds", `at most ${durations.chained} where a chain ends (${names(chained)})`, `${durations.chained}`);
  const direct = entries.filter((entry) => !callsAssumeRole(shared, entry.hops));
  if (direct.length === 0) return;
  const way = direct.map(({ name, hops }) => `${name} = ${hops[0] ?? "<arn>"} -> ${hops[0] ?? "<arn>"}`).join("\\n");
  for (const name of ["role-external-id", "source-identity", "tags", "transitive-tag-keys"])
    if (reader.given(name)) reader.fault(name, `no value for a role that is ${webIdentityOnly(shared)} (${names(direct)})`, `roles: ${way}`, "a value");
}
function names(entries) {
  return entries.map(({ name }) => name).join(", ");
}
function tagsOf(entry, shared) {
  const own = entry.tags ?? [];
  return [...shared.tags.filter(({ key }) => !own.some((tag) => tag.key === key)), ...own];
}
function planOf(entry, shared) {
  const region = entry.region ?? shared.region;
  const partition = partitionOf(region) ?? partitionNamed(parseRoleArn(entry.hops[0] ?? "")?.partition ?? "");
  return defined({
    name: entry.name,
    source: shared.source,
    tokenFile: shared.tokenFile,
    audience: shared.audience ?? partition?.audience ?? "sts.amazonaws.com",
    region,
    endpoint: shared.stsEndpoint,
    fips: shared.fips,
    dualStack: shared.dualStack,
    httpProxy: shared.httpProxy,
    noProxy: shared.noProxy,
    hops: entry.hops,
    sessionName: shared.sessionName,
    durationSeconds: entry.duration === void 0 ? shared.durationSeconds : Number(entry.duration),
    externalId: entry.externalId ?? shared.externalId,
    inlinePolicy: shared.inlinePolicy,
    managedPolicies: shared.managedPolicies,
    tags: tagsOf(entry, shared),
    transitiveTagKeys: shared.transitiveTagKeys,
    sourceIdentity: shared.sourceIdentity,
    onPackedSize: shared.onPackedSize
  });
}

// actions/assume-role/src/inputs/source.ts
import { resolve as resolve2 } from "node:path";
var sources = ["oidc", "environment", "runner", "web-identity-file"];
function readSource(reader, { environment, github }) {
  const source = reader.choice("source", sources);
  const audience = reader.text("audience");
  if (audience !== void 0 && source !== "oidc")
    reader.fault("audience", `no value with source ${source}: no token is asked for there`, "leave audience out");
  return {
    source,
    tokenFile: readTokenFile(reader, source, github.workspace),
    audience,
    ...readProxy(reader),
    runnerRole: source === "runner" && environment.get("AWS_WEB_IDENTITY_TOKEN_FILE") ? environment.get("AWS_ROLE_ARN") : void 0
  };
}
function readTokenFile(reader, source, workspace) {
  const name = "web-identity-token-file";
  const example3 = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
  const given = reader.text(name);
  if (source !== "web-identity-file") {
    if (given !== void 0) reader.fault(name, "no value without source: web-identity-file", "source: web-identity-file");
    return void 0;
  }
  if (given === void 0) {
    reader.fault(name, "the file of the token", example3);
    return void 0;
  }
  const file = resolve2(workspace, given);
  const fault = tokenFileFault(file);
  if (fault) reader.fault(name, fault, example3);
  return file;
}
function tokenFileFault(file) {
  let text;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code: code2 = "error" } = error;
    return `a file that can be read (${code2}: ${file})`;
  }
  if (text === "") return "a file with a token in it: it is empty";
  if (!isToken(text)) return `a file whose whole content is a JWT; it holds ${shapeOf(text)} that are none`;
  return void 0;
}
function isToken(text) {
  const parts = text.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return false;
  return parts.slice(0, 2).every((part) => {
    try {
      const value = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
      return value !== null && typeof value === "object";
    } catch {
      return false;
    }
  });
}
function readProxy(reader) {
  const httpProxy = reader.text("http-proxy");
  if (httpProxy !== void 0 && !isProxy(httpProxy))
    reader.fault("http-proxy", "the URL of a proxy: http:// or https://, a host and a port", "http://proxy.example.com:3128", shapeOf(httpProxy));
  return { httpProxy, noProxy: reader.text("no-proxy") };
}
function isProxy(text) {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    const url = new URL(text);
    return url.hostname !== "" && (url.pathname === "/" || url.pathname === "") && url.search === "" && url.hash === "";
  } catch {
    return false;
  }
}

// actions/assume-role/src/inputs.ts
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
var accountInputs = ["role-to-assume", "account-id", "roles", "allowed-account-ids", "allowed-role-arns", "managed-session-policies"];
async function readInputs(reader, context) {
  const end = reader.boolean("end", false);
  const maskAccountId = reader.boolean("mask-aws-account-id", false);
  if (maskAccountId)
    maskAccounts(
      accountInputs.map((name) => reader.peek(name) ?? ""),
      context
    );
  const { region, anyName } = readRegion(reader, !end);
  const wanted = await readRoles(reader, region, !end);
  const source = readSource(reader, context);
  const shared = {
    ...source,
    ...await readSession(reader),
    region,
    anyName,
    durationSeconds: reader.integer("role-duration-seconds", { fallback: durations.chained, min: durations.min, max: durations.max }),
    sessionName: readSessionName(reader, context.github),
    stsEndpoint: readEndpoint(reader),
    fips: reader.boolean("fips", false),
    dualStack: reader.boolean("dual-stack", false)
  };
  const delivery = readDelivery(reader, source.source, end);
  const plans = plansOf(reader, wanted, shared);
  checkNumber(reader, plans, delivery, end);
  return {
    plans: end ? [] : mainFirst(plans, delivery.profile),
    region,
    end,
    maskAccountId,
    ...delivery,
    ...readGuards(reader),
    explain: reader.choice("explain", ["on-failure", "always", "off"]),
    trustPolicy: await readTrustPolicy(reader, context.github.workspace),
    timeout: reader.duration("timeout", "60s", { min: "1s", max: "10m" })
  };
}
function mainFirst(plans, profile) {
  const main = plans.length > 1 ? plans.filter(({ name }) => name === profile) : [];
  return [...main, ...plans.filter((plan) => !main.includes(plan))];
}
function checkNumber(reader, plans, { delivery, profile, reuse }, end) {
  if (end || plans.length < 2) return;
  const names2 = plans.map(({ name }) => name);
  if (delivery === "env")
    reader.fault("delivery", `refresh or outputs with ${plans.length} roles: the environment holds the keys of one`, "delivery: refresh", '"env"');
  if (reuse === "same-role") reader.fault("reuse", `never with ${plans.length} roles: the environment holds the keys of one`, "reuse: never");
  if (profile !== void 0 && !names2.includes(profile))
    reader.fault(
      "profile",
      `one of the names in roles (${names2.join(", ")}): with many roles each is a profile, and profile says which one is the default`,
      names2[0]
    );
}
function readEndpoint(reader) {
  const url = reader.text("sts-endpoint");
  if (url !== void 0 && !/^https?:\/\/[^\s@]+$/.test(url))
    reader.fault("sts-endpoint", "a URL without a password", "https://sts.eu-central-1.amazonaws.com", url.includes("@") ? shapeOf(url) : void 0);
  return url;
}
function readSessionName(reader, github) {
  const name = reader.text("role-session-name");
  if (name !== void 0 && !isSessionName(name))
    reader.fault("role-session-name", "2 to 64 characters of letters, digits and _+=,.@-", cleanSessionName(name));
  return name ?? defaultSessionName(github);
}

// actions/assume-role/src/main.ts
await runAction({ name: "assume-role", readInputs, refused, run: assumeRole, report, reportFailure, reasons });
