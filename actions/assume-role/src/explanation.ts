/** What a run may be told about itself: claims (never the token), the judgement of the trust policy, the least statement. Pure. */
import { code } from '@slipway/action-kit';
import type { LoginPlan } from './plan.ts';
import { statementHcl, statementJson, trustStatement } from './trust-statement.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Claims and what follows from them, as lines for the log and as Markdown. */
export interface Explanation {
  readonly lines: readonly string[];
  readonly markdown: readonly string[];
}

/** The judgement of `trust-policy-file`, in the three forms in which it is told. */
export interface ToldJudgement {
  readonly lines: readonly string[];
  readonly markdown: string;
  /** `report.result.trust` */
  readonly result: unknown;
}

/** Those that trust policies speak of: `sub`, `aud`, what STS reads besides them, and what a person needs to find the run. */
const claimNames = [
  'iss',
  'aud',
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'ref',
  'environment',
  'workflow',
  'job_workflow_ref',
  'event_name',
  'actor',
  'actor_id',
  'enterprise_id',
];

/** The claims, one a line. */
export function claimLines(claims: Claims): string[] {
  return claimNames.filter((name) => claims[name] !== undefined).map((name) => `${name}: ${[claims[name]].flat().map(String).join(', ')}`);
}

/** What is told of these logins; `undefined` where no token was seen and nothing was judged. @param logins those to speak of, with the claims that they saw */
export function explanationOf(
  logins: readonly { readonly plan: LoginPlan; readonly claims: Claims }[],
  judgement: ToldJudgement | undefined,
): Explanation | undefined {
  const seen = logins.filter(({ claims }) => Object.keys(claims).length > 0);
  if (seen.length === 0 && !judgement) return undefined;
  const tokens = new Map(seen.map(({ claims }) => [claimLines(claims).join('\n'), claims]));
  const statements = new Map(
    seen.map(({ plan, claims }) => {
      const statement = trustStatement({ roleArn: plan.hops[0] ?? '', audience: plan.audience }, claims);
      return [statementJson(statement), statement] as const;
    }),
  );
  return {
    lines: [...[...tokens.values()].flatMap(claimLines), ...(judgement?.lines ?? [])],
    markdown: [
      ...[...tokens.values()].flatMap((claims) => ['', '**Claims of the identity token**', '', ...claimLines(claims).map((line) => `- ${code(line)}`)]),
      ...(judgement ? ['', judgement.markdown] : []),
      ...[...statements.values()].flatMap((statement) => [
        '',
        '**The least that the trust policy has to hold for this run**',
        ...fenced('json', statementJson(statement)),
        ...fenced('hcl', statementHcl(statement)),
      ]),
    ],
  };
}

/** Text in a fence that it cannot leave. */
export function fenced(language: string, text: string): string[] {
  return ['', `\`\`\`${language}`, text.replaceAll('```', "'''"), '```'];
}
