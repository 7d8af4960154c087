import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;

beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const lint = (files: Record<string, string>, inputs: Record<string, string> = {}, more: object = {}) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(kit.folder, name)), { recursive: true });
    writeFileSync(join(kit.folder, name), text);
  }
  return runStep(kit, { action: 'seed-egress', workspace: kit.folder, keys: false, inputs: { command: 'lint', rows: 'egress/*.yaml', ...inputs }, ...more });
};
const told = (step: Awaited<ReturnType<typeof lint>>) =>
  (step.report?.result.diagnostics ?? []).map(
    (entry: { file: string; line: number; column: number; code: string; severity: string }) =>
      `${entry.file.replace('egress/', '')}:${entry.line}:${entry.column} ${entry.code}${entry.severity === 'warning' ? ' W' : ''}`,
  );

/** Every line after `rows` holds one mistake, named in its comment; `@` means the row's first line. */
const manyMistakes = `version: 1
variables: { bucket: pub-1 }
defaults:
  source_bucket: pub-1
  transfer_type: S3
  destination_bucket: one-in
  timestamp_files: yes
rows:
  - source_prefix: a1/
    pipeline_name: A
    decrypt: "true"
    compress: { bool: true }
    recipient_name: 7
    destination_prefix: ~
    _owner: me
  - source_prefix: a2/
    pipeline_name: A
    transfer_type: FTP
    destination_prefix: a2/
  - source_prefix: a3/
    pipeline_name: A
    transfer_type: s3
    destination_bucket: ''
    destination_prefix: a3/
  - source_prefix: a4/
    pipeline_name: A
    transfer_type: SFT
    destination_prefix: data/a4
  - source_prefix: a5/
    pipeline_name: A#s3
    transfer_type: SFT
    destination_bucket: ''
  - source_prefix: 'a6/*/x/'
    pipeline_name: A
    destination_prefix: a6/
  - source_prefix: '*'
    pipeline_name: ''
    destination_prefix: a7/
  - source_prefix: 'a8/$TODAYS_YYYYMMDD_FORMATTED_DATE/'
    pipeline_name: A
    destination_prefix: 'a8/$TODAY_DATE/'
  - source_prefix: 'a9/day=1/'
    pipeline_name: A
    destination_prefix: a9/
    compression_fmt: gz
  - source_prefix: a10/größe
    pipeline_name: A
    destination_prefix: a10/
    compress: true
  - source_prefix: a11/x
    pipeline_name: A
    destination_prefix: a11/
    compress: true
    compress_fmt: zip
  - source_prefix: a12/
    pipeline_name: A
    destination_prefix: a12/
    compress: true
    compress_fmt: z
    rewrap_datakey: true
    decrypt: true
  - source_prefix: a13/
    pipeline_name: A
    destination_prefix: a13/
    encrypting_key_ssm_parm_name: /key
    manifest_file_encryption: plain
    role_arn: arn:aws:iam::1:user/x
    destination_bucket: One_In
    control_file_prefix: \${nobody}
  - source_prefix: a2/
    pipeline_name: A
    destination_prefix: a14/
  - source_prefix: a2/below/
    pipeline_name: A
    destination_prefix: a12
  - source_prefix: loop/
    pipeline_name: A
    destination_bucket: pub-1
    destination_prefix: loop/
  - source_prefix: ${'k'.repeat(2050)}/
    pipeline_name: A
    destination_prefix: a15/
    destination_prefix: a16/
`;

const allOfThem = [
  '6:3 destination-bucket-ignored W',
  '7:3 flag-not-boolean',
  '11:5 flag-not-boolean',
  '12:5 bad-type-tag',
  '13:5 string-expected',
  '14:5 value-null',
  '15:5 reserved-attribute',
  '18:5 transfer-type-unknown',
  '22:5 transfer-type-case W',
  '23:5 destination-bucket-missing',
  '28:5 sft-relative-path W',
  '29:5 sft-route-missing',
  '30:5 suspicious-range-key W',
  '33:5 wildcard-not-supported',
  '36:5 matches-everything',
  '37:5 key-empty',
  '39:5 token-not-resolved',
  '41:5 token-unknown',
  '42:5 prefix-never-matches',
  '45:5 unknown-attribute W',
  '46:5 prefix-never-matches W',
  '49:5 compress-incomplete',
  '50:5 prefix-open-ended W',
  '54:5 compress-format-unknown',
  '59:5 compress-z-padded W',
  '60:5 rewrap-and-decrypt',
  '60:5 rewrap-incomplete',
  '65:5 rewrap-ignored W',
  '66:5 manifest-encryption-unknown',
  '67:5 arn-malformed',
  '68:5 bucket-name-invalid',
  '69:5 variable-undefined',
  '70:5 duplicate-primary-key',
  '73:5 prefix-overlap W',
  '75:5 destination-collision W',
  '79:5 egress-loop',
  '80:5 key-too-long',
  '83:5 duplicate-key',
].map((line) => `many.yaml:${line}`);

describe('lint', () => {
  it('says that good rows are good, without AWS and without credentials', async () => {
    const rows = "version: 1\nrows:\n  - { source_prefix: 'a/*', pipeline_name: A, source_bucket: pub-1, destination_bucket: one-in, transfer_type: S3 }\n";
    const step = await lint({ 'egress/a.yaml': rows }, {}, { environment: { AWS_REGION: '' } });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'valid', 'failure-reason': '', changed: 'false' });
    expect(step.report?.calls).toEqual({});
    expect(kit.ledger.counts()).toEqual({});
  });

  it('tells every mistake of a file with its place in one run, and makes no call', async () => {
    const step = await lint({ 'egress/many.yaml': manyMistakes });
    expect(told(step)).toEqual(allOfThem);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-rows' });
    expect(kit.ledger.counts()).toEqual({});
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(10);
    expect(step.annotations[0]).toMatchObject({ file: 'egress/many.yaml' });
    for (const line of allOfThem.filter((entry) => !entry.endsWith(' W'))) expect(step.stdout).toContain(`egress/${line} `);
    expect(step.summary).toContain('egress-loop');
  });

  it('stops apply before any call', async () => {
    const step = await lint({ 'egress/many.yaml': manyMistakes }, { command: 'apply' });
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-rows' });
    expect(kit.ledger.counts()).toEqual({});
  });

  it('names both places of a doubled primary key across files', async () => {
    const rows = (name: string) =>
      `version: 1\nrows:\n  - { source_prefix: a/, pipeline_name: ${name}, source_bucket: pub-1, destination_bucket: one-in, transfer_type: S3 }\n`;
    const step = await lint({ 'egress/a.yaml': rows('A'), 'egress/b.yaml': rows('A') });
    expect(step.stdout).toContain('egress/b.yaml:3:7 duplicate-primary-key the key a/ / A at egress/b.yaml:3 is already at egress/a.yaml:3');
  });

  it.each([
    ['syntax', 'version: 1\nrows: [\n', 'a.yaml:3:1 syntax'],
    ['an alias to nothing', 'version: 1\nrows:\n  - source_prefix: *x\n', 'a.yaml:3:20 syntax'],
    ['a version that is not known', 'version: 2\nrows: []\n', 'a.yaml:1:10 unknown-value'],
    ['an unknown top-level key', 'version: 1\nrow: []\nrows: []\n', 'a.yaml:2:1 unknown-key'],
    ['rows that are no list', 'version: 1\nrows: {}\n', 'a.yaml:2:7 wrong-type'],
    ['no rows', 'version: 1\n', 'a.yaml:1:1 missing-key'],
    ['an empty file', '', 'a.yaml:1:1 wrong-type'],
  ])('calls %s invalid-file, and still checks the other files', async (_what, text, place) => {
    const step = await lint({ 'egress/a.yaml': text, 'egress/b.yaml': 'version: 1\nrows:\n  - { source_prefix: a/ }\n' });
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-file' });
    expect(told(step)).toContain(place);
    expect(told(step)).toContain('b.yaml:3:5 key-empty');
  });
});

describe('inputs', () => {
  it('tells three wrong inputs and the mistakes of the rows together', async () => {
    const step = await lint({ 'egress/a.yaml': 'version: 1\nrows:\n  - { source_prefix: a/ }\n' }, { prune: 'yes', 'max-deletes': '-1', timeout: '10' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    for (const text of ['prune: got "yes"; want true or false', 'max-deletes: got "-1"', 'timeout: got "10"', 'egress/a.yaml:3:5 key-empty']) {
      expect(step.stdout).toContain(text);
    }
  });

  it.each([
    [{ rows: 'nothing/*.yaml' }, 'rows: got "nothing/*.yaml"; want a pattern that matches a file'],
    [{ rows: '../x.yaml' }, 'rows: got "../x.yaml"; want a pattern inside the workspace'],
    [{ rows: '' }, 'rows: got nothing'],
    [{ rows: 'link.yaml' }, 'link out of it'],
    [{ prefix: 'a' }, 'prefix: got an unknown input'],
    [{ tabel: 'a' }, 'want table'],
    [{ command: 'import' }, 'command: got "import"; want one of lint, plan, apply, explain, restore; import is not available yet'],
    [{ command: 'aply' }, 'command: got "aply"; want one of lint, plan, apply, explain, import, restore'],
    [{ profile: 'generic' }, 'profile: got "generic"; want egress: the profile generic is not available yet'],
    [{ 'iam-policy-file': 'x.json' }, 'iam-policy-file: got "x.json"; want no value: this input is not available yet'],
    [{ 'plan-digest': 'abc' }, 'plan-digest: got "abc"'],
    [{ 'variables-file': 'none.yaml' }, 'variables-file: got "none.yaml"; want a file that is there'],
    [{ variables: '[a]' }, 'variables: got "[a]"; want a YAML or JSON map'],
    [{ variables: 'a: [1]' }, 'a has a list or a map'],
    [{ owner: 'x'.repeat(257) }, 'owner: got'],
  ])('%j', async (inputs: Record<string, string>, text) => {
    symlinkSync('/etc/hostname', join(kit.folder, 'link.yaml'));
    const step = await lint({ 'egress/a.yaml': 'version: 1\nrows: []\n' }, inputs);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(text);
  });

  it('asks for a region where one is needed', async () => {
    const step = await lint({ 'egress/a.yaml': 'version: 1\nrows: []\n' }, { command: 'plan' }, { environment: { AWS_REGION: '' } });
    expect(step.stdout).toContain('aws-region: got nothing; want a region, here or in AWS_REGION');
  });
});
