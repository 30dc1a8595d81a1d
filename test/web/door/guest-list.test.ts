import { expect } from 'chai';
import { sumOf } from '../../../contract/door/list-sum.ts';
import type { DoorFact, DoorGuest, DoorPassages, SyncAnswer } from '../../../contract/door/sync.ts';
import { guestList } from '../../../public/src/door/guest-list.ts';

const list = {
  id: 'event',
  name: { vi: 'Hội nghị' },
  kind: 'event' as const,
  rule: 'once' as const,
  times: 1,
  timeZone: 'Asia/Ho_Chi_Minh',
  dayStartsAt: 4,
  opensAt: null,
  closesAt: null,
  categories: [],
  requires: '',
};
const setting = { lists: [list] } as unknown as SyncAnswer['setting'];
const guest = {
  id: 'g',
  mark: 'aaaaaaaaaaaa',
  pass: 'p',
  former: [],
  name: 'Hoàng Thị Đông',
  unit: '',
  seat: '',
  companions: [],
} as unknown as DoorGuest;
const entry: DoorFact = {
  kind: 'entry',
  id: 'scan',
  at: 1,
  device: 'd',
  seq: 1,
  override: false,
  door: 'Cửa A',
  by: '',
  substitute: '',
};
const passages: DoorPassages = { guest: 'g', list: 'event', mark: 'bbbbbbbbbbbb', facts: [entry] };

function answer(given: Partial<SyncAnswer>, told: readonly DoorPassages[] = []): SyncAnswer {
  return {
    now: 1,
    cursor: '1',
    whole: false,
    setting,
    guests: [],
    passages: [],
    sum: { guests: sumOf([guest.mark]), passages: sumOf(told.map(({ mark }) => mark)) },
    ...given,
  };
}

describe('the list of a device', () => {
  it('keeps what an answer told when the next sync is older than that answer, and it still adds up', () => {
    const device = guestList(answer({ whole: true, guests: [guest] }));
    device.takeRows({ ...guest, mark: 'cccccccccccc' }, passages);
    expect([...device.inside('event').guests]).to.deep.equal(['g']);

    expect(device.take(answer({}))).to.equal(true);
    expect(device.facts('g', 'event')).to.deep.equal([entry]);
    expect(device.take(answer({ whole: true, guests: [guest] }))).to.equal(true);
    expect([...device.inside('event').guests]).to.deep.equal(['g']);

    expect(device.take(answer({ passages: [passages] }, [passages]))).to.equal(true);
    expect(device.facts('g', 'event')).to.deep.equal([entry]);
  });

  it('finds a guest by the name of whoever came in their place, as told and as done here', () => {
    const told = { ...passages, facts: [{ ...entry, substitute: 'Đỗ Thay Mặt' }] };
    const device = guestList(answer({ whole: true, guests: [guest], passages: [told] }, [told]));
    expect(device.find('do thay mat').map(({ id }) => id)).to.deep.equal(['g']);
    expect(device.find('ha di thay')).to.deep.equal([]);
    device.add('g', 'event', { ...entry, id: 'own', substitute: 'Phạm Hà Đi Thay' });
    expect(device.find('ha di thay').map(({ id }) => id)).to.deep.equal(['g']);
  });

  it('notices that it does not hold what the server holds', () => {
    const device = guestList(answer({ whole: true, guests: [guest] }));
    expect(device.take(answer({}, [passages]))).to.equal(false);
  });

  it('shows nobody of yesterday as inside once the day of a daily list has begun, of the server and of here', () => {
    let now = Date.parse('2026-12-15T09:00:00+07:00');
    const daily = { ...list, rule: 'daily' as const };
    const rules = { lists: [daily] } as unknown as SyncAnswer['setting'];
    const along: DoorFact = { ...entry, kind: 'companion', id: 'along', place: 0, at: now };
    const told = { ...passages, facts: [{ ...entry, at: now }, along] };
    const first = answer({ whole: true, setting: rules, guests: [guest], passages: [told] }, [told]);
    const device = guestList(first, () => now);
    device.add('other', 'event', { ...entry, id: 'own', at: now + 1 });
    const inside = () => [device.inside('event').guests.size, device.inside('event').companions];
    expect(inside()).to.deep.equal([2, 1]);
    now = Date.parse('2026-12-16T03:59:00+07:00');
    expect(inside()).to.deep.equal([2, 1]);
    now = Date.parse('2026-12-16T04:00:00+07:00');
    expect(inside()).to.deep.equal([0, 0]);
    expect(device.facts('g', 'event')).to.deep.equal([]);
    device.add('g', 'event', { ...entry, id: 'today', at: now });
    expect(inside()).to.deep.equal([1, 0]);
  });
});
