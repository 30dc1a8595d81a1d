import { isDeepStrictEqual } from 'node:util';

/** Something stored that is not what the facts say. */
export interface Difference {
  /** The same difference is found again under the same key. */
  key: string;
  /** For the person at the terminal; ids and names of fields, never names of people. */
  line: string;
  /** Null where a person has to decide. */
  mend: (() => Promise<unknown>) | null;
}

/** Looks at one kind of derived data. Writes nothing. */
export interface Check {
  about: string;
  find(): Promise<Difference[]>;
}

interface Stored {
  collection: string;
  id: unknown;
}

/** One difference for all fields of a document that are not what was computed, or none. */
export function compared<T extends object>(
  { collection, id }: Stored,
  stored: T,
  computed: Partial<T>,
  mend: (fields: Partial<T>) => Promise<unknown>,
): Difference[] {
  const wrong = Object.keys(computed).filter(
    (field) => !isDeepStrictEqual(valueOf(stored, field), valueOf(computed, field)),
  );
  if (wrong.length === 0) return [];
  return [
    {
      key: `${collection}/${String(id)}/${wrong.join('+')}`,
      line: `${collection} ${String(id)}: ${wrong.join(', ')} differ from the facts`,
      mend: () => mend(computed),
    },
  ];
}

function valueOf(from: object, field: string): unknown {
  return Object.getOwnPropertyDescriptor(from, field)?.value ?? null;
}
