/** Where STS is, as far as the run's variables alone decide it. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AwsContext } from '../config.ts';
import { partitionOf } from '../partitions/index.ts';

/**
 * STS's URL for a context. `undefined` where more has a say than region, AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_STS: FIPS, dual
 * stack, a shared file that speaks of endpoints, a region without a partition. Those rules are the SDK's (AWS SDKs and Tools reference,
 * "Service-specific endpoints"), and so is the call then.
 */
export function ownEndpoint({ environment, endpoint, region, fips, dualStack }: AwsContext): string | undefined {
  if (!environment || fips || dualStack || hasSwitch(environment) || sharedFilesSayMore(environment)) return undefined;
  const ignored = environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true';
  const configured = ignored ? undefined : environment['AWS_ENDPOINT_URL_STS'] || environment['AWS_ENDPOINT_URL'];
  const partition = partitionOf(region);
  return endpoint || configured || (partition && `https://sts.${region}.${partition.dnsSuffix}`);
}

type Variables = Readonly<Record<string, string>>;

function hasSwitch(environment: Variables): boolean {
  return ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'].some((name) => environment[name]?.toLowerCase() === 'true');
}

/** Settings of a profile that decide an endpoint (AWS SDKs and Tools reference). */
const endpointSetting = /^\s*(endpoint_url|services|use_fips_endpoint|use_dualstack_endpoint)\s*=/m;

function sharedFilesSayMore(environment: Variables): boolean {
  const folder = join(environment['HOME'] || environment['USERPROFILE'] || homedir(), '.aws');
  const files = [environment['AWS_CONFIG_FILE'] || join(folder, 'config'), environment['AWS_SHARED_CREDENTIALS_FILE'] || join(folder, 'credentials')];
  return files.some((file) => endpointSetting.test(textOf(file)));
}

/** Empty for a file that cannot be read: the SDK reads nothing from it either. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
