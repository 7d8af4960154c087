/** Policy statements in the two forms that people paste: JSON and Terraform's HCL. Pure. */
import { parseRoleArn } from '@slipway/sdk/sts';

type Claims = Readonly<Record<string, unknown>>;

/** What a web identity role is asked for. */
export interface AskedRole {
  readonly roleArn: string;
  /** Where the claims say none. */
  readonly audience: string;
}

/** A statement, as far as we write any. */
export interface Statement {
  readonly principal?: { readonly type: 'Federated' | 'AWS'; readonly id: string };
  readonly actions: readonly string[];
  readonly resource?: string;
  /** Condition key → the value that it must equal. */
  readonly equals?: Readonly<Record<string, string>>;
}

/** The least that the trust policy of a role has to hold for a token with these claims; `sub` as it is, environment or immutable form. */
export function trustStatement(asked: AskedRole, claims: Claims): Statement {
  const host = String(claims['iss'] ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  const { partition = 'aws', accountId = '<account>' } = parseRoleArn(asked.roleArn) ?? {};
  return {
    principal: { type: 'Federated', id: `arn:${partition}:iam::${accountId}:oidc-provider/${host}` },
    actions: ['sts:AssumeRoleWithWebIdentity'],
    equals: { [`${host}:aud`]: audienceOf(claims) ?? asked.audience, [`${host}:sub`]: String(claims['sub'] ?? '<sub>') },
  };
}

/** The audience of a token: the first where there are several. */
export function audienceOf(claims: Claims): string | undefined {
  const aud: unknown = Array.isArray(claims['aud']) ? claims['aud'][0] : claims['aud'];
  return typeof aud === 'string' ? aud : undefined;
}

/** A statement as JSON, for the policy document. */
export function statementJson({ principal, actions, resource, equals }: Statement): string {
  const statement = {
    Effect: 'Allow',
    ...(principal ? { Principal: { [principal.type]: principal.id } } : {}),
    Action: actions.length === 1 ? actions[0] : actions,
    ...(resource === undefined ? {} : { Resource: resource }),
    ...(equals ? { Condition: { StringEquals: equals } } : {}),
  };
  return JSON.stringify(statement, null, 2);
}

/** The same as a block of Terraform's `aws_iam_policy_document`. */
export function statementHcl({ principal, actions, resource, equals }: Statement): string {
  const conditions = Object.entries(equals ?? {}).flatMap(([variable, value]) => [
    '  condition {',
    '    test     = "StringEquals"',
    `    variable = ${quote(variable)}`,
    `    values   = [${quote(value)}]`,
    '  }',
  ]);
  return [
    'statement {',
    `  actions = [${actions.map(quote).join(', ')}]`,
    ...(resource === undefined ? [] : [`  resources = [${quote(resource)}]`]),
    ...(principal ? ['  principals {', `    type        = "${principal.type}"`, `    identifiers = [${quote(principal.id)}]`, '  }'] : []),
    ...conditions,
    '}',
  ].join('\n');
}

/** A string of HCL: templates in it are text. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');
}
