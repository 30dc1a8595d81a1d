import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { factOf, keyOf } from './deeds.ts';
import type { Desk } from './desk.ts';
import type { Deed } from './queue.ts';

/**
 * What a receipt means for the list. Whoever was let in is in, although the server has put the entry aside for somebody
 * to look at: their pass lets nobody else in here. Anything else that was put aside counts for nothing.
 */
export async function takeReceipt(
  { list, keepAnswer }: Pick<Desk, 'list' | 'keepAnswer'>,
  deed: Deed,
  { result }: Receipt,
): Promise<void> {
  const { id, kind, list: on = '', target = '' } = deed;
  if (result !== 'stray') {
    if (kind === 'undo') list.drop(target);
    return;
  }
  if (kind !== 'entry') return list.drop(id);
  const passages = { guest: keyOf(deed), list: on, mark: '', facts: [factOf({ list }, deed)] };
  await keepAnswer({ id, guest: null, passages });
}
