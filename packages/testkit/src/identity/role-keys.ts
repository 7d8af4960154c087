/** Keys of a role that a machine or a pod has: the same ones until they are nearly over, as the real endpoints cache them. */

import type { SessionTag } from '../aws/sts/request.ts';
import { sessionArn } from '../aws/sts/role.ts';
import type { Identities, IssuedKeys } from '../identities.ts';
import type { KitClock } from '../service.ts';

/** Instance roles get about six hours (EC2 User Guide, "Retrieve security credentials from instance metadata"). */
const sessionSeconds = 6 * 3600;
/** New keys are there at least five minutes before the old ones end (same page). */
const renewalMs = 5 * 60_000;

/** What stands behind an endpoint: a role, and the session that its keys belong to. */
export interface AttachedRole {
  /** `arn:aws:iam::111122223333:role/runner` */
  readonly arn: string;
  readonly sessionName: string;
  /** Tags of the session; all of them go on to the next role. */
  readonly tags?: readonly SessionTag[];
}

/** Issues the keys of one endpoint. */
export class RoleKeys {
  /** Seconds that keys live. */
  seconds = sessionSeconds;
  readonly #identities: Identities;
  readonly #clock: KitClock;
  #current: { arn: string; keys: IssuedKeys } | undefined;

  constructor(identities: Identities, clock: KitClock) {
    this.#identities = identities;
    this.#clock = clock;
  }

  /** The keys of now. */
  of({ arn, sessionName, tags = [] }: AttachedRole): Required<IssuedKeys> {
    const left = (this.#current?.keys.expiresAt ?? 0) - this.#clock.now();
    if (this.#current?.arn !== arn || left <= Math.min(renewalMs, this.seconds * 500)) {
      const transitiveTagKeys = tags.map(({ key }) => key.toLowerCase());
      const session = { roleArn: arn, tags, transitiveTagKeys, sourceIdentity: undefined };
      const keys = this.#identities.issue(arn.split(':')[4] ?? '', sessionArn(arn, sessionName), `AROATESTKITROLE:${sessionName}`, this.seconds, session);
      this.#current = { arn, keys };
    }
    return this.#current.keys as Required<IssuedKeys>;
  }
}
