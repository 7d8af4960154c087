/** Policy variables: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. */
import { literal, type Piece, piecesOf } from './glob.ts';
import type { KeyLookup } from './token.ts';

const variable = /\$\{([^}]*)\}/g;
/** IAM User Guide, "Policy variables: special characters". */
const characters = ['*', '?', '$'];

/** How a policy's value is read. */
export interface ValueReading {
  readonly keys: KeyLookup;
  /** Version 2012-10-17: before it `${…}` was plain text. */
  readonly variables: boolean;
  /** `*` and `?` are wildcards. */
  readonly wildcards: boolean;
}

/**
 * A policy's value with its variables filled in; what they bring is never a wildcard. `no-value`: a variable has none in this
 * request, so nothing equals it or is like it (IAM User Guide, "Policy variables with no value").
 */
export function resolveValue(value: string, reading: ValueReading): Piece[] | 'no-value' {
  const plain = reading.wildcards ? piecesOf : literal;
  if (!reading.variables) return plain(value);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of value.matchAll(variable)) {
    pieces.push(...plain(value.slice(from, match.index)));
    const filled = fill(match[1] ?? '', reading.keys);
    if (filled === 'no-value') return filled;
    pieces.push(...filled);
    from = match.index + match[0].length;
  }
  return [...pieces, ...plain(value.slice(from))];
}

function fill(inner: string, keys: KeyLookup): Piece[] | 'no-value' {
  if (characters.includes(inner)) return literal(inner);
  const match = /^\s*([^,'\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner);
  if (!match) return ['unknown'];
  const values = keys(match[1] ?? '');
  // A key with several values is not for variables (IAM User Guide, "Single-valued vs. multivalued context keys").
  if (values === undefined || values.length > 1) return ['unknown'];
  const text = values[0] ?? match[2];
  return text === undefined ? 'no-value' : literal(text);
}
