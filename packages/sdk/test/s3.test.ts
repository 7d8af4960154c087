import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { deleteObject, getObject, headObject, listObjects, putObject } from '@slipway/sdk/s3';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let aws: AwsContext;

beforeEach(async () => {
  kit = await startTestkit();
  const { accessKeyId, secretAccessKey } = kit.keys;
  aws = {
    region: kit.region,
    endpoint: kit.url,
    credentials: { accessKeyId, secretAccessKey },
    clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    signal: new AbortController().signal,
    deadline: Date.now() + 10_000,
  };
  kit.s3.addBucket('plans');
});
afterEach(async () => {
  closeContext(aws);
  await kit.close();
});

const place = { bucket: 'plans', key: 'stacks/a b+c=ä.plan' };
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof AwsError ? [error.code, error.awsCode] : error),
  );

describe('objects', () => {
  it.each([0, 1, 70_000])('of %d bytes come back as they were', async (size) => {
    const body = Buffer.alloc(size, 7);
    const etag = await putObject(aws, place, body, { contentType: 'application/x-plan' });
    const found = await getObject(aws, place);
    expect(Buffer.from(found?.body ?? [1]).equals(body)).toBe(true);
    expect(found?.etag).toBe(etag);
    expect(await headObject(aws, place)).toBe(etag);
  });

  it('are undefined when they are not there; a bucket that is not there is an error', async () => {
    expect(await getObject(aws, place)).toBeUndefined();
    expect(await headObject(aws, place)).toBeUndefined();
    expect(await failure(getObject(aws, { bucket: 'nowhere', key: 'x' }))).toEqual(['not-found', 'NoSuchBucket']);
    expect(await failure(putObject(aws, { bucket: 'nowhere', key: 'x' }, 'x'))).toEqual(['not-found', 'NoSuchBucket']);
    await deleteObject(aws, place);
  });

  it('are written and deleted on condition', async () => {
    const first = await putObject(aws, place, 'one', { onlyNew: true });
    expect(await failure(putObject(aws, place, 'two', { onlyNew: true }))).toEqual(['conflict', 'PreconditionFailed']);
    const second = await putObject(aws, place, 'two', { ifMatch: first });
    expect(await failure(putObject(aws, place, 'three', { ifMatch: first }))).toEqual(['conflict', 'PreconditionFailed']);
    expect(await failure(deleteObject(aws, place, first))).toEqual(['conflict', 'PreconditionFailed']);
    await deleteObject(aws, place, second);
    expect(await headObject(aws, place)).toBeUndefined();
  });

  it('are not ours to read: the action and the object are named', async () => {
    kit.s3.denied.add('GetObject');
    const error = (await getObject(aws, place).catch((caught: unknown) => caught)) as AwsError;
    expect(error.code).toBe('access-denied');
    expect(error.message).toContain('s3:GetObject on resource: "arn:aws:s3:::plans/');
  });
});

describe('a listing', () => {
  it('is whole over pages, sorted, under its prefix', async () => {
    const bucket = kit.s3.addBucket('many');
    for (let index = 0; index < 1_005; index += 1) {
      bucket.set(`p/${String(index).padStart(4, '0')}`, { body: Buffer.from('x'), etag: '"e"', modified: 0, headers: {} });
    }
    bucket.set('q/other', { body: Buffer.from('x'), etag: '"e"', modified: 0, headers: {} });
    const found = await listObjects(aws, 'many', 'p/');
    expect(found).toHaveLength(1_005);
    expect(found[0]).toEqual({ key: 'p/0000', size: 1, etag: '"e"', modified: new Date(0) });
    expect(found.at(-1)?.key).toBe('p/1004');
    expect(await listObjects(aws, 'many', 'z')).toEqual([]);
  });
});
