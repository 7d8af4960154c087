/** Regions: of the partition table, or any that looks like one where the step allows it. */
import { type InputReader, nearest } from '@slipway/action-kit';
import { isKnownRegion, knownRegions } from '@slipway/sdk/partitions';

/** What is wrong with a region's name. */
export interface RegionFault {
  readonly want: string;
  readonly example: string;
}

/** `undefined` when nothing is. @param anyName what `allow-unknown-region` says */
export function regionFault(region: string, anyName: boolean): RegionFault | undefined {
  if (isKnownRegion(region)) return undefined;
  if (!/^[a-z0-9-]+$/.test(region)) return { want: 'a region name of lower-case letters, digits and dashes', example: 'eu-central-1' };
  if (anyName) return undefined;
  const near = nearest(region, knownRegions());
  const want = near
    ? `a region of the partition table; did you mean ${near}? (allow-unknown-region: true lets it pass)`
    : 'a region of the partition table (allow-unknown-region: true lets any pass)';
  return { want, example: near ?? 'eu-central-1' };
}

/** The step's region, and whether it and others may be unknown. @param required false where nothing is assumed */
export function readRegion(reader: InputReader, required: boolean): { region: string; anyName: boolean } {
  const anyName = reader.boolean('allow-unknown-region', false);
  const region = required ? reader.text('aws-region', { required, want: 'a region', example: 'eu-central-1' }) : (reader.text('aws-region') ?? '');
  const fault = region === '' ? undefined : regionFault(region, anyName);
  if (fault) reader.fault('aws-region', fault.want, fault.example);
  return { region, anyName };
}
