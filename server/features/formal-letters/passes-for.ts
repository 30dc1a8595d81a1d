import type { Conference } from '../../../models/event.ts';
import { holdsPass } from '../invitations/has-pass.ts';
import { passTexts } from '../passes/pass-of.ts';
import type { Addressee } from './addressees.ts';

/** What the passes say that go with letters, by the guest's id: of those who have accepted. */
export async function passesFor(
  event: Conference,
  guests: readonly Addressee[],
  secret: string,
): Promise<ReadonlyMap<string, string>> {
  return passTexts(event, guests.filter(holdsPass), secret);
}
