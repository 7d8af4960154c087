/** A trust policy's text → the policy, or all its mistakes with their places. */
import { type JsonNode, JsonSyntaxError, parseJson, placesIn } from './json-text.ts';
import type { TrustMistake, TrustPolicy } from './policy.ts';
import { PolicyReader } from './shape.ts';

/** The policy where there is no mistake, else the mistakes in the order of the text. */
export type ParsedTrustPolicy =
  | { readonly policy: TrustPolicy; readonly mistakes: readonly [] }
  | { readonly policy: undefined; readonly mistakes: readonly TrustMistake[] };

/** Reads a trust policy: strict JSON (a byte order mark is passed over), in the form that IAM takes. Never throws. */
export function parseTrustPolicy(text: string): ParsedTrustPolicy {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const placeOf = placesIn(content);
  const mistakes: TrustMistake[] = [];
  const note = (code: TrustMistake['code'], at: number, message: string): undefined => {
    mistakes.push({ ...placeOf(at), code, message });
  };
  const node = readNode(content, note);
  if (node) noteDuplicates(node, note);
  const policy = node && new PolicyReader(note).policy(node);
  if (policy && mistakes.length === 0) return { policy, mistakes: [] };
  return { policy: undefined, mistakes: mistakes.toSorted((left, right) => left.line - right.line || left.column - right.column) };
}

/** Notes a mistake at an offset of the text. */
export type NoteMistake = (code: TrustMistake['code'], at: number, message: string) => undefined;

function readNode(text: string, note: NoteMistake): JsonNode | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return note('syntax', error.at, error.message);
  }
}

function noteDuplicates(node: JsonNode, note: NoteMistake): void {
  if (node.kind === 'array') for (const item of node.items) noteDuplicates(item, note);
  if (node.kind !== 'object') return;
  const seen = new Set<string>();
  for (const { key, at, value } of node.members) {
    if (seen.has(key)) note('duplicate-key', at, `${JSON.stringify(key)} stands twice in one object`);
    seen.add(key);
    noteDuplicates(value, note);
  }
}
