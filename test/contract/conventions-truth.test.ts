/** Plans whose truth is known by construction: no finding is missing, none is too many. */
import { type ChosenRule, chooseRules, judgePlan, noFacts, selectionFor } from '@slipway/conventions';
import { bytesSource, readPlan } from '@slipway/terraform/plan';
import { describe, expect, it } from 'vitest';
import { generate } from '../conventions-truth/generate.ts';

const seeds = Array.from({ length: Number(process.env['TRUTH_SEEDS'] ?? 50) }, (_, index) => index + 1);
const facts = { ...noFacts, environments: ['sandbox-apps', 'sandbox-data', 'shared-services-ci'], cluster: 'sandbox', organisation: 'digibank' };

function judge(plan: object, rules: readonly string[]): string[] {
  const chosen: ChosenRule[] = chooseRules({ profiles: ['strict'], only: rules, settings: new Map() });
  expect(chosen.map(({ rule }) => rule.id).sort()).toEqual(rules);
  const findings = judgePlan(readPlan(bytesSource(Buffer.from(JSON.stringify(plan))), selectionFor(chosen)), chosen, facts);
  return findings.map(({ rule, address, verdict, introduced }) => `${rule} ${address} ${verdict} ${introduced ? 'new' : 'old'}`).sort();
}

describe('plans with known truth', () => {
  it.each(seeds)('seed %i', (seed) => {
    const { plan, truth, rules } = generate(seed, 150);
    const found = judge(plan, rules);
    const [wanted, got] = [new Set(truth), new Set(found)];
    expect({ missing: truth.filter((line) => !got.has(line)), extra: found.filter((line) => !wanted.has(line)) }).toEqual({ missing: [], extra: [] });
    expect(found).toEqual(truth);
  });

  it('speak of at least 60 rules', () => {
    const spoken = new Set(seeds.slice(0, 5).flatMap((seed) => generate(seed, 150).rules));
    expect(spoken.size).toBeGreaterThanOrEqual(60);
  });
});
