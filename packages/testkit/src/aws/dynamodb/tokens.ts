/** The words of a condition expression. */
import { refuse } from './values.ts';

/** A word: a name (`#a`, `title`), a value (`:a`), a number, or a sign. */
export interface Token {
  readonly kind: 'name' | 'value' | 'number' | 'sign' | 'end';
  readonly text: string;
}

/** An expression may have 4 KB (developer guide, "Limits"). */
const maxBytes = 4096;

/** Cuts an expression into words, or throws what AWS would say. */
export function tokenize(expression: string): Token[] {
  if (expression.trim() === '') throw refuse('Invalid ConditionExpression: The expression can not be empty;');
  if (Buffer.byteLength(expression) > maxBytes) throw refuse('Invalid ConditionExpression: Expression size has exceeded the maximum allowed size');
  const tokens: Token[] = [];
  const pattern = /\s+|(#[\w-]+|[A-Za-z_]\w*)|(:\w+)|(\d+)|(<>|<=|>=|[=<>(),.[\]])/y;
  while (pattern.lastIndex < expression.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(expression);
    if (!match) throw refuse(`Invalid ConditionExpression: Syntax error; token: "${expression.charAt(from)}", near: "${expression.slice(from, from + 10)}"`);
    const [, name, value, number, sign] = match;
    if (name) tokens.push({ kind: 'name', text: name });
    else if (value) tokens.push({ kind: 'value', text: value });
    else if (number) tokens.push({ kind: 'number', text: number });
    else if (sign) tokens.push({ kind: 'sign', text: sign });
  }
  return [...tokens, { kind: 'end', text: '<EOF>' }];
}
