import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { getCallerIdentity, parseRoleArn, roleOfSession } from '../src/sts/index.ts';
import { contextOf, handClock, type ScriptedSts, startSts } from './sts-server.ts';

let sts: ScriptedSts;
afterEach(() => sts?.close());
const unknown = { status: 403, code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' };

describe('getCallerIdentity', () => {
  it('says who we are', async () => {
    sts = await startSts(() => ({}));
    expect(await getCallerIdentity(contextOf(sts))).toEqual({ accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/ci', userId: 'AIDA' });
  });

  it('refuses unknown keys on the first answer', async () => {
    sts = await startSts(() => unknown);
    await expect(getCallerIdentity(contextOf(sts))).rejects.toMatchObject({ awsCode: 'InvalidClientTokenId' });
    expect(sts.asked).toHaveLength(1);
  });

  it('asks again within the grace, and no longer', async () => {
    sts = await startSts((_asked, index) => (index < 3 ? unknown : {}));
    const clock = handClock();
    expect(await getCallerIdentity(contextOf(sts, clock), { propagationGraceMs: 10_000 })).toMatchObject({ accountId: '111122223333' });
    await sts.close();
    sts = await startSts(() => unknown);
    const late = handClock();
    const until = late.now() + 10_000;
    await expect(getCallerIdentity(contextOf(sts, late, { random: () => 0.9 }), { propagationGraceMs: 10_000 })).rejects.toMatchObject({
      awsCode: 'InvalidClientTokenId',
    });
    expect(late.now()).toBeLessThan(until);
    expect(sts.asked).toHaveLength(late.slept.length + 1);
    expect(late.slept.length).toBeGreaterThan(2);
  });

  it('keeps the deadline, whatever the grace', async () => {
    sts = await startSts(() => unknown);
    const clock = handClock();
    const context = contextOf(sts, clock, { deadline: clock.now() + 2_000 });
    await expect(getCallerIdentity(context, { propagationGraceMs: 3_600_000 })).rejects.toMatchObject({ awsCode: 'InvalidClientTokenId' });
    expect(clock.now()).toBeLessThan(context.deadline);
  });

  it('gives the grace to nothing else', async () => {
    sts = await startSts(() => ({ status: 403, code: 'ExpiredToken' }));
    await expect(getCallerIdentity(contextOf(sts), { propagationGraceMs: 10_000 })).rejects.toMatchObject({ awsCode: 'ExpiredToken' });
    expect(sts.asked).toHaveLength(1);
  });

  it('takes no page for an answer', async () => {
    sts = await startSts(() => ({ body: '<GetCallerIdentityResponse/>' }));
    await expect(getCallerIdentity(contextOf(sts))).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('roleOfSession', () => {
  it.each([
    ['arn:aws:sts::111122223333:assumed-role/deploy/x.y', { partition: 'aws', accountId: '111122223333', name: 'deploy', sessionName: 'x.y' }],
    ['arn:aws-us-gov:sts::111122223333:assumed-role/a@b/i-0', { partition: 'aws-us-gov', name: 'a@b' }],
    ['arn:aws-iso-b:sts::111122223333:assumed-role/a/b', { partition: 'aws-iso-b' }],
  ])('reads %s', (arn, parts) => expect(roleOfSession(arn)).toMatchObject(parts));

  it.each([
    'arn:aws:iam::111122223333:user/ci',
    'arn:aws:iam::111122223333:role/deploy',
    'arn:aws:sts::11112222333:assumed-role/deploy/x',
    'arn:aws:sts::111122223333:assumed-role/deploy',
    'arn:aws:sts::111122223333:assumed-role/deploy/',
    'arn:aws:sts::111122223333:assumed-role/path/deploy/x',
    'arn:aws:sts::111122223333:federated-user/x',
    '',
  ])('gives nothing for %s', (arn) => expect(roleOfSession(arn)).toBeUndefined());

  it('agrees with the role it was taken from, whatever its path', () => {
    const word = fc.stringMatching(/^[\w+=,.@-]{2,20}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('aws', 'aws-cn', 'aws-eusc'),
        fc.stringMatching(/^\d{12}$/),
        fc.array(word, { maxLength: 3 }),
        word,
        word,
        (partition, account, path, name, session) => {
          const role = parseRoleArn(`arn:${partition}:iam::${account}:role/${[...path, name].join('/')}`);
          const taken = roleOfSession(`arn:${partition}:sts::${account}:assumed-role/${name}/${session}`);
          expect(taken).toEqual({ partition: role?.partition, accountId: role?.accountId, name: role?.name, sessionName: session });
        },
      ),
    );
  });
});
