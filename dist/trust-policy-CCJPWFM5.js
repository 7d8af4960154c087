const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import "./chunk-SQMIN5AU.js";

// packages/sdk/src/trust-policy/glob.ts
function piecesOf(pattern) {
  return Array.from(pattern, (character) => character === "*" || character === "?" ? character : { text: character });
}
function literal(text) {
  return Array.from(text, (character) => ({ text: character }));
}
function matchesPieces(text, pieces) {
  const characters2 = Array.from(text);
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < characters2.length) {
    const piece = pieces[next];
    if (isAnyText(piece)) [star, from, next] = [next, at, next + 1];
    else if (matchesOne(characters2[at], piece)) [at, next] = [at + 1, next + 1];
    else if (star >= 0) [from, at, next] = [from + 1, from + 1, star + 1];
    else return false;
  }
  return pieces.slice(next).every(isAnyText);
}
function matchesPattern(text, pattern, ignoreCase = false) {
  return ignoreCase ? matchesPieces(text.toLowerCase(), piecesOf(pattern.toLowerCase())) : matchesPieces(text, piecesOf(pattern));
}
function admitsStart(start, pattern) {
  const pieces = piecesOf(pattern);
  let states = withSkips(/* @__PURE__ */ new Set([0]), pieces);
  for (const character of start) {
    const next = [...states].flatMap((state) => {
      const piece = pieces[state];
      if (isAnyText(piece)) return [state];
      return matchesOne(character, piece) ? [state + 1] : [];
    });
    states = withSkips(new Set(next), pieces);
  }
  return states.size > 0;
}
function withSkips(states, pieces) {
  for (const state of states) if (isAnyText(pieces[state])) states.add(state + 1);
  return states;
}
function isAnyText(piece) {
  return piece === "*" || piece === "unknown";
}
function matchesOne(character, piece) {
  return piece === "?" || typeof piece === "object" && piece.text === character;
}

// packages/sdk/src/trust-policy/values.ts
import { BlockList, isIP } from "node:net";
function compareNumbers(left, right) {
  const whole = /^[+-]?\d+$/;
  if (whole.test(left) && whole.test(right)) {
    const [a, b] = [BigInt(left.replace(/^\+/, "")), BigInt(right.replace(/^\+/, ""))];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const decimal = /^[+-]?\d+(?:\.\d+)?$/;
  return decimal.test(left) && decimal.test(right) ? Number(left) - Number(right) : void 0;
}
function compareDates(left, right) {
  const [a, b] = [timeOf(left), timeOf(right)];
  return a === void 0 || b === void 0 ? void 0 : a - b;
}
var isoDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;
function timeOf(text) {
  if (/^\d{5,11}$/.test(text)) return Number(text) * 1e3;
  const time = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}
function booleanOf(text) {
  const word2 = text.toLowerCase();
  return word2 === "true" || word2 === "false" ? word2 === "true" : void 0;
}
function equalBytes(got, wanted) {
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(wanted)) return void 0;
  return Buffer.from(wanted, "base64").equals(Buffer.from(got));
}
function addressInRange(address, range) {
  const [base = "", prefix, ...rest] = range.split("/");
  const version = isIP(base);
  const bits = version === 6 ? 128 : 32;
  if (version === 0 || isIP(address) === 0 || rest.length > 0) return void 0;
  if (prefix !== void 0 && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return void 0;
  if (isIP(address) !== version) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  const ranges = new BlockList();
  ranges.addSubnet(base, prefix === void 0 ? bits : Number(prefix), family);
  return ranges.check(address, family);
}

// packages/sdk/src/trust-policy/variables.ts
var variable = /\$\{([^}]*)\}/g;
var characters = ["*", "?", "$"];
function resolveValue(value, reading) {
  const plain = reading.wildcards ? piecesOf : literal;
  if (!reading.variables) return plain(value);
  const pieces = [];
  let from = 0;
  for (const match of value.matchAll(variable)) {
    pieces.push(...plain(value.slice(from, match.index)));
    const filled = fill(match[1] ?? "", reading.keys);
    if (filled === "no-value") return filled;
    pieces.push(...filled);
    from = match.index + match[0].length;
  }
  return [...pieces, ...plain(value.slice(from))];
}
function fill(inner, keys) {
  if (characters.includes(inner)) return literal(inner);
  const match = /^\s*([^,'\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner);
  if (!match) return ["unknown"];
  const values = keys(match[1] ?? "");
  if (values === void 0 || values.length > 1) return ["unknown"];
  const text = values[0] ?? match[2];
  return text === void 0 ? "no-value" : literal(text);
}

// packages/sdk/src/trust-policy/operators.ts
var orders = {
  equals: (order) => order === 0,
  lessthan: (order) => order < 0,
  lessthanequals: (order) => order <= 0,
  greaterthan: (order) => order > 0,
  greaterthanequals: (order) => order >= 0
};
function ordered(kind, compare) {
  return Object.entries(orders).map(([name, holds]) => [
    `${kind}${name}`,
    (got, wanted) => {
      const order = compare(got, wanted);
      return order === void 0 ? "unknown" : holds(order);
    }
  ]);
}
var compares = new Map([
  ["stringequals", (got, wanted, reading) => compareText(got, resolveValue(wanted, { ...reading, wildcards: false }))],
  ["stringequalsignorecase", (got, wanted, reading) => compareText(got.toLowerCase(), lowered(resolveValue(wanted, { ...reading, wildcards: false })))],
  ["stringlike", (got, wanted, reading) => compareText(got, resolveValue(wanted, { ...reading, wildcards: true }))],
  ["arnequals", compareArns],
  ["arnlike", compareArns],
  ...ordered("numeric", compareNumbers),
  ...ordered("date", compareDates),
  ["bool", compareBooleans],
  ["binaryequals", (got, wanted) => equalBytes(got, wanted) ?? "unknown"],
  ["ipaddress", (got, wanted) => addressInRange(got, wanted) ?? "unknown"]
]);
var negatable = /^(?:(?:string|arn|numeric|date)(?:not)(equals|equalsignorecase|like)|notipaddress)$/;
function parseOperator(name) {
  const match = /^(?:(foranyvalue|forallvalues):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
  if (!match) return void 0;
  const [, qualifier, word2 = "", suffix] = match;
  const set = qualifier === void 0 ? "none" : qualifier === "foranyvalue" ? "any" : "all";
  const ifExists = suffix !== void 0;
  if (word2 === "null") return set === "none" && !ifExists ? { set, base: "null", negated: false, ifExists } : void 0;
  const negated = negatable.test(word2);
  const base = negated ? word2.replace("not", "") : word2;
  return compares.has(base) ? { set, base, negated, ifExists } : void 0;
}
function compareValue({ base }, got, wanted, reading) {
  return compares.get(base)?.(got, wanted, reading) ?? "unknown";
}
function compareText(got, wanted) {
  if (wanted === "no-value" || !matchesPieces(got, wanted)) return false;
  return wanted.includes("unknown") ? "unknown" : true;
}
function lowered(pieces) {
  return pieces === "no-value" ? pieces : pieces.flatMap((piece) => typeof piece === "object" ? literal(piece.text.toLowerCase()) : [piece]);
}
function compareArns(got, wanted, reading) {
  const pieces = resolveValue(wanted, { ...reading, wildcards: true });
  if (pieces === "no-value") return false;
  const patterns = splitArn(pieces);
  const parts = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(got)?.slice(1);
  if (patterns === void 0) return "unknown";
  if (!parts?.every((part, index) => matchesPieces(part, patterns[index] ?? []))) return false;
  return pieces.includes("unknown") ? "unknown" : true;
}
var arnParts = 6;
function splitArn(pieces) {
  const parts = [[]];
  for (const piece of pieces) {
    if (typeof piece === "object" && piece.text === ":" && parts.length < arnParts) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts.length === arnParts ? parts : void 0;
}
function compareBooleans(got, wanted, reading) {
  const pieces = resolveValue(wanted, { ...reading, wildcards: false });
  if (pieces === "no-value") return false;
  const [left, right] = [booleanOf(got), booleanOf(pieces.map((piece) => typeof piece === "object" ? piece.text : "*").join(""))];
  return left === void 0 || right === void 0 ? "unknown" : left === right;
}

// packages/sdk/src/trust-policy/ternary.ts
function every(values) {
  if (values.includes(false)) return false;
  return values.includes("unknown") ? "unknown" : true;
}
function some(values) {
  if (values.includes(true)) return true;
  return values.includes("unknown") ? "unknown" : false;
}
function not(value) {
  return value === "unknown" ? value : !value;
}

// packages/sdk/src/trust-policy/condition.ts
function judgeCondition({ operator: name, key, values }, context) {
  const operator = parseOperator(name);
  const got = context.keys(key);
  if (!operator || got === void 0) return "unknown";
  if (operator.base === "null") return judgeExistence(got, values);
  if (got.length === 0) return judgeAbsent(operator);
  const single = (value) => judgeValue(operator, value, values, context);
  if (operator.set === "none") return unanimous(got.map(single));
  const filled = got.filter((value) => value !== "");
  return operator.set === "all" ? every(filled.map(single)) : some(filled.map(single));
}
function judgeAbsent({ set, negated, ifExists }) {
  if (ifExists || set === "all") return true;
  return set === "any" ? false : negated;
}
function judgeValue(operator, got, values, { keys, variables }) {
  const matches = some(values.map((wanted) => compareValue(operator, got, wanted, { keys, variables, wildcards: false })));
  return operator.negated ? not(matches) : matches;
}
function judgeExistence(got, values) {
  const absent = got.length === 0 ? true : got.every((value) => value === "") ? "unknown" : false;
  return some(
    values.map((value) => {
      const wanted = booleanOf(value);
      return wanted === void 0 ? "unknown" : wanted ? absent : not(absent);
    })
  );
}
function unanimous(results) {
  const [first = "unknown"] = results;
  return results.every((result) => result === first) ? first : "unknown";
}

// packages/sdk/src/trust-policy/subject.ts
function parseSubject(text) {
  const match = /^repo:([^:/]+\/[^:]+)(?::(.*))?$/is.exec(text);
  if (!match) return void 0;
  const [, repository = "", rest = ""] = match;
  return { repository, immutable: repository.includes("@"), form: formOf(rest), rest };
}
function formOf(rest) {
  const word2 = /^(environment|ref):/i.exec(rest)?.[1]?.toLowerCase();
  if (word2 === "environment" || word2 === "ref") return word2;
  return /^pull_request$/i.test(rest) ? "pull-request" : "other";
}
function withoutIds(repository) {
  return repository.replace(/@[^/@]*(?=\/|$)/g, "");
}

// packages/sdk/src/trust-policy/hints.ts
var hintOrder = [
  "letter-case",
  "immutable-sub",
  "legacy-sub",
  "environment-form",
  "ref-form",
  "pull-request-form",
  "wildcard-in-equals",
  "absent-key"
];
var differences = [
  ["case"],
  ["ids"],
  ["form"],
  ["case", "ids"],
  ["case", "form"],
  ["ids", "form"],
  ["case", "ids", "form"]
];
function conditionHints({ operator: name, key, values }, got) {
  const operator = parseOperator(name);
  if (!operator) return [];
  if (got.length === 0) return ["absent-key"];
  if (operator.negated || !/^(?:string|arn)/.test(operator.base)) return [];
  const isSubject = key.toLowerCase().endsWith(":sub");
  const ignoreCase = operator.base === "stringequalsignorecase";
  const exact = operator.base.startsWith("stringequals");
  const near = got.flatMap((value) => nearest(value, values, isSubject)).filter((hint) => !(ignoreCase && hint === "letter-case"));
  return ordered2([...near, ...exact && values.some(hasWildcard) ? ["wildcard-in-equals"] : []]);
}
function principalHints({ entries }, got) {
  const hints = [];
  for (const { value } of entries) {
    if (got.some((arn) => arn.toLowerCase() === value.toLowerCase() && arn !== value)) hints.push("letter-case");
    if (value !== "*" && hasWildcard(value) && got.some((arn) => matchesPattern(arn, value))) hints.push("wildcard-in-equals");
  }
  return ordered2(hints);
}
function hasWildcard(value) {
  return /[*?]/.test(value.replace(/\$\{[^}]*\}/g, ""));
}
function ordered2(hints) {
  return hintOrder.filter((hint) => hints.includes(hint));
}
function nearest(got, wanted, isSubject) {
  for (const past of differences) {
    if (!isSubject && past.some((difference) => difference !== "case")) continue;
    if (past.includes("form") && wanted.some((value) => hasItsForm(got, value))) continue;
    const found = wanted.some((value) => matchesPast(got, value, past));
    if (found) return hintsOf(past, parseSubject(got));
  }
  return [];
}
function hasItsForm(got, wanted) {
  const [have, want] = [parseSubject(got), parseSubject(wanted)];
  return have !== void 0 && have.form === want?.form && matchesPattern(withoutIds(have.repository), withoutIds(want.repository), true);
}
function matchesPast(got, wanted, past) {
  const ignoreCase = past.includes("case");
  if (past.every((difference) => difference === "case")) return matchesPattern(got, wanted, ignoreCase) && !matchesPattern(got, wanted);
  const [have, want] = [parseSubject(got), parseSubject(wanted)];
  if (!have || !want) return false;
  const ids = past.includes("ids");
  const form = past.includes("form");
  if (ids && have.immutable === want.immutable) return false;
  if (form && (have.form === want.form || have.form === "other" || want.form === "other")) return false;
  const text = ({ repository, rest }) => `${ids ? withoutIds(repository) : repository}${form || rest === "" ? "" : `:${rest}`}`;
  return matchesPattern(text(have), text(want), ignoreCase);
}
function hintsOf(past, token) {
  const hints = [];
  if (past.includes("case")) hints.push("letter-case");
  if (past.includes("ids")) hints.push(token?.immutable ? "immutable-sub" : "legacy-sub");
  if (past.includes("form") && token && token.form !== "other") hints.push(`${token.form}-form`);
  return hints;
}

// packages/sdk/src/trust-policy/lints.ts
function lintPolicy({ statements }, request) {
  return statements.flatMap((statement, index) => statement.effect === "Allow" ? lintAllow(statement, index, request.issuer) : []);
}
function lintAllow(statement, index, issuer) {
  const { conditions } = statement;
  const keys = (found) => [...new Set(found.map(({ key }) => key))].sort();
  const lint = (code) => (key) => ({ statement: index, code, key });
  const sets = conditions.filter(({ operator }) => parseOperator(operator)?.set === "all");
  const subjects = conditions.filter(({ key, operator }) => /[^:]:sub$/i.test(key) && restricts(operator));
  const open = subjects.length > 0 && subjects.every(admitsAnyone) ? subjects : [];
  return [
    ...keys(sets).map(lint("for-all-values")),
    ...keysWithoutAudience(statement, issuer).map(lint("missing-aud")),
    ...keys(open).map(lint("wildcard-sub"))
  ];
}
function keysWithoutAudience({ principal, action, conditions }, issuer) {
  const named = action.patterns.some((pattern) => matchesPattern("sts:AssumeRoleWithWebIdentity", pattern, true));
  if (named === action.negated) return [];
  const providers = principal.entries.flatMap(({ type, value }) => /:oidc-provider\/(.+)$/.exec(type === "Federated" ? value : "")?.[1] ?? []);
  const everyone = principal.negated || principal.entries.some(({ value }) => value === "*");
  const prefixes = /* @__PURE__ */ new Set([...principal.negated ? [] : providers, ...everyone && issuer !== void 0 ? [issuer] : []]);
  return [...prefixes].map((prefix) => `${prefix}:aud`).filter(
    (key) => !conditions.some((condition) => condition.key.toLowerCase() === key.toLowerCase() && restricts(condition.operator) && !isOnlyStar(condition))
  ).sort();
}
function restricts(name) {
  const operator = parseOperator(name);
  return operator === void 0 || operator.base !== "null" && !operator.negated;
}
function isOnlyStar({ operator, values }) {
  return parseOperator(operator)?.base === "stringlike" && values.some((value) => /^\*+$/.test(value));
}
var strangers = ["repo:/", `repo:${"".repeat(39)}/`];
function admitsAnyone({ operator, values }) {
  return parseOperator(operator)?.base === "stringlike" && values.some((value) => strangers.every((start) => admitsStart(start, value)));
}

// packages/sdk/src/trust-policy/principal.ts
function judgePrincipal({ negated, entries }, caller) {
  const covered = some(entries.map((entry) => "federated" in caller ? coversProvider(entry, caller.federated) : coversIdentity(entry, caller.aws)));
  return negated ? not(covered) : covered;
}
function isEveryone({ type, value }) {
  return value === "*" && (type === "*" || type === "AWS");
}
function coversProvider(entry, providers) {
  return isEveryone(entry) || entry.type === "Federated" && (entry.value === "*" || providers.includes(entry.value));
}
function coversIdentity(entry, arn) {
  if (isEveryone(entry)) return true;
  if (entry.type !== "AWS") return entry.type === "CanonicalUser" ? "unknown" : false;
  if (arn === void 0) return "unknown";
  if (/^(?:AROA|AIDA)[A-Z0-9]+$/.test(entry.value)) return "unknown";
  const caller = partsOf(arn);
  const account = /^\d{12}$/.test(entry.value) ? entry.value : /^arn:[^:]+:iam::(\d{12}):root$/.exec(entry.value)?.[1];
  if (account !== void 0) return account === caller.account;
  if (entry.value === arn) return true;
  const named = partsOf(entry.value);
  return named.kind === "role" && caller.role !== void 0 && named.account === caller.account && named.role === caller.role;
}
function partsOf(arn) {
  const [, , , , account = "", ...rest] = arn.split(":");
  const [kind = "", ...path] = rest.join(":").split("/");
  const role = kind === "role" ? path.at(-1) : kind === "assumed-role" ? path[0] : void 0;
  return { account, kind, role };
}

// packages/sdk/src/trust-policy/judge.ts
function judgeTrustPolicy(policy, request) {
  const layers = policy.statements.map((statement, index) => layersOf(statement, index, policy, request));
  const allows = layers.filter(({ statement }) => statement.effect === "Allow");
  const denies = layers.filter(({ statement }) => statement.effect === "Deny");
  const verdict = decide(allows, denies);
  return { verdict, failures: reasonsFor(verdict, allows, denies, request), lints: lintPolicy(policy, request) };
}
function layersOf(statement, index, { version }, request) {
  const principal = judgePrincipal(statement.principal, request.principal);
  const named = statement.action.patterns.some((pattern) => matchesPattern(request.action, pattern, true));
  const action = statement.action.negated ? !named : named;
  const context = { keys: request.keys, variables: version === "2012-10-17" };
  const conditions = statement.conditions.map((condition) => ({ condition, holds: judgeCondition(condition, context) }));
  return { index, statement, principal, action, conditions, applies: every([principal, action, ...conditions.map(({ holds }) => holds)]) };
}
function decide(allows, denies) {
  const has = (layers, value) => layers.some(({ applies }) => applies === value);
  if (has(denies, true)) return "refused";
  if (has(allows, true)) return has(denies, "unknown") ? "cannot-judge" : "allowed";
  return has(allows, "unknown") ? "cannot-judge" : "refused";
}
function reasonsFor(verdict, allows, denies, request) {
  if (verdict === "allowed") return [];
  const admitted = allows.some(({ applies }) => applies === true);
  const failing = admitted ? [] : allows.filter(({ applies }) => applies === false).flatMap((layers) => firstFailure(layers, request));
  if (verdict === "refused") {
    const denied = denies.filter(({ applies }) => applies === true).map(({ index }) => failure(index, "deny", [], []));
    return inOrder([...denied, ...failing]);
  }
  const open = [...admitted ? [] : allows, ...denies].filter(({ applies }) => applies === "unknown");
  return inOrder([...failing, ...open.flatMap((layers) => unknowns(layers, request))]);
}
function firstFailure({ index, statement, principal, action, conditions }, request) {
  if (principal === false) {
    const [wanted, got] = [principalsOf(statement), callerOf(request)];
    return [{ ...failure(index, "principal", wanted, got), hints: principalHints(statement.principal, got) }];
  }
  if (!action) return [failure(index, "action", statement.action.patterns, [request.action])];
  return conditions.filter(({ holds }) => holds === false).map(({ condition }) => {
    const got = request.keys(condition.key) ?? [];
    return { ...conditionFailure(index, "condition", condition, got), hints: conditionHints(condition, got) };
  });
}
function unknowns({ index, statement, principal, conditions }, request) {
  const caller = principal === "unknown" ? [failure(index, "unknown", principalsOf(statement), callerOf(request))] : [];
  const open = conditions.filter(({ holds }) => holds === "unknown");
  return [...caller, ...open.map(({ condition }) => conditionFailure(index, "unknown", condition, request.keys(condition.key) ?? []))];
}
function failure(statement, kind, wanted, got) {
  return { statement, kind, operator: null, key: null, wanted, got, hints: [] };
}
function conditionFailure(statement, kind, { operator, key, values }, got) {
  return { statement, kind, operator, key, wanted: values, got, hints: [] };
}
function principalsOf({ principal }) {
  return principal.entries.map(({ value }) => value);
}
function callerOf({ principal }) {
  if ("federated" in principal) return principal.federated;
  return principal.aws === void 0 ? [] : [principal.aws];
}
function inOrder(failures) {
  return failures.toSorted((left, right) => left.statement - right.statement);
}

// packages/sdk/src/trust-policy/json-text.ts
var JsonSyntaxError = class extends Error {
  at;
  constructor(message, at) {
    super(message);
    this.name = "JsonSyntaxError";
    this.at = at;
  }
};
var deepest = 100;
var number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var word = /[A-Za-z_$][\w$]*/y;
var blank = /[ \t\n\r]*/y;
var escapes = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "	" };
function parseJson(text) {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}
function placesIn(text) {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
  return (offset) => {
    let [line, after] = [0, starts.length];
    while (after - line > 1) {
      const middle = line + after >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
var JsonReader = class {
  #text;
  #at = 0;
  constructor(text) {
    this.#text = text;
  }
  value(depth) {
    if (depth > deepest) this.#fail(`nested deeper than ${deepest} levels`);
    this.#take(blank);
    const at = this.#at;
    const first = this.#text[at];
    if (first === "{") return { kind: "object", at, members: this.#members(depth) };
    if (first === "[") return { kind: "array", at, items: this.#items(depth) };
    if (first === '"') return { kind: "string", at, value: this.#string() };
    return this.#scalar(at);
  }
  end() {
    this.#take(blank);
    if (this.#at < this.#text.length) this.#fail(`expected nothing more after the JSON value, found ${this.#found()}`);
  }
  #scalar(at) {
    const digits = this.#take(number);
    if (digits !== "") return { kind: "number", at, text: digits };
    const name = this.#peek(word);
    if (name === "true" || name === "false" || name === "null") {
      this.#at += name.length;
      return { kind: name === "null" ? "null" : "boolean", at, text: name };
    }
    return this.#fail(`expected a value, found ${this.#found()}`);
  }
  #members(depth) {
    const members = [];
    this.#list("}", () => {
      if (this.#text[this.#at] !== '"') this.#fail(`expected a key in double quotes, found ${this.#found()}`);
      const at = this.#at;
      const key = this.#string();
      this.#take(blank);
      if (this.#text[this.#at] !== ":") this.#fail(`expected ":" after the key ${JSON.stringify(key)}, found ${this.#found()}`);
      this.#at += 1;
      members.push({ key, at, value: this.value(depth + 1) });
    });
    return members;
  }
  #items(depth) {
    const items = [];
    this.#list("]", () => items.push(this.value(depth + 1)));
    return items;
  }
  /** What stands between brackets, with commas between. */
  #list(close, readOne) {
    this.#at += 1;
    this.#take(blank);
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (; ; ) {
      if (this.#text[this.#at] === close) this.#fail(`expected no "${close}" after a comma`);
      readOne();
      this.#take(blank);
      const next = this.#text[this.#at];
      if (next !== "," && next !== close) this.#fail(`expected "," or "${close}", found ${this.#found()}`);
      this.#at += 1;
      if (next === close) return;
      this.#take(blank);
    }
  }
  #string() {
    let value = "";
    for (this.#at += 1; ; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === '"') break;
      if (character === void 0 || character < " ")
        this.#fail(/[^\r\n]/.test(character ?? "") ? "a control character in a string is escaped: \\t, \\u0001" : "a string is not closed");
      value += character === "\\" ? this.#escape() : character;
    }
    this.#at += 1;
    return value;
  }
  /** Stops at the last character of the escape. */
  #escape() {
    this.#at += 1;
    const letter = this.#text[this.#at] ?? "";
    if (letter !== "u") return escapes[letter] ?? this.#fail('expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX');
    const digits = /^[\dA-Fa-f]*/.exec(this.#text.slice(this.#at + 1, this.#at + 5))?.[0] ?? "";
    this.#at += digits.length;
    if (digits.length === 4) return String.fromCharCode(Number.parseInt(digits, 16));
    this.#at += 1;
    return this.#fail("expected four hexadecimal digits after \\u");
  }
  #peek(pattern) {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? "";
  }
  #take(pattern) {
    const taken = this.#peek(pattern);
    this.#at += taken.length;
    return taken;
  }
  #found() {
    const rest = this.#text.slice(this.#at);
    if (rest === "") return "the end of the file";
    if (/^[\r\n]/.test(rest)) return "the end of the line";
    return JSON.stringify(this.#peek(word) || String.fromCodePoint(rest.codePointAt(0) ?? 0)).slice(0, 40);
  }
  #fail(message) {
    throw new JsonSyntaxError(message, this.#at);
  }
};

// packages/sdk/src/trust-policy/shape.ts
var policyKeys = ["Version", "Id", "Statement"];
var statementKeys = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition"];
var principalTypes = ["AWS", "Federated", "Service", "CanonicalUser"];
var versions = ["2012-10-17", "2008-10-17"];
var PolicyReader = class {
  #note;
  constructor(note) {
    this.#note = note;
  }
  policy(node) {
    if (node.kind !== "object") return this.#wrong(node, "an object with Version and Statement");
    this.#knownKeys(node, policyKeys);
    this.#text(memberOf(node, "Id"), "a text");
    const version = this.#version(memberOf(node, "Version"));
    const statement = memberOf(node, "Statement");
    if (!statement) return this.#note("missing-key", node.at, "Statement is missing");
    const nodes = statement.value.kind === "array" ? statement.value.items : [statement.value];
    if (nodes.length === 0) return this.#note("wrong-value", statement.value.at, "Statement: want at least one statement");
    const statements = nodes.map((item) => this.#statement(item)).filter((read) => read !== void 0);
    return statements.length < nodes.length ? void 0 : { version, statements };
  }
  #version(member) {
    const value = this.#text(member, 'the text "2012-10-17"');
    const version = versions.find((known) => known === value);
    if (member && value !== void 0 && !version) this.#note("wrong-value", member.value.at, `Version: got ${JSON.stringify(value)}; want "2012-10-17"`);
    return version ?? "2008-10-17";
  }
  #statement(node) {
    if (node.kind !== "object") return this.#wrong(node, "a statement: an object with Effect, Principal and Action");
    this.#knownKeys(node, statementKeys);
    this.#text(memberOf(node, "Sid"), "a text");
    const effect = this.#effect(node);
    const principals = this.#oneOf(node, "Principal", "NotPrincipal");
    const actions = this.#oneOf(node, "Action", "NotAction");
    const entries = principals && this.#principals(principals);
    const patterns = actions && this.#actions(actions);
    const conditions = this.#conditions(memberOf(node, "Condition"));
    if (!effect || !entries || !patterns) return void 0;
    return {
      effect,
      principal: { negated: principals.key === "NotPrincipal", entries },
      action: { negated: actions.key === "NotAction", patterns },
      conditions
    };
  }
  #effect(node) {
    const member = memberOf(node, "Effect");
    if (!member) return this.#note("missing-key", node.at, 'Effect is missing: "Allow" or "Deny"');
    const value = this.#text(member, '"Allow" or "Deny"');
    if (value === void 0 || value === "Allow" || value === "Deny") return value;
    return this.#note("wrong-value", member.value.at, `Effect: got ${JSON.stringify(value)}; want "Allow" or "Deny", in this letter case`);
  }
  /** A key or its negation, one of the two. */
  #oneOf(node, key, negated) {
    const [plain, opposite] = [memberOf(node, key), memberOf(node, negated)];
    if (plain && opposite) return this.#note("wrong-value", opposite.at, `either ${key} or ${negated}, not both`);
    return plain ?? opposite ?? this.#note("missing-key", node.at, `${key} is missing`);
  }
  #principals({ key, value: node }) {
    if (node.kind === "string" && node.value === "*") return [{ type: "*", value: "*" }];
    if (node.kind !== "object") return this.#wrong(node, `${key}: "*" or an object such as {"Federated": "<ARN of the OIDC provider>"}`);
    if (node.members.length === 0) return this.#note("wrong-value", node.at, `${key}: want at least one of ${principalTypes.join(", ")}`);
    this.#knownKeys(node, principalTypes);
    return node.members.flatMap((member) => {
      const type = principalTypes.find((known) => known === member.key);
      const values = this.#texts(member, true) ?? [];
      return type ? values.map((value) => ({ type, value })) : [];
    });
  }
  #actions(member) {
    const patterns = this.#texts(member, true);
    const wrong = patterns?.find((pattern) => pattern !== "*" && !/^[\w*?-]+:[\w*?]+$/.test(pattern));
    if (wrong === void 0) return patterns;
    return this.#note("wrong-value", member.value.at, `${member.key}: got ${JSON.stringify(wrong)}; want an action such as "sts:AssumeRoleWithWebIdentity"`);
  }
  #conditions(member) {
    if (!member) return [];
    if (member.value.kind !== "object") {
      this.#wrong(member.value, 'Condition: an object of operators, such as {"StringEquals": {"<key>": "<value>"}}');
      return [];
    }
    return member.value.members.flatMap((operator) => {
      if (operator.value.kind === "object") return operator.value.members.map((key) => this.#condition(operator.key, key));
      this.#wrong(operator.value, `${operator.key}: an object of keys, such as {"<key>": "<value>"}`);
      return [];
    });
  }
  #condition(operator, member) {
    return { operator, key: member.key, values: this.#texts(member, false) ?? [] };
  }
  /** One text or an array of them; under a condition numbers and booleans too, as IAM takes them, and no element at all. */
  #texts({ key, value: node }, strict) {
    const nodes = node.kind === "array" ? node.items : [node];
    if (strict && nodes.length === 0) return this.#note("wrong-value", node.at, `${key}: want at least one value`);
    const texts = nodes.map((item) => {
      if (item.kind === "string") return item.value;
      if (!strict && (item.kind === "number" || item.kind === "boolean")) return item.text;
      return this.#wrong(item, `${key}: a text or an array of texts`);
    });
    return texts.includes(void 0) ? void 0 : texts.filter((text) => text !== void 0);
  }
  #text(member, want) {
    if (!member) return void 0;
    return member.value.kind === "string" ? member.value.value : this.#wrong(member.value, `${member.key}: ${want}`);
  }
  #wrong(node, want) {
    return this.#note("wrong-type", node.at, `got ${articled(node.kind)}; want ${want}`);
  }
  #knownKeys(node, known) {
    for (const { key, at } of node.members) if (!known.includes(key)) this.#note("unknown-key", at, unknownKey(key, known));
  }
};
function memberOf(node, key) {
  return node.members.find((member) => member.key === key);
}
function articled(kind) {
  return kind === "null" ? "null" : `${/^[ao]/.test(kind) ? "an" : "a"} ${kind}`;
}
function unknownKey(key, known) {
  if (key === "Role" || key === "AssumeRolePolicyDocument")
    return `${JSON.stringify(key)}: this is an answer of aws iam get-role; give the policy alone: aws iam get-role --role-name <name> --query Role.AssumeRolePolicyDocument`;
  if (key === "Resource" || key === "NotResource") return `${JSON.stringify(key)}: a trust policy has none, its role is the resource`;
  const same = known.find((name) => name.toLowerCase() === key.toLowerCase());
  return `${JSON.stringify(key)} is no key here; ${same ? `did you mean ${JSON.stringify(same)}?` : `known are ${known.join(", ")}`}`;
}

// packages/sdk/src/trust-policy/parse.ts
function parseTrustPolicy(text) {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const placeOf = placesIn(content);
  const mistakes = [];
  const note = (code, at, message) => {
    mistakes.push({ ...placeOf(at), code, message });
  };
  const node = readNode(content, note);
  if (node) noteDuplicates(node, note);
  const policy = node && new PolicyReader(note).policy(node);
  if (policy && mistakes.length === 0) return { policy, mistakes: [] };
  return { policy: void 0, mistakes: mistakes.toSorted((left, right) => left.line - right.line || left.column - right.column) };
}
function readNode(text, note) {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return note("syntax", error.at, error.message);
  }
}
function noteDuplicates(node, note) {
  if (node.kind === "array") for (const item of node.items) noteDuplicates(item, note);
  if (node.kind !== "object") return;
  const seen = /* @__PURE__ */ new Set();
  for (const { key, at, value } of node.members) {
    if (seen.has(key)) note("duplicate-key", at, `${JSON.stringify(key)} stands twice in one object`);
    seen.add(key);
    noteDuplicates(value, note);
  }
}

// packages/sdk/src/trust-policy/token.ts
var readClaims = [
  "sub",
  "aud",
  "actor",
  "actor_id",
  "job_workflow_ref",
  "repository",
  "repository_id",
  "workflow",
  "ref",
  "environment",
  "enterprise_id"
];
function issuerOf(claims) {
  return String(claims["iss"] ?? "").replace(/^https?:\/\//i, "");
}
function tokenKeys(claims) {
  const own = `${issuerOf(claims)}:`.toLowerCase();
  return (key) => {
    const name = key.toLowerCase();
    if (!name.startsWith(own)) return isProviderKey(name) ? [] : void 0;
    const claim = readClaims.find((candidate) => candidate === name.slice(own.length));
    return claim === void 0 ? [] : valuesOf(claims[claim]);
  };
}
function isProviderKey(name) {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[^:]*)?:/.test(name);
}
function valuesOf(claim) {
  if (claim === void 0 || claim === null) return [];
  const values = Array.isArray(claim) ? claim : [claim];
  return values.every((value) => ["string", "number", "boolean"].includes(typeof value)) ? values.map(String) : void 0;
}
function webIdentityRequest(roleArn, claims) {
  const [, partition = "aws", , , account = ""] = roleArn.split(":");
  const issuer = issuerOf(claims);
  return {
    action: "sts:AssumeRoleWithWebIdentity",
    principal: { federated: [`arn:${partition}:iam::${account}:oidc-provider/${issuer}`] },
    keys: tokenKeys(claims),
    issuer
  };
}
function assumeRoleRequest({ callerArn, sessionName, externalId, sourceIdentity }) {
  const own = {
    "sts:externalid": externalId,
    "sts:rolesessionname": sessionName,
    "sts:sourceidentity": sourceIdentity
  };
  return {
    action: "sts:AssumeRole",
    principal: { aws: callerArn },
    keys: (key) => {
      const name = key.toLowerCase();
      if (isProviderKey(name)) return [];
      return Object.hasOwn(own, name) ? valuesOf(own[name]) : void 0;
    }
  };
}
export {
  assumeRoleRequest,
  issuerOf,
  judgeTrustPolicy,
  parseTrustPolicy,
  readClaims,
  tokenKeys,
  webIdentityRequest
};
