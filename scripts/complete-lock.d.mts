/** Types of complete-lock.mjs, for its tests. */

/** An entry of a lock file, as far as it is read. */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Place → entry. */
export type LockPackages = Readonly<Record<string, LockEntry>>;

export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'>;
export function resolveIn(packages: LockPackages, path: string, name: string): string | undefined;
export function missingPackages(lock: { readonly packages: LockPackages }): Record<string, LockEntry>;
