/** What a sealed plan is bound to. */

/** A seal opens only where all four are equal; run and attempt may differ, so that an approval may take its time. */
export interface SealBinding {
  /** `owner/name` */
  readonly repository: string;
  /** Commit, 40 hex digits. */
  readonly sha: string;
  readonly workspace: string;
  /** Relative to the repository's root; `.` for the root. */
  readonly workingDirectory: string;
}

/** The binding under the names that KMS and CloudTrail show. */
export function bindingContext(binding: SealBinding): Record<string, string> {
  return {
    repository: binding.repository,
    sha: binding.sha,
    workspace: binding.workspace,
    'working-directory': binding.workingDirectory,
  };
}

/** The binding as authenticated bytes. */
export function bindingBytes(binding: SealBinding): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(bindingContext(binding))));
}
