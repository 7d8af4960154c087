/** Where the identity comes from, and by which proxy it is asked for. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ActionContext, type InputReader, shapeOf } from '@slipway/action-kit';
import type { Source } from '../plan.ts';

/** The first identity of every role of the step. */
export interface SourceSettings {
  readonly source: Source;
  /** Absolute. */
  readonly tokenFile: string | undefined;
  /** As given; the partition's own unless. */
  readonly audience: string | undefined;
  readonly httpProxy: string | undefined;
  readonly noProxy: string | undefined;
  /** The role of the runner's own web identity (IRSA) with source `runner`: it is assumed by token, not by AssumeRole. */
  readonly runnerRole: string | undefined;
}

const sources = ['oidc', 'environment', 'runner', 'web-identity-file'] as const;

/** Reads them all; mistakes are noted in the reader. */
export function readSource(reader: InputReader, { environment, github }: Pick<ActionContext, 'environment' | 'github'>): SourceSettings {
  const source = reader.choice('source', sources);
  const audience = reader.text('audience');
  if (audience !== undefined && source !== 'oidc')
    reader.fault('audience', `no value with source ${source}: no token is asked for there`, 'leave audience out');
  return {
    source,
    tokenFile: readTokenFile(reader, source, github.workspace),
    audience,
    ...readProxy(reader),
    runnerRole: source === 'runner' && environment.get('AWS_WEB_IDENTITY_TOKEN_FILE') ? environment.get('AWS_ROLE_ARN') : undefined,
  };
}

function readTokenFile(reader: InputReader, source: Source, workspace: string): string | undefined {
  const name = 'web-identity-token-file';
  const example = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token';
  const given = reader.text(name);
  if (source !== 'web-identity-file') {
    if (given !== undefined) reader.fault(name, 'no value without source: web-identity-file', 'source: web-identity-file');
    return undefined;
  }
  if (given === undefined) {
    reader.fault(name, 'the file of the token', example);
    return undefined;
  }
  const file = resolve(workspace, given);
  const fault = tokenFileFault(file);
  if (fault) reader.fault(name, fault, example);
  return file;
}

/** What is wrong with a token's file; `undefined` when nothing is. The token itself is never quoted. */
function tokenFileFault(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return `a file that can be read (${code}: ${file})`;
  }
  if (text === '') return 'a file with a token in it: it is empty';
  if (!isToken(text)) return `a file whose whole content is a JWT; it holds ${shapeOf(text)} that are none`;
  return undefined;
}

function isToken(text: string): boolean {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return false;
  return parts.slice(0, 2).every((part) => {
    try {
      const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
      return value !== null && typeof value === 'object';
    } catch {
      return false;
    }
  });
}

/** A proxy's URL may hold a password, so that its value is never shown. */
function readProxy(reader: InputReader): Pick<SourceSettings, 'httpProxy' | 'noProxy'> {
  const httpProxy = reader.text('http-proxy');
  if (httpProxy !== undefined && !isProxy(httpProxy))
    reader.fault('http-proxy', 'the URL of a proxy: http:// or https://, a host and a port', 'http://proxy.example.com:3128', shapeOf(httpProxy));
  return { httpProxy, noProxy: reader.text('no-proxy') };
}

function isProxy(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    const url = new URL(text);
    return url.hostname !== '' && (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
  } catch {
    return false;
  }
}
