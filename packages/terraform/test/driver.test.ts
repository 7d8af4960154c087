import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackendIdentity } from '../src/driver/backend.ts';
import { terraformEnvironment } from '../src/driver/environment.ts';
import { commandFailure } from '../src/driver/failures.ts';
import { findTerraform, hasConfiguration, isExecutable } from '../src/driver/find.ts';
import { followLines } from '../src/driver/follow.ts';
import { isProgress, parseMessage } from '../src/driver/messages.ts';
import type { ProcessRequest } from '../src/driver/run-process.ts';
import { endMarked, markedProcesses } from '../src/driver/stragglers.ts';
import { createTerraform } from '../src/driver/terraform.ts';
import { parseVariables, variableFile } from '../src/driver/variables.ts';
import { parseLockRecord } from '../src/locks/lock-record.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-driver-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 5)));

describe('messages', () => {
  it('are read with their diagnostics', () => {
    const line =
      '{"@message":"Error: X","type":"diagnostic","diagnostic":{"severity":"error","summary":"X","detail":"d","address":"a.b","range":{"filename":"main.tf","start":{"line":3,"column":2,"byte":9}}}}';
    expect(parseMessage(line)).toEqual({
      type: 'diagnostic',
      text: 'Error: X',
      diagnostic: { severity: 'error', summary: 'X', detail: 'd', address: 'a.b', file: 'main.tf', line: 3, column: 2 },
    });
  });
  it.each(['', 'plain text', '{broken', '[1]'])('skips %j', (line) => {
    expect(parseMessage(line)).toBeUndefined();
  });
  it('tells progress from the rest', () => {
    expect(isProgress({ type: 'apply_start', text: '' })).toBe(true);
    expect(isProgress({ type: 'outputs', text: '' })).toBe(false);
    expect(isProgress({ type: 'diagnostic', text: '', diagnostic: { severity: 'error', summary: '', detail: '' } })).toBe(false);
  });
});

const lockText = (before = '') =>
  `Error message: ${before}resource temporarily unavailable\nLock Info:\n  ID:        c4fa557f-c7f7-1c44-c766-6d96a3e26bda\n  Path:      terraform.tfstate\n  Operation: OperationTypeApply\n  Who:       root@vm\n  Version:   1.11.4\n  Created:   2025-11-21 15:44:50.068002462 +0000 UTC\n  Info:      \n\n\nTerraform acquires a state lock`;

describe('lock records', () => {
  it('are what follows Lock Info, not the ids of an AWS error', () => {
    const aws = 'operation error S3: PutObject, RequestID: TX0001, HostID: h==, api error PreconditionFailed\n  ID:   nope\n';
    expect(parseLockRecord(lockText(aws))).toEqual({
      ID: 'c4fa557f-c7f7-1c44-c766-6d96a3e26bda',
      Operation: 'OperationTypeApply',
      Who: 'root@vm',
      Version: '1.11.4',
      Created: '2025-11-21 15:44:50.068002462 +0000 UTC',
      Path: 'terraform.tfstate',
      Info: '',
    });
  });
  it.each(['', 'RequestID: x', 'Lock Info:\n', 'Lock Info:\n  Path: x\n'])('nothing in %j', (text) => {
    expect(parseLockRecord(text)).toBeUndefined();
  });
});

describe('failures', () => {
  const error = (summary: string, detail = '') => [{ severity: 'error' as const, summary, detail }];
  const cases: [string, Parameters<typeof commandFailure>, string][] = [
    ['a lock', ['plan', 1, error('Error acquiring the state lock', lockText()), ''], 'state-locked'],
    ['a lock without a record', ['plan', 1, error('Error acquiring the state lock', 'AccessDenied'), ''], 'plan-failed'],
    ['a stale plan', ['apply', 1, error('Saved plan is stale'), ''], 'plan-stale'],
    ["another state's plan", ['apply', 1, error('Saved plan does not match the given state'), ''], 'plan-stale'],
    ['init', ['init', 1, error('Invalid expression'), ''], 'init-failed'],
    ['plan', ['plan', 1, error('No value for required variable'), ''], 'plan-failed'],
    ['apply', ['apply', 1, error('x'), ''], 'apply-failed'],
    ['a list of workspaces', ['workspace', 1, [], 'boom'], 'init-failed'],
  ];
  it.each(cases)('%s', (_name, args, code) => {
    expect(commandFailure(...args).code).toBe(code);
  });
  it("takes terraform's last words where there is no diagnostic, without colours and traces", () => {
    const failure = commandFailure(
      'show',
      1,
      [],
      '2025 [TRACE] secret\n\u001b[31m╷\u001b[0m\n\u001b[31m│\u001b[0m \u001b[1mError: bad plan\u001b[0m\n{"json":1}\n',
    );
    expect(failure.diagnostics).toEqual([{ severity: 'error', summary: 'Error: bad plan', detail: '' }]);
  });
});

describe('the environment', () => {
  it('withholds inputs, state and the passphrase, and passes the rest on', () => {
    const all = {
      PATH: '/bin',
      TF_CLI_CONFIG_FILE: '/dev/null',
      TF_VAR_x: '1',
      'INPUT_PLAN-PASSPHRASE': 'pp',
      STATE_mark: 'm',
      MY_COPY: 'has pp inside',
      TF_WORKSPACE: 'other',
    };
    expect(terraformEnvironment(all, { workspace: 'dev', withhold: ['pp', ''], mark: 'M' })).toEqual({
      PATH: '/bin',
      TF_CLI_CONFIG_FILE: '/dev/null',
      TF_VAR_x: '1',
      TF_WORKSPACE: 'dev',
      TF_INPUT: 'false',
      TF_IN_AUTOMATION: 'true',
      CHECKPOINT_DISABLE: 'true',
      SLIPWAY_TERRAFORM_RUN: 'M',
    });
  });
});

describe('variables', () => {
  it.each([
    ['n: 12345678901234567890', '{"n":12345678901234567890}'],
    ['n: 0.12345678901234567890123', '{"n":0.12345678901234567890123}'],
    ['s: "0123"\nt: 0o17\nb: true\nz: null\ny: on', '{"s":"0123","t":15,"b":true,"z":null,"y":"on"}'],
    ['{"list": [1, "a", {"k": ["v"]}]}', '{"list":[1,"a",{"k":["v"]}]}'],
    ['a: &x [1]\nb: *x', '{"a":[1],"b":[1]}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of Terraform that must stay as it is.
    ['t: "${literal}"', '{"t":"${literal}"}'],
  ])('%j', (text, json) => {
    const parsed = parseVariables(text);
    expect(parsed.ok && variableFile(parsed.values)).toBe(`${json}\n`);
  });
  it.each(['a: 1\na: 2', 'a b: 1', '1a: 1', '- a', 'text', '{', '"": 1'])('refuses %j', (text) => {
    expect(parseVariables(text).ok).toBe(false);
  });
});

describe('finding things', () => {
  it('takes terraform before tofu, files that can be started only', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const bin of [one, two]) mkdirSync(bin);
    writeFileSync(join(one, 'tofu'), '', { mode: 0o755 });
    writeFileSync(join(two, 'terraform'), '', { mode: 0o644 });
    expect(findTerraform(`${one}:${two}`)).toBe(join(one, 'tofu'));
    chmodSync(join(two, 'terraform'), 0o755);
    expect(findTerraform(`${one}:${two}`)).toBe(join(two, 'terraform'));
    expect(() => findTerraform('')).toThrow(expect.objectContaining({ code: 'tool-missing' }));
    expect(isExecutable(one)).toBe(false);
  });
  it.each(['main.tf', 'main.tf.json', 'main.tofu'])('takes %s for a configuration', (name) => {
    const place = mkdtempSync(join(folder, 'c-'));
    expect(hasConfiguration(place)).toBe(false);
    writeFileSync(join(place, name), '');
    expect(hasConfiguration(place)).toBe(true);
  });
});

describe('the backend', () => {
  const identity = (backend: unknown, environment = {}) => {
    const place = mkdtempSync(join(folder, 'b-'));
    mkdirSync(join(place, '.terraform'));
    if (backend) writeFileSync(join(place, '.terraform/terraform.tfstate'), JSON.stringify({ version: 3, backend }));
    return readBackendIdentity({ workingDirectory: place, workspaceFolder: folder, environment });
  };
  it('is local where there is none', () => {
    expect(identity(undefined)).toEqual({ type: 'local', facts: { path: 'terraform.tfstate' } });
  });
  it('holds what identifies and no credential', () => {
    const config = { bucket: 'b', key: 'k', region: null, access_key: 'AKIA', secret_key: 's', encrypt: true, workspace_key_prefix: 'p' };
    expect(identity({ type: 's3', config }, { AWS_REGION: 'eu-central-1' })).toEqual({
      type: 's3',
      facts: { bucket: 'b', key: 'k', workspace_key_prefix: 'p', region: 'eu-central-1' },
    });
  });
  it('takes the password out of an address, and the checkout out of a path', () => {
    expect(identity({ type: 'http', config: { address: 'https://u:p@state.bank/x', password: 'p' } }).facts).toEqual({ address: 'https://state.bank/x' });
    expect(identity({ type: 'local', config: { path: join(folder, 'state/x.tfstate') } }).facts).toEqual({ path: 'state/x.tfstate' });
    expect(identity({ type: 'local', config: { path: '/var/state/x.tfstate' } }).facts).toEqual({ path: '/var/state/x.tfstate' });
  });
});

describe('following a file', () => {
  it('gives whole lines as they come, and the last one without its end', async () => {
    const file = join(folder, 'followed');
    const lines: string[] = [];
    const follower = followLines(file, (line) => lines.push(line), sleep);
    await sleep(5);
    writeFileSync(file, 'one\ntw');
    await expect.poll(() => lines).toEqual(['one']);
    appendFileSync(file, Buffer.from('o \u00e9'.slice(0, 2)));
    appendFileSync(file, Buffer.from('\u00e9').subarray(0, 1));
    await sleep(5);
    appendFileSync(file, Buffer.concat([Buffer.from('\u00e9').subarray(1), Buffer.from('\nlast')]));
    await follower.finish();
    expect(lines).toEqual(['one', 'two \u00e9', 'last']);
  });
});

describe.skipIf(process.platform !== 'linux')('stragglers', () => {
  it('are found by their mark and ended, in whatever session they are', async () => {
    const mark = `test-${process.pid}-${Date.now()}`;
    const child = spawn('sh', ['-c', 'setsid sleep 61.5 & sleep 61.5'], {
      env: { PATH: process.env['PATH'] ?? '', SLIPWAY_TERRAFORM_RUN: mark },
      stdio: 'ignore',
    });
    await expect.poll(() => markedProcesses(mark).length).toBe(3);
    endMarked(mark);
    await new Promise((resolve) => child.once('exit', resolve));
    expect(markedProcesses(mark)).toEqual([]);
    expect(markedProcesses(`${mark}x`)).toEqual([]);
  });
});

describe('command lines', () => {
  it('never carry a variable or a backend setting', async () => {
    const requests: ProcessRequest[] = [];
    const terraform = createTerraform({
      run: async (request) => {
        requests.push(request);
        writeFileSync(
          request.outputFiles.stdout,
          request.arguments[0] === 'version' ? '{"terraform_version": "1.11.4"}' : request.arguments[0] === 'workspace' ? '* default\n  dev\n\nnote\n' : '{}',
        );
        writeFileSync(request.outputFiles.stderr, '');
        return { code: 0 };
      },
      path: '/bin/terraform',
      workingDirectory: '/work',
      folder,
      sleep,
      environment: { TF_WORKSPACE: 'dev' },
    });
    expect(await terraform.version()).toBe('1.11.4');
    await terraform.init('/t/backend.json');
    expect(await terraform.workspaces()).toEqual(['default', 'dev']);
    await terraform.plan({ out: '/t/p', variableFiles: ['/a', '/b'], targets: ['a.b'], lockTimeoutMs: 1_500, lock: true });
    await terraform.plan({ out: '/t/p', variableFiles: [], targets: [], lockTimeoutMs: 0, lock: false });
    await terraform.apply('/t/p', 0);
    expect(requests.slice(1).map((request) => request.arguments.join(' '))).toEqual([
      'init -json -input=false -reconfigure -backend-config=/t/backend.json',
      'workspace list -no-color',
      'plan -json -input=false -out=/t/p -lock-timeout=2s -var-file=/a -var-file=/b -target=a.b',
      'plan -json -input=false -out=/t/p -lock=false',
      'apply -json -input=false -lock-timeout=0s /t/p',
    ]);
    expect(requests.map(({ environment }) => environment['TF_WORKSPACE'])).toEqual(['dev', 'default', 'default', 'dev', 'dev', 'dev']);
  });
});
