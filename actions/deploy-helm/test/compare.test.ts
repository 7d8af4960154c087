import type { ReleaseHook, Revision } from '@slipway/kubernetes';
import { describe, expect, it } from 'vitest';
import { compare, isUnchanged } from '../src/release/compare.ts';

const map = (name: string, value: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {a: "${value}"}\n`;
const hook = (over: Partial<ReleaseHook> = {}): ReleaseHook => ({
  name: 'h',
  kind: 'Job',
  manifest: map('hook', '1'),
  events: ['pre-install', 'pre-upgrade'],
  ...over,
});
const revision = (manifest: string, hooks: readonly ReleaseHook[] = [], status = 'deployed') =>
  ({ number: 1, status, record: { manifest, hooks, info: { status } }, secret: {} }) as unknown as Revision;
const judge = (last: Revision | undefined, manifest: string, hooks: readonly ReleaseHook[] = []) =>
  isUnchanged(last, compare(last, { manifest, hooks }, 'app'));

describe('unchanged', () => {
  it.each([
    ['the same', revision(map('a', '1')), map('a', '1'), [], true],
    ['in another order', revision(`${map('a', '1')}---\n${map('b', '1')}`), `${map('b', '1')}---\n${map('a', '1')}`, [], true],
    ['a changed value', revision(map('a', '1')), map('a', '2'), [], false],
    ['an object more', revision(map('a', '1')), `${map('a', '1')}---\n${map('b', '1')}`, [], false],
    ['the same hooks', revision('', [hook()]), '', [hook({ events: ['pre-upgrade', 'pre-install'] })], true],
    ['a hook at another time', revision('', [hook()]), '', [hook({ events: ['post-install'] })], false],
    ['a hook of another weight', revision('', [hook()]), '', [hook({ weight: 5 })], false],
    ['a hook that does something else', revision('', [hook()]), '', [hook({ manifest: map('hook', '2') })], false],
    ['a hook fewer', revision('', [hook()]), '', [], false],
    ['a failed revision', revision(map('a', '1'), [], 'failed'), map('a', '1'), [], false],
    ['a pending revision', revision(map('a', '1'), [], 'pending-upgrade'), map('a', '1'), [], false],
    ['no revision', undefined, map('a', '1'), [], false],
    ['no revision and an empty chart', undefined, '', [], false],
  ] as const)('%s', (_, last, manifest, hooks, expected) => {
    expect(judge(last, manifest, hooks)).toBe(expected);
  });
});
