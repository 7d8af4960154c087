/** What the API server, Helm or the way to them says when it says no. */

/** Ours, closed: what a caller decides by. The words are failure reasons where one fits. */
export type KubernetesErrorCode =
  | 'cluster-unreachable'
  | 'unauthorized'
  | 'access-denied'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'throttled'
  | 'invalid-request'
  | 'service-error'
  | 'invalid-file'
  | 'tool-missing'
  | 'chart-invalid'
  | 'values-invalid'
  | 'quota'
  | 'admission-denied'
  | 'hook-failed'
  | 'release-pending'
  | 'timeout'
  | 'internal';

/** What a `KubernetesError` is made of. */
export interface KubernetesErrorParts {
  readonly code: KubernetesErrorCode;
  readonly message: string;
  readonly hint?: string;
  /** HTTP status, where the API server answered. */
  readonly status?: number;
  /** More facts, one a line. */
  readonly facts?: readonly string[];
  readonly cause?: unknown;
}

/** A refused or failed call. */
export class KubernetesError extends Error {
  readonly code: KubernetesErrorCode;
  readonly hint: string | undefined;
  readonly status: number | undefined;
  readonly facts: readonly string[];

  constructor(parts: KubernetesErrorParts) {
    super(parts.message, { cause: parts.cause });
    this.name = 'KubernetesError';
    this.code = parts.code;
    this.hint = parts.hint;
    this.status = parts.status;
    this.facts = parts.facts ?? [];
  }
}
