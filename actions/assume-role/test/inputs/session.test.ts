import { InputReader } from '@slipway/action-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTransitive, externalIdFault, readSession, tagFaults } from '../../src/inputs/session.ts';

const read = async (values: Record<string, string>) => {
  const reader = new InputReader(new Map(Object.entries(values)), () => {});
  return { settings: await readSession(reader), faults: reader.faults.map(({ text }) => text) };
};

describe('tagFaults', () => {
  const legal = fc.stringMatching(/^[\p{L}\p{N} _.:/=+@-]{1,128}$/u);
  it('passes what STS takes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ key: legal, value: legal }), { selector: ({ key }) => key.toLowerCase(), maxLength: 50 }), (tags) => {
        fc.pre(tags.every(({ key }) => !/^aws:/i.test(key) && [...key].length <= 128));
        expect(tagFaults(tags)).toEqual([]);
      }),
    );
  });
  it.each([
    [[{ key: '', value: '' }], 'an empty key'],
    [[{ key: 'a\nb', value: '' }], 'key "a\\nb"'],
    [[{ key: 'aws:x', value: '' }], 'key "aws:x"'],
    [[{ key: 'k', value: 'é\u0000' }], 'the value at "k"'],
    [
      [
        { key: 'ABC', value: '' },
        { key: 'abc', value: '' },
      ],
      '"ABC" and "abc"',
    ],
  ])('%j', (tags, got) => expect(tagFaults(tags).map((fault) => fault.got)).toEqual([got]));
  it('counts characters, not bytes', () => expect(tagFaults([{ key: '𝒳'.repeat(128), value: '𝒳'.repeat(256) }])).toEqual([]));
});

describe('readSession', () => {
  it('sends the compact form of a policy', async () => {
    const { settings } = await read({ 'inline-session-policy': '{ "Statement": [ ] }' });
    expect(settings.inlinePolicy).toBe('{"Statement":[]}');
  });
  it('keeps tags as they are written, in their order', async () => {
    const { settings } = await read({ tags: 'zone: 007\na: yes\n1: ~\n' });
    expect(settings.tags).toEqual([
      { key: 'zone', value: '007' },
      { key: 'a', value: 'yes' },
      { key: '1', value: '~' },
    ]);
  });
  it('names every managed policy that is none', async () => {
    const { faults } = await read({ 'managed-session-policies': 'a\narn:aws:iam::aws:policy/x\nb' });
    expect(faults).toHaveLength(2);
  });
});

describe('checkTransitive', () => {
  it('passes keys of tags and names the nearest of others', () => {
    const reader = new InputReader(new Map(), () => {});
    checkTransitive(
      reader,
      ['team', 'stge', 'elsewhere'],
      [
        { key: 'team', value: '' },
        { key: 'stage', value: '' },
      ],
      ' of a',
    );
    expect(reader.faults.map(({ text }) => text)).toEqual([
      'transitive-tag-keys: got "stge"; want keys of tags of a; did you mean stage?; e.g. stage',
      'transitive-tag-keys: got "elsewhere"; want keys of tags of a (team, stage); e.g. team',
    ]);
  });
});

describe('externalIdFault', () => {
  it.each(['ab', 'a:b/c', 'x'.repeat(1224)])('passes %j', (id) => expect(externalIdFault(id)).toBeUndefined());
  it.each(['a', 'a b', 'x'.repeat(1225), 'é1'])('refuses %j', (id) => expect(externalIdFault(id)).toContain('2 to 1224'));
});
