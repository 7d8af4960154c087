const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  distance
} from "./chunk-RAUTGCC4.js";
import {
  code,
  escapeMarkdown,
  table
} from "./chunk-KVJXZJXX.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";

// packages/egress/src/values/attribute-value.ts
var typeTags = ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"];
function tagOf(value) {
  return Object.keys(value)[0] ?? "";
}
function textOf(value) {
  return value && "S" in value ? value.S : void 0;
}
function isTrue(value) {
  return value !== void 0 && "BOOL" in value && value.BOOL;
}

// packages/egress/src/rows/row.ts
function rowText(row2, attribute) {
  return textOf(row2.item[attribute]);
}
function rowFlag(row2, attribute) {
  return isTrue(row2.item[attribute]);
}
function sourceOf(row2) {
  return `${row2.file}:${row2.line}`;
}
function renderKey(key) {
  return `${key.source_prefix} / ${key.pipeline_name}`;
}
function compareKeys(a, b) {
  if (a.source_prefix !== b.source_prefix) return a.source_prefix < b.source_prefix ? -1 : 1;
  return a.pipeline_name < b.pipeline_name ? -1 : a.pipeline_name > b.pipeline_name ? 1 : 0;
}

// packages/egress/src/consumer/tokens.ts
var todaysDate = "$TODAYS_DATE";
var compactDate = "$TODAYS_YYYYMMDD_FORMATTED_DATE";
var compactDateTime = "$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE";
var allTokens = [compactDateTime, compactDate, todaysDate];
var tokensOf = {
  source_prefix: [todaysDate],
  destination_prefix: allTokens,
  control_file_prefix: [todaysDate],
  manifest_file_name: allTokens
};
function splitTokens(text) {
  const pieces = [];
  const pattern = /\$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE|\$TODAYS_YYYYMMDD_FORMATTED_DATE|\$TODAYS_DATE|\$[A-Za-z_]\w*/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    pieces.push({ kind: allTokens.includes(match[0]) ? "token" : "unknown", text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

// packages/egress/src/consumer/match.ts
function resolvedPrefix(sourcePrefix, date) {
  return sourcePrefix.replaceAll(todaysDate, date).replace(/\*$/, "");
}
function fires(sourcePrefix, eventKey, date) {
  return eventKey.startsWith(resolvedPrefix(sourcePrefix, date));
}
function encodeEventKey(key) {
  return encodeURIComponent(key).replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%2F", "/").replaceAll("%20", "+");
}
function neverInEventKey(text) {
  const rest2 = text.replace(/%[0-9A-F]{2}/g, "");
  return /[^A-Za-z0-9.\-*_/]/u.exec(rest2)?.[0];
}
function targetFolder(destinationPrefix, transferType) {
  const folder = destinationPrefix.replace(/\/$/, "");
  if (transferType.toUpperCase() === "SFT") return folder.startsWith("/") ? folder : `/${folder}`;
  return folder.replace(/^\//, "");
}

// packages/egress/src/consumer/target.ts
var successFlag = "pipeline_success.flag";
function targetOf(row2, objectKey, moment) {
  if (objectKey.endsWith(successFlag)) return null;
  const text = (name2) => textOf(row2[name2]) ?? "";
  const type = text("transfer_type").toUpperCase();
  const prefix = resolveDestination(text("destination_prefix"), moment);
  const last = objectKey.split("/").at(-1) ?? "";
  const name = isTrue(row2["timestamp_files"]) ? timestamped(last, moment.date) : last;
  if (type === "SFT") return `${targetFolder(prefix, "SFT").replace(/\/$/, "")}/${name}`;
  if (type !== "S3") return null;
  const key = `${prefix.replace(/\/$/, "")}/${name}`.replace(/^\//, "");
  const decrypted = isTrue(row2["decrypt"]) ? key.replace(/\.enc$/, "") : key;
  const format = text("compress_fmt").trim() === "" ? "" : `.${text("compress_fmt")}`;
  return `s3://${text("destination_bucket")}/${decrypted}${format}`;
}
function resolveDestination(prefix, { date, time }) {
  const compact = date.replaceAll("-", "");
  return prefix.replaceAll(compactDateTime, `${compact}_${time}`).replaceAll(compactDate, compact).replaceAll(todaysDate, date);
}
function timestamped(name, date) {
  const stamp = `${weekYear(date)}${date.slice(5).replace("-", "")}`;
  const extensions = /((\.[^.]{1,3})+)$/;
  return extensions.test(name) ? name.replace(extensions, (all) => `.${stamp}${all}`) : `${name}.${stamp}`;
}
function weekYear(date) {
  const day = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6 - day.getUTCDay());
  return day.getUTCFullYear();
}

// packages/egress/src/consumer/explain.ts
function explainObject(rows, object, shown2, moment) {
  const firing = rows.filter((row2) => "S" in (row2["source_prefix"] ?? {}) && fires(textOf(row2["source_prefix"]) ?? "", object.eventKey, moment.date)).map((row2) => ({
    source_prefix: textOf(row2["source_prefix"]) ?? "",
    pipeline_name: textOf(row2["pipeline_name"]) ?? "",
    transfer_type: textOf(row2["transfer_type"]) ?? "",
    target: targetOf(row2, object.key, moment)
  }));
  return { object: shown2, date: moment.date, rows: firing.sort(compareKeys) };
}

// packages/egress/src/profile.ts
var textAttributes = [
  "source_prefix",
  "pipeline_name",
  "source_bucket",
  "destination_bucket",
  "destination_prefix",
  "transfer_type",
  "recipient_name",
  "compress_fmt",
  "encrypting_key_ssm_parm_name",
  "role_arn",
  "control_file_prefix",
  "manifest_file_name",
  "manifest_file_encryption"
];
var flagAttributes = ["decrypt", "rewrap_datakey", "compress", "timestamp_files"];
var knownAttributes = [...textAttributes, ...flagAttributes];
var markAttributes = ["_owner", "_rev", "_src"];
var keyAttributes = { partition: "source_prefix", sort: "pipeline_name" };
var awsAttributePrefix = "aws:";
var formerNames = {
  compression_fmt: "compress_fmt",
  compression: "compress",
  encrypting_key_ssm_param_name: "encrypting_key_ssm_parm_name",
  rewrap: "rewrap_datakey"
};
function isContent(name) {
  return !markAttributes.includes(name) && !name.startsWith(awsAttributePrefix);
}

// packages/egress/src/plan/change.ts
var actionNames = ["create", "update", "delete", "adopt", "unchanged", "conflict", "kept-foreign", "kept"];
var writingActions = ["create", "update", "adopt", "delete"];

// packages/egress/src/plan/backup.ts
var schema = "slipway.seed-egress-backup/1";
function makeBackup(plan, { table: table2, owner }) {
  const touched = plan.changes.filter(({ action }) => writingActions.includes(action));
  return { schema, table: table2, owner, rows: touched.map(({ key, live, item }) => ({ key, before: live ?? null, after: item ?? null })) };
}
function readBackup(value) {
  if (!isRecord(value) || value["schema"] !== schema || typeof value["table"] !== "string" || typeof value["owner"] !== "string") return void 0;
  const { rows } = value;
  return Array.isArray(rows) && rows.every(isBackupRow) ? value : void 0;
}
function withoutAws(item) {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith(awsAttributePrefix)));
}
function awsAttributes(item) {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name.startsWith(awsAttributePrefix)));
}
function isBackupRow(value) {
  if (!isRecord(value) || !isRecord(value["key"])) return false;
  const { source_prefix: prefix, pipeline_name: name } = value["key"];
  const items = [value["before"], value["after"]];
  return typeof prefix === "string" && typeof name === "string" && items.every((item) => item === null || isItem(item)) && items.some((item) => item !== null);
}
function isItem(value) {
  return isRecord(value) && Object.values(value).every(isValue);
}
function isValue(value) {
  if (!isRecord(value)) return false;
  const tags = Object.keys(value);
  return tags.length === 1 && typeTags.includes(tags[0] ?? "");
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/egress/src/values/number.ts
var maxDigits = 38;
var minExponent = -130;
var maxExponent = 125;
function normalizeNumber(text) {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text.trim());
  const [, sign, whole = "", fraction = "", power = "0"] = match ?? [];
  if (!match || whole + fraction === "") return void 0;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, "").replace(/0+$/, "");
  if (digits === "") return "0";
  const first = whole.length - 1 - (all.length - all.replace(/^0+/, "").length) + Number(power);
  if (digits.length > maxDigits || first < minExponent || first > maxExponent) return void 0;
  return (sign === "-" ? "-" : "") + plain(digits, first);
}
function plain(digits, first) {
  if (first < 0) return `0.${"0".repeat(-first - 1)}${digits}`;
  if (digits.length <= first + 1) return digits + "0".repeat(first + 1 - digits.length);
  return `${digits.slice(0, first + 1)}.${digits.slice(first + 1)}`;
}

// packages/egress/src/values/canonical.ts
function canonicalValue(value) {
  if ("N" in value) return tagged("N", JSON.stringify(normalizeNumber(value.N) ?? value.N));
  if ("NS" in value) return tagged("NS", JSON.stringify(value.NS.map((text) => normalizeNumber(text) ?? text).sort()));
  if ("SS" in value) return tagged("SS", JSON.stringify([...value.SS].sort()));
  if ("BS" in value) return tagged("BS", JSON.stringify([...value.BS].sort()));
  if ("L" in value) return tagged("L", `[${value.L.map(canonicalValue).join(",")}]`);
  if ("M" in value) return tagged("M", canonicalItem(value.M));
  return JSON.stringify(value);
}
function canonicalItem(item) {
  const names = Object.keys(item).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalValue(item[name])}`).join(",")}}`;
}
function sameValue(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return tagOf(a) === tagOf(b) && canonicalValue(a) === canonicalValue(b);
}
function tagged(tag, text) {
  return `{"${tag}":${text}}`;
}

// packages/egress/src/plan/differences.ts
function differences(before = {}, after = {}) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => !sameValue(before[name], after[name])).map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}

// packages/egress/src/plan/marks.ts
function contentOf(item) {
  return Object.fromEntries(Object.entries(item).filter(([name]) => isContent(name)));
}
function revisionOf(item) {
  return sha256(canonicalItem(contentOf(item)));
}
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
function marked(content, owner, source) {
  const marks = { _owner: { S: owner }, _rev: { S: revisionOf(content) }, _src: { S: source } };
  return { ...content, ...marks };
}
function ownership(item, owner) {
  if (item["_owner"] === void 0) return { kind: "unmarked", owner: null };
  const name = textOf(item["_owner"]) ?? JSON.stringify(item["_owner"]);
  return { kind: name === owner ? "ours" : "foreign", owner: name };
}

// packages/egress/src/plan/digest.ts
function planDigest(changes, { table: table2, owner }) {
  const rows = changes.map(({ action, key, attributes }) => [
    action,
    key.source_prefix,
    key.pipeline_name,
    attributes.map(({ name, before, after }) => [name, before && canonicalValue(before), after && canonicalValue(after)])
  ]);
  return `sha256:${sha256(JSON.stringify({ table: table2, owner, rows }))}`;
}

// packages/egress/src/plan/summarize.ts
function summarize(changes, live, { table: table2, owner }, drift = []) {
  return {
    changes,
    drift,
    conflicts: changes.flatMap((change) => conflictOf(change, owner) ?? []),
    counts: Object.fromEntries(actionNames.map((name) => [name, changes.filter(({ action }) => action === name).length])),
    marked: live.filter((item) => ownership(item, owner).kind === "ours").length,
    digest: planDigest(changes, { table: table2, owner })
  };
}
function conflictOf({ action, key, live }, owner) {
  return action === "conflict" ? { key, owner: live ? ownership(live, owner).owner : null } : void 0;
}

// packages/egress/src/plan/plan-changes.ts
function planChanges(rows, live, options) {
  const table2 = new Map(live.map((item) => [keyId(keyOf(item)), item]));
  const wanted = new Map(rows.map((row2) => [keyId(row2.key), row2]));
  const changes = [
    ...rows.map((row2) => changeOf(row2, table2.get(keyId(row2.key)), options)),
    ...live.filter((item) => !wanted.has(keyId(keyOf(item)))).map((item) => changeOfUnwanted(item, options))
  ].sort((a, b) => compareKeys(a.key, b.key));
  const ours = live.filter((item) => ownership(item, options.owner).kind === "ours");
  const drift = ours.flatMap((item) => driftOf(item, wanted.get(keyId(keyOf(item)))) ?? []).sort((a, b) => compareKeys(a.key, b.key));
  return summarize(changes, live, options, drift);
}
function keyOf(item) {
  return { source_prefix: textOf(item["source_prefix"]) ?? "", pipeline_name: textOf(item["pipeline_name"]) ?? "" };
}
function changeOf(row2, live, { owner, adopt }) {
  const source = sourceOf(row2);
  const wanted = marked(row2.item, owner, source);
  if (!live) return { action: "create", key: row2.key, attributes: differences(void 0, row2.item), source, item: wanted };
  const attributes = differences(contentOf(live), row2.item);
  const item = { ...wanted, ...awsAttributes(live) };
  const base = { key: row2.key, source, live };
  const { kind } = ownership(live, owner);
  if (kind === "foreign") return { ...base, action: "conflict", attributes };
  if (kind === "unmarked")
    return attributes.length === 0 || adopt ? { ...base, action: "adopt", attributes, item } : { ...base, action: "conflict", attributes };
  if (attributes.length > 0) return { ...base, action: "update", attributes, item };
  const stale = differences({ _rev: live["_rev"] }, { _rev: wanted["_rev"] });
  return stale.length > 0 ? { ...base, action: "update", attributes: stale, item } : { ...base, action: "unchanged", attributes: [] };
}
function changeOfUnwanted(live, { owner, prune }) {
  const base = { key: keyOf(live), source: textOf(live["_src"]) ?? null, live };
  if (ownership(live, owner).kind !== "ours") return { ...base, action: "kept-foreign", attributes: [] };
  return prune ? { ...base, action: "delete", attributes: differences(contentOf(live), void 0) } : { ...base, action: "kept", attributes: [] };
}
function driftOf(live, row2) {
  if (textOf(live["_rev"]) === revisionOf(live)) return void 0;
  return { key: keyOf(live), attributes: differences(contentOf(live), row2?.item) };
}
function keyId(key) {
  return JSON.stringify([key.source_prefix, key.pipeline_name]);
}

// packages/egress/src/plan/plan-restore.ts
function planRestore({ rows, table: table2, owner }, live) {
  const current = new Map(live.map((item) => [idOf(textOf(item["source_prefix"]), textOf(item["pipeline_name"])), item]));
  const changes = rows.map((row2) => restoreRow(row2, current.get(idOf(row2.key.source_prefix, row2.key.pipeline_name))));
  return summarize(
    changes.sort((a, b) => compareKeys(a.key, b.key)),
    live,
    { table: table2, owner }
  );
}
function restoreRow({ key, before, after }, live) {
  const base = { key, source: textOf(before?.["_src"]) ?? null, ...live ? { live } : {} };
  const change = (action, item) => {
    const written = ["create", "update", "delete"].includes(action);
    return {
      ...base,
      action,
      attributes: written ? differences(live && withoutAws(live), before ? withoutAws(before) : void 0) : [],
      ...item ? { item } : {}
    };
  };
  if (same(live, before)) return change("unchanged");
  if (!before) return change(same(live, after) ? "delete" : "kept");
  if (!live) return after === null ? change("create", withoutAws(before)) : conflict(base);
  return same(live, after) ? change("update", { ...withoutAws(before), ...awsAttributes(live) }) : conflict(base);
}
function conflict(base) {
  return { ...base, action: "conflict", attributes: [] };
}
function same(a, b) {
  if (!a || !b) return !a && !b;
  return canonicalItem(withoutAws(a)) === canonicalItem(withoutAws(b));
}
function idOf(prefix, name) {
  return JSON.stringify([prefix, name]);
}

// packages/egress/src/diagnostic.ts
var severities = {
  "flag-not-boolean": "error",
  "bad-type-tag": "error",
  "transfer-type-unknown": "error",
  "transfer-type-case": "warning",
  "destination-bucket-missing": "error",
  "destination-bucket-ignored": "warning",
  "sft-route-missing": "error",
  "sft-relative-path": "warning",
  "wildcard-not-supported": "error",
  "matches-everything": "error",
  "key-empty": "error",
  "token-not-resolved": "error",
  "token-unknown": "error",
  "prefix-never-matches": "error",
  "prefix-open-ended": "warning",
  "compress-incomplete": "error",
  "compress-format-unknown": "error",
  "compress-z-padded": "warning",
  "unknown-attribute": "warning",
  "rewrap-incomplete": "error",
  "rewrap-and-decrypt": "error",
  "rewrap-ignored": "warning",
  "manifest-encryption-unknown": "error",
  "arn-malformed": "error",
  "bucket-name-invalid": "error",
  "variable-undefined": "error",
  "value-null": "error",
  "suspicious-range-key": "warning",
  "string-expected": "error",
  "key-too-long": "error",
  "item-too-big": "error",
  "duplicate-key": "error",
  "duplicate-primary-key": "error",
  "reserved-attribute": "error",
  "prefix-overlap": "warning",
  "destination-collision": "warning",
  "egress-loop": "error",
  "iam-not-covered": "error",
  "sft-stub-required": "error",
  "trigger-missing": "warning"
};
function sortDiagnostics(diagnostics) {
  const once = new Map(diagnostics.map((entry) => [`${entry.file}:${entry.line}:${entry.column}:${entry.code}:${entry.message}`, entry]));
  return [...once.values()].sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.code, b.code));
}
function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/egress/src/checks/collision.ts
function checkCollisions(rows, reportFor) {
  const first = /* @__PURE__ */ new Map();
  for (const row2 of rows) {
    const target = targetOf2(row2);
    if (target === void 0) continue;
    const earlier = first.get(target);
    if (!earlier) first.set(target, row2);
    else if (!samePlace(row2, earlier)) {
      const text = `files go to ${target} as those of ${renderKey(earlier.key)} at ${sourceOf(earlier)} do; equal names overwrite each other`;
      reportFor(row2)("destination-collision", "destination_prefix", text);
    }
  }
}
function samePlace(a, b) {
  return a.key.source_prefix === b.key.source_prefix && a.key.pipeline_name === b.key.pipeline_name;
}
function targetOf2(row2) {
  const type = rowText(row2, "transfer_type")?.toUpperCase();
  const bucket = rowText(row2, "destination_bucket");
  const prefix = rowText(row2, "destination_prefix") ?? "";
  if (row2.faulty.has("destination_prefix")) return void 0;
  if (type === "SFT") return prefix ? targetFolder(prefix, "SFT") : void 0;
  return type === "S3" && bucket ? `s3://${bucket}/${targetFolder(prefix, "S3")}` : void 0;
}

// packages/egress/src/checks/destination.ts
function checkDestination(row2, report2) {
  const type = rowText(row2, "transfer_type");
  const upper = type?.toUpperCase();
  if (!row2.faulty.has("transfer_type")) checkTransferType(type, report2);
  if (upper === "S3") checkS3(row2, report2);
  if (upper === "SFT") checkSft(row2, report2);
}
function checkTransferType(type, report2) {
  const upper = type?.toUpperCase();
  if (upper !== "S3" && upper !== "SFT") {
    const got = type === void 0 ? "is missing" : `${JSON.stringify(type)} is unknown`;
    report2("transfer-type-unknown", "transfer_type", `transfer_type ${got}: the message would stay in the queue for ever; want S3 or SFT`);
  } else if (type !== upper) {
    report2("transfer-type-case", "transfer_type", `transfer_type ${type}: control and manifest files are sent for ${upper} in capitals only; write ${upper}`);
  }
}
function checkS3(row2, report2) {
  if (row2.faulty.has("destination_bucket") || rowText(row2, "destination_bucket")) return;
  report2("destination-bucket-missing", "destination_bucket", "destination_bucket is missing; a row with transfer_type S3 needs it");
}
function checkSft(row2, report2) {
  if (rowText(row2, "destination_bucket")) {
    report2("destination-bucket-ignored", "destination_bucket", "destination_bucket has no effect with transfer_type SFT; remove it");
  }
  if (row2.faulty.has("destination_prefix")) return;
  const folder = rowText(row2, "destination_prefix");
  if (!folder) report2("sft-route-missing", "destination_prefix", "destination_prefix is missing; with SFT it has to be the folder of a route of the agent");
  else if (!folder.startsWith("/")) {
    report2("sft-relative-path", "destination_prefix", `destination_prefix ${folder} is taken as /${folder}; write the absolute path`);
  }
}
function checkNames(row2, report2) {
  for (const name of ["source_bucket", "destination_bucket"]) {
    const bucket = rowText(row2, name);
    const why = bucket ? bucketFault(bucket) : void 0;
    if (why) report2("bucket-name-invalid", name, `${name} ${JSON.stringify(bucket)} cannot be a bucket: ${why}`);
  }
  if (!rowText(row2, "source_bucket") && !row2.faulty.has("source_bucket")) {
    report2("bucket-name-invalid", "source_bucket", "source_bucket is missing: the objects could not be listed and the message would be retried for ever");
  }
  const arn = rowText(row2, "role_arn");
  if (arn && !roleArn.test(arn))
    report2("arn-malformed", "role_arn", `role_arn ${JSON.stringify(arn)} is not a role; e.g. arn:aws:iam::111111111111:role/egress`);
}
var roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;
function bucketFault(bucket) {
  if (bucket.length < 3 || bucket.length > 63) return `it has ${bucket.length} characters; want 3 to 63`;
  if (/[A-Z]/.test(bucket)) return "it has capital letters";
  if (!/^[a-z0-9.-]+$/.test(bucket)) return "want lower-case letters, digits, dots and hyphens";
  if (!/^[a-z0-9].*[a-z0-9]$/.test(bucket)) return "it begins or ends with a dot or hyphen";
  if (bucket.includes("..")) return "two dots stand side by side";
  return /^\d+\.\d+\.\d+\.\d+$/.test(bucket) ? "it looks like an address" : void 0;
}

// packages/egress/src/checks/duplicates.ts
function checkDuplicates(rows, reportFor) {
  const first = /* @__PURE__ */ new Map();
  for (const row2 of rows) {
    const { source_prefix: prefix, pipeline_name: name } = row2.key;
    if (!prefix || !name) continue;
    const id = JSON.stringify([prefix, name]);
    const earlier = first.get(id);
    if (!earlier) first.set(id, row2);
    else reportFor(row2)("duplicate-primary-key", "source_prefix", `the key ${renderKey(row2.key)} at ${sourceOf(row2)} is already at ${sourceOf(earlier)}`);
  }
}

// packages/egress/src/values/size.ts
var itemLimitBytes = 400 * 1024;
var partitionKeyLimitBytes = 2048;
var sortKeyLimitBytes = 1024;
var encoder = new TextEncoder();
function utf8Bytes(text) {
  return /^[\u0000-\u007f]*$/.test(text) ? text.length : encoder.encode(text).length;
}
function itemBytes(item) {
  return Object.entries(item).reduce((sum2, [name, value]) => sum2 + utf8Bytes(name) + valueBytes(value), 0);
}
function valueBytes(value) {
  if ("S" in value) return utf8Bytes(value.S);
  if ("N" in value) return numberBytes(value.N);
  if ("B" in value) return binaryBytes(value.B);
  if ("SS" in value) return sum(value.SS, utf8Bytes);
  if ("NS" in value) return sum(value.NS, numberBytes);
  if ("BS" in value) return sum(value.BS, binaryBytes);
  if ("L" in value) return 3 + sum(value.L, (element) => 1 + valueBytes(element));
  if ("M" in value) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  return 1;
}
function sum(values, bytes) {
  return values.reduce((total, value) => total + bytes(value), 0);
}
function numberBytes(text) {
  const digits = text.replace(/[^\d]/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith("-") ? 1 : 0);
}
function binaryBytes(base64) {
  return Math.floor(base64.replace(/=+$/, "").length * 3 / 4);
}

// packages/egress/src/checks/keys.ts
var limits = { source_prefix: partitionKeyLimitBytes, pipeline_name: sortKeyLimitBytes };
function checkKeys(row2, report2) {
  for (const [name2, limit] of Object.entries(limits)) {
    if (row2.faulty.has(name2)) continue;
    const text = rowText(row2, name2) ?? "";
    const bytes = utf8Bytes(text);
    if (text === "") report2("key-empty", name2, `${name2} is ${row2.item[name2] ? "empty" : "missing"}; it is part of the key`);
    else if (bytes > limit) report2("key-too-long", name2, `${name2} has ${bytes} bytes; DynamoDB takes ${limit} at most`);
  }
  const name = rowText(row2, "pipeline_name");
  if (name !== void 0 && name !== "") checkRangeKey(name, row2, report2);
}
var twinSuffix = /#(s3|sft)$/i;
function checkRangeKey(name, row2, report2) {
  const suspect = (why) => report2("suspicious-range-key", "pipeline_name", `pipeline_name ${JSON.stringify(name)} ${why}`);
  const suffix = twinSuffix.exec(name)?.[1];
  const transferType = rowText(row2, "transfer_type");
  const comment = /\s#(s3|sft)\s*$/i.exec(row2.sourceLine("pipeline_name"))?.[1];
  if (name !== name.trim()) suspect("begins or ends with a space");
  else if (suffix === void 0 && comment) suspect(`has lost its suffix: YAML reads " #${comment}" as a comment; write '${name}#${comment}'`);
  else if (suffix !== void 0 && transferType && suffix.toUpperCase() !== transferType.toUpperCase())
    suspect(`is called ${suffix} and goes by ${transferType}`);
  else if (suffix === void 0 && name.includes("#")) suspect("has a suffix that is neither #s3 nor #sft");
}

// packages/egress/src/consumer/symbols.ts
function symbolsOf(text, tokens) {
  const symbols = [];
  for (const piece of splitTokens(text)) {
    if (piece.kind !== "token" || !tokens.includes(piece.text)) symbols.push(...letters(piece.text));
    else if (piece.text === todaysDate) symbols.push(-1, -2, -3, -4, 45, -5, -6, 45, -7, -8);
    else if (piece.text === compactDate || piece.text === compactDateTime) symbols.push(-1, -2, -3, -4, -5, -6, -7, -8);
    if (piece.text === compactDateTime && tokens.includes(compactDateTime)) return { symbols, open: true };
  }
  return { symbols, open: false };
}
function agree(a, b) {
  if (a === b) return null;
  if (a < 0) return b < 0 || isDigit(b) ? [a, b] : void 0;
  return b < 0 && isDigit(a) ? [b, a] : void 0;
}
var known = /* @__PURE__ */ new Map();
function dayExists(constraints) {
  if (constraints.length === 0) return true;
  const name = [...new Set(constraints.map(([digit, other]) => `${digit}:${other}`))].sort().join(" ");
  let answer = known.get(name);
  if (answer === void 0) {
    answer = searchDay(constraints);
    known.set(name, answer);
  }
  return answer;
}
function beginsWith(longer, shorter) {
  if (shorter.length > longer.length) return false;
  const constraints = [];
  for (let index = 0; index < shorter.length; index += 1) {
    const answer = agree(longer[index], shorter[index]);
    if (answer === void 0) return false;
    if (answer) constraints.push(answer);
  }
  return dayExists(constraints);
}
var lastYear = 9999;
function searchDay(constraints) {
  for (let year = 1; year <= lastYear; year += 1) {
    if (!fulfils(String(year).padStart(4, "0"), constraints)) continue;
    for (let month = 1; month <= 12; month += 1) {
      const days = new Date(Date.UTC(2e3 + year % 400, month, 0)).getUTCDate();
      for (let day = 1; day <= days; day += 1) {
        const text = `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
        if (fulfils(text, constraints)) return true;
      }
    }
  }
  return false;
}
function fulfils(digits, constraints) {
  return constraints.every(([digit, other]) => {
    const here = digits[-digit - 1];
    const there = other < 0 ? digits[-other - 1] : String.fromCharCode(other);
    return here === void 0 || there === void 0 || here === there;
  });
}
function letters(text) {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
function isDigit(unit) {
  return unit >= 48 && unit <= 57;
}

// packages/egress/src/checks/loop.ts
var slash = 47;
function checkLoops(rows, reportFor) {
  const flows = rows.flatMap((row2) => flowOf(row2) ?? []);
  const bySource = Map.groupBy(flows, ({ row: row2 }) => rowText(row2, "source_bucket") ?? "");
  const next = new Map(
    flows.map((flow) => [flow, (bySource.get(rowText(flow.row, "destination_bucket") ?? "") ?? []).filter((other) => feeds(flow, other))])
  );
  for (const flow of flows) {
    const cycle = cycleFrom(flow, next);
    if (!cycle) continue;
    const way = [...cycle, flow].map(({ row: row2 }) => `${renderKey(row2.key)} (${sourceOf(row2)})`).join(" \u2192 ");
    reportFor(flow.row)("egress-loop", "destination_prefix", `what this row writes comes back to it: ${way}`);
  }
}
function flowOf(row2) {
  const prefix = rowText(row2, "source_prefix")?.replace(/\*$/, "");
  if (!prefix || prefix.includes("*") || rowText(row2, "transfer_type")?.toUpperCase() !== "S3") return void 0;
  if (!rowText(row2, "source_bucket") || !rowText(row2, "destination_bucket")) return void 0;
  const folder = targetFolder(rowText(row2, "destination_prefix") ?? "", "S3");
  const target = symbolsOf(folder === "" ? "" : `${folder}/`, tokensOf["destination_prefix"] ?? []);
  return { row: row2, source: symbolsOf(prefix, tokensOf["source_prefix"] ?? []).symbols, target: target.symbols, open: target.open };
}
function feeds(from, to) {
  if (beginsWith(from.target, to.source)) return true;
  const rest2 = to.source.slice(from.target.length);
  return !from.open && !rest2.includes(slash) && beginsWith(to.source, from.target);
}
function cycleFrom(start, next) {
  const queue = [[start]];
  const seen = /* @__PURE__ */ new Set();
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const step of next.get(way.at(-1)) ?? []) {
      if (step === start) return way;
      if (seen.has(step)) continue;
      seen.add(step);
      queue.push([...way, step]);
    }
  }
  return void 0;
}

// packages/egress/src/checks/overlap.ts
function checkOverlap(rows, reportFor) {
  const usable = rows.filter(hasPrefix);
  const patterns = usable.map((row2) => symbolsOf((rowText(row2, "source_prefix") ?? "").replace(/\*$/, ""), tokensOf["source_prefix"] ?? []).symbols);
  const shapes = indexShapes(patterns);
  for (const [index, row2] of usable.entries()) {
    const others = beginningsOf(index, patterns, shapes).filter((other) => overlaps(usable, patterns, index, other));
    const [first] = others.sort((a, b) => a - b).flatMap((other) => usable[other] ?? []);
    if (!first) continue;
    const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
    const text = `every object under ${row2.key.source_prefix} also fires ${renderKey(first.key)} at ${sourceOf(first)}${more}`;
    reportFor(row2)("prefix-overlap", "source_prefix", text);
  }
}
function hasPrefix(row2) {
  const prefix = row2.key.source_prefix.replace(/\*$/, "");
  return prefix !== "" && !prefix.includes("*");
}
function overlaps(rows, patterns, index, other) {
  const [row2, second] = [rows[index], rows[other]];
  if (!row2 || !second) return false;
  const sameLength = patterns[index]?.length === patterns[other]?.length;
  if (!sameLength) return true;
  const twins = isTwin(row2, second) || row2.key.source_prefix === second.key.source_prefix && row2.key.pipeline_name === second.key.pipeline_name;
  return other < index && !twins;
}
function isTwin(a, b) {
  const base = (row2) => row2.key.pipeline_name.replace(/#(s3|sft)$/i, "");
  return base(a) === base(b) && a.key.pipeline_name !== b.key.pipeline_name;
}
function indexShapes(patterns) {
  const dated = /* @__PURE__ */ new Set();
  for (const pattern of patterns) for (const [at, symbol] of pattern.entries()) if (symbol < 0) dated.add(at);
  const shapes = patterns.map((pattern) => pattern.map((symbol, at) => shapeOf(symbol, dated.has(at))).join(""));
  const byShape = Map.groupBy(shapes.keys(), (index) => shapes[index] ?? "");
  return { shapes, byShape, lengths: [...new Set(shapes.map(({ length }) => length))] };
}
function shapeOf(symbol, dated) {
  return symbol < 0 || dated && symbol >= 48 && symbol <= 57 ? "\0" : String.fromCharCode(symbol);
}
function beginningsOf(index, patterns, { shapes, byShape, lengths }) {
  const shape = shapes[index] ?? "";
  return lengths.filter((length) => length <= shape.length).flatMap((length) => byShape.get(shape.slice(0, length)) ?? []).filter((other) => other !== index && beginsWith(patterns[index] ?? [], patterns[other] ?? []));
}

// packages/egress/src/checks/prefix.ts
var closedEnd = /[/-]$/;
function checkPrefix(row2, report2) {
  const text = rowText(row2, "source_prefix");
  if (text === void 0 || text === "") return;
  const prefix = text.replace(/\*$/, "");
  if (prefix === "") {
    report2("matches-everything", "source_prefix", "source_prefix * fires for every object of every bucket; name a prefix");
    return;
  }
  if (prefix.includes("*")) {
    const what = prefix.endsWith("*") ? "only one trailing * is dropped; the others stay" : "a * inside the prefix stays as it is";
    report2("wildcard-not-supported", "source_prefix", `source_prefix: ${what} and matches nothing; the consumer compares with startsWith`);
    return;
  }
  const plain2 = splitTokens(prefix).flatMap((piece) => piece.kind === "text" ? [piece.text] : []);
  const letter = plain2.map(neverInEventKey).find((found) => found !== void 0);
  if (letter !== void 0) neverMatches(letter, report2);
  else if (!closedEnd.test(prefix)) {
    report2("prefix-open-ended", "source_prefix", `source_prefix ends without / and also takes longer names: ${prefix}\u2026 ; end it with / if a folder is meant`);
  }
}
function neverMatches(letter, report2) {
  const ascii = (letter.codePointAt(0) ?? 0) < 128;
  const text = `source_prefix holds ${JSON.stringify(letter)}, which S3's events encode and the consumer does not decode: it never matches`;
  report2("prefix-never-matches", "source_prefix", text, ascii ? void 0 : "warning");
}

// packages/egress/src/checks/size.ts
var markBytes = 512;
function checkSize(row2, report2) {
  const bytes = itemBytes(row2.item) + markBytes;
  if (bytes > itemLimitBytes) report2("item-too-big", void 0, `the row has ${bytes} bytes; DynamoDB takes ${itemLimitBytes} (400 KB) with names and marks`);
}

// packages/egress/src/values/typed.ts
function typedValue(value, rules, path = []) {
  if (typeof value === "string") return { value: { S: value } };
  if (typeof value === "boolean") return { value: { BOOL: value } };
  if (typeof value === "number" || typeof value === "bigint") return numberValue(rules.numberText(path) ?? String(value));
  if (value === null || value === void 0) return rules.nulls === "kept" ? { value: { NULL: true } } : { code: "value-null", why: "it has no value" };
  if (Array.isArray(value)) return listValue(value, rules, path);
  const map = value;
  return typeTagOf(map) === void 0 ? mapValue(map, rules, path) : taggedValue(map, rules, path);
}
var mistypedTag = /^(bool|null)$/i;
function typeTagOf(map) {
  const keys = Object.keys(map);
  const [key = ""] = keys;
  if (keys.length !== 1) return void 0;
  const tag = key === "" && map[""] === true ? "NULL" : key;
  return typeTags.includes(tag) || mistypedTag.test(tag) ? tag : void 0;
}
function listValue(list, rules, path) {
  const values = [];
  for (const [index, element] of list.entries()) {
    const typed2 = typedValue(element, rules, [...path, index]);
    if (!("value" in typed2)) return typed2;
    values.push(typed2.value);
  }
  return { value: { L: values } };
}
function mapValue(map, rules, path) {
  const values = [];
  for (const [name, element] of Object.entries(map)) {
    const typed2 = typedValue(element, rules, [...path, name]);
    if (!("value" in typed2)) return typed2;
    values.push([name, typed2.value]);
  }
  return { value: { M: Object.fromEntries(values) } };
}
function taggedValue(map, rules, path) {
  const tag = typeTagOf(map) ?? "";
  const [key = ""] = Object.keys(map);
  const content = map[key];
  const below = [...path, key];
  switch (tag) {
    case "S":
      return typeof content === "string" ? { value: { S: content } } : bad("S takes a text, in quotes where YAML would read something else");
    case "N":
      return isNumeric(content) ? numberValue(numberText(content, rules, below)) : bad("N takes a number");
    case "B":
      return isBase64(content) ? { value: { B: content } } : bad("B takes base64 text");
    case "BOOL":
      return typeof content === "boolean" ? { value: { BOOL: content } } : bad("BOOL takes true or false, without quotes");
    case "NULL":
      return content === true ? { value: { NULL: true } } : bad("NULL takes true");
    case "SS":
      return setValue(content, (element) => typeof element === "string" ? element : void 0, "SS");
    case "BS":
      return setValue(content, (element) => isBase64(element) ? element : void 0, "BS");
    case "NS":
      return setValue(content, (element, index) => isNumeric(element) ? normalizeNumber(numberText(element, rules, [...below, index])) : void 0, "NS");
    case "L":
      return Array.isArray(content) ? listValue(content, rules, below) : bad("L takes a list");
    case "M":
      return isMap(content) ? mapValue(content, rules, below) : bad("M takes a map");
    default:
      return bad(`${tag} is not a type of DynamoDB; did you mean ${tag.toUpperCase()}?`);
  }
}
function setValue(content, read, tag) {
  if (!Array.isArray(content) || content.length === 0) return bad(`${tag} takes a list of at least one element`);
  const values = content.map(read);
  if (values.some((element) => element === void 0)) return bad(`an element of ${tag} has the wrong type`);
  if (new Set(values).size !== values.length) return bad(`${tag} holds the same element twice`);
  return { value: { [tag]: values } };
}
function numberValue(text) {
  const value = normalizeNumber(yamlDecimal(text));
  return value === void 0 ? bad(`${text} is not a number that DynamoDB can hold (38 digits)`) : { value: { N: value } };
}
function yamlDecimal(text) {
  return /^0[xo][\da-f]+$/i.test(text) ? BigInt(text).toString() : text;
}
function numberText(content, rules, path) {
  return yamlDecimal(typeof content === "string" ? content : rules.numberText(path) ?? String(content));
}
function isNumeric(content) {
  return typeof content === "string" || typeof content === "number" || typeof content === "bigint";
}
function isBase64(content) {
  return typeof content === "string" && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(content);
}
function isMap(content) {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
function bad(why) {
  return { code: "bad-type-tag", why };
}

// packages/egress/src/rows/interpolate.ts
function interpolate(text, variables) {
  const missing = [];
  const result = text.replace(/\$\$\{|\$\{([^}]*)(\}?)/g, (whole, name, end) => {
    if (whole === "$${") return "${";
    const value = end === "}" ? variables.get((name ?? "").trim()) : void 0;
    if (value === void 0) missing.push(whole);
    return value ?? whole;
  });
  return { text: result, missing };
}
function interpolateDeep(value, variables, missing) {
  if (typeof value === "string") {
    const result = interpolate(value, variables);
    missing.push(...result.missing);
    return result.text;
  }
  if (Array.isArray(value)) return value.map((element) => interpolateDeep(element, variables, missing));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, interpolateDeep(element, variables, missing)]));
}

// packages/egress/src/rows/attributes.ts
function readAttribute(name, written, { variables, numberText: numberText2 }) {
  if (markAttributes.includes(name) || name.startsWith(awsAttributePrefix)) {
    return mistake("reserved-attribute", `${name} is written by ${name.startsWith("_") ? "seed-egress" : "AWS"} and has no place in a file; remove it`);
  }
  const missing = [];
  const value = interpolateDeep(written, variables, missing);
  if (missing.length > 0) return undefinedVariables(name, missing, variables);
  if (flagAttributes.includes(name)) return readFlag(name, value, numberText2);
  if (textAttributes.includes(name)) return readText(name, value, numberText2);
  const typed2 = typedValue(value, { nulls: "refused", numberText: numberText2 });
  if (!("value" in typed2)) return mistake(typed2.code, `${name}: ${typed2.why}`);
  return { value: typed2.value, mistakes: [{ code: "unknown-attribute", message: unknownText(name) }] };
}
function readFlag(name, value, numberText2) {
  if (typeof value === "boolean") return { value: { BOOL: value }, mistakes: [] };
  if (value === null) return mistake("value-null", `${name} has no value; want true or false, or remove the line`);
  const tagged2 = exactTag(value, numberText2);
  if (tagged2?.value && "BOOL" in tagged2.value) return { value: tagged2.value, mistakes: [] };
  if (tagged2?.why) return mistake("bad-type-tag", `${name}: ${tagged2.why}; write ${name}: true`);
  const example = value === "false" || value === "no" || value === "off" ? "false" : "true";
  return mistake(
    "flag-not-boolean",
    `${name} has to be true or false without quotes, not ${shown(value)}: the consumer takes anything else for false; write ${name}: ${example}`
  );
}
function readText(name, value, numberText2) {
  if (typeof value === "string") return { value: { S: value }, mistakes: [] };
  if (value === null) return mistake("value-null", `${name} has no value; write '' for an empty text, or remove the line`);
  const tagged2 = exactTag(value, numberText2);
  if (tagged2?.value && "S" in tagged2.value) return { value: tagged2.value, mistakes: [] };
  if (tagged2?.why) return mistake("bad-type-tag", `${name}: ${tagged2.why}; write ${name}: 'text'`);
  return mistake("string-expected", `${name} has to be a text, not ${shown(value)}: the consumer takes anything else for absent; put it in quotes`);
}
function exactTag(value, numberText2) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return void 0;
  if (typeTagOf(value) === void 0) return void 0;
  const typed2 = typedValue(value, { nulls: "refused", numberText: numberText2 });
  return "value" in typed2 ? { value: typed2.value } : { why: typed2.why };
}
function undefinedVariables(name, missing, variables) {
  return {
    mistakes: [...new Set(missing)].map((text) => {
      const wanted = text.replace(/^\$\{|\}$/g, "").trim();
      const near = nearestOf(wanted, [...variables.keys()]);
      const advice = !text.endsWith("}") ? "it is not closed with }" : near ? `did you mean \${${near}}?` : "give it in variables";
      return { code: "variable-undefined", message: `${name}: ${text} has no value; ${advice}; a literal \${ is written $\${` };
    })
  };
}
function unknownText(name) {
  const near = formerNames[name] ?? nearestOf(name, knownAttributes);
  return `${name} is not an attribute that the consumer reads; ${near ? `did you mean ${near}?` : "it is kept as it is"}`;
}
function nearestOf(name, candidates) {
  const ranked = candidates.map((candidate) => ({ candidate, wrong: distance(name.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.wrong - b.wrong);
  const [best] = ranked;
  return best && best.wrong <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : void 0;
}
function shown(value) {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return `the ${typeof value === "string" ? "text" : typeof value} ${JSON.stringify(value)}`;
}
function mistake(code2, message) {
  return { mistakes: [{ code: code2, message }] };
}

// packages/egress/src/checks/tokens.ts
function checkTokens(row2, report2) {
  for (const name of textAttributes) {
    const text = rowText(row2, name);
    if (!text?.includes("$")) continue;
    for (const piece of splitTokens(text)) {
      if (piece.kind === "unknown" && name in tokensOf) report2("token-unknown", name, unknownToken(name, piece.text));
      else if (piece.kind === "token" && !tokensOf[name]?.includes(piece.text)) report2("token-not-resolved", name, notResolved(name, piece.text));
    }
  }
}
function unknownToken(name, token) {
  const near = nearestOf(token, allTokens);
  const variable = token.startsWith("$TODAY") ? "" : `; a variable is written \${${token.slice(1)}}`;
  return `${name}: ${token} is not a token of the consumer${near ? `; did you mean ${near}?` : variable || `; there are ${allTokens.join(", ")}`}`;
}
function notResolved(name, token) {
  const here = tokensOf[name];
  return `${name}: ${token} is not replaced here and stays as it is; ${here ? `${name} knows ${here.join(", ")}` : "dates are known in source_prefix, destination_prefix and the control and manifest files only"}`;
}

// packages/egress/src/checks/transform.ts
function checkCompression(row2, report2) {
  const format = rowText(row2, "compress_fmt");
  const compress = rowFlag(row2, "compress");
  if (compress && !format && !row2.faulty.has("compress_fmt")) {
    report2("compress-incomplete", "compress", "compress needs compress_fmt: gz; without it files are sent as they are");
  }
  if (format && !compress && !row2.faulty.has("compress")) {
    report2("compress-incomplete", "compress_fmt", `compress_fmt alone adds .${format} to the name and compresses nothing; add compress: true`);
  }
  if (format && !["gz", "z"].includes(format)) {
    report2("compress-format-unknown", "compress_fmt", `compress_fmt ${JSON.stringify(format)} is unknown to the consumer; want gz or z`);
  }
  if (format === "z") report2("compress-z-padded", "compress_fmt", "z fills the file up with zeros to its former size, or cuts it; use gz");
}
var rewrappedManifest = /^re-?wrapped$/i;
var encryptedManifest = /^encrypted$/i;
function checkRewrap(row2, report2) {
  const rewrap = rowFlag(row2, "rewrap_datakey");
  const parameter = rowText(row2, "encrypting_key_ssm_parm_name");
  const manifest = rewrappedManifest.test(rowText(row2, "manifest_file_encryption") ?? "");
  const incomplete = (rewrap || manifest) && !parameter && !row2.faulty.has("encrypting_key_ssm_parm_name");
  if (incomplete) {
    const name = rewrap ? "rewrap_datakey" : "manifest_file_encryption";
    report2("rewrap-incomplete", name, `${name} needs encrypting_key_ssm_parm_name: the SSM parameter with the recipient's KeyId and PublicKey`);
  }
  if (rewrap && rowFlag(row2, "decrypt")) {
    report2("rewrap-and-decrypt", "rewrap_datakey", "rewrap_datakey with decrypt sends plain text that is labelled as encrypted; set one of them");
  }
  if (rewrap && rowText(row2, "transfer_type")?.toUpperCase() === "SFT") {
    report2("rewrap-ignored", "rewrap_datakey", "rewrap_datakey has no effect with transfer_type SFT");
  } else if (parameter && !rewrap && !manifest && !row2.faulty.has("rewrap_datakey")) {
    report2("rewrap-ignored", "encrypting_key_ssm_parm_name", "encrypting_key_ssm_parm_name has no effect without rewrap_datakey: true");
  }
}
function checkManifest(row2, report2) {
  const encryption = rowText(row2, "manifest_file_encryption");
  if (encryption === void 0 || encryptedManifest.test(encryption) || rewrappedManifest.test(encryption)) return;
  const text = `manifest_file_encryption ${JSON.stringify(encryption)} is unknown: the manifest would be written in clear; want encrypted or rewrapped`;
  report2("manifest-encryption-unknown", "manifest_file_encryption", text);
}

// packages/egress/src/checks/check-rows.ts
var rowChecks = [checkKeys, checkTokens, checkPrefix, checkDestination, checkNames, checkCompression, checkRewrap, checkManifest, checkSize];
var tableChecks = [checkDuplicates, checkOverlap, checkCollisions, checkLoops];
function checkRows(rows) {
  const found = /* @__PURE__ */ new Map();
  const reporter = (within) => (row2) => {
    return (code2, attribute, message, severity) => {
      const place = row2.place(attribute, within);
      const id = JSON.stringify([code2, attribute, place]);
      if (!found.has(id)) found.set(id, { code: code2, severity: severity ?? severities[code2], message, ...place, row: row2.number });
    };
  };
  for (const row2 of rows) for (const check of rowChecks) check(row2, reporter("file")(row2));
  for (const check of tableChecks) check(rows, reporter("row"));
  return [...found.values()];
}

// packages/egress/src/consumer/event.ts
function objectOfKey(key) {
  return { key, eventKey: encodeEventKey(key) };
}
function objectOfEventKey(eventKey) {
  return { key: decodeEventKey(eventKey), eventKey };
}
function eventKeys(body) {
  const records = body?.Records;
  if (!Array.isArray(records)) return void 0;
  return records.flatMap((record) => {
    const key = record?.s3?.object?.key;
    return typeof key === "string" ? [key] : [];
  });
}
function listingKeys(text) {
  const listing = jsonOf(text);
  if (listing === void 0) return text.split(/\r?\n/).filter((line) => line !== "");
  const contents = listing.Contents ?? [];
  if (!Array.isArray(contents)) return void 0;
  return contents.flatMap((entry) => {
    const key = entry?.Key;
    return typeof key === "string" ? [key] : [];
  });
}
function jsonOf(text) {
  if (!text.trimStart().startsWith("{")) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function decodeEventKey(key) {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}

// packages/egress/src/plan/mass-delete.ts
var maxRows = 25;
var maxShare = 0.2;
function deleteLimit(marked2, given) {
  return given ?? Math.max(1, Math.min(maxRows, Math.ceil(marked2 * maxShare)));
}

// packages/egress/src/rows/load.ts
function loadRows(files, variables) {
  const rows = [];
  const diagnostics = [];
  for (const file of files) loadFile(file, variables, rows, diagnostics);
  return { rows, diagnostics };
}
function loadFile(source, overrides, rows, diagnostics) {
  const { variables: own = {}, defaults = {}, rows: written } = source.value;
  const lines = source.text.split("\n");
  const scalar = (path) => scalarAt(source.locate(path), lines);
  const variables = new Map([
    ...Object.entries(own).map(([name, value]) => [name, variableText(value, () => scalar(["variables", name]))]),
    ...overrides
  ]);
  const read = (path, name, value, row2) => {
    const result = readAttribute(name, value, { variables, numberText: (below) => scalar([...path, ...below]) });
    for (const mistake2 of result.mistakes) diagnostics.push(told(mistake2, source.locate(path, "key"), row2));
    return { path, value: result.value };
  };
  const fallback = new Map(Object.entries(defaults).map(([name, value]) => [name, read(["defaults", name], name, value, null)]));
  for (const [index, attributes] of written.entries()) {
    const placed = new Map(fallback);
    for (const [name, value] of Object.entries(attributes)) placed.set(name, read(["rows", index, name], name, value, index + 1));
    rows.push(makeRow(source, lines, index, placed));
  }
}
function makeRow(source, lines, index, placed) {
  const item = Object.fromEntries([...placed].flatMap(([name, { value }]) => value === void 0 ? [] : [[name, value]]));
  const start = source.locate(["rows", index]);
  const place = (attribute, within = "file") => {
    const found = attribute === void 0 ? void 0 : placed.get(attribute);
    return found && (within === "file" || found.path[0] === "rows") ? source.locate(found.path, "key") : start;
  };
  return {
    key: { source_prefix: textOf(item["source_prefix"]) ?? "", pipeline_name: textOf(item["pipeline_name"]) ?? "" },
    item,
    file: source.file,
    line: start.line,
    number: index + 1,
    faulty: new Set([...placed].filter(([, { value }]) => value === void 0).map(([name]) => name)),
    place,
    sourceLine: (attribute) => lines[place(attribute).line - 1] ?? ""
  };
}
function told(mistake2, place, row2) {
  return { ...mistake2, ...place, severity: severities[mistake2.code], row: row2 };
}
function variableText(value, written) {
  return typeof value === "number" ? written() ?? String(value) : String(value);
}
function scalarAt(place, lines) {
  const rest2 = lines[place.line - 1]?.slice(place.column - 1) ?? "";
  return /^[+-]?[\d.][\w.+-]*/.exec(rest2)?.[0];
}

// packages/egress/src/schema.ts
var descriptions = {
  source_prefix: "Key prefix of the objects to send. One trailing * is dropped; $TODAYS_DATE becomes yyyy-MM-dd.",
  pipeline_name: "Sort key: who sent the files. A twin for the same prefix by the other way is called <name>#sft.",
  source_bucket: "Bucket of the objects to send.",
  destination_bucket: "Bucket to send to; S3 only.",
  destination_prefix: "Folder to send to; for SFT an absolute path that is a route of the agent.",
  transfer_type: "S3 or SFT.",
  recipient_name: "The receiving team, a label of the metrics.",
  decrypt: "Whether files are decrypted on the way.",
  rewrap_datakey: "Whether the data key is encrypted anew with the recipient's key.",
  encrypting_key_ssm_parm_name: "SSM parameter that holds the recipient's key; needed with rewrap_datakey.",
  compress: "Whether files are compressed on the way; needs compress_fmt.",
  compress_fmt: "gz or z.",
  role_arn: "Role to assume for writing.",
  timestamp_files: "Whether the date is added to file names.",
  control_file_prefix: "Name of the control file; none is written without it.",
  manifest_file_name: "Name of the manifest; none is written without it.",
  manifest_file_encryption: "encrypted or rewrapped; anything else would write it in clear."
};
var typed = (name, type) => [name, { title: name, description: descriptions[name] ?? name, type }];
var properties = Object.fromEntries([...textAttributes.map((name) => typed(name, "string")), ...flagAttributes.map((name) => typed(name, "boolean"))]);
var row = { type: "object", properties, additionalProperties: true };
var frame = (rowSchema) => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Egress rows",
  description: "Rows of the data-egress table, seeded by seed-egress.",
  type: "object",
  required: ["version", "rows"],
  additionalProperties: false,
  properties: {
    version: { title: "Version", description: "Version of this format.", const: 1 },
    variables: {
      title: "Variables",
      description: "Values of names that texts hold as a dollar sign and the name in braces; the inputs variables-file and variables override them.",
      type: "object",
      additionalProperties: { type: ["string", "number", "boolean"] }
    },
    defaults: { title: "Defaults", description: "Attributes of every row that does not set them.", ...rowSchema },
    rows: { title: "Rows", description: "One map of attributes a row.", type: "array", items: rowSchema }
  }
});
var egressRowsSchema = frame({ ...row, description: "A row: source_prefix and pipeline_name are its key." });
var egressRowsFrame = frame({ type: "object" });

// actions/seed-egress/src/lint-rows.ts
function lintRows({ files, mistakes, count }, variables) {
  const loaded = loadRows(files, variables);
  const form = mistakes.map((mistake2) => ({ ...mistake2, code: mistake2.code, severity: "error", row: null }));
  const diagnostics = sortDiagnostics([...form, ...loaded.diagnostics, ...checkRows(loaded.rows)]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const ofForm = mistakes.some(({ code: code2 }) => code2 !== "duplicate-key");
  return {
    rows: loaded.rows,
    diagnostics,
    reason: errors.length === 0 ? "" : ofForm ? "invalid-file" : "invalid-rows",
    faults: errors.map(faultOf),
    files: count
  };
}
function faultOf({ file, line, column, code: code2, message }) {
  return { text: `${file}:${line}:${column} ${code2} ${message}`, file, line, column };
}

// actions/seed-egress/src/summary.ts
var shownRows = 1e3;
var shownValue = 120;
function renderSummary(result, inputs) {
  const { plan, notes } = result;
  return [
    `### ${verdict(result, inputs)}`,
    ...result.failure ? reasonLines(result.failure) : [],
    ...notes.map((note) => `
**${escapeMarkdown(note)}**`),
    ...plan ? [countLine(plan, result.writes, inputs), ...changeTable(plan), ...driftTable(plan)] : [],
    ...firingTable(result.fires ?? []),
    ...diagnosticTable(inputs.linted.diagnostics)
  ].join("\n");
}
function reasonLines({ why, remedy }) {
  const lines = [...why, ...remedy === void 0 ? [] : ["Do this:", ...remedy.split("\n").map((line) => `  ${line}`)]];
  return ["", "```text", ...lines.map((line) => line.replaceAll("```", "'''")), "```"];
}
function verdict({ outcome, failure, writes }, { table: name, linted, command }) {
  const where = code(name);
  if (failure) return `${escapeMarkdown(failure.message)}`;
  switch (outcome) {
    case "valid":
      return `${linted.rows.length} egress rows are valid`;
    case "unchanged":
      return `${where} is as the files want it`;
    case "explained":
      return "What fires in the egress consumer";
    case "planned":
      return `Plan for ${where}`;
    default:
      return `${where}: ${writes} rows written by ${command}`;
  }
}
function countLine({ counts, digest }, writes, { command }) {
  const parts = actionNames.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  const written = command === "apply" || command === "restore" ? ` \xB7 ${writes} written` : "";
  return `
${parts.join(" \xB7 ") || "no rows"}${written}

Plan digest: ${code(digest)}`;
}
function changeTable({ changes }) {
  const shown2 = changes.filter(({ action }) => !["unchanged", "kept-foreign", "kept"].includes(action));
  if (shown2.length === 0) return [];
  const rows = shown2.slice(0, shownRows).map((change) => [change.action, ...keyCells(change), differences2(change.attributes), code(change.source ?? "")]);
  return ["", table(["Action", "source_prefix", "pipeline_name", "Attributes", "From"], rows), ...rest(shown2.length)];
}
function driftTable({ drift }) {
  if (drift.length === 0) return [];
  const rows = drift.slice(0, shownRows).map((row2) => [...keyCells(row2), differences2(row2.attributes)]);
  return [
    "",
    "#### Changed by somebody else since they were written",
    "",
    table(["source_prefix", "pipeline_name", "Attributes"], rows),
    ...rest(drift.length)
  ];
}
function firingTable(fires2) {
  if (fires2.length === 0) return [];
  const rows = fires2.slice(0, shownRows).flatMap(
    ({ object, rows: firing }) => firing.length === 0 ? [[code(object), "**nothing: the message vanishes**", ""]] : firing.map((row2) => [code(object), `${code(row2.source_prefix)} ${code(row2.pipeline_name)}`, row2.target === null ? "not sent" : code(row2.target)])
  );
  return ["", table(["Object", "Row", "Target"], rows), ...rest(fires2.length)];
}
function diagnosticTable(diagnostics) {
  if (diagnostics.length === 0) return [];
  const rows = diagnostics.slice(0, shownRows).map(({ severity, code: word, message, file, line, column }) => [severity, code(word), code(`${file}:${line}:${column}`), escapeMarkdown(message)]);
  return ["", "#### Mistakes and doubts", "", table(["Severity", "Code", "Place", "Message"], rows), ...rest(diagnostics.length)];
}
function keyCells({ key }) {
  return [code(key.source_prefix), code(key.pipeline_name)];
}
function differences2(attributes) {
  const shown2 = (value) => value === null ? "\u2205" : code(JSON.stringify(value), shownValue);
  return attributes.map(({ name, before, after }) => `${code(name)}: ${shown2(before)} \u2192 ${shown2(after)}`).join("<br>");
}
function rest(count) {
  return count > shownRows ? [`
_${count - shownRows} more rows are in the report._`] : [];
}

// actions/seed-egress/src/report.ts
var reasons = ["invalid-rows", "table-missing", "key-schema", "conflict", "mass-delete", "plan-moved", "no-match", "partial"];
function report(result, inputs) {
  const { plan, planPath, writes, outcome, failure } = result;
  const { linted } = inputs;
  const summary = renderSummary(result, inputs);
  const warnings = linted.diagnostics.filter(({ severity }) => severity === "warning");
  return {
    outcome,
    subject: subjectOf(inputs),
    result: {
      rows: linted.rows.length,
      actions: plan ? actionsOf(plan) : [],
      diagnostics: linted.diagnostics,
      ...result.fires ? { fires: result.fires } : {}
    },
    outputs: {
      counts: plan ? { ...plan.counts, writes } : void 0,
      conflicts: plan?.conflicts,
      drift: plan?.drift,
      "plan-path": planPath,
      "plan-digest": plan?.digest,
      changed: isChanged(result, inputs),
      fires: result.fires,
      "rows-path": void 0
    },
    summary,
    annotations: [
      ...warnings.map((warning) => ({ kind: "warning", ...faultOf(warning) })),
      ...result.notes.map((text) => ({ kind: "warning", text }))
    ],
    ...failure ? { failure } : {},
    ...plan ? { comment: { mode: inputs.comment, key: inputs.table, body: summary, token: inputs.githubToken } } : {}
  };
}
function reportFailure(failure, inputs) {
  return {
    outcome: inputs === void 0 && failure.reason === "invalid-input" ? "refused" : "failed",
    subject: inputs ? subjectOf(inputs) : {},
    result: { rows: 0, actions: [], diagnostics: inputs?.linted.diagnostics ?? [] },
    outputs: { changed: false }
  };
}
function subjectOf({ table: table2, region, owner, command }) {
  return { table: table2, region, owner, command };
}
function actionsOf({ changes }) {
  return changes.map(({ action, key, attributes, source }) => ({ action, key, attributes, source }));
}
function isChanged({ plan, writes }, { command }) {
  if (command !== "plan" || !plan) return writes > 0;
  const { create, update, adopt, delete: deletes } = plan.counts;
  return create + update + adopt + deletes > 0;
}

export {
  renderKey,
  knownAttributes,
  markAttributes,
  keyAttributes,
  objectOfKey,
  objectOfEventKey,
  eventKeys,
  listingKeys,
  explainObject,
  makeBackup,
  readBackup,
  withoutAws,
  canonicalItem,
  sameValue,
  deleteLimit,
  planChanges,
  planRestore,
  scalarAt,
  egressRowsFrame,
  lintRows,
  reasons,
  report,
  reportFailure,
  actionsOf
};
