import type { Sealed } from './store.ts';

const IV_BYTES = 12;

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

interface Unsealed<T> {
  read: T[];
  /** As it lies on the disk. */
  unreadable: unknown[];
}

/** What was sealed by this browser, as the caller knows it; what cannot be read is left aside. */
export async function unsealAll<T>(key: CryptoKey, kept: readonly unknown[]): Promise<Unsealed<T>> {
  const values = await Promise.all(kept.map((each) => unseal<T>(key, each)));
  return {
    read: values.flatMap((value) => (value === null ? [] : [value])),
    unreadable: kept.filter((_, place) => values[place] === null),
  };
}

async function unseal<T>(key: CryptoKey, kept: unknown): Promise<T | null> {
  if (!isSealed(kept)) return null;
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.data);
    // Only this browser could have written it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function isSealed(kept: unknown): kept is Sealed {
  if (typeof kept !== 'object' || kept === null || !('iv' in kept) || !('data' in kept)) return false;
  return kept.iv instanceof Uint8Array && kept.data instanceof ArrayBuffer;
}
