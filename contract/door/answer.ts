/** How the answer to a scan looks and sounds. */
export const doorTones = ['welcome', 'already', 'refused', 'attention'] as const;
export type DoorTone = (typeof doorTones)[number];

/** The answer to a scan as a door shows it, in the language of the door. Empty texts are not shown. */
export interface DoorAnswer {
  scanId: string;
  tone: DoorTone;
  icon: string;
  word: string;
  name: string;
  detail: string;
  seat: string;
  note: string;
  /** The time of day, as it is written in the event's zone. */
  clock: string;
  /** What takes the admission back, while it stands. */
  undo: { guest: string; scanId: string; undoId: string } | null;
}
