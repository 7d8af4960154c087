/** The demo's command line. */

/** The ways in which the pipeline can be made to stop. */
export const breaks = ['scan', 'plan', 'rollout', 'rotation'] as const;

/** One of `breaks`. */
export type Break = (typeof breaks)[number];

/** What was asked for. */
export interface DemoOptions {
  readonly breakAt: Break | undefined;
  /** Tools that are not there are not built. */
  readonly noInstall: boolean;
  readonly help: boolean;
}

/** How to call it. */
export const usage = `npm run demo [-- options]

Carries demo/service through the whole pipeline on this machine, against fakes of AWS and GitHub on loopback.

  --break scan|plan|rollout|rotation   make the pipeline stop there; exits 1, as the job would
  --no-install                         do not build helm when it is missing
  --help                               this text`;

/** Reads the arguments. @throws Error that names the argument and what is allowed */
export function parseOptions(args: readonly string[]): DemoOptions {
  let breakAt: Break | undefined;
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split('=', 2);
    if (name === '--break') {
      const value = inline ?? args[(index += 1)];
      breakAt = breaks.find((entry) => entry === value);
      if (!breakAt) throw new Error(`--break: got ${value ?? 'nothing'}; want one of ${breaks.join(', ')}; e.g. --break scan`);
    } else if (['--no-install', '--help', '-h'].includes(name) && inline === undefined) flags.add(name);
    else throw new Error(`${args[index]}: an unknown option\n\n${usage}`);
  }
  return { breakAt, noInstall: flags.has('--no-install'), help: flags.has('--help') || flags.has('-h') };
}
