import { expect } from 'chai';
import { badgeSizes, type NamedSize } from '../../../contract/badge/design.ts';
import { backOf, cellsOf, firstPaper, fitsPage, gridOf, paperKinds } from '../../../contract/badge/sheet.ts';

const card = badgeSizes.card;

describe('sheets of badges', () => {
  it('keep every label of every paper on the page', () => {
    const ready = paperKinds.filter((kind) => kind !== 'own');
    for (const kind of ready)
      for (const size of Object.keys(badgeSizes) as NamedSize[]) {
        const grid = gridOf({ ...firstPaper, kind }, badgeSizes[size]);
        expect(fitsPage(grid), `${kind} ${size}`).to.equal(true);
      }
  });

  it('lay as many cards on a sheet to be cut as it has room for, with room to cut between them', () => {
    const grid = gridOf({ ...firstPaper, kind: 'cut' }, card);
    expect([grid.columns, grid.rows, grid.marks]).to.deep.equal([3, 3, true]);
    expect(grid.gapX).to.be.greaterThan(0);
  });

  it('give a badge the size of the label it is printed on', () => {
    expect(gridOf({ ...firstPaper, kind: 'L7160' }, card).label).to.deep.equal({ width: 63.5, height: 38.1 });
  });

  it('begin at the first free label and go on with the next sheet', () => {
    const grid = gridOf({ ...firstPaper, kind: 'L4785' }, card);
    const cells = cellsOf(grid, 5, 7);
    expect(cells.map(({ sheet, x, y }) => [sheet, x, y])).to.deep.equal([
      [0, 17.5, 178.5],
      [0, 112.5, 178.5],
      [0, 17.5, 233.5],
      [0, 112.5, 233.5],
      [1, 17.5, 13.5],
    ]);
  });

  it('find each badge from behind where the sheet is turned over its long side', () => {
    const grid = gridOf({ ...firstPaper, kind: 'L4785' }, card);
    const [first, second] = cellsOf(grid, 2);
    expect([first, second].map((cell) => cell && backOf(grid, cell).x)).to.deep.equal([112.5, 17.5]);
  });

  it('know a grid that leaves the page', () => {
    const own = { ...firstPaper, kind: 'own' as const, columns: 3, rows: 4 };
    expect(fitsPage(gridOf(own, card))).to.equal(false);
    expect(fitsPage(gridOf({ ...own, columns: 2 }, card))).to.equal(true);
  });
});
