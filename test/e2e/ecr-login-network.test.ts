/** Which endpoints the shipped ecr-login asks, and by which way: kinds of hosts, proxies. */
import { join } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { runStep, startProxy, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const account = '111122223333';
const login = (inputs: Record<string, string>, environment: Record<string, string>) => runStep(kit, { action: 'ecr-login', inputs, environment });

/** A proxy that lets nobody through sees where everybody wanted to go. */
async function asked(registries: string, environment: Record<string, string> = {}): Promise<string[]> {
  const proxy = await startProxy(kit, { refuse: 403 });
  const step = await login({ registries, timeout: '1s' }, { ...proxy.environment(), AWS_ENDPOINT_URL: '', ...environment });
  expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
  return [...new Set(proxy.requests.map(({ host }) => host))];
}

describe('the API that is asked for', () => {
  it.each([
    [`${account}.dkr.ecr.eu-central-1.amazonaws.com`, 'api.ecr.eu-central-1.amazonaws.com:443'],
    [`${account}.dkr.ecr-fips.us-east-1.amazonaws.com`, 'api.ecr-fips.us-east-1.amazonaws.com:443'],
    [`${account}.dkr-ecr.eu-central-1.on.aws`, 'ecr.eu-central-1.api.aws:443'],
    [`${account}.dkr-ecr-fips.us-east-1.on.aws`, 'ecr-fips.us-east-1.api.aws:443'],
    [`${account}.dkr.ecr.cn-north-1.amazonaws.com.cn`, 'api.ecr.cn-north-1.amazonaws.com.cn:443'],
    [`${account}.dkr.ecr.us-gov-west-1.amazonaws.com`, 'api.ecr.us-gov-west-1.amazonaws.com:443'],
    [`${account}.dkr.ecr.eusc-de-east-1.amazonaws.eu`, 'api.ecr.eusc-de-east-1.amazonaws.eu:443'],
    [`${account}.dkr.ecr.us-iso-east-1.c2s.ic.gov`, 'api.ecr.us-iso-east-1.c2s.ic.gov:443'],
    ['public.ecr.aws', 'api.ecr-public.us-east-1.amazonaws.com:443'],
    ['ecr-public.aws.com', 'ecr-public.us-east-1.api.aws:443'],
  ])('%s is %s', async (host, endpoint) => {
    expect(await asked(host)).toEqual([endpoint]);
  });

  it('is that of FIPS for a whole region where one of its hosts is, by one call', async () => {
    expect(await asked(`${account}.dkr.ecr.us-east-1.amazonaws.com, 444455556666.dkr.ecr-fips.us-east-1.amazonaws.com`)).toEqual([
      'api.ecr-fips.us-east-1.amazonaws.com:443',
    ]);
  });

  it('is what the environment says, whatever the host', async () => {
    const step = await login({ registries: `${account}.dkr-ecr-fips.us-east-1.on.aws` }, {});
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
  });
});

describe('by a proxy', () => {
  it('the step and the helper reach ECR, and NO_PROXY goes past it', async () => {
    const proxy = await startProxy(kit, { target: kit.url });
    const environment = { ...proxy.environment(), AWS_ENDPOINT_URL: 'http://aws.example' };
    const registries = `${account}.dkr.ecr.eu-central-1.amazonaws.com, public.ecr.aws`;
    const step = await login({ registries }, environment);
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    expect(proxy.requests.map(({ host }) => host.replace(/:80$/, ''))).toEqual(['aws.example', 'aws.example']);
    const helper = join(step.path[0] ?? '', 'docker-credential-slipway');
    const job = { ...kit.environment(), ...environment, PATH: process.env['PATH'] ?? '' };
    const answer = await runProcess({ command: helper, arguments: ['get'], input: 'public.ecr.aws', environment: job });
    expect(answer, answer.stderr).toMatchObject({ code: 0 });
    expect(proxy.requests).toHaveLength(3);
    const past = await login({ registries }, { ...proxy.environment(), NO_PROXY: '127.0.0.1' });
    expect(past.outputs['outcome']).toBe('ready');
    expect(proxy.requests).toHaveLength(3);
  });

  it('a password in its URL is told to nobody, not even when the proxy refuses', async () => {
    const password = 'hunter2-of-the-proxy';
    const proxy = await startProxy(kit, { login: { username: 'ci', password }, refuse: 403 });
    for (const registries of ['public.ecr.aws', `${account}.dkr.ecr.eu-central-1.amazonaws.com`]) {
      const step = await login({ registries, timeout: '1s' }, { ...proxy.environment(), AWS_ENDPOINT_URL: '' });
      expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
      expect(`${step.stdout}${step.stderr}${step.summary}${JSON.stringify(step.report)}`).not.toContain(password);
    }
  });
});
