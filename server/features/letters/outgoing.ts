import type { Mailbox } from '../../../contract/mail.ts';
import type { Installation } from '../deliverability/examine.ts';
import type { StopList } from './suppressed.ts';

/** Whom no mail may reach, and how mails leave. */
export interface Outgoing extends StopList {
  /** Null where every mail stays in the built-in mailbox. */
  installation: Installation | null;
}

interface Site {
  outlet: Omit<Installation, 'from'>;
  mailFrom: Mailbox;
  secret: (purpose: 'mail') => string;
}

export function outgoingOf({ outlet, mailFrom, secret }: Site): Outgoing {
  return { secret: secret('mail'), installation: { ...outlet, from: mailFrom } };
}
