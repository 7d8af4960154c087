import { parseRoleArn } from '@slipway/sdk/sts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIdFault, matchesGlob } from '../src/role.ts';

describe('parseRoleArn', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/deploy', 'aws', '111122223333', 'deploy'],
    ['arn:aws-us-gov:iam::111122223333:role/team/a/deploy', 'aws-us-gov', '111122223333', 'deploy'],
    ['arn:aws-eusc:iam::000000000001:role/a.b@c', 'aws-eusc', '000000000001', 'a.b@c'],
  ])('%s', (arn, partition, accountId, name) => expect(parseRoleArn(arn)).toEqual({ arn, partition, accountId, name }));

  it.each([
    '',
    'deploy',
    'arn:aws:iam::11112222333:role/x',
    'arn:aws:iam::111122223333:user/x',
    'arn:aws:sts::111122223333:assumed-role/x/y',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:role/a b',
  ])('refuses %j', (arn) => expect(parseRoleArn(arn)).toBeUndefined());
});

describe('accountIdFault', () => {
  it('knows what YAML does to a leading zero', () => expect(accountIdFault('11122223333')).toContain('"011122223333"'));
  it.each(['1111', 'abc', '1111222233334'])('refuses %s', (id) => expect(accountIdFault(id)).toContain('12 digits'));
  it('takes twelve digits', () => expect(accountIdFault('011122223333')).toBeUndefined());
});

describe('matchesGlob', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/a/b', true],
    ['arn:aws:iam::*:role/deploy', 'arn:aws:iam::111122223333:role/deploy', true],
    ['arn:aws:iam::111122223333:role/deploy', 'arn:aws:iam::111122223333:role/deploy2', false],
    ['role/dep.oy', 'role/deploy', false],
    ['role/d?ploy', 'role/deploy', true],
  ])('%s against %s', (glob, text, is) => expect(matchesGlob(glob, text)).toBe(is));

  it('is equality for texts without wildcards', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (glob, text) => {
        fc.pre(!/[*?]/.test(glob));
        return matchesGlob(glob, text) === (glob === text) && matchesGlob(glob, glob);
      }),
    );
  });
});
