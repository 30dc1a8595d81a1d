import * as fc from 'fast-check';
import { waveChannels } from '../../../contract/letters.ts';
import { areaKinds } from '../../../contract/seating.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import {
  agendaKinds,
  answerChannels,
  answerKinds,
  eventStates,
  eventTypes,
  figureQualifiers,
  guestStates,
  sides,
} from '../../../contract/states.ts';
import type { EventFileInput } from '../../../server/features/exchange/format.ts';
import { arbitraryPassages, checkInsOf, type DoorParts } from './arbitrary-check-ins.ts';
import { arbitraryLetters, type Letters, lettersOf } from './arbitrary-letters.ts';
import { instant, maybeInstant, maybeWord, person, someText, texts, time, word } from './arbitrary-values.ts';

const days = ['2027-03-01', '2027-03-02', '2027-03-05'];
const event = fc.record(
  {
    slug: fc.integer({ min: 0, max: 1e9 }).map((number) => `generated-${number}`),
    type: fc.constantFrom(...eventTypes),
    state: fc.constantFrom(...eventStates),
    title: someText,
    motto: texts,
    summary: texts,
    host: fc.record({
      name: someText,
      short: texts,
      parent: texts,
      organisation: fc.constantFrom('', 'unit-0'),
    }),
    days: fc.subarray(days),
    startsAt: time,
    partOfDay: fc.constantFrom('' as const, 'morning' as const, 'evening' as const),
    timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Moscow', 'UTC'),
    venue: fc.option(
      fc.record({ name: texts, room: texts, address: texts, city: texts, mapUrl: fc.constant('') }),
    ),
    dressCode: texts,
    ladder: fc.option(fc.shuffledSubarray([...positionTiers])),
    capacity: fc.option(fc.integer({ min: 1, max: 5000 })),
    replyBy: maybeInstant,
    letter: fc.record({ vi: fc.record({ subject: maybeWord, body: maybeWord }) }, { requiredKeys: [] }),
    contact: fc.record({
      name: maybeWord,
      email: fc.constantFrom('', 'desk@host.example'),
      phone: maybeWord,
    }),
    inviter: fc.record({ name: maybeWord, position: texts }),
    background: fc.record({
      term: fc.option(fc.constant({ from: 2020, to: 2025 })),
      purposes: fc.array(texts, { maxLength: 2 }),
      context: fc.array(texts, { maxLength: 2 }),
    }),
    reportedHeadcount: fc.record({ delegates: fc.option(fc.nat(999)), approximate: fc.boolean() }),
    publishedAt: maybeInstant,
  },
  { requiredKeys: ['slug', 'type', 'title', 'host'] },
);

const guest = fc.record(
  {
    name: person,
    addressForm: fc.constantFrom(...addressForms),
    position: texts,
    organisationName: texts,
    email: fc.constantFrom('', 'office@host.example', 'a@guest.example', 'b@guest.example'),
    phone: fc.constantFrom('', '+84 254 000 000'),
    locale: fc.constantFrom('vi' as const, 'en' as const, 'ru' as const),
    pronunciation: maybeWord,
    nationality: fc.constantFrom('', 'VN', 'RU'),
    typedIn: fc.boolean(),
    state: fc.constantFrom(...guestStates),
    side: fc.constantFrom(...sides),
    delegation: maybeWord,
    headOfDelegation: fc.boolean(),
    tiers: fc.option(fc.shuffledSubarray([...positionTiers], { maxLength: 3 })),
    organisationTier: fc.option(fc.integer({ min: 1, max: 9 })),
    seniority: fc.nat(40),
    lift: fc.option(fc.record({ places: fc.integer({ min: -5, max: 50 }), reason: maybeWord })),
    seat: maybeWord,
    note: maybeWord,
  },
  { requiredKeys: ['name'] },
);

const answerFields = {
  kind: fc.constantFrom(...answerKinds),
  channel: fc.constantFrom(...answerChannels),
  by: maybeWord,
  at: instant,
  note: maybeWord,
  substitute: fc.option(
    fc.record({ name: maybeWord, position: maybeWord, phone: maybeWord, email: maybeWord }),
  ),
};
const answer = fc.record(
  { ...answerFields, beforeChange: fc.constant(true as const) },
  { requiredKeys: ['kind', 'channel', 'by', 'at', 'note', 'substitute'] },
);
const invitation = fc.record(
  {
    wave: fc.nat(5),
    sentAt: maybeInstant,
    remindedAt: maybeInstant,
    channel: fc.constantFrom(...waveChannels.filter((channel) => channel !== 'mail')),
  },
  { requiredKeys: ['wave', 'sentAt', 'remindedAt'] },
);
const item = fc.record({
  kind: fc.constantFrom(...agendaKinds),
  title: texts,
  about: texts,
  by: texts,
  minutes: fc.nat(120),
  pinnedStart: time,
  script: maybeWord,
});
const figure = fc.record({
  label: someText,
  value: fc.oneof(fc.integer(), fc.constantFrom(0.1, 51336.75)),
  unit: texts,
  plan: fc.option(fc.nat()),
  qualifier: fc.constantFrom('' as const, ...figureQualifiers),
  estimate: fc.boolean(),
});
const area = fc.record({
  kind: fc.constantFrom(...areaKinds),
  name: texts,
  prefix: fc.constantFrom('', 'BC'),
  rows: fc.integer({ min: 1, max: 9 }),
  seats: fc.integer({ min: 1, max: 9 }),
  aisles: fc.subarray([2, 4]),
  blocked: fc.subarray(['A-1', 'B']),
  automatic: fc.boolean(),
});
const recap = fc.record({
  state: fc.constantFrom('draft' as const, 'published' as const),
  headline: texts,
  body: texts,
  photos: fc.array(fc.record({ caption: texts, credit: maybeWord }), { maxLength: 3 }),
  credits: fc.record({ text: fc.array(word, { maxLength: 2 }), photos: fc.array(word, { maxLength: 2 }) }),
  publishedAt: maybeInstant,
});

/** Event files of every shape in which all names lead somewhere. */
export const arbitraryEventFile: fc.Arbitrary<EventFileInput> = fc
  .record({
    event,
    guests: fc.array(guest, { maxLength: 6 }),
    units: fc.array(fc.record({ name: someText, short: texts, tier: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 3,
    }),
    agenda: fc.array(item, { maxLength: 4 }),
    figures: fc.array(figure, { maxLength: 3 }),
    tasks: fc.array(texts, { maxLength: 2 }),
    answers: fc.array(
      fc.record({
        invitation: fc.option(invitation),
        answer: fc.option(answer),
        earlier: fc.array(answer, { maxLength: 2 }),
      }),
    ),
    ...arbitraryPassages,
    recap: fc.option(recap),
    areas: fc.array(area, { maxLength: 3 }),
    ...arbitraryLetters,
    seed: fc.nat(),
  })
  .map(connected);

interface Parts extends Letters, DoorParts {
  event: EventFileInput['event'];
  guests: Omit<NonNullable<EventFileInput['guests']>[number], 'ref'>[];
  units: Omit<NonNullable<EventFileInput['organisations']>[number], 'ref'>[];
  agenda: NonNullable<EventFileInput['agenda']>;
  figures: NonNullable<EventFileInput['figures']>;
  tasks: NonNullable<EventFileInput['tasks']>;
  answers: Omit<NonNullable<EventFileInput['answers']>[number], 'guest'>[];
  recap: EventFileInput['recap'];
  areas: Omit<NonNullable<EventFileInput['seating']>['areas'][number], 'ref'>[];
  seed: number;
}

function connected(parts: Parts): EventFileInput {
  const { seed } = parts;
  const pick = (names: readonly string[], index: number): string =>
    names[(seed + index) % (names.length || 1)] ?? '';
  const organisations = parts.units.map((unit, index) => ({
    ...unit,
    ref: `unit-${index}`,
    parent: index > 0 && seed % 2 ? `unit-${index - 1}` : '',
  }));
  const units = organisations.map(({ ref }) => ref);
  const guests = parts.guests.map((guest, index) => ({
    ...guest,
    ref: `guest-${index}`,
    organisation: pick(units, index),
  }));
  const people = guests.map(({ ref }) => ref);
  const host = { ...parts.event.host, organisation: units[0] ?? '' };
  const used = new Set([host.organisation, ...guests.map(({ organisation }) => organisation)]);
  return {
    format: 'rostrum-event',
    version: 1,
    event: { ...parts.event, host },
    organisations: organisations.filter(({ ref }) => isNeeded(ref, used, organisations)),
    guests,
    agenda: parts.agenda.map((one, index) => ({ ...one, speakers: people.slice(0, (seed + index) % 3) })),
    figures: parts.figures,
    tasks: parts.tasks,
    awards: people.slice(0, 2).map((guest, index) => ({
      ref: `award-${index}`,
      title: { vi: `Giải ${index}` },
      presenter: pick(people, index),
      recipients: [
        { kind: 'person', guest },
        { kind: 'collective', name: { vi: 'Tổ máy' }, representedBy: guest },
      ],
    })),
    recap: parts.recap,
    ...hallOf(parts.areas, people),
    ...lettersOf(parts, people),
    answers: people.flatMap((guest, index) =>
      parts.answers[index]
        ? [{ ...parts.answers[index], guest, waves: parts.waves.map((_, at) => at + 1).slice(index % 2) }]
        : [],
    ),
    ...doorsOf(parts),
    checkIns: checkInsOf(parts, people.slice(1, 4)),
    stage:
      people.length > 2
        ? { introduced: people.slice(0, 2).map((guest) => ({ guest, at: '2027-03-01T02:00:00Z' })) }
        : null,
  };
}

function doorsOf({ event, seed }: Parts): Pick<EventFileInput, 'doorPlan'> {
  const rules = ['once', 'daily', 'times', 'in-out'] as const;
  const categories = (event.categories ?? []).slice(0, seed % 3).map(({ ref }) => ref);
  const rule = rules[seed % 4] ?? 'once';
  return {
    doorPlan: {
      lists: [0, 1].map((index) => ({
        ref: `list-${index}`,
        name: { ru: `Список ${index}` },
        rule,
        times: rule === 'times' ? 2 : 1,
        opensAt: seed % 2 ? '2027-03-01T02:00:00Z' : null,
        categories,
        requires: index === 0 ? 'event' : 'list-0',
      })),
      gates: [{ ref: 'gate', name: 'Cửa', categories }],
      profiles: [{ ref: 'profile', name: 'Quầy', gate: seed % 2 ? 'gate' : '', lists: ['event', 'list-1'] }],
    },
  };
}

function hallOf(areas: Parts['areas'], people: readonly string[]): Pick<EventFileInput, 'seating'> {
  if (areas.length === 0) return {};
  return {
    seating: {
      areas: areas.map((one, index) => ({ ...one, ref: `part${index}` })),
      seats: people.map((guest, index) => ({ seat: `part0:1:${index + 1}`, guest })),
    },
  };
}

function isNeeded(
  ref: string,
  used: ReadonlySet<string>,
  units: readonly { ref: string; parent: string }[],
): boolean {
  return used.has(ref) || units.some((unit) => unit.parent === ref && isNeeded(unit.ref, used, units));
}
