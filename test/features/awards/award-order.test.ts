import { expect } from 'chai';
import { Awards } from '../../../models/award.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { awardsInOrder } from '../../../server/features/awards/award-list.ts';
import { moveAward } from '../../../server/features/awards/move-award.ts';
import { NotFound } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAward } from '../../support/factories.ts';

describe('the order of the awards', () => {
  useDatabase();
  let access: Access;
  let ids: string[];

  beforeEach(async () => {
    access = await accessAs('editor');
    ids = [];
    for (const vi of ['A', 'B', 'C']) {
      const { _id } = await makeAward({ event: access.event._id, title: { vi } });
      ids.push(String(_id));
    }
  });

  it('changes when one is put in front of another, or last', async () => {
    await moveAward(access, at(2), at(0));
    expect(await titles()).to.deep.equal(['C', 'A', 'B']);

    await moveAward(access, at(2), '');
    expect(await titles()).to.deep.equal(['A', 'B', 'C']);

    await moveAward(access, at(0), at(2));
    expect(await titles()).to.deep.equal(['B', 'A', 'C']);
  });

  it('holds when places have become too narrow for another one between them', async () => {
    await Awards.updateMany({ event: access.event._id }, { $set: { order: 1 } });

    await moveAward(access, at(2), at(1));

    expect(await titles()).to.deep.equal(['A', 'C', 'B']);
  });

  it('does not know the awards of another event', async () => {
    const stranger = await makeAward({ event: (await accessAs('editor')).event._id });

    const moving = await moveAward(access, String(stranger._id), '').catch((error: unknown) => error);
    const before = await moveAward(access, at(0), String(stranger._id)).catch((error: unknown) => error);

    expect([moving, before]).to.satisfy((all: unknown[]) => all.every((error) => error instanceof NotFound));
    expect(await titles()).to.deep.equal(['A', 'B', 'C']);
  });

  function at(place: number): string {
    return ids[place] ?? '';
  }

  async function titles(): Promise<string[]> {
    return (await awardsInOrder(access)).map(({ title }) => title.vi ?? '');
  }
});
