/** Finds terraform and its configuration on disk. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TerraformError } from '../errors.ts';

/** The tools by preference. */
export const toolNames = ['terraform', 'tofu'] as const;

/** The first of `toolNames` on the PATH, as an absolute path. @throws TerraformError `tool-missing` */
export function findTerraform(path: string): string {
  for (const name of toolNames) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  throw new TerraformError(
    'tool-missing',
    'neither terraform nor tofu is on the PATH',
    'Install it in a step before this one, or name it with terraform-path:\n  - uses: hashicorp/setup-terraform@v3\n    with:\n      terraform_version: 1.11.4\n      terraform_wrapper: false',
  );
}

/** Whether a file is there and may be started. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether a folder holds a configuration: `*.tf`, `*.tf.json`, `*.tofu`, `*.tofu.json`. */
export function hasConfiguration(folder: string): boolean {
  return configurationFiles(folder).length > 0;
}

/** The configuration files of a folder, by name; empty when it cannot be read. */
export function configurationFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(tf|tofu)(\.json)?$/.test(name))
      .sort();
  } catch {
    return [];
  }
}
