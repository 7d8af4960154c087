/** The inputs of ecr-login: the only place where their names appear. */
import type { ActionContext, Fault, InputReader } from '@slipway/action-kit';
import { nearest } from '@slipway/action-kit';
import type { RegistryHost } from '@slipway/sdk/ecr';
import { isKnownRegion, knownRegions } from '@slipway/sdk/partitions';
import { needsRegion, parseRegistries } from './registries.ts';

/** What the flow needs. */
export interface Inputs {
  /** Empty: the caller's own registry in `region`. */
  readonly registries: readonly RegistryHost[];
  /** Entries that are no registry, where nothing else is wrong: the step fails with `registry-invalid`. */
  readonly wrongRegistries: readonly Fault[];
  /** The job's region. */
  readonly region: string;
  readonly mode: 'helper' | 'config';
  readonly check: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Inputs of aws-actions/amazon-ecr-login that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  'mask-password': 'nothing: the password never leaves the step, so there is nothing to mask',
  'skip-logout': 'nothing: the login is a folder of this job, and it goes with the job',
  'registry-type': '`registries: public.ecr.aws`',
  'http-proxy': 'HTTPS_PROXY and NO_PROXY in the environment',
};

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { environment }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const entries = reader.list('registries', { commas: true });
  const mode = reader.choice('mode', ['helper', 'config']);
  const check = reader.boolean('check', false);
  const timeout = reader.duration('timeout', '60s', { min: '1s', max: '10m' });
  const region = environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION');
  if (region !== undefined && !isKnownRegion(region) && (entries.length === 0 || entries.some(needsRegion))) {
    const near = nearest(region, knownRegions()) ?? 'eu-central-1';
    reader.fault('AWS_REGION', 'a region of AWS', near, JSON.stringify(region));
  }
  if (region === undefined && entries.length === 0) {
    reader.fault('registries', 'a registry host, or AWS_REGION in the environment (assume-role sets it)', '111122223333.dkr.ecr.eu-central-1.amazonaws.com');
  }
  const { registries, wrong } = parseRegistries(entries, region);
  const faults = wrong.map(({ entry, want, example }) => ({ text: `registries: got ${JSON.stringify(entry)}; want ${want}; e.g. ${example}` }));
  reader.tellBeside(faults);
  return { registries, wrongRegistries: faults, region: region ?? registries[0]?.region ?? '', mode, check, timeout };
}
