/** Puts back the job's variables and removes the step's files. Never touches ~/.aws. */
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type PostContext, runPost } from '@slipway/action-kit/post';
import { findRecords, folderPrefix, readRecord } from './records.ts';
import { forgetLogin, isSecretVariable, variablesToRestore } from './undo.ts';

await runPost('assume-role', (context) => {
  const file = context.state('restore');
  const folder = dirname(file);
  // No state: nothing was written. No folder: the login failed, or `end` has undone it.
  if (!file || !basename(folder).startsWith(folderPrefix) || !existsSync(folder)) return;
  try {
    putBack(file, context);
  } finally {
    removeFolder(folder, context);
  }
});

function putBack(file: string, context: PostContext): void {
  const found = readRecord(file);
  if (!found) {
    // A step that was stopped before it wrote its record has exported nothing either.
    if (existsSync(file)) context.log.warning(`assume-role could not read ${file}: the variables stay as they are. Start a new job for a clean environment.`);
    return;
  }
  const logins = findRecords(dirname(found.folder), found.record.job).map(({ record }) => record);
  const changes = variablesToRestore(found.record, (name) => context.environment.get(name), logins);
  for (const [name, value] of Object.entries(changes)) {
    if (value && isSecretVariable(name)) context.masks.add(value);
    context.exportVariable(name, value);
  }
  forgetLogin(found, dirname(found.folder));
  context.log.info(`Put back: ${Object.keys(changes).join(', ') || 'no variable'}.`);
  const changed = Object.entries(found.record.variables).filter(
    ([name, { before }]) => !(name in changes) && (context.environment.get(name) ?? '') !== (before ?? ''),
  );
  if (changed.length > 0) context.log.info(`Left alone, as they are not what this step gave them: ${changed.map(([name]) => name).join(', ')}.`);
}

function removeFolder(folder: string, context: PostContext): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    context.log.info("Removed the step's files.");
  } catch (error) {
    context.log.warning(
      `assume-role could not remove ${folder}: ${error instanceof Error ? error.message : String(error)}. Remove it by hand: rm -r ${folder}`,
    );
  }
}
