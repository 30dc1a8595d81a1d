export type Presence = 'present' | 'absent' | 'represented' | 'unknown';

interface Arriving {
  arrivedAt: Date | null;
}

/** Somebody who is not on the list is not known to be here or not; a representative counts when in the hall. */
export function presenceOf(person: Arriving | null, representedBy: Arriving | null): Presence {
  if (person?.arrivedAt) return 'present';
  if (representedBy?.arrivedAt) return 'represented';
  return person || representedBy ? 'absent' : 'unknown';
}

/** How each looks, wherever it is shown. */
export const presenceLooks = {
  present: { tone: 'present', icon: 'circle-check' },
  represented: { tone: 'attention', icon: 'arrow-right-left' },
  absent: { tone: 'refused', icon: 'circle-x' },
  unknown: { tone: '', icon: 'circle-dashed' },
} as const satisfies Record<Presence, { tone: string; icon: string }>;
