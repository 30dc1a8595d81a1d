interface Shared<T> {
  version: string;
  result: Promise<T>;
}

export interface Sharing<Of> {
  /** What is read about: the same key means the same answer. */
  key: (of: Of) => string;
  /** Changes with every news that may change the answer. */
  version: (of: Of) => string;
  /** Milliseconds after which it is read again even without news. */
  longest: number;
}

/**
 * One piece of news makes all viewers ask the same thing at once. They get one reading: as long as it is young and
 * nothing was told since it began. The result belongs to all of them and must not be changed.
 */
export function shareReading<Of, T>(
  read: (of: Of) => Promise<T>,
  { key, version, longest }: Sharing<Of>,
): (of: Of) => Promise<T> {
  const shared = new Map<string, Shared<T>>();

  function begin(of: Of): Promise<T> {
    const name = key(of);
    const reading: Shared<T> = { version: version(of), result: read(of) };
    const forget = (): void => {
      if (shared.get(name) === reading) shared.delete(name);
    };
    shared.set(name, reading);
    reading.result.catch(forget);
    setTimeout(forget, longest).unref();
    return reading.result;
  }

  return (of) => {
    const found = shared.get(key(of));
    return found?.version === version(of) ? found.result : begin(of);
  };
}
