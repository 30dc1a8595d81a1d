import type { ParsedMail } from '../../platform/mail-parser/parsed-mail.ts';
import { addressesIn } from '../inbound/raw-header.ts';
import { type Authentication, authenticationOf } from './authentication.ts';

/**
 * How far a reply that names an invitation is believed. A: the invited address, proved by our own server. B: the
 * invited address, nothing proved. C: another address, or one that was proved to be forged.
 */
export interface Trust {
  level: 'A' | 'B' | 'C';
  /** Why not more; null for A and B. */
  doubt: 'other-sender' | 'not-authentic' | null;
}

export function trustIn(
  mail: Pick<ParsedMail, 'from' | 'headers'>,
  { invited, authservId }: { invited: string; authservId: string | null },
): Trust {
  const from = mail.from?.address.toLowerCase() ?? '';
  if (from === '' || from !== invited.trim().toLowerCase() || hasSeveralSenders(mail))
    return { level: 'C', doubt: 'other-sender' };
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return levelOf(authenticationOf(mail.headers.get('authentication-results') ?? [], { authservId, domain }));
}

function levelOf(authentication: Authentication): Trust {
  switch (authentication) {
    case 'pass':
      return { level: 'A', doubt: null };
    case 'none':
      return { level: 'B', doubt: null };
    case 'fail':
      return { level: 'C', doubt: 'not-authentic' };
  }
}

/** Programs disagree about whose mail it is then. A display name may look like an address. */
function hasSeveralSenders({ headers }: Pick<ParsedMail, 'headers'>): boolean {
  const lines = headers.get('from') ?? [];
  const [line = ''] = lines;
  const unnamed = line.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const inBrackets = unnamed.match(/<[^<>]*@[^<>]*>/g) ?? [];
  const bare = addressesIn(unnamed.replace(/<[^<>]*>/g, ' '));
  return lines.length > 1 || inBrackets.length > 1 || (inBrackets.length === 0 && bare.length > 1);
}
