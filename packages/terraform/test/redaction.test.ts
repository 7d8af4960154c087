import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../src/json/exact.ts';
import { Redactor } from '../src/redaction/redactor.ts';
import { hidden, hideSecretForms } from '../src/redaction/secret-forms.ts';
import { isSecretName } from '../src/redaction/secret-names.ts';

const open = { sensitive: false, unknown: false };

describe('secret names', () => {
  it.each([
    'password',
    'db_password',
    'DB_PASSWORD',
    'dbPassword',
    'master-user-password',
    'apiKey',
    'API_KEY',
    'x-api-key',
    'auth_token',
    'authToken',
    'client_secret',
    'secret_string',
    'private_key_pem',
    'DB_PASS',
    'pin',
    'DATABASE_DSN',
    'connection_string',
    'aws_secret_access_key',
    'credentials',
    'Authorization',
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });
  it.each([
    'name',
    'secret_arn',
    'secretName',
    'token_ttl',
    'password_length',
    'key',
    'kms_key_id',
    'passenger',
    'author',
    'compass',
    'spinning',
    'bucket',
    'tokens_count',
    '',
  ])('not %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('secrets by their form', () => {
  const cases: [string, string][] = [
    ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`],
    ['a fine-grained token', `github_pat_${'a1_B'.repeat(10)}`],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
    ['an AWS key id', 'AKIAIOSFODNN7EXAMPLE'],
    ['a Slack token', 'xoxb-123456789012-abcdefGHIJKL'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----'],
    ['32 bytes in base64', `${'aB3/xY+9'.repeat(5)}aB3=`],
  ];
  it.each(cases)('%s', (_name, secret) => {
    const clean = hideSecretForms(`before ${secret} after`);
    expect(clean).toBe(`before ${hidden} after`);
  });

  it('hides only the password of a URL', () => {
    expect(hideSecretForms('postgres://app:s3cr3t@db.internal:5432/x')).toBe(`postgres://app:${hidden}@db.internal:5432/x`);
    expect(hideSecretForms('https://example.com/a:b@c')).toBe('https://example.com/a:b@c');
  });

  it('hides 32 random bytes, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        for (const alphabet of ['base64', 'base64url'] as const) {
          const text = Buffer.from(bytes).toString(alphabet);
          if (!/[a-z]/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text)) continue;
          expect(hideSecretForms(`x="${text}"`)).toBe(`x="${hidden}"`);
        }
      }),
    );
  });

  it.each([
    'arn:aws:s3:::bucket/key',
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'terraform_data.a["x"]',
    '-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----',
  ])('leaves %s', (text) => {
    expect(hideSecretForms(text)).toBe(text);
  });
});

describe('the redactor', () => {
  it('hides a secret in every form and the longer one first', () => {
    const redactor = new Redactor();
    redactor.add(['hunter2', 'hunter2-long', 'a "quoted"\nsecond line']);
    expect(redactor.text('x hunter2-long y')).toBe(`x ${hidden} y`);
    for (const form of ['hunter2', Buffer.from('hunter2').toString('base64'), 'a \\"quoted\\"', 'second line', encodeURIComponent('a "quoted"')]) {
      expect(redactor.text(`<${form}>`), form).toBe(`<${hidden}>`);
    }
  });

  it('takes secrets literally, whatever characters they have', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 30 }).filter((text) => text.trim().length >= 4),
        fc.string({ maxLength: 20 }),
        (secret, around) => {
          const redactor = new Redactor();
          redactor.add([secret]);
          expect(redactor.text(`${around}\u0000${secret}\u0000${around}`)).not.toContain(`\u0000${secret}\u0000`);
        },
      ),
    );
  });

  const values: [string, Json, { sensitive: Json; unknown: Json }, Json][] = [
    ['a marked leaf', { a: 'x', b: 1 }, { sensitive: { a: true }, unknown: {} }, { a: hidden, b: 1 }],
    ['a marked whole', { a: 'x' }, { sensitive: true, unknown: false }, hidden],
    ['an unknown leaf', { a: 'x' }, { sensitive: {}, unknown: { id: true } }, { a: 'x', id: '(known after apply)' }],
    [
      'names of every object',
      JSON.parse('{"__proto__":"x","constructor":"y"}') as Json,
      { sensitive: {}, unknown: { toString: true } },
      JSON.parse('{"__proto__":"x","constructor":"y","toString":"(known after apply)"}') as Json,
    ],
    ['a name', { db_password: 'abc', password: null, token_enabled: true }, open, { db_password: hidden, password: null, token_enabled: true }],
    ['a number under a name', { pin: 1234 }, open, { pin: hidden }],
    [
      'a pair',
      [
        { name: 'API_TOKEN', value: 'x' },
        { name: 'MODE', value: 'x' },
      ],
      open,
      [
        { name: 'API_TOKEN', value: hidden },
        { name: 'MODE', value: 'x' },
      ],
    ],
    [
      'JSON text',
      '{"user":"u","password":"p","list":[{"name":"SECRET_X","value":"v"}]}',
      open,
      `{"user":"u","password":"${hidden}","list":[{"name":"SECRET_X","value":"${hidden}"}]}`,
    ],
    ['JSON text without secrets, as it was', '{ "a": 1 }', open, '{ "a": 1 }'],
    ['broken JSON text', '{"password": ', open, '{"password": '],
  ];
  it.each(values)('%s', (_name, value, mirrors, shown) => {
    expect(new Redactor().value(value, mirrors)).toEqual(shown);
  });

  it('hides by globs of dotted paths', () => {
    const redactor = new Redactor(['card.number', 'list.*.x', 'tags*']);
    expect(redactor.value({ card: { number: 1, type: 'v' }, list: [{ x: 1, y: 2 }], tags: { a: 1 } }, open)).toEqual({
      card: { number: hidden, type: 'v' },
      list: [{ x: hidden, y: 2 }],
      tags: hidden,
    });
  });

  it('hides secrets in keys and in for_each keys, and leaves labels', () => {
    const redactor = new Redactor();
    redactor.add(['main-word', 'main']);
    expect(redactor.value({ 'main-word': 1 }, open)).toEqual({ [hidden]: 1 });
    expect(redactor.address('module.main["main-word"].aws_x.main[0]')).toBe(`module.main["${hidden}"].aws_x.main[0]`);
  });
});
