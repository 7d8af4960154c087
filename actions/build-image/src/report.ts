/** What the step says: outputs, report, summary. Pure. */
import { type ActionReport, code, type Failure, table } from '@slipway/action-kit';
import type { Inputs } from './inputs.ts';
import { BuildFailure, type Outcome } from './outcome.ts';

/** The report of an image that was pushed, built or found unchanged. */
export function report(result: Outcome, inputs: Inputs): ActionReport {
  return {
    outcome: result.outcome,
    subject: { image: imageOf(result), repository: inputs.target.repository, tags: inputs.tags },
    result: resultOf(result),
    outputs: outputsOf(result),
    summary: summaryOf(result),
  };
}

/** What a failed step says of the image as far as it had come. */
export function reportFailure(failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const partial = failure instanceof BuildFailure ? failure.partial : {};
  return {
    outcome: 'failed',
    subject: inputs ? { image: imageOf(partial), repository: inputs.target.repository, tags: inputs.tags } : {},
    outputs: outputsOf(partial),
    result: resultOf(partial),
  };
}

function imageOf({ name, digest }: Partial<Outcome>): string {
  return name && digest ? `${name}@${digest}` : '';
}

function outputsOf(result: Partial<Outcome>): ActionReport['outputs'] {
  return {
    digest: result.digest,
    image: imageOf(result),
    children: result.children ?? [],
    tags: result.tags ?? [],
    'candidate-tag': result.candidateTag,
    'archive-path': result.archivePath,
    'size-bytes': result.sizeBytes,
  };
}

function resultOf({ digest, children, tags, sizeBytes, builder, blobs, archivePath }: Partial<Outcome>): ActionReport['result'] {
  return { digest, children, tags, sizeBytes, builder, blobs, archivePath };
}

const titles = { pushed: 'Pushed', built: 'Built', unchanged: 'Unchanged' } as const;

function summaryOf(result: Outcome): string {
  const { present, mounted, uploaded } = result.blobs;
  const rows = [
    ['Digest', code(result.digest)],
    ...(result.tags.length > 0 ? [['Tags', result.tags.map((tag) => code(tag)).join(' ')]] : []),
    ...result.children.map(({ digest, platform }) => [platform, code(digest)]),
    ['Size', `${result.sizeBytes} bytes`],
    ...(result.outcome === 'pushed' ? [['Blobs', `${uploaded} uploaded, ${mounted} mounted, ${present} there already`]] : []),
    ...(result.builder ? [['Builder', code(result.builder)]] : []),
    ...(result.archivePath ? [['Archive', code(result.archivePath)]] : []),
  ];
  return [`### ${titles[result.outcome]}: ${code(result.name)}`, '', table(['', ''], rows)].join('\n');
}
