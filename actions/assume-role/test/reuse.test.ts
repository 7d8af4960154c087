import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoginPlan } from '../src/plan.ts';
import { findReusable, fingerprintOf, reusableOf } from '../src/reuse.ts';
import { Job } from './job.ts';

const roleArn = 'arn:aws:iam::111122223333:role/team/deploy';
const plan: LoginPlan = {
  name: 'deploy',
  source: 'oidc',
  audience: 'sts.amazonaws.com',
  region: 'eu-central-1',
  fips: false,
  dualStack: false,
  hops: [roleArn],
  sessionName: 'payments.deploy.1.1',
  durationSeconds: 3600,
  managedPolicies: [],
  tags: [],
  transitiveTagKeys: [],
  onPackedSize: 'fail',
};
const minutes = (count: number) => count * 60_000;

let job: Job;
beforeEach(() => {
  job = new Job();
});
afterEach(() => job.remove());

const roleUntil = (expiration: number) => ({
  credentials: { accessKeyId: 'ASIA1', secretAccessKey: 'the secret', sessionToken: 'the token', expiration: new Date(expiration) },
  assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/deploy/payments.deploy.1.1',
  assumedRoleId: 'AROAX:payments.deploy.1.1',
  accountId: '111122223333',
});
const keys = { AWS_ACCESS_KEY_ID: 'ASIA1', AWS_SECRET_ACCESS_KEY: 'the secret', AWS_SESSION_TOKEN: 'the token' };
const login = (made: LoginPlan = plan, lifeMs = minutes(60)) => job.login(keys, { reusable: [reusableOf(made, roleUntil(job.now + lifeMs))] });
const ask = (asked: LoginPlan = plan, minRemaining = minutes(15)) => findReusable(asked, minRemaining, job.context());
const why = () => job.log.at(-1);

describe('findReusable', () => {
  it('gives the session that an earlier step made', () => {
    login();
    expect(ask()).toEqual({ role: roleUntil(job.now + minutes(60)), sessionName: 'payments.deploy.1.1' });
    expect(job.log).toEqual([]);
  });

  it('takes another name, life or region for the same session', () => {
    login();
    expect(ask({ ...plan, sessionName: 'x2', durationSeconds: 900, region: 'us-east-1', name: 'other' })).toBeDefined();
  });

  it.each([
    [minutes(15), true],
    [minutes(15) - 1, false],
    [-1, false],
  ])('with %i ms left: %s', (left, reused) => {
    login(plan, left);
    expect(ask() !== undefined).toBe(reused);
    if (!reused) expect(why()).toBe(`info: Not reused: the session has ${Math.max(0, Math.floor(left / 1000))} s left, min-remaining is 900 s.`);
  });

  it('never trusts an end that is no date', () => {
    job.login(keys, { reusable: [{ ...reusableOf(plan, roleUntil(job.now)), expiration: 'soon' }] });
    expect(ask(plan, 0)).toBeUndefined();
  });

  it('says that there are no keys', () => {
    expect(ask()).toBeUndefined();
    expect(why()).toBe('info: Not reused: the job has no session keys in its environment.');
    Object.assign(job.variables, { ...keys, AWS_SESSION_TOKEN: '' });
    expect(ask()).toBeUndefined();
  });

  it('does not reuse keys without a record: their end is not known', () => {
    Object.assign(job.variables, keys);
    expect(ask()).toBeUndefined();
    expect(why()).toContain('no earlier step of this job has left a record of the keys');
  });

  it.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])('does not reuse when %s was changed since', (name) => {
    login();
    job.variables[name] = 'changed';
    expect(ask()).toBeUndefined();
    expect(why()).toContain('left a record of the keys');
  });

  it('does not reuse what has ended', () => {
    login();
    job.end();
    Object.assign(job.variables, keys);
    expect(ask()).toBeUndefined();
  });

  it('says whose keys they are', () => {
    login();
    expect(ask({ ...plan, hops: ['arn:aws:iam::111122223333:role/other'] })).toBeUndefined();
    expect(why()).toBe(`info: Not reused: the keys in the environment are of ${roleArn}, asked is arn:aws:iam::111122223333:role/other.`);
  });

  it('does not reuse a session of an account that the role is not in', () => {
    job.login(keys, { reusable: [{ ...reusableOf(plan, roleUntil(job.now + minutes(60))), accountId: '999988887777' }] });
    expect(ask()).toBeUndefined();
    expect(why()).toContain('of account 999988887777');
  });

  it('prints no key', () => {
    login();
    ask({ ...plan, source: 'runner' });
    expect(job.log.join()).not.toMatch(/the secret|the token/);
    expect(why()).toContain('made in another way');
  });
});

describe('fingerprintOf', () => {
  const others: [string, Partial<LoginPlan>][] = [
    ['source', { source: 'environment' }],
    ['token file', { tokenFile: '/x' }],
    ['audience', { audience: 'other' }],
    ['endpoint', { endpoint: 'https://sts.example' }],
    ['FIPS', { fips: true }],
    ['way', { hops: ['arn:aws:iam::111122223333:role/hub', roleArn] }],
    ['external id', { externalId: 'e' }],
    ['inline policy', { inlinePolicy: '{}' }],
    ['managed policies', { managedPolicies: ['a'] }],
    ['tags', { tags: [{ key: 'k', value: 'v' }] }],
    ['transitive tags', { transitiveTagKeys: ['k'] }],
    ['source identity', { sourceIdentity: 's' }],
  ];
  it.each(others)('tells another %s', (_name, other) => expect(fingerprintOf({ ...plan, ...other })).not.toBe(fingerprintOf(plan)));
  it('tells all of these apart', () => expect(new Set(others.map(([, other]) => fingerprintOf({ ...plan, ...other }))).size).toBe(others.length));

  it('does not mind the order of policies, tags and keys', () => {
    const tag = fc.record({ key: fc.string(), value: fc.string() });
    fc.assert(
      fc.property(fc.uniqueArray(tag, { selector: ({ key }) => key }), fc.array(fc.string()), (tags, texts) => {
        const one = { ...plan, tags, managedPolicies: texts, transitiveTagKeys: texts };
        const other = { ...plan, tags: [...tags].reverse(), managedPolicies: [...texts].reverse(), transitiveTagKeys: [...texts].reverse() };
        expect(fingerprintOf(one)).toBe(fingerprintOf(other));
      }),
    );
  });
});
