/** Names under which people keep secrets. The README's list is this one. */

/** A name that holds one of these, in any case and with any separator, hides its value. */
export const secretWords: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'secret',
  'token',
  'apikey',
  'accesskey',
  'privatekey',
  'signingkey',
  'encryptionkey',
  'masterkey',
  'authkey',
  'sharedkey',
  'credential',
  'connectionstring',
  'bearer',
  'authorization',
  'clientsecret',
  'saspolicy',
  'webhookurl',
];

/** Whole words that are too short to look for inside others. */
export const secretShortWords: readonly string[] = ['pass', 'pw', 'auth', 'dsn', 'pin', 'otp', 'jwt', 'pem'];

/** A name that ends in one of these says something about a secret and is none: `secret_arn`, `token_ttl`. */
export const harmlessEndings: readonly string[] = [
  'arn',
  'arns',
  'name',
  'names',
  'ttl',
  'length',
  'version',
  'enabled',
  'count',
  'type',
  'policy',
  'days',
  'minutes',
  'seconds',
  'period',
];

/** Plans repeat a few hundred names a hundred thousand times; a plan made to fill the memory must not. */
const mostRemembered = 10_000;
const remembered = new Map<string, boolean>();

/** Whether a value under this name is to be hidden: `db_password`, `apiKey`, `DB_PASS`, `auth-token`. */
export function isSecretName(name: string): boolean {
  let secret = remembered.get(name);
  if (secret === undefined) {
    secret = judgeName(name);
    if (remembered.size < mostRemembered) remembered.set(name, secret);
  }
  return secret;
}

function judgeName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (harmlessEndings.includes(words.at(-1) ?? '')) return false;
  if (words.some((word) => secretShortWords.includes(word))) return true;
  const joined = words.join('');
  return secretWords.some((word) => joined.includes(word));
}
