import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const width = 640;
const height = 480;
const pixelsPerModule = 8;

/** A film for Chromium's fake camera: somebody holds a code before it and never moves. */
export function writeCodeFilm(file: string, text: string): void {
  writeFilm(file, [frameWith(text)]);
}

/** A queue of people: each holds a code before the camera for so many tenths of a second, then nobody for a while. */
export function writeQueueFilm(file: string, texts: readonly string[], tenths: number): void {
  writeFilm(
    file,
    texts.flatMap((text) => [
      ...Array<Buffer>(tenths).fill(frameWith(text)),
      ...Array<Buffer>(tenths).fill(frame(Buffer.alloc(width * height, 0x80))),
    ]),
  );
}

function frameWith(text: string): Buffer {
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
  return frame(light);
}

function frame(light: Buffer): Buffer {
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 0x80)]);
}

function writeFilm(file: string, frames: readonly Buffer[]): void {
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  // A single frame is no film to Chromium.
  writeFileSync(file, Buffer.concat([head, ...frames, ...(frames.length === 1 ? frames : [])]));
}
