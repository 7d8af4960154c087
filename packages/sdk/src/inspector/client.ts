/** The one Inspector2 client of a context, and the shapes that its operations share. */
import { Inspector2Client } from '@aws-sdk/client-inspector2';
import { clientCache } from '../config.ts';

/** Made on first use, shared by all operations. */
export const inspectorClient = clientCache((config) => new Inspector2Client(config));

/** The service's name in `calls` and in signatures. */
export const service = 'inspector2';

/** A filter takes at most ten values per list; values of a list are OR, lists are AND (Inspector2 API, FilterCriteria). */
export const filterValueLimit = 10;

/** `EQUALS` for each value. @throws RangeError when there are more than `filterValueLimit` */
export function equalsAny(values: readonly string[]): { comparison: 'EQUALS'; value: string }[] {
  if (values.length > filterValueLimit) throw new RangeError(`a filter takes at most ${filterValueLimit} values, not ${values.length}`);
  return values.map((value) => ({ comparison: 'EQUALS' as const, value }));
}

/** Splits values into lists that fit a filter. */
export function filterChunks<T>(values: readonly T[], size: number = filterValueLimit): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}
