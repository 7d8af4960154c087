import { describe, expect, it } from 'vitest';
import { AwsError, classify } from '../src/errors.ts';

const sdk = (name: string, status?: number, more: object = {}) =>
  Object.assign(new Error('words of AWS'), { name, $metadata: { httpStatusCode: status, requestId: 'r-1' }, ...more });

describe('classify', () => {
  it.each([
    ['ThrottlingException', 400, 'throttled'],
    ['ProvisionedThroughputExceededException', 400, 'throttled'],
    ['SlowDown', 503, 'throttled'],
    ['Whatever', 429, 'throttled'],
    ['AccessDeniedException', 400, 'access-denied'],
    ['Forbidden', 403, 'access-denied'],
    ['ExpiredTokenException', 400, 'credentials-missing'],
    ['UnrecognizedClientException', 403, 'credentials-missing'],
    ['CredentialsProviderError', undefined, 'credentials-missing'],
    ['RepositoryNotFoundException', 400, 'not-found'],
    ['ConditionalCheckFailedException', 400, 'conflict'],
    ['ValidationException', 400, 'invalid-request'],
    ['InternalServerException', 500, 'unreachable'],
    ['TimeoutError', undefined, 'timeout'],
    ['SyntaxError', 200, 'unreachable'],
    ['SomethingNew', 400, 'service-error'],
  ])('%s %s is %s', (name, status, code) =>
    expect(classify(sdk(name, status), 'ecr', 'PutImage')).toMatchObject({ code, awsCode: name === 'SyntaxError' ? expect.anything() : name }),
  );

  it.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'EPIPE', 'CERT_HAS_EXPIRED'])('%s is unreachable and names the endpoint', (code) => {
    const error = classify(Object.assign(new Error('socket'), { code }), 'sts', 'AssumeRole', 'http://127.0.0.1:1');
    expect(error).toMatchObject({ code: 'unreachable', awsCode: code });
    expect(error.message).toBe(`sts:AssumeRole: ${code}: socket at http://127.0.0.1:1`);
  });

  it("tells a broken connection from a silent one, which the SDK's handler does not", () => {
    expect(classify(sdk('TimeoutError', undefined, { code: 'ECONNRESET' }), 'sts', 'AssumeRole').code).toBe('unreachable');
    expect(classify(sdk('TimeoutError', undefined, { code: 'ETIMEDOUT' }), 'sts', 'AssumeRole').code).toBe('timeout');
  });

  it('keeps request id, cause and the time of the server', () => {
    const cause = sdk('AccessDenied', 403, { $response: { headers: { date: 'Sat, 21 Nov 2026 12:00:00 GMT' } } });
    const error = classify(cause, 'sts', 'AssumeRole');
    expect(error.message).toBe('sts:AssumeRole: AccessDenied: words of AWS (request id r-1)');
    expect(error.serverTime).toBe(Date.parse('2026-11-21T12:00:00Z'));
    expect(error.cause).toBe(cause);
    expect(error.hint).toContain('"Action": "sts:AssumeRole"');
  });

  it('leaves an AwsError alone and takes anything else', () => {
    const error = new AwsError({ code: 'throttled', service: 's', operation: 'o', awsCode: '', message: 'm', hint: 'h' });
    expect(classify(error, 'x', 'y')).toBe(error);
    for (const thrown of [undefined, null, 'text', 7]) expect(classify(thrown, 's', 'o')).toBeInstanceOf(AwsError);
  });
});
