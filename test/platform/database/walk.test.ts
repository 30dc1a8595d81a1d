import { expect } from 'chai';
import type { Types } from 'mongoose';
import { Organisations } from '../../../models/organisation.ts';
import { walkById } from '../../../server/platform/database/walk.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeOrganisation } from '../../support/factories.ts';

describe('walking through what a query finds', () => {
  useDatabase([Organisations]);
  beforeEach(emptyDatabase);

  const all = (size: number) =>
    walkById(size, async ({ size: limit, beyond }) =>
      Organisations.find({ $and: [{ tier: 3 }, ...beyond] }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: Types.ObjectId }[]>(),
    );

  it('meets each once, although what was met leaves the query', async () => {
    for (let n = 0; n < 7; n += 1) await makeOrganisation();
    const met: number[] = [];
    for await (const group of all(3)) {
      met.push(group.length);
      await Organisations.updateMany({ _id: { $in: group.map(({ _id }) => _id) } }, { tier: 1 });
    }
    expect(met).to.deep.equal([3, 3, 1]);
    expect(await Organisations.countDocuments({ tier: 1 })).to.equal(7);
  });

  it('meets nobody where nobody is', async () => {
    const met: unknown[] = [];
    for await (const group of all(3)) met.push(group);
    expect(met).to.deep.equal([]);
  });
});
