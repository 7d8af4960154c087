/** What the tests of deploy-helm share: a fake or a real cluster behind a fake EKS, a workspace with the chart, a deploy. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  checkEksToken,
  type FakeKubernetes,
  type KubernetesOptions,
  runStep,
  type StepOptions,
  type StepResult,
  startKubernetes,
  startStep,
  startTestkit,
  type Testkit,
} from '@slipway/testkit';
import { findHelm } from '../cluster/tools.ts';

export { findHelm };

/** Both Helms that are there. */
export const helms = ([3, 4] as const).flatMap((major) => {
  const path = findHelm(major);
  if (!path) console.warn(`SKIPPED: the deploy-helm tests with Helm ${major}; test/cluster/build.sh builds it into the cache`);
  return path ? [{ major, path }] : [];
});
export const anyHelm = findHelm();
if (!anyHelm) console.warn('SKIPPED: the deploy-helm tests need a helm in the cache or on PATH');

/** A place to deploy to. */
export interface Place {
  readonly kit: Testkit;
  readonly workspace: string;
  /** The fake behind it; absent for a real cluster. */
  readonly fake: FakeKubernetes;
  close(): Promise<void>;
}

/** A fake cluster `prod` that knows the kit's keys, and a workspace with the chart. */
export async function openFake(options: KubernetesOptions = {}): Promise<Place> {
  const kit = await startTestkit();
  const keyOf = (id: string) => {
    const found = kit.identities.find(id);
    return found && !found.expired ? { ...found.keys, arn: found.caller.arn } : undefined;
  };
  const authenticate = (token: string) => {
    const verdict = checkEksToken(token, 'prod', keyOf, Date.now());
    return verdict.ok ? { user: verdict.arn } : undefined;
  };
  const fake = await startKubernetes({ faults: kit.faults, authenticate, ...options });
  fake.store.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } });
  kit.eks.clusters.set('prod', { endpoint: fake.url, ca: fake.ca });
  const close = async () => {
    await fake.close();
    await kit.close();
  };
  return { kit, fake, workspace: workspaceOf(kit), close };
}

/** A checkout with the chart in `chart/`. */
export function workspaceOf(kit: Testkit): string {
  const folder = mkdtempSync(join(kit.folder, 'checkout-'));
  cpSync(resolve(import.meta.dirname, '../cluster/chart'), join(folder, 'chart'), { recursive: true });
  return folder;
}

export function writeFile(place: Pick<Place, 'workspace'>, name: string, content: string): void {
  mkdirSync(dirname(join(place.workspace, name)), { recursive: true });
  writeFileSync(join(place.workspace, name), content);
}

type More = Omit<StepOptions, 'action' | 'inputs'>;

export function deployInputs(inputs: Record<string, string>, helm = anyHelm): Record<string, string> {
  return {
    'cluster-name': 'prod',
    namespace: 'app',
    release: 'web',
    chart: 'chart',
    timeout: '30s',
    'rollback-timeout': '30s',
    'helm-path': helm ?? 'helm',
    ...inputs,
  };
}

export function deploy(place: Pick<Place, 'kit' | 'workspace'>, inputs: Record<string, string> = {}, more: More & { helm?: string } = {}): Promise<StepResult> {
  const { helm = anyHelm, ...options } = more;
  return runStep(place.kit, { action: 'deploy-helm', workspace: place.workspace, inputs: deployInputs(inputs, helm), ...options });
}

export function startDeploy(place: Pick<Place, 'kit' | 'workspace'>, inputs: Record<string, string> = {}, more: More = {}) {
  return startStep(place.kit, { action: 'deploy-helm', workspace: place.workspace, inputs: deployInputs(inputs), ...more });
}

export function diagnosisOf(step: StepResult): {
  reason: string;
  object: string;
  container: string;
  message: string;
  since: string;
  logs: string[];
  events: string[];
} {
  return JSON.parse(step.outputs['diagnosis'] || '{}');
}

interface ReleaseSecret {
  metadata: { labels?: Record<string, string> };
  data?: Record<string, string>;
}

/** `1 superseded, 2 deployed`: record and label of each revision, which have to agree. */
export function historyText(secrets: readonly ReleaseSecret[]): string {
  const rows = secrets.map(({ metadata, data }) => {
    const inner = Buffer.from(Buffer.from(data?.['release'] ?? '', 'base64').toString('utf8'), 'base64');
    const record = JSON.parse(gunzipSync(inner).toString('utf8')) as { version: number; info: { status: string } };
    const label = metadata.labels?.['status'];
    return { number: record.version, text: label === record.info.status ? label : `${record.info.status} (label ${label})` };
  });
  return rows
    .sort((a, b) => a.number - b.number)
    .map(({ number, text }) => `${number} ${text}`)
    .join(', ');
}

/** The history of a release in the fake. */
export function fakeHistory({ fake }: Place, release = 'web'): string {
  return historyText(fake.store.listKind('Secret', 'app').filter(({ metadata }) => metadata.labels?.['name'] === release) as ReleaseSecret[]);
}

export async function until(condition: () => boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('the condition did not come true');
    await new Promise((done) => setTimeout(done, 25));
  }
}
