/** A judgement in words: lines for the failure's text, Markdown for the summary. Pure. */
import { code, escapeMarkdown, table } from '@slipway/action-kit';
import type { TrustFailure, TrustLint } from '@slipway/sdk/trust-policy';
import type { JudgedTrust } from './trust.ts';
import { hintWords } from './trust-hints.ts';

/** A policy can have hundreds of reasons; the rest are in the report. */
const mostShown = 10;

/** What the policy says of this run, one fact a line: the verdict, each reason with wanted and got, the lints. */
export function trustLines(judged: JudgedTrust): string[] {
  return [verdictLine(judged), ...first(judged.failures).flatMap((failure) => failureLines(failure, judged)), ...more(judged.failures), ...lintLines(judged)];
}

/** The same as Markdown for the job summary. */
export function trustSummary(judged: JudgedTrust): string {
  const { failures } = judged;
  const rows = first(failures).map((failure) => [
    String(failure.statement),
    subjectOf(failure, code),
    cell(failure.wanted),
    failure.got.length === 0 ? gotNothing(failure) : cell(failure.got),
    hintWords(failure, judged)
      .map((hint) => escapeMarkdown(hint))
      .join('<br>'),
  ]);
  const shown = rows.length === 0 ? [] : ['', table(['Statement', 'What', 'Wanted', 'Got', 'Hint'], rows)];
  const notes = [...more(failures), ...lintLines(judged)].map((line) => `- ${escapeMarkdown(line)}`);
  return [`**Trust policy** ${code(judged.file)}: ${escapeMarkdown(verdictLine(judged))}`, ...shown, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function verdictLine({ verdict, file, roleArn }: JudgedTrust): string {
  const name = roleArn.split('/').at(-1) ?? roleArn;
  if (verdict === 'refused') return `${file} refuses this run:`;
  if (verdict === 'cannot-judge') return `cannot judge by ${file}: it hangs on what only AWS knows:`;
  return `${file} would allow this run. STS judges by the policy that the role has: aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`;
}

function failureLines(failure: TrustFailure, judged: JudgedTrust): string[] {
  const indent = (line: string) => `    ${line}`;
  const sides =
    failure.kind === 'deny' ? [] : [`wanted: ${list(failure.wanted)}`, `got:    ${failure.got.length === 0 ? gotNothing(failure) : list(failure.got)}`];
  return [`  statement ${failure.statement}: ${subjectOf(failure, (text) => text)}`, ...sides.map(indent), ...hintWords(failure, judged).map(indent)];
}

function subjectOf({ kind, operator, key }: TrustFailure, mark: (text: string) => string): string {
  if (operator !== null && key !== null) return `${kind === 'unknown' ? 'not known whether it holds: ' : ''}${mark(`${operator} ${key}`)}`;
  if (kind === 'deny') return 'an explicit Deny applies';
  if (kind === 'unknown') return 'not known whether it names the caller';
  return kind === 'principal' ? 'its Principal does not name the caller' : 'its Action does not cover the call';
}

function gotNothing({ kind }: TrustFailure): string {
  return kind === 'unknown' ? 'not known' : 'nothing';
}

function list(values: readonly string[]): string {
  const shown = first(values).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > shown.length ? [`and ${values.length - shown.length} more`] : [])].join(', ') || 'nothing';
}

function cell(values: readonly string[]): string {
  const shown = first(values).map((value) => code(value));
  return [...shown, ...(values.length > shown.length ? [`and ${values.length - shown.length} more`] : [])].join('<br>') || 'nothing';
}

function first<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, mostShown);
}

function more(failures: readonly TrustFailure[]): string[] {
  return failures.length > mostShown ? [`${failures.length - mostShown} more reasons are in the report (report-path).`] : [];
}

function lintLines({ lints, audience }: JudgedTrust): string[] {
  const lines = first(lints).map((lint) => `warning, statement ${lint.statement}: ${lintWords(lint, audience)}`);
  return [...lines, ...(lints.length > mostShown ? [`${lints.length - mostShown} more warnings are in the report (report-path).`] : [])];
}

function lintWords({ code: word, key }: TrustLint, audience: string): string {
  if (word === 'wildcard-sub') return `${key} admits repositories of any owner; write the owner and the repository out.`;
  if (word === 'missing-aud')
    return `no condition on ${key}, so a token for any audience comes in; add "StringEquals": {${JSON.stringify(key)}: ${JSON.stringify(audience)}}.`;
  return `ForAllValues on ${key} in an Allow is true where the token has no such claim; use the operator without ForAllValues.`;
}
