/** A bench for the engine: its ports over the strict fake, with every call counted and a kill after any of them. */
import { randomBytes } from 'node:crypto';
import type { Credential, Provider, RotationPlan, RotationPorts, SecretState, SecretStore, SecretVersion, Shape, Upstream } from '@slipway/rotation';
import { FakeError, type FakeRequest, type Testkit } from '@slipway/testkit';

type Fake = Testkit['secretsmanager'];

/** What a killed process cannot catch: every later call throws it too. */
export class Killed extends Error {}

/** Counts calls; kills after one of them, and lets a test act after any. */
export class Meter {
  calls = 0;
  killAfter = Number.POSITIVE_INFINITY;
  /** Runs after call k was carried out, before its answer arrives. */
  after: (call: number) => Promise<void> = async () => {};

  async count<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.calls >= this.killAfter) throw new Killed();
    this.calls += 1;
    const call = this.calls;
    const answer = await work();
    await this.after(call);
    if (call >= this.killAfter) throw new Killed();
    return answer;
  }
}

function request(input: object, region: string): FakeRequest {
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(JSON.stringify(input)),
    json: () => input as Record<string, unknown>,
    region,
  };
}

interface Answer {
  ARN: string;
  VersionId: string;
  SecretString?: string;
  CreatedDate: number;
  KmsKeyId?: string;
  RotationEnabled?: boolean;
  DeletedDate?: number;
  VersionIdsToStages: Record<string, string[]>;
  ReplicationStatus?: { Region: string; Status: string; StatusMessage?: string }[];
}

/** The engine's port, straight into the fake. */
export function storeOver(kit: Testkit, name: string, meter: Meter, region = kit.region): SecretStore {
  const fake: Fake = kit.secretsmanager;
  const send = (operation: string, input: object) =>
    meter.count(() => fake.handle(operation, request({ SecretId: name, ...input }, region)).body as unknown as Answer);
  const refused = (code: string, outcome: 'exists' | 'refused') => (error: unknown) => {
    if (error instanceof FakeError && error.code === code) return outcome;
    throw error;
  };
  return {
    async describe(): Promise<SecretState> {
      const answer = await send('DescribeSecret', {});
      return {
        arn: answer.ARN,
        labels: new Map(Object.entries(answer.VersionIdsToStages)),
        replicas: (answer.ReplicationStatus ?? []).map(({ Region, Status, StatusMessage }) => ({
          region: Region,
          status: Status,
          message: StatusMessage ?? '',
        })),
        ...(answer.RotationEnabled ? { rotatedBy: 'a Lambda' } : {}),
        ...(answer.KmsKeyId ? { keyId: answer.KmsKeyId } : {}),
        ...(answer.DeletedDate ? { deletedAt: answer.DeletedDate * 1_000 } : {}),
      };
    },
    async read(which): Promise<SecretVersion | undefined> {
      try {
        const answer = await send('GetSecretValue', 'id' in which ? { VersionId: which.id } : { VersionStage: which.label });
        return { id: answer.VersionId, createdAt: answer.CreatedDate * 1_000, ...(answer.SecretString === undefined ? {} : { text: answer.SecretString }) };
      } catch (error) {
        if (error instanceof FakeError && error.code === 'ResourceNotFoundException') return undefined;
        throw error;
      }
    },
    createdAt: async (id) => meter.count(() => fake.find(name, { region }).versions.get(id)?.createdAt),
    put: (id, text) =>
      send('PutSecretValue', { ClientRequestToken: id, SecretString: text, VersionStages: ['AWSPENDING'] }).then(
        () => 'stored' as const,
        refused('ResourceExistsException', 'exists') as (error: unknown) => 'exists',
      ),
    move: (label, { from, to }) =>
      send('UpdateSecretVersionStage', { VersionStage: label, RemoveFromVersionId: from, MoveToVersionId: to }).then(
        () => 'moved' as const,
        refused('InvalidParameterException', 'refused') as (error: unknown) => 'refused',
      ),
    checkKey: async () => {},
  };
}

/** Time that only moves when somebody sleeps. */
export function portsOver(kit: Testkit, over: Partial<RotationPorts> = {}): RotationPorts & { readonly concealed: string[]; readonly lines: string[] } {
  const concealed: string[] = [];
  const lines: string[] = [];
  return {
    concealed,
    lines,
    clock: {
      now: () => kit.clock.now(),
      sleep: async (ms) => kit.clock.advanceTo(kit.clock.now() + ms),
    },
    signal: new AbortController().signal,
    deadline: kit.clock.now() + 30 * 60_000,
    randomBytes,
    conceal: (secret) => void concealed.push(secret),
    log: (line) => void lines.push(line),
    ...over,
  };
}

/** A plan for secrets of the fake. */
export function planOver(kit: Testkit, provider: Provider, names: readonly string[], meter: Meter, over: Partial<RotationPlan> = {}): RotationPlan {
  return {
    name: 'key',
    provider,
    shape: 'text' as Shape,
    pendingTtl: 2 * 3_600_000,
    every: 30 * 86_400_000,
    takeover: false,
    force: false,
    targets: names.map((name) => ({ name: `111122223333/${kit.region}/${name}`, store: storeOver(kit, name, meter) })),
    ...over,
  };
}

/** Something upstream that holds credentials, marked with the version's id: what a deploy key or an access key is. */
export class UpstreamBench {
  readonly live = new Map<string, string>();
  /** The most credentials that were ever alive. */
  peak = 0;
  made = 0;
  broken = false;

  add(id: string): void {
    this.live.set(id, 'by hand');
  }

  provider(meter: Meter, over: Partial<Provider> = {}): Provider {
    const upstream: Upstream = {
      install: (credential, token) =>
        meter.count(() => {
          this.made += 1;
          const id = `id-${this.made}`;
          this.live.set(id, token);
          this.peak = Math.max(this.peak, this.live.size);
          return { ...credential, id };
        }),
      list: () => meter.count(() => [...this.live].filter(([, token]) => token.startsWith('slipway-')).map(([id]) => id)),
      identify: (credential) => credential['id'],
      revoke: (id) => meter.count(() => void this.live.delete(id)),
    };
    return {
      type: 'bench',
      generate: async (bytes) => ({ secret: Buffer.from(bytes(12)).toString('hex') }),
      render: (credential) => JSON.stringify(credential),
      parse: (document) => {
        try {
          return JSON.parse(document) as Credential;
        } catch {
          return undefined;
        }
      },
      verify: (credential) =>
        meter.count(() =>
          !this.broken && this.live.has(credential['id'] ?? '') ? { ok: true as const } : { ok: false as const, check: 'login', why: 'it is refused' },
        ),
      upstream,
      ...over,
    };
  }
}

/** The labels of a secret: label → version id. */
export function labelsOf(kit: Testkit, name: string): Record<string, string> {
  const versions = [...kit.secretsmanager.find(name).versions.values()];
  return Object.fromEntries(versions.flatMap(({ id, stages }) => [...stages].map((stage) => [stage, id])));
}

/** The text that a label's holder has. */
export function textOf(kit: Testkit, name: string, label: string): string | undefined {
  return [...kit.secretsmanager.find(name).versions.values()].find(({ stages }) => stages.has(label))?.text;
}

/** Makes every version of a secret old enough to be due. */
export function age(kit: Testkit, days = 31): void {
  kit.clock.advanceTo(kit.clock.now() + days * 86_400_000);
}
