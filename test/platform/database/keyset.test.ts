import { expect } from 'chai';
import { keysetPage, type Order, type Reading, readPlace } from '../../../server/platform/database/keyset.ts';

const order: Order = { keys: { at: 'moment', word: 'text', _id: 'id' }, direction: -1 };
const id = (number: number): string => String(number).padStart(24, '0');
const row = (number: number) => ({ at: new Date(number), word: `w${number}`, _id: id(number) });

describe('a page by keyset', () => {
  it('asks for one row more than it shows, to know whether there is another page', async () => {
    const { asked, page } = await pageOf([row(3), row(2), row(1)], null);
    expect(asked).to.deep.equal({ conditions: [], sort: { at: -1, word: -1, _id: -1 }, limit: 3 });
    expect(page.rows).to.have.length(2);
    expect(page.previous).to.equal('');
  });

  it('goes on behind the last row, ties included, on a bound that an index can jump to', async () => {
    const { page } = await pageOf([row(3), row(2), row(1)], null);
    const { asked } = await pageOf([row(1)], page.next);
    const at = new Date(2).toISOString();
    expect(asked.conditions).to.deep.equal([
      { at: { $lte: at } },
      { $or: [{ at: { $lt: at } }, { at, word: { $lt: 'w2' } }, { at, word: 'w2', _id: { $lt: id(2) } }] },
    ]);
  });

  it('turns round to read the page before, and shows it the right way', async () => {
    const { page } = await pageOf([row(1)], (await pageOf([row(3), row(2), row(1)], null)).page.next);
    const before = await pageOf([row(2), row(3)], page.previous);
    expect(before.asked.sort).to.deep.equal({ at: 1, word: 1, _id: 1 });
    expect(before.page.rows.map(({ word }) => word)).to.deep.equal(['w3', 'w2']);
    expect(before.page.previous).to.equal('');
    expect(before.page.next).to.not.equal('');
  });

  it('takes nothing for a place that it has not written itself', () => {
    const forged = [
      ['after', 'x', 'y', id(1)],
      ['after', at(1), 'y', 'x'],
      ['beyond', at(1), 'y', id(1)],
      ['after', id(1)],
      {},
      'x',
    ];
    for (const text of ['', 'x', ...forged.map(encode)]) expect(readPlace(text, order), text).to.equal(null);
    expect(readPlace(encode(['before', at(1), 'y', id(1)]), order)).to.deep.equal({
      way: 'before',
      keys: [at(1), 'y', id(1)],
    });
  });
});

const at = (number: number): string => new Date(number).toISOString();
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function pageOf(found: ReturnType<typeof row>[], place: string | null) {
  let asked: Reading = { conditions: [], sort: {}, limit: 0 };
  const page = await keysetPage(order, { place: readPlace(place ?? '', order), size: 2 }, async (reading) => {
    asked = reading;
    return found;
  });
  return { asked, page };
}
