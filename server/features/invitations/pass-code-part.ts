import type { MailCode } from '../mail/compose-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { passTextOf } from '../passes/pass-of.ts';
import type { MailFacts } from './guest-mail.ts';

export const PASS_CID = 'pass@rostrum';

/** The pass, to be shown in a mail as a picture. */
export async function passCodePart(
  { event, guest }: Pick<MailFacts, 'event' | 'guest'>,
  { secret }: Pick<MailTools, 'secret'>,
): Promise<MailCode> {
  return { cid: PASS_CID, filename: 'pass.png', text: await passTextOf(event, guest, secret('pass')) };
}
