/** Credentials reach pods as secrets. */
import { isMap, type Values } from '@slipway/terraform/plan';
import { containersOf, type PodContainer } from '../../plan-facts/containers.ts';
import { failing } from '../../plan-facts/flags.ts';
import { at, judgeManifests, mapAt, mapsAt, placeOf, textAt, type Workload, workloadsOf } from '../../plan-facts/manifests.ts';
import { looksSecret, secretPattern } from '../../plan-facts/secret-looking.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';

/** Judged by the variable's name; its value is never shown. */
export const podSecretRefs: Rule = {
  id: 'pod-secret-refs',
  what: 'environment variables that look like secrets come from a Secret, not from a literal',
  why: [
    {
      document: 'opta-aws-architecture',
      sentence: 'The username and passwords are created with the database and are passed securely to the K8s services as secrets',
    },
  ],
  severity: 'error',
  profiles: ['opta', 'strict'],
  language: 'yaml',
  remedy: 'env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef: { name: db, key: password }',
  fails: 'env:\n  - name: DB_PASSWORD\n    value: Sommer2026!',
  parameters: { pattern: { kind: 'pattern', title: 'which variable names look like secrets', fallback: secretPattern } },
  reads: {},
  judge: (world, { pattern }) =>
    judgeManifests(
      workloadsOf(world).map((workload) => ({
        manifest: workload.manifest,
        facts: containersOf(workload).flatMap((container) => judgeContainer(world, workload, container, String(pattern))),
      })),
    ),
};

function judgeContainer(world: World, workload: Workload, container: PodContainer, pattern: string): Fact[] {
  const place = `${placeOf(workload.manifest)}: ${container.list} ${container.name}`;
  const own = mapsAt(container.value, ['env']).map((variable): Fact => {
    const name = String(variable['name'] ?? '');
    if (!looksSecret(name, pattern)) return fine;
    if (isLiteral(variable['value'])) return failing(`${name} is a literal`, `${place}: env ${name}`);
    const reference = mapAt(variable, ['valueFrom', 'configMapKeyRef']);
    const source = configMap(world, workload, textAt(reference, ['name']));
    if (!source || !isLiteral(source[String(reference['key'] ?? '')])) return fine;
    return failing(`${name} is a literal of a ConfigMap`, `${place}: env ${name} ← ConfigMap ${String(reference['name'])}`);
  });
  return [...own, ...judgeEnvFrom(world, workload, container, { place, pattern })];
}

/** All keys of a ConfigMap become variables. */
function judgeEnvFrom(world: World, workload: Workload, container: PodContainer, { place, pattern }: { place: string; pattern: string }): Fact[] {
  return mapsAt(container.value, ['envFrom']).flatMap((from) => {
    const map = textAt(from, ['configMapRef', 'name']);
    const data = configMap(world, workload, map) ?? {};
    const names = Object.keys(data).filter((name) => looksSecret(name, pattern) && isLiteral(data[name]));
    return names.map((name) => failing(`${name} is a literal of a ConfigMap`, `${place}: envFrom ConfigMap ${map}: ${name}`));
  });
}

/** The data of a ConfigMap of the workload's namespace, where the manifests hold it. */
function configMap(world: World, { manifest }: Workload, name: string | undefined): Values | undefined {
  if (name === undefined) return undefined;
  const found = world.facts.manifests.find((one) => one.kind === 'ConfigMap' && one.name === name && one.namespace === manifest.namespace);
  const data = at(found?.value, ['data']);
  return isMap(data) ? data : undefined;
}

/** Not empty, and more than references to other variables: `$(DB_PASSWORD)`; `$$(` is an escaped one. */
function isLiteral(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return /[^\s\p{P}]/u.test(String(value).replace(/(?<!\$)\$\([^()]*\)/g, '')) || isOnlyMarks(String(value));
}

/** A secret of nothing but punctuation is one, too. */
function isOnlyMarks(text: string): boolean {
  return text.trim() !== '' && !/(?<!\$)\$\([^()]*\)/.test(text);
}
