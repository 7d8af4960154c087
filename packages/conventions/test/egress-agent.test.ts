/** The SFT agent: the folder it shares with the service, where it sends, and what no plan shows. */
import { describe, expect, it } from 'vitest';
import { agentKind } from '../src/index.ts';
import { brought, judgeCases } from './judge-cases.ts';
import { judgeManifests, object, verdictsOf, workload } from './manifest-builder.ts';
import type { ResourceSpec } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('egress-sidecar: tasks', () => {
  const mounts = (name: string, volume?: string, path = '/data-egress', more: Json = {}) => ({
    name,
    image: 'x',
    ...(volume ? { mountPoints: [{ sourceVolume: volume, containerPath: path }] } : {}),
    ...more,
  });
  const task = (containers: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_ecs_task_definition.t',
    after: { container_definitions: JSON.stringify(containers) },
    ...more,
  });
  const service = mounts('data-egress', 'data');
  const fails = ['fail aws_ecs_task_definition.t'];
  judgeCases('egress-sidecar', [
    ['one volume', [task([service, mounts('sft-agent', 'data')])], []],
    ['a slash at the end', [task([service, mounts('sft-agent', 'data', '/data-egress/')])], []],
    ['an agent by its image', [task([service, mounts('agent', undefined, '', { image: 'repo/dataworks-sft-agent:1' })])], fails],
    ['two volumes', [task([service, mounts('sft-agent', 'other')])], fails],
    ['another path', [task([service, mounts('sft-agent', 'data', '/data')])], fails],
    ['a service that mounts nothing', [task([mounts('data-egress'), mounts('sft-agent', 'data')])], fails],
    ['the mounts of the other', [task([service, mounts('sft-agent', undefined, '', { volumesFrom: [{ sourceContainer: 'data-egress' }] })])], []],
    ['a third container', [task([mounts('proxy'), service, mounts('sft-agent', 'data')])], []],
    ['one container', [task([mounts('sft-agent')])], []],
    ['no agent', [task([service, mounts('proxy')])], []],
    ['sftp is another thing', [task([service, mounts('sftp')])], []],
    ['apply tells', [task([], { after: {}, unknown: { container_definitions: true } })], ['unknown aws_ecs_task_definition.t']],
    ['in a module', [task([service, mounts('sft')], { address: 'module.e[0].aws_ecs_task_definition.t' })], ['fail module.e[0].aws_ecs_task_definition.t']],
  ]);

  it('tells what was there before', () => {
    const bad = task([service, mounts('sft-agent')]);
    expect(brought('egress-sidecar', bad)).toEqual(['true aws_ecs_task_definition.t']);
    expect(brought('egress-sidecar', { ...bad, actions: ['delete', 'create'], before: bad.after ?? null })).toEqual(['false aws_ecs_task_definition.t']);
  });
});

describe('egress-sidecar: pods', () => {
  const container = (name: string, volume?: string, more: Json = {}) => ({
    name,
    ...(volume ? { volumeMounts: [{ name: volume, mountPath: '/data-egress', ...more }] } : {}),
  });
  const pod = (spec: Json) => workload('Deployment', 'dw/egress', spec);
  const fails = ['fail Deployment/dw/egress'];
  const service = container('data-egress', 'data');
  it.each<[string, Json, string[]]>([
    ['one volume', { containers: [service, container('sft-agent', 'data')] }, []],
    ['two volumes', { containers: [service, container('sft-agent', 'other')] }, fails],
    ['two folders of a volume', { containers: [service, container('sft-agent', 'data', { subPath: 'x' })] }, fails],
    ['no mount', { containers: [service, container('sft-agent')] }, fails],
    ['a native sidecar', { initContainers: [{ ...container('sft-agent', 'data'), restartPolicy: 'Always' }], containers: [service] }, []],
    ['a native sidecar without it', { initContainers: [{ ...container('sft-agent'), restartPolicy: 'Always' }], containers: [service] }, fails],
    ['an init container is over before', { initContainers: [container('sft-init')], containers: [service] }, []],
    ['no agent', { containers: [service, container('proxy')] }, []],
  ])('%s', (_, spec, expected) => {
    expect(verdictsOf('egress-sidecar', [pod(spec)])).toEqual(expected);
  });

  it('names the containers', () => {
    const [finding] = judgeManifests('egress-sidecar', [pod({ containers: [service, container('sft-agent')] })]);
    expect(finding?.evidence).toEqual([
      'rendered.yaml, document 1: container data-egress mounts data at /data-egress; container sft-agent mounts nothing at /data-egress',
    ]);
  });
});

describe('egress-https', () => {
  const rule = 'egress-https';
  const routes = (...destinations: string[]): Json => ({
    sender: { routes: destinations.map((destination) => ({ name: 'r', source: '/data-egress/r', actions: [{ httpRequest: { destination } }] })) },
  });
  const certificate = { client: { tls: { keyStorePath: '/opt/sft/keystore.jks' } } };
  const map = (embedded: Json, name = 'dw/agent') => object('ConfigMap', name, { data: {} }, { embedded });
  const fails = ['fail ConfigMap/dw/agent'];
  const unknown = ['unknown ConfigMap/dw/agent'];

  it.each([
    ['https://warehouse.example/DA', []],
    ['https://warehouse.example:8443/DA', []],
    ['HTTPS://warehouse.example', []],
    ['http://warehouse.example/DA', fails],
    ['ftp://warehouse.example/DA', fails],
    ['warehouse.example', fails],
    ['/data/out', fails],
    ['https://warehouse.example:8091/DA', fails],
    ['https://stub-nifi.example:8091/DA', []],
    ['https://nifi-STUB:8091/DA', []],
    ['http://stub-nifi:8091/DA', fails],
    ['https://user:hunter2@warehouse.example:8091/DA', fails],
    ['https://warehouse.example/DA?port=:8091', []],
    [`${'$'}{SFT_DESTINATION}`, unknown],
    [`https://${'$'}{SFT_HOST}:8091/DA`, unknown],
    [`https://${'$'}{SFT_HOST}/DA`, []],
    [`https://x:${'$'}{SFT_PORT}/DA`, unknown],
  ])('%s', (destination, expected) => {
    expect(verdictsOf(rule, [map({ 'agent.yml': { ...routes(destination), ...certificate } })])).toEqual(expected);
  });

  it.each<[what: string, embedded: Json, expected: string[]]>([
    ['no certificate', { 'agent.yml': routes('https://a') }, fails],
    ['a certificate in another key', { 'agent.yml': routes('https://a'), 'app.yml': certificate }, []],
    ['an empty certificate', { 'agent.yml': { ...routes('https://a'), client: { keyStorePath: '' } } }, fails],
    ['only whom to trust', { 'agent.yml': { ...routes('https://a'), tls: { trustStorePath: '/t', caCertificate: '/ca' } } }, fails],
    ['a certificate by another name', { 'agent.yml': { ...routes('https://a'), clientCertificate: { path: '/c.pem' } } }, []],
    ['one of two destinations', { 'agent.yml': { ...routes('https://a', 'http://b'), ...certificate } }, fails],
    [
      'another form of actions',
      { 'agent.yml': { sender: { routes: [{ actions: [{ name: 'httpRequest', properties: { destination: 'http://a' } }] }] }, ...certificate } },
      fails,
    ],
    ['files on disk', { 'agent.yml': { sender: { routes: [{ actions: [{ writeFile: { destination: '/out' } }] }] } } }, []],
    ['a list of destinations', { 'sft.yml': { destinations: ['http://a', { url: 'https://b' }], ...certificate } }, fails],
    ['a map that is no agent’s', { 'mesh.yml': { destination: 'http://a' } }, []],
  ])('%s', (_, embedded, expected) => {
    expect(verdictsOf(rule, [map(embedded)])).toEqual(expected);
  });

  it('reads flat data of a ConfigMap that says sft', () => {
    const flat = (data: Json) => object('ConfigMap', 'dw/sft-agent', { data });
    expect(verdictsOf(rule, [flat({ destination: 'http://a', keyStorePath: '/k' })])).toEqual(['fail ConfigMap/dw/sft-agent']);
    expect(verdictsOf(rule, [flat({ destination: 'https://a', keyStorePath: '/k' })])).toEqual([]);
    expect(verdictsOf(rule, [object('Secret', 'dw/sft-agent', { data: { destination: 'http://a' } })])).toEqual([]);
  });

  it('reads the agent’s own files, those of one folder together', () => {
    const file = (name: string, value: Json) => ({ file: name, document: 1, kind: agentKind, namespace: undefined, name, value });
    const [agent, app] = [file('sft/agent.yml', routes('https://a')), file('sft/app.yml', certificate)];
    expect(verdictsOf(rule, [agent, app])).toEqual([]);
    expect(verdictsOf(rule, [agent, { ...app, file: 'other/app.yml' }])).toEqual(['fail AgentConfig/sft/agent.yml']);
  });

  it('shows where it sends, without paths and passwords', () => {
    const [finding] = judgeManifests(rule, [map({ 'agent.yml': { ...routes('http://user:hunter2@a:8091/DA?token=x'), ...certificate } })]);
    expect(finding).toMatchObject({ introduced: true, severity: 'error' });
    expect(finding?.evidence).toEqual(['rendered.yaml, document 1: agent.yml: sender.routes[0].actions[0].httpRequest.destination = http://a:8091']);
  });
});

it('never finds anything about the keystore: no plan shows it', () => {
  expect(verdictsOf('sft-keystore', [object('Secret', 'dw/sft', { stringData: { 'key-password': 'a', 'keystore-password': 'b' } })])).toEqual([]);
});
