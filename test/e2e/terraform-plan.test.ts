/** terraform: plan, on the shipped dist and the real terraform. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of Terraform.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, openFiles, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, changesOf, copyOf, passphrase, terraform, terraformPath, workspaceOf, writeFiles } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const oneResource = 'resource "terraform_data" "a" {\n  input = "one"\n}\noutput "greeting" {\n  value = terraform_data.a.input\n}\n';
const planSealed = { command: 'plan', 'plan-store': 'path:plans', 'plan-passphrase': passphrase };

describe.skipIf(!terraformPath)('terraform plan', () => {
  it('shows what would change, and stores the plan sealed', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    const step = await terraform(kit, planSealed, { workspace });
    expect(step.exitCode, step.stdout + step.stderr).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'changes', 'failure-reason': '' });
    expect(JSON.parse(step.outputs['counts']!)).toEqual({ create: 1, update: 0, delete: 0, replace: 0, import: 0, forget: 0, 'no-op': 0 });
    expect(step.outputs['fingerprint']).toMatch(/^[0-9a-f]{64}$/);
    expect(step.outputs['plan-path']).toMatch(new RegExp(`^${workspace}/plans/`));
    expect(statSync(step.outputs['plan-path']!).mode & 0o777).toBe(0o600);
    expect(readFileSync(step.outputs['plan-path']!).includes('terraform_data')).toBe(false);
    expect(changesOf(step).changes).toMatchObject([
      { address: 'terraform_data.a', actions: ['create'], before: null, after: { input: 'one', id: '(known after apply)' } },
    ]);
    expect(step.outputs['outputs']).toBe('');
    expect(step.report).toMatchObject({ schema: 'slipway.terraform/1', outcome: 'changes', result: { terraformVersion: expect.stringMatching(/^\d/) } });
    expect(step.summary).toContain('terraform plan: changes');
    expect(openFiles(step)).toEqual([]);
    expect(existsSync(step.state['folder']!)).toBe(false);
    expect(
      readdirSync(step.temp)
        .map((name) => name.replace(/\d+/g, 'N'))
        .sort(),
    ).toEqual(['slipway-terraform-N-N.json', 'slipway-terraform-changes-N-N.json', 'slipway-terraform-job.json']);
    expect(existsSync(join(workspace, '.terraform.tfstate.lock.info'))).toBe(false);
  });

  it('says unchanged when nothing is to do', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    await byHand(workspace, ['init', '-input=false']);
    await byHand(workspace, ['apply', '-auto-approve', '-input=false']);
    const step = await terraform(kit, { command: 'plan' }, { workspace });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'unchanged', 'failure-reason': '' });
    expect(JSON.parse(step.outputs['counts']!)).toMatchObject({ create: 0, 'no-op': 1 });
  });

  it('takes an output change alone, and a move alone, for changes', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': oneResource });
    await byHand(workspace, ['init', '-input=false']);
    await byHand(workspace, ['apply', '-auto-approve', '-input=false']);
    writeFiles(workspace, { 'more.tf': 'output "more" {\n  value = 1\n}\n' });
    expect((await terraform(kit, { command: 'plan' }, { workspace })).outputs['outcome']).toBe('changes');
    writeFiles(workspace, {
      'more.tf': '',
      'main.tf': oneResource.replaceAll('terraform_data.a', 'terraform_data.b').replace('"a"', '"b"'),
      'moved.tf': 'moved {\n  from = terraform_data.a\n  to = terraform_data.b\n}\n',
    });
    const moved = await terraform(kit, { command: 'plan' }, { workspace });
    expect(moved.outputs['outcome']).toBe('changes');
    expect(JSON.parse(moved.outputs['counts']!)).toMatchObject({ create: 0, delete: 0, 'no-op': 1 });
  });

  it('gives one fingerprint on another machine, in another folder, with other passphrase; another one for any difference', async () => {
    const main = 'variable "n" {\n  type = number\n}\nvariable "unused" {\n  default = 1\n}\nresource "terraform_data" "a" {\n  input = var.n\n}\n';
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const fingerprint = async (inputs: Record<string, string>, options = {}) => {
      const step = await terraform(kit, { command: 'plan', ...inputs }, { workspace, ...options });
      expect(step.exitCode, step.stdout).toBe(0);
      return step.outputs['fingerprint'];
    };
    const first = await fingerprint({ variables: 'n: 12345678901234567890' });
    expect(await fingerprint({ variables: 'n: 12345678901234567890' }, { workspace: copyOf(kit, workspace) })).toBe(first);
    expect(await fingerprint({}, { environment: { TF_VAR_n: '12345678901234567890', GITHUB_SHA: 'f'.repeat(40), GITHUB_RUN_ID: '1' } })).toBe(first);
    expect(await fingerprint({ variables: '{"n": 12345678901234567890, "unused": 1}', 'plan-store': 'path:p', 'plan-passphrase': 'other passphrase' })).toBe(
      first,
    );
    expect(await fingerprint({ variables: 'n: 12345678901234567891' })).not.toBe(first);
    expect(await fingerprint({ variables: 'n: 12345678901234567890\nunused: 2' })).not.toBe(first);
    expect(await fingerprint({ variables: 'n: 12345678901234567890' }, { environment: { GITHUB_REPOSITORY: 'bank/other' } })).not.toBe(first);
  });

  it('lets variables win over variable-files, and these over auto files; strings stay literal', async () => {
    const workspace = workspaceOf(kit, {
      'main.tf': 'variable "a" {}\nvariable "b" {}\nvariable "c" {}\nresource "terraform_data" "x" {\n  input = [var.a, var.b, var.c]\n}\n',
      'x.auto.tfvars': 'a = "auto"\nb = "auto"\nc = "auto"\n',
      'vars/prod.tfvars': 'a = "file"\nb = "file"\n',
    });
    const step = await terraform(kit, { command: 'plan', variables: 'a: "${literal} %{x}"', 'variable-files': 'vars/prod.tfvars' }, { workspace });
    expect(changesOf(step).changes[0]?.after).toMatchObject({ input: ['${literal} %{x}', 'file', 'auto'] });
  });

  it('keeps what is sensitive out of every byte that it writes', async () => {
    const secrets = ['hunter2-sensitive', 'pw-under-a-name-1', 'plain-in-local-exec'];
    const workspace = workspaceOf(kit, {
      'main.tf': [
        'variable "s" {\n  sensitive = true\n}\nvariable "open" {}',
        'resource "terraform_data" "a" {\n  input = { mine = var.s, db_password = "pw-under-a-name-1", env = [{ name = "API_TOKEN", value = "plain-in-local-exec" }], twice = "x ${nonsensitive(var.s)} y", open = var.open }\n}',
        'resource "terraform_data" "k" {\n  for_each = toset([nonsensitive(var.s)])\n}',
        'output "s" {\n  value = var.s\n  sensitive = true\n}',
        'check "c" {\n  assert {\n    condition = terraform_data.a.id == null\n    error_message = "saw ${nonsensitive(var.s)} ##[error]x"\n  }\n}',
      ].join('\n'),
    });
    const step = await terraform(kit, { ...planSealed, variables: 's: hunter2-sensitive\nopen: visible', redact: 'input.open' }, { workspace });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(findLeaks(step, [...secrets, passphrase])).toEqual([]);
    expect(step.masks).toContain('hunter2-sensitive');
    const [a, k] = changesOf(step).changes;
    expect(a?.after).toMatchObject({
      input: { mine: '(sensitive)', db_password: '(sensitive)', env: [{ name: 'API_TOKEN', value: '(sensitive)' }], open: '(sensitive)' },
    });
    expect(k?.address).toBe('terraform_data.k["(sensitive)"]');
    expect(step.stdout).not.toContain('##[error]');
  });
});

describe.skipIf(!terraformPath)('terraform plan, stopped', () => {
  it('blocks destroys that are not allowed, and still tells fingerprint and counts', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': `${oneResource}resource "terraform_data" "b" {\n  triggers_replace = 1\n}\n` });
    await byHand(workspace, ['init', '-input=false']);
    await byHand(workspace, ['apply', '-auto-approve', '-input=false']);
    writeFiles(workspace, { 'main.tf': 'resource "terraform_data" "b" {\n  triggers_replace = 2\n}\n' });
    const plan = (inputs: Record<string, string>) => terraform(kit, { ...planSealed, ...inputs }, { workspace });
    const blocked = await plan({});
    expect(blocked.exitCode).toBe(1);
    expect(blocked.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'destroy-blocked', 'plan-path': '' });
    expect(JSON.parse(blocked.outputs['counts']!)).toMatchObject({ delete: 1, replace: 1, create: 0 });
    expect(blocked.outputs['fingerprint']).toMatch(/^[0-9a-f]{64}$/);
    expect(blocked.stdout).toContain('terraform_data.a would be destroyed');
    expect(blocked.stdout).toContain('terraform_data.b would be replaced');
    expect(existsSync(join(workspace, 'plans'))).toBe(false);
    expect((await plan({ destroyable: '*' })).outputs['failure-reason']).toBe('destroy-blocked');
    expect((await plan({ 'allow-destroy': 'listed', destroyable: 'terraform_data.a' })).stdout).toContain('terraform_data.b would be replaced: no glob');
    expect((await plan({ 'allow-destroy': 'listed', destroyable: 'terraform_data.?' })).outputs['outcome']).toBe('changes');
    expect((await plan({ 'allow-destroy': 'all' })).outputs['outcome']).toBe('changes');
    expect((await plan({ 'allow-destroy': 'all', stateful: 'terraform_data', destroyable: '*' })).outputs['failure-reason']).toBe('destroy-blocked');
    expect((await plan({ 'allow-destroy': 'all', stateful: 'terraform_data', destroyable: 'terraform_data.a\nterraform_data.b' })).outputs['outcome']).toBe(
      'changes',
    );
  });

  const failures: [string, Record<string, string>, Record<string, string>, string, string][] = [
    ['a syntax error', { 'main.tf': 'resource "terraform_data" "a" {' }, {}, 'init-failed', 'main.tf:1'],
    ['a syntax error without init', { 'main.tf': 'resource "terraform_data" "a" {' }, { init: 'false' }, 'plan-failed', 'main.tf:1'],
    ['a wrong required_version', { 'main.tf': 'terraform {\n  required_version = "> 99"\n}' }, {}, 'init-failed', 'Unsupported Terraform Core version'],
    ['a missing module', { 'main.tf': 'module "m" {\n  source = "./nope"\n}' }, {}, 'init-failed', 'nope'],
    ['a missing variable', { 'main.tf': 'variable "given" {}' }, {}, 'plan-failed', 'No value for required variable'],
    ['no *.tf', { 'readme.md': '' }, {}, 'invalid-input', 'this one has none'],
    ['a folder that is not there', { 'main.tf': '' }, { 'working-directory': 'infra' }, 'invalid-input', 'this one is not there'],
    [
      'a workspace that does not exist',
      { 'main.tf': '# nothing' },
      { workspace: 'staging' },
      'invalid-input',
      'workspace: got "staging"; want one that exists: default',
    ],
    [
      'a variable file that is not there',
      { 'main.tf': '# nothing' },
      { 'variable-files': 'prod.tfvars' },
      'invalid-input',
      'variable-files: got "prod.tfvars"',
    ],
    [
      'a variable file that is broken',
      { 'main.tf': 'variable "a" {}\n', 'v/prod.tfvars': 'a = "x\n' },
      { 'variable-files': 'v/prod.tfvars' },
      'invalid-file',
      'v/prod.tfvars:1',
    ],
    ['a doubled variable', { 'main.tf': '# nothing' }, { variables: 'a: 1\na: 2' }, 'invalid-input', 'variables: got'],
    ['a bad variable name', { 'main.tf': '# nothing' }, { variables: 'a b: 1' }, 'invalid-input', 'variables: got'],
    [
      'terraform-path to nothing',
      { 'main.tf': '# nothing' },
      { 'terraform-path': '/nope/terraform' },
      'invalid-input',
      'terraform-path: got "/nope/terraform"',
    ],
  ];
  it.each(failures)('%s', async (_name, files, inputs, reason, words) => {
    const workspace = workspaceOf(kit, files);
    const step = await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': reason });
    expect(step.stdout).toContain(words);
    expect(existsSync(join(workspace, 'terraform.tfstate.d'))).toBe(false);
  });
});
