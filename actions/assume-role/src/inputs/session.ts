/** What narrows and marks a session: policies, tags, source identity, external id. Checked against STS's own limits. */
import type { InputReader } from '@slipway/action-kit';
import { nearest } from '@slipway/action-kit';
import type { Tag } from '../plan.ts';

/** The settings that every role of the step shares. */
export interface SessionSettings {
  readonly inlinePolicy: string | undefined;
  readonly managedPolicies: readonly string[];
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly tags: readonly Tag[];
  readonly transitiveTagKeys: readonly string[];
  readonly onPackedSize: 'fail' | 'drop';
}

/** STS API reference, AssumeRole: Policy (plain text), PolicyArns, Tags. */
const limits = { policy: 2048, managedPolicies: 10, tags: 50, tagKey: 128, tagValue: 256 };
/** STS API reference, Tag: Key and Value. */
const tagPattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** STS API reference, AssumeRole: ExternalId, SourceIdentity, Policy. */
const externalIdPattern = /^[\w+=,.@:/-]{2,1224}$/;
const sourceIdentityPattern = /^[\w+=,.@-]{2,64}$/;
const policyPattern = /^[\u0009\u000A\u000D\u0020-\u00FF]+$/;

const policyExample = '{"Version":"2012-10-17","Statement":[…]}';

/** Reads them all; mistakes are noted in the reader. */
export async function readSession(reader: InputReader): Promise<SessionSettings> {
  const tags = await readTags(reader);
  return {
    inlinePolicy: readPolicy(reader),
    managedPolicies: readManagedPolicies(reader),
    externalId: reader.text('role-external-id', {
      pattern: externalIdPattern,
      want: '2 to 1224 characters of letters, digits and _+=,.@:/-',
      example: 'payments-prod',
    }),
    sourceIdentity: reader.text('source-identity', { pattern: sourceIdentityPattern, want: '2 to 64 letters, digits and _+=,.@-', example: 'alice' }),
    tags,
    transitiveTagKeys: reader.list('transitive-tag-keys'),
    onPackedSize: reader.choice('on-packed-size', ['fail', 'drop']),
  };
}

/** What is wrong with an external id; `undefined` when nothing is. */
export function externalIdFault(id: string): string | undefined {
  return externalIdPattern.test(id) ? undefined : 'an external id of 2 to 1224 letters, digits and _+=,.@:/-';
}

async function readTags(reader: InputReader): Promise<Tag[]> {
  const text = reader.ask('tags');
  if (text === undefined) return [];
  const example = 'team: payments';
  const { parseWrittenTree } = await import('@slipway/action-kit/written');
  const document = parseWrittenTree(text);
  if (!document.ok || document.root.kind !== 'map') {
    reader.fault('tags', `a YAML or JSON map (${document.ok ? 'it is none' : `line ${document.line}: ${document.why}`})`, example, `${text.length} characters`);
    return [];
  }
  const tags = document.root.entries.flatMap(({ key, value, line }): Tag[] => {
    if (value.kind === 'text') return [{ key, value: value.text }];
    reader.fault('tags', 'plain text as the value of a tag', example, `a ${value.kind} at ${key} (line ${line})`);
    return [];
  });
  for (const fault of tagFaults(tags)) reader.fault('tags', fault.want, example, fault.got);
  return tags;
}

/** What is wrong with tags, by STS's rules. */
export function tagFaults(tags: readonly Tag[]): { got: string; want: string }[] {
  const faults: { got: string; want: string }[] = [];
  const seen = new Map<string, string>();
  for (const { key, value } of tags) {
    const got = JSON.stringify(shortened(key));
    if (key === '' || [...key].length > limits.tagKey)
      faults.push({ got: key === '' ? 'an empty key' : `a key of ${[...key].length} characters`, want: `keys of 1 to ${limits.tagKey} characters` });
    else if (!tagPattern.test(key)) faults.push({ got: `key ${got}`, want: 'keys of letters, digits, blanks and _.:/=+-@' });
    if (/^aws:/i.test(key)) faults.push({ got: `key ${got}`, want: 'no key that begins with aws: (AWS keeps it for itself)' });
    if ([...value].length > limits.tagValue)
      faults.push({ got: `${[...value].length} characters at ${got}`, want: `values of at most ${limits.tagValue} characters` });
    else if (!tagPattern.test(value)) faults.push({ got: `the value at ${got}`, want: 'values of letters, digits, blanks and _.:/=+-@' });
    const other = seen.get(key.toLowerCase());
    if (other !== undefined) faults.push({ got: `${JSON.stringify(other)} and ${got}`, want: 'keys that differ in more than their letter case' });
    seen.set(key.toLowerCase(), key);
  }
  if (tags.length > limits.tags) faults.push({ got: `${tags.length} tags`, want: `at most ${limits.tags} tags` });
  return faults;
}

/** Notes each transitive key that is no tag of the role. @param tags of the role, the step's included */
export function checkTransitive(reader: InputReader, keys: readonly string[], tags: readonly Tag[], whose: string): void {
  const known = tags.map(({ key }) => key);
  for (const key of keys) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    reader.fault(
      'transitive-tag-keys',
      `keys of tags${whose}${near ? `; did you mean ${near}?` : known.length > 0 ? ` (${known.join(', ')})` : ', and there are none'}`,
      near ?? known[0] ?? 'tags: { team: payments }',
      JSON.stringify(key),
    );
  }
}

function readPolicy(reader: InputReader): string | undefined {
  const text = reader.text('inline-session-policy');
  if (text === undefined) return undefined;
  const shown = `${text.length} characters`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    reader.fault('inline-session-policy', `JSON (${error instanceof Error ? error.message : 'it does not parse'})`, policyExample, shown);
    return undefined;
  }
  if (parsed === null || typeof parsed !== 'object' || !('Statement' in parsed))
    reader.fault('inline-session-policy', 'an IAM policy with a Statement', policyExample, 'JSON without Statement');
  const compact = JSON.stringify(parsed);
  if (compact.length > limits.policy)
    reader.fault('inline-session-policy', `at most ${limits.policy}`, policyExample, `${compact.length} characters without blanks`);
  else if (!policyPattern.test(compact)) reader.fault('inline-session-policy', 'characters up to U+00FF', policyExample, 'others');
  return compact;
}

function readManagedPolicies(reader: InputReader): string[] {
  const arns = reader.list('managed-session-policies');
  for (const arn of arns)
    if (!/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn))
      reader.fault('managed-session-policies', 'ARNs of managed policies, one a line', 'arn:aws:iam::aws:policy/ReadOnlyAccess', JSON.stringify(arn));
  if (arns.length > limits.managedPolicies)
    reader.fault('managed-session-policies', `at most ${limits.managedPolicies} policies`, arns.slice(0, 1).join(), `${arns.length} policies`);
  return arns;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
