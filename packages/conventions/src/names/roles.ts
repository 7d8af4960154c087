/** Names of IAM roles and policies (BankLiteX, "IAM roles", "IAM policies"). */
import { isEnvironmentName, splitEnvironment, stageOf, withBothSpellings } from './environments.ts';
import { account, canBegin, environmentPiece, type Piece, stagePiece, words } from './forms.ts';
import { buildName, type NameResult, quote } from './result.ts';

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
  if (!name.endsWith(irsaEnd) || name.length > roleLimit) return undefined;
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
  if (stageOf(stage) !== stage) return { ok: false, fault: `the stage ${quote(stage)} is more than a stage` };
  return buildName([['stage', stage]], `${stage}-${accountId}-mwaa-role`, roleLimit);
}

/** The stage and the account of an Airflow's role. */
export function parseAirflowRoleName(name: string, environments: readonly string[] = []): AirflowRole | undefined {
  const [, stage, accountId] = name.length > roleLimit ? [] : (/^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{12})-mwaa-role$/.exec(name) ?? []);
  if (stage === undefined || accountId === undefined) return undefined;
  const known = environments.length > 0 ? withBothSpellings(environments).some((one) => stageOf(one) === stage) : stageOf(stage) === stage;
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
  if (!name.endsWith('-role') || name.length > roleLimit) return undefined;
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
  if (!name.endsWith(policyEnd) || name.length > policyLimit) return undefined;
  const split = splitEnvironment(name.slice(0, -policyEnd.length), environments);
  return split && { environment: split.environment, purpose: split.rest };
}

function environmentIn(pattern: RegExp, name: string, environments: readonly string[]): string | undefined {
  const [, environment] = name.length > roleLimit ? [] : (pattern.exec(name) ?? []);
  return environment !== undefined && isEnvironmentName(environment, environments) ? environment : undefined;
}

/** Whether a name that begins so can become a service account's role. */
export function canBecomeIrsaRoleName(prefix: string, environments: readonly string[] = []): boolean {
  return canBegin(prefix, roleLimit, [[environmentPiece(environments), ['-'], words, [irsaEnd]]]);
}

/** Whether a name that begins so can become a control plane's role. */
export function canBecomeControlPlaneRoleName(prefix: string, environments: readonly string[] = []): boolean {
  return canBegin(prefix, roleLimit, [controlPlane(environments)]);
}

/** Whether a name that begins so can become a worker's role. */
export function canBecomeWorkerRoleName(prefix: string, environments: readonly string[] = []): boolean {
  return canBegin(prefix, roleLimit, [[environmentPiece(environments), ['-eks-common-worker-role']]]);
}

/** Whether a name that begins so can become any role's. */
export function canBecomeRoleName(prefix: string, environments: readonly string[] = []): boolean {
  const environment = environmentPiece(environments);
  return canBegin(prefix, roleLimit, [
    [environment, ['-'], words, ['-role']],
    [['chatbot-'], environment, ['-role']],
    [stagePiece(environments), ['-'], account, ['-mwaa-role']],
    controlPlane(environments),
  ]);
}

/** Whether a name that begins so can become a policy's. */
export function canBecomePolicyName(prefix: string, environments: readonly string[] = []): boolean {
  return canBegin(prefix, policyLimit, [[environmentPiece(environments), ['-'], words, [policyEnd]]]);
}

function controlPlane(environments: readonly string[]): readonly Piece[] {
  return [['system-eks-'], environmentPiece(environments), ['-control-plane-role']];
}
