/**
 * Inspector's coverage of one platform image, sorted: may it be judged, is it worth waiting, or will Inspector never judge
 * these bytes. The list of reasons is open (36 in the model of 2026); what is not known here fails closed.
 */

/** A row of ListCoverage, as far as it matters. */
export interface CoverageRow {
  /** `ACTIVE` or `INACTIVE`. */
  readonly statusCode: string;
  readonly reason: string;
  /** Milliseconds since the epoch; absent before the first scan. */
  readonly lastScannedAt?: number;
}

/** Why Inspector will not judge an image: words of the action's failure reasons. */
export type UnscannableReason =
  | 'scan-off'
  | 'unsupported'
  | 'eligibility-expired'
  | 'archived'
  | 'inspector-denied'
  | 'terminated'
  | 'excluded'
  | 'unknown-status';

/** How an image stands. */
export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'ready'; readonly lastScannedAt: number }
  | { readonly kind: 'unscannable'; readonly reason: UnscannableReason };

/** Reasons that end the wait at once. Source: Inspector2 API, `ScanStatusReason`. */
const final = new Map<string, UnscannableReason>(
  Object.entries({
    SCAN_FREQUENCY_MANUAL: 'scan-off',
    UNSUPPORTED_OS: 'unsupported',
    UNSUPPORTED_MEDIA_TYPE: 'unsupported',
    IMAGE_SIZE_EXCEEDED: 'unsupported',
    NO_RESOURCES_FOUND: 'unsupported',
    UNSUPPORTED_CONFIG_FILE: 'unsupported',
    SCAN_ELIGIBILITY_EXPIRED: 'eligibility-expired',
    IMAGE_ARCHIVED: 'archived',
    ACCESS_DENIED: 'inspector-denied',
    ACCESS_DENIED_TO_ENCRYPTION_KEY: 'inspector-denied',
    RESOURCE_TERMINATED: 'terminated',
    PENDING_DISABLE: 'terminated',
    EXCLUDED_BY_TAG: 'excluded',
  } as const),
);

const underWay = new Map<string, string>(
  Object.entries({
    PENDING_INITIAL_SCAN: 'the first scan is pending',
    SCAN_IN_PROGRESS: 'the scan is in progress',
    PENDING_REVIVAL_SCAN: 'the scan of the re-activated image is pending',
    INTERNAL_ERROR: 'Inspector reports an internal error that resolves by itself',
  }),
);

/** Sorts one row. @param pushedAt when these bytes were pushed: an older scan is not of them */
export function standingOf(row: CoverageRow | undefined, pushedAt: number): Standing {
  if (!row) return { kind: 'absent' };
  const reason = final.get(row.reason);
  if (reason) return { kind: 'unscannable', reason };
  const why = underWay.get(row.reason);
  if (why) return { kind: 'waiting', why };
  const scanned = (row.reason === 'SUCCESSFUL' && row.statusCode === 'ACTIVE') || row.reason === 'SCAN_FREQUENCY_SCAN_ON_PUSH';
  if (!scanned) return { kind: 'unscannable', reason: 'unknown-status' };
  if (row.lastScannedAt === undefined) return { kind: 'waiting', why: 'Inspector names no time of a scan' };
  if (row.lastScannedAt < pushedAt) return { kind: 'waiting', why: 'the last scan is older than the push' };
  return { kind: 'ready', lastScannedAt: row.lastScannedAt };
}

/** The worst of several rows of one image: Inspector may keep one per kind of scan. */
export function worstStanding(rows: readonly CoverageRow[], pushedAt: number): Standing {
  const standings = rows.map((row) => standingOf(row, pushedAt));
  const unscannable = standings.find((standing) => standing.kind === 'unscannable');
  const waiting = standings.find((standing) => standing.kind === 'waiting');
  const oldest = standings.filter((standing) => standing.kind === 'ready').sort((a, b) => a.lastScannedAt - b.lastScannedAt)[0];
  return unscannable ?? waiting ?? oldest ?? { kind: 'absent' };
}
