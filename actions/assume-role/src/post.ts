/** Puts back the job's variables and removes the step's files. Never touches ~/.aws. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { runPost } from '@slipway/action-kit/post';
import { type RestoreRecord, variablesToRestore } from './restore.ts';

await runPost('assume-role', (context) => {
  const file = context.state('restore');
  if (!file) return;
  const record = JSON.parse(readFileSync(file, 'utf8')) as RestoreRecord;
  const changes = variablesToRestore(record, (name) => context.environment.get(name));
  for (const [name, value] of Object.entries(changes)) {
    if (value && /SECRET|TOKEN/.test(name)) context.masks.add(value);
    context.exportVariable(name, value);
  }
  rmSync(dirname(file), { recursive: true, force: true });
  context.log.info(`Put back ${Object.keys(changes).length} variables and removed the step's files.`);
});
