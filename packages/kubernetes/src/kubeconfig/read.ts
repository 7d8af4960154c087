/** Reads a kubeconfig that somebody else wrote: its current context as a `Connection`. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Connection, TokenSource } from '../client/connection.ts';
import { KubernetesError } from '../errors.ts';
import { type ExecConfig, execToken, type RunExec } from './exec-token.ts';

interface Cluster {
  server?: string;
  'certificate-authority'?: string;
  'certificate-authority-data'?: string;
  'insecure-skip-tls-verify'?: boolean;
  'tls-server-name'?: string;
}

interface User {
  token?: string;
  tokenFile?: string;
  'client-certificate'?: string;
  'client-certificate-data'?: string;
  'client-key'?: string;
  'client-key-data'?: string;
  exec?: ExecConfig;
}

interface Kubeconfig {
  'current-context'?: string;
  contexts?: { name: string; context?: { cluster?: string; user?: string } }[];
  clusters?: { name: string; cluster?: Cluster }[];
  users?: { name: string; user?: User }[];
}

/** What reading needs from outside. */
export interface KubeconfigSurroundings {
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the exec plugin that a kubeconfig names (`aws eks get-token`). */
  readonly runExec: RunExec;
  readonly now: () => number;
}

/** @throws KubernetesError `invalid-file` with what is missing */
export function readKubeconfig(file: string, surroundings: KubeconfigSurroundings): Connection {
  const config = parseConfig(file);
  const current = config['current-context'];
  const context = config.contexts?.find(({ name }) => name === current)?.context;
  if (!context) throw invalid(file, `current-context ${current ?? '(none)'} is no context of it`);
  const cluster = config.clusters?.find(({ name }) => name === context.cluster)?.cluster;
  if (!cluster?.server) throw invalid(file, `cluster ${context.cluster ?? '(none)'} has no server`);
  if (!/^https:\/\//.test(cluster.server)) throw invalid(file, `server ${cluster.server} is not https: tokens are sent over TLS only`);
  const user = config.users?.find(({ name }) => name === context.user)?.user ?? {};
  const text = (data: string | undefined, path: string | undefined) => embedded(file, data, path);
  const ca = text(cluster['certificate-authority-data'], cluster['certificate-authority']);
  const certificate = text(user['client-certificate-data'], user['client-certificate']);
  const key = text(user['client-key-data'], user['client-key']);
  const token = tokenOf(file, user, surroundings);
  return {
    server: cluster.server.replace(/\/+$/, ''),
    ...(ca === undefined ? {} : { ca }),
    ...(cluster['insecure-skip-tls-verify'] === true ? { insecure: true } : {}),
    ...(cluster['tls-server-name'] ? { serverName: cluster['tls-server-name'] } : {}),
    ...(certificate !== undefined && key !== undefined ? { certificate, key } : {}),
    ...(token ? { token } : {}),
    environment: surroundings.environment,
  };
}

function parseConfig(file: string): Kubeconfig {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Kubeconfig;
  } catch (error) {
    throw invalid(file, (error as Error).message.split('\n')[0] ?? '', error);
  }
  throw invalid(file, 'it is not a map');
}

function embedded(file: string, data: string | undefined, path: string | undefined): string | undefined {
  if (data) return Buffer.from(data, 'base64').toString('utf8');
  return path ? readBeside(file, path) : undefined;
}

/** Paths in a kubeconfig are relative to the kubeconfig. */
function readBeside(file: string, path: string): string {
  try {
    return readFileSync(resolve(dirname(file), path), 'utf8');
  } catch (error) {
    throw invalid(file, `it names ${path}: ${(error as Error).message}`, error);
  }
}

function tokenOf(file: string, user: User, surroundings: KubeconfigSurroundings): TokenSource | undefined {
  const { token, tokenFile, exec } = user;
  if (tokenFile) return async () => readBeside(file, tokenFile).trim();
  if (token) return async () => token;
  return exec ? execToken(exec, dirname(file), surroundings) : undefined;
}

function invalid(file: string, why: string, cause?: unknown): KubernetesError {
  const hint = 'Write a kubeconfig with one current-context, its cluster and its user: aws eks update-kubeconfig --name <cluster> --kubeconfig <file>';
  return new KubernetesError({ code: 'invalid-file', message: `kubeconfig ${file}: ${why}`, hint, cause });
}
