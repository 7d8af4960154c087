/** What a deploy would change: the last revision's objects and hooks beside the rendered ones. Pure. */
import { type Difference, diffManifests, type ManifestObject, parseManifest, type ReleaseHook, type Rendered, type Revision } from '@slipway/kubernetes';

/** The objects of a manifest, and its hooks as objects that also hold when they run. */
export function objectsOf({ manifest, hooks }: { manifest: string; hooks?: readonly ReleaseHook[] | null }, namespace: string): ManifestObject[] {
  return [...parseManifest(manifest, namespace), ...hookObjects(hooks ?? [], namespace)];
}

/** The hooks' objects. */
export function hookObjects(hooks: readonly ReleaseHook[], namespace: string): ManifestObject[] {
  return hooks.flatMap((hook) =>
    parseManifest(hook.manifest, namespace).map((object) => ({
      ...object,
      hook: { events: [...hook.events].sort(), weight: hook.weight ?? 0, policies: [...(hook.delete_policies ?? [])].sort() },
    })),
  );
}

/** Differences against the last revision; everything is added where there is none. */
export function compare(last: Revision | undefined, rendered: Rendered, namespace: string): Difference[] {
  return diffManifests(last ? objectsOf(last.record, namespace) : [], objectsOf(rendered, namespace));
}

/** Whether there is nothing to do: the last revision is good and says the same. */
export function isUnchanged(last: Revision | undefined, differences: readonly Difference[]): boolean {
  return last?.status === 'deployed' && differences.length === 0;
}
