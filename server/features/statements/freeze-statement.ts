import { Types } from 'mongoose';
import { locales } from '../../../contract/locales.ts';
import { quorumStanding } from '../../../contract/attendance/quorum.ts';
import { type EventQuorum, Quorums } from '../../../models/quorum.ts';
import { type Absentee, type FrozenStatement, Statements } from '../../../models/statement.ts';
import { now } from '../../platform/clock.ts';
import { randomCode } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { contradictions } from '../attendance/contradictions.ts';
import { statement } from '../attendance/statement.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { type Attendee, attendees } from './attendees.ts';
import type { Frozen } from './canonical-text.ts';
import { sealStatement } from './seal-statement.ts';
import { frozenText } from './statement-text.ts';
import { tellStatements } from './tell-statements.ts';

const CODE = 16;

export interface Freezing {
  /** Of the form. */
  id: string;
  /** The moment the figures are of; null for now. */
  at: Date | null;
  note: string;
}

/** Keeps the attendance as it is, or as it was at a moment that has passed, signed and numbered. */
export async function freezeStatement(
  access: Access,
  freezing: Freezing,
  secret: string,
): Promise<FrozenStatement> {
  demand(access, 'statements.freeze');
  const { event } = access;
  const known = await Statements.findOne({ _id: freezing.id, event: event._id }).lean<FrozenStatement>();
  if (known) return known;
  const frozenAt = now();
  const at = freezing.at ?? frozenAt;
  if (at > frozenAt) throw new Refused('statements.in-future');
  const people = await attendees(event, at);
  if (people.every(({ standing }) => standing === 'cancelled')) throw new Refused('statements.nobody-listed');
  const facts = await factsOf(access, people, { ...freezing, at, frozenAt });
  const written = await writeNext(access, facts, secret);
  settle(Statements, written._id);
  tellStatements(event);
  return written;
}

type Facts = Omit<Frozen, 'number'> & Pick<FrozenStatement, 'present'>;

async function factsOf(
  access: Access,
  people: readonly Attendee[],
  { id, at, frozenAt, note }: Freezing & { at: Date; frozenAt: Date },
): Promise<Facts> {
  const { actor, event } = access;
  const summoned = people.filter(({ standing }) => standing !== 'cancelled');
  const undecided = await contradictions(access);
  const { units, share, ...figures } = statement(people);
  const told = { event, statement: { ...figures, share }, at };
  const [vi = '', en = '', ru = ''] = locales.map((locale) => frozenText({ ...told, undecided }, locale));
  return {
    _id: new Types.ObjectId(id),
    event: event._id,
    at,
    frozenAt,
    by: actor.name,
    title: event.title,
    note,
    figures,
    units: units.map(({ share: _share, ...unit }) => unit),
    quorum: await quorumOf(event, summoned),
    absent: summoned.filter(({ present }) => !present).map(absentee),
    present: summoned.filter(({ present }) => present).map(({ guest }) => guest._id),
    text: { vi, en, ru },
    code: randomCode(CODE),
  };
}

async function quorumOf(
  { _id }: Access['event'],
  summoned: readonly Attendee[],
): Promise<FrozenStatement['quorum']> {
  const asked = await Quorums.findById(_id, { effects: 0 }).lean<EventQuorum>();
  if (!asked || asked.rule === 'none') return null;
  const { rule, value, of } = asked;
  const members = of.length === 0 ? summoned : summoned.filter(({ guest }) => of.includes(guest.category));
  const present = members.filter((member) => member.present).length;
  return { rule, value, of, ...quorumStanding(asked, { present, summoned: members.length }) };
}

function absentee({ guest, standing, reason }: Attendee): Absentee {
  return {
    guest: guest._id,
    name: displayName(guest.name, 'vi'),
    position: guest.position,
    unit: guest.organisationName,
    excused: standing === 'declined',
    reason: standing === 'declined' ? reason : '',
  };
}

/** The next number of the event; whoever freezes in the same moment gets the one after. */
async function writeNext(access: Access, facts: Facts, secret: string): Promise<FrozenStatement> {
  const { actor, event } = access;
  const last = await Statements.findOne({ event: event._id }, { number: 1 }).sort({ number: -1 }).lean();
  const frozen = { ...facts, number: (last?.number ?? 0) + 1 };
  const effects = [
    audit(actor, {
      action: 'audit.statements.frozen',
      event: event._id,
      subject: { kind: 'statement', id: String(frozen._id) },
      params: { number: frozen.number },
    }),
  ];
  const whole = { ...frozen, ...sealStatement(frozen, secret), effects };
  try {
    await Statements.create(whole);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const known = await Statements.findById(frozen._id).lean<FrozenStatement>();
    return known ?? writeNext(access, facts, secret);
  }
  return whole;
}
