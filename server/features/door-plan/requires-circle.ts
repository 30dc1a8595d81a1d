/** Whether a list would, by whatever way round, be open only to those who are in on itself. */
export function requiresCircle(
  lists: readonly { id: string; requires: string }[],
  { id, requires }: { id: string; requires: string },
): boolean {
  const above = new Map(lists.map((list) => [list.id, list.requires]));
  const seen = new Set<string>();
  for (let at = requires; at !== '' && !seen.has(at); at = above.get(at) ?? '') {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
