/**
 * A rule never says fail where some completion of the unknowns would pass, and hiding a fault does not make it a pass. The
 * plans are those of the generator; hiding values of a plan leaves the plan itself among the completions.
 */
import { bytesSource, readPlan } from '@slipway/terraform/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../../test/conventions-truth/generate.ts';
import { hide } from '../../../test/conventions-truth/hide.ts';
import { chooseRules, type Finding, judgePlan, noFacts, selectionFor } from '../src/index.ts';

const chosen = chooseRules({ profiles: ['strict'], only: [], settings: new Map() });
const facts = { ...noFacts, environments: ['sandbox-apps', 'sandbox-data', 'shared-services-ci'], cluster: 'sandbox', organisation: 'digibank' };

function judge(plan: object): ReadonlyMap<string, Finding> {
  const findings = judgePlan(readPlan(bytesSource(Buffer.from(JSON.stringify(plan))), selectionFor(chosen)), chosen, facts);
  return new Map(findings.map((finding) => [`${finding.rule} ${finding.address}`, finding]));
}

/** Where the page's own words are stricter than what is known. */
const failsUnproven: Readonly<Record<string, string>> = {
  'imds-v2': 'a block that nobody wrote fails although the provider has not said what it will be',
  'tags-required': 'tags_all is taken for the tags together with the default tags',
};

/** Where what is hidden decides whether, or where, the rule speaks at all. */
const speaksElsewhere: Readonly<Record<string, string>> = {
  'egress-table-keys': 'only a known name tells that it is the egress table',
  'efs-backup': 'a policy of nobody knows which file system is told at the file systems',
  'eks-nodegroup-span': 'only the cluster tells the VPC',
  'flow-logs': 'a log of nobody knows which VPC is told at the VPCs',
  'irsa-one-sa': 'a trust that is unknown names nobody',
  'name-irsa-role': 'only the trust or the name tells that it is such a role',
  'no-plaintext-password': 'the literal stands in the configuration alone',
  's3-lifecycle-7d': 'only a known name tells that it holds uploads',
  's3-tls-only': 'a policy of nobody knows which bucket is told at the buckets',
  'sg-db-ports': 'only the database tells that a group is its own',
  'sg-world-open': 'permissions that nobody wrote are those of other resources',
  'sqs-own-key': 'a key that nothing proves is shared with nobody',
  'sns-own-key': 'a key that nothing proves is shared with nobody',
  'kms-per-service': 'users that nothing proves are no users',
  'backup-param': 'the reference stands in the configuration alone',
  'bastion-only': 'only a known group is that of a control plane',
  'db-multi-az': 'a member of nobody knows which cluster may be anyone’s',
  'dns-zone': 'zones that are unknown are not counted',
};

const numbers = { seed: fc.integer({ min: 1, max: 10_000 }), hiding: fc.integer({ min: 1, max: 10_000 }) };
const share = fc.constantFrom(0.03, 0.3, 0.9);
const settings = { numRuns: Number(process.env['COMPLETION_RUNS'] ?? 60), seed: 20_261_121 };

describe('what only apply tells', () => {
  it('never fails where the whole plan does not', () => {
    fc.assert(
      fc.property(fc.record({ ...numbers, share, keep: fc.boolean() }), ({ seed, hiding, share: part, keep }) => {
        const { plan } = generate(seed, 100);
        const whole = judge(plan);
        const { plan: partly } = hide(plan, { seed: hiding, share: part, keep });
        const unproven = [...judge(partly)].filter(
          ([key, { verdict, rule }]) => verdict === 'fail' && whole.get(key)?.verdict !== 'fail' && !failsUnproven[rule],
        );
        expect(unproven.map(([key, { evidence }]) => `${key}: ${evidence.join(', ')}`)).toEqual([]);
      }),
      settings,
    );
  });

  it('is no pass for what fails in the whole plan, where nothing proves it', () => {
    fc.assert(
      fc.property(fc.record({ ...numbers, share }), ({ seed, hiding, share: part }) => {
        const { plan } = generate(seed, 100);
        const partly = judge(hide(plan, { seed: hiding, share: part, keep: false }).plan);
        const lost = [...judge(plan)].filter(([key, { verdict, rule }]) => verdict === 'fail' && !partly.has(key) && !speaksElsewhere[rule]);
        expect(lost.map(([key, { evidence }]) => `${key}: ${evidence.join(', ')}`)).toEqual([]);
      }),
      settings,
    );
  });

  it('hides something', () => {
    const { plan } = generate(1, 100);
    const { plan: partly, hidden } = hide(plan, { seed: 1, share: 0.3, keep: true });
    expect(hidden.length).toBeGreaterThan(50);
    expect(JSON.stringify(partly)).not.toBe(JSON.stringify(plan));
  });
});
