import { expect } from 'chai';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { Guests } from '../../../models/guest.ts';
import { duplicateContacts } from '../../../server/features/directory/duplicate-contacts.ts';
import { MergeInput } from '../../../server/features/directory/input.ts';
import { mergeContacts } from '../../../server/features/directory/merge-contacts.ts';
import { paths } from '../../../server/paths.ts';
import { parse } from '../../../server/platform/http/input.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeContact, makeEvent, makeGuest, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { rejection } from '../../support/rejection.ts';
import { until } from '../../support/until.ts';

describe('contacts who are one person', function () {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  after(() => app.close());

  async function office() {
    const user = await makeUser();
    return {
      actor: { kind: 'user', id: String(user._id), name: user.name, role: 'member', locale: 'vi' } as const,
    };
  }

  async function contact(given: Partial<Contact>): Promise<Contact> {
    return makeContact({ email: '', phone: '', position: {}, organisationName: {}, ...given });
  }

  it('are found in any spelling, and namesakes of other offices are not', async () => {
    const a = { organisationName: { vi: 'Phòng A' } };
    await contact({ name: { vi: 'Nguyễn Văn An' }, ...a });
    await contact({ name: { latin: 'An Nguyen Van' } });
    await contact({ name: { vi: 'Nguyễn Văn Ân' }, ...a });
    await contact({ name: { ru: { family: 'Соколов', given: 'Александр' } }, phone: '+7 912 345 67 89' });
    await contact({
      name: { latin: 'Alexander Sokolov' },
      phone: '79123456789',
      organisationName: { en: 'PVEP' },
    });
    await contact({ name: { vi: 'Nguyễn Văn An' }, organisationName: { vi: 'Phòng B' } });
    const found = await duplicateContacts(await office(), 50);
    const names = found.map(({ one, other, by }) =>
      [one.name, other.name, by].map((each) => JSON.stringify(each)).toSorted(),
    );
    expect(found.map(({ by }) => by).toSorted()).to.include('phone');
    expect(names.some((pair) => pair.join().includes('An Nguyen Van'))).to.equal(true);
    const offices = found.map(({ one, other }) =>
      [one.organisationName.vi, other.organisationName.vi].join(),
    );
    expect(offices).to.not.include('Phòng A,Phòng B').and.not.include('Phòng B,Phòng A');
  });

  it('become one: gaps are filled, what was chosen is taken, the past belongs to the one that stays', async () => {
    const kept = await contact({ name: { vi: 'Lê Văn Tám' }, position: { vi: 'Phó phòng' } });
    const gone = await contact({
      name: { latin: 'Le Van Tam' },
      email: 'tam@example.org',
      position: { vi: 'Trưởng phòng' },
    });
    const [one, both] = [await makeEvent(), await makeEvent()];
    const past = await makeGuest({ event: one._id, contact: gone._id });
    const mine = await makeGuest({ event: both._id, contact: kept._id });
    const twin = await makeGuest({ event: both._id, contact: gone._id });
    const input = parse(MergeInput, {
      other: String(gone._id),
      take: 'position',
      rev: kept.rev,
      otherRev: gone.rev,
    });
    const merged = await mergeContacts(await office(), String(kept._id), input);
    expect(merged).to.deep.include({
      name: { vi: 'Lê Văn Tám', latin: 'Le Van Tam' },
      position: { vi: 'Trưởng phòng' },
      email: 'tam@example.org',
    });
    await until(async () => (await Guests.findById(past._id).lean())?.contact?.equals(kept._id));
    expect((await Guests.findById(mine._id).lean())?.contact).to.deep.equal(kept._id);
    await until(async () => (await Guests.findById(twin._id).lean())?.contact === null);
    const archived = await Contacts.findById(gone._id).orFail().lean();
    expect(archived.mergedInto).to.deep.equal(kept._id);
    expect(archived.archivedAt).to.be.instanceOf(Date);
    expect(await rejection(mergeContacts(await office(), String(kept._id), input))).to.have.property(
      'code',
      'directory.merge.not-both',
    );
  });

  it('are compared and merged on pages', async () => {
    const kept = await contact({ name: { vi: 'Lê Văn Tám' } });
    const gone = await contact({ name: { vi: 'Lê Văn Tám' }, phone: '0912 345 678' });
    const client = app.as(await makeUser());
    const page = visibleText((await client.get(paths.duplicateContacts)).text);
    expect(page).to.contain('Lê Văn Tám').and.contain('1 cặp có thể là cùng một người');
    const address = paths.mergeContacts(kept);
    expect(visibleText((await client.get(`${address}?other=${String(gone._id)}`)).text)).to.contain(
      '0912 345 678',
    );
    const stale = await client.postForm(address, { other: String(gone._id), rev: 9, otherRev: gone.rev });
    expect(stale.status).to.equal(409);
    const done = await client.postForm(address, {
      other: String(gone._id),
      rev: kept.rev,
      otherRev: gone.rev,
    });
    expect(done.location).to.equal(paths.contact(kept));
    expect((await Contacts.findById(kept._id).lean())?.phone).to.equal('0912 345 678');
    const away = await client.get(paths.contact(gone));
    expect(visibleText(away.text)).to.contain('được gộp vào một người khác');
    expect(away.text).to.contain(paths.contact(kept));
    expect((await client.postForm(paths.restoreContact(gone))).status).to.equal(409);
    expect((await client.get(`${address}?other=nobody`)).status).to.equal(404);
    expect(app.takeErrors()).to.deep.equal([]);
  });
});
