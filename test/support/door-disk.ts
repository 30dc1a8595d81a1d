import type { Page } from 'playwright-core';

export type DoorRecords = 'identity' | 'queue' | 'list' | 'notes';

/** How many records lie in this store of the device's browser. */
export function countOf(page: Page, name: DoorRecords): Promise<number> {
  return page.evaluate(countIn, name);
}

async function countIn(name: string): Promise<number> {
  const store = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('rostrum-door');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const counting = store.transaction(name).objectStore(name).count();
  const count = await new Promise<number>((resolve) => {
    counting.addEventListener('success', () => resolve(counting.result));
  });
  store.close();
  return count;
}

/** Puts a record there that nobody has sealed. */
export async function spoil(page: Page, name: 'queue' | 'list'): Promise<void> {
  await page.evaluate(spoilIn, name);
}

async function spoilIn(name: string): Promise<void> {
  const store = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('rostrum-door');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const spoiling = store.transaction(name, 'readwrite');
  spoiling.objectStore(name).add({ iv: new Uint8Array(12), data: new ArrayBuffer(40) }, 700);
  await new Promise((resolve) => spoiling.addEventListener('complete', resolve));
  store.close();
}
