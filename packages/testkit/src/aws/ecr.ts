/**
 * ECR's API, JSON 1.1, with AWS's own codes and words; its images are those of the registry under `/v2/`.
 * Refuses unsigned requests. Scanning itself is not played here: that is Inspector's fake.
 */
import { Registry } from '../registry/registry.ts';
import { ImageStore, type StoredRepository } from '../registry/store.ts';
import { RegistryTokens } from '../registry/tokens.ts';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, jsonProtocol, type ServiceHost } from '../service.ts';
import { ecrImageOperations } from './ecr-images.ts';
import { ecrRepositoryOperations } from './ecr-repositories.ts';

/** What an operation gets: the request's members and the registry that they are about. */
export interface EcrCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly host: ServiceHost;
  readonly region: string;
  readonly store: ImageStore;
  readonly tokens: RegistryTokens;
  readonly scanning: RegistryScanning;
}

/** One API operation: members in, members out. @throws FakeError */
export type EcrOperation = (call: EcrCall) => object;

/** The registry's scanning configuration; tests set it. */
export interface RegistryScanning {
  scanType: 'BASIC' | 'ENHANCED';
  rules: { scanFrequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL'; repositoryFilters: { filter: string; filterType: string }[] }[];
}

const operations: Readonly<Record<string, EcrOperation>> = {
  GetAuthorizationToken: ({ host, region, tokens }) => {
    const { password, expiresAt } = tokens.issue();
    const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
    const proxyEndpoint = `https://${host.accountId}.dkr.ecr.${region}.amazonaws.com`;
    return { authorizationData: [{ authorizationToken, expiresAt: expiresAt / 1_000, proxyEndpoint }] };
  },
  ...ecrRepositoryOperations,
  ...ecrImageOperations,
};

/** The fake ECR. Its registry answers under `/v2/` of the kit. */
export class FakeEcr implements FakeService {
  readonly name = 'ecr';
  readonly store: ImageStore;
  readonly tokens: RegistryTokens;
  readonly registry: Registry;
  /** Continuous enhanced scanning of everything unless a test says otherwise. */
  readonly scanning: RegistryScanning = {
    scanType: 'ENHANCED',
    rules: [{ scanFrequency: 'CONTINUOUS_SCAN', repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }] }],
  };
  /** `Action` or `Action repository` → refused with AccessDeniedException, as an IAM policy would. */
  readonly denied = new Set<string>();
  readonly #host: ServiceHost;

  constructor(host: ServiceHost) {
    this.#host = host;
    const now = () => host.clock.now();
    this.store = new ImageStore(now);
    this.tokens = new RegistryTokens(now);
    this.registry = new Registry({ host, store: this.store, tokens: this.tokens });
  }

  /** Makes a repository without a call. */
  createRepository(name: string, options: Parameters<ImageStore['createRepository']>[1] = {}): StoredRepository {
    return this.store.createRepository(name, options);
  }

  readonly operation = jsonProtocol('1.1').operation;
  readonly renderError = jsonProtocol('1.1').renderError;

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const { caller } = request;
    if (!caller) throw new FakeError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
    const run = operations[operation];
    if (!run) throw new FakeError('UnknownOperationException', `testkit does not play ecr:${operation}`);
    const input = request.json();
    const resource = String(input['repositoryName'] ?? '');
    if (this.denied.has(operation) || this.denied.has(`${operation} ${resource}`)) {
      const arn = resource ? `arn:aws:ecr:${request.region}:${this.#host.accountId}:repository/${resource}` : '*';
      const why = `User: ${caller.arn} is not authorized to perform: ecr:${operation} on resource: ${arn} because no identity-based policy allows the ecr:${operation} action`;
      throw new FakeError('AccessDeniedException', why);
    }
    const call: EcrCall = { input, host: this.#host, region: request.region, store: this.store, tokens: this.tokens, scanning: this.scanning };
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: run(call) };
  }
}
