/**
 * ECR Public's API, as far as a login needs it (JSON 1.1, target `SpencerFrontendService`). Its password is let in by the kit's registry.
 * Source: ECR Public API reference, GetAuthorizationToken; AWS General Reference, "Amazon ECR Public endpoints".
 */
import type { RegistryTokens } from '../registry/tokens.ts';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, jsonProtocol } from '../service.ts';

/** The API lives in two regions and in the commercial partition alone. */
const regions = ['us-east-1', 'us-west-2'];

/** Both are needed for a password. */
const needed = ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'] as const;

/** The fake service; `ecr-public` in faults and in the ledger. */
export class FakeEcrPublic implements FakeService {
  readonly name = 'ecr-public';
  /** Actions that no policy of the caller allows. */
  readonly denied = new Set<(typeof needed)[number]>();
  readonly #tokens: RegistryTokens;

  constructor(tokens: RegistryTokens) {
    this.#tokens = tokens;
  }

  operation(request: FakeRequest): string {
    const [service, operation = 'Unknown'] = (request.headers['x-amz-target'] ?? '').split('.');
    return service === 'SpencerFrontendService' ? operation : 'Unknown';
  }

  readonly renderError = jsonProtocol('1.1').renderError;

  handle(operation: string, { caller, region }: FakeRequest): FakeAnswer {
    if (!caller) throw new FakeError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
    if (!regions.includes(region)) {
      throw new FakeError('UnsupportedCommandException', `The action isn't supported in this Region.`).because(
        `ECR Public answers in ${regions.join(' and ')} only, not in ${region}`,
      );
    }
    if (operation !== 'GetAuthorizationToken') throw new FakeError('UnknownOperationException', `testkit does not play ecr-public:${operation}`);
    for (const action of needed) {
      if (this.denied.has(action))
        throw new FakeError(
          'AccessDeniedException',
          `User: ${caller.arn} is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`,
        );
    }
    const { password, expiresAt } = this.#tokens.issue();
    const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: { authorizationData: { authorizationToken, expiresAt: expiresAt / 1000 } },
    };
  }
}
