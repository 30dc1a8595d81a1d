import type { Express, Request } from 'express';
import type { Mailbox } from '../../../contract/mail.ts';

/** What a request needs to know of the installation it reached. */
export interface Site {
  /** The site's own address without a slash at the end. */
  url: string;
  /** In whose name mails leave. */
  mailFrom: Mailbox;
  /** False while mails only land in the built-in mailbox. */
  sendsMail: boolean;
  /** The zone of what has no event around it. */
  timeZone: string;
  /** Keys of personal links, of the forms behind them, of what mails are recognised by, and of what passes and statements are signed with. */
  secret: (purpose: 'guest-link' | 'nonce' | 'mail' | 'pass' | 'statement') => string;
  outlet: MailOutlet;
}

/** How mails leave, for the pages of administrators. */
export interface MailOutlet {
  /** With the password in it; null while mails stay in the built-in mailbox. */
  smtpUrl: string | null;
  returnPath: string | null;
  dkim: { domain: string; selector: string; privateKey: string } | null;
  /** Null for the system's own. */
  dnsServer: string | null;
  /** Campaign mails a second to one domain. */
  pace: number;
}

export function useSite(app: Express, site: Omit<Site, 'url'> & { url: () => string }): void {
  app.set('site', (): Site => ({ ...site, url: site.url() }));
}

export function siteOf(req: Request): Site {
  const site: (() => Site) | undefined = req.app.get('site');
  if (!site) throw new Error('The app has no site: call useSite first');
  return site();
}
