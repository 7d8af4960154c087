/** Answers in the words of the distribution specification and of ECR's registry. */
import type { FakeAnswer } from '../service.ts';

/** An error of the OCI distribution specification (table "Error Codes"). */
export function registryError(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): FakeAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'docker-distribution-api-version': 'registry/2.0', ...headers },
    body: { errors: [{ code, message }] },
  };
}

/** A success with the registry's own headers. */
export function registryAnswer(status: number, headers: Readonly<Record<string, string>> = {}, body: Buffer | object | string = ''): FakeAnswer {
  return { status, headers: { 'docker-distribution-api-version': 'registry/2.0', ...headers }, body };
}

/** What ECR says to a request without a valid password. */
export function notAuthorized(host: string): FakeAnswer {
  return {
    status: 401,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'docker-distribution-api-version': 'registry/2.0',
      'www-authenticate': `Basic realm="https://${host}/",service="ecr.amazonaws.com"`,
    },
    body: 'Not Authorized\n',
  };
}
