/** Amazon S3: whole objects with conditional writes, and listings. Versions, multipart uploads and policies are not here. */
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type AwsContext, call, clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';

/** An endpoint of one's own (a fake, a VPC endpoint by name) rarely has a host per bucket: path style works with all of them. */
const client = clientCache((config) => new S3Client({ ...config, forcePathStyle: true }));

/** Where an object lies. */
export interface ObjectPlace {
  readonly bucket: string;
  /** At most 1,024 bytes (S3 user guide, "Object keys"). */
  readonly key: string;
}

/** An object read whole. */
export interface StoredObject {
  readonly body: Uint8Array;
  /** Quoted, as S3 sends it. */
  readonly etag: string;
}

/** How an object is written. */
export interface PutOptions {
  readonly contentType?: string;
  /** Only when nothing has this key yet; AwsError `conflict` otherwise. */
  readonly onlyNew?: boolean;
  /** Only over the object with this ETag; AwsError `conflict` otherwise. */
  readonly ifMatch?: string;
}

/** A line of a listing. */
export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly modified: Date | undefined;
}

/**
 * GetObject.
 * @returns `undefined` when nothing has this key
 * @throws AwsError `not-found` when there is no such bucket
 */
export async function getObject(context: AwsContext, { bucket, key }: ObjectPlace): Promise<StoredObject | undefined> {
  const send = async (options: { abortSignal: AbortSignal }) => {
    const answer = await client(context).send(new GetObjectCommand({ Bucket: bucket, Key: key }), options);
    return { body: (await answer.Body?.transformToByteArray()) ?? new Uint8Array(), etag: answer.ETag ?? '' };
  };
  try {
    return await call(context, 's3', 'GetObject', send);
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'NoSuchKey') return undefined;
    throw error;
  }
}

/** PutObject. @returns the new ETag, quoted */
export async function putObject(context: AwsContext, { bucket, key }: ObjectPlace, body: Uint8Array | string, put: PutOptions = {}): Promise<string> {
  const command = () =>
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ...(put.contentType ? { ContentType: put.contentType } : {}),
      ...(put.onlyNew ? { IfNoneMatch: '*' } : {}),
      ...(put.ifMatch ? { IfMatch: put.ifMatch } : {}),
    });
  const answer = await call(context, 's3', 'PutObject', (options) => client(context).send(command(), options));
  return answer.ETag ?? '';
}

/** HeadObject. @returns the ETag, or `undefined` when there is no such key (or bucket: HEAD has no body to tell them apart) */
export async function headObject(context: AwsContext, { bucket, key }: ObjectPlace): Promise<string | undefined> {
  const command = () => new HeadObjectCommand({ Bucket: bucket, Key: key });
  try {
    const answer = await call(context, 's3', 'HeadObject', (options) => client(context).send(command(), options));
    return answer.ETag ?? '';
  } catch (error) {
    if (error instanceof AwsError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** DeleteObject; one that is not there is no error. `ifMatch` makes it AwsError `conflict` when the object has changed. */
export async function deleteObject(context: AwsContext, { bucket, key }: ObjectPlace, ifMatch?: string): Promise<void> {
  const command = () => new DeleteObjectCommand({ Bucket: bucket, Key: key, ...(ifMatch ? { IfMatch: ifMatch } : {}) });
  await call(context, 's3', 'DeleteObject', (options) => client(context).send(command(), options));
}

/** ListObjectsV2, all pages (1,000 keys each), sorted by key as S3 does. */
export async function listObjects(context: AwsContext, bucket: string, prefix: string): Promise<ListedObject[]> {
  const found: ListedObject[] = [];
  let token: string | undefined;
  do {
    const command = () => new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token ? { ContinuationToken: token } : {}) });
    const page = await call(context, 's3', 'ListObjectsV2', (options) => client(context).send(command(), options));
    for (const { Key, Size, ETag, LastModified } of page.Contents ?? [])
      if (Key !== undefined) found.push({ key: Key, size: Size ?? 0, etag: ETag ?? '', modified: LastModified });
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token);
  return found;
}
