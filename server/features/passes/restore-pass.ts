import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePass, firstPass } from './change-pass.ts';

/** The pass that was revoked admits again. */
export async function restorePass(access: Access, id: string): Promise<Guest> {
  return changePass(access, id, ({ pass }) => {
    if (!pass?.revokedAt) throw new Refused('passes.not-revoked');
    return { action: 'audit.passes.restored', pass: { ...firstPass, ...pass, revokedAt: null } };
  });
}
