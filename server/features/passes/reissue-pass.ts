import { passCodeLength } from '../../../contract/pass/pass-code.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { randomCode } from '../../platform/codes.ts';
import type { Access } from '../access/access.ts';
import { mailEffect, type MailOrder } from '../mail/enqueue-mail.ts';
import { changePass, firstPass } from './change-pass.ts';

/**
 * Gives a guest another pass; what they had admits nobody from now on. `orders` says which mails bring the new one,
 * from the guest as they will be.
 */
export async function reissuePass(
  access: Access,
  id: string,
  orders: (guest: Guest) => readonly MailOrder[],
): Promise<Guest> {
  return changePass(access, id, (guest) => {
    const { former } = guest.pass ?? firstPass;
    const code = randomCode(passCodeLength);
    const pass = { issuedAt: now(), revokedAt: null, former: [...former, guest.code] };
    const effects = orders({ ...guest, code, pass }).map(mailEffect);
    return { action: 'audit.passes.reissued', code, pass, effects };
  });
}
