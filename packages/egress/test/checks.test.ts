// biome-ignore-all lint/suspicious/noTemplateCurlyInString: row files write their variables like that.
import { describe, expect, it } from 'vitest';
import { codes, diagnose, load } from './rows.ts';

describe('checks of one row', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a good row', {}, []],
    ['a flag as text', { decrypt: 'true' }, ['flag-not-boolean']],
    ['a flag as number', { decrypt: 1 }, ['flag-not-boolean']],
    ['a flag as binary', { decrypt: { B: 'dHJ1ZQ==' } }, ['flag-not-boolean']],
    ['a flag with the right tag', { decrypt: { BOOL: true } }, []],
    ['a flag in lower case', { decrypt: { bool: true } }, ['bad-type-tag']],
    ['a flag without a value', { decrypt: null }, ['value-null']],
    ['a text as number', { recipient_name: 7 }, ['string-expected']],
    ['a text as list', { recipient_name: ['x'] }, ['string-expected']],
    ['a text with the right tag', { recipient_name: { S: 'x' } }, []],
    ['a mark', { _rev: 'x' }, ['reserved-attribute']],
    ["one of AWS's own", { 'aws:rep:x': 'y' }, ['reserved-attribute']],
    ['no transfer type', { transfer_type: undefined }, ['transfer-type-unknown']],
    ['an unknown transfer type', { transfer_type: 'FTP' }, ['transfer-type-unknown']],
    ['a transfer type in small letters', { transfer_type: 's3' }, ['transfer-type-case W']],
    ['S3 without a bucket', { destination_bucket: undefined }, ['destination-bucket-missing']],
    ['S3 with an empty bucket', { destination_bucket: '' }, ['destination-bucket-missing']],
    ['SFT with a bucket', { transfer_type: 'SFT', destination_prefix: '/data' }, ['destination-bucket-ignored W']],
    ['SFT without a folder', { transfer_type: 'SFT', destination_bucket: '', destination_prefix: undefined }, ['sft-route-missing']],
    ['SFT with a relative folder', { transfer_type: 'SFT', destination_bucket: undefined, destination_prefix: 'data' }, ['sft-relative-path W']],
    ['a star inside', { source_prefix: 'a/*/b/' }, ['wildcard-not-supported']],
    ['two stars', { source_prefix: 'a/**' }, ['wildcard-not-supported']],
    ['a star alone', { source_prefix: '*' }, ['matches-everything']],
    ['an empty key', { source_prefix: '' }, ['key-empty']],
    ['a missing key', { pipeline_name: undefined }, ['key-empty']],
    ['a long key', { pipeline_name: 'x'.repeat(1025) }, ['key-too-long']],
    ['a long key in bytes', { pipeline_name: 'ß'.repeat(513) }, ['key-too-long']],
    ['a compact date in the source', { source_prefix: 'a/$TODAYS_YYYYMMDD_FORMATTED_DATE/' }, ['token-not-resolved']],
    ['a time in the control file', { control_file_prefix: 'c-$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE' }, ['token-not-resolved']],
    ['a date in a label', { recipient_name: '$TODAYS_DATE' }, ['token-not-resolved']],
    ['all dates in the destination', { destination_prefix: 'x/$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE/$TODAYS_DATE' }, []],
    ['a mistyped token', { destination_prefix: 'x/$TODAY_DATE/' }, ['token-unknown']],
    ['a token in small letters', { source_prefix: 'x/$todays_date/' }, ['token-unknown']],
    ['an equals sign', { source_prefix: 'a/day=1/' }, ['prefix-never-matches']],
    ['an encoded equals sign', { source_prefix: 'a/day%3D1/' }, []],
    ['a letter outside ASCII', { source_prefix: 'größe/' }, ['prefix-never-matches W']],
    ['no delimiter', { source_prefix: 'a/b*' }, ['prefix-open-ended W']],
    ["the exporter's prefix", { source_prefix: 'a/b-' }, []],
    ['compress without a format', { compress: true }, ['compress-incomplete']],
    ['a format without compress', { compress_fmt: 'gz' }, ['compress-incomplete']],
    ['gz', { compress: true, compress_fmt: 'gz' }, []],
    ['zip', { compress: true, compress_fmt: 'zip' }, ['compress-format-unknown']],
    ['z', { compress: true, compress_fmt: 'z' }, ['compress-z-padded W']],
    ['an unknown attribute', { colour: 'red' }, ['unknown-attribute W']],
    ['rewrap alone', { rewrap_datakey: true }, ['rewrap-incomplete']],
    ['rewrap with its key', { rewrap_datakey: true, encrypting_key_ssm_parm_name: '/k' }, []],
    ['rewrap and decrypt', { rewrap_datakey: true, encrypting_key_ssm_parm_name: '/k', decrypt: true }, ['rewrap-and-decrypt']],
    ['a key without rewrap', { encrypting_key_ssm_parm_name: '/k' }, ['rewrap-ignored W']],
    ['a rewrapped manifest', { manifest_file_encryption: 'Re-Wrapped', encrypting_key_ssm_parm_name: '/k' }, []],
    ['a rewrapped manifest without a key', { manifest_file_encryption: 'rewrapped' }, ['rewrap-incomplete']],
    ['an unknown manifest encryption', { manifest_file_encryption: 'none' }, ['manifest-encryption-unknown']],
    ['a malformed role', { role_arn: 'arn:aws:iam::123:role/x' }, ['arn-malformed']],
    ['a role with a path in China', { role_arn: 'arn:aws-cn:iam::111111111111:role/team/x' }, []],
    ['an empty role', { role_arn: '' }, []],
    ['no source bucket', { source_bucket: undefined }, ['bucket-name-invalid']],
    ['a bucket with capitals', { destination_bucket: 'One-In' }, ['bucket-name-invalid']],
    ['a bucket like an address', { destination_bucket: '10.0.0.1' }, ['bucket-name-invalid']],
    ['an undefined variable', { recipient_name: '${x}' }, ['variable-undefined']],
    ['an unclosed variable', { recipient_name: '${x' }, ['variable-undefined']],
    ['a suffix that does not fit', { pipeline_name: 'A#sft' }, ['suspicious-range-key W']],
    ['a mistyped suffix', { pipeline_name: 'A#stf' }, ['suspicious-range-key W']],
    ['a name with a space', { pipeline_name: 'A ' }, ['suspicious-range-key W']],
    ['too big an item', { big: 'x'.repeat(410_000) }, ['item-too-big', 'unknown-attribute W']],
  ])('%s', (_what, row, wanted) => expect(codes(row)).toEqual(wanted));

  it('suggests the attribute that was meant', () => {
    expect(diagnose({ compression_fmt: 'gz' })[0]?.message).toContain('did you mean compress_fmt?');
    expect(diagnose({ sourc_bucket: 'gz' })[0]?.message).toContain('did you mean source_bucket?');
  });

  it('sees a suffix that YAML took for a comment', () => {
    const text = 'version: 1\nrows:\n  - source_prefix: a/\n    pipeline_name: ERS #sft\n';
    expect(load(text).rows[0]?.key.pipeline_name).toBe('ERS');
    expect(diagnose({ pipeline_name: 'x' })).toEqual([]);
  });
});

describe('checks between rows', () => {
  it.each<[string, Record<string, unknown>[], string[]]>([
    ['the same key twice', [{}, { destination_prefix: 'x/' }], ['duplicate-primary-key']],
    ['a prefix below another', [{ source_prefix: 'a/' }, { source_prefix: 'a/b/', destination_prefix: 'y' }], ['prefix-overlap W']],
    ['the same prefix by two pipelines', [{}, { pipeline_name: 'B', destination_prefix: 'y' }], ['prefix-overlap W']],
    ['the documented twin', [{}, { pipeline_name: 'A#sft', transfer_type: 'SFT', destination_bucket: '', destination_prefix: '/data' }], []],
    ['siblings', [{ source_prefix: 'a/b/' }, { source_prefix: 'a/c/', destination_prefix: 'y' }], []],
    ['a day that comes', [{ source_prefix: 'a/2031-12-05/' }, { destination_prefix: 'y' }], ['prefix-overlap W']],
    ['a day that never comes', [{ source_prefix: 'a/2031-02-30/' }, { destination_prefix: 'y' }], []],
    ['the beginning of a date', [{ source_prefix: 'a/203' }, { destination_prefix: 'y' }], ['prefix-open-ended W', 'prefix-overlap W']],
    ['the same folder', [{}, { source_prefix: 'b/' }], ['destination-collision W']],
    ['the same folder but for slashes', [{ destination_prefix: '/in' }, { source_prefix: 'b/' }], ['destination-collision W']],
    ['the same folder of another bucket', [{}, { source_prefix: 'b/', destination_bucket: 'two-in' }], []],
    ['a row that feeds itself', [{ source_prefix: 'x/', destination_bucket: 'pub-1', destination_prefix: 'x/' }], ['egress-loop']],
    ['a row that feeds itself at the root', [{ source_prefix: 'x-', destination_bucket: 'pub-1', destination_prefix: '/' }], ['egress-loop']],
    ['a folder above its source', [{ source_prefix: 'x/y/', destination_bucket: 'pub-1', destination_prefix: 'x' }], []],
    ['another bucket', [{ source_prefix: 'x/', destination_bucket: 'pub-2', destination_prefix: 'x' }], []],
    [
      'a circle of two',
      [
        { source_prefix: 'x/', destination_bucket: 'pub-2', destination_prefix: 'y' },
        { source_prefix: 'y/', source_bucket: 'pub-2', destination_bucket: 'pub-1', destination_prefix: 'x' },
      ],
      ['egress-loop', 'egress-loop'],
    ],
  ])('%s', (_what, rows, wanted) => expect(codes(...rows)).toEqual(wanted));

  it('tells a collision once a row, naming the first', () => {
    const found = diagnose({}, { source_prefix: 'b/' }, { source_prefix: 'c/' }).filter(({ code }) => code === 'destination-collision');
    expect(found.map(({ line, row, message }) => [line, row, message.includes('rows.yaml:3')])).toEqual([
      [4, 2, true],
      [5, 3, true],
    ]);
  });

  it('names how many more rows fire', () => {
    const rows = ['a/', 'a/b/', 'a/b/c/'].map((source_prefix, index) => ({ source_prefix, destination_prefix: `d${index}` }));
    const overlaps = diagnose(...rows).filter(({ code }) => code === 'prefix-overlap');
    expect(overlaps.map(({ line }) => line)).toEqual([4, 5]);
    expect(overlaps[1]?.message).toContain('and 1 more');
  });
});

describe('defaults', () => {
  it('are told once, at their own place, and rows win over them', () => {
    const text = `version: 1
defaults: { decrypt: 'yes', transfer_type: ftp, source_bucket: pub-1 }
rows:
  - { source_prefix: a/, pipeline_name: A }
  - { source_prefix: b/, pipeline_name: A }
  - { source_prefix: c/, pipeline_name: A, decrypt: false, transfer_type: S3, destination_bucket: one-in }
`;
    const { rows, diagnostics } = load(text);
    expect(diagnostics.map(({ code, line, column, row }) => [code, line, column, row])).toEqual([['flag-not-boolean', 2, 13, null]]);
    expect(rows[2]?.item).toMatchObject({ decrypt: { BOOL: false }, transfer_type: { S: 'S3' }, source_bucket: { S: 'pub-1' } });
    expect(rows[0]?.item).not.toHaveProperty('decrypt');
  });
});
