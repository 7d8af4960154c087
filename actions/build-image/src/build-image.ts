/** The step: an image is verified or built, compared with what is there, and pushed with its tags last. */
import type { ActionContext } from '@slipway/action-kit';
import type { Inputs } from './inputs.ts';
import { childrenOf, type LayoutManifest, sizeOf } from './layout/image.ts';
import { failWith, type Outcome } from './outcome.ts';
import { connect, type Destination } from './push/destination.ts';
import { pushContent, pushTags } from './push/push.ts';
import { ensureRepository } from './push/repository.ts';
import { isStanding, readStanding, refuseTaken, type Standing, tagsToPut, takenTags } from './push/standing.ts';
import { keepArchive } from './source/keep-archive.ts';
import { type Obtained, obtainImage, prepareSource } from './source/obtain.ts';

/** Runs the step. */
export async function buildImage(inputs: Inputs, context: ActionContext): Promise<Outcome> {
  const prepared = await context.timings.phase('source', () => prepareSource(inputs, context));
  if (!inputs.push) return keepArchive(await obtainImage(prepared, undefined, inputs, context), inputs, context);
  const destination = await failing(`cannot push to ${inputs.target.repository}`, {}, () =>
    context.timings.phase('login', () => connect(inputs.target, context)),
  );
  try {
    const repository = await failing(`cannot push to ${destination.name}`, {}, () => ensureRepository(destination, inputs, context));
    const standing = await failing(`cannot read the tags of ${destination.name}`, {}, () => readStanding(destination, inputs.tags));
    const taken = takenTags(standing, repository);
    const obtained = await obtainImage(prepared, { destination, standing, taken }, inputs, context);
    const facts = factsOf(obtained, destination, inputs);
    await failing(facts.name, facts, async () => refuseTaken(taken, obtained.image.descriptor.digest, destination.name));
    return await context.timings.phase('push', () => push(obtained, standing, destination, { inputs, context, facts }));
  } finally {
    destination.close();
  }
}

type Facts = Omit<Outcome, 'outcome' | 'tags' | 'blobs'>;

interface Pushing {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly facts: Facts;
}

async function push({ image }: Obtained, standing: Standing, destination: Destination, { inputs, context, facts }: Pushing): Promise<Outcome> {
  const { digest } = image.descriptor;
  const none = { present: 0, mounted: 0, uploaded: 0 };
  if (isStanding(standing, digest)) {
    context.log.info(`${destination.name} has ${inputs.tags.join(', ')} on ${digest} already: nothing to push`);
    return { ...facts, outcome: 'unchanged', tags: inputs.tags, blobs: none };
  }
  const tags = new Set([...standing].filter(([, at]) => at === digest).map(([tag]) => tag));
  const partial = () => ({ ...facts, tags: [...tags].sort() });
  const there = tags.size > 0;
  const blobs = there ? none : await failing(`cannot push ${destination.name}`, partial, () => pushContent(image, destination, context));
  await failing(`cannot put the tags of ${destination.name}`, partial, () => pushTags(image, tagsToPut(standing, digest), destination, (tag) => tags.add(tag)));
  context.log.info(`Pushed ${destination.name}@${digest} as ${inputs.tags.join(', ')}`);
  return { ...partial(), outcome: 'pushed', blobs };
}

function factsOf({ image, builder }: { image: LayoutManifest; builder: string }, { name }: Destination, { candidateOnly, tags }: Inputs): Facts {
  const candidateTag = candidateOnly ? (tags[0] ?? '') : '';
  return { name, digest: image.descriptor.digest, children: childrenOf(image), sizeBytes: sizeOf(image), candidateTag, archivePath: '', builder };
}

async function failing<T>(what: string, partial: Partial<Outcome> | (() => Partial<Outcome>), work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failWith(error, what, typeof partial === 'function' ? partial() : partial);
  }
}
