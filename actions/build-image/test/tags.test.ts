import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTag, type TagRun } from '../src/inputs/tags.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const branch: TagRun = { sha, refName: 'main', refType: 'branch', headRef: undefined, runId: '4711' };
const onBranch = (refName: string): TagRun => ({ ...branch, refName });
const onTag = (refName: string): TagRun => ({ ...branch, refName, refType: 'tag' });
const pullRequest: TagRun = { ...branch, refName: '12/merge', headRef: 'feature/über cool!' };

describe('fillTag', () => {
  it.each<[string, TagRun, string]>([
    ['sha-{sha}', branch, `sha-${sha}`],
    ['{short-sha}', branch, '0123456'],
    ['{branch}', branch, 'main'],
    ['{branch}', onBranch('feature/a b//c'), 'feature-a-b-c'],
    ['{branch}', onBranch('--.x-.-'), 'x-.'],
    ['{branch}', pullRequest, 'feature-ber-cool'],
    ['{sha}', pullRequest, sha],
    ['{tag}', onTag('release/2026'), 'release-2026'],
    ['{semver}', onTag('v1.2.3'), '1.2.3'],
    ['{semver}', onTag('1.2.3-rc.1+build.5'), '1.2.3-rc.1-build.5'],
    ['{branch}-{run-id}', branch, 'main-4711'],
    ['latest', branch, 'latest'],
  ])('%s on %j → %s', (template, run, tag) => {
    expect(fillTag(template, run)).toEqual({ tag });
  });

  it.each<[string, TagRun, string]>([
    ['{tag}', branch, 'a run on a tag for {tag}; this one is on branch main'],
    ['{semver}', onTag('nightly'), 'like v1.2.3'],
    ['{semver}', onTag('v1.2'), 'like v1.2.3'],
    ['{branch}', onTag('v1.2.3'), 'a run on a branch'],
    ['{sha}', { ...branch, sha: '' }, 'GITHUB_SHA'],
    ['{commit}', branch, 'one of {sha}, {short-sha}'],
    ['{}', branch, 'one of {sha}'],
    ['-x', branch, 'a legal tag'],
    ['a b', branch, 'a legal tag'],
    ['', branch, 'a legal tag'],
    ['{branch}', onBranch('b'.repeat(129)), 'a legal tag'],
    ['{branch}', onBranch('///'), 'a legal tag'],
  ])('%s on %j is wrong', (template, run, want) => {
    expect(fillTag(template, run)).toEqual({ want: expect.stringContaining(want) });
  });

  it('gives a legal tag or none, whatever the branch is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (refName) => {
        const filled = fillTag('{branch}', onBranch(refName));
        if ('tag' in filled) expect(filled.tag).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/);
        else expect(filled.want).not.toBe('');
      }),
    );
  });

  it('never changes a tag that is legal as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/), (tag) => {
        expect(fillTag(tag, branch)).toEqual({ tag });
      }),
    );
  });
});
