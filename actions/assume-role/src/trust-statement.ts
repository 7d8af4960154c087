/** The least that a trust policy has to hold for this run, in the two forms that people paste. Pure. */
import type { Inputs } from './inputs.ts';

type Claims = Readonly<Record<string, unknown>>;
type Asked = Pick<Inputs, 'role' | 'audience'>;

/** The statement as JSON, for the policy document. */
export function trustStatement(asked: Asked, claims: Claims): string {
  const { host, provider, subject } = factsOf(asked, claims);
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${host}:aud`]: asked.audience, [`${host}:sub`]: subject } },
  };
  return JSON.stringify(statement, null, 2);
}

/** The same as a block of Terraform's `aws_iam_policy_document`. */
export function trustStatementInHcl(asked: Asked, claims: Claims): string {
  const { host, provider, subject } = factsOf(asked, claims);
  const condition = (variable: string, value: string) => [
    '  condition {',
    '    test     = "StringEquals"',
    `    variable = ${quote(variable)}`,
    `    values   = [${quote(value)}]`,
    '  }',
  ];
  return [
    'statement {',
    '  actions = ["sts:AssumeRoleWithWebIdentity"]',
    '  principals {',
    '    type        = "Federated"',
    `    identifiers = [${quote(provider)}]`,
    '  }',
    ...condition(`${host}:aud`, asked.audience),
    ...condition(`${host}:sub`, subject),
    '}',
  ].join('\n');
}

function factsOf({ role }: Asked, claims: Claims): { host: string; provider: string; subject: string } {
  const host = String(claims['iss'] ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  return { host, provider: `arn:${role.partition}:iam::${role.accountId}:oidc-provider/${host}`, subject: String(claims['sub'] ?? '<sub>') };
}

/** A string of HCL: templates in it are text. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');
}
