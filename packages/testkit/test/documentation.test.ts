/** What docs/testkit.md shows is what the testkit takes: its file, every fault of the cookbook, every command, every name of a kit. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parseArguments, usage } from '../src/cli/arguments.ts';
import { readKitFile } from '../src/config-file/index.ts';
import * as testkit from '../src/index.ts';

const page = readFileSync(new URL('../../../docs/testkit.md', import.meta.url), 'utf8');
const trust = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:*"}}';
const mistakes = (text: string) => {
  const reading = readKitFile(text, 'kit.yml', () => trust);
  return 'file' in reading ? [] : reading.mistakes.map(({ line, message }) => `${line} ${message}`);
};

describe('the page', () => {
  it('shows a file without a mistake', () => {
    const [file = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '').filter((text) => /^version: 1$/m.test(text));
    expect(file).toContain('roles:');
    expect(mistakes(file)).toEqual([]);
  });

  const faults = [...page.matchAll(/^\| .* \| .*?`(\{ service: .*? \})`/gm)].map((match) => match[1] ?? '');
  it.each(faults)('shows a fault that can be asked for: %s', (fault) => {
    expect(mistakes(`version: 1\nfaults:\n  - ${fault}\n`)).toEqual([]);
  });

  it('shows faults enough, and the two kinds of provider', () => {
    expect(faults.length).toBeGreaterThanOrEqual(8);
    for (const [, provider = ''] of page.matchAll(/`(oidc-provider: \{.*?\})`/g)) expect(mistakes(`version: 1\n${provider}\n`)).toEqual([]);
  });

  it.each([...page.matchAll(/slipway-testkit ((?:start|log|stop)(?: --[a-z]+ \S+)*)/g)].map((match) => match[1] ?? ''))(
    'shows a command that is one: %s',
    (words) => {
      expect(parseArguments(words.replace(/[`")]+.*$/, '').split(' '))).toHaveProperty('name');
    },
  );

  it('tells of every command', () => {
    for (const name of ['run', 'start', 'log', 'stop']) {
      expect(usage).toContain(`slipway-testkit ${name}`);
      expect(page).toMatch(new RegExp(`\\| \`${name}\\b`));
    }
  });
});

describe('a kit', () => {
  let kit: testkit.Testkit | undefined;
  afterEach(() => kit?.close());

  it('has every name that the page shows', async () => {
    kit = await testkit.startTestkit();
    const paths = new Set([...page.matchAll(/\bkit((?:\.[a-zA-Z]+)+)/g)].map((match) => match[1]?.slice(1) ?? ''));
    expect(paths.size).toBeGreaterThan(15);
    for (const path of paths) {
      let value: unknown = kit;
      for (const step of path.split('.')) {
        expect(value !== null && typeof value === 'object' && step in value, `kit.${path}`).toBe(true);
        value = (value as Record<string, unknown>)[step];
      }
    }
  });

  it('is imported by names that are there', () => {
    const [, names = ''] = /import \{ (.*) \} from '@slipway\/testkit'/.exec(page) ?? [];
    expect(names.split(', ').filter((name) => !(name in testkit))).toEqual([]);
  });
});
