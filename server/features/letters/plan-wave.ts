import type { WaveChannel } from '../../../contract/letters.ts';
import { limits } from '../../../contract/limits.ts';
import { Types } from 'mongoose';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Moment, type Selection, type Wave, Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { idOfForm } from '../../platform/new-id.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { dueOf } from './due-of.ts';
import type { AddressingInput, WaveInput } from './input.ts';
import { rulesOf, usualAudience } from './kinds.ts';
import { loadTemplate } from './load-template.ts';
import { obstacleOf } from './obstacle.ts';
import type { Outgoing } from './outgoing.ts';
import type { Addressing } from './recipients.ts';
import { reviewWave } from './review-wave.ts';
import type { StopList } from './suppressed.ts';
import { tellWaves } from './tell-waves.ts';
import { wakeRunner } from './wake-runner.ts';
import { wayObstacle } from './way-obstacle.ts';

const TRIES = 8;

/** Whether sending to so many asks for the number to be typed. */
export function needsTyping(count: number, channel: WaveChannel): boolean {
  return count > (channel === 'mail' ? limits.lettersUntyped : limits.peopleUntyped);
}

/**
 * Orders a wave, for now or for later. Only the wave is written here; its letters follow by the runner. The same
 * form sent twice is the same wave.
 */
export async function planWave(access: Access, input: WaveInput, outgoing: Outgoing): Promise<Wave> {
  const { event } = access;
  const addressing = addressingOf(input);
  const moment = momentOf(input, event);
  const content = { event: event._id, ...addressing, moment };
  const _id = idOfForm({ by: access.actor.id, form: input.form, content });
  const earlier = await Waves.findOne({ _id, event: event._id }).lean<Wave>();
  if (earlier) return earlier;

  const { texts, isOwn } = await loadTemplate(event, input.kind);
  if (input.kind === 'announcement' && !isOwn) throw new Refused('letters.write-first');
  refuseMoment(event, { kind: input.kind, moment });
  await refuseNumber(access, input, { addressing, office: outgoing });
  const obstacle = await wayObstacle(addressing, input.expected, outgoing.installation);
  if (obstacle) throw new Refused(obstacle);
  return insert(access, { _id, ...addressing, moment, texts, expected: input.expected });
}

/** Whom the input means, by what the kind of letter usually means where it says nothing. */
export function addressingOf({
  kind,
  who,
  channel,
  category,
  delegation,
  wave,
  answered,
  guests,
}: AddressingInput): Addressing {
  const { channels } = rulesOf(kind);
  const selection: Selection = {
    who: who || usualAudience(kind),
    category,
    delegation,
    wave: wave === '' ? null : new Types.ObjectId(wave),
    answered,
    guests: guests.map((id) => new Types.ObjectId(id)),
  };
  return { kind, channel: channels.includes(channel) ? channel : 'mail', selection };
}

function momentOf({ how, at, amount, unit, of }: WaveInput, { timeZone }: Conference): Moment {
  return { how, at: how === 'at' ? instantIn(timeZone, at) : null, amount, unit, of };
}

function refuseMoment(event: Conference, { kind, moment }: Pick<Wave, 'kind' | 'moment'>): void {
  const at = now();
  const due = dueOf(moment, event, at);
  if (moment.how !== 'now' && due && due <= at) throw new Refused('letters.moment-past');
  if (!due) throw new Refused('letters.no-date');
  const obstacle = obstacleOf({ kind, moment }, event, { due: at, now: at });
  if (obstacle && obstacle !== 'letters.stopped.late') throw new Refused(obstacle);
}

async function refuseNumber(
  { event }: Access,
  { expected, confirmation, how }: WaveInput,
  { addressing, office }: { addressing: Addressing; office: StopList },
): Promise<void> {
  const { ready } = await reviewWave(event, addressing, office);
  // Whoever is meant by a letter of next week may come onto the list this week.
  if (ready === 0 && how === 'now') throw new Refused('letters.nobody-left');
  if (ready !== expected) throw new Refused('letters.audience-changed', { count: ready });
  const typed = Number(confirmation.replaceAll(/[\s.,\u00A0\u202F]/g, ''));
  if (needsTyping(ready, addressing.channel) && typed !== ready)
    throw new Refused('letters.number-wrong', { count: ready });
}

type Planned = Pick<Wave, '_id' | 'kind' | 'channel' | 'selection' | 'moment' | 'texts' | 'expected'>;

async function insert(access: Access, planned: Planned): Promise<Wave> {
  const { event, actor } = access;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const number = (await latestNumber(event)) + 1;
    const wave = {
      ...planned,
      event: event._id,
      number,
      state: 'scheduled' as const,
      due: dueOf(planned.moment, event, now()),
      by: { kind: actor.kind === 'system' ? 'system' : 'user', id: actor.id, name: actor.name },
      effects: [entryOf(access, planned, number)],
    };
    const made = await create(wave);
    if (!made) continue;
    settle(Waves, made._id);
    tellWaves(event);
    wakeRunner();
    return made;
  }
  throw new Refused('errors.conflict-rev');
}

/** Null when another wave took the number; the wave itself when this form was sent twice at once. */
async function create(wave: Planned & Pick<Wave, 'event'>): Promise<Wave | null> {
  try {
    return (await Waves.create(wave)).toObject();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return Waves.findOne({ _id: wave._id, event: wave.event }).lean<Wave>();
  }
}

/** Events from elsewhere bring invitations that know the numbers of their waves. */
async function latestNumber(event: Conference): Promise<number> {
  const [wave, guest] = await Promise.all([
    Waves.findOne({ event: event._id }, { number: 1 }).sort({ number: -1 }).lean(),
    Guests.findOne({ event: event._id, 'invitation.wave': { $gt: 0 } }, { 'invitation.wave': 1 })
      .sort({ 'invitation.wave': -1 })
      .lean<Pick<Guest, 'invitation'>>(),
  ]);
  return Math.max(wave?.number ?? 0, guest?.invitation?.wave ?? 0);
}

function entryOf(access: Access, { _id, kind, channel, expected }: Planned, number: number) {
  return audit(access.actor, {
    action: 'audit.letters.planned',
    event: access.event._id,
    subject: { kind: 'wave', id: String(_id) },
    params: { wave: number, letter: kind, way: channel, count: expected },
  });
}
