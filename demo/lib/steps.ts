/** The steps of the pipeline in the order of a workflow: what each is given, and what to say of it. */
import type { StepResult } from '@slipway/testkit';
import { names, type World } from './world.ts';

/** What earlier steps gave: step name → outputs. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One step. */
export interface DemoStep {
  readonly name: string;
  readonly action: string;
  /** A tool without which it cannot run. */
  readonly needs?: 'helm' | 'terraform';
  readonly inputs: (world: World, outputs: Outputs) => Record<string, string>;
  /** What came out, in a few words, when it succeeded. */
  readonly fact: (result: StepResult, world: World) => string;
}

const region = 'eu-central-1';
const passphrase = 'demo passphrase, only for this run';
const of = (outputs: Outputs, step: string, name: string) => outputs[step]?.[name] ?? '';
const short = (digest: string | undefined) => (digest ?? '').replace(/^sha256:/, '').slice(0, 12);

/** All of them. */
export const steps: readonly DemoStep[] = [
  {
    name: 'assume-role',
    action: 'assume-role',
    inputs: ({ roleArn, kit }) => ({ 'aws-region': region, 'role-to-assume': roleArn, 'allowed-account-ids': kit.accountId }),
    fact: ({ outputs }) => `session ${outputs['session-name']} until ${outputs['aws-expiration']}`,
  },
  {
    name: 'ecr-login',
    action: 'ecr-login',
    inputs: () => ({ mode: 'helper' }),
    fact: ({ outputs }) => `credential helper for ${outputs['registry']}`,
  },
  {
    name: 'build-image',
    action: 'build-image',
    inputs: ({ kit, imageSource }) => ({ environment: names.environment, service: names.service, registry: kit.registryHost, source: imageSource, 'candidate-only': 'true', 'create-repository': 'true', cache: 'none', ...(imageSource === '.' ? { provenance: 'false' } : {}) }),
    fact: ({ outputs }, { tools, imageSource }) => `${short(outputs['digest'])} as ${outputs['candidate-tag']?.slice(0, 20)}… (${imageSource === '.' ? tools.builder : 'OCI layout'})`,
  },
  {
    name: 'scan-gate',
    action: 'scan-gate',
    inputs: (_world, outputs) => ({ image: `${names.environment}/${names.service}:${of(outputs, 'build-image', 'candidate-tag')}`, 'policy-file': 'config/scan-policy.yaml', settle: '1s', 'settle-empty': '3s', 'promote-tags': 'v1.0.0' }),
    fact: ({ outputs }) => `settled after ${(Number(outputs['waited-ms']) / 1000).toFixed(1)} s, promoted ${(JSON.parse(outputs['promoted-tags'] || '[]') as string[]).join(', ')}`,
  },
  {
    name: 'check-conventions',
    action: 'check-conventions',
    inputs: () => ({ 'plan-file': 'platform/plan.json', profile: 'opta' }),
    fact: ({ outputs }) => {
      const counts = JSON.parse(outputs['counts'] || '{}') as Record<string, number>;
      return `${counts['rules']} rules over ${counts['resources']} resources`;
    },
  },
  {
    name: 'terraform plan',
    action: 'terraform',
    needs: 'terraform',
    inputs: () => ({ command: 'plan', 'working-directory': 'terraform', 'plan-store': 'path:sealed', 'plan-passphrase': passphrase }),
    fact: ({ outputs }) => `${countsOf(outputs['counts'])}, sealed, fingerprint ${short(outputs['fingerprint'])}`,
  },
  {
    name: 'terraform apply',
    action: 'terraform',
    needs: 'terraform',
    inputs: (_world, outputs) => ({ command: 'apply', 'working-directory': 'terraform', 'plan-store': 'path:sealed', 'plan-passphrase': passphrase, fingerprint: of(outputs, 'terraform plan', 'fingerprint') }),
    fact: ({ outputs }) => `the reviewed plan, ${countsOf(outputs['counts'])}`,
  },
  {
    name: 'deploy-helm',
    action: 'deploy-helm',
    needs: 'helm',
    inputs: ({ breakAt }, outputs) => {
      const image = of(outputs, 'build-image', 'image');
      const reference = breakAt === 'rollout' ? `${image.split('@')[0]}:crash` : image;
      return { 'cluster-name': names.cluster, namespace: 'payments', 'create-namespace': 'true', release: names.service, chart: 'chart', set: JSON.stringify({ image: { reference } }), timeout: '60s' };
    },
    fact: ({ outputs }, { clusterKind }) => `revision ${outputs['revision']} on ${clusterKind}`,
  },
  {
    name: 'seed-egress',
    action: 'seed-egress',
    inputs: () => ({ command: 'apply', rows: 'config/egress-rows.yaml' }),
    fact: ({ outputs }) => `${(JSON.parse(outputs['counts'] || '{}') as Record<string, number>)['writes']} rows written`,
  },
  {
    name: 'rotate-secret',
    action: 'rotate-secret',
    inputs: () => ({ command: 'rotate', 'config-file': 'config/rotation.yaml', force: 'true' }),
    fact: ({ outputs }) => {
      const [first] = JSON.parse(outputs['results'] || '[]') as { secret: string; state: string }[];
      return `${first?.secret} is ${first?.state}`;
    },
  },
];

function countsOf(text: string | undefined): string {
  const counts = Object.entries(JSON.parse(text || '{}') as Record<string, number>).filter(([, count]) => count > 0);
  return counts.map(([name, count]) => `${count} to ${name}`).join(', ') || 'no changes';
}
