/** The job summary of a login, of its failure, and of its end. Pure. */
import { code, escapeMarkdown, type Failure, table } from '@slipway/action-kit';
import type { Result } from './assume-role.ts';
import { type Explanation, explanationOf, fenced } from './explanation.ts';
import type { Inputs } from './inputs.ts';

type Logins = Exclude<Result, { outcome: 'ended' }>;

/** Who we are now, and what may be told of it. */
export function loginSummary({ logins, outcome, profiles, judgement }: Logins, { delivery, explain }: Inputs): string {
  const [first] = logins;
  const accounts = [...new Set(logins.map(({ role }) => role.accountId))].join(', ');
  const heading = outcome === 'reused' ? `### Still logged in to ${accounts}` : `### Logged in to ${accounts}`;
  const rows = logins.map(({ plan, role, sessionName }, index) => [
    code(plan.name),
    plan.hops.map((arn) => code(arn)).join(' → '),
    code(sessionName),
    role.credentials.expiration.toISOString(),
    profiles[index] ? code(profiles[index]) : '–',
  ]);
  const dropped = logins.flatMap(({ plan, dropped: keys }) =>
    keys.length > 0 ? [`- ${code(plan.name)} goes without the tags ${keys.map((key) => code(key)).join(', ')}: STS had no room`] : [],
  );
  const explanation = explain === 'always' ? explanationOf(logins, judgement) : undefined;
  const judged = judgement && explain === 'on-failure' ? ['', judgement.markdown] : [];
  const body = [
    heading,
    '',
    table(['Role', 'Way', 'Session', 'Until', 'Profile'], rows),
    '',
    `Delivery: ${delivery}`,
    ...(dropped.length > 0 ? ['', ...dropped] : []),
  ];
  return first ? [...body, ...(explanation?.markdown ?? judged)].join('\n') : heading;
}

/** Why, what to do, and what may be told of the run. */
export function failureSummary(failure: Failure, explanation: Explanation | undefined): string {
  const facts = [...failure.faults.map(({ text }) => text), ...failure.why.filter((line) => !explanation?.lines.includes(line))];
  return [
    `### ✗ ${escapeMarkdown(failure.message)}`,
    ...fenced('text', facts.join('\n')),
    ...(failure.remedy === undefined ? [] : ['', '**Do this**', ...fenced('text', failure.remedy)]),
    ...(explanation?.markdown ?? []),
  ].join('\n');
}

/** What was undone. */
export function endedSummary({ ended, profiles, sessionArns, exports, leftAlone }: Extract<Result, { outcome: 'ended' }>): string {
  if (!ended) return '### There was no login to end';
  const rows = [
    ['Sessions', sessionArns.map((arn) => code(arn)).join(', ') || '–'],
    ['Profiles', profiles.map((name) => code(name)).join(', ') || '–'],
    [
      'Put back',
      Object.keys(exports)
        .sort()
        .map((name) => code(name))
        .join(', ') || '–',
    ],
    ['Left alone (changed since)', leftAlone.map((name) => code(name)).join(', ') || '–'],
  ];
  return ['### Ended a login of this job', '', table(['', ''], rows)].join('\n');
}
