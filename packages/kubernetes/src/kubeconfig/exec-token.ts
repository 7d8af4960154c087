/** Tokens from a kubeconfig's exec plugin (client.authentication.k8s.io), kept until shortly before they expire. */
import type { TokenSource } from '../client/connection.ts';
import { KubernetesError } from '../errors.ts';

/** `users[].user.exec` */
export interface ExecConfig {
  readonly apiVersion?: string;
  readonly command: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { name: string; value: string }[] | null;
}

/** Runs a command to its end. */
export type RunExec = (request: {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}) => Promise<{ code: number; stdout: string; stderr: string }>;

interface ExecCredential {
  status?: { token?: string; expirationTimestamp?: string };
}

const marginMs = 60_000;

/** @param folder the kubeconfig's, which relative commands start from */
export function execToken(
  exec: ExecConfig,
  folder: string,
  { environment, runExec, now }: { environment: Readonly<Record<string, string>>; runExec: RunExec; now: () => number },
): TokenSource {
  let kept: { token: string; until: number } | undefined;
  return async (signal) => {
    if (kept && kept.until > now()) return kept.token;
    const info = { kind: 'ExecCredential', apiVersion: exec.apiVersion, spec: { interactive: false } };
    const own = Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value]));
    const variables = { ...environment, ...own, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const request = { command: exec.command, arguments: exec.args ?? [], cwd: folder, environment: variables, signal };
    const { code, stdout, stderr } = await runExec(request).catch((error: unknown) => {
      signal.throwIfAborted();
      throw failed(exec.command, (error as Error).message, error);
    });
    if (code !== 0) throw failed(exec.command, `exit ${code}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
    const token = tokenIn(exec.command, stdout);
    kept = { token: token.token, until: (token.expires ?? Number.POSITIVE_INFINITY) - marginMs };
    return token.token;
  };
}

function tokenIn(command: string, stdout: string): { token: string; expires: number | undefined } {
  let credential: ExecCredential;
  try {
    credential = JSON.parse(stdout) as ExecCredential;
  } catch (error) {
    throw failed(command, 'its output is no ExecCredential', error);
  }
  const { token, expirationTimestamp } = credential.status ?? {};
  if (!token) throw failed(command, 'its answer has no token');
  return { token, expires: expirationTimestamp ? Date.parse(expirationTimestamp) : undefined };
}

function failed(command: string, why: string, cause?: unknown): KubernetesError {
  const hint = `Run it by hand to see why it gives no token, or use cluster-name instead of kubeconfig-file: ${command}`;
  return new KubernetesError({ code: 'unauthorized', message: `${command} gave no token: ${why}`, hint, cause });
}
