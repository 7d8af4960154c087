/** GitHub, AWS and an OCI registry on one loopback port. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frozenClock, movableClock } from './clock.ts';
import { FaultPlan } from './faults.ts';
import { GithubApi } from './github/api.ts';
import { OidcIssuer } from './github/oidc.ts';
import { type LoopbackServer, listen } from './http-server.ts';
import { Identities, type IssuedKeys } from './identities.ts';
import { Ledger } from './ledger.ts';
import { createRouter } from './router.ts';
import type { KitClock, ServiceHost } from './service.ts';
import { createServices, type Services } from './services.ts';

/** How a kit starts. */
export interface KitOptions {
  /** Time stands still and moves with the step under test; needs `virtualClock` of `runStep`. */
  readonly virtualClock?: boolean;
  readonly region?: string;
  /** 12 digits. */
  readonly accountId?: string;
  /** `owner/name` */
  readonly repository?: string;
  /** A fixed port; a free one unless given. */
  readonly port?: number;
}

/** A running kit. Its services are reachable under their own names: `kit.sts`, `kit.ecr`. */
export interface Testkit extends Services {
  readonly url: string;
  /** Host and port of the registry that plays ECR's. */
  readonly registryHost: string;
  readonly region: string;
  readonly accountId: string;
  readonly repository: string;
  readonly clock: KitClock;
  readonly virtual: boolean;
  readonly faults: FaultPlan;
  readonly ledger: Ledger;
  readonly identities: Identities;
  /** Keys of a user of the kit's account who may call everything. */
  readonly keys: IssuedKeys;
  readonly oidc: OidcIssuer;
  readonly github: GithubApi;
  /** A folder of the kit's own that `close` removes. */
  readonly folder: string;
  /** The variables that lead a client here: endpoint, region, keys, GitHub's token service and API. */
  environment(options?: { keys?: IssuedKeys | false; idToken?: boolean }): Record<string, string>;
  /** Runs when the kit closes. */
  onClose(work: () => Promise<void> | void): void;
  close(): Promise<void>;
}

/** Starts a kit on a free port of 127.0.0.1. */
export async function startTestkit(options: KitOptions = {}): Promise<Testkit> {
  const clock = options.virtualClock ? frozenClock() : movableClock();
  const parts = {
    clock,
    virtual: options.virtualClock ?? false,
    region: options.region ?? 'eu-central-1',
    accountId: options.accountId ?? '111122223333',
    repository: options.repository ?? 'bank/payments',
    faults: new FaultPlan(),
    ledger: new Ledger(),
    identities: new Identities(clock),
    github: new GithubApi(),
  };
  const oidc = new OidcIssuer(clock, parts.repository);
  let server: LoopbackServer | undefined;
  const host: ServiceHost = {
    clock,
    region: parts.region,
    accountId: parts.accountId,
    get url() {
      return `http://127.0.0.1:${server?.port}`;
    },
    get registryHost() {
      return `127.0.0.1:${server?.port}`;
    },
  };
  const services = createServices(host, parts.identities, oidc);
  server = await listen(createRouter({ ...parts, oidc, services, host }), () => clock.now(), options.port);
  return assemble({ ...parts, ...services, oidc, url: host.url, registryHost: host.registryHost }, server);
}

type Running = Omit<Testkit, 'folder' | 'keys' | 'environment' | 'onClose' | 'close'>;

function assemble(running: Running, server: LoopbackServer): Testkit {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-testkit-'));
  const keys = running.identities.addUser('AKIATESTKITUSER00001', `testkit/secret/${'k'.repeat(24)}`, running.accountId, 'ci');
  const closing: (() => Promise<void> | void)[] = [];
  return {
    ...running,
    folder,
    keys,
    environment: (options = {}) => clientEnvironment(running, options.keys === undefined ? keys : options.keys, options.idToken ?? false),
    onClose: (work) => void closing.push(work),
    async close() {
      for (const work of closing.reverse()) await work();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function clientEnvironment(kit: Running, keys: IssuedKeys | false, idToken: boolean): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: kit.url,
    AWS_REGION: kit.region,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(keys ? keyVariables(keys) : {}),
    GITHUB_API_URL: `${kit.url}/_github/api`,
    GITHUB_REPOSITORY: kit.repository,
    ...(idToken
      ? { ACTIONS_ID_TOKEN_REQUEST_URL: `${kit.url}/_github/oidc/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: kit.oidc.requestToken }
      : {}),
  };
}

function keyVariables(keys: IssuedKeys): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    ...(keys.sessionToken ? { AWS_SESSION_TOKEN: keys.sessionToken } : {}),
  };
}
