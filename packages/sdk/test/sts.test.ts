import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, cleanSessionName, defaultSessionName, isSessionName } from '../src/sts/index.ts';

describe('session names', () => {
  it('name the run', () =>
    expect(defaultSessionName({ repository: 'bank/payments', job: 'deploy', runId: '4711', runAttempt: '2' })).toBe('payments.deploy.4711.2'));

  it('are legal whatever the job is called', () => {
    fc.assert(fc.property(fc.string(), (name) => isSessionName(cleanSessionName(name))));
  });

  it('stay apart when they are cut', () => {
    const long = (end: string) => cleanSessionName(`${'x'.repeat(80)}.${end}`);
    expect(long('1')).not.toBe(long('2'));
    expect(long('1')).toMatch(/^x{55}-[0-9a-f]{8}$/);
  });

  it.each(['a', 'a b', 'ä'.repeat(3), 'x'.repeat(65)])('refuses %s', (name) => expect(isSessionName(name)).toBe(false));
});

describe('claimsOf', () => {
  it('reads a payload', () => expect(claimsOf(`x.${Buffer.from('{"sub":"repo:a/b"}').toString('base64url')}.y`)).toEqual({ sub: 'repo:a/b' }));
  it('gives nothing for what is no token', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof claimsOf(text) === 'object'));
    expect(claimsOf('a.b.c')).toEqual({});
  });
});
