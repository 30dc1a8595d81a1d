import { expect } from 'chai';
import { Types } from 'mongoose';
import { Organisations } from '../../../models/organisation.ts';
import { organisationRecord } from '../../../server/features/directory/organisation-record.ts';
import type { Delegation } from '../../../server/features/guests/delegations.ts';
import { organisationChoices } from '../../../server/features/guests/organisation-choices.ts';
import { delegationsModel } from '../../../server/features/guests/present-choices.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs } from '../../support/factories.ts';

describe('long lists of guests and organisations', () => {
  useDatabase();

  it('offer every organisation, also after the first five hundred', async () => {
    const units = Array.from({ length: 520 }, (_, index) => {
      const facts = { name: { vi: `Đơn vị ${index}` }, short: {}, tier: 3 };
      return { ...facts, ...organisationRecord(facts), _id: new Types.ObjectId() };
    });
    await Organisations.insertMany(units);
    const offered = new Set((await organisationChoices(null)).map(({ _id }) => String(_id)));
    expect(units.filter(({ _id }) => !offered.has(String(_id)))).to.deep.equal([]);
  });

  it('say how many delegations they leave out', async () => {
    const counts = { total: 1, going: 0, silent: 1, declined: 0, arrived: 0 };
    const many = Array.from({ length: 503 }, (_, index): Delegation => {
      const name = `Đoàn ${index}`;
      return { ...counts, key: `d:${name}`, name: { vi: name }, head: null };
    });
    const access = await accessAs('viewer');
    const long = delegationsModel(access, many, 'vi');
    expect([long.rows.length, long.more.includes('3 đoàn')]).to.deep.equal([500, true]);
    expect(delegationsModel(access, many.slice(0, 500), 'vi').more).to.equal('');
  });
});
