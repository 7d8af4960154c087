/** Markdown for summaries and comments. Text that came from outside never acts as markup. */

/** Text made harmless for Markdown and HTML, on one line; long text is cut with an ellipsis. */
export function escapeMarkdown(text: string, limit = 500): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const cut = line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
  return cut
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_{}[\]()#+!|~])/g, '\\$1')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//');
}

/** Text as inline code; a run of backticks inside it cannot end the span. */
export function code(text: string, limit = 500): string {
  const line = text.replace(/\s+/g, ' ').slice(0, limit);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line.replace(/\|/g, '\\|')}${pad}${fence}`;
}

/** A Markdown table. Cells are Markdown already: escape what came from outside with `escapeMarkdown` or `code`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Text cut to a number of bytes at a line's end, with a line that says how much is missing. */
export function cutToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const kept: string[] = [];
  let size = 120;
  const lines = text.split('\n');
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > limit) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n\n_${lines.length - kept.length} more lines are in the report file._\n`;
}
