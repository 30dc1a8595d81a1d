import type { LetterKind, WaveChannel } from '../../../contract/letters.ts';
import type { Conference } from '../../../models/event.ts';
import type { Selection } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';
import { rulesOf } from './kinds.ts';
import { awaitedStandings, type GuestFilter, meantBy } from './selection.ts';

/** What decides who gets a letter. */
export interface Addressing {
  kind: LetterKind;
  channel: WaveChannel;
  selection: Selection;
}

const QUIET_HOURS = 20;

/** Those of the people meant who get the letter. Nobody is invited twice, nobody is reminded twice within a day. */
export async function addresseesOf(event: Conference, addressing: Addressing): Promise<GuestFilter> {
  const meant = await meantBy(event, addressing.selection);
  const reachable = addressing.channel === 'mail' ? [hasAddress] : [];
  return { $and: [meant, due(addressing.kind), ...reachable] };
}

/** Their own address, or a secretary's who takes their mail. */
const hasAddress: GuestFilter & Record<string, unknown> = {
  $or: [{ email: { $gt: '' } }, { 'secretary.email': { $gt: '' }, 'secretary.mail': { $ne: 'none' } }],
};

/** Who stands where this kind of letter makes sense. */
export function due(kind: LetterKind): GuestFilter {
  const standing = { standing: { $in: rulesOf(kind).standings } };
  switch (kind) {
    case 'invitation':
      // Whose entry was taken out of the calendar is invited afresh.
      return { $or: [standing, { ...awaited, ...withdrawn }] };
    case 'reminder':
      return {
        ...standing,
        ...stillInvited,
        $or: [{ ...neverReminded }, { ...remindedBefore(quietSince()) }],
      };
    case 'programme-changed':
    case 'update':
    case 'cancellation':
      return { ...standing, ...stillInvited };
    case 'withdrawal':
      return { ...standing, ...stillInvited, 'invitation.sentAt': { $gt: new Date(0) } };
    case 'save-the-date':
    case 'pass':
    case 'thank-you':
    case 'announcement':
      return standing;
  }
}

const awaited = { standing: { $in: awaitedStandings } };
const withdrawn = { 'invitation.withdrawnAt': { $gt: new Date(0) } };
const stillInvited = { 'invitation.withdrawnAt': null };
const neverReminded = { 'invitation.remindedAt': null };

function remindedBefore(moment: Date): GuestFilter {
  return { 'invitation.remindedAt': { $lte: moment } };
}

/** Whoever was reminded after this moment is left in peace. */
export function quietSince(): Date {
  return new Date(now().getTime() - QUIET_HOURS * 60 * 60 * 1000);
}
