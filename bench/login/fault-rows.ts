/** How soon a login that cannot work says so. The replaced action's figures are from `reference/oidc.md`: it would take minutes here. */
import type { Fault, StepOptions, Testkit } from '@slipway/testkit';
import { emptyRun } from '../empty-run.ts';
import { milliseconds, type Row, within } from './row.ts';
import { failing, loginStep } from './steps.ts';
import { inTurns } from './turns.ts';

const [refusalAimMs, permissionAimMs, hangAimMs] = [300, 100, 500];
const hangDeadlineMs = 2_000;

/** The rows. A hang is run once: it lasts as long as its deadline. */
export async function faultRows(kit: Testkit, dist: string, runs: number): Promise<Row[]> {
  const refused = kit.sts.addRole('bench-refused', { subjects: ['repo:bank/other:*'] });
  const role = kit.sts.addRole('bench-hang', { subjects: ['repo:bank/payments:*'] });
  return [
    await refusalRow('the trust policy refuses', '36–139 s, 12 calls', refusalAimMs, runs, () =>
      failing(kit, loginStep(kit, refused, { dist }), 'trust-policy-refused'),
    ),
    await refusalRow('no `id-token: write`', '89–155 s', permissionAimMs, runs, () =>
      failing(kit, loginStep(kit, role, { dist, idToken: false }), 'id-token-permission-missing'),
    ),
    await hangRow(kit, loginStep(kit, role, { dist }), { service: 'sts', kind: 'hang', what: 'STS never answers', theirs: 'never ends' }),
    await hangRow(kit, loginStep(kit, role, { dist }), {
      service: 'sts',
      kind: 'hang-after-headers',
      what: 'STS stops after its headers',
      theirs: 'never ends',
    }),
    await hangRow(kit, loginStep(kit, role, { dist }), { service: 'github', kind: 'hang', what: "GitHub's token service never answers", theirs: '36 min' }),
  ];
}

async function refusalRow(what: string, theirs: string, aimMs: number, runs: number, fail: () => Promise<{ readonly ms: number }>): Promise<Row> {
  const { empty = Number.NaN, ours: ms = Number.NaN } = await inTurns(runs, [
    { name: 'empty', run: () => emptyRun() },
    { name: 'ours', run: async () => (await fail()).ms },
  ]);
  return { what, ours: milliseconds(ms, empty), theirs, ...within(ms, aimMs, empty) };
}

interface Hang {
  readonly service: 'sts' | 'github';
  readonly kind: 'hang' | 'hang-after-headers';
  readonly what: string;
  readonly theirs: string;
}

async function hangRow(kit: Testkit, step: StepOptions, { service, kind, what, theirs }: Hang): Promise<Row> {
  const fault: Fault = { kind };
  kit.faults.add({ service, times: Number.POSITIVE_INFINITY, fault });
  const timeout = `${hangDeadlineMs / 1000}s`;
  const { ms } = await failing(kit, { ...step, inputs: { ...step.inputs, timeout } }, 'timeout');
  kit.faults.clear();
  const over = ms - hangDeadlineMs;
  const ours = `${(ms / 1000).toFixed(2)} s with \`timeout: ${timeout}\``;
  return { what, ours, theirs, aim: `the deadline ± ${hangAimMs / 1000} s`, met: Math.abs(over) <= hangAimMs };
}
