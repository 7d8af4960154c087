/** Every request that reached the kit, in order. */

/** One request. */
export interface LedgerEntry {
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Milliseconds since the epoch, by the kit's clock. */
  readonly at: number;
  readonly accessKeyId: string | undefined;
  readonly body: Buffer;
  /** The fault that was played, if any. */
  fault?: string;
  /** The code of a refusal, and why in words of the kit. */
  refused?: { code: string; reason: string };
  /** ARN of who signed, once the signature was verified; the subject of a web identity token. */
  caller?: string;
  /** The answer's status; absent where the connection was broken or left hanging. */
  status?: number;
}

/** The requests and counts by operation. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  /** Requests of a service, or of one operation of it. */
  of(service: string, operation?: string): LedgerEntry[] {
    return this.entries.filter((entry) => entry.service === service && (operation === undefined || entry.operation === operation));
  }

  /** `{ "ecr:PutImage": 2 }`, sorted: the same form as `calls` in a report. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { service, operation } of this.entries) counts[`${service}:${operation}`] = (counts[`${service}:${operation}`] ?? 0) + 1;
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  clear(): void {
    this.entries.length = 0;
  }
}
