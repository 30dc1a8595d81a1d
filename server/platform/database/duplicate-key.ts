/**
 * True when a unique index refused a write. `indexOrField` narrows it to one index: its name, or a field that is
 * part of its key.
 */
export function isDuplicateKey(error: unknown, indexOrField?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11000) return false;
  if (indexOrField === undefined) return true;
  return keyOf(error).includes(indexOrField) || indexNameOf(error) === indexOrField;
}

/** A bulk write keeps only the message, which ends in `index: NAME dup key: { FIELD: value, … }`. */
function keyOf(error: Error): string[] {
  const pattern = 'keyPattern' in error ? error.keyPattern : undefined;
  if (typeof pattern === 'object' && pattern !== null) return Object.keys(pattern);
  return (indexNameOf(error) ?? '').split(/_-?1(?:_|$)/).filter(Boolean);
}

function indexNameOf(error: Error): string | undefined {
  return /index: (\S+) dup key/.exec(error.message)?.[1];
}
