import { expect } from 'chai';
import { type Award, Awards } from '../../../models/award.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { announceAward, withdrawAnnouncement } from '../../../server/features/awards/announce-award.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAward } from '../../support/factories.ts';

const first = new Date('2026-12-15T03:00:00Z');
const later = new Date('2026-12-15T03:05:00Z');

describe('announcing an award', () => {
  useDatabase();
  let access: Access;
  let id: string;

  beforeEach(async () => {
    access = await accessAs('mc');
    id = String((await makeAward({ event: access.event._id }))._id);
  });
  afterEach(() => setClock(null));

  it('keeps the time of the first tick, and one entry of it, when it is ticked again', async () => {
    setClock(first);
    await announceAward(access, id);
    setClock(later);
    await announceAward(access, id);

    const award = await stored();
    expect(award.announcedAt).to.deep.equal(first);
    expect(actions(award)).to.deep.equal(['audit.awards.announced']);
  });

  it('can be taken back, once', async () => {
    await announceAward(access, id);
    await withdrawAnnouncement(access, id);
    await withdrawAnnouncement(access, id);

    const award = await stored();
    expect(award.announcedAt).to.equal(null);
    expect(actions(award)).to.deep.equal(['audit.awards.announced', 'audit.awards.withdrawn']);
  });

  async function stored(): Promise<Award> {
    return Awards.findById(id).orFail().lean<Award>();
  }

  function actions(award: Award): unknown[] {
    return award.effects.map(({ data }) => data['action']);
  }
});
