import { describe, expect, it } from 'vitest';
import { isTag, parseImageReference } from '../src/image-reference.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';

describe('parseImageReference', () => {
  it.each([
    ['app:v1', { host: undefined, repository: 'app', tag: 'v1', digest: undefined }],
    ['bank/api:v1', { repository: 'bank/api', tag: 'v1' }],
    [`bank/api@${digest}`, { repository: 'bank/api', tag: undefined, digest }],
    [`bank/api:v1@${digest}`, { repository: 'bank/api', tag: undefined, digest }],
    [`${host}/bank/api:v1`, { host, repository: 'bank/api', tag: 'v1', registry: { accountId: '111122223333', region: 'eu-central-1', partition: 'aws' } }],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b:c', { registry: { region: 'cn-north-1', partition: 'aws-cn' } }],
    ['127.0.0.1:5000/a/b:c', { host: '127.0.0.1:5000', repository: 'a/b', tag: 'c', registry: undefined }],
    ['localhost:5000/ab:c', { host: 'localhost:5000' }],
    ['localhost/ab:c', { host: 'localhost' }],
    ['[::1]:5000/ab:c', { host: '[::1]:5000' }],
  ])('reads %s', (text, wanted) => {
    expect(parseImageReference(text)).toMatchObject({ text, ...wanted });
  });

  it.each([
    'app',
    'bank/api',
    `${host}/bank/api`,
    'app:',
    'app@sha256:abc',
    `app@sha512:${'a'.repeat(64)}`,
    `app@${digest}@${digest}`,
    `app@${digest.toUpperCase()}`,
    'Bank/api:v1',
    'bank//api:v1',
    '/api:v1',
    'bank/api:.v1',
    `bank/api:${'v'.repeat(129)}`,
    'docker.io/library/nginx:1',
    'public.ecr.aws/nginx/nginx:1',
    '127.0.0.2:5000/a:b',
    '127.0.0.1.evil.com/a:b',
    '111122223333.dkr.ecr.eu-central-1.amazonaws.com.evil.com/a:b',
    '1234.dkr.ecr.eu-central-1.amazonaws.com/a:b',
    'user@host/app:v1',
    'app:v1 ',
    'app:v1\nother:v2',
  ])('refuses %j', (text) => {
    expect(parseImageReference(text)).toHaveProperty('want');
  });
});

describe('isTag', () => {
  it.each([
    ['v1.2.3', true],
    ['_x', true],
    ['-x', false],
    ['', false],
    ['a b', false],
    ['a/b', false],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
  ])('%s: %s', (text, wanted) => {
    expect(isTag(text)).toBe(wanted);
  });
});
