import type { Mailbox } from '../../../contract/mail.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { type Access, demand } from '../access/access.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { type Change, changeNomination } from './change-nomination.ts';
import type { WriteInput } from './input.ts';
import { nominationMail } from './mail-orders.ts';
import { isRevoked, isWithoutLink, unitLinkHash } from './unit-link.ts';

const AT_ONCE = 8;

export interface UnitSender {
  from: Mailbox;
  /** The key that links are derived from. */
  linkKey: string;
}

/** Writes to units: the request with the link to those never written to, a reminder to the others. */
export async function writeToUnits(
  access: Access,
  { units, mark }: WriteInput,
  sender: UnitSender,
): Promise<number> {
  demand(access, 'nominations.edit');
  let written = 0;
  for (let at = 0; at < units.length; at += AT_ONCE) {
    const group = units.slice(at, at + AT_ONCE).map(async (id) => {
      let isNew = false;
      await changeNomination(access, id, (nomination) => {
        const change = mailed(access, nomination, { mark, sender });
        isNew = change !== null;
        return change;
      });
      if (isNew) written += 1;
    });
    await Promise.all(group);
  }
  return written;
}

function mailed(
  { event }: Access,
  nomination: Nomination,
  { mark, sender: { from, linkKey } }: { mark: string; sender: UnitSender },
): Change | null {
  if (nomination.state === 'closed' || isRevoked(nomination)) return null;
  if (nomination.lastMark === mark) return null;
  const kind = nomination.sentAt ? 'reminder' : 'asked';
  const order = nominationMail(kind, mark, { event, nomination, from });
  if (!order) return null;
  return {
    set: {
      ...firstLink(nomination, linkKey),
      ...(nomination.sentAt ? { remindedAt: now() } : { sentAt: now() }),
      lastMark: mark,
    },
    action: kind === 'asked' ? 'audit.nominations.written' : 'audit.nominations.chased',
    effects: [mailEffect(order)],
  };
}

function firstLink(nomination: Nomination, linkKey: string): Partial<Nomination> {
  if (!isWithoutLink(nomination)) return {};
  return { linkRevision: 1, linkHash: unitLinkHash(linkKey, nomination, 1) };
}
