import { type FakeRequest, findLeaks, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, rowsOf, run, start } from './rotate-secret-bench.ts';

let kit: Testkit;
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
const role = 'arn:aws:iam::222233334444:role/rotate';
const yaml = `version: 1
secrets:
  - name: ${name}
    provider: { type: random, length: 40 }
    every: 30d
    targets:
${regions.map((region) => `      - { region: ${region}, secret-id: ${name} }`).join('\n')}
      - { region: eu-central-1, secret-id: ${name}, role-to-assume: "${role}" }
`;
const places = [...regions.map((region) => ({ region, accountId: '111122223333' })), { region: 'eu-central-1', accountId: '222233334444' }];

beforeEach(async () => {
  kit = await startTestkit();
  kit.sts.roles.set(role, { arn: role, principals: ['*'] });
  for (const place of places) kit.secretsmanager.seed({ name, value: old, ...place });
});
afterEach(() => kit.close());

const rotate = () => run(kit, { command: 'rotate', force: 'true' }, yaml);
const holder = (label: string) =>
  places.map((place) => [...kit.secretsmanager.find(name, place).versions.values()].find(({ stages }) => stages.has(label))?.text);

describe('one secret in four places', () => {
  it('gets one value, in all accounts and regions', async () => {
    const step = await rotate();
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs['outcome']).toBe('rotated');
    expect(new Set(holder('AWSCURRENT')).size).toBe(1);
    expect(holder('AWSPREVIOUS')).toEqual([old, old, old, old]);
    expect(rowsOf(step).map(({ target, state }) => `${target} ${state}`)).toEqual(places.map((place) => `${place.accountId}/${place.region}/${name} promoted`));
    expect(step.report?.calls['sts:AssumeRole']).toBe(1);
    expect(findLeaks(step, [old, holder('AWSCURRENT')[0] ?? '', ...kit.identities.secrets().slice(1)])).toEqual([]);
  });

  it('is brought back everywhere when the last promotion is denied, and goes through the next time', async () => {
    kit.faults.add({
      service: 'secretsmanager',
      operation: 'UpdateSecretVersionStage',
      at: 4,
      fault: { kind: 'error', status: 400, code: 'AccessDeniedException', message: 'not authorized' },
    });
    const step = await rotate();
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'access-denied' });
    expect(rowsOf(step).map(({ state }) => state)).toEqual(['rolled-back', 'rolled-back', 'rolled-back', 'pending']);
    expect(holder('AWSCURRENT')).toEqual([old, old, old, old]);
    const again = await rotate();
    expect(again.exitCode, again.stdout).toBe(0);
    expect(new Set(holder('AWSCURRENT')).size).toBe(1);
    expect(holder('AWSPENDING')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('writes nothing anywhere when one place lacks the secret', async () => {
    kit.secretsmanager.secrets.pop();
    const step = await rotate();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'secret-missing' });
    expect(rowsOf(step)).toHaveLength(4);
    expect(kit.ledger.of('secretsmanager', 'PutSecretValue')).toHaveLength(0);
  });

  it.each([9, 13, 18, 22])('killed after call %i, ends the same everywhere with the next step', async (call) => {
    const handle = kit.secretsmanager.handle.bind(kit.secretsmanager);
    const first = start(kit, { command: 'rotate', force: 'true' }, yaml);
    let seen = 0;
    kit.secretsmanager.handle = (operation: string, request: FakeRequest) => {
      seen += 1;
      if (seen === call) first.child.kill('SIGKILL');
      return seen < call ? handle(operation, request) : (new Promise(() => {}) as never);
    };
    expect((await first.done).signal).toBe('SIGKILL');
    kit.secretsmanager.handle = handle;
    const step = await rotate();
    expect(step.exitCode, step.stdout).toBe(0);
    expect(new Set(holder('AWSCURRENT')).size).toBe(1);
    expect(holder('AWSPREVIOUS')).toEqual([old, old, old, old]);
    expect(holder('AWSPENDING')).toEqual([undefined, undefined, undefined, undefined]);
  });
});
