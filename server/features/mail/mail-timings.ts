/** How long things take before something else is tried, in milliseconds. */
export interface MailTimings {
  /** After a worker's last sign of life its mail is free again. */
  leaseMs: number;
  /** After the first failed attempt, the second, …; the last one repeats. */
  pauses: readonly number[];
  /** Before a mail that may have arrived is sent once more: time for a report or an answer to come in. */
  uncertainMs: number;
}

const minute = 60_000;

export const usualTimings: MailTimings = {
  leaseMs: minute,
  pauses: [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * minute),
  uncertainMs: 15 * minute,
};
