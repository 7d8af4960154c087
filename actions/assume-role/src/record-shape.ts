/** Whether a parsed file is a record. It decides what is exported, so nothing of another shape passes. Pure. */
import type { RestoreRecord } from './records.ts';

/** Whether a value has the whole shape of a record. */
export function isRecord(value: unknown): value is RestoreRecord {
  if (!isObject(value) || value['version'] !== 1 || !['login', 'end'].includes(String(value['kind']))) return false;
  const { job, sequence, variables, profiles, configFile, reusable } = value;
  return (
    typeof job === 'string' &&
    typeof sequence === 'string' &&
    isObject(variables) &&
    Object.values(variables).every(isVariable) &&
    isTexts(profiles) &&
    (configFile === undefined || typeof configFile === 'string') &&
    Array.isArray(reusable) &&
    reusable.every(isReusable)
  );
}

const reusableFields = ['roleArn', 'sessionArn', 'accountId', 'assumedRoleId', 'sessionName', 'expiration', 'fingerprint', 'keys'] as const;

function isReusable(value: unknown): boolean {
  return isObject(value) && reusableFields.every((name) => typeof value[name] === 'string');
}

function isVariable(value: unknown): boolean {
  return isObject(value) && (value['before'] === null || typeof value['before'] === 'string') && isTexts(value['given']);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
