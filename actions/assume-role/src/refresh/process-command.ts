/** The value of `credential_process`. Pure. */

/** What neither a shell, nor Python's shlex, nor a reader of AWS config files gives a meaning to. */
const plain = /[\w./@%+=:,\u0080-\uffff-]/;

/**
 * A command line that every tool reads as the same words: Go and the JavaScript SDK hand it to `sh -c`, botocore splits it with
 * shlex. Signs are escaped one by one, never quoted: Go's reader takes the quotes away from a value that begins and ends with
 * one, and all cut a value at ` #` and ` ;`.
 * The last word must not end with a space.
 * @throws RangeError for a word with a line break, which no config file can hold
 */
export function processCommand(words: readonly string[]): string {
  return words.map(escapeWord).join(' ');
}

function escapeWord(word: string): string {
  if (/[\r\n]/.test(word)) throw new RangeError(`${JSON.stringify(word)} holds a line break`);
  return [...word].map((sign) => (plain.test(sign) ? sign : `\\${sign}`)).join('');
}
