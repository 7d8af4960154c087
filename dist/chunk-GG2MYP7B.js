const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  nearest
} from "./chunk-RAUTGCC4.js";

// actions/assume-role/src/roles/entry.ts
var optionNames = ["region", "duration", "external-id", "tags"];
var lineExample = "deploy = arn:aws:iam::111122223333:role/deploy";
var chainExample = "deploy = arn:aws:iam::111122223333:role/hub -> arn:aws:iam::444455556666:role/deploy";

// actions/assume-role/src/roles/line.ts
function readLines(text) {
  const entries = [];
  const faults = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const clean = written.replace(/(^|\s)#.*$/, "").trim();
    if (clean === "") continue;
    const match = /^([^=:]*?)\s*=\s*(.*)$/.exec(clean);
    if (!match) {
      faults.push({ line, got: JSON.stringify(clean), want: "name = arn", example: `${nameFor(clean)} = ${firstArn(clean)}` });
      continue;
    }
    const way = readWay(match[2] ?? "", line, faults);
    entries.push({ name: match[1] ?? "", line, ...way });
  }
  return { entries, faults };
}
function readWay(text, line, faults) {
  const tokens = text.replaceAll("->", " -> ").split(/\s+/).filter(Boolean);
  const hops = [];
  const options = /* @__PURE__ */ new Map();
  let arrow = true;
  for (const token of tokens) {
    const option = /^([A-Za-z][\w-]*)=(.*)$/.exec(token);
    if (option) takeOption(options, option[1] ?? "", option[2] ?? "", line, faults);
    else if (token === "->") {
      if (arrow) faults.push({ line, got: JSON.stringify(text), want: "a role before each ->", example: chainExample });
      arrow = true;
    } else {
      if (!arrow) faults.push({ line, got: JSON.stringify(text), want: "one role, or -> between roles", example: chainExample });
      hops.push(token);
      arrow = false;
    }
  }
  if (hops.length === 0) faults.push({ line, got: text === "" ? "no role" : JSON.stringify(text), want: "the ARN of a role", example: lineExample });
  else if (arrow) faults.push({ line, got: JSON.stringify(text), want: "a role after each ->", example: chainExample });
  return wayOf(hops, options, line, faults);
}
function takeOption(options, name, value, line, faults) {
  const got = JSON.stringify(`${name}=${value}`);
  if (!isOption(name)) faults.push(unknownOption(name, got, line));
  else if (options.has(name)) faults.push({ line, got: `${name} twice`, want: `${name} once` });
  else if (value === "") faults.push({ line, got, want: `a value for ${name}, with no blank before it` });
  else options.set(name, value);
}
function unknownOption(name, got, line, known = optionNames) {
  const near = nearest(name, known);
  return { line, got, want: near ? `a known option; did you mean ${near}?` : `one of the options ${known.join(", ")}` };
}
function isOption(name) {
  return optionNames.includes(name);
}
function wayOf(hops, options, line, faults) {
  const region = options.get("region");
  const duration = options.get("duration");
  const externalId = options.get("external-id");
  const tags = options.get("tags");
  return {
    hops,
    ...region === void 0 ? {} : { region },
    ...duration === void 0 ? {} : { duration },
    ...externalId === void 0 ? {} : { externalId },
    ...tags === void 0 ? {} : { tags: readInlineTags(tags, line, faults) }
  };
}
function readInlineTags(text, line, faults) {
  return text.split(",").flatMap((part) => {
    const match = /^([^:]+):(.*)$/.exec(part);
    if (!match)
      faults.push({ line, got: JSON.stringify(`tags=${text}`), want: "key:value pairs, commas between them", example: "tags=team:payments,stage:prod" });
    return match ? [{ key: match[1] ?? "", value: match[2] ?? "" }] : [];
  });
}
function firstArn(line) {
  return /arn:\S+/.exec(line)?.[0] ?? "arn:aws:iam::111122223333:role/deploy";
}
function nameFor(line) {
  return /role\/(?:\S+\/)?([\w@+.-]{1,64})(?=\s|$)/.exec(line)?.[1] ?? "deploy";
}

export {
  lineExample,
  chainExample,
  readLines,
  readWay,
  unknownOption
};
