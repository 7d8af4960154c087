/** The build context and its Dockerfile: there, and inside the workspace. */
import { realpathSync, statSync } from 'node:fs';
import { Failure, type Fault } from '@slipway/action-kit';
import { type BuildInput, isInside } from '../inputs/build.ts';

/** @throws Failure `invalid-file` with every mistake */
export function checkContext({ context, file, secrets, contexts }: Pick<BuildInput, 'context' | 'file' | 'secrets' | 'contexts'>, workspace: string): void {
  const faults = [
    checkPath('source', context, 'folder', workspace),
    checkPath('file', file, 'file', workspace),
    ...contexts.map(({ path }) => (path === undefined ? undefined : checkPath('build-contexts', path, 'folder', workspace))),
    ...secrets.map((secret) => ('file' in secret ? checkSecret(secret.file) : undefined)),
  ].flatMap((fault) => fault ?? []);
  if (faults.length === 0) return;
  throw new Failure({
    what: 'the build context cannot be used',
    reason: 'invalid-file',
    faults,
    why: ['Nothing was called.'],
    remedy: 'Correct source and file: both are relative to the workspace. An image that is built already is source: oci:<path>.',
  });
}

/** A secret may come from anywhere: an earlier step has written it, to RUNNER_TEMP if it is wise. */
function checkSecret(path: string): Fault | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? undefined : { text: `build-secrets: ${path} is not there, or not a file` };
}

function checkPath(input: string, path: string, kind: 'folder' | 'file', workspace: string): Fault | undefined {
  if (!isInside(workspace, path)) return { text: `${input}: ${path} is outside the workspace ${workspace}` };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { text: `${input}: ${path} is not there` };
  if (kind === 'folder' ? !stat.isDirectory() : !stat.isFile()) return { text: `${input}: ${path} is not a ${kind}` };
  if (!isInside(realpathSync(workspace), realpathSync(path))) return { text: `${input}: ${path} leads outside the workspace` };
  return undefined;
}
