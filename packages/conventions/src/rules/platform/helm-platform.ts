/** Platform and solutions come by Helm. */
import { failing } from '../../plan-facts/flags.ts';
import { child } from '../../plan-facts/world.ts';
import { fine, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

/** Only MediationZone asks for it. */
export const helmPlatform: Rule = {
  id: 'helm-platform',
  what: 'where there is an EKS cluster, charts are installed by Helm',
  why: [mediationItem('MZ Platform Application Helm chart')],
  severity: 'info',
  profiles: ['mz'],
  remedy: 'resource "helm_release" "platform" {\n  name  = "mz"\n  chart = "mediationzone"\n}',
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "mz"\n}',
  reads: { aws_eks_cluster: ['name'], helm_release: ['name'] },
  judge: (world) => {
    if (world.ofType('aws_eks_cluster').length === 0) return [];
    const managed = world.facts.manifests.some(({ value }) => child(child(child(value, 'metadata'), 'labels'), 'app.kubernetes.io/managed-by') === 'Helm');
    const facts = [
      world.ofType('helm_release').length > 0 || managed ? fine : failing('there is an EKS cluster, but nothing is installed by Helm', 'no helm_release'),
    ];
    return [{ address: 'plan', facts }];
  },
};
