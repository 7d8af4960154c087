/** Which names are names of secrets. */

/**
 * A word of a secret, not followed by what makes it the name of something else (`_arn`, `_url`); `token_ttl` is a time.
 * Matched against the last part of a path, written in lower case with `_` between words.
 */
export const secretPattern =
  '^(?!.*_(name|arn|id|path|url)$)(?!.*token_ttl)(.*_)?(password|passwords|passwd|pwd|secret|secrets|token|tokens|api_?key|private_?key|credentials?|auth)(_.*)?$';

/** `/app/db/masterPassword` → `master_password`: the last part, its words apart. */
export function lastWords(name: string): string {
  const last = name.split('/').findLast((part) => part !== '') ?? '';
  return last
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

/** Whether a name looks like a secret's. @param pattern a pattern of the conventions file is matched against the whole name */
export function looksSecret(name: string, pattern: string): boolean {
  if (pattern === secretPattern) return new RegExp(pattern).test(lastWords(name));
  return new RegExp(pattern).test(name);
}
