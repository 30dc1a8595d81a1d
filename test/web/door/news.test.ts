import { expect } from 'chai';
import type { SyncAnswer } from '../../../contract/door/sync.ts';
import { merged } from '../../../public/src/door/list-store.ts';
import { news } from '../../../public/src/door/news.ts';

const row = (id: string, mark: string) => ({ id, mark }) as unknown as SyncAnswer['guests'][number];
const passed = (guest: string, mark: string) =>
  ({ guest, list: 'event', mark, facts: [] }) as SyncAnswer['passages'][number];

function answer(given: Partial<SyncAnswer>): SyncAnswer {
  const setting = { door: { name: 'Cửa A' } } as unknown as SyncAnswer['setting'];
  const none = { guests: [], passages: [], sum: { guests: sum, passages: sum } };
  return { now: 1, cursor: '1', whole: false, setting, ...none, ...given };
}
const sum = { count: 0, xor: '000000000000' };

describe('what is new in what the server tells', () => {
  it('is a row that says something else, a setting that changed, or everything', () => {
    const first = answer({
      whole: true,
      guests: [row('a', '1'), row('b', '1')],
      passages: [passed('a', '1')],
    });
    const told = news([first]);
    expect(told.of(answer({ guests: [row('a', '1')], passages: [passed('a', '1')] }))).to.equal(null);
    const change = told.of(answer({ guests: [row('a', '1'), row('b', '2')], passages: [passed('b', '1')] }));
    expect(change?.guests).to.deep.equal([row('b', '2')]);
    expect(change?.passages).to.deep.equal([passed('b', '1')]);
    expect(told.of(answer({ setting: {} as SyncAnswer['setting'] }))).not.to.equal(null);
    expect(told.of(first)).to.equal(first);

    told.know(answer({ whole: true }));
    expect(told.of(answer({ guests: [row('a', '1')] }))?.guests).to.have.length(1);
  });

  it('grows no longer than the list while it waits for the disk', () => {
    const first = answer({ whole: true, guests: [row('a', '1'), row('b', '1')] });
    const both = merged(
      first,
      answer({ cursor: '2', guests: [row('a', '2')], passages: [passed('a', '1')] }),
    );
    const last = merged(both, answer({ cursor: '3', passages: [passed('a', '2')] }));
    expect([last.whole, last.cursor]).to.deep.equal([true, '3']);
    expect(last.guests).to.deep.equal([row('a', '2'), row('b', '1')]);
    expect(last.passages).to.deep.equal([passed('a', '2')]);
    const anew = answer({ whole: true, cursor: '4' });
    expect(merged(last, anew)).to.equal(anew);
  });
});
