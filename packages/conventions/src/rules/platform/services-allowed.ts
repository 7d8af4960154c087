/** Only services that the document lists or speaks of. */
import { failing } from '../../plan-facts/flags.ts';
import { fine, type Judgement, type Rule } from '../../rule.ts';
import { serviceName } from './service-of-type.ts';

/** The bank's list, those that it calls optional included, and what its text deploys. */
const named = [
  'ec2',
  'eks',
  'msk',
  'rds',
  'cloudwatch',
  'elb',
  'iam',
  'waf',
  'kms',
  's3',
  'route53',
  'sns',
  'codeartifact',
  'vpc',
  'mwaa',
  'emr',
  'glue',
  'ecr',
  'secretsmanager',
  'dynamodb',
  'transfer',
  'athena',
  'appmesh',
  'securityhub',
  'guardduty',
  'config',
  'inspector',
  'cloudtrail',
  'acm',
  'chatbot',
  'ssm',
  'shield',
];

/** Other providers' resources are no services of AWS. */
export const servicesAllowed: Rule = {
  id: 'services-allowed',
  what: 'resources belong to services that the platform knows',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'The solution is to deploy below services … EC2' }],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_sns_topic" "events" {}',
  fails: 'resource "aws_sqs_queue" "events" {}',
  parameters: { services: { kind: 'list', title: 'services that may be used', fallback: named } },
  reads: { '*': [] },
  judge: (world, parameters) => {
    const allowed = new Set(Array.isArray(parameters['services']) ? parameters['services'].map((name) => String(name).toLowerCase()) : []);
    return world
      .types()
      .filter((type) => type.startsWith('aws_'))
      .flatMap((type) => {
        const service = serviceName(type);
        const facts = [allowed.has(service) ? fine : failing(`${service} is not among the services of the platform`, type)];
        return world.ofType(type).map((resource): Judgement => ({ resource, address: resource.address, facts }));
      });
  },
};
