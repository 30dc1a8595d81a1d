import { composeMail, type MailInput } from './compose-mail.ts';
import type { DkimKey } from './dkim-key.ts';
import { signMail } from './sign-mail.ts';

/** Makes the bytes of a mail. One of the many of a wave need not be made at once, and must hold up nobody. */
export type Press = (input: MailInput, key: DkimKey | null, isOneOfMany?: boolean) => Promise<Buffer>;

/** Composes and signs in this thread. */
export async function pressMail(input: MailInput, key: DkimKey | null): Promise<Buffer> {
  const { raw } = await composeMail(input);
  return key === null ? raw : signMail(raw, key);
}
