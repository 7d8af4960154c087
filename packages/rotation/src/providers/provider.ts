/** What makes and judges credentials. The engine owns labels, order, retries and masks; a provider knows one kind of credential. */

/** A credential's parts by name; secrets. */
export type Credential = Readonly<Record<string, string>>;

/** A check of a credential: good, or why not. `passing` faults may heal by themselves (a key that is not accepted yet). */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly check: string; readonly why: string; readonly passing?: boolean };

/** How long a new credential may take to be accepted everywhere. */
export interface Settling {
  /** Milliseconds. */
  readonly forMs: number;
  readonly everyMs: number;
  /** Successes in a row that count as proof. */
  readonly successes: number;
}

/** Where a credential lives besides the secret: something that has to be created and taken away. */
export interface Upstream {
  /** Creates the credential there, marked with the version's id. The parts returned are what is stored. */
  install(credential: Credential, token: string): Promise<Credential>;
  /** The ids of all credentials there that carry this rotation's mark. */
  list(): Promise<readonly string[]>;
  /** The id there of a credential read from a version. */
  identify(credential: Credential): string | undefined;
  /** Takes a credential away; one that is gone is no error. */
  revoke(id: string): Promise<void>;
}

/** One kind of credential. */
export interface Provider {
  /** As in the rotation file. */
  readonly type: string;
  /** A new credential that nobody knows yet. @param randomBytes cryptographic random bytes */
  generate(randomBytes: (count: number) => Uint8Array): Promise<Credential>;
  /** The document to store: the present one with the new credential in it. @throws RotationError `shape-invalid` */
  render(credential: Credential, document: string): string;
  /** The credential in a stored document; `undefined` where it holds none. */
  parse(document: string): Credential | undefined;
  /**
   * The provider's own check; always runs. A `new` credential has to be what the provider makes; an `old` one, to which a
   * rollback would return, only has to work: a person may have made it.
   */
  verify(credential: Credential, age: 'new' | 'old'): Promise<Verdict>;
  readonly settling?: Settling;
  readonly upstream?: Upstream;
}
