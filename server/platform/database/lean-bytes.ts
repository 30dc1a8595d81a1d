/** The driver hands out bytes in a wrapper of its own when documents are lean. */
type LeanBytes = Buffer | { buffer: ArrayBuffer | Uint8Array };

export function leanBytes(stored: LeanBytes): Buffer {
  if (Buffer.isBuffer(stored)) return stored;
  return stored.buffer instanceof Uint8Array ? Buffer.from(stored.buffer) : Buffer.from(stored.buffer);
}
