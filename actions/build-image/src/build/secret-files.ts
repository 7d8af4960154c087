/** Secrets of the build as 0600 files of the step, so that none is in a command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import type { BuildSecret } from '../inputs/secrets.ts';

/** Hides every secret from here on, and writes it where the builder finds it. @returns the words `--secret id=…,src=…` */
export function secretArguments(secrets: readonly BuildSecret[], { masks, files }: ActionContext): string[] {
  return secrets.flatMap((secret) => {
    const value = 'value' in secret ? secret.value : readFileSync(secret.file, 'utf8');
    if (value.trim() !== '') masks.add(value);
    return ['--secret', `id=${secret.name},src=${files.write(join('secrets', secret.name), value)}`];
  });
}
