import { describe, expect, it } from 'vitest';
import { causeChain, Failure, sharedReasons, toFailure } from '../src/failure.ts';

describe('Failure', () => {
  it('prints what, faults, why and one remedy in this order', () => {
    const failure = new Failure({
      what: 'push of bank/api failed',
      reason: 'push-denied',
      why: ['ECR: 403'],
      remedy: 'Allow it:\n{ }',
      faults: [{ text: 'tag: x' }],
    });
    expect(failure.lines()).toEqual(['push of bank/api failed (push-denied)', '  tag: x', '  ECR: 403', 'Do this:', '  Allow it:', '  { }']);
  });
});

describe('toFailure', () => {
  const coded = (code: string) => Object.assign(new Error('ecr:PutImage: no'), { code, hint: 'allow it' });

  it('leaves a failure as it is', () => {
    const failure = new Failure({ what: 'x', reason: 'timeout' });
    expect(toFailure(failure, 'y')).toBe(failure);
  });

  it.each(sharedReasons.filter((reason) => reason !== 'internal'))('keeps the code %s and its hint', (reason) => {
    expect(toFailure(coded(reason), 'x')).toMatchObject({ reason, remedy: 'allow it', why: ['ecr:PutImage: no'] });
  });

  it("keeps a code of the action's own list, and no other", () => {
    expect(toFailure(coded('tag-moved'), 'x', ['tag-moved']).reason).toBe('tag-moved');
    expect(toFailure(coded('tag-moved'), 'x').reason).toBe('internal');
    expect(toFailure(coded('ENOENT'), 'x').reason).toBe('internal');
  });

  it.each(['id-token-permission-missing', 'oidc-refused'])('calls %s missing credentials in an action that has no word for it', (code) => {
    expect(toFailure(coded(code), 'x').reason).toBe('credentials-missing');
    expect(toFailure(coded(code), 'x', [code]).reason).toBe(code);
  });

  it.each([['text'], [undefined], [42], [{ code: 'timeout' }]])('takes anything thrown: %j', (thrown) =>
    expect(toFailure(thrown, 'x').reason).toBe('internal'),
  );
});

describe('causeChain', () => {
  it('ends also in a cycle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(causeChain(error)).toHaveLength(10);
  });

  it('lists causes outermost first', () => {
    expect(causeChain(new Error('a', { cause: new TypeError('b', { cause: 'c' }) }))).toEqual(['TypeError: b', 'c']);
  });
});
