import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Manifest } from './build-assets.ts';
import { places, servedAt } from './places.ts';

const images = ['favicon.svg', 'mark.svg', 'app-icon-180.png', 'app-icon-192.png', 'app-icon-512.png'];
const manifests = ['site.webmanifest', 'door.webmanifest'];

/** Images, the web manifest and the code reader's WebAssembly, each under a name with its hash. */
export async function copyStatic(): Promise<Manifest> {
  const copied: Manifest = {};
  for (const name of images) copied[name] = await keep(name, await readFile(path.join(places.images, name)));
  for (const name of manifests) copied[name] = await keep(name, await webManifest(name, copied));
  copied['zxing_reader.wasm'] = await keep('zxing_reader.wasm', await readFile(readerWasm()));
  return copied;
}

/** Writes one file under its hashed name and returns the address it is served at. */
export async function keep(name: string, content: Buffer): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  await writeFile(path.join(places.build, `${stem}-${hash}${ext}`), content);
  return `${servedAt}/${stem}-${hash}${ext}`;
}

async function webManifest(name: string, copied: Manifest): Promise<Buffer> {
  const text = await readFile(path.join(places.public, name), 'utf8');
  return Buffer.from(text.replaceAll(/"src": "([^"]+)"/g, (_, name: string) => `"src": "${copied[name]}"`));
}

function readerWasm(): string {
  return createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
}
