/** The EFS disk stands where the platform's workflows look for it. */
import type { Values } from '@slipway/terraform/plan';
import { containersOf, mountsOf, volumesOf } from '../../plan-facts/containers.ts';
import { failing } from '../../plan-facts/flags.ts';
import { judgeManifests, placeOf, textAt, type Workload, workloadsOf } from '../../plan-facts/manifests.ts';
import { child, type Manifest, type World } from '../../plan-facts/world.ts';
import { fine, type Rule } from '../../rule.ts';

const folder = '/opt/mz/persistent';
const driver = 'efs.csi.aws.com';

/** Workloads with a volume of EFS; others are not judged. */
export const pvMount: Rule = {
  id: 'pv-mount',
  what: 'workloads with an EFS volume mount it at /opt/mz/persistent',
  why: [
    {
      document: 'mediationzone-on-aws',
      sentence: 'at the path "/opt/mz/persistent" which is the path where executing workflows can access the storage.',
    },
  ],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  language: 'yaml',
  remedy:
    'containers:\n  - name: ecd\n    volumeMounts:\n      - { name: persistent, mountPath: /opt/mz/persistent }\nvolumes:\n  - name: persistent\n    persistentVolumeClaim: { claimName: mz-efs }',
  fails:
    'containers:\n  - name: ecd\n    volumeMounts:\n      - { name: persistent, mountPath: /data }\nvolumes:\n  - name: persistent\n    persistentVolumeClaim: { claimName: mz-efs }',
  reads: {},
  judge: (world) =>
    judgeManifests(
      workloadsOf(world).flatMap((workload) => {
        const names = [...volumesOf(workload)].filter(([name, volume]) => saysEfs(name) || isEfs(world, workload, volume)).map(([name]) => name);
        if (names.length === 0) return [];
        const mounts = containersOf(workload).flatMap(({ name, value }) => mountsOf(value).map((mount) => ({ ...mount, container: name })));
        const ofEfs = mounts.filter(({ volume }) => names.includes(volume.split('/')[0] ?? ''));
        const where = ofEfs.map(({ container, path }) => `container ${container} mounts it at ${path}`).join('; ') || 'no container mounts it';
        const evidence = `${placeOf(workload.manifest)}: volume ${names.join(', ')}; ${where}`;
        const facts = [ofEfs.some(({ path }) => path === folder) ? fine : failing(`no container mounts the EFS volume at ${folder}`, evidence)];
        return [{ manifest: workload.manifest, facts }];
      }),
    ),
};

/** A name that holds efs: `mz-efs`, `efs-sc`; not `prefs`. */
function saysEfs(name: string | undefined): boolean {
  return name !== undefined && /(?<!r)efs/i.test(name);
}

/** By its driver, its claim, its storage class, or the address of its server. */
function isEfs(world: World, workload: Workload, volume: Values): boolean {
  if (textAt(volume, ['csi', 'driver']) === driver || saysEfs(textAt(volume, ['nfs', 'server']))) return true;
  const claim = textAt(volume, ['persistentVolumeClaim', 'claimName']);
  const specs = [child(volume, 'claimTemplate'), child(child(child(volume, 'ephemeral'), 'volumeClaimTemplate'), 'spec')];
  if (claim === undefined) return specs.some((spec) => isEfsClaim(world, spec));
  const document = find(world, 'PersistentVolumeClaim', claim, workload.manifest.namespace);
  return saysEfs(claim) || isEfsClaim(world, document?.value['spec']);
}

function isEfsClaim(world: World, spec: unknown): boolean {
  const storageClass = textAt(spec, ['storageClassName']);
  const disk = textAt(spec, ['volumeName']);
  const provisioner = storageClass === undefined ? undefined : textAt(find(world, 'StorageClass', storageClass, undefined)?.value, ['provisioner']);
  const source = disk === undefined ? undefined : find(world, 'PersistentVolume', disk, undefined)?.value;
  const drivers = [provisioner, textAt(source, ['spec', 'csi', 'driver'])];
  return saysEfs(storageClass) || saysEfs(disk) || drivers.includes(driver) || saysEfs(textAt(source, ['spec', 'nfs', 'server']));
}

function find(world: World, kind: string, name: string, namespace: string | undefined): Manifest | undefined {
  return world.facts.manifests.find((one) => one.kind === kind && one.name === name && (one.namespace === namespace || namespace === undefined));
}
