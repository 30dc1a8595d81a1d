import type { Types } from 'mongoose';
import type { Conference } from '../../models/event.ts';
import type { Guest } from '../../models/guest.ts';
import { Waves } from '../../models/wave.ts';
import { paths } from '../../server/paths.ts';
import { seedAnswered } from './campaign.ts';
import { seedEvent } from './seed.ts';
import { seedDraft, seedHall, seedReplies, seedUnits } from './surroundings.ts';

export interface Seeded {
  event: Conference;
  guests: Guest[];
  unit: Types.ObjectId;
  wave: Types.ObjectId;
  draft: Types.ObjectId;
}

export interface Measured {
  path: string;
  /** What it is compared with: a list of fifty rows, or a drawing of half as many seats as there are guests. */
  limit?: 'list' | 'hall';
  target?: number;
}

/** Every page of the desk between the list of names and the last answer. */
export function pagesOf({ event, guests, unit, wave, draft }: Seeded): Record<string, Measured> {
  const guest = guests.find(({ standing }) => standing === 'no-answer');
  const review = (query: string): Measured => ({ path: `${paths.newWave(event)}?${query}` });
  return {
    'guest list': { path: paths.guests(event) },
    'guest search': { path: `${paths.guests(event)}?q=${encodeURIComponent('đặng thị')}` },
    'guest page': { path: paths.guest(event, guest ?? '') },
    'wave review': review('kind=invitation'),
    'wave review, reminder': review('kind=reminder'),
    'wave review, all': review('kind=announcement&who=everybody'),
    'wave review, bounced': review('kind=announcement&who=bounced'),
    'wave exceptions': {
      path: `${paths.waveExceptions(event)}?kind=invitation&who=everybody&why=attending`,
    },
    waves: { path: paths.waves(event) },
    'wave progress': { path: paths.wave(event, wave) },
    'wave sheet': { path: paths.waveSheet(event, wave) },
    invitations: { path: paths.invitations(event) },
    outbox: { path: paths.mailbox(event) },
    'attention list': { path: paths.attention(event) },
    overview: { path: paths.event(event) },
    nominations: { path: paths.nominations(event) },
    'one unit': { path: paths.nomination(event, unit) },
    'writing to units': { path: paths.writeToUnits(event) },
    substitutes: { path: paths.substitutes(event) },
    replies: { path: paths.replies(event) },
    answers: { path: paths.answers(event) },
    secretaries: { path: paths.secretaries(event) },
    delegations: { path: paths.delegations(event) },
    'import, table': { path: paths.importRows(event, draft) },
    'import, what is open': { path: `${paths.importRows(event, draft)}?show=open` },
    'import, summary': { path: paths.importSummary(event, draft) },
    'formal letters': { path: paths.formalLetters(event) },
    duplicates: { path: paths.duplicateContacts },
    hall: { path: paths.seating(event), limit: 'hall' },
    'hall, drawing': { path: `${paths.seating(event)}?part=plan`, limit: 'hall' },
    'hall, side': { path: `${paths.seating(event)}?part=side` },
    'hall, search': { path: `${paths.seating(event)}?part=side&q=${encodeURIComponent('đặng')}` },
    'hall, plan': { path: paths.seatingPlan(event) },
    'hall, automatic': { path: paths.automaticSeating(event), limit: 'hall' },
  };
}

/** An event some days after its invitations went out, with everything that may wait for somebody. */
export async function seedScene(size: number): Promise<Seeded> {
  const event = await seedEvent('bench-pages');
  const guests = await seedAnswered(event, size);
  await seedHall(event, guests);
  await seedReplies(event, guests, Math.ceil(size / 10));
  const unit = await seedUnits(event, Math.ceil(size / 50), 50);
  const draft = await seedDraft(event, size);
  const { _id: wave } = await Waves.findOne({ event: event._id }).orFail().lean();
  return { event, guests, unit, wave, draft };
}
