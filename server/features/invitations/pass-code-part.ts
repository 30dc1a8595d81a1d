import { passText } from '../guests/pass-text.ts';
import type { MailCode } from '../mail/compose-mail.ts';
import type { MailFacts } from './guest-mail.ts';

export const PASS_CID = 'pass@rostrum';

/** The pass, to be shown in a mail as a picture. */
export function passCodePart({ event, guest }: Pick<MailFacts, 'event' | 'guest'>): MailCode {
  return { cid: PASS_CID, filename: 'pass.png', text: passText(event, guest) };
}
