/** An STS that says what a test tells it to, and notes what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsContext } from '../src/config.ts';

/** What one request asked. */
export interface Asked {
  readonly operation: string;
  readonly form: Record<string, string>;
  /** The access key id of the signature; empty where there is none. */
  readonly signedBy: string;
}

/** What it is answered. */
export interface Said {
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly body?: string;
  /** Milliseconds since the epoch of the Date header. */
  readonly date?: number;
  readonly headers?: Record<string, string>;
  /** Cuts the connection. */
  readonly reset?: boolean;
}

/** A running server. */
export interface ScriptedSts {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Answers each request by the script; `{}` is success with keys named after the role. */
export async function startSts(script: (asked: Asked, index: number) => Said): Promise<ScriptedSts> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = Object.fromEntries(new URLSearchParams(body));
    const signedBy = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const entry = { operation: form['Action'] ?? '', form, signedBy };
    asked.push(entry);
    const said = script(entry, asked.length - 1);
    if (said.reset) return void request.socket.destroy();
    const headers = { 'content-type': 'text/xml', ...(said.date === undefined ? {} : { date: new Date(said.date).toUTCString() }), ...said.headers };
    response.writeHead(said.status ?? (said.code ? 400 : 200), headers);
    response.end(said.body ?? (said.code ? errorOf(said) : answerOf(entry)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function errorOf({ code, message = 'said so' }: Said): string {
  return `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`;
}

function answerOf({ operation, form }: Asked): string {
  const [, , , , account = '', path = ''] = (form['RoleArn'] ?? '').split(':');
  const name = path.split('/').at(-1);
  const result =
    operation === 'GetCallerIdentity'
      ? '<Arn>arn:aws:iam::111122223333:user/ci</Arn><UserId>AIDA</UserId><Account>111122223333</Account>'
      : `<Credentials><AccessKeyId>ASIA-${name}</AccessKeyId><SecretAccessKey>secret-${name}</SecretAccessKey><SessionToken>session-${name}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>arn:aws:sts::${account}:assumed-role/${name}/${form['RoleSessionName']}</Arn><AssumedRoleId>AROA:${form['RoleSessionName']}</AssumedRoleId></AssumedRoleUser>`;
  return `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>r-2</RequestId></ResponseMetadata></${operation}Response>`;
}

/** Time that passes only by sleeping, or by hand; from a runner's clock that may be wrong. */
export function handClock(start = Date.now()) {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}

/** A context for the server. The keys are there for what is signed. */
export function contextOf(sts: ScriptedSts, clock = handClock(), more: Partial<AwsContext> = {}): AwsContext {
  return {
    region: 'eu-central-1',
    endpoint: sts.url,
    credentials: { accessKeyId: 'AKIACONTEXT', secretAccessKey: 's' },
    clock,
    signal: new AbortController().signal,
    deadline: clock.now() + 60_000,
    random: () => 0,
    ...more,
  };
}

/** A JWT with these times in seconds since the epoch. */
export function jwt(iat: number, exp: number, more: Record<string, unknown> = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ sub: 'repo:bank/payments', iat, exp, ...more })}.c2ln`;
}

/** The ARN of a role of the test's account. */
export function role(name: string): string {
  return `arn:aws:iam::111122223333:role/${name}`;
}
