/**
 * AWS Secrets Manager on loopback, strict where a rotator leans on it: tokens, compare-and-swap of labels, limits, secrets
 * scheduled for deletion, keys that cannot be used, replicas. Stricter than moto on purpose.
 */
import { createHash } from 'node:crypto';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, jsonProtocol, type ServiceHost } from '../../service.ts';
import { describe, getValue, listVersions } from './answers.ts';
import type { StoredSecret } from './model.ts';
import type { ReplicaScript } from './replicas.ts';
import { requiredText, secretName, secretValue, wholeNumber } from './validate.ts';
import { moveStage, putVersion } from './versions.ts';

/** What a KMS key does for its caller. */
export type KeyState = 'usable' | 'denied' | 'disabled';

/** A secret as a test puts it there. */
export interface SeedSecret {
  readonly name: string;
  readonly value?: string;
  readonly accountId?: string;
  readonly region?: string;
  readonly keyId?: string;
  /** The id of the first version; 32–64 characters. */
  readonly versionId?: string;
  readonly replicas?: readonly ReplicaScript[];
}

type Operation = (input: Record<string, unknown>, request: FakeRequest) => Record<string, unknown>;

/** The service. `secrets` is open to tests. */
export class FakeSecretsManager implements FakeService {
  readonly name = 'secretsmanager';
  readonly #host: ServiceHost;
  readonly #protocol = jsonProtocol('1.1');
  readonly operation = this.#protocol.operation;
  readonly renderError = this.#protocol.renderError;
  readonly secrets: StoredSecret[] = [];
  /** Key id or ARN → what it does; `usable` where absent. */
  readonly keys = new Map<string, KeyState>();

  constructor(host: ServiceHost) {
    this.#host = host;
  }

  /** Puts a secret there, bypassing the API, with its value as AWSCURRENT. */
  seed(seed: SeedSecret): StoredSecret {
    const accountId = seed.accountId ?? this.#host.accountId;
    const region = seed.region ?? this.#host.region;
    const secret = this.#create(seed.name, accountId, region, seed.keyId);
    secret.replicas.push(...(seed.replicas ?? []));
    const id = seed.versionId ?? createHash('sha256').update(`${secret.arn} first`).digest('hex').slice(0, 36);
    if (seed.value !== undefined) putVersion(secret, { ClientRequestToken: id, SecretString: seed.value }, this.#host.clock.now());
    return secret;
  }

  /** A secret by name, in the kit's account and region unless given. */
  find(name: string, place: { accountId?: string; region?: string } = {}): StoredSecret {
    const { accountId = this.#host.accountId, region = this.#host.region } = place;
    const secret = this.secrets.find((one) => one.name === name && one.accountId === accountId && one.region === region);
    if (!secret) throw new Error(`the fake has no secret ${name} in ${accountId}/${region}`);
    return secret;
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const handler = this.#operations[operation];
    if (!handler) throw new FakeError('UnknownOperationException', `The fake has no operation ${operation}.`);
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: handler(request.json(), request) };
  }

  readonly #operations: Readonly<Record<string, Operation>> = {
    CreateSecret: (input, request) => this.#createSecret(input, request),
    DescribeSecret: (input, request) => describe(this.#lookup(input, request), this.#host.clock.now()),
    GetSecretValue: (input, request) => {
      const secret = this.#live(input, request);
      const answer = getValue(secret, input);
      this.#useKey(secret.versions.get(String(answer['VersionId']))?.keyId, 'decrypt');
      return answer;
    },
    PutSecretValue: (input, request) => {
      const secret = this.#writable(input, request);
      this.#useKey(secret.keyId, 'encrypt');
      return putVersion(secret, input, this.#host.clock.now());
    },
    UpdateSecretVersionStage: (input, request) => moveStage(this.#writable(input, request), input, this.#host.clock.now()),
    ListSecretVersionIds: (input, request) => listVersions(this.#lookup(input, request), input),
    DeleteSecret: (input, request) => this.#delete(input, request),
    RestoreSecret: (input, request) => {
      const secret = this.#lookup(input, request);
      secret.deletedAt = undefined;
      return { ARN: secret.arn, Name: secret.name };
    },
    RotateSecret: (input, request) => {
      this.#writable(input, request);
      throw new FakeError('InvalidRequestException', 'No Lambda rotation function ARN is associated with this secret.');
    },
  };

  #createSecret(input: Record<string, unknown>, request: FakeRequest): Record<string, unknown> {
    const name = secretName(input);
    const accountId = request.caller?.accountId ?? this.#host.accountId;
    const taken = this.secrets.find((one) => one.name === name && one.accountId === accountId && one.region === request.region);
    if (taken?.deletedAt !== undefined)
      throw new FakeError('InvalidRequestException', "You can't create this secret because a secret with this name is already scheduled for deletion.");
    if (taken) throw new FakeError('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    const value = secretValue(input);
    const keyId = typeof input['KmsKeyId'] === 'string' ? input['KmsKeyId'] : undefined;
    if (value) this.#useKey(keyId, 'encrypt');
    const secret = this.#create(name, accountId, request.region, keyId);
    return value ? putVersion(secret, input, this.#host.clock.now()) : { ARN: secret.arn, Name: name };
  }

  #create(name: string, accountId: string, region: string, keyId: string | undefined): StoredSecret {
    const suffix = createHash('sha256').update(`${accountId}/${region}/${name}`).digest('hex').slice(0, 6);
    const now = this.#host.clock.now();
    const secret: StoredSecret = {
      arn: `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${suffix}`,
      name,
      accountId,
      region,
      versions: new Map(),
      replicas: [],
      description: undefined,
      keyId,
      rotationEnabled: false,
      owningService: undefined,
      deletedAt: undefined,
      createdAt: now,
      changedAt: now,
    };
    this.secrets.push(secret);
    return secret;
  }

  #delete(input: Record<string, unknown>, request: FakeRequest): Record<string, unknown> {
    const secret = this.#live(input, request);
    if (secret.replicas.length > 0) throw new FakeError('InvalidRequestException', "You can't delete secret that still has replica regions.");
    const days = wholeNumber(input, 'RecoveryWindowInDays', { min: 7, max: 30, fallback: 30 });
    const now = this.#host.clock.now();
    secret.deletedAt = now + days * 86_400_000;
    if (input['ForceDeleteWithoutRecovery'] === true) this.secrets.splice(this.secrets.indexOf(secret), 1);
    return { ARN: secret.arn, Name: secret.name, DeletionDate: secret.deletedAt / 1_000 };
  }

  /** By name, ARN, or ARN without its six random characters; a replica is found in its region too. */
  #lookup(input: Record<string, unknown>, request: FakeRequest): StoredSecret {
    const id = requiredText(input, 'SecretId');
    const accountId = request.caller?.accountId ?? this.#host.accountId;
    const here = (one: StoredSecret) => one.region === request.region || one.replicas.some(({ region }) => region === request.region);
    const local = this.secrets.filter((one) => (id.startsWith('arn:') ? true : one.accountId === accountId) && here(one));
    const secret = local.find((one) => id === one.name || id === one.arn || id === one.arn.slice(0, -7));
    if (!secret) throw new FakeError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return secret;
  }

  #live(input: Record<string, unknown>, request: FakeRequest): StoredSecret {
    const secret = this.#lookup(input, request);
    if (secret.deletedAt === undefined) return secret;
    throw new FakeError('InvalidRequestException', "You can't perform this operation on the secret because it was marked for deletion.");
  }

  #writable(input: Record<string, unknown>, request: FakeRequest): StoredSecret {
    const secret = this.#live(input, request);
    if (secret.region === request.region) return secret;
    throw new FakeError('InvalidRequestException', "You can't perform this operation on a replica secret. Call it on the primary secret.");
  }

  #useKey(keyId: string | undefined, way: 'encrypt' | 'decrypt'): void {
    const state = keyId === undefined ? 'usable' : (this.keys.get(keyId) ?? 'usable');
    if (state === 'denied') throw new FakeError('AccessDeniedException', 'Access to KMS is not allowed');
    if (state === 'usable') return;
    const code = way === 'encrypt' ? 'EncryptionFailure' : 'DecryptionFailure';
    throw new FakeError(
      code,
      `Secrets Manager can't ${way} the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.`,
    );
  }
}
