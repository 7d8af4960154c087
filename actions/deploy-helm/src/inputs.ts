/** The inputs of deploy-helm: the only place where their names appear. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ActionContext, InputReader } from '@slipway/action-kit';
import { roleArnPattern } from '@slipway/sdk/sts';
import { chartFault } from './inputs/chart.ts';
import { readGivenValues } from './inputs/values.ts';

/** A mistake in a file that an input names. */
export interface FileFault {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What the flow needs. Paths are absolute. */
export interface Inputs {
  readonly cluster:
    | { readonly kind: 'eks'; readonly name: string; readonly region: string; readonly roleArn: string | undefined }
    | { readonly kind: 'kubeconfig'; readonly file: string };
  readonly namespace: string;
  readonly createNamespace: boolean;
  readonly release: string;
  readonly chart: string;
  /** Values in Helm's order, the last wins. */
  readonly values: readonly Record<string, unknown>[];
  /** Milliseconds, as are all times. */
  readonly rolloutTimeout: number;
  readonly rollbackTimeout: number;
  readonly failFast: boolean;
  readonly rollback: 'auto' | 'never';
  readonly diff: boolean;
  readonly logLines: number;
  readonly onStuckRelease: 'recover' | 'wait' | 'fail';
  readonly helmPath: string;
  readonly comment: 'auto' | 'always' | 'never';
  readonly githubToken: string | undefined;
  /** Files that are not as they should be; non-empty ends the step before any call. */
  readonly fileFaults: readonly FileFault[];
  /** What is wrong with the chart's folder. */
  readonly chartFault: string | undefined;
  /** The whole step: the wait, the rollback, and a minute for what is around them. */
  readonly timeout: number;
}

/** Inputs of bitovi/github-actions-deploy-eks-helm that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  'aws-access-key-id': 'no long-lived keys: a step with slipway/assume-role before this one',
  'aws-secret-access-key': 'no long-lived keys: a step with slipway/assume-role before this one',
  'cluster-role-arn': '`role-to-assume`',
  'config-files': '`values`, one file a line',
  'values-files': '`values`, one file a line',
  'set-values': '`set`, a YAML map',
  name: '`release`',
  'chart-path': '`chart`',
  'chart-repository': '`chart` with a path or oci://…',
  version: '`chart-version`',
  atomic: '`rollback: auto`, which keeps the evidence that --atomic deletes',
  wait: 'nothing: the rollout is always waited for',
  'use-secrets-vals': 'nothing: secrets come from the cluster, not from values',
  'helm-wait': 'nothing: the rollout is always waited for',
  'dry-run': '`diff`, which every deploy shows',
  plugins: 'nothing: no plugins are needed',
  kubeconfig: '`kubeconfig-file`',
  action: 'nothing: a deploy installs or upgrades; `helm uninstall` is a step of its own',
  'update-deps': 'a step with `helm dependency build` before this one, so that what is deployed is what stands in charts/',
  'helm-extra-args': 'the inputs of this action: flags could undo what it promises',
  'ca-file': '`chart` with a path: charts are fetched in a step before',
  'cert-file': '`chart` with a path: charts are fetched in a step before',
  'key-file': '`chart` with a path: charts are fetched in a step before',
  'insecure-skip-tls-verify': 'nothing: certificates are always verified',
  'pass-credentials': '`chart` with a path: charts are fetched in a step before',
  username: '`chart` with a path: charts are fetched in a step before',
  password: '`chart` with a path: charts are fetched in a step before',
  'helm-version': '`helm-path`, with Helm installed in a step before',
};

const margin = 60_000;
const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Helm: at most 53 characters, so that names made from it fit. */
const releaseName = /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { environment, github }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const at = (path: string) => resolve(github.workspace, path);
  const fileFaults: FileFault[] = [];
  const cluster = readCluster(reader, environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION'), at, fileFaults);
  const chart = readChart(reader, at);
  const rolloutTimeout = reader.duration('timeout', '10m', { min: '5s', max: '6h' });
  const rollbackTimeout = reader.duration('rollback-timeout', '5m', { min: '5s', max: '6h' });
  notYet(reader);
  const inputs: Inputs = {
    cluster,
    namespace: reader.text('namespace', { fallback: 'default', pattern: dnsLabel, want: 'the name of a namespace', example: 'payments' }),
    createNamespace: reader.boolean('create-namespace', false),
    release:
      reader.text('release', {
        required: !reader.given('releases'),
        pattern: releaseName,
        want: 'the name of a release: lower-case letters, digits, dashes',
        example: 'payments',
      }) ?? '',
    ...chart,
    values: readGivenValues(reader, at, fileFaults),
    rolloutTimeout,
    rollbackTimeout,
    failFast: reader.boolean('fail-fast', true),
    rollback: reader.choice('rollback', ['auto', 'never']),
    diff: reader.boolean('diff', true),
    logLines: reader.integer('log-lines', { fallback: 50, min: 0, max: 10_000 }),
    onStuckRelease: reader.choice('on-stuck-release', ['recover', 'wait', 'fail']),
    helmPath: readHelmPath(reader, at),
    comment: reader.choice('comment', ['auto', 'always', 'never']),
    githubToken: reader.secret('github-token'),
    fileFaults,
    timeout: rolloutTimeout + rollbackTimeout + margin,
  };
  reader.tellBeside(fileFaults);
  return inputs;
}

function readCluster(reader: InputReader, fallbackRegion: string | undefined, at: (path: string) => string, faults: FileFault[]): Inputs['cluster'] {
  const name = reader.text('cluster-name', { pattern: /^[0-9A-Za-z][\w-]{0,99}$/, want: 'the name of an EKS cluster', example: 'prod' });
  const file = reader.text('kubeconfig-file');
  const region = reader.text('aws-region', { pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, want: 'a region', example: 'eu-central-1' }) ?? fallbackRegion;
  const roleArn = reader.text('role-to-assume', { pattern: roleArnPattern, want: 'the ARN of a role', example: 'arn:aws:iam::111122223333:role/deploy' });
  if (roleArn !== undefined && file !== undefined)
    reader.fault('role-to-assume', 'no value beside kubeconfig-file, which has its own credentials', 'cluster-name: prod');
  if (name !== undefined && file !== undefined) reader.fault('cluster-name', 'either cluster-name or kubeconfig-file, not both', 'cluster-name: prod');
  if (name === undefined && file === undefined) reader.fault('cluster-name', 'the name of an EKS cluster, or kubeconfig-file', 'prod');
  if (file !== undefined) {
    if (!isFile(at(file)))
      faults.push({
        text: `kubeconfig-file: got ${JSON.stringify(file)}; want a file in the workspace; ${existsSync(at(file)) ? 'this is no file' : 'it is not there'}; e.g. .kube/config`,
      });
    return { kind: 'kubeconfig', file: at(file) };
  }
  if (name !== undefined && region === undefined) reader.fault('aws-region', 'the region of the cluster (AWS_REGION is not set)', 'eu-central-1');
  return { kind: 'eks', name: name ?? '', region: region ?? '', roleArn };
}

function readChart(reader: InputReader, at: (path: string) => string): Pick<Inputs, 'chart' | 'chartFault'> {
  const chart = reader.text('chart', { required: !reader.given('releases'), example: './chart' }) ?? '';
  const version = reader.text('chart-version');
  if (/^[a-z]+:\/\//.test(chart)) {
    reader.fault('chart', 'the path of a chart: charts from registries are not available yet', './chart');
    return { chart, chartFault: undefined };
  }
  return { chart: at(chart), chartFault: chart === '' ? undefined : chartFault(at(chart), chart, version) };
}

function readHelmPath(reader: InputReader, at: (path: string) => string): string {
  const path = reader.text('helm-path');
  if (path === undefined) return 'helm';
  return path.includes('/') ? at(path) : path;
}

function notYet(reader: InputReader): void {
  reader.notYet({
    'require-evidence': 'false',
    'evidence-max-age': '24h',
    'evidence-key': undefined,
    'pin-images': undefined,
    'image-values': undefined,
    'github-deployment': undefined,
    'registry-endpoint': undefined,
    releases: undefined,
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
