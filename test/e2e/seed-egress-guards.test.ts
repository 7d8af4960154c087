import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
});
afterEach(() => kit.close());

const row = (name: string, more: Record<string, unknown> = {}) => ({
  source_prefix: `dataegress/${name}/$TODAYS_DATE/*`,
  pipeline_name: 'ERS',
  source_bucket: 'pub-1',
  destination_bucket: 'one-in',
  destination_prefix: `ucds/${name}/`,
  transfer_type: 'S3',
  decrypt: true,
  ...more,
});
const rowsFile = (rows: object[]) => `version: 1\nrows:\n${rows.map((entry) => `  - ${JSON.stringify(entry)}\n`).join('')}`;
const many = (count: number) => Array.from({ length: count }, (_, index) => row(`set-${String(index).padStart(3, '0')}`));

const seed = (rows: object[] | string, inputs: Record<string, string> = {}, more: object = {}) => {
  writeFileSync(join(kit.folder, 'rows.yaml'), typeof rows === 'string' ? rows : rowsFile(rows));
  return runStep(kit, { action: 'seed-egress', workspace: kit.folder, inputs: { command: 'apply', rows: 'rows.yaml', ...inputs }, ...more });
};
const counts = (step: Awaited<ReturnType<typeof seed>>) => {
  const all = JSON.parse(step.outputs['counts'] || '{}') as Record<string, number>;
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
};
const live = (prefix: string) => ({ source_prefix: { S: prefix }, pipeline_name: { S: 'ERS' } });

describe('guards', () => {
  it.each([
    [10, 3, 2],
    [3, 2, 1],
    [200, 26, 25],
  ])('of %i rows refuses %i deletes before any write, and carries out %i', async (all, tooMany, allowed) => {
    await seed(many(all));
    kit.ledger.clear();
    const refused = await seed([...many(all - tooMany), row('new')]);
    expect(refused.exitCode).toBe(1);
    expect(refused.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'mass-delete' });
    expect(kit.ledger.of('dynamodb', 'PutItem')).toEqual([]);
    const plan = await seed(many(all - tooMany), { command: 'plan' });
    expect(plan.exitCode).toBe(0);
    expect(plan.summary).toContain('mass-delete');
    expect(counts(await seed(many(all - allowed)))).toMatchObject({ delete: allowed, writes: allowed });
  });

  it('deletes more when told so', async () => {
    await seed(many(8));
    expect(counts(await seed(many(4), { 'max-deletes': '4' }))).toMatchObject({ delete: 4, writes: 4 });
    expect((await seed('version: 1\nrows: []\n', { 'max-deletes': '0' })).outputs['failure-reason']).toBe('mass-delete');
    expect(counts(await seed('version: 1\nrows: []\n', { 'allow-mass-delete': 'true' }))).toMatchObject({ delete: 4, writes: 4 });
    expect(table.items()).toEqual([]);
  });

  it('applies the reviewed plan only', async () => {
    const plan = await seed([row('a')], { command: 'plan' });
    const digest = plan.outputs['plan-digest'] ?? '';
    table.seed(live('dataegress/a/$TODAYS_DATE/*'));
    const moved = await seed([row('a')], { 'plan-digest': digest, adopt: 'true' });
    expect(moved.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'plan-moved' });
    table.remove(live('dataegress/a/$TODAYS_DATE/*'));
    expect((await seed([row('a')], { 'plan-digest': digest })).outputs['outcome']).toBe('applied');
  });
});

describe('the comment', () => {
  const comments = () => kit.github.comments.get('bank/payments#7') ?? [];
  const event = { pull_request: { number: 7 } };

  it('shows the plan on the pull request, once, brought up to date', async () => {
    const inputs = { command: 'plan', 'github-token': kit.github.token };
    const first = await seed([row('a')], inputs, { event });
    expect(first.exitCode, first.stdout).toBe(0);
    await seed([row('a'), row('b', { recipient_name: '<b>|`x' })], inputs, { event });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain('2 create');
    expect(comments()[0]?.body).toContain('`` {"S":"<b>\\|`x"} ``');
    expect(first.masks).toContain(kit.github.token);
  });

  it('is left out without a token or a pull request, and its refusal fails nothing', async () => {
    await seed([row('a')], { command: 'plan' }, { event });
    await seed([row('a')], { command: 'plan', 'github-token': kit.github.token });
    const refused = await seed([row('a')], { command: 'plan', 'github-token': 'wrong-token-of-nobody' }, { event });
    expect(refused.exitCode, refused.stdout).toBe(0);
    expect(refused.stdout).toContain('the comment could not be posted');
    expect(comments()).toEqual([]);
  });
});

it('says in the summary of a refusal why and what to do', async () => {
  table.seed({ ...live('dataegress/a/$TODAYS_DATE/*'), decrypt: { S: 'true' } });
  const step = await seed([row('a')]);
  expect(step.summary).toContain('has no owner and differs');
  expect(step.summary).toContain('adopt: true');
});
