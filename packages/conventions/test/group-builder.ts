/** Builds security groups and their rules. */
import { type ResourceSpec, ref } from './plan-builder.ts';

/** Values. */
export type Json = Record<string, unknown>;
/** The group that the helpers are about. */
export const g = 'aws_security_group.g';
/** The group with its own ingress blocks. */
export const inline = (...rules: Json[]): ResourceSpec => groupAt(g, ...rules);
/** The same at another address. */
export const groupAt = (address: string, ...rules: Json[]): ResourceSpec => ({ address, after: { name: 'g', ingress: rules }, unknown: { id: true } });
/** TCP on one port. */
export const tcp = (port: number, more: Json): Json => ({ protocol: 'tcp', from_port: port, to_port: port, self: false, ...more });
/** From IPv4 ranges. */
export const from = (...cidr_blocks: string[]): Json => ({ cidr_blocks });
/** From IPv6 ranges. */
export const from6 = (...ipv6_cidr_blocks: string[]): Json => ({ ipv6_cidr_blocks });
/** From the IPv4 internet. */
export const everywhere = from('0.0.0.0/0');
/** A rule resource of the group. */
export const old = (address: string, more: Json): ResourceSpec => ({
  address,
  after: { type: 'ingress', ...more },
  unknown: { id: true, security_group_id: true },
  expressions: { security_group_id: ref(`${g}.id`) },
});
/** A newer rule resource of the group. */
export const modern = (address: string, after: Json): ResourceSpec => ({
  address,
  after: { ip_protocol: 'tcp', ...after },
  unknown: { id: true, security_group_id: true },
  expressions: { security_group_id: ref(`${g}.id`) },
});
/** The group that leaves its ingress to rule resources. */
export const bare: ResourceSpec = { address: g, after: { name: 'g' }, unknown: { id: true, ingress: true, egress: true } };
/** A rule resource of the older kind. */
export const r1 = 'aws_security_group_rule.r';
/** One of the newer kind. */
export const r2 = 'aws_vpc_security_group_ingress_rule.r';
