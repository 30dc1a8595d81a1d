/** What somebody did at a door with one guest, on one list. Facts are added and never changed; all else follows. */
export type ScanFact = EntryFact | ExitFact | CompanionFact | UndoFact;

interface Fact {
  /** Made by the device, by chance, once: it stays through every retry. */
  id: string;
  /** When it happened, in milliseconds: by the device's clock as corrected at its last contact. */
  at: number;
  /** The device, and its own count of what it did; '' and 0 for people in the office and programs. */
  device: string;
  seq: number;
}

export interface EntryFact extends Fact {
  kind: 'entry';
  /** Somebody decided it on purpose, knowing what came before: "admit anyway". It contradicts nothing. */
  override: boolean;
}

export interface ExitFact extends Fact {
  kind: 'exit';
}

/** Somebody who comes along with the guest was let in. */
export interface CompanionFact extends Fact {
  kind: 'companion';
  /** Which of those the guest named: 0 for the first. */
  place: number;
}

/** Takes back an entry, an exit or a companion. It may become known before what it takes back. */
export interface UndoFact extends Fact {
  kind: 'undo';
  target: string;
}

export const passageKinds = ['entry', 'exit', 'companion', 'undo'] as const;
export const passageMethods = ['scan', 'typed', 'search', 'api', 'simulated'] as const;
