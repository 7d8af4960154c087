const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  parseWrittenTree
} from "./chunk-HFZOC6MQ.js";
import {
  chainExample,
  lineExample,
  readLines,
  readWay,
  unknownOption
} from "./chunk-GG2MYP7B.js";
import "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import "./chunk-XWKQ645Z.js";
import "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/assume-role/src/roles/tree.ts
var wayKeys = ["arn", "role", "chain"];
var objectKeys = [...wayKeys, "region", "duration", "external-id", "tags"];
function readTree(text) {
  const document = parseWrittenTree(text);
  if (!document.ok) return { entries: [], faults: [{ line: document.line, got: "YAML that does not parse", want: `YAML, JSON or lines (${document.why})` }] };
  const { root } = document;
  const faults = [];
  if (root.kind === "map") {
    if (root.entries.some(({ key, value }) => key === "name" && value.kind === "text" && !value.text.includes("arn:")))
      return { entries: [itemOf(root, faults)], faults };
    return { entries: root.entries.map((entry) => ({ name: entry.key, line: entry.line, ...wayOf(entry.value, entry.line, faults) })), faults };
  }
  if (root.kind === "list") return { entries: root.items.flatMap((item) => listed(item, faults)), faults };
  return { entries: [], faults: [{ line: root.line, got: JSON.stringify(root.text), want: "name = arn", example: lineExample }] };
}
function listed(item, faults) {
  if (item.kind === "text") {
    const { entries, faults: found } = readLines(item.text);
    faults.push(...found.map((fault) => ({ ...fault, line: item.line })));
    return entries.map((entry) => ({ ...entry, line: item.line }));
  }
  if (item.kind === "map") {
    const [only, ...others] = item.entries;
    if (only && others.length === 0 && !["name", ...objectKeys].includes(only.key))
      return [{ name: only.key, line: only.line, ...wayOf(only.value, only.line, faults) }];
    return [itemOf(item, faults)];
  }
  faults.push({
    line: item.line,
    got: "a list in a list",
    want: "a role: name and arn",
    example: "{ name: deploy, arn: arn:aws:iam::111122223333:role/deploy }"
  });
  return [];
}
function itemOf(item, faults) {
  const name = item.entries.find(({ key }) => key === "name");
  const way = objectWay(
    item.entries.filter((entry) => entry !== name),
    item.line,
    faults
  );
  if (!name) faults.push({ line: item.line, got: "a role without a name", want: "its name", example: "name: deploy" });
  return { name: name ? textOf(name, faults) : "", line: item.line, ...way };
}
function wayOf(node, line, faults) {
  if (node.kind === "text") return readWay(node.text.trim().replace(/\s+/g, " "), line, faults);
  if (node.kind === "list") return { hops: arnsOf(node.items, line, faults) };
  return objectWay(node.entries, line, faults);
}
function objectWay(entries, line, faults) {
  for (const entry of entries)
    if (!objectKeys.includes(entry.key)) faults.push(unknownOption(entry.key, JSON.stringify(entry.key), entry.line, ["name", ...objectKeys]));
  const ways = entries.filter(({ key }) => wayKeys.includes(key));
  if (ways.length > 1) faults.push({ line, got: ways.map(({ key }) => key).join(" and "), want: "one of arn, role, chain" });
  const [way] = ways;
  if (!way) faults.push({ line, got: "no role", want: "arn (or chain, a list of ARNs)", example: "arn: arn:aws:iam::111122223333:role/deploy" });
  const inner = way ? wayOf(way.value, way.line, faults) : { hops: [] };
  const options = Object.fromEntries(
    ["region", "duration", "external-id"].flatMap((key) => {
      const entry = entries.find((candidate) => candidate.key === key);
      return entry ? [[key === "external-id" ? "externalId" : key, textOf(entry, faults)]] : [];
    })
  );
  const tags = entries.find(({ key }) => key === "tags");
  return { ...inner, ...options, ...tags ? { tags: tagsOf(tags, faults) } : {} };
}
function arnsOf(items, line, faults) {
  if (items.length === 0) faults.push({ line, got: "an empty list", want: "ARNs, first hop first", example: chainExample });
  return items.flatMap((item) => {
    if (item.kind === "text" && item.text.trim() !== "") return readWay(item.text.trim(), item.line, faults).hops;
    faults.push({ line: item.line, got: item.kind === "text" ? "nothing" : `a ${item.kind}`, want: "the ARN of a role", example: lineExample });
    return [];
  });
}
function tagsOf({ value, line }, faults) {
  if (value.kind === "map") return value.entries.map((entry) => ({ key: entry.key, value: textOf(entry, faults) }));
  faults.push({ line, got: value.kind === "text" ? JSON.stringify(value.text) : "a list", want: "a map of tags", example: "tags: { team: payments }" });
  return [];
}
function textOf({ key, value, line }, faults) {
  if (value.kind === "text") return value.text;
  faults.push({ line, got: `a ${value.kind} at ${key}`, want: "plain text" });
  return "";
}
export {
  readTree
};
