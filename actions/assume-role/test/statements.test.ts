import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimLines, explanationOf } from '../src/explanation.ts';
import { hopRemedy, hopStatements } from '../src/hop-refusal.ts';
import { packedRemedy, packedSizes } from '../src/packed-size.ts';
import { statementHcl, statementJson, trustStatement } from '../src/trust-statement.ts';
import { hub, planOf, target } from './plan-case.ts';

const denied = (caller: string, action = 'sts:AssumeRole') => ({
  awsMessage: `User: ${caller} is not authorized to perform: ${action} on resource: ${target}`,
});

describe('hopStatements', () => {
  it('trusts the role before it, with its path, and lets its session call', () => {
    const session = 'arn:aws:sts::111122223333:assumed-role/hub/s';
    const found = hopStatements(denied(session), { plan: planOf(), roleArn: target, callerRole: hub });
    expect(found).toEqual({
      caller: session,
      identity: { actions: ['sts:AssumeRole'], resource: target },
      trust: { principal: { type: 'AWS', id: hub }, actions: ['sts:AssumeRole'] },
    });
    expect(hopRemedy(found, target)).toContain('In the identity policy of role hub in account 111122223333:');
  });
  it.each([
    ['arn:aws-cn:sts::111122223333:assumed-role/x/y', 'arn:aws-cn:iam::111122223333:role/x'],
    ['arn:aws:iam::111122223333:user/ci', 'arn:aws:iam::111122223333:user/ci'],
  ])('of keys whose role is not known: %s is %s', (caller, principal) =>
    expect(hopStatements(denied(caller), { plan: planOf(), roleArn: target, callerRole: undefined }).trust.principal?.id).toBe(principal),
  );
  it('allow all that the hop sends, and what STS names', () => {
    const plan = planOf({ tags: [{ key: 'a', value: 'b' }], sourceIdentity: 'alice', externalId: 'x1' });
    const { trust } = hopStatements(denied('arn:aws:iam::111122223333:user/ci'), { plan, roleArn: target, callerRole: undefined });
    expect(trust).toMatchObject({ actions: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'], equals: { 'sts:ExternalId': 'x1' } });
    const inherited = hopStatements(denied('arn:aws:iam::111122223333:user/ci', 'sts:TagSession'), { plan: planOf(), roleArn: target, callerRole: undefined });
    expect(inherited.identity.actions).toEqual(['sts:AssumeRole', 'sts:TagSession']);
  });
  it('say what they can where STS says less', () =>
    expect(hopStatements({ awsMessage: 'no' }, { plan: planOf(), roleArn: target, callerRole: hub }).caller).toBe(hub));
});

describe('a statement', () => {
  it('holds any subject, in JSON and in HCL where no template is one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('$', '%', '{', '}', 'a', '"') })), (sub) => {
        const statement = trustStatement({ roleArn: hub, audience: 'a' }, { sub });
        expect(JSON.parse(statementJson(statement)).Condition.StringEquals['token.actions.githubusercontent.com:sub']).toBe(sub);
        const [, value = ''] = /:sub"\n {4}values {3}= \[(".*")\]/.exec(statementHcl(statement)) ?? [];
        expect(JSON.parse(value.replaceAll(/([$%])\1\{/g, '$1{'))).toBe(sub);
        expect(value).not.toMatch(/(^|[^$%])[$%]\{/);
      }),
    );
  });
  it('of an EKS cluster has its path in provider and keys', () => {
    const claims = { iss: 'https://oidc.eks.eu-central-1.amazonaws.com/id/ABC', sub: 'system:serviceaccount:a:b', aud: ['sts.amazonaws.com'] };
    expect(trustStatement({ roleArn: hub, audience: 'x' }, claims)).toEqual({
      principal: { type: 'Federated', id: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABC' },
      actions: ['sts:AssumeRoleWithWebIdentity'],
      equals: { 'oidc.eks.eu-central-1.amazonaws.com/id/ABC:aud': 'sts.amazonaws.com', 'oidc.eks.eu-central-1.amazonaws.com/id/ABC:sub': claims.sub },
    });
  });
});

describe('explanationOf', () => {
  const claims = { iss: 'https://x', aud: 'a', sub: 'repo:a/b:ref:refs/heads/main', jti: 'never', exp: 1, environment: 'prod', enterprise_id: '5' };
  it('shows known claims in their order, never the rest', () =>
    expect(claimLines(claims)).toEqual(['iss: https://x', 'aud: a', 'sub: repo:a/b:ref:refs/heads/main', 'environment: prod', 'enterprise_id: 5']));
  it('says the same once for roles of one account and token', () => {
    const told = explanationOf(
      [1, 2].map(() => ({ plan: planOf(), claims })),
      undefined,
    );
    expect(told?.lines).toEqual(claimLines(claims));
    expect(told?.markdown.filter((line) => line.startsWith('**The least'))).toHaveLength(1);
    const accounts = explanationOf(
      [hub, target].map((arn) => ({ plan: planOf({ hops: [arn] }), claims })),
      undefined,
    );
    expect(accounts?.markdown.filter((line) => line.startsWith('**The least'))).toHaveLength(2);
  });
  it('says nothing where nothing was seen, and the judgement alone where there is one', () => {
    expect(explanationOf([{ plan: planOf(), claims: {} }], undefined)).toBeUndefined();
    expect(explanationOf([], { lines: ['x'], markdown: '**x**', result: {} })).toEqual({ lines: ['x'], markdown: ['', '**x**'] });
  });
});

describe('packedSizes', () => {
  const plan = planOf({
    tags: [
      { key: 'a', value: 'b' },
      { key: 'long', value: 'x'.repeat(9) },
    ],
    inlinePolicy: '{}',
    managedPolicies: ['m'],
  });
  it('lists the largest first, and the percentage where STS tells it', () => {
    expect(packedSizes(plan, 'Packed policy consumes 112% of allotted space, please use smaller policy.')).toEqual([
      'STS: 112 % of the space is needed',
      'tag long: 13 characters (key and value)',
      'tag a: 2 characters (key and value)',
      'inline-session-policy: 2 characters',
      'managed-session-policies: 1',
    ]);
    expect(packedSizes(planOf(), 'too large')).toEqual([]);
  });
  it('speaks of tags where there are any', () => {
    expect(packedRemedy(plan)).toContain('on-packed-size: drop');
    expect(packedRemedy(planOf())).toContain('inline-session-policy');
  });
  it('does not offer again what was done', () => {
    expect(packedRemedy({ ...plan, onPackedSize: 'drop' })).toContain('inline-session-policy');
  });
});
