import { Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { standardLabels } from '../src/build/labels.ts';
import { isInside } from '../src/inputs/build.ts';
import { BuildFailure, failWith } from '../src/outcome.ts';
import { mountSource } from '../src/push/mount.ts';
import { isStanding, refuseTaken, tagsToPut, takenTags } from '../src/push/standing.ts';

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';

describe('mountSource', () => {
  it.each([
    [`${host}/base/java:21`, 'base/java'],
    [`${host}/base/java@sha256:abc`, 'base/java'],
    [`${host}/base/java:21@sha256:abc`, 'base/java'],
    [`${host}/base/java`, 'base/java'],
    [`${host}/bank/api:1`, undefined],
    ['docker.io/library/node:24', undefined],
    [`${host}.evil/base/java`, undefined],
    [`${host}/`, undefined],
    [undefined, undefined],
  ])('%s → %s', (base, from) => {
    expect(mountSource(base, host, 'bank/api')).toBe(from);
  });
});

describe('standing tags', () => {
  const standing = new Map([
    ['a', 'sha256:1'],
    ['b', 'sha256:2'],
    ['c', undefined],
  ]);

  it('are put where they are not on the digest', () => {
    expect(tagsToPut(standing, 'sha256:1')).toEqual(['b', 'c']);
    expect(isStanding(standing, 'sha256:1')).toBe(false);
    expect(isStanding(new Map([['a', 'sha256:1']]), 'sha256:1')).toBe(true);
  });

  it('are taken only where they exist and may not move', () => {
    expect(takenTags(standing, { tagMutability: 'IMMUTABLE', exclusions: [] }).map(({ tag }) => tag)).toEqual(['a', 'b']);
    expect(takenTags(standing, { tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['a'] }).map(({ tag }) => tag)).toEqual(['b']);
    expect(takenTags(standing, { tagMutability: 'MUTABLE', exclusions: [] })).toEqual([]);
  });

  it('that are taken by other bytes are refused, each by name', () => {
    const taken = [
      { tag: 'a', digest: 'sha256:1' },
      { tag: 'b', digest: 'sha256:2' },
    ];
    expect(() => refuseTaken([], 'sha256:1', 'x')).not.toThrow();
    expect(() => refuseTaken(taken.slice(0, 1), 'sha256:1', 'x')).not.toThrow();
    expect(() => refuseTaken(taken, 'sha256:1', 'x')).toThrow(
      expect.objectContaining({ reason: 'tag-immutable', why: ['b is on sha256:2, this image is sha256:1'] }),
    );
    expect(() => refuseTaken(taken, undefined, 'x')).toThrow(expect.objectContaining({ what: '2 tags of x are taken and immutable' }));
  });
});

describe('isInside', () => {
  it.each([
    ['/w', '/w', true],
    ['/w', '/w/a/b', true],
    ['/w', '/w/..a', true],
    ['/w', '/', false],
    ['/w', '/wx', false],
    ['/w/', '/w/a', true],
  ])('%s holds %s: %s', (workspace, path, inside) => {
    expect(isInside(workspace, path)).toBe(inside);
  });
});

describe('standardLabels', () => {
  const run = { sha: 'abc', serverUrl: 'https://github.com', repository: 'bank/api' } as Parameters<typeof standardLabels>[0];
  it('say commit, source and time, and nothing that differs between builds of one commit', () => {
    expect(standardLabels(run, 0)).toEqual({
      'org.opencontainers.image.revision': 'abc',
      'org.opencontainers.image.source': 'https://github.com/bank/api',
      'org.opencontainers.image.created': '1970-01-01T00:00:00.000Z',
    });
    expect(standardLabels({ ...run, sha: '', repository: '' }, undefined)).toEqual({});
  });
});

describe('failWith', () => {
  it('keeps the reason, the remedy and how far the step had come', () => {
    const failure = new Failure({ what: 'no', reason: 'push-denied', why: ['403'], remedy: 'allow it', faults: [{ text: 'x' }] });
    const wrapped = failWith(failure, 'unused', { digest: 'sha256:1', tags: ['a'] });
    expect(wrapped).toBeInstanceOf(BuildFailure);
    expect(wrapped.lines()).toEqual(failure.lines());
    expect(wrapped.partial).toEqual({ digest: 'sha256:1', tags: ['a'] });
  });

  it('names an error of the registry by its code', () => {
    const error = Object.assign(new Error('403'), { code: 'push-denied', hint: 'allow it' });
    expect(failWith(error, 'cannot push', {})).toMatchObject({ reason: 'push-denied', remedy: 'allow it' });
    const strange = Object.assign(new Error('?'), { code: 'refused' });
    expect(failWith(strange, 'cannot push', {}).reason).toBe('internal');
  });
});
