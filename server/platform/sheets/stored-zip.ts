import { crc32 } from 'node:zlib';
import type { Entry } from './unzip-guarded.ts';

const VERSION = 20;

/** A ZIP in which nothing is packed, so that whoever reads it sees the very bytes that were counted. */
export function storedZip(entries: readonly Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    const facts = factsOf(name, data);
    const head = Buffer.concat([bytes(0x04034b50, 4), facts, Buffer.from(name)]);
    central.push(
      bytes(0x02014b50, 4),
      bytes(VERSION, 2),
      facts,
      Buffer.alloc(10),
      bytes(at, 4),
      Buffer.from(name),
    );
    local.push(head, data);
    at += head.length + data.length;
  }
  const index = Buffer.concat(central);
  const counts = Buffer.concat([bytes(entries.length, 2), bytes(entries.length, 2)]);
  const end = [bytes(0x06054b50, 4), Buffer.alloc(4), counts, bytes(index.length, 4), bytes(at, 4)];
  return Buffer.concat([...local, index, ...end, Buffer.alloc(2)]);
}

/** The part that the local and the central header share, from the version to the length of extra fields. */
function factsOf(name: string, data: Buffer): Buffer {
  return Buffer.concat([
    bytes(VERSION, 2),
    // Names are UTF-8; method 0 is stored; no date.
    bytes(0x0800, 2),
    bytes(0, 2),
    bytes(0, 4),
    bytes(crc32(data), 4),
    bytes(data.length, 4),
    bytes(data.length, 4),
    bytes(Buffer.byteLength(name), 2),
    bytes(0, 2),
  ]);
}

function bytes(value: number, length: 2 | 4): Buffer {
  const buffer = Buffer.alloc(length);
  if (length === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return buffer;
}
