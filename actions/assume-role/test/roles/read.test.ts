import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readEntries } from '../../src/roles/read.ts';

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const known = ['arn', 'role', 'chain', 'name', 'region', 'duration', 'tags'];

const roles = fc
  .uniqueArray(
    fc.record({
      name: word.filter((name) => !known.includes(name)),
      hops: fc.array(word.map(arn), { minLength: 1, maxLength: 3 }),
      region: fc.option(fc.constantFrom('eu-west-1', 'us-east-1'), { nil: undefined }),
      duration: fc.option(fc.integer({ min: 900, max: 3600 }).map(String), { nil: undefined }),
      externalId: fc.option(fc.stringMatching(/^[A-Za-z0-9_=,.@:/-]{2,10}$/), { nil: undefined }),
    }),
    { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
  )
  .map((entries) => entries.map((entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as Wanted));

interface Wanted {
  name: string;
  hops: string[];
  region?: string;
  duration?: string;
  externalId?: string;
}

const optionsOf = ({ region, duration, externalId }: Wanted) => ({
  ...(region ? { region } : {}),
  ...(duration ? { duration } : {}),
  ...(externalId ? { 'external-id': externalId } : {}),
});
const lineOf = (role: Wanted) => [role.hops.join(' -> '), ...Object.entries(optionsOf(role)).map(([key, value]) => `${key}=${value}`)].join(' ');
const forms: Record<string, (wanted: Wanted[]) => string> = {
  lines: (wanted) => wanted.map((role) => `${role.name} = ${lineOf(role)}`).join('\n'),
  'a YAML map of lines': (wanted) => stringify(Object.fromEntries(wanted.map((role) => [role.name, lineOf(role)]))),
  'a YAML map of objects': (wanted) => stringify(Object.fromEntries(wanted.map((role) => [role.name, { chain: role.hops, ...optionsOf(role) }]))),
  'a JSON map': (wanted) => JSON.stringify(Object.fromEntries(wanted.map((role) => [role.name, { arn: role.hops, ...optionsOf(role) }]))),
  'a YAML list': (wanted) => stringify(wanted.map((role) => ({ name: role.name, role: role.hops.join(' -> '), ...optionsOf(role) }))),
  'a JSON list': (wanted) =>
    JSON.stringify(
      wanted.map((role) => ({ ...optionsOf(role), chain: role.hops, name: role.name })),
      null,
      2,
    ),
};

describe('readEntries', () => {
  it.each(Object.keys(forms))('reads the same from %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(roles, async (wanted) => {
        const { entries, faults } = await readEntries(forms[form]?.(wanted) ?? '');
        expect(faults).toEqual([]);
        expect(entries.map(({ line: _line, ...entry }) => entry)).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('', '{', '- ', 'a: ', '[', '"a": '), async (text, start) => {
        const { entries, faults } = await readEntries(start + text);
        expect(entries.length + faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['a list in a list', '- [a]', 'a list in a list'],
    ['an object as an external id', `a: { arn: ${arn('x')}, external-id: { b: c } }`, 'a map at external-id'],
    ['tags that are a text', `a: { arn: ${arn('x')}, tags: b }`, '"b"'],
    ['a map among ARNs', 'a: [{ b: c }]', 'a map'],
    ['an empty ARN', 'a: [""]', 'nothing'],
  ])('%s', async (_name, text, got) => {
    const { faults } = await readEntries(text);
    expect(faults.map((fault) => fault.got)).toContain(got);
  });

  it('takes one object with a name as a role', async () => {
    const { entries } = await readEntries(`name: deploy\narn: ${arn('x')}`);
    expect(entries).toEqual([{ name: 'deploy', line: 1, hops: [arn('x')] }]);
  });

  it('takes a role called name as a role of that name', async () => {
    const { entries } = await readEntries(`name: ${arn('x')}\narn: ${arn('y')}`);
    expect(entries.map(({ name }) => name)).toEqual(['name', 'arn']);
  });
});
