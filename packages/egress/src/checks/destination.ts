/** Checks of where files go: the transfer type and what it needs, bucket and role names. */
import { type Report, type Row, rowText } from '../rows/row.ts';

/** transfer-type-unknown, transfer-type-case, and what the type asks of the destination */
export function checkDestination(row: Row, report: Report): void {
  const type = rowText(row, 'transfer_type');
  const upper = type?.toUpperCase();
  if (!row.faulty.has('transfer_type')) checkTransferType(type, report);
  if (upper === 'S3') checkS3(row, report);
  if (upper === 'SFT') checkSft(row, report);
}

function checkTransferType(type: string | undefined, report: Report): void {
  const upper = type?.toUpperCase();
  if (upper !== 'S3' && upper !== 'SFT') {
    const got = type === undefined ? 'is missing' : `${JSON.stringify(type)} is unknown`;
    report('transfer-type-unknown', 'transfer_type', `transfer_type ${got}: the message would stay in the queue for ever; want S3 or SFT`);
  } else if (type !== upper) {
    report('transfer-type-case', 'transfer_type', `transfer_type ${type}: control and manifest files are sent for ${upper} in capitals only; write ${upper}`);
  }
}

function checkS3(row: Row, report: Report): void {
  if (row.faulty.has('destination_bucket') || rowText(row, 'destination_bucket')) return;
  report('destination-bucket-missing', 'destination_bucket', 'destination_bucket is missing; a row with transfer_type S3 needs it');
}

function checkSft(row: Row, report: Report): void {
  if (rowText(row, 'destination_bucket')) {
    report('destination-bucket-ignored', 'destination_bucket', 'destination_bucket has no effect with transfer_type SFT; remove it');
  }
  if (row.faulty.has('destination_prefix')) return;
  const folder = rowText(row, 'destination_prefix');
  if (!folder) report('sft-route-missing', 'destination_prefix', 'destination_prefix is missing; with SFT it has to be the folder of a route of the agent');
  else if (!folder.startsWith('/')) {
    report('sft-relative-path', 'destination_prefix', `destination_prefix ${folder} is taken as /${folder}; write the absolute path`);
  }
}

/** bucket-name-invalid, arn-malformed */
export function checkNames(row: Row, report: Report): void {
  for (const name of ['source_bucket', 'destination_bucket']) {
    const bucket = rowText(row, name);
    const why = bucket ? bucketFault(bucket) : undefined;
    if (why) report('bucket-name-invalid', name, `${name} ${JSON.stringify(bucket)} cannot be a bucket: ${why}`);
  }
  if (!rowText(row, 'source_bucket') && !row.faulty.has('source_bucket')) {
    report('bucket-name-invalid', 'source_bucket', 'source_bucket is missing: the objects could not be listed and the message would be retried for ever');
  }
  const arn = rowText(row, 'role_arn');
  if (arn && !roleArn.test(arn))
    report('arn-malformed', 'role_arn', `role_arn ${JSON.stringify(arn)} is not a role; e.g. arn:aws:iam::111111111111:role/egress`);
}

/** Role ARNs: partition, 12-digit account, path and name (IAM user guide, "IAM identifiers"). */
const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;

/** Why a name cannot be a bucket's (S3 user guide, "General purpose bucket naming rules"). */
function bucketFault(bucket: string): string | undefined {
  if (bucket.length < 3 || bucket.length > 63) return `it has ${bucket.length} characters; want 3 to 63`;
  if (/[A-Z]/.test(bucket)) return 'it has capital letters';
  if (!/^[a-z0-9.-]+$/.test(bucket)) return 'want lower-case letters, digits, dots and hyphens';
  if (!/^[a-z0-9].*[a-z0-9]$/.test(bucket)) return 'it begins or ends with a dot or hyphen';
  if (bucket.includes('..')) return 'two dots stand side by side';
  return /^\d+\.\d+\.\d+\.\d+$/.test(bucket) ? 'it looks like an address' : undefined;
}
