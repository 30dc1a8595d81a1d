import { mkdir, rename, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import path from 'node:path';
import { copyStatic } from './copy-static.ts';
import { iconSprite } from './icon-sprite.ts';
import { places, servedAt } from './places.ts';
import { removeLeftovers } from './remove-leftovers.ts';

/** Plain asset name → address with the content hash in it. */
export type Manifest = Record<string, string>;

export interface BuildChoice {
  minify: boolean;
  /** Keep running and build again whenever a source changes. */
  watch?: boolean;
}

/** Bundles the browser modules and styles, copies what is served as it is, and writes the manifest last. */
export async function buildAssets({ minify, watch = false }: BuildChoice): Promise<Manifest> {
  await mkdir(places.build, { recursive: true });
  const copied = { ...(await copyStatic()), ...(await iconSprite()) };
  if (!watch) {
    const { metafile } = await build(options(minify));
    return writeManifest(copied, metafile);
  }
  const watching = await context({ ...options(minify), plugins: [manifestAfterEach(copied)] });
  await watching.watch();
  return copied;
}

function options(minify: boolean): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: places.project,
    entryPoints: [
      'public/src/main.ts',
      'public/src/theme.ts',
      'public/src/read-codes.ts',
      'public/css/site.css',
      'public/css/hall.css',
    ],
    outdir: places.build,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    minify,
    sourcemap: !minify,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  };
}

function manifestAfterEach(copied: Manifest): Plugin {
  return {
    name: 'manifest',
    setup(build): void {
      build.onEnd(async ({ metafile }) => {
        if (metafile) await writeManifest(copied, metafile);
      });
    },
  };
}

async function writeManifest(copied: Manifest, metafile: Metafile): Promise<Manifest> {
  const manifest: Manifest = { ...copied, ...bundled(metafile) };
  const draft = `${places.manifest}.${process.pid}`;
  await writeFile(draft, JSON.stringify(manifest, null, 2));
  await rename(draft, places.manifest);
  await removeLeftovers([...Object.values(manifest), ...Object.keys(metafile.outputs)]);
  return manifest;
}

/** Entry points under their own names, fonts under theirs so that a layout can preload them. */
function bundled(metafile: Metafile): Manifest {
  const manifest: Manifest = {};
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const name = output.entryPoint ? path.basename(file) : fontName(file);
    if (name) manifest[name.replace(/-[A-Z0-9]{8}(?=\.)/, '')] = `${servedAt}/${path.basename(file)}`;
  }
  return manifest;
}

function fontName(file: string): string | undefined {
  return file.endsWith('.woff2') ? path.basename(file) : undefined;
}
