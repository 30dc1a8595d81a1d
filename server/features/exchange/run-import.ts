import { Types } from 'mongoose';
import { inLocale } from '../../../contract/localised.ts';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { BadgeDesigns } from '../../../models/badge-design.ts';
import { DoorPlans } from '../../../models/door-plan.ts';
import { FormalLetters } from '../../../models/formal-letter.ts';
import { Guests } from '../../../models/guest.ts';
import { Memberships } from '../../../models/membership.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Recaps } from '../../../models/recap.ts';
import { Reports } from '../../../models/report.ts';
import { Seatings } from '../../../models/seating.ts';
import { Stages } from '../../../models/stage.ts';
import { Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Actor } from '../access/actor.ts';
import { audit, type AuditFacts } from '../audit/audit.ts';
import { drawShortId } from '../events/short-id.ts';
import { passCodes } from '../guests/guest-code.ts';
import { abandonImport } from './abandon-imports.ts';
import { type ImportOptions, withSlug } from './check-import.ts';
import { eventDocument, eventDocuments } from './event-documents.ts';
import type { EventFile } from './format.ts';
import { guestDocuments } from './guest-documents.ts';
import { type Ids, risingIds } from './ids.ts';
import { beginAppearing, beginRun, endRun, isImporting, renew } from './import-lease.ts';
import { type LetterDocuments, letterDocuments } from './letter-documents.ts';
import { writeAll } from './write-all.ts';
import { writeDirectory } from './write-directory.ts';

const LOOK_AGAIN_MS = 100;

/**
 * Writes a checked file. Guests and all the rest hang on an event that comes into being with the very last write,
 * so nobody sees half of it; what broke off on the way is taken away again, at once or by `abandonImports`.
 */
export async function runImport(
  actor: Actor,
  checked: EventFile,
  options: ImportOptions = {},
): Promise<Conference> {
  const file = withSlug(checked, options.slug);
  const at = now();
  const nextId = risingIds(at);
  const run = options.id ?? nextId();
  if (!(await beginRun({ _id: run, by: actor.name }))) return madeElsewhere(run);
  try {
    const directory = await writeDirectory(file, { run, nextId, at });
    const guests = new Map(file.guests.map(({ ref }) => [ref, nextId()]));
    const waves = new Map(file.waves.map(({ number }) => [number, nextId()]));
    const ids: Ids = { event: run, guests, waves, ...directory };
    await writeParts(file, { ids, nextId, at });
    await writeOwner(actor, run);
    await beginAppearing(run);
    return await appear(actor, file, { ids, at, clonedFrom: options.clonedFrom });
  } catch (error) {
    // Where even that fails, the sweeper finds the run when its lease is over.
    await abandonImport(run).catch(() => undefined);
    throw error;
  }
}

/** The same import was asked for twice at once: its event is the other one's. */
async function madeElsewhere(run: Types.ObjectId): Promise<Conference> {
  for (;;) {
    const event = await Events.findById(run).lean<Conference>();
    if (event) return event;
    if (!(await isImporting(run))) throw new Refused('exchange.broken-off');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function writeParts(
  file: EventFile,
  { ids, nextId, at }: { ids: Ids; nextId: () => Types.ObjectId; at: Date },
): Promise<void> {
  const dated = { createdAt: at, updatedAt: at };
  const { agenda, report, recap, awards, stage, seating, doorPlan } = eventDocuments(file, ids, nextId);
  const { guests, checkIns } = guestDocuments(file, ids, { at, code: passCodes() });
  const alive = (): Promise<void> => renew(ids.event);
  const letters = letterDocuments(file, ids, { at, nextId });
  // Before the guests, who name them.
  await writeAll(Waves, letters.waves, alive);
  await writeAll(Guests, guests, alive);
  await writeAll(DoorPlans, doorPlan ? [doorPlan] : []);
  await writeAll(CheckIns, checkIns, alive);
  await writeAll(Agendas, [{ ...agenda, ...dated }]);
  await writeAll(Reports, [{ ...report, ...dated }]);
  await writeAll(Recaps, recap ? [{ ...recap, ...dated }] : []);
  await writeAll(Seatings, seating ? [{ ...seating, ...dated }] : []);
  await writeAll(Stages, stage ? [{ ...stage, ...dated }] : []);
  await writeLetters(letters, { dated, alive });
  await writeAll(
    Awards,
    awards.map((award) => ({ ...award, ...dated })),
    alive,
  );
}

async function writeLetters(
  { templates, formalLetter, badges, nominations }: LetterDocuments,
  { dated, alive }: { dated: { createdAt: Date; updatedAt: Date }; alive: () => Promise<void> },
): Promise<void> {
  await writeAll(MessageTemplates, templates);
  await writeAll(FormalLetters, formalLetter ? [{ ...formalLetter, ...dated }] : []);
  await writeAll(BadgeDesigns, badges ? [{ ...badges, ...dated }] : []);
  await writeAll(Nominations, nominations, alive);
}

/** Who imports owns the event. What the system imports is owned by the administrators. */
async function writeOwner(actor: Actor, event: Types.ObjectId): Promise<void> {
  if (actor.kind === 'user') await Memberships.create({ event, user: actor.id, role: 'owner' });
}

async function appear(
  actor: Actor,
  file: EventFile,
  { ids, at, clonedFrom }: { ids: Ids; at: Date; clonedFrom: ImportOptions['clonedFrom'] },
): Promise<Conference> {
  const origin = {
    clonedFrom: clonedFrom?._id ?? null,
    createdBy: actor.kind === 'user' ? new Types.ObjectId(actor.id) : null,
  };
  const effects = [
    audit(actor, {
      ...historyOf(file, clonedFrom),
      event: ids.event,
      subject: { kind: 'event', id: String(ids.event) },
    }),
  ];
  const event = await insertEvent((shortId) => eventDocument(file, ids, { shortId, ...origin, at, effects }));
  if (!(await endRun(ids.event))) {
    await Events.deleteOne({ _id: ids.event });
    throw new Refused('exchange.broken-off');
  }
  settle(Events, event._id);
  return event;
}

function historyOf(
  file: EventFile,
  source: ImportOptions['clonedFrom'],
): Pick<AuditFacts, 'action' | 'params'> {
  if (!source) return { action: 'audit.exchange.imported', params: { guests: file.guests.length } };
  const params = { title: inLocale(file.event.title, 'vi'), source: inLocale(source.title, 'vi') };
  return { action: 'audit.events.cloned', params };
}

async function insertEvent(documentOf: (shortId: string) => Conference): Promise<Conference> {
  const event = documentOf(drawShortId());
  try {
    await writeAll(Events, [event]);
    return event;
  } catch (error) {
    if (isDuplicateKey(error, 'shortId')) return insertEvent(documentOf);
    if (isDuplicateKey(error, 'slug')) throw new Refused('exchange.problem.slug-taken', { slug: event.slug });
    throw error;
  }
}
