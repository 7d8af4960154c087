/** Names of IAM roles and policies (BankLiteX, "IAM roles", "IAM policies"). */
import { canBeginWithEnvironment, isEnvironmentName, splitEnvironment, stageOf } from './environments.ts';
import { buildName, type NameResult } from './result.ts';

/** IAM: 64 characters for a role, 128 for a policy (IAM and STS quotas). */
const roleLimit = 64;
const policyLimit = 128;

const irsaEnd = '-eks-irsa-role';
const policyEnd = '-policy';

/** What a role of a service account is for. */
export interface IrsaRole {
  readonly environment: string;
  readonly service: string;
}

/** `<env>-<service>-eks-irsa-role` */
export function irsaRoleName({ environment, service }: IrsaRole): NameResult {
  return buildName(
    [
      ['environment', environment],
      ['service', service],
    ],
    `${environment}-${service}${irsaEnd}`,
    roleLimit,
  );
}

/** The parts of a service account's role; `undefined` for another name. */
export function parseIrsaRoleName(name: string, environments: readonly string[] = []): IrsaRole | undefined {
  if (!name.endsWith(irsaEnd)) return undefined;
  const split = splitEnvironment(name.slice(0, -irsaEnd.length), environments);
  return split && { environment: split.environment, service: split.rest };
}

/** `system-eks-<env>-control-plane-role` */
export function controlPlaneRoleName(environment: string): NameResult {
  return buildName([['environment', environment]], `system-eks-${environment}-control-plane-role`, roleLimit);
}

/** The environment of a control plane's role. */
export function parseControlPlaneRoleName(name: string, environments: readonly string[] = []): string | undefined {
  return environmentIn(/^system-eks-(.+)-control-plane-role$/, name, environments);
}

/** `<env>-eks-common-worker-role` */
export function workerRoleName(environment: string): NameResult {
  return buildName([['environment', environment]], `${environment}-eks-common-worker-role`, roleLimit);
}

/** The environment of a worker's role. */
export function parseWorkerRoleName(name: string, environments: readonly string[] = []): string | undefined {
  return environmentIn(/^(.+)-eks-common-worker-role$/, name, environments);
}

/** `chatbot-<env>-role` */
export function chatbotRoleName(environment: string): NameResult {
  return buildName([['environment', environment]], `chatbot-${environment}-role`, roleLimit);
}

/** The environment of the chatbot's role. */
export function parseChatbotRoleName(name: string, environments: readonly string[] = []): string | undefined {
  return environmentIn(/^chatbot-(.+)-role$/, name, environments);
}

/** The role of a managed Airflow, which is of a stage and an account. */
export interface AirflowRole {
  readonly stage: string;
  /** 12 digits. */
  readonly accountId: string;
}

/** `<stage>-<account id>-mwaa-role` */
export function airflowRoleName({ stage, accountId }: AirflowRole): NameResult {
  if (!/^\d{12}$/.test(accountId)) return { ok: false, fault: 'the account has 12 digits' };
  return buildName([['stage', stage]], `${stage}-${accountId}-mwaa-role`, roleLimit);
}

/** The stage and the account of an Airflow's role. */
export function parseAirflowRoleName(name: string, environments: readonly string[] = []): AirflowRole | undefined {
  const [, stage, accountId] = /^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{12})-mwaa-role$/.exec(name) ?? [];
  if (stage === undefined || accountId === undefined) return undefined;
  const known = environments.length > 0 ? environments.some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
  return known ? { stage, accountId } : undefined;
}

/** What any other role is for. */
export interface PlainRole {
  readonly environment: string;
  readonly purpose: string;
}

/** `<env>-<purpose>-role`: `sandbox-apps-jumphost-admin-role`. */
export function plainRoleName({ environment, purpose }: PlainRole): NameResult {
  return buildName(
    [
      ['environment', environment],
      ['purpose', purpose],
    ],
    `${environment}-${purpose}-role`,
    roleLimit,
  );
}

/** The parts of another role's name. */
export function parsePlainRoleName(name: string, environments: readonly string[] = []): PlainRole | undefined {
  if (!name.endsWith('-role')) return undefined;
  const split = splitEnvironment(name.slice(0, -'-role'.length), environments);
  return split && { environment: split.environment, purpose: split.rest };
}

/** `<env>-<purpose>-policy` */
export function policyName({ environment, purpose }: PlainRole): NameResult {
  return buildName(
    [
      ['environment', environment],
      ['purpose', purpose],
    ],
    `${environment}-${purpose}${policyEnd}`,
    policyLimit,
  );
}

/** The parts of a policy's name. */
export function parsePolicyName(name: string, environments: readonly string[] = []): PlainRole | undefined {
  if (!name.endsWith(policyEnd)) return undefined;
  const split = splitEnvironment(name.slice(0, -policyEnd.length), environments);
  return split && { environment: split.environment, purpose: split.rest };
}

function environmentIn(pattern: RegExp, name: string, environments: readonly string[]): string | undefined {
  const [, environment] = pattern.exec(name) ?? [];
  return environment !== undefined && isEnvironmentName(environment, environments) ? environment : undefined;
}

/** Whether a name that begins so can become one of the forms with a fixed beginning, or `<env>-…`. */
export function canBecomeRoleName(prefix: string, environments: readonly string[] = []): boolean {
  return canBeginWithEnvironment(prefix, environments) || canFollow('chatbot-', prefix, environments) || canBeStage(prefix, environments);
}

/** Whether a name that begins so can become a control plane's or a worker's. */
export function canBecomeEksRoleName(prefix: string, environments: readonly string[] = []): boolean {
  return canBeginWithEnvironment(prefix, environments) || canFollow('system-eks-', prefix, environments);
}

function canFollow(start: string, prefix: string, environments: readonly string[]): boolean {
  return start.startsWith(prefix) || (prefix.startsWith(start) && canBeginWithEnvironment(prefix.slice(start.length), environments));
}

function canBeStage(prefix: string, environments: readonly string[]): boolean {
  return environments.some((one) => `${stageOf(one)}-`.startsWith(prefix) || prefix.startsWith(`${stageOf(one)}-`)) && /^[a-z0-9-]*$/.test(prefix);
}
