import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../..');

/** Where assets come from and go to, as absolute paths. */
export const places = {
  project,
  public: path.join(project, 'public'),
  source: path.join(project, 'public/src'),
  locales: path.join(project, 'locales'),
  workers: path.join(project, 'public/workers'),
  css: path.join(project, 'public/css'),
  images: path.join(project, 'public/images'),
  contract: path.join(project, 'contract'),
  build: path.join(project, 'public/build'),
  manifest: path.join(project, 'public/build/manifest.json'),
  packages: path.join(project, 'package-lock.json'),
};

/** The address under which the build folder is served. */
export const servedAt = '/build';
