import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePass, firstPass } from './change-pass.ts';

/** No pass of this guest admits any more, until it is given back or a new one is made. They stay on the list. */
export async function revokePass(access: Access, id: string): Promise<Guest> {
  return changePass(access, id, ({ pass }) => {
    if (pass?.revokedAt) throw new Refused('passes.already-revoked');
    return { action: 'audit.passes.revoked', pass: { ...(pass ?? firstPass), revokedAt: now() } };
  });
}
