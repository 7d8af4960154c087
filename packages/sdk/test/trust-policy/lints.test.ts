import { describe, expect, it } from 'vitest';
import { allow, type Block, deny, issuer, judge, key, provider, sub } from './policies.ts';

const audience = { [key('aud')]: 'sts.amazonaws.com' };
const good = { StringEquals: { ...audience, [key('sub')]: sub } };
const codesOf = (statements: unknown) => judge(statements).lints.map(({ code }) => code);

describe('wildcard-sub', () => {
  const lintsOf = (condition: Block) => codesOf(allow({ ...condition, StringEquals: { ...audience, ...condition['StringEquals'] } }));

  it.each([
    '*',
    '**',
    'repo:*',
    'repo:**',
    'repo*',
    'r*',
    'repo:*/*',
    'repo:*:*',
    'repo:*/*:*',
    '*:*',
    'repo:?*/*',
    'repo:*/api:*',
    'repo:*/api:ref:refs/heads/main',
    'repo:*:ref:refs/heads/main',
    'repo:*:environment:prod',
    '*:environment:prod',
    '*/api:*',
  ])('%s', (pattern) => {
    expect(lintsOf({ StringLike: { [key('sub')]: pattern } })).toEqual(['wildcard-sub']);
    expect(lintsOf({ StringLike: { [key('sub')]: [sub, pattern] } })).toEqual(['wildcard-sub']);
    expect(lintsOf({ 'ForAnyValue:StringLike': { [key('SUB')]: pattern } })).toEqual(['wildcard-sub']);
    expect(lintsOf({ StringLikeIfExists: { [key('sub')]: pattern } })).toEqual(['wildcard-sub']);
  });

  it.each(['repo:octo/*', 'repo:octo/api:*', 'repo:octo@*', 'repo:octo@11/*', 'repo:octo*/api:*', 'repo:o*', 'repo:?/api:*', sub])('not %s', (pattern) => {
    expect(lintsOf({ StringLike: { [key('sub')]: pattern } })).toEqual([]);
  });

  it('not where the wildcard is no wildcard, or another condition narrows the subject', () => {
    expect(lintsOf({ StringEquals: { [key('sub')]: '*' } })).toEqual([]);
    expect(lintsOf({ StringEquals: { [key('sub')]: sub }, StringLike: { [key('sub')]: 'repo:*' } })).toEqual([]);
    expect(lintsOf({ StringNotLike: { [key('sub')]: '*' } })).toEqual([]);
    expect(lintsOf({ StringLike: { [key('actor')]: '*' } })).toEqual([]);
  });

  it('not in a Deny', () => {
    expect(codesOf([allow(good), deny({ StringLike: { [key('sub')]: 'repo:*' } })])).toEqual([]);
  });

  it('names the key as it is written', () => {
    expect(judge(allow({ StringEquals: audience, StringLike: { [key('Sub')]: '*' } })).lints).toEqual([
      { statement: 0, code: 'wildcard-sub', key: key('Sub') },
    ]);
  });
});

describe('missing-aud', () => {
  const lint = { statement: 0, code: 'missing-aud', key: `${issuer}:aud` };

  it.each<[Block | undefined]>([
    [undefined],
    [{ StringEquals: { [key('sub')]: sub } }],
    [{ StringNotEquals: { ...audience, [key('sub')]: 'x' } }],
    [{ Null: { [key('aud')]: 'false' } }],
    [{ StringLike: { [key('aud')]: '*' } }],
    [{ StringEquals: { 'accounts.google.com:aud': 'sts.amazonaws.com' } }],
  ])('%j', (condition) => {
    expect(judge(allow(condition)).lints).toEqual([lint]);
  });

  it.each<[Block]>([
    [good],
    [{ StringLike: { [key('aud')]: 'sts.*' } }],
    [{ StringEquals: { [key('AUD')]: 'x' } }],
    [{ 'ForAnyValue:StringEquals': { [key('aud')]: 'x' } }],
    [{ StringSounds: { [key('aud')]: 'x' } }],
  ])('not with %j', (condition) => {
    expect(judge(allow(condition)).lints).toEqual([]);
  });

  it('only where a token can come in', () => {
    expect(judge([allow(good), allow(undefined, { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' })]).lints).toEqual([]);
    expect(judge([allow(good), allow(undefined, { Action: 'sts:TagSession' })]).lints).toEqual([]);
    expect(judge([allow(good), allow(undefined, { Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' } })]).lints).toEqual([]);
    expect(judge([deny(), allow(undefined, { Action: 'sts:*' })]).lints).toEqual([{ ...lint, statement: 1 }]);
    expect(judge(allow(undefined, { Action: undefined, NotAction: 'sts:TagSession' })).lints).toEqual([lint]);
    expect(judge(allow(undefined, { Action: undefined, NotAction: 'sts:*' })).lints).toEqual([]);
    expect(judge(allow(undefined, { Principal: '*' })).lints).toEqual([lint]);
    expect(judge(allow(undefined, { Principal: undefined, NotPrincipal: { AWS: '111122223333' } })).lints).toEqual([lint]);
  });

  it('once for each provider', () => {
    const gitlab = 'arn:aws:iam::111122223333:oidc-provider/gitlab.com';
    expect(judge(allow(undefined, { Principal: { Federated: [provider, gitlab] } })).lints.map((found) => found.key)).toEqual(['gitlab.com:aud', key('aud')]);
    expect(judge(allow({ StringEquals: { 'gitlab.com:aud': 'x' } }, { Principal: { Federated: gitlab } })).lints).toEqual([]);
  });
});

describe('for-all-values', () => {
  it('in an Allow, once a key', () => {
    const condition = {
      ...good,
      'ForAllValues:StringLike': { [key('sub')]: sub, [key('actor')]: 'mona' },
      'forallvalues:StringEquals': { [key('actor')]: 'mona' },
    };
    expect(judge(allow(condition)).lints).toEqual([
      { statement: 0, code: 'for-all-values', key: key('actor') },
      { statement: 0, code: 'for-all-values', key: key('sub') },
    ]);
  });

  it('not for ForAnyValue, and not in a Deny', () => {
    expect(codesOf(allow({ ...good, 'ForAnyValue:StringLike': { [key('actor')]: 'x' } }))).toEqual([]);
    expect(codesOf([allow(good), deny({ 'ForAllValues:StringLike': { [key('actor')]: 'x' } })])).toEqual([]);
  });
});

it('are told whatever the verdict, by statement, code and key', () => {
  const wide = { 'ForAllValues:StringLike': { [key('sub')]: '*' } };
  const { verdict, lints } = judge([deny(), allow(good), allow(wide), allow(wide)]);
  expect(verdict).toBe('refused');
  expect(lints.map(({ statement, code }) => [statement, code])).toEqual(
    [2, 3].flatMap((statement) => ['for-all-values', 'missing-aud', 'wildcard-sub'].map((code) => [statement, code])),
  );
});
