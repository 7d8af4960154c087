/** docs/conventions.md, from the rules that `@slipway/conventions` exports. */

/** What the page needs of a rule. */
interface RuleWords {
  readonly id: string;
  readonly severity?: string;
  readonly title?: string;
  readonly description?: string;
}

/** The page's text; undefined while the package exports no rules. */
export async function conventionsPage(): Promise<string | undefined> {
  const rules = ((await import('@slipway/conventions')) as Record<string, unknown>)['rules'];
  if (!Array.isArray(rules) || rules.length === 0) return undefined;
  return pageOf(rules as RuleWords[]);
}

function pageOf(rules: readonly RuleWords[]): string {
  return rules.map((rule) => rule.id).join('\n');
}
