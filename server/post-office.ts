import { type Config, ConfigError } from './config.ts';
import { type DkimKey, readDkimKey, UnusableKey } from './features/mail/dkim-key.ts';
import type { PostOffice } from './features/mail/post-office.ts';

/** What delivery has to know of the configuration. */
export function postOffice(
  config: Pick<Config, 'mail' | 'secret'>,
  { siteUrl, dkim }: Pick<PostOffice, 'siteUrl' | 'dkim'>,
): PostOffice {
  return {
    secret: config.secret('mail'),
    siteUrl,
    returnPath: config.mail.bounceAddress,
    dkim,
    timings: config.mail.timings,
  };
}

/** The key mails are signed with. One that was named and cannot be used ends the start with one sentence. */
export async function dkimKey({ mail }: Pick<Config, 'mail'>): Promise<DkimKey | null> {
  try {
    return await readDkimKey(mail.dkim);
  } catch (error) {
    throw error instanceof UnusableKey ? new ConfigError(error.message) : error;
  }
}
