import { Types } from 'mongoose';
import type { RadarStatus } from '../../../contract/radar.ts';
import { type Radar, Radars } from '../../../models/radar.ts';
import { now } from '../../platform/clock.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { currentStep } from './radar.ts';
import { tellRadar } from './tell-radar.ts';

export interface Reported {
  /** Of the button. */
  id: string;
  guest: string;
  status: RadarStatus;
  note: string;
  /** How long ago it was said, in milliseconds. */
  ago?: number;
}

/** Whose guests the speaker may speak of: an escort of their own ones only. */
export interface Speaker {
  access: Access;
  escort: Types.ObjectId | null;
}

/** Somebody says where a guest is. Pressed twice it is said once. */
export async function reportStatus(
  speaker: Speaker,
  { id, guest, status, note, ago = 0 }: Reported,
): Promise<void> {
  const { access } = speaker;
  demand(access, speaker.escort ? 'arrivals.escort' : 'arrivals.watch');
  const radar = await loadRadar(speaker, guest);
  if (radar.steps.some((step) => step.id === id)) return;
  const at = new Date(now().getTime() - ago);
  const step = { id, status, at, note, by: access.actor.name, takenBackAt: null };
  await Radars.updateOne({ _id: radar._id, 'steps.id': { $ne: id } }, { $push: { steps: step } });
  tellRadar(access.event);
}

/** Takes back what was said last; what was said before holds again. */
export async function takeStatusBack(
  speaker: Speaker,
  { guest, step }: { guest: string; step: string },
): Promise<void> {
  const { access } = speaker;
  demand(access, speaker.escort ? 'arrivals.escort' : 'arrivals.watch');
  const radar = await loadRadar(speaker, guest);
  const told = radar.steps.find(({ id }) => id === step);
  if (told?.takenBackAt) return;
  if (!told || currentStep(radar.steps)?.id !== step) throw new Refused('arrivals.not-the-last');
  await Radars.updateOne({ _id: radar._id, 'steps.id': step }, { $set: { 'steps.$.takenBackAt': now() } });
  tellRadar(access.event);
}

async function loadRadar({ access, escort }: Speaker, guest: string): Promise<Radar> {
  const own = escort ? { escort } : {};
  const radar = await Radars.findOne({
    event: access.event._id,
    guest: new Types.ObjectId(guest),
    stoppedAt: null,
    ...own,
  }).lean<Radar>();
  if (!radar) throw new NotFound('arrivals.not-watched');
  return radar;
}
