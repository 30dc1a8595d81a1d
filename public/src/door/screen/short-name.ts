/** "N. V. An" of Nguyễn Văn An: enough to know oneself by, too little for whoever looks on. */
export function shortName(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.pop() ?? '';
  return [...words.map((word) => `${word.charAt(0)}.`), last].join('\u00A0');
}
