/** Sections of a Markdown page between `<!-- name -->` and `<!-- /name -->`. Pure. */

/** The page with another body in the section. @throws Error when the page does not have exactly one such section */
export function replaceSection(page: string, name: string, body: string, path: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(open);
  const to = page.indexOf(close);
  if (from === -1 || to < from) throw new Error(`${path} has no ${open} … ${close}`);
  if (page.indexOf(open, from + 1) !== -1 || page.indexOf(close, to + 1) !== -1) throw new Error(`${path} has more than one ${open} … ${close}`);
  return `${page.slice(0, from + open.length)}\n${body}\n${page.slice(to)}`;
}
