/** The form of a trust policy: which keys, which kinds of values. Every mistake is noted; reading goes on behind it. */
import type { JsonMember, JsonNode } from './json-text.ts';
import type { NoteMistake } from './parse.ts';
import type { TrustCondition, TrustPolicy, TrustPrincipal, TrustStatement } from './policy.ts';

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

const policyKeys = ['Version', 'Id', 'Statement'];
const statementKeys = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
const principalTypes = ['AWS', 'Federated', 'Service', 'CanonicalUser'] as const;
const versions = ['2012-10-17', '2008-10-17'] as const;

/** Reads a policy out of JSON. */
export class PolicyReader {
  readonly #note: NoteMistake;

  constructor(note: NoteMistake) {
    this.#note = note;
  }

  policy(node: JsonNode): TrustPolicy | undefined {
    if (node.kind !== 'object') return this.#wrong(node, 'an object with Version and Statement');
    this.#knownKeys(node, policyKeys);
    this.#text(memberOf(node, 'Id'), 'a text');
    const version = this.#version(memberOf(node, 'Version'));
    const statement = memberOf(node, 'Statement');
    if (!statement) return this.#note('missing-key', node.at, 'Statement is missing');
    const nodes = statement.value.kind === 'array' ? statement.value.items : [statement.value];
    if (nodes.length === 0) return this.#note('wrong-value', statement.value.at, 'Statement: want at least one statement');
    const statements = nodes.map((item) => this.#statement(item)).filter((read) => read !== undefined);
    return statements.length < nodes.length ? undefined : { version, statements };
  }

  #version(member: JsonMember | undefined): TrustPolicy['version'] {
    const value = this.#text(member, 'the text "2012-10-17"');
    const version = versions.find((known) => known === value);
    if (member && value !== undefined && !version) this.#note('wrong-value', member.value.at, `Version: got ${JSON.stringify(value)}; want "2012-10-17"`);
    return version ?? '2008-10-17';
  }

  #statement(node: JsonNode): TrustStatement | undefined {
    if (node.kind !== 'object') return this.#wrong(node, 'a statement: an object with Effect, Principal and Action');
    this.#knownKeys(node, statementKeys);
    this.#text(memberOf(node, 'Sid'), 'a text');
    const effect = this.#effect(node);
    const principals = this.#oneOf(node, 'Principal', 'NotPrincipal');
    const actions = this.#oneOf(node, 'Action', 'NotAction');
    const entries = principals && this.#principals(principals);
    const patterns = actions && this.#actions(actions);
    const conditions = this.#conditions(memberOf(node, 'Condition'));
    if (!effect || !entries || !patterns) return undefined;
    return {
      effect,
      principal: { negated: principals.key === 'NotPrincipal', entries },
      action: { negated: actions.key === 'NotAction', patterns },
      conditions,
    };
  }

  #effect(node: ObjectNode): 'Allow' | 'Deny' | undefined {
    const member = memberOf(node, 'Effect');
    if (!member) return this.#note('missing-key', node.at, 'Effect is missing: "Allow" or "Deny"');
    const value = this.#text(member, '"Allow" or "Deny"');
    if (value === undefined || value === 'Allow' || value === 'Deny') return value;
    return this.#note('wrong-value', member.value.at, `Effect: got ${JSON.stringify(value)}; want "Allow" or "Deny", in this letter case`);
  }

  /** A key or its negation, one of the two. */
  #oneOf(node: ObjectNode, key: string, negated: string): JsonMember | undefined {
    const [plain, opposite] = [memberOf(node, key), memberOf(node, negated)];
    if (plain && opposite) return this.#note('wrong-value', opposite.at, `either ${key} or ${negated}, not both`);
    return plain ?? opposite ?? this.#note('missing-key', node.at, `${key} is missing`);
  }

  #principals({ key, value: node }: JsonMember): TrustPrincipal[] | undefined {
    if (node.kind === 'string' && node.value === '*') return [{ type: '*', value: '*' }];
    if (node.kind !== 'object') return this.#wrong(node, `${key}: "*" or an object such as {"Federated": "<ARN of the OIDC provider>"}`);
    if (node.members.length === 0) return this.#note('wrong-value', node.at, `${key}: want at least one of ${principalTypes.join(', ')}`);
    this.#knownKeys(node, principalTypes);
    return node.members.flatMap((member) => {
      const type = principalTypes.find((known) => known === member.key);
      const values = this.#texts(member, true) ?? [];
      return type ? values.map((value) => ({ type, value })) : [];
    });
  }

  #actions(member: JsonMember): string[] | undefined {
    const patterns = this.#texts(member, true);
    const wrong = patterns?.find((pattern) => pattern !== '*' && !/^[\w*?-]+:[\w*?]+$/.test(pattern));
    if (wrong === undefined) return patterns;
    return this.#note('wrong-value', member.value.at, `${member.key}: got ${JSON.stringify(wrong)}; want an action such as "sts:AssumeRoleWithWebIdentity"`);
  }

  #conditions(member: JsonMember | undefined): TrustCondition[] {
    if (!member) return [];
    if (member.value.kind !== 'object') {
      this.#wrong(member.value, 'Condition: an object of operators, such as {"StringEquals": {"<key>": "<value>"}}');
      return [];
    }
    return member.value.members.flatMap((operator) => {
      if (operator.value.kind === 'object') return operator.value.members.map((key) => this.#condition(operator.key, key));
      this.#wrong(operator.value, `${operator.key}: an object of keys, such as {"<key>": "<value>"}`);
      return [];
    });
  }

  #condition(operator: string, member: JsonMember): TrustCondition {
    return { operator, key: member.key, values: this.#texts(member, false) ?? [] };
  }

  /** One text or an array of them; under a condition numbers and booleans too, as IAM takes them, and no element at all. */
  #texts({ key, value: node }: JsonMember, strict: boolean): string[] | undefined {
    const nodes = node.kind === 'array' ? node.items : [node];
    if (strict && nodes.length === 0) return this.#note('wrong-value', node.at, `${key}: want at least one value`);
    const texts = nodes.map((item) => {
      if (item.kind === 'string') return item.value;
      if (!strict && (item.kind === 'number' || item.kind === 'boolean')) return item.text;
      return this.#wrong(item, `${key}: a text or an array of texts`);
    });
    return texts.includes(undefined) ? undefined : texts.filter((text) => text !== undefined);
  }

  #text(member: JsonMember | undefined, want: string): string | undefined {
    if (!member) return undefined;
    return member.value.kind === 'string' ? member.value.value : this.#wrong(member.value, `${member.key}: ${want}`);
  }

  #wrong(node: JsonNode, want: string): undefined {
    return this.#note('wrong-type', node.at, `got ${articled(node.kind)}; want ${want}`);
  }

  #knownKeys(node: ObjectNode, known: readonly string[]): void {
    for (const { key, at } of node.members) if (!known.includes(key)) this.#note('unknown-key', at, unknownKey(key, known));
  }
}

/** The first of equal keys; a second one is a mistake of its own. */
function memberOf(node: ObjectNode, key: string): JsonMember | undefined {
  return node.members.find((member) => member.key === key);
}

function articled(kind: JsonNode['kind']): string {
  return kind === 'null' ? 'null' : `${/^[ao]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  if (key === 'Role' || key === 'AssumeRolePolicyDocument')
    return `${JSON.stringify(key)}: this is an answer of aws iam get-role; give the policy alone: aws iam get-role --role-name <name> --query Role.AssumeRolePolicyDocument`;
  if (key === 'Resource' || key === 'NotResource') return `${JSON.stringify(key)}: a trust policy has none, its role is the resource`;
  const same = known.find((name) => name.toLowerCase() === key.toLowerCase());
  return `${JSON.stringify(key)} is no key here; ${same ? `did you mean ${JSON.stringify(same)}?` : `known are ${known.join(', ')}`}`;
}
