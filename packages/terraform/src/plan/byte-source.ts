/** Where a plan's bytes come from. The reader asks for windows; whoever owns the file opens and closes it. */

/** A file, or bytes in memory. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** At most `length` bytes from `offset`, fewer only at the end; they are valid until the next read. */
  read(offset: number, length: number): Uint8Array;
}

/** A source over bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
