/** The AWS services of a kit. A new fake is one line here. */
import { FakeDynamoDb } from './aws/dynamodb/index.ts';
import { FakeEcr } from './aws/ecr.ts';
import { FakeEcrPublic } from './aws/ecr-public.ts';
import { FakeEks } from './aws/eks.ts';
import { FakeInspector2 } from './aws/inspector.ts';
import { FakeKms } from './aws/kms.ts';
import { FakeS3 } from './aws/s3.ts';
import { FakeSecretsManager } from './aws/secrets/index.ts';
import { FakeSts } from './aws/sts/index.ts';
import type { OidcIssuer } from './github/oidc.ts';
import type { Identities } from './identities.ts';
import { ClusterIssuer, containerAgent, InstanceMetadata, podIdentity } from './identity/index.ts';
import type { ServiceHost } from './service.ts';

/** Makes the services of a kit; the key is how tests reach them: `kit.services.sts`. */
export function createServices(host: ServiceHost, identities: Identities, issuer: OidcIssuer) {
  const ecr = new FakeEcr(host);
  const sts = new FakeSts(host, identities, issuer);
  const cluster = new ClusterIssuer(host.clock, host.region);
  sts.addProvider(cluster);
  return {
    /** The instance metadata service, version 2. */
    imds: new InstanceMetadata(host, identities),
    /** The agent of EKS Pod Identity. */
    podIdentity: podIdentity(host, identities),
    /** The agent of ECS. */
    container: containerAgent(host, identities),
    /** The issuer of an EKS cluster, known to STS. */
    cluster,
    dynamodb: new FakeDynamoDb(host),
    ecr,
    ecrPublic: new FakeEcrPublic(ecr.tokens),
    registry: ecr.registry,
    secretsmanager: new FakeSecretsManager(host),
    eks: new FakeEks(host),
    inspector2: new FakeInspector2(host, ecr.store),
    kms: new FakeKms(host),
    s3: new FakeS3(host),
    sts,
  };
}

/** The services by name. */
export type Services = ReturnType<typeof createServices>;
