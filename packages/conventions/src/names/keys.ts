/** Aliases of keys (BankLiteX, "CMK KMS keys"). */
import { splitEnvironment, stageOf } from './environments.ts';
import { buildName, type NameResult } from './result.ts';

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
  return buildName([['stage', stage]], `${start}${stage}-default-ebs`, aliasLimit);
}

/** The parts of an alias; a default key of volumes has its stage for environment. `undefined` for another name. */
export function parseKeyAliasName(name: string, environments: readonly string[] = []): KeyAlias | undefined {
  if (!name.startsWith(start)) return undefined;
  const own = name.slice(start.length);
  const [, stage] = /^([a-z0-9]+(?:-[a-z0-9]+)*)-default-ebs$/.exec(own) ?? [];
  if (stage !== undefined && isStage(stage, environments)) return { environment: stage, service: 'default-ebs' };
  const [, shared, rest] = /^(shared-services?)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(own) ?? [];
  if (shared !== undefined && rest !== undefined) return { environment: shared, service: rest };
  const split = splitEnvironment(own, environments);
  return split && { environment: split.environment, service: split.rest };
}

function isStage(stage: string, environments: readonly string[]): boolean {
  return environments.length > 0 ? environments.some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
}

/** Whether an alias that begins so can become one of the forms. */
export function canBecomeKeyAlias(prefix: string, environments: readonly string[] = []): boolean {
  if (prefix.length <= start.length) return start.startsWith(prefix);
  const own = prefix.slice(start.length);
  if (!prefix.startsWith(start) || !/^[a-z0-9]+(-[a-z0-9]+)*-?$/.test(own)) return false;
  const fronts = [...environments, ...environments.map(stageOf), 'shared-service', 'shared-services'].map((one) => `${one}-`);
  return environments.length === 0 || fronts.some((front) => front.startsWith(own) || own.startsWith(front));
}
