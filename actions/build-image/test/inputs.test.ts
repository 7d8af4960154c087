import { environmentOf, githubRun, InputReader } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../src/inputs.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const variables = {
  AWS_REGION: 'eu-central-1',
  GITHUB_SHA: sha,
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_WORKSPACE: '/workspace',
  NPM_TOKEN: 'hush-hush-hush',
};

function read(values: Record<string, string>, environmentVariables: Record<string, string> = variables) {
  const environment = environmentOf(environmentVariables);
  const masked: string[] = [];
  const reader = new InputReader(new Map(Object.entries(values)), (secret) => masked.push(secret));
  const inputs = readInputs(reader, { environment, github: githubRun(environment) });
  return { inputs, faults: reader.faults.map(({ text }) => text) };
}
const base = { repository: 'bank/api' };
const host = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';

describe('the target', () => {
  it.each<[Record<string, string>, object]>([
    [base, { host: undefined, registryId: undefined, region: 'eu-central-1', repository: 'bank/api' }],
    [
      { service: 'payments', environment: 'sandbox-apps' },
      { host: undefined, repository: 'sandbox-apps/payments' },
    ],
    [{ repository: `${host}/bank/api` }, { host, registryId: '111122223333', region: 'eu-west-1', repository: 'bank/api' }],
    [
      { ...base, registry: host, 'aws-region': 'eu-central-1' },
      { host, region: 'eu-west-1' },
    ],
    [
      { ...base, registry: '127.0.0.1:5000' },
      { host: '127.0.0.1:5000', registryId: undefined, region: 'eu-central-1' },
    ],
    [{ ...base, registry: '[::1]:5000' }, { host: '[::1]:5000' }],
    [{ repository: 'localhost:5000/api' }, { host: 'localhost:5000', repository: 'api' }],
    [{ ...base, 'aws-region': 'cn-north-1' }, { region: 'cn-north-1' }],
  ])('%j', (values, target) => {
    const { inputs, faults } = read(values);
    expect(faults).toEqual([]);
    expect(inputs.target).toMatchObject(target);
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'repository: got nothing'],
    [{ ...base, environment: 'dev' }, 'either repository, or service and environment'],
    [{ service: 'a' }, 'environment: got nothing'],
    [{ environment: 'a' }, 'service: got nothing'],
    [{ service: 'Payments', environment: 'dev' }, 'service: got "Payments"'],
    [{ service: 'payments', environment: 'dev_1' }, 'environment: got "dev_1"'],
    [{ repository: 'bank/api:v1' }, 'e.g. bank/api'],
    [{ repository: `bank/api@sha256:${'0'.repeat(64)}` }, 'e.g. bank/api'],
    [{ repository: 'bank//api' }, 'a repository name'],
    [{ repository: 'x'.repeat(257) }, 'a repository name'],
    [{ repository: `${host}/api`, registry: '127.0.0.1:5000' }, `the registry that repository names (${host})`],
    [{ ...base, registry: '127.0.0.1' }, 'registry: got "127.0.0.1"'],
    [{ ...base, registry: 'ghcr.io' }, 'registry: got "ghcr.io"'],
    [{ ...base, registry: 'public.ecr.aws' }, 'a private registry'],
    [{ ...base, 'aws-region': 'eu-centrl-1' }, 'e.g. eu-central-1'],
  ])('%j is wrong', (values, text) => {
    expect(read(values).faults.join('\n')).toContain(text);
  });

  it('needs a region from somewhere', () => {
    expect(read(base, {}).faults.join()).toContain('aws-region: got nothing');
    expect(read({ repository: `${host}/api`, tags: 'v1' }, {}).faults).toEqual([]);
  });
});

describe('tags', () => {
  it('are the commit unless given, each once, sorted', () => {
    expect(read(base).inputs.tags).toEqual([`sha-${sha}`]);
    expect(read({ ...base, tags: 'z\na  # first\n\nz' }).inputs.tags).toEqual(['a', 'z']);
  });

  it('give way to the candidate, and are still checked', () => {
    expect(read({ ...base, 'candidate-only': 'true', tags: 'v1' }).inputs.tags).toEqual([`candidate-${sha}`]);
    expect(read({ ...base, 'candidate-only': 'true', tags: '.bad' }).faults).toHaveLength(1);
    expect(read({ ...base, 'candidate-only': 'true', tags: 'v1' }, { AWS_REGION: 'eu-central-1' }).faults.join()).toContain('GITHUB_SHA');
  });
});

describe('the source', () => {
  it('is a context in the workspace, with its Dockerfile', () => {
    const { inputs, faults } = read({ ...base, source: 'service', platforms: 'linux/arm64,linux/amd64,linux/arm64', 'build-args': 'A: 1\nB: true\nC:' });
    expect(faults).toEqual([]);
    expect(inputs.source).toMatchObject({
      kind: 'context',
      context: '/workspace/service',
      file: '/workspace/service/Dockerfile',
      platforms: ['linux/amd64', 'linux/arm64'],
      buildArgs: { A: '1', B: 'true', C: '' },
      reproducible: true,
      provenance: 'max',
    });
  });

  it('or an image that is there, relative to the workspace', () => {
    expect(read({ ...base, source: 'oci:out/image.tar' }).inputs.source).toEqual({ kind: 'oci', path: '/workspace/out/image.tar' });
    expect(read({ ...base, source: 'oci:/tmp/image' }).inputs.source).toEqual({ kind: 'oci', path: '/tmp/image' });
  });

  it.each(['file', 'target', 'platforms', 'build-args', 'build-secrets', 'build-contexts', 'labels', 'annotations'])(
    '%s would change an image that is there',
    (name) => {
      const { faults } = read({ ...base, source: 'oci:image', [name]: 'hush-hush' });
      expect(faults.join()).toContain(`${name}: got a value; want no value with source: oci:`);
      expect(faults.join()).not.toContain('hush-hush');
    },
  );

  it.each<[Record<string, string>, string]>([
    [{ platforms: 'linux' }, 'os/architecture[/variant]'],
    [{ 'build-args': '"A B": 1' }, 'names of letters, digits and _'],
    [{ 'build-args': '- a' }, 'a YAML or JSON map'],
    [{ target: 'a b' }, 'the name of a stage'],
    [{ source: 'docker-daemon:x' }, 'a folder of the workspace, or oci:'],
    [{ cache: 'type=gha' }, 'ecr or none'],
    [{ provenance: 'all' }, 'one of max, min, false'],
    [{ 'kms-key': 'alias/x' }, 'create-repository: true'],
    [{ 'build-contexts': 'a: ssh://x' }, 'a folder of the workspace, docker-image'],
  ])('%j is wrong', (values, text) => {
    expect(read({ ...base, ...values }).faults.join('\n')).toContain(text);
  });
});

describe('build-secrets', () => {
  const secretsOf = (text: string) => {
    const { inputs, faults } = read({ ...base, 'build-secrets': text });
    return { faults: faults.join('\n'), secrets: inputs.source.kind === 'context' ? inputs.source.secrets : [] };
  };

  it('come as value, file and variable', () => {
    expect(secretsOf('a: plain\nb: { file: token }\nc: { env: NPM_TOKEN }\nd: 0070\ne: 12345678901234567890\nf: true')).toEqual({
      faults: '',
      secrets: [
        { name: 'a', value: 'plain' },
        { name: 'b', file: '/workspace/token' },
        { name: 'c', value: 'hush-hush-hush' },
        { name: 'd', value: '0070' },
        { name: 'e', value: '12345678901234567890' },
        { name: 'f', value: 'true' },
      ],
    });
  });

  it.each([
    'a: [hush]',
    'a: { file: hush, env: hush }',
    'a: { path: hush }',
    'a: *hush',
    'a: !hush x',
    'a: @hush',
    '"a/../b": hush',
    'a:',
    'a: { env: hush_hush }',
  ])('%s is wrong, and not shown', (text) => {
    const { faults } = secretsOf(text);
    expect(faults).toContain('build-secrets: got');
    if (!text.includes('env: hush_hush')) expect(faults).not.toContain('hush');
  });
});
