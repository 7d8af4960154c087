/** Reads a parsed rotation file: what the schema cannot say is checked here, every mistake with its place. */
import type { Alphabet } from '../providers/random-text.ts';
import type { Shape } from '../shapes.ts';
import type { Locate, ProviderConfig, RotationMistake, SecretConfig, TargetConfig } from './config.ts';
import { providerTypes } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Defaults of the contract. */
const defaults = { length: 32, alphabet: 'alphanumeric', pendingTtl: '2h', grace: '0ms' } as const;
/** Shapes that plain random text cannot have. */
const structured = ['json', 'argo-repo-creds', 'arc-github'];
const available = ['random', 'json-field'];

/**
 * The entries of a rotation file.
 * @param value the parsed YAML; may break the schema, whose mistakes are told elsewhere
 * @returns the entries, to be used only when neither this nor the schema found a mistake
 */
export function readRotation(value: unknown, locate: Locate): { secrets: SecretConfig[]; mistakes: RotationMistake[] } {
  const mistakes: RotationMistake[] = [];
  const note: Note = (path, code, message, at) => mistakes.push({ ...locate(path, at), code, message });
  const entries = listOf(fieldsOf(value)['secrets']);
  const names = new Map<string, number>();
  const secrets = entries.map((entry, index) => {
    const name = textOf(fieldsOf(entry)['name']);
    const first = names.get(name);
    if (first !== undefined && name !== '') note(['secrets', index, 'name'], 'duplicate-name', `${name} is the name of entry ${first + 1} already`);
    else names.set(name, index);
    return readSecret(fieldsOf(entry), ['secrets', index], note);
  });
  mistakes.sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
  return { secrets, mistakes };
}

type Note = (path: Path, code: string, message: string, at?: 'key' | 'value') => void;

function readSecret(entry: Fields, path: Path, note: Note): SecretConfig {
  const name = textOf(entry['name']);
  const provider = readProvider(fieldsOf(entry['provider']), [...path, 'provider'], note);
  const every = durationOf(entry['every']);
  const grace = durationOf(entry['grace']) ?? 0;
  if (every !== undefined && grace > every)
    note(
      [...path, 'grace'],
      'grace-too-long',
      `grace (${textOf(entry['grace'])}) is longer than every (${textOf(entry['every'])}): the next rotation would come first`,
    );
  refuseNotYet(entry, path, note);
  return {
    name,
    provider,
    shape: readShape(entry, provider, path, note),
    grace,
    pendingTtl: durationOf(entry['pending-ttl']) ?? durationOf(defaults.pendingTtl) ?? 0,
    ...(every === undefined ? {} : { every }),
    targets: readTargets(listOf(entry['targets']), name, [...path, 'targets'], note),
  };
}

function readProvider(entry: Fields, path: Path, note: Note): ProviderConfig {
  const type = textOf(entry['type']);
  if (providerTypes.includes(type) && !available.includes(type))
    note([...path, 'type'], 'not-available-yet', `the provider ${type} is not available yet; available are ${available.join(' and ')}`);
  const options = { length: Number(entry['length'] ?? defaults.length), alphabet: (entry['alphabet'] ?? defaults.alphabet) as Alphabet };
  if (type === 'json-field') return { type, options: { ...options, fields: listOf(entry['fields']).map(String) } };
  return { type: 'random', options };
}

function readShape(entry: Fields, provider: ProviderConfig, path: Path, note: Note): Shape {
  const shape = entry['shape'] ?? (provider.type === 'random' ? 'text' : 'json');
  const place = [...path, 'shape'];
  if (shape === 'ca-bundle') note(place, 'not-available-yet', 'the shape ca-bundle is not available yet');
  const type = textOf(fieldsOf(entry['provider'])['type']);
  if (type === 'random' && structured.includes(String(shape)))
    note(place, 'shape-unfit', `the provider random stores plain text, not ${String(shape)}; use json-field`);
  if (type === 'json-field' && shape === 'text') note(place, 'shape-unfit', 'the provider json-field needs a JSON document, not text');
  return shape as Shape;
}

function refuseNotYet(entry: Fields, path: Path, note: Note): void {
  for (const key of ['consumers', 'sinks'] as const) {
    if (listOf(entry[key]).length > 0) note([...path, key], 'not-available-yet', `${key} are not available yet`, 'key');
  }
  for (const [index, check] of listOf(entry['verify']).entries()) {
    if (fieldsOf(check)['type'] === 'git-ls-remote')
      note([...path, 'verify', index, 'type'], 'not-available-yet', 'the check git-ls-remote is not available yet; available is shape');
  }
}

function readTargets(entries: readonly unknown[], name: string, path: Path, note: Note): TargetConfig[] {
  const seen = new Map<string, number>();
  return entries.map((entry, index) => {
    const fields = fieldsOf(entry);
    const target: TargetConfig = {
      secretId: textOf(fields['secret-id']) || name,
      ...(fields['role-to-assume'] === undefined ? {} : { roleToAssume: textOf(fields['role-to-assume']) }),
      ...(fields['region'] === undefined ? {} : { region: textOf(fields['region']) }),
    };
    const account = target.roleToAssume?.split(':')[4] ?? '';
    const key = JSON.stringify([account, target.region ?? '', target.secretId]);
    const first = seen.get(key);
    if (first !== undefined) note([...path, index], 'duplicate-target', `target ${index + 1} is the same secret as target ${first + 1}`);
    else seen.set(key, index);
    noteRegion(target, [...path, index], note);
    return target;
  });
}

/** An ARN names its region: another one beside it would be asked in vain. */
function noteRegion({ secretId, region }: TargetConfig, path: Path, note: Note): void {
  const own = secretId.startsWith('arn:') ? secretId.split(':')[3] : undefined;
  if (own !== undefined && region !== undefined && own !== region) note([...path, 'region'], 'region-unfit', `region is ${region}, but the ARN is of ${own}`);
}

function durationOf(value: unknown): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(textOf(value));
  return match ? Number(match[1]) * (unitMs[match[2] ?? ''] ?? 0) : undefined;
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
