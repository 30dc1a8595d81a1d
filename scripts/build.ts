import { buildAssets } from './assets/build-assets.ts';

/** `npm run build [-- --plain] [--watch]`: makes `public/build` from the browser's sources. */
const args = process.argv.slice(2);
const started = performance.now();
const manifest = await buildAssets({ minify: !args.includes('--plain'), watch: args.includes('--watch') });
console.log(`Built ${Object.keys(manifest).length} assets in ${Math.round(performance.now() - started)} ms`);
