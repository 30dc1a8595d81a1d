import { usualTimings } from '../../server/features/mail/mail-timings.ts';
import type { PostOffice } from '../../server/features/mail/post-office.ts';

/** An installation without reports of bounces and without signatures, unless the test names some. */
export function testOffice(given: Partial<PostOffice> = {}): PostOffice {
  return {
    secret: 'a secret only for tests',
    siteUrl: 'https://events.example.org',
    returnPath: null,
    dkim: null,
    timings: usualTimings,
    ...given,
  };
}
