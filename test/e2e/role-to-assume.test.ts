/** `role-to-assume` in a step that is no login: the role works, its keys stay inside the step. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepResult, startKubernetes, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHelm } from '../cluster/tools.ts';

let kit: Testkit;
let role: string;
let workspace: string;

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('pipeline', { subjects: ['repo:bank/payments:*'] });
  workspace = join(kit.folder, 'workspace');
  mkdirSync(workspace);
});
afterEach(() => kit.close());

const rows =
  'version: 1\nrows:\n  - { source_prefix: a/b/, pipeline_name: P, source_bucket: from-1, destination_bucket: to-1, destination_prefix: x/, transfer_type: S3, recipient_name: R }\n';

async function seed(inputs: Record<string, string> = {}, more: object = {}): Promise<StepResult> {
  kit.dynamodb.addTable();
  writeFileSync(join(workspace, 'rows.yaml'), rows);
  return runStep(kit, {
    action: 'seed-egress',
    workspace,
    keys: false,
    inputs: { command: 'plan', rows: 'rows.yaml', 'role-to-assume': role, ...inputs },
    ...more,
  });
}

async function push(): Promise<StepResult> {
  kit.ecr.createRepository('payments');
  await writeLayout(join(workspace, 'layout'));
  return runStep(kit, {
    action: 'build-image',
    workspace,
    keys: false,
    inputs: { repository: 'payments', registry: kit.registryHost, source: 'oci:layout', 'role-to-assume': role },
  });
}

async function deploy(): Promise<StepResult> {
  const kubernetes = await startKubernetes();
  kit.onClose(() => kubernetes.close());
  kit.eks.clusters.set('apps', { endpoint: kubernetes.url, ca: kubernetes.ca });
  mkdirSync(join(workspace, 'chart'));
  writeFileSync(join(workspace, 'chart/Chart.yaml'), 'apiVersion: v2\nname: c\nversion: 1.0.0\n');
  return runStep(kit, {
    action: 'deploy-helm',
    workspace,
    keys: false,
    inputs: { 'cluster-name': 'apps', release: 'r', chart: 'chart', 'role-to-assume': role, timeout: '5s', 'helm-path': findHelm() ?? '' },
  });
}

const signers = (service: string) => [...new Set(kit.ledger.of(service).map(({ accessKeyId }) => kit.identities.find(accessKeyId ?? '')?.caller.arn))];

describe.each([
  ['seed-egress', seed, 'dynamodb'],
  ['build-image', push, 'ecr'],
  ['deploy-helm', deploy, 'eks'],
] as const)('%s', (_name, run, service) => {
  it('works as the role, by the identity token of the job', async (context) => {
    if (service === 'eks' && !findHelm()) return context.skip('helm is missing');
    const step = await run();
    expect(signers(service), step.stdout).toEqual(['arn:aws:sts::111122223333:assumed-role/pipeline/payments.deploy.4711.1']);
    expect(step.report?.calls).toMatchObject({ 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 1 });
  });

  it('lets no key of the role out', async (context) => {
    if (service === 'eks' && !findHelm()) return context.skip('helm is missing');
    const step = await run();
    const secrets = [...kit.identities.secrets().slice(1), ...kit.oidc.tokens];
    expect(secrets).toHaveLength(3);
    expect(findLeaks(step, secrets)).toEqual([]);
    expect(step.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
  });
});

describe('a role that cannot be had', () => {
  it('is told before anything else is called', async () => {
    kit.sts.roles.clear();
    const step = await seed();
    expect(step.exitCode).toBe(1);
    expect(step.outputs['failure-reason'], step.stdout).toBe('access-denied');
    expect(step.stdout).toContain('sts:AssumeRoleWithWebIdentity: AccessDenied');
    expect(kit.ledger.of('dynamodb')).toEqual([]);
  });

  it('is told when the job may not ask for a token', async () => {
    const step = await seed({}, { idToken: false });
    expect(step.exitCode).toBe(1);
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(step.stdout).toContain('id-token: write');
  });

  it('is told when it is no role', async () => {
    const step = await seed({ 'role-to-assume': 'pipeline' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('role-to-assume: got "pipeline"; want the ARN of a role; e.g. arn:aws:iam::111122223333:role/deploy');
  });
});
