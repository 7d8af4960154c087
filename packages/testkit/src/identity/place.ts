/** An endpoint that is found by its path, without a signature. */
import type { FakeAnswer, FakeRequest } from '../service.ts';

/** What answers under a path of the kit. */
export interface PathPlace {
  /** The service's name for faults and for the ledger. */
  readonly name: string;
  /** Whether the request is meant for it. */
  covers(request: FakeRequest): boolean;
  operation(request: FakeRequest): string;
  handle(request: FakeRequest): FakeAnswer;
}

/** Plain text. */
export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): FakeAnswer {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body };
}
