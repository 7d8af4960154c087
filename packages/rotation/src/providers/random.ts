/** Provider `random`: the whole value is random text. */
import type { Credential, Provider } from './provider.ts';
import { type Alphabet, isRandomText, randomText } from './random-text.ts';

/** Keys of the rotation file. */
export interface RandomOptions {
  /** Characters; 8–4096. */
  readonly length: number;
  readonly alphabet: Alphabet;
}

/** A provider that needs nobody else: what is stored is the credential. */
export function randomProvider({ length, alphabet }: RandomOptions): Provider {
  const why = `the stored value is not ${length} characters of ${alphabet}`;
  return {
    type: 'random',
    generate: async (randomBytes) => ({ value: randomText(length, alphabet, randomBytes) }),
    render: (credential) => credential['value'] ?? '',
    parse: (document): Credential => ({ value: document }),
    verify: async (credential, age) =>
      age === 'old' || isRandomText(credential['value'] ?? '', length, alphabet) ? { ok: true } : { ok: false, check: 'random', why },
  };
}
