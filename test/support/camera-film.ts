import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const width = 640;
const height = 480;
const pixelsPerModule = 8;

/** A film for Chromium's fake camera: somebody holds a code before it and never moves. */
export function writeCodeFilm(file: string, text: string): void {
  const modules = encode(text, { ecc: 'M', border: 4 }).data;
  const side = modules.length * pixelsPerModule;
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  const light = Buffer.alloc(width * height, 0x80);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = modules[Math.floor(y / pixelsPerModule)]?.[Math.floor(x / pixelsPerModule)];
      light[(top + y) * width + left + x] = isDark ? 0x10 : 0xeb;
    }
  }
  const colour = Buffer.alloc((width * height) / 2, 0x80);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  writeFileSync(file, Buffer.concat([head, frame, frame]));
}
