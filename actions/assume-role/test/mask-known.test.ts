import { createMasks, environmentOf } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { maskAccounts, maskNamedAccounts, maskProxies } from '../src/mask-known.ts';
import { planOf } from './plan-case.ts';

const context = (variables: Record<string, string> = {}) => {
  const forms: string[] = [];
  return { forms, masks: createMasks((form) => forms.push(form)), environment: environmentOf(variables) };
};

describe('maskProxies', () => {
  it("hides the environment's password and the step's", () => {
    const own = context({ https_proxy: 'http://job:jobs-password@proxy:1' });
    maskProxies([planOf({ httpProxy: 'http://step:steps-password@proxy:1' })], own);
    expect(own.forms).toEqual(expect.arrayContaining(['job:jobs-password', 'jobs-password', 'step:steps-password', 'steps-password']));
    expect(own.masks.scrub('http://step:steps-password@proxy:1')).toBe('http://***@proxy:1');
  });
  it('hides nothing of proxies without one, and needs no plan', () => {
    const own = context({ HTTPS_PROXY: 'http://proxy:3128' });
    maskProxies([], own);
    expect(own.forms).toEqual([]);
  });
});

describe('maskAccounts', () => {
  it('hides every account once, of any partition, and nothing else', () => {
    const own = context({ AWS_ROLE_ARN: 'arn:aws:iam::333333333333:role/x' });
    maskAccounts(['arn:aws:iam::111111111111:role/a', 'arn:aws-cn:iam::222222222222:role/b', 'no arn', 'arn:aws:iam::1:role/c'], own);
    const plain = own.forms.filter((form) => /^\d+$/.test(form));
    expect(plain.sort()).toEqual(['111111111111', '222222222222', '333333333333']);
  });
  it('hides those of texts that are no ARNs of roles, and no part of a longer number', () => {
    const own = context();
    maskAccounts(['"444444444444"', 'a = arn:aws:iam::555555555555:usr/x -> arn:aws:sts::666666666666:assumed-role/y/z', '1234567890123'], own);
    expect(own.forms.filter((form) => /^\d+$/.test(form)).sort()).toEqual(['444444444444', '555555555555', '666666666666']);
  });
});

describe('maskNamedAccounts', () => {
  it('hides the accounts of ARNs and leaves request ids', () => {
    const own = context();
    maskNamedAccounts('User: arn:aws:sts::777777777777:assumed-role/a/b may not (request id 00000000-0000-4000-8000-000000000017)', own);
    expect(own.forms.filter((form) => /^\d+$/.test(form))).toEqual(['777777777777']);
  });
});
