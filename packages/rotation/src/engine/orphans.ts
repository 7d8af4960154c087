/** Credentials upstream that a killed run made and no version holds: their private half is lost, so they go. */
import type { Upstream } from '../providers/provider.ts';
import type { Run } from './leg.ts';

/**
 * Lists upstream first and reads the labels after: a credential that another run makes in between is never taken for an
 * orphan, because its version is there by then or it is not on the list.
 */
export async function removeOrphans(upstream: Upstream, { plan, ports }: Run): Promise<void> {
  const listed = await upstream.list();
  if (listed.length === 0) return;
  const held = new Set<string>();
  for (const { store } of plan.targets) {
    for (const id of (await store.describe()).labels.keys()) {
      const text = (await store.read({ id }))?.text;
      const credential = text === undefined ? undefined : plan.provider.parse(text);
      for (const part of Object.values(credential ?? {})) ports.conceal(part);
      const known = credential ? upstream.identify(credential) : undefined;
      if (known !== undefined) held.add(known);
    }
  }
  for (const id of listed.filter((one) => !held.has(one))) {
    ports.log(`removing the orphaned ${plan.provider.type} ${id}: no version holds it`);
    await upstream.revoke(id);
  }
}
