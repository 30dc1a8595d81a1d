import { inflateRawSync } from 'node:zlib';
import { AppError } from '../errors.ts';
import { sheetLimits } from './sheet-limits.ts';

export interface Entry {
  name: string;
  data: Buffer;
}

interface Header {
  name: string;
  method: number;
  isLocked: boolean;
  packed: number;
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Takes a ZIP apart and counts what really comes out of it: the sizes it declares are not believed. Refuses before
 * more than the limit has been inflated.
 */
export function unzipGuarded(file: Buffer): Entry[] {
  const headers = headersOf(file);
  if (headers.length > sheetLimits.entries) throw tooHeavy();
  if (headers.some(({ name }) => leadsOut(name))) throw unreadable();
  if (headers.some(({ isLocked }) => isLocked)) throw new AppError(422, 'imports.file.locked');
  const most = Math.min(
    sheetLimits.inflatedBytes,
    Math.max(sheetLimits.unsuspicious, file.length * sheetLimits.ratio),
  );
  let inflated = 0;
  return headers.map((header) => {
    const data = inflate(file, header, most - inflated);
    inflated += data.length;
    return { name: header.name, data };
  });
}

export function unreadable(): AppError {
  return new AppError(422, 'imports.file.unreadable');
}

export function tooHeavy(): AppError {
  return new AppError(422, 'imports.file.too-heavy');
}

function headersOf(file: Buffer): Header[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const headers: Header[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index > sheetLimits.entries) throw tooHeavy();
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw unreadable();
    const length = file.readUInt16LE(at + 28);
    headers.push({
      name: file.toString('utf8', at + 46, at + 46 + length),
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return headers;
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw unreadable();
}

function leadsOut(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || name.includes('\0');
}

function inflate(file: Buffer, { method, packed, at }: Header, room: number): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw unreadable();
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + packed > file.length) throw unreadable();
  const data = file.subarray(from, from + packed);
  if (method === 0) {
    if (data.length > room) throw tooHeavy();
    return data;
  }
  if (method !== 8) throw unreadable();
  if (room <= 0) throw tooHeavy();
  try {
    return inflateRawSync(data, { maxOutputLength: room });
  } catch (error) {
    throw error instanceof RangeError ? tooHeavy() : unreadable();
  }
}
