/** Checks of what happens to files on the way: compression, encryption, manifests. */
import { type Report, type Row, rowFlag, rowText } from '../rows/row.ts';

/** compress-incomplete, compress-format-unknown, compress-z-padded */
export function checkCompression(row: Row, report: Report): void {
  const format = rowText(row, 'compress_fmt');
  const compress = rowFlag(row, 'compress');
  if (compress && !format && !row.faulty.has('compress_fmt')) {
    report('compress-incomplete', 'compress', 'compress needs compress_fmt: gz; without it files are sent as they are');
  }
  if (format && !compress && !row.faulty.has('compress')) {
    report('compress-incomplete', 'compress_fmt', `compress_fmt alone adds .${format} to the name and compresses nothing; add compress: true`);
  }
  if (format && !['gz', 'z'].includes(format)) {
    report('compress-format-unknown', 'compress_fmt', `compress_fmt ${JSON.stringify(format)} is unknown to the consumer; want gz or z`);
  }
  if (format === 'z') report('compress-z-padded', 'compress_fmt', 'z fills the file up with zeros to its former size, or cuts it; use gz');
}

const rewrappedManifest = /^re-?wrapped$/i;
const encryptedManifest = /^encrypted$/i;

/** rewrap-incomplete, rewrap-and-decrypt, rewrap-ignored */
export function checkRewrap(row: Row, report: Report): void {
  const rewrap = rowFlag(row, 'rewrap_datakey');
  const parameter = rowText(row, 'encrypting_key_ssm_parm_name');
  const manifest = rewrappedManifest.test(rowText(row, 'manifest_file_encryption') ?? '');
  const incomplete = (rewrap || manifest) && !parameter && !row.faulty.has('encrypting_key_ssm_parm_name');
  if (incomplete) {
    const name = rewrap ? 'rewrap_datakey' : 'manifest_file_encryption';
    report('rewrap-incomplete', name, `${name} needs encrypting_key_ssm_parm_name: the SSM parameter with the recipient's KeyId and PublicKey`);
  }
  if (rewrap && rowFlag(row, 'decrypt')) {
    report('rewrap-and-decrypt', 'rewrap_datakey', 'rewrap_datakey with decrypt sends plain text that is labelled as encrypted; set one of them');
  }
  if (rewrap && rowText(row, 'transfer_type')?.toUpperCase() === 'SFT') {
    report('rewrap-ignored', 'rewrap_datakey', 'rewrap_datakey has no effect with transfer_type SFT');
  } else if (parameter && !rewrap && !manifest && !row.faulty.has('rewrap_datakey')) {
    report('rewrap-ignored', 'encrypting_key_ssm_parm_name', 'encrypting_key_ssm_parm_name has no effect without rewrap_datakey: true');
  }
}

/** manifest-encryption-unknown */
export function checkManifest(row: Row, report: Report): void {
  const encryption = rowText(row, 'manifest_file_encryption');
  if (encryption === undefined || encryptedManifest.test(encryption) || rewrappedManifest.test(encryption)) return;
  const text = `manifest_file_encryption ${JSON.stringify(encryption)} is unknown: the manifest would be written in clear; want encrypted or rewrapped`;
  report('manifest-encryption-unknown', 'manifest_file_encryption', text);
}
