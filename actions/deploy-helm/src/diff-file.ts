/** The differences as a file that later steps may show. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import { type Difference, renderDifferences } from '@slipway/kubernetes';

/** Writes the differences into RUNNER_TEMP, one a line, and returns the file's path. */
export function writeDiff(differences: readonly Difference[], { github, clock, masks }: ActionContext): string {
  const file = join(github.temp, `slipway-deploy-helm-${clock.now()}-${process.pid}.diff`);
  const lines = renderDifferences(differences);
  writeFileSync(file, masks.scrub(lines.map((line) => `${line}\n`).join('')), { mode: 0o600 });
  return file;
}
