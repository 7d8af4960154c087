import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, scanned, startGateKit } from './scan-gate-support.ts';

describe('scan-gate, wrong inputs', () => {
  let kit: Testkit;
  let workspace: string;
  beforeEach(async () => {
    kit = await startGateKit();
    workspace = mkdtempSync(join(tmpdir(), 'slipway-gate-'));
  });
  afterEach(async () => {
    await kit.close();
    rmSync(workspace, { recursive: true });
  });

  const image = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/bank/payments:v1';

  it('names the nearest input of an unknown one, and calls nothing', async () => {
    const step = await gate(kit, { image, 'settle-emty': '1s' });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('settle-emty: got an unknown input; want settle-empty');
    expect(kit.ledger.entries).toHaveLength(0);
  });

  it('reports three wrong inputs and the policy at once', async () => {
    const step = await gate(kit, { image: 'Bank/Payments', timeout: '15', 'on-unscannable': 'ignore', policy: 'version: 2' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    for (const text of ['image: got "Bank/Payments"', 'timeout: got "15"', 'on-unscannable: got "ignore"', 'policy:1:10 wrong-value version has to be 1']) {
      expect(step.stdout).toContain(text);
    }
    expect(kit.ledger.entries).toHaveLength(0);
  });

  it.each([
    ['no tag', '111122223333.dkr.ecr.eu-central-1.amazonaws.com/bank/payments', 'no default tag'],
    ['another registry', 'ghcr.io/bank/payments:v1', 'a private ECR registry'],
    ['the public registry', 'public.ecr.aws/bank/payments:v1', 'a private ECR registry'],
    ['a short digest', 'bank/payments@sha256:abc', '64 hex digits'],
    ['an impossible tag', 'bank/payments:-x', 'a tag of at most 128'],
    ['upper case', 'Bank/payments:v1', 'lower-case'],
  ])('refuses an image with %s', async (_what, wrong, text) => {
    const step = await gate(kit, { image: wrong });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(text);
  });

  it.each([
    ['baseline', 'base-image'],
    ['evidence', 'signed'],
    ['evidence-key', 'alias/x'],
    ['sarif-file', 'out.sarif'],
    ['upload-sarif', 'true'],
    ['completion-queue-url', 'https://sqs.eu-central-1.amazonaws.com/1/q'],
    ['registry-endpoint', 'localhost:5000'],
    ['mode', 'rescan'],
    ['mode', 'doctor'],
  ])('refuses %s: %s by name, as not available yet', async (name, value) => {
    const step = await gate(kit, { image, [name]: value });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toMatch(new RegExp(`${name}: got .*not available yet`));
    expect(kit.ledger.entries).toHaveLength(0);
  });

  it('shows the way from inputs of other gates', async () => {
    const step = await gate(kit, { image, 'fail-on': 'high', ignore_list: 'CVE-1' });
    expect(step.stdout).toContain('a rule of the policy');
    expect(step.stdout).toContain('`waivers` of the policy');
  });

  it('refuses policy and policy-file together', async () => {
    const step = await gate(kit, { image, policy: 'version: 1', 'policy-file': 'x.yaml' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('not both');
  });

  it.each([
    ['that is not there', 'nope.yaml'],
    ['outside the workspace', '../nope.yaml'],
    ['with an absolute path', '/etc/passwd'],
  ])('says invalid-file for a policy file %s', async (_what, file) => {
    const step = await gate(kit, { image, 'policy-file': file }, { workspace });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'invalid-file' });
  });

  it('says invalid-file for a policy that does not parse, with its place', async () => {
    writeFileSync(join(workspace, 'policy.yaml'), 'version: 1\nrules: [\n');
    const step = await gate(kit, { mode: 'lint', 'policy-file': 'policy.yaml' }, { workspace });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'invalid-file' });
    expect(step.stdout).toMatch(/policy\.yaml:\d+:\d+ syntax/);
  });

  const wrongPolicy = `version: 1
rules:
  - { severty: [HIGH], action: block }
  - { severity: [HGH], action: stop }
  - { epss-min: 2 }
defualt: warn
max-waiver-days: "90"
waivers:
  - { id: CVE-1, until: 2026-02-30, reason: x }
  - { id: CVE-2, until: 2030-01-01, reason: x }
  - { id: CVE-3, until: 2026-12-01 }
`;
  const places = [
    'policy.yaml:3:7 unknown-key severty is not a key here; did you mean severity?',
    'policy.yaml:4:18 unknown-value severity has to be one of CRITICAL, HIGH',
    'policy.yaml:4:32 unknown-value action has to be one of block, warn, ignore',
    'policy.yaml:5:5 missing-key action is missing',
    'policy.yaml:5:17 wrong-value epss-min has to be from 0 to 1, not 2',
    'policy.yaml:6:1 unknown-key defualt is not a key here; did you mean default?',
    'policy.yaml:7:18 wrong-type max-waiver-days has to be a whole number, not a string',
    'policy.yaml:9:25 wrong-date until has to be a day that exists',
    'policy.yaml:10:25 waiver-too-long until 2030-01-01 is more than max-waiver-days (90) away; the last day allowed today is 2027-02-19',
    'policy.yaml:11:5 missing-key reason is missing',
  ];

  it.each(['lint', 'gate'])('tells every mistake of a policy with its place (%s)', async (mode) => {
    writeFileSync(join(workspace, 'policy.yaml'), wrongPolicy);
    const step = await gate(kit, { mode, image, 'policy-file': 'policy.yaml' }, { workspace });
    expect(step.outputs).toMatchObject({ verdict: 'error', outcome: 'error', 'failure-reason': 'invalid-policy' });
    for (const place of places) expect(step.stdout).toContain(place);
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(places.length);
    expect(kit.ledger.entries).toHaveLength(0);
  });

  it('lints without image, credentials and AWS', async () => {
    const step = await gate(kit, { mode: 'lint', policy: 'version: 1' }, { keys: false });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'failure-reason': '' });
    expect(kit.ledger.entries).toHaveLength(0);
    expect((await gate(kit, { mode: 'lint' })).outputs['failure-reason']).toBe('invalid-input');
  });

  it('declares every output, set on success and failure', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    const passed = await gate(kit, { image: nameOf(kit, digest) });
    const failed = await gate(kit, { image: 'nope' });
    expect(Object.keys(passed.outputs).sort()).toEqual(Object.keys(failed.outputs).sort());
    expect(passed.report).toMatchObject({ schema: 'slipway.scan-gate/1', action: 'scan-gate', outcome: 'pass', result: { findings: [] } });
    expect(passed.exported).toEqual({});
  });
});
