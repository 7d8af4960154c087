/** A testkit file's text → what to play, or every mistake with its place. */
import { parseDuration } from '@slipway/action-kit';
import { type FileMistake, type Locate, loadSource } from '@slipway/action-kit/source-file';
import { parseTrustPolicy } from '@slipway/sdk/trust-policy';
import type { NewRole } from '../aws/sts/index.ts';
import type { Fault, FaultRule } from '../faults.ts';
import type { KitFile } from './kit-file.ts';
import { testkitSchema } from './schema.ts';

/** Reads a file that the testkit file names, by its path as written there. @throws Error when it cannot be read */
export type ReadBeside = (path: string) => string;

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** What the readers of parts share. */
interface Reading {
  readonly locate: Locate;
  readonly readBeside: ReadBeside;
  readonly mistakes: FileMistake[];
}

/** @param name the file's name as shown in mistakes */
export function readKitFile(text: string, name: string, readBeside: ReadBeside): { file: KitFile } | { mistakes: readonly FileMistake[] } {
  const { value, locate, mistakes } = loadSource(text, name, testkitSchema);
  if (mistakes.length > 0) return { mistakes };
  const reading: Reading = { locate, readBeside, mistakes: [] };
  const file = fileOf(value as Fields, reading);
  if (reading.mistakes.length === 0) return { file };
  return { mistakes: reading.mistakes.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1)) };
}

function fileOf(fields: Fields, reading: Reading): KitFile {
  const provider = (fields['oidc-provider'] ?? {}) as KitFile['provider'];
  return {
    ...optional('accountId', fields['account-id'] as string | undefined),
    ...optional('region', fields['region'] as string | undefined),
    ...optional('repository', fields['repository'] as string | undefined),
    claims: (fields['claims'] ?? {}) as KitFile['claims'],
    provider,
    ...optional('sessionSeconds', secondsOf(fields['session-duration'])),
    roles: rolesOf(listOf(fields['roles']), reading),
    repositories: listOf((fields['ecr'] as Fields | undefined)?.['repositories']).map(repositoryOf),
    secrets: listOf(fields['secrets']) as KitFile['secrets'],
    faults: listOf(fields['faults']).map((fault, index) => faultOf(fault as Fields, ['faults', index], reading)),
  };
}

function rolesOf(entries: readonly unknown[], reading: Reading): KitFile['roles'] {
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    const role = entry as Fields;
    const place = ['roles', index];
    const own = `${role['partition'] ?? 'aws'} ${role['account-id'] ?? ''} ${String(role['name'])}`;
    if (seen.has(own)) note(reading, [...place, 'name'], 'duplicate-role', `there is a role ${String(role['name'])} in this account already`);
    seen.add(own);
    return {
      name: String(role['name']),
      ...optional('accountId', role['account-id'] as string | undefined),
      ...optional('partition', role['partition'] as string | undefined),
      ...optional('subjects', role['subjects'] as readonly string[] | undefined),
      ...optional('principals', role['principals'] as readonly string[] | undefined),
      ...optional('maxSessionDuration', secondsOf(role['max-session-duration'])),
      ...optional('trustPolicy', trustOf(role, place, reading)),
    };
  });
}

/** The text of the policy, wherever it stands. */
function trustOf(role: Fields, place: Path, reading: Reading): NewRole['trustPolicy'] {
  const [path, inline] = [role['trust-policy-file'], role['trust-policy']];
  const rules = ['subjects', 'principals'].filter((rule) => role[rule] !== undefined);
  const given = [...['trust-policy-file', 'trust-policy'].filter((one) => role[one] !== undefined), ...rules];
  if (given.length === 0) note(reading, place, 'missing-key', 'nobody could assume this role: give it a trust-policy-file');
  if (given.length > 1 && given.length > rules.length) note(reading, place, 'wrong-value', `${given.join(' and ')}: one of them decides, so give one only`);
  if (inline !== undefined) return policyText(JSON.stringify(inline), [...place, 'trust-policy'], undefined, reading);
  if (typeof path !== 'string') return undefined;
  try {
    return policyText(reading.readBeside(path), [...place, 'trust-policy-file'], path, reading);
  } catch (error) {
    note(reading, [...place, 'trust-policy-file'], 'no-such-file', `${path} cannot be read: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function policyText(text: string, place: Path, path: string | undefined, reading: Reading): string {
  for (const { line, column, code, message } of parseTrustPolicy(text).mistakes) {
    if (path === undefined) note(reading, place, code, message);
    else reading.mistakes.push({ file: path, line, column, code, message });
  }
  return text;
}

function repositoryOf(entry: unknown): { name: string; immutable: boolean } {
  return typeof entry === 'string' ? { name: entry, immutable: false } : { immutable: false, ...(entry as { name: string }) };
}

/** Which kind takes which key; `error` cannot do without a status. */
const kindOfKey: Readonly<Record<string, Fault['kind']>> = { status: 'error', code: 'error', message: 'error', 'retry-after': 'throttle', delay: 'delay' };

function faultOf(fault: Fields, place: Path, reading: Reading): FaultRule {
  const kind = String(fault['kind']) as Fault['kind'];
  for (const [name, owner] of Object.entries(kindOfKey)) {
    if (fault[name] !== undefined && owner !== kind) note(reading, [...place, name], 'wrong-value', `${name} goes with kind ${owner}, not with ${kind}`, 'key');
  }
  if (kind === 'error' && fault['status'] === undefined) note(reading, place, 'missing-key', 'status is missing: kind error needs it');
  if (kind === 'delay' && fault['delay'] === undefined) note(reading, place, 'missing-key', 'delay is missing: kind delay needs it, e.g. 3s');
  const times = fault['times'] === 'forever' ? Number.POSITIVE_INFINITY : (fault['times'] as number | undefined);
  return {
    service: String(fault['service']),
    ...optional('operation', fault['operation'] as string | undefined),
    ...optional('at', fault['at'] as number | undefined),
    ...optional('times', times),
    fault: playOf(kind, fault),
  };
}

function playOf(kind: Fault['kind'], fault: Fields): Fault {
  switch (kind) {
    case 'throttle':
      return { kind, ...optional('retryAfterSeconds', secondsOf(fault['retry-after'])) };
    case 'error':
      return {
        kind,
        status: Number(fault['status']),
        ...optional('code', fault['code'] as string | undefined),
        ...optional('message', fault['message'] as string | undefined),
      };
    case 'delay':
      return { kind, ms: parseDuration(String(fault['delay'])) ?? 0 };
    default:
      return { kind };
  }
}

function secondsOf(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? parseDuration(value) : undefined;
  return ms === undefined ? undefined : Math.ceil(ms / 1000);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function note({ locate, mistakes }: Reading, path: Path, code: string, message: string, at: 'key' | 'value' = 'value'): void {
  mistakes.push({ ...locate(path, at), code, message });
}
