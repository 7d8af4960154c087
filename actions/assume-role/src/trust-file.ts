/** `trust-policy-file`: found in the workspace, read and checked before the first call. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { InputReader } from '@slipway/action-kit';
import type { TrustJudgement } from '@slipway/sdk/trust-policy';
import type { LoginPlan } from './plan.ts';

/** Claims of an identity token. */
export type Claims = Readonly<Record<string, unknown>>;

/** A trust policy without mistakes, and its judge: both are loaded only where the input is given. */
export interface TrustPolicyFile {
  /** As the input names it. */
  readonly file: string;
  /** Judges the plan's first hop: with claims as AssumeRoleWithWebIdentity, without as AssumeRole by a caller who is not known. */
  readonly judge: (plan: LoginPlan, claims: Claims | undefined) => TrustJudgement;
}

const input = 'trust-policy-file';
const example = 'infra/trust-policy.json';
/** IAM API, CreateRole: AssumeRolePolicyDocument has at most 131,072 characters. */
const mostBytes = 131_072;

/** Reads the input; mistakes are noted in the reader, those of the file with its line and column and the reason `invalid-file`. */
export async function readTrustPolicy(reader: InputReader, workspace: string): Promise<TrustPolicyFile | undefined> {
  const file = reader.text(input, { example });
  if (file === undefined) return undefined;
  const content = readInside(file, workspace);
  if ('fault' in content) {
    reader.faults.push({ text: `${input}: got ${JSON.stringify(file)}; want ${content.fault}; e.g. ${example}`, reason: content.reason });
    return undefined;
  }
  const { assumeRoleRequest, judgeTrustPolicy, parseTrustPolicy, webIdentityRequest } = await import('@slipway/sdk/trust-policy');
  const { policy, mistakes } = parseTrustPolicy(content.text);
  for (const { line, column, code, message } of mistakes)
    reader.faults.push({ text: `${file}:${line}:${column} ${code} ${message}`, file, line, column, reason: 'invalid-file' });
  if (!policy) return undefined;
  const requestOf = (plan: LoginPlan, claims: Claims | undefined) =>
    claims ? webIdentityRequest(plan.hops[0] ?? '', claims) : assumeRoleRequest({ ...plan, callerArn: undefined });
  return { file, judge: (plan, claims) => judgeTrustPolicy(policy, requestOf(plan, claims)) };
}

type Content = { readonly text: string } | { readonly fault: string; readonly reason: 'invalid-input' | 'invalid-file' };

function readInside(file: string, workspace: string): Content {
  if (isOutside(workspace, resolve(workspace, file))) return { fault: 'a path inside the workspace', reason: 'invalid-input' };
  try {
    const real = realpathSync(resolve(workspace, file));
    if (isOutside(realpathSync(workspace), real)) return { fault: 'a file of the workspace, not a link out of it', reason: 'invalid-input' };
    const { size } = statSync(real);
    if (!statSync(real).isFile()) return { fault: 'a file; it is none', reason: 'invalid-file' };
    if (size > mostBytes) return { fault: `a trust policy of at most ${mostBytes} bytes; it has ${size}`, reason: 'invalid-file' };
    return decode(readFileSync(real));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' ? 'a file that is there' : `a file that can be read (${code})`, reason: 'invalid-file' };
  }
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way);
}

/** JSON is UTF-8 (RFC 8259); the decoder leaves the byte order mark to the parser. */
function decode(bytes: Buffer): Content {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const before = bytes.toString('utf8').split('\uFFFD')[0] ?? '';
    const lines = before.split(/\r\n|\n|\r/);
    return { fault: `UTF-8; line ${lines.length} is not, from column ${(lines.at(-1) ?? '').length + 1} on`, reason: 'invalid-file' };
  }
}
