/** Terraform's record of who holds a state lock. */

/** As Terraform writes it; `Created` in the form of the backend or of the message. */
export interface LockRecord {
  readonly ID: string;
  readonly Operation: string;
  readonly Who: string;
  readonly Version: string;
  readonly Created: string;
  readonly Path: string;
  readonly Info: string;
}

const names = ['ID', 'Operation', 'Who', 'Version', 'Created', 'Path', 'Info'] as const;

/**
 * Finds the record in the text of a diagnostic. Only what follows `Lock Info:` counts: an AWS error before it has a
 * `RequestID:` of its own.
 */
export function parseLockRecord(detail: string): LockRecord | undefined {
  const start = detail.indexOf('Lock Info:');
  if (start < 0) return undefined;
  const found: Record<string, string> = {};
  for (const line of detail.slice(start).split('\n').slice(1)) {
    const match = /^ {2}([A-Za-z]+): ?(.*)$/.exec(line);
    if (!match) break;
    found[match[1] ?? ''] = (match[2] ?? '').trim();
  }
  if (!found['ID']) return undefined;
  return Object.fromEntries(names.map((name) => [name, found[name] ?? ''])) as unknown as LockRecord;
}
