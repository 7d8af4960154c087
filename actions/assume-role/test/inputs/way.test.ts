import { describe, expect, it } from 'vitest';
import { callsAssumeRole, isChained, webIdentityOnly } from '../../src/inputs/way.ts';
import type { Source } from '../../src/plan.ts';

const a = 'arn:aws:iam::111122223333:role/a';
const b = 'arn:aws:iam::111122223333:role/b';

describe('the way to a role', () => {
  it.each<[Source, string | undefined, string[], boolean, boolean]>([
    ['oidc', undefined, [a], false, false],
    ['oidc', undefined, [a, a], true, true],
    ['web-identity-file', undefined, [a], false, false],
    ['web-identity-file', undefined, [a, b], true, true],
    ['environment', undefined, [a], true, false],
    ['environment', undefined, [a, b], true, true],
    ['runner', undefined, [a], true, true],
    ['runner', a, [a], false, false],
    ['runner', b, [a], true, true],
    ['runner', a, [a, a], true, true],
  ])('%s, runner %s, %j: AssumeRole %s, chained %s', (source, runnerRole, hops, assumes, chained) => {
    expect(callsAssumeRole({ source, runnerRole }, hops)).toBe(assumes);
    expect(isChained({ source, runnerRole }, hops)).toBe(chained);
  });

  it('is named by who gave the token', () => {
    expect(webIdentityOnly({ source: 'oidc', runnerRole: undefined })).toContain('assumed by OIDC in one hop');
    expect(webIdentityOnly({ source: 'runner', runnerRole: a })).toContain('assumed by a web identity in one hop');
  });
});
