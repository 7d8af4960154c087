/** The shortest run of each action that does its work and succeeds, against the testkit. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { StepOptions, Testkit } from '@slipway/testkit';
import { writeSampleLayout } from '../demo/lib/layout.ts';
import { root } from '../scripts/repository.ts';
import { prepareRelease } from './cluster-scenario.ts';

/** What a run is given; the action's name is put in by the caller. */
type Run = () => Promise<Omit<StepOptions, 'action'>> | Omit<StepOptions, 'action'>;

/** How an action is measured. */
export interface Scenario {
  /** In a few words. */
  readonly what: string;
  /** Sets the kit up once; a string says why the action cannot run here. */
  readonly prepare: (kit: Testkit) => Promise<Run | string> | Run | string;
}

const commit = '0123456789abcdef0123456789abcdef01234567';
const service = join(root, 'demo', 'service');

/** Action → its scenario. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'assume-role': {
    what: 'one role by OIDC',
    prepare: (kit) => {
      const role = kit.sts.addRole('bench', { subjects: ['repo:bank/payments:*'] });
      return () => ({ inputs: { 'aws-region': kit.region, 'role-to-assume': role }, keys: false });
    },
  },
  'build-image': {
    what: 'push an OCI layout of one layer that is there already',
    prepare: async (kit) => {
      kit.ecr.createRepository('payments');
      const workspace = folderOf(kit, {});
      await writeSampleLayout(join(service, 'app'), join(workspace, 'layout'), commit);
      return () => ({ workspace, inputs: { repository: 'payments', registry: kit.registryHost, source: 'oci:layout' } });
    },
  },
  'check-conventions': {
    what: 'judge a plan of one queue',
    prepare: (kit) => {
      const workspace = folderOf(kit, { 'plan.json': JSON.stringify(planOfOneQueue) });
      return () => ({ workspace, inputs: { 'plan-file': 'plan.json', 'block-on': 'all' } });
    },
  },
  'deploy-helm': {
    what: 'a release that has not changed (helm itself included)',
    prepare: async (kit) => {
      const options = await prepareRelease(kit, folderOf(kit, {}));
      return typeof options === 'string' ? options : () => options;
    },
  },
  'ecr-login': {
    what: 'mode config, one registry',
    prepare: (kit) => () => ({ inputs: { mode: 'config', registries: `${kit.accountId}.dkr.ecr.${kit.region}.amazonaws.com` } }),
  },
  'rotate-secret': {
    what: 'status of one secret',
    prepare: (kit) => {
      kit.secretsmanager.seed({ name: 'bench/key', value: 'a-value-of-no-importance-0123456789' });
      const workspace = folderOf(kit, { 'rotation.yml': rotationOfOneSecret(kit.region) });
      return () => ({ workspace, inputs: { command: 'status', 'config-file': 'rotation.yml' } });
    },
  },
  'scan-gate': {
    what: 'pass on a scan that has settled',
    prepare: (kit) => {
      const image = pushImage(kit);
      return () => ({ inputs: { image, 'settled-after': '1s' } });
    },
  },
  'seed-egress': {
    what: 'plan of one row',
    prepare: (kit) => {
      kit.dynamodb.addTable();
      const workspace = folderOf(kit, { 'rows.yaml': oneRow });
      return () => ({ workspace, inputs: { command: 'plan', rows: 'rows.yaml' } });
    },
  },
  terraform: {
    what: 'plan without changes (terraform itself included)',
    prepare: (kit) => {
      if (!onPath('terraform')) return 'terraform is not on PATH';
      return () => ({
        workspace: folderOf(kit, { 'main.tf': 'output "name" {\n  value = "bench"\n}\n' }),
        inputs: { command: 'plan' },
        environment: { TF_CLI_CONFIG_FILE: '/dev/null' },
      });
    },
  },
};

const oneRow = `version: 1
rows:
  - source_prefix: 'dataegress/ers/$TODAYS_DATE/*'
    pipeline_name: ERS
    source_bucket: pub-1
    destination_bucket: one-in
    destination_prefix: ucds/
    transfer_type: S3
    decrypt: true
`;

const rotationOfOneSecret = (region: string) => `version: 1
secrets:
  - name: bench/key
    provider: { type: random }
    targets:
      - { region: ${region}, secret-id: bench/key }
`;

/** A plan as \`terraform show -json\` writes it: one queue with a key of its own. */
const planOfOneQueue = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: 'aws_sqs_queue.jobs',
      mode: 'managed',
      type: 'aws_sqs_queue',
      name: 'jobs',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { name: 'jobs', kms_master_key_id: 'alias/jobs' },
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: {},
      },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'aws_sqs_queue.jobs',
          mode: 'managed',
          type: 'aws_sqs_queue',
          name: 'jobs',
          expressions: { kms_master_key_id: { constant_value: 'alias/jobs' } },
        },
      ],
    },
  },
};

function folderOf(kit: Testkit, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(kit.folder, 'bench-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** An image in the kit's registry whose scan ended an hour ago without findings. */
function pushImage(kit: Testkit): string {
  const repository = kit.ecr.createRepository('payments');
  const config = kit.ecr.store.putBlob(
    repository,
    Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } })),
  );
  const size = repository.blobs.get(config)?.length ?? 0;
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const bytes = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType, config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size }, layers: [] }),
  );
  const stored = kit.ecr.store.putManifest(repository, { bytes, mediaType, tag: 'bench' });
  const { digest } = stored;
  const hourAgo = kit.clock.now() - 3_600_000;
  repository.manifests.set(digest, { ...stored, pushedAt: hourAgo - 60_000 });
  kit.inspector2.script(digest, [{ afterMs: 0, coverage: { reason: 'SUCCESSFUL', lastScannedAt: hourAgo }, findings: [] }], hourAgo);
  return `${kit.accountId}.dkr.ecr.${kit.region}.amazonaws.com/payments@${digest}`;
}

function onPath(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}
