import { expect } from 'chai';
import type { DoorGuest } from '../../../contract/door/sync.ts';
import { searchIndex } from '../../../public/src/door/search.ts';

const nobody: DoorGuest = {
  id: '',
  mark: '',
  pass: '',
  former: [],
  name: '',
  position: '',
  unit: '',
  category: '',
  state: 'expected',
  standing: 'attending',
  seat: '',
  delegation: '',
  vip: false,
  note: '',
  substitute: '',
  companions: [],
};

function indexOf(...guests: Partial<DoorGuest>[]) {
  const index = searchIndex();
  for (const guest of guests) index.put({ ...nobody, ...guest });
  return index;
}

describe('the search of a device', () => {
  it('names first who is called so, and last who only sits so', () => {
    const index = indexOf(
      { id: 'seat', name: 'Đại biểu 1 – OSB', seat: 'Bàn 3 – Ghế 2' },
      { id: 'longer', name: 'Đại biểu 30 – OSB' },
      { id: 'unit', name: 'Đại biểu 3', unit: 'OSB' },
      { id: 'name', name: 'Đại biểu 3 – OSB', seat: 'Bàn 9 – Ghế 1' },
    );
    expect(index.find('đại biểu 3 osb')).to.deep.equal(['name', 'longer', 'unit', 'seat']);
  });

  it('names those of a table before those whose seat has its number', () => {
    const index = indexOf(
      { id: 'seat-1', name: 'Lê Văn Một', seat: 'Bàn 2 – Ghế 1' },
      { id: 'table-10', name: 'Lê Văn Hai', seat: 'Bàn 10 – Ghế 4' },
      { id: 'table-1', name: 'Lê Văn Ba', seat: 'Bàn 1 – Ghế 4' },
    );
    const found = index.find('bàn 1');
    expect(found[0]).to.equal('table-1');
    expect(found).to.have.members(['table-1', 'table-10', 'seat-1']);
  });

  it('puts a whole name before one that goes on, and finds whoever came instead', () => {
    const index = indexOf(
      { id: 'longer', name: 'Nguyễn Văn An Bình' },
      { id: 'whole', name: 'Nguyễn Văn An' },
      { id: 'sent', name: 'Trần Thị Bưởi' },
    );
    expect(index.find('nguyen van an')).to.deep.equal(['whole', 'longer']);
    expect(index.find('do thay mat')).to.deep.equal([]);
    expect(index.find('do thay mat', new Map([['sent', ['Đỗ Thay Mặt']]]))).to.deep.equal(['sent']);
  });

  it('does not lose the one who is meant among many that only begin so', () => {
    const many = Array.from({ length: 40 }, (_, number) => ({
      id: String(number),
      name: `Lê Văn ${number}`,
      seat: 'Bàn 7 – Ghế 1',
    }));
    const index = indexOf(...many, { id: 'meant', name: 'Bàn Văn Bảy' });
    expect(index.find('ban')[0]).to.equal('meant');
  });
});
