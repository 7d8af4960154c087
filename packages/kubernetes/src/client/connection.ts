/** How to reach an API server: address, trust, identity. */

/** A bearer token, made anew when the old one ages. */
export type TokenSource = (signal: AbortSignal) => Promise<string>;

/** One cluster as one identity. */
export interface Connection {
  /** `https://…`, without a slash at its end. */
  readonly server: string;
  /** PEM; the system's own CAs where absent. */
  readonly ca?: string;
  /** The name that the certificate has to carry, where it is not the host's. */
  readonly serverName?: string;
  readonly insecure?: boolean;
  readonly token?: TokenSource;
  /** PEM texts of a client certificate and its key. */
  readonly certificate?: string;
  readonly key?: string;
  /** For HTTPS_PROXY and NO_PROXY. */
  readonly environment?: Readonly<Record<string, string>>;
}
