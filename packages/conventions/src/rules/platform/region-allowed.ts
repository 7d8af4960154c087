/** One region, from the list. */
import { type ConfiguredModule, type ConfiguredProvider, isMap } from '@slipway/terraform/plan';
import { longestReferences } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';

/** Services that are global and live in us-east-1. */
const globalTypes = /^aws_(?:acm|cloudfront|waf|wafv2)_/;
const globalRegion = 'us-east-1';

/** Judged at the provider: where its resources go. */
export const regionAllowed: Rule = {
  id: 'region-allowed',
  what: 'all providers work in one region, which is allowed',
  why: [
    { document: 'opta-aws-architecture', sentence: 'For AWS our environments are currently setup within a single region' },
    { document: 'banklitex-deployment-guideline', sentence: 'The application was tested in EU-1 (Frankfurt) region' },
  ],
  severity: 'warn',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'provider "aws" {\n  region = "eu-central-1"\n}',
  fails: 'provider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}',
  parameters: {
    regions: {
      kind: 'list',
      title: 'regions that may be used; any one where the list is empty',
      byProfile: { bank: ['eu-central-1'], strict: ['eu-central-1'] },
      fallback: [],
    },
  },
  reads: { '*': [] },
  judge: (world, parameters) => {
    const allowed = Array.isArray(parameters['regions']) ? parameters['regions'].map(String) : [];
    const providers = [...world.plan.providers.values()].filter(isJudged);
    const home = homeRegion(world, providers);
    return providers.map(
      (provider): Judgement => ({ address: `provider.${provider.key}`, facts: [judgeProvider(world, provider, { allowed, home })], introduced: true }),
    );
  },
};

/** A module that is handed its provider has an entry without a region. */
function isJudged({ name, key, expressions }: ConfiguredProvider): boolean {
  return name === 'aws' && (!key.includes(':') || expressions['region'] !== undefined);
}

interface Asked {
  readonly allowed: readonly string[];
  /** The region of the provider without an alias, or of the first. */
  readonly home: string | undefined;
}

function homeRegion(world: World, providers: readonly ConfiguredProvider[]): string | undefined {
  const first = providers.find(({ alias }) => alias === undefined) ?? providers[0];
  return first && regionOf(world, first);
}

function judgeProvider(world: World, provider: ConfiguredProvider, { allowed, home }: Asked): Fact {
  const region = regionOf(world, provider);
  if (region === undefined) return uncertain('the region is not told by the plan', 'region is not a literal and not a root variable');
  const evidence = `region = ${region}`;
  if (region === globalRegion && provider.alias !== undefined && servesGlobalTypes(world.plan.configuration, provider.key)) return fine;
  if (allowed.length > 0 && !allowed.includes(region)) return failing(`${region} is not allowed; want ${allowed.join(' or ')}`, evidence);
  return home !== undefined && region !== home ? failing(`${region} is a second region beside ${home}`, evidence) : fine;
}

/** A literal, or the value of a root variable. */
function regionOf(world: World, { expressions, key }: ConfiguredProvider): string | undefined {
  const expression = expressions['region'];
  const literal = isMap(expression) ? expression['constant_value'] : undefined;
  if (typeof literal === 'string') return literal;
  if (key.includes(':')) return undefined;
  const [reference, other] = longestReferences(expression);
  const [, name] = /^var\.([\w-]+)$/.exec(reference ?? '') ?? [];
  const value = name === undefined || other !== undefined ? undefined : world.plan.variables.get(name);
  return typeof value === 'string' ? value : undefined;
}

function servesGlobalTypes(module: ConfiguredModule, key: string): boolean {
  const own = [...module.resources.values()].filter(({ providerKey, mode }) => providerKey === key && mode === 'managed');
  return own.every(({ type }) => globalTypes.test(type)) && [...module.calls.values()].every((call) => servesGlobalTypes(call.module, key));
}
