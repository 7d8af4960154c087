/** What Inspector knows of an image over time: steps, each in force from its moment on, read against the kit's clock. */

/** A row of coverage. */
export interface ScriptedCoverage {
  /** `ACTIVE` or `INACTIVE`; ACTIVE unless given. */
  readonly statusCode?: string;
  /** `SUCCESSFUL`, `PENDING_INITIAL_SCAN`, … or any string. */
  readonly reason: string;
  /** Milliseconds since the epoch; the step's own moment unless given, `null` for none. */
  readonly lastScannedAt?: number | null;
}

/** A package of a scripted finding. */
export interface ScriptedPackage {
  readonly name: string;
  readonly version?: string;
  readonly epoch?: number;
  readonly release?: string;
  readonly fixedInVersion?: string;
  readonly filePath?: string;
  readonly packageManager?: string;
  readonly sourceLayerHash?: string;
}

/** A finding; whatever is left out gets a plausible value. */
export interface ScriptedFinding {
  readonly id: string;
  readonly severity: string;
  readonly status?: 'ACTIVE' | 'SUPPRESSED' | 'CLOSED';
  readonly title?: string;
  readonly fixAvailable?: 'YES' | 'NO' | 'PARTIAL';
  readonly exploitAvailable?: boolean;
  readonly epss?: number;
  readonly score?: number;
  /** In CISA's catalogue; `'error'` makes BatchGetFindingDetails answer FINDING_DETAILS_NOT_FOUND for it. */
  readonly kev?: boolean | 'error';
  readonly architecture?: string;
  /** Milliseconds since the epoch; the start of the script unless given. */
  readonly firstObservedAt?: number;
  /** Milliseconds since the epoch; the step's moment unless given. */
  readonly updatedAt?: number;
  readonly packages?: readonly ScriptedPackage[];
}

/** One step of a script. */
export interface ScriptStep {
  /** Milliseconds after the script's start. */
  readonly afterMs: number;
  /** `null`: Inspector has no row. As before when left out. */
  readonly coverage?: ScriptedCoverage | null;
  /** As before when left out. */
  readonly findings?: readonly ScriptedFinding[];
}

/** A script with its start. */
export interface Script {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly steps: readonly ScriptStep[];
}

/** What is in force at a moment. */
export interface ImageState {
  readonly coverage: (ScriptedCoverage & { at: number }) | undefined;
  readonly findings: readonly (ScriptedFinding & { at: number; since: number })[];
}

/** Plays a script up to a moment. */
export function stateAt(script: Script | undefined, now: number): ImageState {
  let coverage: ImageState['coverage'];
  let findings: ImageState['findings'] = [];
  const steps = [...(script?.steps ?? [])].sort((a, b) => a.afterMs - b.afterMs);
  for (const step of steps) {
    const at = (script?.since ?? 0) + step.afterMs;
    if (at > now) break;
    if (step.coverage !== undefined) coverage = step.coverage === null ? undefined : { ...step.coverage, at };
    if (step.findings !== undefined) findings = step.findings.map((finding) => ({ ...finding, at, since: script?.since ?? 0 }));
  }
  return { coverage, findings };
}
