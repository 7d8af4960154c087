/** When the commit was made: the time of everything in a reproducible image. */
import { readFileSync } from 'node:fs';
import type { ActionContext } from '@slipway/action-kit';

/** Seconds since the epoch from git, else from the event; `undefined` with a notice where neither knows the commit. */
export async function commitTime(sha: string, context: ActionContext): Promise<number | undefined> {
  const seconds = (await askGit(sha, context)) ?? fromEvent(sha, context.github.eventPath);
  if (seconds === undefined)
    context.log.notice('reproducible: neither git nor the event knows when the commit was made, so the image carries the present time');
  return seconds;
}

async function askGit(sha: string, { runProcess, environment, github, signal }: ActionContext): Promise<number | undefined> {
  // The workspace may belong to another user than the container's; git would refuse it.
  const words = ['-c', 'safe.directory=*', '-C', github.workspace, 'log', '-1', '--format=%ct', sha || 'HEAD', '--'];
  try {
    const { code, stdout } = await runProcess({ command: 'git', arguments: words, environment: environment.all(), signal });
    return code === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout.trim()) : undefined;
  } catch {
    if (signal.aborted) throw signal.reason;
    return undefined;
  }
}

function fromEvent(sha: string, path: string | undefined): number | undefined {
  if (!path) return undefined;
  try {
    const { head_commit: commit } = JSON.parse(readFileSync(path, 'utf8')) as { head_commit?: { id?: string; timestamp?: string } };
    const ms = commit?.id === sha ? Date.parse(commit.timestamp ?? '') : Number.NaN;
    return Number.isNaN(ms) ? undefined : Math.floor(ms / 1_000);
  } catch {
    return undefined;
  }
}
