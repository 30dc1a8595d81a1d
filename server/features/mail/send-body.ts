import type { Response } from 'express';
import { readMail } from './read-mail.ts';

// The mail is shown as what it is, a stranger's page: no script, nothing fetched, no rights of ours. Its links open
// outside the frame, where the guest's page works as it does for the guest.
const framePolicy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ');

/** What a reader would see, for a frame. */
export async function sendBody(res: Response, raw: Buffer): Promise<void> {
  const { html } = await readMail(raw);
  res.setHeader('Content-Security-Policy', framePolicy);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.type('html').send(html.replace(/<head>/i, '<head><base target="_blank">'));
}
