/** The groups of databases, and of what only the bastion may reach. */
import { describe, expect, it } from 'vitest';
import { bare, from, from6, g, groupAt, inline, type Json, modern, old, r1, r2, tcp } from './group-builder.ts';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

const uses = (address: string, list: string, after: Json = {}, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after,
  unknown: { id: true, [list]: true, ...('port' in after ? {} : { port: true }) },
  expressions: { [list]: ref(`${g}.id`) },
  ...more,
});
const postgres = (after: Json = {}, more: Partial<ResourceSpec> = {}) =>
  uses('aws_db_instance.d', 'vpc_security_group_ids', { engine: 'postgres', ...after }, more);
const fromGroup = (port: number): Json => tcp(port, { security_groups: ['sg-app'] });

describe('sg-db-ports', () => {
  const ports: Case[] = [
    ['postgres at 5432 from a group', [inline(fromGroup(5432)), postgres()], []],
    ['postgres at 5432 from itself', [inline(tcp(5432, { self: true })), postgres()], []],
    ['postgres at 3306', [inline(fromGroup(3306)), postgres()], [`fail ${g}`]],
    ['a range around it', [inline({ ...fromGroup(5432), from_port: 5430 }), postgres()], [`fail ${g}`]],
    ['UDP', [inline({ ...fromGroup(5432), protocol: 'udp' }), postgres()], [`fail ${g}`]],
    ['every protocol', [inline({ ...fromGroup(0), protocol: '-1' }), postgres()], [`fail ${g}`]],
    ['one right, one wrong', [inline(fromGroup(5432), fromGroup(22)), postgres()], [`fail ${g}`]],
    ['the database’s own port', [inline(fromGroup(6543)), postgres({ port: 6543 })], []],
    ['not the default when it has another', [inline(fromGroup(5432)), postgres({ port: 6543 })], [`fail ${g}`]],
    ['mysql', [inline(fromGroup(3306)), postgres({ engine: 'mysql' })], []],
    ['aurora postgres', [inline(fromGroup(5432)), uses('aws_rds_cluster.c', 'vpc_security_group_ids', { engine: 'aurora-postgresql' })], []],
    ['aurora mysql', [inline(fromGroup(5432)), uses('aws_rds_cluster.c', 'vpc_security_group_ids', { engine: 'aurora-mysql' })], [`fail ${g}`]],
    ['docdb', [inline(fromGroup(27017)), uses('aws_docdb_cluster.c', 'vpc_security_group_ids')], []],
    ['docdb at another', [inline(fromGroup(5432)), uses('aws_docdb_cluster.c', 'vpc_security_group_ids')], [`fail ${g}`]],
    ['redis', [inline(fromGroup(6379)), uses('aws_elasticache_replication_group.c', 'security_group_ids')], []],
    ['serverless redis', [inline(fromGroup(6380)), uses('aws_elasticache_serverless_cache.c', 'security_group_ids', { engine: 'redis' })], [`fail ${g}`]],
    ['memorydb', [inline(fromGroup(6379)), uses('aws_memorydb_cluster.c', 'security_group_ids')], []],
    ['a group that no database uses', [inline(fromGroup(22))], []],
    ['a rule resource', [bare, old(r1, { protocol: 'tcp', from_port: 22, to_port: 22, source_security_group_id: 'sg-app' }), postgres()], [`fail ${r1}`]],
    ['an ingress rule', [bare, modern(r2, { from_port: 22, to_port: 22, cidr_ipv4: '10.0.0.0/16' }), postgres()], [`fail ${r2}`]],
    ['a good ingress rule', [bare, modern(r2, { from_port: 5432, to_port: 5432, cidr_ipv4: '10.0.0.0/16' }), postgres()], []],
    [
      'a group of known id that is not of the plan',
      [
        { address: r2, after: { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 22, to_port: 22, cidr_ipv4: '10.0.0.0/16' } },
        { address: 'aws_db_instance.d', after: { engine: 'postgres', vpc_security_group_ids: ['sg-1'] } },
      ],
      [`fail ${r2}`],
    ],
    [
      'through modules',
      [
        { ...inline(fromGroup(22)), address: `module.sg.${g}` },
        { ...postgres(), address: 'module.db.aws_db_instance.d', expressions: { vpc_security_group_ids: ref('var.groups') } },
      ],
      [`fail module.sg.${g}`],
      { modules: { 'module.sg': { outputs: { id: ref(`${g}.id`) } }, 'module.db': { expressions: { groups: ref('module.sg.id') } } } },
    ],
    [
      'each instance its own',
      [
        groupAt(`${g}["a"]`, fromGroup(22)),
        groupAt(`${g}["b"]`, fromGroup(22)),
        postgres({}, { address: 'aws_db_instance.d["a"]', expressions: { vpc_security_group_ids: ref(g, 'each.key') } }),
      ],
      [`fail ${g}["a"]`],
    ],
  ];
  judgeCases('sg-db-ports', ports);

  const vpc = (after: Json = { cidr_block: '10.1.0.0/16' }, unknown: Json = { id: true }): ResourceSpec => ({ address: 'aws_vpc.v', after, unknown });
  const inVpc = (...rules: Json[]): ResourceSpec => ({
    ...inline(...rules),
    unknown: { id: true, vpc_id: true },
    expressions: { vpc_id: ref('aws_vpc.v.id') },
  });
  const second: ResourceSpec = {
    address: 'aws_vpc_ipv4_cidr_block_association.s',
    after: { cidr_block: '100.64.0.0/16' },
    unknown: { vpc_id: true },
    expressions: { vpc_id: ref('aws_vpc.v.id') },
  };
  const sources: Case[] = [
    [
      'outside the VPC of a known id',
      [
        { address: 'aws_vpc.v', actions: ['no-op'], after: { id: 'vpc-1', cidr_block: '10.1.0.0/16' } },
        { address: g, after: { vpc_id: 'vpc-1', ingress: [tcp(5432, from('10.2.0.0/16'))] }, unknown: { id: true } },
        postgres(),
      ],
      [`fail ${g}`],
    ],
    ['inside the VPC', [vpc(), inVpc(tcp(5432, from('10.1.2.0/24'))), postgres()], []],
    ['the VPC', [vpc(), inVpc(tcp(5432, from('10.1.0.0/16'))), postgres()], []],
    ['outside the VPC', [vpc(), inVpc(tcp(5432, from('10.2.0.0/16'))), postgres()], [`fail ${g}`]],
    ['larger than the VPC', [vpc(), inVpc(tcp(5432, from('10.0.0.0/8'))), postgres()], [`fail ${g}`]],
    [
      'inside another VPC of the plan',
      [vpc(), { ...vpc({ cidr_block: '10.2.0.0/16' }), address: 'aws_vpc.w' }, inVpc(tcp(5432, from('10.2.3.0/24'))), postgres()],
      [],
    ],
    ['inside a second range of the VPC', [vpc(), second, inVpc(tcp(5432, from('100.64.1.0/24'))), postgres()], []],
    ['the VPC’s range known after apply', [vpc({}, { id: true, cidr_block: true }), inVpc(tcp(5432, from('10.2.0.0/16'))), postgres()], [`unknown ${g}`]],
    ['a VPC elsewhere, private', [inline(tcp(5432, from('172.16.4.0/24', '192.168.0.0/16'))), postgres()], []],
    ['a VPC elsewhere, public', [inline(tcp(5432, from('203.0.113.0/24'))), postgres()], [`fail ${g}`]],
    ['the world', [inline(tcp(5432, from('0.0.0.0/0'))), postgres()], [`fail ${g}`]],
    ['the IPv6 world', [inline(tcp(5432, from6('::/0'))), postgres()], [`fail ${g}`]],
    [
      'a range known after apply',
      [{ address: g, after: { ingress: [tcp(5432, {})] }, unknown: { id: true, ingress: [{ cidr_blocks: true }] } }, postgres()],
      [`unknown ${g}`],
    ],
    ['a prefix list', [inline(tcp(5432, { prefix_list_ids: ['pl-1'] })), postgres()], [`unknown ${g}`]],
  ];
  judgeCases('sg-db-ports', sources);

  const nobodys = (port: number): ResourceSpec => ({
    address: r1,
    after: { type: 'ingress', protocol: 'tcp', from_port: port, to_port: port, cidr_blocks: ['10.0.0.0/16'] },
    unknown: { security_group_id: true, id: true },
    expressions: { security_group_id: ref('local.group') },
  });
  judgeCases('sg-db-ports', [
    ['a rule of nobody knows which group, wrong for a database', [nobodys(22), bare, postgres()], [`unknown ${r1}`]],
    ['one that would be right for it', [nobodys(5432), bare, postgres()], []],
    ['one without a database in the plan', [nobodys(22), bare], []],
  ]);

  it('says which database, and was there before', () => {
    expect(judgeOne('sg-db-ports', { resources: [inline(fromGroup(22)), postgres()] })[0]?.evidence.join()).toContain('aws_db_instance.d');
    const group: ResourceSpec = { address: g, actions: ['no-op'], after: { id: 'sg-1', ingress: [fromGroup(22)] } };
    const database = { address: 'aws_db_instance.d', after: { engine: 'postgres', vpc_security_group_ids: ['sg-1'] } };
    expect(brought('sg-db-ports', group, { ...database, actions: ['no-op'] })).toEqual([`false ${g}`]);
    expect(brought('sg-db-ports', group, { ...database, actions: ['create'] })).toEqual([`true ${g}`]);
  });
});

describe('bastion-only', () => {
  const bastion: ResourceSpec = { address: 'aws_security_group.bastion', after: { name: 'b', ingress: [] }, unknown: { id: true } };
  const redshift = uses('aws_redshift_cluster.c', 'vpc_security_group_ids');
  const eks: ResourceSpec = {
    address: 'aws_eks_cluster.c',
    after: { vpc_config: [{ endpoint_public_access: false }] },
    unknown: { vpc_config: [{ security_group_ids: true }] },
    expressions: { vpc_config: [{ security_group_ids: ref(`${g}.id`) }] },
  };
  const rule = (port: number, source: string): ResourceSpec => ({
    ...modern(r2, { from_port: port, to_port: port }),
    unknown: { security_group_id: true, referenced_security_group_id: true },
    expressions: { security_group_id: ref(`${g}.id`), referenced_security_group_id: ref(source) },
  });
  const app: ResourceSpec = { address: 'aws_security_group.app', after: { name: 'app', ingress: [] }, unknown: { id: true } };
  const machine = (after: Json): ResourceSpec => ({
    address: 'aws_instance.m',
    after,
    unknown: { vpc_security_group_ids: true },
    expressions: { vpc_security_group_ids: ref('aws_security_group.app.id') },
  });
  const known = (id: string, name: string): ResourceSpec => ({ address: 'aws_security_group.k', actions: ['no-op'], after: { id, name, ingress: [] } });
  const cases: Case[] = [
    ['Redshift from the bastion', [bare, bastion, redshift, rule(5439, 'aws_security_group.bastion.id')], []],
    ['EKS from the bastion', [bare, bastion, eks, rule(443, 'aws_security_group.bastion.id')], []],
    ['Redshift from another group', [bare, app, redshift, rule(5439, 'aws_security_group.app.id')], [`fail ${r2}`]],
    ['EKS from another group', [bare, app, eks, rule(443, 'aws_security_group.app.id')], [`fail ${r2}`]],
    [
      'a workgroup from another group',
      [bare, app, uses('aws_redshiftserverless_workgroup.w', 'security_group_ids'), rule(5439, 'aws_security_group.app.id')],
      [`fail ${r2}`],
    ],
    ['from a range', [inline(tcp(5439, from('10.0.0.0/24'))), redshift], [`fail ${g}`]],
    ['from a range, by a rule', [bare, modern(r2, { from_port: 443, to_port: 443, cidr_ipv4: '10.0.0.5/32' }), eks], [`fail ${r2}`]],
    ['from itself', [inline(tcp(5439, { self: true })), redshift], []],
    ['from itself by reference', [bare, redshift, rule(5439, `${g}.id`)], []],
    ['all protocols from a range', [inline({ protocol: '-1', from_port: 0, to_port: 0, ...from('10.0.0.0/24') }), redshift], [`fail ${g}`]],
    ['from the group of a jumphost instance', [bare, app, redshift, machine({ tags: { Name: 'dev-jumphost' } }), rule(5439, 'aws_security_group.app.id')], []],
    [
      'from the group of another instance',
      [bare, app, redshift, machine({ tags: { Name: 'worker' } }), rule(5439, 'aws_security_group.app.id')],
      [`fail ${r2}`],
    ],
    ['a bastion by name, of known id', [known('sg-b', 'dev-bastion'), inline(tcp(5439, { security_groups: ['sg-b'] })), redshift], []],
    ['no bastion by name, of known id', [known('sg-b', 'dev-app'), inline(tcp(5439, { security_groups: ['sg-b'] })), redshift], [`fail ${g}`]],
    [
      'a bastion by tag',
      [{ ...known('sg-b', 'x'), after: { id: 'sg-b', tags: { Usage: 'bastion' }, ingress: [] } }, inline(tcp(5439, { security_groups: ['sg-b'] })), redshift],
      [],
    ],
    [
      'a word in the description is no name',
      [{ ...app, after: { name: 'app', description: 'Reached from the bastion', ingress: [] } }, bare, redshift, rule(5439, 'aws_security_group.app.id')],
      [`fail ${r2}`],
    ],
    ['a group elsewhere', [inline(tcp(5439, { security_groups: ['sg-x'] })), redshift], [`unknown ${g}`]],
    ['a group that nothing tells', [bare, redshift, rule(5439, 'local.group')], [`unknown ${r2}`]],
    ['a group that neither uses', [inline(tcp(5439, from('10.0.0.0/24')))], []],
  ];
  judgeCases('bastion-only', cases);
  it('warns', () =>
    expect(judgeOne('bastion-only', { resources: [inline(tcp(5439, from('10.0.0.0/24'))), redshift] })).toMatchObject([
      { severity: 'warn', introduced: true },
    ]));
});
