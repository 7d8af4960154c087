/** Databases run the engines that the documents name. */
import { readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

/** Type → the engine where nobody names one. */
const engines: Readonly<Record<string, string | undefined>> = {
  aws_db_instance: undefined,
  aws_rds_cluster: undefined,
  aws_docdb_cluster: 'docdb',
  aws_elasticache_cluster: undefined,
  aws_elasticache_replication_group: 'redis',
  aws_elasticache_serverless_cache: undefined,
};

/** A replica has its source's engine. */
export const dbEngine: Rule = {
  id: 'db-engine',
  what: 'databases run an engine that the documents name',
  why: [
    {
      document: 'mediationzone-on-aws',
      sentence: 'The provided Terraform installation templates sets up a PostgreSQL database in RDS to be used as the system database.',
    },
    {
      document: 'opta-aws-architecture',
      sentence:
        'For databases, we currently have modules for postgres (AWS Aurora), redis (AWS Elasticache), and the mongodb compatible documentdb (AWS Documentdb).',
    },
    { document: 'banklitex-deployment-guideline', sentence: 'Aurora (Postgresql)' },
  ],
  severity: 'warn',
  profiles: ['mz', 'opta', 'bank', 'strict'],
  remedy: 'engine = "aurora-postgresql"',
  fails: 'engine = "mysql"',
  parameters: {
    engines: {
      kind: 'list',
      title: 'engines that may be used',
      byProfile: { mz: ['postgres'], opta: ['postgres', 'aurora-postgresql', 'redis', 'docdb'], bank: ['postgres', 'aurora-postgresql'] },
      fallback: ['postgres', 'aurora-postgresql', 'redis', 'valkey', 'docdb'],
    },
  },
  reads: Object.fromEntries(Object.keys(engines).map((type) => [type, ['engine', 'replicate_source_db']])),
  judge: eachResource(Object.keys(engines), (resource, _world, parameters) => [judgeEngine(resource, parameters['engines'])]),
};

function judgeEngine(resource: Resource, allowed: unknown): Fact {
  const reading = readText(resource, ['engine']);
  const evidence = showValue(resource, ['engine']);
  const names = Array.isArray(allowed) ? allowed.map(String) : [];
  if (reading.state === 'unknown') {
    if (readText(resource, ['replicate_source_db']).state !== 'absent') return fine;
    return uncertain('engine is known after apply', evidence);
  }
  const engine = reading.text ?? engines[resource.type];
  if (engine === undefined || names.includes(engine.toLowerCase())) return fine;
  return failing(`the engine is ${reading.text === undefined ? engine : tell(resource, ['engine'])}; want one of ${names.join(', ')}`, evidence);
}
