import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from './build-assets.ts';
import { keep } from './copy-static.ts';
import { places } from './places.ts';

const folder = path.join(places.images, 'icons');

/** All icons as the symbols of one SVG; strokes are left to the stylesheet. */
export async function iconSprite(): Promise<Manifest> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.svg')).toSorted();
  const symbols = await Promise.all([...files.map((file) => symbol(path.join(folder, file))), mark()]);
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
  return { 'icons.svg': await keep('icons.svg', Buffer.from(sprite)) };
}

function mark(): Promise<string> {
  return symbol(path.join(places.images, 'mark.svg'));
}

async function symbol(file: string): Promise<string> {
  const svg = await readFile(file, 'utf8');
  const drawing = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg.replaceAll(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (drawing === undefined) throw new Error(`${file} is not a drawing`);
  return `<symbol id="${path.parse(file).name}" viewBox="0 0 24 24">${drawing.replaceAll(/\s*\n\s*/g, '')}</symbol>`;
}
