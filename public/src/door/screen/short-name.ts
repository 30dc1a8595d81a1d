/** What no name of a person has, and names of units do: "Phòng 3 – KHTC & KT". */
const UNIT_MARKS = /[\p{Nd}&+/‒–—]|(?:^|\s)-|-(?:\s|$)/u;

/** "N. V. An" of Nguyễn Văn An: enough to know oneself by, too little for whoever looks on. Units stay whole. */
export function shortName(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  if (UNIT_MARKS.test(name)) return words.join(' ');
  const last = words.pop() ?? '';
  return [...words.map((word) => `${word.charAt(0)}.`), last].join('\u00A0');
}
