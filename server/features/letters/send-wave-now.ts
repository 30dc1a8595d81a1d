import { setTimeout as pause } from 'node:timers/promises';
import type { LetterKind, SelectionKind, WaveChannel } from '../../../contract/letters.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import type { Access } from '../access/access.ts';
import type { WaveInput } from './input.ts';
import type { Sender } from './letter-writes.ts';
import { newId } from '../../platform/new-id.ts';
import { addressingOf, planWave } from './plan-wave.ts';
import { reviewWave } from './review-wave.ts';
import { runDueWaves } from './run-wave.ts';

export interface WaveOrder {
  kind: LetterKind;
  who?: SelectionKind;
  guests?: readonly string[];
  category?: string;
  wave?: string;
  answered?: 'yes' | 'no';
  channel?: WaveChannel;
}

const unsaid = {
  who: '',
  category: '',
  delegation: '',
  wave: '',
  answered: '',
  channel: 'mail',
  how: 'now',
  at: '',
  amount: 0,
  unit: 'days',
  of: 'start',
  expected: 0,
  confirmation: '',
} as const;
// Nobody is kept from letters that only land in the built-in mailbox.
const nobody = { secret: '', installation: null };

/** For programs without an audience in front of a screen: plans a wave and writes it to its end. */
export async function sendWaveNow(access: Access, order: WaveOrder, sender: Sender): Promise<Wave> {
  const input: WaveInput = { ...unsaid, ...order, form: newId(), guests: [...(order.guests ?? [])] };
  const { ready } = await reviewWave(access.event, addressingOf(input), nobody);
  const seen = { ...input, expected: ready, confirmation: String(ready) };
  const planned = await planWave(access, seen, nobody);
  return writtenOut(planned, sender);
}

/** Another runner, in this process or the next, may have been quicker to take it. */
async function writtenOut({ _id }: Wave, sender: Sender): Promise<Wave> {
  for (;;) {
    await runDueWaves(sender);
    const wave = await Waves.findById(_id).orFail().lean<Wave>();
    if (wave.writtenAt || wave.state === 'paused' || wave.state === 'cancelled') return wave;
    await pause(25);
  }
}
