/** The command line in this process; the program itself, in the background, is a test on the whole. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandIo } from '../src/cli/io.ts';
import { logTable } from '../src/cli/log-table.ts';
import { runCommand } from '../src/cli/main.ts';

let folder: string;
let said: string[];
let complained: string[];
let end: () => void;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-testkit-cli-'));
  mkdirSync(join(folder, 'temp'));
  said = [];
  complained = [];
  end = () => {};
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const io = (words: readonly string[], environment: Record<string, string> = {}): CommandIo => ({
  arguments: words,
  environment: { RUNNER_TEMP: join(folder, 'temp'), ...environment },
  folder,
  program: { file: 'no-such-program.js', flags: [] },
  say: (line) => void said.push(line),
  complain: (line) => void complained.push(line),
  onEnd(work) {
    end = work;
    return () => {
      end = () => {};
    };
  },
});
const command = (words: string, environment?: Record<string, string>) => runCommand(io(words.split(' ').filter(Boolean), environment));
const kept = (name: string) => join(folder, 'temp', 'slipway-testkit', name);

describe('arguments', () => {
  it.each(['', '--help', 'start -h'])('"%s" shows how it is used', async (words) => {
    expect(await command(words)).toBe(0);
    expect(said.join('\n')).toContain('slipway-testkit start [--config FILE]');
  });

  it.each<[string, readonly string[]]>([
    ['strat', ['strat is no command; did you mean start?']],
    ['serve', ['serve is no command; known are run, start, stop, log']],
    ['start --conifg x', ['--conifg is no option of start; did you mean --config?']],
    ['stop --now', ['--now is no option: stop takes none']],
    ['start kit.yml', ['kit.yml is no option of start; known are --config, --port, --ttl']],
    ['start --config', ['--config needs a value']],
    ['start --config=', ['--config needs a value']],
    ['start --port 0', ['--port: got 0; want 1 to 65535; e.g. --port 4566']],
    ['start --port=x', ['--port: got x; want 1 to 65535; e.g. --port 4566']],
    ['start --port 1 --port 2', ['--port is given twice']],
    ['start --ttl 5', ['--ttl: got 5; want 1s to 24h; e.g. --ttl 30m']],
    ['start --ttl 2d --port 70000', ['--port: got 70000; want 1 to 65535; e.g. --port 4566', '--ttl: got 2d; want 1s to 24h; e.g. --ttl 30m']],
  ])('"%s" is refused', async (words, expected) => {
    expect(await command(words)).toBe(2);
    expect(complained).toEqual([...expected.map((line) => `slipway-testkit: ${line}`), 'See slipway-testkit --help']);
    expect(said).toEqual([]);
  });
});

describe('the file', () => {
  it.each(['run', 'start'])('%s tells its mistakes before anything listens', async (name) => {
    writeFileSync(join(folder, 'kit.yml'), 'version: 1\nroles:\n  - name: a\n    trust-policy-file: iam/trust.json\n  - nme: b\n');
    mkdirSync(join(folder, 'iam'));
    writeFileSync(join(folder, 'iam', 'trust.json'), '{');
    expect(await command(`${name} --config kit.yml`)).toBe(1);
    expect(complained.join('\n')).toMatch(
      /^slipway-testkit: kit.yml has 2 mistakes:\nkit.yml:5:5 .*\nkit.yml:5:5 unknown-key nme is not a key here; did you mean name\?$/,
    );
    expect(said).toEqual([]);
  });

  it('tells mistakes of a trust policy in the policy’s own file, and marks the line on a runner', async () => {
    writeFileSync(join(folder, 'kit.yml'), 'version: 1\nroles:\n  - name: a\n    trust-policy-file: trust.json\n');
    writeFileSync(join(folder, 'trust.json'), '{\n  "Statement": [{ "Efect": "Allow" }]\n}');
    expect(await command('start --config kit.yml', { GITHUB_ACTIONS: 'true' })).toBe(1);
    expect(complained.join('\n')).toContain('trust.json:2:19 unknown-key');
    expect(said[0]).toMatch(/^::error file=trust.json,line=2,col=\d+::\S/);
  });

  it('says that it is not there', async () => {
    expect(await command('start --config no.yml')).toBe(1);
    expect(complained.join()).toContain('--config no.yml cannot be read: ENOENT');
  });
});

describe('run', () => {
  const running = async (words = 'run --ttl 1m', environment?: Record<string, string>) => {
    const done = command(words, environment);
    await vi.waitFor(() => expect(said.join()).toContain('listens at'), { timeout: 5000 });
    return { done, url: /http:\S+/.exec(said[0] ?? '')?.[0] ?? '' };
  };

  it('plays until it is asked to end, and keeps the calls', async () => {
    const { done, url } = await running();
    expect(statSync(kept('record.json')).mode & 0o777).toBe(0o600);
    expect((await fetch(`${url}/v2/`)).status).toBe(401);
    end();
    expect(await done).toBe(0);
    expect(said.join('\n')).toContain('slipway-testkit ends: the process was asked to end');
    expect(JSON.parse(readFileSync(kept('calls.json'), 'utf8'))).toMatchObject([{ call: 'registry:GET v2', status: 401 }]);
    expect(() => statSync(kept('record.json'))).toThrow('ENOENT');
    await expect(fetch(url)).rejects.toThrow();
  });

  it('ends by itself when its time is over', async () => {
    const { done } = await running('run --ttl 1s');
    expect(await done).toBe(0);
    expect(said.join('\n')).toContain('its time is over (--ttl)');
  });

  it('takes account, region and repository from the file, and the claims from the run', async () => {
    writeFileSync(join(folder, 'kit.yml'), "version: 1\naccount-id: '444455556666'\nregion: us-east-1\nrepository: bank/ledger\n");
    const { done } = await running('run --config kit.yml', { GITHUB_REF: 'refs/heads/x', GITHUB_REPOSITORY: 'fork/ledger' });
    expect(said).toContain("export AWS_REGION='us-east-1'");
    expect(said).toContain("export GITHUB_REPOSITORY='bank/ledger'");
    end();
    await done;
  });

  it('answers log and stop, and nobody without the bearer', async () => {
    const { done, url } = await running();
    await fetch(`${url}/v2/`);
    const { control, variables } = JSON.parse(readFileSync(kept('record.json'), 'utf8')) as { control: { url: string; token: string }; variables: object };
    expect((await fetch(`${control.url}/calls`)).status).toBe(401);
    expect((await fetch(`${control.url}/stop`, { method: 'POST', headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await fetch(`${control.url}/other`, { headers: { authorization: `Bearer ${control.token}` } })).status).toBe(404);
    said.length = 0;
    expect(await command('log')).toBe(0);
    expect(said[1]).toMatch(/^\d\d:\d\d:\d\d {2}registry:GET v2 {2}401/);
    expect(await command('run')).toBe(1);
    expect(complained.join()).toContain(`a testkit listens at ${url} already; end it first: slipway-testkit stop`);
    writeFileSync(join(folder, 'env'), '');
    expect(await command('stop', { GITHUB_ENV: join(folder, 'env') })).toBe(0);
    expect(await done).toBe(0);
    const emptied = readFileSync(join(folder, 'env'), 'utf8');
    expect(emptied).toContain('AWS_ENDPOINT_URL=\n');
    expect(emptied.trim().split('\n')).toHaveLength(Object.keys(variables).filter((name) => !name.startsWith('GITHUB_')).length);
    said.length = 0;
    expect(await command('log --json')).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toHaveLength(1);
  });

  it('says that its port is taken', async () => {
    const { done, url } = await running();
    const other = { RUNNER_TEMP: join(folder, 'other') };
    expect(await command(`run --port ${new URL(url).port}`, other)).toBe(1);
    expect(complained.join()).toContain('something listens there already');
    end();
    await done;
  });
});

describe('start', () => {
  it('refuses a job whose runner hands out real tokens', async () => {
    expect(await command('start', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.actions.githubusercontent.com/x' })).toBe(1);
    expect(complained.join()).toContain('take the permission away:\npermissions:\n  contents: read');
  });

  it('says why the process in the background did not listen', async () => {
    expect(await command('start')).toBe(1);
    expect(complained.join()).toMatch(/the testkit did not begin to listen:\n[\s\S]*no-such-program/);
  });
});

it('log and stop say that there is none', async () => {
  expect(await command('stop')).toBe(0);
  expect(said).toEqual(['No testkit listens here.']);
  expect(await command('log')).toBe(1);
  expect(complained.join()).toContain('no testkit has listened here; begin with: slipway-testkit start --config FILE');
});

it('shows nothing that would break a line of the log', () => {
  const lines = logTable([{ at: 0, call: 'sts:AssumeRole', status: 403, code: 'AccessDenied', caller: 'repo:a\n::error::x', why: 'b\u001b[31m' }]);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('00:00:00  sts:AssumeRole  403 AccessDenied  repo:a ::error::x  b [31m');
  expect(logTable([])).toEqual(['Nothing was called.']);
});
