/** terraform: apply and verify, on the shipped dist and the real terraform. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of Terraform.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, passphrase, processesOf, terraform, terraformPath, workspaceOf, writeFiles } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const oneResource =
  'resource "terraform_data" "a" {\n  input = "one"\n}\noutput "greeting" {\n  value = terraform_data.a.output\n}\noutput "big" {\n  value = 12345678901234567890\n}\noutput "hidden" {\n  value = "very-secret-output"\n  sensitive = true\n}\n';
const sealed = { 'plan-store': 'path:plans', 'plan-passphrase': passphrase };
const stateOf = (workspace: string) => JSON.parse(readFileSync(join(workspace, 'terraform.tfstate'), 'utf8')) as { serial: number; resources: unknown[] };

describe.skipIf(!terraformPath)('terraform apply', () => {
  it('applies the sealed plan itself and gives its outputs', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const plan = await terraform(kit, { command: 'plan', ...sealed }, { workspace });
    const step = await terraform(kit, { command: 'apply', ...sealed }, { workspace, environment: { GITHUB_RUN_ATTEMPT: '2', GITHUB_RUN_ID: '9' } });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'applied', 'failure-reason': '', fingerprint: plan.outputs['fingerprint'] });
    expect(step.outputs['outputs']).toBe('{"big":12345678901234567890,"greeting":"one"}');
    expect(stateOf(workspace).resources).toHaveLength(1);
    expect(findLeaks(step, ['very-secret-output', passphrase])).toEqual([]);
    const again = await terraform(kit, { command: 'apply', ...sealed }, { workspace });
    expect(again.exitCode).toBe(1);
    expect(again.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'plan-stale' });
  });

  it('plans anew and applies when the fingerprint is the reviewed one', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const plan = await terraform(kit, { command: 'plan' }, { workspace });
    const fingerprint = plan.outputs['fingerprint']!;
    const step = await terraform(kit, { command: 'apply', fingerprint }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'applied', fingerprint });
    const nothing = await terraform(kit, { command: 'plan' }, { workspace });
    const unchanged = await terraform(kit, { command: 'apply', fingerprint: nothing.outputs['fingerprint']! }, { workspace });
    expect(unchanged.outputs).toMatchObject({ outcome: 'unchanged', outputs: '{"big":12345678901234567890,"greeting":"one"}' });
  });

  it('stops when an attribute differs from the reviewed plan, and names what would change', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const plan = await terraform(kit, { command: 'plan', ...sealed }, { workspace });
    const fingerprint = plan.outputs['fingerprint']!;
    writeFiles(workspace, { 'main.tf': oneResource.replace('"one"', '"two"') });
    const step = await terraform(kit, { command: 'apply', fingerprint }, { workspace });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'plan-changed', outputs: '' });
    expect(step.outputs['fingerprint']).not.toBe(fingerprint);
    expect(step.stdout).toContain('terraform_data.a');
    expect(existsSync(join(workspace, 'terraform.tfstate'))).toBe(false);
    const verify = await terraform(kit, { command: 'verify', ...sealed }, { workspace });
    expect(verify.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'plan-changed' });
    expect(verify.stdout).toContain('terraform_data.a: changes otherwise');
    const other = await terraform(kit, { command: 'apply', ...sealed, fingerprint: 'a'.repeat(64) }, { workspace });
    expect(other.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'plan-changed' });
    const both = await terraform(kit, { command: 'apply', ...sealed, fingerprint }, { workspace });
    expect(both.outputs).toMatchObject({ outcome: 'applied', fingerprint });
  });

  it('verifies without a lock and writes nothing', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const { fingerprint = '' } = (await terraform(kit, { command: 'plan' }, { workspace })).outputs;
    writeFileSync(join(workspace, '.terraform.tfstate.lock.info'), '{"ID":"x"}');
    const step = await terraform(kit, { command: 'verify', fingerprint }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'changes', 'failure-reason': '', fingerprint, 'plan-path': '', outputs: '' });
    expect(readdirSync(workspace).sort()).toEqual(['.terraform.tfstate.lock.info', 'main.tf']);
  });

  it('finishes with accept: subset what broke off, and nothing that is new', async () => {
    const broken = `${oneResource}resource "terraform_data" "b" {\n  depends_on = [terraform_data.a]\n  input = "b"\n  provisioner "local-exec" {\n    command = "test -e go"\n  }\n}\n`;
    const workspace = workspaceOf(kit, { 'main.tf': broken });
    await terraform(kit, { command: 'plan', ...sealed }, { workspace });
    const failed = await terraform(kit, { command: 'apply', ...sealed }, { workspace });
    expect(failed.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'apply-failed' });
    await byHand(workspace, ['state', 'rm', 'terraform_data.b']);
    writeFiles(workspace, { go: '' });
    expect((await terraform(kit, { command: 'apply', ...sealed }, { workspace })).outputs['failure-reason']).toBe('plan-stale');
    const subset = { command: 'apply', accept: 'subset', ...sealed };
    writeFiles(workspace, { 'more.tf': 'resource "terraform_data" "c" {}\n' });
    const more = await terraform(kit, subset, { workspace });
    expect(more.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'plan-changed' });
    expect(more.stdout).toContain('terraform_data.c: new change');
    writeFiles(workspace, { 'more.tf': '' });
    const step = await terraform(kit, subset, { workspace });
    expect(step.outputs['outcome'], step.stdout).toBe('applied');
    expect(stateOf(workspace).resources).toHaveLength(2);
    expect((await terraform(kit, subset, { workspace })).outputs['outcome']).toBe('unchanged');
  });

  it('judges destroys again', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    await byHand(workspace, ['init', '-input=false']);
    await byHand(workspace, ['apply', '-auto-approve', '-input=false']);
    writeFiles(workspace, { 'main.tf': '# all gone\n' });
    const plan = await terraform(kit, { command: 'plan', ...sealed, 'allow-destroy': 'all' }, { workspace });
    expect(plan.outputs['outcome']).toBe('changes');
    const step = await terraform(kit, { command: 'apply', ...sealed }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'destroy-blocked' });
    expect(stateOf(workspace).resources).toHaveLength(1);
    const allowed = await terraform(kit, { command: 'apply', ...sealed, 'allow-destroy': 'listed', destroyable: 'terraform_data.a' }, { workspace });
    expect(allowed.outputs['outcome']).toBe('applied');
    expect(stateOf(workspace).resources).toHaveLength(0);
  });

  it('says apply-failed without what is sensitive, although terraform prints the command in clear', async () => {
    const main =
      'variable "s" {\n  sensitive = true\n}\nresource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = "echo ::error::$X >&2; exit 3 # ${var.s}"\n    environment = { X = var.s }\n  }\n}\n';
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const variables = 's: top-secret-provisioner-word';
    const plan = await terraform(kit, { command: 'plan', variables }, { workspace });
    const step = await terraform(kit, { command: 'apply', variables, fingerprint: plan.outputs['fingerprint']! }, { workspace });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'apply-failed' });
    expect(step.stdout).toContain('exit status 3');
    expect(findLeaks(step, ['top-secret-provisioner-word'])).toEqual([]);
    expect(step.annotations.map(({ message }) => message)).not.toContain('***');
    expect(step.stdout).not.toMatch(/^::error::/m);
  });

  it('leaves no grandchild behind when apply succeeds', async () => {
    const main =
      'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = "setsid sleep 86.4 >/dev/null 2>&1 & setsid sleep 86.4 >/dev/null 2>&1 &"\n  }\n}\n';
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const plan = await terraform(kit, { command: 'plan' }, { workspace });
    const step = await terraform(kit, { command: 'apply', fingerprint: plan.outputs['fingerprint']! }, { workspace });
    expect(step.outputs['outcome']).toBe('applied');
    expect(processesOf('sleep 86.4')).toEqual([]);
  });
});

describe.skipIf(!terraformPath)('a sealed plan', () => {
  const refusal = (stdout: string) => stdout.slice(stdout.indexOf('terraform apply failed (seal-invalid)'), stdout.indexOf('::error'));

  it('is refused with one and the same text whatever is wrong', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource, 'other/main.tf': oneResource });
    const apply = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
      terraform(kit, { command: 'apply', ...sealed, ...inputs }, { workspace, environment });
    const nothing = await apply();
    const path = (await terraform(kit, { command: 'plan', ...sealed }, { workspace })).outputs['plan-path']!;
    const good = readFileSync(path);
    const texts = new Set([refusal(nothing.stdout)]);
    const refuse = async (step: Awaited<ReturnType<typeof apply>>) => {
      expect(step.exitCode).toBe(1);
      expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'seal-invalid', fingerprint: '' });
      texts.add(refusal(step.stdout));
    };
    await refuse(nothing);
    await refuse(await apply({ 'plan-passphrase': `${passphrase}!` }));
    await refuse(await apply({}, { GITHUB_SHA: 'b'.repeat(40) }));
    await refuse(await apply({}, { GITHUB_REPOSITORY: 'bank/other' }));
    await refuse(await apply({ 'working-directory': 'other' }));
    await refuse(await apply({ 'plan-max-age': '0ms' }));
    for (const at of [0, 30, good.indexOf('\n') - 1, good.indexOf('\n'), good.indexOf('\n') + 3, good.length >> 1, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(path, bad);
      await refuse(await apply());
    }
    await byHand(workspace, ['init', '-input=false']);
    await byHand(workspace, ['plan', '-input=false', `-out=${path}`]);
    await refuse(await apply());
    writeFileSync(path, '');
    await refuse(await apply());
    expect(texts.size, [...texts].join('\n---\n')).toBe(1);
    expect(existsSync(join(workspace, 'terraform.tfstate'))).toBe(false);
    writeFileSync(path, good);
    expect((await apply()).outputs['outcome']).toBe('applied');
  }, 120_000);

  it('is sealed by KMS and stored in S3', async () => {
    const key = kit.kms.addKey();
    const bucket = kit.s3.addBucket('bank-plans');
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const inputs = { 'plan-store': 's3://bank-plans/stacks', 'plan-key': key };
    const plan = await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    expect(plan.exitCode, plan.stdout).toBe(0);
    const [name = ''] = [...bucket.keys()];
    expect(plan.outputs['plan-path']).toBe(`s3://bank-plans/${name}`);
    expect(plan.report?.calls).toEqual({ 'kms:GenerateDataKey': 1, 's3:PutObject': 1 });
    const elsewhere = await terraform(kit, { command: 'apply', ...inputs }, { workspace, environment: { GITHUB_SHA: 'c'.repeat(40) } });
    expect(elsewhere.outputs['failure-reason']).toBe('seal-invalid');
    const otherKey = await terraform(kit, { command: 'apply', ...inputs, 'plan-key': kit.kms.addKey() }, { workspace });
    expect(otherKey.outputs['failure-reason']).toBe('seal-invalid');
    const step = await terraform(kit, { command: 'apply', ...inputs }, { workspace });
    expect(step.outputs['outcome'], step.stdout).toBe('applied');
    expect(step.report?.calls).toEqual({ 'kms:Decrypt': 1, 's3:GetObject': 1 });
    const noBucket = await terraform(kit, { command: 'plan', ...inputs, 'plan-store': 's3://bank-nowhere/x' }, { workspace });
    expect(noBucket.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    const noKey = await terraform(kit, { command: 'plan', ...inputs, 'plan-key': key.replace(/.{4}$/, 'ffff') }, { workspace });
    expect(noKey.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    const disabled = kit.kms.addKey();
    kit.kms.keys.get(disabled)!.state = 'Disabled';
    const off = await terraform(kit, { command: 'plan', ...inputs, 'plan-key': disabled }, { workspace });
    expect(off.outputs['failure-reason']).toBe('invalid-input');
    expect(off.stdout).toContain('DisabledException');
    kit.kms.denied.add('GenerateDataKey');
    const denied = await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    kit.kms.denied.clear();
    expect(denied.outputs['failure-reason']).toBe('access-denied');
    expect(denied.stdout).toContain('kms:GenerateDataKey');
    const keyless = await terraform(kit, { command: 'plan', ...inputs }, { workspace, keys: false });
    expect(keyless.outputs['failure-reason']).toBe('credentials-missing');
  });
});
