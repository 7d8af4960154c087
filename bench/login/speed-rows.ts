/** A login and its post beside the replaced action's: time, memory, bytes. */
import { statSync } from 'node:fs';
import type { Testkit } from '@slipway/testkit';
import { loaded } from '../bundle-graph.ts';
import { emptyRun } from '../empty-run.ts';
import { namesIn } from '../measure.ts';
import { type Probed, probed } from '../probed.ts';
import { formerly } from './replaced.ts';
import { milliseconds, type Row, within } from './row.ts';
import { loginStep, postOf, succeeding } from './steps.ts';
import { inTurns } from './turns.ts';

/** Where the two are, and how often they run. */
export interface Sides {
  readonly kit: Testkit;
  readonly ours: string;
  /** `undefined`: the figures of another machine stand in, as multiples of `node -e 0`. */
  readonly theirs: string | undefined;
  readonly runs: number;
}

const [timeAim, memoryAim, postAimMs, bytesAim] = [0.7, 0.85, 45, 700_000];
const probedRuns = 3;

/** The rows; a login is checked to have worked each time. */
export async function speedRows(sides: Sides): Promise<Row[]> {
  return [...(await loginRows(sides)), await postRow(sides)];
}

async function loginRows({ kit, ours, theirs, runs }: Sides): Promise<Row[]> {
  const role = kit.sts.addRole('bench', { subjects: ['repo:bank/payments:*'] });
  const login =
    (dist: string) =>
    async (environment: Record<string, string> = {}) =>
      (await succeeding(kit, loginStep(kit, role, { dist, environment, ...(dist === theirs ? {} : {}) }))).ms;
  const times = await inTurns(runs, [
    { name: 'empty', run: () => emptyRun() },
    { name: 'ours', run: login(ours) },
    ...(theirs ? [{ name: 'theirs' as const, run: login(theirs) }] : []),
  ]);
  const empty = times.empty ?? Number.NaN;
  const mine = times.ours ?? Number.NaN;
  const other = times.theirs ?? empty * formerly.login;
  const [none, used, usedByOther] = [
    await probed(probedRuns, emptyRun),
    await probed(probedRuns, login(ours)),
    theirs && (await probed(probedRuns, login(theirs))),
  ];
  return [
    { what: '`node -e 0`', ours: `${milliseconds(empty)}, ${none.mib.toFixed(0)} MiB` },
    {
      what: 'login by OIDC',
      ...timeOf(mine, other, empty, times.theirs !== undefined),
      ratio: mine / other,
      aim: `≤ ${timeAim}`,
      met: mine / other <= timeAim,
    },
    ...(usedByOther ? [cpuRow(used, usedByOther)] : []),
    memoryRow(used, usedByOther || { mib: none.mib * formerly.memory, cpuMs: 0, files: [] }, Boolean(usedByOther)),
    bytesRow(ours, used, usedByOther || undefined),
  ];
}

function timeOf(mine: number, other: number, empty: number, measured: boolean): Pick<Row, 'ours' | 'theirs'> {
  return { ours: milliseconds(mine, empty), theirs: `${milliseconds(other, empty)}${measured ? '' : ' by its multiple elsewhere'}` };
}

function cpuRow(used: Probed, other: Probed): Row {
  return { what: '… processor time', ours: milliseconds(used.cpuMs), theirs: milliseconds(other.cpuMs), ratio: used.cpuMs / other.cpuMs };
}

function memoryRow(used: Probed, other: Probed, measured: boolean): Row {
  const ratio = used.mib / other.mib;
  const theirs = `${other.mib.toFixed(0)} MiB${measured ? '' : ' by its multiple elsewhere'}`;
  return { what: '… peak memory', ours: `${used.mib.toFixed(0)} MiB`, theirs, ratio, aim: `≤ ${memoryAim}`, met: ratio <= memoryAim };
}

function bytesRow(dist: string, used: Probed, other: Probed | undefined): Row {
  const { bytes, files } = loaded(dist, namesIn(dist, used.files));
  // Theirs is one file, reached by a link.
  const theirs = other ? { theirs: `${kilobytes(other.files.reduce((sum, file) => sum + statSync(file).size, 0))}` } : {};
  return { what: '… bytes loaded', ours: `${kilobytes(bytes)}, ${files.length} files`, ...theirs, aim: `≤ ${kilobytes(bytesAim)}`, met: bytes <= bytesAim };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

async function postRow({ kit, ours, theirs, runs }: Sides): Promise<Row> {
  const role = kit.sts.addRole('bench-post', { subjects: ['repo:bank/payments:*'] });
  const post = (dist: string) => () => postOf(kit, loginStep(kit, role, { dist }));
  const times = await inTurns(runs, [
    { name: 'empty', run: () => emptyRun() },
    { name: 'ours', run: post(ours) },
    ...(theirs ? [{ name: 'theirs' as const, run: post(theirs) }] : []),
  ]);
  const [empty = Number.NaN, mine = Number.NaN] = [times.empty, times.ours];
  const other = times.theirs ?? empty * formerly.post;
  return { what: 'post', ...timeOf(mine, other, empty, times.theirs !== undefined), ratio: mine / other, ...within(mine, postAimMs, empty) };
}
