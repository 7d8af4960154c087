/** What is generated is up to date; what is written leads somewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { outOfDate } from '../../scripts/docs/generate.ts';
import { schemaSources } from '../../scripts/docs/schemas.ts';
import { root } from '../../scripts/repository.ts';

const pages = globSync(['*.md', 'docs/*.md', 'bench/*.md', 'packages/*/README.md', 'actions/*/README.md', 'workflows-examples/*.md'], { cwd: root }).sort();

it('generated pages, tables and schemas are what the sources say', async () => {
  expect(await outOfDate(), 'run `npm run docs`').toEqual([]);
});

it.each(['README.md', 'LICENSE', 'SECURITY.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/security.md', 'docs/permissions.md', 'docs/migration.md'])(
  '%s is there',
  (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  },
);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('has links that lead to files of this repository, or out of it', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '').filter((target) => !/^(https?:|mailto:|#)/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target.split('#')[0] ?? '')))).toEqual([]);
  });

  it('has no empty generated section', () => {
    expect([...text.matchAll(/<!-- (\w+) -->\s*<!-- \/\1 -->/g)].map((match) => match[1])).toEqual([]);
  });
});

describe.each(Object.keys(schemaSources))('schemas/%s.json', (word) => {
  const schema = () => JSON.parse(readFileSync(join(root, 'schemas', `${word}.json`), 'utf8')) as Record<string, unknown>;

  it('is a valid draft-07 schema of a file with version 1', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema());
    expect(validate({ version: 2 })).toBe(false);
    expect(JSON.stringify(schema())).toContain('"version"');
  });

  it('refuses a key that it does not know', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema());
    validate({ version: 1, 'no-such-key': true });
    expect(validate.errors?.some((error) => error.keyword === 'additionalProperties')).toBe(true);
  });

  it('describes every key of its first level', () => {
    const properties = schema()['properties'] as Record<string, { title?: string; description?: string }>;
    expect(
      Object.entries(properties)
        .filter(([, key]) => !key.title && !key.description)
        .map(([name]) => name),
    ).toEqual([]);
  });
});
