/** The fake STS against Amazon's own client: limits, codes and words of the API reference. */
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IssuedKeys, type NewRole, startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
const clients: STSClient[] = [];
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await kit.close();
});

type Credentials = NonNullable<AssumeRoleCommandOutput['Credentials']>;
const none: Credentials = { AccessKeyId: '', SecretAccessKey: '', SessionToken: '', Expiration: undefined };
function sts(keys: IssuedKeys | Credentials = kit.keys, region = kit.region): STSClient {
  const given = 'accessKeyId' in keys ? keys : { accessKeyId: keys.AccessKeyId, secretAccessKey: keys.SecretAccessKey, sessionToken: keys.SessionToken };
  const credentials = given as { accessKeyId: string; secretAccessKey: string };
  const client = new STSClient({ region, endpoint: kit.url, credentials, maxAttempts: 1 });
  clients.push(client);
  return client;
}
const open = (name: string, role: NewRole = {}): string => kit.sts.addRole(name, { principals: ['*'], ...role });
const assume = (RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}, as: IssuedKeys | Credentials = kit.keys) =>
  sts(as).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'session', ...more }));
const byToken = (RoleArn: string, token = kit.oidc.mint('sts.amazonaws.com'), more: object = {}) =>
  sts().send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'session', WebIdentityToken: token, ...more }));
const tags = (...keys: string[]) => keys.map((Key) => ({ Key, Value: 'x' }));
/** The client adds "Exception" to the codes that it knows. */
const refused = (code: string, message: string | RegExp) => ({ name: expect.stringMatching(`^${code}(Exception)?$`), message: expect.stringMatching(message) });
const lastCall = () => kit.sts.calls.at(-1);

describe('sessions', () => {
  it('writes down what was asked, hop by hop, without a token or a key', async () => {
    const first = kit.sts.addRole('first', { subjects: ['repo:bank/payments:*'] });
    const second = open('team/second', { accountId: '444455556666', externalId: 'ticket-7' });
    const { Credentials: keys = none } = await byToken(first);
    await assume(second, { DurationSeconds: 900, Tags: tags('team'), TransitiveTagKeys: ['team'], ExternalId: 'ticket-7', SourceIdentity: 'alice' }, keys);
    expect(kit.sts.calls).toMatchObject([
      { operation: 'AssumeRoleWithWebIdentity', roleArn: first, subject: 'repo:bank/payments:ref:refs/heads/main', audience: 'sts.amazonaws.com', tags: [] },
      {
        operation: 'AssumeRole',
        roleArn: second,
        caller: 'arn:aws:sts::111122223333:assumed-role/first/session',
        durationSeconds: 900,
        tags: [{ key: 'team', value: 'x' }],
        transitiveTagKeys: ['team'],
        externalId: 'ticket-7',
        sourceIdentity: 'alice',
        outcome: 'issued',
      },
    ]);
    expect(kit.identities.find(lastCall()?.accessKeyId ?? '')?.caller).toMatchObject({
      arn: 'arn:aws:sts::444455556666:assumed-role/second/session',
      session: { roleArn: second, sourceIdentity: 'alice', transitiveTagKeys: ['team'], tags: [{ key: 'team', value: 'x' }] },
    });
    const written = JSON.stringify(kit.sts.calls);
    for (const secret of [...kit.identities.secrets(), ...kit.oidc.tokens]) expect(written).not.toContain(secret);
  });

  it('lets keys live as long as a test says, and validates what was asked all the same', async () => {
    kit.sts.sessionSeconds = 15;
    const role = open('short');
    const { Credentials: keys = none } = await assume(role, { DurationSeconds: 3600 });
    expect(Math.round(((keys.Expiration?.getTime() ?? 0) - kit.clock.now()) / 1000)).toBe(15);
    kit.clock.advanceTo(kit.clock.now() + 16_000);
    await expect(sts(keys).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(refused('ExpiredToken', 'expired'));
    await expect(assume(role, { DurationSeconds: 15 })).rejects.toMatchObject(
      refused('ValidationError', "'durationSeconds' failed .* greater than or equal to 900"),
    );
  });

  it('hands transitive tags and the source identity on, and nothing else', async () => {
    const [one, two, three] = [open('one'), open('two'), open('three')];
    const { Credentials: a = none } = await assume(one, { Tags: tags('Team', 'once'), TransitiveTagKeys: ['team'], SourceIdentity: 'alice' });
    const { Credentials: b = none, SourceIdentity } = await assume(two, {}, a);
    expect(SourceIdentity).toBe('alice');
    expect(kit.identities.find(b.AccessKeyId ?? '')?.caller.session).toMatchObject({ tags: [{ key: 'Team' }], sourceIdentity: 'alice' });
    await expect(assume(three, { Tags: tags('TEAM') }, b)).rejects.toMatchObject(
      refused('InvalidParameterValue', 'conflicts with a transitive tag key from the calling'),
    );
    await expect(assume(three, { SourceIdentity: 'bob' }, b)).rejects.toMatchObject(refused('AccessDenied', 'sts:SetSourceIdentity'));
    expect(lastCall()?.reason).toBe("the session's source identity is alice and cannot be changed");
    await expect(assume(three, { SourceIdentity: 'alice' }, b)).resolves.toBeDefined();
  });
});

describe('limits', () => {
  it.each([
    ['a repeated key', { Tags: tags('a', 'A') }, 'InvalidParameterValue', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.'],
    ['a transitive key without a tag', { Tags: tags('a'), TransitiveTagKeys: ['b'] }, 'InvalidParameterValue', 'must be included in the requested tags'],
    ['a reserved key', { Tags: tags('aws:x') }, 'InvalidParameterValue', 'reserved'],
    ['51 tags', { Tags: tags(...Array.from({ length: 51 }, (_, n) => `t${n}`)) }, 'ValidationError', "'tags' .* less than or equal to 50"],
    ['a long key', { Tags: tags('k'.repeat(129)) }, 'ValidationError', "'tags.1.member.key' .* less than or equal to 128"],
    ['a long value', { Tags: [{ Key: 'a', Value: 'v'.repeat(257) }] }, 'ValidationError', "'tags.1.member.value' .* less than or equal to 256"],
    ['a value with a brace', { Tags: [{ Key: 'a', Value: '{' }] }, 'ValidationError', 'regular expression pattern'],
    ['a session name of one letter', { RoleSessionName: 'x' }, 'ValidationError', "'roleSessionName' .* greater than or equal to 2"],
    ['a session name with a blank', { RoleSessionName: 'a b' }, 'ValidationError', "'roleSessionName' .* pattern: \\[\\\\w\\+=,\\.@-\\]\\*"],
    ['a source identity with a colon', { SourceIdentity: 'aws:me' }, 'ValidationError', "'sourceIdentity'"],
    ['a bad external id', { ExternalId: 'a b' }, 'ValidationError', "'externalId'"],
    ['13 hours', { DurationSeconds: 46_800 }, 'ValidationError', 'less than or equal to 43200'],
    [
      'more than the role allows',
      { DurationSeconds: 7200 },
      'ValidationError',
      '^The requested DurationSeconds exceeds the MaxSessionDuration set for this role',
    ],
    [
      '11 managed policies',
      { PolicyArns: Array.from({ length: 11 }, (_, n) => ({ arn: `arn:aws:iam::aws:policy/p${n}` })) },
      'ValidationError',
      "'policyArns'",
    ],
    ['a policy of 2,049 characters', { Policy: ' '.repeat(2049) }, 'ValidationError', "'policy' .* less than or equal to 2048"],
    ['a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocument', 'JSON'],
    ['a policy without statements', { Policy: '{"Version":"2012-10-17"}' }, 'MalformedPolicyDocument', 'Syntax errors'],
    [
      'a policy with a principal',
      { Policy: JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } }) },
      'MalformedPolicyDocument',
      'principal',
    ],
    ['a policy without a resource', { Policy: '{"Statement":[{"Effect":"Allow","Action":"*"}]}' }, 'MalformedPolicyDocument', 'resources'],
  ] as const)('refuses %s', async (_name, more, name, message) => {
    await expect(assume(open('role'), more as Partial<AssumeRoleCommandInput>)).rejects.toMatchObject(refused(name, message));
    expect(lastCall()).toMatchObject({ outcome: name });
  });

  it('lists every broken constraint at once', async () => {
    await expect(assume(open('role'), { RoleSessionName: '!', DurationSeconds: 1 })).rejects.toMatchObject(
      refused('ValidationError', '^2 validation errors detected: '),
    );
  });

  it('holds a chain to one hour', async () => {
    const [one, two] = [open('one'), open('two', { maxSessionDuration: 43_200 })];
    const { Credentials: keys = none } = await assume(one);
    await expect(assume(two, { DurationSeconds: 3601 }, keys)).rejects.toMatchObject(
      refused('ValidationError', '^The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'),
    );
    await expect(assume(two, { DurationSeconds: 3600 }, keys)).resolves.toBeDefined();
    await expect(assume(two, { DurationSeconds: 43_200 })).resolves.toBeDefined();
  });

  it('says how full the session is, and when it is too full', async () => {
    const [one, two] = [open('one'), open('two')];
    kit.sts.packedLimit = 100;
    const value = (length: number) => [{ Key: 'k', Value: 'v'.repeat(length) }];
    const { PackedPolicySize, Credentials: keys = none } = await assume(one, { Tags: value(49), TransitiveTagKeys: ['k'] });
    expect(PackedPolicySize).toBe(50);
    await expect(assume(one, { Tags: value(100) })).rejects.toMatchObject(refused('PackedPolicyTooLarge', '^Packed size of session tags consumes 101% of'));
    await expect(assume(two, { Tags: [{ Key: 'l', Value: 'v'.repeat(50) }] }, keys)).rejects.toMatchObject(refused('PackedPolicyTooLarge', 'consumes 101%'));
    const PolicyArns = Array.from({ length: 4 }, () => ({ arn: `arn:aws:iam::aws:policy/${'p'.repeat(6)}` }));
    await expect(assume(one, { PolicyArns })).rejects.toMatchObject(
      refused('PackedPolicyTooLarge', '^Packed policy consumes 120% of allotted space, please use smaller'),
    );
    expect(await assume(one)).not.toHaveProperty('PackedPolicySize');
  });
});

describe('trust', () => {
  it.each([
    ['sts:TagSession', { Tags: tags('a') }, ['sts:SetSourceIdentity']],
    ['sts:SetSourceIdentity', { SourceIdentity: 'alice' }, ['sts:TagSession']],
  ] as const)('wants %s where the role does not allow all', async (action, more, alsoAllows) => {
    const role = open('role', { alsoAllows });
    await expect(assume(role, more as object)).rejects.toMatchObject(
      refused('AccessDenied', `^User: arn:aws:iam::111122223333:user/ci is not authorized to perform: ${action} on resource: ${role}$`),
    );
    await expect(assume(role)).resolves.toBeDefined();
  });

  it('wants sts:SetSourceIdentity for an inherited one too', async () => {
    const [one, two] = [open('one'), open('two', { alsoAllows: [] })];
    const { Credentials: keys = none } = await assume(one, { SourceIdentity: 'alice' });
    await expect(assume(two, {}, keys)).rejects.toMatchObject(refused('AccessDenied', 'sts:SetSourceIdentity'));
  });

  it('says to the kit what it does not say to the caller', async () => {
    const role = kit.sts.addRole('narrow', { subjects: ['repo:other/*'] });
    await expect(byToken(role)).rejects.toMatchObject(refused('AccessDenied', '^Not authorized to perform sts:AssumeRoleWithWebIdentity$'));
    expect(kit.ledger.entries.at(-1)?.refused).toEqual({
      code: 'AccessDenied',
      reason: "the role's subjects (repo:other/*) do not cover repo:bank/payments:ref:refs/heads/main",
    });
    await expect(assume('arn:aws:iam::111122223333:role/nobody')).rejects.toMatchObject(refused('AccessDenied', 'sts:AssumeRole on resource'));
    expect(kit.ledger.entries.at(-1)?.refused?.reason).toContain('there is no role');
  });

  it('takes no tags on web identity', async () => {
    const role = kit.sts.addRole('web', { subjects: ['*'] });
    const body = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: role,
      RoleSessionName: 'ab',
      'Tags.member.1.Key': 'a',
      'Tags.member.1.Value': 'b',
    });
    const answer = await fetch(kit.url, { method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('has no member Tags')]);
  });

  it('knows accounts and partitions', async () => {
    const china = kit.sts.addRole('deploy', { partition: 'aws-cn', accountId: '999900001111', subjects: ['*'] });
    const { AssumedRoleUser, Provider } = await byToken(china, kit.oidc.mint('sts.amazonaws.com.cn'));
    expect(AssumedRoleUser?.Arn).toBe('arn:aws-cn:sts::999900001111:assumed-role/deploy/session');
    expect(Provider).toBe('arn:aws-cn:iam::999900001111:oidc-provider/token.actions.githubusercontent.com');
    await expect(assume(open('deploy', { partition: 'aws-cn' }))).rejects.toMatchObject(refused('ValidationError', '^Request ARN is invalid$'));
  });

  it('is not activated everywhere', async () => {
    kit.sts.disabledRegions.add('eu-south-1');
    const call = sts(kit.keys, 'eu-south-1').send(new AssumeRoleCommand({ RoleArn: open('role'), RoleSessionName: 'ab' }));
    await expect(call).rejects.toMatchObject(refused('RegionDisabledException', '^STS is not activated in this region for account:111122223333'));
    await expect(assume(open('role'))).resolves.toBeDefined();
    await expect(sts(kit.keys, 'eu-south-1').send(new GetCallerIdentityCommand({}))).resolves.toBeDefined();
  });
});
