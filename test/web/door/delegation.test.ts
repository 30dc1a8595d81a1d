import { expect } from 'chai';
import type { DoorGuest } from '../../../contract/door/sync.ts';
import { isAwaited } from '../../../public/src/door/awaited.ts';
import { fellowsOutside } from '../../../public/src/door/delegation.ts';

const guest = (id: string, given: Partial<DoorGuest> = {}): DoorGuest => ({
  id,
  mark: '',
  pass: '',
  former: [],
  name: id,
  position: '',
  unit: '',
  category: 'delegate',
  state: 'expected',
  standing: 'attending',
  seat: '',
  delegation: 'Đoàn A',
  vip: false,
  note: '',
  substitute: '',
  companions: [],
  ...given,
});

describe('the delegation of a guest at the door', () => {
  it('keeps those apart who declined or send somebody else', () => {
    const everybody = [
      guest('head'),
      guest('declined', { standing: 'declined' }),
      guest('sends', { standing: 'substitute', substitute: 'Lê Văn Thay' }),
      guest('comes'),
      guest('silent', { standing: 'no-answer' }),
      guest('inside'),
      guest('cancelled', { state: 'cancelled' }),
      guest('stranger', { delegation: 'Đoàn B' }),
    ];
    const fellows = fellowsOutside(guest('head'), everybody, ({ id }) => id === 'inside');
    expect(fellows.map(({ guest: { id }, apart }) => [id, apart])).to.deep.equal([
      ['comes', null],
      ['silent', null],
      ['declined', 'declined'],
      ['sends', 'substitute'],
    ]);
  });

  it('waits for those whom the board of the day waits for', () => {
    const standings = ['attending', 'substitute', 'tentative', 'declined', 'no-answer'] as const;
    const list = { categories: [] };
    const awaited = standings.filter((standing) => isAwaited(guest('x', { standing }), list));
    expect(awaited).to.deep.equal(['attending', 'substitute']);
    expect(isAwaited(guest('x'), { categories: ['press'] })).to.equal(false);
  });
});
