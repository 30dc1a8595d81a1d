import type { Mailbox } from '../../../contract/mail.ts';
import type { ViewEngine } from '../../platform/views/engine.ts';

/** What every writer of mails needs of the installation. */
export interface MailTools {
  engine: Pick<ViewEngine, 'render'>;
  /** The site's own address without a slash at the end. */
  siteUrl: string;
  /** Where answers by mail are read; null while nobody reads them. */
  inbound: Mailbox | null;
  /** The zone of dates that belong to no event. */
  timeZone: string;
  /** Keys of the personal links and of the passes in mails. */
  secret: (purpose: 'guest-link' | 'pass') => string;
}
