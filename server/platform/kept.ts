/** What is read again and again, up to a number of things: the one that was not asked for longest makes room. */
export function kept<V>(most: number): {
  get: (key: string) => V | undefined;
  set: (key: string, value: V) => V;
} {
  const values = new Map<string, V>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
      return value;
    },
  };
}
