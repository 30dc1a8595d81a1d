import { pathToFileURL } from 'node:url';
import { buildAssets } from './assets/build-assets.ts';

/** Kept here under its own name so that the rest of the project imports the build from one place. */
export { buildAssets } from './assets/build-assets.ts';
export { ensureAssets, readManifest } from './assets/ensure-assets.ts';

async function run(args: readonly string[]): Promise<void> {
  const started = performance.now();
  const manifest = await buildAssets({ minify: !args.includes('--plain'), watch: args.includes('--watch') });
  const names = Object.keys(manifest).length;
  console.log(`Built ${names} assets in ${Math.round(performance.now() - started)} ms`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(process.argv.slice(2));
}
