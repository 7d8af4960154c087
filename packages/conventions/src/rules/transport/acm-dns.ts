/** Certificates are validated by DNS, with record and validation in the plan. */
import { read, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { joinCompanions } from '../../plan-facts/companions.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const certificateType = 'aws_acm_certificate';
const recordType = 'aws_route53_record';
const imported = ['private_key', 'certificate_body', 'certificate_authority_arn', 'private_key_wo'];

/** Imported certificates and those of a private authority are not judged. */
export const acmDns: Rule = {
  id: 'acm-dns',
  what: 'each certificate is validated by DNS, with its record and its validation',
  why: [
    mediationItem('Route53 Cert Validation Record'),
    mediationItem('ACM Certificate Validation'),
    { document: 'opta-aws-architecture', sentence: 'ACM cert verification is done with Route53 record manipulation in the given hosted zone.' },
  ],
  severity: 'warn',
  profiles: ['mz', 'opta', 'strict'],
  remedy: [
    'resource "aws_acm_certificate_validation" "this" {',
    '  certificate_arn         = aws_acm_certificate.this.arn',
    '  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]',
    '}',
  ].join('\n'),
  fails: 'resource "aws_acm_certificate" "this" {\n  domain_name       = "example.org"\n  validation_method = "EMAIL"\n}',
  reads: {
    [certificateType]: ['arn', 'id', 'validation_method', 'domain_validation_options', ...imported],
    aws_acm_certificate_validation: ['certificate_arn', 'validation_record_fqdns'],
    [recordType]: ['name', 'records', 'type'],
  },
  judge: (world) => {
    const join = joinCompanions(world, {
      companion: 'aws_acm_certificate_validation',
      attribute: 'certificate_arn',
      owners: [certificateType],
      identity: ['arn', 'id'],
    });
    const recorded = certificatesWithRecords(world);
    return world
      .ofType(certificateType)
      .filter((certificate) => !isForeign(world, certificate))
      .map((certificate) =>
        judgementByCompanions(
          certificate,
          judgeMethod(certificate),
          judgeValidation(join.of(certificate).length > 0, join.maybeOf(certificate), recorded.has(certificate)),
        ),
      );
  },
};

/** Imported, or of a private authority. */
function isForeign(world: World, certificate: Resource): boolean {
  return imported.some((name) => {
    const { state } = read(certificate, [name]);
    return state === 'known' || (state === 'unknown' && isWritten(expressionAt(world.configured(certificate), [name])));
  });
}

/** Records lead to their certificate by reference, also through for_each, or by the name that ACM asks for. */
function certificatesWithRecords(world: World): Set<Resource> {
  const names = validationNames(world);
  return new Set(
    world.ofType(recordType).flatMap((record) => {
      const byName = names.get(plain(readText(record, ['name']).text ?? ''));
      const leaves = ['name', 'records'].flatMap((path) => leavesOf(world, record, [path]));
      const byReference = leaves.flatMap(({ type, instances }) => (type === certificateType ? instances : []));
      return byName ? [byName, ...byReference] : byReference;
    }),
  );
}

/** The names that ACM asks for, of certificates that are there already. */
function validationNames(world: World): Map<string, Resource> {
  const names = new Map<string, Resource>();
  for (const certificate of world.ofType(certificateType)) {
    const options = read(certificate, ['domain_validation_options']);
    if (options.state !== 'known') continue;
    for (const [, name = ''] of JSON.stringify(options.value).matchAll(/"resource_record_name":"([^"]+)"/g)) names.set(plain(name), certificate);
  }
  return names;
}

function plain(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}

function judgeMethod(certificate: Resource): Fact {
  const path = ['validation_method'];
  const reading = readText(certificate, path);
  const evidence = showValue(certificate, path);
  if (reading.state === 'unknown') return uncertain('validation_method is known after apply', evidence);
  return reading.text === 'DNS' ? fine : failing(`validation_method is ${tell(certificate, path)}; want DNS`, evidence);
}

function judgeValidation(validated: boolean, maybe: Resource | undefined, recorded: boolean): Fact {
  if (!validated && maybe) return uncertain('whether the certificate has its validation is known after apply', `${maybe.address} may be its own`);
  if (!validated) return failing('the certificate has no aws_acm_certificate_validation', 'none of this plan names it');
  return recorded ? fine : failing('no Route 53 record of this plan validates the certificate', `no ${recordType} leads to it`);
}
