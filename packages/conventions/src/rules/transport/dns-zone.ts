/** An environment has one public zone, delegated, and one certificate. */
import { readBlocks, readText } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const zoneType = 'aws_route53_zone';

/** Counted over the plan as a whole; the parent of a zone is often another stack's. */
export const dnsZone: Rule = {
  id: 'dns-zone',
  what: 'one public hosted zone, delegated by an NS record, and one certificate an environment',
  why: [
    mediationItem('Route53 DNS NS Record'),
    {
      document: 'opta-aws-architecture',
      sentence: 'Lastly, DNS and SSL are currently handled via one Route53 hosted zone and one ACM certificate respectively.',
    },
  ],
  severity: 'info',
  profiles: ['mz', 'opta', 'strict'],
  remedy:
    'resource "aws_route53_record" "delegation" {\n  zone_id = data.aws_route53_zone.parent.zone_id\n  name    = aws_route53_zone.this.name\n  type    = "NS"\n  ttl     = 300\n  records = aws_route53_zone.this.name_servers\n}',
  fails: 'resource "aws_route53_zone" "one" {\n  name = "one.example.org"\n}\n\nresource "aws_route53_zone" "two" {\n  name = "two.example.org"\n}',
  reads: {
    [zoneType]: ['name', 'vpc', 'zone_id', 'id', 'name_servers'],
    aws_route53_record: ['type', 'name', 'records', 'zone_id'],
    aws_acm_certificate: ['arn'],
  },
  judge: (world) => {
    const zones = world.ofType(zoneType).filter((zone) => readBlocks(zone, ['vpc']).length === 0);
    if (world.ofType(zoneType).length === 0) return [];
    return [
      {
        address: 'plan',
        facts: [judgeCount(zones, 'public hosted zones'), judgeCount(world.ofType('aws_acm_certificate'), 'certificates'), ...judgeDelegation(world, zones)],
      },
    ];
  },
};

function judgeCount(resources: readonly Resource[], name: string): Fact {
  if (resources.length <= 1) return fine;
  return failing(`there are ${resources.length} ${name}; want one`, resources.map(({ address }) => address).join(', '));
}

function judgeDelegation(world: World, zones: readonly Resource[]): Fact[] {
  const records = world.ofType('aws_route53_record').filter((record) => readText(record, ['type']).text === 'NS');
  return zones.map((zone) => {
    const name = readText(zone, ['name']).text;
    const inParent = records.filter((record) => !standsIn(world, record, zone));
    const delegated = inParent.some((record) => leadsTo(world, record, zone) || (name !== undefined && readText(record, ['name']).text === name));
    return delegated
      ? fine
      : uncertain(`whether a parent delegates to ${name ?? zone.address} is not told by the plan`, `no NS record leads to ${zone.address}`);
  });
}

function leadsTo(world: World, record: Resource, zone: Resource): boolean {
  return ['records', 'name'].some((path) => leavesOf(world, record, [path]).some(({ instances }) => instances.includes(zone)));
}

/** A zone's own NS record delegates nothing. */
function standsIn(world: World, record: Resource, zone: Resource): boolean {
  const { text } = readText(record, ['zone_id']);
  if (text !== undefined) return ['zone_id', 'id'].some((name) => readText(zone, [name]).text === text);
  return leavesOf(world, record, ['zone_id']).some(({ instances }) => instances.includes(zone));
}
