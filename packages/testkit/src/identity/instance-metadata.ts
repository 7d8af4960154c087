/**
 * The instance metadata service of EC2, version 2 only: a token by PUT, everything else with it.
 * Source: EC2 User Guide, "Use the Instance Metadata Service to access instance metadata" (errors 400, 401, 403, 404).
 */
import { randomBytes } from 'node:crypto';
import type { Identities } from '../identities.ts';
import type { FakeAnswer, FakeRequest, ServiceHost } from '../service.ts';
import { type PathPlace, text } from './place.ts';
import { RoleKeys } from './role-keys.ts';

const longestTtlSeconds = 21_600;
const ttlHeader = 'x-aws-ec2-metadata-token-ttl-seconds';
const tokenHeader = 'x-aws-ec2-metadata-token';
const roles = '/latest/meta-data/iam/security-credentials';

/** The fake service: `imds` in faults and in the ledger, with the operations `PutToken`, `GetRole`, `GetCredentials` and `GetMetadata`. */
export class InstanceMetadata implements PathPlace {
  readonly name = 'imds';
  /** The instance's role; without one, `iam/security-credentials` is 404. */
  roleArn: string | undefined;
  /** Turned off: everything is 403. */
  disabled = false;
  instanceId = 'i-0123456789abcdef0';
  /** Paths that were asked without a token, as version 1 does; each was answered 401. A test wants none. */
  readonly tokenless: string[] = [];
  readonly keys: RoleKeys;
  readonly #host: ServiceHost;
  readonly #tokens = new Map<string, number>();

  constructor(host: ServiceHost, identities: Identities) {
    this.#host = host;
    this.keys = new RoleKeys(identities, host.clock);
  }

  /** The variables that lead a client here. */
  environment(): Record<string, string> {
    return { AWS_EC2_METADATA_SERVICE_ENDPOINT: this.#host.url, AWS_EC2_METADATA_DISABLED: 'false' };
  }

  covers({ path }: FakeRequest): boolean {
    return path === '/latest/api/token' || /^\/latest\/(meta-data|dynamic)(\/|$)/.test(path);
  }

  operation({ path }: FakeRequest): string {
    if (path === '/latest/api/token') return 'PutToken';
    if (!path.startsWith(roles)) return 'GetMetadata';
    return path.slice(roles.length + 1) === '' ? 'GetRole' : 'GetCredentials';
  }

  handle(request: FakeRequest): FakeAnswer {
    if (this.disabled) return text(403, '');
    if (request.path === '/latest/api/token') return this.#token(request);
    if (request.method !== 'GET') return text(405, '');
    const token = request.headers[tokenHeader];
    if (token === undefined) this.tokenless.push(request.path);
    if (token === undefined || (this.#tokens.get(token) ?? 0) <= this.#host.clock.now()) return text(401, '');
    return this.#data(request.path);
  }

  /** Every token that was handed out, for leak tests. */
  get tokens(): string[] {
    return [...this.#tokens.keys()];
  }

  #token({ method, headers }: FakeRequest): FakeAnswer {
    if (method !== 'PUT') return text(405, '');
    // A proxy in between would hand the token to others: the service refuses.
    if (headers['x-forwarded-for'] !== undefined) return text(403, '');
    const seconds = Number(headers[ttlHeader]);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > longestTtlSeconds) return text(400, '');
    const token = randomBytes(42).toString('base64');
    this.#tokens.set(token, this.#host.clock.now() + seconds * 1000);
    return text(200, token, { [ttlHeader]: String(seconds) });
  }

  #data(path: string): FakeAnswer {
    const { region, accountId } = this.#host;
    const role = this.roleArn?.split('/').at(-1);
    if (path === '/latest/meta-data/placement/region') return text(200, region);
    if (path === '/latest/meta-data/instance-id') return text(200, this.instanceId);
    if (path === '/latest/dynamic/instance-identity/document') return { status: 200, body: { region, accountId, instanceId: this.instanceId } };
    if (role && (path === roles || path === `${roles}/`)) return text(200, role);
    if (this.roleArn && path === `${roles}/${role}`) return this.#credentials(this.roleArn);
    return text(404, '');
  }

  #credentials(arn: string): FakeAnswer {
    const keys = this.keys.of({ arn, sessionName: this.instanceId });
    return {
      status: 200,
      body: {
        Code: 'Success',
        LastUpdated: new Date(this.#host.clock.now()).toISOString(),
        Type: 'AWS-HMAC',
        AccessKeyId: keys.accessKeyId,
        SecretAccessKey: keys.secretAccessKey,
        Token: keys.sessionToken,
        Expiration: new Date(keys.expiresAt).toISOString(),
      },
    };
  }
}
