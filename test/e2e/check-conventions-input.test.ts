/** check-conventions on the shipped file: what it refuses, and how it says so. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planJson } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const plan = JSON.stringify(planJson({ resources: [{ address: 'aws_db_instance.main', after: { storage_encrypted: true, kms_key_id: 'k' } }] }));

async function check(files: Record<string, string | Buffer>, inputs: Record<string, string> = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  mkdirSync(join(workspace, 'folder'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(workspace, name), content);
  return await runStep(kit, { action: 'check-conventions', workspace, inputs: { 'plan-file': 'plan.json', only: 'rds-encrypted', ...inputs } });
}

const refusal = async (content: string | Buffer) => await check({ 'plan.json': content });

describe('plans', () => {
  const cases: [what: string, content: string | Buffer, reason: string, words: string[]][] = [
    ['cut off', plan.slice(0, 700), 'plan-format', ['byte 700', 'the file ends here, in the middle of the plan']],
    [
      'broken',
      plan.replace('"resource_changes":[', '"resource_changes":[,'),
      'plan-format',
      [`byte ${plan.indexOf('"resource_changes":[') + 20} in resource_changes`],
    ],
    ['broken in a part that is passed over', plan.replace('"planned_values":{', '"planned_values":{{'), 'plan-format', ['byte', 'in planned_values']],
    ['empty', '', 'plan-format', ['the file is empty']],
    ['a binary plan', Buffer.from('PK\u0003\u0004rest'), 'plan-format', ['binary plan', 'terraform show -json plan.bin > plan.json']],
    [
      'text',
      'Terraform used the selected providers to generate the following execution plan.',
      'plan-format',
      ['for people, not JSON', 'terraform show -json'],
    ],
    ['the log of plan -json', '{"@level":"info","@message":"Terraform 1.11.4"}\n{}', 'plan-format', ['the log of `terraform plan -json`']],
    ['a state', '{"version":4,"serial":1,"lineage":"x","resources":[]}', 'plan-format', ['state file, not a plan']],
    ['other JSON', '{"name":"x"}', 'plan-format', ['not a plan: it has no format_version']],
    ['a list', '[1]', 'plan-format', ['byte 0', 'want the map of a plan']],
    ['format 2.0', plan.replace('"1.2"', '"2.0"'), 'plan-format', ['format_version is "2.0"; this action knows 1.x']],
    ['doubled keys', plan.replace('"errored":false', '"errored":false,"resource_changes":[]'), 'plan-format', ['resource_changes stands twice']],
    ['followed by more', `${plan}{}`, 'plan-format', [`byte ${plan.length}`, 'something follows']],
    ['errored', plan.replace('"errored":false', '"errored":true'), 'plan-errored', ['planning failed']],
    [
      'a change without actions',
      plan.replace('"actions":["create"]', '"actions":["eat"]'),
      'plan-format',
      ['aws_db_instance.main has no change with known actions'],
    ],
  ];
  it.each(cases)('%s', async (_what, content, reason, words) => {
    const step = await refusal(content);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': reason, verdict: '' });
    for (const word of words) expect(step.stdout).toContain(word);
    expect(step.stdout).toContain('Do this:');
  });

  it('reads UTF-16 with a mark, as PowerShell writes it, and UTF-8 with one', async () => {
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plan, 'utf16le')]))).toMatchObject({ exitCode: 0 });
    expect(await refusal(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(plan, 'utf16le').swap16()]))).toMatchObject({ exitCode: 0 });
    expect(await refusal(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(plan)]))).toMatchObject({ exitCode: 0 });
  });

  it('reads deep nesting anywhere', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const step = await refusal(
      plan.replace('"planned_values":{', `"planned_values":{"x":${deep},`).replace('"storage_encrypted":true', `"storage_encrypted":true,"y":${deep}`),
    );
    expect(step.exitCode, step.stdout.slice(0, 2000)).toBe(0);
  });
});

describe('inputs', () => {
  const cases: [what: string, inputs: Record<string, string>, words: string[]][] = [
    ['no plan', { 'plan-file': '' }, ['plan-file: got nothing; want one element a line; e.g. plan.json']],
    ['a plan that is not there', { 'plan-file': 'none.json' }, ['plan-file: got "none.json"', 'does not exist']],
    ['a folder', { 'plan-file': 'folder' }, ['is a folder']],
    ['a folder to write to', { 'sarif-file': 'folder' }, ['sarif-file: got "folder"; want a file to write:', 'is a folder; e.g. conventions.sarif']],
    ['an unknown profile', { profile: 'bank,banc' }, ['profile: got "banc"; want one or more of mz, opta, dwp, sysdesign2, bank, strict']],
    ['an unknown rule', { only: 'rds-encripted' }, ['there is no rule "rds-encripted"; did you mean rds-encrypted?']],
    ['rules with commas', { only: 'rds-encrypted,rds-cmk' }, ['one id a line']],
    ['an unknown word', { 'block-on': 'old' }, ['block-on: got "old"; want one of new, all; e.g. new']],
    ['manifests that are not there', { manifests: 'k8s/*.yaml' }, ['manifests: got "k8s/*.yaml"; want a glob that matches files']],
    ['an unknown input', { 'plan-fil': 'x' }, ['plan-fil: got an unknown input; want plan-file']],
    ['an input of another action', { baseline: 'x' }, ['block-on: new']],
    ['three at once', { 'block-on': 'x', unknown: 'y', timeout: 'z' }, ['3 inputs are wrong', 'block-on: got "x"', 'unknown: got "y"', 'timeout: got "z"']],
  ];
  it.each(cases)('%s', async (_what, inputs, words) => {
    const step = await check({ 'plan.json': plan }, inputs);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    for (const word of words) expect(step.stdout).toContain(word);
  });
});

describe('files that people write', () => {
  const cases: [what: string, input: string, content: string, words: string[]][] = [
    ['another version', 'config-file', 'version: 2\n', ['f.yaml:1:10 unknown-value version has to be 1']],
    ['an unknown key', 'config-file', 'version: 1\nrule: {}\n', ['f.yaml:2:1 unknown-key rule is not a key here; did you mean rules?']],
    ['an unknown rule', 'config-file', 'version: 1\nrules:\n  rds-cnk: off\n', ['f.yaml:3:3 unknown-key rds-cnk is not a key here; did you mean rds-cmk?']],
    [
      'a wrong severity',
      'config-file',
      'version: 1\nrules:\n  rds-cmk: eror\n',
      ['f.yaml:3:12 unknown-value rds-cmk has to be one of off, error, warn, info; did you mean error?'],
    ],
    [
      'a wrong parameter',
      'config-file',
      'version: 1\nrules:\n  s3-encrypted: { minimun: AES256 }\n',
      ['unknown-key minimun is not a key here; did you mean minimum?'],
    ],
    ['a wrong pattern', 'config-file', 'version: 1\nrules:\n  ssm-secure: { pattern: "(" }\n', ['f.yaml:3:26 wrong-value pattern is no regular expression']],
    ['a doubled key', 'config-file', 'version: 1\nversion: 1\n', ['duplicate-key']],
    ['no YAML', 'config-file', 'version: [\n', ['syntax']],
    [
      'a waiver without owner',
      'waivers-file',
      'version: 1\nwaivers:\n  - { rule: rds-cmk, address: "*", reason: r, until: "2099-01-01" }\n',
      ['f.yaml:3:5 missing-key owner is missing'],
    ],
    [
      'a waiver of an unknown rule',
      'waivers-file',
      'version: 1\nwaivers:\n  - { rule: rds-cnk, address: "*", owner: o, reason: r, until: "2099-01-01" }\n',
      ['unknown-rule there is no rule "rds-cnk"; did you mean rds-cmk?'],
    ],
    [
      'a waiver until no day',
      'waivers-file',
      'version: 1\nwaivers:\n  - { rule: rds-cmk, address: "*", owner: o, reason: r, until: "2099-02-30" }\n',
      ['wrong-value until is "2099-02-30"'],
    ],
  ];
  it.each(cases)('%s', async (_what, input, content, words) => {
    const step = await check({ 'plan.json': plan, 'f.yaml': content }, { [input]: 'f.yaml' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file' });
    for (const word of words) expect(step.stdout).toContain(word);
  });

  it('tells wrong inputs and wrong files together', async () => {
    const step = await check({ 'plan.json': plan, 'f.yaml': 'version: 2\n' }, { 'config-file': 'f.yaml', unknown: 'maybe' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('unknown: got "maybe"');
    expect(step.stdout).toContain('f.yaml:1:10 unknown-value version');
  });
});
