/** DynamoDB's values as they travel, never marshalled into something else: numbers are text, binaries base64. */
import type { AttributeValue as SdkValue } from '@aws-sdk/client-dynamodb';

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

/** To the SDK's form, which holds binaries as bytes. */
export function toSdkItem(item: Item): Record<string, SdkValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, toSdk(value)]));
}

/** From the SDK's form. */
export function fromSdkItem(item: Record<string, SdkValue>): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromSdk(value)]));
}

function toSdk(value: AttributeValue): SdkValue {
  if ('B' in value) return { B: Buffer.from(value.B, 'base64') };
  if ('BS' in value) return { BS: value.BS.map((text) => Buffer.from(text, 'base64')) };
  if ('L' in value) return { L: value.L.map(toSdk) };
  if ('M' in value) return { M: toSdkItem(value.M) };
  return value as SdkValue;
}

function fromSdk(value: SdkValue): AttributeValue {
  if (value.B) return { B: Buffer.from(value.B).toString('base64') };
  if (value.BS) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) };
  if (value.L) return { L: value.L.map(fromSdk) };
  if (value.M) return { M: fromSdkItem(value.M) };
  return value as AttributeValue;
}
