import { environmentOf } from '@slipway/action-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentFor, proxySecrets } from '../src/proxy.ts';

const secretsOf = (url: string, name = 'HTTPS_PROXY') => proxySecrets(environmentOf({ [name]: url }));

describe('proxySecrets', () => {
  it.each([
    ['http://proxy:3128', []],
    ['', []],
    ['http://user:secret@proxy:3128', ['user:secret', 'secret', 'secret']],
    ['http://user:p%40ss@proxy', ['user:p%40ss', 'p%40ss', 'p@ss']],
    ['user:secret@proxy:3128', ['user:secret', 'secret', 'secret']],
    ['http://user:a@b@proxy', ['user:a@b']],
    ['http://token@proxy', ['token']],
    ['http://user:abc@proxy', ['user:abc']],
    ['http://user:%zz12@proxy', ['user:%zz12', '%zz12', '%zz12']],
  ])('%s', (url, secrets) => expect(secretsOf(url)).toEqual(secrets));

  it('finds any password of four characters or more, as it is written and as it is meant', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 20 }), (password) => {
        const written = encodeURIComponent(password);
        fc.pre(!password.includes('%'));
        const found = secretsOf(`http://ci:${written}@proxy.example.com:3128`, 'http_proxy');
        expect(found).toEqual(expect.arrayContaining([written, password]));
      }),
    );
  });
});

describe('environmentFor', () => {
  const job = environmentOf({ HTTPS_PROXY: 'http://job:1', NO_PROXY: 'job', PATH: '/bin' });
  it('is the job’s own where the plan has no proxy', () => expect(environmentFor({}, job)).toBe(job));
  it('puts the plan’s over both spellings', () => {
    const all = environmentFor({ httpProxy: 'http://plan:1' }, job).all();
    expect(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].map((name) => all[name])).toEqual(Array(4).fill('http://plan:1'));
    expect(all).toMatchObject({ NO_PROXY: 'job', PATH: '/bin' });
    expect(environmentFor({ noProxy: 'plan' }, job).all()).toMatchObject({ NO_PROXY: 'plan', no_proxy: 'plan', HTTPS_PROXY: 'http://job:1' });
  });
});
