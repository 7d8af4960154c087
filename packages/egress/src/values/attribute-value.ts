/** DynamoDB's values in their JSON form, as they travel: binaries are base64 text. */

/** One typed value. Exactly one member is present. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: { readonly [name: string]: AttributeValue } };

/** An item: attribute name → value. */
export type Item = { readonly [name: string]: AttributeValue };

/** The type tags of DynamoDB (API reference, AttributeValue). */
export const typeTags = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M'] as const;

/** The tag of a value: `S`, `BOOL`, … */
export function tagOf(value: AttributeValue): string {
  return Object.keys(value)[0] ?? '';
}

/** The string of an `S` value; `undefined` for any other type, as the consumer reads it. */
export function textOf(value: AttributeValue | undefined): string | undefined {
  return value && 'S' in value ? value.S : undefined;
}

/** Whether a value is `BOOL` true: anything else is false to the consumer. */
export function isTrue(value: AttributeValue | undefined): boolean {
  return value !== undefined && 'BOOL' in value && value.BOOL;
}
