const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  PlanError,
  addressOf,
  agentKind,
  chooseRules,
  decide,
  emptyModule,
  isMap,
  isProfile,
  judgeSteps,
  looksLikeAgent,
  noConventions,
  noFacts,
  profileNames,
  readPlanSteps,
  refuseRuleId,
  renderJunit,
  renderSarif,
  selectionFor,
  sortFindings,
  takeInventory
} from "./chunk-IUSUVT5T.js";
import {
  Failure,
  cannotWrite,
  runAction,
  version
} from "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  closeSync,
  fstatSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/check-conventions/src/backend-file.ts
import { dirname, join } from "node:path";
var limitBytes = 1024 * 1024;
function readBackend({ path }) {
  const file = join(dirname(path), ".terraform", "terraform.tfstate");
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile() || facts.size > limitBytes) return void 0;
  try {
    const state = JSON.parse(readFileSync(file, "utf8"));
    const backend = isMap(state) ? state["backend"] : void 0;
    if (!isMap(backend) || typeof backend["type"] !== "string") return void 0;
    return { type: backend["type"], config: isMap(backend["config"]) ? backend["config"] : {} };
  } catch {
    return void 0;
  }
}

// actions/check-conventions/src/formats.ts
import { dirname as dirname2 } from "node:path";
function writeFormats(inputs, decision, chosen) {
  const { findings } = decision;
  const plan = inputs.plans[0]?.name ?? inputs.manifests.files[0]?.name ?? "";
  if (inputs.sarifPath) write(inputs.sarifPath, `${JSON.stringify(renderSarif({ findings, chosen, plan, version }), null, 2)}
`);
  if (inputs.junitPath) write(inputs.junitPath, renderJunit(findings, chosen));
  return { sarif: inputs.sarifPath ?? "", junit: inputs.junitPath ?? "" };
}
function write(path, text) {
  try {
    mkdirSync(dirname2(path), { recursive: true });
    writeFileSync(path, text, { mode: 384 });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

// actions/check-conventions/src/manifest-files.ts
import { relative, resolve as resolve2, sep } from "node:path";

// actions/check-conventions/src/workspace.ts
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

// actions/check-conventions/src/manifest-files.ts
var mostFiles = 5e3;
var example = "rendered/**/*.yaml";
function readManifestFiles(reader, workspace) {
  const globs = [...new Set(reader.list("manifests", { example }))];
  if (globs.length === 0 && reader.given("manifests")) reader.fault("manifests", "at least one glob", example, "no element");
  const files = /* @__PURE__ */ new Map();
  for (const glob of globs) {
    const { found, fault } = match(workspace, glob);
    if (fault !== void 0) reader.fault("manifests", fault, example, JSON.stringify(glob.slice(0, 200)));
    for (const file of found) files.set(file.path, file);
  }
  if (files.size > mostFiles) reader.fault("manifests", `at most ${mostFiles} files`, example, `${files.size} files`);
  const sorted = [...files.values()].sort((a, b) => a.name < b.name ? -1 : 1);
  return { globs, files: sorted.slice(0, mostFiles) };
}
function match(workspace, glob) {
  const literal = findFile(workspace, glob);
  if (!("fault" in literal)) return { found: [named(workspace, literal.path)] };
  const candidates = globSync(glob, { cwd: workspace }).map((name) => findFile(workspace, name));
  const found = candidates.flatMap((one) => "fault" in one ? [] : [named(workspace, one.path)]);
  if (found.length > 0) return { found };
  const reason = candidates.find((one) => "fault" in one);
  return { found, fault: `a glob that matches files: ${reason && "fault" in reason ? reason.fault : `nothing in ${workspace} matches it`}` };
}
function named(workspace, path) {
  const name = relative(resolve2(workspace), path);
  return { name: name.startsWith("..") ? path : name.split(sep).join("/"), path };
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
async function readInputs(reader, { github }) {
  const plans = readPlans(reader, github.workspace);
  const manifests = readManifestFiles(reader, github.workspace);
  const profiles = readProfiles(reader);
  const taken = new Map([...manifests.files.map(({ path }) => [path, "manifests"]), ...plans.map(({ path }) => [path, "plan-file"])]);
  const place = { workspace: github.workspace, taken };
  const conventions = await readFile(reader, "config-file", {
    ...place,
    load: async (file) => (await import("./files-6ZUZVKFL.js")).loadConventions(file),
    none: noConventions
  });
  const own = conventions.value.ownIds;
  const only = readOnly(reader, own);
  const waivers = await readFile(reader, "waivers-file", { ...place, load: async (file) => (await import("./files-6ZUZVKFL.js")).loadWaivers(file, own), none: [] });
  const inputs = {
    plans,
    manifests,
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
  reader.tellBeside(await toldMistakes(inputs.fileMistakes));
  return inputs;
}
async function toldMistakes(mistakes) {
  if (mistakes.length === 0) return [];
  const { renderMistake } = await import("./load-KTL4A75W.js");
  return mistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) }));
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
  const names = reader.list("plan-file", { required: !reader.given("manifests"), example: "plan.json" });
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
function readOnly(reader, own) {
  const ids = [...new Set(reader.list("only", { example: "rds-encrypted" }))];
  for (const id of ids) {
    const refusal = refuseRuleId(id, own);
    const hint = id.includes(",") ? "; one id a line" : "";
    if (refusal) reader.fault("only", `ids of rules: ${refusal.message}${hint}`, "rds-encrypted", JSON.stringify(id.slice(0, 100)));
  }
  return ids;
}
async function readFile(reader, input, { workspace, taken, load, none }) {
  const name = reader.text(input);
  if (name === void 0) return { value: none, mistakes: [] };
  const found = findFile(workspace, name);
  if ("fault" in found) {
    reader.fault(input, `a file: ${found.fault}`, input === "config-file" ? ".slipway/conventions.yaml" : ".slipway/waivers.yaml");
    return { value: none, mistakes: [] };
  }
  taken.set(found.path, input);
  return load(found);
}

// actions/check-conventions/src/plan-file.ts
var emptyPlan = {
  formatVersion: "1.2",
  terraformVersion: "",
  complete: true,
  changes: [],
  drift: [],
  relevantAttributes: void 0,
  resourceCount: 0,
  data: [],
  configuration: emptyModule,
  providers: /* @__PURE__ */ new Map(),
  variables: /* @__PURE__ */ new Map()
};
async function readPlanFile(file, selection, context) {
  const handle = openSync(file.path, "r");
  let buffer = Buffer.alloc(0);
  try {
    const read = (offset, length) => {
      if (context.clock.now() > context.deadline) throw outOfTime(file);
      if (buffer.length < length) buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    };
    return await inTurns(readPlanSteps({ size: fstatSync(handle).size, read }, selection), context);
  } catch (error) {
    throw explain(error, file);
  } finally {
    closeSync(handle);
  }
}
var turnMs = 50;
async function inTurns(steps, { clock, signal }) {
  let turn = clock.now();
  for (; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.now() - turn < turnMs) continue;
    await clock.sleep(0, signal);
    turn = clock.now();
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

// actions/check-conventions/src/manifests.ts
var fileLimitBytes = 16 * 1024 * 1024;
var totalLimitBytes = 128 * 1024 * 1024;
var objectLimit = 1e5;
async function readManifests(files, context) {
  if (files.length === 0) return { manifests: [], mistakes: [] };
  return await context.timings.phase("manifests", async () => {
    const tooLarge = refuseSizes(files);
    if (tooLarge) return { manifests: [], mistakes: [tooLarge] };
    const { readYaml, readYamlSteps } = await import("./yaml-documents-EDIQEMHX.js");
    const manifests = [];
    const mistakes = [];
    for (const file of files) {
      if (context.clock.now() > context.deadline) throw outOfTime2(file);
      const text = decode(onDisk(file, (path) => readFileSync(path)));
      const yaml = text === void 0 ? notText : await inTurns(readYamlSteps(text), context);
      const read = readOne(file, yaml, readYaml);
      for (const manifest of read.manifests) manifests.push(manifest);
      for (const mistake of read.mistakes) mistakes.push(mistake);
      if (manifests.length > objectLimit) return { manifests: [], mistakes: [mistakeAt(file, void 0, "too-large", `more than ${objectLimit} objects`)] };
    }
    context.log.info(`${files.length} files of manifests: ${manifests.length} objects`);
    return { manifests, mistakes };
  });
}
function refuseSizes(files) {
  const mib = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  let all = 0;
  for (const file of files) {
    const { size } = onDisk(file, (path) => statSync(path));
    all += size;
    if (size > fileLimitBytes) return mistakeAt(file, void 0, "too-large", `the file has ${mib(size)}; want at most ${mib(fileLimitBytes)}`);
    if (all > totalLimitBytes) return mistakeAt(file, void 0, "too-large", `the files up to this have ${mib(all)}; want at most ${mib(totalLimitBytes)}`);
  }
  return void 0;
}
function onDisk(file, ask) {
  try {
    return ask(file.path);
  } catch (error) {
    const { code: code2, message } = error;
    throw new Failure({
      what: `${file.name} cannot be read`,
      reason: "invalid-file",
      why: [`${code2}: ${message}`],
      remedy: `Look at the file: ls -l ${file.path}`,
      cause: error
    });
  }
}
function readOne(file, { documents, mistakes }, readYaml) {
  const told = mistakes.map((mistake) => ({ file: file.name, ...mistake }));
  const manifests = [];
  for (const document of documents) {
    for (const value of openList(document.value)) {
      const manifest = toManifest(file, document, value, readYaml);
      if ("code" in manifest) told.push(manifest);
      else manifests.push(manifest);
    }
  }
  return { manifests, mistakes: told };
}
var notText = { documents: [], mistakes: [{ line: 1, column: 1, code: "encoding", message: "the file is neither UTF-8 nor UTF-16 with a mark" }] };
function decode(content) {
  const [first, second] = content;
  const encoding = first === 255 && second === 254 ? "utf-16le" : first === 254 && second === 255 ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return void 0;
  }
}
function openList(value) {
  const kind = isMap(value) ? value["kind"] : void 0;
  const items = isMap(value) ? value["items"] : void 0;
  if (typeof kind !== "string" || !kind.endsWith("List") || !(Array.isArray(items) || kind === "List" && (items ?? null) === null)) return [value];
  const own = kind.slice(0, -"List".length);
  return (Array.isArray(items) ? items : []).flatMap(
    (item) => openList(isMap(item) && item["kind"] === void 0 && own !== "" ? { ...item, kind: own } : item)
  );
}
function toManifest(file, document, value, readYaml) {
  const place = { file: file.name, document: document.number };
  if (isMap(value) && value["kind"] === void 0 && looksLikeAgent(value)) return { ...place, kind: agentKind, namespace: void 0, name: file.name, value };
  const want = "want a Kubernetes object: a map with apiVersion, kind and metadata";
  if (!isMap(value))
    return mistakeAt(file, document, "no-object", `document ${document.number} is ${Array.isArray(value) ? "a list" : "a plain value"}; ${want}`);
  const { kind, metadata } = value;
  if (typeof kind !== "string" || kind === "") return mistakeAt(file, document, "no-object", `document ${document.number} has no kind; ${want}`);
  const { namespace, name, generateName } = isMap(metadata) ? metadata : {};
  const embedded = kind === "ConfigMap" ? embeddedIn(value["data"], readYaml) : void 0;
  return {
    ...place,
    kind,
    namespace: namespace === void 0 || namespace === null || namespace === "" ? void 0 : String(namespace),
    name: String(name ?? generateName ?? "unnamed"),
    value,
    ...embedded ? { embedded } : {}
  };
}
function embeddedIn(data, readYaml) {
  if (!isMap(data)) return void 0;
  const texts = Object.entries(data).filter((entry) => typeof entry[1] === "string");
  if (!texts.some(([, text]) => /destination/i.test(text))) return void 0;
  return Object.fromEntries(
    texts.flatMap(([key, text]) => {
      const [document] = readYaml(text).documents;
      return isMap(document?.value) ? [[key, document.value]] : [];
    })
  );
}
function mistakeAt(file, document, code2, message) {
  return { file: file.name, line: document?.line ?? 1, column: document?.column ?? 1, code: code2, message };
}
function outOfTime2(file) {
  return new Failure({ what: `${file.name} was not reached in time`, reason: "timeout", remedy: "Give the step longer (timeout: 15m), or fewer manifests." });
}

// actions/check-conventions/src/check-conventions.ts
async function checkConventions(inputs, context) {
  const { manifests, mistakes } = await readManifests(inputs.manifests.files, context);
  await refuseWrongFiles([...inputs.fileMistakes, ...mistakes]);
  const chosen = chooseRules({ profiles: inputs.profiles, only: inputs.only, settings: inputs.conventions.rules, own: inputs.conventions.ownRules });
  const selection = selectionFor(chosen);
  const facts = { ...factsOf(inputs, context), manifests };
  const findings = [];
  const inventory = [];
  const seen = { resources: manifests.length, versions: /* @__PURE__ */ new Set(), incomplete: [] };
  const keep = keeper(findings, manifests);
  const judge = async (plan, name, backend) => keep(await inTurns(judgeSteps(plan, chosen, { ...facts, backend }), context), name);
  if (inputs.plans.length === 0) await context.timings.phase("judge", () => judge(emptyPlan, void 0, void 0));
  for (const file of inputs.plans) {
    const plan = await context.timings.phase("read", () => readPlanFile(file, selection, context));
    const name = inputs.plans.length > 1 ? file.name : void 0;
    await context.timings.phase("judge", async () => {
      await judge(plan, name, readBackend(file));
      for (const asset of takeInventory(plan)) inventory.push(name === void 0 ? asset : { ...asset, plan: name });
    });
    seen.resources += plan.resourceCount;
    seen.versions.add(plan.terraformVersion);
    if (!plan.complete) seen.incomplete.push(file.name);
    context.log.info(`${file.name}: ${plan.resourceCount} resources, ${chosen.length} rules`);
  }
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const judged = new Set(chosen.map(({ rule }) => rule.id));
  const decision = decide(sortFindings(findings), inputs.waivers, { blockOn: inputs.blockOn, unknown: inputs.unknown, today, judged });
  const { resources, versions, incomplete } = seen;
  const written = writeFormats(inputs, decision, chosen);
  return { chosen, decision, inventory, written, resources, terraformVersions: [...versions].sort(), incomplete, today };
}
function factsOf({ conventions }, { environment }) {
  const { environments, environment: named2, cluster, organisation, statefulDestroy } = conventions;
  const workspace = environment.get("TF_WORKSPACE");
  return { ...noFacts, environments, environment: named2, cluster, organisation, statefulDestroy, workspace };
}
function keeper(findings, manifests) {
  const files = new Map(manifests.map((manifest) => [addressOf(manifest), manifest.file]));
  const kept = /* @__PURE__ */ new Set();
  return (found, plan) => {
    for (const finding of found) {
      const name = files.get(finding.address) ?? plan;
      const key = JSON.stringify([finding.rule, finding.address]);
      if (files.has(finding.address) && kept.has(key)) continue;
      kept.add(key);
      findings.push(name === void 0 ? finding : { ...finding, plan: name });
    }
  };
}
async function refuseWrongFiles(mistakes) {
  const [first] = mistakes;
  if (!first) return;
  const files = [...new Set(mistakes.map(({ file }) => file))].join(", ");
  throw new Failure({
    what: `${files} ${mistakes.length === 1 ? "has a mistake" : `has ${mistakes.length} mistakes`}`,
    reason: "invalid-file",
    faults: await toldMistakes(mistakes),
    remedy: "Correct the lines above; the schemas are schemas/conventions.json and schemas/waivers.json, manifests are Kubernetes objects in YAML. No plan was read."
  });
}

// actions/check-conventions/src/summary.ts
var rowLimits = [500, 200, 80, 30];
var evidenceLimit = 8;
var fits = 1e6;
function renderSummary(check, inputs, failure) {
  let text = "";
  for (const limit of rowLimits) {
    text = render(check, inputs, failure, limit);
    if (Buffer.byteLength(text) <= fits) break;
  }
  return text;
}
function render(check, inputs, failure, rowLimit) {
  return [
    `### Conventions: ${headline(check, inputs, failure)}`,
    "",
    ...findingRows(check, rowLimit),
    ...waiverRows(failure),
    countsLine(check, inputs),
    ...remedies(check),
    ...notes(check),
    ...inventoryRows(check, rowLimit)
  ].join("\n");
}
function headline({ decision, resources, chosen }, { plans }, failure) {
  if (failure) return `${decision.verdict === "blocked" ? "blocked" : "failed"} \u2013 ${escapeMarkdown(failure.what)}`;
  if (chosen.length === 0) return "pass \u2013 no rule is on, nothing was judged";
  if (resources === 0 && decision.findings.length === 0)
    return `pass \u2013 ${plans.length > 0 ? "the plan has no resources" : "the manifests hold no objects"}, nothing was judged`;
  return decision.findings.length === 0 ? "pass" : "pass \u2013 nothing that blocks";
}
function findingRows({ decision }, rowLimit) {
  const { findings, blocking } = decision;
  if (findings.length === 0) return [];
  const blocks = new Set(blocking);
  const rows = [...blocking, ...findings.filter((finding) => !blocks.has(finding))].slice(0, rowLimit).map((finding) => [
    blocks.has(finding) ? "**blocks**" : finding.waiver ? `waived until ${escapeMarkdown(finding.waiver.until)} (${escapeMarkdown(finding.waiver.owner)})` : finding.severity,
    finding.rule,
    code(finding.plan ? `${finding.plan}: ${finding.address}` : finding.address),
    `${finding.verdict}${finding.introduced ? "" : ", was there before"}`,
    `${escapeMarkdown(finding.message)}<br>${evidenceOf(finding)}`
  ]);
  const more = findings.length > rowLimit ? ["", `and ${findings.length - rowLimit} more in the report.`] : [];
  return [table(["", "rule", "address", "verdict", "why"], rows), ...more, ""];
}
function evidenceOf({ evidence }) {
  const lines = evidence.slice(0, evidenceLimit).map((line) => code(line));
  const more = evidence.length > evidenceLimit ? [`and ${evidence.length - evidenceLimit} more in the report`] : [];
  return [...lines, ...more].join("<br>");
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
function remedies({ decision, chosen }) {
  const ids = [...new Set(decision.blocking.map((finding) => finding.rule))];
  return ids.flatMap((id) => {
    const rule = chosen.find((one) => one.rule.id === id)?.rule;
    if (!rule) return [];
    const [source] = rule.why;
    return [
      "",
      `**${id}**: ${rule.what}.${source ? ` ${source.document}: \u201C${escapeMarkdown(source.sentence)}\u201D` : ""}`,
      "",
      `\`\`\`${rule.language ?? "hcl"}`,
      rule.remedy,
      "```"
    ];
  });
}
function notes({ incomplete }) {
  const partial = incomplete.map((name) => `Terraform says that ${code(name)} is incomplete (targets or deferred changes): what it leaves out was not judged.`);
  return ["", ...partial];
}
function inventoryRows({ inventory }, rowLimit) {
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
    comment: { mode: inputs.comment, key: [...inputs.plans.map(({ name }) => name), ...inputs.manifests.globs].join(" "), body: summary, token: inputs.token },
    ...failure ? { failure } : {}
  };
}
function reportFailure(_failure, inputs) {
  return { outcome: "failed", subject: inputs ? subjectOf(inputs) : {}, outputs: { verdict: "", counts: "", "sarif-path": "", "junit-path": "" } };
}
function subjectOf(inputs) {
  const { globs } = inputs.manifests;
  return { plans: inputs.plans.map(({ name }) => name), ...globs.length > 0 ? { manifests: globs } : {}, profile: inputs.profiles.join(",") };
}
function countsOf({ decision, chosen, resources }) {
  return { ...decision.counts, rules: chosen.length, resources };
}
function failureOf(check) {
  const { expired, unused, blocking } = check.decision;
  if (expired.length > 0) return waiverFailure("waiver-expired", `${amount(expired.length, "waiver")} expired before ${check.today}`, expired, "expired");
  if (unused.length > 0) return waiverFailure("waiver-unused", `${amount(unused.length, "waiver")} cover nothing`, unused, "unused");
  return blocking.length > 0 ? violations(check) : void 0;
}
function waiverFailure(reason, what, waivers, kind) {
  const remedy = kind === "expired" ? "Mend what the waiver covers, or agree on a new last day (until) with its owner." : "Remove the waiver: what it covered is mended, or its address is written otherwise in the plan.";
  return new Failure({ what, reason, faults: waivers.map((waiver) => waiverFault(waiver, kind)), remedy });
}
function waiverFault({ rule, address, owner, until, place }, kind) {
  const why = kind === "expired" ? `expired: its last day was ${until}` : "matches no finding of this plan";
  return { ...place, text: `${place.file}:${place.line}:${place.column} waiver of ${rule} for ${address} (owner ${owner}) ${why}` };
}
function violations({ decision: { blocking }, chosen }) {
  const [first] = blocking;
  const rest = blocking.length - shown;
  const rule = chosen.find((one) => one.rule.id === first?.rule)?.rule;
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
