/** Parsers of the forms that inputs have. */

/** Lines, or comma-separated parts where that is allowed; blank ones and `#` comments are dropped. */
export function parseList(text: string, commas: boolean): string[] {
  return text
    .split(commas ? /[\n,]/ : /\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** What a value looks like, without showing it: `12 digits`, `40 letters and digits`, `3 lines, 120 characters`. */
export function shapeOf(value: string): string {
  const lines = value.split('\n').length;
  if (lines > 1) return `${lines} lines, ${value.length} characters`;
  if (/^\d+$/.test(value)) return `${value.length} digits`;
  if (/^[A-Za-z0-9]+$/.test(value)) return `${value.length} letters and digits`;
  return `${value.length} characters`;
}
