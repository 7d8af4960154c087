/** A testkit file as data. */
import type { NewRole } from '../aws/sts/index.ts';
import type { FaultRule } from '../faults.ts';

/** What to play. Absent parts are the kit's own. */
export interface KitFile {
  readonly accountId?: string;
  readonly region?: string;
  /** `owner/name` */
  readonly repository?: string;
  readonly claims: Readonly<Record<string, string | number | boolean>>;
  readonly provider: { readonly exists?: boolean; readonly audiences?: readonly string[] };
  /** Seconds that keys live. */
  readonly sessionSeconds?: number;
  readonly roles: readonly (NewRole & { readonly name: string })[];
  readonly repositories: readonly { readonly name: string; readonly immutable: boolean }[];
  readonly secrets: readonly { readonly name: string; readonly value?: string }[];
  readonly faults: readonly FaultRule[];
}

/** What is played without a file: nobody is trusted yet. */
export const emptyKitFile: KitFile = { claims: {}, provider: {}, roles: [], repositories: [], secrets: [], faults: [] };
