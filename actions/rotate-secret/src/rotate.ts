/** The step: one secret after the other, each in all its targets. */
import { randomBytes } from 'node:crypto';
import { type ActionContext, Failure } from '@slipway/action-kit';
import {
  providerOf,
  type RotationPlan,
  type RotationPorts,
  type RotationResult,
  readStatus,
  revokeSecret,
  rollbackSecret,
  rotateSecret,
  type SecretConfig,
  watchSecret,
} from '@slipway/rotation';
import { type AwsTargets, openAws } from './aws-targets.ts';
import type { Inputs } from './inputs.ts';

/** How the step ended: one result a secret, in the file's order. */
export interface Result {
  readonly results: readonly RotationResult[];
  /** Names of secrets that are due within `min-days`; only `watch` looks. */
  readonly expiring: readonly string[];
}

const dayMs = 86_400_000;

const commands = { rotate: rotateSecret, rollback: rollbackSecret, revoke: revokeSecret, status: readStatus, watch: watchSecret } as const;

/** Runs the command. A secret that fails does not keep the others from their turn; a cancelled step stops. */
export async function run(inputs: Inputs, context: ActionContext): Promise<Result> {
  refuseMistakes(inputs);
  if (inputs.command === 'lint') return { results: [], expiring: [] };
  const work = commands[inputs.command];
  const aws = await context.timings.phase('login', () => openAws(inputs, context));
  const results: RotationResult[] = [];
  try {
    for (const secret of inputs.secrets) {
      const plan = planOf(secret, inputs, aws);
      results.push(context.signal.aborted ? untouched(plan, context) : await context.timings.phase(secret.name, () => work(plan, portsOf(secret, context))));
    }
  } finally {
    aws.close();
  }
  return { results, expiring: inputs.command === 'watch' ? expiring(results, context.clock.now() + inputs.minDays * dayMs) : [] };
}

/** @throws Failure `invalid-file` */
function refuseMistakes({ mistakes, configFile }: Inputs): void {
  if (mistakes.length === 0) return;
  throw new Failure({
    what: `${configFile} has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}`,
    reason: 'invalid-file',
    faults: mistakes,
    remedy: 'Correct the file at the places above and check it with command: lint. Nothing was called.',
  });
}

/** Secrets that are due before a time; an overdue one is among them. */
function expiring(results: readonly RotationResult[], before: number): string[] {
  return results.filter(({ dueAt = Number.POSITIVE_INFINITY }) => dueAt < before).map(({ secret }) => secret);
}

/** A secret whose turn never came. */
function untouched({ name, targets }: RotationPlan, { signal }: ActionContext): RotationResult {
  const rows = targets.map((target) => ({ target: target.name, oldVersion: null, newVersion: null, state: 'failed' as const }));
  return { secret: name, outcome: 'failed', targets: rows, error: signal.reason };
}

function planOf(secret: SecretConfig, { takeover, force }: Inputs, aws: AwsTargets): RotationPlan {
  const { name, shape, pendingTtl, every } = secret;
  const targets = secret.targets.map((target) => aws.targetOf(target));
  return { name, provider: providerOf(secret.provider), shape, pendingTtl, ...(every === undefined ? {} : { every }), targets, takeover, force };
}

function portsOf({ name }: SecretConfig, context: ActionContext): RotationPorts {
  return {
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    randomBytes,
    conceal: (secret) => context.masks.add(secret),
    log: (line) => context.log.info(`${name}: ${line}`),
  };
}
