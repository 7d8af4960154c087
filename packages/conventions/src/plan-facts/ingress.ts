/** What may come in: the ingress of security groups, from their own blocks and from rule resources, in one form. */
import { isSensitive, type Path, read, readBlocks, readFlag, readText, tell } from './attributes.ts';
import { joinCompanions } from './companions.ts';
import { type GroupKey, groupsById, groupTypes } from './group-users.ts';
import { type Leaf, leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** A range that may come in, and where it is written. */
export interface SourceRange {
  readonly text: string;
  /** The text, or that it is sensitive. */
  readonly shown: string;
  readonly path: Path;
}

/** One permission to come in. */
export interface Ingress {
  /** Where a finding belongs: the group for its own blocks, else the rule. */
  readonly at: Resource;
  /** The block's path; empty for a rule resource. */
  readonly path: Path;
  /** The group, where it is one of this plan. */
  readonly group: Resource | undefined;
  /** The group, or the id of one that stands elsewhere; `undefined` where nothing tells. */
  readonly key: GroupKey | undefined;
  /** `tcp`, `udp`, `-1` for all; `undefined` while unknown. */
  readonly protocol: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly ranges: readonly SourceRange[];
  /** True where ranges may be others, or more, than the plan tells. */
  readonly openRanges: boolean;
  readonly self: boolean;
  /** Ids of groups that may come in, where they are known. */
  readonly groupIds: readonly string[];
  /** Where groups that are not known come from. */
  readonly groupLeaves: readonly Leaf[];
  /** True where sources are groups that nothing tells. */
  readonly openGroups: boolean;
  /** Prefix lists, known or not: nobody can tell who is in them. */
  readonly prefixLists: boolean;
}

const oldRule = 'aws_security_group_rule';
const newRule = 'aws_vpc_security_group_ingress_rule';

/** What every rule about ingress reads besides its own resources. */
export const ingressReads = {
  aws_security_group: ['id', 'name', 'name_prefix', 'description', 'ingress', 'vpc_id', 'tags', 'tags_all'],
  aws_default_security_group: ['id', 'name', 'ingress', 'vpc_id', 'tags'],
  [oldRule]: [
    'type',
    'security_group_id',
    'protocol',
    'from_port',
    'to_port',
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'prefix_list_ids',
    'source_security_group_id',
    'self',
  ],
  [newRule]: ['security_group_id', 'ip_protocol', 'from_port', 'to_port', 'cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id'],
} as const;

/** How a permission is written. */
interface Shape {
  readonly protocol: string;
  readonly ranges: readonly string[];
  readonly groups: string;
  readonly prefixLists: string;
}

const lists = ['cidr_blocks', 'ipv6_cidr_blocks'];
const inline: Shape = { protocol: 'protocol', ranges: lists, groups: 'security_groups', prefixLists: 'prefix_list_ids' };
const older: Shape = { ...inline, groups: 'source_security_group_id' };
const newer: Shape = { protocol: 'ip_protocol', ranges: ['cidr_ipv4', 'cidr_ipv6'], groups: 'referenced_security_group_id', prefixLists: 'prefix_list_id' };

interface Place {
  readonly at: Resource;
  readonly path: Path;
  readonly group: Resource | undefined;
  readonly shape: Shape;
}

/** Protocols that have another name. */
const protocols: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', all: '-1' };

const made = new WeakMap<World, Ingress[]>();

/** Every permission of the plan. Inline blocks that are unknown because nobody configured them are none: rules manage them. */
export function ingressOf(world: World): readonly Ingress[] {
  const known = made.get(world);
  if (known) return known;
  const all = [...inlineIngress(world), ...ruleIngress(world, oldRule, older), ...ruleIngress(world, newRule, newer)];
  made.set(world, all);
  return all;
}

function inlineIngress(world: World): Ingress[] {
  return groupTypes
    .flatMap((type) => world.ofType(type))
    .flatMap((group) => {
      const blocks = readBlocks(group, ['ingress']);
      return blocks === 'unknown' ? [] : blocks.map((path) => readIngress(world, { at: group, path, group, shape: inline }));
    });
}

function ruleIngress(world: World, type: string, shape: Shape): Ingress[] {
  const join = joinCompanions(world, { companion: type, attribute: 'security_group_id', owners: groupTypes, identity: ['id'] });
  const owners = new Map<Resource, Resource>();
  for (const group of groupTypes.flatMap((one) => world.ofType(one))) for (const rule of join.of(group)) owners.set(rule, group);
  return world
    .ofType(type)
    .filter((rule) => type !== oldRule || readText(rule, ['type']).text !== 'egress')
    .map((rule) => readIngress(world, { at: rule, path: [], group: owners.get(rule), shape }));
}

function readIngress(world: World, { at, path, group, shape }: Place): Ingress {
  const under = (name: string) => [...path, name];
  const lists = shape.ranges.map((name) => readRanges(at, under(name)));
  const sources = readGroups(world, at, under(shape.groups));
  return {
    at,
    path,
    group,
    key: group ?? readText(at, ['security_group_id']).text,
    protocol: readProtocol(at, under(shape.protocol)),
    from: readPort(at, under('from_port')),
    to: readPort(at, under('to_port')),
    ranges: lists.flatMap(({ ranges }) => ranges),
    openRanges: lists.some(({ open }) => open),
    self: readFlag(at, under('self')) === 'true',
    groupIds: sources.ids,
    groupLeaves: sources.leaves,
    openGroups: sources.open,
    prefixLists: isThere(at, under(shape.prefixLists)),
  };
}

function readProtocol(at: Resource, path: Path): string | undefined {
  const text = readText(at, path).text?.toLowerCase();
  return text === undefined ? undefined : (protocols[text] ?? text);
}

function readPort(at: Resource, path: Path): number | undefined {
  const { text } = readText(at, path);
  return text === undefined ? undefined : Number(text);
}

function isThere(at: Resource, path: Path): boolean {
  const reading = read(at, path);
  return reading.state === 'unknown' || (reading.state === 'known' && !(Array.isArray(reading.value) && reading.value.length === 0));
}

function readRanges(at: Resource, path: Path): { ranges: SourceRange[]; open: boolean } {
  const blocks = readBlocks(at, path);
  if (blocks === 'unknown') return { ranges: [], open: true };
  const paths = blocks.length === 0 && readText(at, path).text !== undefined ? [path] : blocks;
  const readings = paths.map((one) => ({ path: one, reading: readText(at, one) }));
  return {
    ranges: readings.flatMap(({ path: one, reading }) => (reading.text === undefined ? [] : [{ text: reading.text, shown: tell(at, one), path: one }])),
    open: readings.some(({ reading }) => reading.state === 'unknown'),
  };
}

function readGroups(world: World, at: Resource, path: Path): { ids: string[]; leaves: Leaf[]; open: boolean } {
  const { ranges: known, open } = readRanges(at, path);
  const ids = known.map(({ text }) => text);
  if (!open) return { ids, leaves: [], open: false };
  const leaves = leavesOf(world, at, path).filter(({ type }) => type === undefined || groupTypes.includes(type));
  const told = leaves.length > 0 && leaves.every(({ instances }) => instances.length > 0);
  return { ids, leaves, open: !told };
}

/** The groups of this plan that may come in. */
export function sourceGroups(world: World, ingress: Ingress): Resource[] {
  const index = groupsById(world);
  const byId = ingress.groupIds.flatMap((id) => index.get(id) ?? []);
  return [...new Set([...byId, ...ingress.groupLeaves.flatMap(({ instances }) => instances)])];
}

/** `tcp 443-443` */
export function describeIngress({ at, path, protocol, from, to }: Ingress): string {
  if (isSensitive(at, [...path, 'from_port'])) return 'ports that are sensitive';
  return `${protocol ?? 'a protocol known after apply'} ${from ?? '?'}-${to ?? '?'}`;
}
