import { expect } from 'chai';
import { fitted, LEADING, widthOf } from '../../../server/features/seating/fit-text.ts';

const box = { width: 19, height: 16.2 };

describe('a name in a printed seat', () => {
  for (const [said, spellings, lines] of [
    ['stays whole where it fits', ['Nguyễn Thị Ngọc Huyền', 'Nguyễn T. N. Huyền'], 'Nguyễn/Thị Ngọc/Huyền'],
    ['goes on after a hyphen', ['Римский-Корсаков'], 'Римский-/Корсаков'],
  ] as const) {
    it(said, () => {
      expect(fitted(spellings, box).lines.join('/')).to.equal(lines);
    });
  }

  it('is taken in its shorter spelling when the whole would not be legible', () => {
    const { lines } = fitted(['Phạm Nguyễn Hoàng Phương Thảo', 'Phạm N. H. P. Thảo'], { ...box, height: 9 });
    expect(lines.join(' ')).to.equal('Phạm N. H. P. Thảo');
  });

  it('never leaves its box, whatever the name', () => {
    const names = [
      'NGUYỄN HOÀNG PHƯƠNG',
      'Huỳnh Nguyễn Thụy Phương Trang',
      'Преображенский-Константинов Александр Владимирович',
      'Щ'.repeat(60),
      'Wolfeschlegelsteinhausenbergerdorff',
      'Người đi cùng Phạm Nguyễn Hoàng Phương Thảo',
    ];
    for (const height of [16.2, 10, 6]) {
      for (const name of names) {
        const { lines, size } = fitted([name], { ...box, height });
        expect(Math.max(...lines.map((line) => widthOf(line) * size))).to.be.at.most(box.width, name);
        expect(lines.length * size * LEADING).to.be.at.most(height, name);
        expect(lines.join('')).not.to.equal('');
      }
    }
  });
});
