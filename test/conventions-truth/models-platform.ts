/** Networks, clusters, instances and account-wide services: what each attribute may be. */
import { type Aspect, key, scalar } from './aspects.ts';
import type { Model } from './instances.ts';
import { keyExpression } from './keys.ts';
import { identityModels } from './models-identity.ts';

const on = [true, 'true'];
const off = [false, 'false'];

const tokens: Aspect = scalar('imds-v2', 'metadata_options.0.http_tokens', ['required'], ['optional']);

const network: readonly Model[] = [
  {
    type: 'aws_vpc_security_group_ingress_rule',
    base: { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 8080, to_port: 8080 },
    aspects: [scalar('sg-world-open', 'cidr_ipv4', ['10.0.0.0/8', '198.51.100.7/32'], ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'])],
  },
  {
    type: 'aws_vpc_security_group_ingress_rule',
    base: { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 8080, to_port: 8080 },
    aspects: [scalar('sg-world-open', 'cidr_ipv6', ['2001:db8::/64'], ['::/0'])],
  },
  {
    type: 'aws_security_group',
    base: {
      name: 'g#',
      ingress: [
        { description: '', protocol: 'tcp', from_port: 9000, to_port: 9000, self: false, ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [] },
      ],
    },
    aspects: [scalar('sg-world-open', 'ingress.0.cidr_blocks', [['10.0.0.0/8'], []], [['0.0.0.0/0'], ['10.0.0.0/8', '0.0.0.0/0']])],
  },
  {
    type: 'aws_security_group_rule',
    base: { type: 'ingress', security_group_id: 'sg-1', protocol: 'tcp', from_port: 22, to_port: 22 },
    aspects: [
      {
        ...scalar('bastion-ip', 'cidr_blocks', [['10.0.1.0/24'], ['203.0.113.4/32', '203.0.113.8/29']], [['203.0.0.0/16'], ['203.0.113.4/32', '10.0.0.0/8']]),
        also: { 'sg-world-open': (own) => (own === 'unknown' ? 'unknown' : 'pass') },
      },
    ],
  },
  {
    type: 'aws_security_group_rule',
    base: { type: 'ingress', security_group_id: 'sg-1', cidr_blocks: ['10.0.1.0/24'], protocol: 'tcp', from_port: 0 },
    aspects: [scalar('sg-all-ports', 'to_port', [1023, 443], [65535])],
  },
  {
    type: 'aws_security_group_rule',
    base: { type: 'ingress', security_group_id: 'sg-1', cidr_blocks: ['10.0.1.0/24'], from_port: 443, to_port: 443 },
    aspects: [scalar('sg-all-ports', 'protocol', ['tcp', 'udp'], ['-1', 'all'])],
  },
  {
    type: 'aws_subnet',
    base: { tags: { Tier: 'private' }, vpc_id: 'vpc-1' },
    aspects: [scalar('private-no-public-ip', 'map_public_ip_on_launch', off, on)],
  },
  { type: 'aws_default_vpc', base: {}, aspects: [], always: [['no-default-vpc', 'fail']] },
  {
    type: 'aws_lb_listener',
    base: { protocol: 'HTTPS', port: 443, default_action: [{ type: 'forward', target_group_arn: 'arn:tg', redirect: [] }] },
    aspects: [
      scalar(
        'lb-https',
        'ssl_policy',
        ['ELBSecurityPolicy-TLS13-1-2-2021-06', 'ELBSecurityPolicy-TLS-1-2-Ext-2018-06', 'ELBSecurityPolicy-FS-1-2-Res-2020-10'],
        ['ELBSecurityPolicy-2016-08', 'ELBSecurityPolicy-TLS-1-1-2017-01', 'ELBSecurityPolicy-TLS13-1-0-2021-06', null],
      ),
    ],
  },
  {
    type: 'aws_lb_listener',
    base: { protocol: 'HTTP', port: 80, default_action: [{ type: 'redirect', redirect: [{ port: '443', status_code: 'HTTP_301' }] }] },
    aspects: [scalar('lb-https', 'default_action.0.redirect.0.protocol', ['HTTPS'], ['HTTP'])],
  },
  { type: 'aws_lambda_function_url', base: { function_name: 'f' }, aspects: [scalar('public-only-alb', 'authorization_type', ['AWS_IAM'], ['NONE'])] },
  {
    type: 'aws_appmesh_virtual_node',
    base: { name: 'n#', spec: [{ listener: [{ port_mapping: [{ port: 80 }] }] }] },
    aspects: [scalar('mesh-mtls', 'spec.0.listener.0.tls.0.mode', ['STRICT'], ['PERMISSIVE', 'DISABLED'])],
  },
  {
    type: 'aws_transfer_server',
    base: {},
    aspects: [
      scalar('transfer-sftp', 'protocols', [['SFTP']], [['FTP'], ['SFTP', 'FTPS']], { hidden: 'written' }),
      scalar('transfer-sftp', 'endpoint_type', ['VPC', 'VPC_ENDPOINT'], ['PUBLIC']),
    ],
  },
];

const compute: readonly Model[] = [
  {
    type: 'aws_eks_cluster',
    base: { name: 'sandbox', encryption_config: [{ resources: ['secrets'] }] },
    aspects: [
      key('eks-secrets-kms', 'encryption_config.0.provider.0.key_arn', { nullFails: false, key: keyExpression }),
      scalar('eks-logs', 'enabled_cluster_log_types', [['api', 'audit', 'authenticator']], [[], null, ['api', 'audit']]),
      scalar('eks-private-endpoint', 'vpc_config.0.endpoint_private_access', on, off),
      scalar('eks-private-endpoint', 'vpc_config.0.endpoint_public_access', off, on),
      scalar('eks-version', 'version', ['1.31'], ['1.9', '1.17']),
    ],
  },
  {
    type: 'aws_eks_node_group',
    base: { cluster_name: 'elsewhere', version: '1.31', launch_template: [{ id: 'lt-1', version: '1' }] },
    always: [['imds-v2', 'unknown']],
    aspects: [
      scalar('eks-min-nodes', 'scaling_config.0.min_size', [3, 5], [1, 2]),
      scalar('eks-min-nodes', 'scaling_config.0.desired_size', [5, 6], [2]),
      scalar(
        'eks-node-size',
        'instance_types',
        [['m5.large'], ['m5.Large', 'c5.xlarge'], ['t3.large']],
        [['t3.medium'], ['c5.large'], ['m5.large', 't3.micro']],
      ),
    ],
  },
  {
    type: 'aws_instance',
    base: { ami: 'ami-1' },
    aspects: [tokens, scalar('ebs-encrypted', 'root_block_device.0.encrypted', on, off)],
  },
  {
    type: 'aws_launch_template',
    base: { name: 'lt#', block_device_mappings: [{ device_name: '/dev/xvda' }] },
    aspects: [tokens, scalar('ebs-encrypted', 'block_device_mappings.0.ebs.0.encrypted', on, off)],
  },
  { type: 'aws_ebs_volume', base: { availability_zone: 'eu-central-1a' }, aspects: [scalar('ebs-encrypted', 'encrypted', on, off)] },
];

const account: readonly Model[] = [
  {
    type: 'aws_cloudtrail',
    base: { name: 't#' },
    aspects: [
      scalar('cloudtrail', 'is_organization_trail', on, [...off, null]),
      scalar('cloudtrail', 'is_multi_region_trail', on, off),
      scalar('cloudtrail', 'enable_log_file_validation', on, off),
      key('cloudtrail', 'kms_key_id', { nullFails: true, key: keyExpression }),
    ],
  },
  { type: 'aws_guardduty_detector', base: {}, aspects: [scalar('security-services', 'enable', on, off)] },
  { type: 'aws_config_configuration_recorder_status', base: { name: 'x' }, aspects: [scalar('security-services', 'is_enabled', on, off)] },
  {
    type: 'aws_inspector2_enabler',
    base: {},
    aspects: [
      scalar(
        'inspector',
        'resource_types',
        [
          ['ECR', 'EC2'],
          ['EC2', 'ECR', 'LAMBDA'],
        ],
        [['ECR'], ['LAMBDA']],
      ),
    ],
  },
  { type: 'aws_ecrpublic_repository', base: { repository_name: 'x' }, aspects: [], always: [['ecr-private', 'fail']] },
];

/** All of them. */
export const platformModels: readonly Model[] = [...network, ...compute, ...identityModels, ...account];
