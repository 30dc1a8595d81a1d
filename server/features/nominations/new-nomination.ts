import { Types } from 'mongoose';
import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Nomination, UnitSecretary } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { unitKeyOf } from './unit-key.ts';
import { unitLinkHash } from './unit-link.ts';

/** A unit about to be asked. */
export interface UnitDraft {
  organisation: Types.ObjectId | null;
  name: Localised;
  quota: number;
  secretary: UnitSecretary;
}

export type Terms = Pick<
  Nomination,
  'category' | 'side' | 'position' | 'note' | 'deadline' | 'locale' | 'asDelegation'
>;

/** What a unit is asked for, with a link of its own and the audit entry of having been asked. */
export function newNomination(access: Access, unit: UnitDraft, terms: Terms, linkKey: string): Nomination {
  const { event, actor } = access;
  const _id = new Types.ObjectId();
  const at = now();
  const name = inLocale(unit.name, 'vi');
  return {
    ...terms,
    ...unit,
    _id,
    event: event._id,
    unitKey: unitKeyOf({ organisation: unit.organisation, name }),
    linkRevision: 1,
    linkHash: unitLinkHash(linkKey, { _id }, 1),
    nominees: [],
    state: 'open',
    submittedAt: null,
    sentAt: null,
    remindedAt: null,
    lastMark: '',
    activeAt: null,
    sortKey: sortKeyInOrder(name),
    rev: 1,
    createdAt: at,
    updatedAt: at,
    effects: [
      audit(actor, {
        action: 'audit.nominations.asked',
        event: event._id,
        subject: { kind: 'nomination', id: String(_id) },
        params: { unit: name, quota: unit.quota },
      }),
    ],
  };
}

/** The last minute of this day where the event takes place. */
export function endOfDay(timeZone: string, day: string): Date {
  return instantIn(timeZone, `${day}T23:59`);
}
