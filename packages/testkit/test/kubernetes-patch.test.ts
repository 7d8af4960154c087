import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverSideApply } from '../src/kubernetes/apply.ts';
import { jsonPatch, mergePatch, strategicMerge } from '../src/kubernetes/patch.ts';
import { routeOf } from '../src/kubernetes/routes.ts';
import { matchesFields, matchesLabels } from '../src/kubernetes/selectors.ts';

describe('mergePatch (RFC 7396, appendix A)', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'foo' }, null, null],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });
});

describe('jsonPatch', () => {
  it.each([
    [{ a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
    [{ a: 1 }, [{ op: 'remove', path: '/a' }], {}],
    [{ a: [1, 3] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2, 3] }],
    [{ a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
    [{ a: [1, 2] }, [{ op: 'remove', path: '/a/0' }], { a: [2] }],
    [{ 'x/y': 1 }, [{ op: 'replace', path: '/x~1y', value: 2 }], { 'x/y': 2 }],
  ])('%j', (target, operations, result) => {
    expect(jsonPatch(target, operations)).toEqual(result);
  });
});

describe('strategicMerge', () => {
  const containers = (...entries: object[]) => ({ containers: entries });
  it.each([
    [
      'by name',
      containers({ name: 'a', image: '1' }, { name: 'b' }),
      containers({ name: 'a', image: '2' }),
      containers({ name: 'a', image: '2' }, { name: 'b' }),
    ],
    ['new ones at the end', containers({ name: 'a' }), containers({ name: 'c' }), containers({ name: 'a' }, { name: 'c' })],
    ['$patch delete', containers({ name: 'a' }, { name: 'b' }), containers({ name: 'a', $patch: 'delete' }), containers({ name: 'b' })],
    [
      '$setElementOrder',
      containers({ name: 'a' }, { name: 'b' }),
      { '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }], containers: [] },
      containers({ name: 'b' }, { name: 'a' }),
    ],
    ['null removes', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['plain lists are replaced', { args: [1, 2] }, { args: [3] }, { args: [3] }],
    ['$retainKeys', { strategy: { type: 'a', rolling: 1 } }, { strategy: { $retainKeys: ['type'], type: 'b' } }, { strategy: { type: 'b' } }],
    ['$deleteFromPrimitiveList', { finalizers: ['a', 'b'] }, { '$deleteFromPrimitiveList/finalizers': ['a'] }, { finalizers: ['b'] }],
    ['$patch replace', { a: { x: 1 } }, { a: { $patch: 'replace', y: 2 } }, { a: { y: 2 } }],
    [
      'ports of containers',
      { ports: [{ containerPort: 1, name: 'x' }] },
      { ports: [{ containerPort: 1, name: 'y' }] },
      { ports: [{ containerPort: 1, name: 'y' }] },
    ],
    ['ports of services', { ports: [{ port: 1 }, { port: 2 }] }, { ports: [{ port: 2, name: 'z' }] }, { ports: [{ port: 1 }, { port: 2, name: 'z' }] }],
  ])('%s', (_, target, patch, result) => {
    expect(strategicMerge(target, patch)).toEqual(result);
  });
});

describe('serverSideApply', () => {
  it.each([
    ['adds and changes', { a: 1 }, { a: 2, b: 3 }, undefined, { a: 2, b: 3 }],
    ['drops what is applied no more', { a: 1, b: 2, other: 3 }, { a: 1 }, { a: 1, b: 2 }, { a: 1, other: 3 }],
    ['keeps what others wrote', { status: { x: 1 }, a: 1 }, { a: 1 }, { a: 1 }, { status: { x: 1 }, a: 1 }],
    [
      'merges lists by key',
      { env: [{ name: 'A', value: '1' }, { name: 'O' }] },
      { env: [{ name: 'A', value: '2' }] },
      undefined,
      { env: [{ name: 'A', value: '2' }, { name: 'O' }] },
    ],
    [
      'drops own list entries',
      { env: [{ name: 'A' }, { name: 'B' }] },
      { env: [{ name: 'B' }] },
      { env: [{ name: 'A' }, { name: 'B' }] },
      { env: [{ name: 'B' }] },
    ],
    ['replaces plain lists', { args: [1] }, { args: [2, 3] }, undefined, { args: [2, 3] }],
  ])('%s', (_, live, applied, before, result) => {
    expect(serverSideApply(live, applied, before)).toEqual(result);
  });

  it('applied twice is applied once', () => {
    const tree = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())));
    fc.assert(
      fc.property(tree, tree, (live, applied) => {
        const once = serverSideApply(live, applied, undefined);
        expect(serverSideApply(once, applied, applied)).toEqual(once);
      }),
    );
  });
});

describe('selectors', () => {
  const labels = { app: 'web', tier: 'front' };
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web,tier!=back', true],
    ['app!=web', false],
    ['app in (api, web)', true],
    ['app notin (api)', true],
    ['app notin (web)', false],
    ['missing', false],
    ['!missing', true],
    ['tier', true],
    ['app in (a,b),tier', false],
  ])('%j', (selector, expected) => {
    expect(matchesLabels(labels, selector)).toBe(expected);
  });

  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { nodeName: 'n' }, status: { phase: 'Running' } };
  it.each([
    ['metadata.name=p', true],
    ['metadata.name=q', false],
    ['status.phase!=Failed,spec.nodeName=n', true],
    ['spec.absent=', true],
  ])('fields %j', (selector, expected) => {
    expect(matchesFields(pod, selector)).toBe(expected);
  });
});

describe('routes', () => {
  it.each([
    ['/api/v1/pods', 'pods', '', undefined, undefined],
    ['/api/v1/namespaces', 'namespaces', '', undefined, undefined],
    ['/api/v1/namespaces/app', 'namespaces', '', 'app', undefined],
    ['/api/v1/namespaces/app/pods/p/log', 'pods', 'app', 'p', 'log'],
    ['/apis/apps/v1/namespaces/app/deployments/web/status', 'deployments', 'app', 'web', 'status'],
    ['/apis/rbac.authorization.k8s.io/v1/clusterroles/x', 'clusterroles', '', 'x', undefined],
  ])('%s', (path, resource, namespace, name, subresource) => {
    const route = routeOf(path);
    expect([route?.resource.resource, route?.namespace, route?.name, route?.subresource]).toEqual([resource, namespace, name, subresource]);
  });

  it.each(['/', '/api', '/apis/apps/v2/deployments', '/api/v1/unknowns', '/api/v1/pods/p'])('%s is none', (path) => {
    expect(routeOf(path)).toBeUndefined();
  });
});
