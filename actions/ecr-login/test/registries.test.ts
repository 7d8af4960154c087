import { execFileSync } from 'node:child_process';
import { AwsError, type AwsErrorCode } from '@slipway/sdk/errors';
import { RegistryError } from '@slipway/sdk/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCheck, explainLogin } from '../src/explain.ts';
import { helperScript } from '../src/helper-script.ts';
import { needsRegion, parseRegistries } from '../src/registries.ts';
import { countUnresolved } from '../src/unresolved.ts';

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';

describe('parseRegistries', () => {
  it('takes hosts, accounts and loopback, each once', () => {
    const { registries, wrong } = parseRegistries([host, '111122223333', '127.0.0.1:5000', host, '444455556666'], 'eu-central-1');
    expect(wrong).toEqual([]);
    expect(registries.map((registry) => [registry.host, registry.accountId, registry.region])).toEqual([
      [host, '111122223333', 'eu-central-1'],
      ['127.0.0.1:5000', '', 'eu-central-1'],
      ['444455556666.dkr.ecr.eu-central-1.amazonaws.com', '444455556666', 'eu-central-1'],
    ]);
  });

  it('uses the suffix of the region’s partition', () => {
    expect(parseRegistries(['111122223333'], 'cn-north-1').registries[0]).toMatchObject({
      host: '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn',
      partition: 'aws-cn',
    });
  });

  it.each([
    ['127.0.0.1', 'a registry host of ECR', ''],
    ['localhost', 'a registry host of ECR', ''],
    ['registry.example.com', 'a registry host of ECR', ''],
    ['public.ecr.aws.evil.example', 'a registry host of ECR', ''],
    ['.', 'a registry host of ECR', ''],
    ['://', 'a registry host of ECR', ''],
    [`https://${host}`, 'a host name alone', host],
    [`HTTPS://${host}/`, 'a host name alone', host],
    [`oci://${host}/bank/charts`, 'a host name alone', host],
    [`${host}/bank/api:1.2`, 'a host name alone', host],
    [`${host}:443`, 'a host name alone', host],
    [`${host}.`, 'a host name alone', host],
    [`${host}/`, 'a host name alone', host],
    [host.toUpperCase(), 'a host name alone', host],
    ['http://127.0.0.1:5000/v2/', 'a host name alone', '127.0.0.1:5000'],
    ['Public.ECR.aws', 'a host name alone', 'public.ecr.aws'],
    ['12345678901', 'YAML ate the leading zero', '"012345678901"'],
    ['1234-5678-9012', 'without dashes', '"123456789012"'],
    ['1234567890123', '12 digits', ''],
    ['-', '12 digits', ''],
  ])('%s is wrong: %s', (entry, want, example) => {
    const { registries, wrong } = parseRegistries([entry], 'eu-central-1');
    expect(registries).toEqual([]);
    expect(wrong).toEqual([{ entry, want: expect.stringContaining(want), example: example || expect.any(String) }]);
  });

  it('tells the same mistake once, and keeps what is right beside it', () => {
    const { registries, wrong } = parseRegistries(['x.example', host, 'x.example'], undefined);
    expect(registries).toHaveLength(1);
    expect(wrong).toHaveLength(1);
  });

  it.each([
    ['eu-central-1', true],
    [undefined, true],
    ['eu-central-99', true],
    ['cn-north-1', false],
    ['us-gov-west-1', false],
    ['us-iso-east-1', false],
  ])('ECR Public in a job of %s: %s', (region, taken) => {
    const { registries, wrong } = parseRegistries(['public.ecr.aws', 'ecr-public.aws.com'], region);
    expect(registries).toHaveLength(taken ? 2 : 0);
    expect(wrong).toHaveLength(taken ? 0 : 2);
  });

  it('shows an example that is itself valid', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.constantFrom('eu-central-1', 'cn-north-1', undefined), (entry, region) => {
        for (const { example } of parseRegistries([entry.trim() || 'x'], region).wrong) {
          expect(parseRegistries([example.replaceAll('"', '')], region ?? 'eu-central-1').wrong).toEqual([]);
        }
      }),
    );
  });
});

describe('explainLogin', () => {
  const error = (awsCode: string, code: AwsErrorCode) =>
    new AwsError({ code, service: 'ecr', operation: 'GetAuthorizationToken', awsCode, message: 'no', hint: 'do this' });
  it.each([
    ['ENOTFOUND', 'unreachable', 'wrong-region'],
    ['EAI_AGAIN', 'unreachable', 'wrong-region'],
    ['OptInRequired', 'access-denied', 'wrong-region'],
    ['ECONNREFUSED', 'unreachable', 'unreachable'],
    ['AccessDeniedException', 'access-denied', 'access-denied'],
    ['ThrottlingException', 'throttled', 'throttled'],
    ['RegionDisabledException', 'access-denied', 'wrong-region'],
    ['UnsupportedCommandException', 'service-error', 'unreachable'],
    ['ResourceNotFoundException', 'not-found', 'unreachable'],
    ['ExpiredTokenException', 'credentials-missing', 'credentials-missing'],
  ] as const)('%s → %s', (awsCode, code, reason) => {
    expect(explainLogin(error(awsCode, code), { hosts: host, region: 'eu-central-1' })).toMatchObject({
      reason,
      why: expect.arrayContaining([expect.stringContaining(awsCode)]),
    });
  });
});

describe('explainCheck', () => {
  const error = (code: RegistryError['code'], registryCode: string, status = 0) =>
    new RegistryError({ code, operation: 'GET v2', target: host, status, registryCode, message: 'no' });
  it.each([
    [error('push-denied', '', 401), 'access-denied'],
    [error('push-denied', 'DENIED', 403), 'access-denied'],
    [error('unreachable', 'ENOTFOUND'), 'wrong-region'],
    [error('unreachable', 'ECONNREFUSED'), 'unreachable'],
    [error('timeout', 'ETIMEDOUT'), 'timeout'],
    [error('throttled', '', 429), 'throttled'],
    [error('refused', '', 418), 'unreachable'],
  ])('%s → %s', (thrown, reason) => {
    expect(explainCheck(thrown, 'eu-central-1', host).reason).toBe(reason);
  });
});

describe('helperScript', () => {
  it('runs node with the file and the words, whatever is in the paths', () => {
    const nasty = `/tmp/a b/it's $HOME "x"`;
    const script = helperScript('/bin/echo', nasty);
    expect(execFileSync('/bin/sh', ['-c', script, 'docker-credential-slipway', 'get'], { encoding: 'utf8' }).trim()).toBe(`${nasty} get`);
  });
});

describe('needsRegion', () => {
  it.each([
    ['111122223333', true],
    ['127.0.0.1:5000', true],
    ['localhost', true],
    [host, false],
    ['public.ecr.aws', false],
    ['nonsense', false],
  ])('%s: %s', (entry, needed) => {
    expect(needsRegion(entry)).toBe(needed);
  });
});

describe('countUnresolved', () => {
  const error = (awsCode: string) => new AwsError({ code: 'unreachable', service: 'ecr', operation: 'X', awsCode, message: '', hint: '' });
  it('gives up with the third name that does not exist, whatever came between', () => {
    const giveUp = countUnresolved();
    expect(['ENOTFOUND', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ENOTFOUND'].map((code) => giveUp(error(code)))).toEqual([false, false, false, false, true]);
  });
});
