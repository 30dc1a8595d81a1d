import { mkdir, rename, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
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
    const [{ metafile }] = await Promise.all([build(options(minify)), build(workerOptions(minify))]);
    return writeManifest(copied, metafile);
  }
  await build(workerOptions(minify));
  const watching = await context({ ...options(minify), plugins: [manifestAfterEach(copied)] });
  await watching.watch();
  return copied;
}

const workers = ['public/workers/door-worker.ts', 'public/workers/pass-worker.ts'];

function options(minify: boolean): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: places.project,
    entryPoints: [
      'public/src/main.ts',
      'public/src/theme.ts',
      'public/src/read-codes.ts',
      'public/src/door.ts',
      'public/css/door-app.css',
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
    define: { ROSTRUM_VERSION: JSON.stringify(manifest.version) },
    legalComments: 'none',
    logLevel: 'warning',
  };
}

/** Under a name that stays: browsers look there for a new version of it. */
function workerOptions(minify: boolean): BuildOptions {
  return {
    absWorkingDir: places.project,
    entryPoints: workers,
    outdir: places.build,
    bundle: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    minify,
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
  const manifest: Manifest = {
    ...copied,
    ...bundled(metafile),
    'door-files': filesOf('public/src/door.ts', metafile),
  };
  const draft = `${places.manifest}.${process.pid}`;
  await writeFile(draft, JSON.stringify(manifest, null, 2));
  await rename(draft, places.manifest);
  const lasting = workers.map((file) => path.basename(file).replace(/ts$/, 'js'));
  await removeLeftovers([...Object.values(manifest), ...Object.keys(metafile.outputs), ...lasting]);
  return manifest;
}

/** Every script that an entry may come to load, with the fonts of its page, separated by blanks. */
function filesOf(entry: string, { outputs }: Metafile): string {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const each of outputs[file]?.imports ?? []) if (!each.external) visit(each.path);
  };
  for (const [file, { entryPoint }] of Object.entries(outputs)) if (entryPoint === entry) visit(file);
  const fonts = Object.keys(outputs).filter((file) => fontName(file)?.startsWith('inter-'));
  return [...found, ...fonts].map((file) => `${servedAt}/${path.basename(file)}`).join(' ');
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
