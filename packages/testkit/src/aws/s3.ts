/**
 * Simple Storage Service, path style: objects with ETags, conditional writes, listings. Enough for Terraform's S3 backend
 * with `use_lockfile`. Owns objects in memory; versions, multipart uploads, policies and ACLs are not played.
 */
import { createHash } from 'node:crypto';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, type ServiceHost } from '../service.ts';
import { readS3Body } from './s3-body.ts';
import { deletedXml, errorXml, listXml } from './s3-xml.ts';

/** An object. */
export interface FakeS3Object {
  readonly body: Buffer;
  /** Quoted MD5 in hex, as S3 says it for a plain upload. */
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** `content-type`, `x-amz-server-side-encryption…`, `x-amz-meta-…` as they were sent. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @see FakeService */
export class FakeS3 implements FakeService {
  readonly name = 's3';
  /** Bucket → key → object. */
  readonly buckets = new Map<string, Map<string, FakeS3Object>>();
  /** Operations that the caller may not do: `PutObject`. */
  readonly denied = new Set<string>();
  readonly #host: ServiceHost;

  constructor(host: ServiceHost) {
    this.#host = host;
  }

  /** Makes a bucket. */
  addBucket(name: string): Map<string, FakeS3Object> {
    const bucket = new Map<string, FakeS3Object>();
    this.buckets.set(name, bucket);
    return bucket;
  }

  operation({ method, path, query }: FakeRequest): string {
    const { key } = placeOf(path);
    if (key === '') {
      if (method === 'GET') return query.get('list-type') === '2' ? 'ListObjectsV2' : query.has('location') ? 'GetBucketLocation' : 'ListObjects';
      return { HEAD: 'HeadBucket', PUT: 'CreateBucket', POST: 'DeleteObjects' }[method] ?? 'Unknown';
    }
    return { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? 'Unknown';
  }

  renderError(error: FakeError): FakeAnswer {
    return { status: error.status, headers: { 'content-type': 'application/xml' }, body: errorXml(error.code, error.message, error.members) };
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const { bucket: name, key } = placeOf(request.path);
    if (!request.caller) throw new FakeError('AccessDenied', 'Access Denied', 403);
    if (this.denied.has(operation)) {
      const action = operation.startsWith('List') ? 'ListBucket' : operation.replace('Head', 'Get');
      const resource = `arn:aws:s3:::${name}${key && `/${key}`}`;
      throw new FakeError('AccessDenied', `User: ${request.caller.arn} is not authorized to perform: s3:${action} on resource: "${resource}"`, 403);
    }
    if (operation === 'CreateBucket') return this.#create(name);
    const objects = this.buckets.get(name);
    if (!objects) throw new FakeError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name });
    switch (operation) {
      case 'HeadBucket':
        return { status: 200, headers: { 'x-amz-bucket-region': this.#host.region } };
      case 'GetObject':
      case 'HeadObject':
        return getObject(objects, key, request);
      case 'PutObject':
        return this.#put(objects, key, request);
      case 'DeleteObject':
        return deleteObject(objects, key, request);
      case 'ListObjectsV2':
        return { status: 200, headers: { 'content-type': 'application/xml' }, body: listXml(name, objects, request.query) };
      case 'DeleteObjects':
        return { status: 200, headers: { 'content-type': 'application/xml' }, body: deletedXml(objects, request.body.toString('utf8')) };
      default:
        throw new FakeError('NotImplemented', `testkit's S3 has no ${operation}`, 501);
    }
  }

  #create(name: string): FakeAnswer {
    if (this.buckets.has(name)) throw new FakeError('BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded', 409);
    this.addBucket(name);
    return { status: 200, headers: { location: `/${name}` } };
  }

  #put(objects: Map<string, FakeS3Object>, key: string, request: FakeRequest): FakeAnswer {
    const { bytes, checksums } = readS3Body(request);
    const present = objects.get(key);
    if (request.headers['if-none-match'] === '*' && present) throw preconditionFailed('If-None-Match');
    const match = request.headers['if-match'];
    if (match !== undefined && !present) throw noSuchKey(key);
    if (match !== undefined && match !== present?.etag) throw preconditionFailed('If-Match');
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && /^(content-type|x-amz-meta-.+|x-amz-server-side-encryption.*)$/.test(entry[0]),
      ),
    );
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    objects.set(key, { body: bytes, etag, modified: this.#host.clock.now(), headers: { ...headers, ...checksums } });
    return { status: 200, headers: { etag, ...checksums, 'x-amz-server-side-encryption': headers['x-amz-server-side-encryption'] ?? 'AES256' } };
  }
}

function getObject(objects: Map<string, FakeS3Object>, key: string, request: FakeRequest): FakeAnswer {
  const object = objects.get(key);
  if (!object) throw noSuchKey(key);
  const match = request.headers['if-match'];
  if (match !== undefined && match !== object.etag) throw preconditionFailed('If-Match');
  const { 'content-type': type = 'binary/octet-stream', ...rest } = object.headers;
  const asked = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  const shown = Object.fromEntries(Object.entries(rest).filter(([name]) => asked || !name.startsWith('x-amz-checksum-')));
  const lastModified = new Date(object.modified).toUTCString();
  return { status: 200, headers: { ...shown, 'content-type': type, etag: object.etag, 'last-modified': lastModified }, body: object.body };
}

function deleteObject(objects: Map<string, FakeS3Object>, key: string, request: FakeRequest): FakeAnswer {
  const match = request.headers['if-match'];
  const object = objects.get(key);
  if (match !== undefined && match !== object?.etag) throw preconditionFailed('If-Match');
  objects.delete(key);
  return { status: 204 };
}

/** `/bucket/key/with/slashes` */
function placeOf(path: string): { bucket: string; key: string } {
  const [, bucket = '', ...rest] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(rest.join('/')) };
}

function noSuchKey(key: string): FakeError {
  return new FakeError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
}

function preconditionFailed(condition: string): FakeError {
  return new FakeError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, { Condition: condition });
}
