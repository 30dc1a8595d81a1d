import { type Config, ConfigError } from './config.ts';
import { readDkimKey, UnusableKey } from './features/mail/dkim-key.ts';
import type { PostOffice } from './features/mail/post-office.ts';

/** What delivery has to know of the configuration. */
export async function openPostOffice(
  config: Pick<Config, 'mail' | 'secret'>,
  siteUrl: string,
): Promise<PostOffice> {
  const dkim = await readDkimKey(config.mail.dkim).catch((error: unknown) => {
    throw error instanceof UnusableKey ? new ConfigError(error.message) : error;
  });
  return {
    secret: config.secret('mail'),
    siteUrl,
    returnPath: config.mail.bounceAddress,
    dkim,
    timings: config.mail.timings,
  };
}
