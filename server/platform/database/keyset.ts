/** A list in the order of an index: the fields that are compared, one after the other, ending with `_id`. */
export interface Order {
  keys: Readonly<Record<string, KeyKind>>;
  direction: 1 | -1;
}

type KeyKind = 'text' | 'moment' | 'id';

/** A place between two rows: the keys of a row, and on which side of it to read on. */
export interface Place {
  way: 'after' | 'before';
  keys: readonly string[];
}

export interface KeysetPage<T> {
  rows: T[];
  /** Addresses of the neighbouring pages as `readPlace` reads them; empty at the ends. */
  previous: string;
  next: string;
}

/** What to ask the database for: conditions to combine with the others, the sort, and how many. */
export interface Reading {
  conditions: object[];
  sort: Record<string, 1 | -1>;
  limit: number;
}

/**
 * Reads one page of a list from where its neighbour ended, so that every page costs the same and none repeats or
 * skips a row when others are added meanwhile.
 */
export async function keysetPage<T extends object>(
  order: Order,
  given: { place: Place | null; size: number },
  read: (reading: Reading) => Promise<T[]>,
): Promise<KeysetPage<T>> {
  const { place, size } = given;
  const back = place?.way === 'before';
  const direction = back ? opposite(order.direction) : order.direction;
  const found = await read({
    conditions: place ? conditionsBeyond(Object.keys(order.keys), place.keys, direction) : [],
    sort: Object.fromEntries(Object.keys(order.keys).map((key) => [key, direction])),
    limit: size + 1,
  });
  const more = found.length > size;
  const rows = back ? found.slice(0, size).toReversed() : found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (back ? more : place) ? writePlace('before', keysOf(order, first)) : '',
    next: last && (back || more) ? writePlace('after', keysOf(order, last)) : '',
  };
}

/** The same list from its beginning to its end, the rows of one page after the other. */
export async function* everyPage<T>(read: (after: string) => Promise<KeysetPage<T>>): AsyncGenerator<T[]> {
  let after = '';
  do {
    const { rows, next } = await read(after);
    yield rows;
    after = next;
  } while (after !== '');
}

/** A place from an address; null when it is not one of ours, and the list starts at its beginning. */
export function readPlace(text: string, order: Order): Place | null {
  const keys = text === '' ? null : readJson(Buffer.from(text, 'base64url').toString());
  if (!Array.isArray(keys)) return null;
  const [way, ...rest] = keys.map(String);
  const kinds = Object.values(order.keys);
  const fits = rest.length === kinds.length && kinds.every((kind, index) => isKey[kind](rest[index] ?? ''));
  return fits && (way === 'after' || way === 'before') ? { way, keys: rest } : null;
}

const isKey: Readonly<Record<KeyKind, (text: string) => boolean>> = {
  text: () => true,
  moment: (text) => !Number.isNaN(Date.parse(text)),
  id: (text) => /^[0-9a-f]{24}$/.test(text),
};

function writePlace(way: Place['way'], keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([way, ...keys])).toString('base64url');
}

// The bound on the first key is what an index can jump to; the alternatives settle ties behind it.
function conditionsBeyond(keys: readonly string[], place: readonly string[], direction: 1 | -1): object[] {
  const [from, past] = direction === 1 ? ['$gte', '$gt'] : ['$lte', '$lt'];
  const first = { [keys[0] ?? '_id']: { [from]: place[0] } };
  const alternatives = keys.map((key, index) => ({
    ...Object.fromEntries(keys.slice(0, index).map((earlier, at) => [earlier, place[at]])),
    [key]: { [past]: place[index] },
  }));
  return [first, { $or: alternatives }];
}

function keysOf({ keys }: Order, row: object): string[] {
  return Object.keys(keys).map((key) => textOf(Reflect.get(row, key)));
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function opposite(direction: 1 | -1): 1 | -1 {
  return direction === 1 ? -1 : 1;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
