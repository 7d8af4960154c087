/** The values that are no strings: numbers, dates, booleans, bytes, addresses. `undefined` = the text is none of the kind. */
import { BlockList, isIP } from 'node:net';

/** Exact for whole numbers of any size. @returns negative, 0 or positive */
export function compareNumbers(left: string, right: string): number | undefined {
  const whole = /^[+-]?\d+$/;
  if (whole.test(left) && whole.test(right)) {
    const [a, b] = [BigInt(left.replace(/^\+/, '')), BigInt(right.replace(/^\+/, ''))];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const decimal = /^[+-]?\d+(?:\.\d+)?$/;
  return decimal.test(left) && decimal.test(right) ? Number(left) - Number(right) : undefined;
}

/** The W3C's forms of ISO 8601, or seconds since 1970 (IAM User Guide, "Date condition operators"). */
export function compareDates(left: string, right: string): number | undefined {
  const [a, b] = [timeOf(left), timeOf(right)];
  return a === undefined || b === undefined ? undefined : a - b;
}

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

function timeOf(text: string): number | undefined {
  if (/^\d{5,11}$/.test(text)) return Number(text) * 1000;
  const time = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** `true` and `false`, in any letter case. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/** Compares the key's bytes with those that the policy gives in base64. */
export function equalBytes(got: string, wanted: string): boolean | undefined {
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(wanted)) return undefined;
  return Buffer.from(wanted, 'base64').equals(Buffer.from(got));
}

/** True when the address lies in the range; a range without a prefix is one address. */
export function addressInRange(address: string, range: string): boolean | undefined {
  const [base = '', prefix, ...rest] = range.split('/');
  const version = isIP(base);
  const bits = version === 6 ? 128 : 32;
  if (version === 0 || isIP(address) === 0 || rest.length > 0) return undefined;
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  if (isIP(address) !== version) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const ranges = new BlockList();
  ranges.addSubnet(base, prefix === undefined ? bits : Number(prefix), family);
  return ranges.check(address, family);
}
