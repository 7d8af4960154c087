/**
 * Virtual time for a child process: fifteen minutes of waiting take milliseconds, and the kit's clock follows.
 * Owns the flags and variables that start it; the machinery itself is `preload.ts`, which runs inside the child.
 */
import { fileURLToPath } from 'node:url';

/** The header by which a process in virtual time tells the kit what time it is there, in milliseconds since the epoch. */
export const virtualNowHeader = 'x-slipway-virtual-now';

/** How virtual time starts and when it jumps. */
export interface VirtualClockOptions {
  /** The time at which the child starts, in milliseconds since the epoch: `kit.clock.now()`. */
  readonly epoch: number;
  /** Real milliseconds without network activity after which time jumps although requests are outstanding; 50 unless given. */
  readonly quietMs?: number;
}

/** What to start the child with. */
export interface VirtualClockLaunch {
  /** Flags for node, before the script: `['--import', '<file>']`. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The preload's file: TypeScript in the source tree (Node 24 strips types), JavaScript in the published package. */
export function virtualClockPreload(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./preload.${extension}`, import.meta.url));
}

/** Flags and variables that put a child process into virtual time. */
export function virtualClock(options: VirtualClockOptions): VirtualClockLaunch {
  return {
    args: ['--import', virtualClockPreload()],
    environment: {
      SLIPWAY_VIRTUAL_EPOCH: String(options.epoch),
      ...(options.quietMs === undefined ? {} : { SLIPWAY_VIRTUAL_QUIET_MS: String(options.quietMs) }),
    },
  };
}
