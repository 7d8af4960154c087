/** The provider lock file without what does not matter. */

/** The content of `.terraform.lock.hcl` without comments, blank lines and indentation; empty for no file. */
export function canonicalLockFile(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => stripComment(line).trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Cuts a `#` or `//` comment off a line; neither starts one inside a string. */
function stripComment(line: string): string {
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '#' || line.startsWith('//', index))) return line.slice(0, index);
  }
  return line;
}
