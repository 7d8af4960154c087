/** Kubernetes secrets are encrypted with a KMS key. */
import { type Path, read, readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

const block = 'encryption_config';

/** Both halves are needed: `secrets` among the resources, and a provider with a key. */
export const eksSecretsKms: Rule = {
  id: 'eks-secrets-kms',
  what: 'EKS encrypts Kubernetes secrets with a KMS key',
  why: [
    { document: 'opta-aws-architecture', sentence: 'The EKS storage (e.g. K8s secrets) is encrypted at rest via KMS' },
    bankKeyRow('sandbox-apps-eks', 'sandbox eks apps'),
  ],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'encryption_config {\n  resources = ["secrets"]\n  provider {\n    key_arn = aws_kms_key.<yours>.arn\n  }\n}',
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "bank"\n}',
  reads: { aws_eks_cluster: [block], ...keyReads },
  judge: eachResource(['aws_eks_cluster'], (resource, world) => {
    const blocks = readBlocks(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    const [path] = blocks;
    if (!path) return [failing(`there is no ${block}`, showValue(resource, [block]))];
    const providers = readBlocks(resource, [...path, 'provider']);
    const key = providers === 'unknown' ? [...path, 'provider'] : [...(providers[0] ?? [...path, 'provider', 0]), 'key_arn'];
    return [judgeResources(resource, [...path, 'resources']), judgeCustomerKey(world, resource, key)];
  }),
};

function judgeResources(resource: Resource, path: Path): Fact {
  const reading = read(resource, path);
  if (reading.state === 'unknown') return uncertain('which resources are encrypted is known after apply', showValue(resource, path));
  const list = reading.state === 'known' && Array.isArray(reading.value) ? reading.value : [];
  if (list.includes('secrets')) return fine;
  if (list.some((_, index) => read(resource, [...path, index]).state === 'unknown'))
    return uncertain('which resources are encrypted is known after apply', showValue(resource, path));
  return failing('secrets are not among the encrypted resources', showValue(resource, path));
}
