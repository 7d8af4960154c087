/** scripts/bootstrap.mjs: what a person meets first. Run in a small copy of the repository, with an npm that only notes its calls. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/repository.ts';

let home: string;
const lock = {
  lockfileVersion: 3,
  packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, 'node_modules/mac': { version: '1.0.0', optional: true } },
};
const installed = { lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };

/** An npm that writes what npm ci would, and counts itself. */
const fakeNpm = (exit = 0) => `#!/bin/sh
echo "$@" >> "$NPM_CALLS"
[ ${exit} = 0 ] || { echo "npm ERR! no network" >&2; exit ${exit}; }
mkdir -p node_modules && cp installed.json node_modules/.package-lock.json
`;

function write(path: string, text: string | object, mode = 0o644): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), typeof text === 'string' ? text : JSON.stringify(text));
  chmodSync(join(home, path), mode);
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const env = { PATH: `${join(home, 'tools')}:/usr/bin:/bin`, NPM_CALLS: join(home, 'npm-calls'), ...environment };
  return spawn(process.execPath, [join(home, 'scripts', 'bootstrap.mjs'), ...args], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

const run = (args: readonly string[], environment?: Readonly<Record<string, string>>) => ended(start(args, environment));
const npmCalls = () => (existsSync(join(home, 'npm-calls')) ? readFileSync(join(home, 'npm-calls'), 'utf8').trim().split('\n') : []);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-bootstrap-'));
  mkdirSync(join(home, 'scripts'));
  copyFileSync(join(root, 'scripts', 'bootstrap.mjs'), join(home, 'scripts', 'bootstrap.mjs'));
  write('package.json', { type: 'module' });
  write('package-lock.json', lock);
  write('installed.json', installed);
  write('tools/npm', fakeNpm(), 0o755);
  write('hello.ts', 'const words: string[] = process.argv.slice(2); console.log("hello " + words.join(" "), process.execArgv.join(" "));');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('installing', () => {
  it('runs npm ci once, says so in one line, and not again', async () => {
    const first = await run(['node', 'hello.ts', 'there']);
    expect(first).toMatchObject({ code: 0, stdout: 'hello there --conditions=slipway-source\n' });
    expect(first.stderr.trim().split('\n')).toEqual([expect.stringMatching(/^Installing dependencies/)]);
    const second = await run(['node', 'hello.ts', 'again']);
    expect(second).toEqual({ code: 0, stdout: 'hello again --conditions=slipway-source\n', stderr: '' });
    expect(npmCalls()).toHaveLength(1);
    expect(npmCalls()[0]).toMatch(/^ci .*--ignore-scripts/);
  });

  it('takes what npm install has put there, when it is what the lock file says', async () => {
    write('node_modules/.package-lock.json', installed);
    expect(await run(['node', 'hello.ts'])).toMatchObject({ code: 0, stderr: '' });
    expect(npmCalls()).toEqual([]);
  });

  it('runs npm ci again when the lock file has changed', async () => {
    await run(['node', 'hello.ts']);
    const changed = { ...lock, packages: { ...lock.packages, 'node_modules/a': { version: '1.1.0', integrity: 'sha512-b' } } };
    write('package-lock.json', changed);
    write('installed.json', { packages: { 'node_modules/a': { version: '1.1.0', integrity: 'sha512-b' } } });
    expect(await run(['node', 'hello.ts'])).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Installing/) });
    expect(npmCalls()).toHaveLength(2);
  });

  it('shows what npm said when it fails, and does not go on', async () => {
    write('tools/npm', fakeNpm(7), 0o755);
    const { code, stdout, stderr } = await run(['node', 'hello.ts']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/npm ERR! no network\n[\s\S]*npm ci failed \(exit 7\)/);
    expect(existsSync(join(home, 'node_modules', '.slipway-stamp'))).toBe(false);
  });
});

describe('handing over', () => {
  beforeEach(() => write('node_modules/.package-lock.json', installed));

  it('puts Node 24 first on the path of what it starts', async () => {
    const name = `node-${process.platform}-${process.arch}`;
    mkdirSync(join(home, 'node_modules', name, 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(home, 'node_modules', name, 'bin', 'node'));
    write('node_modules/.bin/where', '#!/bin/sh\ncommand -v node\n', 0o755);
    expect(await run(['run', 'where'])).toMatchObject({ code: 0, stdout: `${join(home, 'node_modules', name, 'bin', 'node')}\n` });
  });

  it.each([0, 1, 42])('ends with the exit code %i of the command', async (code) => {
    write('exit.ts', `process.exitCode = ${code};`);
    expect(await run(['node', 'exit.ts'])).toMatchObject({ code, stderr: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on and waits for the command to end', async (signal) => {
    write(
      'wait.ts',
      `const timer = setInterval(() => {}, 1000); process.on('${signal}', () => { console.log('told'); process.exitCode = 9; clearInterval(timer); }); console.log('up');`,
    );
    const child = start(['node', 'wait.ts']);
    const done = ended(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill(signal);
    expect(await done).toMatchObject({ code: 9, stdout: 'up\ntold\n' });
  });

  it('ends with 128 and the signal when the command dies of one', async () => {
    write('die.ts', `process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`);
    expect(await run(['node', 'die.ts'])).toMatchObject({ code: 137 });
  });

  it.each([
    ['demo', 'demo/run.ts'],
    ['test', 'scripts/test/run.ts'],
  ])('%s starts %s with the rest of the words', async (command, script) => {
    write(script, 'console.log(process.argv.slice(2).join("|"));');
    expect(await run([command, '--break', 'scan'])).toMatchObject({ code: 0, stdout: '--break|scan\n' });
  });
});

describe('refusing', () => {
  it.each([[[]], [['demonstrate']], [['run']], [['node']]])('%j: says how it is used, and installs nothing', async (args) => {
    expect(await run(args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^usage: /) });
    expect(npmCalls()).toEqual([]);
  });

  it('says which tool is not there', async () => {
    write('node_modules/.package-lock.json', installed);
    expect(await run(['run', 'no-such-tool'])).toMatchObject({ code: 1, stderr: expect.stringContaining('no-such-tool could not be started') });
  });
});
