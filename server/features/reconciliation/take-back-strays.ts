import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { strayId } from '../attendance/keep-stray.ts';
import { type MayTakeBack, takeBackStray, Withdrawal } from './take-back-stray.ts';

/** The same for many: the receipt of each that took somebody back, by what was uploaded. */
export async function takeBackStrays(
  access: Access,
  uploaded: readonly unknown[],
  may: MayTakeBack,
): Promise<Map<unknown, Receipt>> {
  const taken = new Map<unknown, Receipt>();
  const undos = uploaded.flatMap((raw) => {
    const { data } = Withdrawal.safeParse(raw);
    return data ? [{ raw, stray: strayId(access.event, data.target) }] : [];
  });
  if (undos.length === 0) return taken;
  const wanted = { _id: { $in: undos.map(({ stray }) => stray) } };
  const known = new Set((await StrayScans.find(wanted, { _id: 1 }).lean()).map(({ _id }) => _id));
  for (const { raw, stray } of undos) {
    const receipt = known.has(stray) ? await takeBackStray(access, raw, may) : null;
    if (receipt) taken.set(raw, receipt);
  }
  return taken;
}
