/** What the asked tags point at before anything is written, and whether they may move. */
import { Failure } from '@slipway/action-kit';
import { isImmutableTag, type Repository } from '@slipway/sdk/ecr';
import { headManifest } from '@slipway/sdk/registry';
import type { Destination } from './destination.ts';

/** Tag → digest, `undefined` where the tag is free. */
export type Standing = ReadonlyMap<string, string | undefined>;

/** Asks the registry for each tag, side by side. */
export async function readStanding({ registry, repository }: Destination, tags: readonly string[]): Promise<Standing> {
  const digests = await Promise.all(tags.map((tag) => headManifest(registry, repository, tag)));
  return new Map(tags.map((tag, index) => [tag, digests[index]]));
}

/** Whether every tag is on the digest already. */
export function isStanding(standing: Standing, digest: string): boolean {
  return [...standing.values()].every((at) => at === digest);
}

/** The tags that have to be put so that all are on the digest. */
export function tagsToPut(standing: Standing, digest: string): string[] {
  return [...standing].filter(([, at]) => at !== digest).map(([tag]) => tag);
}

/** Tags that are taken and may not move, with the digests that they are on. */
export function takenTags(standing: Standing, repository: Pick<Repository, 'tagMutability' | 'exclusions'>): { tag: string; digest: string }[] {
  return [...standing].flatMap(([tag, digest]) => (digest !== undefined && isImmutableTag(repository, tag) ? [{ tag, digest }] : []));
}

/** @throws Failure `tag-immutable` when a tag that may not move is on other bytes; nothing was written then */
export function refuseTaken(taken: readonly { tag: string; digest: string }[], digest: string | undefined, name: string): void {
  const doomed = taken.filter((entry) => entry.digest !== digest);
  if (doomed.length === 0) return;
  const [first] = doomed;
  throw new Failure({
    what: `${doomed.length === 1 ? `the tag ${first?.tag} of ${name} is` : `${doomed.length} tags of ${name} are`} taken and immutable`,
    reason: 'tag-immutable',
    why: doomed.map((entry) => `${entry.tag} is on ${entry.digest}${digest ? `, this image is ${digest}` : ', which was built from another commit'}`),
    remedy: 'Use a tag that names the bytes (tags: sha-{sha}), or leave this one to the image that has it. Nothing was written.',
  });
}
