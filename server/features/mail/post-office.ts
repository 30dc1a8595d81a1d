import { createHmac } from 'node:crypto';
import type { DkimKey } from './dkim-key.ts';
import type { MailTimings } from './mail-timings.ts';

/** What delivery knows of the installation. */
export interface PostOffice {
  /** Signs the addresses of bounces and the links to unsubscribe, and hides the addresses on the stop list. */
  secret: string;
  /** The site's own address without a slash at the end. */
  siteUrl: string;
  /** Whose mail somebody reads, for reports of what was not delivered; null where nobody does. */
  returnPath: string | null;
  /** Null where another server signs, or nobody. */
  dkim: DkimKey | null;
  timings: MailTimings;
}

/** A code over `text` that only this installation can make; another one for each purpose. */
export function seal({ secret }: Pick<PostOffice, 'secret'>, purpose: string, text: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0`).update(text).digest();
}
