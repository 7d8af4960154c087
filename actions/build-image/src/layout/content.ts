/** The JSON of a manifest, made safe to read: whatever stands there, lists are lists and descriptors have a digest of some kind. Pure. */
import type { Descriptor, ImageConfig } from './image.ts';

/** A manifest or an index as far as we read it. */
export interface ManifestContent {
  readonly schemaVersion: unknown;
  readonly config: Descriptor | undefined;
  readonly layers: readonly Descriptor[];
  /** `undefined` where it is no index. */
  readonly manifests: readonly Descriptor[] | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  /** An artifact by its type or subject (OCI image specification 1.1). */
  readonly artifact: boolean;
}

/** Reads a manifest. @throws SyntaxError when it is no JSON */
export function parseManifest(text: string): ManifestContent {
  const value = objectOf(JSON.parse(text));
  return {
    schemaVersion: value['schemaVersion'],
    config: value['config'] === undefined ? undefined : descriptorOf(value['config']),
    layers: listOf(value['layers']).map(descriptorOf),
    manifests: Array.isArray(value['manifests']) ? value['manifests'].map(descriptorOf) : undefined,
    annotations: textsOf(value['annotations']),
    artifact: value['artifactType'] !== undefined || value['subject'] !== undefined,
  };
}

/** Reads the configuration of an image. @throws SyntaxError when it is no JSON */
export function parseConfig(text: string): ImageConfig {
  const { os, architecture, variant, config } = objectOf(JSON.parse(text));
  return { ...textsOf({ os, architecture, variant }), config: { Labels: textsOf(objectOf(config)['Labels']) } };
}

/** Any value as a descriptor; what is missing is empty, and so no digest of anything. */
export function descriptorOf(value: unknown): Descriptor {
  const { mediaType, digest, size, platform, annotations } = objectOf(value);
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : '',
    digest: typeof digest === 'string' ? digest : '',
    size: typeof size === 'number' ? size : -1,
    platform: textsOf(platform),
    annotations: textsOf(annotations),
  };
}

/** Any value as an object; what is none is empty. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(objectOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
