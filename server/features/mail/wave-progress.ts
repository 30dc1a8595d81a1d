import type { Types } from 'mongoose';
import { type MailState, mailStates } from '../../../contract/states.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { waitingStates } from './waiting-states.ts';

/** How many mails of a wave are where. A mail that waits in a paused wave counts as held and not in its state. */
export type WaveProgress = Record<MailState | 'held' | 'total', number>;

interface Group {
  _id: { state: MailState; held: boolean };
  count: number;
}

export async function waveProgress(wave: Types.ObjectId): Promise<WaveProgress> {
  const groups = await OutboxMails.aggregate<Group>([
    { $match: { wave } },
    { $group: { _id: { state: '$state', held: '$held' }, count: { $sum: 1 } } },
  ]);
  const progress = Object.fromEntries(
    [...mailStates, 'held', 'total'].map((name) => [name, 0]),
  ) as WaveProgress;
  for (const { _id, count } of groups) {
    progress[_id.held && waitingStates.includes(_id.state) ? 'held' : _id.state] += count;
    progress.total += count;
  }
  return progress;
}
