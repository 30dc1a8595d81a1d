import { Resolver } from 'node:dns/promises';

/** The answers of the domain name system. An empty list means that there is no such record. */
export interface NameServer {
  txt(name: string): Promise<string[]>;
  mx(name: string): Promise<string[]>;
  addresses(name: string): Promise<string[]>;
  /** The names of an address. */
  names(address: string): Promise<string[]>;
}

/** Nobody answered, so nothing is known. */
export class NameServerSilent extends Error {}

const nothing = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN']);

/** Asks the server given, or the one of the system. */
export function nameServer(address: string | null): NameServer {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  if (address !== null) resolver.setServers([address]);
  return {
    txt: async (name) => (await ask(() => resolver.resolveTxt(name))).map((pieces) => pieces.join('')),
    mx: async (name) => {
      const records = await ask(() => resolver.resolveMx(name));
      return records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
    },
    addresses: async (name) => {
      const both = await Promise.all([
        ask(() => resolver.resolve4(name)),
        ask(() => resolver.resolve6(name)),
      ]);
      return both.flat();
    },
    names: (at) => ask(() => resolver.reverse(at)),
  };
}

async function ask<T>(question: () => Promise<T[]>): Promise<T[]> {
  try {
    return await question();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (nothing.has(code)) return [];
    throw new NameServerSilent(code);
  }
}
