/** The world of the demo: a kit on loopback with a role, a registry, an Inspector, a table, a secret and a cluster. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { startDemoCluster } from './cluster.ts';
import { Job } from './job.ts';
import { writeSampleLayout } from './layout.ts';
import type { Break, DemoOptions } from './options.ts';
import type { Tools } from './tools.ts';

/** Names that the steps share. */
export const names = {
  environment: 'sandbox-apps',
  service: 'payments',
  cluster: 'sandbox-apps',
  secret: 'digibank/payments/api-key',
  commit: '0123456789abcdef0123456789abcdef01234567',
} as const;

/** What the steps need. */
export interface World {
  readonly kit: Testkit;
  readonly job: Job;
  readonly tools: Tools;
  readonly roleArn: string;
  readonly breakAt: Break | undefined;
  /** What the image is built from: the folder with the Dockerfile, or `oci:layout`. */
  readonly imageSource: string;
  /** `a real API server` or `the kit's Kubernetes API`. */
  readonly clusterKind: string;
}

const root = resolve(import.meta.dirname, '../..');

/** Starts everything. The kit's `close` ends it all and removes the folders. */
export async function createWorld(tools: Tools, { breakAt, port }: Pick<DemoOptions, 'breakAt' | 'port'>): Promise<World> {
  const kit = await startKit(port);
  const workspace = join(kit.folder, 'job', 'payments');
  const temp = join(kit.folder, 'job', 'temp');
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  cpSync(join(root, 'demo/service'), workspace, { recursive: true });
  freshenWaiver(join(workspace, 'config/scan-policy.yaml'), kit.clock.now());
  const roleArn = kit.sts.addRole('payments-pipeline', { subjects: [`repo:${kit.repository}:ref:refs/heads/main`] });
  script(kit, breakAt);
  kit.dynamodb.addTable();
  seedSecret(kit, breakAt);
  if (breakAt === 'plan') breakPlan(join(workspace, 'platform/plan.json'));
  const clusterKind = await startDemoCluster(kit, names.cluster, tools.cluster);
  if (!tools.builder) await writeSampleLayout(join(workspace, 'app'), join(workspace, 'layout'), names.commit);
  const path = [tools.helm, tools.terraform].filter((tool) => tool !== undefined).map((tool) => dirname(tool));
  const environment = { PATH: [dirname(process.execPath), ...path, process.env['PATH']].join(delimiter), GITHUB_SHA: names.commit };
  const job = new Job(kit, { workspace, temp, reports: join(root, '.slipway/demo') }, environment);
  return { kit, job, tools, roleArn, breakAt, imageSource: tools.builder ? '.' : 'oci:layout', clusterKind };
}

/** @throws Error that names the port when another process has it */
async function startKit(port: number | undefined): Promise<Testkit> {
  try {
    return await startTestkit(port === undefined ? {} : { port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is in use by another process\nDo this:\n  choose another one, or leave --port out: a free port is found`);
  }
}

/** The policy's waiver ends a month from now, whenever the demo runs. */
function freshenWaiver(file: string, now: number): void {
  const until = new Date(now + 30 * 86_400_000).toISOString().slice(0, 10);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/until: \d{4}-\d\d-\d\d/, `until: ${until}`));
}

/** Inspector notices the image after half a second and has judged it after one and a half. */
function script({ inspector2 }: Testkit, breakAt: Break | undefined): void {
  const waived = { id: 'CVE-2026-1111', severity: 'HIGH', fixAvailable: 'NO', packages: [{ name: 'zlib', version: '1.2.13' }] } as const;
  const medium = { id: 'CVE-2026-2222', severity: 'MEDIUM', fixAvailable: 'YES', packages: [{ name: 'tar', version: '1.34', fixedInVersion: '1.35' }] } as const;
  const critical = { id: 'CVE-2026-3333', severity: 'CRITICAL', fixAvailable: 'YES', packages: [{ name: 'openssl', version: '3.0.2', fixedInVersion: '3.0.15' }] } as const;
  inspector2.scriptEveryImage([
    { afterMs: 0, coverage: null },
    { afterMs: 500, coverage: { reason: 'PENDING_INITIAL_SCAN', lastScannedAt: null } },
    { afterMs: 1_500, coverage: { reason: 'SUCCESSFUL' }, findings: [waived] },
    { afterMs: 2_500, findings: [waived, medium, ...(breakAt === 'scan' ? [critical] : [])] },
  ]);
}

/** With `--break rotation` somebody else's rotation is under way: a version of his own is pending. */
function seedSecret({ secretsmanager, clock }: Testkit, breakAt: Break | undefined): void {
  const secret = secretsmanager.seed({ name: names.secret, value: 'the-first-api-key-of-payments-00000001' });
  if (breakAt !== 'rotation') return;
  const id = 'f0e1d2c3-0000-4000-8000-somebody-else';
  secret.versions.set(id, { id, text: 'somebody-elses-pending-api-key', createdAt: clock.now() - 60_000, keyId: undefined, stages: new Set(['AWSPENDING']) });
}

/** With `--break plan` the database is planned without encryption. */
function breakPlan(file: string): void {
  const plan = JSON.parse(readFileSync(file, 'utf8')) as { resource_changes: { address: string; change: { after: Record<string, unknown> } }[] };
  for (const { address, change } of plan.resource_changes) if (address === 'aws_db_instance.payments') change.after['storage_encrypted'] = false;
  writeFileSync(file, JSON.stringify(plan, null, 1));
}
