/** Names built and read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageRepositoryName, irsaRoleName, isEnvironmentName, keyAliasName, parseImageRepositoryName, stageOf } from '../src/index.ts';

describe('image repositories', () => {
  it('are <environment>/<service>', () => {
    expect(imageRepositoryName({ environment: 'sandbox-apps', service: 'customer-service' })).toEqual({ ok: true, name: 'sandbox-apps/customer-service' });
    expect(parseImageRepositoryName('sandbox-apps/customer-service')).toEqual({ environment: 'sandbox-apps', service: 'customer-service' });
  });
  const wrong: [environment: string, service: string, fault: RegExp][] = [
    ['', 'a', /environment ""/],
    ['Sandbox', 'a', /environment "Sandbox"/],
    ['sandbox--apps', 'a', /environment "sandbox--apps"/],
    ['sandbox', 'My_Service', /service "My_Service"/],
    ['sandbox', 'a/b', /service "a\/b"/],
    ['sandbox', '-a', /service "-a"/],
    ['sandbox', 'a'.repeat(300), /longer than the 256/],
  ];
  it.each(wrong)('%s and %s make none', (environment, service, fault) => {
    const result = imageRepositoryName({ environment, service });
    expect(result.ok ? '' : result.fault).toMatch(fault);
  });
  it.each(['a', 'a/b/c', 'A/b', '/b', 'a/', `a/${'b'.repeat(256)}`])('%s is none', (name) => expect(parseImageRepositoryName(name)).toBeUndefined());
  it('are read as they were built', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(part, part, (environment, service) => {
        const result = imageRepositoryName({ environment, service });
        expect(result.ok && parseImageRepositoryName(result.name)).toEqual({ environment, service });
      }),
    );
  });
});

describe('other names', () => {
  it('of roles and keys follow the bank’s tables', () => {
    expect(irsaRoleName({ environment: 'sandbox-apps', service: 'apollo' })).toEqual({ ok: true, name: 'sandbox-apps-apollo-eks-irsa-role' });
    expect(irsaRoleName({ environment: 'sandbox-apps', service: 'a'.repeat(60) }).ok).toBe(false);
    expect(irsaRoleName({ environment: 'Sandbox', service: 'a' }).ok).toBe(false);
    expect(keyAliasName({ environment: 'sandbox-apps', service: 'ssm' })).toEqual({ ok: true, name: 'alias/sandbox-apps-ssm' });
    expect(keyAliasName({ environment: 'sandbox-apps', service: 'SSM' }).ok).toBe(false);
  });
  it('of environments are a stage and a domain', () => {
    expect(['sandbox-apps', 'shared-services-ci', 'shared-service-ci'].map((name) => isEnvironmentName(name))).toEqual([true, true, true]);
    expect(['sandbox', 'Sandbox-apps', 'a--b', ''].map((name) => isEnvironmentName(name))).toEqual([false, false, false, false]);
    expect(isEnvironmentName('live', ['live'])).toBe(true);
    expect(isEnvironmentName('sandbox-apps', ['live'])).toBe(false);
    expect(['sandbox-apps', 'shared-services-ci', 'shared-service-ci', 'live'].map(stageOf)).toEqual(['sandbox', 'shared-services', 'shared-service', 'live']);
  });
});
