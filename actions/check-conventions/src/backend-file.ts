/** The backend that Terraform has initialised beside a plan; a plan itself does not tell where its state lies. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunFacts } from '@slipway/conventions';
import { isMap } from '@slipway/terraform/plan';
import type { WorkspaceFile } from './workspace.ts';

/** `terraform init` writes a few kilobytes. */
const limitBytes = 1024 * 1024;

/** `.terraform/terraform.tfstate` in the plan's folder: type and configuration of the backend; `undefined` where there is none to read. */
export function readBackend({ path }: WorkspaceFile): RunFacts['backend'] {
  const file = join(dirname(path), '.terraform', 'terraform.tfstate');
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile() || facts.size > limitBytes) return undefined;
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const backend = isMap(state) ? state['backend'] : undefined;
    if (!isMap(backend) || typeof backend['type'] !== 'string') return undefined;
    return { type: backend['type'], config: isMap(backend['config']) ? backend['config'] : {} };
  } catch {
    // Somebody else's file, or half of one: it proves nothing either way.
    return undefined;
  }
}
