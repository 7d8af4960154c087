import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasks, secretForms } from '../src/masks.ts';

describe('secretForms', () => {
  it('covers the value, its base64 and its URL form', () => {
    expect(secretForms('p@ss/word 1')).toEqual(expect.arrayContaining(['p@ss/word 1', Buffer.from('p@ss/word 1').toString('base64'), 'p%40ss%2Fword%201']));
  });

  it('covers each line of at least four characters, and no shorter one', () => {
    const forms = secretForms('-----BEGIN-----\nabcd\nxyz\n-----END-----');
    expect(forms).toContain('abcd');
    expect(forms).not.toContain('xyz');
  });

  it('covers each JSON leaf of at least eight characters, with the lines inside it', () => {
    const forms = secretForms(JSON.stringify({ password: 'longenough', user: 'bob', nested: [{ key: 'line-one\nline-two' }] }));
    expect(forms).toEqual(expect.arrayContaining(['longenough', 'line-one', 'line-two', Buffer.from('longenough').toString('base64')]));
    expect(forms).not.toContain('bob');
  });

  it('lists longer forms first, so that a part never breaks the whole', () => {
    const lengths = secretForms('{"a":"12345678"}\nsecond line').map((form) => form.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  it('has nothing to hide in an empty value', () => expect(secretForms('')).toEqual([]));
});

describe('createMasks', () => {
  it('registers every form once', () => {
    const told: string[] = [];
    const masks = createMasks((form) => told.push(form));
    masks.add('hunter2hunter2');
    masks.add('hunter2hunter2');
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain('hunter2hunter2');
  });

  it('scrubs any secret out of any text around it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(secret.trim().length >= 4 && !'***'.includes(secret));
        const masks = createMasks(() => {});
        masks.add(secret);
        return !masks.scrub(`${before} ${secret} ${after}`).replaceAll('***', '').includes(secret);
      }),
    );
  });
});
