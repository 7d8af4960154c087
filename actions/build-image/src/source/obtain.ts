/** From `source` to a verified image: a layout is there already, a context has to be built. */
import type { ActionContext } from '@slipway/action-kit';
import { buildContext } from '../build/build.ts';
import { checkContext } from '../build/context.ts';
import { type FoundBuilder, findBuilder } from '../build/find-builder.ts';
import type { Inputs, Source } from '../inputs.ts';
import type { LayoutManifest } from '../layout/image.ts';
import type { Destination } from '../push/destination.ts';
import type { Standing } from '../push/standing.ts';
import { readLayout } from './open-layout.ts';

/** What is known of the source before the first call. */
export type Prepared =
  | { readonly kind: 'image'; readonly image: LayoutManifest }
  | { readonly kind: 'context'; readonly source: Extract<Source, { kind: 'context' }>; readonly builder: FoundBuilder };

/** What is there already, for a build that may turn out to be the same. */
export interface There {
  readonly destination: Destination;
  readonly standing: Standing;
  readonly taken: readonly { tag: string; digest: string }[];
}

/** An image and who built it. */
export interface Obtained {
  readonly image: LayoutManifest;
  /** `buildah 1.28.2`; empty for a layout or archive. */
  readonly builder: string;
}

/** Checks the source as far as that goes without a call: verifies a layout, finds a builder for a context. */
export async function prepareSource({ source }: Inputs, context: ActionContext): Promise<Prepared> {
  if (source.kind === 'oci') return { kind: 'image', image: await readLayout(source.path) };
  checkContext(source, context.github.workspace);
  return { kind: 'context', source, builder: await findBuilder(source, context) };
}

/** The image itself. @throws Failure `build-failed`, or `tag-immutable` before a build that could not be pushed */
export async function obtainImage(prepared: Prepared, there: There | undefined, inputs: Inputs, context: ActionContext): Promise<Obtained> {
  if (prepared.kind === 'image') return { image: prepared.image, builder: '' };
  const image = await buildContext(prepared.source, prepared.builder, there, inputs, context);
  return { image, builder: `${prepared.builder.name} ${prepared.builder.version}` };
}
