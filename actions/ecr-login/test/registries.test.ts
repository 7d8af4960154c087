import { execFileSync } from 'node:child_process';
import { AwsError } from '@slipway/sdk/errors';
import { RegistryError } from '@slipway/sdk/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCheck, explainLogin } from '../src/explain.ts';
import { helperScript } from '../src/helper-script.ts';
import { parseRegistries } from '../src/registries.ts';

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
    ['127.0.0.1', 'e.g.'],
    ['localhost', ''],
    ['registry.example.com', ''],
    [`https://${host}`, host],
    [`${host}/bank/api`, host],
    [host.toUpperCase(), host],
  ])('%s is wrong', (entry) => {
    const { registries, wrong } = parseRegistries([entry], 'eu-central-1');
    expect(registries).toEqual([]);
    expect(wrong).toHaveLength(1);
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
  const error = (awsCode: string, code: 'unreachable' | 'access-denied' | 'throttled') =>
    new AwsError({ code, service: 'ecr', operation: 'GetAuthorizationToken', awsCode, message: 'no', hint: 'do this' });
  it.each([
    ['ENOTFOUND', 'unreachable', 'wrong-region'],
    ['EAI_AGAIN', 'unreachable', 'wrong-region'],
    ['OptInRequired', 'access-denied', 'wrong-region'],
    ['ECONNREFUSED', 'unreachable', 'unreachable'],
    ['AccessDeniedException', 'access-denied', 'access-denied'],
    ['ThrottlingException', 'throttled', 'throttled'],
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
