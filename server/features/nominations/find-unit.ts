import { inLocale } from '../../../contract/localised.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import type { Access } from '../access/access.ts';
import { isLinkExpired } from '../invitations/reply-state.ts';
import { isUnitToken } from './unit-link.ts';

/** The holder of a unit's link: the event as the unit sees it, and the unit's own list. */
export interface Naming {
  access: Access;
  nomination: Nomination;
}

/** Whose link this is; null for links that never were, were replaced, or whose time is over. */
export async function findUnit(token: string): Promise<Naming | null> {
  if (!isUnitToken(token)) return null;
  const nomination = await Nominations.findOne({ linkHash: hashToken(token) }).lean<Nomination>();
  const event = nomination && (await Events.findById(nomination.event).lean<Conference>());
  if (!nomination || !event || isLinkExpired(event, now())) return null;
  return { access: unitAccess(event, nomination), nomination };
}

function unitAccess(event: Conference, { _id, secretary, name }: Nomination): Access {
  const called = secretary.name || inLocale(name, 'vi');
  return { actor: { kind: 'secretary', id: String(_id), name: called }, event, role: 'unit' };
}
