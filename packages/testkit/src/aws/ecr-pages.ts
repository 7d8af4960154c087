/** Pages of ECR's lists: `maxResults` and `nextToken`, checked as ECR checks them. */
import { FakeError } from '../service.ts';

/** A page and, where there is more, the token of the next. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: { nextToken?: string };
}

/** Cuts a page. @param standard page size unless asked otherwise @param limit the largest page (ECR API) */
export function pageOf<T>(all: readonly T[], input: Readonly<Record<string, unknown>>, standard: number, limit: number): Page<T> {
  const size = Number(input['maxResults'] ?? standard);
  if (!Number.isInteger(size) || size < (standard === 0 ? 0 : 1) || size > limit) {
    throw new FakeError('InvalidParameterException', `Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must be between 1 and ${limit}'`);
  }
  const start = startOf(input['nextToken'], all.length);
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? { nextToken: Buffer.from(`from:${end}`).toString('base64') } : {} };
}

function startOf(token: unknown, length: number): number {
  if (token === undefined) return 0;
  const [, digits] = /^from:(\d+)$/.exec(Buffer.from(String(token), 'base64').toString('utf8')) ?? [];
  if (digits === undefined || Number(digits) > length) throw new FakeError('InvalidParameterException', "Invalid parameter at 'nextToken'");
  return Number(digits);
}
