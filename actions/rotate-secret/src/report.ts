/** What the step says when it ends. Version ids only, never a value. */
import { type ActionReport, code, escapeMarkdown, Failure, table, toFailure } from '@slipway/action-kit';
import { type RotationOutcome, type RotationResult, rotationCodes } from '@slipway/rotation';
import type { Inputs } from './inputs.ts';
import type { Result } from './rotate.ts';

/** The action's own failure reasons. */
export const reasons: readonly string[] = [...rotationCodes, 'expiring'];

/** The step's outcome is that of the secret that fared worst; without one that failed, of the one that did most. */
const ranking: readonly RotationOutcome[] = ['mixed', 'failed', 'degraded', 'superseded', 'rotated', 'resumed', 'rolled-back', 'revoked', 'not-due', 'valid'];

/** @see ActionDefinition */
export function report({ results, expiring }: Result, inputs: Inputs): ActionReport {
  const worst = ranking.find((one) => results.some((result) => result.outcome === one)) ?? 'valid';
  const failure = failureOf(results, worst, inputs) ?? expiry(expiring, results, inputs);
  const outcome = failure?.reason === 'expiring' ? 'expiring' : worst;
  const summary = summaryOf(results, outcome, inputs, failure);
  return {
    outcome,
    subject: subjectOf(inputs),
    result: { command: inputs.command, secrets: results.map((one) => detail(one, inputs)).sort((a, b) => (a.secret < b.secret ? -1 : 1)) },
    outputs: { results: rowsOf(results), 'soonest-expiry': soonest(results) },
    summary,
    ...(failure ? { failure } : {}),
    comment: { mode: inputs.comment, key: inputs.configFile, body: summary, token: inputs.githubToken },
  };
}

/** A step that did not come to its targets: the outputs are there, and empty. */
export function reportFailure(failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const targets = (inputs?.secrets ?? []).flatMap(({ name, targets: places }) => places.map((place) => ({ name, place })));
  const rows = targets.map(({ name, place }) => ({
    secret: name,
    target: `${place.roleToAssume?.split(':')[4] ?? ''}/${place.region ?? inputs?.region ?? ''}/${place.secretId}`,
    'old-version': null,
    'new-version': null,
    state: 'failed',
  }));
  return {
    subject: inputs ? subjectOf(inputs) : {},
    result: { command: inputs?.command ?? null, secrets: [] },
    outputs: { results: rows, 'soonest-expiry': '' },
    summary: ['## Secrets: failed', '', ...failureLines(failure)].join('\n'),
  };
}

function subjectOf({ configFile, secrets }: Inputs): Record<string, unknown> {
  return { 'config-file': configFile, secrets: secrets.map(({ name }) => name).sort() };
}

function rowsOf(results: readonly RotationResult[]): Record<string, unknown>[] {
  return results.flatMap(({ secret, targets }) =>
    targets.map(({ target, oldVersion, newVersion, state }) => ({ secret, target, 'old-version': oldVersion, 'new-version': newVersion, state })),
  );
}

function soonest(results: readonly RotationResult[]): string {
  const dates = results.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]));
  return dates.length === 0 ? '' : new Date(Math.min(...dates)).toISOString();
}

function detail(result: RotationResult, inputs: Inputs) {
  const failure = result.error === undefined ? undefined : failureFor(result, inputs);
  return {
    secret: result.secret,
    outcome: result.outcome,
    failureReason: failure?.reason ?? '',
    dueAt: result.dueAt === undefined ? null : new Date(result.dueAt).toISOString(),
    targets: rowsOf([result]),
  };
}

function failureFor({ secret, error }: RotationResult, { command }: Inputs): Failure {
  return toFailure(error, `${command} of ${secret} failed`, reasons);
}

function failureOf(results: readonly RotationResult[], outcome: RotationOutcome, inputs: Inputs): Failure | undefined {
  const failed = results.filter(({ error }) => error !== undefined);
  const worst = failed.find((result) => result.outcome === outcome) ?? failed[0];
  if (!worst) return undefined;
  const failure = failureFor(worst, inputs);
  if (failed.length === 1) return failure;
  return new Failure({
    what: `${failed.length} of ${results.length} secrets failed`,
    reason: failure.reason,
    faults: failed.map((result) => failureFor(result, inputs)).map(({ message, why }) => ({ text: [message, ...why].join(': ') })),
    ...(failure.remedy === undefined ? {} : { remedy: failure.remedy }),
    cause: failure.cause,
  });
}

function expiry(names: readonly string[], results: readonly RotationResult[], { minDays, configFile }: Inputs): Failure | undefined {
  if (names.length === 0) return undefined;
  const due = results.filter(({ secret }) => names.includes(secret));
  return new Failure({
    what: `${names.length === 1 ? `${names[0]} is` : `${names.length} secrets are`} due within ${minDays} days`,
    reason: 'expiring',
    faults: due.map(({ secret, dueAt = 0 }) => ({ text: `${secret} is due ${new Date(dueAt).toISOString()}` })),
    remedy: `Rotate them (command: rotate with config-file: ${configFile}, force: true), or run the rotation more often.`,
  });
}

function summaryOf(results: readonly RotationResult[], outcome: string, { command, configFile }: Inputs, failure: Failure | undefined): string {
  const head = ['Secret', 'Target', 'Old version', 'New version', 'State'];
  const rows = results.flatMap(({ secret, targets }) =>
    targets.map(({ target, oldVersion, newVersion, state }) => [escapeMarkdown(secret), code(target), id(oldVersion), id(newVersion), state]),
  );
  const due = soonest(results);
  return [
    `## Secrets: ${outcome}`,
    '',
    `${command} by ${code(configFile)}${due ? `; next due ${due}` : ''}`,
    '',
    rows.length > 0 ? table(head, rows) : '_The file has no mistakes._',
    ...(failure ? ['', ...failureLines(failure)] : []),
  ].join('\n');
}

/** Why and what to do, a line each: annotations hold ten mistakes at most. */
function failureLines(failure: Failure): string[] {
  return failure.lines().map((line) => `${escapeMarkdown(line, 2_000)}  `);
}

function id(version: string | null): string {
  return version === null ? '–' : code(version);
}
