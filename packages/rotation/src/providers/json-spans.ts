/** Finds the values of a JSON object's top-level keys in its text, so that one can be replaced and every other byte kept. */

/** Where a value stands: offsets into the text, the end exclusive. */
export interface Span {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The values of the top-level keys in order, doubled keys included.
 * @returns `undefined` where the text is not a JSON object
 */
export function topLevelSpans(text: string): Span[] | undefined {
  if (!isObject(text)) return undefined;
  const spans: Span[] = [];
  let at = skipSpace(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    const key = JSON.parse(text.slice(at, keyEnd)) as string;
    const start = skipSpace(text, text.indexOf(':', keyEnd) + 1);
    const end = valueEnd(text, start);
    spans.push({ key, start, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return spans;
}

/** The rest of this file walks text that is known to be JSON. */
function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  let depth = 0;
  let at = start;
  for (;;) {
    const letter = text[at] ?? '';
    if (letter === '"') {
      at = stringEnd(text, at);
      continue;
    }
    if (depth === 0 && (letter === ',' || letter === '}' || /\s/.test(letter))) return at;
    if (letter === '{' || letter === '[') depth += 1;
    if (letter === '}' || letter === ']') depth -= 1;
    at += 1;
    if (depth === 0 && (letter === '}' || letter === ']')) return at;
  }
}
