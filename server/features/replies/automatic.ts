import type { ParsedMail } from '../../platform/mail-parser/parsed-mail.ts';

/** Whether a program wrote this mail by itself: its text is no answer, and it must never be answered. */
export function isAutomatic(mail: Pick<ParsedMail, 'headers'>, envelopeFrom: string | null): boolean {
  const first = (name: string): string => mail.headers.get(name)?.[0]?.trim().toLowerCase() ?? '';
  const submitted = first('auto-submitted');
  return (
    envelopeFrom === null ||
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    /^(bulk|auto_reply|list|junk)$/.test(first('precedence')) ||
    first('content-type').startsWith('multipart/report') ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'list-id', 'list-post'].some((name) =>
      mail.headers.has(name),
    )
  );
}
