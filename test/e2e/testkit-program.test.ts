/** The program as it is published: compiled, without the source condition, on the oldest Node that is promised where there is one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/repository.ts';
import { type Machine, machine, program } from './testkit-support.ts';

const compiled = join(root, 'packages/testkit/lib/cli/bin.js');
const nodes = ['/usr/bin/node', process.execPath].filter((file) => existsSync(file) && isPromised(file));

function isPromised(file: string): boolean {
  const [major = 0, minor = 0] = execFileSync(file, ['--version'], { encoding: 'utf8' }).slice(1).split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

let runner: Machine;
afterEach(async () => {
  await runner.command('stop');
  runner.remove();
});

describe.each(nodes)('compiled, on %s', (node) => {
  beforeEach(() => {
    runner = machine([node, compiled]);
  });

  it('starts, is called, shows it, and stops', async () => {
    expect(existsSync(compiled), `${compiled} (after npm run build)`).toBe(true);
    expect(readFileSync(compiled, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    writeFileSync(join(runner.workspace, 'kit.yml'), 'version: 1\nroles:\n  - name: deploy\n    subjects: ["*"]\n');
    const start = await runner.command('start', '--config', 'kit.yml', '--ttl', '1m');
    expect(start, start.output).toMatchObject({ exitCode: 0 });
    const variables = variablesOf(start.output);
    expect((await fetch(`${variables['AWS_ENDPOINT_URL']}/v2/`)).status).toBe(401);
    expect((await runner.command('log')).output).toMatch(/registry:GET v2 +401/);
    expect((await runner.command('stop')).output).toContain('ended after 1 calls');
    await expect(fetch(String(variables['AWS_ENDPOINT_URL']))).rejects.toThrow();
  });
});

describe('in the background', () => {
  beforeEach(() => {
    runner = machine();
  });

  it('prints export lines for a shell, and tells the rest on standard error', async () => {
    const [file = '', ...words] = program;
    const { stdout, stderr, status } = spawnSync(file, [...words, 'start', '--ttl', '1m'], {
      env: { ...runner.environment, GITHUB_ACTIONS: '' },
      cwd: runner.workspace,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stdout.split('\n').filter((line) => line !== '' && !/^export [A-Z\d_]+='[^']+'$/.test(line))).toEqual([]);
    expect(variablesOf(stdout)).toHaveProperty('GITHUB_API_URL');
    expect(stderr).toContain('listens at');
  });

  it('leaves files of its own that nobody else may read, all in one folder of RUNNER_TEMP', async () => {
    await runner.command('start', '--ttl', '1m');
    expect(readdirSync(join(runner.folder, 'temp'))).toEqual(['slipway-testkit']);
    const folder = join(runner.folder, 'temp', 'slipway-testkit');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
  });

  it('does not outlive its time', async () => {
    const { output } = await runner.command('start', '--ttl', '2s');
    const url = String(variablesOf(output)['SLIPWAY_TESTKIT_URL']);
    expect((await fetch(`${url}/v2/`)).status).toBe(401);
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'listens',
            () => 'gone',
          ),
        { timeout: 15_000, interval: 200 },
      )
      .toBe('gone');
    expect((await runner.command('stop')).output).toContain('No testkit listens here.');
    expect((await runner.command('log')).output).toContain('registry:GET v2');
  });

  it('is one for a job', async () => {
    await runner.command('start', '--ttl', '1m');
    expect(await runner.command('start')).toMatchObject({ exitCode: 1, output: expect.stringContaining('already; end it first: slipway-testkit stop') });
  });
});

function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^export ([A-Z\d_]+)='([^']*)'$/gm)].map(([, name = '', value = '']) => [name, value]));
}
