/** The attributes that the egress consumer reads, and those that we add. It picks attributes by name and ignores the rest. */

/** Attributes read as text; of any other type they count as absent. */
export const textAttributes = [
  'source_prefix',
  'pipeline_name',
  'source_bucket',
  'destination_bucket',
  'destination_prefix',
  'transfer_type',
  'recipient_name',
  'compress_fmt',
  'encrypting_key_ssm_parm_name',
  'role_arn',
  'control_file_prefix',
  'manifest_file_name',
  'manifest_file_encryption',
] as const;

/** Attributes read as flags; anything but BOOL true is false, without a word. */
export const flagAttributes = ['decrypt', 'rewrap_datakey', 'compress', 'timestamp_files'] as const;

/** All 17. */
export const knownAttributes: readonly string[] = [...textAttributes, ...flagAttributes];

/** Our marks: who owns the row, the hash of what was written, and the file and line it came from. */
export const markAttributes = ['_owner', '_rev', '_src'] as const;

/** The table's keys, both text. */
export const keyAttributes = { partition: 'source_prefix', sort: 'pipeline_name' } as const;

/** AWS keeps attributes of its own under this prefix (global tables); they are left alone and not compared. */
export const awsAttributePrefix = 'aws:';

/** Names that the consumer or people once used for an attribute of today. */
export const formerNames: Readonly<Record<string, string>> = {
  compression_fmt: 'compress_fmt',
  compression: 'compress',
  encrypting_key_ssm_param_name: 'encrypting_key_ssm_parm_name',
  rewrap: 'rewrap_datakey',
};

/** Whether an attribute is the row's own content: neither a mark nor one of AWS's. */
export function isContent(name: string): boolean {
  return !(markAttributes as readonly string[]).includes(name) && !name.startsWith(awsAttributePrefix);
}
