/** What Terraform calls sensitive is in no finding. */
import { describe, expect, it } from 'vitest';
import { readText, showValue, tell } from '../src/plan-facts/attributes.ts';
import { World } from '../src/plan-facts/world.ts';
import { bare, from, inline, modern, r2, tcp } from './group-builder.ts';
import { judgeOne } from './judge-one.ts';
import { planOf, type ResourceSpec } from './plan-builder.ts';

const database = { address: 'aws_db_instance.d', after: { engine: 'postgres', vpc_security_group_ids: ['sg-1'] } };
const redshift = { address: 'aws_redshift_cluster.c', after: { vpc_security_group_ids: ['sg-1'] } };
const range = '198.51.0.0/16';
const secret = (spec: ResourceSpec): ResourceSpec => ({ ...spec, after: { ...spec.after, id: 'sg-1' }, unknown: {}, sensitive: { ingress: true } });
const rows: [rule: string, resources: ResourceSpec[]][] = [
  ['bastion-ip', [secret(inline(tcp(22, from(range))))]],
  ['sg-db-ports', [secret(inline(tcp(5432, from(range)))), database]],
  ['bastion-only', [secret(inline(tcp(5439, from(range)))), redshift]],
  ['bastion-ip', [bare, { ...modern(r2, { cidr_ipv4: range, from_port: 22, to_port: 22 }), sensitive: { cidr_ipv4: true } }]],
];

describe('ranges', () => {
  it.each(rows)('%s', (rule, resources) => {
    const findings = judgeOne(rule, { resources });
    expect(findings).toMatchObject([{ verdict: 'fail' }]);
    expect(JSON.stringify(findings)).not.toContain('198.51');
    expect(JSON.stringify(findings)).toContain('sensitive');
  });
  it('are shown where they are none', () => expect(JSON.stringify(judgeOne('bastion-ip', { resources: [inline(tcp(22, from(range)))] }))).toContain(range));
  it('of the world too', () => {
    const [finding] = judgeOne('sg-world-open', { resources: [secret(inline(tcp(22, from('128.0.0.0/1'))))] });
    expect(JSON.stringify(finding)).not.toContain('128.0');
  });
});

const others: [rule: string, spec: ResourceSpec][] = [
  ['lb-https', { address: 'aws_lb_listener.l', after: { protocol: 'HTTPS', ssl_policy: 'S3CRET' }, sensitive: { ssl_policy: true } }],
  [
    'transfer-sftp',
    { address: 'aws_transfer_server.s', after: { protocols: ['S3CRET'], endpoint_type: 'S3CRET' }, sensitive: { protocols: true, endpoint_type: true } },
  ],
  [
    'msk-tls',
    {
      address: 'aws_msk_cluster.m',
      after: { encryption_info: [{ encryption_in_transit: [{ client_broker: 'S3CRET' }] }] },
      sensitive: { encryption_info: true },
    },
  ],
  ['acm-dns', { address: 'aws_acm_certificate.c', after: { validation_method: 'S3CRET' }, sensitive: { validation_method: true } }],
  [
    'db-tls',
    {
      address: 'aws_db_parameter_group.p',
      after: { family: 'S3CRET', parameter: [{ name: 'rds.force_ssl', value: 'S3CRET' }] },
      sensitive: { family: true, parameter: [{ value: true }] },
    },
  ],
  ['db-tls', { address: 'aws_db_parameter_group.p', after: { family: 'S3CRET', parameter: [] }, sensitive: { family: true } }],
  ['db-engine', { address: 'aws_db_instance.d', after: { engine: 'S3CRET' }, sensitive: { engine: true } }],
  ['rds-backup-days', { address: 'aws_db_instance.d', after: { backup_retention_period: 'S3CRET' }, sensitive: { backup_retention_period: true } }],
  [
    'msk-ha',
    {
      address: 'aws_msk_cluster.m',
      after: { number_of_broker_nodes: 'S3CRET', broker_node_group_info: [{ client_subnets: ['S3CRET'] }] },
      sensitive: { number_of_broker_nodes: true, broker_node_group_info: true },
    },
  ],
  [
    'ec2-stateless',
    { address: 'aws_instance.i', after: { ebs_block_device: [{ snapshot_id: 'S3CRET' }] }, sensitive: { ebs_block_device: [{ snapshot_id: true }] } },
  ],
  ['public-only-alb', { address: 'aws_eip.e', after: { instance: 'S3CRET' }, sensitive: { instance: true } }],
];

it.each(others)('%s', (rule, spec) => {
  const findings = judgeOne(rule, { resources: [spec] });
  expect(findings).toMatchObject([{ verdict: 'fail' }]);
  expect(JSON.stringify(findings)).not.toContain('S3CRET');
});

it('tags with a secret among them', () => {
  const spec = { address: 'aws_s3_bucket.b', after: { tags_all: { Token: 'S3CRET', Owner: 'core' } }, sensitive: { tags_all: { Token: true } } };
  const findings = judgeOne('tags-required', { resources: [spec] }, { keys: ['Stage'] });
  expect(JSON.stringify(findings)).not.toContain('S3CRET');
  expect(JSON.stringify(findings)).toContain('core');
});

it('says what is not set, what is hidden, and the rest', () => {
  const spec = { address: 'aws_x.y', after: { a: 1, b: 'x', list: [{ c: 'S3CRET', d: 'e' }] }, sensitive: { b: true, list: [{ c: true }] } };
  const [resource] = new World(planOf({ resources: [spec] }), 'after').ofType('aws_x');
  expect(resource && [tell(resource, ['a']), tell(resource, ['b']), tell(resource, ['z'])]).toEqual(['1', '(sensitive)', 'not set']);
  expect(resource && showValue(resource, ['list'])).toBe('list = [{"c":"(sensitive)","d":"e"}]');
  expect(resource && readText(resource, ['b']).text).toBe('x');
});
