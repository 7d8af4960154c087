import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type FakeRequest, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit({ virtualClock: true });
  kit.s3.addBucket('b');
});
afterEach(() => kit.close());

const caller = { accessKeyId: 'AKIA', accountId: '1', arn: 'arn:aws:iam::1:user/ci', userId: 'u' };
function send(method: string, target: string, over: { body?: Buffer; headers?: Record<string, string>; caller?: typeof caller | false } = {}) {
  const [path = '', query = ''] = target.split('?');
  const request = {
    method,
    path,
    query: new URLSearchParams(query),
    headers: over.headers ?? {},
    body: over.body ?? Buffer.alloc(0),
    region: kit.region,
    ...(over.caller === false ? {} : { caller }),
  } as unknown as FakeRequest;
  return kit.s3.handle(kit.s3.operation(request), request);
}
const code = (expected: string, status: number) => expect.objectContaining({ code: expected, status });
const crc = (bytes: Buffer) => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
};

describe('chunked bodies', () => {
  const pieces = (trailer: string) => Buffer.from(`5;chunk-signature=${'a'.repeat(64)}\r\nhello\r\n6\r\n world\r\n0\r\n${trailer}\r\n`);
  const streaming = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-decoded-content-length': '11' };

  it('lose their framing, and their checksum is verified', () => {
    send('PUT', '/b/k', { body: pieces(`x-amz-checksum-crc32:${crc(Buffer.from('hello world'))}\r\n`), headers: streaming });
    expect(send('GET', '/b/k').body).toEqual(Buffer.from('hello world'));
    expect(() => send('PUT', '/b/k', { body: pieces(`x-amz-checksum-crc32:${crc(Buffer.from('other'))}\r\n`), headers: streaming })).toThrow(
      code('BadDigest', 400),
    );
  });

  it('must have the length that was announced, and an end', () => {
    expect(() => send('PUT', '/b/k', { body: pieces(''), headers: { ...streaming, 'x-amz-decoded-content-length': '12' } })).toThrow(
      code('IncompleteBody', 400),
    );
    expect(() => send('PUT', '/b/k', { body: Buffer.from('5\r\nhel'), headers: streaming })).toThrow(code('IncompleteBody', 400));
  });

  it('of the plain kind are checked by SHA-256 and MD5', () => {
    const body = Buffer.from('x');
    const sha = createHash('sha256').update(body).digest('base64');
    send('PUT', '/b/k', { body, headers: { 'x-amz-checksum-sha256': sha } });
    expect(() => send('PUT', '/b/k', { body: Buffer.from('y'), headers: { 'x-amz-checksum-sha256': sha } })).toThrow(code('BadDigest', 400));
    expect(() => send('PUT', '/b/k', { body, headers: { 'content-md5': 'AAAA' } })).toThrow(code('BadDigest', 400));
  });
});

describe('conditions', () => {
  it('guard writes as S3 does', () => {
    send('PUT', '/b/k', { headers: { 'if-none-match': '*' } });
    expect(() => send('PUT', '/b/k', { headers: { 'if-none-match': '*' } })).toThrow(code('PreconditionFailed', 412));
    expect(() => send('PUT', '/b/k', { headers: { 'if-match': '"nope"' } })).toThrow(code('PreconditionFailed', 412));
    expect(() => send('PUT', '/b/new', { headers: { 'if-match': '"nope"' } })).toThrow(code('NoSuchKey', 404));
  });
});

describe('answers', () => {
  it('name what is not there, and who may not', () => {
    expect(() => send('GET', '/b/none')).toThrow(code('NoSuchKey', 404));
    expect(() => send('GET', '/none/k')).toThrow(code('NoSuchBucket', 404));
    expect(() => send('GET', '/b/k', { caller: false })).toThrow(code('AccessDenied', 403));
  });

  it('list with prefixes and pages', () => {
    for (const key of ['a/1', 'a/2', 'b', 'env:/dev/x', 'q&<']) send('PUT', `/b/${encodeURIComponent(key).replaceAll('%2F', '/')}`);
    const list = (query: string) => String(send('GET', `/b?list-type=2&${query}`).body);
    expect([...list('delimiter=/').matchAll(/<(?:Key|Prefix)>([^<]+)</g)].map(([, key]) => key)).toEqual(['a/', 'b', 'env:/', 'q&amp;&lt;']);
    const page = list('max-keys=2');
    expect(page).toContain('<IsTruncated>true</IsTruncated>');
    expect(list(`max-keys=2&continuation-token=${/<NextContinuationToken>([^<]+)/.exec(page)?.[1]}`)).toContain('<Key>b</Key>');
  });

  it('render errors as XML', () => {
    const answer = kit.s3.renderError(Object.assign(new Error('a < b'), { code: 'X', status: 400, members: { Key: 'k' } }) as never);
    expect(answer.body).toContain('<Error><Code>X</Code><Message>a &lt; b</Message><Key>k</Key>');
  });
});
