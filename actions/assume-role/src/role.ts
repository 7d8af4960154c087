/** Accounts and role names: what is wrong with them, and matching against allow-lists. Pure. */

/** What is wrong with an account id; `undefined` when nothing is. */
export function accountIdFault(id: string): string | undefined {
  if (/^\d{12}$/.test(id)) return undefined;
  if (/^\d{11}$/.test(id)) return `12 digits: YAML ate the leading zero of an unquoted number; write it quoted: "0${id}"`;
  return '12 digits, quoted';
}

/** Whether an ARN matches a glob: `*` any run of characters, `?` one. */
export function matchesGlob(glob: string, text: string): boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
