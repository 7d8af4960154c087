/** From the roles that were asked for to plans that STS can carry out; every rule of STS that can be known before a call is held here. */
import type { InputReader } from '@slipway/action-kit';
import { partitionNamed, partitionOf } from '@slipway/sdk/partitions';
import { parseRoleArn, type RoleArn } from '@slipway/sdk/sts';
import { defined } from '../defined.ts';
import type { LoginPlan, Tag } from '../plan.ts';
import { chainExample, type RoleEntry } from '../roles/entry.ts';
import { regionFault } from './region.ts';
import { arnFault, type WantedRoles } from './role.ts';
import { checkTransitive, externalIdFault, type SessionSettings, tagFaults } from './session.ts';
import type { SourceSettings } from './source.ts';
import { callsAssumeRole, isChained, webIdentityOnly } from './way.ts';

/** What all roles of the step share. */
export interface SharedSettings extends SourceSettings, SessionSettings {
  /** Empty where the input was wrong. */
  readonly region: string;
  readonly anyName: boolean;
  readonly durationSeconds: number;
  readonly sessionName: string;
  readonly stsEndpoint: string | undefined;
  readonly fips: boolean;
  readonly dualStack: boolean;
}

/** STS API reference: DurationSeconds of AssumeRole and AssumeRoleWithWebIdentity; IAM user guide, "Role chaining". */
export const durations = { min: 900, max: 43_200, chained: 3_600 };

/** The plans, one a role. Mistakes are noted in the reader; with any, the plans are not used. */
export function plansOf(reader: InputReader, { entries, many }: WantedRoles, shared: SharedSettings): LoginPlan[] {
  if (many) checkNames(reader, entries);
  for (const entry of entries) {
    const at = many ? atLine(reader, entry) : undefined;
    const roles = checkHops(at, entry);
    checkRegion(reader, at, entry, roles, shared);
    if (at) checkOptions(at, entry, shared);
    if (shared.transitiveTagKeys.length > 0) checkTransitive(reader, shared.transitiveTagKeys, tagsOf(entry, shared), many ? ` of ${entry.name}` : '');
  }
  checkShared(
    reader,
    entries.filter(({ hops }) => hops.length > 0),
    shared,
  );
  return entries.map((entry) => planOf(entry, shared));
}

type Note = (got: string, want: string, example?: string) => void;

function atLine(reader: InputReader, { line }: RoleEntry): Note {
  return (got, want, example) => reader.fault('roles', want, example, `${got} (line ${line})`);
}

/** Names become profiles, so that they have to be legal there and differ. */
function checkNames(reader: InputReader, entries: readonly RoleEntry[]): void {
  const lines = new Map<string, number>();
  for (const entry of entries) {
    const at = atLine(reader, entry);
    if (!/^[\w@+.-]{1,64}$/.test(entry.name))
      at(
        entry.name === '' ? 'a role without a name' : `the name ${JSON.stringify(entry.name)}`,
        'a name of 1 to 64 letters, digits and _@+.-: it becomes a profile',
        cleaned(entry.name),
      );
    const first = lines.get(entry.name);
    if (first !== undefined && entry.name !== '') at(`${JSON.stringify(entry.name)} once more, after line ${first}`, 'names that differ', `${entry.name}-2`);
    lines.set(entry.name, first ?? entry.line);
  }
}

function cleaned(name: string): string {
  return (
    name
      .replace(/[^\w@+.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 64) || 'deploy'
  );
}

/** The ARNs of a way. @param at absent for the one role, whose ARN was judged where it was read */
function checkHops(at: Note | undefined, { hops }: RoleEntry): RoleArn[] {
  for (const arn of hops) {
    const fault = arnFault(arn);
    if (fault) at?.(JSON.stringify(arn), fault, 'arn:aws:iam::111122223333:role/deploy');
  }
  const roles = hops.flatMap((arn) => parseRoleArn(arn) ?? []);
  const found = [...new Set(roles.map(({ partition }) => partition))];
  if (found.length > 1) at?.(found.join(' and '), 'one partition in a chain: no role can be assumed across partitions', chainExample);
  return roles;
}

function checkRegion(
  reader: InputReader,
  at: Note | undefined,
  entry: RoleEntry,
  roles: readonly RoleArn[],
  { region: stepRegion, anyName }: SharedSettings,
): void {
  const fault = entry.region === undefined ? undefined : regionFault(entry.region, anyName);
  if (fault) at?.(JSON.stringify(`region=${entry.region}`), fault.want, `region=${fault.example}`);
  const region = entry.region ?? stepRegion;
  const partition = partitionOf(region);
  const role = roles.at(-1);
  if (fault || !partition || !role || new Set(roles.map((hop) => hop.partition)).size > 1 || role.partition === partition.name) return;
  const want = `a role in partition ${partition.name}, to which ${region} belongs`;
  if (at)
    at(
      JSON.stringify(role.arn),
      `${want}, or a region of ${role.partition}`,
      role.partition === 'aws' ? 'region=eu-central-1' : role.arn.replace(/^arn:[^:]+/, `arn:${partition.name}`),
    );
  else reader.fault('role-to-assume', want, role.arn.replace(/^arn:[^:]+/, `arn:${partition.name}`), JSON.stringify(role.arn));
}

/** The options of a line. */
function checkOptions(at: Note, entry: RoleEntry, shared: SharedSettings): void {
  const max = isChained(shared, entry.hops) ? durations.chained : durations.max;
  if (entry.duration !== undefined && !(/^\d{1,6}$/.test(entry.duration) && Number(entry.duration) >= durations.min && Number(entry.duration) <= max))
    at(
      JSON.stringify(`duration=${entry.duration}`),
      `seconds from ${durations.min} to ${max}${max === durations.chained ? ' where a chain ends' : ''}`,
      'duration=3600',
    );
  const idFault = entry.externalId === undefined ? undefined : externalIdFault(entry.externalId);
  if (idFault) at(JSON.stringify(`external-id=${entry.externalId}`), idFault, 'external-id=payments-prod');
  for (const fault of tagFaults(entry.tags ?? [])) at(fault.got, fault.want, 'tags=team:payments');
  if (callsAssumeRole(shared, entry.hops)) return;
  const way = `${entry.name} = ${entry.hops[0] ?? '<arn>'} -> ${entry.hops[0] ?? '<arn>'}`;
  if (entry.externalId !== undefined)
    at(`external-id=${entry.externalId}`, `no external-id for a role that is ${webIdentityOnly(shared)}`, `${way} external-id=${entry.externalId}`);
  if (entry.tags !== undefined) at('tags', `no tags for a role that is ${webIdentityOnly(shared)}`, way);
}

/** Settings of the step that some of its roles cannot have. */
function checkShared(reader: InputReader, entries: readonly RoleEntry[], shared: SharedSettings): void {
  const chained = entries.filter((entry) => entry.duration === undefined && isChained(shared, entry.hops));
  if (shared.durationSeconds > durations.chained && chained.length > 0)
    reader.fault('role-duration-seconds', `at most ${durations.chained} where a chain ends (${names(chained)})`, `${durations.chained}`);
  const direct = entries.filter((entry) => !callsAssumeRole(shared, entry.hops));
  if (direct.length === 0) return;
  const way = direct.map(({ name, hops }) => `${name} = ${hops[0] ?? '<arn>'} -> ${hops[0] ?? '<arn>'}`).join('\\n');
  for (const name of ['role-external-id', 'source-identity', 'tags', 'transitive-tag-keys'])
    if (reader.given(name)) reader.fault(name, `no value for a role that is ${webIdentityOnly(shared)} (${names(direct)})`, `roles: ${way}`, 'a value');
}

function names(entries: readonly RoleEntry[]): string {
  return entries.map(({ name }) => name).join(', ');
}

/** The role's own tags over the step's. */
function tagsOf(entry: RoleEntry, shared: SharedSettings): Tag[] {
  const own = entry.tags ?? [];
  return [...shared.tags.filter(({ key }) => !own.some((tag) => tag.key === key)), ...own];
}

function planOf(entry: RoleEntry, shared: SharedSettings): LoginPlan {
  const region = entry.region ?? shared.region;
  // A region that the table does not know says nothing; the role's ARN does.
  const partition = partitionOf(region) ?? partitionNamed(parseRoleArn(entry.hops[0] ?? '')?.partition ?? '');
  return defined({
    name: entry.name,
    source: shared.source,
    tokenFile: shared.tokenFile,
    audience: shared.audience ?? partition?.audience ?? 'sts.amazonaws.com',
    region,
    endpoint: shared.stsEndpoint,
    fips: shared.fips,
    dualStack: shared.dualStack,
    httpProxy: shared.httpProxy,
    noProxy: shared.noProxy,
    hops: entry.hops,
    sessionName: shared.sessionName,
    durationSeconds: entry.duration === undefined ? shared.durationSeconds : Number(entry.duration),
    externalId: entry.externalId ?? shared.externalId,
    inlinePolicy: shared.inlinePolicy,
    managedPolicies: shared.managedPolicies,
    tags: tagsOf(entry, shared),
    transitiveTagKeys: shared.transitiveTagKeys,
    sourceIdentity: shared.sourceIdentity,
    onPackedSize: shared.onPackedSize,
  });
}
