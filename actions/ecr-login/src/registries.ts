/** What people write for a registry, read: a host of ECR, an account, ECR Public, a registry on loopback. Pure. */
import { nearest } from '@slipway/action-kit';
import { ecrHost, isPublicRegistry, parseEcrHost, publicRegistryPartition, type RegistryHost } from '@slipway/sdk/ecr';
import { isKnownRegion, knownRegions, partitionOf } from '@slipway/sdk/partitions';
import { isLoopbackHost } from '@slipway/sdk/registry';

/** Registries, or why an entry is none: what is wanted instead, and the nearest valid form. */
export interface ParsedRegistries {
  readonly registries: readonly RegistryHost[];
  readonly wrong: readonly { readonly entry: string; readonly want: string; readonly example: string }[];
}

interface Refusal {
  readonly want: string;
  readonly example: string;
}

/** @param region the job's region, for entries that name none */
export function parseRegistries(entries: readonly string[], region: string | undefined): ParsedRegistries {
  const registries = new Map<string, RegistryHost>();
  const wrong: (Refusal & { entry: string })[] = [];
  for (const entry of new Set(entries)) {
    const parsed = parseRegistry(entry, region);
    if ('host' in parsed) registries.set(parsed.host, parsed);
    else wrong.push({ entry, ...parsed });
  }
  return { registries: [...registries.values()], wrong };
}

/** Whether an entry means nothing without the job's region: an account, or a registry on loopback. */
export function needsRegion(entry: string): boolean {
  return /^\d+$/.test(entry) || isLoopbackHost(entry);
}

function parseRegistry(entry: string, region: string | undefined): RegistryHost | Refusal {
  if (/^[\d-]+$/.test(entry)) return byAccount(entry, region);
  const bare = bareHost(entry);
  const known = loopback(bare, region) ?? loopback(entry.toLowerCase(), region) ?? parseEcrHost(bare);
  if (!known) return { want: 'a registry host of ECR, a 12-digit account id, or public.ecr.aws', example: nearestHost(bare, region) };
  if (known.host !== entry) return { want: 'a host name alone: lower case, no scheme, port or path', example: known.host };
  const partition = region === undefined ? publicRegistryPartition : (partitionOf(region)?.name ?? publicRegistryPartition);
  if (!isPublicRegistry(entry) || partition === publicRegistryPartition) return known;
  const want = `a private registry: ECR Public knows only accounts of partition ${publicRegistryPartition}, and AWS_REGION is of ${partition}`;
  return { want, example: nearestHost('', region) };
}

/** What is left of a URL or an image name: `https://HOST:443/bank/api:1` → `host`. Loopback keeps its port. */
function bareHost(entry: string): string {
  const host = entry
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  return isLoopbackHost(host) ? host : host.replace(/:\d*$/, '').replace(/\.$/, '');
}

function byAccount(entry: string, region: string | undefined): RegistryHost | Refusal {
  const digits = entry.replaceAll('-', '');
  if (digits.length === 11) return { want: '12 digits: YAML ate the leading zero; quote it', example: `"0${digits}"` };
  if (digits.length !== 12) return { want: 'an account id of 12 digits', example: '"111122223333"' };
  if (digits !== entry) return { want: 'an account id of 12 digits, without dashes', example: `"${digits}"` };
  if (!region) return { want: 'a full host name, since AWS_REGION is not set', example: ecrHost(digits, 'eu-central-1') };
  const host = ecrHost(digits, region);
  return { host, accountId: digits, region, partition: partitionOf(region)?.name ?? 'aws' };
}

function loopback(host: string, region: string | undefined): RegistryHost | undefined {
  if (!isLoopbackHost(host) || !/:\d+$/.test(host)) return undefined;
  return { host, accountId: '', region: region ?? 'us-east-1', partition: partitionOf(region ?? 'us-east-1')?.name ?? 'aws' };
}

/** Account and region are often right and the rest is not. */
function nearestHost(text: string, region: string | undefined): string {
  const account = /\d{12}/.exec(text)?.[0] ?? '111122223333';
  const named = /[a-z]{2,}(?:-[a-z]+)+-\d+/.exec(text)?.[0] ?? region ?? 'eu-central-1';
  return ecrHost(account, isKnownRegion(named) ? named : (nearest(named, knownRegions()) ?? region ?? 'eu-central-1'));
}
