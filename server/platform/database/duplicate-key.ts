/**
 * True when a unique index refused a write. `indexOrField` narrows it to one index: its name, or a field that is
 * part of its key.
 */
export function isDuplicateKey(error: unknown, indexOrField?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11000) return false;
  if (indexOrField === undefined) return true;
  return keyOf(error).includes(indexOrField) || indexNameOf(error) === indexOrField;
}

function keyOf(error: Error): string[] {
  const pattern = 'keyPattern' in error ? error.keyPattern : undefined;
  return typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : [];
}

function indexNameOf(error: Error): string | undefined {
  return /index: (\S+) dup key/.exec(error.message)?.[1];
}
