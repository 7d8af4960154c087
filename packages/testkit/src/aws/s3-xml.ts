/** S3's XML: errors, listings and the answer to a bulk delete. */
import type { FakeS3Object } from './s3.ts';

/** Keys of one listing page at most (S3 API, ListObjectsV2). */
const listLimit = 1000;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** An error document. */
export function errorXml(code: string, message: string, members: Readonly<Record<string, unknown>>): string {
  const more = Object.entries(members).map(([name, value]) => tag(name, String(value)));
  return `${head}<Error>${tag('Code', code)}${tag('Message', message)}${more.join('')}${tag('RequestId', 'TESTKIT000000001')}${tag('HostId', 'testkit')}</Error>`;
}

/** One page of a listing: prefix, delimiter, max-keys, continuation-token, start-after. */
export function listXml(bucket: string, objects: ReadonlyMap<string, FakeS3Object>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? listLimit), listLimit);
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const shown = query.get('encoding-type') === 'url' ? encodeURIComponent : (key: string) => key;
  const entries = new Map<string, FakeS3Object | undefined>();
  for (const key of [...objects.keys()].sort()) {
    if (!key.startsWith(prefix)) continue;
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (cut < 0) entries.set(key, objects.get(key));
    else entries.set(key.slice(0, cut + delimiter.length), undefined);
  }
  const all = [...entries].filter(([key]) => key > after);
  const page = all.slice(0, limit);
  const last = page.at(-1)?.[0];
  const parts = page.map(([key, object]) => (object ? contents(shown(key), object) : `<CommonPrefixes>${tag('Prefix', shown(key))}</CommonPrefixes>`));
  const next = all.length > page.length && last !== undefined ? tag('NextContinuationToken', last) : '';
  const facts = `${tag('Name', bucket)}${tag('Prefix', shown(prefix))}${delimiter && tag('Delimiter', delimiter)}${tag('MaxKeys', String(limit))}${tag('KeyCount', String(page.length))}`;
  return `${head}<ListBucketResult ${space}>${facts}${tag('IsTruncated', String(next !== ''))}${next}${parts.join('')}</ListBucketResult>`;
}

/** Deletes the keys of a DeleteObjects document and answers with them. */
export function deletedXml(objects: Map<string, FakeS3Object>, request: string): string {
  const keys = [...request.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key));
  for (const key of keys) objects.delete(key);
  return `${head}<DeleteResult ${space}>${keys.map((key) => `<Deleted>${tag('Key', key)}</Deleted>`).join('')}</DeleteResult>`;
}

function contents(key: string, object: FakeS3Object): string {
  const facts = [
    tag('Key', key),
    tag('LastModified', new Date(object.modified).toISOString()),
    tag('ETag', object.etag),
    tag('Size', String(object.body.length)),
  ];
  return `<Contents>${facts.join('')}${tag('StorageClass', 'STANDARD')}</Contents>`;
}

function tag(name: string, text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return `<${name}>${escaped}</${name}>`;
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
