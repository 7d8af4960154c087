/** The form of an egress-rows file. What a value means is the loader's business: it tells every mistake by its own code. */
import { flagAttributes, textAttributes } from './profile.ts';

const descriptions: Readonly<Record<string, string>> = {
  source_prefix: 'Key prefix of the objects to send. One trailing * is dropped; $TODAYS_DATE becomes yyyy-MM-dd.',
  pipeline_name: 'Sort key: who sent the files. A twin for the same prefix by the other way is called <name>#sft.',
  source_bucket: 'Bucket of the objects to send.',
  destination_bucket: 'Bucket to send to; S3 only.',
  destination_prefix: 'Folder to send to; for SFT an absolute path that is a route of the agent.',
  transfer_type: 'S3 or SFT.',
  recipient_name: 'The receiving team, a label of the metrics.',
  decrypt: 'Whether files are decrypted on the way.',
  rewrap_datakey: "Whether the data key is encrypted anew with the recipient's key.",
  encrypting_key_ssm_parm_name: "SSM parameter that holds the recipient's key; needed with rewrap_datakey.",
  compress: 'Whether files are compressed on the way; needs compress_fmt.',
  compress_fmt: 'gz or z.',
  role_arn: 'Role to assume for writing.',
  timestamp_files: 'Whether the date is added to file names.',
  control_file_prefix: 'Name of the control file; none is written without it.',
  manifest_file_name: 'Name of the manifest; none is written without it.',
  manifest_file_encryption: 'encrypted or rewrapped; anything else would write it in clear.',
};

const typed = (name: string, type: string) => [name, { title: name, description: descriptions[name] ?? name, type }] as const;
const properties = Object.fromEntries([...textAttributes.map((name) => typed(name, 'string')), ...flagAttributes.map((name) => typed(name, 'boolean'))]);
const row = { type: 'object', properties, additionalProperties: true };

const frame = (rowSchema: object) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Egress rows',
  description: 'Rows of the data-egress table, seeded by seed-egress.',
  type: 'object',
  required: ['version', 'rows'],
  additionalProperties: false,
  properties: {
    version: { title: 'Version', description: 'Version of this format.', const: 1 },
    variables: {
      title: 'Variables',
      description: 'Values of names that texts hold as a dollar sign and the name in braces; the inputs variables-file and variables override them.',
      type: 'object',
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
    defaults: { title: 'Defaults', description: 'Attributes of every row that does not set them.', ...rowSchema },
    rows: { title: 'Rows', description: 'One map of attributes a row.', type: 'array', items: rowSchema },
  },
});

/** The published schema, for editors: attributes with their types. */
export const egressRowsSchema: object = frame({ ...row, description: 'A row: source_prefix and pipeline_name are its key.' });

/** What the loader checks before it looks at values: the same form, attributes of any type. */
export const egressRowsFrame: object = frame({ type: 'object' });
