/** The backup: written by apply before its first write, read by restore. */
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { cannotWrite, Failure, type InputReader } from '@slipway/action-kit';
import { type Backup, readBackup } from '@slipway/egress';
import { readWorkspaceFile, staysInside } from './workspace-file.ts';

/** `backup-file`: for restore with what it holds. */
export interface BackupInput {
  /** Relative to the workspace. */
  readonly path: string;
  readonly workspace: string;
  readonly content?: Backup;
}

const example = 'egress-backup.json';

/** Reads the input. apply never overwrites a backup: after a run that broke off it holds what the next one cannot know. */
export function readBackupInput(reader: InputReader, command: string, workspace: string): BackupInput | undefined {
  const path = reader.text('backup-file', { required: command === 'restore', want: 'the file that apply wrote', example }) || undefined;
  if (path === undefined) return undefined;
  if (command === 'restore') return readForRestore(reader, path, workspace);
  if (command !== 'apply' && command !== 'plan') reader.fault('backup-file', `no value with command ${command}; it belongs to apply and restore`);
  else if (!staysInside(path)) reader.fault('backup-file', 'a path inside the workspace', example);
  else if (command === 'apply' && existsSync(join(workspace, path)))
    reader.fault('backup-file', 'a file that is not there yet: a backup is never overwritten', example);
  return { path, workspace };
}

function readForRestore(reader: InputReader, path: string, workspace: string): BackupInput {
  const read = readWorkspaceFile(path, workspace);
  const content = 'text' in read ? parse(read.text) : undefined;
  if ('fault' in read) reader.fault('backup-file', read.fault, example);
  else if (!content) reader.fault('backup-file', 'a backup that apply wrote', example);
  return { path, workspace, ...(content ? { content } : {}) };
}

function parse(text: string): Backup | undefined {
  try {
    return readBackup(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Writes a backup, 0600. @throws Failure when it cannot be written or would leave the workspace by a link */
export function writeBackup(backup: Backup, { path, workspace }: BackupInput): void {
  const file = join(workspace, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const inside = relative(realpathSync(workspace), realpathSync(dirname(file)));
    if (inside.startsWith('..') || isAbsolute(inside)) throw leavesWorkspace(path);
    writeFileSync(file, `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw error instanceof Failure ? error : cannotWrite(file, error);
  }
}

function leavesWorkspace(path: string): Failure {
  return new Failure({
    what: `backup-file ${path} leads out of the workspace`,
    reason: 'invalid-input',
    why: ['a folder on its way is a link. Nothing was written.'],
    remedy: `Name a file inside the workspace: backup-file: ${example}`,
  });
}
