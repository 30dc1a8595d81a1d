import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const quietZone = 4;

/** A QR code of level M as one path: black on white even on dark pages, because scanners need it so. */
export function qrSvg(text: string): string {
  const modules = modulesOf(text);
  const size = modules.length;
  const path = modules.map((row, y) => rowPath(row, y)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
  );
}

/** The same code as a PNG of one bit per pixel, small enough to travel inside a mail. */
export function qrPng(text: string, pixelsPerModule: number): Buffer {
  if (!Number.isInteger(pixelsPerModule) || pixelsPerModule < 1 || pixelsPerModule > 64) {
    throw new RangeError('pixelsPerModule must be a whole number from 1 to 64');
  }
  const modules = modulesOf(text);
  const width = modules.length * pixelsPerModule;
  const lines = modules.flatMap((row) => Array<Buffer>(pixelsPerModule).fill(scanLine(row, pixelsPerModule)));

  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header(width)),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function modulesOf(text: string): boolean[][] {
  return encode(text, { ecc: 'M', boostEcc: false, border: quietZone }).data;
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
}

/** One filter byte, then the pixels of a row, eight to a byte; a set bit is white. */
function scanLine(row: readonly boolean[], scale: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((row.length * scale) / 8));
  for (let pixel = 0; pixel < row.length * scale; pixel += 1) {
    if (row[Math.floor(pixel / scale)] === true) continue;
    const at = 1 + (pixel >> 3);
    line[at] = (line[at] ?? 0) | (0x80 >> (pixel & 7));
  }
  return line;
}

function header(width: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(width, 4);
  data.writeUInt8(1, 8); // one bit per pixel, greyscale, no interlacing
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
