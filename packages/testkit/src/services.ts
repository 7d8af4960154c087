/** The AWS services of a kit. A new fake is one line here. */
import { FakeEcr } from './aws/ecr.ts';
import { FakeSecretsManager } from './aws/secrets/index.ts';
import { FakeSts } from './aws/sts.ts';
import type { OidcIssuer } from './github/oidc.ts';
import type { Identities } from './identities.ts';
import type { ServiceHost } from './service.ts';

/** Makes the services of a kit; the key is how tests reach them: `kit.services.sts`. */
export function createServices(host: ServiceHost, identities: Identities, issuer: OidcIssuer) {
  const ecr = new FakeEcr(host);
  return {
    ecr,
    registry: ecr.registry,
    secretsmanager: new FakeSecretsManager(host),
    sts: new FakeSts(host, identities, issuer),
  };
}

/** The services by name. */
export type Services = ReturnType<typeof createServices>;
