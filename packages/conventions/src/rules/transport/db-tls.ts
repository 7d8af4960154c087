/** Databases take encrypted connections only. */
import { type Path, readBlocks, readFlag, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Rule } from '../../rule.ts';

/** What a parameter group has to say. */
interface Parameter {
  readonly name: string;
  readonly passes: (value: string) => boolean;
  /** Whether the engine is safe where the group does not speak of it. */
  readonly safeByDefault: (family: string) => boolean;
}

const isOne = (value: string) => ['1', 'true', 'on'].includes(value.toLowerCase());

/** From these major versions on rds.force_ssl is 1 unless it is set (Amazon RDS and Aurora user guides, "Requiring an SSL/TLS connection"). */
const forcedFrom: readonly (readonly [RegExp, number])[] = [
  [/^postgres(\d+)/, 15],
  [/^aurora-postgresql(\d+)/, 17],
];

function isForced(family: string): boolean {
  return forcedFrom.some(([pattern, least]) => Number(pattern.exec(family)?.[1] ?? 0) >= least);
}

const relational: Parameter = { name: 'rds.force_ssl', passes: isOne, safeByDefault: isForced };
const mysql: Parameter = { name: 'require_secure_transport', passes: isOne, safeByDefault: () => false };
const document: Parameter = { name: 'tls', passes: (value) => value.toLowerCase() !== 'disabled', safeByDefault: () => true };
const redshift: Parameter = { name: 'require_ssl', passes: isOne, safeByDefault: () => false };

const groups: Readonly<Record<string, (family: string) => Parameter>> = {
  aws_db_parameter_group: (family) => (/mysql|mariadb/.test(family) ? mysql : relational),
  aws_rds_cluster_parameter_group: (family) => (/mysql|mariadb/.test(family) ? mysql : relational),
  aws_docdb_cluster_parameter_group: () => document,
  aws_redshift_parameter_group: () => redshift,
};

/** A database without a parameter group of this plan is not judged. */
export const dbTls: Rule = {
  id: 'db-tls',
  what: 'databases take only connections by TLS',
  why: [{ document: 'opta-aws-architecture', sentence: 'All database connections use SSL encryption.' }],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'resource "aws_db_parameter_group" "this" {\n  family = "postgres16"\n  parameter {\n    name  = "rds.force_ssl"\n    value = "1"\n  }\n}',
  fails: 'resource "aws_db_parameter_group" "this" {\n  family = "postgres16"\n  parameter {\n    name  = "rds.force_ssl"\n    value = "0"\n  }\n}',
  reads: {
    ...Object.fromEntries(Object.keys(groups).map((type) => [type, ['family', 'parameter']])),
    aws_elasticache_replication_group: ['transit_encryption_enabled'],
    aws_memorydb_cluster: ['tls_enabled'],
  },
  judge: (world) => [
    ...Object.entries(groups).flatMap(([type, parameterOf]) => world.ofType(type).map((group) => judgementOf(group, judgeGroup(group, parameterOf)))),
    ...judgeFlags(world, 'aws_elasticache_replication_group', 'transit_encryption_enabled', 'fail'),
    // MemoryDB encrypts unless it is told not to.
    ...judgeFlags(world, 'aws_memorydb_cluster', 'tls_enabled', 'pass'),
  ],
};

function judgeFlags(world: World, type: string, name: string, absent: 'pass' | 'fail'): Judgement[] {
  return world.ofType(type).map((resource) => {
    const flag = readFlag(resource, [name]);
    const evidence = showValue(resource, [name]);
    if (flag === 'unknown') return judgementOf(resource, uncertain(`${name} is known after apply`, evidence));
    if (flag === 'true' || (flag === 'absent' && absent === 'pass')) return judgementOf(resource, fine);
    return judgementOf(resource, failing(`${name} is ${flag === 'absent' ? 'not set' : 'false'}`, evidence));
  });
}

function judgeGroup(group: Resource, parameterOf: (family: string) => Parameter): Fact {
  const blocks = readBlocks(group, ['parameter']);
  if (blocks === 'unknown') return uncertain('the parameters are known after apply', showValue(group, ['parameter']));
  const family = readText(group, ['family']);
  const parameter = parameterOf(family.text ?? '');
  const own = blocks.find((path) => readText(group, [...path, 'name']).text === parameter.name);
  if (own) return judgeValue(group, [...own, 'value'], parameter);
  if (blocks.some((path) => readText(group, [...path, 'name']).state === 'unknown'))
    return uncertain('the name of a parameter is known after apply', showValue(group, ['parameter']));
  if (parameter.safeByDefault(family.text ?? '')) return fine;
  if (family.state === 'unknown') return uncertain('the family is known after apply', showValue(group, ['family']));
  return failing(`${parameter.name} is not set`, showValue(group, ['family']));
}

function judgeValue(group: Resource, path: Path, { name, passes }: Parameter): Fact {
  const reading = readText(group, path);
  const evidence = `${name}: ${showValue(group, path)}`;
  if (reading.state === 'unknown') return uncertain(`${name} is known after apply`, evidence);
  return reading.text !== undefined && passes(reading.text) ? fine : failing(`${name} is ${tell(group, path)}`, evidence);
}
