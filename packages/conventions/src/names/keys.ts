/** Aliases of keys (BankLiteX, "CMK KMS keys"). */
import { splitEnvironment, stageOf, withBothSpellings } from './environments.ts';
import { canBegin, environmentPiece, stagePiece, words } from './forms.ts';
import { buildName, type NameResult, quote } from './result.ts';

/** KMS: 256 characters (CreateAlias). */
const aliasLimit = 256;
const start = 'alias/';

/** What a key is for. */
export interface KeyAlias {
  readonly environment: string;
  readonly service: string;
}

/** `alias/<env>-<service>` */
export function keyAliasName({ environment, service }: KeyAlias): NameResult {
  return buildName(
    [
      ['environment', environment],
      ['service', service],
    ],
    `${start}${environment}-${service}`,
    aliasLimit,
  );
}

/** `alias/<stage>-default-ebs`: the key of an account's volumes. */
export function defaultVolumeKeyName(stage: string): NameResult {
  if (stageOf(stage) !== stage) return { ok: false, fault: `the stage ${quote(stage)} is more than a stage` };
  return buildName([['stage', stage]], `${start}${stage}-default-ebs`, aliasLimit);
}

/** The parts of an alias; a default key of volumes has its stage for environment. `undefined` for another name. */
export function parseKeyAliasName(name: string, environments: readonly string[] = []): KeyAlias | undefined {
  if (!name.startsWith(start) || name.length > aliasLimit) return undefined;
  const own = name.slice(start.length);
  const [, stage] = /^([a-z0-9]+(?:-[a-z0-9]+)*)-default-ebs$/.exec(own) ?? [];
  if (stage !== undefined && isStage(stage, environments)) return { environment: stage, service: 'default-ebs' };
  const [, shared, rest] = /^(shared-services?)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(own) ?? [];
  if (shared !== undefined && rest !== undefined) return { environment: shared, service: rest };
  const split = splitEnvironment(own, environments);
  return split && { environment: split.environment, service: split.rest };
}

function isStage(stage: string, environments: readonly string[]): boolean {
  return environments.length > 0 ? withBothSpellings(environments).some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
}

/** Whether an alias that begins so can become one of the forms. */
export function canBecomeKeyAlias(prefix: string, environments: readonly string[] = []): boolean {
  return canBegin(prefix, aliasLimit, [
    [[start], environmentPiece(environments), ['-'], words],
    [[start], stagePiece(environments), ['-default-ebs']],
    [[start], ['shared-service', 'shared-services'], ['-'], words],
  ]);
}
