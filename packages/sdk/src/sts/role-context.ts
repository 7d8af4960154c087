/** A context that works as another role: what `role-to-assume` means in every action that has it. */
import { type AwsContext, awsContextOf, closeContext, type Run } from '../config.ts';
import { partitionOf } from '../partitions/index.ts';
import { seededRandom } from '../retry.ts';
import { assumeRoleByToken } from './login.ts';
import { defaultSessionName } from './session-name.ts';

/** A run with a name for the session and a place for secrets. An action's context fits. */
export interface RoleRun extends Run {
  readonly github: { readonly repository: string; readonly job: string; readonly runId: string; readonly runAttempt: string };
  readonly masks: { add(secret: string): void };
}

/** The region, and the role where there is one. */
export interface RoleContextOptions {
  readonly region: string;
  readonly userAgent: string;
  /** Absent: the job's own credentials. */
  readonly roleArn?: string | undefined;
  /** Gives an identity token for an audience. */
  readonly fetchToken: (audience: string) => Promise<string>;
  /** The end of the calls where it is earlier than the run's; milliseconds since the epoch. */
  readonly deadline?: number;
}

/** Jitter of this job's own: a matrix's jobs share run and job, and each has a runner of its own. */
export function jobRandom({ github, environment }: Pick<RoleRun, 'github' | 'environment'>): () => number {
  return seededRandom(github.runId, github.runAttempt, github.job, environment.all()['RUNNER_NAME'] ?? '');
}

/** Assumes the role by the run's identity token, masks its keys, and gives a context that uses them. @throws as assumeRoleByToken */
export async function contextWithRole(run: RoleRun, options: RoleContextOptions): Promise<AwsContext> {
  const base = awsContextOf(run, options.region, options.userAgent, {
    random: jobRandom(run),
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
  });
  if (!options.roleArn) return base;
  try {
    const { credentials } = await assumeRoleByToken(base, {
      roleArn: options.roleArn,
      sessionName: defaultSessionName(run.github),
      fetchToken: () => options.fetchToken(partitionOf(options.region)?.audience ?? 'sts.amazonaws.com'),
    });
    run.masks.add(credentials.secretAccessKey);
    run.masks.add(credentials.sessionToken);
    return { ...base, credentials };
  } finally {
    closeContext(base);
  }
}
