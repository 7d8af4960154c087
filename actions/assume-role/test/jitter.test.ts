/** The pauses of a job: its own, and the same when it runs again. */
import { environmentOf, systemClock } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { contextFor } from '../src/login.ts';
import { planOf } from './plan-case.ts';

const ports = (variables: Record<string, string>) => ({
  environment: environmentOf(variables),
  clock: systemClock,
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  calls: { count: () => undefined, all: () => ({}) } as never,
});
const sequence = (variables: Record<string, string>) => {
  const { random } = contextFor(planOf(), ports(variables));
  return [1, 2, 3, 4].map(() => random?.());
};
const job = { GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'deploy', RUNNER_NAME: 'runner-1' };

describe('the pauses between tries', () => {
  it('are the same for the same job', () => {
    expect(sequence(job)).toEqual(sequence(job));
  });

  it.each(Object.keys(job))('spread with %s', (name) => {
    expect(sequence({ ...job, [name]: 'another' })).not.toEqual(sequence(job));
  });

  it('lie between nought and one', () => {
    for (const value of sequence(job)) expect(value !== undefined && value >= 0 && value < 1).toBe(true);
  });
});
