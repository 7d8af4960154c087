/** The passwords of key and keystore; neither a plan nor a manifest shows them. */
import type { Rule } from '../../rule.ts';

/** Never a finding: rotate-secret checks it where the secrets are made. */
export const sftKeystore: Rule = {
  id: 'sft-keystore',
  what: 'the password of the SFT key equals that of its keystore; no plan shows it, rotate-secret checks it at each rotation',
  why: [
    {
      document: 'dataworks-data-egress',
      sentence: "Importantly the private key password and keystore password have to be the same because SFT runs on a tomcat version with this 'requirement'",
    },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  language: 'yaml',
  remedy: '# one value for both when the secret is made\nkey-password: <the keystore password>\nkeystore-password: <the keystore password>',
  fails: 'key-password: <one>\nkeystore-password: <another>',
  reads: {},
  judge: () => [],
};
