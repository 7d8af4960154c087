import { randomBytes } from 'node:crypto';
import { alphabets, jsonFieldProvider, randomProvider, randomText, replaceFields, secretParts, shapeFaults } from '@slipway/rotation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topLevelSpans } from '../src/providers/json-spans.ts';

const names = ['alphanumeric', 'hex', 'base64url'] as const;

describe('random text', () => {
  it('has its length and only letters of its alphabet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 4096 }), fc.constantFrom(...names), (length, alphabet) => {
        const text = randomText(length, alphabet, randomBytes);
        expect(text).toHaveLength(length);
        expect([...text].every((letter) => alphabets[alphabet].includes(letter))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('throws the bytes away that would favour the first letters', () => {
    const bytes = [255, 254, 253, 252, 251, 250, 249, 248, 0, 61, 62, 123];
    const source = (count: number) => Uint8Array.from(bytes.splice(0, count));
    expect(randomText(4, 'alphanumeric', source)).toBe('A9A9');
  });

  it('uses every letter about as often', () => {
    const counts = new Map<string, number>();
    for (const letter of randomText(62_000, 'alphanumeric', randomBytes)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(62);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(250);
  });

  it('the provider checks what it made, and takes an old value as it is', async () => {
    const provider = randomProvider({ length: 12, alphabet: 'hex' });
    const made = await provider.generate(randomBytes);
    expect(await provider.verify(made, 'new')).toEqual({ ok: true });
    expect(await provider.verify({ value: 'by hand' }, 'new')).toMatchObject({ ok: false, check: 'random' });
    expect(await provider.verify({ value: 'by hand' }, 'old')).toEqual({ ok: true });
    expect(provider.parse(provider.render(made, 'whatever'))).toEqual(made);
  });
});

describe('JSON fields', () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 });
  const written = fc.tuple(objects, fc.constantFrom(undefined, 1, 2, '\t')).map(([value, indent]) => JSON.stringify(value, null, indent));

  it('finds the values of any object', () => {
    fc.assert(
      fc.property(written, (text) => {
        const found = Object.fromEntries((topLevelSpans(text) ?? []).map(({ key, start, end }) => [key, JSON.parse(text.slice(start, end))]));
        expect(JSON.stringify(found)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('is no object: nothing is found', () => {
    for (const text of ['', 'plain', '[1]', '"a"', '1', 'null', '{"a":}']) expect(topLevelSpans(text)).toBeUndefined();
  });

  it('replaces one value and keeps every other byte', () => {
    fc.assert(
      fc.property(objects, fc.string(), fc.string(), (value, key, secret) => {
        const text = JSON.stringify({ ...value, [key]: 'placeholder' }, null, 2);
        fc.pre(key !== '__proto__' && text.split('"placeholder"').length === 2);
        expect(replaceFields(text, { [key]: secret })).toBe(text.split('"placeholder"').join(JSON.stringify(secret)));
      }),
    );
  });

  it('keeps odd but legal spelling', () => {
    const text = '\n{"a" :\t"x\\"}", "p\\u0061ss": "old" ,"n":[1,{"pass":"inner"}],"t":true}\r\n';
    expect(replaceFields(text, { pass: 'new' })).toBe(text.replace('"old"', '"new"'));
  });

  it('reads back what it wrote', async () => {
    const provider = jsonFieldProvider({ fields: ['a', 'b'], length: 10, alphabet: 'base64url' });
    const made = await provider.generate(randomBytes);
    expect(provider.parse(provider.render(made, '{"a":"1","b":"2","c":"3"}'))).toEqual(made);
    expect(provider.parse('{"a":"1"}')).toBeUndefined();
    expect(provider.parse('plain')).toBeUndefined();
    expect(await provider.verify({ ...made, a: 'short' }, 'new')).toMatchObject({ ok: false, why: expect.stringContaining('a ') });
  });
});

describe('shapes', () => {
  const argo = { url: 'https://git.example.com/bank', username: 'bot', password: 'hunter2hunter2' };
  it.each([
    ['text', 'x', []],
    ['text', '', ['it is empty']],
    ['json', '{}', []],
    ['json', '[]', ['it is not a JSON object']],
    ['argo-repo-creds', JSON.stringify(argo), []],
    ['argo-repo-creds', JSON.stringify({ ...argo, sshPrivateKey: 'k' }), ['2 ways to log in at once']],
    ['argo-repo-creds', JSON.stringify({ url: 'u' }), ['no way to log in']],
    ['argo-repo-creds', JSON.stringify({ url: 'u', githubAppID: 1, githubAppPrivateKey: 'k' }), ['githubAppID has to be a string']],
    ['argo-repo-creds', JSON.stringify({ bearerToken: 't' }), ['url is missing']],
    ['arc-github', JSON.stringify({ github_token: 't' }), []],
    ['arc-github', JSON.stringify({ github_app_id: '1' }), ['github_app_installation_id is missing', 'github_app_private_key is missing']],
    ['arc-github', JSON.stringify({ github_token: 't', github_app_id: '1' }), ['2 ways']],
  ] as const)('%s %s', (shape, document, faults) => {
    const found = shapeFaults(document, shape);
    expect(found).toHaveLength(faults.length);
    for (const fault of faults) expect(found.join('\n')).toContain(fault);
  });

  it('hides everything but the public fields', () => {
    const parts = secretParts(JSON.stringify(argo), 'argo-repo-creds');
    expect(parts).toContain(argo.password);
    expect(parts).toContain(Buffer.from(JSON.stringify(argo)).toString('base64'));
    expect(parts).not.toContain(argo.url);
    expect(parts).not.toContain(argo.username);
    expect(secretParts('{"a":"b"}', 'json')).toEqual(['{"a":"b"}']);
    expect(secretParts('not JSON', 'argo-repo-creds')).toEqual(['not JSON']);
  });
});
