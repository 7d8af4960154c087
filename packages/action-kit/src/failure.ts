/**
 * How a step says no: one shape for every failure that a person can see. The first line is `<what> (<reason>)`, then
 * why it happened in the words of whoever said so, then one thing to do.
 */

/** The failure reasons that every action has. An action adds its own closed list. */
export const sharedReasons = [
  'invalid-input',
  'invalid-file',
  'credentials-missing',
  'access-denied',
  'throttled',
  'unreachable',
  'timeout',
  'cancelled',
  'internal',
] as const;

/** One of `sharedReasons`. */
export type SharedReason = (typeof sharedReasons)[number];

/** One mistake of the user, in one line; `file` and `line` place an annotation where they are known. */
export interface Fault {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The failure reason that this fault alone would have; `invalid-input` unless given. */
  readonly reason?: string;
}

/** What a `Failure` is made of. */
export interface FailureParts {
  /** What failed, with the name of the thing: `image bank/api:1.2 is blocked`. No full stop. */
  readonly what: string;
  /** One word of the action's closed list. */
  readonly reason: string;
  /** Why: the service's code, message and request id, one fact a line. */
  readonly why?: readonly string[];
  /** What to do: one remedy, with the exact statement, command or YAML where there is one. */
  readonly remedy?: string;
  /** The single mistakes, where there is more than one; each becomes an annotation. */
  readonly faults?: readonly Fault[];
  /** What the service or library threw. */
  readonly cause?: unknown;
  /** Facts for the report of the failed step; never printed. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The only error that an action's flow lets out. */
export class Failure extends Error {
  readonly reason: string;
  readonly what: string;
  readonly why: readonly string[];
  readonly remedy: string | undefined;
  readonly faults: readonly Fault[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(parts: FailureParts) {
    super(`${parts.what} (${parts.reason})`, { cause: parts.cause });
    this.name = 'Failure';
    this.what = parts.what;
    this.reason = parts.reason;
    this.why = parts.why ?? [];
    this.remedy = parts.remedy;
    this.faults = parts.faults ?? [];
    this.details = parts.details ?? {};
  }

  /** The whole text as it goes to the log, line by line. */
  lines(): string[] {
    const faults = this.faults.map((fault) => `  ${fault.text}`);
    const remedy = this.remedy ? ['Do this:', ...this.remedy.split('\n').map((line) => `  ${line}`)] : [];
    return [this.message, ...faults, ...this.why.map((line) => `  ${line}`), ...remedy];
  }
}

/** What the typed packages throw: a code of a closed list, what to do, and facts. Matched by shape, not by class. */
interface CodedError extends Error {
  readonly code: string;
  readonly hint?: string;
  readonly facts?: readonly string[];
}

function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && typeof (error as Partial<CodedError>).code === 'string';
}

/** What the token service's refusals are called in an action that is no login. */
const standIns: Readonly<Record<string, SharedReason>> = { 'id-token-permission-missing': 'credentials-missing', 'oidc-refused': 'credentials-missing' };

function reasonFor(code: string, reasons: readonly string[]): string | undefined {
  if (reasons.includes(code) || (sharedReasons as readonly string[]).includes(code)) return code;
  return standIns[code];
}

/** A failure for any thrown value. Errors of our packages keep their code and hint; anything else is `internal`. */
export function toFailure(error: unknown, what: string, reasons: readonly string[] = sharedReasons): Failure {
  if (error instanceof Failure) return error;
  const reason = isCoded(error) ? reasonFor(error.code, reasons) : undefined;
  if (isCoded(error) && reason !== undefined) {
    const remedy = error.hint === undefined ? {} : { remedy: error.hint };
    return new Failure({ what, reason, why: [error.message, ...(error.facts ?? [])], ...remedy, cause: error });
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure({
    what,
    reason: 'internal',
    why: [message],
    remedy: 'This is a fault of the action. Run the job again with debug logging and report what it prints.',
    cause: error,
  });
}

/** The chain of causes, outermost first, one line each; at most ten, so that a cycle ends. */
export function causeChain(error: unknown): string[] {
  const lines: string[] = [];
  let current = error instanceof Error ? error.cause : undefined;
  while (current !== undefined && lines.length < 10) {
    lines.push(current instanceof Error ? `${current.name}: ${current.message}` : String(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return lines;
}
