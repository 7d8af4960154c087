import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsOf, replaceSections, sectionBody, sectionsOf } from '../src/config-sections.ts';

const config = `# mine
[default]
region = eu-central-1

[profile deploy]
credential_process = node /tmp/a/plan
s3 =
  max_concurrent_requests = 20
[profile "two words"]
region=us-east-1
`;

describe('sectionsOf', () => {
  it('evens names out', () => expect(sectionsOf(config).map(({ name }) => name)).toEqual(['', 'default', 'profile deploy', 'profile two words']));
  it.each([
    ['[profile ""]', 'profile '],
    ["[ profile 'a' ]", 'profile a'],
    ['[profile   a]', 'profile a'],
    ['[sso-session x]', 'sso-session x'],
    ['[a', ''],
  ])('%s', (text, name) => expect(sectionsOf(text)[0]?.name).toBe(name));
  it('loses no byte of any text', () => {
    const line = fc.constantFrom('[default]', '[profile a]', '[', ']', 'region = x', '  nested = 1', '', '# [no]', '\r', '[profile ""]', 'ü');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        expect(
          sectionsOf(text)
            .map((section) => section.text)
            .join(''),
        ).toBe(text);
        expect(replaceSections(text, () => false, 'x')).toBe(text);
      }),
    );
  });
});

describe('sectionBody', () => {
  it('is what stands under the header', () => expect(sectionBody(config, 'profile two words')).toBe('region=us-east-1\n'));
  it('is undefined where there is none', () => expect(sectionBody(config, 'profile other')).toBeUndefined());
  it('is empty for a header alone', () => expect(sectionBody('[default]', 'default')).toBe(''));
});

describe('optionsOf', () => {
  it('keeps nested lines with their option, and the last of two', () => {
    const options = optionsOf('# c\n; c\nRegion = a\nregion: b\r\ns3 =\n  x = 1\n\n  y = 2\n');
    expect([...options]).toEqual([
      ['region', 'region: b'],
      ['s3', 's3 =\n  x = 1\n  y = 2'],
    ]);
  });
  it('drops what belongs to nothing', () => expect([...optionsOf('  stray = 1\nno option')]).toEqual([]));
});

describe('replaceSections', () => {
  const gone = (text: string) => text.includes('/tmp/a/');
  it('takes a section out and nothing else', () =>
    expect(replaceSections(config, gone, '')).toBe('# mine\n[default]\nregion = eu-central-1\n\n[profile "two words"]\nregion=us-east-1\n'));
  it('puts the one that it had replaced in its place', () =>
    expect(replaceSections(config, gone, '[profile deploy]\nregion = x')).toContain('\n\n[profile deploy]\nregion = x\n[profile "two words"]'));
  it('does not put back one that is gone too', () => expect(replaceSections(config, gone, '[profile deploy]\ny = /tmp/a/x\n')).not.toContain('deploy'));
  it('never takes what stands before the first header', () => expect(replaceSections('# /tmp/a/\n[x]\n', gone, '')).toBe('# /tmp/a/\n[x]\n'));
});
