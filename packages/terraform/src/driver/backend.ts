/** Reads where the state lies from what `init` left behind. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { BackendIdentity } from '../fingerprint/fingerprint.ts';

/** Members of a backend's configuration that say where the state is. Everything else may be a credential. */
const identifying = [
  'address',
  'bucket',
  'container_name',
  'hostname',
  'key',
  'organization',
  'path',
  'prefix',
  'region',
  'schema_name',
  'secret_suffix',
  'storage_account_name',
  'workspace_dir',
  'workspace_key_prefix',
] as const;

/** Where to look. */
export interface BackendPlace {
  readonly workingDirectory: string;
  /** The checkout; a path inside it counts relative to it, so that another folder gives the same identity. */
  readonly workspaceFolder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The backend's identity; a stack without a backend has a local one. */
export function readBackendIdentity(place: BackendPlace): BackendIdentity {
  const { type = 'local', config = {} } = readBackend(place);
  const facts: Record<string, string> = {};
  for (const name of identifying) {
    const value = config[name];
    if (typeof value === 'string' && value !== '') facts[name] = identityText(value, place);
  }
  const region = place.environment['AWS_REGION'] || place.environment['AWS_DEFAULT_REGION'];
  if (type === 's3' && !facts['region'] && region) facts['region'] = region;
  if (type === 'local') facts['path'] ??= 'terraform.tfstate';
  return { type, facts };
}

function readBackend({ workingDirectory, environment }: BackendPlace): { type?: string; config?: Record<string, unknown> } {
  const data = environment['TF_DATA_DIR'] || '.terraform';
  try {
    const file = join(isAbsolute(data) ? data : join(workingDirectory, data), 'terraform.tfstate');
    const { backend } = JSON.parse(readFileSync(file, 'utf8')) as { backend?: { type?: string; config?: Record<string, unknown> } };
    return backend ?? {};
  } catch {
    return {};
  }
}

function identityText(value: string, { workspaceFolder }: BackendPlace): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return value.replace(/^([^/]*:\/\/)[^/@]*@/, '$1');
  if (!isAbsolute(value)) return value;
  const inside = relative(workspaceFolder, value);
  return inside.startsWith('..') || isAbsolute(inside) ? value : inside;
}
