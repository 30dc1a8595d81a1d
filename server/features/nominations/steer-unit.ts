import type { Nomination } from '../../../models/nomination.ts';
import { type Access, demand } from '../access/access.ts';
import { changeNomination } from './change-nomination.ts';
import type { StepInput } from './input.ts';
import { unitLinkHash } from './unit-link.ts';

/** Closes a list or opens it again, takes its link away or gives it another one. */
export async function steerUnit(
  access: Access,
  id: string,
  { step, linkKey }: StepInput & { linkKey: string },
): Promise<Nomination> {
  demand(access, 'nominations.edit');
  return changeNomination(access, id, (nomination) => {
    switch (step) {
      case 'close':
        return nomination.state === 'closed'
          ? null
          : { set: { state: 'closed' }, action: 'audit.nominations.closed' };
      case 'reopen':
        return nomination.state === 'open'
          ? null
          : { set: { state: 'open' }, action: 'audit.nominations.reopened' };
      case 'revoke':
        return nomination.linkHash === ''
          ? null
          : { set: { linkHash: '' }, action: 'audit.nominations.link-revoked' };
      case 'renew':
        return { set: anotherLink(nomination, linkKey), action: 'audit.nominations.link-renewed' };
    }
  });
}

function anotherLink(nomination: Nomination, linkKey: string): Partial<Nomination> {
  const linkRevision = nomination.linkRevision + 1;
  return { linkRevision, linkHash: unitLinkHash(linkKey, nomination, linkRevision) };
}
