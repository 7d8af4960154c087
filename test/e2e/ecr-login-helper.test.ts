/** The shipped credential helper, as docker and its kin start it: paths, neighbours, an impatient caller, a bare machine. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const dist = resolve(process.env['SLIPWAY_DIST'] ?? 'dist');
const programOf = (step: StepResult) => join(step.path[0] ?? '', 'docker-credential-slipway');
const login = (registries = host) => runStep(kit, { action: 'ecr-login', inputs: { registries } });
const ask = (program: string, word: string, input: string, environment: Record<string, string> = {}) =>
  runProcess({ command: program, arguments: [word], input, environment: { ...kit.environment(), PATH: process.env['PATH'] ?? '', ...environment } });
const passwordIn = (stdout: string) => (JSON.parse(stdout) as { Secret: string }).Secret;

describe('where it lies', () => {
  it('is a private program, in a folder of its own', async () => {
    const step = await login();
    expect(readdirSync(step.path[0] ?? '')).toEqual(['docker-credential-slipway']);
    expect(statSync(programOf(step)).mode & 0o777).toBe(0o700);
  });

  it('works from a dist and a RUNNER_TEMP with blanks and quotes in their paths', async () => {
    const other = join(kit.folder, `dist of "ours" & $HOME's`);
    cpSync(dist, other, { recursive: true });
    const temp = join(kit.folder, `a 'temp' folder`);
    mkdirSync(temp);
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: host }, dist: other, temp });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    const answer = await ask(programOf(step), 'get', host);
    expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
  });

  it("needs no node on PATH: it runs on the runner's own", async () => {
    const answer = await ask(programOf(await login()), 'get', host, { PATH: '/nowhere' });
    expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
  });

  it('needs no home and no folder to write to', async () => {
    const answer = await ask(programOf(await login()), 'get', host, { HOME: '/nowhere', TMPDIR: '/nowhere', RUNNER_TEMP: '/nowhere' });
    expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('what it says', () => {
  it.each([
    ['list', '{}\n', 0],
    ['store', '', 0],
    ['erase', '', 0],
    ['bogus', '', 2],
  ])('%s', async (word, stdout, code) => {
    const before = await login();
    const calls = kit.ledger.entries.length;
    expect(await ask(programOf(before), word, JSON.stringify({ ServerURL: host, Username: 'u', Secret: 's' }))).toMatchObject({ stdout, code });
    expect(kit.ledger.entries).toHaveLength(calls);
  });

  it('version', async () => {
    expect(await ask(programOf(await login()), 'version', '')).toMatchObject({
      stdout: expect.stringMatching(/^docker-credential-slipway \(slipway\) \d+\.\d+\.\d+\n$/),
      code: 0,
    });
  });

  it.each(['ghcr.io', 'https://index.docker.io/v1/', `${host}.evil.example`, ''])('"%s" is not found, in the words that every tool knows', async (server) => {
    expect(await ask(programOf(await login()), 'get', server)).toEqual({ code: 1, stdout: 'credentials not found in native keychain\n', stderr: '' });
  });

  it('of a refusal: who was refused what, and what to add; never a stack', async () => {
    const program = programOf(await login());
    kit.ecr.denied.add('GetAuthorizationToken');
    const { code, stdout, stderr } = await ask(program, 'get', host);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^docker-credential-slipway: ecr:GetAuthorizationToken: AccessDeniedException: User: .*"Action": "ecr:GetAuthorizationToken"/s);
    expect(stderr).toBe(stdout);
    expect(stdout).not.toContain('    at ');
  });

  it('after a hiccup of ECR: a password', async () => {
    const program = programOf(await login());
    kit.faults.add({ service: 'ecr', fault: { kind: 'throttle' } });
    kit.faults.add({ service: 'ecr', at: 2, fault: { kind: 'reset' } });
    expect(await ask(program, 'get', host)).toMatchObject({ code: 0 });
  });
});

describe('many at once', () => {
  it('do not know of each other', async () => {
    const program = programOf(await login());
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(program, 'get', host)));
    expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 0));
    expect(new Set(answers.map(({ stdout }) => passwordIn(stdout))).size).toBe(6);
  });
});

describe('a caller that goes away', () => {
  const start = (program: string) => {
    const child = spawn(program, ['get'], { env: { ...kit.environment(), PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const done = new Promise<{ code: number | null; stderr: string }>((resolve) => child.on('close', (code) => resolve({ code, stderr })));
    return { child, done };
  };

  it('before the answer: it ends in silence', async () => {
    const { child, done } = start(programOf(await login()));
    child.stdout.destroy();
    child.stdin.end(`${host}\n`);
    expect((await done).stderr).toBe('');
  });

  it('by a kill: it ends at once and leaves nothing', async () => {
    const step = await login();
    const before = readdirSync(step.temp, { recursive: true }).sort();
    kit.faults.add({ service: 'ecr', times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const asked = kit.ledger.entries.length;
    const { child, done } = start(programOf(step));
    child.stdin.end(`${host}\n`);
    while (kit.ledger.entries.length === asked) await new Promise((later) => setTimeout(later, 20));
    child.kill('SIGTERM');
    await done;
    expect(readdirSync(step.temp, { recursive: true }).sort()).toEqual(before);
  });
});
