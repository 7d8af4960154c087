/** The egress service and the SFT agent share a folder. */
import { isSensitive } from '../../plan-facts/attributes.ts';
import { containersOfTask, type Mounter, runningContainers } from '../../plan-facts/containers.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeManifests, placeOf, workloadsOf } from '../../plan-facts/manifests.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const folder = '/data-egress';

/** Tasks and pods with two containers or more, one of them called sft or of an image so called. */
export const egressSidecar: Rule = {
  id: 'egress-sidecar',
  what: 'the egress service and its SFT agent mount one volume at /data-egress',
  why: [
    {
      document: 'dataworks-data-egress',
      sentence: 'It is deployed as a sidecar to the data egress service, and a volume mounted to /data-egress is shared between the containers.',
    },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  language: 'yaml',
  remedy: `containers:
  - name: data-egress
    volumeMounts:
      - { name: data, mountPath: /data-egress }
  - name: sft-agent
    volumeMounts:
      - { name: data, mountPath: /data-egress }
volumes:
  - { name: data, emptyDir: {} }`,
  fails: `containers:
  - name: data-egress
    volumeMounts:
      - { name: data, mountPath: /data-egress }
  - name: sft-agent
    volumeMounts:
      - { name: data, mountPath: /var/data }`,
  reads: { aws_ecs_task_definition: ['container_definitions'] },
  judge: (world, parameters) => [
    ...eachResource(['aws_ecs_task_definition'], judgeTask)(world, parameters),
    ...judgeManifests(
      workloadsOf(world).map((workload) => ({
        manifest: workload.manifest,
        facts: judgeContainers(runningContainers(workload), (evidence) => `${placeOf(workload.manifest)}: ${evidence}`),
      })),
    ),
  ],
};

function judgeTask(task: Resource): Fact[] {
  const containers = containersOfTask(task);
  if (containers === 'unknown') return [uncertain('the containers are known after apply', 'container_definitions = (known after apply)')];
  const hidden = isSensitive(task, ['container_definitions']);
  return judgeContainers(containers, (evidence) => (hidden ? 'container_definitions = (sensitive)' : evidence));
}

function judgeContainers(containers: readonly Mounter[], show: (evidence: string) => string): Fact[] {
  const agents = containers.filter(isAgent);
  const services = containers.filter((container) => !isAgent(container));
  // Two containers with sft in their names: each is the other's service.
  const others = services.length > 0 ? services : agents;
  if (containers.length < 2) return [fine];
  return agents.map((agent): Fact => {
    const volumes = volumesAt(agent, containers);
    const evidence = show(containers.map((one) => describe(one, containers)).join('; '));
    if (volumes.length === 0) return failing(`the SFT agent ${agent.name} mounts no volume at ${folder}`, evidence);
    const shares = others.some((other) => other !== agent && volumesAt(other, containers).some((volume) => volumes.includes(volume)));
    return shares ? fine : failing(`no other container mounts the SFT agent's volume at ${folder}`, evidence);
  });
}

/** sftp is another thing. */
function isAgent({ name, image }: Mounter): boolean {
  return [name, image].some((text) => /sft(?!p)/i.test(text));
}

function volumesAt({ mounts, volumesFrom }: Mounter, containers: readonly Mounter[]): string[] {
  const taken = containers.filter(({ name }) => volumesFrom.includes(name)).flatMap((one) => one.mounts);
  return [...mounts, ...taken].filter(({ path }) => path === folder).map(({ volume }) => volume);
}

function describe(container: Mounter, containers: readonly Mounter[]): string {
  return `container ${container.name} mounts ${volumesAt(container, containers).join(', ') || 'nothing'} at ${folder}`;
}
