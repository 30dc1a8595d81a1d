import { Forbidden } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { profileOfPrinter } from './profile-of-printer.ts';

/** Only a device whose profile says that it prints for the others goes on: a page with a badge shows a code. */
export async function demandStation(access: Access): Promise<Access> {
  const profile = await profileOfPrinter(access);
  if (profile?.badge !== 'serves') throw new Forbidden('badges.no-station');
  return access;
}
