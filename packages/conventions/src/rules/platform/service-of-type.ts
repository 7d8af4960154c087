/** Which service of AWS a resource type belongs to, in the words of the bank's list. */

/** Longest prefix first where one is the beginning of another. */
const prefixes: readonly (readonly [string, readonly string[]])[] = [
  [
    'ec2',
    ['instance', 'ami', 'launch_', 'key_pair', 'ebs_', 'volume_attachment', 'placement_group', 'spot_', 'autoscaling', 'ec2_', 'eip', 'network_interface'],
  ],
  [
    'vpc',
    [
      'vpc',
      'subnet',
      'route_table',
      'route',
      'main_route_table',
      'internet_gateway',
      'egress_only_internet_gateway',
      'nat_gateway',
      'security_group',
      'default_',
      'network_acl',
      'flow_log',
      'customer_gateway',
      'vpn_',
    ],
  ],
  ['elb', ['lb', 'alb', 'elb', 'load_balancer_', 'proxy_protocol_policy', 'app_cookie_stickiness_policy']],
  ['rds', ['rds_', 'db_']],
  ['mwaa', ['mwaa_']],
  ['route53', ['route53']],
  ['waf', ['waf', 'wafv2_', 'wafregional_']],
  ['emr', ['emr', 'emrcontainers_', 'emrserverless_']],
  ['msk', ['mskconnect_']],
  ['s3', ['s3control_']],
  ['ecr', ['ecrpublic_']],
  ['inspector', ['inspector']],
  ['shield', ['shield_']],
];

/** Types whose own second word is the service: `aws_s3_bucket` → s3. */
const own = new Set([
  'acm',
  'appmesh',
  'athena',
  'chatbot',
  'cloudtrail',
  'cloudwatch',
  'codeartifact',
  'config',
  'dynamodb',
  'ecr',
  'eks',
  'glue',
  'guardduty',
  'iam',
  'kms',
  'msk',
  's3',
  'secretsmanager',
  'securityhub',
  'sns',
  'ssm',
  'transfer',
]);

/** The service of a type of the AWS provider; its second word where the table has none. */
export function serviceName(type: string): string {
  const rest = type.replace(/^aws_/, '');
  const word = rest.split('_')[0] ?? rest;
  if (rest.startsWith('route53')) return 'route53';
  if (own.has(word)) return word;
  for (const [service, starts] of prefixes) {
    if (
      starts.some((start) =>
        start.endsWith('_') ? rest.startsWith(start) : rest === start || rest.startsWith(`${start}_`) || (start.length > 4 && rest.startsWith(start)),
      )
    )
      return service;
  }
  return word;
}
