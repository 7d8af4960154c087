/** Images in the fake ECR, and a gate over them in virtual time. */
import { runStep, type StepOptions, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';

/** The repository of these tests. */
export const repository = 'bank/payments';

const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** A kit in virtual time with an empty repository. */
export async function startGateKit(): Promise<Testkit> {
  const kit = await startTestkit({ virtualClock: true });
  kit.ecr.createRepository(repository);
  return kit;
}

/** Pushes a plain image; different markers make different digests. */
export function pushImage(kit: Testkit, marker: string, options: { tag?: string; architecture?: string; type?: string } = {}): string {
  const store = kit.ecr.store;
  const stored = kit.ecr.createRepository(repository);
  const config = store.putBlob(stored, Buffer.from(JSON.stringify({ os: 'linux', architecture: options.architecture ?? 'amd64', marker })));
  const layer = store.putBlob(stored, Buffer.from(`layer ${marker}`));
  const manifest = {
    schemaVersion: 2,
    mediaType: imageType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: 100 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: layer, size: 100 }],
  };
  return store.putManifest(stored, { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: imageType, tag: options.tag }).digest;
}

/** Pushes an index over images that are there, with an attestation child for each, as BuildKit does. */
export function pushIndex(kit: Testkit, children: readonly { digest: string; platform: string }[], tag?: string): { digest: string; attestations: string[] } {
  const store = kit.ecr.store;
  const stored = kit.ecr.createRepository(repository);
  const attestations = children.map(({ digest }) => pushImage(kit, `attestation of ${digest}`));
  const manifests = [
    ...children.map(({ digest, platform }) => {
      const [os, architecture, variant] = platform.split('/');
      return { mediaType: imageType, digest, size: 500, platform: { os, architecture, ...(variant ? { variant } : {}) } };
    }),
    ...children.map(({ digest }, index) => ({
      mediaType: imageType,
      digest: attestations[index],
      size: 500,
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': digest },
    })),
  ];
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests }));
  return { digest: store.putManifest(stored, { bytes, mediaType: indexType, tag }).digest, attestations };
}

/** The image's full name by digest. */
export function nameOf(kit: Testkit, reference: string): string {
  const separator = reference.startsWith('sha256:') ? '@' : ':';
  return `${kit.accountId}.dkr.ecr.${kit.region}.amazonaws.com/${repository}${separator}${reference}`;
}

/** Runs the gate on the built dist. */
export function gate(kit: Testkit, inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> {
  return runStep(kit, { action: 'scan-gate', inputs, ...options });
}

/** Coverage that is ready at once. */
export const scanned = { reason: 'SUCCESSFUL' } as const;
