/** The parameter checks of Secrets Manager, with its own words where they are known. */
import { FakeError } from '../../service.ts';

/** A secret value in bytes at most (Secrets Manager quotas). */
export const valueBytes = 65_536;
const tokenLength = { min: 32, max: 64 };
const stagesPerRequest = { min: 1, max: 20 };

/** A required text. @throws FakeError ValidationException */
export function requiredText(input: Record<string, unknown>, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw validation(name, 'Member must not be null');
}

/** An optional text. @throws FakeError SerializationException where it is no text */
export function optionalText(input: Record<string, unknown>, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new FakeError('SerializationException', `STRING_VALUE expected for ${name}`);
}

/** ClientRequestToken: 32 to 64 characters (PutSecretValue API). */
export function requestToken(input: Record<string, unknown>): string {
  const token = optionalText(input, 'ClientRequestToken');
  if (!token) throw new FakeError('InvalidRequestException', 'You must provide a ClientRequestToken value. We recommend a UUID-type value.');
  if (token.length < tokenLength.min || token.length > tokenLength.max)
    throw new FakeError('InvalidParameterException', 'ClientRequestToken must be 32-64 characters long.');
  return token;
}

/** A value: text or binary, not both, 64 KiB at most; `undefined` where neither is given. */
export function secretValue(input: Record<string, unknown>): { text: string } | { binary: string } | undefined {
  const text = optionalText(input, 'SecretString');
  const binary = optionalText(input, 'SecretBinary');
  if (text !== undefined && binary !== undefined)
    throw new FakeError('InvalidParameterException', "You can't specify both a binary secret value and a string secret value in the same secret.");
  if (text === undefined && binary === undefined) return undefined;
  const bytes = text === undefined ? Buffer.from(binary ?? '', 'base64').length : Buffer.byteLength(text);
  if (bytes === 0) throw validation(text === undefined ? 'secretBinary' : 'secretString', 'Member must have length greater than or equal to 1');
  if (bytes > valueBytes) throw validation(text === undefined ? 'secretBinary' : 'secretString', `Member must have length less than or equal to ${valueBytes}`);
  return text === undefined ? { binary: binary ?? '' } : { text };
}

/** VersionStages: 1 to 20 different labels of 1 to 256 characters; `undefined` where it is not given. */
export function versionStages(input: Record<string, unknown>): string[] | undefined {
  const value = input['VersionStages'];
  if (value === undefined || value === null) return undefined;
  const stages = Array.isArray(value) ? value.map(String) : [];
  if (stages.length < stagesPerRequest.min || stages.length > stagesPerRequest.max)
    throw validation('versionStages', `Member must have length between ${stagesPerRequest.min} and ${stagesPerRequest.max}`);
  for (const stage of stages) checkStage(stage);
  return [...new Set(stages)];
}

/** One label: 1 to 256 characters. */
export function checkStage(stage: string): void {
  if (stage.length < 1 || stage.length > 256) throw validation('versionStage', 'Member must have length between 1 and 256');
}

/** A secret's name (CreateSecret API). */
export function secretName(input: Record<string, unknown>): string {
  const name = requiredText(input, 'Name');
  if (name.length > 512 || !/^[A-Za-z0-9/_+=.@-]+$/.test(name))
    throw validation('name', 'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!');
  return name;
}

/** A whole number in a range; `fallback` where it is not given. */
export function wholeNumber(input: Record<string, unknown>, name: string, range: { min: number; max: number; fallback: number }): number {
  const value = input[name];
  if (value === undefined || value === null) return range.fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= range.min && value <= range.max) return value;
  throw new FakeError('InvalidParameterException', `${name} has to be between ${range.min} and ${range.max}.`);
}

function validation(member: string, why: string): FakeError {
  return new FakeError('ValidationException', `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${why}`);
}
