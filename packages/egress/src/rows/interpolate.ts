/** `${name}` in the texts of a row file. `$${` is a literal `${`; the consumer's own `$TODAYS_…` are left alone. */

/** A text with its variables put in, or the names that have no value. */
export interface Interpolated {
  readonly text: string;
  readonly missing: readonly string[];
}

/**
 * Puts variables into a text. What is put in is not looked at again.
 * @param variables name → text
 */
export function interpolate(text: string, variables: ReadonlyMap<string, string>): Interpolated {
  const missing: string[] = [];
  const result = text.replace(/\$\$\{|\$\{([^}]*)(\}?)/g, (whole: string, name: string | undefined, end: string | undefined) => {
    if (whole === '$${') return '${';
    const value = end === '}' ? variables.get((name ?? '').trim()) : undefined;
    if (value === undefined) missing.push(whole);
    return value ?? whole;
  });
  return { text: result, missing };
}

/** Puts variables into every text of a value, however deep; names of attributes are left as they are. */
export function interpolateDeep(value: unknown, variables: ReadonlyMap<string, string>, missing: string[]): unknown {
  if (typeof value === 'string') {
    const result = interpolate(value, variables);
    missing.push(...result.missing);
    return result.text;
  }
  if (Array.isArray(value)) return value.map((element) => interpolateDeep(element, variables, missing));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, interpolateDeep(element, variables, missing)]));
}

/** Text that `interpolate` gives back as it was. */
export function escapeVariables(text: string): string {
  // A function, as `$$` in a replacement text would mean one `$`.
  return text.replaceAll('${', () => '$${');
}
