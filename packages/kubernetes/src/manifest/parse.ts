/** Rendered manifests as objects. */
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../objects.ts';

/** An object of a manifest with whatever else it holds. */
export interface ManifestObject extends KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** The objects of a multi-document YAML text; Lists are opened, empty documents dropped. Objects without a namespace get the release's. */
export function parseManifest(text: string, namespace: string): ManifestObject[] {
  const documents = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' });
  const values: unknown[] = 'empty' in documents ? [] : documents.map((document) => document.toJS({ maxAliasCount: 1_000 }));
  return values.flatMap(openList).map((object) => ({ ...object, metadata: { namespace, ...object.metadata } }));
}

function openList(value: unknown): ManifestObject[] {
  const object = value as (ManifestObject & { items?: unknown[] }) | null;
  if (object === null || typeof object !== 'object' || typeof object.kind !== 'string') return [];
  if (object.kind.endsWith('List') && Array.isArray(object.items)) return object.items.flatMap(openList);
  return object.metadata?.name ? [object] : [];
}

/** `apps/v1/Deployment/app/web`: what makes an object the same one in two manifests. */
export function identityOf(object: ManifestObject): string {
  return `${object.apiVersion}/${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

/** Every image that the manifests run, sorted, each once. */
export function imagesOf(objects: readonly ManifestObject[]): string[] {
  const images = new Set<string>();
  const walk = (value: unknown, key: string) => {
    if (Array.isArray(value)) {
      for (const entry of value) {
        const image = (entry as { image?: unknown } | null)?.image;
        if (/^(init|ephemeral)?containers$/i.test(key) && typeof image === 'string') images.add(image);
        walk(entry, '');
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [name, child] of Object.entries(value)) walk(child, name);
    }
  };
  for (const object of objects) walk(object['spec'], '');
  return [...images].sort();
}
