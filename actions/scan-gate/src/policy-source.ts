/** Where the policy comes from: built in, inline, or a file of the workspace. Mistakes become faults with their place. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Fault } from '@slipway/action-kit';
import { type FileMistake, parseSource, renderMistake } from '@slipway/action-kit/source-file';
import { builtInPolicy, type Policy, readPolicy } from '@slipway/gate';

/** A policy with the hash of its meaning. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** `sha256:<hex>` of the policy as JSON: equal for equal policies, however they are written. */
  readonly hash: string;
  /** What it is called in messages. */
  readonly name: string;
}

/** A policy, or the faults that stand in its way. */
export type PolicyResult = { readonly loaded: LoadedPolicy; readonly faults: readonly [] } | { readonly loaded: undefined; readonly faults: readonly Fault[] };

/** The policy when none is given. */
export function builtIn(): LoadedPolicy {
  return { policy: builtInPolicy, hash: hashOf(builtInPolicy), name: 'the built-in policy' };
}

/** Reads a policy's text. @param file the name shown in mistakes @param now milliseconds since the epoch */
export function readPolicyText(text: string, file: string, now: number): PolicyResult {
  const source = parseSource(text, file);
  if (source.mistakes.length > 0) return { loaded: undefined, faults: source.mistakes.map((mistake) => faultOf(mistake)) };
  const { policy, mistakes } = readPolicy(source.value, source.locate, now);
  if (!policy) return { loaded: undefined, faults: mistakes.map((mistake) => faultOf(mistake)) };
  return { loaded: { policy, hash: hashOf(policy), name: file }, faults: [] };
}

/** Reads a policy file of the workspace. @param path relative to the workspace */
export function readPolicyFile(path: string, workspace: string, now: number): PolicyResult {
  const file = resolve(workspace, path);
  const inside = relative(workspace, file);
  if (isAbsolute(path) || inside.startsWith('..')) return unreadable(path, 'a path inside the workspace');
  try {
    return readPolicyText(readFileSync(file, 'utf8'), path, now);
  } catch (error) {
    return unreadable(path, `a file that can be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
}

function unreadable(path: string, want: string): PolicyResult {
  const text = `policy-file: got ${JSON.stringify(path)}; want ${want}; e.g. .github/scan-policy.yaml (is there a checkout before this step?)`;
  return { loaded: undefined, faults: [{ text, reason: 'invalid-file' }] };
}

/** A file that cannot be parsed is `invalid-file`; one whose content is wrong is `invalid-policy`. */
function faultOf(mistake: Omit<FileMistake, 'code'> & { code: string }): Fault {
  const { file, line, column } = mistake;
  const reason = mistake.code === 'syntax' || mistake.code === 'duplicate-key' ? 'invalid-file' : 'invalid-policy';
  return { text: renderMistake(mistake), file, line, column, reason };
}

function hashOf(policy: Policy): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(policy)).digest('hex')}`;
}
