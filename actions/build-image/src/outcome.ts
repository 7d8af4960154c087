/** What a step has come to, and how it fails without forgetting that. */
import { Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { RegistryError } from '@slipway/sdk/registry';
import type { Child } from './layout/image.ts';
import { reasons } from './reasons.ts';

/** The image and what became of it. */
export interface Outcome {
  readonly outcome: 'pushed' | 'built' | 'unchanged';
  /** Of the index, or of the one image. */
  readonly digest: string;
  /** `registry/repository`; just the repository where no registry was asked. */
  readonly name: string;
  readonly children: readonly Child[];
  /** Bare, sorted: those of the asked ones that are on the digest. */
  readonly tags: readonly string[];
  readonly candidateTag: string;
  readonly archivePath: string;
  readonly sizeBytes: number;
  /** Which program built it; empty for a layout or archive. */
  readonly builder: string;
  /** How many blobs were there already, were mounted, were uploaded. */
  readonly blobs: { readonly present: number; readonly mounted: number; readonly uploaded: number };
}

/** A failure that knows how far the step had come. */
export class BuildFailure extends Failure {
  readonly partial: Partial<Outcome>;
  constructor(failure: Failure, partial: Partial<Outcome>) {
    const { what, reason, why, remedy, faults, cause } = failure;
    super({ what, reason, why, faults, cause, ...(remedy === undefined ? {} : { remedy }) });
    this.partial = partial;
  }
}

/** What AWS and the registry throw besides what is a reason of its own: their words and hint are worth more than ours. */
const otherCodes: Readonly<Record<string, string>> = { 'invalid-request': 'invalid-input' };

/** Any thrown value as the step's failure, with what was done so far. */
export function failWith(error: unknown, what: string, partial: Partial<Outcome>): BuildFailure {
  const failure = toFailure(error, what, reasons);
  if (failure.reason !== 'internal' || !(error instanceof AwsError || error instanceof RegistryError)) return new BuildFailure(failure, partial);
  const reason = otherCodes[error.code] ?? 'internal';
  return new BuildFailure(new Failure({ what, reason, why: [error.message], remedy: error.hint, cause: error }), partial);
}
