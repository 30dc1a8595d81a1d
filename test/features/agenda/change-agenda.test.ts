import { expect } from 'chai';
import type { z } from 'zod';
import { type AgendaItem, Agendas } from '../../../models/agenda.ts';
import { addItem } from '../../../server/features/agenda/add-item.ts';
import { editItem } from '../../../server/features/agenda/edit-item.ts';
import { AgendaItemInput } from '../../../server/features/agenda/input.ts';
import { itemVersion } from '../../../server/features/agenda/item-version.ts';
import { loadAgenda } from '../../../server/features/agenda/load-agenda.ts';
import { moveItem } from '../../../server/features/agenda/move-item.ts';
import { removeItem } from '../../../server/features/agenda/remove-item.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { Invalid, NotFound, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeEvent, makeGuest } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

function typed(given: z.input<typeof AgendaItemInput> | object = {}): AgendaItemInput {
  return AgendaItemInput.parse({ kind: 'report', title: { vi: 'Báo cáo' }, minutes: '20', ...given });
}

async function agendaOf(ids: readonly string[], given: Partial<AgendaItem> = {}): Promise<Access> {
  const access = await accessAs('editor');
  await makeAgenda(
    access.event,
    ids.map((id) => ({ id, title: { vi: id }, ...given })),
  );
  return access;
}

async function itemsOf(access: Access): Promise<AgendaItem[]> {
  return (await loadAgenda(access.event)).items;
}

async function order(access: Access): Promise<string> {
  return (await itemsOf(access)).map(({ id, session }) => (session ? `${id}@${session}` : id)).join(' ');
}

async function seen(access: Access, id: string): Promise<{ id: string; version: string }> {
  const item = (await itemsOf(access)).find((each) => each.id === id);
  return { id, version: item ? itemVersion(item) : '' };
}

describe('changing the agenda', () => {
  useDatabase();

  it('makes the agenda of an event that has none with its first item, and writes it into the history', async () => {
    const access = await accessAs('editor');
    const item = await addItem(access, typed({ title: { vi: 'Khai mạc' } }));
    const stored = await Agendas.findById(access.event._id).orFail().lean();
    expect(stored.items.map(({ id, title }) => [id, title.vi])).to.deep.equal([[item.id, 'Khai mạc']]);
    expect(stored.rev).to.equal(1);
  });

  it('loses none of several first items added at the same time', async () => {
    const access = await accessAs('editor');
    await Promise.all(['1', '2', '3', '4'].map((vi) => addItem(access, typed({ title: { vi } }))));
    const titles = (await itemsOf(access)).map(({ title }) => title.vi);
    expect(new Set(titles)).to.deep.equal(new Set(['1', '2', '3', '4']));
  });

  it('edits one item while another one is moved', async () => {
    const access = await agendaOf(['a', 'b', 'c']);
    const version = await seen(access, 'b');
    await moveItem(access, 'a', { behind: '', before: '' });
    await editItem(access, version, typed({ title: { vi: 'Sửa' } }));
    expect(await order(access)).to.equal('b c a');
    expect((await itemsOf(access))[0]?.title.vi).to.equal('Sửa');
  });

  it('refuses an edit made on an older version of the same item, and keeps the newer one', async () => {
    const access = await agendaOf(['a']);
    const version = await seen(access, 'a');
    await editItem(access, version, typed({ title: { vi: 'Người thứ nhất' } }));
    const refusal = await rejection(editItem(access, version, typed({ title: { vi: 'Người thứ hai' } })));
    expect(refusal).to.be.instanceOf(Refused).with.property('code', 'agenda.item-changed');
    expect((await itemsOf(access))[0]?.title.vi).to.equal('Người thứ nhất');
  });

  it('lets exactly one of two simultaneous edits of an item win', async () => {
    const access = await agendaOf(['a']);
    const version = await seen(access, 'a');
    const results = await Promise.allSettled(
      ['một', 'hai'].map((vi) => editItem(access, version, typed({ title: { vi } }))),
    );
    expect(results.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
  });

  it('does not edit what somebody has removed', async () => {
    const access = await agendaOf(['a', 'b']);
    const version = await seen(access, 'a');
    await removeItem(access, version);
    const refusal = await rejection(editItem(access, version, typed()));
    expect(refusal).to.be.instanceOf(Refused).with.property('code', 'agenda.item-gone');
    expect(await order(access)).to.equal('b');
  });

  it('removes an item only as it was seen', async () => {
    const access = await agendaOf(['a', 'b']);
    const version = await seen(access, 'a');
    await editItem(access, version, typed());
    expect(await rejection(removeItem(access, version))).to.be.instanceOf(Refused);
    await removeItem(access, await seen(access, 'a'));
    expect(await order(access)).to.equal('b');
    expect(await rejection(removeItem(access, version))).to.be.instanceOf(NotFound);
  });

  it('moves an item in front of another, to the end and into another session', async () => {
    const access = await agendaOf(['a', 'b', 'c'], { session: 's1' });
    await moveItem(access, 'c', { behind: 'b', before: 'a' });
    expect(await order(access)).to.equal('c@s1 a@s1 b@s1');
    await moveItem(access, 'c', { behind: '', before: '' });
    expect(await order(access)).to.equal('a@s1 b@s1 c@s1');
    await moveItem(access, 'b', { behind: 'a', before: 'b', session: 's2' });
    expect(await order(access)).to.equal('a@s1 b@s2 c@s1');
  });

  it('refuses to move an item that no longer stands where it was seen, or in front of one that is gone', async () => {
    const access = await agendaOf(['a', 'b', 'c']);
    await moveItem(access, 'c', { behind: 'b', before: 'a' });
    const twice = await rejection(moveItem(access, 'c', { behind: 'b', before: 'a' }));
    expect(twice).to.be.instanceOf(Refused).with.property('code', 'agenda.moved-meanwhile');
    const gone = await rejection(moveItem(access, 'a', { behind: 'c', before: 'nobody' }));
    expect(gone).to.be.instanceOf(Refused);
    expect(await order(access)).to.equal('c a b');
  });

  it('loses none of several moves and edits made at the same time', async () => {
    const access = await agendaOf(['a', 'b', 'c', 'd']);
    const [a, d] = [await seen(access, 'a'), await seen(access, 'd')];
    await Promise.all([
      editItem(access, a, typed({ minutes: '1' })),
      editItem(access, d, typed({ minutes: '4' })),
      moveItem(access, 'c', { behind: 'b', before: '' }),
    ]);
    expect((await itemsOf(access)).map(({ id, minutes }) => `${id}${minutes}`)).to.deep.equal([
      'a1',
      'b15',
      'd4',
      'c15',
    ]);
  });

  it('names only guests of its own event as speakers', async () => {
    const access = await accessAs('editor');
    const own = await makeGuest({ event: access.event._id });
    const foreign = await makeGuest({ event: (await makeEvent())._id });
    const refusal = await rejection(
      addItem(access, typed({ speakers: [String(own._id), String(foreign._id)] })),
    );
    expect(refusal).to.be.instanceOf(Invalid);
    expect(await itemsOf(access)).to.deep.equal([]);
    const item = await addItem(access, typed({ speakers: String(own._id) }));
    expect(item.speakers.map(String)).to.deep.equal([String(own._id)]);
  });
});
