import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeKubernetes, startKubernetes } from '../src/index.ts';
import { resourceOfKind } from '../src/kubernetes/resources.ts';

let fake: FakeKubernetes;
beforeEach(async () => {
  fake = await startKubernetes();
});
afterEach(() => fake.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('keeps a pod for a moment after its owner is deleted, as the garbage collector does, and then removes it', async () => {
  const job = fake.store.make({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace: 'default' },
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'app:1' }] } } },
  });
  const pods = () => fake.store.listKind('Pod', 'default').length;
  while (pods() === 0) await pause(10);
  fake.store.remove(resourceOfKind('Job'), 'default', job.metadata.name);
  const deleted = performance.now();
  while (pods() > 0) await pause(10);
  expect(performance.now() - deleted).toBeGreaterThan(250);
});
