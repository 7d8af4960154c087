import { Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../src/inputs.ts';
import { failWith, type Outcome } from '../src/outcome.ts';
import { report, reportFailure } from '../src/report.ts';

const inputs = { target: { repository: 'bank/api' }, tags: ['v1'] } as unknown as Inputs;
const outcome: Outcome = {
  outcome: 'pushed',
  digest: 'sha256:1',
  name: 'host/bank/api',
  children: [{ digest: 'sha256:2', platform: 'linux/amd64' }],
  tags: ['v1'],
  candidateTag: '',
  archivePath: '',
  sizeBytes: 42,
  builder: 'buildah 1.28.2',
  blobs: { present: 1, mounted: 2, uploaded: 3 },
};

describe('report', () => {
  it('gives every output of the contract', () => {
    const { outputs, subject } = report(outcome, inputs);
    expect(Object.keys(outputs)).toEqual(['digest', 'image', 'children', 'tags', 'candidate-tag', 'archive-path', 'size-bytes']);
    expect(outputs['image']).toBe('host/bank/api@sha256:1');
    expect(subject).toEqual({ image: 'host/bank/api@sha256:1', repository: 'bank/api', tags: ['v1'] });
  });

  it('has the verdict first, and what came from outside as code', () => {
    const { summary = '' } = report({ ...outcome, tags: ['a`|b'] }, inputs);
    expect(summary.split('\n')[0]).toBe('### Pushed: `host/bank/api`');
    expect(summary).toContain('``` a`\\|b ```'.replaceAll('```', '``'));
    expect(summary).toContain('3 uploaded, 2 mounted, 1 there already');
  });

  it('says of an unchanged image nothing about blobs', () => {
    expect(report({ ...outcome, outcome: 'unchanged' }, inputs).summary).not.toContain('uploaded');
  });
});

describe('reportFailure', () => {
  it('keeps what is known of the image', () => {
    const failure = failWith(new Failure({ what: 'no', reason: 'push-denied' }), 'x', { digest: 'sha256:1', name: 'host/bank/api', tags: ['a'] });
    expect(reportFailure(failure, inputs)).toMatchObject({
      outcome: 'failed',
      outputs: { digest: 'sha256:1', image: 'host/bank/api@sha256:1', tags: ['a'] },
      subject: { repository: 'bank/api' },
    });
  });

  it('stands without inputs', () => {
    expect(reportFailure(new Failure({ what: 'no', reason: 'invalid-input' }), undefined)).toMatchObject({
      outcome: 'failed',
      subject: {},
      outputs: { image: '', tags: [] },
    });
  });
});
