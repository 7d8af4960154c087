/** EKS: DescribeCluster and ListClusters over clusters that a test registers. */
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, restJsonError, type ServiceHost } from '../service.ts';

/** A cluster as EKS knows it. */
export interface FakeCluster {
  readonly endpoint: string;
  /** PEM. */
  readonly ca: string;
  readonly version?: string;
  readonly status?: string;
  readonly publicAccess?: boolean;
  readonly privateAccess?: boolean;
}

/** The fake service; put clusters into `clusters`. */
export class FakeEks implements FakeService {
  readonly name = 'eks';
  /** By name. */
  readonly clusters = new Map<string, FakeCluster>();
  /** Names whose description is denied. */
  readonly denied = new Set<string>();
  readonly #host: ServiceHost;

  constructor(host: ServiceHost) {
    this.#host = host;
  }

  operation({ method, path }: FakeRequest): string {
    if (method !== 'GET') return 'Unknown';
    if (/^\/clusters\/?$/.test(path)) return 'ListClusters';
    return /^\/clusters\/[^/]+$/.test(path) ? 'DescribeCluster' : 'Unknown';
  }

  handle(operation: string, { path, region, caller }: FakeRequest): FakeAnswer {
    if (operation === 'ListClusters') return { status: 200, body: { clusters: [...this.clusters.keys()].sort() } };
    if (operation !== 'DescribeCluster') throw new FakeError('UnknownOperationException', 'the testkit does not play this operation', 404);
    const name = decodeURIComponent(path.split('/')[2] ?? '');
    const arn = `arn:aws:eks:${region}:${this.#host.accountId}:cluster/${name}`;
    if (this.denied.has(name))
      throw new FakeError(
        'AccessDeniedException',
        `User: ${caller?.arn ?? 'anonymous'} is not authorized to perform: eks:DescribeCluster on resource: ${arn}`,
        403,
      );
    const cluster = this.clusters.get(name);
    if (!cluster) throw new FakeError('ResourceNotFoundException', `No cluster found for name: ${name}.`, 404, { clusterName: name });
    return { status: 200, body: { cluster: { name, arn, ...described(cluster) } } };
  }

  renderError(error: FakeError): FakeAnswer {
    return restJsonError(error);
  }
}

function described(cluster: FakeCluster): object {
  return {
    version: cluster.version ?? '1.33',
    status: cluster.status ?? 'ACTIVE',
    endpoint: cluster.endpoint,
    certificateAuthority: { data: Buffer.from(cluster.ca).toString('base64') },
    resourcesVpcConfig: {
      endpointPublicAccess: cluster.publicAccess ?? true,
      endpointPrivateAccess: cluster.privateAccess ?? false,
      subnetIds: [],
      securityGroupIds: [],
    },
    tags: {},
  };
}
