import { expect } from 'chai';
import mongoose, { Types } from 'mongoose';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Contacts } from '../../../models/contact.ts';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { ImportRuns } from '../../../models/import-run.ts';
import { Memberships } from '../../../models/membership.ts';
import { Organisations } from '../../../models/organisation.ts';
import { abandonImports } from '../../../server/features/exchange/abandon-imports.ts';
import type { EventFile } from '../../../server/features/exchange/format.ts';
import { readEventFile, readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { Refused } from '../../../server/platform/errors.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeContact, makeEvent, makeOrganisation, officeAccess } from '../../support/factories.ts';
import { conference } from './conferences.ts';

const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

function checked(json: unknown): EventFile {
  const { file, problems } = typeof json === 'string' ? readEventFile(json) : readEventJson(json);
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

const customers = (): EventFile => checked(conference('customer-conference-2020'));

/** Everything in the database except the rows that only tell of imports. */
async function everything(): Promise<Record<string, number>> {
  const collections = (await mongoose.connection.db?.listCollections().toArray()) ?? [];
  const counts = await Promise.all(
    collections.map(
      async ({ name }) => [name, await mongoose.connection.collection(name).countDocuments()] as const,
    ),
  );
  return Object.fromEntries(counts.filter(([name, count]) => count > 0 && name !== 'import-runs'));
}

describe('the import of an event file', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  it('makes the importer the owner and writes down who imported', async () => {
    const { actor } = await officeAccess();
    const event = await runImport(actor, customers());
    const memberships = await Memberships.find({ event: event._id }).lean();
    expect(memberships.map(({ user, role }) => [String(user), role])).to.deep.equal([[actor.id, 'owner']]);
    const stored = await Events.findById(event._id).lean();
    expect(stored?.effects.map(({ data }) => data['action'])).to.deep.equal(['audit.exchange.imported']);
    expect(await AuditEntries.countDocuments()).to.equal(0);
  });

  it('names guests in protocol order, finds them in every script and gives each a pass of their own', async () => {
    const event = await runImport(system, customers());
    const guests = await Guests.find({ event: event._id }).sort({ order: 1, _id: 1 }).lean();
    expect(guests.map(({ ref }) => ref).slice(0, 2)).to.deep.equal(['tran-trung-thanh', 'hoang-manh-cuong']);
    const chiefEngineer = await Guests.findOne({ event: event._id, words: 'nebozhenko' }).lean();
    expect(chiefEngineer?.name.ru).to.deep.equal({
      family: 'Небоженко',
      given: 'Виктор',
      patronymic: 'Александрович',
    });
    expect(chiefEngineer?.tiers).to.deep.equal(['chief-engineer']);
    expect(new Set(guests.map(({ code }) => code)).size).to.equal(guests.length);
  });

  it('links people and organisations that are known and leaves them as they are', async () => {
    const name = { vi: 'Công ty TNHH hệ thống thông tin FPT' };
    const unit = await makeOrganisation({ name, short: { vi: 'Tên khác' } });
    const byEmail = await makeContact({ email: 'thanh.tt@fpt-is.example', name: { vi: 'Trần T. Thành' } });
    await runImport(system, customers());

    const guest = await Guests.findOne({ ref: 'tran-trung-thanh' }).lean();
    expect([guest?.contact, guest?.organisation].map(String)).to.deep.equal(
      [byEmail._id, unit._id].map(String),
    );
    expect(guest?.name.vi).to.equal('Trần Trung Thành');
    const known = await Contacts.findById(byEmail._id).lean();
    expect(known?.name).to.deep.equal({ vi: 'Trần T. Thành' });
    const kept = await Organisations.findById(unit._id).lean();
    expect(kept?.short).to.deep.equal({ vi: 'Tên khác' });
  });

  it('knows people without an address by name and organisation, and keeps namesakes apart', async () => {
    const guest = (ref: string, email = ''): object => ({ ref, name: { vi: 'Nguyễn Văn A' }, email });
    const file = (slug: string, guests: object[]): EventFile =>
      checked({
        format: 'rostrum-event',
        version: 1,
        event: { slug, type: 'blank', title: { vi: 'Họp' }, host: { name: { vi: 'Ban' } } },
        guests,
      });
    await runImport(system, file('first', [guest('a')]));
    await runImport(
      system,
      file('second', [guest('b'), guest('c', 'c@guest.example'), guest('d', 'c@guest.example')]),
    );

    const contactOf = async (ref: string): Promise<string> =>
      String((await Guests.findOne({ ref }).lean())?.contact);
    expect(await contactOf('b')).to.equal(await contactOf('a'));
    expect(new Set([await contactOf('b'), await contactOf('c'), await contactOf('d')]).size).to.equal(3);
    expect(await Contacts.countDocuments({ email: 'c@guest.example' })).to.equal(1);
  });

  it('keeps what was done at the doors and marks who is there', async () => {
    const file = customers();
    const entry = { at: '2020-10-03T01:00:00Z', door: 'Cửa chính', by: 'Lan', method: 'scan' };
    const undo = { kind: 'undo', takesBack: 1, at: '2020-10-03T00:31:00Z', by: 'Lan' };
    const passages = [{ ...entry, at: '2020-10-03T00:30:00Z' }, undo, entry];
    const checkIns = [{ guest: 'le-quoc-anh', passages }];
    const event = await runImport(system, checked({ ...file, checkIns }));

    const guest = await Guests.findOne({ event: event._id, ref: 'le-quoc-anh' }).lean();
    expect(guest?.arrivedAt).to.deep.equal(new Date('2020-10-03T01:00:00Z'));
    const checkIn = await CheckIns.findOne({ event: event._id }).lean();
    const [first, taken, second] = checkIn?.passages ?? [];
    expect([taken?.target, checkIn?.admission?.scanId]).to.deep.equal([first?.id, second?.id]);
  });

  it('leaves nothing behind when the address was taken at the last moment', async () => {
    await makeEvent({ slug: 'customer-conference-2020' });
    const before = await everything();
    const error = await runImport(system, customers()).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Refused);
    expect((error as Refused).code).to.equal('exchange.problem.slug-taken');
    expect(await everything()).to.deep.equal(before);
    expect(await ImportRuns.countDocuments()).to.equal(0);
  });

  it('shows nothing while it is on the way, and takes away what broke off', async () => {
    await runImport(system, customers());
    const before = await everything();
    // What a process leaves that was killed just before the event appeared.
    await Events.deleteMany({});
    await ImportRuns.updateMany({}, { $set: { state: 'appearing' } });
    expect(await abandonImports(), 'alive for a minute').to.equal(0);

    setClock(new Date(Date.now() + 120_000));
    expect(await abandonImports()).to.equal(1);
    expect(before).to.include.keys('guests', 'contacts');
    expect(await everything()).to.deep.equal({});
  });

  it('does not take away people whom somebody has invited elsewhere meanwhile', async () => {
    const event = await runImport(system, customers());
    const contact = await Contacts.findOne({ email: 'anh.lq@tecapro.example' }).lean();
    await Guests.collection.updateOne(
      { event: event._id, ref: 'le-quoc-anh' },
      { $set: { event: new Types.ObjectId() } },
    );
    await Events.deleteMany({});
    await ImportRuns.updateMany({}, { $set: { state: 'writing' } });
    setClock(new Date(Date.now() + 120_000));
    await abandonImports();

    expect((await Contacts.find().lean()).map(({ _id }) => String(_id))).to.deep.equal([
      String(contact?._id),
    ]);
    const units = await Organisations.find().lean();
    expect(units.map(({ ref }) => ref)).to.deep.equal(['tecapro']);
  });

  it('imports two copies at the same moment without doubling a person', async () => {
    await Promise.all(['one', 'two'].map((slug) => runImport(system, customers(), { slug })));
    expect(await Events.countDocuments()).to.equal(2);
    expect(await Contacts.countDocuments()).to.equal(customers().guests.length);
    const linked = await Guests.distinct('contact');
    expect(linked).to.have.length(customers().guests.length);
  });
});
