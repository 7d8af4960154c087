/** check-conventions on the shipped file: rendered manifests, beside a plan and without one. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, planJson } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

type Files = Record<string, string | Buffer>;

async function check(files: Files, inputs: Record<string, string> = {}): Promise<StepResult & { folder: string }> {
  const folder = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const step = await runStep(kit, { action: 'check-conventions', workspace: folder, inputs: { manifests: '**/*.yaml', only: 'pod-secret-refs', ...inputs } });
  return { ...step, folder };
}

const deployment = (name: string, value = 'hunter2', indent = '') =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    `metadata: { name: ${name}, namespace: bank }`,
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    '        - name: app',
    '          env:',
    `            - { name: DB_PASSWORD, value: ${value} }`,
    '',
  ]
    .map((line) => (line === '' ? line : indent + line))
    .join('\n');
const good = deployment('good', '""');
const badPlan = JSON.stringify(
  planJson({ resources: [{ address: 'aws_db_instance.bad', after: { storage_encrypted: false }, expressions: { storage_encrypted: constant(false) } }] }),
);
const addresses = (step: StepResult) => step.report?.result.findings.map(({ address }: { address: string }) => address);

describe('a run with manifests alone', () => {
  it('blocks, and says where', async () => {
    const step = await check({ 'rendered/api.yaml': `# Source: chart/api.yaml\n---\n${good}---\n# nothing\n---\n${deployment('api')}` });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'blocked', 'failure-reason': 'violations' });
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ fail: 1, unknown: 0, rules: 1, resources: 2 });
    expect(step.report?.result.findings).toEqual([
      {
        rule: 'pod-secret-refs',
        severity: 'error',
        address: 'Deployment/bank/api',
        verdict: 'fail',
        introduced: true,
        message: 'DB_PASSWORD is a literal',
        evidence: [expect.stringMatching(/^rendered\/api\.yaml, document \d: containers app: env DB_PASSWORD$/)],
        plan: 'rendered/api.yaml',
      },
    ]);
    expect(step.report?.subject).toMatchObject({ plans: [], manifests: ['**/*.yaml'] });
    expect(JSON.stringify(step)).not.toContain('hunter2');
    expect(step.summary).toContain('```yaml\nenv:');
  });

  it('passes what is right, also over all rules of strict', async () => {
    const step = await check({ 'a.yaml': good }, { only: '', profile: 'strict' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'pass' });
    expect(addresses(step)).toEqual(['Deployment/bank/good']);
  });

  it('says that there was nothing to judge', async () => {
    const step = await check({ 'a.yaml': '# Source: chart/empty.yaml\n---\n' });
    expect(step.exitCode).toBe(0);
    expect(step.summary).toContain('the manifests hold no objects, nothing was judged');
  });

  it('writes SARIF that names the file, and JUnit', async () => {
    const step = await check({ 'k8s/api.yaml': deployment('api') }, { 'sarif-file': 'out.sarif', 'junit-file': 'out.xml' });
    const sarif = JSON.parse(readFileSync(step.outputs['sarif-path'] ?? '', 'utf8'));
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('k8s/api.yaml');
    expect(readFileSync(step.outputs['junit-path'] ?? '', 'utf8')).toContain('Deployment/bank/api');
  });

  it('waives by address', async () => {
    const waiver = 'version: 1\nwaivers:\n  - { rule: pod-secret-refs, address: "Deployment/bank/*", owner: alice, reason: r, until: "2099-12-31" }\n';
    const step = await check({ 'a.yaml': deployment('api'), 'w.yml': waiver }, { 'waivers-file': 'w.yml' });
    expect(step.exitCode, step.stdout).toBe(0);
  });
});

describe('a run with both', () => {
  const only = 'pod-secret-refs\nrds-encrypted';

  it('judges both', async () => {
    const step = await check({ 'plan.json': badPlan, 'a.yaml': deployment('api') }, { 'plan-file': 'plan.json', only });
    expect(addresses(step)).toEqual(['Deployment/bank/api', 'aws_db_instance.bad']);
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ fail: 2, resources: 2 });
  });

  it('tells a manifest’s fault once beside two plans', async () => {
    const step = await check({ 'p.json': badPlan, 'q.json': badPlan, 'a.yaml': deployment('api') }, { 'plan-file': 'p.json\nq.json', only });
    const plans = step.report?.result.findings.map(({ address, plan }: { address: string; plan: string }) => `${plan} ${address}`);
    expect(plans).toEqual(['a.yaml Deployment/bank/api', 'p.json aws_db_instance.bad', 'q.json aws_db_instance.bad']);
  });
});

describe('forms of manifests', () => {
  const api = ['Deployment/bank/api'];
  const object = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [{ name: 'app', env: [{ name: 'TOKEN', value: 'x' }] }] },
  });
  const list = `apiVersion: v1\nkind: List\nitems:\n  - ${deployment('api', 'x', '    ').trimStart()}  - kind: List\n    items: []\n`;
  const cases: [what: string, content: string | Buffer, expected: string[]][] = [
    ['CRLF', deployment('api').replaceAll('\n', '\r\n'), api],
    ['a mark', `\ufeff${deployment('api')}`, api],
    ['UTF-16', Buffer.from(`\ufeff${deployment('api')}`, 'utf16le'), api],
    ['JSON', JSON.stringify(object('api')), ['Pod/api']],
    ['a list', list, api],
    ['a list of one kind', JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items: [{ ...object('api'), kind: undefined }] }), ['Pod/api']],
    ['an empty list', 'apiVersion: v1\nkind: List\nitems: null\n', []],
    ['anchors', deployment('api').replace('value: hunter2', 'value: &v hunter2').replace('metadata:', 'x: { y: &n 1, z: *n }\nmetadata:'), api],
    ['the end of a document', `${deployment('api')}...\n---\n${good}`, api],
    ['a document twice', `${deployment('api')}---\n${deployment('api')}`, api],
    ['a number for a name', deployment('123'), ['Deployment/bank/123']],
    ['no namespace', deployment('api').replace(', namespace: bank', ''), ['Deployment/api']],
    ['an object without a name', 'kind: Kustomization\nresources: [a]\n', []],
    ['a custom resource that ends in List', 'kind: AllowList\nmetadata: { name: x }\nspec: {}\n', []],
    ['a key of the prototype', 'kind: constructor\nmetadata: { name: x }\n__proto__: { a: 1 }\n', []],
  ];
  it.each(cases)('%s', async (_, content, expected) => {
    const step = await check({ 'a.yaml': content });
    expect(addresses(step), step.stdout).toEqual(expected);
  });

  it('reads the agent’s YAML inside a ConfigMap, and by itself', async () => {
    const agent = 'sender:\n  routes:\n    - actions:\n        - httpRequest: { destination: "http://a:8091/DA" }\n';
    const text = agent.replaceAll(/^/gm, '    ');
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: agent, namespace: dw }\ndata:\n  agent-config.yml: |\n${text}\n`;
    const step = await check({ 'map.yaml': map, 'own/agent.yaml': agent }, { only: 'egress-https' });
    expect(addresses(step)).toEqual(['AgentConfig/own/agent.yaml', 'ConfigMap/dw/agent']);
  });
});

describe('refusals', () => {
  const wrong: [what: string, content: string | Buffer, words: string[]][] = [
    ['broken YAML', `${good}---\nkind: [\n`, ['bad.yaml:13:1 syntax']],
    ['a bad indent', 'kind: Pod\n metadata: x\n', ['bad.yaml:1:7 syntax']],
    ['a plain value', 'Error: chart not found\n---\njust text\n', ['bad.yaml:3:1 no-object document 2 is a plain value; want a Kubernetes object']],
    ['a list at the top', '- a\n', ['bad.yaml:1:1 no-object document 1 is a list']],
    ['no kind', 'replicas: 3\n', ['bad.yaml:1:1 no-object document 1 has no kind']],
    ['a kind that is no text', 'kind: 3\n', ['bad.yaml:1:1 no-object']],
    ['an item that is no object', 'kind: List\nitems: [text]\n', ['bad.yaml:1:1 no-object document 1 is a plain value']],
    ['an alias of nothing', 'kind: *x\n', ['bad.yaml:1:', 'syntax']],
    ['no text', Buffer.from([0x6b, 0xff, 0xfe, 0x00]), ['bad.yaml:1:1 encoding']],
    ['deep nesting', `kind: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, ['bad.yaml:1:']],
    ['a laughing billion', `a: &a [x,x,x,x,x,x,x,x,x,x]\n${laughs()}kind: X\n`, ['bad.yaml:1:1 syntax Excessive alias count']],
    ['too much', `# ${'x'.repeat(17 * 1024 * 1024)}`, ['bad.yaml:1:1 too-large the file has 18 MiB; want at most 16 MiB']],
  ];
  it.each(wrong)('%s', async (_, content, words) => {
    const step = await check({ 'good.yaml': good, 'bad.yaml': content });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file', verdict: '' });
    for (const word of words) expect(step.stdout).toContain(word);
  });

  it('tells the mistakes of all files at once', async () => {
    const files = { 'a.yaml': '- a\n', 'b.yaml': 'kind: [\n', 'c.yml': 'version: 1\nrulez: {}\n' };
    const step = await check(files, { 'config-file': 'c.yml' });
    for (const word of ['a.yaml:1:1', 'b.yaml:', 'c.yml:2:1', 'did you mean']) expect(step.stdout).toContain(word);
  });

  it.each([
    ['a glob that matches nothing', { manifests: 'a.yaml\nnone/*.yaml' }, ['manifests: got "none/*.yaml"; want a glob that matches files']],
    ['a folder', { manifests: 'folder' }, ['is a folder']],
    ['comments only', { manifests: '# a' }, ['manifests: got no element; want at least one glob']],
    ['neither plan nor manifests', { manifests: '' }, ['plan-file: got nothing']],
    ['findings over a manifest', { manifests: 'a.yaml', 'sarif-file': 'a.yaml' }, ['is what manifests names']],
  ])('%s', async (_, inputs: Record<string, string>, words) => {
    const step = await check({ 'a.yaml': good, 'folder/b.yaml': good }, inputs);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ 'failure-reason': 'invalid-input', verdict: '' });
    for (const word of words) expect(step.stdout).toContain(word);
  });

  it('takes a name with characters of globs as it is', async () => {
    const step = await check({ 'a[1].yaml': deployment('api') }, { manifests: 'a[1].yaml' });
    expect(addresses(step)).toEqual(['Deployment/bank/api']);
  });
});

/** Nine levels of ten aliases each. */
function laughs(): string {
  return [...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]\n`).join('');
}
