/** Reading all pages of a list. A service that hands out a token twice would be read for ever; that is an error instead. */

/** A page as every list of Inspector has it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/** The service handed out a `nextToken` that it had handed out before. */
export class PagingError extends Error {
  readonly code = 'internal';
  readonly hint: string;
  constructor(operation: string) {
    super(`inspector2:${operation} answered with a nextToken that it had given before; its pages never end`);
    this.name = 'PagingError';
    this.hint = 'Run the job again. If it happens again, open a case with AWS Support: a list whose pages repeat cannot be judged.';
  }
}

/** All items of all pages, in order. @throws PagingError */
export async function readPages<T>(operation: string, read: (nextToken: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await read(token);
    for (const item of page.items) items.push(item);
    token = page.nextToken || undefined;
    if (token !== undefined && seen.has(token)) throw new PagingError(operation);
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items;
}
