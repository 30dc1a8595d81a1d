import { randomUUID } from 'node:crypto';
import type { PrintJob } from '../../../models/print-job.ts';
import { now } from '../../platform/clock.ts';

/** A print dialogue that waits for somebody may take this long. */
export const LEASE_MS = 120_000;

/** Whose a job is, and how long. */
export type Lease = Pick<PrintJob, 'state' | 'station' | 'designRev' | 'token' | 'leaseUntil'>;

export function leased(station: string, designRev: number, token: string = randomUUID()): Lease {
  const leaseUntil = new Date(now().getTime() + LEASE_MS);
  return { state: 'printing', station, designRev, token, leaseUntil };
}
