/** Random text over an alphabet, without bias. */

/** The alphabets of the rotation file. All are safe in JSON, URLs and shells. */
export const alphabets = {
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
} as const;

/** The name of an alphabet. */
export type Alphabet = keyof typeof alphabets;

/**
 * `length` characters, each equally likely: bytes that would favour the alphabet's first characters are thrown away.
 * @param randomBytes cryptographic random bytes
 */
export function randomText(length: number, alphabet: Alphabet, randomBytes: (count: number) => Uint8Array): string {
  const letters = alphabets[alphabet];
  const fair = 256 - (256 % letters.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) if (byte < fair) text += letters.charAt(byte % letters.length);
  }
  return text;
}

/** True where the text has the length and only letters of the alphabet. */
export function isRandomText(text: string, length: number, alphabet: Alphabet): boolean {
  return text.length === length && [...text].every((letter) => alphabets[alphabet].includes(letter));
}
