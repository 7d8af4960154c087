/** Globs of policies: `*` stands for any number of any characters, slashes too; everything else is itself. */

/** Tests a text against a glob. */
export type GlobTest = (text: string) => boolean;

/** Compiles a glob. Matching takes time proportional to the text for each `*`, never exponential. */
export function compileGlob(glob: string): GlobTest {
  const parts = glob.split('*');
  if (parts.length === 1) return (text) => text === glob;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1).filter((part) => part !== '');
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const part of middle) {
      const at = text.indexOf(part, from);
      if (at < 0 || at + part.length > end) return false;
      from = at + part.length;
    }
    return true;
  };
}

/** A file's path as globs see it: with its leading slash, which Inspector leaves out for some packages. */
export function absolutePath(filePath: string): string {
  return filePath.startsWith('/') ? filePath : `/${filePath}`;
}
