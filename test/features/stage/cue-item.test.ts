import { expect } from 'chai';
import type { Stage } from '../../../models/stage.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { removeItem } from '../../../server/features/agenda/remove-item.ts';
import { itemVersion } from '../../../server/features/agenda/item-version.ts';
import { loadAgenda } from '../../../server/features/agenda/load-agenda.ts';
import { cueItem } from '../../../server/features/stage/cue-item.ts';
import { consoleFacts } from '../../../server/features/stage/console-facts.ts';
import { loadStage } from '../../../server/features/stage/load-stage.ts';
import { nowModel } from '../../../server/features/stage/present-now.ts';
import { NotFound, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

async function opened(): Promise<Access> {
  const access = await accessAs('mc');
  const items = ['a', 'b', 'c'].map((id) => ({ id, title: { vi: id }, minutes: 10 }));
  await makeAgenda(access.event, items);
  return access;
}

/** Presses the big button of the console as it is shown now. */
async function press(access: Access, button: 'next' | 'previous' = 'next'): Promise<Stage> {
  const { go } = nowModel(await consoleFacts(access), 'vi', true);
  if (!go) throw new Error('There is no button');
  return cueItem(access, { rev: go.rev, item: go[button] });
}

describe('the running item', () => {
  useDatabase();

  it('goes through the agenda to the end, begins again, and remembers what ran when', async () => {
    const access = await opened();
    const running: string[] = [];
    for (let press_ = 0; press_ < 5; press_ += 1) running.push((await press(access)).running);
    expect(running).to.deep.equal(['a', 'b', 'c', '', 'a']);
    const { runs } = await loadStage(access.event);
    expect(runs.map(({ item, endedAt }) => [item, endedAt !== null])).to.deep.equal([
      ['a', true],
      ['b', true],
      ['c', true],
      ['a', false],
    ]);
  });

  it('goes back one, from the end too', async () => {
    const access = await opened();
    await press(access);
    await press(access);
    expect((await press(access, 'previous')).running).to.equal('a');
    for (let left = 3; left > 0; left -= 1) await press(access);
    expect((await press(access, 'previous')).running).to.equal('c');
  });

  it('is not skipped by a double tap or by two people pressing at once', async () => {
    const access = await opened();
    const stage = await press(access);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => cueItem(access, { rev: stage.rev, item: 'b' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const late = await rejection(cueItem(access, { rev: stage.rev, item: 'c' }));
    expect(late).to.be.instanceOf(Refused).with.property('code', 'stage.already-moved');
    expect((await loadStage(access.event)).running).to.equal('b');
  });

  it('starts once when the very first button is pressed twice at the same time', async () => {
    const access = await opened();
    const results = await Promise.allSettled([1, 2].map(() => cueItem(access, { rev: 0, item: 'a' })));
    expect(results.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    expect((await loadStage(access.event)).runs).to.have.length(1);
  });

  it('refuses an item the agenda does not have', async () => {
    const access = await opened();
    expect(await rejection(cueItem(access, { rev: 0, item: 'z' }))).to.be.instanceOf(NotFound);
  });

  it('does not end the show when the item on stage is taken off the agenda', async () => {
    const access = await opened();
    await press(access);
    await press(access);
    const [, b] = (await loadAgenda(access.event)).items;
    if (!b) throw new Error('no item');
    await removeItem(access, { id: 'b', version: itemVersion(b) });
    const model = nowModel(await consoleFacts(access), 'vi', true);
    expect({ state: model.state, next: model.next.map(({ title }) => title) }).to.deep.equal({
      state: 'Mục đang diễn ra đã bị gỡ khỏi chương trình',
      next: ['c'],
    });
    expect((await press(access)).running).to.equal('c');
  });
});
