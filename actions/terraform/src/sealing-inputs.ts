/** The inputs around the sealed plan, and what they need of each other. */
import { join } from 'node:path';
import type { InputReader } from '@slipway/action-kit';

/** Where sealed plans lie. */
export type PlanStore = { readonly kind: 'path'; readonly folder: string } | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

/** What seals. */
export type SealKey = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'kms'; readonly arn: string; readonly region: string };

const kmsArn = /^arn:aws[\w-]*:kms:([a-z0-9-]+):\d{12}:(key\/[\w-]+|alias\/[\w/-]+)$/;
/** S3 user guide, "Bucket naming rules". */
const s3Url = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/** Reads `plan-store`, `plan-key` and `plan-passphrase`. */
export function readStore(reader: InputReader, workspace: string): { store: PlanStore | undefined; sealKey: SealKey | undefined } {
  const text = reader.text('plan-store');
  const arn = reader.text('plan-key', {
    pattern: kmsArn,
    want: 'the ARN of a KMS key or alias',
    example: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  });
  const passphrase = reader.secret('plan-passphrase');
  const store = text === undefined ? undefined : parseStore(text, workspace);
  if (text !== undefined && !store) reader.fault('plan-store', 'path:<folder> or s3://bucket/prefix', 'path:plans');
  if (arn !== undefined && passphrase !== undefined) reader.fault('plan-passphrase', 'one of plan-key and plan-passphrase, not both');
  const sealKey: SealKey | undefined =
    arn !== undefined ? { kind: 'kms', arn, region: kmsArn.exec(arn)?.[1] ?? '' } : passphrase !== undefined ? { kind: 'passphrase', passphrase } : undefined;
  return { store, sealKey };
}

function parseStore(text: string, workspace: string): PlanStore | undefined {
  const s3 = s3Url.exec(text);
  if (s3) return { kind: 's3', bucket: s3[1] ?? '', prefix: (s3[2] ?? '').replace(/\/+$/, '') };
  const path = /^path:(.+)$/.exec(text)?.[1];
  if (path === undefined) return undefined;
  return { kind: 'path', folder: path.startsWith('/') ? path : join(workspace, path) };
}

/** Notes what is missing or one too many. */
export function checkSealing(
  reader: InputReader,
  inputs: {
    command: string;
    accept: string;
    store: PlanStore | undefined;
    sealKey: SealKey | undefined;
    fingerprint: string | undefined;
    region: string | undefined;
  },
): void {
  const { command, accept, store, sealKey, fingerprint, region } = inputs;
  const stored = reader.given('plan-store');
  if (stored && !sealKey && !reader.given('plan-key'))
    reader.fault(
      'plan-store',
      'plan-key or plan-passphrase beside it: plans hold secrets and are stored sealed only',
      'plan-passphrase: $' + '{{ secrets.PLAN_PASSPHRASE }}',
    );
  if (!stored && sealKey)
    reader.fault(sealKey.kind === 'kms' ? 'plan-key' : 'plan-passphrase', 'plan-store beside it', 'plan-store: path:plans', 'a key and nothing to seal');
  if ((command === 'apply' || command === 'verify') && !stored && fingerprint === undefined && !reader.given('fingerprint'))
    reader.fault('fingerprint', `fingerprint or plan-store: ${command} needs to know what was reviewed`, '$' + '{{ needs.plan.outputs.fingerprint }}');
  if (command === 'plan' && reader.given('fingerprint'))
    reader.fault('fingerprint', 'no fingerprint with command: plan, which makes one; compare with command: verify');
  if (accept === 'subset' && !stored) reader.fault('accept', 'plan-store beside it: only the sealed plan tells what was reviewed', 'equal');
  if (store?.kind === 's3' && !region) reader.fault('aws-region', 'a region for the plan-store, here or in AWS_REGION', 'eu-central-1');
}
