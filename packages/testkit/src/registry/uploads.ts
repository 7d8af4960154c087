/** Blobs on their way in: begun by POST, grown by PATCH, ended by PUT; resumed where they stopped; mounted from a neighbour. */
import { randomUUID } from 'node:crypto';
import type { FakeAnswer, FakeRequest } from '../service.ts';
import { registryAnswer, registryError } from './answers.ts';
import { digestOf, type ImageStore, type StoredRepository } from './store.ts';

/** The open uploads of a registry. */
export class Uploads {
  readonly #open = new Map<string, Buffer>();
  readonly #store: ImageStore;

  constructor(store: ImageStore) {
    this.#store = store;
  }

  /** Forgets all open uploads, as a registry does that was restarted. */
  drop(): void {
    this.#open.clear();
  }

  /** Any request under `/v2/<name>/blobs/uploads/`. */
  handle(repository: StoredRepository, id: string, request: FakeRequest): FakeAnswer {
    if (request.method === 'POST') return this.#begin(repository, request);
    const bytes = this.#open.get(id);
    if (!bytes) return registryError(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
    if (request.method === 'PATCH') return this.#append(repository, id, bytes, request);
    if (request.method === 'PUT') return this.#complete(repository, id, Buffer.concat([bytes, request.body]), request.query.get('digest'));
    if (request.method === 'GET') return registryAnswer(204, progress(repository, id, bytes));
    if (request.method === 'DELETE') {
      this.#open.delete(id);
      return registryAnswer(204);
    }
    return registryError(405, 'UNSUPPORTED', 'the operation is unsupported');
  }

  #begin(repository: StoredRepository, request: FakeRequest): FakeAnswer {
    const mount = request.query.get('mount');
    const blob = mount ? this.#store.repositories.get(request.query.get('from') ?? '')?.blobs.get(mount) : undefined;
    if (mount && blob) {
      repository.blobs.set(mount, blob);
      return created(repository, mount);
    }
    const id = randomUUID();
    const digest = request.query.get('digest');
    if (digest) return this.#complete(repository, id, request.body, digest);
    this.#open.set(id, Buffer.alloc(0));
    return registryAnswer(202, progress(repository, id, Buffer.alloc(0)));
  }

  #append(repository: StoredRepository, id: string, bytes: Buffer, request: FakeRequest): FakeAnswer {
    const [, first] = /^(?:bytes[ =])?(\d+)-\d+/.exec(request.headers['content-range'] ?? '') ?? [];
    if (first !== undefined && Number(first) !== bytes.length) {
      return registryError(416, 'BLOB_UPLOAD_INVALID', 'blob upload invalid', progress(repository, id, bytes));
    }
    const grown = Buffer.concat([bytes, request.body]);
    this.#open.set(id, grown);
    return registryAnswer(202, progress(repository, id, grown));
  }

  #complete(repository: StoredRepository, id: string, bytes: Buffer, digest: string | null): FakeAnswer {
    if (digest !== digestOf(bytes)) return registryError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    this.#open.delete(id);
    this.#store.putBlob(repository, bytes);
    return created(repository, digest);
  }
}

function progress(repository: StoredRepository, id: string, bytes: Buffer): Record<string, string> {
  return { location: `/v2/${repository.name}/blobs/uploads/${id}`, 'docker-upload-uuid': id, range: `0-${Math.max(0, bytes.length - 1)}` };
}

function created(repository: StoredRepository, digest: string): FakeAnswer {
  return registryAnswer(201, { location: `/v2/${repository.name}/blobs/${digest}`, 'docker-content-digest': digest });
}
