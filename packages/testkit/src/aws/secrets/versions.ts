/** Writes of the fake Secrets Manager: new versions and moves of labels, with the refusals that a rotator leans on. */
import { FakeError } from '../../service.ts';
import { attach, collect, holderOf, type StoredSecret, type StoredVersion } from './model.ts';
import { checkStage, optionalText, requestToken, requiredText, secretValue, versionStages } from './validate.ts';

/**
 * PutSecretValue. The token is the version's id: the same token with the same value is ignored, labels included; with
 * another value it is refused. Without stages AWSCURRENT moves at once; the first version is always AWSCURRENT.
 */
export function putVersion(secret: StoredSecret, input: Record<string, unknown>, now: number): Record<string, unknown> {
  const id = requestToken(input);
  const value = secretValue(input);
  if (!value) throw new FakeError('InvalidParameterException', 'You must provide either SecretString or SecretBinary.');
  const stages = versionStages(input) ?? ['AWSCURRENT'];
  const existing = secret.versions.get(id);
  if (existing) {
    const same = 'text' in value ? existing.text === value.text : existing.binary === value.binary;
    if (!same)
      throw new FakeError(
        'ResourceExistsException',
        `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`,
      );
    return answer(secret, existing);
  }
  collect(secret, now);
  const version: StoredVersion = { id, ...value, createdAt: now, keyId: secret.keyId, stages: new Set() };
  if (secret.versions.size === 0 && !stages.includes('AWSCURRENT')) stages.push('AWSCURRENT');
  secret.versions.set(id, version);
  for (const stage of stages) attach(secret, stage, version);
  secret.changedAt = now;
  return answer(secret, version);
}

/**
 * UpdateSecretVersionStage. A label that another version holds moves only when `RemoveFromVersionId` names its holder: a
 * compare-and-swap. AWSCURRENT can be moved, never removed. Nothing changes when any check fails.
 */
export function moveStage(secret: StoredSecret, input: Record<string, unknown>, now: number): Record<string, unknown> {
  const stage = requiredText(input, 'VersionStage');
  checkStage(stage);
  const from = optionalText(input, 'RemoveFromVersionId');
  const to = optionalText(input, 'MoveToVersionId');
  if (!from && !to) throw invalid('You must provide at least one of the parameters MoveToVersionId and RemoveFromVersionId.');
  const target = to === undefined ? undefined : existing(secret, to);
  if (from !== undefined) existing(secret, from);
  const holder = holderOf(secret, stage);
  if (target && holder === target && (from === undefined || from === to)) return { ARN: secret.arn, Name: secret.name };
  checkHolder(stage, from, holder);
  if (target) attach(secret, stage, target);
  else if (stage === 'AWSCURRENT') throw invalid("You can't remove the staging label AWSCURRENT from a version; move it to another one with MoveToVersionId.");
  else holder?.stages.delete(stage);
  secret.changedAt = now;
  return { ARN: secret.arn, Name: secret.name };
}

function checkHolder(stage: string, from: string | undefined, holder: StoredVersion | undefined): void {
  if (holder && from === undefined)
    throw invalid(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  if (from !== undefined && from !== holder?.id)
    throw invalid(`The parameter RemoveFromVersionId is invalid. Staging label ${stage} isn't currently attached to version ${from}.`);
}

function existing(secret: StoredSecret, id: string): StoredVersion {
  const version = secret.versions.get(id);
  if (version) return version;
  throw new FakeError('ResourceNotFoundException', `Secrets Manager can't find the specified secret version: ${id}`);
}

function answer(secret: StoredSecret, version: StoredVersion): Record<string, unknown> {
  return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: [...version.stages] };
}

function invalid(message: string): FakeError {
  return new FakeError('InvalidParameterException', message);
}
