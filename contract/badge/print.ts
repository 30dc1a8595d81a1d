/** Why a badge is printed: somebody came in, theirs was lost or is wrong, or the office prepares it. */
export const printReasons = ['admission', 'reprint', 'office'] as const;
export type PrintReason = (typeof printReasons)[number];

export const printStates = ['waiting', 'printing', 'printed', 'failed'] as const;
export type PrintState = (typeof printStates)[number];

/** What a print station gets to print. */
export interface PrintTask {
  job: string;
  /** Proves that the job is this station's. */
  token: string;
  /** The page with the badge alone. */
  address: string;
  name: string;
  copy: number;
}

/** What a device that prints by itself gets; null when there is nothing to print. */
export interface BadgeHere {
  task: { job: string; token: string; /** The page with the badge alone, as markup. */ page: string } | null;
}

/** What an enrolled device that is a print station gets to print; null when nothing waits. */
export interface StationClaim {
  task: { job: string; token: string; page: string; name: string } | null;
}

/** One line of the queue, as a device puts it into words. */
export interface StationJob {
  job: string;
  name: string;
  /** When it was asked for, or ended. */
  at: number;
  copy: number;
  /** The station that has it or had it; else who asked. */
  station: string;
  by: string;
  /** Of the next copy, should one be wanted. */
  copyId: string;
}

export const stationLists = ['unsure', 'failed', 'printing', 'waiting', 'printed'] as const;
export type StationList = (typeof stationLists)[number];

export interface StationQueue {
  waitingCount: number;
  counts: { printed: number; again: number };
  lists: Readonly<Record<StationList, readonly StationJob[]>>;
}

/** It came out of the printer after all; it did not; nobody needs it any more; another copy. */
export const printDecisions = ['printed', 'retry', 'drop', 'again'] as const;
export type PrintDecision = (typeof printDecisions)[number];

export function isPrintDecision(text: unknown): text is PrintDecision {
  return printDecisions.some((decision) => decision === text);
}
