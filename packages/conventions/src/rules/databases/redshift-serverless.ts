/** Redshift is serverless. */
import { failing } from '../../plan-facts/flags.ts';
import { eachResource, type Rule } from '../../rule.ts';

/** A cluster's being there is the fault. */
export const redshiftServerless: Rule = {
  id: 'redshift-serverless',
  what: 'Redshift is used serverless, not as a cluster',
  why: [
    {
      document: 'system-design-2',
      sentence:
        'RedShift Serverless is selected where AWS manages and scales the database up and down in compute resources depending on the load the database is currently under.',
    },
  ],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy:
    'resource "aws_redshiftserverless_workgroup" "this" {\n  namespace_name = aws_redshiftserverless_namespace.this.namespace_name\n  workgroup_name = "bi"\n}',
  fails: 'resource "aws_redshift_cluster" "this" {\n  cluster_identifier = "bi"\n}',
  reads: { aws_redshift_cluster: ['cluster_identifier'] },
  judge: eachResource(['aws_redshift_cluster'], () => [failing('it is a cluster; want Redshift Serverless', 'aws_redshift_cluster')]),
};
