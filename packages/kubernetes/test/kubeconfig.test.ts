import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunExec } from '../src/kubeconfig/exec-token.ts';
import { readKubeconfig } from '../src/kubeconfig/read.ts';
import { renderKubeconfig } from '../src/kubeconfig/write.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-kubeconfig-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { signal } = new AbortController();
const noExec: RunExec = async () => {
  throw new Error('nothing is to be run');
};
const read = (text: string, runExec: RunExec = noExec, now = () => 0) => {
  writeFileSync(join(folder, 'config'), text);
  return readKubeconfig(join(folder, 'config'), { environment: { PATH: '/bin' }, runExec, now });
};
const config = (cluster: object, user: object) =>
  JSON.stringify({
    'current-context': 'c',
    contexts: [{ name: 'c', context: { cluster: 'k', user: 'u' } }],
    clusters: [{ name: 'k', cluster: { server: 'https://k.example/', ...cluster } }],
    users: [{ name: 'u', user }],
  });
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('readKubeconfig', () => {
  it('reads what renderKubeconfig writes, and its token file anew each time', async () => {
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'one\n');
    const connection = read(renderKubeconfig({ server: 'https://k.example', ca: 'PEM', tokenFile, namespace: 'app' }));
    expect(connection).toMatchObject({ server: 'https://k.example', ca: 'PEM' });
    expect(await connection.token?.(signal)).toBe('one');
    writeFileSync(tokenFile, 'two');
    expect(await connection.token?.(signal)).toBe('two');
  });

  it('takes files beside it, certificates, and other names', () => {
    writeFileSync(join(folder, 'ca.pem'), 'CA');
    const connection = read(
      config({ 'certificate-authority': 'ca.pem', 'tls-server-name': 'api' }, { 'client-certificate-data': base64('CERT'), 'client-key-data': base64('KEY') }),
    );
    expect(connection).toMatchObject({ server: 'https://k.example', ca: 'CA', serverName: 'api', certificate: 'CERT', key: 'KEY' });
    expect(connection.token).toBeUndefined();
  });

  it.each([
    ['no map', '- 1', 'it is not a map'],
    ['no context', '{}', 'current-context (none)'],
    ['a context without a cluster', JSON.stringify({ 'current-context': 'c', contexts: [{ name: 'c', context: {} }] }), 'has no server'],
    ['plain http', config({ server: 'http://k' }, {}), 'not https'],
    ['a CA file that is not there', config({ 'certificate-authority': 'absent.pem' }, {}), 'absent.pem'],
    ['no YAML', 'a: [', ''],
  ])('refuses %s', (_, text, why) => {
    expect(() => read(text)).toThrowError(expect.objectContaining({ code: 'invalid-file', message: expect.stringContaining(why) }));
  });
});

describe('an exec plugin', () => {
  const user = { exec: { apiVersion: 'client.authentication.k8s.io/v1beta1', command: 'aws', args: ['eks', 'get-token'], env: [{ name: 'A', value: 'b' }] } };
  const answer = (token: string, expirationTimestamp?: string) => ({ code: 0, stdout: JSON.stringify({ status: { token, expirationTimestamp } }), stderr: '' });

  it('is run with its own variables, and again when the token ages', async () => {
    const runs: unknown[] = [];
    let now = 0;
    const run: RunExec = async (request) => {
      runs.push({ command: request.command, arguments: request.arguments, a: request.environment['A'], path: request.environment['PATH'] });
      return answer(`t${runs.length}`, '1970-01-01T00:10:00Z');
    };
    const { token } = read(config({}, user), run, () => now);
    expect([await token?.(signal), await token?.(signal)]).toEqual(['t1', 't1']);
    now = 9 * 60_000;
    expect(await token?.(signal)).toBe('t2');
    expect(runs[0]).toEqual({ command: 'aws', arguments: ['eks', 'get-token'], a: 'b', path: '/bin' });
  });

  it.each([
    ['fails', async () => ({ code: 255, stdout: '', stderr: 'no credentials\n' }), 'no credentials'],
    ['cannot be started', async () => Promise.reject(new Error('spawn aws ENOENT')), 'ENOENT'],
    ['prints no JSON', async () => ({ code: 0, stdout: 'hello', stderr: '' }), 'no ExecCredential'],
    ['gives no token', async () => ({ code: 0, stdout: '{}', stderr: '' }), 'no token'],
  ] as [string, RunExec, string][])('that %s is unauthorized', async (_, run, why) => {
    await expect(read(config({}, user), run).token?.(signal)).rejects.toMatchObject({ code: 'unauthorized', message: expect.stringContaining(why) });
  });
});
