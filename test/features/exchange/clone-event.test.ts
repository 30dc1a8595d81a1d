import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Agendas } from '../../../models/agenda.ts';
import { Awards } from '../../../models/award.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Contacts } from '../../../models/contact.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Memberships } from '../../../models/membership.ts';
import { type Access, systemAccess } from '../../../server/features/access/access.ts';
import { templateOf } from '../../../server/features/events/template-of.ts';
import { checkImport } from '../../../server/features/exchange/check-import.ts';
import { cloneEvent } from '../../../server/features/exchange/clone-event.ts';
import {
  type CloneInput,
  type ClonePart,
  CloneInput as Input,
} from '../../../server/features/exchange/clone-input.ts';
import { exportEvent } from '../../../server/features/exchange/export-event.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { useDatabase } from '../../support/database.ts';
import { importedCampaign } from './campaign.ts';
import { accessAs, makeMembership, makeUser, officeAccess } from '../../support/factories.ts';

const fixture = new URL(
  '../../../server/fixtures/conferences/customer-conference-2020.json',
  import.meta.url,
);

function choice(...parts: ClonePart[]): CloneInput {
  const ticks = Object.fromEntries(parts.map((part) => [part, 'true']));
  return Input.parse({ title: { vi: 'Hội nghị khách hàng năm 2021' }, parts: ticks });
}

describe('cloning an event', () => {
  useDatabase();
  let source: Access;
  before(async () => {
    const office = await officeAccess();
    const event = await runImport(office.actor, await checkImport(readFileSync(fixture, 'utf8')));
    source = await accessAs('owner', { event });
  });

  async function clone(...parts: ClonePart[]): Promise<Conference> {
    const { _id } = await cloneEvent(source, await officeAccess(), choice(...parts));
    const event = await Events.findById(_id).lean<Conference>();
    if (!event) throw new Error('The copy is not there');
    return event;
  }

  it('makes a draft of its own, without any date, that remembers where it comes from', async () => {
    const event = await clone('details', 'agenda', 'categories', 'texts', 'guests', 'awards');
    expect(event).to.deep.include({
      state: 'draft',
      type: 'customer-conference',
      title: { vi: 'Hội nghị khách hàng năm 2021' },
      days: [],
      sessions: [],
      replyBy: null,
      publishedAt: null,
      clonedFrom: source.event._id,
    });
    expect(event.slug).to.match(/^hoi-nghi-khach-hang-nam-2021/);
    expect(event.shortId).to.not.equal(source.event.shortId);
    expect(event.contact).to.deep.equal(source.event.contact);
  });

  it('has what its type brings where nothing is taken along', async () => {
    const event = await clone();
    const template = templateOf('customer-conference');
    expect(event.categories).to.deep.equal(template.categories);
    expect(event.letter).to.deep.equal(template.letter);
    expect(event.contact).to.deep.equal({ name: '', email: '', phone: '' });
    expect(event.host).to.deep.equal(source.event.host);
    const agenda = await Agendas.findById(event._id).lean();
    expect(agenda?.items.map(({ title }) => title)).to.deep.equal(template.agenda.map(({ title }) => title));
    expect(await Guests.countDocuments({ event: event._id })).to.equal(0);
  });

  it('takes guests without answers, seats or attendance, as the same contacts', async () => {
    const contacts = await Contacts.countDocuments();
    const event = await clone('guests');
    const [before, after] = await Promise.all(
      [source.event, event].map(({ _id }) => Guests.find({ event: _id }).sort({ order: 1 }).lean()),
    );
    expect(after?.map(({ name, category }) => ({ name, category }))).to.deep.equal(
      before?.map(({ name, category }) => ({ name, category })),
    );
    expect(after?.map(({ contact }) => String(contact))).to.deep.equal(
      before?.map(({ contact }) => String(contact)),
    );
    expect(await Contacts.countDocuments()).to.equal(contacts);
    expect(
      after?.every((guest) => !guest.answer && !guest.invitation && !guest.arrivedAt && !guest.seat),
    ).to.equal(true);
    expect(event.categories).to.deep.equal(source.event.categories);
    expect(await CheckIns.countDocuments({ event: event._id })).to.equal(0);
  });

  it('is made once however often one form is sent, at the same time too; another form makes another', async () => {
    const office = await officeAccess();
    const sent = (id: string) => cloneEvent(source, office, { ...choice('guests'), id });
    const first = await Promise.all([sent('form-a'), sent('form-a'), sent('form-a')]);
    const ids = [...first, await sent('form-a')].map(({ _id }) => String(_id));
    expect(new Set(ids).size).to.equal(1);
    expect(String((await sent('form-b'))._id)).to.not.equal(ids[0]);
    const ofOthers = await cloneEvent(source, await officeAccess(), { ...choice('guests'), id: 'form-a' });
    expect(ids).to.not.include(String(ofOthers._id));
  });

  it('takes speakers along only with the guests', async () => {
    const alone = await Agendas.findById((await clone('agenda'))._id).lean();
    const together = await Agendas.findById((await clone('agenda', 'guests'))._id).lean();
    const original = await Agendas.findById(source.event._id).lean();
    expect(alone?.items.flatMap(({ speakers }) => speakers)).to.deep.equal([]);
    expect(together?.items.map(({ speakers }) => speakers.length)).to.deep.equal(
      original?.items.map(({ speakers }) => speakers.length),
    );
  });

  it('takes awards that are still to be decided and announced', async () => {
    const awards = await Awards.find({ event: (await clone('awards'))._id }).lean();
    expect(awards).to.have.length(await Awards.countDocuments({ event: source.event._id }));
    expect(awards.every(({ announcedAt, decision }) => !announcedAt && !decision.number)).to.equal(true);
  });

  it('takes letters, reply form, hall, letter on paper and units each when asked to, without what has happened', async () => {
    const campaign = systemAccess(await importedCampaign());
    const copyOf = async (...parts: ClonePart[]) => {
      const { _id } = await cloneEvent(campaign, await officeAccess(), choice(...parts));
      const copy = await Events.findById(_id).lean<Conference>();
      if (!copy) throw new Error('The copy is not there');
      return exportEvent(systemAccess(copy));
    };
    const [from, bare, whole] = [
      await exportEvent(campaign),
      await copyOf('details'),
      await copyOf('categories', 'texts', 'replyForm', 'hall', 'doors', 'paper', 'units'),
    ];
    expect(bare.letters).to.deep.equal([]);
    expect(bare.nominations).to.deep.equal([]);
    expect(bare).to.not.have.any.keys('seating', 'formalLetter', 'doorPlan');
    expect(bare.event).to.not.have.property('replyForm');

    expect(whole.letters).to.deep.equal(from.letters);
    expect(whole.formalLetter).to.deep.equal({ ...from.formalLetter, number: '', date: '' });
    expect(whole.seating).to.deep.equal({ areas: from.seating?.areas, seats: [] });
    expect(whole.doorPlan).to.deep.equal({
      ...from.doorPlan,
      lists: from.doorPlan?.lists.slice(0, 1),
      profiles: from.doorPlan?.profiles.map((profile) => ({ ...profile, lists: ['event', 'meal'] })),
    });
    expect(whole.event.replyForm?.questions.map(({ ref }) => ref)).to.deep.equal(['bus']);
    expect(whole.waves).to.deep.equal([]);
    const [unit] = whole.nominations;
    expect(unit).to.deep.include({ quota: 3, category: 'delegate', sentAt: null, nominees: [] });
    expect(unit?.secretary.email).to.equal('hoa@unit.example');
  });

  it('moves the deadline of a unit into a year to come when it has passed', async () => {
    const passed = await importedCampaign({ deadline: '2020-03-10T16:59:00.000Z' }, 'long-ago');
    const event = await cloneEvent(systemAccess(passed), await officeAccess(), choice('units'));
    const copy = await Nominations.findOne({ event: event._id }).lean();
    expect(copy?.deadline.toISOString()).to.match(/-03-10T16:59:00\.000Z$/);
    expect(copy?.deadline).to.be.greaterThan(new Date());
    expect([copy?.linkRevision, copy?.linkHash]).to.deep.equal([0, '']);
  });

  it('takes the members along when asked to', async () => {
    const editor = await makeUser();
    await makeMembership(editor, source.event, 'editor');
    const role = async (event: Conference) =>
      (await Memberships.findOne({ event: event._id, user: editor._id }).lean())?.role;
    expect(await role(await clone('members'))).to.equal('editor');
    expect(await role(await clone('details'))).to.equal(undefined);
  });
});
