/** check-conventions on the shipped file: plans of every Terraform and of OpenTofu, and what plans hold besides plain changes. */
import { closeSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, planJson, ref } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

type Json = Record<string, unknown>;
type Entry = Json & { change: Json };

const bad = { address: 'aws_db_instance.bad', after: { storage_encrypted: false } };
const good = { address: 'aws_db_instance.good', after: { storage_encrypted: true } };

function judge(workspace: string, inputs: Record<string, string>): Promise<StepResult> {
  return runStep(kit, { action: 'check-conventions', workspace, inputs: { 'plan-file': 'plan.json', only: 'rds-encrypted', ...inputs } });
}

function check(plan: string | Buffer | Json, inputs: Record<string, string> = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  writeFileSync(join(workspace, 'plan.json'), typeof plan === 'string' || Buffer.isBuffer(plan) ? plan : JSON.stringify(plan));
  return judge(workspace, inputs);
}

const failing = (step: StepResult): string[] =>
  (step.report?.result.findings ?? []).map(({ verdict, address }: Record<string, string>) => `${verdict} ${address}`);

/** Terraform 0.12: no marks of what is sensitive, short provider names, references to whole resources. */
function oldPlan(): Json {
  const plan = planJson({ resources: [bad, good] }) as Json & { resource_changes: Entry[] };
  for (const entry of plan.resource_changes) {
    entry['provider_name'] = 'aws';
    delete entry.change['before_sensitive'];
    delete entry.change['after_sensitive'];
  }
  for (const key of ['timestamp', 'applyable', 'complete', 'errored', 'relevant_attributes']) delete plan[key];
  return { ...plan, format_version: '0.1', terraform_version: '0.12.31' };
}

describe('versions', () => {
  it.each([
    ['0.1', '0.12.31'],
    ['0.1', '0.13.7'],
    ['0.1', '0.14.11'],
    ['0.2', '1.0.11'],
    ['1.0', '1.1.9'],
    ['1.1', '1.3.10'],
    ['1.2', '1.5.7'],
    ['1.2', '1.14.0'],
    ['1.3', '1.20.0'],
  ])('reads format %s of Terraform %s', async (format, version) => {
    const step = await check({ ...oldPlan(), format_version: format, terraform_version: version });
    expect(step.outputs['failure-reason'], step.stdout).toBe('violations');
    expect(failing(step)).toEqual(['fail aws_db_instance.bad']);
    expect(step.report?.result.terraformVersion).toBe(version);
  });

  it('proves a key by the references of Terraform 0.12, which name no attribute', async () => {
    const key = { address: 'aws_kms_key.db' };
    const rds = { ...good, unknown: { kms_key_id: true }, expressions: { storage_encrypted: constant(true), kms_key_id: { references: ['aws_kms_key.db'] } } };
    const step = await check({ ...planJson({ resources: [key, rds] }), format_version: '0.1' }, { only: 'rds-cmk' });
    expect(failing(step)).toEqual([]);
  });

  it.each(['0.3', '0.0', '0', '10.0', '2', '1.x', '', 1, null])('refuses format %j by name', async (format) => {
    const step = await check({ ...planJson({ resources: [good] }), format_version: format });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'plan-format' });
    expect(step.stdout).toContain(`format_version is ${JSON.stringify(format)}`);
  });

  it('reads what OpenTofu writes', async () => {
    const plan = planJson({ resources: [bad, good] }) as Json & { resource_changes: Entry[] };
    for (const entry of plan.resource_changes) entry['provider_name'] = 'registry.opentofu.org/hashicorp/aws';
    const step = await check({ ...plan, terraform_version: '1.9.0', provider_format_version: '1.0', tofu_only: { a: [1] } });
    expect(failing(step)).toEqual(['fail aws_db_instance.bad']);
  });
});

describe('changes', () => {
  const cases: [what: string, plan: Json, expected: string[]][] = [
    ['forget', planJson({ resources: [{ ...bad, actions: ['forget'], before: bad.after, after: null }] }), []],
    ['forget and create', planJson({ resources: [{ ...bad, actions: ['create', 'forget'], before: bad.after }] }), ['fail aws_db_instance.bad']],
    [
      'import as it is',
      planJson({ resources: [{ ...bad, actions: ['no-op'], change: { importing: { id: 'x' }, generated_config: 'x' } }] }),
      ['fail aws_db_instance.bad'],
    ],
    ['moved', planJson({ resources: [{ ...bad, actions: ['no-op'], more: { previous_address: 'aws_db_instance.old' } }] }), ['fail aws_db_instance.bad']],
    [
      'replaced with paths and a reason',
      planJson({
        resources: [
          { ...bad, actions: ['delete', 'create'], before: bad.after, more: { action_reason: 'replace_by_request' }, change: { replace_paths: [['engine']] } },
        ],
      }),
      ['fail aws_db_instance.bad'],
    ],
    ['read later', planJson({ resources: [{ ...bad, actions: ['read'], more: { mode: 'data' } }, good] }), []],
    ['deposed', planJson({ resources: [{ ...bad, actions: ['delete'], before: bad.after, after: null, more: { deposed: 'abcd1234' } }, good] }), []],
    ['nothing', planJson({ resources: [] }), []],
    [
      'deferred',
      planJson({
        resources: [good],
        top: {
          complete: false,
          deferred_changes: [{ reason: 'resource_config_unknown', resource_change: { ...bad, change: { actions: ['create'], after: bad.after } } }],
        },
      }),
      [],
    ],
    [
      'other providers of one type',
      planJson({ resources: [{ ...bad, providerKey: 'aws.west' }, good], top: { checks: [{ address: {}, status: 'pass' }] } }),
      ['fail aws_db_instance.bad'],
    ],
    [
      'a resource without values',
      planJson({ resources: [{ address: 'aws_db_instance.empty', after: {}, unknown: true as unknown as Json }] }),
      ['unknown aws_db_instance.empty'],
    ],
    [
      'identity and action invocations',
      planJson({
        resources: [{ ...bad, change: { after_identity: { id: 'x' } } }],
        top: { action_invocations: [{ address: 'action.x.y' }], output_changes: {} },
      }),
      ['fail aws_db_instance.bad'],
    ],
  ];
  it.each(cases)('%s', async (_what, plan, expected) => {
    const step = await check(plan);
    expect(failing(step), step.stdout).toEqual(expected);
    expect(['violations', '']).toContain(step.outputs['failure-reason']);
  });

  it('says when a plan changes nothing', async () => {
    const step = await check(planJson({ resources: [] }));
    expect(step.exitCode).toBe(0);
    expect(`${step.stdout}${step.summary}`).toMatch(/no resource/i);
  });

  it('reports an address once, also when it stands twice', async () => {
    const step = await check(planJson({ resources: [bad, bad] }));
    expect(failing(step)).toEqual(['fail aws_db_instance.bad']);
  });

  it('reads providers with aliases', async () => {
    const providers = {
      aws: { name: 'aws', expressions: { region: constant('eu-central-1') } },
      'aws.west': { name: 'aws', alias: 'west', expressions: { region: ref('var.region') } },
    };
    const plan = planJson({ resources: [{ ...good, providerKey: 'aws.west' }] });
    (plan['configuration'] as Json)['provider_config'] = providers;
    expect((await check(plan, { only: '' })).outputs['failure-reason']).not.toBe('plan-format');
  });
});

describe('sizes', () => {
  it('reads 200 MB in a single string', async () => {
    const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
    const text = JSON.stringify({ ...planJson({ resources: [{ ...bad, after: { ...bad.after, user_data: 'HERE' } }] }), planned_values: {} });
    const [before = '', after = ''] = text.split('HERE');
    const file = openSync(join(workspace, 'plan.json'), 'w');
    writeSync(file, before);
    const part = Buffer.alloc(10_000_000, 'x');
    for (let count = 0; count < 20; count += 1) writeSync(file, part);
    writeSync(file, after);
    closeSync(file);
    const step = await judge(workspace, {});
    expect(failing(step), step.stdout.slice(0, 2000)).toEqual(['fail aws_db_instance.bad']);
  });

  it.each([
    ['maps', '{"a":', '}'],
    ['lists', '[', ']'],
  ])('reads %s nested 10,000 deep', async (_what, open, close) => {
    const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
    const text = JSON.stringify(planJson({ resources: [bad] }));
    const step = await check(text.replace('"storage_encrypted":false', `"x":${deep},"storage_encrypted":false`));
    expect(failing(step), step.stdout.slice(0, 2000)).toEqual(['fail aws_db_instance.bad']);
  });
});
