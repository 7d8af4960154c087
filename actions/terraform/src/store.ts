/** Sealed plans in their store: a folder or an S3 prefix. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, Failure } from '@slipway/action-kit';
import { type AwsContext, awsContextOf } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { decryptDataKey, generateDataKey } from '@slipway/sdk/kms';
import { getObject, putObject } from '@slipway/sdk/s3';
import {
  bindingContext,
  openSeal,
  passphraseKeys,
  type SealBinding,
  type SealedPlan,
  type SealKeys,
  sealInvalid,
  sealPlan,
  wrappedKeys,
} from '@slipway/terraform';
import type { PlanStore, SealKey } from './sealing-inputs.ts';
import type { Session } from './session.ts';

/** What this step's seal is bound to. */
export function bindingOf({ inputs, context }: Session): SealBinding {
  const { repository, sha } = context.github;
  return { repository, sha, workspace: inputs.workspace, workingDirectory: inputs.workingDirectoryName };
}

/** The keys of a seal, the one for a new seal made already: a key that is not there stops the step before it plans. */
export async function freshKeys(session: Session, key: SealKey): Promise<SealKeys> {
  const keys = sealKeys(session, key);
  const fresh = await explained(key, undefined, () => keys.create());
  return { create: async () => fresh, find: keys.find };
}

/** Seals a plan file and stores it. @returns the absolute path or the s3 URL */
export async function storePlan(session: Session, store: PlanStore, keys: SealKeys, sealed: Omit<SealedPlan, 'plan'>, planFile: string): Promise<string> {
  const binding = bindingOf(session);
  const bytes = await sealPlan({ ...sealed, plan: readFileSync(planFile) }, binding, keys);
  const name = sealName(binding);
  if (store.kind === 'path') return writeWhole(store.folder, name, bytes);
  const place = { bucket: store.bucket, key: store.prefix ? `${store.prefix}/${name}` : name };
  await explained(undefined, store, () =>
    putObject(awsContext(session, session.inputs.region ?? ''), place, bytes, { contentType: 'application/octet-stream' }),
  );
  return `s3://${place.bucket}/${place.key}`;
}

/** Takes the sealed plan of this commit, workspace and folder out of the store. @throws TerraformError `seal-invalid` */
export async function takePlan(session: Session, store: PlanStore, key: SealKey): Promise<SealedPlan> {
  const binding = bindingOf(session);
  const name = sealName(binding);
  const options = { binding, keys: sealKeys(session, key), now: session.context.clock.now(), maxAgeMs: session.inputs.planMaxAge };
  return explained(key, store, async () => openSeal(await fetchSeal(session, store, name), options));
}

async function fetchSeal(session: Session, store: PlanStore, name: string): Promise<Uint8Array | undefined> {
  if (store.kind === 'path') return readWhole(join(store.folder, name));
  const place = { bucket: store.bucket, key: store.prefix ? `${store.prefix}/${name}` : name };
  return (await getObject(awsContext(session, session.inputs.region ?? ''), place))?.body;
}

/** One name for one binding: apply finds what plan stored, and a new plan takes the old one's place. */
function sealName(binding: SealBinding): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.entries(bindingContext(binding))))
    .digest('hex');
  return `slipway-${hash.slice(0, 32)}.sealed-plan`;
}

function sealKeys(session: Session, key: SealKey): SealKeys {
  if (key.kind === 'passphrase') return passphraseKeys(key.passphrase);
  const aws = awsContext(session, key.region);
  const context = bindingContext(bindingOf(session));
  return wrappedKeys({ generate: () => generateDataKey(aws, key.arn, context), unwrap: (ciphertext) => decryptDataKey(aws, key.arn, ciphertext, context) });
}

/** Tries for one request to KMS or S3 end after this; a store that is away must not hold the step for its whole timeout. */
const awsPatienceMs = 30_000;

function awsContext({ context }: Session, region: string): AwsContext {
  return awsContextOf(context, region, 'slipway/terraform', { deadline: Math.min(context.deadline, context.clock.now() + awsPatienceMs) });
}

/** Answers that say that the bucket or key is not one to work with: absent, disabled, in another region, of another kind. */
const unusable: readonly string[] = ['not-found', 'invalid-request', 'service-error', 'conflict'];

/** A bucket or key that cannot be used is a wrong input. */
async function explained<T>(key: SealKey | undefined, store: PlanStore | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AwsError) || !unusable.includes(error.code)) throw error;
    const [input, got] =
      error.service === 'kms' ? ['plan-key', key?.kind === 'kms' ? key.arn : ''] : ['plan-store', store?.kind === 's3' ? `s3://${store.bucket}` : ''];
    throw new Failure({
      what: `${input} names what cannot be used`,
      reason: 'invalid-input',
      faults: [{ text: `${input}: got ${JSON.stringify(got)}; want one that can be used: ${error.awsCode}: ${error.awsMessage}` }],
      remedy: `Correct ${input}, its account and its region.`,
      cause: error,
    });
  }
}

/** Never a half-written seal under the final name. */
function writeWhole(folder: string, name: string, bytes: Buffer): string {
  const file = join(folder, name);
  const draft = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw cannotWrite(file, error);
  }
  return file;
}

function readWhole(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw sealInvalid();
  }
}
