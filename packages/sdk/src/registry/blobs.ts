/** Blobs of a registry: asked for, fetched, mounted from a neighbour, uploaded in chunks that survive a broken connection. */
import type { HttpAnswer } from '../http.ts';
import { type RegistryContext, type RegistryRequest, registryUrl, retryRegistry, sendOnce, sendRetried } from './connection.ts';
import { RegistryError } from './errors.ts';
import { sha256Digest } from './manifests.ts';

/** A blob's content, read as often as a try needs it. */
export interface BlobContent {
  /** `sha256:…` */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` up to `end`, which is not part of them. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** How a blob came to be there. */
export type BlobOutcome = 'present' | 'mounted' | 'uploaded';

/**
 * Bytes of one PATCH. ECR takes parts of 5 to 20 MiB at its API (UploadLayerPart; LayerPartTooSmallException); the same
 * bounds are kept here, and a broken connection costs no more than one part.
 */
export const chunkBytes = 16 * 1024 * 1024;

/** Whether the repository holds the blob. */
export async function hasBlob(context: RegistryContext, repository: string, digest: string): Promise<boolean> {
  const request = { method: 'HEAD', part: 'blobs', repository, url: `/v2/${repository}/blobs/${digest}` } as const;
  const answer = await sendRetried(context, { ...request, expect: [200, 307, 404] });
  return answer.status !== 404;
}

/** A small blob (a configuration), whole; one redirect is followed, without the login. `undefined` when it is not there. */
export async function getBlob(context: RegistryContext, repository: string, digest: string): Promise<Buffer | undefined> {
  const request = { method: 'GET', part: 'blobs', repository, url: `/v2/${repository}/blobs/${digest}` } as const;
  const first = await sendRetried(context, { ...request, expect: [200, 302, 307, 404] });
  if (first.status === 404) return undefined;
  const answer = first.status === 200 ? first : await sendRetried(context, { ...request, url: first.headers['location'] ?? '', expect: [200] });
  const got = sha256Digest(answer.bytes);
  if (got === digest) return answer.bytes;
  const target = `${context.host}/${repository}`;
  throw new RegistryError({ code: 'digest-mismatch', operation: 'GET blobs', target, status: 200, registryCode: '', message: `got ${got}, want ${digest}` });
}

/**
 * Puts a blob into the repository: nothing to do where it is there, mounted from `mountFrom` where that works, else
 * uploaded. An upload that breaks goes on where the registry says it stopped, or begins anew where that is lost.
 */
export async function pushBlob(context: RegistryContext, repository: string, blob: BlobContent, mountFrom?: string): Promise<BlobOutcome> {
  if (await hasBlob(context, repository, blob.digest)) return 'present';
  const upload = new Upload(context, repository, blob, mountFrom);
  return retryRegistry(
    context,
    () => upload.run(),
    () => upload.offset,
  );
}

class Upload {
  offset = 0;
  readonly #context: RegistryContext;
  readonly #repository: string;
  readonly #blob: BlobContent;
  #mountFrom: string | undefined;
  #location: string | undefined;
  /** Something went wrong since the registry last told how far it is. */
  #doubtful = false;

  constructor(context: RegistryContext, repository: string, blob: BlobContent, mountFrom: string | undefined) {
    this.#context = context;
    this.#repository = repository;
    this.#blob = blob;
    this.#mountFrom = mountFrom;
  }

  async run(): Promise<BlobOutcome> {
    try {
      return await this.#attempt();
    } catch (error) {
      this.#doubtful = true;
      if (error instanceof RegistryError && (error.code === 'upload-lost' || error.operation === 'PUT uploads')) this.#location = undefined;
      throw error;
    }
  }

  async #attempt(): Promise<BlobOutcome> {
    if (this.#doubtful && (await this.#arrived())) return 'uploaded';
    if (this.#location && this.#doubtful) await this.#resume(this.#location);
    if (!this.#location && (await this.#begin()) === 'mounted') return 'mounted';
    while (this.offset < this.#blob.size) await this.#append();
    await this.#complete();
    return 'uploaded';
  }

  /** The last try may have done its work before its answer was lost. */
  async #arrived(): Promise<boolean> {
    const { digest } = this.#blob;
    const request = { method: 'HEAD', part: 'blobs', repository: this.#repository, url: `/v2/${this.#repository}/blobs/${digest}` } as const;
    return (await sendOnce(this.#context, { ...request, expect: [200, 307, 404] })).status !== 404;
  }

  async #begin(): Promise<'mounted' | 'begun'> {
    const mount = this.#mountFrom ? `?mount=${encodeURIComponent(this.#blob.digest)}&from=${encodeURIComponent(this.#mountFrom)}` : '';
    this.#mountFrom = undefined;
    const answer = await this.#send({ method: 'POST', url: `/v2/${this.#repository}/blobs/uploads/${mount}`, expect: [201, 202] });
    if (answer.status === 201) return 'mounted';
    this.offset = 0;
    this.#moveTo(answer);
    return 'begun';
  }

  /** Asks how far the upload has come; a registry that does not say loses it. */
  async #resume(location: string): Promise<void> {
    const answer = await this.#send({ method: 'GET', url: location, expect: [204, 400, 404, 405] });
    const [, last] = /^0-(\d+)$/.exec(answer.headers['range'] ?? '') ?? [];
    if (answer.status !== 204 || last === undefined) {
      this.#location = undefined;
      return;
    }
    // `0-0` is what registries say of an empty upload, too.
    this.offset = last === '0' ? 0 : Number(last) + 1;
    if (this.offset > this.#blob.size) this.#location = undefined;
    else this.#moveTo(answer);
  }

  async #append(): Promise<void> {
    const end = Math.min(this.offset + chunkBytes, this.#blob.size);
    const answer = await this.#send({
      method: 'PATCH',
      url: this.#location ?? '',
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(end - this.offset),
        'content-range': `${this.offset}-${end - 1}`,
      },
      body: this.#blob.read(this.offset, end),
      expect: [202, 204],
    });
    this.offset = end;
    this.#moveTo(answer);
  }

  async #complete(): Promise<void> {
    const url = new URL(this.#location ?? '');
    url.searchParams.set('digest', this.#blob.digest);
    await this.#send({ method: 'PUT', url: url.href, headers: { 'content-length': '0' }, expect: [201, 204] });
  }

  #moveTo(answer: HttpAnswer): void {
    const location = answer.headers['location'];
    if (location) this.#location = new URL(location, this.#location ?? registryUrl(this.#context.host)).href;
    this.#doubtful = false;
  }

  #send(request: Omit<RegistryRequest, 'part' | 'repository'>): Promise<HttpAnswer> {
    return sendOnce(this.#context, { ...request, part: 'uploads', repository: this.#repository });
  }
}
