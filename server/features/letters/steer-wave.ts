import type { WaveState } from '../../../contract/letters.ts';
import { locales } from '../../../contract/locales.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { cancelWave as cancelMails } from '../mail/cancel-wave.ts';
import { holdWave } from '../mail/hold-wave.ts';
import { releaseWave } from '../mail/release-wave.ts';
import { dueOf } from './due-of.ts';
import { loadTemplate } from './load-template.ts';
import { loadWave } from './load-wave.ts';
import { tellWaves } from './tell-waves.ts';
import { wakeRunner } from './wake-runner.ts';

/** Stops a wave where it stands. What is with the mail servers already cannot be called back. */
export async function pauseWave(access: Access, id: string): Promise<void> {
  const wave = await loadWave(access, id);
  const { state } = wave;
  if (state !== 'scheduled' && state !== 'sending') throw new Refused('letters.not-running');
  await steer(access, wave, {
    set: { state: 'paused', pausedFrom: state, reason: '', due: null, leaseUntil: null, token: null },
    action: 'audit.letters.paused',
  });
  await holdWave(wave._id);
}

/** Goes on where it stood; what was due meanwhile goes out now, because somebody has just looked at it. */
export async function resumeWave(access: Access, id: string): Promise<void> {
  const wave = await loadWave(access, id);
  if (wave.state !== 'paused') throw new Refused('letters.not-paused');
  const set = { ...resumed(access, wave), ...(await firstText(access, wave)) };
  await steer(access, wave, { set, action: 'audit.letters.resumed' });
  await releaseWave(wave._id);
}

export async function cancelWave(access: Access, id: string): Promise<void> {
  const wave = await loadWave(access, id);
  if (wave.state === 'done' || wave.state === 'cancelled') throw new Refused('letters.not-waiting');
  await steer(access, wave, {
    set: { state: 'cancelled', due: null, leaseUntil: null, token: null, doneAt: now() },
    action: 'audit.letters.cancelled',
  });
  await cancelMails(wave._id);
}

/** The text of the template as it is today, for a wave that has not begun. */
export async function renewText(access: Access, id: string): Promise<void> {
  const wave = await loadWave(access, id);
  if (wave.startedAt) throw new Refused('letters.already-begun');
  const { texts } = await loadTemplate(access.event, wave.kind);
  await steer(access, wave, { set: { texts }, action: 'audit.letters.text-renewed' });
}

/** A plan from an event file may come without words: then the letter is the one of this event. */
async function firstText({ event }: Access, { kind, texts }: Wave): Promise<Partial<Wave>> {
  if (locales.some((locale) => texts[locale].body !== '')) return {};
  const letter = await loadTemplate(event, kind);
  if (kind === 'announcement' && !letter.isOwn) throw new Refused('letters.write-first');
  return { texts: letter.texts };
}

function resumed({ event }: Access, { pausedFrom, moment }: Wave): Partial<Wave> {
  if (pausedFrom === 'sending')
    return { state: 'sending', pausedFrom: null, reason: '', leaseUntil: new Date(0) };
  const at = now();
  const due = dueOf(moment, event, at);
  const isPast = due !== null && due <= at;
  return {
    state: 'scheduled',
    pausedFrom: null,
    reason: '',
    due,
    ...(isPast ? { moment: { ...moment, how: 'now' }, due: at } : {}),
  };
}

async function steer(
  access: Access,
  { _id, state, number }: Wave,
  { set, action }: { set: Partial<Wave>; action: AuditAction },
): Promise<void> {
  const entry = audit(access.actor, {
    action,
    event: access.event._id,
    subject: { kind: 'wave', id: String(_id) },
    params: { wave: number },
  });
  const from: WaveState = state;
  const { matchedCount } = await Waves.updateOne(
    { _id, event: access.event._id, state: from },
    { $set: set, $inc: { rev: 1 }, $push: { effects: entry } },
  );
  if (matchedCount === 0) throw new Refused('letters.just-changed');
  settle(Waves, _id);
  tellWaves(access.event);
  wakeRunner();
}
