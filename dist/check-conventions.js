import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  loadSource,
  renderMistake
} from "./chunk-CYPNRMY5.js";
import {
  PlanError,
  chooseRules,
  conventionsSchema,
  decide,
  findRule,
  isProfile,
  judgePlan,
  noConventions,
  plannedRuleIds,
  profileNames,
  readConventions,
  readPlan,
  readWaivers,
  refuseRuleId,
  renderJunit,
  renderSarif,
  selectionFor,
  sortFindings,
  takeInventory,
  waiversSchema
} from "./chunk-VPPZ4OV3.js";
import "./chunk-4CRFP5YR.js";
import "./chunk-LS7W3XV2.js";
import {
  Failure,
  cannotWrite,
  runAction,
  version
} from "./chunk-BVCG4FXE.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/check-conventions/src/formats.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
function writeFormats(inputs, decision, chosen) {
  const { findings } = decision;
  const plan = inputs.plans[0]?.name ?? "";
  if (inputs.sarifPath) write(inputs.sarifPath, `${JSON.stringify(renderSarif({ findings, chosen, plan, version }), null, 2)}
`);
  if (inputs.junitPath) write(inputs.junitPath, renderJunit(findings, chosen));
  return { sarif: inputs.sarifPath ?? "", junit: inputs.junitPath ?? "" };
}
function write(path, text) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 384 });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

// actions/check-conventions/src/plan-file.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
function readPlanFile(file, selection, context) {
  const handle = openSync(file.path, "r");
  let buffer = Buffer.alloc(0);
  try {
    const read = (offset, length) => {
      if (context.clock.now() > context.deadline) throw outOfTime(file);
      if (buffer.length < length) buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    };
    return readPlan({ size: fstatSync(handle).size, read }, selection);
  } catch (error) {
    throw explain(error, file);
  } finally {
    closeSync(handle);
  }
}
function explain(error, file) {
  if (error instanceof Failure) return error;
  const what = `${file.name} cannot be judged`;
  if (error instanceof PlanError) {
    return new Failure({
      what,
      reason: error.code,
      remedy: error.hint,
      faults: [{ text: `${file.name}: ${error.message}` }],
      cause: error
    });
  }
  const { code: code2, message } = error;
  if (code2 === void 0) return error;
  const reason = code2 === "ERR_STRING_TOO_LONG" ? "plan-format" : "invalid-file";
  return new Failure({ what, reason, why: [`${code2}: ${message}`], remedy: `Look at the file: ls -l ${file.path}`, cause: error });
}
function outOfTime(file) {
  return new Failure({ what: `${file.name} took too long to read`, reason: "timeout", remedy: "Give the step longer (timeout: 15m), or a faster disk." });
}

// actions/check-conventions/src/check-conventions.ts
async function checkConventions(inputs, context) {
  refuseWrongFiles(inputs);
  const chosen = chooseRules({ profiles: inputs.profiles, only: inputs.only, settings: inputs.conventions.rules });
  const selection = selectionFor(chosen);
  const findings = [];
  const inventory = [];
  const seen = { resources: 0, versions: /* @__PURE__ */ new Set(), incomplete: [] };
  for (const file of inputs.plans) {
    const plan = await context.timings.phase("read", () => readPlanFile(file, selection, context));
    const mark = inputs.plans.length > 1 ? { plan: file.name } : {};
    await context.timings.phase("judge", () => {
      for (const finding of judgePlan(plan, chosen)) findings.push({ ...finding, ...mark });
      for (const asset of takeInventory(plan)) inventory.push({ ...asset, ...mark });
    });
    seen.resources += plan.resourceCount;
    seen.versions.add(plan.terraformVersion);
    if (!plan.complete) seen.incomplete.push(file.name);
    context.log.info(`${file.name}: ${plan.resourceCount} resources, ${chosen.length} rules`);
    await context.clock.sleep(0, context.signal);
  }
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const judged = new Set(chosen.map(({ rule }) => rule.id));
  const decision = decide(sortFindings(findings), inputs.waivers, { blockOn: inputs.blockOn, unknown: inputs.unknown, today, judged });
  const { resources, versions, incomplete } = seen;
  const written = writeFormats(inputs, decision, chosen);
  return { chosen, decision, inventory, written, resources, terraformVersions: [...versions].sort(), incomplete, today };
}
function refuseWrongFiles({ fileMistakes }) {
  const [first] = fileMistakes;
  if (!first) return;
  const files = [...new Set(fileMistakes.map(({ file }) => file))].join(", ");
  throw new Failure({
    what: `${files} ${fileMistakes.length === 1 ? "has a mistake" : `has ${fileMistakes.length} mistakes`}`,
    reason: "invalid-file",
    faults: fileMistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) })),
    remedy: "Correct the lines above; the schemas are schemas/conventions.json and schemas/waivers.json. No plan was read."
  });
}

// actions/check-conventions/src/files.ts
import { readFileSync } from "node:fs";
function loadConventions(file) {
  return load(file, conventionsSchema, (value, locate) => {
    const { conventions, mistakes } = readConventions(value, locate);
    return { value: conventions, mistakes };
  });
}
function loadWaivers(file) {
  return load(file, waiversSchema, (value, locate) => {
    const { waivers, mistakes } = readWaivers(value, locate);
    return { value: waivers, mistakes };
  });
}
function load(file, schema, read) {
  const source = loadSource(readFileSync(file.path, "utf8"), file.name, schema);
  const { value, mistakes } = read(source.value, source.locate);
  const all = [...source.mistakes, ...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  return { value, mistakes: all };
}

// actions/check-conventions/src/workspace.ts
import { statSync } from "node:fs";
import { resolve } from "node:path";
function findFile(workspace, name) {
  const path = resolve(workspace, name);
  try {
    const facts = statSync(path);
    if (facts.isFile()) return { name, path };
    return { fault: facts.isDirectory() ? `${path} is a folder` : `${path} is no regular file` };
  } catch (error) {
    const { code: code2 } = error;
    return { fault: code2 === "ENOENT" || code2 === "ENOTDIR" ? `${path} does not exist` : `${path} cannot be read (${code2})` };
  }
}
function findTarget(workspace, name) {
  const path = resolve(workspace, name);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts || facts.isFile()) return { path };
  return { fault: facts.isDirectory() ? `${path} is a folder` : `${path} is no regular file` };
}

// actions/check-conventions/src/inputs.ts
var refused = {
  file: "`plan-file`: the JSON of `terraform show -json`",
  directory: "`plan-file`: a plan is judged, not a folder of code",
  check: "`only`: rule ids, one a line",
  skip_check: "`config-file` with `rules: {<id>: off}`, or a waiver with owner, reason and last day",
  soft_fail: "`config-file` with `rules: {<id>: warn}`",
  framework: "nothing: plans are recognised",
  output_format: "`sarif-file`, `junit-file`; the report is JSON",
  output_file_path: "`sarif-file`, `junit-file`",
  baseline: "`block-on: new`: the plan itself tells what was there before",
  plan: "`plan-file`",
  rules: "`config-file` with `rules`",
  waivers: "`waivers-file`"
};
function readInputs(reader, { github }) {
  reader.notYet({ manifests: void 0 });
  const plans = readPlans(reader, github.workspace);
  const profiles = readProfiles(reader);
  const only = readOnly(reader);
  const taken = new Map(plans.map(({ path }) => [path, "plan-file"]));
  const conventions = readFile(reader, "config-file", { workspace: github.workspace, taken, load: loadConventions, none: noConventions });
  const waivers = readFile(reader, "waivers-file", { workspace: github.workspace, taken, load: loadWaivers, none: [] });
  const inputs = {
    plans,
    profiles,
    only,
    conventions: conventions.value,
    waivers: waivers.value,
    fileMistakes: [...conventions.mistakes, ...waivers.mistakes],
    blockOn: reader.choice("block-on", ["new", "all"]),
    unknown: reader.choice("unknown", ["warn", "fail", "ignore"]),
    comment: reader.choice("comment", ["auto", "never", "always"]),
    sarifPath: readTarget(reader, "sarif-file", github.workspace, taken),
    junitPath: readTarget(reader, "junit-file", github.workspace, taken),
    token: reader.secret("github-token"),
    timeout: reader.duration("timeout", "5m", { min: "1s", max: "6h" })
  };
  reader.tellBeside(inputs.fileMistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) })));
  return inputs;
}
function readTarget(reader, input, workspace, taken) {
  const name = reader.text(input);
  if (name === void 0) return void 0;
  const target = findTarget(workspace, name);
  const fault = "fault" in target ? target.fault : taken.has(target.path) ? `${target.path} is what ${taken.get(target.path)} names` : void 0;
  if (fault !== void 0) reader.fault(input, `a file to write: ${fault}`, input.startsWith("sarif") ? "conventions.sarif" : "conventions.xml");
  if (fault !== void 0 || "fault" in target) return void 0;
  taken.set(target.path, input);
  return target.path;
}
function readPlans(reader, workspace) {
  const names = reader.list("plan-file", { required: true, example: "plan.json" });
  if (names.length === 0 && reader.given("plan-file")) reader.fault("plan-file", "at least one file", "plan.json", "no element");
  const files = /* @__PURE__ */ new Map();
  for (const name of names) {
    const found = findFile(workspace, name);
    if ("fault" in found) reader.fault("plan-file", `a file: ${found.fault}`, "terraform show -json plan.bin > plan.json", JSON.stringify(name));
    else if (!files.has(found.path)) files.set(found.path, found);
  }
  return [...files.values()];
}
function readProfiles(reader) {
  const names = [...new Set(reader.list("profile", { commas: true }))];
  for (const name of names.filter((one) => !isProfile(one))) {
    reader.fault("profile", `one or more of ${profileNames.join(", ")}`, "bank", JSON.stringify(name.slice(0, 100)));
  }
  return names.length > 0 ? names.filter(isProfile) : ["strict"];
}
function readOnly(reader) {
  const ids = [...new Set(reader.list("only", { example: "rds-encrypted" }))];
  for (const id of ids) {
    const refusal = refuseRuleId(id);
    const hint = id.includes(",") ? "; one id a line" : "";
    if (refusal) reader.fault("only", `ids of rules: ${refusal.message}${hint}`, "rds-encrypted", JSON.stringify(id.slice(0, 100)));
  }
  return ids;
}
function readFile(reader, input, { workspace, taken, load: load2, none }) {
  const name = reader.text(input);
  if (name === void 0) return { value: none, mistakes: [] };
  const found = findFile(workspace, name);
  if ("fault" in found) {
    reader.fault(input, `a file: ${found.fault}`, input === "config-file" ? ".slipway/conventions.yaml" : ".slipway/waivers.yaml");
    return { value: none, mistakes: [] };
  }
  taken.set(found.path, input);
  return load2(found);
}

// actions/check-conventions/src/summary.ts
var rowLimit = 500;
function renderSummary(check, inputs, failure) {
  return [
    `### Conventions: ${headline(check, failure)}`,
    "",
    ...findingRows(check),
    ...waiverRows(failure),
    countsLine(check, inputs),
    ...remedies(check),
    ...notes(check),
    ...inventoryRows(check)
  ].join("\n");
}
function headline({ decision, resources, chosen }, failure) {
  if (failure) return `${decision.verdict === "blocked" ? "blocked" : "failed"} \u2013 ${escapeMarkdown(failure.what)}`;
  if (chosen.length === 0) return "pass \u2013 no rule is on, nothing was judged";
  if (resources === 0) return "pass \u2013 the plan has no resources, nothing was judged";
  return decision.findings.length === 0 ? "pass" : "pass \u2013 nothing that blocks";
}
function findingRows({ decision }) {
  const { findings, blocking } = decision;
  if (findings.length === 0) return [];
  const blocks = new Set(blocking);
  const rows = [...blocking, ...findings.filter((finding) => !blocks.has(finding))].slice(0, rowLimit).map((finding) => [
    blocks.has(finding) ? "**blocks**" : finding.waiver ? `waived until ${escapeMarkdown(finding.waiver.until)} (${escapeMarkdown(finding.waiver.owner)})` : finding.severity,
    finding.rule,
    code(finding.plan ? `${finding.plan}: ${finding.address}` : finding.address),
    `${finding.verdict}${finding.introduced ? "" : ", was there before"}`,
    `${escapeMarkdown(finding.message)}<br>${finding.evidence.map((line) => code(line)).join("<br>")}`
  ]);
  const more = findings.length > rowLimit ? ["", `and ${findings.length - rowLimit} more in the report.`] : [];
  return [table(["", "rule", "address", "verdict", "why"], rows), ...more, ""];
}
function waiverRows(failure) {
  if (failure?.reason !== "waiver-expired" && failure?.reason !== "waiver-unused") return [];
  return [...failure.faults.map(({ text }) => `- ${escapeMarkdown(text)}`), ""];
}
function countsLine({ decision, chosen, resources }, inputs) {
  const { fail, unknown, waived, existing } = decision.counts;
  const counts = `${fail} fail, ${unknown} unknown, ${waived} waived, ${existing} there before`;
  return `${counts}; ${chosen.length} rules of ${inputs.profiles.join(", ")} over ${resources} resources.`;
}
function remedies({ decision }) {
  const ids = [...new Set(decision.blocking.map((finding) => finding.rule))];
  return ids.flatMap((id) => {
    const rule = findRule(id);
    if (!rule) return [];
    const [source] = rule.why;
    return ["", `**${id}**: ${rule.what}.${source ? ` ${source.document}: \u201C${escapeMarkdown(source.sentence)}\u201D` : ""}`, "", "```hcl", rule.remedy, "```"];
  });
}
function notes({ incomplete }) {
  const partial = incomplete.map((name) => `Terraform says that ${code(name)} is incomplete (targets or deferred changes): what it leaves out was not judged.`);
  return ["", ...partial, `${plannedRuleIds.length} rules of the platform\u2019s table are not available yet and were not judged.`];
}
function inventoryRows({ inventory }) {
  if (inventory.length === 0) return [];
  const rows = inventory.slice(0, rowLimit).map((asset) => [code(asset.address), asset.kind, asset.encrypted, escapeMarkdown(asset.backup), asset.deletionProtection]);
  const more = inventory.length > rowLimit ? ["", `and ${inventory.length - rowLimit} more in the report.`] : [];
  return ["", "#### To include in backups", "", table(["asset", "kind", "encrypted", "backup", "deletion protection"], rows), ...more];
}

// actions/check-conventions/src/report.ts
var reasons = ["violations", "plan-errored", "plan-format", "waiver-expired", "waiver-unused"];
var shown = 10;
function report(check, inputs) {
  const { decision } = check;
  const failure = failureOf(check);
  const summary = renderSummary(check, inputs, failure);
  return {
    outcome: failure && decision.verdict === "pass" ? "failed" : decision.verdict,
    subject: subjectOf(inputs),
    result: {
      profile: inputs.profiles.join(","),
      terraformVersion: check.terraformVersions.join(", "),
      findings: decision.findings,
      inventory: check.inventory,
      counts: countsOf(check),
      rules: check.chosen.map(({ rule, severity, parameters }) => ({ rule: rule.id, severity, parameters }))
    },
    outputs: { verdict: decision.verdict, counts: countsOf(check), "sarif-path": check.written.sarif, "junit-path": check.written.junit },
    summary,
    annotations: warningsOf(check),
    comment: { mode: inputs.comment, key: inputs.plans.map(({ name }) => name).join(" "), body: summary, token: inputs.token },
    ...failure ? { failure } : {}
  };
}
function reportFailure(_failure, inputs) {
  return { outcome: "failed", subject: inputs ? subjectOf(inputs) : {}, outputs: { verdict: "", counts: "", "sarif-path": "", "junit-path": "" } };
}
function subjectOf(inputs) {
  return { plans: inputs.plans.map(({ name }) => name), profile: inputs.profiles.join(",") };
}
function countsOf({ decision, chosen, resources }) {
  return { ...decision.counts, rules: chosen.length, resources };
}
function failureOf(check) {
  const { expired, unused, blocking } = check.decision;
  if (expired.length > 0) return waiverFailure("waiver-expired", `${amount(expired.length, "waiver")} expired before ${check.today}`, expired, "expired");
  if (unused.length > 0) return waiverFailure("waiver-unused", `${amount(unused.length, "waiver")} cover nothing`, unused, "unused");
  return blocking.length > 0 ? violations(blocking) : void 0;
}
function waiverFailure(reason, what, waivers, kind) {
  const remedy = kind === "expired" ? "Mend what the waiver covers, or agree on a new last day (until) with its owner." : "Remove the waiver: what it covered is mended, or its address is written otherwise in the plan.";
  return new Failure({ what, reason, faults: waivers.map((waiver) => waiverFault(waiver, kind)), remedy });
}
function waiverFault({ rule, address, owner, until, place }, kind) {
  const why = kind === "expired" ? `expired: its last day was ${until}` : "matches no finding of this plan";
  return { ...place, text: `${place.file}:${place.line}:${place.column} waiver of ${rule} for ${address} (owner ${owner}) ${why}` };
}
function violations(blocking) {
  const [first] = blocking;
  const rest = blocking.length - shown;
  const rule = first ? findRule(first.rule) : void 0;
  return new Failure({
    what: `${amount(blocking.length, "finding")} ${blocking.length === 1 ? "blocks" : "block"} this plan`,
    reason: "violations",
    faults: blocking.slice(0, shown).map((finding) => ({ text: findingText(finding) })),
    ...rest > 0 ? { why: [`and ${rest} more, in the summary and in the report`] } : {},
    ...rule && first ? { remedy: `For ${first.address}, ${rule.what}:
${rule.remedy}` } : {}
  });
}
function findingText(finding) {
  const plan = finding.plan ? `${finding.plan}: ` : "";
  return `${plan}${finding.rule} ${finding.address}: ${finding.message} [${finding.evidence.join("; ")}]`;
}
function warningsOf({ decision, chosen }) {
  if (chosen.length === 0) return [{ kind: "warning", text: "no rule is on, so nothing was judged: look at `only` and at the rules of `config-file`" }];
  const blocking = new Set(decision.blocking);
  const rest = decision.findings.filter((finding) => !blocking.has(finding) && !finding.waiver && finding.severity !== "info");
  return rest.slice(0, shown).map((finding) => ({ kind: "warning", title: `${finding.rule} (${finding.verdict})`, text: findingText(finding) }));
}
function amount(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// actions/check-conventions/src/main.ts
await runAction({ name: "check-conventions", readInputs, refused, run: checkConventions, report, reportFailure, reasons });
