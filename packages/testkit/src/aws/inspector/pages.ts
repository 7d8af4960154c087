/** Pages of Inspector's lists: `maxResults` within its bounds, opaque tokens, and a page that may be shorter than asked. */
import { invalid } from './filters.ts';

/** How a list is cut. */
export interface PageRules {
  /** The largest `maxResults`. */
  readonly limit: number;
  /** The service's own page size, where it is smaller than what was asked for. */
  readonly most: number;
  /** Hands out the first page and its token for ever. */
  readonly repeat: boolean;
}

/** Cuts a page of a list. */
export function pageOf<T>(all: readonly T[], input: Readonly<Record<string, unknown>>, rules: PageRules): { items: T[]; nextToken?: string } {
  const asked = Number(input['maxResults'] ?? rules.limit);
  if (!Number.isInteger(asked) || asked < 1 || asked > rules.limit) {
    throw invalid(`Value '${asked}' at 'maxResults' failed to satisfy constraint: Member must be between 1 and ${rules.limit}`);
  }
  const start = rules.repeat ? 0 : startOf(input['nextToken'], all.length);
  const end = start + Math.min(asked, rules.most);
  const items = all.slice(start, end);
  const more = rules.repeat || end < all.length;
  return more ? { items, nextToken: Buffer.from(`from:${rules.repeat ? 1 : end}`).toString('base64') } : { items };
}

function startOf(token: unknown, length: number): number {
  if (token === undefined || token === null) return 0;
  const [, digits] = /^from:(\d+)$/.exec(Buffer.from(String(token), 'base64').toString('utf8')) ?? [];
  if (digits === undefined || Number(digits) > length) throw invalid('The nextToken is not valid');
  return Number(digits);
}
