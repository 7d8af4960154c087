/** Reads of the fake Secrets Manager, in the shapes of its API. */
import { FakeError } from '../../service.ts';
import { holderOf, type StoredSecret, type StoredVersion } from './model.ts';
import { replicaStatus } from './replicas.ts';
import { optionalText, wholeNumber } from './validate.ts';

const seconds = (ms: number) => ms / 1_000;

/** DescribeSecret; works on secrets that are scheduled for deletion. Versions without labels are not listed. */
export function describe(secret: StoredSecret, now: number): Record<string, unknown> {
  const labelled = [...secret.versions.values()].filter((version) => version.stages.size > 0);
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description === undefined ? {} : { Description: secret.description }),
    ...(secret.keyId === undefined ? {} : { KmsKeyId: secret.keyId }),
    RotationEnabled: secret.rotationEnabled,
    ...(secret.owningService === undefined ? {} : { OwningService: secret.owningService }),
    ...(secret.deletedAt === undefined ? {} : { DeletedDate: seconds(secret.deletedAt) }),
    CreatedDate: seconds(secret.createdAt),
    LastChangedDate: seconds(secret.changedAt),
    VersionIdsToStages: Object.fromEntries(labelled.map((version) => [version.id, [...version.stages]])),
    ...(secret.replicas.length > 0
      ? { PrimaryRegion: secret.region, ReplicationStatus: secret.replicas.map((script) => replicaStatus(script, secret.changedAt, now)) }
      : {}),
  };
}

/** GetSecretValue by id, by label, by both when they agree, or AWSCURRENT. */
export function getValue(secret: StoredSecret, input: Record<string, unknown>): Record<string, unknown> {
  const version = wanted(secret, optionalText(input, 'VersionId'), optionalText(input, 'VersionStage'));
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.id,
    ...(version.text === undefined ? {} : { SecretString: version.text }),
    ...(version.binary === undefined ? {} : { SecretBinary: version.binary }),
    VersionStages: [...version.stages],
    CreatedDate: seconds(version.createdAt),
  };
}

function wanted(secret: StoredSecret, id: string | undefined, stage: string | undefined): StoredVersion {
  const byId = id === undefined ? undefined : secret.versions.get(id);
  const byStage = id === undefined || stage !== undefined ? holderOf(secret, stage ?? 'AWSCURRENT') : undefined;
  const version = id === undefined ? byStage : byId;
  if (id !== undefined && stage !== undefined && byId && byId !== byStage)
    throw new FakeError('InvalidRequestException', `You provided a VersionStage that is not associated to the provided VersionId ${id}.`);
  if (version) return version;
  const what = id === undefined ? `staging label: ${stage ?? 'AWSCURRENT'}` : `VersionId: ${id}`;
  throw new FakeError('ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${what}`);
}

/** ListSecretVersionIds, paged; versions without labels only with IncludeDeprecated. */
export function listVersions(secret: StoredSecret, input: Record<string, unknown>): Record<string, unknown> {
  const size = wholeNumber(input, 'MaxResults', { min: 1, max: 100, fallback: 100 });
  const all = [...secret.versions.values()].filter((version) => input['IncludeDeprecated'] === true || version.stages.size > 0);
  const token = optionalText(input, 'NextToken');
  const start = token === undefined ? 0 : all.findIndex((version) => version.id === token);
  if (start < 0) throw new FakeError('InvalidNextTokenException', 'The NextToken value is invalid.');
  const next = all[start + size];
  return {
    ARN: secret.arn,
    Name: secret.name,
    Versions: all.slice(start, start + size).map((version) => ({
      VersionId: version.id,
      VersionStages: [...version.stages],
      CreatedDate: seconds(version.createdAt),
      ...(version.keyId === undefined ? {} : { KmsKeyIds: [version.keyId] }),
    })),
    ...(next ? { NextToken: next.id } : {}),
  };
}
