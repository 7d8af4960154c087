/**
 * Amazon Inspector's side of a scan gate (restJson1), over a scripted timeline: what is covered and found changes with the
 * kit's clock. Knows the images of the fake ECR; an image without a script has no coverage, as one that Inspector never noticed.
 */
import type { ImageStore } from '../registry/store.ts';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, restJsonError, type ServiceHost } from '../service.ts';
import { type InspectorWorld, inspectorOperations } from './inspector/operations.ts';
import type { FakeImage } from './inspector/render.ts';
import { type Script, type ScriptStep, stateAt } from './inspector/timeline.ts';

/** Paths of the operations (Inspector2 API). */
const paths: Readonly<Record<string, string>> = {
  '/status/batch/get': 'BatchGetAccountStatus',
  '/coverage/list': 'ListCoverage',
  '/findings/list': 'ListFindings',
  '/findings/details/batch/get': 'BatchGetFindingDetails',
  '/findings/aggregation/list': 'ListFindingAggregations',
  '/cluster/get': 'GetClustersForImage',
};

/** The fake Inspector. */
export class FakeInspector2 implements FakeService {
  readonly name = 'inspector2';
  /** The kit's account; tests change it. */
  readonly account: { ecr: string; errorCode?: string; errorMessage?: string; failed: boolean } = { ecr: 'ENABLED', failed: false };
  /** Operations that are refused with AccessDeniedException. */
  readonly denied = new Set<string>();
  /** Operation → the service's own largest page, smaller than what is asked for. */
  readonly pageSizes = new Map<string, number>();
  /** Operations that hand out the same token for ever. */
  readonly repeatingTokens = new Set<string>();
  /** Digest → clusters as GetClustersForImage lists them. */
  readonly clusters = new Map<string, readonly object[]>();
  readonly #host: ServiceHost;
  readonly #store: ImageStore;
  readonly #scripts = new Map<string, Script>();
  readonly #events: { at: number; work: () => void }[] = [];
  #everyImage: readonly ScriptStep[] | undefined;

  constructor(host: ServiceHost, store: ImageStore) {
    this.#host = host;
    this.#store = store;
  }

  /** Scripts an image, starting now. @param digest the platform image's manifest */
  script(digest: string, steps: readonly ScriptStep[], since: number = this.#host.clock.now()): void {
    this.#scripts.set(digest, { since, steps });
  }

  /** Scripts every image that has no script of its own; each starts when it is pushed. */
  scriptEveryImage(steps: readonly ScriptStep[]): void {
    this.#everyImage = steps;
  }

  /** Does something once the kit's clock has passed a moment (milliseconds from now), at the next request to Inspector. */
  after(ms: number, work: () => void): void {
    this.#events.push({ at: this.#host.clock.now() + ms, work });
  }

  operation(request: FakeRequest): string {
    return paths[request.path] ?? 'Unknown';
  }

  readonly renderError = restJsonError;

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const { caller } = request;
    if (!caller) throw new FakeError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
    const run = inspectorOperations[operation];
    if (!run) throw new FakeError('UnknownOperationException', `testkit does not play inspector2 ${request.method} ${request.path}`, 404);
    if (this.denied.has(operation)) {
      throw new FakeError('AccessDeniedException', `User: ${caller.arn} is not authorized to perform: inspector2:${operation} on resource: *`, 403);
    }
    this.#play();
    return { status: 200, body: run(request.json(), this.#world(request.region)) };
  }

  #play(): void {
    const now = this.#host.clock.now();
    const due = this.#events.filter(({ at }) => at <= now);
    for (const event of due) {
      this.#events.splice(this.#events.indexOf(event), 1);
      event.work();
    }
  }

  #world(region: string): InspectorWorld {
    const now = this.#host.clock.now();
    const images = this.#images(region);
    const scripted = (image: FakeImage) => this.#scripts.get(image.digest) ?? (this.#everyImage && { since: image.pushedAt, steps: this.#everyImage });
    const states = new Map(images.map((image) => [image.digest, stateAt(scripted(image), now)]));
    return {
      images,
      stateOf: (image) => states.get(image.digest) ?? { coverage: undefined, findings: [] },
      page: (operation, limit) => ({ limit, most: this.pageSizes.get(operation) ?? limit, repeat: this.repeatingTokens.has(operation) }),
      scanFrequency: 'CONTINUOUS_SCAN',
      account: { ...this.account, id: this.#host.accountId },
      clusters: this.clusters,
    };
  }

  /** The images of the registry: platform manifests only, as Inspector scans no index and no attestation. */
  #images(region: string): FakeImage[] {
    return [...this.#store.repositories.values()].flatMap((repository) =>
      [...repository.manifests.values()]
        .filter(({ mediaType }) => !/index|manifest\.list/.test(mediaType))
        .map(({ digest, pushedAt }) => ({
          digest,
          repository: repository.name,
          region,
          accountId: this.#host.accountId,
          pushedAt,
          tags: [...repository.tags].filter(([, target]) => target === digest).map(([tag]) => tag),
        })),
    );
  }
}
