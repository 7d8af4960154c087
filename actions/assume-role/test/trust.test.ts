import { describe, expect, it } from 'vitest';
import { trustLines, trustResult, trustSummary } from '../src/trust.ts';
import { allow, claims, exact, issuer, judged, judgedByKeys, key, plan, sub } from './trust-case.ts';

const unknowable = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
const byId = { ...claims, sub: 'repo:octo@11/api@22:environment:prod' };

describe('a judgement', () => {
  it('is of the first hop, against the claims', async () => {
    const judgement = await judged([allow(exact(sub))]);
    expect(judgement).toMatchObject({ verdict: 'allowed', file: 'trust.json', roleArn: plan.hops[0], issuer, audience: 'sts.amazonaws.com' });
    expect((await judged([allow(exact(sub))], claims, { ...plan, hops: [...plan.hops].reverse() })).failures).toMatchObject([{ kind: 'principal' }]);
  });

  it('is reported as the contract has it', async () => {
    expect(trustResult(await judged([allow(exact(sub))], byId))).toEqual({
      verdict: 'refused',
      failures: [
        {
          statement: 0,
          kind: 'condition',
          operator: 'StringEquals',
          key: key('sub'),
          wanted: [sub],
          got: ['repo:octo@11/api@22:environment:prod'],
          hints: ['immutable-sub', 'environment-form'],
        },
      ],
      lints: [],
    });
    expect(Object.keys(trustResult(await judged([allow({})])))).toEqual(['verdict', 'failures', 'lints']);
  });

  it('without a token cannot say who calls, but what the call brings', async () => {
    const account = { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };
    const external = { StringEquals: { 'sts:ExternalId': 'x' } };
    expect((await judgedByKeys([allow({}, account)])).verdict).toBe('cannot-judge');
    expect((await judgedByKeys([allow({}, { ...account, Principal: '*' })])).verdict).toBe('allowed');
    expect((await judgedByKeys([allow(external, account)])).failures).toMatchObject([{ kind: 'condition', key: 'sts:ExternalId', hints: ['absent-key'] }]);
    expect((await judgedByKeys([allow(external, { ...account, Principal: '*' })], { ...plan, externalId: 'x' })).verdict).toBe('allowed');
    expect((await judgedByKeys([allow(exact(sub))])).verdict).toBe('refused');
  });
});

describe('in words', () => {
  it('it would allow, and says which policy counts', async () => {
    expect(trustLines(await judged([allow(exact(sub))]))).toEqual([
      'trust.json would allow this run. STS judges by the policy that the role has: aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument',
    ]);
  });

  it('it refuses, with wanted and got under each other and what to write', async () => {
    expect(trustLines(await judged([allow(exact(sub))], byId))).toEqual([
      'trust.json refuses this run:',
      `  statement 0: StringEquals ${key('sub')}`,
      '    wanted: "repo:octo/api:ref:refs/heads/main"',
      '    got:    "repo:octo@11/api@22:environment:prod"',
      "    hint: the token's sub has the ids of owner and repository (GitHub's form since July 2026), the policy has the older form without.",
      '    hint: the job has an environment, so its sub ends in "environment:prod" and names no ref.',
      `    write: "StringEquals": {"${key('sub')}": "repo:octo@11/api@22:environment:prod"}`,
    ]);
  });

  it('it cannot judge, and names what hangs', async () => {
    expect(trustLines(await judged([allow({ ...exact(sub), ...unknowable })]))).toEqual([
      'cannot judge by trust.json: it hangs on what only AWS knows:',
      '  statement 0: not known whether it holds: IpAddress aws:SourceIp',
      '    wanted: "203.0.113.0/24"',
      '    got:    not known',
    ]);
  });

  it.each([
    [allow(exact(sub), { Principal: { Federated: 'arn:aws:iam::444455556666:oidc-provider/x' } }), 'statement 0: its Principal does not name the caller'],
    [allow(exact(sub), { Action: 'sts:AssumeRole' }), 'statement 0: its Action does not cover the call'],
    [allow({}, { Effect: 'Deny' }), 'statement 0: an explicit Deny applies'],
    [allow({}, { Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/*' } }), 'a principal takes no wildcard but "*" alone; write the ARN out.'],
    [
      allow({}, { Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer.toUpperCase()}` } }),
      `write: "Federated": "arn:aws:iam::111122223333:oidc-provider/${issuer}"`,
    ],
    [allow({ StringEquals: { [key('sub')]: 'repo:octo/api:*' } }), '* and ? are plain characters under StringEquals; use StringLike.'],
    [allow({ 'ForAnyValue:StringEqualsIfExists': { [key('sub')]: 'repo:octo/*' } }), 'use ForAnyValue:StringLikeIfExists.'],
    [allow({ StringEquals: { [key('sub')]: 'repo:Octo/api:ref:refs/heads/main' } }), 'only the letter case differs.'],
    [allow({ StringEquals: { [key('sub')]: 'repo:octo@1/api@2:ref:refs/heads/main' } }), "the token's sub has no ids"],
    [allow({ StringEquals: { [key('sub')]: 'repo:octo/api:environment:prod' } }), 'the job has no environment, so its sub ends in "ref:refs/heads/main".'],
    [allow({ StringEquals: { [key('environment')]: 'prod' } }), 'the job has no environment, so the token has no such claim.'],
    [allow({ StringEquals: { [key('event_name')]: 'push' } }), 'STS reads sub, aud, actor,'],
    [allow({ StringEquals: { 'ghes.example:sub': sub } }), `the keys of this token begin with "${issuer}:".`],
  ])('%j: %s', async (statement, words) => {
    expect(trustLines(await judged([statement])).join('\n')).toContain(words);
  });

  it('a pull request is named', async () => {
    expect(trustLines(await judged([allow(exact(sub))], { ...claims, sub: 'repo:octo/api:pull_request' })).join('\n')).toContain(
      'the run is of a pull request',
    );
  });

  it('warnings follow, whatever the verdict', async () => {
    const wide = { 'ForAllValues:StringLike': { [key('sub')]: 'repo:*' } };
    expect(trustLines(await judged([allow(wide)], claims, { ...plan, audience: 'sts.amazonaws.com.cn' })).slice(1)).toEqual([
      `warning, statement 0: ForAllValues on ${key('sub')} in an Allow is true where the token has no such claim; use the operator without ForAllValues.`,
      `warning, statement 0: no condition on ${key('aud')}, so a token for any audience comes in; add "StringEquals": {"${key('aud')}": "sts.amazonaws.com.cn"}.`,
      `warning, statement 0: ${key('sub')} admits repositories of any owner; write the owner and the repository out.`,
    ]);
  });

  it('a login without a token has its own word for an absent key', async () => {
    const lines = trustLines(await judgedByKeys([allow(exact(sub), { Principal: '*', Action: 'sts:*' })]));
    expect(lines.join('\n')).toContain('this login has no identity token, so it has no such key.');
  });

  it('a caller who is not known is told as such', async () => {
    expect(trustLines(await judgedByKeys([allow({}, { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' })]))).toContain(
      '  statement 0: not known whether it names the caller',
    );
  });

  it('a policy without end is cut, and says so', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      allow({ StringEquals: { [key('sub')]: Array.from({ length: 30 }, (_same, at) => `x${index}-${at}`) } }),
    );
    const lines = trustLines(await judged(many));
    expect(lines.filter((line) => line.startsWith('  statement'))).toHaveLength(10);
    expect(lines).toContain('20 more reasons are in the report (report-path).');
    expect(lines.find((line) => line.includes('wanted'))).toMatch(/"x0-9", and 20 more$/);
    expect(lines.filter((line) => line.startsWith('warning'))).toHaveLength(10);
    expect(lines.at(-1)).toBe('20 more warnings are in the report (report-path).');
  });

  it('what a policy says never begins a line', async () => {
    const lines = trustLines(await judged([allow({ StringEquals: { [key('sub')]: 'a\n::error::b' } })]));
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  });
});

describe('in the summary', () => {
  it('stands the verdict first, then a table', async () => {
    expect(trustSummary(await judged([allow(exact(sub))], byId)).split('\n')).toEqual([
      '**Trust policy** `trust.json`: trust.json refuses this run:',
      '',
      '| Statement | What | Wanted | Got | Hint |',
      '| --- | --- | --- | --- | --- |',
      expect.stringMatching(
        /^\| 0 \| `StringEquals token\.[^|]+` \| `repo:octo\/api:ref:refs\/heads\/main` \| `repo:octo@11\/api@22:environment:prod` \| hint: .+ \|$/,
      ),
    ]);
  });

  it('stand would allow and the warnings as a list', async () => {
    const lines = trustSummary(await judged([allow({ StringEquals: { [key('sub')]: sub } })])).split('\n');
    expect(lines[0]).toMatch(/would allow this run/);
    expect(lines.slice(1)).toEqual(['', expect.stringMatching(/^- warning, statement 0: no condition on /)]);
  });

  it('stands cannot judge', async () => {
    expect(trustSummary(await judged([allow(unknowable)]))).toMatch(/cannot judge by trust\.json.+\n[\s\S]*\| not known \|/);
  });

  it('acts nothing that a policy says as markup', async () => {
    const text = trustSummary(await judged([allow({ '<b>': { [key('<img src=x>')]: '`|</td><script>' } })]));
    const unmarked = text.replace(/(`+)[^\n]*?\1/g, '');
    expect(unmarked.replaceAll('<br>', '')).not.toMatch(/<[a-z/]/i);
  });
});
