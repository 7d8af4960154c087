/** Sentences of contract/data.md on seed-egress that no other test holds to, against the built action. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
});
afterEach(() => kit.close());

const rows =
  "version: 1\nrows:\n  - { source_prefix: a/, pipeline_name: A, source_bucket: pub-1, destination_bucket: one-in, destination_prefix: '', transfer_type: S3 }\n";
const role = 'arn:aws:iam::111122223333:role/egress';

/** Runs the step on `rows.yaml` and further files. */
function seed(inputs: Record<string, string>, files: Record<string, string> = {}, more: object = {}): Promise<StepResult> {
  for (const [name, text] of Object.entries({ 'rows.yaml': rows, ...files })) writeFileSync(join(kit.folder, name), text);
  return runStep(kit, { action: 'seed-egress', workspace: kit.folder, inputs: { command: 'plan', rows: 'rows.yaml', ...inputs }, ...more });
}

describe('a role that cannot be assumed', () => {
  it.each(['plan', 'apply', 'explain'])('%s names the role and its trust policy, and keeps its outputs', async (command) => {
    const step = await seed({ command, 'role-to-assume': role, ...(command === 'explain' ? { rows: '', 'object-key': 'a/x' } : {}) });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'access-denied', changed: 'false' });
    expect(step.stdout).toContain(`cannot assume ${role} (access-denied)`);
    expect(step.stdout).toContain('"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"');
    expect(step.stdout).toContain('"token.actions.githubusercontent.com:sub": "repo:bank/payments:*"');
    expect(step.report).toMatchObject({ subject: { table: 'data-egress', command }, result: { actions: [], diagnostics: [] } });
    expect(kit.ledger.of('dynamodb')).toEqual([]);
  });
});

describe('denied', () => {
  it('restore asks for what it does', async () => {
    const item = { source_prefix: { S: 'a/' }, pipeline_name: { S: 'A' } };
    const backup = {
      schema: 'slipway.seed-egress-backup/1',
      table: 'data-egress',
      owner: 'o',
      rows: [{ key: { source_prefix: 'a/', pipeline_name: 'A' }, before: item, after: null }],
    };
    kit.dynamodb.denied.add('PutItem');
    const step = await seed({ command: 'restore', rows: '', 'backup-file': 'b.json' }, { 'b.json': JSON.stringify(backup) });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    for (const action of ['dynamodb:PutItem', 'dynamodb:DeleteItem']) expect(step.stdout).toContain(`"${action}"`);
  });

  it('explain does not speak of a plan', async () => {
    kit.dynamodb.denied.add('Scan');
    const step = await seed({ command: 'explain', rows: '', 'object-key': 'a/x' });
    expect(step.stdout).toContain('data-egress could not be read, so nothing can be explained (access-denied)');
  });
});

describe('explain of nothing', () => {
  const files = { 'none.json': '{ "RequestCharged": null }', 'event.json': '{"Records":[]}', 'empty.txt': '', 'odd.json': '{"Contents":7}' };

  it.each([[{ 'object-key': '# nothing' }], [{ 'listing-file': 'none.json' }], [{ 'listing-file': 'empty.txt' }], [{ 'event-file': 'event.json' }]])(
    '%j does not pass with require-match',
    async (inputs: Record<string, string>) => {
      const step = await seed({ command: 'explain', 'require-match': 'true', ...inputs }, files);
      expect(step.exitCode).toBe(1);
      expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'no-match', fires: '[]' });
      expect(step.stdout).toContain('no row fires (no-match)');
      expect(step.stdout).toContain('Name at least one object');
      const told = await seed({ command: 'explain', ...inputs }, files);
      expect(told.outputs).toMatchObject({ outcome: 'explained', 'failure-reason': '', fires: '[]' });
      expect(told.annotations).toEqual([expect.objectContaining({ kind: 'warning', message: expect.stringContaining('nothing was explained') })]);
    },
  );

  it('refuses a listing of another form', async () => {
    const step = await seed({ command: 'explain', 'listing-file': 'odd.json' }, files);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('listing-file: got "odd.json"; want a key a line, or the JSON of list-objects-v2');
  });
});

describe('inputs', () => {
  it('that are wrong leave the outputs and the report in their form', async () => {
    const step = await seed({ prune: 'TRUE', 'github-token': 'token-that-nobody-sees' });
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input', changed: 'false' });
    expect(step.report).toMatchObject({ schema: 'slipway.seed-egress/1', outcome: 'refused', calls: {}, result: { actions: [], diagnostics: [] } });
    expect(findLeaks(step, ['token-that-nobody-sees'])).toEqual([]);
  });

  it('that are empty are not given', async () => {
    const names = ['variables', 'variables-file', 'table', 'role-to-assume', 'profile', 'owner', 'prune', 'adopt', 'max-deletes', 'allow-mass-delete'];
    const others = [
      'environment',
      'iam-policy-file',
      'clock',
      'plan-digest',
      'object-key',
      'require-match',
      'backup-file',
      'comment',
      'timeout',
      'import-file',
    ];
    const step = await seed(Object.fromEntries([...names, ...others].map((name) => [name, ''])));
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'planned', 'failure-reason': '', changed: 'true' });
    expect(step.report?.subject).toEqual({ table: 'data-egress', region: 'eu-central-1', owner: 'bank/payments', command: 'plan' });
  });

  it('of rows that name no file would delete all: refused', async () => {
    await seed({ command: 'apply' });
    const step = await seed({ command: 'apply', rows: '# egress/*.yaml', 'allow-mass-delete': 'true' });
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('rows: got "# egress/*.yaml"; want a pattern besides comments; e.g. egress/*.yaml');
    expect(table.items()).toHaveLength(1);
  });

  it.each([
    [{ profile: 'generc' }, 'profile: got "generc"; want one of egress, generic'],
    [{ variables: 'a: [1]' }, 'variables: got "a: [1]"; want a YAML or JSON map'],
    [{ 'variables-file': 'v.yaml' }, 'variables-file: got "v.yaml"; want a YAML or JSON map of names to plain values (v.yaml:1:5 syntax'],
    [{ 'import-from': 'x.tf' }, 'import-from: got "x.tf"; want no value: this input is not available yet'],
    [{ 'agent-config': 'a.yml' }, 'agent-config: got "a.yml"; want no value: this input is not available yet'],
    [{ command: 'restore', 'plan-digest': `sha256:${'1'.repeat(64)}` }, 'want no value with command restore; it belongs to apply'],
    [{ environment: 'dev' }, 'environment: got "dev"; want no value: this input is not available yet'],
  ])('%j', async (inputs: Record<string, string>, words) => {
    const step = await seed(inputs, { 'v.yaml': 'a: [' });
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(words);
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('files of a run', () => {
  it('are 0600, in RUNNER_TEMP, and their text does no harm in the summary', async () => {
    const odd = rows.replace('pipeline_name: A', "pipeline_name: '<img src=x>|`a`::error::x'");
    const step = await seed({ owner: '<b>|`x`' }, { 'rows.yaml': odd });
    expect(step.exitCode, step.stdout).toBe(0);
    for (const output of ['plan-path', 'report-path'] as const) {
      const path = step.outputs[output] ?? '';
      expect(path.startsWith(step.temp)).toBe(true);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    expect(step.summary).toContain('`` <img src=x>\\|`a`::error::x ``');
    expect(step.annotations).toEqual([]);
  });

  it('give the same report for the same input, but for times', async () => {
    const reports = [await seed({}), await seed({})].map(({ report }) => {
      const { startedAt: _from, finishedAt: _to, timings, ...rest } = report ?? ({} as never);
      return { ...rest, phases: timings.map(({ phase }) => phase) };
    });
    expect(reports[0]).toEqual(reports[1]);
  });
});
