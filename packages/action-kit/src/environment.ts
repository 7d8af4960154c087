/**
 * The one place that reads `process.env`. Everything else receives an `Environment`, so that tests own it and a
 * reader of the code can see in one file what of the runner's surroundings an action depends on.
 */

/** A snapshot of the environment at the start of the step. */
export interface Environment {
  /** A variable's value; an empty one counts as not set, as the runner cannot tell the two apart. */
  get(name: string): string | undefined;
  /** All variables, for child processes. A copy: changing it changes nothing else. */
  all(): Record<string, string>;
}

/** Reads the environment of this process once. */
export function readEnvironment(): Environment {
  return environmentOf(process.env);
}

/** Wraps any map of variables, for tests. */
export function environmentOf(source: Readonly<Record<string, string | undefined>>): Environment {
  const entries = Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const map = new Map(entries);
  return {
    get: (name) => map.get(name) || undefined,
    all: () => Object.fromEntries(map),
  };
}

/** What GitHub says of the run, read from the default variables of the runner. */
export interface GithubRun {
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly refName: string;
  readonly refType: string;
  readonly headRef: string | undefined;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  readonly workflow: string;
  readonly actor: string;
  readonly eventName: string;
  readonly eventPath: string | undefined;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly workspace: string;
  /** RUNNER_TEMP, the only folder that an action writes to. */
  readonly temp: string;
}

/** The run's facts from the variables that the runner documents; empty strings where a variable is not set. */
export function githubRun(environment: Environment): GithubRun {
  const text = (name: string) => environment.get(name) ?? '';
  return {
    repository: text('GITHUB_REPOSITORY'),
    sha: text('GITHUB_SHA'),
    ref: text('GITHUB_REF'),
    refName: text('GITHUB_REF_NAME'),
    refType: text('GITHUB_REF_TYPE'),
    headRef: environment.get('GITHUB_HEAD_REF'),
    runId: text('GITHUB_RUN_ID'),
    runAttempt: environment.get('GITHUB_RUN_ATTEMPT') ?? '1',
    job: text('GITHUB_JOB'),
    workflow: text('GITHUB_WORKFLOW'),
    actor: text('GITHUB_ACTOR'),
    eventName: text('GITHUB_EVENT_NAME'),
    eventPath: environment.get('GITHUB_EVENT_PATH'),
    apiUrl: environment.get('GITHUB_API_URL') ?? 'https://api.github.com',
    serverUrl: environment.get('GITHUB_SERVER_URL') ?? 'https://github.com',
    workspace: environment.get('GITHUB_WORKSPACE') ?? process.cwd(),
    temp: environment.get('RUNNER_TEMP') ?? '',
  };
}
