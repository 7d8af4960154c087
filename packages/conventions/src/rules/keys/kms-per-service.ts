/** A key serves one service. */
import { failing } from '../../plan-facts/flags.ts';
import { keyAttributeNames, keyUsers, serviceOfType } from '../../plan-facts/key-users.ts';
import { keyReads } from '../../plan-facts/keys.ts';
import { fine, type Rule } from '../../rule.ts';

const types = ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'];

/** Aliases and policies are no users. */
export const kmsPerService: Rule = {
  id: 'kms-per-service',
  what: 'no key serves more than one AWS service',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'As best tradeoff between cost of build / maintain key per account-service (i.e. dev-apps-s3-kms) will be used.',
    },
  ],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_kms_key" "s3" {}\n\nresource "aws_kms_key" "sqs" {}',
  fails: 'resource "aws_kms_key" "everything" {}',
  reads: { '*': keyAttributeNames, ...keyReads },
  judge: (world) => {
    const users = keyUsers(world);
    return types
      .flatMap((type) => world.ofType(type))
      .map((key) => {
        const own = users.get(key) ?? [];
        const services = [...new Set(own.map(({ type }) => serviceOfType(type)))].sort();
        const evidence = own
          .map(({ address }) => address)
          .sort()
          .slice(0, 10)
          .join(', ');
        const facts = [services.length > 1 ? failing(`the key serves ${services.join(' and ')}`, evidence) : fine];
        return { resource: key, address: key.address, facts, byCompanions: true };
      });
  },
};
