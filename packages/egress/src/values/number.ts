/** Numbers in DynamoDB's form, so that `1.0`, `1` and `1e0` are one value. */

/** Significant digits at most, and the exponents of the first digit (DynamoDB developer guide, "Number"). */
const maxDigits = 38;
const minExponent = -130;
const maxExponent = 125;

/**
 * The normal form of a decimal number: no exponent, no leading or trailing zeros, no `+`, no `-0`.
 * @returns `undefined` for what DynamoDB refuses: no number, over 38 significant digits, or out of range
 */
export function normalizeNumber(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text.trim());
  const [, sign, whole = '', fraction = '', power = '0'] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return '0';
  const first = whole.length - 1 - (all.length - all.replace(/^0+/, '').length) + Number(power);
  if (digits.length > maxDigits || first < minExponent || first > maxExponent) return undefined;
  return (sign === '-' ? '-' : '') + plain(digits, first);
}

/** Digits with the first one standing for 10^`first`, written without an exponent. */
function plain(digits: string, first: number): string {
  if (first < 0) return `0.${'0'.repeat(-first - 1)}${digits}`;
  if (digits.length <= first + 1) return digits + '0'.repeat(first + 1 - digits.length);
  return `${digits.slice(0, first + 1)}.${digits.slice(first + 1)}`;
}
