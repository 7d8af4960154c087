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
  /** Port of the fakes; a free one where it is not given. */
  readonly port: number | undefined;
  readonly help: boolean;
}

/** How to call it. */
export const usage = `npm run demo [-- options]

Carries demo/service through the whole pipeline on this machine, against fakes of AWS and GitHub on loopback.

  --break scan|plan|rollout|rotation   make the pipeline stop there; exits 1, as the job would
  --port N                             port of the fakes; a free one unless given
  --no-install                         do not build helm when it is missing
  --help                               this text`;

/** Reads the arguments. @throws Error that names the argument and what is allowed */
export function parseOptions(args: readonly string[]): DemoOptions {
  let breakAt: Break | undefined;
  let port: number | undefined;
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split('=', 2);
    if (name === '--break' || name === '--port') {
      if (inline === undefined) index += 1;
      const value = inline ?? args[index];
      if (name === '--break') breakAt = breakOf(value);
      else port = portOf(value);
    } else if (['--no-install', '--help', '-h'].includes(name) && inline === undefined) flags.add(name);
    else throw new Error(`${args[index]}: an unknown option\n\n${usage}`);
  }
  return { breakAt, port, noInstall: flags.has('--no-install'), help: flags.has('--help') || flags.has('-h') };
}

function breakOf(value: string | undefined): Break {
  const found = breaks.find((entry) => entry === value);
  if (!found) throw new Error(`--break: got ${value ?? 'nothing'}; want one of ${breaks.join(', ')}; e.g. --break scan`);
  return found;
}

function portOf(value: string | undefined): number {
  if (!/^\d{1,5}$/.test(value ?? '') || Number(value) < 1 || Number(value) > 65_535) throw new Error(`--port: got ${value ?? 'nothing'}; want a port from 1 to 65535; e.g. --port 8099`);
  return Number(value);
}
