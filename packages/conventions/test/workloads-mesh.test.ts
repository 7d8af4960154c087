/** The mesh: App Mesh in the plan, linkerd among the manifests; and where EFS is mounted. */
import { describe, expect, it } from 'vitest';
import { brought, judgeCases } from './judge-cases.ts';
import { judgeManifests, object, verdictsOf, workload, workloadKinds } from './manifest-builder.ts';
import type { ResourceSpec } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('mesh-mtls: App Mesh', () => {
  const node = (listener: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_appmesh_virtual_node.n',
    after: { spec: [{ listener }] },
    ...more,
  });
  const tls = (mode: unknown) => ({ tls: [{ mode }] });
  const fails = ['fail aws_appmesh_virtual_node.n'];
  judgeCases('mesh-mtls', [
    ['STRICT', [node([tls('STRICT')])], []],
    ['no listener', [node([])], []],
    ['PERMISSIVE', [node([tls('PERMISSIVE')])], fails],
    ['DISABLED', [node([tls('DISABLED')])], fails],
    ['no tls', [node([{ tls: [] }])], fails],
    ['one of two', [node([tls('STRICT'), {}])], fails],
    [
      'a mode that apply tells',
      [node([tls(null)], { unknown: { spec: [{ listener: [{ tls: [{ mode: true }] }] }] } })],
      ['unknown aws_appmesh_virtual_node.n'],
    ],
    ['listeners that apply tells', [node(null, { unknown: { spec: [{ listener: true }] } })], ['unknown aws_appmesh_virtual_node.n']],
    ['in a module', [{ ...node([{}]), address: 'module.m["a"].aws_appmesh_virtual_node.n' }], ['fail module.m["a"].aws_appmesh_virtual_node.n']],
  ]);

  it('tells what was there before', () => {
    expect(brought('mesh-mtls', node([{}]))).toEqual(['true aws_appmesh_virtual_node.n']);
    expect(brought('mesh-mtls', node([{}], { actions: ['no-op'] }))).toEqual(['false aws_appmesh_virtual_node.n']);
  });
});

describe('mesh-mtls: linkerd', () => {
  const rule = 'mesh-mtls';
  const inject = (value: unknown) => ({ 'linkerd.io/inject': value });
  const pod = { containers: [{ name: 'app' }] };
  const namespace = (annotations?: Json) => object('Namespace', 'bank', annotations ? { metadata: { annotations } } : {});

  it.each(workloadKinds)('%s', (kind) => {
    expect(verdictsOf(rule, [workload(kind, 'bank/api', pod, inject('enabled'))])).toEqual([]);
    expect(verdictsOf(rule, [workload(kind, 'bank/api', pod, inject('disabled'))])).toEqual([`fail ${kind}/bank/api`]);
    expect(verdictsOf(rule, [workload(kind, 'bank/api', pod)])).toEqual([`fail ${kind}/bank/api`]);
    expect(verdictsOf(rule, [namespace(inject('enabled')), workload(kind, 'bank/api', pod)])).toEqual([]);
  });

  const api = workload('Deployment', 'bank/api', pod);
  const off = workload('Deployment', 'bank/off', pod, inject('disabled'));
  const on = workload('Deployment', 'bank/on', pod, inject('enabled'));
  it.each([
    ['the workload says no, the namespace yes', [namespace(inject('enabled')), off], ['fail Deployment/bank/off']],
    ['the workload says yes, the namespace no', [namespace(inject('disabled')), on], []],
    ['the namespace is there and says no', [namespace(inject('disabled')), api], ['fail Namespace/bank']],
    ['the namespace is there and says nothing', [api, namespace()], ['fail Namespace/bank']],
    ['one finding for a namespace', [namespace(), api, workload('Job', 'bank/job', pod)], ['fail Namespace/bank']],
    ['the namespace of others', [object('Namespace', 'other', { metadata: { annotations: inject('enabled') } }), api], ['fail Deployment/bank/api']],
    ['a namespace without workloads', [namespace()], []],
    ['an ingress controller', [workload('Deployment', 'bank/in', pod, inject('ingress'))], []],
    [
      'the annotation of the Deployment itself does nothing',
      [object('Deployment', 'bank/api', { metadata: { annotations: inject('enabled') }, spec: { template: { spec: pod } } })],
      ['fail Deployment/bank/api'],
    ],
    ['no namespace is written: default', [object('Namespace', 'default', { metadata: { annotations: inject('enabled') } }), workload('Job', 'api', pod)], []],
  ])('%s', (_, manifests, expected) => {
    expect(verdictsOf(rule, manifests)).toEqual(expected);
  });

  it('names the workloads of a namespace, and informs only', () => {
    const [finding] = judgeManifests(rule, [namespace(), api]);
    expect(finding).toMatchObject({ severity: 'info', introduced: true });
    expect(finding?.evidence.join()).toContain('nor has Deployment api (rendered.yaml, document 1)');
  });
});

describe('pv-mount', () => {
  const rule = 'pv-mount';
  const pod = (volume: Json, path = '/opt/mz/persistent', more: Json = {}) => ({
    containers: [{ name: 'ecd', volumeMounts: [{ name: 'v', mountPath: path, ...more }] }],
    volumes: [{ name: 'v', ...volume }],
  });
  const claim = (claimName: string) => ({ persistentVolumeClaim: { claimName } });
  const fails = ['fail Deployment/mz/ecd'];
  const ecd = (spec: Json) => workload('Deployment', 'mz/ecd', spec);
  const pvc = (spec: Json, namespace = 'mz') => object('PersistentVolumeClaim', `${namespace}/data`, { spec });

  it.each<[what: string, volume: Json, efs: boolean, more?: ReturnType<typeof object>[]]>([
    ['a claim called efs', claim('mz-efs'), true],
    ['a claim', claim('data'), false],
    ['a claim of a class called efs', claim('data'), true, [pvc({ storageClassName: 'efs-sc' })]],
    ['a claim of another namespace', claim('data'), false, [pvc({ storageClassName: 'efs-sc' }, 'other')]],
    ['a claim of another class', claim('data'), false, [pvc({ storageClassName: 'gp3' })]],
    [
      'a claim of a class of the driver',
      claim('data'),
      true,
      [pvc({ storageClassName: 'shared' }), object('StorageClass', 'shared', { provisioner: 'efs.csi.aws.com' })],
    ],
    [
      'a claim of a volume of the driver',
      claim('data'),
      true,
      [pvc({ volumeName: 'disk' }), object('PersistentVolume', 'disk', { spec: { csi: { driver: 'efs.csi.aws.com' } } })],
    ],
    ['the driver', { csi: { driver: 'efs.csi.aws.com' } }, true],
    ['another driver', { csi: { driver: 'ebs.csi.aws.com' } }, false],
    ['NFS of EFS', { nfs: { server: 'fs-1.efs.eu-west-1.amazonaws.com', path: '/' } }, true],
    ['an ephemeral claim', { ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'efs' } } } }, true],
    ['an empty folder', { emptyDir: {} }, false],
    ['prefs', claim('user-prefs'), false],
  ])('%s', (_, volume, efs, more = []) => {
    expect(verdictsOf(rule, [...more, ecd(pod(volume, '/data'))])).toEqual(efs ? fails : []);
    expect(verdictsOf(rule, [...more, ecd(pod(volume))])).toEqual([]);
  });

  const efs = claim('mz-efs');
  it.each([
    ['a slash at the end', pod(efs, '/opt/mz/persistent/'), []],
    ['a folder below', pod(efs, '/opt/mz/persistent/x'), fails],
    ['a part of the volume', pod(efs, '/opt/mz/persistent', { subPath: 'ecd' }), []],
    ['nobody mounts it', { containers: [{ name: 'ecd' }], volumes: [{ name: 'v', ...efs }] }, fails],
    [
      'another volume at the path',
      { ...pod(efs, '/data'), initContainers: [{ name: 'i', volumeMounts: [{ name: 'w', mountPath: '/opt/mz/persistent' }] }] },
      fails,
    ],
    ['one of two containers', { ...pod(efs, '/data'), initContainers: [{ name: 'i', volumeMounts: [{ name: 'v', mountPath: '/opt/mz/persistent' }] }] }, []],
    ['a volume called efs', { containers: [], volumes: [{ name: 'efs', ...claim('x') }] }, fails],
  ])('%s', (_, spec, expected) => {
    expect(verdictsOf(rule, [ecd(spec)])).toEqual(expected);
  });

  it('knows the claims that a StatefulSet makes', () => {
    const set = (path: string) =>
      object('StatefulSet', 'mz/ecd', {
        spec: {
          template: { spec: { containers: [{ name: 'ecd', volumeMounts: [{ name: 'data', mountPath: path }] }] } },
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'efs-sc' } }],
        },
      });
    expect(verdictsOf(rule, [set('/opt/mz/persistent')])).toEqual([]);
    const [finding] = judgeManifests(rule, [set('/data')]);
    expect(finding).toMatchObject({
      severity: 'warn',
      address: 'StatefulSet/mz/ecd',
      evidence: ['rendered.yaml, document 1: volume data; container ecd mounts it at /data'],
    });
  });
});
