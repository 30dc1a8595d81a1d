import { randomBytes } from 'node:crypto';

/**
 * A UID for an entry in a guest's calendar, in the domain of this address. Nobody can guess it, because whoever knows
 * it may answer by calendar.
 */
export function calendarId(address: string): string {
  return `${randomBytes(16).toString('hex')}${address.slice(address.lastIndexOf('@'))}`;
}
