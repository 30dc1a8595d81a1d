import { type Suppression, Suppressions } from '../../../models/suppression.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit } from '../audit/audit.ts';

/** Takes an address off the stop list, because somebody knows better. Returns what can be shown of it. */
export async function liftSuppression({ actor }: OfficeAccess, id: string): Promise<string> {
  const entry = await Suppressions.findOne({ _id: id, liftedAt: null }, { hint: 1 }).lean<Suppression>();
  if (!entry) throw new Refused('stop-list.gone');
  const { matchedCount } = await Suppressions.updateOne(
    { _id: id, liftedAt: null },
    {
      $set: { liftedAt: now() },
      $push: {
        effects: audit(actor, {
          action: 'audit.mail.lifted',
          subject: { kind: 'suppression', id },
          params: { hint: entry.hint },
        }),
      },
    },
  );
  if (matchedCount === 0) throw new Refused('stop-list.gone');
  settle(Suppressions, id);
  return entry.hint;
}
