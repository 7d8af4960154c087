/** Outside production, SFT goes to the stub. */
import { egressReads, itemText, showField, transferOf } from '../../plan-facts/egress.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { World } from '../../plan-facts/world.ts';
import { fine, type Rule } from '../../rule.ts';
import { eachItem } from './judge-items.ts';

const production = ['production', 'prod'];

/** The environment is the plan's variable `environment`, or the conventions file's. */
export const egressStub: Rule = {
  id: 'egress-stub',
  what: 'outside production, an SFT item names no bucket but stub-hdfs-*',
  why: [{ document: 'dataworks-data-egress', sentence: 'Non-prod environment: the data is sent to the stub-hdfs-*** bucket' }],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy: 'transfer_type      = { S = "SFT" }\ndestination_bucket = { S = "" }',
  fails: '# environment = "qa"\ntransfer_type      = { S = "SFT" }\ndestination_bucket = { S = "warehouse" }',
  reads: egressReads,
  judge: (world) => {
    const environment = environmentOf(world);
    if (environment !== undefined && production.includes(environment)) return [];
    return eachItem(world, (item) => {
      const bucket = itemText(item, 'destination_bucket');
      if (transferOf(item) !== 'SFT' || bucket === undefined || bucket.startsWith('stub-hdfs-')) return [fine];
      const evidence = `${showField(item, 'destination_bucket')}; environment = ${environment ?? '(not known)'}`;
      if (environment === undefined) return [uncertain('which environment this is is not known: give the plan a variable environment', evidence)];
      return [failing(`the environment is ${environment}, and SFT names a bucket that is no stub-hdfs-*`, evidence)];
    });
  },
};

function environmentOf({ plan, facts }: World): string | undefined {
  const variable = plan.variables.get('environment');
  return typeof variable === 'string' && variable !== '' ? variable : facts.environment;
}
