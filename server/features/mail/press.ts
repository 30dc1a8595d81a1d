import { composeMail, type MailInput } from './compose-mail.ts';
import type { DkimKey } from './dkim-key.ts';
import { signMail } from './sign-mail.ts';

/** Makes the bytes of a mail. */
export type Press = (input: MailInput, key: DkimKey | null) => Promise<Buffer>;

/** Composes and signs in this thread. */
export async function pressMail(input: MailInput, key: DkimKey | null): Promise<Buffer> {
  const { raw } = await composeMail(input);
  return key === null ? raw : signMail(raw, key);
}
