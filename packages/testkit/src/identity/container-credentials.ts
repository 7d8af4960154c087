/**
 * The credentials endpoint of a container: the EKS Pod Identity agent's (authorisation token in a file) and the ECS agent's.
 * Source: AWS SDKs and Tools Reference Guide, "Container credential provider"; EKS User Guide, "How EKS Pod Identity works".
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionTag } from '../aws/sts/request.ts';
import type { Identities } from '../identities.ts';
import type { FakeAnswer, FakeRequest, ServiceHost } from '../service.ts';
import type { PathPlace } from './place.ts';
import { RoleKeys } from './role-keys.ts';

/** Tags that EKS Pod Identity puts on its sessions, all transitive (EKS User Guide, "Grant Pods access to AWS resources based on tags"). */
const podTags = [
  'eks-cluster-arn',
  'eks-cluster-name',
  'kubernetes-namespace',
  'kubernetes-service-account',
  'kubernetes-pod-name',
  'kubernetes-pod-uid',
] as const;

/** How the two endpoints differ. */
interface Kind {
  readonly name: 'pod-identity' | 'container';
  readonly path: string;
  readonly sessionName: string;
  readonly tags: readonly SessionTag[];
}

/** One endpoint: `pod-identity` or `container` in faults and in the ledger, operation `GetCredentials`. */
export class ContainerCredentials implements PathPlace {
  readonly name: Kind['name'];
  /** The container's role; without one the endpoint answers 404. */
  roleArn: string | undefined;
  /** The value of the Authorization header that is let in; a secret. A test may change it, as the agent's token is renewed. */
  token = `eks-pod-token-${randomBytes(24).toString('hex')}`;
  readonly keys: RoleKeys;
  readonly #host: ServiceHost;
  readonly #kind: Kind;

  constructor(kind: Kind, host: ServiceHost, identities: Identities) {
    this.name = kind.name;
    this.#kind = kind;
    this.#host = host;
    this.keys = new RoleKeys(identities, host.clock);
  }

  /** The variables that lead a client here. @param folder where the token's file is written (0600); without one the token goes by variable */
  environment(folder?: string): Record<string, string> {
    const uri = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${this.#host.url}${this.#kind.path}` };
    if (folder === undefined) return { ...uri, AWS_CONTAINER_AUTHORIZATION_TOKEN: this.token };
    const file = join(folder, `${this.name}-token`);
    writeFileSync(file, this.token, { mode: 0o600 });
    return { ...uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file };
  }

  covers({ path }: FakeRequest): boolean {
    return path === this.#kind.path;
  }

  operation({ method }: FakeRequest): string {
    return method === 'GET' ? 'GetCredentials' : 'Unknown';
  }

  handle({ method, headers }: FakeRequest): FakeAnswer {
    if (method !== 'GET') return { status: 405, body: refusal('MethodNotAllowed', 'only GET is played') };
    if (headers['authorization'] !== this.token)
      return { status: 401, body: refusal('AccessDeniedException', 'Unauthorized Exception! EKS does not have permissions to assume the associated role.') };
    if (!this.roleArn) return { status: 404, body: refusal('ResourceNotFoundException', '[]: The role is not associated') };
    const keys = this.keys.of({ arn: this.roleArn, sessionName: this.#kind.sessionName, tags: this.#kind.tags });
    return {
      status: 200,
      body: {
        AccessKeyId: keys.accessKeyId,
        SecretAccessKey: keys.secretAccessKey,
        Token: keys.sessionToken,
        AccountId: this.roleArn.split(':')[4],
        Expiration: new Date(keys.expiresAt).toISOString(),
      },
    };
  }
}

/** The agent of EKS Pod Identity. */
export function podIdentity(host: ServiceHost, identities: Identities): ContainerCredentials {
  const values = [
    `arn:aws:eks:${host.region}:${host.accountId}:cluster/runners`,
    'runners',
    'arc',
    'runner',
    'runner-abcde',
    '00000000-0000-4000-8000-00000000f00d',
  ];
  const tags = podTags.map((key, index) => ({ key, value: values[index] ?? '' }));
  return new ContainerCredentials({ name: 'pod-identity', path: '/v1/credentials', sessionName: 'eks-runners-runner-abcde', tags }, host, identities);
}

/** The agent of ECS. */
export function containerAgent(host: ServiceHost, identities: Identities): ContainerCredentials {
  return new ContainerCredentials({ name: 'container', path: '/v2/credentials/testkit', sessionName: 'testkit-task', tags: [] }, host, identities);
}

function refusal(code: string, message: string): object {
  return { code, message };
}
