/** The workspace is an environment. */
import { failing } from '../../plan-facts/flags.ts';
import { fine, type Rule } from '../../rule.ts';

/** The workspace is not in the plan: TF_WORKSPACE of the step, or a variable `workspace`. */
export const workspaceEnv: Rule = {
  id: 'workspace-env',
  what: 'the workspace is one of the environments',
  why: [{ document: 'dataworks-data-egress', sentence: 'Non-prod environment: the data is sent to the stub-hdfs-*** bucket' }],
  severity: 'warn',
  profiles: ['dwp', 'strict'],
  remedy: '# .slipway/conventions.yaml\nenvironments: [development, qa, integration, preprod, production]',
  language: 'yaml',
  fails: '# TF_WORKSPACE=defualt',
  reads: { '*': [] },
  judge: (world) => {
    const { workspace, environments } = world.facts;
    const variable = world.plan.variables.get('workspace');
    const name = workspace ?? (typeof variable === 'string' ? variable : undefined);
    if (name === undefined || environments.length === 0) return [];
    const known = environments.includes(name);
    const facts = [known ? fine : failing(`the workspace is ${name}; want one of ${environments.join(', ')}`, `workspace = ${name}`)];
    return [{ address: 'plan', facts, introduced: true }];
  },
};
