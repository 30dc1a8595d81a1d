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

export interface MailFrame {
  headers: Record<string, string>;
  html: string;
}

/** What a reader would see, for a frame of its own. */
export async function mailFrame(raw: Buffer): Promise<MailFrame> {
  const { html } = await readMail(raw);
  return {
    headers: {
      'Content-Security-Policy': framePolicy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
    html: html.replace(/<head>/i, '<head><base target="_blank">'),
  };
}
