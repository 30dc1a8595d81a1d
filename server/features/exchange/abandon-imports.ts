import type { Types } from 'mongoose';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Contacts } from '../../../models/contact.ts';
import { BadgeDesigns } from '../../../models/badge-design.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Events } from '../../../models/event.ts';
import { FormalLetters } from '../../../models/formal-letter.ts';
import { Guests } from '../../../models/guest.ts';
import { type ImportRun, ImportRuns } from '../../../models/import-run.ts';
import { Memberships } from '../../../models/membership.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Organisations } from '../../../models/organisation.ts';
import { Recaps } from '../../../models/recap.ts';
import { Reports } from '../../../models/report.ts';
import { Scans } from '../../../models/scan.ts';
import { Seatings } from '../../../models/seating.ts';
import { Stages } from '../../../models/stage.ts';
import { Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';

/** Takes away what imports left that broke off. Run at start and now and then; says how many there were. */
export async function abandonImports(): Promise<number> {
  const broken = await ImportRuns.find({
    state: { $in: ['writing', 'appearing', 'abandoned'] },
    aliveUntil: { $lt: now() },
  }).lean<ImportRun[]>();
  for (const run of broken) await abandon(run);
  return broken.length;
}

/** Undoes one import. The row goes last, so that an undoing that breaks off is undone again. */
export async function abandonImport(id: Types.ObjectId): Promise<void> {
  const run = await ImportRuns.findById(id).lean<ImportRun>();
  if (run) await abandon(run);
}

async function abandon(run: ImportRun): Promise<void> {
  if (await Events.exists({ _id: run._id })) {
    await ImportRuns.updateOne({ _id: run._id }, { $set: { state: 'done' } });
    return;
  }
  await ImportRuns.updateOne({ _id: run._id }, { $set: { state: 'abandoned' } });
  await Promise.all([
    ...[Agendas, BadgeDesigns, DoorPlans, FormalLetters, Reports, Recaps, Seatings, Stages].map((model) =>
      model.collection.deleteOne({ _id: run._id }),
    ),
    ...[Guests, Awards, CheckIns, Scans, Memberships, MessageTemplates, Nominations, Waves].map((model) =>
      model.collection.deleteMany({ event: run._id }),
    ),
  ]);
  await forgetDirectory(run);
  await ImportRuns.deleteOne({ _id: run._id });
}

// Somebody may have put a new contact onto another list or changed it meanwhile: then it stays.
async function forgetDirectory({ contacts, organisations }: ImportRun): Promise<void> {
  const invited = await Guests.distinct('contact', { contact: { $in: contacts } });
  await Contacts.deleteMany({ _id: { $in: contacts, $nin: invited }, rev: 1 });
  const used = await Promise.all([
    Guests.distinct('organisation', { organisation: { $in: organisations } }),
    Contacts.distinct('organisation', { organisation: { $in: organisations } }),
    Nominations.distinct('organisation', { organisation: { $in: organisations } }),
    Events.distinct('host.organisation', { 'host.organisation': { $in: organisations } }),
  ]);
  // Children first: a parent is only needed as long as one of them is there.
  for (const organisation of organisations.toReversed()) {
    const needed =
      used.flat().some((id) => organisation.equals(String(id))) ||
      (await Organisations.exists({ parent: organisation }));
    if (!needed) await Organisations.deleteOne({ _id: organisation, rev: 1 });
  }
}
