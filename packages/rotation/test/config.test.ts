import { loadSource, parseSource } from '@slipway/action-kit/source-file';

import { providerOf, readRotation, rotationSchema } from '@slipway/rotation';
import { describe, expect, it } from 'vitest';

function read(text: string) {
  const source = loadSource(text, 'rotation.yml', rotationSchema);
  const { secrets, mistakes } = readRotation(source.value, source.locate);
  return { secrets, mistakes: [...source.mistakes, ...mistakes].map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`) };
}

const good = `version: 1
secrets:
  - name: a
    provider: { type: random }
    targets: [{ region: eu-central-1 }]
  - name: b
    provider: { type: json-field, fields: [password], length: 64, alphabet: hex }
    shape: argo-repo-creds
    grace: 24h
    pending-ttl: 30m
    every: 30d
    verify: [{ type: shape }]
    targets:
      - { role-to-assume: "arn:aws:iam::111111111111:role/x", region: eu-central-1, secret-id: bank/b }
      - { role-to-assume: "arn:aws:iam::222222222222:role/x", region: eu-central-1, secret-id: bank/b }
`;

describe('the rotation file', () => {
  it('is read with its defaults', () => {
    expect(read(good)).toEqual({
      mistakes: [],
      secrets: [
        {
          name: 'a',
          provider: { type: 'random', options: { length: 32, alphabet: 'alphanumeric' } },
          shape: 'text',
          grace: 0,
          pendingTtl: 7_200_000,
          targets: [{ secretId: 'a', region: 'eu-central-1' }],
        },
        {
          name: 'b',
          provider: { type: 'json-field', options: { fields: ['password'], length: 64, alphabet: 'hex' } },
          shape: 'argo-repo-creds',
          grace: 86_400_000,
          pendingTtl: 1_800_000,
          every: 2_592_000_000,
          targets: [
            { secretId: 'bank/b', roleToAssume: 'arn:aws:iam::111111111111:role/x', region: 'eu-central-1' },
            { secretId: 'bank/b', roleToAssume: 'arn:aws:iam::222222222222:role/x', region: 'eu-central-1' },
          ],
        },
      ],
    });
    expect(read(good).secrets.map(({ provider }) => providerOf(provider).type)).toEqual(['random', 'json-field']);
  });

  it.each([
    ['github-deploy-key', 'repositories: [bank/x]'],
    ['github-app-token', 'app-id: "1", installation-id: "2", private-key: { secret-id: x }'],
    ['supplied', 'kind: pat, field: token'],
    ['iam-access-key', 'user-name: bot'],
    ['ca-bundle', 'subject: CN=x'],
    ['codeartifact-token', 'domain: d, domain-owner: "1"'],
    ['ecr-docker-config', 'registries: [x]'],
  ])('names the provider %s as not available yet, and nothing else', (type, keys) => {
    const { mistakes } = read(`version: 1\nsecrets:\n  - name: a\n    provider: { type: ${type}, ${keys} }\n    targets: [{ region: eu-central-1 }]\n`);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^4:23 not-available-yet .*${type}`));
  });

  const entry = (lines: string) => `version: 1\nsecrets:\n  - name: a\n    provider: { type: random }\n    targets: [{ region: eu-central-1 }]\n${lines}`;
  it.each([
    ['a consumer', '    consumers: [{ type: external-secret }]\n', '6:5 not-available-yet'],
    ['a sink', '    sinks: [{ type: github-secret }]\n', '6:5 not-available-yet'],
    ['a check', '    verify: [{ type: git-ls-remote, url: x }]\n', '6:22 not-available-yet'],
    ['a shape that does not fit', '    shape: json\n', '6:12 shape-unfit'],
    ['a grace longer than every', '    every: 1d\n    grace: 25h\n', '7:12 grace-too-long'],
    ['an unknown key', '    evry: 1d\n', '6:5 unknown-key evry is not a key here; did you mean every?'],
    ['a duration of another form', '    every: 30 days\n', '6:12 wrong-value'],
    ['a second entry of that name', '  - { name: a, provider: { type: random }, targets: [{ region: eu-west-1 }] }\n', '6:13 duplicate-name'],
    ['an unknown shape', '    shape: jsn\n', '6:12 unknown-value'],
    ['a doubled key', '    name: b\n', '6:5 duplicate-key'],
  ])('tells %s with its place', (_, lines, expected) => {
    const { mistakes } = read(entry(lines));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });

  it.each([
    ['{ type: random, length: 7 }', 'wrong-value'],
    ['{ type: random, length: "32" }', 'wrong-type'],
    ['{ type: random, lenght: 32 }', 'did you mean length?'],
    ['{ type: random, fields: [a] }', 'unknown-key'],
    ['{ type: randm }', 'did you mean random?'],
    ['{ type: json-field }', 'fields is missing'],
    ['{ type: json-field, fields: [] }', 'wrong-value'],
    ['{ length: 32 }', 'type is missing'],
    ['random', 'wrong-type'],
  ])('provider %s: %s', (provider, words) => {
    const { mistakes } = read(`version: 1\nsecrets:\n  - name: a\n    provider: ${provider}\n    targets: [{ region: eu-central-1 }]\n`);
    expect(mistakes.join('\n')).toContain(words);
    expect(mistakes).toHaveLength(1);
  });

  it('tells all mistakes of a file at once', () => {
    const { mistakes } = read(`version: 2
secrets:
  - name: a
    provider: { type: supplied, kind: pat }
    targets: [{ regon: eu-central-1, role-to-assume: nobody }]
  - provider: { type: random }
    sinks: [{ type: x }]
    targets: []
`);
    expect(mistakes.map((mistake) => mistake.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      '1:10 unknown-value',
      '4:23 not-available-yet',
      '5:17 unknown-key',
      '5:54 wrong-value',
      '6:5 missing-key',
      '7:5 not-available-yet',
      '8:14 wrong-value',
    ]);
  });

  it('tells two targets that are one secret', () => {
    const { mistakes } = read(good.replace('222222222222', '111111111111'));
    expect(mistakes).toEqual(['15:9 duplicate-target target 2 is the same secret as target 1']);
  });

  it('tells an ARN of another region', () => {
    const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-abcdef';
    const { mistakes } = read(
      good.replace('[{ region: eu-central-1 }]', `[{ region: eu-central-1, secret-id: "${arn}" }, { region: eu-west-1, secret-id: "${arn}" }]`),
    );
    expect(mistakes).toEqual(['5:25 region-unfit region is eu-central-1, but the ARN is of eu-west-1']);
  });

  it('describes every key to an editor', () => {
    const lacking: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, child] of Object.entries(properties ?? {})) {
        if (!path.includes('/if') && !(name === 'type' && path.endsWith('/then')) && !(child['title'] && child['description'])) lacking.push(`${path}/${name}`);
      }
      for (const [name, child] of Object.entries(node)) visit(child, `${path}/${name}`);
    };
    visit(rotationSchema, '');
    expect(lacking).toEqual([]);
  });

  it('takes any YAML without falling over', () => {
    for (const text of ['1', '[]', 'a: [', 'secrets: 3', 'secrets: [1, null, []]', 'secrets: [{ provider: 1, targets: 2, verify: 3 }]']) {
      const source = parseSource(text, 'x.yml');
      expect(() => readRotation(source.value, source.locate)).not.toThrow();
    }
  });
});
