/** The cluster's own certificate authority, and everybody's certificate from it. */
import 'reflect-metadata';
import { generateKeyPairSync, type webcrypto } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const yearMs = 365 * 24 * 3_600_000;

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** Who gets a certificate, and what for. */
const subjects = {
  apiserver: { name: 'CN=kube-apiserver', server: true },
  webhook: { name: 'CN=webhook', server: true },
  admin: { name: 'O=system:masters, CN=admin', server: false },
  kcm: { name: 'CN=system:kube-controller-manager', server: false },
  scheduler: { name: 'CN=system:kube-scheduler', server: false },
  kwok: { name: 'O=system:masters, CN=kwok', server: false },
} as const;

/** Writes `ca.crt`, `<who>.crt`, `<who>.key`, `sa.key` and `sa.pub` into `<folder>/pki`. Returns the CA as PEM. */
export async function writeCertificates(folder: string): Promise<string> {
  const pki = join(folder, 'pki');
  mkdirSync(pki, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string) => writeFileSync(join(pki, name), text, { mode: 0o600 });
  const authority = await makeAuthority();
  const ca = authority.certificate.toString('pem');
  write('ca.crt', ca);
  let serial = 2;
  for (const [who, subject] of Object.entries(subjects)) {
    const { certificate, key } = await issue(authority, subject, String(serial++).padStart(2, '0'));
    write(`${who}.crt`, certificate);
    write(`${who}.key`, key);
  }
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  write('sa.key', privateKey);
  write('sa.pub', publicKey);
  return ca;
}

async function makeAuthority(): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(),
    serialNumber: '01',
    name: 'CN=slipway-cluster-ca',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature, true)],
  });
  return { certificate, keys };
}

async function issue(authority: Authority, subject: { name: string; server: boolean }, serialNumber: string): Promise<{ certificate: string; key: string }> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const names = new x509.SubjectAlternativeNameExtension([
    { type: 'ip', value: '127.0.0.1' },
    { type: 'ip', value: '10.96.0.1' },
    { type: 'dns', value: 'localhost' },
    { type: 'dns', value: 'kubernetes.default.svc' },
  ]);
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(),
    serialNumber,
    subject: subject.name,
    issuer: authority.certificate.subject,
    signingKey: authority.keys.privateKey,
    publicKey: keys.publicKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature),
      new x509.ExtendedKeyUsageExtension([subject.server ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth]),
      ...(subject.server ? [names] : []),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const body = pkcs8.replace(/(.{64})/g, '$1\n').trimEnd();
  return { certificate: certificate.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n` };
}

function validity() {
  return { notBefore: new Date(Date.now() - 24 * 3_600_000), notAfter: new Date(Date.now() + yearMs) };
}
