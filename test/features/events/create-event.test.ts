import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { ladderOf } from '../../../contract/protocol.ts';
import { eventTypes } from '../../../contract/states.ts';
import { Agendas } from '../../../models/agenda.ts';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Events } from '../../../models/event.ts';
import { Memberships } from '../../../models/membership.ts';
import { carriers } from '../../../server/effects.ts';
import { createEvent } from '../../../server/features/events/create-event.ts';
import type { CreateEventInput } from '../../../server/features/events/input.ts';
import { templateOf } from '../../../server/features/events/template-of.ts';
import { createEffects, type Effects } from '../../../server/platform/database/effects.ts';
import { useDatabase } from '../../support/database.ts';
import { officeAccess } from '../../support/factories.ts';

const zone = { timeZone: 'Asia/Ho_Chi_Minh' };
const input: CreateEventInput = {
  type: 'customer-conference',
  title: { vi: 'Hội nghị khách hàng năm 2027' },
  host: { name: { vi: 'Trung tâm Công nghệ thông tin' } },
  firstDay: '',
  lastDay: '',
};

describe('creating an event', () => {
  useDatabase();
  let effects: Effects;
  before(() => {
    effects = createEffects({ models: [Events], carriers });
    effects.start();
  });
  after(() => effects.stop());

  for (const type of eventTypes) {
    it(`brings the agenda, the categories, the ladder and the letter of ${type}`, async () => {
      const event = await createEvent(await officeAccess(), { ...input, type }, zone);
      const agenda = await Agendas.findById(event._id).lean();
      const template = templateOf(type);

      expect(agenda?.items.map(({ kind, minutes, title }) => ({ kind, minutes, title }))).to.deep.equal(
        template.agenda,
      );
      expect(event.categories).to.deep.equal(template.categories);
      expect(event.ladder).to.deep.equal(ladderOf[type]);
      expect(event.letter).to.deep.equal(template.letter);
    });
  }

  it('is made once however often one form is sent, at the same time too', async () => {
    const access = await officeAccess();
    const send = (form: Partial<CreateEventInput>) => createEvent(access, { ...input, ...form }, zone);
    const sent = await Promise.all([1, 2, 3].map(() => send({ id: 'form-a' })));
    const ids = [...sent, await send({ id: 'form-a' })].map(({ _id }) => String(_id));
    expect(new Set(ids).size).to.equal(1);
    expect(await Memberships.countDocuments({ event: sent[0]?._id ?? null })).to.equal(1);
    const changed = await send({ id: 'form-a', title: { vi: 'Hội nghị khác' } });
    const ofOthers = await createEvent(await officeAccess(), { ...input, id: 'form-a' }, zone);
    expect(new Set([ids[0], String(changed._id), String(ofOthers._id)]).size).to.equal(3);
  });

  it('belongs to whoever creates it, and the history says so', async () => {
    const access = await officeAccess();
    const event = await createEvent(access, input, zone);

    const roles = await Memberships.find({ event: event._id }).lean();
    expect(roles.map(({ user, role }) => [String(user), role])).to.deep.equal([[access.actor.id, 'owner']]);
    const entries = await AuditEntries.find({ event: event._id }).lean();
    expect(entries.map(({ action, params }) => [action, params])).to.deep.equal([
      ['audit.events.created', { title: 'Hội nghị khách hàng năm 2027' }],
    ]);
  });

  it('starts as a draft without date or place when neither is known', async () => {
    const { state, days, venue, partOfDay, timeZone } = await createEvent(await officeAccess(), input, zone);
    expect({ state, days, venue, partOfDay, timeZone }).to.deep.equal({
      state: 'draft',
      days: [],
      venue: null,
      partOfDay: 'morning',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
  });

  it('takes every day from the first to the last', async () => {
    const event = await createEvent(
      await officeAccess(),
      { ...input, firstDay: '2027-02-27', lastDay: '2027-03-01' },
      zone,
    );
    expect(event.days).to.deep.equal(['2027-02-27', '2027-02-28', '2027-03-01']);
  });

  it('has an address made from the title, also when others have the same, at the same time', async () => {
    const access = await officeAccess();
    const title = { vi: 'Đại hội Đoàn cơ sở' };
    const events = await Promise.all(
      Array.from({ length: 4 }, () => createEvent(access, { ...input, title }, zone)),
    );
    expect(events.map(({ slug }) => slug).toSorted()).to.deep.equal([
      'dai-hoi-doan-co-so',
      'dai-hoi-doan-co-so-2',
      'dai-hoi-doan-co-so-3',
      'dai-hoi-doan-co-so-4',
    ]);
  });

  it('never takes an address that a page of the site has', async () => {
    const { slug } = await createEvent(await officeAccess(), { ...input, title: { en: 'New' } }, zone);
    expect(slug).to.equal('new-2');
  });

  it('writes Cyrillic titles in Latin letters in the address', async () => {
    const title = { ru: 'Итоговое совещание' };
    const { slug } = await createEvent(await officeAccess(), { ...input, title }, zone);
    expect(slug).to.equal('itogovoe-soveshchanie');
  });
});

describe('the templates of event types', () => {
  for (const type of eventTypes) {
    const { agenda, categories, letter } = templateOf(type);

    it(`say everything of ${type} in three languages`, () => {
      const texts = [...agenda, ...categories].map(({ title }) => title);
      const missing = texts.filter((title) => locales.some((locale) => !title[locale]));
      expect(missing).to.deep.equal([]);
    });

    it(`use only fields that a letter of ${type} knows, and those that a guest needs`, () => {
      for (const locale of locales) {
        const { subject, body } = letter[locale];
        const fields = [...`${subject} ${body}`.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
        expect([...new Set(fields)].toSorted((a = '', b = '') => a.localeCompare(b))).to.deep.equal(
          ['event', 'host', 'inviter', 'replyBy', 'salutation', 'when', 'where'],
          locale,
        );
      }
    });

    it(`count the categories of ${type} from 1`, () => {
      expect(categories.map(({ order }) => order)).to.deep.equal(categories.map((_, index) => index + 1));
    });
  }
});
