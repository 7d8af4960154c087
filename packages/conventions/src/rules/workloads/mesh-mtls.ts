/** Traffic inside the cluster is encrypted by the mesh. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeManifests, mapAt, placeOf, type Workload, workloadsOf } from '../../plan-facts/manifests.ts';
import type { Manifest, Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const annotation = 'linkerd.io/inject';
/** `ingress` injects too, for ingress controllers (linkerd, "Ingress traffic"). */
const injecting = ['enabled', 'ingress'];

/** Virtual nodes of App Mesh in the plan; workloads and their namespaces among the manifests. */
export const meshMtls: Rule = {
  id: 'mesh-mtls',
  what: 'App Mesh listeners are STRICT about TLS; workloads or their namespaces are annotated linkerd.io/inject: enabled',
  why: [
    {
      document: 'opta-aws-architecture',
      sentence: 'With linkerd and domain delegation complete, Opta environments will have end-to-end encryption on all Opta services.',
    },
    {
      document: 'banklitex-deployment-guideline',
      sentence:
        'We recommend using service mesh functionality in API and integration layer which might be delivered using AWS Service Mesh for functionalities likes mtls authentication in cluster along with encryption in transit',
    },
  ],
  severity: 'info',
  profiles: ['opta', 'bank', 'strict'],
  language: 'yaml',
  remedy: 'template:\n  metadata:\n    annotations: { linkerd.io/inject: enabled }',
  fails: 'template:\n  metadata:\n    annotations: { linkerd.io/inject: disabled }',
  reads: { aws_appmesh_virtual_node: ['spec'] },
  judge: (world, parameters) => [...eachResource(['aws_appmesh_virtual_node'], judgeNode)(world, parameters), ...judgeManifests(judgeWorkloads(world))],
};

function judgeNode(node: Resource): Fact[] {
  const specs = readBlocks(node, ['spec']);
  const listeners = specs === 'unknown' ? specs : specs.map((path) => readBlocks(node, [...path, 'listener']));
  if (listeners === 'unknown' || listeners.includes('unknown')) return [uncertain('the listeners are known after apply', showValue(node, ['spec']))];
  return listeners
    .flatMap((paths) => (paths === 'unknown' ? [] : paths))
    .map((path): Fact => {
      const tls = readBlocks(node, [...path, 'tls']);
      const mode = [...path, 'tls', 0, 'mode'];
      const { state, text } = readText(node, mode);
      if (text === 'STRICT') return fine;
      const evidence = showValue(node, mode);
      if (tls === 'unknown' || state === 'unknown') return uncertain('tls of a listener is known after apply', evidence);
      return failing(text === undefined ? 'a listener has no tls' : `tls.mode of a listener is ${text}; want STRICT`, evidence);
    });
}

/** A pod's own annotation counts before its namespace's. The fault is the namespace document's where there is one, else the workload's. */
function judgeWorkloads(world: World): { manifest: Manifest; facts: Fact[] }[] {
  const namespaces = new Map(world.facts.manifests.flatMap((one) => (one.kind === 'Namespace' ? [[one.name, one] as const] : [])));
  return workloadsOf(world).map((workload) => {
    const { manifest, annotations } = workload;
    const own = annotations[annotation];
    if (own !== undefined && own !== null) return { manifest, facts: [judgeAnnotation(own, placeOf(manifest))] };
    const namespace = namespaces.get(manifest.namespace ?? 'default');
    return namespace ? { manifest: namespace, facts: [judgeNamespace(namespace, workload)] } : { manifest, facts: [missing(manifest)] };
  });
}

function missing(manifest: Manifest): Fact {
  return failing(`neither the pod template nor its namespace is annotated ${annotation}`, `${placeOf(manifest)}: no ${annotation}`);
}

function judgeNamespace(namespace: Manifest, { manifest }: Workload): Fact {
  const value = mapAt(namespace.value, ['metadata', 'annotations'])[annotation];
  if (value !== undefined && value !== null) return judgeAnnotation(value, placeOf(namespace));
  const evidence = `${placeOf(namespace)}: no ${annotation}; nor has ${manifest.kind} ${manifest.name} (${placeOf(manifest)})`;
  return failing(`the namespace is not annotated ${annotation}, nor are all its workloads`, evidence);
}

function judgeAnnotation(value: unknown, place: string): Fact {
  if (injecting.includes(String(value))) return fine;
  return failing(`${annotation} is ${JSON.stringify(value)}; want enabled`, `${place}: ${annotation} = ${JSON.stringify(value)}`);
}
