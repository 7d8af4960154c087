import { describe, expect, it } from 'vitest';
import { rolloutFailure } from '../src/explain-rollout.ts';
import type { Inputs } from '../src/inputs.ts';
import { reasons, remedyFor } from '../src/reasons.ts';
import { report, reportFailure } from '../src/report.ts';
import type { DeployDiagnosis, DeployResult } from '../src/result.ts';

const inputs: Inputs = {
  cluster: { kind: 'eks', name: 'prod', region: 'eu-central-1', roleArn: undefined },
  namespace: 'app',
  createNamespace: false,
  release: 'web',
  chart: '/w/chart',
  values: [],
  rolloutTimeout: 1,
  rollbackTimeout: 1,
  failFast: true,
  rollback: 'auto',
  diff: true,
  logLines: 50,
  onStuckRelease: 'recover',
  helmPath: 'helm',
  comment: 'auto',
  githubToken: undefined,
  fileFaults: [],
  chartFault: undefined,
  timeout: 1,
};
const diagnosis: DeployDiagnosis = {
  reason: 'crash-loop',
  object: 'Pod/app/web-1',
  container: 'app',
  message: 'exited with 1',
  since: '2026-01-01T00:00:00.000Z',
  logs: ['one', '</details>~~~'],
  events: ['event'],
};
const result: DeployResult = { outcome: 'deployed', revision: 3, differences: [], diffPath: '/t/diff', images: ['a:1'], timeline: [], helmVersion: 'v4.2.4' };

describe('report', () => {
  it('of a deploy', () => {
    expect(report(result, inputs)).toMatchObject({
      outcome: 'deployed',
      subject: { cluster: 'prod', region: 'eu-central-1', namespace: 'app', release: 'web' },
      outputs: { revision: 3, 'rolled-back-to': undefined, 'diff-path': '/t/diff', images: ['a:1'] },
      comment: { mode: 'auto', key: 'app/web' },
    });
    expect(report(result, inputs)).not.toHaveProperty('failure');
  });

  it('of a rollback keeps the diagnosis in output, report and summary', () => {
    const failure = rolloutFailure(inputs, diagnosis, { begun: 2, good: 1, rollback: { rolledBackTo: 1, error: undefined } });
    const made = report({ ...result, outcome: 'rolled-back', rolledBackTo: 1, diagnosis, failure }, inputs);
    expect(made.failure?.message).toBe('release web in app revision 2 failed; rolled back to revision 1 (crash-loop)');
    expect(made.outputs).toMatchObject({ diagnosis, 'rolled-back-to': 1 });
    expect(made.result).toMatchObject({ diagnosis, rolledBackTo: 1 });
    expect(made.summary).toContain('### Failed and rolled back: `web`');
    expect(made.summary).toContain('exited with 1');
  });

  it('text from a log cannot end its block', () => {
    const { summary = '' } = report({ ...result, outcome: 'failed', diagnosis }, inputs);
    const block = summary.slice(summary.indexOf('Last log lines'));
    expect(block.split('\n').filter((line) => line.includes('~~~'))).toEqual(Array(4).fill('~~~'));
  });

  it('long lists are cut in the summary and say so', () => {
    const timeline = Array.from({ length: 150 }, (_, index) => ({ at: 't', object: 'o', event: `e${index}` }));
    const made = report({ ...result, timeline }, inputs);
    expect(made.summary).toContain('50 more in the report file');
    expect(made.result['timeline']).toHaveLength(150);
  });

  it('of a step that ended early has all outputs', () => {
    const failed = reportFailure(rolloutFailure(inputs, diagnosis, { begun: undefined, good: undefined, rollback: undefined }), undefined);
    expect(Object.keys(failed.outputs ?? {}).sort()).toEqual(['diagnosis', 'diff-path', 'images', 'revision', 'rolled-back-to']);
  });
});

describe('rolloutFailure', () => {
  it.each([
    ['nothing begun', { begun: undefined, good: 1, rollback: undefined }, inputs, 'release web in app failed; nothing was changed (crash-loop)'],
    [
      'a first install',
      { begun: 1, good: undefined, rollback: { rolledBackTo: undefined, error: undefined } },
      inputs,
      'revision 1 failed; the first install is uninstalled (crash-loop)',
    ],
    ['never', { begun: 2, good: 1, rollback: undefined }, { ...inputs, rollback: 'never' as const }, 'left as it is (rollback: never) (crash-loop)'],
    [
      'a rollback that failed',
      { begun: 2, good: 1, rollback: { rolledBackTo: undefined, error: 'no' } },
      inputs,
      'the rollback to revision 1 failed (rollback-failed)',
    ],
    [
      'an uninstall that failed',
      { begun: 1, good: undefined, rollback: { rolledBackTo: undefined, error: 'no' } },
      inputs,
      'it could not be uninstalled (rollback-failed)',
    ],
  ])('%s', (_, after, given, text) => {
    const failure = rolloutFailure(given, diagnosis, after);
    expect(failure.message).toContain(text);
    expect(failure.why[0]).toBe('Pod/app/web-1 container app: exited with 1');
  });

  it('keeps the first cause when the rollback fails, and what the rollback said', () => {
    const failure = rolloutFailure(inputs, diagnosis, { begun: 2, good: 1, rollback: { rolledBackTo: undefined, error: 'too slow' } });
    expect(failure.why).toEqual(['Pod/app/web-1 container app: exited with 1', 'rollback: too slow']);
  });

  it('codes that are no reasons are internal', () => {
    expect(rolloutFailure(inputs, { ...diagnosis, reason: 'conflict' }, { begun: 2, good: 1, rollback: undefined }).reason).toBe('internal');
  });

  it('fills names into its remedies', () => {
    const { remedy } = rolloutFailure(inputs, { ...diagnosis, reason: 'quota' }, { begun: 2, good: 1, rollback: undefined });
    expect(remedy).toContain('kubectl -n app describe resourcequota');
  });
});

it('every reason of a rollout has a remedy', () => {
  const early = [
    'tool-missing',
    'cluster-not-found',
    'cluster-unreachable',
    'unauthorized',
    'namespace-missing',
    'chart-invalid',
    'values-invalid',
    'image-mismatch',
    'image-not-scanned',
    'release-pending',
  ];
  expect(reasons.filter((reason) => remedyFor(reason) === undefined).sort()).toEqual(early.sort());
});
