/** acm-dns and dns-zone: certificates, their validation, and the zone of an environment. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const certificate = (after: Json = {}, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_acm_certificate.c',
  after: { domain_name: 'a.example', validation_method: 'DNS', ...after },
  unknown: { arn: true, id: true, domain_validation_options: true },
  ...more,
});

describe('acm-dns', () => {
  const at = 'aws_acm_certificate.c';
  const validation = (certificate_arn: unknown = ref(`${at}.arn`), more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_acm_certificate_validation.v',
    unknown: { certificate_arn: true, validation_record_fqdns: true },
    expressions: { certificate_arn },
    ...more,
  });
  const record = (more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_route53_record.r["a.example"]',
    after: { ttl: 60 },
    unknown: { name: true, type: true, records: true },
    expressions: { name: ref('each.value.name'), type: ref('each.value.type'), records: ref('each.value.record') },
    forEach: ref(`${at}.domain_validation_options`),
    ...more,
  });
  const direct = record({
    address: 'aws_route53_record.r',
    forEach: undefined,
    expressions: { name: ref(`${at}.domain_validation_options`), records: ref(`${at}.domain_validation_options`) },
  });
  const cases: Case[] = [
    ['validated by DNS', [certificate(), validation(), record()], []],
    ['validated by DNS, one record', [certificate(), validation(), direct], []],
    ['by mail', [certificate({ validation_method: 'EMAIL' }), validation(), record()], [`fail ${at}`]],
    ['without validation', [certificate(), record()], [`fail ${at}`]],
    ['without a record', [certificate(), validation()], [`fail ${at}`]],
    ['with a record of something else', [certificate(), validation(), { address: 'aws_route53_record.x', after: { name: 'x', type: 'A' } }], [`fail ${at}`]],
    ['with validation of anyone', [certificate(), validation(ref('local.arn')), record()], [`unknown ${at}`]],
    ['imported', [certificate({ validation_method: null, private_key: 'k', certificate_body: 'b' })], []],
    [
      'imported, its key known after apply',
      [certificate({ validation_method: null }, { unknown: { private_key: true }, expressions: { private_key: ref('tls_private_key.k.private_key_pem') } })],
      [],
    ],
    ['imported, body only', [certificate({ validation_method: null, certificate_body: 'b' })], []],
    [
      'of a private authority',
      [certificate({ validation_method: null, certificate_authority_arn: 'arn:aws:acm-pca:eu-central-1:1:certificate-authority/x' })],
      [],
    ],
    [
      'of a private authority of this plan',
      [
        certificate(
          { validation_method: null },
          { unknown: { certificate_authority_arn: true }, expressions: { certificate_authority_arn: ref('aws_acmpca_certificate_authority.a.arn') } },
        ),
      ],
      [],
    ],
    [
      'a method known after apply',
      [certificate({}, { after: {}, unknown: { validation_method: true }, expressions: { validation_method: ref('local.method') } }), validation(), record()],
      [`unknown ${at}`],
    ],
    [
      'by a known ARN',
      [
        { ...certificate({ arn: 'arn:c' }), actions: ['no-op'], unknown: {} },
        { address: 'aws_acm_certificate_validation.v', actions: ['no-op'], after: { certificate_arn: 'arn:c' } },
        { ...record(), actions: ['no-op'], after: { name: '_x.a.example', type: 'CNAME' }, unknown: {} },
      ],
      [],
    ],
    ['two, one validated', [certificate(), { ...certificate(), address: 'aws_acm_certificate.d' }, validation(), record()], ['fail aws_acm_certificate.d']],
    [
      'each instance',
      [
        certificate({}, { address: `${at}["a"]` }),
        certificate({}, { address: `${at}["b"]` }),
        validation(ref(at, 'each.key'), { address: 'aws_acm_certificate_validation.v["a"]' }),
        direct,
      ],
      [`fail ${at}["b"]`],
    ],
    [
      'through modules',
      [
        { ...certificate(), address: `module.cert.${at}` },
        validation(ref('module.cert.arn')),
        { ...direct, expressions: { records: ref('module.cert.options') } },
      ],
      [],
      { modules: { 'module.cert': { outputs: { arn: ref(`${at}.arn`), options: ref(`${at}.domain_validation_options`) } } } },
    ],
  ];
  judgeCases('acm-dns', cases);
  it('introduced', () => {
    const old: ResourceSpec = { ...certificate({ arn: 'arn:c' }), actions: ['no-op'], unknown: {} };
    const records: ResourceSpec = { ...record(), actions: ['no-op'], after: { name: '_x' }, unknown: {} };
    expect(brought('acm-dns', old, records)).toEqual([`false ${at}`]);
    expect(
      brought('acm-dns', old, records, { address: 'aws_acm_certificate_validation.v', actions: ['delete'], before: { certificate_arn: 'arn:c' } }),
    ).toEqual([`true ${at}`]);
    expect(judgeOne('acm-dns', { resources: [certificate()] })).toMatchObject([{ severity: 'warn' }]);
  });
});

describe('dns-zone', () => {
  const zone = (name: string, after: Json = {}): ResourceSpec => ({
    address: `aws_route53_zone.${name}`,
    after: { name: `${name}.example`, vpc: [], ...after },
    unknown: { zone_id: true, name_servers: true },
  });
  const delegation: ResourceSpec = {
    address: 'aws_route53_record.ns',
    after: { zone_id: 'ZPARENT', type: 'NS', name: 'a.example' },
    unknown: { records: true },
    expressions: { records: ref('aws_route53_zone.a.name_servers') },
  };
  const cases: Case[] = [
    ['one zone with its delegation', [zone('a'), delegation], []],
    ['one zone without', [zone('a')], ['unknown plan']],
    ['delegated by name', [zone('a'), { ...delegation, after: { ...delegation.after, records: ['ns1'] }, unknown: {}, expressions: {} }], []],
    ['delegated by its servers', [zone('a'), { ...delegation, after: { zone_id: 'ZPARENT', type: 'NS' }, unknown: { name: true, records: true } }], []],
    [
      'another name delegated',
      [zone('a'), { ...delegation, after: { ...delegation.after, name: 'b.example' }, unknown: {}, expressions: {} }],
      ['unknown plan'],
    ],
    [
      'the zone’s own NS record, by known id',
      [
        { ...zone('a', { zone_id: 'ZA' }), unknown: {} },
        { ...delegation, after: { ...delegation.after, zone_id: 'ZA' } },
      ],
      ['unknown plan'],
    ],
    ['two public zones', [zone('a'), zone('b'), delegation], ['fail plan']],
    ['a public and a private zone', [zone('a'), zone('b', { vpc: [{ vpc_id: 'vpc-1' }] }), delegation], []],
    ['two private zones', [zone('a', { vpc: [{ vpc_id: 'vpc-1' }] }), zone('b', { vpc: [{ vpc_id: 'vpc-1' }] })], []],
    ['one certificate', [zone('a'), delegation, certificate()], []],
    ['two certificates', [zone('a'), delegation, certificate(), { ...certificate(), address: 'aws_acm_certificate.d' }], ['fail plan']],
    ['a certificate and its validation', [zone('a'), delegation, certificate(), { address: 'aws_acm_certificate_validation.v' }], []],
    ['no zone, two certificates', [certificate(), { ...certificate(), address: 'aws_acm_certificate.d' }], []],
    [
      'two instances of one zone',
      [{ ...zone('a'), address: 'aws_route53_zone.a[0]' }, { ...zone('a'), address: 'aws_route53_zone.a[1]' }, delegation],
      ['fail plan'],
    ],
    ['a record of another kind', [zone('a'), { ...delegation, after: { zone_id: 'ZPARENT', type: 'A', name: 'a.example' } }], ['unknown plan']],
    [
      'the zone’s own NS record',
      [
        zone('a'),
        { ...delegation, unknown: { zone_id: true, records: true }, expressions: { ...delegation.expressions, zone_id: ref('aws_route53_zone.a.zone_id') } },
      ],
      ['unknown plan'],
    ],
    [
      'two zones in modules',
      [
        { ...zone('a'), address: 'module.m["a"].aws_route53_zone.a' },
        { ...zone('a'), address: 'module.m["b"].aws_route53_zone.a' },
      ],
      ['fail plan'],
    ],
  ];
  judgeCases('dns-zone', cases);
  it('introduced with the second zone, not when both were there', () => {
    const old = (name: string): ResourceSpec => ({ ...zone(name), actions: ['no-op'], unknown: {} });
    expect(brought('dns-zone', old('a'), zone('b'))).toEqual(['true plan']);
    expect(brought('dns-zone', old('a'), old('b'))).toEqual(['false plan']);
    expect(judgeOne('dns-zone', { resources: [zone('a'), zone('b')] })).toMatchObject([{ severity: 'info', address: 'plan' }]);
  });
});
