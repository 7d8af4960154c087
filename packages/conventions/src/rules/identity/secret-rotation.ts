/** Secrets rotate. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';

const companionType = 'aws_secretsmanager_secret_rotation';

/** Secrets that RDS manages are no resources of the plan. */
export const secretRotation: Rule = {
  id: 'secret-rotation',
  what: 'each secret has a rotation with rules',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'All the secrets required by microservices are managed withing AWS Secrets Manager with automatic refresh in pod',
    },
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy:
    'resource "aws_secretsmanager_secret_rotation" "this" {\n  secret_id           = aws_secretsmanager_secret.this.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
  fails: 'resource "aws_secretsmanager_secret" "this" {\n  name = "digibank/payments/database"\n}',
  reads: { aws_secretsmanager_secret: ['id', 'arn', 'name'], [companionType]: ['secret_id', 'rotation_rules'] },
  judge: (world) => {
    const join = joinCompanions(world, {
      companion: companionType,
      attribute: 'secret_id',
      owners: ['aws_secretsmanager_secret'],
      identity: ['id', 'arn', 'name'],
    });
    const secrets = world.ofType('aws_secretsmanager_secret').flatMap((secret): Judgement[] => {
      if (join.of(secret).length > 0) return [];
      return [judgementByCompanions(secret, missing(join.maybeOf(secret)))];
    });
    return [...secrets, ...world.ofType(companionType).map((one) => judgementOf(one, judgeRules(one)))];
  },
};

function missing(maybe: Resource | undefined): Fact {
  if (maybe) return uncertain('whether the secret rotates is known after apply', `${maybe.address} may be this secret's`);
  return failing('the secret does not rotate', `no ${companionType} of this plan names the secret`);
}

function judgeRules(rotation: Resource): Fact {
  const path = ['rotation_rules'];
  const blocks = readBlocks(rotation, path);
  const evidence = showValue(rotation, path);
  if (blocks === 'unknown') return uncertain('the rules of the rotation are known after apply', evidence);
  const states = blocks.flatMap((block) => ['automatically_after_days', 'schedule_expression'].map((name) => readText(rotation, [...block, name]).state));
  if (states.includes('known')) return fine;
  return states.includes('unknown') ? uncertain('the rules of the rotation are known after apply', evidence) : failing('the rotation has no rules', evidence);
}
