/** Tags, drift, Helm and the workspace: judged on the plan as a whole. */
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../src/index.ts';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, planJson, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('tags-required', () => {
  const b = 'aws_s3_bucket.b';
  const all = (tags_all: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: b, after: { tags_all }, ...more });
  const unread = (tags: Json | null, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: b, after: { tags }, unknown: { tags_all: true }, ...more });
  const withDefaults = (tags: unknown, resources: readonly ResourceSpec[], key = 'aws') => ({
    top: {
      variables: { L4_tags: { value: { Owner: 'core' } } },
      configuration: {
        ...(planJson({ resources })['configuration'] as Json),
        provider_config: { [key]: { name: 'aws', expressions: { default_tags: [{ tags }] } } },
      },
    },
  });
  const keys = { parameters: { keys: ['Owner', 'Stage'] } };
  const cases: Case[] = [
    ['some tags', [all({ Owner: 'core' })], []],
    ['no tags', [all({})], [`fail ${b}`]],
    ['null', [all(null)], [`fail ${b}`]],
    ['not taggable', [{ address: 'aws_s3_bucket_policy.p', after: { bucket: 'b' } }], []],
    ['tags without tags_all are not taggable', [{ address: 'aws_x.y', after: { tags: {} } }], []],
    ['another provider’s', [{ address: 'google_x.y', after: { tags_all: {} } }], []],
    ['all keys', [all({ Owner: 'core', Stage: 'dev' })], [], keys],
    ['a key missing', [all({ Owner: 'core' })], [`fail ${b}`], keys],
    ['a key empty', [all({ Owner: 'core', Stage: '' })], [`fail ${b}`], keys],
    ['a key in another case', [all({ owner: 'core', Stage: 'dev' })], [`fail ${b}`], keys],
    ['a value known after apply', [all({ Owner: 'core' }, { unknown: { tags_all: { Stage: true } } })], [`unknown ${b}`], keys],
    ['a value known after apply, another missing', [all({}, { unknown: { tags_all: { Stage: true } } })], [`fail ${b}`], keys],
    ['any value known after apply', [all({}, { unknown: { tags_all: { Stage: true } } })], []],
    ['unknown, own tags', [unread({ Owner: 'core', Stage: 'dev' })], [], keys],
    ['unknown, own tags without a key', [unread({ Owner: 'core' })], [`fail ${b}`], keys],
    ['unknown, no tags', [unread(null)], [`fail ${b}`]],
    ['unknown, an own value known after apply', [unread({ Owner: 'core' }, { unknown: { tags_all: true, tags: { Stage: true } } })], [`unknown ${b}`], keys],
    ['unknown, own and the provider’s', [unread({ Owner: 'core' })], [], { ...keys, ...withDefaults(constant({ Stage: 'dev' }), [unread({})]) }],
    ['unknown, the provider’s by a root variable', [unread({ Stage: 'dev' })], [], { ...keys, ...withDefaults(ref('var.L4_tags'), [unread({})]) }],
    ['unknown, the provider’s too', [unread({ Owner: 'core', Stage: 'dev' })], [`unknown ${b}`], { ...keys, ...withDefaults(ref('local.tags'), [unread({})]) }],
    [
      'unknown, the provider’s of its alias',
      [unread({ Owner: 'core' }, { providerKey: 'aws.east' })],
      [],
      { ...keys, ...withDefaults(constant({ Stage: 'dev' }), [unread({}, { providerKey: 'aws.east' })], 'aws.east') },
    ],
    ['unknown, own tags unknown', [unread({}, { unknown: { tags_all: true, tags: true } })], [`unknown ${b}`]],
    ['each', [all({}, { address: `module.m["a"].${b}[0]` })], [`fail module.m["a"].${b}[0]`]],
  ];
  judgeCases('tags-required', cases);
  it('introduced', () => {
    const change = (before: Json): ResourceSpec => ({ address: b, actions: ['update'], before: { tags_all: before }, after: { tags_all: {} } });
    expect(brought('tags-required', change({ Owner: 'core' }))).toEqual([`true ${b}`]);
    expect(brought('tags-required', change({}))).toEqual([`false ${b}`]);
    expect(judgeOne('tags-required', { resources: [all({})] })).toMatchObject([{ severity: 'warn' }]);
  });
});

describe('iac-drift', () => {
  const g = 'aws_security_group.g';
  const entry = (address: string, before: Json, after: Json | null, more: Json = {}): Json => {
    const [, type = '', name = ''] = /([^.[\]]+)\.([^.[]+)(?:\[.*\])?$/.exec(address) ?? [];
    return {
      address,
      mode: 'managed',
      type,
      name,
      provider_name: 'aws',
      change: { actions: after ? ['update'] : ['delete'], before, after, after_unknown: {} },
      ...more,
    };
  };
  const changed = entry(g, { description: 'a', name: 'g' }, { description: 'b', name: 'g' });
  const plan = (drift: Json[], relevant?: [resource: string, attribute: unknown[]][]): { top: Json } => ({
    top: { resource_drift: drift, ...(relevant ? { relevant_attributes: relevant.map(([resource, attribute]) => ({ resource, attribute })) } : {}) },
  });
  const cases: Case[] = [
    ['none', [], []],
    ['changed', [], [`fail ${g}`], plan([changed])],
    ['deleted', [], [`fail ${g}`], plan([entry(g, { name: 'g' }, null)])],
    ['changed, and it matters', [], [`fail ${g}`], plan([changed], [[g, ['description']]])],
    ['changed, and another attribute matters', [], [], plan([changed], [[g, ['name']]])],
    ['changed, and another resource matters', [], [], plan([changed], [['aws_security_group.h', ['description']]])],
    ['deleted, and it matters', [], [`fail ${g}`], plan([entry(g, { name: 'g' }, null)], [[g, ['name']]])],
    ['deleted, and another matters', [], [], plan([entry(g, { name: 'g' }, null)], [['aws_vpc.v', ['id']]])],
    ['deep inside', [], [`fail ${g}`], plan([entry(g, { tags: { a: '1', b: '2' } }, { tags: { a: '9', b: '2' } })], [[g, ['tags', 'a']]])],
    ['deep inside, beside it', [], [], plan([entry(g, { tags: { a: '1', b: '2' } }, { tags: { a: '1', b: '9' } })], [[g, ['tags', 'a']]])],
    ['above it', [], [`fail ${g}`], plan([entry(g, { tags: { a: '1' } }, { tags: { a: '9' } })], [[g, ['tags']]])],
    ['in a list', [], [`fail ${g}`], plan([entry(g, { ingress: [{ from_port: 1 }] }, { ingress: [{ from_port: 2 }] })], [[g, ['ingress', 0, 'from_port']]])],
    ['each instance', [], [`fail module.m["a"].${g}[0]`], plan([entry(`module.m["a"].${g}[0]`, { a: '1' }, { a: '2' })])],
    [
      'one instance of two',
      [],
      [`fail ${g}["a"]`],
      plan([entry(`${g}["a"]`, { a: '1' }, { a: '2' }), entry(`${g}["b"]`, { a: '1' }, { a: '2' })], [[`${g}["a"]`, ['a']]]),
    ],
    ['read data', [], [], plan([entry(g, { a: '1' }, { a: '2' }, { mode: 'data' })])],
  ];
  judgeCases('iac-drift', cases);
  it('warns, was not brought, and shows no value', () => {
    const findings = judgeOne('iac-drift', plan([entry('aws_db_instance.d', { password: 'old-one' }, { password: 'new-one' })]));
    expect(findings).toMatchObject([{ severity: 'warn', introduced: false, address: 'aws_db_instance.d' }]);
    expect(JSON.stringify(findings)).not.toMatch(/old-one|new-one/);
  });
});

describe('helm-platform', () => {
  const eks: ResourceSpec = { address: 'aws_eks_cluster.c', after: { name: 'mz' } };
  const manifest = (labels: Json): Manifest => ({
    file: 'a.yaml',
    document: 1,
    kind: 'Deployment',
    namespace: 'mz',
    name: 'a',
    value: { metadata: { labels } },
  });
  const cases: Case[] = [
    ['a cluster alone', [eks], ['fail plan']],
    ['a cluster with a release', [eks, { address: 'helm_release.platform' }], []],
    ['a release in a module', [eks, { address: 'module.mz.helm_release.platform["x"]' }], []],
    ['a cluster with manifests by Helm', [eks], [], { facts: { manifests: [manifest({ 'app.kubernetes.io/managed-by': 'Helm' })] } }],
    ['a cluster with other manifests', [eks], ['fail plan'], { facts: { manifests: [manifest({ 'app.kubernetes.io/managed-by': 'kustomize' })] } }],
    ['no cluster', [{ address: 'aws_vpc.v' }], []],
    ['a cluster that goes', [{ address: 'aws_eks_cluster.c', actions: ['delete'], before: {} }], []],
    ['two clusters, one finding', [eks, { ...eks, address: 'aws_eks_cluster.d' }], ['fail plan']],
  ];
  judgeCases('helm-platform', cases);
  it('informs', () => {
    expect(judgeOne('helm-platform', { resources: [eks] })).toMatchObject([{ severity: 'info', introduced: true }]);
    expect(brought('helm-platform', { ...eks, actions: ['no-op'] })).toEqual(['false plan']);
  });
});

describe('workspace-env', () => {
  const environments = ['development', 'qa', 'production'];
  const cases: Case[] = [
    ['one of them', [], [], { facts: { environments, workspace: 'qa' } }],
    ['none of them', [], ['fail plan'], { facts: { environments, workspace: 'defualt' } }],
    ['case counts', [], ['fail plan'], { facts: { environments, workspace: 'QA' } }],
    ['by variable', [], ['fail plan'], { facts: { environments }, top: { variables: { workspace: { value: 'test' } } } }],
    ['by variable, one of them', [], [], { facts: { environments }, top: { variables: { workspace: { value: 'qa' } } } }],
    ['nothing known', [], [], { facts: { environments } }],
    ['no environments', [], [], { facts: { workspace: 'test' } }],
  ];
  judgeCases('workspace-env', cases);
  it('warns', () => expect(judgeOne('workspace-env', {}, {}, { environments, workspace: 'x' })).toMatchObject([{ severity: 'warn', address: 'plan' }]));
});
