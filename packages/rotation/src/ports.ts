/** What the engine stands on. AWS, time and chance come in through these; the engine itself does no I/O. */
import type { Provider } from './providers/provider.ts';
import type { Shape } from './shapes.ts';

/** A replica and how far it is; `status` is AWS's word: `InSync`, `InProgress`, `Failed`. */
export interface ReplicaState {
  readonly region: string;
  readonly status: string;
  readonly message: string;
}

/** A secret without its value. */
export interface SecretState {
  readonly arn: string;
  /** Version id → its labels. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Who rotates it besides us: a Lambda or the owning service; absent where nobody does. */
  readonly rotatedBy?: string;
  /** Set while the secret is scheduled for deletion; milliseconds since the epoch. */
  readonly deletedAt?: number;
  /** A customer key's id, alias or ARN. */
  readonly keyId?: string;
  readonly replicas: readonly ReplicaState[];
}

/** A version with its value; a secret. */
export interface SecretVersion {
  readonly id: string;
  /** Absent where the version holds binary data. */
  readonly text?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** One secret in one account and region. Errors it throws end the rotation; what was written stays for the next run. */
export interface SecretStore {
  /** @throws RotationError `secret-missing` */
  describe(): Promise<SecretState>;
  /** `undefined` where there is no such label or version. */
  read(which: { label: string } | { id: string }): Promise<SecretVersion | undefined>;
  /** Milliseconds since the epoch, without reading the value; `undefined` where the version has no label or is gone. */
  createdAt(id: string): Promise<number | undefined>;
  /** Makes a version with the label AWSPENDING. `exists`: the id is in use for another value. */
  put(id: string, text: string): Promise<'stored' | 'exists'>;
  /** Moves a label by compare-and-swap. `refused`: its holder is not `from`. */
  move(label: string, way: { from?: string; to?: string }): Promise<'moved' | 'refused'>;
  /** A dry run of what writing a value under the key needs. @throws RotationError `kms-denied` */
  checkKey(keyId: string): Promise<void>;
}

/** Time as an argument. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What every run of the engine is given. */
export interface RotationPorts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The end of the run's time in milliseconds since the epoch. */
  readonly deadline: number;
  /** Cryptographic random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Hides a secret in every form; called before the value is used for anything. */
  readonly conceal: (secret: string) => void;
  /** One line per thing done; never a value. */
  readonly log: (line: string) => void;
}

/** A place where the secret lies. */
export interface Target {
  /** `<account>/<region>/<secret-id>` */
  readonly name: string;
  readonly store: SecretStore;
}

/** One secret to rotate: one credential, the same in all targets. */
export interface RotationPlan {
  /** The name in the rotation file; part of every version id that the engine makes. */
  readonly name: string;
  readonly provider: Provider;
  readonly shape: Shape;
  /** Durations in milliseconds. Without `every` the secret is always due. */
  readonly every?: number;
  readonly pendingTtl: number;
  readonly targets: readonly Target[];
  /** Takes over a foreign pending version that is older than `pendingTtl`. */
  readonly takeover: boolean;
  /** Rotates though not due. */
  readonly force: boolean;
}
