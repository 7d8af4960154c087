/** Encryption in transit. */
import type { Rule } from '../../rule.ts';
import { acmDns } from './acm-dns.ts';
import { dbTls } from './db-tls.ts';
import { dnsZone } from './dns-zone.ts';
import { lbHttps } from './lb-https.ts';
import { mskTls } from './msk-tls.ts';
import { s3TlsOnly } from './s3-tls-only.ts';
import { transferSftp } from './transfer-sftp.ts';

/** The rules of this area. */
export const transportRules: readonly Rule[] = [dbTls, s3TlsOnly, lbHttps, mskTls, acmDns, dnsZone, transferSftp];
