import { expect } from 'chai';
import { Contacts } from '../../../models/contact.ts';
import { Guests } from '../../../models/guest.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { carriers } from '../../../server/effects.ts';
import type { OfficeAccess } from '../../../server/features/access/access.ts';
import { addContact } from '../../../server/features/directory/add-contact.ts';
import { addOrganisation } from '../../../server/features/directory/add-organisation.ts';
import { archiveContact } from '../../../server/features/directory/archive-contact.ts';
import { archiveOrganisation } from '../../../server/features/directory/archive-organisation.ts';
import { contactCounts } from '../../../server/features/directory/contact-counts.ts';
import { editOrganisation } from '../../../server/features/directory/edit-organisation.ts';
import {
  EditOrganisationInput,
  NewContactInput,
  NewOrganisationInput,
} from '../../../server/features/directory/input.ts';
import { allUnits, placedUnits } from '../../../server/features/directory/organisation-tree.ts';
import { restoreOrganisation } from '../../../server/features/directory/restore-organisation.ts';
import { unitsCalled } from '../../../server/features/directory/unit-search.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { Invalid, Refused } from '../../../server/platform/errors.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import {
  makeContact,
  makeEvent,
  makeGuest,
  makeOrganisation,
  officeAccess,
} from '../../support/factories.ts';

describe('organisations', () => {
  useDatabase();
  let access: OfficeAccess;
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await officeAccess()));

  async function add(vi: string, parent: Organisation | null = null): Promise<Organisation> {
    const input = { name: { vi }, parent: parent ? String(parent._id) : '' };
    return addOrganisation(access, NewOrganisationInput.parse(input));
  }

  async function edit(unit: Organisation, given: object): Promise<Organisation> {
    const { name, tier, rev } = unit;
    return editOrganisation(
      access,
      String(unit._id),
      EditOrganisationInput.parse({ name, tier, rev, ...given }),
    );
  }

  async function tree(): Promise<string[]> {
    const units = await allUnits(access);
    return placedUnits(units).map(({ unit, depth }) => `${'-'.repeat(depth)}${unit.name.vi ?? ''}`);
  }

  it('stand below their parents, each level by name', async () => {
    const top = await add('Tổng công ty');
    await add('Xí nghiệp Khoan', top);
    const centre = await add('Trung tâm', top);
    await add('Phòng Kỹ thuật', centre);
    expect(await tree()).to.deep.equal([
      '-Tổng công ty',
      '--Trung tâm',
      '---Phòng Kỹ thuật',
      '--Xí nghiệp Khoan',
    ]);
  });

  it('cannot be put below themselves or below one of their own', async () => {
    const top = await add('Tổng công ty');
    const centre = await add('Trung tâm', top);
    const office = await add('Phòng Kỹ thuật', centre);
    for (const parent of [top, centre, office]) {
      const refused = await edit(top, { parent: String(parent._id) }).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(Invalid);
      expect(refused).to.have.deep.nested.property('fields[0].key', 'directory.error.circle');
    }
    await edit(office, { parent: String(top._id) });
    expect(await tree()).to.deep.equal(['-Tổng công ty', '--Phòng Kỹ thuật', '--Trung tâm']);
  });

  it('all stay in sight even where two moves at once have made a circle', async () => {
    const one = await makeOrganisation({ name: { vi: 'A' } });
    const other = await makeOrganisation({ name: { vi: 'B' }, parent: one._id });
    await Organisations.updateOne({ _id: one._id }, { $set: { parent: other._id } });
    expect(await tree()).to.deep.equal(['-A', '--B']);
  });

  it('are found by their names in any language', async () => {
    await makeOrganisation({ name: { vi: 'Trung tâm Công nghệ', ru: 'Центр технологий' } });
    const units = await allUnits(access);
    for (const query of ['cong nghe', 'центр', 'tsentr'])
      expect(unitsCalled(units, query), query).to.have.length(1);
    expect(unitsCalled(units, 'khoan')).to.have.length(0);
  });

  it('are not archived while somebody belongs to them', async () => {
    const top = await add('Tổng công ty');
    const centre = await add('Trung tâm', top);
    const contact = await makeContact({ organisation: centre._id });
    const blocked = async (unit: Organisation) => {
      const error: unknown = await archiveOrganisation(access, String(unit._id)).catch(
        (thrown: unknown) => thrown,
      );
      return error instanceof Refused ? error.params : null;
    };

    expect(await blocked(top)).to.deep.equal({ units: 1, contacts: 0 });
    expect(await blocked(centre)).to.deep.equal({ units: 0, contacts: 1 });
    await archiveContact(access, String(contact._id));
    await archiveOrganisation(access, String(centre._id));
    await archiveOrganisation(access, String(top._id));

    const choice = NewContactInput.parse({ name: { vi: 'Người Mới' }, organisation: String(centre._id) });
    expect(await addContact(access, choice).catch((error: unknown) => error)).to.be.instanceOf(Invalid);
    await restoreOrganisation(access, String(centre._id));
    expect((await addContact(access, choice)).organisationName).to.deep.equal({ vi: 'Trung tâm' });
  });

  it('count their own contacts, the archived aside', async () => {
    const unit = await add('Trung tâm');
    await makeContact({ organisation: unit._id });
    await makeContact({ organisation: unit._id });
    await makeContact({ organisation: unit._id, archivedAt: new Date() });
    await makeContact();
    expect([...(await contactCounts(access))]).to.deep.equal([[String(unit._id), 2]]);
  });

  it('hand a new name on to their contacts, but not to the records of events', async () => {
    const unit = await add('Trung tâm Cũ');
    const person = (vi: string, organisationName: object = {}) =>
      addContact(
        access,
        NewContactInput.parse({ name: { vi }, organisation: String(unit._id), organisationName }),
      );
    const follows = await person('Người Một');
    const worded = await person('Người Hai', { vi: 'TT Cũ' });
    const event = await makeEvent();
    const guest = await makeGuest({
      event: event._id,
      organisation: unit._id,
      organisationName: unit.name,
    });

    await edit(unit, { name: { vi: 'Viện Mới' } });
    const effects = createEffects({ models: [Organisations], carriers });
    await effects.drain();
    await effects.drain();

    const after = await Contacts.findById(follows._id).lean();
    expect(after).to.deep.include({ organisationName: { vi: 'Viện Mới' } });
    expect(after?.words).to.include('vien').and.not.include('trung');
    expect((await Contacts.findById(worded._id).lean())?.organisationName).to.deep.equal({ vi: 'TT Cũ' });
    expect((await Guests.findById(guest._id).lean())?.organisationName).to.deep.equal({ vi: 'Trung tâm Cũ' });
  });

  it('are changed on the revision that was seen', async () => {
    const unit = await add('Trung tâm');
    await edit(unit, { tier: 2 });
    const late = await edit(unit, { tier: 3 }).catch((error: unknown) => error);
    expect(late).to.be.instanceOf(Refused).with.property('code', 'errors.conflict-rev');
  });
});
