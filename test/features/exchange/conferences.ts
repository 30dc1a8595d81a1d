import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../server/fixtures/conferences/', import.meta.url);

export interface Fixture {
  name: string;
  text: string;
}

/** The five conferences that come with Rostrum. */
export function conferences(): Fixture[] {
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

export function conference(slug: string): string {
  return readFileSync(new URL(`${slug}.json`, folder), 'utf8');
}
