import { describe, expect, it } from 'vitest';
import type { Change, PlanJson } from '../src/changes/plan-json.ts';
import { canonicalValue, hideWith } from '../src/fingerprint/canonical.ts';
import { canonicalChanges, type FingerprintContext, fingerprintOf } from '../src/fingerprint/fingerprint.ts';
import { canonicalLockFile } from '../src/fingerprint/lock-file.ts';
import { parseExact } from '../src/json/exact.ts';

const context: FingerprintContext = {
  repository: 'bank/payments',
  workspace: 'default',
  backend: { type: 's3', facts: { bucket: 'b', key: 'k', region: 'eu-central-1' } },
  lockFile: 'provider "x" {\n  version = "1"\n}\n',
};
const planOf = (change: Partial<Change>, more: Partial<PlanJson> = {}): PlanJson => ({
  terraform_version: '1.11.4',
  variables: { n: { value: 5 } },
  resource_changes: [{ address: 'a.b', mode: 'managed', type: 'a', provider_name: 'p', change: { actions: ['create'], before: null, after: {}, ...change } }],
  output_changes: {},
  ...more,
});
const base = planOf({ after: { x: 1, secret: 's' }, after_sensitive: { secret: true }, after_unknown: { id: true } });
const print = (plan: PlanJson, over: Partial<FingerprintContext> = {}) => fingerprintOf(plan, { ...context, ...over });

describe('the fingerprint', () => {
  it('does not depend on the order of keys, resources and facts', () => {
    const other = planOf({ after: { secret: 's', x: 1 }, after_sensitive: { secret: true }, after_unknown: { id: true, x: false, y: {} } });
    expect(print(other)).toBe(print(base));
    expect(print(base, { backend: { type: 's3', facts: { region: 'eu-central-1', key: 'k', bucket: 'b' } } })).toBe(print(base));
    const two = { ...base, resource_changes: [...(base.resource_changes ?? []), { ...base.resource_changes![0]!, address: 'a.a' }] };
    expect(print({ ...two, resource_changes: [...two.resource_changes].reverse() })).toBe(print(two));
  });

  it('ignores no-ops, comments in the lock file, and how a variable was given', () => {
    const noise: PlanJson = {
      ...base,
      resource_changes: [...(base.resource_changes ?? []), { address: 'z.z', mode: 'managed', type: 'z', change: { actions: ['no-op'], after: { q: 1 } } }],
    };
    expect(print(noise)).toBe(print(base));
    expect(print(base, { lockFile: `# comment\n${context.lockFile.replace('"1"', '"1" # why')}\n\n` })).toBe(print(base));
    expect(print({ ...base, variables: { n: { value: '5' } } })).toBe(print(base));
  });

  const differences: [string, PlanJson, Partial<FingerprintContext>][] = [
    ['a value', planOf({ after: { x: 2, secret: 's' }, after_sensitive: { secret: true }, after_unknown: { id: true } }), {}],
    ['a sensitive value', planOf({ after: { x: 1, secret: 't' }, after_sensitive: { secret: true }, after_unknown: { id: true } }), {}],
    ['what is sensitive', planOf({ after: { x: 1, secret: 's' }, after_unknown: { id: true } }), {}],
    ['what is unknown', planOf({ after: { x: 1, secret: 's' }, after_sensitive: { secret: true } }), {}],
    [
      'the before',
      planOf({ actions: ['update'], before: { x: 0 }, after: { x: 1, secret: 's' }, after_sensitive: { secret: true }, after_unknown: { id: true } }),
      {},
    ],
    ['a digit', planOf({ after: { x: parseExact('12345678901234567890') } }), {}],
    ['an output', { ...base, output_changes: { o: { actions: ['create'], after: 1 } } }, {}],
    [
      'a move',
      {
        ...base,
        resource_changes: [
          ...(base.resource_changes ?? []),
          { address: 'z.z', previous_address: 'y.y', mode: 'managed', type: 'z', change: { actions: ['no-op'] } },
        ],
      },
      {},
    ],
    [
      'an import',
      {
        ...base,
        resource_changes: [
          ...(base.resource_changes ?? []),
          { address: 'z.z', mode: 'managed', type: 'z', change: { actions: ['no-op'], importing: { id: 'i' } } },
        ],
      },
      {},
    ],
    ['a variable', { ...base, variables: { n: { value: 6 } } }, {}],
    ['one variable more', { ...base, variables: { n: { value: 5 }, unused: { value: null } } }, {}],
    ['the version', { ...base, terraform_version: '1.11.5' }, {}],
    ['the workspace', base, { workspace: 'dev' }],
    ['the bucket', base, { backend: { type: 's3', facts: { ...context.backend.facts, bucket: 'c' } } }],
    ['the lock file', base, { lockFile: context.lockFile.replace('1', '2') }],
    ['the repository', base, { repository: 'bank/other' }],
  ];
  it('differs with each of them', () => {
    const prints = [print(base), ...differences.map(([, plan, over]) => print(plan, over))];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('tells apart digits that a double cannot', () => {
    const of = (digits: string) => print(planOf({ after: { x: parseExact(digits) } }));
    expect(of('12345678901234567890')).not.toBe(of('12345678901234567891'));
    expect(of('12345678901234567890')).toBe(of('12345678901234567890'));
  });

  it('holds no sensitive value in its lines', () => {
    const lines = [...canonicalChanges(base, context).values()].join('\n');
    expect(lines).not.toContain('"s"');
    expect(lines).toMatch(/"secret":hmac:[0-9a-f]{64}/);
    expect(lines).toContain('"id":unknown');
  });
});

describe('canonical values', () => {
  const hide = hideWith(Buffer.from('key'));
  it('does not confuse a string with what it stands for', () => {
    expect(canonicalValue('unknown', false, false, hide)).toBe('"unknown"');
    expect(canonicalValue(null, true, false, hide)).toBe('unknown');
  });
  it('walks lists with unknown and sensitive parts', () => {
    expect(canonicalValue([1, null], [false, true], [false, false], hide)).toBe('[1,unknown]');
    expect(canonicalValue(['a', 'b'], [], [false, true], hide)).toBe(`["a",${hide('"b"')}]`);
  });
  it('sees names that every object has', () => {
    expect(canonicalValue({}, { toString: true, constructor: {} }, false, hide)).toBe('{"toString":unknown}');
    expect(canonicalValue(JSON.parse('{"__proto__":1}'), false, false, hide)).toBe('{"__proto__":1}');
  });
  it('hashes the same value in the same way, whatever the order of its keys', () => {
    expect(canonicalValue({ a: 1, b: 2 }, false, true, hide)).toBe(canonicalValue({ b: 2, a: 1 }, false, true, hide));
  });
});

describe('the lock file', () => {
  it('loses comments, blank lines and indentation, and nothing inside strings', () => {
    const text = '# This file is maintained automatically\n\nprovider "r/h/aws" {\n  version = "5.0" // pinned\n  hashes = [\n    "h1:a#b//c=", # x\n  ]\n}\n';
    expect(canonicalLockFile(text)).toBe('provider "r/h/aws" {\nversion = "5.0"\nhashes = [\n"h1:a#b//c=",\n]\n}');
    expect(canonicalLockFile('')).toBe('');
    expect(canonicalLockFile(text.replaceAll('\n', '\r\n'))).toBe(canonicalLockFile(text));
  });
});
